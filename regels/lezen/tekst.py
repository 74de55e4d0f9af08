"""Read files whole, of bounded size, as clean text."""

from __future__ import annotations

import codecs
import re
import stat
import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING

from regels.melding import Bestandsfout, Invoerfout, Melding, Plek

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 10_000_000

GELEZEN: set[Path] = set()
"""Every file that this run read, as an absolute path: no output may take its place."""


MAX_MERKTEKENS = 30
"""So many accents on one letter no language has; Unicode's «stream-safe» text stops here too."""

_PAAR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_STAPEL = re.compile(rf"[^\x00-\u02ff\w\s]{{{MAX_MERKTEKENS + 1},}}")
"""Where a pile of accents can stand; only `unicodedata` knows whether these are."""
_RICHTING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_GEEN_TEKENS = "".join(
    chr(vlak + laatste) for vlak in range(0, 0x110000, 0x10000) for laatste in (0xFFFE, 0xFFFF)
)
_ONZICHTBAAR = frozenset(("Cf", "Cc", "Zs", "Zl", "Zp", "Mn", "Me"))
"""The kinds of characters that show nothing by themselves."""
_GEEN_TEKST = re.compile(
    r"(?P<stuurteken>[\x00-\x08\x0b-\x1f\x7f-\x9f])"
    rf"|(?P<richting>[{_RICHTING}])"
    r"|(?P<halve>[\ud800-\udfff])"
    rf"|(?P<geen>[\ufdd0-\ufdef{_GEEN_TEKENS}])"
)
"""What no reader may let through, because some writer, or some screen, cannot show it as it is."""
HULP_BIJ_TEKEN = "typ de tekst opnieuw, zonder dat teken"
_SOORTEN = {
    "stuurteken": "tekst zonder onzichtbare stuurtekens",
    "richting": "tekst zonder onzichtbare tekens die de leesrichting veranderen",
    "halve": "hele tekens; dit is de helft van een teken",
    "geen": "tekst zonder tekens die niet bestaan",
}


def schone_tekst(tekst: str) -> str:
    """Text as the program keeps it: Unicode NFC, stripped, line ends as a single newline.

    Two halves of a character, as JSON writes it, become one. A pile of accents is left as it is:
    to put it in order takes time by its square, and `geen_tekst` refuses it.
    """
    if not tekst.isascii():
        tekst = _PAAR.sub(lambda paar: _heel(paar[0]), tekst)
        if not _stapel_in(tekst):
            tekst = unicodedata.normalize("NFC", tekst)
    if "\r" in tekst:
        tekst = tekst.replace("\r\n", "\n").replace("\r", "\n")
    return tekst.strip()


def _heel(paar: str) -> str:
    return paar.encode("utf-16", "surrogatepass").decode("utf-16")


def _stapel_in(tekst: str) -> bool:
    """Whether more accents stand on one letter than any language has."""
    return any(
        los and sum(1 for _ in groep) > MAX_MERKTEKENS
        for verdacht in _STAPEL.finditer(tekst)
        for los, groep in groupby(verdacht[0], lambda teken: unicodedata.combining(teken) > 0)
    )


def geen_tekst(tekst: str) -> str:
    """What was expected of a text that holds what is no text; empty when it is all text.

    The one answer to what may be read, from files as from the command line, so that every writer
    can show all that there is.
    """
    if tekst.isascii() and tekst.isprintable():
        return ""
    if vreemd := _GEEN_TEKST.search(tekst):
        soort = _SOORTEN[vreemd.lastgroup or ""]
        return f"{soort} (hier U+{ord(vreemd[0]):04X})"
    if _stapel_in(tekst):
        return f"hoogstens {MAX_MERKTEKENS} losse accenten op één letter"
    return ""


def is_zichtbaar(tekst: str) -> bool:
    """Whether a reader sees anything of a text; of spaces and loose marks alone nobody does."""
    return any(unicodedata.category(teken) not in _ONZICHTBAAR for teken in tekst)


def lees_bytes(pad: Path, naam: str, max_bytes: int = MAX_BYTES) -> bytes:
    """Read a whole file of bounded size.

    Raises:
        Invoerfout: the file is missing, is no file, or is too large.
        Bestandsfout: it is locked or may not be read.
    """
    try:
        staat = pad.stat()
        grootte = staat.st_size
        if not stat.S_ISREG(staat.st_mode):
            gevonden = "een map" if stat.S_ISDIR(staat.st_mode) else "geen gewoon bestand"
            raise Invoerfout([Melding(Plek(naam), "", gevonden, "een bestand")])
        if grootte > max_bytes:
            raise Invoerfout(
                [
                    Melding(
                        Plek(naam),
                        "",
                        f"een bestand van {grootte / 1_000_000:.1f} MB".replace(".", ","),
                        f"hoogstens {max_bytes // 1_000_000} MB",
                    )
                ]
            )
        GELEZEN.add(pad.absolute())
        return pad.read_bytes()
    except PermissionError as fout:
        raise Bestandsfout(
            naam, "het bestand is niet te lezen. Is het nog open in een ander programma?"
        ) from fout
    except OSError as fout:
        raise Invoerfout(
            [Melding(Plek(naam), "", "geen bestand", "een leesbaar bestand")]
        ) from fout


def bom_van(inhoud: bytes) -> bytes:
    """The byte order mark that a file begins with; nothing when it has none."""
    return codecs.BOM_UTF8 if inhoud.startswith(codecs.BOM_UTF8) else b""


def lees_tekst(pad: Path, naam: str) -> str:
    """Read a whole UTF-8 file, with or without byte order mark.

    Raises:
        Invoerfout: as `lees_bytes`, or the file is not UTF-8.
    """
    inhoud = lees_bytes(pad, naam).removeprefix(codecs.BOM_UTF8)
    try:
        return inhoud.decode("utf-8")
    except UnicodeDecodeError as fout:
        melding = Melding(
            plek_na(inhoud[: fout.start], naam),
            "",
            "een teken dat geen UTF-8 is",
            "een tekstbestand in UTF-8",
            "kies bij opslaan voor UTF-8 (in Excel: «CSV UTF-8»)",
        )
        raise Invoerfout([melding]) from fout


def plek_na(begin: bytes, naam: str) -> Plek:
    """The place of the character that comes after these bytes."""
    tekst = begin.decode("utf-8", errors="ignore")
    return Plek(naam, tekst.count("\n") + 1, len(tekst) - (tekst.rfind("\n") + 1) + 1)
