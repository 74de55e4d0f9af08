"""The comparison words: a row per word, and nothing about a word stands anywhere else.

Reading a rule, the reference evaluator, the engine, the check of rules and the sentences all look
here. A word is one the engine has a sign for, and its opposite is one of these words too.
"""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Operator(NamedTuple):
    """One comparison of a known value with the constant in a rule.

    Attributes:
        woord: as it stands in a rule.
        in_zin: how it reads before the constant; empty where the constant says it all.
        test: whether a value (first) meets the constant (second).
        teken: the sign of durable-rules; empty for equality, which has none.
        tegendeel: the word that holds for a known value exactly when this one does not.
        alleen_getal: whether it has no meaning for a field with choices.
    """

    woord: str
    in_zin: str
    test: Callable[[Any, Any], bool]
    teken: str
    tegendeel: str
    alleen_getal: bool = True


OPERATOREN = {
    rij.woord: rij
    for rij in (
        Operator("is", "", operator.eq, "", "niet", alleen_getal=False),
        Operator("niet", "niet", operator.ne, "$neq", "is", alleen_getal=False),
        Operator("minstens", "minstens", operator.ge, "$gte", "minder_dan"),
        Operator("hoogstens", "hoogstens", operator.le, "$lte", "meer_dan"),
        Operator("meer_dan", "meer dan", operator.gt, "$gt", "hoogstens"),
        Operator("minder_dan", "minder dan", operator.lt, "$lt", "minstens"),
    )
}
"""Word → its row, in the order in which messages name them."""

VERGELIJKWOORDEN = tuple(OPERATOREN)
VOOR_KEUZES = tuple(woord for woord, rij in OPERATOREN.items() if not rij.alleen_getal)
"""The words that a field with choices can take."""
