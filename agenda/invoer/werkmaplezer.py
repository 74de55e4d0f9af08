"""Reading with openpyxl: only what reading takes is loaded and done."""

from __future__ import annotations

import io
import mimetypes
import sys
from contextlib import contextmanager
from functools import cached_property
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_EXTRA = ("numpy", "lxml", "PIL")
_LATER = (
    *("openpyxl.drawing.spreadsheet_drawing", "openpyxl.reader.drawings"),
    *("openpyxl.pivot.table", "openpyxl.pivot.cache", "openpyxl.pivot.record"),
    *("openpyxl.writer.excel", "openpyxl.worksheet._writer", "et_xmlfile"),
    *("openpyxl.comments.comment_sheet", "openpyxl.styles.builtins"),
)
"""Parts for charts, pivot tables, notes, writing, and the styles that come with Excel. The rest of
openpyxl takes names from them, and does nothing with these until a file or a caller needs them."""


def open_werkmap(inhoud: bytes, *, resultaten: bool = False) -> Any:
    """A workbook to read from.

    Args:
        resultaten: a formula is its result.
    """
    _laad()
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
    _laad()
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


class _Later:
    """What a module of openpyxl holds, loaded when somebody asks something of it."""

    def __init__(self, module: str, naam: str) -> None:
        self._waar = module, naam

    @cached_property
    def _zelf(self) -> Any:
        module, naam = self._waar
        with _zonder_extra():
            return getattr(import_module(module), naam)

    def __getattr__(self, naam: str) -> Any:
        return getattr(self._zelf, naam)

    def __call__(self, *waarden: Any, **namen: Any) -> Any:
        return self._zelf(*waarden, **namen)

    def __contains__(self, naam: object) -> bool:
        return naam in self._zelf

    def __getitem__(self, naam: str) -> Any:
        return self._zelf[naam]


class _Leeg(ModuleType):
    """A module in which every name is there, and nothing is loaded."""

    def __getattr__(self, naam: str) -> Any:
        if naam.startswith("__"):
            raise AttributeError(naam)
        return _Later(self.__name__, naam)


def _laad() -> None:
    """Load openpyxl, nearly half of it later: what is in `_LATER`."""
    if "openpyxl" in sys.modules:
        return
    try:
        with _zonder_extra(), _in_plaats_van({naam: _Leeg(naam) for naam in _LATER}):
            import_module("openpyxl")
    except Exception:  # another openpyxl, that needs more of it at once: who asks loads it all
        for naam in [naam for naam in sys.modules if naam.partition(".")[0] == "openpyxl"]:
            del sys.modules[naam]


@contextmanager
def _zonder_extra() -> Iterator[None]:
    """openpyxl loads what it can use for pictures and to write; for reading that is lost time."""
    # The kinds of files that this machine knows, a thousand, for the few that it may write.
    soorten, mimetypes.knownfiles = mimetypes.knownfiles, []
    try:
        with _in_plaats_van(dict.fromkeys(_EXTRA)):  # None is how Python is told: not here
            yield
    finally:
        mimetypes.knownfiles = soorten


@contextmanager
def _in_plaats_van(modules: Mapping[str, Any]) -> Iterator[None]:
    """While this lasts, who loads these modules gets others; not those that are loaded already."""
    nieuw = {naam: ander for naam, ander in modules.items() if naam not in sys.modules}
    sys.modules.update(nieuw)
    try:
        yield
    finally:
        for naam in nieuw:
            del sys.modules[naam]
