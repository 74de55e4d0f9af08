"""Random topics of the shipped profile, as real `Onderwerp` objects: the same for the same seed.

The mixture follows the example dossier (voorbeelden/): a third of the topics names no plans, most
touch both subregions, a fifth does not say whether they must be coordinated. Only the tags are
filled in more often than there, as after a meeting of the werkgroep; that gives more different
combinations of facts, so that remembering answers helps less.
"""

from __future__ import annotations

import random
from itertools import count
from typing import TYPE_CHECKING, Any

from agenda.invoer.profiel import lees_profiel
from agenda.invoer.profielmap import vind_profiel
from agenda.onderwerp.feit import Feit
from agenda.onderwerp.instellingen import Instellingen
from agenda.onderwerp.omgeving import Omgeving
from agenda.onderwerp.onderwerp import Dossier, Onderwerp

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agenda.kennis.profiel import Profiel
    from regels.regelset import Regelset

PROFIEL = "nijmegen-rivierenland"
JAAR = 2022
_MAAK = Onderwerp.__pydantic_validator__.validate_python


def lees() -> tuple[Profiel, Regelset]:
    """The shipped profile and its rules."""
    return lees_profiel(vind_profiel(PROFIEL, None))


def maak_dossier(
    aantal: int, zaad: int, profiel: Profiel, regelset: Regelset, *, lezingen: bool = False
) -> Dossier:
    """A dossier of random topics, with equal weights: the setting that gives most shared places.

    Args:
        lezingen: whether nine of ten topics say of each answer with ja that it is our reading.
    """
    omgeving = Omgeving(profiel, regelset.criteria)
    instellingen = Instellingen.__pydantic_validator__.validate_python(
        {"jaar": JAAR, "profiel": PROFIEL}, context={"omgeving": omgeving}
    )
    rauw = onderwerpvelden(aantal, zaad, omgeving)
    if lezingen:
        rauw = map(_met_lezing, rauw, count())
    return Dossier(instellingen, tuple(maak_onderwerp(velden, omgeving) for velden in rauw))


def maak_onderwerp(velden: Mapping[str, Any], omgeving: Omgeving) -> Onderwerp:
    """A topic from its fields, those of the profile among them; «onbekend» is left out."""
    eigen = {code: velden[code] for code in omgeving.profiel.veld if code in velden}
    feiten = {code: Feit(waarde) for code, waarde in eigen.items() if waarde != "onbekend"}
    rest = {naam: waarde for naam, waarde in velden.items() if naam not in eigen}
    return _MAAK({**rest, "feiten": feiten}, context={"omgeving": omgeving})


def onderwerpvelden(aantal: int, zaad: int, omgeving: Omgeving) -> Iterator[dict[str, Any]]:
    """The fields of each topic, as a file would give them; codes are in alphabetical order."""
    kies = random.Random(zaad)
    profiel = omgeving.profiel
    themas, plannen = tuple(profiel.thema), tuple(profiel.plan)
    voorstellen, regios = tuple(profiel.voorstel), tuple(profiel.deelregio)
    for nummer in range(aantal):
        velden: dict[str, Any] = {
            "code": f"onderwerp-{nummer:07}",
            "titel": f"Onderwerp {kies.randrange(10**6)} over {kies.choice(themas)}",
            "toelichting": f"De werkgroep bracht dit in als punt {nummer} van de lijst, om samen"
            " te bekijken wat de gemeenten hierin voor elkaar kunnen doen.",
            "thema": kies.choice(themas),
            "afstemming_nodig": _uit(kies, {"ja": 60, "nee": 20, "onbekend": 20}),
            "criteria": {
                code: _tag(kies, nummer)
                for code in omgeving.criteria
                if kies.random() < 0.9  # the others are not mentioned at all
            },
        }
        for naam, waarden, aantallen in (
            ("plannen", plannen, {None: 33, 0: 12, 1: 38, 2: 17}),
            ("voorstellen", voorstellen, {None: 24, 0: 12, 1: 54, 2: 10}),
            ("regios", regios, {None: 4, 1: 20, 2: 76}),
        ):
            hoeveel = _uit(kies, aantallen)
            if hoeveel is not None:
                velden[naam] = tuple(kies.sample(waarden, hoeveel))
        yield velden


def _tag(kies: random.Random, nummer: int) -> dict[str, str]:
    waarde = _uit(kies, {"ja": 38, "nee": 38, "onbekend": 24})
    if waarde != "ja":
        return {"waarde": waarde}
    reden = f"Dat bleek bij punt {nummer} uit het gesprek met de gemeenten."
    return {"waarde": waarde, "onderbouwing": reden, "bron": "Evaluatie, bijlage A"}


def _met_lezing(velden: dict[str, Any], nummer: int) -> dict[str, Any]:
    """As in the example, where 43 of the 47 answers with ja are our reading."""
    for tag in velden["criteria"].values():
        if tag["waarde"] == "ja" and nummer % 10:
            tag["lezing"] = f"Dat lezen wij in punt {nummer}."
    return velden


def _uit(kies: random.Random, kansen: dict[Any, int]) -> Any:
    return kies.choices(tuple(kansen), tuple(kansen.values()))[0]
