"""Cells of a workbook: how each kind looks, and text that stays text."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from agenda.stuk.vormen.excel.werkblad import Bladcel

MAX_CEL = 32_767
"""Excel holds no more in one cell, counted in UTF-16."""
MAX_HOOGTE = 409
"""Excel makes no row higher, in points."""
_TE_LANG = " … (past niet in één cel; de hele tekst staat in de andere vormen)"
LETTER = {"font_name": "Arial", "font_size": 10, "font_scheme": "none"}
"""The width of a column counts in digits of this letter: Windows, macOS and Linux have it alike."""
_SCHEIDING = {"border": 1, "border_color": "#B8C4D0"}
_CEL = {"text_wrap": True, "valign": "top", **_SCHEIDING}
_DONKER = {"bold": True, "bg_color": "#154273", "font_color": "white"}
_DRUK = {**_CEL, "font_size": 9}
STIJLEN: dict[str, dict[str, object]] = {
    "tekst": {**_CEL, "num_format": "@"},
    "invullen": {**_CEL, "num_format": "@", "bg_color": "#FFF6DC"},
    "boven": {"text_wrap": True, "valign": "top"},
    "getal": {**_CEL, "num_format": "#,##0"},
    "decimaal": {**_CEL, "num_format": "#,##0.0#"},
    "kop": {**_CEL, "valign": "vcenter", **_DONKER},
    "kop-rechtop": {**_CEL, "rotation": 90, "align": "center", "valign": "bottom", **_DONKER},
    "midden": {**_CEL, "num_format": "@", "align": "center"},
    "druk-tekst": {**_DRUK, "num_format": "@"},
    "druk-getal": {**_DRUK, "align": "center", "num_format": "#,##0"},
    "druk-decimaal": {**_DRUK, "align": "center", "num_format": "#,##0.0#"},
    "druk-naam": {**_DRUK, "num_format": "@", "bold": True},
    "druk-kop": {**_DRUK, "valign": "vcenter", "bold": True, "bg_color": "#DCE3EA"},
    "druk-titel": {**_DRUK, "num_format": "@", "font_size": 11, **_DONKER},
}
"""How each kind of cell looks; what begins with «druk» is for a sheet that is printed."""


def stijl_van(cel: Bladcel) -> str:
    """The kind of a cell by what it holds."""
    return {str: "tekst", int: "getal", Decimal: "decimaal"}[type(cel)]


def schrijf(werkblad: Any, rij: int, kolom: int, cel: Bladcel, stijl: Any) -> None:
    """Write a cell: text as text, a number as a number."""
    if isinstance(cel, str):
        schrijf_tekst(werkblad, rij, kolom, cel, stijl)
    else:
        eis_gelukt(werkblad.write_number(rij, kolom, cel, stijl))


def schrijf_tekst(werkblad: Any, rij: int, kolom: int, tekst: str, stijl: Any) -> None:
    """Write text that stays text, whatever it looks like."""
    tekst = _passend(tekst)
    if tekst.startswith("<r>") and tekst.endswith("</r>"):
        # XlsxWriter takes such a string for XML of its own; in pieces it writes it escaped.
        eis_gelukt(werkblad.write_rich_string(rij, kolom, tekst[0], tekst[1], tekst[2:], stijl))
    else:
        eis_gelukt(werkblad.write_string(rij, kolom, tekst, stijl))


def _passend(tekst: str) -> str:
    """The text, or what fits of it with a remark that it goes on."""
    eenheden = tekst.encode("utf-16-le")
    if len(eenheden) <= 2 * MAX_CEL:
        return tekst
    ruimte = 2 * (MAX_CEL - len(_TE_LANG))
    return eenheden[:ruimte].decode("utf-16-le", errors="ignore") + _TE_LANG


def eis_gelukt(antwoord: int) -> None:
    """XlsxWriter leaves out what Excel cannot hold, and says so only in what it returns."""
    if antwoord < 0:
        raise RuntimeError(f"XlsxWriter weigert een deel van het werkboek ({antwoord})")
