"""The rules of a profile over what comes after the decision, apart from all others."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from regels.ingedeeld import over_van
from regels.model import NA_BESLUIT
from regels.taal import toon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from regels.gelezen import GelezenIndeling, GelezenRegel
    from regels.indeling import Indeling
    from regels.melding import Melding
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


def gevraagd(
    navelden: Iterable[Veld],
    indelingen: Iterable[GelezenIndeling],
    regels: Iterable[GelezenRegel],
    velden: Mapping[str, Veld],
    meldingen: list[Melding],
) -> dict[str, Veld]:
    """The facts over what comes after the decision; none when nothing is about that.

    A profile of before they existed may have a field of the same name, and stays as it is.

    Args:
        velden: every other field, by name.
        meldingen: names that stand for both are added to this list.
    """
    erover: list[GelezenIndeling | GelezenRegel] = [
        *(deel for deel in indelingen if deel.indeling.over in NA_BESLUIT),
        *(deel for deel in regels if deel.regel.over in NA_BESLUIT),
    ]
    if not erover:
        return {}
    na = {veld.naam: veld for veld in navelden}
    for naam in (naam for naam in na if naam in velden):
        verwacht = "velden met een andere code: deze naam staat voor een feit van na het besluit"
        gevonden = f"een eigen veld {toon(naam)}"
        meldingen.append(erover[0].melding(("over",), gevonden, verwacht, soort="dubbele-naam"))
    return na


def naregels_van(
    regels: Iterable[Regel], velden: Mapping[str, Veld], indelingen: Sequence[Indeling]
) -> Naregels:
    """Of all rules, fields and classifications those over what comes after the decision."""
    per_code = {indeling.code: indeling for indeling in indelingen}
    return Naregels(
        tuple(regel for regel in regels if over_van(regel, per_code) in NA_BESLUIT),
        {naam: veld for naam, veld in velden.items() if veld.over in NA_BESLUIT},
        tuple(indeling for indeling in indelingen if indeling.over in NA_BESLUIT),
    )
