"""The PDF: accessible (PDF/UA-1), fit for the archive (PDF/A-2a), and readable whatever it says."""

from __future__ import annotations

import io
from collections import Counter
from contextlib import closing
from datetime import date
from functools import cache
from typing import Any

import pikepdf
import pytest
from stukken import als_json, in_vorm, kaal, nare_agenda, pdf_tekst, tekst_van, voorbeeld

from agenda.stuk.blokken import Alinea, Deel, Stuk
from agenda.stuk.opstellen import stel_stuk_op
from agenda.stuk.vormen.pdf.pdf import letters, stuk_pdf
from agenda.stuk.vormen.pdf.tekens import _BEKEND, VERVANGEN, _toont
from agenda.weergave.vormen import Tabel


@cache
def pdf() -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(in_vorm(voorbeeld, "pdf")))


def klein(*teksten: str) -> bytes:
    return stuk_pdf(Stuk("Titel", "Onder", tuple(map(Alinea, teksten)), ()), date(2027, 1, 1))


def elementen(boom: Any) -> list[Any]:
    """Every element of the structure below this one, in reading order."""
    uit: list[Any] = []
    kinderen = boom.get("/K")
    for kind in kinderen if isinstance(kinderen, pikepdf.Array) else [kinderen]:
        if isinstance(kind, pikepdf.Dictionary) and "/S" in kind:
            uit += [kind, *elementen(kind)]
    return uit


@cache
def structuur() -> list[Any]:
    return elementen(pdf().Root.StructTreeRoot)


def test_de_pdf_noemt_taal_en_titel():
    assert str(pdf().Root.Lang).lower().startswith("nl")
    assert bool(pdf().Root.ViewerPreferences.DisplayDocTitle)
    with pdf().open_metadata() as metadata:
        assert metadata["dc:title"] == "Strategische agenda 2022, Nijmegen en Rivierenland"


def test_de_pdf_zegt_dat_hij_toegankelijk_en_archiefwaardig_is():
    with pdf().open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
    assert bool(pdf().Root.MarkInfo.Marked)


def test_elke_tabel_heeft_koppen_en_evenveel_cellen_per_rij():
    tabellen = [element for element in structuur() if element.S == "/Table"]
    assert len(tabellen) > 12
    for tabel in tabellen:
        rijen = [
            [cel.S for cel in elementen(rij) if cel.S in ("/TH", "/TD")]
            for rij in elementen(tabel)
            if rij.S == "/TR"
        ]
        assert set(rijen[0]) == {"/TH"}
        assert all(set(rij) == {"/TD"} and len(rij) == len(rijen[0]) for rij in rijen[1:])


def test_de_lange_ranglijst_is_een_tabel_in_de_tags_ook_over_twee_paginas():
    aantal = len(als_json(voorbeeld)["ranglijst"])
    rijen = [
        sum(e.S == "/TR" for e in elementen(tabel)) for tabel in structuur() if tabel.S == "/Table"
    ]
    assert aantal + 1 in rijen


def test_elk_onderwerp_is_een_kop_van_niveau_twee():
    koppen = [element.S for element in structuur()]
    agenda = als_json(voorbeeld)
    onderwerpen = sum(len(agenda[lijst]) for lijst in ("ranglijst", "onbeslist", "niet_toegelaten"))
    delen = [diepte for diepte, _ in stel_stuk_op(voorbeeld()).alle()]
    assert koppen.count("/H1") == delen.count(1) + 1  # the table of contents has one too
    assert koppen.count("/H2") == delen.count(2) > onderwerpen


def test_de_inhoudsopgave_en_de_ranglijst_leiden_naar_het_onderwerp():
    with pdf().open_outline() as inhoud:
        hoofdstukken = [str(deel.title) for deel in inhoud.root]
    assert hoofdstukken == [deel.titel for deel in stel_stuk_op(voorbeeld()).delen]
    links = [a for p in pdf().pages for a in p.get("/Annots", []) if a.Subtype == "/Link"]
    assert len(links) > 80


def test_de_pdf_kent_geen_klok():
    assert str(pdf().docinfo["/CreationDate"]).startswith("D:20220101")


@pytest.mark.parametrize("teken", ["🚀", "你", "👨‍👩‍👧"])
def test_een_teken_zonder_letter_staat_er_als_nummer_en_dat_wordt_gezegd(teken):
    tekst = kaal(tekst_van(klein(f"voor {teken} na")))
    assert (
        kaal(f"voor {''.join(f'[U+{ord(t):04X}]' for t in teken if t != chr(0x200D))} na") in tekst
    )
    assert kaal(VERVANGEN) in tekst


@pytest.mark.parametrize("teken", ["שלום", "مرحبا", "Zoë", "½", "Ω", "ж"])
def test_een_teken_dat_de_letters_wel_kennen_blijft_staan(teken):
    tekst = kaal(tekst_van(klein(f"voor {teken} na")))
    assert set(kaal(teken)) <= set(tekst)
    assert "[U+" not in tekst


def test_een_gewone_agenda_zegt_niets_van_vervangen_tekens():
    assert kaal(VERVANGEN) not in kaal(pdf_tekst(voorbeeld))
    assert kaal(VERVANGEN) in kaal(pdf_tekst(nare_agenda))


@pytest.mark.traag
def test_alle_tekens_die_als_bekend_gelden_hebben_een_letter():
    fonts = letters()
    tekens = [chr(n) for n in range(0x20, 0x3000) if _BEKEND.match(chr(n))]
    assert len(tekens) > 300
    assert [teken for teken in tekens if not _toont([teken], fonts)] == []


def test_lange_woorden_blijven_binnen_hun_cel():
    tabel = Tabel("T", ("Code", "Titel", "Waarde"), (("q" * 40, "w" * 300, "z" * 64),))
    stuk = Stuk("T", "O", (), (Deel("d", "D", (tabel,)),))
    from pypdfium2 import PdfDocument

    gelezen: Counter[str] = Counter()
    grenzen: dict[str, tuple[float, float]] = {}
    with closing(PdfDocument(stuk_pdf(stuk, date(2027, 1, 1)))) as document:
        pagina = document[len(document) - 1]
        tekst = pagina.get_textpage()
        for nummer in range(tekst.count_chars()):
            teken = tekst.get_text_range(nummer, 1)
            if teken in ("q", "w", "z"):
                gelezen[teken] += 1
                links, _, rechts, _ = tekst.get_charbox(nummer)
                vroeger = grenzen.get(teken, (links, rechts))
                grenzen[teken] = (min(vroeger[0], links), max(vroeger[1], rechts))
        breedte = pagina.get_width()
    assert gelezen["w"] == 300
    # The three columns stand beside each other, and inside the margins.
    randen = [rand for teken in "qwz" for rand in grenzen[teken]]
    assert randen == sorted(randen)
    assert 60 < randen[0] < randen[-1] < breedte - 60


def test_een_gewoon_lang_woord_blijft_ook_in_een_tabel_een_woord():
    lang = "samenwerkingsafspraken, (wethoudersoverleg)"
    tabel = Tabel("Proef", ("A", "B"), ((lang, "x" * 300),), ())
    deel = Deel("proef", "Proef", (tabel,))
    tekst = tekst_van(stuk_pdf(Stuk("Titel", "Onder", (), (deel,)), date(2027, 1, 1)))

    # How pypdfium2 reads a hyphen at the end of a line.
    assert lang in " ".join(tekst.replace("\ufffe", "").split())
    assert "x\u200bx" in tekst
