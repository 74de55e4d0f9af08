"""Read the knowledge of a region from a profile folder, and check that it fits together."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field
from pydantic.dataclasses import dataclass as model

from agenda.invoer import DOSSIERBESTAND
from agenda.invoer.kolommen import dubbele_koppen
from agenda.invoer.profielcontrole import controleer_profiel
from agenda.kennis.profiel import (
    GEEN_TEKSTEN,
    Document,
    Gremium,
    Nummer,
    Plan,
    Profiel,
    Regio,
    Routestap,
    Teksten,
    Thema,
    Voorstel,
    Wordsjabloon,
)
from agenda.rangorde.feiten import basisvelden
from regels.lezen.vorm import houd_tegen
from regels.lezen.yaml import Gelezen, lees_yaml
from regels.melding import Invoerfout, Melding, Plek
from regels.model import CODEVORM, GESLOTEN, Bron
from regels.regelset import MEEGELEVERD, Regelset, lees_regels, met_vergelijkingen
from regels.taal import bedoelde_u, opsomming, toon

_IN_DOSSIER = Plek(DOSSIERBESTAND)

MAX_LIJST = 200
"""No list in a profile is longer; successors are followed from one plan to the next."""


@model(eq=False, repr=False, config=GESLOTEN)
class _Themas:
    themas: Annotated[
        tuple[Thema, ...],
        Field(min_length=1, max_length=MAX_LIJST, description="een lijst thema's"),
    ]


@model(eq=False, repr=False, config=GESLOTEN)
class _Plannen:
    plannen: Annotated[
        tuple[Plan, ...], Field(min_length=1, max_length=MAX_LIJST, description="een lijst plannen")
    ]


@model(eq=False, repr=False, config=GESLOTEN)
class _Voorstellen:
    aantal: Nummer
    bron: Bron
    voorstellen: Annotated[
        tuple[Voorstel, ...], Field(max_length=MAX_LIJST, description="een lijst voorstellen")
    ]


@model(eq=False, repr=False, config=GESLOTEN)
class _Bronnen:
    bronnen: Annotated[
        tuple[Document, ...],
        Field(min_length=1, max_length=MAX_LIJST, description="een lijst documenten"),
    ]


@model(eq=False, repr=False, config=GESLOTEN)
class _Gremia:
    gremia: Annotated[
        tuple[Gremium, ...],
        Field(min_length=1, max_length=MAX_LIJST, description="een lijst gremia"),
    ]


@model(eq=False, repr=False, config=GESLOTEN)
class _Route:
    stappen: Annotated[
        tuple[Routestap, ...],
        Field(min_length=1, max_length=MAX_LIJST, description="een lijst stappen"),
    ]


_BESTANDEN: dict[str, type[Any]] = {
    "regio.yaml": Regio,
    "themas.yaml": _Themas,
    "plannen.yaml": _Plannen,
    "voorstellen.yaml": _Voorstellen,
    "bronnen.yaml": _Bronnen,
}
VERPLICHTE_BESTANDEN = tuple(_BESTANDEN)
"""Every profile holds these."""
_MAG_ONTBREKEN: dict[str, type[Any]] = {
    "gremia.yaml": _Gremia,
    "route.yaml": _Route,
    "teksten.yaml": Teksten,
}
"""Without bodies and steps a region has no route: nothing is made up about who decides."""


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
            if _bestaat(map_ / "regio.yaml"):
                return map_
        verwacht = f"een map met {opsomming(_BESTANDEN, 'en')}"
        gevonden = "een map zonder regio.yaml" if _bestaat(themas) else "niets"
        raise Invoerfout([Melding(Plek(str(themas)), "--themas", gevonden, verwacht)])
    if naam and _bestaat(meegeleverde_profielen() / naam / "regio.yaml"):
        return meegeleverde_profielen() / naam
    bekend = sorted(map_.parent.name for map_ in meegeleverde_profielen().glob("*/regio.yaml"))
    verwacht = f"{opsomming(bekend)}, of een eigen profiel met --themas"
    raise Invoerfout([Melding(plek, "profiel", toon(code), verwacht, bedoelde_u(code, bekend))])


def _bestaat(pad: Path) -> bool:
    try:
        return pad.exists()
    except PermissionError:
        raise  # it is there and may not be seen: another thing than wrong input
    except OSError:  # a name that no file can have
        return False


def regelmap_van(map_: Path) -> Path:
    """The folder with the rules of a profile: its own, or that of the program."""
    eigen = map_ / "regels"
    return eigen if eigen.is_dir() else MEEGELEVERD


def _lees_sjabloon(map_: Path) -> Wordsjabloon | None:
    """The region's own Word template, when it has one; what checks it is loaded only then."""
    if not _bestaat(map_ / "sjabloon.docx"):
        return None
    from agenda.invoer.wordsjabloon import lees_sjabloon

    return lees_sjabloon(map_)


def lees_profiel(map_: Path) -> tuple[Profiel, Regelset]:
    """Read a profile and the rules that go with it.

    Rules stand in a folder `regels` inside the profile; without one, those of the program count.

    Raises:
        Invoerfout: with every fault in every file.
    """
    meldingen: list[Melding] = []
    modellen: dict[str, Any] = {}
    gelezen: dict[str, Gelezen] = {}
    aanwezig = {naam: soort for naam, soort in _MAG_ONTBREKEN.items() if _bestaat(map_ / naam)}
    for bestand, soort in (_BESTANDEN | aanwezig).items():
        try:
            inhoud = lees_yaml(map_ / bestand, f"{map_.resolve().name}/{bestand}")
        except Invoerfout as fout:
            meldingen.extend(fout.meldingen)
            continue
        gelezen[bestand] = inhoud
        waarde = _met_voorwaarden(inhoud, meldingen) if soort is _Route else inhoud.waarde
        modellen[bestand] = houd_tegen(soort, waarde, inhoud, (), meldingen)
    if meldingen:
        raise Invoerfout(meldingen)
    profiel = Profiel(
        modellen["regio.yaml"],
        tuple(sorted(modellen["themas.yaml"].themas, key=lambda thema: thema.nummer)),
        tuple(sorted(modellen["plannen.yaml"].plannen, key=lambda plan: plan.code)),
        tuple(sorted(modellen["voorstellen.yaml"].voorstellen, key=lambda v: v.nummer)),
        tuple(sorted(modellen["bronnen.yaml"].bronnen, key=lambda document: document.code)),
        tuple(sorted(modellen["gremia.yaml"].gremia, key=lambda gremium: gremium.code))
        if "gremia.yaml" in aanwezig
        else (),
        modellen["route.yaml"].stappen if "route.yaml" in aanwezig else (),
        modellen.get("teksten.yaml", GEEN_TEKSTEN),
        sjabloon=_lees_sjabloon(map_),
    )
    meldingen += controleer_profiel(profiel, modellen, gelezen)
    if meldingen:
        raise Invoerfout(meldingen)
    regelmap = regelmap_van(map_)
    regelset = lees_regels(regelmap, basisvelden(profiel), profiel.document)
    dubbel = dubbele_koppen(regelset.criteria)
    if dubbel:
        gevonden = f"een criterium met de titel {opsomming(map(toon, dubbel), 'en')}"
        verwacht = "een titel die niet ook de kop van een andere kolom is"
        raise Invoerfout([Melding(Plek(regelmap.name), "titel", gevonden, verwacht)])
    return profiel, regelset


def _met_voorwaarden(inhoud: Gelezen, meldingen: list[Melding]) -> Any:
    """The file with steps, its conditions written as in rules brought into their own shape."""
    stappen = inhoud.waarde.get("stappen") if isinstance(inhoud.waarde, dict) else None
    if not isinstance(stappen, list):
        return inhoud.waarde
    vorm = [
        met_vergelijkingen(stap, inhoud, ("stappen", nummer), meldingen)
        for nummer, stap in enumerate(stappen)
    ]
    return inhoud.waarde | {"stappen": vorm}
