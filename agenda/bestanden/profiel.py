"""Read the knowledge of a region from a profile folder, and check that it fits together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field
from pydantic.dataclasses import dataclass as model

from agenda.bestanden import DOSSIERBESTAND
from agenda.bestanden.kolommen import dubbele_koppen
from agenda.feiten import basisvelden
from agenda.kennis import Document, Nummer, Plan, Profiel, Regio, Thema, Voorstel
from agenda.samenhang import kringen
from regels.fouten import Invoerfout, Melding, Plek, bedoelde_u, opsomming, toon
from regels.model import CODEVORM, GESLOTEN, Bron
from regels.regelset import MEEGELEVERD, Regelset, lees_regels
from regels.vorm import houd_tegen
from regels.yaml_lezer import Gelezen, lees_yaml

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_IN_DOSSIER = Plek(DOSSIERBESTAND)

MAX_LIJST = 200
"""No list in a profile is longer; successors are followed from one plan to the next."""


@model(frozen=True, config=GESLOTEN)
class _Themas:
    themas: Annotated[
        tuple[Thema, ...],
        Field(min_length=1, max_length=MAX_LIJST, description="een lijst thema's"),
    ]


@model(frozen=True, config=GESLOTEN)
class _Plannen:
    plannen: Annotated[
        tuple[Plan, ...], Field(min_length=1, max_length=MAX_LIJST, description="een lijst plannen")
    ]


@model(frozen=True, config=GESLOTEN)
class _Voorstellen:
    aantal: Nummer
    bron: Bron
    voorstellen: Annotated[
        tuple[Voorstel, ...], Field(max_length=MAX_LIJST, description="een lijst voorstellen")
    ]


@model(frozen=True, config=GESLOTEN)
class _Bronnen:
    bronnen: Annotated[
        tuple[Document, ...],
        Field(min_length=1, max_length=MAX_LIJST, description="een lijst documenten"),
    ]


_BESTANDEN: dict[str, type[Any]] = {
    "regio.yaml": Regio,
    "themas.yaml": _Themas,
    "plannen.yaml": _Plannen,
    "voorstellen.yaml": _Voorstellen,
    "bronnen.yaml": _Bronnen,
}


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
    except OSError:  # a name that no file can have
        return False


def lees_profiel(map_: Path) -> tuple[Profiel, Regelset]:
    """Read a profile and the rules that go with it.

    Rules stand in a folder `regels` inside the profile; without one, those of the program count.

    Raises:
        Invoerfout: with every fault in every file.
    """
    meldingen: list[Melding] = []
    modellen: dict[str, Any] = {}
    gelezen: dict[str, Gelezen] = {}
    for bestand, soort in _BESTANDEN.items():
        try:
            inhoud = lees_yaml(map_ / bestand, f"{map_.resolve().name}/{bestand}")
        except Invoerfout as fout:
            meldingen.extend(fout.meldingen)
            continue
        gelezen[bestand] = inhoud
        modellen[bestand] = houd_tegen(soort, inhoud.waarde, inhoud, (), meldingen)
    if meldingen:
        raise Invoerfout(meldingen)
    profiel = Profiel(
        modellen["regio.yaml"],
        tuple(sorted(modellen["themas.yaml"].themas, key=lambda thema: thema.nummer)),
        tuple(sorted(modellen["plannen.yaml"].plannen, key=lambda plan: plan.code)),
        tuple(sorted(modellen["voorstellen.yaml"].voorstellen, key=lambda v: v.nummer)),
        tuple(sorted(modellen["bronnen.yaml"].bronnen, key=lambda document: document.code)),
    )
    meldingen += _samenhang(profiel, modellen, gelezen)
    if meldingen:
        raise Invoerfout(meldingen)
    eigen = map_ / "regels"
    regelmap = eigen if eigen.is_dir() else MEEGELEVERD
    regelset = lees_regels(regelmap, basisvelden(profiel), profiel.document)
    dubbel = dubbele_koppen(regelset.criteria)
    if dubbel:
        gevonden = f"een criterium met de titel {opsomming(map(toon, dubbel), 'en')}"
        verwacht = "een titel die niet ook de kop van een andere kolom is"
        raise Invoerfout([Melding(Plek(regelmap.name), "titel", gevonden, verwacht)])
    return profiel, regelset


@dataclass(frozen=True)
class _Lijst:
    """A list in a file, with the place of every part of it."""

    gelezen: Gelezen
    naam: str
    delen: tuple[Any, ...]

    def meld(
        self, nummer: int, veld: str, verwacht: str, bekend: Collection[object] = ()
    ) -> Melding:
        """A finding about a field (a path with dots) of one part."""
        waarde = attrgetter(veld)(self.delen[nummer])
        plek = self.gelezen.plek((self.naam, nummer, *veld.split(".")))
        gevonden = opsomming(map(toon, waarde), "en") if isinstance(waarde, tuple) else toon(waarde)
        return Melding(plek, veld, gevonden, verwacht, bedoelde_u(waarde, bekend))

    def dubbel(self, veld: str) -> Iterator[Melding]:
        """A value that an earlier part has too."""
        gezien: set[object] = set()
        for nummer, deel in enumerate(self.delen):
            waarde = getattr(deel, veld)
            if waarde in gezien:
                yield self.meld(nummer, veld, f"elke waarde van {veld} één keer")
            gezien.add(waarde)

    def verwijst(self, veld: str, bekend: Collection[object]) -> Iterator[Melding]:
        """A reference to something that is not there."""
        for nummer, deel in enumerate(self.delen):
            waarde = attrgetter(veld)(deel)
            if not set(waarde if isinstance(waarde, tuple) else [waarde]) <= set(bekend):
                yield self.meld(nummer, veld, f"een van {opsomming(bekend)}", bekend)


def _samenhang(
    profiel: Profiel, modellen: dict[str, Any], gelezen: dict[str, Gelezen]
) -> Iterator[Melding]:
    """What does not fit together: doubles, references to nothing, gaps, cycles."""
    regio, voorstellenlijst = profiel.regio, modellen["voorstellen.yaml"]
    deelregios = _Lijst(gelezen["regio.yaml"], "deelregios", regio.deelregios)
    gemeenten = _Lijst(gelezen["regio.yaml"], "gemeenten", regio.gemeenten)
    themas = _Lijst(gelezen["themas.yaml"], "themas", modellen["themas.yaml"].themas)
    plannen = _Lijst(gelezen["plannen.yaml"], "plannen", modellen["plannen.yaml"].plannen)
    voorstellen = _Lijst(gelezen["voorstellen.yaml"], "voorstellen", voorstellenlijst.voorstellen)
    bronnen = _Lijst(gelezen["bronnen.yaml"], "bronnen", modellen["bronnen.yaml"].bronnen)
    for lijst in (deelregios, gemeenten, themas, plannen, bronnen):
        yield from lijst.dubbel("code")
    for lijst in (themas, voorstellen):
        yield from lijst.dubbel("nummer")
    for lijst in (deelregios, gemeenten, themas, plannen, voorstellen):
        yield from lijst.verwijst("bron.document", profiel.document)
    yield from gemeenten.verwijst("deelregio", profiel.deelregio)
    yield from voorstellen.verwijst("thema", profiel.thema)
    yield from voorstellen.verwijst("plan", profiel.plan)
    for lijst in (plannen, voorstellen):
        yield from lijst.verwijst("opgevolgd_door", profiel.plan)
    if regio.centrumgemeente not in profiel.gemeente:
        plek = gelezen["regio.yaml"].plek(("centrumgemeente",))
        verwacht = "een van de gemeenten van de regio"
        hulp = bedoelde_u(regio.centrumgemeente, profiel.gemeente)
        yield Melding(plek, "centrumgemeente", toon(regio.centrumgemeente), verwacht, hulp)
    if ontbreekt := set(range(1, voorstellenlijst.aantal + 1)) ^ set(profiel.voorstel):
        plek = gelezen["voorstellen.yaml"].plek(("aantal",))
        verwacht = f"de nummers 1 tot en met {voorstellenlijst.aantal}, elk één keer"
        afwijking = f"afwijkende nummers {opsomming(sorted(ontbreekt), 'en')}"
        yield Melding(plek, "voorstellen", afwijking, verwacht)
    yield from _perioden(plannen)
    yield from _kringloop(plannen)


def _perioden(plannen: _Lijst) -> Iterator[Melding]:
    for nummer, plan in enumerate(plannen.delen):
        if plan.geldig_van and plan.geldig_tot and plan.geldig_tot < plan.geldig_van:
            yield plannen.meld(nummer, "geldig_tot", f"een dag op of na {plan.geldig_van}")


def _kringloop(plannen: _Lijst) -> Iterator[Melding]:
    """A plan that is succeeded by itself, through whatever detour."""
    for kring in kringen({plan.code: plan.opgevolgd_door for plan in plannen.delen}):
        begin = next(n for n, plan in enumerate(plannen.delen) if plan.code == kring[0])
        yield Melding(
            plannen.gelezen.plek(("plannen", begin, "opgevolgd_door")),
            "opgevolgd_door",
            f"een kring: {' → '.join([*kring, kring[0]])}",
            "plannen die elkaar opvolgen zonder kring",
        )
