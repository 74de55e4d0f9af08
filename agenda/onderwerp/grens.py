"""Between what shares of the total weight one criterion must stay, in whole percentages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field, Strict, ValidationInfo

from agenda.onderwerp.omgeving import Criteriumcode, omgeving_van
from agenda.onderwerp.voorkeur import orde_van
from regels.lezen.model import model
from regels.lezen.vorm import weiger
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from agenda.onderwerp.voorkeur import Voorkeur

ALLES = 100
"""All weight together, in percentages."""


def _ruimte(hoogstens: int, info: ValidationInfo) -> int:
    minstens = info.data.get("minstens", 0)
    if hoogstens <= minstens:
        raise weiger(f"meer dan «minstens» ({minstens})")
    return hoogstens


@model
class Grens:
    """The least and the most that one criterion weighs, in percentages of all weight together."""

    minstens: Annotated[
        int,
        Strict(),
        Field(ge=0, lt=ALLES, description="een heel percentage van 0 tot en met 99, zonder %"),
    ] = 0
    hoogstens: Annotated[
        int,
        Strict(),
        Field(gt=0, le=ALLES, description="een heel percentage van 1 tot en met 100, zonder %"),
        AfterValidator(_ruimte),
    ] = ALLES

    @property
    def zegt_niets(self) -> bool:
        """Whether every weighting meets it."""
        return self.minstens == 0 and self.hoogstens == ALLES


def geen_ruimte(grenzen: Iterable[Grens]) -> str:
    """Why hardly any weighting can meet limits, one for every criterion; empty if many can.

    Returns:
        What was expected of the limits, to be told to the user.
    """
    grenzen = [*grenzen]
    minstens, hoogstens = sum(g.minstens for g in grenzen), sum(g.hoogstens for g in grenzen)
    if minstens >= ALLES:
        return f"waarden voor «minstens» die samen minder zijn dan 100 (nu {minstens})"
    if hoogstens <= ALLES:
        return f"waarden voor «hoogstens» die samen meer zijn dan 100 (nu {hoogstens})"
    return ""


def vernauw(grenzen: Sequence[Grens], orde: Sequence[Collection[int]]) -> list[Grens] | None:
    """The limits, as narrow as an order of the criteria makes them.

    What is heavier has at least the least of what is lighter, and what is lighter at most the most
    of what is heavier; and each leaves the others their least and their most.

    Args:
        grenzen: per criterion.
        orde: groups of criteria, the heaviest first.

    Returns:
        Per criterion; None when hardly any weighting meets both.
    """
    paren = [
        (zwaar, licht)
        for nummer, groep in enumerate(orde)
        for zwaar in groep
        for latere in orde[nummer + 1 :]
        for licht in latere
    ]
    laag, hoog = [g.minstens for g in grenzen], [g.hoogstens for g in grenzen]
    vorige = None
    while vorige != (vorige := ([*laag], [*hoog])):
        for zwaar, licht in paren:
            laag[zwaar] = max(laag[zwaar], laag[licht])
            hoog[licht] = min(hoog[licht], hoog[zwaar])
        over, tekort = ALLES - sum(laag), sum(hoog) - ALLES
        if over <= 0 or tekort <= 0:
            return None
        for nummer, (minst, meest) in enumerate(zip(laag, hoog, strict=True)):
            laag[nummer], hoog[nummer] = max(minst, meest - tekort), min(meest, minst + over)
    if any(minst >= meest for minst, meest in zip(laag, hoog, strict=True)):
        return None
    return [Grens(minst, meest) for minst, meest in zip(laag, hoog, strict=True)]


def overlap(
    grenzen: Sequence[Grens], orde: Sequence[frozenset[int]]
) -> list[tuple[frozenset[int], ...]]:
    """The parts of an order in which limits alone do not settle what is heavier.

    Args:
        grenzen: per criterion, made narrow by that order (`vernauw`).
        orde: groups of criteria, the heaviest first.
    """
    delen: list[tuple[frozenset[int], ...]] = []
    begin = 0
    for eind in range(1, len(orde) + 1):
        zwaar = [grenzen[c].minstens for groep in orde[begin:eind] for c in groep]
        licht = [grenzen[c].hoogstens for groep in orde[eind:] for c in groep]
        if not licht or min(zwaar) >= max(licht):
            delen.append(tuple(orde[begin:eind]))
            begin = eind
    return [deel for deel in delen if len(deel) > 1]


def wat_anders_moet(
    grenzen: Mapping[str, Grens], voorkeuren: Mapping[str, Voorkeur], criteria: Collection[str]
) -> str:
    """What limits should have been for weightings to meet them all, and each order; empty if so.

    Args:
        criteria: every criterion that weighs.
    """
    if not grenzen:
        return ""
    per_criterium = [grenzen.get(code, Grens()) for code in criteria]
    if all(grens.zegt_niets for grens in per_criterium):
        return ""
    if verwacht := geen_ruimte(per_criterium):
        return verwacht
    klem = [
        gemeente
        for gemeente, voorkeur in voorkeuren.items()
        if vernauw(per_criterium, orde_van(voorkeur, criteria)) is None
    ]
    return f"grenzen waar de voorkeur van {opsomming(klem, 'en')} bij past" if klem else ""


def _samen_mogelijk(grenzen: dict[str, Grens], info: ValidationInfo) -> dict[str, Grens]:
    """In the order of the criteria; together they leave room for weightings."""
    criteria = omgeving_van(info).criteria
    if verwacht := wat_anders_moet(grenzen, info.data.get("voorkeuren", {}), criteria):
        raise weiger(verwacht)
    return {code: grenzen[code] for code in criteria if code in grenzen}


Gewichtsgrenzen = Annotated[
    dict[Criteriumcode, Grens],
    Field(
        description="per criterium een groep met «minstens», «hoogstens» of allebei,"
        " zoals {minstens: 10, hoogstens: 40}"
    ),
    AfterValidator(_samen_mogelijk),
]
