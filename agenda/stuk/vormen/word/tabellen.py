"""Tables of the document as elements of WordprocessingML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.stuk.vormen.papier import breedtes_van, naast_elkaar, strook_zin
from agenda.stuk.vormen.word.stijlen import BRONSTIJL, CELSTIJL, TABELSTIJL, WITSTIJL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from agenda.stuk.blokken import Gegevens, Onderwerpentabel, Stuk
    from agenda.stuk.vormen.word.elementen import Elementen
    from agenda.stuk.vormen.word.stroken import Strooktekenaar
    from agenda.weergave.vormen import Tabel

_GEDRAAID_HOOG = 1250
"""Twips: so high is a row of headings of which some stand on their side."""
_NAAMBREEDTE, _NAAMBREEDTE_NAAST = 0.22, 0.13


class Tabelbouwer:
    """Turns tables into elements.

    Args:
        elementen: makes what they consist of.
        breedte: of the text, in twips.
        stuk: the document, whose tables under the same headings have the same columns.
        bladwijzers: `code` of a part → the bookmark at it.
        stroken: draws where topics may stand.
    """

    def __init__(
        self,
        elementen: Elementen,
        breedte: int,
        stuk: Stuk,
        bladwijzers: Mapping[str, str],
        stroken: Strooktekenaar,
    ) -> None:
        self._el = elementen
        self._stroken = stroken
        self._breedte = breedte
        self._delen = breedtes_van(stuk)
        self._bladwijzers = bladwijzers

    def gegevens(self, gegevens: Gegevens) -> Any:
        """Names with their values."""
        naam = int(self._breedte * _NAAMBREEDTE)
        breedtes = [naam, self._breedte - naam]
        rijen: Sequence[tuple[str, ...]] = gegevens.rijen
        if gegevens.naast:
            naam = int(self._breedte * _NAAMBREEDTE_NAAST)
            breedtes = [naam, self._breedte // 2 - naam] * 2
            rijen = naast_elkaar(gegevens)
        return self._el.maak(
            "tbl",
            self._opmaak(None, "Gegevens", "", koprij=False),
            self._raster(breedtes),
            *(
                self._rij(
                    [self._el.tekst(str(c), vet=n % 2 == 0) for n, c in enumerate(rij)],
                    breedtes,
                    samen=True,
                )
                for rij in rijen
            ),
        )

    def tabel(self, tabel: Tabel, met: Onderwerpentabel | None = None) -> Iterator[Any]:
        """A table under its headings, then its remarks.

        Args:
            met: what is told of its rows, when each is about a topic.
        """
        if not tabel.rijen:
            yield self._el.alinea(None, self._el.tekst("(geen)"))
        else:
            breedtes = [deel * self._breedte // 1000 for deel in self._delen[tabel.koppen]]
            omschrijving = f"Tabel met de kolommen {', '.join(tabel.koppen)}."
            midden = met.antwoorden if met else ()
            koppen = [self._el.tekst(kop, vet=True) for kop in tabel.koppen]
            yield self._el.maak(
                "tbl",
                self._opmaak(TABELSTIJL, tabel.titel, omschrijving, koprij=True),
                self._raster(breedtes),
                self._rij(koppen, breedtes, koprij=True, rechts=tabel.rechts, midden=midden),
                *(
                    self._rij(
                        [self._cel(str(c), n, k, met) for k, c in enumerate(rij)],
                        breedtes,
                        rechts=tabel.rechts,
                        midden=midden,
                    )
                    for n, rij in enumerate(tabel.rijen)
                ),
            )
        noten = (*tabel.noten, *([strook_zin(met.stroken[0])] if met and met.stroken else ()))
        for noot in noten:
            yield self._el.alinea("Caption", self._el.tekst(noot))
        if not noten:  # else Word would make one table of two
            yield self._el.alinea(WITSTIJL)

    def _cel(self, tekst: str, rij: int, kolom: int, met: Onderwerpentabel | None) -> Any:
        """What stands in a cell; a title stands out, and leads to the part about its topic."""
        if met and met.stroken and kolom + 1 == len(met.tabel.koppen):
            return [self._el.tekst(f"{tekst}\n"), self._stroken.run(met.stroken[rij])]
        if met is None or kolom not in (met.titel, *met.antwoorden):
            return self._el.tekst(tekst)
        if kolom != met.titel:
            return self._el.tekst(tekst, vet=tekst == "ja")
        titel, _, rest = tekst.partition("\n")
        eerste = self._el.tekst(titel, vet=True)
        doel = self._bladwijzers.get(met.doelen[rij]) if met.doelen else None
        delen = [self._el.link(doel, eerste) if doel else eerste]
        return [*delen, self._el.tekst(f"\n{rest}", stijl=BRONSTIJL)] if rest else delen

    def _opmaak(self, stijl: str | None, titel: str, omschrijving: str, *, koprij: bool) -> Any:
        maak = self._el.maak
        return maak(
            "tblPr",
            *([maak("tblStyle", val=self._el.stijl(stijl))] if stijl else []),
            maak("tblW", w=self._breedte, type="dxa"),
            maak("tblLayout", type="fixed"),
            maak(
                "tblLook", firstRow=int(koprij), firstColumn=int(not koprij), noHBand=1, noVBand=1
            ),
            maak("tblCaption", val=titel),
            *([maak("tblDescription", val=omschrijving)] if omschrijving else []),
        )

    def _raster(self, breedtes: Iterable[int]) -> Any:
        return self._el.maak("tblGrid", *(self._el.maak("gridCol", w=b) for b in breedtes))

    def _rij(
        self,
        cellen: Sequence[Any],
        breedtes: Sequence[int],
        *,
        koprij: bool = False,
        samen: bool = False,
        rechts: Sequence[int] = (),
        midden: Sequence[int] = (),
    ) -> Any:
        """A row; that of the headings is repeated, and stays on one page with what follows."""
        maak = self._el.maak
        opmaak = maak("trPr", maak("cantSplit"))
        if koprij and midden:
            opmaak.append(maak("trHeight", val=_GEDRAAID_HOOG, hRule="atLeast"))
        if koprij:
            opmaak.append(maak("tblHeader"))
        volgt = ["keepNext"] if koprij or samen else []
        rij = maak("tr", opmaak)
        for nummer, (cel, breedte) in enumerate(zip(cellen, breedtes, strict=True)):
            kant = "right" if nummer in rechts else "center" if nummer in midden else ""
            gedraaid = [maak("textDirection", val="btLr")] if koprij and nummer in midden else []
            eigen = [*map(maak, volgt), *([maak("jc", val=kant)] if kant else [])]
            delen = cel if isinstance(cel, list) else [cel]
            rij.append(
                maak(
                    "tc",
                    maak("tcPr", maak("tcW", w=breedte, type="dxa"), *gedraaid),
                    self._el.alinea(CELSTIJL, *delen, opmaak=eigen),
                )
            )
        return rij
