"""The order in which one municipality puts the criteria: partly, with ties, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, ValidationError, ValidationInfo, WrapValidator
from pydantic_core import InitErrorDetails

from agenda.onderwerp.omgeving import Criteriumcode, bekend_criterium, omgeving_van
from regels.lezen.vorm import weiger

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

MAX_CRITERIA = 100


def _lees_groep(waarde: Any, lees: Callable[[Any], tuple[str, ...]], info: ValidationInfo) -> Any:
    """One criterion, or several without an order between them: kept in the order of the rules."""
    if isinstance(waarde, str):
        return (bekend_criterium(waarde, info),)
    if not isinstance(waarde, list | tuple) or not waarde:
        raise weiger("een criterium, of een lijst van criteria zonder onderlinge volgorde")
    return tuple(sorted(lees(waarde), key=list(omgeving_van(info).criteria).index))


def _lees_voorkeur(rauw: Any, lees: Callable[[Any], Any]) -> Any:
    """An order in which every criterion stands at most once; all that is wrong is told at once."""
    fouten: list[InitErrorDetails] = []
    voorkeur = None
    try:
        voorkeur = lees(rauw)
    except ValidationError as fout:
        fouten += map(_opnieuw, fout.errors(include_url=False))
    gezien: set[str] = set()
    for plek, criterium in _genoemd(rauw):
        if criterium in gezien:
            verwacht = weiger("elk criterium één keer")
            fouten.append(InitErrorDetails(type=verwacht, loc=plek, input=criterium))
        gezien.add(criterium)
    if fouten:
        raise ValidationError.from_exception_data("voorkeur", fouten)
    return voorkeur


def _opnieuw(fout: Any) -> InitErrorDetails:
    """A fault that was found, to be raised once more together with others."""
    context = fout.get("ctx", {})
    eigen = "verwacht" in context
    soort = (
        weiger(context["verwacht"], context["bekend"](), context["hulp"]) if eigen else fout["type"]
    )
    return InitErrorDetails(type=soort, loc=fout["loc"], input=fout["input"], ctx=context)


def _genoemd(rauw: Any) -> Iterator[tuple[tuple[int, ...], str]]:
    """Every criterion with its place in the lists, as far as these are well formed."""
    for nummer, deel in enumerate(rauw if isinstance(rauw, list | tuple) else ()):
        if isinstance(deel, str):
            yield (nummer,), deel
        elif isinstance(deel, list | tuple):
            yield from (((nummer, n), naam) for n, naam in enumerate(deel) if isinstance(naam, str))


Criteriumgroep = Annotated[tuple[Criteriumcode, ...], WrapValidator(_lees_groep)]
Voorkeur = Annotated[
    tuple[Criteriumgroep, ...],
    Field(max_length=MAX_CRITERIA, description="een lijst van criteria, het zwaarste eerst"),
    WrapValidator(_lees_voorkeur),
]
"""Groups of criteria, the heaviest first; inside a group, and outside them all, nothing is said."""


def orde_van(
    voorkeur: Sequence[Sequence[str]], criteria: Collection[str]
) -> tuple[frozenset[int], ...]:
    """The groups as positions in the order of the criteria.

    Args:
        criteria: every criterion that weighs; one that is not in force on the peildatum does not.
    """
    plek = {code: nummer for nummer, code in enumerate(criteria)}
    groepen = (frozenset(plek[code] for code in groep if code in plek) for groep in voorkeur)
    return tuple(groep for groep in groepen if groep)
