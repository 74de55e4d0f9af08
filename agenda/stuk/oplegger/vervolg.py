"""What it costs, and who does what next."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from agenda.jaar.begroten import te_verdelen
from agenda.kennis.route import ROLLEN
from agenda.stuk.blokken import Alinea, Deel
from agenda.stuk.oplegger.zinnen import aantal
from agenda.stuk.verklaringen import voorbehoud
from agenda.weergave.getallen import fte_tekst, getal
from agenda.weergave.uitleg.route import beslisser_in_zin
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import als_kop, in_zin
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.kennis.profiel import Profiel
    from agenda.kennis.route import Gremium, Routestap
    from agenda.stuk.blokken import Blok
    from agenda.uitleg.jaaragenda import Jaaragenda
    from regels.model import Uitkomst

_KEUZE = 2
"""With so many bodies that may decide, it depends on the topic which of them does."""


def financien(agenda: Jaaragenda) -> Iterator[Deel]:
    """What the topics on the list cost and ask, as far as that is filled in."""
    zinnen = [*_ingevuld(agenda), *_langs(agenda)] if agenda.volgorde else []
    if te_verdelen(agenda):
        zinnen.append("Wie wat betaalt, staat in ‘Wat het kost, en wie het betaalt’.")
    if zinnen:
        yield Deel("oplegger-financien", "Financiën", (Alinea(" ".join(zinnen)),))


def _ingevuld(agenda: Jaaragenda) -> Iterator[str]:
    woord = agenda.ranglijst.profiel.woorden.onderwerp
    onderwerpen = [lid.onderwerp for lid in agenda.ranglijst.toegelaten]
    alle = len(onderwerpen)
    euro = [o.kosten_euro for o in onderwerpen if o.kosten_euro is not None]
    fte = [o.inspanning_fte for o in onderwerpen if o.inspanning_fte is not None]
    bij_geen = f"van de {aantal(woord, alle)} op de lijst" if alle > 1 else ""
    delen = (("kosten", euro), ("inspanning", fte))
    leeg = [wat for wat, ingevuld in delen if not ingevuld]
    if euro:
        yield f"De kosten zijn samen € {getal(sum(euro))}{_ingevuld_bij(len(euro), alle)}."
    if fte:
        yield f"De inspanning is samen {fte_tekst(sum(fte))}{_ingevuld_bij(len(fte), alle)}."
    if leeg:
        zijn = "is" if leeg == ["inspanning"] else "zijn"
        wat = opsomming((f"de {naam}" for naam in leeg), "en")
        if bij_geen:
            yield f"Bij geen {bij_geen} {zijn} {wat} ingevuld."
        else:
            yield f"Bij {woord.met_lidwoord} op de lijst {zijn} {wat} niet ingevuld."


def _ingevuld_bij(ingevuld: int, alle: int) -> str:
    return "" if ingevuld == alle else f", ingevuld bij {ingevuld} van de {alle}"


def _langs(agenda: Jaaragenda) -> Iterator[str]:
    """Past which bodies goes what costs money."""
    profiel = agenda.ranglijst.profiel
    gremia = dict.fromkeys(
        profiel.gremium[stap.gremium].naam
        for stap in profiel.route
        if any(voorwaarde.veld == "kosten_euro" for voorwaarde in stap.als)
    )
    if gremia:
        yield f"Wat geld kost, gaat langs: {opsomming(gremia, 'en')}."


def vervolg(agenda: Jaaragenda) -> Iterator[Deel]:
    """Who does what next, and when; then who decides and who does not."""
    stappen = _stappen(agenda)
    zeker = [stap for stap in stappen if stap.misschien < max(1, len(agenda.volgorde))]
    rijen = [
        (stap.gremium.naam, f"{stap.wat} {_hoe_vaak(agenda, stap)}".rstrip(), _ritme(stap.gremium))
        for stap in zeker
    ]
    rijen += _besluit(agenda)
    blokken: list[Blok] = []
    if rijen:
        tabel = Tabel("Vervolg", ("Wie", "Wat", "Wanneer"), tuple(rijen), rekbaar=(0, 1, 2))
        blokken.append(tabel)
    if open_ := [f"{stap.gremium.naam} ({stap.hangt_af})" for stap in stappen if stap not in zeker]:
        wie = opsomming(dict.fromkeys(open_), "en")
        blokken.append(
            Alinea(f"Of het ook langs deze gaat, hangt af van wat nog niet is ingevuld: {wie}.")
        )
    if zinnen := " ".join(_als_zin(alinea.tekst) for alinea in voorbehoud(agenda)):
        blokken.append(Alinea(zinnen))
    if blokken:
        yield Deel("oplegger-vervolg", "Vervolg", tuple(blokken))


def _als_zin(tekst: str) -> str:
    """A text that may end in a source, so that another sentence can follow it."""
    return tekst if tekst.endswith((".", ")", "!", "?")) else f"{tekst}."


class _Stap(NamedTuple):
    """A step of the usual way; for how many topics it is needed, and of how many unknown.

    Attributes:
        hangt_af: the facts on which it depends, in words.
    """

    gremium: Gremium
    wat: str
    hangt_af: str
    zeker: int
    misschien: int


def _stappen(agenda: Jaaragenda) -> list[_Stap]:
    """The steps that some topic of the list takes, or may take; the decision comes apart."""
    profiel = agenda.ranglijst.profiel
    geteld: dict[Uitkomst, Counter[tuple[str, str]]] = {"ja": Counter(), "onbekend": Counter()}
    for v in agenda.volgorde:
        for stap in agenda.route(v.code).op_gewone_weg:
            geteld[stap.uitkomst][stap.gremium.code, stap.reden] += 1
    uit = []
    for deel in _gewone_stappen(profiel):
        sleutel = deel.gremium, deel.reden
        zeker, misschien = geteld["ja"][sleutel], geteld["onbekend"][sleutel]
        if zeker or misschien or not agenda.volgorde:
            gremium = profiel.gremium[deel.gremium]
            velden = (agenda.ranglijst.velden[v.veld].omschrijving for v in deel.als)
            hangt_af = opsomming(dict.fromkeys(velden), "en")
            uit.append(_Stap(gremium, _wat(deel, profiel), hangt_af, zeker, misschien))
    return uit


def _gewone_stappen(profiel: Profiel) -> list[Routestap]:
    """The steps of the usual way before the decision, or all when one body alone decides."""
    stappen = [stap for stap in profiel.route if stap.weg == profiel.gewone_weg]
    if len({stap.gremium for stap in stappen if stap.rol == "besluit"}) < _KEUZE:
        return stappen
    return [stap for stap in stappen if stap.rol != "besluit"]


def _besluit(agenda: Jaaragenda) -> Iterator[tuple[str, str, str]]:
    """Who decides, where that depends on the topic."""
    profiel, woorden = agenda.ranglijst.profiel, agenda.ranglijst.profiel.woorden
    codes = dict.fromkeys(
        s.gremium for s in profiel.route if s.weg == profiel.gewone_weg and s.rol == "besluit"
    )
    gremia = [profiel.gremium[code] for code in codes]
    if len(gremia) < _KEUZE:
        return
    apart = all(gremium.per_lid == "ja" for gremium in gremia)
    wat = f"{als_kop(woorden.lid.elk)} besluit zelf." if apart else "Besluit."
    alle = len(agenda.volgorde)
    wie = opsomming(map(beslisser_in_zin, gremia))
    open_ = sum(not agenda.route(v.code).besluit_bekend for v in agenda.volgorde)
    if open_ == alle:
        wat += f" Of {wie} dat doet, is nog niet ingevuld."
    elif open_:
        van = f"bij {open_} van de {alle} {woorden.onderwerp.meer}"
        wat += f" Of {wie} dat doet, is {van} nog niet ingevuld."
    ritmes = dict.fromkeys(map(_ritme, gremia))
    yield opsomming([gremia[0].naam, *(in_zin(g.naam) for g in gremia[1:])]), wat, "; ".join(ritmes)


def _ritme(gremium: Gremium) -> str:
    return gremium.ritme or "niet bekend"


def _wat(stap: Routestap, profiel: Profiel) -> str:
    """The reason of a step; where the profile shows roles, what the body does before it."""
    if profiel.toon_rollen and stap.rol:
        return f"{als_kop(ROLLEN[stap.rol])}. {stap.reden}"
    return stap.reden


def _hoe_vaak(agenda: Jaaragenda, stap: _Stap) -> str:
    """For how many topics a step is needed, where that is not all; and of how many unknown."""
    alle = len(agenda.volgorde)
    if stap.zeker == alle:
        return ""
    van = f"van de {alle} {agenda.ranglijst.profiel.woorden.onderwerp.meer}"
    if not stap.zeker:
        return f"Of dat nodig is, is bij {stap.misschien} {van} nog niet ingevuld."
    nog = f"; bij {stap.misschien} is het nog niet ingevuld" if stap.misschien else ""
    return f"Dat geldt voor {stap.zeker} {van}{nog}."
