"""On which page each chapter begins in Word, for the table of contents.

Only Word knows its pages, and it fills them in on F9. So the document is laid out here a first
time, from its own elements and with letters that are as wide as those of Word; what comes out is
what the fields show until Word looks again.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agenda.stuk.vormen.word.elementen import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_OPMAAK = Path(__file__).with_name("bladzijden.typ")
_LETTERS = Path(__file__).with_name("letters")
_TWIPS = 20
_EMU = 12_700
_TEKENS = {f"{W}br": "\n", f"{W}tab": "\t", f"{W}drawing": "\u00a0"}
"""What takes room on a line, besides text; a picture is no higher than a line."""
_REGEL = 1.2207
"""How high a line of these letters is, as a share of their size."""
_LIJST = 18.0
"""Points: so far the text of a list stands from the margin."""


def bladzijden(document: Any, elementen: Iterable[Any]) -> dict[str, int]:
    """The page at which each bookmark in a heading stands.

    Args:
        document: gives the styles and the size of the page.
        elementen: the paragraphs and tables of the body, in reading order.

    Returns:
        Bookmark → its page, from 1.
    """
    import typst

    stijlen = _Stijlen(document)
    sectie = document.sections[-1]
    data = {
        "blad": [sectie.page_width / _EMU, sectie.page_height / _EMU],
        "marge": {
            "top": max(
                sectie.top_margin / _EMU,
                sectie.header_distance / _EMU + stijlen.hoogte(sectie.header),
            ),
            "bottom": max(
                sectie.bottom_margin / _EMU,
                sectie.footer_distance / _EMU + stijlen.hoogte(sectie.footer),
            ),
            "left": sectie.left_margin / _EMU,
            "right": sectie.right_margin / _EMU,
        },
        "delen": [*stijlen.delen(elementen)],
    }
    gevonden = typst.query(
        _OPMAAK.read_bytes(),
        "<plek>",
        field="value",
        sys_inputs={"stuk": json.dumps(data, ensure_ascii=False)},
        font_paths=typst.Fonts(include_system_fonts=False, font_paths=[_LETTERS]),
    )
    return dict(json.loads(gevonden))


class _Stijlen:
    """Reads elements back into what a layout needs, in the styles of a document."""

    def __init__(self, document: Any) -> None:
        self._op_id = {stijl.style_id: stijl for stijl in document.styles}
        self._standaard = document.styles["Normal"].style_id
        self._bekend: dict[str, dict[str, float]] = {}

    def hoogte(self, kop_of_voet: Any) -> float:
        """Points that a header or a footer takes: a line for each paragraph."""
        maten = [self._maten(alinea.style.style_id) for alinea in kop_of_voet.paragraphs]
        return sum(m["maat"] * _REGEL + m["voor"] + m["na"] for m in maten)

    def delen(self, elementen: Iterable[Any]) -> Iterator[dict[str, Any]]:
        """Every paragraph and every table; other elements take no room."""
        for element in elementen:
            if element.tag == f"{W}p":
                yield self._alinea(element)
            elif element.tag == f"{W}tbl":
                yield self._tabel(element)

    def _alinea(self, alinea: Any) -> dict[str, Any]:
        opmaak = alinea.find(f"{W}pPr")
        stijl = opmaak.find(f"{W}pStyle") if opmaak is not None else None
        naam = self._standaard if stijl is None else stijl.get(f"{W}val")
        bladwijzer = alinea.find(f"{W}bookmarkStart")
        return {
            "soort": "alinea",
            **self._maten(naam),
            "stukken": [*_stukken(alinea)],
            "nieuw": opmaak is not None and opmaak.find(f"{W}pageBreakBefore") is not None,
            "samen": opmaak is not None and opmaak.find(f"{W}keepNext") is not None,
            "plek": None if bladwijzer is None else bladwijzer.get(f"{W}name"),
        }

    def _tabel(self, tabel: Any) -> dict[str, Any]:
        breedtes = [int(k.get(f"{W}w")) / _TWIPS for k in tabel.iter(f"{W}gridCol")]
        rijen = []
        for rij in tabel.iter(f"{W}tr"):
            hoog = rij.find(f"{W}trPr/{W}trHeight")
            gedraaid = [c.find(f"{W}tcPr/{W}textDirection") is not None for c in rij.iter(f"{W}tc")]
            alineas = [cel.find(f"{W}p") for cel in rij.iter(f"{W}tc")]
            rijen.append(
                {
                    "kop": rij.find(f"{W}trPr/{W}tblHeader") is not None,
                    "hoog": 0 if hoog is None else int(hoog.get(f"{W}val")) / _TWIPS,
                    "cellen": [
                        {**self._alinea(a), **({"stukken": []} if draai else {})}
                        for a, draai in zip(alineas, gedraaid, strict=True)
                    ],
                }
            )
        kaal = tabel.find(f"{W}tblPr/{W}tblStyle") is None
        return {"soort": "tabel", "breedtes": breedtes, "rijen": rijen, "kaal": kaal}

    def _maten(self, naam: str) -> dict[str, float]:
        """Size and space of a style, in points; what it does not say its base says."""
        if naam not in self._bekend:
            stijl = self._op_id.get(naam) or self._op_id[self._standaard]
            lijst = stijl.name.startswith("List ")
            self._bekend[naam] = {
                "maat": _van(stijl, lambda s: s.font.size, 10),
                "voor": _van(stijl, lambda s: s.paragraph_format.space_before, 0),
                "na": _van(stijl, lambda s: s.paragraph_format.space_after, 0),
                "links": _LIJST
                if lijst
                else _van(stijl, lambda s: s.paragraph_format.left_indent, 0),
                "eerste": -_LIJST
                if lijst
                else _van(stijl, lambda s: s.paragraph_format.first_line_indent, 0),
                "regel": float(_van_getal(stijl)),
                "heel": bool(_zegt(stijl, lambda s: s.paragraph_format.keep_together)),
                "volgt": bool(_zegt(stijl, lambda s: s.paragraph_format.keep_with_next)),
                "vet": bool(_zegt(stijl, lambda s: s.font.bold)),
            }
        return self._bekend[naam]


def _zegt(stijl: Any, vraag: Any) -> Any:
    """What a style says, or else the style that it is based on; None when none says it."""
    while stijl is not None:
        if (waarde := vraag(stijl)) is not None:
            return waarde
        stijl = stijl.base_style
    return None


def _van(stijl: Any, vraag: Any, anders: float) -> float:
    lengte = _zegt(stijl, vraag)
    return anders if lengte is None else lengte / _EMU


def _van_getal(stijl: Any) -> float:
    """How far lines stand apart, as a share of one line; an exact distance counts as one."""
    waarde = _zegt(stijl, lambda s: s.paragraph_format.line_spacing)
    return waarde if isinstance(waarde, float) else 1.0


def _stukken(alinea: Any) -> Iterator[tuple[str, bool]]:
    """The text of a paragraph, run by run, with whether it is bold."""
    for run in alinea.iter(f"{W}r"):
        vet = run.find(f"{W}rPr/{W}b") is not None
        tekst = "".join(
            _TEKENS.get(deel.tag, deel.text or "")
            for deel in run
            if deel.tag in (f"{W}t", *_TEKENS)
        )
        if tekst:
            yield tekst, vet
