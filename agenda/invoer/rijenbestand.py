"""A list of rows beside the topics: a sheet of their workbook, a YAML file or a CSV file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.invoer.rijen import lijst_in
from regels.lezen.yaml import lees_yaml
from regels.melding import Invoerfout, Melding, Plek
from regels.taal import opsomming

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.invoer.tabelvorm import Tabelvorm
    from regels.lezen.yaml import Gelezen


def bestandsnamen(vorm: Tabelvorm) -> tuple[str, ...]:
    """The files in which it may stand; a table only where something is asked."""
    return (f"{vorm.naam}.yaml", *([f"{vorm.naam}.csv"] if vorm.vraagt else ()))


def lees_rijenbestand(
    map_: Path, vorm: Tabelvorm, blad: Gelezen | None, meldingen: list[Melding]
) -> Gelezen | None:
    """The one place where it stands; None, with a finding, when there are more."""
    namen = [naam for naam in bestandsnamen(vorm) if (map_ / naam).exists()]
    waar = [*([f"het blad {vorm.blad} in {blad.bestand}"] if blad else []), *namen]
    if len(waar) > 1:
        verwacht = f"precies één van {opsomming(waar)}"
        hulp = "haal weg wat er te veel is"
        meldingen.append(
            Melding(Plek(namen[-1]), "", f"ook {opsomming(waar[:-1], 'en')}", verwacht, hulp)
        )
        return None
    if not namen:
        return blad
    try:
        return _lees_bestand(map_ / namen[0], vorm, meldingen)
    except Invoerfout as fout:
        meldingen.extend(fout.meldingen)
        return None


def _lees_bestand(pad: Path, vorm: Tabelvorm, meldingen: list[Melding]) -> Gelezen | None:
    if pad.suffix == ".csv":
        from agenda.invoer.csv_bestand import lees_csv  # most dossiers have no such file

        return lees_csv(pad, pad.name, vorm, meldingen)
    gelezen = lees_yaml(pad, pad.name)
    return None if lijst_in(gelezen, vorm.naam, meldingen) is None else gelezen
