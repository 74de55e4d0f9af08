"""Read the knowledge of a region from a profile folder, and check that it fits together."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.feiten.waarneming import basisvelden
from agenda.invoer import DOSSIERBESTAND, profielbestanden
from agenda.invoer.kolommen import dubbele_koppen
from agenda.invoer.profielbestanden import INDELINGENBESTAND, VERPLICHT
from agenda.invoer.profielcontrole import controleer_profiel
from agenda.invoer.sleutelcontrole import eis_deelname
from agenda.kennis.profiel import GEEN_TEKSTEN, Profiel, Wordsjabloon
from agenda.kennis.woorden import EIGEN_WOORDEN
from agenda.onderwerp.invullijst import deelnamelijst, invullijst, ledenlijst
from regels.lezen.vorm import houd_tegen
from regels.lezen.yaml import Gelezen, lees_yaml
from regels.lijstvelden import op_deelvelden
from regels.melding import Invoerfout, Melding, Plek
from regels.model import CODEVORM, ZIET
from regels.regelcontrole import typefouten
from regels.regelset import Regelset, lees_regels, met_vergelijkingen
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from agenda.invoer.oude_vorm import Aanvulling
    from regels.lezen.yaml import Pad
    from regels.model import Voorwaarde

_IN_DOSSIER = Plek(DOSSIERBESTAND)
_ZICHTBAAR = f"een feit over {opsomming(ZIET['onderwerp'])}"
_VORM = 2
"""The form of a profile; one that names none is of form 1, and stays readable for ever."""


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
        verwacht = f"een map met {opsomming((*VERPLICHT, 'een map regels'), 'en')}"
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
    """The folder with the rules of a profile: its own, or for an old one those it always had."""
    eigen = map_ / "regels"
    if eigen.is_dir():
        return eigen
    from agenda.invoer.oude_vorm import lees_aanvulling  # few profiles are that old

    return meegeleverde_profielen() / lees_aanvulling().profiel / "regels"


def _lees_sjabloon(map_: Path) -> Wordsjabloon | None:
    """The region's own Word template, when it has one; what checks it is loaded only then."""
    if not _bestaat(map_ / "sjabloon.docx"):
        return None
    from agenda.invoer.wordsjabloon import lees_sjabloon

    return lees_sjabloon(map_)


class _Bestanden(NamedTuple):
    """The files of a profile.

    Attributes:
        gelezen: name → what it says, with the place of every part.
        modellen: name → what it holds, checked by itself.
        oud: what the program adds to a profile of form 1; None for one of form 2.
    """

    gelezen: dict[str, Gelezen]
    modellen: dict[str, Any]
    oud: Aanvulling | None

    def lijst(self, bestand: str, naam: str) -> tuple[Any, ...]:
        """A list in a file; empty when the profile has no such file."""
        return getattr(self.modellen.get(bestand), naam, ())


def lees_profiel(map_: Path) -> tuple[Profiel, Regelset]:
    """Read a profile and the rules that go with it.

    Raises:
        Invoerfout: with every fault in every file.
    """
    meldingen: list[Melding] = []
    bestanden = _lees_bestanden(map_, meldingen)
    if meldingen:
        raise Invoerfout(meldingen)
    profiel = _profiel_uit(bestanden, _lees_sjabloon(map_))
    meldingen += controleer_profiel(profiel, bestanden.modellen, bestanden.gelezen)
    if meldingen:
        raise Invoerfout(meldingen)
    regelmap = regelmap_van(map_)
    indelingen = bestanden.gelezen.get(INDELINGENBESTAND)
    regelset = lees_regels(regelmap, basisvelden(profiel), profiel.document, indelingen)
    profiel = _met_voorwaarden(profiel, bestanden.gelezen, regelset)
    eis_deelname(profiel, bestanden.gelezen.get("samenwerkingen.yaml"), regelset)
    lijsten = (
        invullijst(profiel, regelset.criteria),
        *(ledenlijst(profiel), deelnamelijst(profiel)),
    )
    dubbel = [kop for lijst in lijsten for kop in dubbele_koppen(lijst)]
    if dubbel:
        gevonden = f"een kolom met de kop {opsomming(map(toon, dubbel), 'en')}, en nog een"
        verwacht = "een titel die niet ook de kop van een andere kolom is"
        raise Invoerfout([Melding(Plek(regelmap.name), "titel", gevonden, verwacht)])
    return profiel, regelset


def _met_voorwaarden(
    profiel: Profiel, bestanden: Mapping[str, Gelezen], regelset: Regelset
) -> Profiel:
    """The profile with the conditions of steps and kinds on fields that each hold one value.

    Raises:
        Invoerfout: a condition means nothing.
    """
    meldingen: list[Melding] = []
    for bestand, lijst, wat, voorwaarden in (
        ("route.yaml", "stappen", "stap", [stap.als for stap in profiel.route]),
        ("soorten.yaml", "soorten", "soort", [soort.als for soort in profiel.soorten]),
    ):
        for nummer, als in enumerate(voorwaarden):
            melding = partial(_alsmelding, bestanden[bestand], lijst, wat, nummer)
            meldingen += _voorwaardefouten(als, regelset, melding)
    if meldingen:
        raise Invoerfout(meldingen)

    def op_delen(deel: Any) -> Any:
        """The same step or kind; most ask no field that holds several values."""
        if not any(regelset.velden[als.veld].meer for als in deel.als):
            return deel
        return replace(deel, als=op_deelvelden(deel.als, regelset.velden))

    return replace(
        profiel,
        route=tuple(map(op_delen, profiel.route)),
        soorten=tuple(map(op_delen, profiel.soorten)),
    )


def _voorwaardefouten(
    als: Sequence[Voorwaarde], regelset: Regelset, melding: Callable[..., Melding]
) -> list[Melding]:
    """Conditions that mean nothing, or that ask what is not known of a topic."""
    return typefouten(als, regelset.velden, melding) or [
        melding(
            ("als", nummer, "veld"),
            f"veld {toon(deel.veld)}, een feit over {regelset.velden[deel.veld].over}",
            _ZICHTBAAR,
        )
        for nummer, deel in enumerate(als)
        if regelset.velden[deel.veld].over not in ZIET["onderwerp"]
    ]


def _alsmelding(
    gelezen: Gelezen,
    lijst: str,
    wat: str,
    nummer: int,
    pad: Pad,
    gevonden: str,
    verwacht: str,
    suggestie: str = "",
) -> Melding:
    """A finding about a condition of a step or a kind, as those about a rule are made."""
    plek = gelezen.plek((lijst, nummer, *pad))
    return Melding(plek, f"{wat} {nummer + 1}", gevonden, verwacht, suggestie)


def _lees_bestanden(map_: Path, meldingen: list[Melding]) -> _Bestanden:
    """Read every file of a profile by itself."""
    gelezen: dict[str, Gelezen] = {}

    def lees(bestand: str) -> None:
        try:
            gelezen[bestand] = lees_yaml(map_ / bestand, f"{map_.resolve().name}/{bestand}")
        except Invoerfout as fout:
            meldingen.extend(fout.meldingen)

    lees("regio.yaml")
    oud = _oude_vorm(map_, gelezen, meldingen)
    verplicht, mag = VERPLICHT, profielbestanden.MAG_ONTBREKEN
    if oud is not None:
        from agenda.invoer import oude_vorm  # few profiles are that old

        verplicht, mag = oude_vorm.VERPLICHT, oude_vorm.MAG_ONTBREKEN
    aanwezig = {naam: soort for naam, soort in mag.items() if _bestaat(map_ / naam)}
    for bestand in (*verplicht, *aanwezig):
        if bestand != "regio.yaml":
            lees(bestand)
    if oud is None and not meldingen and not _bestaat(map_ / "regels"):
        plek = Plek(f"{map_.resolve().name}/regels")
        meldingen.append(Melding(plek, "", "geen map", "een map regels met de regels van de regio"))
    if oud is None and _bestaat(map_ / INDELINGENBESTAND):
        lees(INDELINGENBESTAND)
    modellen = {
        naam: houd_tegen(
            soort, _vorm(naam, gelezen[naam], oud, meldingen), gelezen[naam], (), meldingen
        )
        for naam, soort in (verplicht | aanwezig).items()
        if naam in gelezen
    }
    return _Bestanden(gelezen, modellen, oud)


def _oude_vorm(
    map_: Path, gelezen: dict[str, Gelezen], meldingen: list[Melding]
) -> Aanvulling | None:
    """What the program adds to a profile that names no form; None for one of this form."""
    inhoud = gelezen.get("regio.yaml")
    if inhoud is None or not isinstance(inhoud.waarde, dict):
        return None
    if "vorm" not in inhoud.waarde:
        from agenda.invoer.oude_vorm import MAG_ONTBREKEN, VERPLICHT, lees_aanvulling

        oude = {*VERPLICHT, *MAG_ONTBREKEN}
        nieuwe = (*profielbestanden.MAG_ONTBREKEN, INDELINGENBESTAND)
        erbij = [naam for naam in nieuwe if naam not in oude and _bestaat(map_ / naam)]
        if not erbij and "leden" not in inhoud.waarde:
            return lees_aanvulling()
        hulp = f"zet «vorm: {_VORM}» bovenaan"
        meldingen.append(Melding(inhoud.plek(()), "vorm", "niets", str(_VORM), hulp))
        return None
    vorm = inhoud.waarde["vorm"]
    if vorm != _VORM:
        hulp = "een nieuwere vorm vraagt een nieuwere versie van dit programma"
        meldingen.append(Melding(inhoud.plek(("vorm",)), "vorm", toon(vorm), str(_VORM), hulp))
    return None


def _vorm(bestand: str, inhoud: Gelezen, oud: Aanvulling | None, meldingen: list[Melding]) -> Any:
    """What a file holds in the shape of its model."""
    if not isinstance(inhoud.waarde, dict):
        return inhoud.waarde
    if bestand == "regio.yaml":
        return {naam: waarde for naam, waarde in inhoud.waarde.items() if naam != "vorm"}
    if bestand == "route.yaml":
        return _route(inhoud, oud, meldingen)
    if bestand == "soorten.yaml":
        return _soorten(inhoud, meldingen)
    return inhoud.waarde


def _route(inhoud: Gelezen, oud: Aanvulling | None, meldingen: list[Melding]) -> Any:
    """The file with steps: each on a way, its conditions in their own shape."""
    stappen = inhoud.waarde.get("stappen")
    if not isinstance(stappen, list):
        return inhoud.waarde
    wegen = [weg.code for weg in oud.wegen] if oud else _codes(inhoud.waarde.get("wegen"))
    op_gewone_weg = {"weg": wegen[0]} if wegen else {"weg": "gewoon"}
    vorm = [
        met_vergelijkingen(
            {**op_gewone_weg, **stap} if isinstance(stap, dict) else stap,
            inhoud,
            ("stappen", nummer),
            meldingen,
        )
        for nummer, stap in enumerate(stappen)
    ]
    return inhoud.waarde | {"stappen": vorm}


def _soorten(inhoud: Gelezen, meldingen: list[Melding]) -> Any:
    """The file with kinds: the conditions of each in their own shape."""
    soorten = inhoud.waarde.get("soorten")
    if not isinstance(soorten, list):
        return inhoud.waarde
    vorm = [
        met_vergelijkingen(soort, inhoud, ("soorten", nummer), meldingen)
        for nummer, soort in enumerate(soorten)
    ]
    return inhoud.waarde | {"soorten": vorm}


def _codes(lijst: Any) -> list[str]:
    delen = lijst if isinstance(lijst, list) else []
    return [str(deel.get("code")) for deel in delen if isinstance(deel, dict)]


def _profiel_uit(bestanden: _Bestanden, sjabloon: Wordsjabloon | None) -> Profiel:
    """The values of a profile, whose files are each right by itself."""
    lijst, modellen, oud = bestanden.lijst, bestanden.modellen, bestanden.oud
    profiel = Profiel(
        modellen["regio.yaml"],
        tuple(sorted(lijst("themas.yaml", "themas"), key=lambda thema: thema.nummer)),
        tuple(sorted(lijst("plannen.yaml", "plannen"), key=lambda plan: plan.code)),
        tuple(sorted(lijst("voorstellen.yaml", "voorstellen"), key=lambda v: v.nummer)),
        tuple(sorted(lijst("bronnen.yaml", "bronnen"), key=lambda document: document.code)),
        tuple(sorted(lijst("gremia.yaml", "gremia"), key=lambda gremium: gremium.code)),
        lijst("route.yaml", "stappen"),
        modellen.get("teksten.yaml", GEEN_TEKSTEN),
        sjabloon,
        wegen=lijst("route.yaml", "wegen"),
        velden=lijst("velden.yaml", "velden"),
        momenten=lijst("momenten.yaml", "momenten"),
        soorten=lijst("soorten.yaml", "soorten"),
        samenwerkingen=lijst("samenwerkingen.yaml", "samenwerkingen"),
        woorden=getattr(modellen.get("woorden.yaml"), "woorden", EIGEN_WOORDEN),
        toon_rollen=getattr(modellen.get("route.yaml"), "toon_rollen", "nee") == "ja",
    )
    if oud is None:
        return profiel
    from agenda.invoer.oude_vorm import in_nieuwe_vorm

    return in_nieuwe_vorm(profiel, oud)
