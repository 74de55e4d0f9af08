"""Which profile a new dossier is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.invoer.profiel import lees_profiel
from agenda.invoer.profielmap import vind_profiel
from agenda.opslag.rollen import REGIOBESTAND
from regels.melding import Invoerfout, Melding, Plek
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from pathlib import Path


def kies_profiel(voor: str | None, themas: Path | None, anders: str) -> tuple[str, Path]:
    """The profile for a new dossier: its code and its folder.

    Args:
        voor: the code that the user asks for.
        themas: as in `vind_profiel`.
        anders: the code when there is no choice to make.

    Raises:
        Invoerfout: there is no such profile, or there are several to choose from.
    """
    if themas is None or (themas / REGIOBESTAND).exists() or (themas / (voor or anders)).exists():
        map_ = vind_profiel(voor or anders, themas, Plek("--voor"))
        # The user may point straight at a profile; then its folder can have any name.
        code = _code_van(map_) if map_ == themas else map_.name
        if voor not in (None, code):
            melding = Melding(Plek(str(map_)), "--voor", toon(voor), f"{code}, want dat staat hier")
            raise Invoerfout([melding])
        return code, map_
    mappen = {pad.parent.name: pad.parent for pad in sorted(themas.glob(f"*/{REGIOBESTAND}"))}
    if voor is None and len(mappen) == 1:
        return next(iter(mappen.items()))
    if not mappen:
        return "", vind_profiel(voor, themas)  # says what is expected there
    gevonden = toon(voor) if voor else f"{len(mappen)} profielen"
    verwacht = f"één profiel: {opsomming(mappen)}"
    hulp = bedoelde_u(voor, mappen) if voor else "kies er een met --voor"
    raise Invoerfout([Melding(Plek(str(themas)), "--voor", gevonden, verwacht, hulp)])


def _code_van(map_: Path) -> str:
    """The code of a profile, whatever its folder is called."""
    return lees_profiel(map_)[0].regio.code
