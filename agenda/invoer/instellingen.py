"""What dossier.yaml says: the settings of an agenda year, and what is known of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.invoer import DOSSIERBESTAND
from agenda.invoer.deelname import invulbaar
from agenda.invoer.dossiermap import bedoelde_map, eis_map
from agenda.invoer.feiten import lees_feiten
from agenda.invoer.regeltijd import plek_van_peildatum
from agenda.invoer.standaard import standaardprofiel
from agenda.invoer.veldenbestand import lees_velden
from agenda.onderwerp.grens import wat_anders_moet
from agenda.onderwerp.instellingen import Instellingen
from regels.lezen.vorm import houd_tegen
from regels.melding import Melding, Plek
from regels.regelset import GeenRegels
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.feit import Feiten
    from agenda.onderwerp.omgeving import Omgeving
    from regels.lezen.yaml import Gelezen
    from regels.model import Regel
    from regels.regelset import Regelset

_VAN_PROFIEL = (
    *("profiel", "gewichten", "voorkeuren", "gewichtsgrenzen"),
    *("feiten", "capaciteit"),
)
"""What in dossier.yaml cannot be checked without a profile."""


def lees_instellingen(map_: Path, meldingen: list[Melding]) -> Gelezen | None:
    """What dossier.yaml says, whatever it says; None when that is no list of fields."""
    eis_map(map_)
    pad = map_ / DOSSIERBESTAND
    if not pad.exists():
        hulp = bedoelde_map(map_) or "maak een dossier met: agenda nieuw JAAR"
        melding = Melding(
            Plek(DOSSIERBESTAND), "", "geen bestand", "een bestand met «jaar: 2027»", hulp
        )
        meldingen.append(melding)
        return None
    return lees_velden(pad, DOSSIERBESTAND, meldingen, voorbeeld="jaar: 2027")


def controleer_vorm(rauw: Gelezen, meldingen: list[Melding]) -> None:
    """Check what can be checked without a profile."""
    houd_tegen(Instellingen, _zonder(rauw, *_VAN_PROFIEL), rauw, (), meldingen)


def controleer_instellingen(
    rauw: Gelezen | None, omgeving: Omgeving, regelset: Regelset, meldingen: list[Melding]
) -> Instellingen | None:
    """The settings, and whether rules are in force on their date; None when they are not right."""
    if rauw is None:
        return None
    gevuld = _zonder(rauw, "feiten")
    instellingen = houd_tegen(Instellingen, gevuld, rauw, (), meldingen, {"omgeving": omgeving})
    if instellingen is not None:
        try:
            geldig = regelset.op(instellingen.peildatum)
        except GeenRegels as fout:
            melding = Melding(
                plek_van_peildatum(rauw),
                "peildatum",
                f"«{fout.peildatum}», een dag waarop geen enkel {opsomming(fout.ontbreekt)} geldt",
                "een dag waarop de regels gelden",
                f"de eerstvolgende regel geldt vanaf {fout.vanaf}" if fout.vanaf else "",
            )
            meldingen.append(melding)
        else:
            _controleer_grenzen(instellingen, geldig, rauw, meldingen)
    return instellingen


def _controleer_grenzen(
    instellingen: Instellingen,
    geldig: Iterable[Regel],
    rauw: Gelezen,
    meldingen: list[Melding],
) -> None:
    """Limits leave room for the criteria in force on the peildatum alone, as for all together."""
    criteria = [regel.code for regel in geldig if regel.soort == "criterium"]
    grenzen = instellingen.gewichtsgrenzen
    if verwacht := wat_anders_moet(grenzen, instellingen.voorkeuren, criteria):
        gevonden = f"grenzen die niet kunnen met de criteria van {instellingen.peildatum}"
        plek = rauw.plek(("gewichtsgrenzen",))
        meldingen.append(Melding(plek, "gewichtsgrenzen", gevonden, verwacht))


def feiten_van_jaar(rauw: Gelezen, profiel: Profiel, meldingen: list[Melding]) -> Feiten:
    """What is known of the year as a whole: under `feiten` in dossier.yaml."""
    waarden = rauw.waarde.get("feiten")
    velden = invulbaar(profiel, "jaar")
    if waarden is None:
        return {}
    if not isinstance(waarden, dict):
        verwacht = "velden met hun waarde"
        meldingen.append(Melding(rauw.plek(("feiten",)), "feiten", toon(waarden), verwacht))
        return {}
    for naam in waarden:
        if naam not in velden:
            gevonden = f"onbekend veld {toon(naam)}"
            verwacht = f"een van {opsomming(velden)}" if velden else "geen velden in dit profiel"
            plek, hulp = rauw.plek(("feiten", naam)), bedoelde_u(naam, velden)
            meldingen.append(Melding(plek, "feiten", gevonden, verwacht, hulp))
    return lees_feiten(waarden, velden, profiel, rauw, ("feiten",), meldingen)


def _zonder(rauw: Gelezen, *namen: str) -> dict[str, Any]:
    """What is filled in, without some fields; without a profile it is the standard one."""
    velden = rauw.waarde.items()
    gevuld = {naam: waarde for naam, waarde in velden if waarde is not None and naam not in namen}
    return gevuld if "profiel" in gevuld else {"profiel": standaardprofiel(), **gevuld}
