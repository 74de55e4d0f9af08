"""How wide text is in a picture, without a font at hand, and how it is broken into lines."""

from __future__ import annotations

import unicodedata

_BREEDTES = {
    222: "'ijl|",
    278: " !,./:;I[\\]ft",
    333: '"()-`r{}',
    500: "*Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu",
    611: "FTZ^",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "+<=>GOQ~",
    889: "%Mm",
    1015: "@W",
}
_BREEDTE = {teken: breedte for breedte, tekens in _BREEDTES.items() for teken in tekens}
"""Thousandths of the height of a letter, for sans-serif fonts such as Arial."""
_SMAL, _BREED = 600, 1000
"""Of other letters, and of everything else: signs, emoji, the writing of East Asia."""
_ALFABETTEN = 0x1000
_SPELING = 1.12
"""Other fonts without serifs are wider than Arial by up to this factor."""


def breedte_van(tekst: str, hoogte: float) -> float:
    """How much room a text takes at most, in pixels.

    Args:
        hoogte: the size of the letters in pixels.
    """
    totaal = sum(map(_letter, unicodedata.normalize("NFD", tekst)))
    return totaal * hoogte * _SPELING / 1000


def _letter(teken: str) -> int:
    if unicodedata.combining(teken) or unicodedata.category(teken) == "Cf":
        return 0
    return _BREEDTE.get(teken, _SMAL if teken.isalpha() and ord(teken) < _ALFABETTEN else _BREED)


def breek_af(tekst: str, hoogte: float, breedte: float, tekstregels: int) -> list[str]:
    """A text on a number of lines; what does not fit is left out, and «…» says so.

    Args:
        hoogte: the size of the letters in pixels.
        breedte: of a line, in pixels.
        tekstregels: how many lines there may be.
    """
    uit: list[str] = []
    rest = tekst.split()
    while rest and len(uit) < tekstregels:
        tekstregel = rest.pop(0)
        while rest and breedte_van(f"{tekstregel} {rest[0]}", hoogte) <= breedte:
            tekstregel = f"{tekstregel} {rest.pop(0)}"
        vol = len(uit) == tekstregels - 1 and bool(rest)
        uit.append(_ingekort(tekstregel, hoogte, breedte, vol=vol))
    return uit


def _ingekort(tekstregel: str, hoogte: float, breedte: float, *, vol: bool) -> str:
    """A line that fits; `vol` when more follows that is left out."""
    if not vol and breedte_van(tekstregel, hoogte) <= breedte:
        return tekstregel
    while tekstregel and breedte_van(f"{tekstregel}…", hoogte) > breedte:
        tekstregel = tekstregel[:-1]
    return f"{tekstregel.rstrip(' ,;:')}…"
