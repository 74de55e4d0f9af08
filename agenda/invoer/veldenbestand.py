"""Read a YAML file of fields with their value; what is wrong is collected with other findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from regels.lezen.vorm import houd_tegen
from regels.lezen.yaml import lees_yaml
from regels.melding import Invoerfout, Melding
from regels.taal import toon

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from regels.lezen.yaml import Gelezen

T = TypeVar("T")


def lees_velden(
    pad: Path, naam: str, meldingen: list[Melding], voorbeeld: str = ""
) -> Gelezen | None:
    """The fields in a file; None when there is something wrong with its form.

    Args:
        pad: the file.
        naam: how messages name it.
        meldingen: where findings are added.
        voorbeeld: what such a field looks like: «jaar: 2027».
    """
    try:
        gelezen = lees_yaml(pad, naam)
    except Invoerfout as fout:
        meldingen.extend(fout.meldingen)
        return None
    if not isinstance(gelezen.waarde, dict):
        verwacht = f"velden met hun waarde{f', zoals «{voorbeeld}»' if voorbeeld else ''}"
        meldingen.append(Melding(gelezen.plek(()), "", toon(gelezen.waarde), verwacht))
        return None
    return gelezen


def goede_rijen(
    model: type[T], veld: str, gelezen: Gelezen, context: Mapping[str, Any] | None = None
) -> dict[int, T]:
    """Number → row of a list, of those in which nothing is wrong.

    What does not fit together can then be told in one run with what is wrong in other rows.
    """
    lijst = gelezen.waarde.get(veld)
    rijen = enumerate(lijst if isinstance(lijst, list) else ())
    delen = (
        (nummer, houd_tegen(model, rij, gelezen, (veld, nummer), [], context))
        for nummer, rij in rijen
    )
    return {nummer: deel for nummer, deel in delen if deel is not None}
