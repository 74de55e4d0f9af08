"""Facts of the year, of topics, of members and of pairs; and those that follow from others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import map_van_profiel, onderwerpen_van
from hypothesis import given
from hypothesis import strategies as st

from agenda.feiten.boek import JAAR, Feitenboek, Waarover, alle_over
from agenda.feiten.planwijzer import wijs_plannen
from agenda.feiten.waarneming import basisvelden
from agenda.invoer.profiel import lees_profiel
from agenda.kennis.jaar import Moment, niet_later
from agenda.kennis.regio import Groep, Lid
from agenda.kennis.velden import Afgeleid, Keuze, Profielveld, Tekort
from agenda.onderwerp.feit import Feit
from agenda.onderwerp.instellingen import Instellingen
from agenda.onderwerp.omgeving import Omgeving
from agenda.onderwerp.onderwerp import Deelname, Dossier
from regels.lezen.vorm import houd_tegen
from regels.lezen.yaml import Gelezen
from regels.lijstvelden import deelvelden
from regels.model import Bron

if TYPE_CHECKING:
    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.onderwerp import Onderwerp

BRON = Bron("handboek", "blz. 1")
LEDEN = ("aa", "bb", "cc")
Feitwaarden = dict[str, Any]


def veld(code: str, over: str, soort: str = "getal", **anders: Any) -> Profielveld:
    vraag = None if "afgeleid" in anders else "Hoe zit dat?"
    return Profielveld(
        code=code, over=over, kop=code.title(), soort=soort, bron=BRON, vraag=vraag, **anders
    )


def profiel_met(*velden: Profielveld, **regio: Any) -> Profiel:
    """A region of three members with these fields."""
    profiel, _ = lees_profiel(map_van_profiel("bibliotheken-zilverkust"))
    leden = tuple(Lid(code, code.upper(), BRON) for code in LEDEN)
    nieuw = replace(profiel.regio, **{"leden": leden, "aantal_leden": None, **regio})
    return replace(profiel, regio=nieuw, velden=velden, samenwerkingen=())


def boek_met(
    profiel: Profiel,
    *onderwerpen: Feitwaarden,
    jaar: Feitwaarden | None = None,
    leden: dict[str, Feitwaarden] | None = None,
    deelname: dict[tuple[str | None, str | None], Feitwaarden] | None = None,
) -> tuple[Feitenboek, Dossier]:
    """What is known: of the year, of topics t-0, t-1 …, of members, and of pairs."""
    rauw = (
        {"code": f"t-{nummer}", "titel": "Titel", "thema": "ontmoeten", **feiten}
        for nummer, feiten in enumerate(onderwerpen)
    )
    dossier = Dossier(
        _instellingen(profiel),
        onderwerpen_van(*rauw, profiel=profiel),
        _feiten(jaar or {}),
        {lid: _feiten(feiten) for lid, feiten in (leden or {}).items()},
        tuple(Deelname(*wie, _feiten(feiten)) for wie, feiten in (deelname or {}).items()),
    )
    velden = {veld.naam: veld for veld in basisvelden(profiel)}
    velden |= deelvelden(velden.values())
    return Feitenboek(dossier, profiel, wijs_plannen(profiel, date(2026, 1, 1)), velden), dossier


def _instellingen(profiel: Profiel) -> Instellingen:
    waarde = {"jaar": 2026, "profiel": profiel.regio.code}
    context = {"omgeving": Omgeving(profiel, {})}
    gelezen = Gelezen(waarde, "proef.yaml")
    instellingen = houd_tegen(Instellingen, waarde, gelezen, (), [], context)
    assert instellingen is not None
    return instellingen


def _feiten(waarden: Feitwaarden) -> dict[str, Feit]:
    return {code: Feit(waarde) for code, waarde in waarden.items()}


def onderwerp(dossier: Dossier, nummer: int = 0) -> Onderwerp:
    return dossier.onderwerpen[nummer]


def lid(profiel: Profiel, code: str) -> Lid:
    return profiel.lid[code]


# --- What is filled in ---


def test_een_feit_van_hoger_geldt_voor_alles_wat_lager_ligt() -> None:
    profiel = profiel_met(veld("geld", "jaar"), veld("gasten", "onderwerp"), veld("stoelen", "lid"))
    boek, dossier = boek_met(profiel, {"gasten": 5}, jaar={"geld": 9}, leden={"aa": {"stoelen": 7}})

    paar = Waarover(onderwerp(dossier), lid(profiel, "aa"))

    assert boek.feiten(["geld", "gasten", "stoelen"], paar) == {
        "geld": 9,
        "gasten": 5,
        "stoelen": 7,
    }


def test_een_feit_van_lager_is_hoger_niet_bekend() -> None:
    profiel = profiel_met(veld("gasten", "onderwerp"), veld("hulp", "deelname", "ja-nee"))
    boek, dossier = boek_met(profiel, {"gasten": 5}, deelname={("t-0", "aa"): {"hulp": "ja"}})

    assert boek.feiten(["gasten", "hulp"], JAAR) == {"gasten": None, "hulp": None}
    assert boek.waarde("hulp", Waarover(onderwerp(dossier))) is None
    assert boek.waarde("hulp", Waarover(lid=lid(profiel, "aa"))) is None


@pytest.mark.parametrize(
    ("rijen", "verwacht"),
    [
        ({("t-0", "aa"): "ja", ("t-0", None): "nee", (None, "aa"): "nee"}, "ja"),
        ({("t-0", None): "ja", (None, "aa"): "nee"}, "ja"),
        ({(None, "aa"): "ja", ("t-0", "bb"): "nee", ("t-1", "aa"): "nee"}, "ja"),
        ({("t-1", "aa"): "ja", ("t-0", "bb"): "ja"}, None),
        ({}, None),
    ],
    ids=["het paar", "dan het onderwerp", "dan het lid", "een ander paar", "geen rij"],
)
def test_van_een_paar_wint_de_dichtstbijzijnde_rij(
    rijen: dict[tuple[str | None, str | None], str], verwacht: str | None
) -> None:
    profiel = profiel_met(veld("hulp", "deelname", "ja-nee"))
    boek, dossier = boek_met(
        profiel, {}, {}, deelname={wie: {"hulp": waarde} for wie, waarde in rijen.items()}
    )

    assert boek.waarde("hulp", Waarover(onderwerp(dossier), lid(profiel, "aa"))) == verwacht


def test_een_rij_die_over_een_veld_zwijgt_laat_dat_aan_de_volgende() -> None:
    profiel = profiel_met(veld("hulp", "deelname", "ja-nee"), veld("plek", "deelname", "ja-nee"))
    rijen = {("t-0", "aa"): {"hulp": "ja"}, (None, "aa"): {"hulp": "nee", "plek": "nee"}}
    boek, dossier = boek_met(profiel, {}, deelname=rijen)

    paar = Waarover(onderwerp(dossier), lid(profiel, "aa"))

    assert boek.feiten(["hulp", "plek"], paar) == {"hulp": "ja", "plek": "nee"}


def test_van_een_lijst_is_elke_keuze_een_ja_of_een_nee_en_een_lege_lijst_is_bekend() -> None:
    kamers = veld("kamers", "onderwerp", "keuzes", keuzes=(Keuze("podium"), Keuze("tuin")))
    boek, dossier = boek_met(profiel_met(kamers), {"kamers": ["tuin"]}, {"kamers": []}, {})
    namen = ("kamers:podium", "kamers:tuin")

    gevonden = [boek.feiten(namen, Waarover(o)) for o in dossier.onderwerpen]

    assert [tuple(feiten.values()) for feiten in gevonden] == [
        ("nee", "ja"),
        ("nee", "nee"),
        (None, None),
    ]


def test_wat_het_profiel_zelf_weet_is_een_feit() -> None:
    groepen = (Groep("zee", "Aan zee", BRON), Groep("land", "In het land", BRON))
    leden = (
        Lid("aa", "AA", BRON, groepen=("zee",)),
        Lid("bb", "BB", BRON, groepen=()),
        Lid("cc", "CC", BRON),
    )
    profiel = profiel_met(leden=leden, groepen=groepen, aantal_leden=5)
    boek, _ = boek_met(profiel)

    bij_zee = [boek.feiten(["groepen:zee"], Waarover(lid=deel)) for deel in profiel.regio.leden]

    assert boek.waarde("aantal_leden", JAAR) == 5
    assert [feiten["groepen:zee"] for feiten in bij_zee] == ["ja", "nee", None]


def test_een_naam_die_geen_feit_is_wordt_weggelaten() -> None:
    boek, _ = boek_met(profiel_met(veld("geld", "jaar")), jaar={"geld": 1})

    assert boek.feiten(["geld", "een-indeling"], JAAR) == {"geld": 1}


# --- What follows from others ---


@pytest.mark.parametrize(
    ("een", "ander", "som"), [(2, 3, 5), (0, 0, 0), (2, None, None), (None, None, None)]
)
def test_een_som_met_iets_onbekends_is_onbekend(
    een: int | None, ander: int | None, som: int | None
) -> None:
    samen = veld("samen", "jaar", afgeleid=Afgeleid(som=("een", "ander")))
    profiel = profiel_met(veld("een", "jaar"), veld("ander", "jaar"), samen)
    waarden = {"een": een, "ander": ander}
    boek, _ = boek_met(profiel, jaar={c: w for c, w in waarden.items() if w is not None})

    assert boek.waarde("samen", JAAR) == som


@pytest.mark.parametrize(
    ("gekozen", "som"), [(("podium", "tuin"), 7), (("tuin",), 4), ((), 0), (None, None)]
)
def test_een_som_van_keuzes_telt_wat_gekozen_is(
    gekozen: tuple[str, ...] | None, som: int | None
) -> None:
    keuzes = (Keuze("podium", getal=3), Keuze("tuin", getal=4))
    profiel = profiel_met(
        veld("kamers", "jaar", "keuzes", keuzes=keuzes),
        veld("plekken", "jaar", afgeleid=Afgeleid(som=("kamers",))),
    )
    boek, _ = boek_met(profiel, jaar={} if gekozen is None else {"kamers": gekozen})

    assert boek.waarde("plekken", JAAR) == som


@pytest.mark.parametrize(
    ("nodig", "aanwezig", "tekort"), [(9, 4, 5), (4, 9, 0), (4, 4, 0), (None, 4, None)]
)
def test_een_tekort_is_nooit_onder_nul(
    nodig: int | None, aanwezig: int, tekort: int | None
) -> None:
    mist = veld("mist", "jaar", afgeleid=Afgeleid(tekort=Tekort("nodig", aanwezig)))
    boek, _ = boek_met(
        profiel_met(veld("nodig", "jaar"), mist), jaar={} if nodig is None else {"nodig": nodig}
    )

    assert boek.waarde("mist", JAAR) == tekort


def test_een_tekort_bij_een_paar_ziet_het_onderwerp_en_het_lid() -> None:
    mist = veld("mist", "deelname", afgeleid=Afgeleid(tekort=Tekort("gasten", "stoelen")))
    profiel = profiel_met(veld("gasten", "onderwerp"), veld("stoelen", "lid"), mist)
    boek, dossier = boek_met(
        profiel, {"gasten": 10}, leden={"aa": {"stoelen": 4}, "bb": {"stoelen": 12}}
    )

    mist_bij = {
        code: boek.waarde("mist", Waarover(onderwerp(dossier), lid(profiel, code)))
        for code in LEDEN
    }

    assert mist_bij == {"aa": 6, "bb": 0, "cc": None}


def test_een_totaal_telt_alle_leden_en_is_onbekend_zolang_van_een_lid_iets_onbekend_is() -> None:
    alle = veld("alle", "jaar", afgeleid=Afgeleid(totaal="stoelen"))
    profiel = profiel_met(veld("stoelen", "lid"), alle)
    vol = {code: {"stoelen": 5} for code in LEDEN}

    assert boek_met(profiel, leden=vol)[0].waarde("alle", JAAR) == 15
    assert boek_met(profiel, leden=dict(list(vol.items())[1:]))[0].waarde("alle", JAAR) is None


def test_een_totaal_is_onbekend_zolang_niet_elk_lid_bij_naam_bekend_is() -> None:
    alle = veld("alle", "jaar", afgeleid=Afgeleid(totaal="stoelen"))
    profiel = profiel_met(veld("stoelen", "lid"), alle, aantal_leden=4)
    boek, _ = boek_met(profiel, leden={code: {"stoelen": 5} for code in LEDEN})

    assert boek.waarde("alle", JAAR) is None


def test_een_totaal_over_onderwerpen_mag_ook_van_een_veld_dat_elke_regio_heeft() -> None:
    profiel = profiel_met(veld("alle", "jaar", afgeleid=Afgeleid(totaal="kosten_euro")))

    bekend, _ = boek_met(profiel, {"kosten_euro": 5}, {"kosten_euro": 7})
    onbekend, _ = boek_met(profiel, {"kosten_euro": 5}, {})
    leeg, _ = boek_met(profiel)

    assert bekend.waarde("alle", JAAR) == 12
    assert onbekend.waarde("alle", JAAR) is None
    assert leeg.waarde("alle", JAAR) == 0


def test_een_aantal_bij_een_onderwerp_telt_de_leden_die_ja_zeggen() -> None:
    wie = veld("wie", "onderwerp", afgeleid=Afgeleid(aantal="hulp"))
    profiel = profiel_met(veld("hulp", "deelname", "ja-nee"), wie)
    rijen = {
        ("t-0", None): {"hulp": "nee"},
        ("t-0", "aa"): {"hulp": "ja"},
        ("t-1", "aa"): {"hulp": "ja"},
    }
    boek, dossier = boek_met(profiel, {}, {}, deelname=rijen)

    assert boek.waarde("wie", Waarover(onderwerp(dossier, 0))) == 1
    assert boek.waarde("wie", Waarover(onderwerp(dossier, 1))) is None


def test_een_totaal_over_paren_telt_elk_onderwerp_bij_elk_lid() -> None:
    alles = veld("alles", "jaar", afgeleid=Afgeleid(totaal="uren"))
    per_lid = veld("per_lid", "lid", afgeleid=Afgeleid(totaal="uren"))
    profiel = profiel_met(veld("uren", "deelname"), alles, per_lid)
    rijen = {(None, code): {"uren": uren} for code, uren in zip(LEDEN, (1, 2, 3), strict=True)}
    boek, _ = boek_met(profiel, {}, {}, deelname=rijen)

    assert boek.waarde("alles", JAAR) == 12
    assert boek.waarde("per_lid", Waarover(lid=lid(profiel, "cc"))) == 6


def test_een_feit_dat_uit_een_ander_volgt_mag_dat_van_een_volgend_zijn() -> None:
    profiel = profiel_met(
        veld("stoelen", "lid"),
        veld("alle", "jaar", afgeleid=Afgeleid(totaal="stoelen")),
        veld("mist", "jaar", afgeleid=Afgeleid(tekort=Tekort(20, "alle"))),
    )
    boek, _ = boek_met(profiel, leden={code: {"stoelen": 5} for code in LEDEN})

    assert boek.waarde("mist", JAAR) == 5


# --- The order of two moments ---


def moment(code: str, van: int | None, tot: int | None) -> Moment:
    """A moment in January; an absent end is open."""
    dagen = {
        naam: date(2026, 1, dag) for naam, dag in (("van", van), ("tot", tot)) if dag is not None
    }
    return Moment(code=code, reeks="proef", naam=code, woorden="in januari", bron=BRON, **dagen)


@pytest.mark.parametrize(
    ("een", "ander", "uitkomst"),
    [
        ((1, 5), (6, 9), "ja"),
        ((1, 5), (5, 9), "ja"),
        ((6, 9), (1, 5), "nee"),
        ((5, 9), (1, 5), None),
        ((1, 7), (5, 9), None),
        ((None, 5), (6, None), "ja"),
        ((6, None), (None, 5), "nee"),
        ((None, None), (1, 2), None),
    ],
)
def test_de_volgorde_van_momenten_is_alleen_bekend_als_zij_zeker_is(
    een: tuple[int | None, int | None], ander: tuple[int | None, int | None], uitkomst: str | None
) -> None:
    profiel = replace(
        profiel_met(veld("goed", "jaar", "ja-nee", afgeleid=Afgeleid(volgorde=("een", "ander")))),
        momenten=(moment("een", *een), moment("ander", *ander)),
    )

    assert boek_met(profiel)[0].waarde("goed", JAAR) == uitkomst


@given(st.tuples(*[st.integers(1, 9)] * 4))
def test_de_volgorde_klopt_voor_elke_dag_die_het_kan_zijn(dagen: tuple[int, ...]) -> None:
    (van_a, tot_a), (van_b, tot_b) = sorted(dagen[:2]), sorted(dagen[2:])
    kan = {a <= b for a in range(van_a, tot_a + 1) for b in range(van_b, tot_b + 1)}

    uitkomst = niet_later(moment("een", van_a, tot_a), moment("ander", van_b, tot_b))

    assert uitkomst == ("onbekend" if len(kan) > 1 else "ja" if kan == {True} else "nee")


# --- What a rule judges ---


@pytest.mark.parametrize(
    ("wat", "aantal"), [("jaar", 1), ("onderwerp", 2), ("lid", 3), ("deelname", 6)]
)
def test_een_regel_gaat_over_elk_onderwerp_en_elk_lid_met_een_naam(wat: str, aantal: int) -> None:
    profiel = profiel_met(aantal_leden=9)
    _, dossier = boek_met(profiel, {}, {})

    assert len(list(alle_over(wat, dossier, profiel))) == aantal
