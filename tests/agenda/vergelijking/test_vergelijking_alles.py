"""Whatever is different between two agendas is said: also what moves no topic."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_vergelijking import kant_van, toetsers
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.kennis.profiel import Teksten, Wordsjabloon
from agenda.onderwerp.instellingen import Instellingen
from agenda.onderwerp.omgeving import Omgeving
from agenda.onderwerp.onderwerp import Dossier
from agenda.vergelijking.vergelijken import vergelijk
from agenda.weergave.vergelijking.vergelijking import toon_vergelijking
from regels.lezen.vorm import houd_tegen
from regels.lezen.yaml import Gelezen
from regels.model import Voorwaarde

if TYPE_CHECKING:
    from agenda.kennis.profiel import Profiel
    from agenda.vergelijking.stappen import Kant
    from agenda.vergelijking.vergelijken import Vergelijking
    from regels.melding import Melding
    from regels.model import Regel

NIETS = "Er is niets veranderd"
JA_NEE_ONBEKEND = st.sampled_from(["ja", "nee", "onbekend"])


def gevonden_bij(oud: Kant, nieuw: Kant) -> tuple[Vergelijking, str, dict[str, Any]]:
    """The comparison, as a table and as JSON."""
    gevonden = vergelijk(oud, nieuw, maak=toetsers())
    weergave = toon_vergelijking(gevonden)
    return gevonden, weergave.als("tabel", 120), json.loads(weergave.als("json", 120))


def met_instellingen(kant: Kant, **anders: Any) -> Kant:
    waarde = {"jaar": 2027, "profiel": kant.profiel.regio.code, **anders}
    omgeving = Omgeving(kant.profiel, kant.regelset.criteria)
    meldingen: list[Melding] = []
    instellingen = houd_tegen(
        Instellingen, waarde, Gelezen(waarde, "proef"), (), meldingen, {"omgeving": omgeving}
    )
    assert instellingen is not None, meldingen
    return kant._replace(dossier=Dossier(instellingen, kant.dossier.onderwerpen))


def test_een_andere_route_staat_er_per_stap_met_wie_besluit() -> None:
    velden = {"kosten_euro": 0, "groot_beleidsstuk": "nee", "juridische_toets": "nee"}
    oud = kant_van({"brug": {**velden, "urgent": "nee", "bevoegdheid": "college"}})
    nieuw = kant_van({"brug": {**velden, "urgent": "ja", "bevoegdheid": "raad"}})

    gevonden, tabel, data = gevonden_bij(oud, nieuw)

    assert [deel.onderwerp.code for deel in gevonden.andere_route] == ["brug"]
    assert "– met een andere route        1" in tabel
    rijen = [" ".join(rij.split()) for rij in tabel.partition("Andere route")[2].splitlines()]
    assert rijen[5:9] == [
        "brug Gemeenteraad niet wel",
        "brug met spoed: Bestuurlijk kernteam urgente kwesties niet wel",
        "brug College wel niet",
        "brug het besluit college gemeenteraad",
    ]
    (brug,) = data["beide"]
    assert brug["route"]["oud"]["besluit"]["gremia"] == ["college"]
    assert brug["route"]["nieuw"]["besluit"]["gremia"] == ["gemeenteraad"]


def test_een_route_die_door_het_profiel_anders_is_staat_er_zonder_ander_veld() -> None:
    oud = kant_van({"brug": {}})
    altijd = tuple(replace(stap, als=()) for stap in oud.profiel.route)

    gevonden, tabel, data = gevonden_bij(
        oud, oud._replace(profiel=replace(oud.profiel, route=altijd))
    )

    assert gevonden.gewijzigd == ()
    assert NIETS not in tabel
    assert "Andere route" in tabel
    assert "route" in data["beide"][0]
    assert data["overig"] == ["route.yaml van het profiel"]


def test_een_route_die_door_de_peildatum_anders_is_staat_er_ook() -> None:
    voorwaarde = Voorwaarde("aantal_geldige_planrelaties", "minstens", 1)

    def kant(dag: date) -> Kant:
        basis = kant_van(
            {"brug": {}},
            peildatum=dag,
            plannen={"samen-dichtbij": {"geldig_tot": date(2027, 6, 1)}},
        )
        eerste, *rest = basis.profiel.route
        route = (replace(eerste, als=(voorwaarde,)), *rest)
        return basis._replace(profiel=replace(basis.profiel, route=route))

    gevonden, tabel, _ = gevonden_bij(kant(date(2027, 1, 1)), kant(date(2027, 7, 1)))

    assert gevonden.gewijzigd == ()
    assert [deel.onderwerp.code for deel in gevonden.andere_route] == ["brug"]
    assert f"brug    {gevonden.oud.profiel.gremium['kernteam'].naam}" in tabel


def test_een_andere_volgorde_van_dezelfde_stappen_is_een_andere_route() -> None:
    oud = kant_van({"brug": {}})
    een, twee, *rest = oud.profiel.route

    _, tabel, _ = gevonden_bij(
        oud, oud._replace(profiel=replace(oud.profiel, route=(twee, een, *rest)))
    )

    assert "brug    de volgorde" in tabel


def test_andere_woorden_of_een_ander_ritme_zijn_geen_andere_route() -> None:
    oud = kant_van({"brug": {}})
    stappen = tuple(replace(stap, reden="Om een andere reden.") for stap in oud.profiel.route)
    eerste, *rest = oud.profiel.gremia
    gremia = (replace(eerste, ritme="elke week"), *rest)

    gevonden, tabel, _ = gevonden_bij(
        oud, oud._replace(profiel=replace(oud.profiel, route=stappen, gremia=gremia))
    )

    assert gevonden.andere_route == ()
    assert "Ook anders: route.yaml van het profiel." in tabel
    assert "elke week" in tabel


feiten = st.fixed_dictionaries(
    {
        "kosten_euro": st.none() | st.sampled_from([0, 5]),
        "groot_beleidsstuk": JA_NEE_ONBEKEND,
        "juridische_toets": JA_NEE_ONBEKEND,
        "urgent": JA_NEE_ONBEKEND,
        "bevoegdheid": st.sampled_from(["college", "raad", "onbekend"]),
    }
)


@settings(max_examples=60)
@given(feiten, feiten)
def test_een_andere_route_heeft_altijd_een_regel_en_een_gelijke_nooit(
    oud: dict[str, Any], nieuw: dict[str, Any]
) -> None:
    gevonden, tabel, data = gevonden_bij(kant_van({"brug": oud}), kant_van({"brug": nieuw}))

    (deel,) = gevonden.overgenomen
    assert bool(deel.route) == ("Andere route" in tabel) == ("route" in data["beide"][0])
    assert bool(deel.route) <= bool(deel.wijzigingen)
    assert (NIETS in tabel) == (oud == nieuw)
    if deel.route:
        assert tabel.partition("Andere route")[2].count("\nbrug ") >= 1
        was, wordt = (data["beide"][0]["route"][kant]["zinnen"] for kant in ("oud", "nieuw"))
        assert was != wordt


ANDERS = {
    "jaar": 2028,
    "profiel": "een-andere-naam",
    "peildatum": date(2027, 2, 1),
    "gewichten": {"veiligheid": 3},
    "voorkeuren": {"GM0268": ["veiligheid"]},
    "gewichtsgrenzen": {"veiligheid": {"minstens": 10}},
    "capaciteit": 3,
    "vorig_besluit": "../2026/besluiten/2026-03-05",
}


def test_van_elke_instelling_is_bekend_hoe_zij_anders_kan_zijn() -> None:
    assert ANDERS.keys() == {veld.name for veld in fields(Instellingen)}


@pytest.mark.parametrize("naam", sorted(ANDERS.keys() - {"jaar", "profiel", "peildatum"}))
def test_een_andere_instelling_staat_in_de_vergelijking(naam: str) -> None:
    oud = kant_van({"brug": ["veiligheid"]})

    gevonden, tabel, data = gevonden_bij(oud, met_instellingen(oud, **{naam: ANDERS[naam]}))

    assert not gevonden.zelfde
    assert NIETS not in tabel
    if naam == "gewichten":
        assert [deel["soort"] for deel in data["maatstaf"]] == ["gewicht"]
        assert "overig" not in data
    else:
        assert f"Ook anders: «{naam}» in dossier.yaml." in tabel
        assert data["overig"] == [f"«{naam}» in dossier.yaml"]


def test_het_jaar_staat_in_de_titel_en_de_peildatum_bij_de_instellingen() -> None:
    oud = kant_van({"brug": []})

    _, tabel, _ = gevonden_bij(oud, met_instellingen(oud, jaar=2028, peildatum=date(2028, 1, 1)))

    assert "Strategische agenda 2027 → 2028" in tabel
    assert "Oud: peildatum 2027-01-01" in tabel
    assert "Nieuw: peildatum 2028-01-01" in tabel


def profiel_met(profiel: Profiel, deel: str) -> Profiel:
    """The same profile with one part that is different."""
    regio = profiel.regio
    andere = {
        "teksten": replace(profiel, teksten=Teksten(vergadering="het overleg")),
        "sjabloon": replace(profiel, sjabloon=Wordsjabloon("0" * 64, b"")),
        "route": replace(profiel, route=profiel.route[:-1]),
        "deelregios": replace(profiel, regio=replace(regio, deelregios=regio.deelregios[::-1])),
        "leden": replace(profiel, regio=replace(regio, leden=regio.leden[::-1])),
    }
    return andere[deel]


@pytest.mark.parametrize(
    ("deel", "woorden"),
    [
        ("teksten", "teksten.yaml van het profiel"),
        ("sjabloon", "sjabloon.docx van het profiel"),
        ("route", "route.yaml van het profiel"),
        ("deelregios", "de volgorde van de deelregios in regio.yaml"),
        ("leden", "de volgorde van de leden in regio.yaml"),
    ],
)
def test_een_ander_deel_van_het_profiel_staat_in_de_vergelijking(deel: str, woorden: str) -> None:
    oud = kant_van({"brug": {"urgent": "nee"}})

    gevonden, tabel, data = gevonden_bij(oud, oud._replace(profiel=profiel_met(oud.profiel, deel)))

    assert gevonden.andere_route == ()
    assert f"Ook anders: {woorden}." in tabel
    assert data["overig"] == [woorden]


def met_regels(kant: Kant, *regels: Regel) -> Kant:
    return kant._replace(regelset=replace(kant.regelset, regels=regels))


def test_een_regel_die_later_pas_geldt_hoort_bij_wat_anders_is() -> None:
    kant = kant_van({"brug": []})
    *rest, laatste = kant.regelset.regels
    nu = replace(laatste, geldig_tot=date(2029, 12, 31))
    later = replace(laatste, geldig_van=date(2030, 1, 1))

    gevonden, tabel, _ = gevonden_bij(
        met_regels(kant, *rest, nu), met_regels(kant, *rest, nu, later)
    )

    assert not gevonden.zelfde
    assert "Ook anders: regels die niet op de peildatum gelden." in tabel


def test_een_andere_volgorde_van_regels_hoort_bij_wat_anders_is() -> None:
    kant = kant_van({"brug": []})

    gevonden, tabel, _ = gevonden_bij(kant, met_regels(kant, *kant.regelset.regels[::-1]))

    assert not gevonden.zelfde
    assert "Ook anders: de volgorde van de regels." in tabel


def test_een_onderwerp_met_alles_gelijk_heeft_nergens_iets_anders() -> None:
    oud = kant_van({"brug": {"urgent": "ja", "kosten_euro": 5}})

    gevonden, tabel, data = gevonden_bij(oud, oud)

    assert gevonden.zelfde
    assert NIETS in tabel
    assert "Ook anders" not in tabel
    assert "overig" not in data
    assert "route" not in data["beide"][0]
