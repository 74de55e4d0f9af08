"""Read a dossier: the folder of one agenda year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.invoer import DOSSIERBESTAND
from agenda.invoer.deelname import lees_deelname, lees_leden, meld_ongelezen
from agenda.invoer.dossiermap import eis_map
from agenda.invoer.ernaast import (
    open_antwoorden,
    open_begroting,
    open_kalender,
    open_oordelen,
)
from agenda.invoer.inspanning import vul_aan
from agenda.invoer.instellingen import (
    controleer_instellingen,
    controleer_vorm,
    feiten_van_jaar,
    lees_instellingen,
)
from agenda.invoer.namen import titels_van
from agenda.invoer.onderwerpen import (
    lees_onderwerpen,
    meld_ernaast,
    onderwerpen_uit,
    vind_onderwerpen,
)
from agenda.invoer.profiel import lees_profiel
from agenda.invoer.profielmap import vind_profiel
from agenda.invoer.regeltijd import meld_zonder_regel
from agenda.invoer.standaard import standaardprofiel
from agenda.invoer.tabelvorm import onderwerptabel, tabellen_ernaast
from agenda.invoer.weging import meld_ongelezen_weging, met_weging
from agenda.onderwerp.invullijst import GEEN_LIJST, invullijst
from agenda.onderwerp.omgeving import Omgeving
from agenda.onderwerp.onderwerp import Deelname, Dossier
from agenda.opslag.besluitmap import BESLUITBESTAND, INVOER, PROFIEL, is_besluitmap
from regels.melding import Invoerfout, Melding
from regels.volger import Volger, stil

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.invoer.oordelen import Oordelenbestand
    from agenda.kennis.profiel import Profiel
    from agenda.rangorde.besluit import Besluit
    from regels.lezen.yaml import Gelezen
    from regels.regelset import Regelset


class GelezenDossier(NamedTuple):
    """A dossier with the knowledge and rules that it is judged by.

    Attributes:
        onderwerpen: what the file with topics says, for the places of warnings.
        map_: where the dossier stands; of a decision the folder inside it.
        profielmap: where the profile stands.
        besluit: what was decided, when it is the dossier of a decision.
        oordelen: what the file with answers of municipalities says; None without one.
    """

    dossier: Dossier
    profiel: Profiel
    regelset: Regelset
    onderwerpen: Gelezen
    map_: Path
    profielmap: Path
    besluit: Besluit | None = None
    oordelen: Oordelenbestand | None = None

    def waarschuwingen(self) -> tuple[Melding, ...]:
        """What is not wrong in the topics, but will be asked about."""
        from agenda.invoer.controle import waarschuwingen_bij  # most commands do not ask

        lijst = invullijst(self.profiel, self.regelset.criteria)
        onderwerpen = self.dossier.onderwerpen
        over: tuple[Melding, ...] = ()
        if self.oordelen:
            from agenda.invoer.oordeelcontrole import over_oordelen, zonder_oordelen

            over = tuple(over_oordelen(self.oordelen, self.profiel, lijst.criteria, onderwerpen))
            onderwerpen = zonder_oordelen(onderwerpen, self.oordelen.oordelen)
        return tuple(sorted((*waarschuwingen_bij(self.onderwerpen, onderwerpen, lijst), *over)))


def lees_dossier(map_: Path, themas: Path | None = None, volg: Volger = stil) -> GelezenDossier:
    """Read a dossier and check everything in it.

    Args:
        map_: the folder, or that of a decision.
        themas: a profile folder of the user's own, instead of the shipped or the frozen one.
        volg: shows progress.

    Raises:
        Invoerfout: with every fault, in whatever file.
        Bestandsfout: a file is locked.
    """
    meldingen: list[Melding] = []
    map_, bewaard, besluit = _vind_dossier(map_)
    rauw = lees_instellingen(map_, meldingen)
    bestand = vind_onderwerpen(map_, meldingen)
    try:
        profielmap = _vind_profiel(rauw, themas or bewaard)
        profiel, regelset = lees_profiel(profielmap)
    except Invoerfout as fout:
        # Without a profile only the form of the topics can be checked.
        if bestand.endswith(".yaml"):
            lees_onderwerpen(map_ / bestand, (onderwerptabel(GEEN_LIJST),), meldingen, stil)
        if rauw is not None:
            controleer_vorm(rauw, meldingen)
        raise fout.met(meldingen) from fout
    criteria = regelset.criteria
    lijst = invullijst(profiel, criteria)
    vormen = (onderwerptabel(lijst), *tabellen_ernaast(profiel, criteria))
    tabellen: dict[str, Gelezen | None] = {}
    if bestand:
        delen = lees_onderwerpen(map_ / bestand, vormen, meldingen, volg)
        tabellen = {vorm.naam: deel for vorm, deel in zip(vormen, delen, strict=True)}
    gelezen = tabellen.pop("onderwerpen", None)
    deelname: tuple[Deelname, ...] = ()
    oordelen: Oordelenbestand | None = None
    titels = None
    if (ruw := _onderwerpen_in(gelezen)) is not None:
        titels = titels_van(ruw)
        paren = lees_deelname(map_, profiel, titels, tabellen.get("deelname"), meldingen)
        deelname = paren.deelname
        vul_aan(ruw, paren.inspanning, meldingen)
        oordelen = open_oordelen(map_, profiel, criteria, titels, meldingen)
    onderwerpen = onderwerpen_uit(gelezen, profiel, lijst, meldingen) if gelezen else ()
    leden = lees_leden(map_, profiel, tabellen.get("leden"), meldingen)
    begroting = open_begroting(map_, profiel, meldingen)
    feiten = feiten_van_jaar(rauw, profiel, meldingen) if rauw else {}
    if rauw is not None:
        rauw = met_weging(rauw, map_, tabellen, profiel, criteria, meldingen)
    omgeving = Omgeving(profiel, criteria)
    instellingen = controleer_instellingen(rauw, omgeving, regelset, meldingen)
    antwoorden = open_antwoorden(map_, omgeving, regelset, instellingen, meldingen)
    jaar = instellingen.jaar if instellingen else None
    kalender = open_kalender(map_, jaar, profiel, titels, meldingen)
    vorige: tuple[str, ...] | None = ()
    if instellingen is not None and instellingen.vorig_besluit is not None:
        from agenda.invoer.vorige import lees_vorige  # most dossiers name no decision before it

        genoemd = instellingen.vorig_besluit
        vorige = lees_vorige(map_, genoemd, meldingen, bevroren=besluit is not None)
    if gelezen is None or rauw is None:
        raise Invoerfout(meldingen)
    gelezen.opmerkingen.extend(meld_ernaast(map_, bestand))
    if instellingen is not None:
        gelezen.opmerkingen.extend(meld_zonder_regel(rauw, regelset, instellingen.peildatum))
    gelezen.opmerkingen.extend(meld_ongelezen(map_, profiel))
    gelezen.opmerkingen.extend(meld_ongelezen_weging(map_, criteria))
    gelezen.opmerkingen.extend(o for deel in tabellen.values() if deel for o in deel.opmerkingen)
    if meldingen or instellingen is None:
        from agenda.invoer.leesbaar import Dossierfout  # a right dossier does not need it

        raise Dossierfout(meldingen, gelezen, profiel, regelset)
    stemmen = oordelen.oordelen if oordelen else ()
    if stemmen:
        from agenda.invoer.oordelen import meld_eigen_criteria, met_oordelen

        gelezen.opmerkingen.extend(meld_eigen_criteria(gelezen, onderwerpen, stemmen))
        onderwerpen = met_oordelen(onderwerpen, stemmen, criteria)
    ernaast = (begroting, vorige, kalender, stemmen, antwoorden)
    dossier = Dossier(instellingen, onderwerpen, feiten, leden, deelname, *ernaast)
    return GelezenDossier(dossier, profiel, regelset, gelezen, map_, profielmap, besluit, oordelen)


def _onderwerpen_in(gelezen: Gelezen | None) -> list[Any] | None:
    """What a file says of topics, right or wrong; None when it holds no list of them."""
    waarde = gelezen.waarde if gelezen else None
    lijst = waarde.get("onderwerpen") if isinstance(waarde, dict) else None
    return lijst if isinstance(lijst, list) else None


def lees_profiel_van(map_: Path, themas: Path | None = None) -> tuple[Profiel, Regelset]:
    """The profile of a dossier and its rules; of the standard profile where there is no dossier.

    Raises:
        Invoerfout: with every fault.
    """
    map_, bewaard, _ = _vind_dossier(map_)
    eis_map(map_)
    meldingen: list[Melding] = []
    rauw = lees_instellingen(map_, meldingen) if (map_ / DOSSIERBESTAND).exists() else None
    if meldingen:
        raise Invoerfout(meldingen)
    return lees_profiel(_vind_profiel(rauw, themas or bewaard))


class _Vindplaats(NamedTuple):
    """Where a dossier is read from.

    Attributes:
        map_: the folder with dossier.yaml and the topics.
        profielmap: the profile that was frozen with it; None outside a decision.
        besluit: what was decided; None outside a decision.
    """

    map_: Path
    profielmap: Path | None = None
    besluit: Besluit | None = None


def _vind_dossier(map_: Path) -> _Vindplaats:
    """Where the dossier stands that a user points at: a dossier folder, or that of a decision.

    What a decision was made from is held against its receipt first.

    Raises:
        Invoerfout: the receipt or the decision cannot be read, or the input of the decision is
            not what it was.
    """
    if not is_besluitmap(map_):
        return _Vindplaats(map_)
    from agenda.invoer.besluit import lees_besluit  # most dossiers are no decision
    from agenda.invoer.ontvangstbewijs import controleer_ontvangst

    controleer_ontvangst(map_, alleen=(f"{INVOER}/", f"{PROFIEL}/", BESLUITBESTAND))
    return _Vindplaats(map_ / INVOER, map_ / PROFIEL, lees_besluit(map_))


def _vind_profiel(rauw: Gelezen | None, themas: Path | None) -> Path:
    """The folder of the profile that a dossier names, or of the standard one."""
    if rauw is None:
        return vind_profiel(standaardprofiel(), themas)
    code = rauw.waarde.get("profiel") or standaardprofiel()
    return vind_profiel(code, themas, rauw.plek(("profiel",)))
