"""The chapter on who discusses and who decides: each body once, and which topics it sees.

Many topics go the same way, so the second table has a row for each way and names its topics.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.blokken import Alinea, Deel
from agenda.stuk.plek import waar_tekst
from agenda.stuk.verklaringen import verklaringen
from agenda.weergave.lezing import lezing_zin
from agenda.weergave.uitleg.route import GEEN_ROUTE, besluit_tekst, rol_en_termijn
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import als_kop, als_zin
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from agenda.kennis.profiel import Profiel
    from agenda.kennis.route import Gremium, Routestap
    from agenda.rangorde.ranglijst import Beoordeeld
    from agenda.uitleg.jaaragenda import Jaaragenda
    from agenda.uitleg.route import Route
    from regels.model import Bron


def route_hoofdstuk(agenda: Jaaragenda) -> Deel:
    """Who decides, what each body does and when a topic comes to it, and which way topics go."""
    profiel = agenda.ranglijst.profiel
    blokken = verklaringen(agenda)
    if not profiel.route and not profiel.gremia:
        blokken = (*blokken, Alinea(GEEN_ROUTE))
    delen = (*_overleggen(agenda), *_routes(agenda))
    return Deel("route", "Wie bespreekt en wie beslist?", blokken, delen)


def _nummers(profiel: Profiel) -> dict[tuple[str, str], str]:
    """Body and way → its number: «3» on the usual way, «S» or «S2» on another."""
    per_weg: dict[str, dict[str, None]] = {}
    for stap in profiel.route:
        per_weg.setdefault(stap.weg, {})[stap.gremium] = None
    nummers: dict[tuple[str, str], str] = {}
    for weg, gremia in per_weg.items():
        letter = "" if weg == profiel.gewone_weg else profiel.weg[weg].als_kop[:1]
        alleen = letter and len(gremia) == 1
        for nummer, gremium in enumerate(gremia, start=1):
            nummers[gremium, weg] = letter if alleen else f"{letter}{nummer}"
    return nummers


def _overleggen(agenda: Jaaragenda) -> Iterator[Deel]:
    """Every body: the steps in which it stands in their order, then those in no step."""
    profiel = agenda.ranglijst.profiel
    if not profiel.gremia:
        return
    rijen = []
    for (code, weg), nummer in _nummers(profiel).items():
        stappen = [s for s in profiel.route if (s.gremium, s.weg) == (code, weg)]
        rijen.append(_rij(agenda, nummer, profiel.gremium[code], stappen))
    op_route = {stap.gremium for stap in profiel.route}
    los = [gremium for gremium in profiel.gremia if gremium.code not in op_route]
    rijen += [_rij(agenda, "–", gremium, ()) for gremium in los]
    noten = []
    if anders := [w for w in profiel.wegen if w.code != profiel.gewone_weg]:
        letters = opsomming((f"{weg.als_kop[:1]}: {weg.in_zin}" for weg in anders), "en")
        noten.append(f"Een nummer is een vaste stap. {als_kop(letters)}.")
    if los:
        noten.append("‘–’ is geen vaste stap.")
    yield Deel(
        "overleggen",
        "Wat ieder doet",
        (
            Tabel(
                "Wat ieder doet",
                ("Stap", "Wie", "Wat, en wanneer", "Hoe vaak", "Beslist"),
                tuple(rijen),
                tuple(noten),
                rekbaar=(1, 2, 3),
            ),
        ),
    )


def _rij(
    agenda: Jaaragenda, nummer: str, gremium: Gremium, stappen: Sequence[Routestap]
) -> tuple[str, ...]:
    """A body with what it does, when a topic comes to it, and where all that stands."""
    profiel, velden = agenda.ranglijst.profiel, agenda.ranglijst.velden
    zinnen = [als_zin(gremium.taak)]
    for stap in stappen:
        rol = rol_en_termijn(stap, profiel)
        zinnen.append(": ".join(filter(None, (als_kop(rol), als_zin(stap.reden)))))
        namen = dict.fromkeys(velden[v.veld].omschrijving for v in stap.als if v.veld in velden)
        if namen:
            zinnen.append(f"Hangt af van: {opsomming(namen, 'en')}.")
    bronnen = filter(None, (gremium.bron, gremium.bron_besluit, *(s.bron for s in stappen)))
    return (
        nummer,
        f"{gremium.naam}\n{gremium.soort}",
        " ".join(filter(None, (*zinnen, gremium.opmerking, *_waar(bronnen, profiel)))),
        gremium.ritme or "–",
        profiel.beslist(gremium),
    )


def _waar(bronnen: Iterable[Bron], profiel: Profiel) -> Iterator[str]:
    """Each place in a source once, with all that is noted of it."""
    per_plaats: dict[str, dict[str, None]] = {}
    for bron in bronnen:
        noten = per_plaats.setdefault(profiel.citeer(bron), {})
        noten |= dict.fromkeys(filter(None, (bron.opmerking, lezing_zin(bron.lezing))))
    for plaats, noten in per_plaats.items():
        yield " ".join((f"{plaats}.", *noten))


def _routes(agenda: Jaaragenda) -> Iterator[Deel]:
    """Per way that topics go: the steps, those yet to be determined, who decides, and who goes."""
    profiel = agenda.ranglijst.profiel
    if not profiel.route:
        return
    groepen: dict[Route, list[Beoordeeld]] = {}
    for lid in agenda.alle:
        groepen.setdefault(agenda.route(lid.code), []).append(lid)
    woord, rijen = profiel.woorden.onderwerp, []
    op_grootte = sorted(groepen.items(), key=lambda groep: -len(groep[1]))
    for nummer, (route, leden) in enumerate(op_grootte):
        zeker = [stap.gremium.naam for stap in route.stappen if stap.uitkomst == "ja"]
        open_ = [stap.gremium.naam for stap in route.nog_te_bepalen]
        # Who is not named elsewhere in the table goes the way of most.
        rest = nummer == 0 and len(op_grootte) > 1
        alle = f"Alle andere {woord.meer} ({len(leden)})"
        rijen.append(
            (
                alle if rest else "; ".join(_naam(agenda, lid) for lid in leden),
                "; ".join(dict.fromkeys(zeker)) or "geen",
                "; ".join(dict.fromkeys(open_)) or "geen",
                als_kop(besluit_tekst(route)),
            )
        )
    if rijen:
        koppen = (woord.koppen, "Gaat langs", "Nog te bepalen", "Besluit")
        titel = f"Langs wie gaat {woord.elk}?"
        noten = (zin,) if (zin := _alsnog(agenda)) else ()
        tabel = Tabel(titel, koppen, (*rijen[1:], *rijen[:1]), noten, rekbaar=(0, 1, 2, 3))
        yield Deel("routes", titel, (tabel,))


def _alsnog(agenda: Jaaragenda) -> str:
    """That a way holds for who has no place only when it is admitted after all."""
    if not agenda.ranglijst.toetst:
        return ""
    return "Wat niet op de lijst staat, gaat deze weg alleen als dat alsnog verandert."


def _naam(agenda: Jaaragenda, lid: Beoordeeld) -> str:
    waar = "" if lid.plaats is not None else waar_tekst(agenda, lid)
    return f"{lid.titel} ({waar})" if waar else lid.titel
