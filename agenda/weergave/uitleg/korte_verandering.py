"""The smallest change of one topic in a few sentences, without how it is now: for a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from agenda.rangorde.ranglijst import TOP
from agenda.uitleg.wijziging import Feitwijziging, Gewichtwijziging, Stemwijziging
from agenda.weergave.uitleg.verandering import OM_TE, niets_zin, stemmen_zin, wijziging_zin
from agenda.weergave.woorden import als_zin, in_zin
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agenda.uitleg.wijziging import Doel, Mogelijkheid, Verandering, Wijziging
    from regels.model import Waarde

_DAN: dict[Doel, str] = {
    "toelating": "komt het op de agenda",
    "hoger": "stijgt het naar plaats {plaats}",
    "lager": "zakt het naar plaats {plaats}",
    "in-top": f"komt het bij de eerste {TOP} (plaats {{plaats}})",
    "uit-top": f"gaat het uit de eerste {TOP} (plaats {{plaats}})",
}
_OOK: dict[Doel, str] = {"in-top": f", bij de eerste {TOP}", "uit-top": f", uit de eerste {TOP}"}
"""What is added when a place was told already."""


def korte_veranderingen(veranderingen: Iterable[Verandering], plaats: int | None) -> Iterator[str]:
    """What would change it, in a few sentences; questions with the same answer are told in one.

    Args:
        plaats: the place that the topic has now; nothing is said of higher than the first.
    """
    per_antwoord: list[tuple[tuple[Mogelijkheid, ...], list[Doel]]] = []
    niets: list[str] = []
    for verandering in veranderingen:
        if verandering.doel == "hoger" and plaats == 1:
            continue
        if verandering.mogelijkheden:
            gelijk = (doelen for m, doelen in per_antwoord if m == verandering.mogelijkheden)
            if (doelen := next(gelijk, None)) is None:
                per_antwoord.append((verandering.mogelijkheden, doelen := []))
            doelen.append(verandering.doel)
        elif verandering.doel in OM_TE:
            niets.append(OM_TE[verandering.doel])
        else:
            yield " ".join((niets_zin(verandering, plaats), *map(als_zin, verandering.belet)))
    for mogelijkheden, samen in per_antwoord:
        yield from _zinnen(mogelijkheden, samen)
    if niets:
        yield f"Om {opsomming(niets)}, is één ander feit of één ander gewicht niet genoeg."


def _zinnen(mogelijkheden: Iterable[Mogelijkheid], doelen: Iterable[Doel]) -> Iterator[str]:
    """Each possibility; answers that lead to one place together."""
    eerste, *ook = doelen

    def dan(plaats: int | None) -> str:
        slot = "".join(_OOK.get(doel, "") for doel in ook)
        return f"{_DAN[eerste].format(plaats=plaats)}{slot}"

    antwoorden: dict[tuple[int | None, Waarde], list[str]] = {}
    andere = []
    for wijzigingen, plaats in mogelijkheden:
        if len(wijzigingen) > 1:
            wat = "; ".join(map(_anders, wijzigingen))
            andere.append(f"Is dit alles anders, dan {dan(plaats)}: {wat}.")
        elif _is_antwoord(wijziging := wijzigingen[0]):
            sleutel = (plaats, wijziging.nieuw)
            antwoorden.setdefault(sleutel, []).append(in_zin(wijziging.veld.omschrijving))
        elif isinstance(wijziging, Gewichtwijziging):
            weegt = f"Weegt {in_zin(wijziging.criterium.titel)} {wijziging.nieuw}"
            andere.append(f"{weegt} in plaats van {wijziging.gewicht}, dan {dan(plaats)}.")
        else:
            andere.append(f"Is dit anders, dan {dan(plaats)}: {_anders(wijziging)}.")
    for (plaats, nieuw), velden in antwoorden.items():
        yield f"Met {nieuw} op {opsomming(velden)} {dan(plaats)}."
    yield from andere


def _anders(wijziging: Wijziging) -> str:
    """One change, without how it is now."""
    if isinstance(wijziging, Feitwijziging):
        return wijziging.dan or f"{in_zin(wijziging.veld.omschrijving)}: {wijziging.gevraagd}"
    if isinstance(wijziging, Stemwijziging):
        return stemmen_zin(wijziging)
    return wijziging_zin(wijziging)


def _is_antwoord(wijziging: Wijziging) -> TypeGuard[Feitwijziging]:
    """Whether only a ja or a nee is asked."""
    return (
        isinstance(wijziging, Feitwijziging)
        and not wijziging.dan
        and wijziging.gevraagd in ("ja", "nee")
    )
