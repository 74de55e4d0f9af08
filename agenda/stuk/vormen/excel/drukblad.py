"""A sheet that is printed: blocks that stay whole, on A4, one page wide.

Excel and LibreOffice make no row higher for text in merged cells, and Excel leaves out the page
breaks of a sheet that it must make fit. So every height is worked out here, the columns fit the
paper by themselves, and each page begins where this module says.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.stuk.vormen.excel.cellen import MAX_HOOGTE, eis_gelukt, schrijf, stijl_van
from agenda.weergave.tekening.letters import breedte_van

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agenda.stuk.vormen.excel.werkblad import Bladcel, Drukblad, Drukblok, Drukrij

_A4 = 9
_A4_BREED, _A4_HOOG = 841.89, 595.28
"""A4 on its side, in points."""
_KANT, _BOVEN = 29, 43
"""The margins left and right, and those above and below; in points."""
_SCHAAL = 88
"""In percent: with it two topics often fit on a page, and the letters are still 8 points."""
_BREEDSTE, _HOOGSTE = 0.93, 0.98
"""How much of the paper is used: LibreOffice makes columns 6% wider than Excel."""
_REGEL, _LETTER = 12, 11.3
"""The height of a line in points, and of a letter of 9 points in pixels: `breedte_van` is wide for
any letter, and this one is Arial."""
_TITELREGEL, _TITELLETTER = 15, 15
_ROND = 2
"""What a row is higher than its lines, in points."""
_WITREGEL = 6
_MAX_REGELS = (MAX_HOOGTE - _ROND) // _REGEL
_MAX_EINDEN = 1023
"""Excel holds no more page breaks on a sheet."""
_PUNT = 0.75
"""A pixel, in points."""
_RAND = 8
"""Of the width of a cell so many pixels hold no text."""


def zet_bladzijde(werkblad: Any, titel: str) -> None:
    """A4 on its side, with the title above and the page number below."""
    werkblad.set_landscape()
    werkblad.set_paper(_A4)
    # In a header an ampersand begins a code of Excel; two are one.
    werkblad.set_header(f"&L{titel.replace('&', '&&')}&R&A")
    werkblad.set_footer("&RBladzijde &P van &N")


def vul_blokken(werkblad: Any, blad: Drukblad, stijlen: dict[str, Any], titel: str) -> None:
    """Fill a sheet with its blocks, ready to print."""
    pixels = [kolompixels(kolom.breedte) for kolom in blad.kolommen]
    for nummer, kolom in enumerate(blad.kolommen):
        eis_gelukt(werkblad.set_column(nummer, nummer, kolom.breedte))
        schrijf(werkblad, 0, nummer, kolom.kop, stijlen["druk-kop"])
    kophoogte = _REGEL + _ROND
    eis_gelukt(werkblad.set_row(0, kophoogte))
    schaal = _schaal(pixels)
    ruimte = (_A4_HOOG - 2 * _BOVEN) * 100 / schaal * _HOOGSTE - kophoogte
    gevuld, nummer = 0.0, 1
    einden = []
    for blok in blad.blokken:
        rijen = list(_rijen(blok, pixels))
        heel = sum(rij.hoogte for rij in rijen)
        for plek, rij in enumerate(rijen):
            # A block that fits on one page is never broken; one that does not, between its rows.
            if gevuld and gevuld + (rij.hoogte if plek else min(heel, ruimte)) > ruimte:
                einden.append(nummer)
                gevuld = 0.0
            _zet_rij(werkblad, nummer, rij, stijlen)
            nummer += 1
            gevuld += rij.hoogte
        eis_gelukt(werkblad.set_row(nummer, _WITREGEL))
        nummer += 1
        gevuld += _WITREGEL
    werkblad.set_h_pagebreaks(einden[:_MAX_EINDEN])
    werkblad.freeze_panes(1, 0)
    werkblad.repeat_rows(0)
    werkblad.hide_gridlines(2)
    werkblad.print_area(0, 0, max(nummer - 2, 1), len(pixels) - 1)
    werkblad.set_print_scale(schaal)
    kant, boven = _KANT / 72, _BOVEN / 72
    werkblad.set_margins(left=kant, right=kant, top=boven, bottom=boven)
    zet_bladzijde(werkblad, titel)


def _schaal(pixels: Sequence[int]) -> int:
    """The scale in percent at which the columns fit on the paper."""
    past = (_A4_BREED - 2 * _KANT) * _BREEDSTE / (sum(pixels) * _PUNT)
    return min(_SCHAAL, int(100 * past))


def kolompixels(breedte: int) -> int:
    """How wide a column of so many characters is, in the usual letter of Excel."""
    return 7 * breedte + 5


class _Cel(NamedTuple):
    """A cell, from its first column up to and with its last."""

    van: int
    tot: int
    inhoud: Bladcel
    stijl: str


class _Rij(NamedTuple):
    hoogte: float
    cellen: tuple[_Cel, ...]


def _rijen(blok: Drukblok, pixels: Sequence[int]) -> Iterator[_Rij]:
    """The heading and the rows of a block; text for which no row is high enough goes on below."""
    kop = _Cel(0, len(pixels) - 1, blok.kop, "druk-titel")
    regels = len(vouw(blok.kop, sum(pixels) - _RAND, _TITELLETTER))
    yield _Rij(min(_TITELREGEL * regels + _ROND, MAX_HOOGTE), (kop,))
    for rij in blok.rijen:
        yield from _in_rijen(_cellen(rij), pixels)


def _cellen(rij: Drukrij) -> Iterator[_Cel]:
    """The cells of a row, each over the columns where nothing stands of its own."""
    begin = [nummer for nummer, cel in enumerate(rij) if cel is not None]
    for van, volgende in zip(begin, [*begin[1:], len(rij)], strict=True):
        inhoud = rij[van]
        if inhoud is not None:
            stijl = f"druk-{stijl_van(inhoud) if van else 'naam'}"
            yield _Cel(van, volgende - 1, inhoud, stijl)


def _in_rijen(cellen: Iterator[_Cel], pixels: Sequence[int]) -> Iterator[_Rij]:
    heel = tuple(cellen)
    gevouwen = [
        vouw(str(cel.inhoud), sum(pixels[cel.van : cel.tot + 1]) - _RAND, _LETTER) for cel in heel
    ]
    langste = max(map(len, gevouwen))
    for begin in range(0, langste, _MAX_REGELS):
        regels = min(langste - begin, _MAX_REGELS)
        deel = (
            cel._replace(inhoud=_deel(cel.inhoud, plekken, begin))
            for cel, plekken in zip(heel, gevouwen, strict=True)
        )
        yield _Rij(_REGEL * regels + _ROND, tuple(deel))


def _deel(inhoud: Bladcel, plekken: Sequence[tuple[int, int]], begin: int) -> Bladcel:
    """What a cell holds in a row that begins with this line of it."""
    if not isinstance(inhoud, str):
        return "" if begin else inhoud
    stuk = plekken[begin : begin + _MAX_REGELS]
    return inhoud[stuk[0][0] : stuk[-1][1]] if stuk else ""


def vouw(tekst: str, ruimte: float, letter: float) -> list[tuple[int, int]]:
    """Where the lines of a text begin and end in a cell of so many pixels; at least one line.

    Args:
        letter: the height of a letter, in pixels.
    """
    uit, plek = [], 0
    for alinea in tekst.split("\n"):
        begin = eind = plek
        breed = 0.0
        for woord in re.finditer(r"\S+\s*", alinea):
            nodig = _woordbreedte(woord.group().rstrip(), letter)
            if eind > begin and breed + nodig > ruimte:
                uit.append((begin, eind))
                begin, breed = plek + woord.start(), 0.0
            eind = plek + woord.end()
            while nodig > ruimte:  # a word that fits on no line goes on at the next one
                knip = begin + max(1, int((eind - begin) * ruimte / nodig))
                uit.append((begin, knip))
                begin, nodig = knip, nodig - ruimte
            breed += nodig + _woordbreedte(" ", letter)
        plek += len(alinea) + 1
        uit.append((begin, plek - 1))
    return uit


_woordbreedte = lru_cache(maxsize=50_000)(breedte_van)


def _zet_rij(werkblad: Any, nummer: int, rij: _Rij, stijlen: dict[str, Any]) -> None:
    eis_gelukt(werkblad.set_row(nummer, rij.hoogte))
    for cel in rij.cellen:
        stijl = stijlen[cel.stijl]
        if cel.tot > cel.van:
            eis_gelukt(werkblad.merge_range(nummer, cel.van, nummer, cel.tot, "", stijl))
        schrijf(werkblad, nummer, cel.van, cel.inhoud, stijl)
