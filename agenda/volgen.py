"""Follow an adopted agenda: read what was decided and what people wrote down since."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from agenda.invoer.besluitketen import besluiten_in
from agenda.invoer.dossier import lees_dossier
from agenda.invoer.stand import Eerder, lees_stand
from agenda.invoer.vorige import lees_vorige
from agenda.opslag.besluitmap import BESLUITEN, besluitmap_om, werkelijk
from agenda.opslag.rollen import STANDBESTANDEN
from agenda.rangorde.prioritering import prioriteer
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.voortgang.gevolgd import Gemeld, GevolgdeAgenda
from agenda.voortgang.stand import GeenBesluit
from regels.melding import Bestandsfout, Invoerfout, Melding, Plek
from regels.taal import opsomming
from regels.volger import Volger, stil

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.onderwerp import Dossier
    from agenda.voortgang.dekking import Dekkingsoverzicht
    from agenda.voortgang.standfeit import Standfeit

T = TypeVar("T")

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
    return max(besluiten_in(map_ / BESLUITEN), key=lambda besluit: besluit.name, default=None)


def dossier_van(besluitmap: Path) -> Path:
    """Where the dossier stands that a decision was taken on; its own parent when it was moved."""
    ouder = werkelijk(besluitmap).parent
    return ouder.parent if ouder.name == BESLUITEN else ouder


class GelezenVoortgang(NamedTuple):
    """An adopted agenda as it is followed, and what will be asked about."""

    agenda: GevolgdeAgenda
    opmerkingen: tuple[Melding, ...]


def lees_voortgang(gevolgd: Gevolgd, op: date | None = None) -> GelezenVoortgang:
    """Read everything that was written down of an adopted agenda: every fault in one run.

    Args:
        op: the day; the reference date of the agenda when none is given, or the day of the
            decision when that is later.

    Raises:
        Invoerfout: the day lies before the decision, or what was written down is wrong.
        Bestandsfout: a file is locked.
    """
    from agenda.invoer.bekrachtiging import lees_bekrachtigingen
    from agenda.invoer.dekking import lees_dekking
    from agenda.invoer.werkgroepen import lees_werkgroepen

    agenda, map_ = gevolgd.agenda, gevolgd.map_
    lijst, besluit = agenda.ranglijst, agenda.besluit
    assert besluit is not None  # noqa: S101 - it was read from a decision
    profiel, elders = lijst.profiel, _elders(gevolgd)
    titels = {v.code: v.titel for v in agenda.volgorde}
    alle = {beoordeeld.code: beoordeeld.titel for beoordeeld in lijst.alle}
    eerder = Eerder(frozenset(alle), besluit.datum)
    meldingen: list[Melding] = []
    stand = _of(lambda: lees_stand(map_, profiel, titels, elders, eerder), meldingen)
    register = _of(lambda: lees_bekrachtigingen(gevolgd.besluitmap, profiel), meldingen)
    groepen = _of(lambda: lees_werkgroepen(map_, profiel, alle, elders), meldingen)
    dekking = _of(lambda: lees_dekking(map_, profiel), meldingen)
    if op is not None and op < besluit.datum:
        verwacht = f"een dag vanaf het besluit, {besluit.datum.isoformat()}"
        meldingen.append(Melding(Plek("--op"), "", op.isoformat(), verwacht))
    if meldingen or not (stand and register and groepen) or dekking is None:
        raise Invoerfout(meldingen)
    gemeld = Gemeld(stand.feiten, register.bekrachtigingen, groepen.groepen, dekking)
    dag = op or max(lijst.dossier.instellingen.peildatum, besluit.datum)
    return GelezenVoortgang(
        GevolgdeAgenda(lijst, besluit, agenda.top, gemeld, dag),
        (*stand.opmerkingen, *groepen.opmerkingen),
    )


def _of(lees: Callable[[], T], meldingen: list[Melding]) -> T | None:
    """What a file says; None, with its faults, when it is wrong."""
    try:
        return lees()
    except Invoerfout as fout:
        meldingen.extend(fout.meldingen)
        return None


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
    return lees_stand(map_, profiel, titels, ooit_vastgesteld(map_, dossier)).feiten


def ooit_vastgesteld(map_: Path, dossier: Dossier) -> set[str]:
    """The codes of what any decision adopted: on a dossier, and the one before it."""
    return {*_vastgesteld_in(map_), *(dossier.vorige or ())}


def _elders(gevolgd: Gevolgd) -> set[str]:
    """The codes of what other decisions adopted: on this dossier, and the one before it."""
    vorige = gevolgd.agenda.ranglijst.dossier.vorige or ()
    return {*_vastgesteld_in(gevolgd.map_, behalve=gevolgd.besluitmap), *vorige}


def _vastgesteld_in(map_: Path, behalve: Path | None = None) -> set[str]:
    """The codes of what the decisions on a dossier adopted, one of them aside."""
    uit: set[str] = set()
    for besluit in besluiten_in(map_ / BESLUITEN):
        if behalve is None or werkelijk(besluit) != werkelijk(behalve):
            genoemd = f"{BESLUITEN}/{besluit.name}"
            uit.update(lees_vorige(map_, genoemd, [], bevroren=False) or ())
    return uit


def dekking_van(
    map_: Path, themas: Path | None = None, op: date | None = None, volg: Volger = stil
) -> tuple[Jaaragenda, Dekkingsoverzicht]:
    """Who has what proposals ask, of a dossier or a decision on it, adopted or not.

    Args:
        map_: a dossier, or the folder of a decision; what was noted since stands in the dossier.
        themas: a profile folder of the user's own.
        op: the day; None is the reference date of the agenda.
        volg: shows progress.

    Raises:
        Invoerfout: the dossier is wrong, or what was noted in it.
        GeenDekking: the profile does not tell what is asked of whom.
    """
    from agenda.invoer.dekking import lees_dekking
    from agenda.voortgang.dekking import dekking_op

    gelezen = lees_dossier(map_, themas, volg)
    ranglijst = prioriteer(gelezen.dossier, gelezen.profiel, gelezen.regelset, volg)
    besluitmap = besluitmap_om(map_)
    eigen = lees_dekking(dossier_van(besluitmap) if besluitmap else map_, gelezen.profiel)
    dag = op or gelezen.dossier.instellingen.peildatum
    return Jaaragenda(ranglijst, gelezen.besluit), dekking_op(gelezen.profiel, eigen, dag)


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
        op: the day; as in `lees_voortgang`, and with it progress is told in any case.

    Raises:
        Invoerfout: as `lees_voortgang`.
        Bestandsfout: a file is locked.
    """
    agenda = lees_voortgang(gevolgd, op).agenda
    return agenda if op is not None or agenda.gemeld.iets else gevolgd.agenda
