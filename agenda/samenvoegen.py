"""Put the workbooks of members together into one dossier: what differs is asked, never guessed."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from agenda.invoer.beslist import lees_beslist
from agenda.invoer.inbreng import Inbrenglezer
from agenda.invoer.inbrengbestanden import leden_in_naam, vind_bestanden
from agenda.invoer.inbrengcontrole import (
    dubbele_voorkeuren,
    keur,
    kringen,
    opmerkingen_van,
    over_keuzes,
    titels_van,
    twee_van_een_lid,
    zonder_keuze,
    zonder_kopieen,
)
from agenda.invoer.kader import Kader, lees_kader
from agenda.invoer.ruwbestand import Regiokennis, Ruwbestand, lees_ruw
from agenda.invoer.samengevoegd import (
    MOGELIJK,
    ONDERWERPEN,
    OORDELEN,
    dossierbestanden,
    vorig_dossier,
)
from agenda.nieuw import maak_sjabloon
from agenda.onderwerp.invullijst import invullijst
from agenda.opslag.export import haal_weg, schrijf_als_invoer
from agenda.opslag.rollen import (
    EIGENBESTANDEN,
    ONDERWERPBESTANDEN,
    OORDELENBESTANDEN,
    SAMENVOEGBESTAND,
    weiger_in_besluit,
)
from agenda.samenvoeging.inbreng import VAN_NIEMAND, Inbreng
from agenda.samenvoeging.samenvoegen import voeg_samen
from agenda.samenvoeging.verslag import Verslag
from agenda.stuk.vormen.excel.samenvoeging import samenvoegmap
from regels.lezen.tekst import lees_bytes
from regels.melding import Bestandsfout, Melding

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from regels.volger import Volger


@dataclass(frozen=True, slots=True)
class Samenvoeging:
    """What was read and put together; nothing is written yet.

    Attributes:
        map_: the dossier.
        fouten: what stands in the way; with these nothing of the dossier is written.
    """

    map_: Path
    kader: Kader
    verslag: Verslag
    fouten: tuple[Melding, ...]

    @property
    def zonder_keuze(self) -> tuple[Melding, ...]:
        """The choices without which there is no dossier; with other faults nobody is asked yet."""
        return () if self.fouten else tuple(zonder_keuze(self.verslag))


def voeg_bestanden_samen(
    genoemd: Sequence[Path],
    map_: Path,
    themas: Path | None,
    volg: Volger,
    *,
    zonder_foute: bool = False,
) -> Samenvoeging:
    """Read files, and put what they say together.

    Args:
        genoemd: files, and folders with files.
        map_: the dossier: its profile, what was chosen before, and topics of the region itself.
        themas: a profile folder of the user's own.
        zonder_foute: leave out files in which something is wrong.

    Raises:
        Invoerfout: there is no such dossier, or nothing can be read.
        Bestandsfout: a file is locked, or the dossier holds topics in a file that stays as it is.
        GeenLeden: the profile names no members.
    """
    weiger_in_besluit(map_)
    kader = lees_kader(map_, themas)
    instellingen, profiel, regelset = kader
    profiel.eis_leden()
    kennis = Regiokennis(profiel, invullijst(profiel, regelset.criteria))
    _eis_plaats(map_, kader)
    velden = kennis.velden
    eigen, paden, anders = vind_bestanden(genoemd, map_)
    ruw = [lees_ruw(pad, kennis, volg) for pad in (*eigen, *paden)]
    titels = dict(sorted(deel for bestand in ruw for deel in bestand.titels.items()))
    delen = [_lees(deel, kennis, titels) for deel in ruw]
    goed, fouten = keur(delen, titels, zonder_foute=zonder_foute)
    uniek, kopieen = zonder_kopieen(goed)
    van_ons = [melding for melding in fouten if melding.plek.bestand in EIGENBESTANDEN]
    fouten_nu = van_ons if zonder_foute and goed else [*anders, *fouten]
    fouten_nu += twee_van_een_lid(uniek, kennis)
    beslissingen, eerder = lees_beslist(map_ / SAMENVOEGBESTAND, kennis, velden, titels_van(uniek))
    samen = voeg_samen(uniek, beslissingen, velden)
    fouten_nu += over_keuzes(samen, beslissingen)
    fouten_nu += dubbele_voorkeuren(samen, instellingen)
    if not fouten_nu:
        fouten_nu += kringen(samen, beslissingen)
    vorig = vorig_dossier(map_)
    verslag = Verslag(
        instellingen,
        profiel,
        samen,
        beslissingen,
        kopieen,
        tuple(sorted({*anders, *fouten})),
        tuple(opmerkingen_van(ruw, uniek)),
        tuple(deel for deel in eerder if deel.wie not in {inbreng.wie for inbreng in uniek}),
        tuple(sorted(vorig.codes - samen.opgegaan.wordt.keys())),
        tuple(sorted(vorig.sprekers - {oordeel.wie for oordeel in samen.oordelen})),
    )
    return Samenvoeging(map_, kader, verslag, tuple(sorted(set(fouten_nu))))


def _lees(
    ruw: Ruwbestand, kennis: Regiokennis, titels: Mapping[str, str]
) -> tuple[Inbreng, list[Melding]]:
    """What a file brings in, and what is wrong in it."""
    if ruw.tabellen["onderwerpen"] is None:
        return Inbreng(ruw.leesbare_naam, VAN_NIEMAND), ruw.meldingen
    in_naam = None if ruw.naam in EIGENBESTANDEN else leden_in_naam(ruw.naam, kennis.profiel)
    return Inbrenglezer(ruw, kennis, titels).lees(in_naam), ruw.meldingen


_NIET_VAN_ONS = (
    " niet zoals agenda samenvoegen dit hier schreef: misschien is er met de hand aan gewerkt. Er"
    f" is niets geschreven. Zijn het onderwerpen van uzelf? Geef het bestand de naam"
    f" {EIGENBESTANDEN[1]}: dan doen ze mee. Of schrijf eroverheen met --vervang."
)


_NIETS_MEER = (
    "daar staan onderwerpen in, en in deze werkmappen staat er geen. Er is niets geschreven. Is dit"
    f" een tweede ronde? Geef dat bestand de naam {EIGENBESTANDEN[1]}: dan doen ze weer mee. Of"
    " schrijf eroverheen met --vervang."
)


class Geschreven(NamedTuple):
    """What was written; `sjabloon_weg` when the empty template made place for it."""

    namen: tuple[str, ...]
    sjabloon_weg: bool


def schrijf_dossier(werk: Samenvoeging, *, vervang: bool = False) -> Geschreven:
    """Write what was put together, or only the questions when there is no dossier without answers.

    Args:
        vervang: write also over what somebody changed by hand.

    Raises:
        Invoerfout: there is more than a file may hold.
        Bestandsfout: a file is locked, or somebody else wrote it; nothing has changed.
    """
    map_, samen = werk.map_, werk.verslag.samen
    if werk.verslag.vervallen and not samen.onderwerpen and not vervang:
        raise Bestandsfout(str(map_ / ONDERWERPEN), _NIETS_MEER)
    bestanden = {} if werk.zonder_keuze else dossierbestanden(samen)
    vrij = {SAMENVOEGBESTAND: samenvoegmap(werk.verslag)}
    weg = () if werk.zonder_keuze else [n for n in MOGELIJK if n not in bestanden]
    with ExitStack() as terug:
        sjabloon_weg = bool(bestanden) and _haal_leeg_sjabloon_weg(werk, terug)
        schrijf_als_invoer(map_, bestanden, vrij, weg, _NIET_VAN_ONS, vervang=vervang)
        terug.pop_all()
    return Geschreven((*bestanden, *vrij), sjabloon_weg)


def _eis_plaats(map_: Path, kader: Kader) -> None:
    """Refuse a dossier with topics or answers in another file than those that are written.

    Raises:
        Bestandsfout: there is such a file.
    """
    anders = [naam for naam in ONDERWERPBESTANDEN if naam != ONDERWERPEN]
    for naam in (*anders, *(naam for naam in OORDELENBESTANDEN if naam != OORDELEN)):
        pad = map_ / naam
        if not pad.exists() or _is_leeg_sjabloon(pad, kader):
            continue
        reden = "staat er al, en wordt niet veranderd. Er is niets geschreven."
        if naam in anders:
            eigen = EIGENBESTANDEN[0].partition(".")[0] + pad.suffix
            reden += f" Zijn het onderwerpen van uzelf? Geef het bestand de naam {eigen}: dan doen"
            reden += " ze mee. Zo niet: zet het in een andere map."
        else:
            reden += " Zet het in een andere map."
        raise Bestandsfout(str(pad), reden)


def _is_leeg_sjabloon(pad: Path, kader: Kader) -> bool:
    """Whether it is the template of a new dossier, in which nobody filled in anything."""
    if pad.suffix != ".xlsx":
        return False
    jaar, peildatum = kader.instellingen.jaar, kader.instellingen.peildatum
    vers = maak_sjabloon(jaar, peildatum, kader.profiel, kader.regelset)
    return lees_bytes(pad, pad.name) == vers


def _haal_leeg_sjabloon_weg(werk: Samenvoeging, terug: ExitStack) -> bool:
    """Take away the template in which nobody filled in anything; says whether it was there."""
    pad = werk.map_ / ONDERWERPBESTANDEN[0]
    if not pad.exists() or not _is_leeg_sjabloon(pad, werk.kader):
        return False
    haal_weg(pad, terug)
    return True
