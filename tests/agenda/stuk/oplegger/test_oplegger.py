"""The memo says what the figures say, in every kind of list, and fits on two pages."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from bouwers_agenda import maak_onderwerp, ranglijst_uit, ranglijst_van
from hypothesis import given, settings
from lijsten_agenda import toegelaten
from stukken import ALS_IN_WORD, VOORBEELD, als_in_word, regels_van, tekst_van

from agenda.gewichten.proef import herweeg
from agenda.rangorde.besluit import Afwijking, Besluit
from agenda.stuk.blokken import Onderwerpentabel
from agenda.stuk.hoe_zeker import hoe_zeker_hoofdstuk
from agenda.stuk.oplegger.lijst import MAX_RIJEN
from agenda.stuk.opstellen import stel_oplegger_op
from agenda.stuk.vormen.mail import stuk_mail
from agenda.stuk.vormen.md import stuk_md
from agenda.stuk.vormen.pdf.pdf import stuk_pdf
from agenda.stuk.vormen.word.word import stuk_docx
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.weergave.getallen import procent
from agenda.weergave.ranglijst import toon_ranglijst
from agenda.weergave.robuust.json import robuust_json
from agenda.weergave.woorden import telwoord

TESTS = Path(__file__).parents[3]
GOUD = TESTS / "goud"
REGIOS = ("arnhem-2014", "centraal-gelderland-2022")
NAMEN = ["eerste", "tweede", "derde", "vierde"]


def _voorbeeld() -> Jaaragenda:
    return Jaaragenda(ranglijst_uit(TESTS / "voorbeeld-42"))


def _zonder_gelijken() -> Jaaragenda:
    criteria = ["wetswijziging", "veiligheid", "wal-en-schip", "borging-samenwerking"]
    return Jaaragenda(
        ranglijst_van(
            *(
                maak_onderwerp(
                    naam,
                    titel=f"Het {naam} onderwerp",
                    criteria=dict.fromkeys(criteria[hoeveel:], "nee")
                    | dict.fromkeys(criteria[:hoeveel], "ja")
                    | {"laaghangend-fruit": "nee"},
                    kosten_euro=1000 * hoeveel,
                )
                for hoeveel, naam in zip((4, 3, 2, 1), NAMEN, strict=True)
            )
        )
    )


def _een() -> Jaaragenda:
    return Jaaragenda(ranglijst_van(maak_onderwerp("een", titel="Het ene onderwerp")))


def _geen_toegelaten() -> Jaaragenda:
    return Jaaragenda(
        ranglijst_van(
            maak_onderwerp("aa", titel="Alleen hier", regios=["rivierenland"]),
            maak_onderwerp("bb", titel="Nog een vraag", afstemming_nodig="onbekend"),
        )
    )


def _afgeweken() -> Jaaragenda:
    lijst = _voorbeeld().ranglijst
    laatste = len(lijst.toegelaten)
    afwijkingen = (
        Afwijking(lijst.toegelaten[5].code, 1, "Het winterseizoen vraagt haast."),
        Afwijking(lijst.toegelaten[0].code, laatste, "Dit kan wachten."),
    )
    return Jaaragenda(lijst, Besluit("de colleges", date(2022, 2, 17), afwijkingen))


def _plan() -> Jaaragenda:
    lijst = ranglijst_van(
        *(
            maak_onderwerp(
                naam,
                titel=f"Het {naam} onderwerp",
                inspanning_fte=fte,
                criteria={"veiligheid": "ja"},
            )
            for naam, fte in zip(NAMEN, (Decimal("1.5"), Decimal(1), Decimal("1.2")), strict=False)
        ),
        maak_onderwerp("na", titel="Pas later", afhankelijk_van=["eerste"]),
    )
    return Jaaragenda(lijst)


def _oordelen() -> Jaaragenda:
    return Jaaragenda(ranglijst_uit(TESTS / "cli" / "dossier-oordelen"))


GEVALLEN = {
    "voorbeeld": _voorbeeld,
    "zonder-gelijken": _zonder_gelijken,
    "een-onderwerp": _een,
    "geen-toegelaten": _geen_toegelaten,
    "afgeweken": _afgeweken,
    "plan": _plan,
    "oordelen": _oordelen,
}


@pytest.mark.parametrize("geval", GEVALLEN)
def test_de_oplegger_is_zoals_nagelezen(geval: str, goud) -> None:
    goud(GOUD / f"oplegger-{geval}.md", stuk_md(stel_oplegger_op(GEVALLEN[geval]())))


def test_de_mail_is_zoals_nagelezen(goud) -> None:
    goud(GOUD / "oplegger-mail.txt", stuk_mail(stel_oplegger_op(_zonder_gelijken())))


@pytest.mark.parametrize("regio", REGIOS)
def test_een_regio_zonder_rangorde_krijgt_een_oplegger_zonder_plaatsen(regio: str) -> None:
    agenda = Jaaragenda(ranglijst_uit(VOORBEELD.parent / regio))
    tekst = stuk_md(stel_oplegger_op(agenda))
    assert "Oplegger bij de lijst" in tekst
    assert "## Gevraagd" in tekst
    assert "## Vervolg" in tekst
    assert "laats" not in tekst.replace("Er zijn te weinig plaatsen", "")
    assert "## Hoe zeker" not in tekst


def _paginas(pdf: bytes) -> int:
    from pypdfium2 import PdfDocument

    with closing(PdfDocument(pdf)) as document:
        return len(document)


@pytest.mark.parametrize("map_", [TESTS / "voorbeeld-42", VOORBEELD], ids=lambda map_: map_.name)
def test_de_oplegger_past_op_twee_bladzijden(map_: Path) -> None:
    agenda = Jaaragenda(ranglijst_uit(map_))
    peildatum = agenda.ranglijst.dossier.instellingen.peildatum
    assert _paginas(stuk_pdf(stel_oplegger_op(agenda), peildatum)) <= 2


@pytest.mark.traag
@ALS_IN_WORD
@pytest.mark.parametrize("map_", [TESTS / "voorbeeld-42", VOORBEELD], ids=lambda map_: map_.name)
def test_de_oplegger_past_in_word_op_twee_bladzijden(map_: Path, tmp_path: Path) -> None:
    stuk = stel_oplegger_op(Jaaragenda(ranglijst_uit(map_)))
    assert _paginas(als_in_word(stuk_docx(stuk, date(2022, 1, 1)), tmp_path)) <= 2


def test_lange_titels_en_redenen_passen_ook() -> None:
    lijst = ranglijst_van(
        *(maak_onderwerp(f"o-{n:02}", titel=f"{n} {'lange titel ' * 24}") for n in range(40)),
        *(
            maak_onderwerp(f"b-{n:02}", titel=f"{n} {'x' * 290}", afstemming_nodig="onbekend")
            for n in range(20)
        ),
    )
    afwijkingen = tuple(Afwijking(f"o-{n:02}", n + 1, "reden " * 200) for n in range(10))
    agenda = Jaaragenda(lijst, Besluit("de colleges", date(2027, 3, 1), afwijkingen))
    assert _paginas(stuk_pdf(stel_oplegger_op(agenda), date(2027, 1, 1))) <= 3


def test_de_oplegger_in_word_heeft_koppen_en_geen_inhoudsopgave() -> None:
    import io

    from docx import Document

    agenda = _zonder_gelijken()
    stuk = stel_oplegger_op(agenda)
    document = Document(io.BytesIO(stuk_docx(stuk, date(2027, 1, 1))))
    koppen = [p.text for p in document.paragraphs if p.style.name == "Heading 2"]
    assert koppen == [deel.titel for deel in stuk.oplegger]
    assert not any(p.style.name.startswith(("toc", "TOC")) for p in document.paragraphs)


@pytest.mark.parametrize("geval", GEVALLEN)
def test_er_staan_geen_codes_in_de_oplegger(geval: str) -> None:
    agenda = GEVALLEN[geval]()
    tekst = stuk_md(stel_oplegger_op(agenda))
    codes = {lid.code for lid in agenda.alle if "-" in lid.code}
    codes |= {regel.code for regel in agenda.ranglijst.regels if "-" in regel.code}
    assert [code for code in codes if re.search(rf"(?<![\w-]){code}(?![\w-])", tekst)] == []


def test_een_afwijking_staat_bij_elke_plaats_die_de_oplegger_noemt() -> None:
    agenda = _afgeweken()
    tekst = stuk_md(stel_oplegger_op(agenda))
    for vastgesteld in agenda.volgorde:
        if vastgesteld.afwijking:
            plaats = vastgesteld.berekend.plaats
            na = tekst.partition(vastgesteld.titel)[2][:160]
            assert f"berekend is plaats {plaats}" in na or f"berekend: plaats {plaats}" in na


@pytest.mark.traag
@settings(max_examples=40)
@given(toegelaten(minstens=0, hoogstens=16))
def test_elk_cijfer_van_de_oplegger_is_dat_van_de_gegevens(onderwerpen) -> None:
    agenda = Jaaragenda(ranglijst_van(*onderwerpen))
    stuk = stel_oplegger_op(agenda)
    json = toon_ranglijst(agenda).json()
    stevig = {o["code"]: o for o in robuust_json(agenda.robuustheid)["onderwerpen"]}
    kern = next(deel for deel in stuk.oplegger if deel.code == "oplegger-kern")
    rijen = [
        rij
        for blok in kern.blokken
        if isinstance(blok, Onderwerpentabel)
        for rij in blok.tabel.rijen
    ]
    assert len(rijen) <= MAX_RIJEN
    for gegeven, rij in zip(json["ranglijst"], rijen, strict=False):
        laag, hoog = gegeven["score"], gegeven["score_max"]
        assert rij[0] == str(gegeven["plaats"])
        assert rij[2] == (str(laag) if laag == hoog else f"{laag} tot {hoog}")
        kan = stevig[gegeven["code"]]
        assert rij[-1] in (str(kan["beste"]), f"{kan['beste']} tot {kan['slechtste']}")
        if len(json["ranglijst"]) > agenda.top:
            deel = Fraction(kan["in_top_kans"])
            woorden = {Fraction(1): "altijd", Fraction(0): "nooit"}
            assert rij[3] == woorden.get(deel, f"bij {procent(deel)}")
    # A shared place stands in the table whole or not at all.
    geteld = len(json["ranglijst"])
    if 0 < len(rijen) < geteld:
        assert (
            json["ranglijst"][len(rijen)]["plaats"] != json["ranglijst"][len(rijen) - 1]["plaats"]
        )
    teksten = " ".join(
        tekst
        for deel in stuk.oplegger
        for blok in deel.blokken
        for r in regels_van(blok)
        for tekst in r
    )
    vragen = robuust_json(agenda.robuustheid)["vragen"]
    assert ("Zoek als eerste uit" in teksten) is bool(vragen)
    onbekend = sum(
        waarde == "onbekend" for rij in json["ranglijst"] for waarde in rij["criteria"].values()
    )
    geteld_zo = re.search(r"zijn (?:samen )?(\S+) antwoorden nog onbekend", teksten)
    assert (geteld_zo[1] == telwoord(onbekend)) if geteld_zo else onbekend < 2


@pytest.mark.traag
@settings(max_examples=40)
@given(toegelaten(minstens=2, hoogstens=9))
def test_wat_er_staat_als_een_criterium_dubbel_telt_komt_uit_de_nieuwe_lijst(onderwerpen) -> None:
    agenda = Jaaragenda(ranglijst_van(*onderwerpen))
    lijst = agenda.ranglijst
    op_1 = {
        regel.titel: {
            lid.titel for lid in herweeg(lijst, {regel.code: 2}).toegelaten if lid.plaats == 1
        }
        for regel in lijst.criteria
    }
    (tabel,) = next(
        deel.blokken
        for deel in hoe_zeker_hoofdstuk(agenda).delen
        if deel.code == "hoe-zeker-dubbel"
    )
    gelezen = {
        naam: titels.split("; ") for namen, titels in tabel.rijen for naam in op_1 if naam in namen
    }
    assert {naam: {*titels} for naam, titels in gelezen.items()} == op_1
    zeker = next(d for d in stel_oplegger_op(agenda).oplegger if d.code == "oplegger-zeker")
    (zin,) = (b.tekst for b in zeker.blokken if getattr(b, "tekst", "").startswith("Telt één"))
    nu = {lid.titel for lid in lijst.toegelaten if lid.plaats == 1}
    if all(titels == nu for titels in op_1.values()):
        assert zin.endswith("hetzelfde als nu.")
    elif all(titels <= nu for titels in op_1.values()):
        aantallen = [len(titels) for titels in op_1.values()]
        assert all(telwoord(aantal) in zin for aantal in aantallen)
    else:
        assert "kan iets anders op plaats 1 staan" in zin


def test_een_lang_deel_loopt_door_op_de_volgende_bladzijde() -> None:
    vragen = tuple(f"Vraag {n}: {'woord ' * 80}" for n in range(20))
    lijst = _een().ranglijst
    teksten = replace(lijst.profiel.teksten, gevraagd=vragen)
    agenda = Jaaragenda(replace(lijst, profiel=replace(lijst.profiel, teksten=teksten)))
    tekst = tekst_van(stuk_pdf(stel_oplegger_op(agenda), date(2027, 1, 1)))
    assert [n for n in range(20) if f"Vraag {n}:" not in tekst] == []


VRAGEN = {
    "Wat vraagt men van mij?": ("Gevraagd", "Bespreek de ranglijst"),
    "Wat is eerst?": ("Kern", "Vier onderwerpen delen plaats 1."),
    "En waarom?": ("Kern", "want: wetswijziging, wal en schip en borging samenwerking"),
    "Hoe zeker is dat?": ("Hoe zeker is dit?", "blijven de bovenste vier meestal bij de eerste 10"),
    "En de antwoorden die er niet zijn?": ("Hoe zeker is dit?", "68 antwoorden nog onbekend"),
    "Wat staat er niet op?": ("Niet op de lijst", "Elf onderwerpen voldoen niet aan de regels."),
    "Wat gebeurt er hierna?": ("Vervolg", "Wethoudersoverleg Gelderland-Zuid"),
    "Wie besluit?": ("Vervolg", "College of gemeenteraad"),
}


@pytest.mark.parametrize("vraag", VRAGEN)
def test_wie_alleen_de_oplegger_leest_vindt_het_antwoord(vraag: str) -> None:
    kop, antwoord = VRAGEN[vraag]
    tekst = stuk_md(stel_oplegger_op(_voorbeeld()))
    assert antwoord in tekst.partition(f"## {kop}\n")[2].partition("\n## ")[0]
