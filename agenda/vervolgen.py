"""Make the dossier of a new year from that of an old one, or from what was decided on it."""

from __future__ import annotations

import filecmp
from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.invoer import DOSSIERBESTAND
from agenda.invoer.dossier import lees_dossier
from agenda.invoer.instellingenvervolg import VAN_HET_JAAR as INSTELLINGEN_VAN_HET_JAAR
from agenda.invoer.instellingenvervolg import nieuwe_van_oude
from agenda.invoer.nakijkplekken import met_nakijken, naam_van, veldnamen
from agenda.invoer.oordeelcontrole import zonder_oordelen
from agenda.invoer.profielmap import bestaat, meegeleverde_profielen
from agenda.invoer.sjabloonbladen import sjabloonbladen
from agenda.invoer.vervolgbestanden import (
    VAN_HET_JAAR,
    Vervolgbestanden,
    vervolgbestanden,
)
from agenda.invoer.vervolgcontrole import eis_gelijk, lees_terug
from agenda.invoer.voortgangvervolg import voortgangsbestanden
from agenda.nieuw import nieuw_dossier, schrijf_samen, weiger_bestaand, zinnen_op
from agenda.onderwerp.invullijst import invullijst
from agenda.opslag.besluitmap import PROFIEL, RANGLIJSTBESTAND, is_besluitmap, werkelijk
from agenda.opslag.rollen import REGIOBESTAND
from agenda.opslag.verwijzing import leidt_naar, pad_naar
from agenda.volgen import dossier_van, laatste_besluit, ooit_vastgesteld, standfeiten
from agenda.voortgang.nakijken import Nakijkpunt, Vorig, nakijkpunten
from agenda.voortgang.overgang import Overgang, maak_overgang
from agenda.weergave.voortgang.vervolg import Punt, Vervolg
from regels.lezen.tekst import geen_tekst, lees_tekst, schone_tekst
from regels.melding import Invoerfout, Melding, Plek
from regels.taal import opsomming, toon
from regels.volger import Volger, stil

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from agenda.invoer.dossier import GelezenDossier
    from agenda.nieuw import NieuwDossier

_MAX_PAD = 300
"""So long may a text in dossier.yaml be."""


class _Oud(NamedTuple):
    """The year that is gone on from.

    Attributes:
        map_: the dossier, where progress is written down.
        besluitmap: the decision that it is read from; None when nothing was adopted.
    """

    gelezen: GelezenDossier
    map_: Path
    besluitmap: Path | None


def vervolg(
    doel: Path, jaar: int, van: Path, themas: Path | None = None, volg: Volger = stil
) -> Vervolg:
    """Make the dossier of a year out of that of an earlier one; all is written, or nothing is.

    Args:
        doel: the new folder.
        jaar: the new year.
        van: the old dossier, or a decision on it.
        themas: a profile folder of the user's own, instead of the shipped ones.
        volg: shows progress.

    Raises:
        Invoerfout: the old year is wrong, or the folder already holds a dossier.
        Bestandsfout: a file is locked, or cannot be made.
    """
    weiger_bestaand(doel)
    oud = _lees_oud(van, themas, volg)
    instellingen = oud.gelezen.dossier.instellingen
    if jaar <= instellingen.jaar:
        verwacht = f"een dossier van vóór {jaar}"
        raise Invoerfout([Melding(Plek(str(van)), "jaar", toon(instellingen.jaar), verwacht)])
    nieuw = _nieuw(doel, jaar, oud, themas)
    dossier = oud.gelezen.dossier
    feiten = standfeiten(oud.map_, dossier, oud.gelezen.profiel)
    overgang = maak_overgang((o.code for o in dossier.onderwerpen), feiten)
    van_jaar, punten = _van_jaar(oud), _punten(oud, overgang, nieuw)
    besluit, waarom_niet = _verwijzing(oud, doel)
    gemaakt = _maak(oud, nieuw, jaar, overgang, _instellingen(oud, nieuw, jaar, besluit, van_jaar))
    bestanden, naam = gemaakt.bestanden, oud.gelezen.onderwerpen.bestand
    terug = lees_terug(bestanden, themas, volg)
    if terug is not None:
        eis_gelijk(oud.gelezen, terug, overgang.achter)
        lijst = invullijst(nieuw.profiel, nieuw.regelset.criteria)
        bestanden[naam] = met_nakijken(bestanden[naam], terug.onderwerpen, punten, lijst)
    schrijf_samen(doel, bestanden, lambda map_: _weiger(map_, bestanden))
    return Vervolg(
        jaar=instellingen.jaar,
        woorden=nieuw.profiel.woorden,
        bestand=naam,
        titels={o.code: o.titel for o in dossier.onderwerpen},
        overgang=overgang,
        besluit=oud.gelezen.besluit,
        vorig_besluit=besluit,
        geen_vorig=waarom_niet,
        punten=_met_naam((*van_jaar, *punten), nieuw),
        achtergelaten=tuple(_achtergelaten(oud)),
        veranderd=tuple(_sinds_besluit(oud)),
        zonder_kolom=gemaakt.zonder_kolom,
        bladen=gemaakt.bladen,
        herschreven=gemaakt.zonder_opmerkingen,
        leesbaar=terug is not None,
    )


def _maak(
    oud: _Oud, nieuw: NieuwDossier, jaar: int, overgang: Overgang, instellingen: tuple[str, bool]
) -> Vervolgbestanden:
    """Every file of the new dossier, before it says what must be looked at again.

    Args:
        instellingen: the text of dossier.yaml, and whether the remarks in the old one are in it.
    """
    gelezen, profiel, regelset = oud.gelezen, nieuw.profiel, nieuw.regelset
    zinnen = zinnen_op(regelset, nieuw.peildatum)
    bladen = sjabloonbladen(profiel, regelset.criteria, zinnen, jaar)
    gemaakt = vervolgbestanden(gelezen, overgang.achter, jaar, bladen, profiel, regelset)
    voortgang = voortgangsbestanden(
        oud.map_,
        gelezen.dossier,
        gelezen.profiel,
        overgang,
        (jaar, nieuw.peildatum),
        ooit_vastgesteld(oud.map_, gelezen.dossier),
    )
    tekst, met_opmerkingen = instellingen
    herschreven = (*gemaakt.zonder_opmerkingen, *voortgang.zonder_opmerkingen)
    return gemaakt._replace(
        bestanden={DOSSIERBESTAND: tekst.encode(), **gemaakt.bestanden, **voortgang.bestanden},
        zonder_opmerkingen=herschreven if met_opmerkingen else (*herschreven, DOSSIERBESTAND),
    )


def _lees_oud(van: Path, themas: Path | None, volg: Volger) -> _Oud:
    """The old year: what was decided last, as it was frozen, or else the dossier itself."""
    besluitmap = laatste_besluit(van)
    if besluitmap is None:
        return _Oud(lees_dossier(van, themas, volg), van, None)
    return _Oud(lees_dossier(besluitmap, volg=volg), dossier_van(besluitmap), besluitmap)


def _nieuw(doel: Path, jaar: int, oud: _Oud, themas: Path | None) -> NieuwDossier:
    """What the new dossier says and asks, in the region of the old one."""
    code = oud.gelezen.dossier.instellingen.profiel
    if themas is None and not bestaat(meegeleverde_profielen() / code / REGIOBESTAND):
        hulp = "geef de map van het profiel met --themas"
        if oud.besluitmap is not None:
            hulp += f"; dat van toen staat in {oud.besluitmap / PROFIEL}"
        verwacht = "een profiel dat bij het programma hoort"
        raise Invoerfout([Melding(Plek(DOSSIERBESTAND), "profiel", toon(code), verwacht, hulp)])
    # Whoever points at one profile means that one, whatever it is called.
    zelf = themas is not None and bestaat(themas / REGIOBESTAND)
    return nieuw_dossier(doel, jaar, themas, None if zelf else code)


def _punten(oud: _Oud, overgang: Overgang, nieuw: NieuwDossier) -> tuple[Nakijkpunt, ...]:
    dossier = oud.gelezen.dossier
    achter = overgang.achter
    titels = {o.code: o.titel for o in dossier.onderwerpen}
    vorig = Vorig(
        dossier.instellingen.jaar,
        {code: (titels[code], toestand) for code, toestand in achter.items()},
        {o.code: tuple(c for c in o.afhankelijk_van if c in achter) for o in dossier.onderwerpen},
    )
    mee = [o for o in dossier.onderwerpen if o.code not in achter]
    geldig = nieuw.regelset.op(nieuw.peildatum)
    criteria = [regel.code for regel in geldig if regel.soort == "criterium"]
    # The votes of the old year stay there, so what they said together is unknown again.
    eigen = zonder_oordelen(mee, dossier.oordelen)
    return nakijkpunten(eigen, vorig, nieuw.profiel, criteria, nieuw.peildatum)


def _van_jaar(oud: _Oud) -> tuple[Nakijkpunt, ...]:
    """What must be looked at again in the settings: how much work there is room for."""
    instellingen = oud.gelezen.dossier.instellingen
    if instellingen.capaciteit is None:
        return ()
    return (Nakijkpunt("", ("capaciteit",), "bedrag", f"dit was voor {instellingen.jaar}"),)


def _met_naam(punten: tuple[Nakijkpunt, ...], nieuw: NieuwDossier) -> tuple[Punt, ...]:
    namen = veldnamen(invullijst(nieuw.profiel, nieuw.regelset.criteria))
    return tuple(Punt(punt, naam_van(punt, namen)) for punt in punten)


def _verwijzing(oud: _Oud, doel: Path) -> tuple[str | None, str]:
    """Where the decision before stands, seen from the new folder; or why that cannot be said."""
    naar = oud.besluitmap
    genoemd = oud.gelezen.dossier.instellingen.vorig_besluit
    if naar is None and genoemd is not None and is_besluitmap(oud.map_ / genoemd):
        naar = oud.map_ / genoemd  # nothing was adopted since: it is still the last one
    if naar is None:
        return None, ""
    pad = pad_naar(naar, doel)
    past = len(pad) <= _MAX_PAD and pad.isprintable() and schone_tekst(pad) == pad
    if not past or geen_tekst(pad) or not (leidt_naar(pad, doel) / RANGLIJSTBESTAND).is_file():
        return None, str(werkelijk(naar))
    return pad, ""


def _instellingen(
    oud: _Oud,
    nieuw: NieuwDossier,
    jaar: int,
    besluit: str | None,
    punten: tuple[Nakijkpunt, ...],
) -> tuple[str, bool]:
    tekst = lees_tekst(oud.gelezen.map_ / DOSSIERBESTAND, DOSSIERBESTAND)
    was = oud.gelezen.dossier.instellingen
    anders: dict[str, Any] = {"jaar": jaar, "peildatum": nieuw.peildatum}
    if nieuw.code != was.profiel:
        anders["profiel"] = nieuw.code
    if besluit is not None:
        anders["vorig_besluit"] = besluit
    return nieuwe_van_oude(tekst, anders, {punt.pad[0]: punt.zin for punt in punten})


def _achtergelaten(oud: _Oud) -> list[str]:
    """What belongs to the old year and stays there: files, and settings in dossier.yaml."""
    dossier = oud.gelezen.dossier
    namen = [naam for naam in VAN_HET_JAAR if (oud.gelezen.map_ / naam).exists()]
    if dossier.feiten:
        namen += [f"«{naam}» in {DOSSIERBESTAND}" for naam in INSTELLINGEN_VAN_HET_JAAR]
    return namen


def _sinds_besluit(oud: _Oud) -> list[str]:
    """Files of the dossier that say something else than what was frozen with the decision."""
    if oud.besluitmap is None:
        return []
    return [
        pad.name
        for pad in sorted(oud.gelezen.map_.iterdir())
        if (hier := oud.map_ / pad.name).is_file() and not filecmp.cmp(hier, pad, shallow=False)
    ]


def _weiger(doel: Path, bestanden: Mapping[str, bytes]) -> None:
    weiger_bestaand(doel)
    al = [naam for naam in bestanden if (doel / naam).exists()]
    if al:
        verwacht = "een map zonder dossier; er is niets overschreven"
        hulp = "kies een andere map: agenda nieuw JAAR MAP --vanaf OUD"
        raise Invoerfout([Melding(Plek(str(doel)), "", opsomming(al, "en"), verwacht, hulp)])
