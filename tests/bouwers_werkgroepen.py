"""Working groups for tests, as YAML gives them."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from bouwers_agenda import als_yaml, map_van_profiel

from agenda.invoer.profiel import lees_profiel
from agenda.invoer.werkgroepen import lees_werkgroepen
from agenda.onderwerp.instellingen import Instellingen
from agenda.onderwerp.omgeving import Omgeving
from agenda.onderwerp.onderwerp import Dossier
from agenda.rangorde.prioritering import prioriteer
from agenda.voortgang.werkgroep import Werkgroep
from regels.lezen.vorm import houd_tegen
from regels.lezen.yaml import Gelezen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from agenda.kennis.profiel import Profiel
    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.voortgang.nabeoordeling import Naoordeel
    from regels.melding import Melding
    from regels.regelset import Regelset

TITELS = {"wijk-ggz": "GGZ in de wijk", "wonen": "Meer woningen"}


@cache
def profiel_van(code: str) -> tuple[Profiel, Regelset]:
    return lees_profiel(map_van_profiel(code))


def maak_groep(code: str = "groep", **velden: Any) -> dict[str, Any]:
    """A group as the file has it; a field given as None is left out."""
    alles = {"code": code, "naam": f"Groep {code}", **velden}
    return {naam: waarde for naam, waarde in alles.items() if waarde is not None}


def maak_zetel(gemeente: str, **velden: Any) -> dict[str, Any]:
    """A seat as the file has it; a field given as None is left out."""
    alles = {"gemeente": gemeente, "functie": "beleidsadviseur", **velden}
    return {naam: waarde for naam, waarde in alles.items() if waarde is not None}


def schrijf_groepen(map_: Path, groepen: Sequence[dict[str, Any]]) -> Path:
    map_.mkdir(parents=True, exist_ok=True)
    pad = map_ / "werkgroepen.yaml"
    pad.write_text(als_yaml({"werkgroepen": list(groepen)}), encoding="utf-8")
    return pad


def groepen_van(map_: Path, profiel: Profiel, *groepen: dict[str, Any]) -> tuple[Werkgroep, ...]:
    """Groups as they are read from a file."""
    schrijf_groepen(map_, groepen)
    gelezen = lees_werkgroepen(map_, profiel, TITELS).groepen
    assert gelezen is not None
    return gelezen


def als_groep(profiel: Profiel, rauw: dict[str, Any]) -> Werkgroep:
    """A group without a file; who is named in it goes by code."""
    context = {"omgeving": Omgeving(profiel, {}, frozenset(TITELS))}
    meldingen: list[Melding] = []
    groep = houd_tegen(Werkgroep, rauw, Gelezen(rauw, "proef.yaml"), (), meldingen, context)
    assert groep is not None, "\n".join(map(str, meldingen))
    return groep


def lijst_van(profiel: Profiel, regelset: Regelset, **instellingen: Any) -> Ranglijst:
    """The list of a dossier of this profile, without topics, on a day when its rules hold."""
    jaar = 2014 if profiel.regio.code == "arnhem-2014" else 2027
    waarde = {"jaar": jaar, "profiel": profiel.regio.code, "peildatum": date(jaar, 6, 1)}
    context = {"omgeving": Omgeving(profiel, regelset.criteria)}
    gelezen = Gelezen({**waarde, **instellingen}, "proef.yaml")
    gevuld = houd_tegen(Instellingen, gelezen.waarde, gelezen, (), [], context)
    assert gevuld is not None
    return prioriteer(Dossier(gevuld, ()), profiel, regelset)


def uitkomsten(oordeel: Naoordeel) -> dict[str, str]:
    """Code of a classification or a check → what it comes to."""
    delen = {deel.indeling.code: deel.uitkomst for deel in oordeel.uitkomsten}
    return delen | {deel.regel.code: deel.uitkomst for deel in oordeel.controles}
