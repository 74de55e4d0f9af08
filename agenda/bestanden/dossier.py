"""Read a dossier: the folder of one agenda year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agenda.bestanden.onderwerpen import onderwerpen_uit
from agenda.bestanden.profiel import lees_profiel, vind_profiel
from agenda.controle import Controle, waarschuwingen
from agenda.onderwerp import Dossier, Instellingen, Omgeving
from agenda.voortgang import Volger, stil
from regels.fouten import Invoerfout, Melding, Plek, opsomming, toon
from regels.vorm import houd_tegen
from regels.yaml_lezer import Gelezen, lees_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from agenda.kennis import Profiel
    from regels.regelset import Regelset

DOSSIERBESTAND = "dossier.yaml"
ONDERWERPBESTANDEN = ("onderwerpen.xlsx", "onderwerpen.yaml", "onderwerpen.csv")
STANDAARDPROFIEL = "nijmegen-rivierenland"


@dataclass(frozen=True, slots=True)
class GelezenDossier:
    """A dossier with the knowledge and rules that it is judged by.

    Attributes:
        onderwerpen: what the file with topics says, for the places of warnings.
    """

    dossier: Dossier
    profiel: Profiel
    regelset: Regelset
    onderwerpen: Gelezen

    def plek_van_tag(self, code: str, criterium: str) -> Plek:
        """Where a topic is tagged with a criterium."""
        lijst = self.onderwerpen.waarde["onderwerpen"]
        nummer = next(n for n, rauw in enumerate(lijst) if rauw["code"] == code)
        return self.onderwerpen.plek(("onderwerpen", nummer, "criteria", criterium))


def lees_dossier(map_: Path, themas: Path | None = None, volg: Volger = stil) -> GelezenDossier:
    """Read a dossier and check everything in it.

    Args:
        map_: the folder.
        themas: a profile folder of the user's own, instead of the shipped one.
        volg: shows progress.

    Raises:
        Invoerfout: with every fault, in whatever file.
        Bestandsfout: a file is locked.
    """
    meldingen: list[Melding] = []
    rauw = _lees_instellingen(map_, meldingen)
    bestand = _vind_onderwerpen(map_, meldingen)
    try:
        profiel, regelset = lees_profiel(vind_profiel(_profielcode(rauw), themas))
    except Invoerfout as fout:
        raise fout.met(meldingen) from fout
    criteria = regelset.criteria
    gelezen = _lees_onderwerpen(map_ / bestand, criteria, meldingen, volg) if bestand else None
    onderwerpen = onderwerpen_uit(gelezen, profiel, criteria, meldingen) if gelezen else ()
    instellingen = _controleer_instellingen(rauw, Omgeving(profiel, criteria), meldingen)
    if meldingen or instellingen is None or gelezen is None:
        raise Invoerfout(meldingen)
    regelset.op(instellingen.peildatum)
    return GelezenDossier(Dossier(instellingen, onderwerpen), profiel, regelset, gelezen)


def lees_profiel_van(map_: Path, themas: Path | None = None) -> tuple[Profiel, Regelset]:
    """The profile of a dossier and its rules; of the standard profile where there is no dossier.

    Raises:
        Invoerfout: with every fault.
    """
    meldingen: list[Melding] = []
    rauw = _lees_instellingen(map_, meldingen) if (map_ / DOSSIERBESTAND).exists() else None
    if meldingen:
        raise Invoerfout(meldingen)
    return lees_profiel(vind_profiel(_profielcode(rauw), themas))


def controleer_dossier(map_: Path, themas: Path | None = None, volg: Volger = stil) -> Controle:
    """Check a dossier: its faults, or else what will be asked about.

    Raises:
        Bestandsfout: a file is locked.
    """
    try:
        gelezen = lees_dossier(map_, themas, volg)
    except Invoerfout as fout:
        return Controle(fout=fout)
    return Controle(
        bestand=gelezen.onderwerpen.bestand,
        aantal=len(gelezen.dossier.onderwerpen),
        waarschuwingen=waarschuwingen(
            gelezen.dossier.onderwerpen, gelezen.regelset.criteria, gelezen.plek_van_tag
        ),
    )


def _lees_instellingen(map_: Path, meldingen: list[Melding]) -> Gelezen | None:
    if not map_.is_dir():
        gevonden = "een bestand" if map_.exists() else "niets"
        raise Invoerfout([Melding(Plek(str(map_)), "dossier", gevonden, "een map met een dossier")])
    pad = map_ / DOSSIERBESTAND
    if not pad.exists():
        hulp = "maak een dossier met: agenda nieuw JAAR"
        melding = Melding(
            Plek(DOSSIERBESTAND), "", "geen bestand", "een bestand met «jaar: 2027»", hulp
        )
        meldingen.append(melding)
        return None
    try:
        gelezen = lees_yaml(pad, DOSSIERBESTAND)
    except Invoerfout as fout:
        meldingen.extend(fout.meldingen)
        return None
    if not isinstance(gelezen.waarde, dict):
        verwacht = "velden met hun waarde, zoals «jaar: 2027»"
        meldingen.append(Melding(gelezen.plek(()), "", toon(gelezen.waarde), verwacht))
        return None
    return gelezen


def _profielcode(rauw: Gelezen | None) -> str:
    return str(rauw.waarde.get("profiel") or STANDAARDPROFIEL) if rauw else STANDAARDPROFIEL


def _controleer_instellingen(
    rauw: Gelezen | None, omgeving: Omgeving, meldingen: list[Melding]
) -> Instellingen | None:
    if rauw is None:
        return None
    gevuld = {naam: waarde for naam, waarde in rauw.waarde.items() if waarde is not None}
    return houd_tegen(Instellingen, gevuld, rauw, (), meldingen, {"omgeving": omgeving})


def _vind_onderwerpen(map_: Path, meldingen: list[Melding]) -> str:
    """The one file with topics; empty, with a finding, when there is none or more than one."""
    gevonden = [naam for naam in ONDERWERPBESTANDEN if (map_ / naam).exists()]
    if len(gevonden) == 1:
        return gevonden[0]
    verwacht = f"precies één van {opsomming(ONDERWERPBESTANDEN)}"
    if gevonden:
        plek = Plek(gevonden[0])
        meldingen.append(Melding(plek, "", f"ook {opsomming(gevonden[1:], 'en')}", verwacht))
        return ""
    anders = sorted(pad.name for pad in map_.glob("onderwerpen.*"))
    hulp = f"{opsomming(anders, 'en')} kan het programma niet lezen" if anders else ""
    meldingen.append(Melding(Plek("onderwerpen.xlsx"), "", "geen bestand", verwacht, hulp))
    return ""


def _lees_onderwerpen(
    pad: Path, criteria: Mapping[str, str], meldingen: list[Melding], volg: Volger
) -> Gelezen | None:
    try:
        if pad.suffix == ".yaml":
            return lees_yaml(pad, pad.name)
        if pad.suffix == ".csv":
            from agenda.bestanden.csv_bestand import lees_csv

            return lees_csv(pad, pad.name, criteria, meldingen)
        from agenda.bestanden.excel import lees_excel

        return lees_excel(pad, pad.name, criteria, meldingen, volg)
    except Invoerfout as fout:
        meldingen.extend(fout.meldingen)
        return None
