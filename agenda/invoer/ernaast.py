"""What a dossier may hold beside its topics; what reads a file is loaded when there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.opslag.rollen import (
    ANTWOORDENBESTAND,
    BEGROTINGBESTAND,
    KALENDERBESTAND,
    OORDELENBESTANDEN,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from agenda.invoer.oordelen import Oordelenbestand
    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.antwoord import Gewichtsantwoord
    from agenda.onderwerp.instellingen import Instellingen
    from agenda.onderwerp.kalender import Kalenderafspraken
    from agenda.onderwerp.laag import Begrotingsposten
    from agenda.onderwerp.omgeving import Omgeving
    from regels.melding import Melding
    from regels.regelset import Regelset


def open_oordelen(
    map_: Path,
    profiel: Profiel,
    criteria: Mapping[str, str],
    titels: Mapping[str, str],
    meldingen: list[Melding],
) -> Oordelenbestand | None:
    """What municipalities say of the criteria; what reads it is loaded when they do."""
    if not any((map_ / naam).exists() for naam in OORDELENBESTANDEN):
        return None
    from agenda.invoer.oordelen import lees_oordelen

    return lees_oordelen(map_, profiel, criteria, titels, meldingen)


def open_begroting(
    map_: Path, profiel: Profiel, meldingen: list[Melding]
) -> Begrotingsposten | None:
    """The amounts that belong to no topic; what reads them is loaded when there are any."""
    if not (map_ / BEGROTINGBESTAND).exists():
        return None
    from agenda.invoer.begroting import lees_begroting

    return lees_begroting(map_, profiel, meldingen)


def open_kalender(
    map_: Path,
    jaar: int | None,
    profiel: Profiel,
    codes: Collection[str] | None,
    meldingen: list[Melding],
) -> Kalenderafspraken | None:
    """What people fixed for the meetings; what reads it is loaded when there is such a file."""
    if not (map_ / KALENDERBESTAND).exists():
        return None
    from agenda.invoer.kalender import lees_kalender

    return lees_kalender(map_, jaar, profiel, codes, meldingen)


def open_antwoorden(
    map_: Path,
    omgeving: Omgeving,
    regelset: Regelset,
    instellingen: Instellingen | None,
    meldingen: list[Melding],
) -> tuple[Gewichtsantwoord, ...]:
    """What was answered on the weights; what reads it is loaded when there is such a file."""
    if not (map_ / ANTWOORDENBESTAND).exists():
        return ()
    from agenda.invoer.antwoorden import lees_antwoorden

    return lees_antwoorden(map_, omgeving, regelset, instellingen, meldingen)
