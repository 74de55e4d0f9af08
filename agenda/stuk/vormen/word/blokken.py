"""The parts of the document as elements of WordprocessingML.

python-docx looks up every cell of a table from the start; here rows are built as they are read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.stuk.blokken import Alinea, Gegevens, Lijst, Plaatsentabel
from agenda.stuk.vormen.papier import breedtes_van, inhoud_diepte, naast_elkaar, onderwerpdelen
from agenda.stuk.vormen.word.stijlen import CELSTIJL, KOPSTIJLEN, TABELSTIJL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from agenda.stuk.blokken import Blok, Deel, Stuk
    from agenda.stuk.vormen.papier import Koppen
    from agenda.weergave.vormen import Tabel

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMEN = {"w": _W[1:-1]}
_RUIMTE = "{http://www.w3.org/XML/1998/namespace}space"
_MAX_BLADWIJZER = 40
_TWIPS = 635
_NAAMBREEDTE, _NAAMBREEDTE_NAAST = 0.22, 0.13
_HOOFDSTUKKEN = "hoofdstukken"
"""What the table of contents is about: all but the memo before it."""
_KOPJE = 2
"""The level of the headings in the memo."""


class Wordbouwer:
    """Turns a document into the elements of the body, in reading order."""

    def __init__(self, document: Any) -> None:
        from docx.oxml.parser import oxml_parser

        # What OxmlElement does, without looking up the namespace for each of many elements.
        self._nieuw = oxml_parser.makeelement
        self._document = document
        self._stijl = {stijl.name.lower(): stijl.style_id for stijl in document.styles}
        sectie = document.sections[-1]
        self._breedte = (sectie.page_width - sectie.left_margin - sectie.right_margin) // _TWIPS
        self._nummer = 0
        self._bladwijzers: list[str] = []
        self._onderwerpen: dict[str, int] = {}
        self._delen: Mapping[Koppen, tuple[int, ...]] = {}

    def elementen(self, stuk: Stuk) -> Iterator[Any]:
        """The cover, the table of contents where there are chapters, and every part."""
        self._delen = breedtes_van(stuk)
        self._bladwijzers = [_bladwijzer(n, deel) for n, (_, deel) in enumerate(stuk.alle())]
        self._onderwerpen = onderwerpdelen(stuk)
        yield self._alinea("Title", stuk.titel)
        yield self._alinea("Subtitle", stuk.ondertitel)
        yield from self._blokken(stuk.omslag)
        for nummer, deel in enumerate(stuk.oplegger):
            yield self._kop(nummer, _KOPJE, deel)
            yield from self._blokken(deel.blokken)
        if len(stuk.delen) > 1:
            yield from self._inhoud(stuk)
        omvang = len(self._bladwijzers)
        yield self._maak("bookmarkStart", id=omvang, name=_HOOFDSTUKKEN)
        for nummer, (diepte, deel) in enumerate(stuk.hoofdstukken(), start=len(stuk.oplegger)):
            yield self._kop(nummer, diepte, deel)
            yield from self._blokken(deel.blokken)
        yield self._maak("bookmarkEnd", id=omvang)

    def _maak(self, naam: str, *kinderen: Any, **waarden: object) -> Any:
        element = self._nieuw(f"{_W}{naam}", nsmap=_NAMEN)
        for sleutel, waarde in waarden.items():
            element.set(f"{_W}{sleutel}", str(waarde))
        element.extend(kinderen)
        return element

    def _tekst(self, tekst: str, *, vet: bool = False) -> Any:
        """A run of text; a new line in it stays one."""
        run = self._maak("r")
        if vet:
            run.append(self._maak("rPr", self._maak("b"), self._maak("bCs")))
        for nummer, tekstregel in enumerate(tekst.split("\n")):
            if nummer:
                run.append(self._maak("br"))
            t = self._maak("t")
            t.text = tekstregel
            t.set(_RUIMTE, "preserve")
            run.append(t)
        return run

    def _alinea(self, stijl: str | None, tekst: str = "", *, vet: bool = False) -> Any:
        alinea = self._maak("p", self._opmaak(stijl))
        if tekst:
            alinea.append(self._tekst(tekst, vet=vet))
        return alinea

    def _opmaak(self, stijl: str | None, *meer: Any) -> Any:
        """Properties of a paragraph; without a style it has that of the document."""
        eerst = [self._maak("pStyle", val=self._stijl[stijl.lower()])] if stijl else []
        return self._maak("pPr", *eerst, *meer)

    def _kop(self, nummer: int, diepte: int, deel: Deel) -> Any:
        naam = self._bladwijzers[nummer]
        nieuw = [self._maak("pageBreakBefore")] if deel.nieuwe_pagina else []
        return self._maak(
            "p",
            self._opmaak(KOPSTIJLEN[min(diepte, len(KOPSTIJLEN)) - 1], *nieuw),
            self._maak("bookmarkStart", id=nummer, name=naam),
            self._tekst(deel.titel),
            self._maak("bookmarkEnd", id=nummer),
        )

    def _inhoud(self, stuk: Stuk) -> Iterator[Any]:
        """The table of contents: a field that Word can update, already filled in with links.

        Word alone knows the pages. Asking it to fill them in on opening shows a warning, so they
        appear on printing or on F9.
        """
        diepst = inhoud_diepte(stuk)
        delen = [
            (naam, diepte, deel)
            for naam, (diepte, deel) in zip(
                self._bladwijzers[len(stuk.oplegger) :], stuk.hoofdstukken(), strict=True
            )
            if diepte <= diepst
        ]
        kop = self._alinea("TOC Heading", "Inhoud")
        kop[0].append(self._maak("pageBreakBefore"))
        yield kop
        for nummer, (naam, diepte, deel) in enumerate(delen):
            alinea = self._maak("p", self._opmaak(f"toc {diepte}"))
            if nummer == 0:
                alinea.extend(
                    self._veld_begin(f'TOC \\o "1-{diepst}" \\h \\z \\u \\b {_HOOFDSTUKKEN}')
                )
            alinea.append(
                self._maak(
                    "hyperlink",
                    self._tekst(deel.titel),
                    self._maak("r", self._maak("tab")),
                    *self._veld(f"PAGEREF {naam} \\h"),
                    anchor=naam,
                    history=1,
                )
            )
            if nummer == len(delen) - 1:
                alinea.append(self._veldteken("end"))
            yield alinea

    def _veldteken(self, soort: str) -> Any:
        return self._maak("r", self._maak("fldChar", fldCharType=soort))

    def _veld_begin(self, opdracht: str) -> list[Any]:
        instructie = self._maak("instrText")
        instructie.text = f" {opdracht} "
        instructie.set(_RUIMTE, "preserve")
        return [
            self._veldteken("begin"),
            self._maak("r", instructie),
            self._veldteken("separate"),
        ]

    def _veld(self, opdracht: str) -> list[Any]:
        return [*self._veld_begin(opdracht), self._veldteken("end")]

    def _blokken(self, blokken: Iterable[Blok]) -> Iterator[Any]:
        for blok in blokken:
            match blok:
                case Alinea():
                    alinea = self._alinea(None, blok.tekst, vet=blok.nadruk)
                    if blok.aanhef:
                        alinea.insert(1, self._tekst(f"{blok.aanhef} ", vet=True))
                    yield alinea
                case Lijst():
                    yield from self._lijst(blok)
                case Gegevens():
                    yield self._gegevens(blok)
                    yield self._alinea(CELSTIJL)
                case Plaatsentabel(tabel=tabel) | tabel:
                    yield from self._tabel(tabel)

    def _lijst(self, lijst: Lijst) -> Iterator[Any]:
        stijl = "List Number" if lijst.genummerd else "List Bullet"
        nummering = self._nieuwe_nummering() if lijst.genummerd else None
        for punt in lijst.punten:
            alinea = self._alinea(stijl, punt)
            if nummering is not None:
                alinea[0].append(
                    self._maak(
                        "numPr", self._maak("ilvl", val=0), self._maak("numId", val=nummering)
                    )
                )
            yield alinea

    def _nieuwe_nummering(self) -> int | None:
        """A list that begins at 1 again; None when the style has no numbers of its own."""
        stijl = self._document.styles["List Number"].element
        eigen = stijl.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        if eigen is None:
            return None
        nummering = self._document.part.numbering_part.element
        try:
            bron = nummering.num_having_numId(int(eigen.get(f"{_W}val")))
        except KeyError:  # the template names numbers that it does not have
            return None
        # python-docx searches all numbers for a free one, each time: too slow for many lists.
        self._nummer = (self._nummer or nummering._next_numId - 1) + 1
        nieuw = nummering._insert_num(type(bron).new(self._nummer, bron.abstractNumId.val))
        nieuw.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(nieuw.numId)

    def _gegevens(self, gegevens: Gegevens) -> Any:
        naam = int(self._breedte * _NAAMBREEDTE)
        breedtes = [naam, self._breedte - naam]
        rijen: Sequence[tuple[str, ...]] = gegevens.rijen
        if gegevens.naast:
            naam = int(self._breedte * _NAAMBREEDTE_NAAST)
            breedtes = [naam, self._breedte // 2 - naam] * 2
            rijen = naast_elkaar(gegevens)
        return self._maak(
            "tbl",
            self._tabelopmaak(None, "Gegevens", "", koprij=False),
            self._raster(breedtes),
            *(self._rij(rij, breedtes, gegeven=True) for rij in rijen),
        )

    def _tabel(self, tabel: Tabel) -> Iterator[Any]:
        if not tabel.rijen:
            yield self._alinea(None, "(geen)")
        else:
            breedtes = [deel * self._breedte // 1000 for deel in self._delen[tabel.koppen]]
            omschrijving = f"Tabel met de kolommen {', '.join(tabel.koppen)}."
            code = tabel.koppen.index("Code") if "Code" in tabel.koppen else None
            yield self._maak(
                "tbl",
                self._tabelopmaak(TABELSTIJL, tabel.titel, omschrijving, koprij=True),
                self._raster(breedtes),
                self._rij(tabel.koppen, breedtes, koprij=True, rechts=tabel.rechts),
                *(self._rij(rij, breedtes, link=code, rechts=tabel.rechts) for rij in tabel.rijen),
            )
        yield from (self._alinea("Caption", noot) for noot in tabel.noten or ("",))

    def _tabelopmaak(
        self, stijl: str | None, titel: str, omschrijving: str, *, koprij: bool
    ) -> Any:
        return self._maak(
            "tblPr",
            *([self._maak("tblStyle", val=self._stijl[stijl.lower()])] if stijl else []),
            self._maak("tblW", w=self._breedte, type="dxa"),
            self._maak("tblLayout", type="fixed"),
            self._maak(
                "tblLook", firstRow=int(koprij), firstColumn=int(not koprij), noHBand=1, noVBand=1
            ),
            self._maak("tblCaption", val=titel),
            *([self._maak("tblDescription", val=omschrijving)] if omschrijving else []),
        )

    def _raster(self, breedtes: Sequence[int]) -> Any:
        return self._maak("tblGrid", *(self._maak("gridCol", w=b) for b in breedtes))

    def _rij(
        self,
        cellen: Sequence[str | int],
        breedtes: Sequence[int],
        *,
        koprij: bool = False,
        gegeven: bool = False,
        link: int | None = None,
        rechts: Sequence[int] = (),
    ) -> Any:
        opmaak = self._maak("trPr", self._maak("cantSplit"))
        if koprij:
            opmaak.append(self._maak("tblHeader"))
        # A heading and the facts below it stay on one page.
        samen = ["keepNext"] if koprij or gegeven else []
        rij = self._maak("tr", opmaak)
        for nummer, (cel, breedte) in enumerate(zip(cellen, breedtes, strict=True)):
            inhoud = self._tekst(str(cel), vet=koprij or (gegeven and nummer % 2 == 0))
            doel = self._onderwerpen.get(str(cel)) if nummer == link else None
            if doel is not None:
                inhoud = self._maak("hyperlink", inhoud, anchor=self._bladwijzers[doel], history=1)
            kant = [self._maak("jc", val="right")] if nummer in rechts else []
            opmaak_cel = self._opmaak(CELSTIJL, *map(self._maak, samen), *kant)
            rij.append(
                self._maak(
                    "tc",
                    self._maak("tcPr", self._maak("tcW", w=breedte, type="dxa")),
                    self._maak("p", opmaak_cel, inhoud),
                )
            )
        return rij


def _bladwijzer(nummer: int, deel: Deel) -> str:
    """A name that is unique, and that Word allows: letters, digits and _, not too many."""
    return f"d{nummer}_{deel.code.replace('-', '_')}"[:_MAX_BLADWIJZER]
