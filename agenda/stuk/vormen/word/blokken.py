"""The parts of the document as elements of WordprocessingML, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.stuk.blokken import MERKTEKENS, Alinea, Gegevens, Lijst, Onderwerpentabel
from agenda.stuk.vormen.word.elementen import Elementen, W
from agenda.stuk.vormen.word.stijlen import (
    BRONSTIJL,
    CRITERIUMSTIJL,
    INVULSTIJL,
    KOPSTIJLEN,
    MARGESTIJL,
    MOTIEFSTIJL,
    WITSTIJL,
)
from agenda.stuk.vormen.word.stroken import Strooktekenaar
from agenda.stuk.vormen.word.tabellen import Tabelbouwer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from agenda.stuk.blokken import Blok, Deel, Stuk

_MAX_BLADWIJZER = 40
_TWIPS = 635
_HOOFDSTUKKEN = "hoofdstukken"
"""What the table of contents is about: all but the memo before it."""
_KOPJE = 2
"""The level of the headings in the memo."""


class Wordbouwer:
    """Turns a document into the elements of the body, in reading order.

    Args:
        document: an empty document with its styles.
        stuk: what must be in it.
    """

    def __init__(self, document: Any, stuk: Stuk) -> None:
        self._document, self._stuk = document, stuk
        self._el = Elementen(document)
        self._nummer = 0
        self._bladwijzers = {
            deel.code: _bladwijzer(n, deel) for n, (_, deel) in enumerate(stuk.alle())
        }
        self._nummers = {code: nummer for nummer, code in enumerate(self._bladwijzers)}
        sectie = document.sections[-1]
        breedte = (sectie.page_width - sectie.left_margin - sectie.right_margin) // _TWIPS
        self._tabellen = Tabelbouwer(
            self._el, breedte, stuk, self._bladwijzers, Strooktekenaar(document)
        )

    def elementen(self) -> Iterator[Any]:
        """The cover, the memo, the table of contents where there are chapters, and every part."""
        stuk = self._stuk
        yield self._regel("Title", stuk.titel)
        yield self._regel("Subtitle", stuk.ondertitel)
        yield from self._blokken(stuk.omslag)
        for deel in stuk.oplegger:
            yield self._kop(_KOPJE, deel)
            yield from self._blokken(deel.blokken)
        if len(stuk.delen) > 1:
            yield from self._inhoud(stuk)
        omvang = len(self._bladwijzers)
        yield self._el.maak("bookmarkStart", id=omvang, name=_HOOFDSTUKKEN)
        for diepte, deel in stuk.hoofdstukken():
            yield self._kop(diepte, deel)
            if deel.marge:
                samen = [self._el.maak("keepNext")]
                yield self._el.alinea(MARGESTIJL, self._el.tekst(deel.marge.zin), opmaak=samen)
            yield from self._blokken(deel.blokken, MOTIEFSTIJL if deel.marge else None)
        yield self._el.maak("bookmarkEnd", id=omvang)

    def _regel(self, stijl: str, tekst: str) -> Any:
        return self._el.alinea(stijl, self._el.tekst(tekst))

    def _kop(self, diepte: int, deel: Deel) -> Any:
        naam, nummer = self._bladwijzers[deel.code], self._nummers[deel.code]
        nieuw = [self._el.maak("pageBreakBefore")] if deel.nieuwe_pagina else []
        return self._el.alinea(
            KOPSTIJLEN[min(diepte, len(KOPSTIJLEN)) - 1],
            self._el.maak("bookmarkStart", id=nummer, name=naam),
            self._el.tekst(deel.titel),
            self._el.maak("bookmarkEnd", id=nummer),
            opmaak=nieuw,
        )

    def _inhoud(self, stuk: Stuk) -> Iterator[Any]:
        """The table of contents: a field that Word can update, already filled in with links.

        Asking Word to fill in the pages on opening would show a warning; see `vul_in`.
        """
        yield self._el.alinea(
            "TOC Heading", self._el.tekst("Inhoud"), opmaak=[self._el.maak("pageBreakBefore")]
        )
        for nummer, deel in enumerate(stuk.delen):
            naam = self._bladwijzers[deel.code]
            delen = []
            if nummer == 0:
                delen += self._el.veld_begin(f'TOC \\o "1-1" \\h \\z \\u \\b {_HOOFDSTUKKEN}')
            delen.append(
                self._el.link(
                    naam,
                    self._el.tekst(deel.titel),
                    self._el.maak("r", self._el.maak("tab")),
                    *self._el.veld(f"PAGEREF {naam} \\h"),
                )
            )
            if nummer == len(stuk.delen) - 1:
                delen.append(self._el.veldteken("end"))
            yield self._el.alinea("toc 1", *delen)

    def _blokken(self, blokken: Iterable[Blok], stijl: str | None = None) -> Iterator[Any]:
        for blok in blokken:
            match blok:
                case Alinea():
                    yield self._alinea(blok, stijl)
                case Lijst():
                    yield from self._lijst(blok)
                case Gegevens():
                    yield self._tabellen.gegevens(blok)
                    yield self._el.alinea(WITSTIJL)
                case Onderwerpentabel():
                    yield from self._tabellen.tabel(blok.tabel, blok)
                case tabel:
                    yield from self._tabellen.tabel(tabel)

    def _alinea(self, blok: Alinea, stijl: str | None) -> Any:
        delen = []
        if blok.merk:
            delen.append(self._el.tekst(f"{MERKTEKENS[blok.merk]}\t"))
        if blok.aanhef:
            delen.append(self._el.tekst(f"{blok.aanhef} ", vet=True))
        if blok.tekst:
            delen.append(self._el.tekst(blok.tekst, vet=blok.nadruk))
        if blok.bron:
            delen.append(self._el.tekst(f" {blok.bron}", stijl=BRONSTIJL))
        if blok.invullen:
            return self._el.alinea(INVULSTIJL, *delen, self._invulveld())
        return self._el.alinea(CRITERIUMSTIJL if blok.merk else stijl, *delen)

    def _invulveld(self) -> Any:
        """A field of the form in which a person types; till then it says that one may."""
        maak = self._el.maak
        eigenschappen = maak("sdtPr", maak("showingPlcHdr"), maak("text", multiLine=1))
        return maak("sdt", eigenschappen, maak("sdtContent", self._el.tekst(" [typ hier]")))

    def _lijst(self, lijst: Lijst) -> Iterator[Any]:
        stijl = "List Number" if lijst.genummerd else "List Bullet"
        nummering = self._nieuwe_nummering() if lijst.genummerd else None
        maak = self._el.maak
        for punt in lijst.punten:
            eigen = (
                [maak("numPr", maak("ilvl", val=0), maak("numId", val=nummering))]
                if nummering is not None
                else []
            )
            yield self._el.alinea(stijl, self._el.tekst(punt), opmaak=eigen)

    def _nieuwe_nummering(self) -> int | None:
        """A list that begins at 1 again; None when the style has no numbers of its own."""
        stijl = self._document.styles["List Number"].element
        eigen = stijl.find(f"{W}pPr/{W}numPr/{W}numId")
        if eigen is None:
            return None
        nummering = self._document.part.numbering_part.element
        try:
            bron = nummering.num_having_numId(int(eigen.get(f"{W}val")))
        except KeyError:  # the template names numbers that it does not have
            return None
        # python-docx searches all numbers for a free one, each time: too slow for many lists.
        self._nummer = (self._nummer or nummering._next_numId - 1) + 1
        nieuw = nummering._insert_num(type(bron).new(self._nummer, bron.abstractNumId.val))
        nieuw.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(nieuw.numId)


def vul_in(elementen: Iterable[Any], bladzijden: Mapping[str, int]) -> None:
    """Fill in what the fields of the table of contents show until Word looks again."""
    for element in elementen:
        for instructie in element.iter(f"{W}instrText"):
            opdracht, _, naam = instructie.text.strip().partition(" ")
            naam = naam.partition(" ")[0]
            if opdracht == "PAGEREF" and naam in bladzijden:
                # After the mark that ends the instruction comes what it shows.
                scheiding = instructie.getparent().getnext()
                scheiding.addnext(_tekstrun(scheiding, str(bladzijden[naam])))


def _tekstrun(naast: Any, tekst: str) -> Any:
    run = naast.makeelement(f"{W}r", nsmap=naast.nsmap)
    run.append(run.makeelement(f"{W}t"))
    run[0].text = tekst
    return run


def _bladwijzer(nummer: int, deel: Deel) -> str:
    """A name that is unique, and that Word allows: letters, digits and _, not too many."""
    return f"d{nummer}_{deel.code.replace('-', '_')}"[:_MAX_BLADWIJZER]
