"""A cell of an Excel workbook, as the reader of tables knows it."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from agenda.invoer.kolommen import Cel, Celfout, NietBerekend
from regels.lezen.tekst import schone_tekst

_DECIMALEN = 10
"""Excel keeps 0.3 as a binary fraction; what stands beyond this many decimals is noise."""
_CODE = re.compile("_x(00[01][0-9A-Fa-f])_")
"""How Excel writes a control character, which XML cannot hold."""
_REGELEINDE = re.compile("\r\n?|\v")
_WAARHEID = ("BOOLEAN", "TRUE", "WAAR")
_LETTERLIJK = re.compile(r'"[^"]*"|\\.|[_*].')
"""What a number format shows as it stands."""


def lees_cel(cel: Any, berekend: Any) -> Cel:
    """A cell as the table reader knows it; of a formula its result."""
    bron = berekend if cel.data_type == "f" else cel
    waarde = bron.value
    if waarde is None:
        # A result of no letters at all is a text too; a formula without any result is a number.
        nooit = cel.data_type == "f" and bron.data_type == "n"
        return NietBerekend(getattr(cel.value, "text", cel.value)) if nooit else None
    if bron.data_type == "e":
        return Celfout(waarde)
    if isinstance(waarde, str):
        return _tekst(waarde)
    if isinstance(waarde, float):
        waarde = round(waarde, _DECIMALEN)
        waarde = int(waarde) if waarde.is_integer() else Decimal(str(waarde))
    if isinstance(waarde, datetime):
        return waarde.date()
    if waarde in (0, 1) and _is_waarheid(bron.number_format or ""):
        return bool(waarde)  # as LibreOffice keeps it
    if isinstance(waarde, bool | int | Decimal | date):
        return waarde
    return _tekst(str(waarde))  # a time of day is shown as such


def cel_met_procenten(cel: Any, berekend: Any) -> Cel:
    """A cell as `lees_cel` reads it; 0.1 that is shown as 10% becomes what is shown."""
    waarde = lees_cel(cel, berekend)
    if not isinstance(waarde, int | Decimal) or isinstance(waarde, bool):
        return waarde
    if "%" in _LETTERLIJK.sub("", cel.number_format or ""):
        return f"{(Decimal(waarde) * 100).normalize():f}%"
    return waarde


def _is_waarheid(opmaak: str) -> bool:
    return any(woord in opmaak.upper() for woord in _WAARHEID)


def _tekst(tekst: str) -> Cel:
    if "_x00" in tekst:
        tekst = _CODE.sub(lambda code: chr(int(code[1], 16)), tekst)
    if "\r" in tekst or "\v" in tekst:
        tekst = _REGELEINDE.sub("\n", tekst)
    return schone_tekst(tekst) or None
