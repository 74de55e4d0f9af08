"""Read files whole, of bounded size, as clean text."""

from __future__ import annotations

import codecs
import stat
import unicodedata
from typing import TYPE_CHECKING

from regels.melding import Bestandsfout, Invoerfout, Melding, Plek

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 10_000_000

GELEZEN: set[Path] = set()
"""Every file that this run read, as an absolute path: no output may take its place."""


def schone_tekst(tekst: str) -> str:
    """Text as the program keeps it: Unicode NFC, stripped, line ends as a single newline."""
    return unicodedata.normalize("NFC", tekst).replace("\r\n", "\n").strip()


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
