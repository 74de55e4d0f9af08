"""The yearly prioritisation: toets → weeg → rangschik. The explanation follows from its result."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from agenda import __version__
from agenda.feiten import Waarneming
from agenda.planrelatie import wijs_plannen
from agenda.ranglijst import (
    Beoordeeld,
    Herkomst,
    Ranglijst,
    Status,
    Uitslag,
    op_titel,
    rangschik,
    status_van,
    weeg,
)
from agenda.voortgang import Volger, stil
from regels.referentie import alle
from regels.toetser import Onenigheid, Toetser, maak_toetser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from agenda.kennis import Profiel
    from agenda.onderwerp import Dossier, Onderwerp
    from regels.model import Regel, Waarde
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
        Invoerfout: no rules are in force on the peildatum.
        Onenigheid: the two evaluators disagree on a topic; the run stops.

    Bron: Inrichtingsplan §3 (uitgangspunten and criteria; it gives no weights).
    """
    instellingen = dossier.instellingen
    regels = regelset.op(instellingen.peildatum)
    gewichten = {
        regel.code: instellingen.gewichten.get(regel.code, 1)
        for regel in regels
        if regel.soort == "criterium"
    }
    beoordelaar = Beoordelaar(
        maak(regels),
        Waarneming(
            profiel,
            wijs_plannen(profiel, instellingen.peildatum),
            [veld for regel in regels for veld in regel.velden],
        ),
        gewichten,
    )
    per_status: dict[Status, list[Beoordeeld]] = defaultdict(list)
    onderwerpen = dossier.onderwerpen
    for onderwerp in volg(onderwerpen, "Onderwerpen beoordelen", len(onderwerpen)):
        uitslag = beoordelaar.beoordeel(onderwerp)
        per_status[uitslag.status].append(Beoordeeld(onderwerp, uitslag))
    return Ranglijst(
        dossier=dossier,
        profiel=profiel,
        regels=regels,
        velden=regelset.velden,
        gewichten=gewichten,
        toegelaten=rangschik(per_status["toegelaten"]),
        onbeslist=tuple(sorted(per_status["onbeslist"], key=op_titel)),
        niet_toegelaten=tuple(sorted(per_status["niet-toegelaten"], key=op_titel)),
        herkomst=Herkomst(
            __version__,
            beoordelaar.toetser.evaluatoren,
            vingerafdruk(regelset.regels),
            vingerafdruk(profiel.delen),
            vingerafdruk([instellingen, *dossier.onderwerpen]),
        ),
    )


class Beoordelaar:
    """Judges topics; topics with the same facts share one `Uitslag`."""

    def __init__(self, toetser: Toetser, waarneming: Waarneming, gewichten: dict[str, int]) -> None:
        self.toetser = toetser
        self.waarneming = waarneming
        self._gewichten = gewichten
        self._bekend: dict[tuple[Waarde | None, ...], Uitslag] = {}

    def beoordeel(self, onderwerp: Onderwerp) -> Uitslag:
        """Decide on one topic.

        Raises:
            Onenigheid: the two evaluators disagree on it.
        """
        waarden = self.waarneming.waarden(onderwerp)
        uitslag = self._bekend.get(waarden)
        if uitslag is None:
            try:
                uitslag = self._bekend[waarden] = self._toets_en_weeg(waarden)
            except Onenigheid as fout:
                fout.onderwerp = onderwerp.code
                raise
        return uitslag

    def _toets_en_weeg(self, waarden: tuple[Waarde | None, ...]) -> Uitslag:
        feiten = self.waarneming.feiten(waarden)
        oordelen = [self.toetser.oordeel(regel, feiten) for regel in self.toetser.regels]
        uitgangspunten = tuple(o for o in oordelen if o.regel.soort == "uitgangspunt")
        criteria = tuple(o for o in oordelen if o.regel.soort == "criterium")
        status = status_van(alle([oordeel.uitkomst for oordeel in uitgangspunten]))
        return Uitslag(status, uitgangspunten, criteria, *weeg(criteria, self._gewichten))


def vingerafdruk(delen: Iterable[Any]) -> str:
    """SHA-256 over the content of models, one after the other; the same on every machine."""
    som = hashlib.sha256()
    for deel in delen:
        som.update(type(deel).__pydantic_serializer__.to_json(deel))
        som.update(b"\n")
    return som.hexdigest()
