"""Write lists of topics and answers as YAML, so that this program reads back what was written."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from agenda.onderwerp.feit import Feit
from regels.lezen.yaml import los_op

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_KAAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_VERBORGEN = re.compile(r"[^\x20-\x7e]")


def yaml_lijst(naam: str, rijen: Iterable[Mapping[str, Any]], uitleg: str) -> str:
    """A list of groups of fields under a name, each with its fields in their order.

    Args:
        uitleg: what stands above it, for who opens the file.
    """
    delen = [tekstregel for rij in rijen for tekstregel in _rij(rij)]
    kop = f"{naam}:" if delen else f"{naam}: []"
    return "\n".join([*_opmerking(uitleg), kop, *delen]) + "\n"


def yaml_groep(naam: str, waarden: Mapping[str, Any], uitleg: str) -> str:
    """Names with their value, under a name."""
    delen = [f"  {sleutel}: {yaml_waarde(waarde)}" for sleutel, waarde in waarden.items()]
    return "\n".join([*_opmerking(uitleg), f"{naam}:", *delen]) + "\n"


def _opmerking(uitleg: str) -> Iterator[str]:
    for tekstregel in uitleg.splitlines():
        yield f"# {tekstregel}"


def _rij(rij: Mapping[str, Any]) -> Iterator[str]:
    voor = "  - "
    for naam, waarde in rij.items():
        if isinstance(waarde, dict):
            yield f"{voor}{naam}:"
            yield from (
                f"      {_tekst(deel)}: {yaml_waarde(inhoud)}" for deel, inhoud in waarde.items()
            )
        else:
            yield f"{voor}{naam}: {yaml_waarde(waarde)}"
        voor = "    "


def yaml_waarde(waarde: Any) -> str:
    """A value on one line."""
    if waarde is None:
        return "null"
    if isinstance(waarde, Feit):
        waarde = waarde.als_data()
    if isinstance(waarde, dict):
        return (
            "{"
            + ", ".join(f"{_tekst(naam)}: {yaml_waarde(deel)}" for naam, deel in waarde.items())
            + "}"
        )
    if isinstance(waarde, list | tuple):
        return f"[{', '.join(map(yaml_waarde, waarde))}]"
    if isinstance(waarde, Decimal):
        return f"{waarde:f}"
    return _tekst(waarde) if isinstance(waarde, str) else str(waarde)


def _tekst(tekst: str) -> str:
    """A word as it is, when that is read as this word; else text between quotation marks."""
    if _KAAL.fullmatch(tekst) and los_op(tekst) == tekst:
        return tekst
    # JSON is YAML; what a line of YAML may not hold is written as its code.
    return _VERBORGEN.sub(_teken, json.dumps(tekst, ensure_ascii=False))


def _teken(gevonden: re.Match[str]) -> str:
    teken = gevonden[0]
    return teken if teken.isprintable() else f"\\U{ord(teken):08x}"
