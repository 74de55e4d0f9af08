"""Characters for which the fonts inside Typst have no shape: a PDF/A may not leave them blank.

The fonts show Latin, Greek, Cyrillic, Hebrew and Arabic. Another character (an emoji, Chinese)
is written as its number in Unicode, «[U+1F680]», so that a reader sees that something stands
there and what. Which ones that are is asked of Typst itself.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

VERVANGEN = (
    "De letters van deze pdf kennen niet elk teken. Zo'n teken staat er als zijn nummer in Unicode,"
    " zoals [U+1F680]. In de andere vormen staat het teken zelf."
)
"""Told on the cover when it happened."""
_BEKEND = re.compile(r"[\n -~\u00a0-\u017f‘’“”–—…•·€→]")
"""What every one of the fonts shows; the rest is asked. «traag» tests that this holds."""
NORMEN: tuple[Literal["ua-1", "a-2a"], ...] = ("ua-1", "a-2a")
"""The standards that the document meets; the second refuses characters for private use."""
_MAX_VRAGEN = 500
"""Of more different characters than this Typst is not asked one by one: each takes its time."""
_PROEF = (
    b'#set document(title: "proef")\n#set text(lang: "nl")\n'
    b'#for teken in sys.inputs.tekst.split(" ") { par(teken) }'
)


def vervang_onbekende(data: Any, fonts: Any) -> tuple[Any, bool]:
    """The same data with numbers for the characters that cannot be shown.

    Args:
        data: strings in lists and dictionaries.
        fonts: the fonts of Typst.

    Returns:
        The data, and whether anything was replaced.
    """
    tekens = {teken for tekst in _teksten(data) for teken in _BEKEND.sub("", tekst)}
    if not tekens or _toont(sorted(tekens), fonts):
        return data, False
    if len(tekens) > _MAX_VRAGEN:
        return vervang_bijzondere(data), True
    onbekend = {teken: _nummer(teken) for teken in sorted(tekens) if not _toont([teken], fonts)}
    return _vertaal(data, str.maketrans(onbekend)), True


def vervang_bijzondere(data: Any) -> Any:
    """The same data with numbers for every character that is not plain Latin.

    For what can be shown on its own, but not as it stands in the text.
    """
    tekens = {teken for tekst in _teksten(data) for teken in _BEKEND.sub("", tekst)}
    return _vertaal(data, str.maketrans({teken: _nummer(teken) for teken in tekens}))


def _nummer(teken: str) -> str:
    """What stands there instead; a mark that has no shape of its own just goes."""
    return "" if unicodedata.category(teken) == "Cf" else f"[U+{ord(teken):04X}]"


def is_zetfout(fout: BaseException) -> bool:
    """Whether Typst refused a text, or broke down over it: then it raises what is no Exception."""
    return type(fout).__name__ in ("TypstError", "PanicException")


def _toont(tekens: Iterable[str], fonts: Any) -> bool:
    import typst

    try:
        typst.compile(
            _PROEF,
            sys_inputs={"tekst": " ".join(tekens)},
            font_paths=fonts,
            pdf_standards=[*NORMEN],
        )
    except BaseException as fout:
        if not is_zetfout(fout):
            raise
        return False
    return True


def _teksten(data: Any) -> Iterable[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for waarde in data.values():
            yield from _teksten(waarde)
    elif isinstance(data, list | tuple):
        for waarde in data:
            yield from _teksten(waarde)


def _vertaal(data: Any, tabel: dict[int, str]) -> Any:
    if isinstance(data, str):
        return data.translate(tabel)
    if isinstance(data, dict):
        return {sleutel: _vertaal(waarde, tabel) for sleutel, waarde in data.items()}
    if isinstance(data, list | tuple):
        return [_vertaal(waarde, tabel) for waarde in data]
    return data
