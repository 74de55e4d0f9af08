"""Add one answer to `antwoorden.yaml`, and leave all that a person wrote there as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from agenda.opslag.bestand import schrijf
from agenda.opslag.rollen import ANTWOORDENBESTAND
from regels.lezen.tekst import lees_bytes
from regels.lezen.yaml import ontleed_yaml
from regels.melding import Invoerfout, Melding, Plek

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from agenda.onderwerp.antwoord import Antwoordwaarde

_KOP = """\
# Antwoorden op vragen over de gewichten: agenda vragen.
antwoorden:
"""
_BOM = b"\xef\xbb\xbf"
_STREEPJE = re.compile(r"^( *)- ", re.MULTILINE)


class Erbij(NamedTuple):
    """An answer that is new, in codes; see `Gewichtsantwoord`."""

    links: Sequence[str]
    rechts: Sequence[str]
    antwoord: Antwoordwaarde
    gemeente: str | None


def zet_antwoord_erbij(map_: Path, antwoord: Erbij) -> None:
    """Write an answer below the others; the file is made when it is not there.

    Args:
        map_: the dossier.
        antwoord: what was answered.

    Raises:
        Invoerfout: nobody can tell where in the file it belongs; nothing is written.
        GeweigerdDoel: the dossier is part of a decision.
        Bestandsfout: the file cannot be written; it is then left as it was.
    """
    pad = map_ / ANTWOORDENBESTAND
    ruw = lees_bytes(pad, ANTWOORDENBESTAND) if pad.exists() else b""
    begin = _BOM if ruw.startswith(_BOM) else b""
    tekst = ruw.removeprefix(_BOM).decode("utf-8")
    einde = "\r\n" if "\r\n" in tekst else "\n"
    nieuw = _met_antwoord(tekst.replace("\r\n", "\n"), _rij(antwoord))
    schrijf(pad, begin + nieuw.replace("\n", einde).encode("utf-8"), als_invoer=True)


def _rij(antwoord: Erbij) -> str:
    """The answer on one line of YAML."""
    links, rechts = ", ".join(antwoord.links), ", ".join(antwoord.rechts)
    wie = f", gemeente: {antwoord.gemeente}" if antwoord.gemeente else ""
    return f"{{links: [{links}], rechts: [{rechts}], antwoord: {antwoord.antwoord}{wie}}}"


def _met_antwoord(tekst: str, rij: str) -> str:
    """The file with one answer more: of all ways to put it in the first that is read as that."""
    if not tekst.strip():
        return f"{_KOP}  - {rij}\n"
    eerder = _antwoorden(tekst)
    (erbij,) = _antwoorden(f"antwoorden:\n- {rij}\n") or [None]
    for nieuw in _pogingen(tekst, rij):
        if eerder is not None and _antwoorden(nieuw) == [*eerder, erbij]:
            return nieuw
    verwacht = "een lijst «antwoorden» waar een antwoord onder kan"
    hulp = f"zet er zelf deze regel bij: - {rij}"
    raise Invoerfout([Melding(Plek(ANTWOORDENBESTAND), "", "een andere vorm", verwacht, hulp)])


def _antwoorden(tekst: str) -> list[object] | None:
    """The answers in a text; None when it does not hold a list of them."""
    try:
        waarde = ontleed_yaml(tekst, ANTWOORDENBESTAND).waarde
    except Invoerfout:
        return None
    lijst = waarde.get("antwoorden") if isinstance(waarde, dict) else None
    if isinstance(waarde, dict) and "antwoorden" in waarde and lijst is None:
        return []
    return lijst if isinstance(lijst, list) else None


def _pogingen(tekst: str, rij: str) -> Iterator[str]:
    """Ways to put an answer in: below the others, or before the bracket that closes their list."""
    vol = tekst if tekst.endswith("\n") else f"{tekst}\n"
    inspringing = {streepje[1] for streepje in _STREEPJE.finditer(tekst)} or {"  "}
    for spaties in sorted(inspringing, key=len):
        yield f"{vol}{spaties}- {rij}\n"
    for haak in reversed([plek for plek, teken in enumerate(tekst) if teken == "]"]):
        for tussen in (", ", " ", ""):
            yield f"{tekst[:haak]}{tussen}{rij}{tekst[haak:]}"
