"""Read the knowledge of a region from a profile folder, and check that it fits together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from agenda.feiten.nabesluit import navelden
from agenda.feiten.waarneming import basisvelden
from agenda.invoer.kolommen import dubbele_koppen
from agenda.invoer.profielbestanden import INDELINGENBESTAND, MAG_ONTBREKEN, VERPLICHT
from agenda.invoer.profielcontrole import controleer_profiel
from agenda.invoer.profielinhoud import Bestanden, lees_bestanden
from agenda.invoer.profielmap import SOORTEN_VAN_TOEN, bestaat, regelmap_van
from agenda.invoer.sleutelcontrole import eis_deelname
from agenda.kennis.profiel import GEEN_TEKSTEN, Profiel, Wordsjabloon
from agenda.kennis.woorden import EIGEN_WOORDEN
from agenda.onderwerp.invullijst import deelnamelijst, invullijst, ledenlijst
from agenda.onderwerp.weeglijst import voorkeurenlijst
from agenda.opslag.rollen import SJABLOONBESTAND
from regels.lezen.tekst import lees_bytes
from regels.lijstvelden import op_deelvelden
from regels.melding import Bestandsfout, Invoerfout, Melding, Plek
from regels.model import ZIET
from regels.regelcontrole import typefouten
from regels.regelset import Regelset, lees_regels, regelbestanden
from regels.taal import opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from regels.lezen.yaml import Gelezen, Pad
    from regels.model import Voorwaarde

_ZICHTBAAR = f"een feit over {opsomming(ZIET['onderwerp'])}"


def _lees_sjabloon(map_: Path) -> Wordsjabloon | None:
    """The region's own Word template, when it has one; what checks it is loaded only then."""
    if not bestaat(map_ / SJABLOONBESTAND):
        return None
    from agenda.invoer.wordsjabloon import lees_sjabloon

    return lees_sjabloon(map_)


def lees_profiel(map_: Path) -> tuple[Profiel, Regelset]:
    """Read a profile and the rules that go with it.

    Where the files say what they said before, so does the profile: it is half the work of a command
    to read them, and many commands after each other, or two dossiers beside each other, are about
    the same region.

    Raises:
        Invoerfout: with every fault in every file.
    """
    try:
        inhoud = _Inhoud(tuple(_delen(map_)), map_)
    except (Invoerfout, Bestandsfout):  # found once more, with all others
        return _lees(map_)
    return _lees_eenmaal(inhoud)


@dataclass(frozen=True)
class _Inhoud:
    """What stands in the files of a profile, wherever they stand."""

    delen: tuple[tuple[str, bytes], ...]
    map_: Path = field(compare=False)


def _delen(map_: Path) -> Iterator[tuple[str, bytes]]:
    yield map_.resolve().name, b""  # messages name it
    yield "regels", bytes([bestaat(map_ / "regels")])
    namen = (*VERPLICHT, *MAG_ONTBREKEN, INDELINGENBESTAND, SJABLOONBESTAND)
    eigen = (map_ / naam for naam in namen if bestaat(map_ / naam))
    for pad in (*eigen, *regelbestanden(map_ / "regels")):
        yield str(pad.relative_to(map_)), lees_bytes(pad, pad.name)


@lru_cache(maxsize=8)
def _lees_eenmaal(inhoud: _Inhoud) -> tuple[Profiel, Regelset]:
    return _lees(inhoud.map_)


def _lees(map_: Path) -> tuple[Profiel, Regelset]:
    meldingen: list[Melding] = []
    bestanden = lees_bestanden(map_, meldingen)
    if meldingen:
        raise Invoerfout(meldingen)
    profiel = _profiel_uit(bestanden, _lees_sjabloon(map_))
    meldingen += controleer_profiel(profiel, bestanden.modellen, bestanden.gelezen)
    if meldingen:
        raise Invoerfout(meldingen)
    regelmap = regelmap_van(map_)
    indelingen = bestanden.gelezen.get(INDELINGENBESTAND)
    regelset = lees_regels(
        regelmap,
        basisvelden(profiel),
        profiel.document,
        indelingen,
        navelden(profiel),
        None if regelmap.parent == map_ else SOORTEN_VAN_TOEN,
    )
    profiel = _met_voorwaarden(profiel, bestanden.gelezen, regelset)
    eis_deelname(profiel, bestanden.gelezen.get("samenwerkingen.yaml"), regelset)
    lijsten = (
        invullijst(profiel, regelset.criteria),
        *(ledenlijst(profiel), deelnamelijst(profiel)),
        voorkeurenlijst(profiel, regelset.criteria),
    )
    dubbel = dict.fromkeys(kop for lijst in lijsten for kop in dubbele_koppen(lijst))
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


def _profiel_uit(bestanden: Bestanden, sjabloon: Wordsjabloon | None) -> Profiel:
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
        dekking=modellen.get("dekking.yaml"),
        toon_rollen=getattr(modellen.get("route.yaml"), "toon_rollen", "nee") == "ja",
    )
    if oud is None:
        return profiel
    from agenda.invoer.oude_vorm import in_nieuwe_vorm

    return in_nieuwe_vorm(profiel, oud)
