"""Put the workbooks of members together into one dossier: what differs is asked, never guessed."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from agenda.invoer.beslist import BLAD, lees_beslist
from agenda.invoer.dossier import lees_profiel_van
from agenda.invoer.inbreng import Inbrenglezer, Regiokennis, Ruwbestand, lees_ruw
from agenda.invoer.inbrengbestanden import leden_in_naam, vind_bestanden
from agenda.invoer.instellingen import controleer_instellingen, lees_instellingen
from agenda.invoer.kringmelding import meld_kringen
from agenda.invoer.samengevoegd import MOGELIJK, ONDERWERPEN, OORDELEN, dossierbestanden
from agenda.nieuw import maak_sjabloon
from agenda.onderwerp.invullijst import ALLE, deelnamelijst, invullijst, ledenlijst
from agenda.onderwerp.omgeving import Omgeving
from agenda.opslag.export import schrijf_als_invoer
from agenda.opslag.rollen import (
    EIGENBESTANDEN,
    ONDERWERPBESTANDEN,
    OORDELENBESTANDEN,
    SAMENVOEGBESTAND,
    weiger_in_besluit,
)
from agenda.samenvoeging.inbreng import VAN_NIEMAND, GeenLeden, Inbreng
from agenda.samenvoeging.samenvoegen import Velden, voeg_samen
from agenda.samenvoeging.verslag import Kopie, Verslag
from agenda.samenvoeging.waarden import celtekst
from agenda.stuk.vormen.excel.samenvoeging import samenvoegmap
from regels.lezen.tekst import lees_bytes
from regels.melding import Bestandsfout, Invoerfout, Melding, Plek
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from agenda.onderwerp.instellingen import Instellingen
    from agenda.samenvoeging.beslissingen import Beslissingen
    from agenda.samenvoeging.samenvoegen import Samengevoegd
    from regels.regelset import Regelset
    from regels.volger import Volger


class _Kader(NamedTuple):
    """What the dossier says before there are topics."""

    instellingen: Instellingen
    kennis: Regiokennis
    regelset: Regelset


@dataclass(frozen=True, slots=True)
class Samenvoeging:
    """What was read and put together; nothing is written yet.

    Attributes:
        map_: the dossier.
        fouten: what stands in the way; with these nothing of the dossier is written.
    """

    map_: Path
    kader: _Kader
    verslag: Verslag
    fouten: tuple[Melding, ...]

    @property
    def zonder_keuze(self) -> tuple[Melding, ...]:
        """The choices without which there is no dossier; with other faults nobody is asked yet."""
        return () if self.fouten else tuple(_zonder_keuze(self.verslag))


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
    kader = _lees_dossierkader(map_, themas)
    instellingen, kennis, _ = kader
    _eis_plaats(map_, kader)
    velden = _velden(kennis)
    vaste = (*ONDERWERPBESTANDEN, *EIGENBESTANDEN, SAMENVOEGBESTAND)
    paden, anders = vind_bestanden(genoemd, [map_ / naam for naam in vaste])
    eigen = _eigen_bestand(map_)
    ruw = [lees_ruw(pad, kennis, volg) for pad in (*paden, *eigen)]
    titels = _titels(ruw)
    delen = [_lees(deel, kennis, titels) for deel in ruw]
    goed, fouten = _keur(delen, titels, zonder_foute=zonder_foute)
    uniek, kopieen = _zonder_kopieen(goed)
    fouten_nu = [] if zonder_foute else [*anders, *fouten]
    fouten_nu += _twee_van_een_lid(uniek, kennis)
    beslissingen, eerder = lees_beslist(map_ / SAMENVOEGBESTAND, kennis, velden, _titels_van(uniek))
    samen = voeg_samen(uniek, beslissingen, velden)
    fouten_nu += _over_keuzes(samen, beslissingen)
    fouten_nu += _dubbele_voorkeuren(samen, instellingen)
    if not fouten_nu:
        fouten_nu += _kringen(samen, beslissingen)
    verslag = Verslag(
        instellingen,
        kennis.profiel,
        samen,
        beslissingen,
        kopieen,
        tuple(sorted({*anders, *fouten})),
        tuple(_opmerkingen(ruw, uniek)),
        tuple(deel for deel in eerder if deel.wie not in {inbreng.wie for inbreng in uniek}),
    )
    return Samenvoeging(map_, kader, verslag, tuple(sorted(set(fouten_nu))))


def _opmerkingen(ruw: Iterable[Ruwbestand], inbreng: Iterable[Inbreng]) -> Iterator[Melding]:
    """What must be known of the files that take part."""
    namen = {deel.bestand for deel in inbreng}
    for bestand in ruw:
        for tabel in bestand.tabellen.values():
            if tabel is not None and bestand.naam in namen:
                yield from tabel.opmerkingen


def _zonder_keuze(verslag: Verslag) -> Iterator[Melding]:
    """A title or theme on which files differ, each with the cells."""
    for verschil in verslag.samen.zonder_naam:
        code = verschil.sleutel.over.onderwerp
        gezegd = [f"{toon(celtekst(g.waarde))} ({g.plek})" for g in verschil.gezegd]
        verwacht = f"één {verschil.kop.lower()}"
        hulp = f"kies op het blad {BLAD} van {SAMENVOEGBESTAND}, en voeg opnieuw samen"
        plek = verschil.gezegd[0].plek
        gevonden = opsomming(gezegd, "en")
        yield Melding(plek, f"{code}: {verschil.kop}", gevonden, verwacht, hulp, code)


def _lees_dossierkader(map_: Path, themas: Path | None) -> _Kader:
    """The settings of the dossier, and what its region knows."""
    profiel, regelset = lees_profiel_van(map_, themas)
    weiger_in_besluit(map_)
    meldingen: list[Melding] = []
    rauw = lees_instellingen(map_, meldingen)
    criteria = regelset.criteria
    instellingen = controleer_instellingen(rauw, Omgeving(profiel, criteria), regelset, meldingen)
    if meldingen or instellingen is None:
        raise Invoerfout(meldingen)
    if not profiel.lid:
        raise GeenLeden(profiel.woorden.lid.meer)
    return _Kader(instellingen, Regiokennis(profiel, invullijst(profiel, criteria)), regelset)


def _velden(kennis: Regiokennis) -> Velden:
    profiel, lijst = kennis
    namen = {VAN_NIEMAND: "eigen", **{code: lid.naam for code, lid in profiel.lid.items()}}
    eigen = {
        soort: {veld.naam: veld for veld in deel.velden if veld.eigen}
        for soort, deel in (("lid", ledenlijst(profiel)), ("deelname", deelnamelijst(profiel)))
    }
    return Velden(
        {veld.naam: veld for veld in lijst.velden},
        eigen["lid"],
        eigen["deelname"],
        lijst.criteria,
        namen.__getitem__,
    )


def _eigen_bestand(map_: Path) -> list[Path]:
    """The file with topics of the region itself, if there is one.

    Raises:
        Invoerfout: there are more.
    """
    gevonden = [map_ / naam for naam in EIGENBESTANDEN if (map_ / naam).exists()]
    if len(gevonden) > 1:
        ook = f"ook {opsomming([pad.name for pad in gevonden[1:]], 'en')}"
        verwacht = f"hoogstens één van {opsomming(EIGENBESTANDEN)}"
        raise Invoerfout([Melding(Plek(gevonden[0].name), "", ook, verwacht)])
    return gevonden


def _titels(ruw: Iterable[Ruwbestand]) -> dict[str, str]:
    return dict(sorted(deel for bestand in ruw for deel in bestand.titels.items()))


def _titels_van(inbreng: Iterable[Inbreng]) -> dict[str, str]:
    return {
        deel.over.onderwerp: str(deel.velden["titel"].waarde)
        for bestand in inbreng
        for deel in bestand.onderwerpen
    }


def _lees(
    ruw: Ruwbestand, kennis: Regiokennis, titels: Mapping[str, str]
) -> tuple[Inbreng, list[Melding]]:
    """What a file brings in, and what is wrong in it."""
    if ruw.tabellen["onderwerpen"] is None:
        return Inbreng(ruw.naam, VAN_NIEMAND), ruw.meldingen
    in_naam = None if ruw.naam in EIGENBESTANDEN else leden_in_naam(ruw.naam, kennis.profiel)
    return Inbrenglezer(ruw, kennis, titels).lees(in_naam), ruw.meldingen


def _keur(
    delen: Sequence[tuple[Inbreng, list[Melding]]],
    titels: Mapping[str, str],
    *,
    zonder_foute: bool,
) -> tuple[list[Inbreng], list[Melding]]:
    """The files in which nothing is wrong, and what is wrong in the others.

    A file that names a topic of a file that is left out is left out too.
    """
    fouten = [melding for _, meldingen in delen for melding in meldingen]
    goed = [inbreng for inbreng, meldingen in delen if not meldingen]
    bekend = set(titels)
    while True:
        if zonder_foute:
            bekend = set(_titels_van(goed))
        mis = {inbreng.bestand: [*_onbekend_genoemd(inbreng, bekend, titels)] for inbreng in goed}
        nieuw = [melding for meldingen in mis.values() for melding in meldingen]
        fouten += nieuw
        goed = [inbreng for inbreng in goed if not mis[inbreng.bestand]]
        if not nieuw or not zonder_foute:
            return goed, fouten


def _onbekend_genoemd(
    inbreng: Inbreng, bekend: Collection[str], titels: Mapping[str, str]
) -> Iterator[Melding]:
    """What a file says of topics that are in no file that takes part."""
    genoemd = [
        *((stem.onderwerp, stem.plek) for stem in inbreng.stemmen),
        *((deel.over.onderwerp, deel.plek) for deel in inbreng.ernaast),
        *(
            (code, gezegd.plek)
            for deel in inbreng.onderwerpen
            if (gezegd := deel.velden.get("afhankelijk_van"))
            for code in gezegd.waarde
        ),
    ]
    for code, plek in dict.fromkeys(genoemd):
        if code in bekend or code in ("", ALLE):
            continue
        hulp = bedoelde_u(code, bekend)
        hulp = hulp or f"staat het al in het dossier? Zet het in {EIGENBESTANDEN[0]} in die map"
        if code in titels:
            hulp = "het staat in een bestand dat niet meedoet, omdat er fouten in staan"
        verwacht = "de code van een onderwerp in een van de bestanden"
        yield Melding(plek, "", toon(code), verwacht, hulp)


def _zonder_kopieen(alle: Iterable[Inbreng]) -> tuple[list[Inbreng], tuple[Kopie, ...]]:
    """Each content once: of files that say the same, the one with the shortest name."""
    uniek: dict[str, Inbreng] = {}
    kopieen = []
    for inbreng in sorted(alle, key=lambda deel: (len(deel.bestand), deel.bestand)):
        eerste = uniek.setdefault(repr(inbreng.inhoud), inbreng)
        if eerste is not inbreng:
            kopieen.append(Kopie(inbreng.bestand, eerste.bestand))
    return list(uniek.values()), tuple(sorted(kopieen))


def _twee_van_een_lid(alle: Iterable[Inbreng], kennis: Regiokennis) -> Iterator[Melding]:
    per: dict[str, list[str]] = {}
    for inbreng in alle:
        per.setdefault(inbreng.wie, []).append(inbreng.bestand)
    lid = kennis.profiel.woorden.lid
    for wie, namen in per.items():
        if wie != VAN_NIEMAND and len(namen) > 1:
            eerste, *andere = sorted(namen)
            naam = kennis.profiel.lid[wie].naam
            gevonden = f"nog een bestand van {naam}: {opsomming(map(toon, andere), 'en')}"
            verwacht = f"één bestand van {lid.elk}"
            hulp = "laat weg wat niet het laatste is"
            yield Melding(Plek(eerste), "", gevonden, verwacht, hulp)


def _over_keuzes(samen: Samengevoegd, beslissingen: Beslissingen) -> Iterator[Melding]:
    """What is wrong with choices that matter now."""
    for sleutel in (*(v.sleutel for v in samen.verschillen), *(p.sleutel for p in samen.lijkt_op)):
        yield from beslissingen.mis.get(sleutel, ())
    for code, *verder in samen.opgegaan.kringen:
        plek = min(r.plek for r in beslissingen.rijen if code in (r.over.onderwerp, r.ander))
        gevonden = f"keuzes waardoor {toon(code)} opgaat in {opsomming(map(toon, verder), 'en')}"
        verwacht = "keuzes waarbij één van die onderwerpen blijft"
        yield Melding(plek, "Keuze", gevonden, verwacht)


def _dubbele_voorkeuren(samen: Samengevoegd, instellingen: Instellingen) -> Iterator[Melding]:
    """The order of a member that stands in the settings of the dossier already."""
    for lid, volgorde in samen.voorkeuren.items():
        if lid in instellingen.voorkeuren:
            gevonden = f"een volgorde van {samen.velden.noem(lid)}, die ook in dossier.yaml staat"
            hulp = "haal haar daar weg bij «voorkeuren», of laat haar hier leeg"
            verwacht = "elke volgorde op één plek"
            yield Melding(volgorde.plek, "Voorkeuren", gevonden, verwacht, hulp)


def _kringen(samen: Samengevoegd, beslissingen: Beslissingen) -> Iterator[Melding]:
    """Topics that wait for each other in a circle, once the files are together."""
    veld = "afhankelijk_van"
    plekken = {
        (samen.opgegaan.wordt[deel.over.onderwerp], samen.opgegaan.wordt.get(naar, naar)): g.plek
        for inbreng in samen.inbreng
        for deel in inbreng.onderwerpen
        if (g := deel.velden.get(veld))
        for naar in g.waarde
    }
    gekozen = {rij.over.onderwerp: rij.plek for rij in beslissingen.rijen if rij.veld == veld}
    stappen = {
        (code, naar): plekken.get((code, naar)) or gekozen[code]
        for onderwerp in samen.onderwerpen
        for code in [onderwerp["code"]]
        for naar in onderwerp.get(veld, ())
    }
    kop = samen.velden.onderwerp[veld].kop
    yield from meld_kringen(stappen, kop, "onderwerpen die op elkaar wachten zonder kring")


_NIET_VAN_ONS = (
    " niet zoals agenda samenvoegen dit hier schreef: misschien is er met de hand aan gewerkt. Er"
    f" is niets geschreven. Zijn het onderwerpen van uzelf? Geef het bestand de naam"
    f" {EIGENBESTANDEN[1]}: dan doen ze mee. Of schrijf eroverheen met --vervang."
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
    bestanden = {} if werk.zonder_keuze else dossierbestanden(samen)
    vrij = {SAMENVOEGBESTAND: samenvoegmap(werk.verslag)}
    weg = () if werk.zonder_keuze else [n for n in MOGELIJK if n not in bestanden]
    with ExitStack() as terug:
        sjabloon_weg = bool(bestanden) and _haal_leeg_sjabloon_weg(werk, terug)
        schrijf_als_invoer(map_, bestanden, vrij, weg, _NIET_VAN_ONS, vervang=vervang)
        terug.pop_all()
    return Geschreven((*bestanden, *vrij), sjabloon_weg)


def _eis_plaats(map_: Path, kader: _Kader) -> None:
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


def _is_leeg_sjabloon(pad: Path, kader: _Kader) -> bool:
    """Whether it is the template of a new dossier, in which nobody filled in anything."""
    if pad.suffix != ".xlsx":
        return False
    jaar, peildatum = kader.instellingen.jaar, kader.instellingen.peildatum
    vers = maak_sjabloon(jaar, peildatum, kader.kennis.profiel, kader.regelset)
    return lees_bytes(pad, pad.name) == vers


def _haal_leeg_sjabloon_weg(werk: Samenvoeging, terug: ExitStack) -> bool:
    """Take away the template in which nobody filled in anything; says whether it was there."""
    pad = werk.map_ / ONDERWERPBESTANDEN[0]
    if not pad.exists() or not _is_leeg_sjabloon(pad, werk.kader):
        return False
    inhoud = pad.read_bytes()
    try:
        pad.unlink()
    except OSError as fout:
        reden = "kan niet weg. Is het nog open in een ander programma?"
        raise Bestandsfout(str(pad), reden) from fout
    terug.callback(pad.write_bytes, inhoud)
    return True
