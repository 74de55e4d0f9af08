"""The smallest change of one topic in a few sentences, without how it is now: for a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from agenda.rangorde.ranglijst import TOP
from agenda.uitleg.wijziging import Feitwijziging, Stemwijziging
from agenda.weergave.uitleg.verandering import OM_TE, niets_zin, stemmen_zin, wijziging_zin
from agenda.weergave.woorden import als_kop, als_zin, in_zin
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agenda.uitleg.wijziging import Doel, Mogelijkheid, Verandering, Wijziging
    from regels.model import Waarde

_KORT: dict[Doel, str] = {
    "toelating": "komt op de agenda",
    "hoger": "hoger",
    "lager": "lager",
    "in-top": f"bij de eerste {TOP}",
    "uit-top": f"uit de eerste {TOP}",
}


def korte_veranderingen(veranderingen: Iterable[Verandering], plaats: int | None) -> Iterator[str]:
    """What would change it, in a few sentences; questions with the same answer are told in one.

    Args:
        plaats: the place that the topic has now; nothing is said of higher than the first.
    """
    per_antwoord: dict[tuple[str, ...], list[Doel]] = {}
    niets: list[str] = []
    for verandering in veranderingen:
        if verandering.doel == "hoger" and plaats == 1:
            continue
        mogelijk = tuple(_samengenomen(verandering.mogelijkheden))
        if mogelijk:
            per_antwoord.setdefault(mogelijk, []).append(verandering.doel)
        elif verandering.doel in OM_TE:
            niets.append(OM_TE[verandering.doel])
        else:
            yield " ".join((niets_zin(verandering, plaats), *map(als_zin, verandering.belet)))
    for antwoord, doelen in per_antwoord.items():
        kop = als_kop(opsomming((_KORT[doel] for doel in doelen), "en"))
        yield f"{kop}{'; of '.join(antwoord)}."
    if niets:
        yield f"Om {opsomming(niets)}, is één ander feit of één ander gewicht niet genoeg."


def _samengenomen(mogelijkheden: Iterable[Mogelijkheid]) -> Iterator[str]:
    """Each possibility; answers that lead to one place together: « (plaats 5) met ja op a of b»."""
    antwoorden: dict[tuple[int | None, Waarde], list[str]] = {}
    andere = []
    for mogelijkheid in mogelijkheden:
        wijziging = mogelijkheid.wijzigingen[0]
        if len(mogelijkheid.wijzigingen) == 1 and _is_antwoord(wijziging):
            sleutel = (mogelijkheid.plaats, wijziging.nieuw)
            antwoorden.setdefault(sleutel, []).append(in_zin(wijziging.veld.omschrijving))
        else:
            dan = "; ".join(map(_dan, mogelijkheid.wijzigingen))
            waar = "" if mogelijkheid.plaats is None else f" (plaats {mogelijkheid.plaats})"
            andere.append(f"{waar} als dit anders was: {dan}")
    for (plaats, nieuw), velden in antwoorden.items():
        waar = "" if plaats is None else f" (plaats {plaats})"
        yield f"{waar} met {nieuw} op {opsomming(velden)}"
    yield from andere


def _dan(wijziging: Wijziging) -> str:
    """One change, without how it is now."""
    if isinstance(wijziging, Feitwijziging):
        return wijziging.dan or f"{in_zin(wijziging.veld.omschrijving)}: {wijziging.gevraagd}"
    return (
        stemmen_zin(wijziging) if isinstance(wijziging, Stemwijziging) else wijziging_zin(wijziging)
    )


def _is_antwoord(wijziging: Wijziging) -> TypeGuard[Feitwijziging]:
    """Whether only a ja or a nee is asked."""
    return (
        isinstance(wijziging, Feitwijziging)
        and not wijziging.dan
        and wijziging.gevraagd in ("ja", "nee")
    )
