"""Several values of one field become one, or stay apart: then the field is unknown."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from agenda.onderwerp.feit import Feit
from agenda.samenvoeging.lijken import kale_titel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agenda.onderwerp.velden import Invulveld
    from agenda.samenvoeging.inbreng import Gezegd

MAX_TEKST = 10_000
"""No text is longer; texts that would be, together, stay apart."""
_NAAST = ("onderbouwing", "bron", "lezing")


class Verschillend(Exception):
    """The values cannot all be true."""


def kaal(veld: Invulveld, waarde: Any) -> Any:
    """A value without what does not make it another: two people may write a title differently."""
    if isinstance(waarde, Feit):
        waarde = waarde.waarde
    return kale_titel(waarde) or waarde if veld.soort == "tekstregel" else waarde


def samen(veld: Invulveld, gezegd: Sequence[Gezegd], noem: Callable[[str], str]) -> Any:
    """The one value of a field.

    Free texts stand below each other, each under who wrote it.

    Args:
        gezegd: at least one, in the order of who says it.
        noem: the name of who says something.

    Raises:
        Verschillend: they differ.
    """
    verschillend = {_sleutel(kaal(veld, g.waarde)) for g in gezegd}
    if len(verschillend) == 1:
        return _meest_geschreven(gezegd) if veld.soort == "tekstregel" else _zelfde(gezegd)
    if veld.soort == "tekst":
        return _onder_elkaar(gezegd, noem)
    raise Verschillend


def _sleutel(waarde: Any) -> Any:
    return tuple(sorted(waarde.items())) if isinstance(waarde, dict) else waarde


def _meest_geschreven(gezegd: Sequence[Gezegd]) -> Any:
    tellingen = Counter(g.waarde for g in gezegd)
    return min(tellingen, key=lambda waarde: (-tellingen[waarde], waarde))


def _zelfde(gezegd: Sequence[Gezegd]) -> Any:
    """The value that all give, with all that is said beside it."""
    eerste = gezegd[0].waarde
    if not isinstance(eerste, Feit):
        return eerste
    return replace(eerste, **{naam: _teksten(gezegd, naam) for naam in _NAAST})


def _teksten(gezegd: Sequence[Gezegd], naam: str) -> str:
    teksten = dict.fromkeys(filter(None, (getattr(g.waarde, naam) for g in gezegd)))
    return "\n".join(teksten)[:MAX_TEKST]


def _onder_elkaar(gezegd: Sequence[Gezegd], noem: Callable[[str], str]) -> Any:
    wie_per_tekst: dict[str, list[str]] = {}
    for deel in gezegd:
        tekst = deel.waarde.waarde if isinstance(deel.waarde, Feit) else deel.waarde
        wie_per_tekst.setdefault(str(tekst), []).append(noem(deel.wie))
    samen_ = "\n\n".join(f"{', '.join(wie)}: {tekst}" for tekst, wie in wie_per_tekst.items())
    if len(samen_) > MAX_TEKST:
        raise Verschillend
    if isinstance(gezegd[0].waarde, Feit):
        return replace(_zelfde(gezegd), waarde=samen_)
    return samen_


def celtekst(waarde: Any) -> str:
    """A value as somebody types it in a cell; «onbekend» when there is none."""
    if isinstance(waarde, Feit):
        waarde = waarde.waarde
    if waarde is None:
        return "onbekend"
    if isinstance(waarde, tuple | list):
        return "; ".join(map(str, waarde)) or "geen"
    if isinstance(waarde, dict):
        return "; ".join(f"{naam} {celtekst(deel)}" for naam, deel in waarde.items())
    return f"{waarde:f}".replace(".", ",") if isinstance(waarde, Decimal) else str(waarde)
