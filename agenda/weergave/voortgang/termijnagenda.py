"""What is expected when, as councils know it: a table per body, rows to filter, and data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.weergave.getallen import dag
from agenda.weergave.kop import agenda_van, herkomst_json, kop_json
from agenda.weergave.vergadering import GEVRAAGD
from agenda.weergave.voortgang.woorden import toestand_cel
from agenda.weergave.vormen import Tabel, Weergave, in_tabellen
from agenda.weergave.woorden import in_zin, of_leeg
from regels.taal import telling

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agenda.kennis.profiel import Profiel
    from agenda.kennis.route import Gremium
    from agenda.voortgang.stand import Stand
    from agenda.voortgang.termijnagenda import Termijn

TERMIJNAGENDA = "Termijnagenda"
_NIEMAND = "Niet gezegd van wie"
_ZONDER_DAG = "Bij {wat} is van minstens één stap nog geen dag bekend."
_GEEN_DAG = "nog geen dag"


def toon_termijnagenda(
    stand: Stand, termijnen: Sequence[Termijn], gremium: Gremium | None = None
) -> Weergave:
    """What is expected in every form.

    Args:
        termijnen: everything that is expected.
        gremium: only of this body; None for all.
    """
    gekozen = [t for t in termijnen if gremium is None or t.gremium == gremium]
    return in_tabellen(
        json=lambda: _json(stand, gekozen),
        tabellen=lambda: termijntabellen(stand, gekozen),
        csv=lambda: termijnen_plat(stand, gekozen),
        antwoord=lambda: f"{agenda_van(stand.agenda.ranglijst)}: {_kop(stand)}.",
    )


def _kop(stand: Stand) -> str:
    return f"wat er te verwachten is vanaf {dag(stand.op)}"


def termijntabellen(stand: Stand, termijnen: Sequence[Termijn]) -> Iterator[Tabel]:
    """A table per body, in the order of the way to a decision; then what nobody is named for."""
    woorden = stand.profiel.woorden
    per_gremium: dict[str, list[Termijn]] = {}
    for termijn in termijnen:
        code = termijn.gremium.code if termijn.gremium else ""
        per_gremium.setdefault(code, []).append(termijn)
    koppen = ("Wanneer", woorden.onderwerp.kop, woorden.thema.kop, "Wat", "Toestand")
    if not per_gremium:
        yield Tabel(TERMIJNAGENDA, koppen, ())
    for code in (*_op_route(stand.profiel), ""):
        if code in per_gremium:
            naam = stand.profiel.gremium[code].naam if code else _NIEMAND
            rijen = tuple(_rij(stand, termijn) for termijn in per_gremium[code])
            yield Tabel(naam, koppen, rijen, rekbaar=(0, 1, 2, 3, 4))


def termijnen_kort(stand: Stand, termijnen: Sequence[Termijn]) -> Tabel:
    """For paper: a row per day and body, with all that is expected then; only what has a day."""
    per_dag: dict[tuple[str, str], list[Termijn]] = {}
    for termijn in termijnen:
        if termijn.datum is not None:
            wie = termijn.gremium.naam if termijn.gremium else ""
            per_dag.setdefault((_wanneer(termijn), wie), []).append(termijn)
    rijen = tuple(
        (wanneer, wie, "; ".join(_kort(termijn) for termijn in groep))
        for (wanneer, wie), groep in per_dag.items()
    )
    zonder = len({t.onderwerp.code for t in termijnen if t.datum is None})
    woord = stand.profiel.woorden.onderwerp
    noten = (_ZONDER_DAG.format(wat=telling(zonder, woord.een, woord.meer)),) if zonder else ()
    koppen = ("Wanneer", "Wie", "Wat er te verwachten is")
    return Tabel(TERMIJNAGENDA, koppen, rijen, noten, rekbaar=(0, 1, 2))


def _kort(termijn: Termijn) -> str:
    titel = termijn.onderwerp.titel
    if termijn.soort == "overleg":
        return titel
    return f"{titel}: {in_zin(wat_tekst(termijn))}"


def _op_route(profiel: Profiel) -> tuple[str, ...]:
    """The bodies in the order in which a topic comes along them; the others after these."""
    return tuple(dict.fromkeys((*(stap.gremium for stap in profiel.route), *profiel.gremium)))


def _rij(stand: Stand, termijn: Termijn) -> tuple[str, ...]:
    return (
        _wanneer(termijn),
        termijn.onderwerp.titel,
        _thema(stand, termijn),
        wat_tekst(termijn),
        toestand_cel(termijn.onderwerp),
    )


def _wanneer(termijn: Termijn) -> str:
    if termijn.datum is None:
        return _GEEN_DAG
    return f"{dag(termijn.datum)}{' (voorbij)' if termijn.voorbij else ''}"


def _thema(stand: Stand, termijn: Termijn) -> str:
    return stand.profiel.thema[termijn.onderwerp.vastgesteld.berekend.onderwerp.thema].naam


def wat_tekst(termijn: Termijn) -> str:
    """What is expected: «Voorbereiden», «Klaar», or the action itself."""
    if termijn.soort == "klaar":
        return "Klaar"
    if termijn.stap and termijn.stap.rol:
        return GEVRAAGD[termijn.stap.rol]
    return termijn.wat


def termijnen_plat(stand: Stand, termijnen: Sequence[Termijn]) -> Tabel:
    """One flat table, to filter."""
    woorden = stand.profiel.woorden
    koppen = (
        *("Datum", "Voorbij", "Soort", "Gremium", "Plaats", "Code", "Titel"),
        *(woorden.thema.kop, "Wat", "Toestand"),
    )
    rijen = tuple(
        (
            termijn.datum.isoformat() if termijn.datum else "",
            "ja" if termijn.voorbij else "nee",
            termijn.soort,
            termijn.gremium.naam if termijn.gremium else "",
            of_leeg(termijn.onderwerp.vastgesteld.plaats),
            termijn.onderwerp.code,
            termijn.onderwerp.titel,
            _thema(stand, termijn),
            wat_tekst(termijn),
            termijn.onderwerp.toestand,
        )
        for termijn in termijnen
    )
    return Tabel(TERMIJNAGENDA, koppen, rijen)


def _json(stand: Stand, termijnen: Sequence[Termijn]) -> dict[str, Any]:
    ranglijst = stand.agenda.ranglijst
    return {
        **kop_json(ranglijst, "agenda/termijnagenda/1"),
        "op": stand.op.isoformat(),
        "termijnen": [
            {
                "datum": termijn.datum.isoformat() if termijn.datum else None,
                "voorbij": termijn.voorbij,
                "soort": termijn.soort,
                "gremium": termijn.gremium.code if termijn.gremium else None,
                "onderwerp": termijn.onderwerp.code,
                "thema": termijn.onderwerp.vastgesteld.berekend.onderwerp.thema,
                "wat": wat_tekst(termijn),
                "toestand": termijn.onderwerp.toestand,
            }
            for termijn in termijnen
        ],
        "herkomst": herkomst_json(ranglijst),
    }
