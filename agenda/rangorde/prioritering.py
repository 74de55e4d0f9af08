"""The yearly prioritisation: toets → weeg → rangschik. The explanation follows from its result."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from agenda.feiten.planwijzer import wijs_plannen
from agenda.feiten.waarneming import Waarneming
from agenda.indeling.indelingen import Indelingen, ongewone_velden
from agenda.rangorde.beoordelaar import Beoordelaar
from agenda.rangorde.ranglijst import Beoordeeld, Ranglijst, Status, op_titel, rangschik
from regels.naregels import GEEN_NAREGELS
from regels.toetser import Toetser, maak_toetser
from regels.volger import Volger, stil

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from agenda.feiten.waarneming import Waarnemer
    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.onderwerp import Dossier
    from agenda.onderwerp.oordeel import Gemeenteoordeel
    from regels.indeling import Indeling
    from regels.model import Regel, Veld
    from regels.naregels import Naregels
    from regels.regelset import Regelset


def prioriteer(
    dossier: Dossier,
    profiel: Profiel,
    regelset: Regelset,
    volg: Volger = stil,
    maak: Callable[[tuple[Regel, ...]], Toetser] = maak_toetser,
) -> Ranglijst:
    """Decide on every topic and rank the admitted ones.

    Args:
        dossier: the topics and the settings of the year.
        profiel: what is known of the region.
        regelset: all rules; those in force on the dossier's peildatum count.
        volg: shows progress.
        maak: makes the evaluators.

    Raises:
        GeenRegels: no rules are in force on the peildatum.
        Onenigheid: the two evaluators disagree on a topic; the run stops.

    Bron: Inrichtingsplan §3 (uitgangspunten and criteria; it gives no weights).
    """
    return prioriteer_met(dossier, maatstaf_van(dossier, profiel, regelset), volg, maak)


class Maatstaf(NamedTuple):
    """By what topics are judged and weighed.

    Attributes:
        regels: the rules in force.
        velden: the fields that rules may use, by name.
        peildatum: the day on which plans must hold.
        gewichten: criterion → weight; one that is not named weighs 1.
        indelingen: each after those on which its rules rest.
        na: the rules over what comes after the decision; they judge no topic.
    """

    profiel: Profiel
    regels: tuple[Regel, ...]
    velden: Mapping[str, Veld]
    peildatum: date
    gewichten: Mapping[str, int]
    indelingen: tuple[Indeling, ...] = ()
    na: Naregels = GEEN_NAREGELS


def maatstaf_van(dossier: Dossier, profiel: Profiel, regelset: Regelset) -> Maatstaf:
    """The settings of a dossier, with the rules that are in force on its peildatum.

    Raises:
        GeenRegels: no rules are in force then.
    """
    instellingen = dossier.instellingen
    regels = regelset.op(instellingen.peildatum)
    return Maatstaf(
        profiel,
        regels,
        regelset.velden,
        instellingen.peildatum,
        instellingen.gewichten,
        regelset.indelingen,
        regelset.na,
    )


def prioriteer_met(
    dossier: Dossier,
    maatstaf: Maatstaf,
    volg: Volger = stil,
    maak: Callable[[tuple[Regel, ...]], Toetser] = maak_toetser,
) -> Ranglijst:
    """Decide on every topic and rank the admitted ones, by whatever measure.

    Args:
        dossier: the topics; of its settings nothing is used.
        maatstaf: its own measure, or another one to see what that would do. What a topic refers to
            and the profile of the measure does not know, counts for nothing.

    Raises:
        Onenigheid: the two evaluators disagree on a topic; the run stops.
    """
    regels = maatstaf.regels
    gewichten = {
        regel.code: maatstaf.gewichten.get(regel.code, 1)
        for regel in regels
        if regel.soort == "criterium"
    }
    eigen = tuple(regel for regel in regels if regel.soort in ("uitgangspunt", "criterium"))
    velden = [veld for regel in eigen for veld in regel.velden]
    wijzer = wijs_plannen(maatstaf.profiel, maatstaf.peildatum)
    toetser, ook = maak(eigen), _andere_waarnemers(velden, dossier, maatstaf, maak)
    waarneming = Waarneming(maatstaf.profiel, wijzer, velden, ook)
    stemmen = _stemmen(dossier)
    beoordelaar = Beoordelaar(toetser, waarneming, gewichten, stemmen)
    per_status: dict[Status, list[Beoordeeld]] = defaultdict(list)
    onderwerpen = dossier.onderwerpen
    for onderwerp in volg(onderwerpen, "Onderwerpen beoordelen", len(onderwerpen)):
        uitslag = beoordelaar.beoordeel(onderwerp)
        per_status[uitslag.status].append(Beoordeeld(onderwerp, uitslag))

    def op_volgorde(status: Status) -> tuple[Beoordeeld, ...]:
        return tuple(sorted(per_status[status], key=op_titel))

    return Ranglijst(
        dossier=dossier,
        profiel=maatstaf.profiel,
        regels=regels,
        velden=maatstaf.velden,
        gewichten=gewichten,
        toegelaten=rangschik(per_status["toegelaten"]) if gewichten else op_volgorde("toegelaten"),
        onbeslist=op_volgorde("onbeslist"),
        niet_toegelaten=op_volgorde("niet-toegelaten"),
        evaluatoren=toetser.evaluatoren,
        indelingen=maatstaf.indelingen,
        wijzer=wijzer,
        na=maatstaf.na,
    )


def _andere_waarnemers(
    velden: Iterable[str],
    dossier: Dossier,
    maatstaf: Maatstaf,
    maak: Callable[[tuple[Regel, ...]], Toetser],
) -> dict[str, Waarnemer]:
    """How the fields are observed that no topic holds by itself; most rules use none of these."""
    anders = ongewone_velden(velden, maatstaf.profiel, maatstaf.indelingen)
    if not anders:
        return {}
    indelingen = Indelingen(
        dossier,
        maatstaf.profiel,
        maatstaf.regels,
        maatstaf.velden,
        maatstaf.indelingen,
        maatstaf.peildatum,
        maak,
    )
    return indelingen.waarnemers(anders)


def _stemmen(dossier: Dossier) -> dict[str, dict[str, dict[str, Gemeenteoordeel]]]:
    """Topic → municipality → its answers; most dossiers hold none."""
    if not dossier.oordelen:
        return {}
    from agenda.onderwerp.oordeel import stemmen_van

    return stemmen_van(dossier.oordelen)
