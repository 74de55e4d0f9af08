"""Make a workbook for each member of the region, beside a dossier that is there or a new one."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from agenda.invoer import DOSSIERBESTAND, ONDERWERPBESTANDEN
from agenda.invoer.dossier import lees_dossier
from agenda.invoer.gemeentewerkmap import gemeentewerkmappen, is_ingevuld
from agenda.invoer.instellingen import lees_instellingen
from agenda.invoer.kader import lees_kader
from agenda.invoer.standaard import standaardprofiel
from agenda.nieuw import nieuw_dossier, schrijf_samen, weiger_bestaand, zinnen_op
from agenda.opslag.rollen import GEMEENTENMAP, weiger_in_besluit
from regels.melding import Invoerfout, Melding
from regels.taal import toon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from agenda.kennis.profiel import Profiel
    from regels.lezen.yaml import Gelezen


class Uitgedeeld(NamedTuple):
    """What was made, by the names of the files.

    Attributes:
        wie: who fills them in: «elke gemeente».
        gemaakt: that were not there yet.
        ingevuld: that were there, and hold what somebody filled in.
        leeg: that were there, and hold nothing yet.
    """

    wie: str
    gemaakt: tuple[str, ...]
    ingevuld: tuple[str, ...]
    leeg: tuple[str, ...]


class _Vraag(NamedTuple):
    """What the workbooks ask.

    Attributes:
        criteria: code → title.
        zinnen: code of a criterium → its sentence.
        onderwerpen: code and title of what is in the dossier already.
        bestanden: what else is made: the settings of a new dossier.
    """

    profiel: Profiel
    criteria: Mapping[str, str]
    zinnen: Mapping[str, str]
    onderwerpen: tuple[tuple[str, str], ...] = ()
    bestanden: Mapping[str, bytes] = {}


def deel_uit(doel: Path, jaar: int, themas: Path | None, voor: str | None = None) -> Uitgedeeld:
    """Make the workbooks that are not there yet; all are written, or none.

    A workbook that is there stays as it is. A new dossier gets its settings, and no file with
    topics: that comes from the workbooks.

    Args:
        doel: the folder of the dossier.
        jaar: the agenda year.
        themas: a profile folder of the user's own, instead of those that come with the program.
        voor: the code of the profile of a new dossier.

    Raises:
        GeenLeden: the profile names no members.
        Invoerfout: the dossier is wrong, or of another year or profile.
        Bestandsfout: a file cannot be made, or the folder is that of a decision.
    """
    weiger_in_besluit(doel)
    bestaat = (doel / DOSSIERBESTAND).exists()
    vraag = _bestaand(doel, jaar, themas, voor) if bestaat else _nieuw(doel, jaar, themas, voor)
    profiel, criteria = vraag.profiel, vraag.criteria
    al = _aanwezig(doel / GEMEENTENMAP)
    werkmappen = gemeentewerkmappen(profiel, criteria, vraag.zinnen, jaar, vraag.onderwerpen)
    alle = dict(werkmappen)
    nieuw = {naam: inhoud for naam, inhoud in alle.items() if _vergelijkbaar(naam) not in al}
    bestanden = {f"{GEMEENTENMAP}/{naam}": inhoud for naam, inhoud in nieuw.items()}
    weiger = (lambda _: None) if bestaat else weiger_bestaand
    schrijf_samen(doel, {**vraag.bestanden, **bestanden}, weiger)
    oud = [al[_vergelijkbaar(naam)] for naam in alle if naam not in nieuw]
    ingevuld = tuple(pad.name for pad in oud if is_ingevuld(pad, profiel, criteria))
    leeg = tuple(pad.name for pad in oud if pad.name not in ingevuld)
    return Uitgedeeld(profiel.woorden.lid.elk, tuple(nieuw), ingevuld, leeg)


def _nieuw(doel: Path, jaar: int, themas: Path | None, voor: str | None) -> _Vraag:
    nieuw = nieuw_dossier(doel, jaar, themas, voor)
    bestanden = {DOSSIERBESTAND: nieuw.instellingen.encode()}
    zinnen = zinnen_op(nieuw.regelset, nieuw.peildatum)
    return _Vraag(nieuw.profiel, nieuw.regelset.criteria, zinnen, bestanden=bestanden)


def _bestaand(doel: Path, jaar: int, themas: Path | None, voor: str | None) -> _Vraag:
    """What a dossier asks that is there, with or without topics."""
    rauw = _instellingen(doel)
    _eis_gelijk(rauw, "jaar", rauw.waarde.get("jaar"), jaar)
    if any((doel / naam).exists() for naam in ONDERWERPBESTANDEN):
        gelezen = lees_dossier(doel, themas)
        profiel, regelset, dossier = gelezen.profiel, gelezen.regelset, gelezen.dossier
        instellingen = dossier.instellingen
        onderwerpen = tuple((o.code, o.titel) for o in dossier.onderwerpen)
    else:
        instellingen, profiel, regelset = lees_kader(doel, themas)
        onderwerpen = ()
    if voor is not None:
        _eis_gelijk(rauw, "profiel", rauw.waarde.get("profiel") or standaardprofiel(), voor)
    zinnen = zinnen_op(regelset, instellingen.peildatum)
    return _Vraag(profiel, regelset.criteria, zinnen, onderwerpen)


def _instellingen(doel: Path) -> Gelezen:
    meldingen: list[Melding] = []
    rauw = lees_instellingen(doel, meldingen)
    if rauw is None:
        raise Invoerfout(meldingen)
    return rauw


def _eis_gelijk(rauw: Gelezen, veld: str, gevonden: object, verwacht: object) -> None:
    """The dossier is the one that is meant.

    Raises:
        Invoerfout: it says something else.
    """
    if gevonden != verwacht:
        hulp = "kies een andere map: agenda nieuw JAAR MAP --per-gemeente"
        melding = Melding(rauw.plek((veld,)), veld, toon(gevonden), toon(verwacht), hulp)
        raise Invoerfout([melding])


def _aanwezig(map_: Path) -> dict[str, Path]:
    """The files in a folder, by a name that any system takes for the same."""
    paden: Iterable[Path] = map_.iterdir() if map_.is_dir() else ()
    return {_vergelijkbaar(pad.name): pad for pad in paden}


def _vergelijkbaar(naam: str) -> str:
    return unicodedata.normalize("NFC", naam).casefold()
