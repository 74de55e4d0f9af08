"""Make a new dossier: its settings, and an Excel template. Or a new profile, to fill in."""

from __future__ import annotations

import re
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from agenda.invoer import BESTANDEN_ERNAAST, DOSSIERBESTAND
from agenda.invoer.dossiersjabloon import nieuwe_instellingen
from agenda.invoer.profiel import lees_profiel
from agenda.invoer.profielkeuze import kies_profiel
from agenda.invoer.sjabloon import maak_werkmap
from agenda.invoer.sjabloonbladen import sjabloonbladen
from agenda.invoer.standaard import standaardprofiel
from agenda.opslag.bestand import schrijf
from agenda.opslag.boom import bestanden_in
from agenda.opslag.nieuwe_map import BestaatAl, schrijf_map
from agenda.opslag.rollen import REGIOBESTAND
from regels.melding import Bestandsfout, Invoerfout, Melding, Plek
from regels.regelset import GeenRegels
from regels.taal import opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from agenda.kennis.profiel import Profiel
    from regels.regelset import Regelset

_LEEG_PROFIEL = Path(__file__).with_name("leeg-profiel")
_CODE = b'"mijn-regio"'
_MAX_CODE = 40


def maak_dossier(doel: Path, jaar: int, themas: Path | None, voor: str | None = None) -> None:
    """Make a folder with settings and a template; both files are written, or nothing is.

    Args:
        doel: the folder; made when it is not there, with the folders above it.
        jaar: the agenda year.
        themas: a profile folder of the user's own, or one that holds several, instead of those
            that come with the program.
        voor: the code of the profile; else the only one there is, or the standard one.

    Raises:
        Invoerfout: the folder already holds a dossier, or the profile is wrong.
        Bestandsfout: the folder or a file in it cannot be made.
    """
    nieuw = nieuw_dossier(doel, jaar, themas, voor)
    bestanden = {
        DOSSIERBESTAND: nieuw.instellingen.encode(),
        "onderwerpen.xlsx": maak_sjabloon(jaar, nieuw.peildatum, nieuw.profiel, nieuw.regelset),
    }
    schrijf_samen(doel, bestanden, weiger_bestaand)


class NieuwDossier(NamedTuple):
    """What a new dossier is made of.

    Attributes:
        code: of the profile.
        peildatum: the first day of the year on which rules are in force.
        instellingen: the text of dossier.yaml.
    """

    code: str
    profiel: Profiel
    regelset: Regelset
    peildatum: date
    instellingen: str


def nieuw_dossier(doel: Path, jaar: int, themas: Path | None, voor: str | None) -> NieuwDossier:
    """What a new dossier says and asks; as `maak_dossier`, but nothing is written."""
    code, map_ = kies_profiel(voor, themas, standaardprofiel())
    profiel, regelset = lees_profiel(map_)
    try:
        peildatum = regelset.eerste_dag(jaar)
    except GeenRegels as fout:
        hulp = f"de eerstvolgende regel geldt vanaf {fout.vanaf}" if fout.vanaf else ""
        verwacht = "een jaar waarin op 1 januari regels gelden"
        raise Invoerfout([Melding(Plek(str(doel)), "jaar", toon(jaar), verwacht, hulp)]) from fout
    instellingen = nieuwe_instellingen(jaar, peildatum, code, profiel, regelset.criteria)
    return NieuwDossier(code, profiel, regelset, peildatum, instellingen)


def zinnen_op(regelset: Regelset, peildatum: date) -> dict[str, str]:
    """Code of a rule → its sentence: of the version in force on a day where there is one."""
    return {regel.code: regel.zin for regel in (*regelset.regels, *regelset.op(peildatum))}


def maak_sjabloon(jaar: int, peildatum: date, profiel: Profiel, regelset: Regelset) -> bytes:
    """The Excel template of a new dossier; the same dossier always gives the same bytes."""
    zinnen = zinnen_op(regelset, peildatum)
    return maak_werkmap(jaar, sjabloonbladen(profiel, regelset.criteria, zinnen, jaar))


def maak_profiel(doel: Path) -> None:
    """Make a profile that holds nothing of a region yet, and says what to fill in where.

    Args:
        doel: the folder; its name becomes the code of the profile where that can be.

    Raises:
        Invoerfout: the folder already holds (part of) a profile.
        Bestandsfout: the folder or a file in it cannot be made.
    """
    code = re.sub("[^a-z0-9]+", "-", doel.resolve().name.casefold()).strip("-")[:_MAX_CODE]
    bestanden = {naam: bestand.read_bytes() for naam, bestand in bestanden_in(_LEEG_PROFIEL)}
    if len(code) > 1:
        bestanden[REGIOBESTAND] = bestanden[REGIOBESTAND].replace(_CODE, f'"{code}"'.encode())
    schrijf_samen(doel, bestanden, lambda map_: _weiger_profiel(map_, bestanden))


def _weiger_profiel(doel: Path, bestanden: Mapping[str, bytes]) -> None:
    eigen = {naam.partition("/")[0].lower() for naam in bestanden}
    namen = sorted(pad.name for pad in doel.iterdir()) if doel.is_dir() else []
    al = [naam for naam in namen if naam.lower() in eigen]
    if al:
        verwacht = "een map zonder profiel; er is niets overschreven"
        hulp = "kies een andere map: agenda nieuw --profiel MAP"
        raise Invoerfout([Melding(Plek(str(doel)), "", opsomming(al, "en"), verwacht, hulp)])


def schrijf_samen(
    doel: Path, bestanden: Mapping[str, bytes], weiger_bestaand: Callable[[Path], None]
) -> None:
    """Make the folder with all files in it; in a folder that is there, all are written or none.

    Args:
        weiger_bestaand: looks at the folder first, and may refuse it.
    """
    reden = "de map kan niet worden gemaakt. Kies een plek waar u mag schrijven."
    try:
        weiger_bestaand(doel)
        if not doel.exists():
            schrijf_map(doel, bestanden, reden=reden)
            return
        with ExitStack() as terug:
            for naam, inhoud in bestanden.items():
                if not (doel / naam).parent.exists():
                    (doel / naam).parent.mkdir()
                    terug.callback((doel / naam).parent.rmdir)
                schrijf(doel / naam, inhoud, als_invoer=True)
                terug.callback((doel / naam).unlink)
            terug.pop_all()
    except (OSError, BestaatAl) as fout:
        raise Bestandsfout(str(doel), reden) from fout


def weiger_bestaand(doel: Path) -> None:
    """Refuse a folder that holds (part of) a dossier.

    Raises:
        Invoerfout: it does.
    """
    namen = sorted(pad.name for pad in doel.iterdir()) if doel.is_dir() else []
    eigen = (DOSSIERBESTAND, *BESTANDEN_ERNAAST)
    al = [n for n in namen if n.lower() in eigen or n.lower().startswith("onderwerpen.")]
    if al:
        verwacht = "een map zonder dossier; er is niets overschreven"
        hulp = "kies een andere map: agenda nieuw JAAR MAP"
        raise Invoerfout([Melding(Plek(str(doel)), "", opsomming(al, "en"), verwacht, hulp)])
