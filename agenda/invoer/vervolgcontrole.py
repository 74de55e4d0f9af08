"""Read a new dossier back before it is written: it says what the old one said."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from agenda.invoer.dossier import lees_dossier
from agenda.invoer.vervolgbestanden import zonder_weg
from regels.melding import Invoerfout

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from agenda.invoer.dossier import GelezenDossier
    from regels.volger import Volger

_INSTELLINGEN = ("gewichten", "voorkeuren", "gewichtsgrenzen", "capaciteit")
"""The settings that go along as they are."""


def lees_terug(
    bestanden: Mapping[str, bytes], themas: Path | None, volg: Volger
) -> GelezenDossier | None:
    """What the new files say; None when the profile of now does not take all of it."""
    with TemporaryDirectory() as plaats:
        for naam, inhoud in bestanden.items():
            (Path(plaats) / naam).write_bytes(inhoud)
        try:
            return lees_dossier(Path(plaats), themas, volg)
        except Invoerfout:
            return None


def eis_gelijk(was: GelezenDossier, wordt: GelezenDossier, weg: Collection[str]) -> None:
    """Every value that goes along is read back as it was, where both years have one profile.

    Args:
        weg: the codes of the topics that stay behind.

    Raises:
        RuntimeError: it is not; a fault of the program, and nothing is written.
    """
    if (was.profiel, was.regelset) != (wordt.profiel, wordt.regelset):
        return
    oud, nieuw = was.dossier, wordt.dossier
    paren = [
        (
            zonder_weg(was.onderwerpen.waarde["onderwerpen"], weg),
            wordt.onderwerpen.waarde["onderwerpen"],
        ),
        (oud.leden, nieuw.leden),
        (tuple(d for d in oud.deelname if d.onderwerp not in weg), nieuw.deelname),
        *(
            (getattr(oud.instellingen, naam), getattr(nieuw.instellingen, naam))
            for naam in _INSTELLINGEN
        ),
    ]
    if any(links != rechts for links, rechts in paren):
        raise RuntimeError("het nieuwe dossier zegt iets anders dan het oude")
