"""The rules of a profile over what comes after the decision, apart from all others."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from regels.ingedeeld import over_van

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from regels.indeling import Indeling
    from regels.model import Regel, Veld


class Naregels(NamedTuple):
    """The rules over what comes after the decision; they change nothing that is decided before.

    Attributes:
        velden: the facts that only these rules see; empty when there are no such rules.
        indelingen: each after those on which its rules rest.
    """

    regels: tuple[Regel, ...] = ()
    velden: Mapping[str, Veld] = MappingProxyType({})
    indelingen: tuple[Indeling, ...] = ()

    def op(self, dag: date) -> tuple[Regel, ...]:
        """The rules in force on a day, in file order."""
        return tuple(regel for regel in self.regels if regel.geldt_op(dag))

    def over(self, regel: Regel) -> str:
        """What one of these rules is about; see `over_van`."""
        return over_van(regel, {indeling.code: indeling for indeling in self.indelingen})


GEEN_NAREGELS = Naregels()
