"""Read a YAML file of fields with their value; what is wrong is collected with other findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regels.lezen.yaml import lees_yaml
from regels.melding import Invoerfout, Melding
from regels.taal import toon

if TYPE_CHECKING:
    from pathlib import Path

    from regels.lezen.yaml import Gelezen


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
