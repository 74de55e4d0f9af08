"""What the files of a profile say, each read and checked by itself, whatever form they have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.invoer import profielbestanden
from agenda.invoer.profielbestanden import INDELINGENBESTAND, VERPLICHT
from agenda.invoer.profielmap import bestaat
from regels.lezen.vorm import houd_tegen
from regels.lezen.yaml import Gelezen, lees_yaml
from regels.melding import Invoerfout, Melding, Plek
from regels.regelset import met_vergelijkingen
from regels.taal import toon

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from agenda.invoer.oude_vorm import Aanvulling

_VORM = 2
"""The form of a profile; one that names none is of form 1, and stays readable for ever."""


class Bestanden(NamedTuple):
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


def lees_bestanden(map_: Path, meldingen: list[Melding]) -> Bestanden:
    """Read every file of a profile by itself; every fault is added to `meldingen`."""
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
    aanwezig = {naam: soort for naam, soort in mag.items() if bestaat(map_ / naam)}
    for bestand in (*verplicht, *aanwezig):
        if bestand != "regio.yaml":
            lees(bestand)
    if oud is None and not meldingen and not bestaat(map_ / "regels"):
        plek = Plek(f"{map_.resolve().name}/regels")
        meldingen.append(Melding(plek, "", "geen map", "een map regels met de regels van de regio"))
    if oud is None and bestaat(map_ / INDELINGENBESTAND):
        lees(INDELINGENBESTAND)
    modellen = {
        naam: houd_tegen(
            soort, _vorm(naam, gelezen[naam], oud, meldingen), gelezen[naam], (), meldingen
        )
        for naam, soort in (verplicht | aanwezig).items()
        if naam in gelezen
    }
    return Bestanden(gelezen, modellen, oud)


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
        erbij = [naam for naam in nieuwe if naam not in oude and bestaat(map_ / naam)]
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
        wegen = [weg.code for weg in oud.wegen] if oud else _codes(inhoud.waarde.get("wegen"))
        op_gewone_weg = {"weg": wegen[0] if wegen else "gewoon"}
        return _met_als(inhoud, "stappen", meldingen, op_gewone_weg)
    if bestand == "soorten.yaml":
        return _met_als(inhoud, "soorten", meldingen, {})
    return inhoud.waarde


def _met_als(
    inhoud: Gelezen, lijst: str, meldingen: list[Melding], anders: Mapping[str, str]
) -> Any:
    """A file with a list of parts that have conditions, each condition in its own shape.

    Args:
        anders: what holds of a part that does not say so itself.
    """
    delen = inhoud.waarde.get(lijst)
    if not isinstance(delen, list):
        return inhoud.waarde
    vorm = [
        met_vergelijkingen(
            {**anders, **deel} if isinstance(deel, dict) else deel,
            inhoud,
            (lijst, nummer),
            meldingen,
        )
        for nummer, deel in enumerate(delen)
    ]
    return inhoud.waarde | {lijst: vorm}


def _codes(lijst: Any) -> list[str]:
    delen = lijst if isinstance(lijst, list) else []
    return [str(deel.get("code")) for deel in delen if isinstance(deel, dict)]
