"""Reading with openpyxl: only what reading takes is loaded and done."""

from __future__ import annotations

import io
import mimetypes
import sys
from collections.abc import Mapping
from contextlib import contextmanager
from functools import cached_property
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_EXTRA = ("numpy", "lxml", "PIL")
_STIJLEN = "openpyxl.styles.builtins"


def open_werkmap(inhoud: bytes, *, resultaten: bool = False) -> Any:
    """A workbook to read from.

    Args:
        resultaten: a formula is its result.
    """
    with _zonder_extra():
        from openpyxl import load_workbook

    return load_workbook(io.BytesIO(inhoud), read_only=True, data_only=resultaten, keep_links=False)


def zonder_opvulling(blad: Any) -> None:
    """Let rows be as wide as what they hold.

    openpyxl pads them up to their last cell, also when that is only coloured, in column XFD. And
    the sheet's own claim of its size is not trusted.
    """
    vul_op = blad._get_row
    blad._get_row = lambda rij, *hoe: vul_op(
        [c for c in rij if c["value"] is not None or c["data_type"] != "n"], *hoe
    )
    blad.reset_dimensions()


@contextmanager
def sneller() -> Iterator[None]:
    """While this lasts, openpyxl does not do twice what is only needed once.

    It reads a sheet that does not tell its size from start to end to find that out; nobody asks.
    And it makes seven objects of every text that stands in its own cell, for the one text in it.
    """
    with _zonder_extra():
        from openpyxl.worksheet import _read_only

    lezer: Any = _read_only  # openpyxl has no types of what it does not show
    gewoon, maat = lezer.WorkSheetParser, lezer.ReadOnlyWorksheet._get_size

    class Celtekst(gewoon):  # type: ignore[misc, valid-type]  # a base found when it runs
        def parse_cell(self, element: Any) -> Any:
            if element.get("t") == "inlineStr" and len(element) == 1 and len(element[0]) == 1:
                (deel,) = element[0]
                if deel.tag.endswith("}t"):
                    element.set("t", "str")
                    deel.tag = f"{deel.tag[:-1]}v"
                    element[0] = deel
            return super().parse_cell(element)

    lezer.WorkSheetParser, lezer.ReadOnlyWorksheet._get_size = Celtekst, lambda _: None
    try:
        yield
    finally:
        lezer.WorkSheetParser, lezer.ReadOnlyWorksheet._get_size = gewoon, maat


class _Stijlen(Mapping[str, Any]):
    """The styles that come with Excel, by name; made when somebody asks for one."""

    @cached_property
    def _alle(self) -> Mapping[str, Any]:
        sys.modules.pop(_STIJLEN, None)
        stijlen: Mapping[str, Any] = import_module(_STIJLEN).styles
        return stijlen

    def __getitem__(self, naam: str) -> Any:
        return self._alle[naam]

    def __iter__(self) -> Iterator[str]:
        return iter(self._alle)

    def __len__(self) -> int:
        return len(self._alle)


@contextmanager
def _zonder_extra() -> Iterator[None]:
    """openpyxl loads what it can use for pictures and to write; for reading that is lost time."""
    weg = [naam for naam in _EXTRA if naam not in sys.modules]
    sys.modules.update(dict.fromkeys(weg))  # type: ignore[arg-type]  # how Python is told: not here
    # The kinds of files that this machine knows, a thousand, for the few that it may write.
    soorten, mimetypes.knownfiles = mimetypes.knownfiles, []
    if _STIJLEN not in sys.modules:  # fifty of them, each from a piece of XML
        later = ModuleType(_STIJLEN)
        vars(later)["styles"] = _Stijlen()
        sys.modules[_STIJLEN] = later
    try:
        yield
    finally:
        mimetypes.knownfiles = soorten
        for naam in weg:
            del sys.modules[naam]
