"""Follow an adopted agenda: read what was decided and what people wrote down since."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.invoer.besluit import is_datum
from agenda.invoer.dossier import lees_dossier
from agenda.invoer.stand import Eerder, Standbestand, lees_stand
from agenda.invoer.vorige import lees_vorige
from agenda.opslag.besluitmap import BESLUITEN, besluitmap_om, is_besluitmap, werkelijk
from agenda.opslag.rollen import STANDBESTANDEN
from agenda.rangorde.prioritering import prioriteer
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.voortgang.gevolgd import GevolgdeAgenda
from agenda.voortgang.stand import GeenBesluit
from regels.melding import Bestandsfout, Invoerfout, Melding, Plek
from regels.taal import opsomming
from regels.volger import Volger, stil

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.onderwerp import Dossier
    from agenda.voortgang.stand import Stand
    from agenda.voortgang.standfeit import Standfeit

STANDWERKMAP = STANDBESTANDEN[1]


class Gevolgd(NamedTuple):
    """An adopted agenda that is followed.

    Attributes:
        agenda: with its decision.
        besluitmap: the folder of the decision.
        map_: the dossier that it is a decision on, where progress is written down.
    """

    agenda: Jaaragenda
    besluitmap: Path
    map_: Path

    @classmethod
    def van(cls, agenda: Jaaragenda, besluitmap: Path) -> Gevolgd:
        """The agenda of a decision that was read already."""
        return cls(agenda, besluitmap, dossier_van(besluitmap))


def volg_agenda(map_: Path, themas: Path | None = None, volg: Volger = stil) -> Gevolgd:
    """Read the decision that is meant: that of the folder, or the latest one on a dossier.

    Args:
        map_: a dossier, or the folder of a decision.
        themas: a profile folder of the user's own, instead of the frozen one.
        volg: shows progress.

    Raises:
        GeenBesluit: nothing was adopted yet.
        Invoerfout: the decision is not what it was.
    """
    besluitmap = laatste_besluit(map_)
    if besluitmap is None:
        raise GeenBesluit(str(map_))
    gelezen = lees_dossier(besluitmap, themas, volg)
    ranglijst = prioriteer(gelezen.dossier, gelezen.profiel, gelezen.regelset, volg)
    return Gevolgd.van(Jaaragenda(ranglijst, gelezen.besluit), besluitmap)


def laatste_besluit(map_: Path) -> Path | None:
    """The decision that a folder is or stands in, or the latest one on a dossier; None without.

    Raises:
        Invoerfout: it is no folder.
    """
    from agenda.invoer.dossiermap import eis_map

    if (besluitmap := besluitmap_om(map_)) is not None:
        return besluitmap
    eis_map(map_)
    return max(besluiten_in(map_), key=lambda besluit: besluit.name, default=None)


def besluiten_in(map_: Path) -> Iterator[Path]:
    """The folders of the decisions on a dossier, in any order."""
    if (map_ / BESLUITEN).is_dir():
        for deel in (map_ / BESLUITEN).iterdir():
            if is_datum(deel.name) and is_besluitmap(deel):
                yield deel


def dossier_van(besluitmap: Path) -> Path:
    """Where the dossier stands that a decision was taken on; its own parent when it was moved."""
    ouder = werkelijk(besluitmap).parent
    return ouder.parent if ouder.name == BESLUITEN else ouder


def stand_van(gevolgd: Gevolgd, op: date | None = None) -> Stand:
    """How it stands with an adopted agenda on a day.

    Args:
        op: the day; the reference date of the agenda when none is given, or the day of the
            decision when that is later.

    Raises:
        Invoerfout: the day lies before the decision, or what was written down is wrong.
        Bestandsfout: a file is locked.
    """
    agenda = gevolgd.agenda
    besluit = agenda.besluit
    assert besluit is not None  # noqa: S101 - it was read from a decision
    meldingen: list[Melding] = []
    if op is not None and op < besluit.datum:
        verwacht = f"een dag vanaf het besluit, {besluit.datum.isoformat()}"
        meldingen.append(Melding(Plek("--op"), "", op.isoformat(), verwacht))
    bestand = Standbestand()
    try:
        titels = {v.code: v.titel for v in agenda.volgorde}
        profiel = agenda.ranglijst.profiel
        eerder = Eerder(frozenset(b.code for b in agenda.ranglijst.alle), besluit.datum)
        bestand = lees_stand(gevolgd.map_, profiel, titels, _elders(gevolgd), eerder)
    except Invoerfout as fout:
        raise fout.met(meldingen) from fout
    if meldingen:
        raise Invoerfout(meldingen)
    dag = op or max(agenda.ranglijst.dossier.instellingen.peildatum, besluit.datum)
    gevolgde = GevolgdeAgenda(agenda.ranglijst, besluit, agenda.top, bestand.feiten, dag)
    return gevolgde.stand


def standfeiten(map_: Path, dossier: Dossier, profiel: Profiel) -> tuple[Standfeit, ...]:
    """Every row that was written down in a dossier, of whatever day and topic.

    Args:
        map_: the dossier, where progress is written down, or the folder of a decision on it.
        dossier: what it says, or what was frozen of it.

    Raises:
        Invoerfout: what was written down is wrong.
        Bestandsfout: a file is locked.
    """
    besluitmap = besluitmap_om(map_)
    map_ = map_ if besluitmap is None else dossier_van(besluitmap)
    titels = {o.code: o.titel for o in dossier.onderwerpen}
    elders = {*_vastgesteld_in(map_), *(dossier.vorige or ())}
    return lees_stand(map_, profiel, titels, elders).feiten


def _elders(gevolgd: Gevolgd) -> set[str]:
    """The codes of what other decisions adopted: on this dossier, and the one before it."""
    vorige = gevolgd.agenda.ranglijst.dossier.vorige or ()
    return {*_vastgesteld_in(gevolgd.map_, behalve=gevolgd.besluitmap), *vorige}


def _vastgesteld_in(map_: Path, behalve: Path | None = None) -> set[str]:
    """The codes of what the decisions on a dossier adopted, one of them aside."""
    uit: set[str] = set()
    for besluit in besluiten_in(map_):
        if behalve is None or werkelijk(besluit) != werkelijk(behalve):
            genoemd = f"{BESLUITEN}/{besluit.name}"
            uit.update(lees_vorige(map_, genoemd, [], bevroren=False) or ())
    return uit


def maak_werkblad(gevolgd: Gevolgd) -> Path:
    """Make the workbook in which people write how it stands; nothing is ever overwritten.

    Returns:
        The file.

    Raises:
        Bestandsfout: there is one already, or it cannot be written.
    """
    from agenda.invoer.sjabloon import maak_werkmap
    from agenda.invoer.standblad import standbladen
    from agenda.opslag.bestand import schrijf

    al = [naam for naam in STANDBESTANDEN if (gevolgd.map_ / naam).exists()]
    if al:
        reden = "bestaat al. Vul daarin aan wat er nieuw is; er is niets overschreven."
        raise Bestandsfout(str(gevolgd.map_ / opsomming(al, "en")), reden)
    agenda, doel = gevolgd.agenda, gevolgd.map_ / STANDWERKMAP
    besluit, lijst = agenda.besluit, agenda.ranglijst
    assert besluit is not None  # noqa: S101 - it was read from a decision
    jaar = lijst.dossier.instellingen.jaar
    titel = f"Stand van zaken {jaar}, {lijst.profiel.regio.naam}"
    onderwerpen = [(v.code, v.titel) for v in agenda.volgorde]
    bladen = standbladen(lijst.profiel, onderwerpen, titel, besluit.datum)
    schrijf(doel, maak_werkmap(jaar, bladen), als_invoer=True)
    return doel


def met_voortgang(gevolgd: Gevolgd, op: date | None) -> Jaaragenda:
    """An adopted agenda with its progress, for a document; as it is where nothing was written.

    Args:
        op: the day; as in `stand_van`, and with it progress is told in any case.

    Raises:
        Invoerfout: as `stand_van`.
        Bestandsfout: a file is locked.
    """
    stand = stand_van(gevolgd, op)
    if op is None and not stand.feiten:
        return gevolgd.agenda
    return stand.agenda
