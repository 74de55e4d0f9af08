"""The topics that are not on the list: what must still be found out, and why the others are not."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from agenda.stuk.blokken import Alinea, Deel, Lijst
from agenda.stuk.oplegger.zinnen import aantal, genoemd, genoemde
from agenda.uitleg.uitleg import feit_van
from agenda.weergave.woorden import als_kop, als_zin, in_zin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agenda.kennis.profiel import Profiel
    from agenda.rangorde.ranglijst import Beoordeeld
    from agenda.uitleg.jaaragenda import Jaaragenda
    from agenda.uitleg.uitleg import Reden

MAX_ALLES = 12
"""With no more topics than this all of them are named; with more of each reason the first."""


def onbeslist(agenda: Jaaragenda) -> Iterator[Deel]:
    """The undecided topics by what is missing; what is missing is a question."""
    leden, woord = agenda.ranglijst.onbeslist, agenda.ranglijst.profiel.woorden.onderwerp
    if not leden:
        return
    zij = woord.zij if len(leden) == 1 else "zij"
    mogen = "mag" if len(leden) == 1 else "mogen"
    zin = f"Van {aantal(woord, len(leden))} weten we nog niet of {zij} op de agenda {mogen}."
    yield Deel("oplegger-onbeslist", "Onbeslist", (Alinea(zin), _per_reden(agenda, leden)))


def niet_op_de_lijst(agenda: Jaaragenda) -> Iterator[Deel]:
    """The topics that are not admitted by the facts that keep them off."""
    leden, woord = agenda.ranglijst.niet_toegelaten, agenda.ranglijst.profiel.woorden.onderwerp
    if not leden:
        return
    voldoet = "voldoet" if len(leden) == 1 else "voldoen"
    zin = als_kop(f"{aantal(woord, len(leden))} {voldoet} niet aan de regels.")
    yield Deel("oplegger-niet", "Niet op de lijst", (Alinea(zin), _per_reden(agenda, leden)))


def _per_reden(agenda: Jaaragenda, leden: Sequence[Beoordeeld]) -> Lijst:
    """A point per reason, the one of most topics first."""
    groepen: defaultdict[str, list[str]] = defaultdict(list)
    for lid in leden:
        groepen[_samen([*_redenen(agenda, lid)])].append(lid.titel)
    woord = agenda.ranglijst.profiel.woorden.onderwerp
    punten = []
    for reden, titels in sorted(groepen.items(), key=lambda groep: -len(groep[1])):
        if len(titels) == 1:
            wie = genoemd(titels[0])
        elif len(leden) <= MAX_ALLES:
            wie = f"{aantal(woord, len(titels))}: {genoemde(titels)}"
        else:
            wie = f"{aantal(woord, len(titels))}, zoals {genoemd(titels[0])}"
        samen = "Dat alles" if "; " in reden else "Dat"
        slot = f"{samen} geldt voor" if leden[0].status != "onbeslist" else "Nog uit te zoeken bij"
        punten.append(f"{reden} {slot} {wie}.")
    return Lijst(tuple(punten))


def _samen(redenen: list[str]) -> str:
    """Facts that hold together in one sentence; questions stay sentences of their own."""
    if any(reden.endswith("?") for reden in redenen):
        return " ".join(redenen)
    eerste, *rest = (reden.rstrip(".") for reden in redenen)
    return f"{'; '.join((eerste, *map(in_zin, rest)))}."


def _redenen(agenda: Jaaragenda, lid: Beoordeeld) -> Iterator[str]:
    """Why a topic is not on the list, a sentence per fact; what the rule asks is left out."""
    beslist = "onbekend" if lid.status == "onbeslist" else "nee"
    for uitgangspunt in agenda.uitleg(lid.code).uitgangspunten:
        if uitgangspunt.uitkomst == beslist:
            for reden in uitgangspunt.voorwaarden:
                if reden.uitkomst == beslist:
                    yield _als_zin(reden, agenda.ranglijst.profiel)


def _als_zin(reden: Reden, profiel: Profiel) -> str:
    """A fact; a question of the region that is open, or of which the answer says it all."""
    veld = profiel.veld.get(reden.veld)
    vraag = veld.vraag if veld else None
    if vraag and vraag.endswith("?"):
        if reden.gevonden is None:
            return vraag
        if not reden.toelichting:
            return f"{vraag} {als_kop(str(reden.gevonden))}."
    return als_zin(feit_van(reden))
