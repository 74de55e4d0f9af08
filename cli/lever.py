"""Deliver a result: to stdout, or to a file of the user's choice."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from cli.nederlands import Gebruiksfout
from cli.stromen import is_stdout, schrijf_uit, toont_kleur

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agenda.weergave.vormen import Weergave

_BREEDTES = range(60, 161)
_EIGEN_VORM = {".csv": "csv", ".svg": "svg", ".ics": "ics"}
_DOCUMENTEN = (".docx", ".pdf", ".xlsx", ".html", ".htm", ".odt", ".ods", ".doc", ".xls")
"""Names that another program opens, and that must hold what it expects."""


def breedte() -> int:
    """How many characters fit on a line of the terminal, within reason."""
    kolommen = shutil.get_terminal_size((120, 24)).columns
    return min(max(kolommen, _BREEDTES[0]), _BREEDTES[-1])


def lever(weergave: Weergave, formaat: str, uit: Path | None) -> None:
    """Write a result to stdout, or to a file of the user's choice.

    Raises:
        Gebruiksfout: the file is input, or part of what was decided, or has the name of something
            else than what would be in it.
        Bestandsfout: the output cannot be written; a file is then left as it was.
    """
    if uit is not None:
        _eis_vorm(uit, formaat)
    tekst = weergave.als(formaat, breedte())
    if uit is None or _is_stdout(uit):
        if formaat == "tabel" and toont_kleur():
            from cli.kleur import gekleurd  # not for what goes to a file or a program

            tekst = gekleurd(tekst)
        schrijf_uit(tekst)
        return
    _schrijf(uit, tekst.encode("utf-8"))


def eis_doel(formaat: str, uit: Path | None) -> None:
    """Refuse beforehand what would be refused later: for what is done before there is a result.

    Raises:
        Gebruiksfout: as `lever`, or `lever_bestand` for a document.
    """
    if f".{formaat}" in _DOCUMENTEN:
        _eis_bestand(formaat, uit)
    if uit is None or _is_stdout(uit):
        return
    if uit.suffix.lower() != f".{formaat}":
        _eis_vorm(uit, formaat)
    from agenda.opslag.rollen import GeweigerdDoel, weiger_invoer

    try:
        weiger_invoer(uit)
    except GeweigerdDoel as fout:
        raise Gebruiksfout(f"--uit: {fout}") from fout


def vorige_versie(formaat: str, uit: Path | None) -> bytes | None:
    """The calendar file that a new one replaces; None when there is none."""
    if formaat != "ics" or uit is None or not uit.is_file():
        return None
    return uit.read_bytes()


def lever_bestand(maak: Callable[[], bytes], formaat: str, uit: Path | None) -> None:
    """Write a result that is no text to a file of the user's choice.

    Raises:
        Gebruiksfout: no file is named, or it is input or part of what was decided.
        Bestandsfout: the file cannot be written; it is then left as it was.
    """
    _schrijf(_eis_bestand(formaat, uit), maak())


def _eis_bestand(formaat: str, uit: Path | None) -> Path:
    if uit is None or _is_stdout(uit):
        raise Gebruiksfout(f"De vorm {formaat} is een bestand. Geef de naam met --uit BESTAND.")
    return uit


def _schrijf(uit: Path, inhoud: bytes) -> None:
    from agenda.opslag.bestand import schrijf
    from agenda.opslag.rollen import GeweigerdDoel

    try:
        schrijf(uit, inhoud)
    except GeweigerdDoel as fout:
        raise Gebruiksfout(f"--uit: {fout}") from fout


def _eis_vorm(uit: Path, formaat: str) -> None:
    soort = uit.suffix.lower()
    if soort in _DOCUMENTEN:
        hulp = "Een document maakt u met: agenda exporteer"
    elif _EIGEN_VORM.get(soort, formaat) != formaat:
        hulp = f"Zet erbij: --formaat {_EIGEN_VORM[soort]}"
    else:
        return
    raise Gebruiksfout(f"--uit: «{uit.name}» zou niet zijn wat de naam zegt. {hulp}")


def _is_stdout(uit: Path) -> bool:
    """/dev/stdout and the like: what stands there already (`>>`) must stay."""
    try:
        return is_stdout(uit.stat())
    except OSError:
        return False
