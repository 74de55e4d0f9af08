"""What to do about an answer that is wrong, known from how people write who do not choose."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from agenda.onderwerp.velden import LIJSTEN
from regels.model import CODEVORM

if TYPE_CHECKING:
    from agenda.onderwerp.velden import Invulveld

BIJ_DEEL = "zet ; tussen meer waarden"
LAAT_LEEG = "laat de cel leeg als u het niet weet"
_GETALLEN = ("decimaal", "bedrag")
_ZONDER_HULP = LIJSTEN | {"tekst", "tekstregel"}
_NEGATIEF = re.compile("-[0-9.,]+")
"""What Calc makes of «25.000,-»."""

_ONBEKEND = (
    *("weet niet", "weet ik niet", "weten we niet", "weten wij niet", "niet bekend", "?", "??"),
    *("nog niet bekend", "nog onbekend", "nog uitzoeken", "nog te bepalen", "ntb", "nnb", "pm"),
    *("misschien", "tbd"),
)
_NEE = ("nvt", "niet van toepassing", "-", "–", "--", "0", "n", "no", "niet", "geen")
_JA = ("+", "1", "j", "y", "yes", "v", "✓", "✔", "☑", "☒", "√", "wel")
_BEDOELD = {
    **dict.fromkeys(_ONBEKEND, "onbekend"),
    **dict.fromkeys(_NEE, "nee"),
    **dict.fromkeys(_JA, "ja"),
}
"""What people write who do not choose from the list → the answer that it looks like."""


def hulp_bij_deel(tekst: str, *, meer: bool) -> str:
    """What to do about a wrong part of a list.

    Args:
        meer: whether it looks like several parts.
    """
    woord = _woord(tekst)
    bedoeld = _BEDOELD.get(woord)
    if bedoeld in ("nee", "onbekend") and woord != "geen":
        return f"bedoelde u «{'geen' if bedoeld == 'nee' else bedoeld}»?"
    return BIJ_DEEL if meer else ""


def hulp_bij(veld: Invulveld, getypt: object, *, in_cel: bool) -> str:
    """What to do about an answer that is wrong; empty when there is nothing to add."""
    if veld.soort in _ZONDER_HULP:
        return ""
    tekst = str(getypt)
    if veld.soort == "code":
        code = _als_code(tekst)
        return f"bedoelde u «{code}»?" if code not in ("", tekst) else ""
    if in_cel and veld.soort in _GETALLEN and _NEGATIEF.fullmatch(tekst):
        return "typ het zonder min, en zonder ,- erachter"
    bedoeld = _BEDOELD.get(_woord(tekst), "")
    if not bedoeld:
        return ""
    if bedoeld in veld.codes or (bedoeld == "onbekend" and veld.codes):
        return f"bedoelde u «{bedoeld}»?"
    if bedoeld == "ja" or veld.leeg == "verplicht":
        return ""
    if bedoeld == "nee" and veld.soort in _GETALLEN:
        return f"typ 0, of {LAAT_LEEG}"
    return LAAT_LEEG


def _als_code(tekst: str) -> str:
    """The code that comes nearest to a text; empty when none does."""
    if re.fullmatch(CODEVORM, tekst):
        return tekst
    letters = unicodedata.normalize("NFKD", tekst.lower()).encode("ascii", "ignore").decode()
    code = re.sub("[^a-z0-9]+", "-", letters).strip("-")
    return code if re.fullmatch(CODEVORM, code) else ""


def _woord(tekst: str) -> str:
    return " ".join(tekst.casefold().replace(".", "").split())
