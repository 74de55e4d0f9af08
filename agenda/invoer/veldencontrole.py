"""What can be wrong in a profile of form 2: its own fields, and who does what when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.feiten.waarneming import VASTE_FEITEN, basisvelden
from agenda.invoer.kringmelding import meld_kringen
from agenda.invoer.sleutelcontrole import controleer_sleutels
from agenda.kennis.velden import Profielveld
from agenda.onderwerp.onderwerp import VELDEN
from regels.melding import Melding
from regels.model import ZIET
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agenda.invoer.profiellijst import Lijst
    from agenda.kennis.profiel import Profiel
    from regels.lezen.yaml import Gelezen
    from regels.model import Veld

_BEZET = {*VASTE_FEITEN, "lid", "leden", "onderwerp", "onderwerpen", "bron", "feiten", "waarde"}
_KEUZES = ("keuze", "keuzes")
_TELT = {"som": "getal", "tekort": "getal", "totaal": "getal", "aantal": "getal"}
_LAGER = {
    "jaar": ("onderwerp", "lid", "deelname"),
    "onderwerp": ("deelname",),
    "lid": ("deelname",),
    "deelname": (),
}
"""Over what a total or a count can be, for a fact over each of these."""


def controleer_velden(lijst: Lijst, profiel: Profiel) -> Iterator[Melding]:
    """Fields that cannot be filled in, or cannot follow from others as they say."""
    eigen_namen = [veld.naam for veld in VELDEN]
    for nummer, veld in enumerate(lijst.delen):
        if veld.code in (*_BEZET, *eigen_namen):
            yield lijst.meld(nummer, "code", "een code die nog niet de naam van een veld is")
        yield from _vorm(lijst, nummer, veld)
        na = (*eigen_namen, *profiel.veld)
        if veld.na is not None and veld.na not in na:
            yield lijst.meld(nummer, "na", f"een van {opsomming(na)}", na)
        if veld.afgeleid is not None:
            yield from _afgeleid(lijst, nummer, veld, profiel)
    yield from _kringen(lijst, profiel)


def _vorm(lijst: Lijst, nummer: int, veld: Profielveld) -> Iterator[Melding]:
    """What must stand at a field, and what must not."""
    plek = lijst.gelezen.plek((lijst.naam, nummer))
    if veld.soort in _KEUZES and not veld.keuzes:
        yield Melding(plek, "keuzes", "geen keuzes", f"een lijst keuzes bij {toon(veld.soort)}")
    if veld.soort not in _KEUZES and veld.keuzes:
        yield Melding(plek, "keuzes", f"keuzes bij {toon(veld.soort)}", "geen keuzes")
    codes = [keuze.code for keuze in veld.keuzes]
    if len(set(codes)) < len(codes) or {"onbekend", "geen"} & set(codes):
        verwacht = "elke keuze één keer, en nooit «onbekend» of «geen»"
        yield Melding(plek, "keuzes", opsomming(codes, "en"), verwacht)
    if veld.afgeleid is None and not veld.vraag:
        yield Melding(plek, "vraag", "geen vraag", "de vraag die iemand beantwoordt (verplicht)")
    if veld.afgeleid is not None and veld.vraag:
        yield Melding(plek, "vraag", "een vraag bij een afgeleid feit", "geen vraag")


def _afgeleid(lijst: Lijst, nummer: int, veld: Profielveld, profiel: Profiel) -> Iterator[Melding]:
    """A fact that follows from others: in one way, from facts that are there and fit."""
    afgeleid = veld.afgeleid
    assert afgeleid is not None  # noqa: S101 - only those are asked for
    plek = lijst.gelezen.plek((lijst.naam, nummer, "afgeleid"))
    if len(afgeleid.wijzen) != 1:
        gevonden = opsomming(afgeleid.wijzen, "en") or "niets"
        verwacht = "precies één van som, tekort, totaal, aantal of volgorde"
        yield Melding(plek, "afgeleid", gevonden, verwacht)
        return
    (wijze,) = afgeleid.wijzen
    if veld.soort != _TELT.get(wijze, "ja-nee"):
        verwacht = f"{_TELT.get(wijze, 'ja-nee')}, want dat geeft {wijze}"
        yield lijst.meld(nummer, "soort", verwacht)
    for moment in afgeleid.volgorde or ():
        if moment not in profiel.moment:
            hulp = bedoelde_u(moment, profiel.moment)
            verwacht = f"een moment: {opsomming(profiel.moment) or 'er zijn er geen'}"
            yield Melding(plek, "afgeleid", toon(moment), verwacht, hulp)
    vast = {v.naam: v for v in basisvelden(profiel) if v.naam not in profiel.veld and not v.keuzes}
    bekend: dict[str, Profielveld | Veld] = {**profiel.veld, **vast}
    for naam in afgeleid.velden:
        if naam not in bekend:
            verwacht = f"een veld: {opsomming(bekend)}"
            yield Melding(plek, "afgeleid", toon(naam), verwacht, bedoelde_u(naam, bekend))
        elif (fout := _past_niet(wijze, veld, bekend[naam])) is not None:
            yield Melding(plek, "afgeleid", toon(naam), fout)


def _past_niet(wijze: str, veld: Profielveld, deel: Profielveld | Veld) -> str | None:
    """What a part must be, when it is something else.

    Args:
        deel: a field of the profile, or a number that every region has.
    """
    soort = deel.soort if isinstance(deel, Profielveld) else "getal"
    if wijze == "aantal" and soort != "ja-nee":
        return "een veld van ja of nee"
    if wijze != "aantal" and soort != "getal" and not (wijze == "som" and _telbaar(deel)):
        return "een veld met een getal" + (", of keuzes met een getal" if wijze == "som" else "")
    over = _LAGER[veld.over] if wijze in ("totaal", "aantal") else ZIET[veld.over]
    if deel.over not in over:
        return f"een feit over {opsomming(over) or 'iets anders'}"
    return None


def _telbaar(deel: Profielveld | Veld) -> bool:
    """Whether it holds several choices that each count for a number."""
    if not isinstance(deel, Profielveld) or deel.soort != "keuzes":
        return False
    return all(keuze.getal is not None for keuze in deel.keuzes)


def _kringen(lijst: Lijst, profiel: Profiel) -> Iterator[Melding]:
    """Facts that follow from themselves, through whatever detour."""
    plekken = {
        (veld.code, deel): lijst.gelezen.plek((lijst.naam, nummer, "afgeleid"))
        for nummer, veld in enumerate(lijst.delen)
        if veld.afgeleid is not None
        for deel in veld.afgeleid.velden
        if deel in profiel.veld
    }
    yield from meld_kringen(plekken, "afgeleid", "feiten die uit elkaar volgen zonder kring")


def controleer_vorm(
    profiel: Profiel, gelezen: Mapping[str, Gelezen], samenwerkingen: Lijst, momenten: Lijst
) -> Iterator[Melding]:
    """What does not fit in the region, its cooperations, its moments and its steps."""
    regio = profiel.regio
    if regio.aantal_leden is not None and len(regio.leden) > regio.aantal_leden:
        plek = gelezen["regio.yaml"].plek(("aantal_leden",))
        verwacht = f"minstens {len(regio.leden)}: zoveel staan er bij leden"
        yield Melding(plek, "aantal_leden", toon(regio.aantal_leden), verwacht)
    yield from controleer_sleutels(samenwerkingen, profiel)
    for nummer, moment in enumerate(momenten.delen):
        if moment.van and moment.tot and moment.tot < moment.van:
            yield momenten.meld(nummer, "tot", f"een dag op of na {moment.van}")
    if "gremia.yaml" in gelezen:
        yield from _gremia(profiel, gelezen["gremia.yaml"])
    if "route.yaml" in gelezen:
        yield from _stappen(profiel, gelezen["route.yaml"])


def _gremia(profiel: Profiel, gelezen: Gelezen) -> Iterator[Melding]:
    """Who decides follows from the steps; that a body may not is a fact with a source."""
    namen = [deel.get("code") for deel in gelezen.waarde["gremia"]]
    for gremium in profiel.gremia:
        pad = ("gremia", namen.index(gremium.code))
        if gremium.beslist == "ja":
            hulp = "geef een stap in route.yaml de rol besluit"
            plek = gelezen.plek((*pad, "beslist"))
            yield Melding(plek, "beslist", "«ja»", "nee, of niets", hulp)
        elif gremium.beslist == "nee" and gremium in profiel.beslissers:
            plek, verwacht = gelezen.plek((*pad, "beslist")), "geen stap met de rol besluit"
            yield Melding(plek, "beslist", "«nee» bij een gremium dat besluit", verwacht)
        if gremium.beslist == "nee" and gremium.bron_besluit is None:
            verwacht = "waar staat dat dit gremium niet beslist (verplicht bij beslist: nee)"
            yield Melding(gelezen.plek(pad), "bron_besluit", "niets", verwacht)


def _stappen(profiel: Profiel, gelezen: Gelezen) -> Iterator[Melding]:
    if not profiel.wegen:
        verwacht = "een lijst wegen, de gewone eerst"
        yield Melding(gelezen.plek(()), "wegen", "geen wegen", verwacht)
        return
    for nummer, stap in enumerate(profiel.route):
        pad = ("stappen", nummer)
        if stap.weg not in profiel.weg:
            hulp = bedoelde_u(stap.weg, profiel.weg)
            plek = gelezen.plek((*pad, "weg"))
            yield Melding(plek, "weg", toon(stap.weg), f"een van {opsomming(profiel.weg)}", hulp)
        if stap.rol is None:
            verwacht = "wat het gremium doet, zoals adviseert (verplicht)"
            yield Melding(gelezen.plek(pad), "rol", "niets", verwacht)
        termijn = stap.termijn
        if termijn is None:
            continue
        plek = gelezen.plek((*pad, "termijn"))
        if (termijn.uren is None) == (termijn.dagen_voor is None):
            yield Melding(plek, "termijn", "twee termijnen, of geen", "uren, of dagen_voor")
        if (termijn.dagen_voor is None) != (termijn.gremium is None):
            verwacht = "een gremium bij dagen_voor, en alleen daar"
            yield Melding(plek, "termijn", "dagen_voor en gremium horen bij elkaar", verwacht)
        elif termijn.gremium is not None and termijn.gremium not in profiel.gremium:
            namen = opsomming(profiel.gremium)
            verwacht = f"een van {namen}" if namen else "niets: er zijn geen gremia"
            hulp = bedoelde_u(termijn.gremium, profiel.gremium)
            plek = gelezen.plek((*pad, "termijn", "gremium"))
            yield Melding(plek, "termijn.gremium", toon(termijn.gremium), verwacht, hulp)
