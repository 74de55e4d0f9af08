"""Reading rules: what a file becomes, and which version of a rule counts on a day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from bouwers_regels import (
    DOCUMENTEN,
    VELDEN,
    fouten_bij,
    laad,
    maak_bestand,
    maak_regel,
    maak_regelblok,
    maak_voorbeeld,
    maak_voorwaarde,
    met_voorwaarden,
    plekken,
)
from hypothesis import given
from hypothesis import strategies as st

from regels.melding import Bestandsfout, Invoerfout, Plek, Regelstrijd
from regels.model import Bron, Regel, Voorwaarde
from regels.regelset import GeenRegels, Regelset, lees_regels

if TYPE_CHECKING:
    from pathlib import Path

CRITERIUM = maak_regelblok(
    code="haast",
    soort="criterium",
    titel="Er is haast bij",
    als="\n      - {veld: haast, is: ja}",
    voorbeelden="\n      - {gegeven: {haast: ja}, verwacht: ja}",
)
DAG = timedelta(days=1)


def test_regel_uit_een_bestand_heeft_alles_wat_er_staat(tmp_path: Path) -> None:
    blok = maak_regelblok(
        bron="{document: evaluatie, plaats: thema 6, opmerking: Onze uitleg.}",
        geldig_tot="2030-12-31",
        als="\n      - {veld: aantal, minstens: 1}\n      - {niet: nee, veld: akkoord}",
        voorbeelden="\n      - {gegeven: {aantal: 1, akkoord: }, verwacht: onbekend}",
    )

    (regel,) = laad(tmp_path, maak_bestand(blok)).regels

    assert regel == Regel(
        code="proefregel",
        soort="uitgangspunt",
        titel="Proefregel",
        zin="Het zijn er genoeg.",
        bron=Bron("evaluatie", "thema 6", "Onze uitleg."),
        geldig_van=date(2022, 1, 1),
        geldig_tot=date(2030, 12, 31),
        als=(maak_voorwaarde("aantal", "minstens", 1), maak_voorwaarde("akkoord", "niet", "nee")),
        voorbeelden=(maak_voorbeeld({"aantal": 1, "akkoord": None}, "onbekend"),),
    )
    assert regel.velden == ("aantal", "akkoord")


def test_elk_criterium_is_een_veld_van_ja_of_nee(tmp_path: Path) -> None:
    regelset = laad(tmp_path, maak_bestand(maak_regelblok(), CRITERIUM))

    assert regelset.criteria == {"haast": "Er is haast bij"}
    assert regelset.velden["haast"].keuzes == ("ja", "nee")
    assert list(regelset.velden) == [*(veld.naam for veld in VELDEN), "haast"]


def test_een_regel_mag_vragen_naar_een_criterium_uit_een_ander_bestand(tmp_path: Path) -> None:
    vraagt = maak_regelblok(als="\n      - {veld: haast, niet: ja}")

    regelset = laad(tmp_path, maak_bestand(vraagt), maak_bestand(CRITERIUM))

    assert [regel.code for regel in regelset.regels] == ["proefregel", "haast"]


def test_regels_staan_op_volgorde_van_bestand_en_van_plek_daarin(tmp_path: Path) -> None:
    blokken = {code: maak_regelblok(code=code) for code in ("derde", "tweede", "eerste")}

    regelset = laad(
        tmp_path,
        maak_bestand(blokken["eerste"], blokken["tweede"]),
        maak_bestand(blokken["derde"]),
    )

    assert [regel.code for regel in regelset.regels] == ["eerste", "tweede", "derde"]


def test_een_leeg_bestand_naast_andere_stoort_niet(tmp_path: Path) -> None:
    assert len(laad(tmp_path, maak_bestand(), "regels: []\n").regels) == 1


@pytest.mark.parametrize("bestaat", [True, False])
def test_map_zonder_regels(tmp_path: Path, *, bestaat: bool) -> None:
    map_ = tmp_path / "eigen"
    if bestaat:
        map_.mkdir()

    with pytest.raises(Invoerfout) as gevangen:
        lees_regels(map_, VELDEN, DOCUMENTEN)

    (melding,) = gevangen.value.meldingen
    assert (melding.plek, melding.gevonden) == (Plek("eigen"), "geen regels")


def test_een_map_die_als_een_bestand_heet_is_een_fout(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").mkdir()

    (melding,) = fouten_bij(tmp_path, maak_bestand())

    assert melding.gevonden == "een map"


def test_alle_fouten_van_alle_bestanden_komen_in_een_keer_op_volgorde(tmp_path: Path) -> None:
    meldingen = fouten_bij(
        tmp_path,
        maak_bestand(maak_regelblok(code="A!"), maak_regelblok(bron="{plaats: §3}")),
        "regels: [\n",
        met_voorwaarden("{veld: aantl, is: 1}"),
        met_voorwaarden("{veld: aantal, minder_dan: 0}").replace("proefregel", "nooit"),
    )

    bestanden = [melding.plek.bestand.rpartition("/")[2] for melding in meldingen]
    assert bestanden == ["a.yaml", "a.yaml", "b.yaml", "c.yaml", "d.yaml"]
    assert list(meldingen) == sorted(meldingen)


def test_een_regel_met_een_vormfout_wordt_niet_verder_beoordeeld(tmp_path: Path) -> None:
    """What is left of such a rule says nothing of what its author meant."""
    bestand = met_voorwaarden(
        "{veld: aantal, minder_dan: 1}", "{veld: aantal, minstens: 1}", "{veld: aantal, min: 1}"
    )

    assert plekken(fouten_bij(tmp_path, bestand)) == [(11, 9)]


def test_alleen_tegenspraak_is_regelstrijd(tmp_path: Path) -> None:
    nooit = met_voorwaarden("{veld: aantal, minder_dan: 0}")

    with pytest.raises(Regelstrijd) as gevangen:
        laad(tmp_path, nooit, maak_bestand(), maak_bestand(maak_regelblok(code="andere")))

    assert len(gevangen.value.meldingen) == 2


def test_tegenspraak_naast_een_gewone_fout_is_verkeerde_invoer(tmp_path: Path) -> None:
    nooit = met_voorwaarden("{veld: aantal, minder_dan: 0}")

    with pytest.raises(Invoerfout) as gevangen:
        laad(tmp_path, nooit, maak_bestand(maak_regelblok(code="A!")))

    assert not isinstance(gevangen.value, Regelstrijd)
    assert len(gevangen.value.meldingen) == 2


def test_bestand_dat_op_slot_zit_is_geen_verkeerde_regel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def op_slot(_pad: Path) -> bytes:
        raise PermissionError

    (tmp_path / "a.yaml").write_text(maak_bestand(), encoding="utf-8")
    monkeypatch.setattr(type(tmp_path), "read_bytes", op_slot)

    with pytest.raises(Bestandsfout) as gevangen:
        lees_regels(tmp_path, VELDEN, DOCUMENTEN)

    assert gevangen.value.bestand.endswith("a.yaml")


def test_een_regel_geldt_van_de_eerste_tot_en_met_de_laatste_dag() -> None:
    van, tot = date(2022, 1, 1), date(2024, 12, 31)
    regel = maak_regel(geldig_van=van, geldig_tot=tot)

    geldt = [regel.geldt_op(dag) for dag in (van - DAG, van, tot, tot + DAG)]

    assert geldt == [False, True, True, False]


def test_een_regel_zonder_eind_blijft_gelden() -> None:
    regel = maak_regel(geldig_van=date(2022, 1, 1))

    geldt = [regel.geldt_op(dag) for dag in (date.min, date(2022, 1, 1), date.max)]

    assert geldt == [False, True, True]


@given(st.dates(), st.lists(st.integers(1, 1000), min_size=1, max_size=5), st.integers(0, 5000))
def test_van_versies_die_op_elkaar_volgen_geldt_elke_dag_precies_een(
    begin: date, lengten: list[int], later: int
) -> None:
    grenzen = [begin.toordinal() + sum(lengten[:n]) for n in range(len(lengten) + 1)]
    dag = min(begin.toordinal() + later, date.max.toordinal())
    if grenzen[-1] > date.max.toordinal():
        return
    versies = [
        maak_regel(
            geldig_van=date.fromordinal(van),
            geldig_tot=date.fromordinal(volgende - 1) if volgende != grenzen[-1] else None,
        )
        for van, volgende in pairwise(grenzen)
    ]

    geldig = [versie.geldt_op(date.fromordinal(dag)) for versie in versies]

    assert geldig.count(True) == 1


def test_versies_die_op_elkaar_volgen_mogen_naast_elkaar_staan(tmp_path: Path) -> None:
    oud = maak_regelblok(geldig_van="2022-01-01", geldig_tot="2024-12-31", titel="Oud")
    nieuw = maak_regelblok(geldig_van="2025-01-01", titel="Nieuw")
    regelset = laad(tmp_path, maak_bestand(nieuw, oud, CRITERIUM))

    dagen = (date(2024, 12, 31), date(2025, 1, 1))

    assert [regelset.op(dag)[0].titel for dag in dagen] == ["Oud", "Nieuw"]


@pytest.mark.parametrize(
    ("eerste", "tweede"),
    [
        (("2022-01-01", "2024-12-31"), ("2024-12-31", None)),
        (("2022-01-01", None), ("2025-01-01", None)),
        (("2025-01-01", None), ("2022-01-01", "2025-01-01")),
        (("2022-01-01", "2022-01-01"), ("2022-01-01", "2022-01-01")),
        (("2022-01-01", "2029-12-31"), ("2024-01-01", "2024-12-31")),
    ],
)
def test_versies_die_een_dag_delen_zijn_in_strijd(
    tmp_path: Path, eerste: tuple[str, str | None], tweede: tuple[str, str | None]
) -> None:
    blokken = [maak_regelblok(geldig_van=van, geldig_tot=tot) for van, tot in (eerste, tweede)]

    with pytest.raises(Regelstrijd) as gevangen:
        laad(tmp_path, *map(maak_bestand, blokken))

    (melding,) = gevangen.value.meldingen
    assert melding.plek == Plek(f"{tmp_path.name}/b.yaml", 7, 5)
    assert f"{tmp_path.name}/a.yaml:2:5" in melding.gevonden


def test_andere_regels_mogen_op_dezelfde_dag_gelden(tmp_path: Path) -> None:
    blokken = [maak_regelblok(code=code) for code in ("eerste", "tweede")]

    assert len(laad(tmp_path, maak_bestand(*blokken)).regels) == 2


@pytest.mark.parametrize(
    ("peildatum", "ontbreekt", "vanaf"),
    [
        (date(2021, 12, 31), ("uitgangspunt", "criterium"), date(2023, 1, 1)),
        (date(2022, 6, 1), ("criterium",), date(2023, 1, 1)),
        (date(2024, 6, 1), ("uitgangspunt",), None),
    ],
)
def test_dag_waarop_geen_regel_van_een_soort_geldt(
    tmp_path: Path, peildatum: date, ontbreekt: tuple[str, ...], vanaf: date | None
) -> None:
    uitgangspunt = maak_regelblok(geldig_van="2022-01-01", geldig_tot="2023-12-31")
    criterium = CRITERIUM.replace("2022-01-01", "2023-01-01")
    regelset = laad(tmp_path, maak_bestand(uitgangspunt, criterium))

    with pytest.raises(GeenRegels) as gevangen:
        regelset.op(peildatum)

    assert gevangen.value.peildatum == peildatum
    assert gevangen.value.ontbreekt == ontbreekt
    assert gevangen.value.vanaf == vanaf


def test_dag_waarop_alles_geldt_geeft_de_regels_in_volgorde(tmp_path: Path) -> None:
    regelset = laad(tmp_path, maak_bestand(CRITERIUM, maak_regelblok()))

    assert [regel.code for regel in regelset.op(date(2022, 1, 1))] == ["haast", "proefregel"]


def test_criteria_zijn_die_van_elke_periode() -> None:
    vroeger = maak_regel(code="oud", geldig_tot=date(2022, 12, 31))

    assert Regelset((vroeger,), {}).criteria == {}


@pytest.mark.parametrize(
    ("voorwaarde", "woorden"),
    [
        (maak_voorwaarde("aantal", "minstens", 1), "minstens 1"),
        (maak_voorwaarde("akkoord", "is", "ja"), "ja"),
        (maak_voorwaarde("bevoegdheid", "niet", "college"), "niet college"),
        (maak_voorwaarde("kosten", "meer_dan", 5), "meer dan 5"),
    ],
)
def test_voorwaarde_zegt_in_woorden_wat_ze_vraagt(voorwaarde: Voorwaarde, woorden: str) -> None:
    assert voorwaarde.verwacht == woorden


def test_een_foute_voorwaarde_verschuift_de_plek_van_de_volgende_niet(tmp_path: Path) -> None:
    meldingen = fouten_bij(
        tmp_path, met_voorwaarden("{veld: aantal}", "{veld: 3, is: 1}", "{veld: aantal, is: 1}")
    )

    assert plekken(meldingen) == [(9, 9), (10, 10)]
    assert meldingen[1].veld == "als.2.veld"


def test_een_foute_voorwaarde_is_niet_te_weinig_voorwaarden(tmp_path: Path) -> None:
    assert plekken(fouten_bij(tmp_path, met_voorwaarden("{veld: aantal}"))) == [(9, 9)]


def test_een_foute_waarde_is_niet_te_weinig_voorwaarden(tmp_path: Path) -> None:
    assert plekken(fouten_bij(tmp_path, met_voorwaarden("{veld: aantal, is: 2.5}"))) == [(9, 24)]


def test_een_fout_voorbeeld_is_niet_te_weinig_voorbeelden(tmp_path: Path) -> None:
    blok = maak_regelblok(voorbeelden="\n      - {gegeven: {}, verwacht: misschien}")

    assert [m.veld for m in fouten_bij(tmp_path, maak_bestand(blok))] == ["voorbeelden.1.verwacht"]


@pytest.mark.parametrize("woord", ["no", "on", "Yes", "2.50"])
def test_waarde_in_een_voorwaarde_wordt_getoond_zoals_ze_getypt_is(
    tmp_path: Path, woord: str
) -> None:
    meldingen = fouten_bij(
        tmp_path, met_voorwaarden("{veld: aantal, is: 1}", f"{{veld: akkoord, is: {woord}}}")
    )

    assert [melding.gevonden for melding in meldingen] == [f"«{woord}»"]


def test_gegeven_vraagt_om_feiten_en_niet_om_gegeven_en_verwacht(tmp_path: Path) -> None:
    blok = maak_regelblok(
        voorbeelden="\n      - {gegeven: {}, verwacht: onbekend}"
        "\n      - {gegeven: 1, verwacht: ja}"
    )

    (melding,) = fouten_bij(tmp_path, maak_bestand(blok))

    assert melding.veld == "voorbeelden.2.gegeven"
    assert "gegeven en verwacht" not in melding.verwacht


@pytest.mark.parametrize("teken", ["\\v", "\\e", "\\0"])
@pytest.mark.parametrize("veld", ["titel", "zin"])
def test_tekst_in_een_regel_heeft_geen_stuurtekens(tmp_path: Path, veld: str, teken: str) -> None:
    meldingen = fouten_bij(tmp_path, maak_bestand(maak_regelblok(**{veld: f'"a{teken}b"'})))

    assert [melding.veld for melding in meldingen] == [veld]


def test_een_regel_heeft_een_zin(tmp_path: Path) -> None:
    meldingen = fouten_bij(tmp_path, maak_bestand(maak_regelblok(zin='""')))

    assert [melding.veld for melding in meldingen] == ["zin"]


def test_een_criterium_mag_niet_heten_als_een_veld_dat_er_al_is(tmp_path: Path) -> None:
    """Else the criterium takes the place of the field, and asks the wrong fact."""
    blok = CRITERIUM.replace("haast", "bevoegdheid")

    (melding,) = fouten_bij(tmp_path, maak_bestand(blok))

    assert melding.plek.bestand.endswith("a.yaml")
