"""Where a profile stands: shipped with the program, frozen in a decision, or the user's own."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

from agenda.invoer import DOSSIERBESTAND
from agenda.invoer.profielbestanden import VERPLICHT
from regels.melding import Invoerfout, Melding, Plek
from regels.model import CODEVORM
from regels.taal import bedoelde_u, opsomming, toon

SOORTEN_VAN_TOEN = ("uitgangspunt", "criterium")
"""The kinds of rule of a profile of the old form; the rules that it always had are of these."""

_IN_DOSSIER = Plek(DOSSIERBESTAND)


def meegeleverde_profielen() -> Path:
    """The folder thema's/, found as the namespace package that it is.

    `importlib.resources` would find the same, but loading it costs a tenth of the start-up time.
    """
    return Path(next(iter(import_module("thema's").__path__)))


def vind_profiel(
    code: object,
    themas: Path | None,
    plek: Plek = _IN_DOSSIER,
) -> Path:
    """The folder of a profile.

    Args:
        code: what the dossier names as its profile; not yet checked.
        themas: a folder given by the user: a profile, or a folder that holds one with this code.
        plek: where the dossier names its profile.

    Raises:
        Invoerfout: there is no such profile.
    """
    naam = code if isinstance(code, str) and re.fullmatch(CODEVORM, code) else None
    if themas is not None:
        for map_ in (themas, themas / naam) if naam else (themas,):
            if bestaat(map_ / "regio.yaml"):
                return map_
        verwacht = f"een map met {opsomming((*VERPLICHT, 'een map regels'), 'en')}"
        gevonden = "een map zonder regio.yaml" if bestaat(themas) else "niets"
        raise Invoerfout([Melding(Plek(str(themas)), "--themas", gevonden, verwacht)])
    if naam and bestaat(meegeleverde_profielen() / naam / "regio.yaml"):
        return meegeleverde_profielen() / naam
    bekend = sorted(map_.parent.name for map_ in meegeleverde_profielen().glob("*/regio.yaml"))
    verwacht = f"{opsomming(bekend)}, of een eigen profiel met --themas"
    raise Invoerfout([Melding(plek, "profiel", toon(code), verwacht, bedoelde_u(code, bekend))])


def bestaat(pad: Path) -> bool:
    """Whether there is a file or folder; a name that none can have is no fault."""
    try:
        return pad.exists()
    except PermissionError:
        raise  # it is there and may not be seen: another thing than wrong input
    except OSError:  # a name that no file can have
        return False


def regelmap_van(map_: Path) -> Path:
    """The folder with the rules of a profile: its own, or for an old one those it always had."""
    eigen = map_ / "regels"
    if eigen.is_dir():
        return eigen
    from agenda.invoer.oude_vorm import lees_aanvulling  # few profiles are that old

    return meegeleverde_profielen() / lees_aanvulling().profiel / "regels"
