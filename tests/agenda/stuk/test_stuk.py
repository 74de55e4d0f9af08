"""The document for the meeting says what the ranked list says, of every topic, in its order."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import maak_onderwerp, ranglijst_van
from hypothesis import given, settings
from hypothesis import strategies as st
from lijsten_agenda import niet_toegelaten, toegelaten
from stukken import regels_van

from agenda.invoer.dossier import lees_dossier
from agenda.rangorde.besluit import Afwijking, Besluit, OnmogelijkeAfwijkingen
from agenda.rangorde.prioritering import prioriteer
from agenda.stuk.blokken import Alinea, Gegevens, tabel_van
from agenda.stuk.hoe_zeker import hoe_zeker_zin
from agenda.stuk.motivering import voor_alle
from agenda.stuk.opstellen import stel_stuk_op
from agenda.stuk.vormen.md import stuk_md
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.uitleg.uitleg import zin_van
from agenda.uitleg.wijziging import Feitwijziging
from agenda.weergave.vormen import md_tekst
from agenda.weergave.woorden import als_zin, onderwerp_anker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bouwers_agenda import Rauw

    from agenda.stuk.blokken import Blok, Deel, Stuk
    from agenda.weergave.vormen import Tabel

VOORBEELD = Path(__file__).parents[3] / "voorbeelden" / "nijmegen-rivierenland-2022"


@pytest.fixture(scope="module")
def voorbeeld() -> Jaaragenda:
    gelezen = lees_dossier(VOORBEELD)
    return Jaaragenda(prioriteer(gelezen.dossier, gelezen.profiel, gelezen.regelset))


def _delen(stuk: Stuk) -> dict[str, Deel]:
    return {deel.code: deel for _, deel in stuk.alle()}


def _teksten(blokken: tuple[Blok, ...]) -> Iterator[str]:
    for blok in blokken:
        tussen = ": " if isinstance(blok, Gegevens) else " | "
        yield from map(tussen.join, regels_van(blok))


def _tabel(deel: Deel) -> Tabel:
    (tabel,) = filter(None, map(tabel_van, deel.blokken))
    return tabel


def test_elk_onderwerp_heeft_een_eigen_deel_in_de_volgorde_van_zijn_lijst(
    voorbeeld: Jaaragenda,
) -> None:
    lijst, delen = voorbeeld.ranglijst, _delen(stel_stuk_op(voorbeeld))
    for hoofdstuk, leden in (
        ("motivering", lijst.toegelaten),
        ("onbeslist", lijst.onbeslist),
        ("niet-toegelaten", lijst.niet_toegelaten),
    ):
        codes = [deel.code for deel in delen[hoofdstuk].delen]
        assert codes == [onderwerp_anker(lid.code) for lid in leden]


def test_elke_code_van_een_deel_komt_een_keer_voor(voorbeeld: Jaaragenda) -> None:
    codes = [deel.code for _, deel in stel_stuk_op(voorbeeld).alle()]
    assert len(codes) == len(set(codes))


def test_een_onderwerp_dat_heet_als_een_deel_van_een_ander_heeft_een_eigen_code() -> None:
    delen = ("toelating", "criteria", "samenhang", "stevig", "route")
    lijst = [maak_onderwerp("ggz"), *(maak_onderwerp(f"ggz-{deel}") for deel in delen)]
    lijst += [maak_onderwerp(f"onderwerp-{deel}") for deel in delen]
    codes = [deel.code for _, deel in stel_stuk_op(Jaaragenda(ranglijst_van(*lijst))).alle()]
    assert len(codes) == len(set(codes))


@settings(max_examples=20)
@given(toegelaten(), niet_toegelaten())
def test_de_ranglijst_in_het_stuk_is_de_ranglijst(lijst: list[Rauw], buiten: Rauw) -> None:
    ranglijst = ranglijst_van(*lijst, buiten)
    tabel = _tabel(_delen(stel_stuk_op(Jaaragenda(ranglijst)))["ranglijst"])
    teken = {"onbekend": "?"}
    assert [(rij[0], str(rij[1]).split("\n")[0], *rij[2:-1]) for rij in tabel.rijen] == [
        (
            str(g.plaats),
            g.onderwerp.titel,
            *(teken.get(o.uitkomst, o.uitkomst) for o in g.uitslag.criteria),
        )
        for g in ranglijst.toegelaten
    ]


@settings(max_examples=20)
@given(toegelaten(), st.integers(1, 5))
def test_de_punten_bij_de_criteria_tellen_op_tot_de_score(lijst: list[Rauw], zwaar: int) -> None:
    ranglijst = ranglijst_van(*lijst, gewichten={"veiligheid": zwaar})
    delen = _delen(stel_stuk_op(Jaaragenda(ranglijst)))
    for g in ranglijst.toegelaten:
        deel = delen[onderwerp_anker(g.onderwerp.code)]
        antwoorden = [b for b in deel.blokken if isinstance(b, Alinea) and b.merk == "ja"]
        punten = sum(zwaar if b.aanhef.startswith("Veiligheid") else 1 for b in antwoorden)
        assert punten == g.uitslag.score
        assert deel.marge is not None
        gevuld = sum(blokje.gewicht for blokje in deel.marge.blokjes if blokje.merk == "ja")
        assert gevuld == g.uitslag.score
        samen = [b.tekst for b in deel.blokken if isinstance(b, Alinea) and b.aanhef == "Samen:"]
        assert [som.rpartition(" = ")[2] for som in samen] == (
            [f"{g.uitslag.score}."] if zwaar > 1 else []
        )


def test_het_stuk_zegt_vooraan_en_achteraan_dat_pfo_en_wethoudersoverleg_niet_besluiten(
    voorbeeld: Jaaragenda,
) -> None:
    stuk = stel_stuk_op(voorbeeld)
    wie = "Het PFO van elke deelregio en het Wethoudersoverleg Gelderland-Zuid"
    zin = f"{wie} besluiten niet (Inrichtingsplan §2.4.5)."
    for deel in ("oplegger-gevraagd", "route"):
        assert any(zin in tekst for tekst in _teksten(_delen(stuk)[deel].blokken))


def test_wat_onbeslist_is_zegt_eerst_wat_er_nog_uitgezocht_moet_worden(
    voorbeeld: Jaaragenda,
) -> None:
    delen = _delen(stel_stuk_op(voorbeeld))
    assert voorbeeld.ranglijst.onbeslist
    for b in voorbeeld.ranglijst.onbeslist:
        deel = delen[onderwerp_anker(b.code)]
        (nog,) = (a for a in deel.blokken if isinstance(a, Alinea) and a.aanhef == "Nog te weten.")
        for reden in voorbeeld.uitleg(b.code).redenen:
            assert als_zin(reden) in nog.tekst


def test_wat_voor_alle_onderwerpen_geldt_staat_er_een_keer(voorbeeld: Jaaragenda) -> None:
    hoofdstuk = _delen(stel_stuk_op(voorbeeld))["motivering"]
    (kop,) = _teksten(hoofdstuk.blokken)
    overal = voor_alle(voorbeeld)
    assert overal
    assert all(zin.removesuffix(".").casefold() in kop.casefold() for zin in overal)
    for deel in hoofdstuk.delen:
        waarom = [a for a in deel.blokken if isinstance(a, Alinea) and "Waarom" in a.aanhef]
        assert not [zin for zin in overal for a in waarom if zin in a.tekst]


@pytest.mark.traag
@settings(max_examples=20)
@given(toegelaten(), niet_toegelaten())
def test_elk_feit_van_de_regels_staat_bij_het_onderwerp_of_voor_alle(
    lijst: list[Rauw], buiten: Rauw
) -> None:
    agenda = Jaaragenda(ranglijst_van(*lijst, buiten))
    delen, overal = _delen(stel_stuk_op(agenda)), voor_alle(agenda)
    for lid in agenda.alle:
        tekst = " ".join(_teksten(delen[onderwerp_anker(lid.code)].blokken))
        for regel in agenda.uitleg(lid.code).uitgangspunten:
            for reden in regel.voorwaarden:
                zin = als_zin(zin_van(reden))
                assert zin in tekst or (lid.status == "toegelaten" and zin in overal)


def test_wat_niet_is_ingevuld_wordt_een_keer_geteld(voorbeeld: Jaaragenda) -> None:
    stuk = stel_stuk_op(voorbeeld)
    zin = "\n".join(_teksten(_delen(stuk)["leeswijzer"].blokken))
    leeg = sum(lid.onderwerp.kosten_euro is None for lid in voorbeeld.ranglijst.alle)
    assert f"‘Kosten’ bij {leeg}" in zin
    assert stuk_md(stuk).count("is niet ingevuld:") == 1


def test_inspanning_en_kosten_staan_er_precies() -> None:
    ranglijst = ranglijst_van(
        maak_onderwerp(
            "een", inspanning_fte=Decimal("0.4"), kosten_euro=1250000, bevoegdheid="raad"
        ),
        maak_onderwerp("twee", inspanning_fte=Decimal("0.15")),
    )
    delen = _delen(stel_stuk_op(Jaaragenda(ranglijst)))
    marge = delen["onderwerp-een"].marge
    assert marge is not None
    assert {
        "Inspanning: 0,4 fte",
        "Kosten: € 1.250.000",
        "Bevoegd: gemeenteraad",
    } <= {*marge.regels}
    (kort,) = _teksten(delen["oplegger-financien"].blokken)
    assert "De inspanning is samen 0,55 fte." in kort
    assert "De kosten zijn samen € 1.250.000, ingevuld bij 1 van de 2." in kort


@pytest.mark.parametrize(
    ("aantal", "begin"),
    [
        (0, "Er staan nog geen onderwerpen in dit dossier."),
        (1, "Er is één onderwerp beoordeeld: het staat op de ranglijst."),
        (2, "Er zijn twee onderwerpen beoordeeld: alle twee staan op de ranglijst."),
    ],
)
def test_hoeveel_onderwerpen_er_zijn_is_een_goede_zin(aantal: int, begin: str) -> None:
    lijst = [maak_onderwerp(f"a-{n}") for n in range(aantal)]
    delen = _delen(stel_stuk_op(Jaaragenda(ranglijst_van(*lijst))))
    assert next(_teksten(delen["oplegger-kern"].blokken)) == begin


def test_een_afwijking_staat_naast_de_berekende_plaats() -> None:
    lijst = [
        maak_onderwerp("een", criteria={"veiligheid": "ja"}),
        maak_onderwerp("twee"),
    ]
    besluit = Besluit("PFO", date(2027, 3, 1), (Afwijking("twee", 1, "Er is haast."),))
    stuk = stel_stuk_op(Jaaragenda(ranglijst_van(*lijst), besluit))
    delen = _delen(stuk)
    tabel = _tabel(delen["ranglijst"])
    assert [(*rij[:2], str(rij[2]).split("\n")[0], rij[-1]) for rij in tabel.rijen] == [
        ("1\nanders", "2", "Titel van twee", "0"),
        ("2", "1", "Titel van een", "1 tot 5"),
    ]
    zin = "Vastgesteld op plaats 1, berekend is plaats 2. Reden: Er is haast."
    assert zin in list(_teksten(delen["onderwerp-twee"].blokken))
    marges = [delen[f"onderwerp-{code}"].marge for code in ("een", "twee")]
    assert [marge.klein for marge in marges if marge] == ["berekend: 1", "anders, berekend: 2"]
    assert "Stand: vastgesteld door PFO op 1 maart 2027" in list(_teksten(stuk.omslag))


def test_de_oplegger_van_een_vastgestelde_agenda_telt_de_afwijkingen() -> None:
    codes = [f"nummer-{n:02}" for n in range(30)]
    lijst = ranglijst_van(*(maak_onderwerp(code, titel=f"Titel {code}") for code in codes))
    zinnen = {
        0: "De ranglijst is vastgesteld, zoals de berekende volgorde.",
        1: "De ranglijst is vastgesteld, met één afwijking van de berekende volgorde.",
        12: "De ranglijst is vastgesteld, met twaalf afwijkingen van de berekende volgorde.",
    }
    for aantal, zin in zinnen.items():
        afwijkingen = tuple(Afwijking(code, n, "Zo.") for n, code in enumerate(codes[:aantal], 1))
        besluit = Besluit("PFO", date(2027, 3, 1), afwijkingen)
        delen = _delen(stel_stuk_op(Jaaragenda(lijst, besluit)))
        assert next(_teksten(delen["oplegger-gevraagd"].blokken)) == zin
        assert delen["oplegger-gevraagd"].titel == "Besloten"
    voorstel = stel_stuk_op(Jaaragenda(lijst))
    teksten = [tekst for deel in voorstel.oplegger for tekst in _teksten(deel.blokken)]
    assert not any("fwijking" in tekst for tekst in teksten)


def test_een_afwijking_voor_een_onderwerp_zonder_plaats_kan_niet() -> None:
    lijst = [maak_onderwerp("een"), maak_onderwerp("buiten", regios=[])]
    besluit = Besluit("PFO", date(2027, 3, 1), (Afwijking("buiten", 1, "Toch."),))
    with pytest.raises(OnmogelijkeAfwijkingen):
        _ = Jaaragenda(ranglijst_van(*lijst), besluit).volgorde


def test_markdown_toont_elke_titel_als_tekst(voorbeeld: Jaaragenda) -> None:
    titel = "<script>alert(1)</script> | *vet* [x](http://a.nl)"
    ranglijst = ranglijst_van(maak_onderwerp("raar", titel=titel))
    tekst = stuk_md(stel_stuk_op(Jaaragenda(ranglijst)))
    assert md_tekst(titel) in tekst
    assert not re.search(r"(?<!\\)<script", tekst)


def test_over_de_top_staat_er_niets_als_elk_onderwerp_erin_past() -> None:
    def zin(aantal: int) -> str:
        lijst = [
            maak_onderwerp(f"nummer-{n:02}", criteria={"veiligheid": "ja"} if n else {})
            for n in range(aantal)
        ]
        return hoe_zeker_zin(Jaaragenda(ranglijst_van(*lijst)), "nummer-00")

    assert "bij de eerste" not in zin(10)
    assert "onbekend" not in zin(10)
    assert "bij de eerste 10" in zin(11)


def test_van_een_plaats_die_vast_staat_is_er_geen_gemiddelde() -> None:
    zin = hoe_zeker_zin(Jaaragenda(ranglijst_van(maak_onderwerp("een"))), "een")
    assert zin == "Met andere gewichten staat het altijd op plaats 1."


def test_de_kleinste_verandering_staat_bij_elk_onderwerp(voorbeeld: Jaaragenda) -> None:
    delen = _delen(stel_stuk_op(voorbeeld))
    for lid in voorbeeld.alle:
        blokken = delen[onderwerp_anker(lid.code)].blokken
        (klein,) = (a.tekst for a in blokken if isinstance(a, Alinea) and "Kleinste" in a.aanhef)
        for verandering in voorbeeld.veranderingen(lid.code):
            for mogelijkheid in verandering.mogelijkheden:
                assert mogelijkheid.plaats is None or f"plaats {mogelijkheid.plaats}" in klein
                for wijziging in mogelijkheid.wijzigingen:
                    if isinstance(wijziging, Feitwijziging) and wijziging.dan:
                        assert wijziging.dan in klein
