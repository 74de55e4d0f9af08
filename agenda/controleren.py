"""Check a dossier with its register, and a decision with its receipt: all faults at once."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from agenda.exporteren import bestandsnamen
from agenda.invoer.besluitketen import Schakel, zoek_vorige
from agenda.invoer.controle import Controle
from agenda.invoer.dossier import lees_dossier
from agenda.invoer.leesbaar import Dossierfout
from agenda.invoer.onderwerpen import meld_ernaast, vind_onderwerpen
from agenda.invoer.ontvangstbewijs import versies
from agenda.invoer.registercontrole import controleer_met_register
from agenda.opslag.besluitmap import (
    BESLUITBESTAND,
    INVOER,
    MDTOBESTAND,
    MDTOMAP,
    PROFIEL,
    RANGLIJSTBESTAND,
    is_besluitmap,
    werkelijk,
)
from agenda.opslag.rollen import VOORTGANGBESTANDEN
from agenda.rangorde.prioritering import prioriteer
from agenda.regeltoetsen import over_regels
from agenda.registers.lezen import lees_register
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.vaststellen import maak_stukken, mdto_van
from agenda.volgen import laatste_besluit, lees_voortgang, volg_agenda
from agenda.weergave.ontbreekt import MINDER, minder
from regels.bevindingsoorten import als_fout
from regels.lezen.tekst import lees_bytes
from regels.melding import Bestandsfout, Invoerfout, Melding, Plek
from regels.volger import Volger, stil

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from agenda.invoer.bekrachtiging import Bekrachtigingsregister
    from agenda.invoer.dossier import GelezenDossier
    from agenda.invoer.ontvangstbewijs import Ontvangst

_MAX = 500_000_000
_HANGT_AF_VAN_PAKKETTEN = (".docx", ".pdf", ".xlsx")


def controleer_dossier(
    map_: Path,
    themas: Path | None = None,
    volg: Volger = stil,
    bewijzen: Sequence[str] = (),
    vorig: Path | None = None,
) -> Controle:
    """Check a dossier: its faults, and what will be asked about in what could be read.

    Of a decision every file is held against its receipt first, and made again when the program is
    still the same.

    Args:
        map_: the dossier, or a decision.
        themas: a profile folder of the user's own.
        volg: shows progress.
        bewijzen: each must be the SHA-256 of the receipt of the decision, or of the last line of
            what members decided on it.
        vorig: the decision that it must go on from.

    Raises:
        Bestandsfout: a file is locked.
    """
    ontvangst: Ontvangst | None = None
    register: Bekrachtigingsregister | None = None
    schakel = Schakel("")
    gelezen: GelezenDossier | None = None
    voortgang = Invoerfout([])
    over_voortgang: tuple[Melding, ...] = ()
    try:
        if is_besluitmap(map_):
            ontvangst, register = controleer_met_register(map_, bewijzen, vorig)
        elif map_.is_dir():
            voortgang, over_voortgang = _voortgang(map_, themas, volg)
        gelezen = lees_dossier(map_, themas, volg)
        lees_register(gelezen.map_, gelezen.profielmap)
        fouten, over = over_regels(gelezen.regelset)
        if fouten:
            raise als_fout(fouten)
        if ontvangst is not None:
            toen = lees_dossier(map_)
            schakel = zoek_vorige(map_, ontvangst, _elders(map_, toen, vorig))
            ontvangst = _maak_opnieuw(map_, toen, ontvangst, volg)
            ontvangst = replace(ontvangst, vorig_besluit=schakel.vorig)
        if voortgang.meldingen:
            raise voortgang
    except Invoerfout as fout:
        samen = fout if fout is voortgang else fout.met(voortgang.meldingen)
        return Controle(fout=samen, waarschuwingen=_ook_bij(fout, gelezen, map_))
    return Controle(
        bestand=gelezen.onderwerpen.bestand,
        aantal=len(gelezen.dossier.onderwerpen),
        waarschuwingen=(
            *schakel.meldingen,
            *over,
            *gelezen.waarschuwingen(),
            *over_voortgang,
        ),
        ontvangst=ontvangst,
        bekrachtigd=register,
    )


def _voortgang(
    map_: Path, themas: Path | None, volg: Volger
) -> tuple[Invoerfout, tuple[Melding, ...]]:
    """What is wrong in what was written down since the latest decision, and what will be asked."""
    er_is = [naam for naam in VOORTGANGBESTANDEN if (map_ / naam).exists()]
    if er_is and laatste_besluit(map_) is not None:
        try:
            return Invoerfout([]), lees_voortgang(volg_agenda(map_, themas, volg)).opmerkingen
        except Invoerfout as fout:
            return fout, ()
    return Invoerfout([]), ()


def _ook_bij(fout: Invoerfout, gelezen: GelezenDossier | None, map_: Path) -> tuple[Melding, ...]:
    """What will be asked about in what could be read, whatever is wrong elsewhere.

    Where nothing could: what may explain why faults that somebody mended are still there.
    """
    if isinstance(fout, Dossierfout):
        return fout.waarschuwingen()
    if gelezen is not None:
        return gelezen.waarschuwingen()
    bestand = "" if is_besluitmap(map_) or not map_.is_dir() else vind_onderwerpen(map_, [])
    return tuple(meld_ernaast(map_, bestand)) if bestand else ()


def _elders(map_: Path, gelezen: GelezenDossier, vorig: Path | None) -> Iterator[Path]:
    """Where the decision before this one may stand: as its dossier says, or as the user does."""
    genoemd = gelezen.dossier.instellingen.vorig_besluit
    if genoemd is not None:
        yield werkelijk(map_).parent.parent / genoemd
    if vorig is not None:
        yield vorig


def _maak_opnieuw(
    map_: Path, gelezen: GelezenDossier, ontvangst: Ontvangst, volg: Volger
) -> Ontvangst:
    """Make everything again from the frozen input, when this is the program that made it.

    Raises:
        Invoerfout: a file says something else than what follows from the input.
    """
    wie = ontvangst.versies.get("evaluatoren")
    zonder = minder()
    nu = versies(tuple(map(str, wie)) if isinstance(wie, list) else (), zonder)
    if ontvangst.versies.get("agenda") != nu["agenda"]:
        return ontvangst
    lijst = prioriteer(gelezen.dossier, gelezen.profiel, gelezen.regelset, volg)
    # Who judged the rules differs between machines; what they say does not.
    agenda = Jaaragenda(replace(lijst, evaluatoren=tuple(nu["evaluatoren"])), gelezen.besluit)
    alles_gelijk = ontvangst.versies == nu
    anders, niet_gemaakt = _anders(map_, agenda, gelezen, ontvangst, volg)
    namen = bestandsnamen(agenda)
    minder_in = {namen[vorm] for vorm in _vormen_met_minder(ontvangst, zonder)}
    meldingen = [
        Melding(Plek(pad), "", gevonden, "wat volgt uit de vastgelegde invoer")
        for pad, gevonden in anders
        if alles_gelijk or not (pad.endswith(_HANGT_AF_VAN_PAKKETTEN) or pad in minder_in)
    ]
    if meldingen:
        raise Invoerfout(meldingen)
    niet_vergeleken = sorted({*niet_gemaakt, *(pad for pad, _ in anders if pad in minder_in)})
    return replace(ontvangst, opnieuw=True, niet_vergeleken=tuple(niet_vergeleken))


def _vormen_met_minder(ontvangst: Ontvangst, hier: tuple[str, ...]) -> set[str]:
    """The forms that differ by what was missing there or is missing here, and not at both."""
    genoemd = ontvangst.versies.get("zonder")
    daar = [naam for naam in MINDER if isinstance(genoemd, list) and naam in genoemd]
    return {vorm for naam in {*daar} ^ {*hier} for vorm in MINDER[naam]}


def _anders(
    map_: Path, agenda: Jaaragenda, gelezen: GelezenDossier, ontvangst: Ontvangst, volg: Volger
) -> tuple[list[tuple[str, str]], list[str]]:
    """Every file that is not what follows from the input, and those that cannot be made here.

    Returns:
        File and what was found there; and the files.
    """
    van_vorm = bestandsnamen(agenda)
    namen = {naam: vorm for vorm, naam in van_vorm.items()}
    bewaard = {
        pad: lees_bytes(map_ / pad, pad, _MAX)
        for pad in ontvangst.bestanden
        if pad != MDTOBESTAND and not pad.startswith(f"{MDTOMAP}/")
    }
    stukken = {p for p in bewaard if not p.startswith((f"{INVOER}/", f"{PROFIEL}/"))}
    anders = [
        (pad, "een bestand dat niet bij een besluit hoort")
        for pad in sorted(stukken - {BESLUITBESTAND, RANGLIJSTBESTAND, *namen})
    ]
    vormen = [vorm for naam, vorm in namen.items() if naam in bewaard]
    register = lees_register(gelezen.map_, gelezen.profielmap, ook_later=False)
    gemaakt, niet = maak_stukken(agenda, register, vormen, volg)
    assert agenda.besluit is not None  # noqa: S101 - it was read from a decision
    archief = register.register.archief
    gemaakt |= mdto_van(agenda.ranglijst, agenda.besluit, archief, bewaard)
    for pad, inhoud in gemaakt.items():
        som = ontvangst.bestanden[pad].sha256 if pad in ontvangst.bestanden else ""
        if hashlib.sha256(inhoud).hexdigest() != som:
            anders.append((pad, "andere inhoud"))
    return anders, [van_vorm[vorm] for vorm in niet]


def bestand_met_onderwerpen(map_: Path) -> Path | None:
    """The file that was filled in; None when there is none, or more than one."""
    if is_besluitmap(map_):
        map_ = map_ / INVOER
    naam = vind_onderwerpen(map_, [])
    return map_ / naam if naam else None


def schrijf_gemarkeerd(werkmap: Path, controle: Controle, doel: Path) -> bool:
    """Write a copy of a workbook with every finding at its cell.

    Returns:
        False when the workbook cannot be read, and there is nothing to mark.

    Raises:
        Bestandsfout: there is a file with that name already, or it cannot be written.
    """
    from agenda.invoer.gemarkeerd import markeer
    from agenda.opslag.bestand import schrijf

    if doel.exists():
        reden = "bestaat al en wordt niet vervangen. Kies een andere naam, of haal het eerst weg."
        raise Bestandsfout(str(doel), reden)
    onleesbaar = any(m.plek == Plek(werkmap.name) for m in controle.fouten)
    if onleesbaar:
        return False
    inhoud = lees_bytes(werkmap, werkmap.name)
    schrijf(doel, markeer(inhoud, controle.fouten, controle.waarschuwingen))
    return True
