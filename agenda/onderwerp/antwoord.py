"""Answers to questions about the weights of criteria: `antwoorden.yaml` in a dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, get_args

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo

from agenda.onderwerp.omgeving import Criteriumcode, Gemeentecode, omgeving_van
from regels.lezen.model import als_lijst, model_op_naam
from regels.lezen.vorm import weiger
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

Antwoordwaarde = Literal["links", "rechts", "even", "weet-niet"]
ANTWOORDWAARDEN: tuple[Antwoordwaarde, ...] = get_args(Antwoordwaarde)
_BEDOELD: dict[str, Antwoordwaarde] = {
    **dict.fromkeys(("links", "l", "linker", "de linker", "linkerkant", "<"), "links"),
    **dict.fromkeys(("rechts", "r", "rechter", "de rechter", "rechterkant", ">"), "rechts"),
    **dict.fromkeys(("even", "e", "even zwaar", "evenveel", "even veel", "gelijk", "="), "even"),
    **dict.fromkeys(
        ("weet niet", "w", "weet ik niet", "weten we niet", "onbekend", "?"), "weet-niet"
    ),
}
"""What people write → what it says."""
MAX_CRITERIA = 100
MAX_ANTWOORDEN = 500


def bedoeld_antwoord(getypt: str) -> Antwoordwaarde | None:
    """What somebody says who answers in words of his own; None when that is not clear."""
    return _BEDOELD.get(" ".join(getypt.casefold().replace("-", " ").split()))


def _op_volgorde(codes: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    """Each criterion once, in the order of the rules."""
    dubbel = next((code for nummer, code in enumerate(codes) if code in codes[:nummer]), None)
    if dubbel is not None:
        raise weiger("elk criterium één keer")
    return tuple(sorted(codes, key=list(omgeving_van(info).criteria).index))


def _aan_een_kant(rechts: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    aan_beide = [code for code in rechts if code in info.data.get("links", ())]
    if aan_beide:
        raise weiger(f"criteria die niet ook links staan (nu aan beide kanten: {aan_beide[0]})")
    return rechts


Kant = Annotated[
    tuple[Criteriumcode, ...],
    BeforeValidator(als_lijst),
    Field(
        min_length=1,
        max_length=MAX_CRITERIA,
        description="een lijst met codes van criteria, minstens één",
    ),
    AfterValidator(_op_volgorde),
]
"""The criteria on one side of a question."""


@model_op_naam
class Gewichtsantwoord:
    """What was answered to «which of these two counts more, taken together?».

    Attributes:
        links: the criteria on one side, in the order of the rules.
        rechts: those on the other side; none stands on both.
        antwoord: which side counts more; `even` is exactly as much, `weet-niet` says nothing.
        gemeente: whose answer it is; None is that of all together.
    """

    links: Kant
    rechts: Annotated[Kant, AfterValidator(_aan_een_kant)]
    antwoord: Annotated[Antwoordwaarde, Field(description="links, rechts, even of weet-niet")]
    # Left out of hashes when empty, as everywhere.
    gemeente: Annotated[Gemeentecode | None, Field(exclude_if=lambda waarde: waarde is None)] = None

    def zin(self, titels: Mapping[str, str]) -> str:
        """The answer in words.

        Args:
            titels: code of a criterion → what it is called.
        """
        links, rechts = kant_tekst(self.links, titels), kant_tekst(self.rechts, titels)
        werkwoord = "weegt" if len(self.links) == 1 else "wegen"
        if self.antwoord == "weet-niet":
            return f"wat zwaarder weegt, {links} of {rechts}, is niet bekend"
        if self.antwoord == "even":
            return f"{links} {werkwoord} even zwaar als {rechts}"
        hoe = "zwaarder" if self.antwoord == "links" else "lichter"
        return f"{links} {werkwoord} {hoe} dan {rechts}"


def kant_tekst(codes: Collection[str], titels: Mapping[str, str]) -> str:
    """The criteria on one side: «Wal en schip» en «Veiligheid» samen."""
    namen = opsomming((f"«{titels[code]}»" for code in codes), "en")
    return f"{namen} samen" if len(codes) > 1 else namen


@model_op_naam
class Antwoordenlijst:
    """`antwoorden.yaml`, in the order of the file."""

    antwoorden: Annotated[
        tuple[Gewichtsantwoord, ...],
        Field(max_length=MAX_ANTWOORDEN, description="een lijst antwoorden"),
    ]
