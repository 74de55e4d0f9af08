"""What each member decided on an adopted agenda, as a table, sentences and data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.voortgang.bekrachtiging import aantallen, met_uitkomst, op_dag
from agenda.weergave.getallen import dag
from agenda.weergave.vormen import Tabel, in_tabellen
from agenda.weergave.woorden import als_kop
from regels.taal import opsomming, telling

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agenda.invoer.bekrachtiging import Bekrachtigingsregister
    from agenda.kennis.profiel import Profiel
    from agenda.voortgang.bekrachtiging import Bekrachtiging, Besluituitkomst
    from agenda.weergave.vormen import Weergave

BEWIJST_NIET = (
    "Dit bewijst niet wie besloot, en ook niet dat er aan het eind van het register niets weg is of"
    " bij is gezet: vergelijk daarvoor deze SHA-256 met die in uw verslag."
)
"""What a register without a fault is no proof of."""

_ANDERS: dict[Besluituitkomst, str] = {
    "afgewezen": "Afgewezen",
    "aangehouden": "Aangehouden",
    "onbekend": "Nog onbekend",
}
"""Each outcome beside agreement → what stands before the members that have it."""


def toon_bekrachtiging(register: Bekrachtigingsregister) -> Weergave:
    """What counts of every member, after everything that was added."""
    per_lid = op_dag(register.bekrachtigingen, register.profiel)
    tabel = bekrachtiging_tabel(per_lid, register.profiel)
    return in_tabellen(
        json=lambda: {
            "schema": "agenda/bekrachtig/1",
            "ontvangstbewijs_sha256": register.besluit,
            **register_json(register),
            "bekrachtiging": bekrachtiging_json(per_lid),
        },
        tabellen=lambda: [tabel],
        csv=lambda: tabel,
    )


def register_json(register: Bekrachtigingsregister) -> dict[str, Any]:
    """How many lines there are, and by what the last one can be recognised."""
    return {
        "regels": len(register.sommen),
        "laatste_sha256": register.laatste,
    }


def register_zinnen(register: Bekrachtigingsregister) -> tuple[str, str]:
    """By what the last line can be recognised, and what that does not prove."""
    return f"SHA-256 van de laatste regel: {register.laatste}", BEWIJST_NIET


def besluit_tekst(bekrachtiging: Bekrachtiging, profiel: Profiel) -> str:
    """One decision in words: «Tiel, College, 2 maart 2027: ingestemd»."""
    wie = [profiel.lid[bekrachtiging.gemeente].naam]
    if bekrachtiging.orgaan is not None:
        wie.append(profiel.gremium[bekrachtiging.orgaan].naam)
    if bekrachtiging.datum is not None:
        wie.append(dag(bekrachtiging.datum))
    return f"{', '.join(wie)}: {bekrachtiging.uitkomst}"


def bekrachtiging_json(per_lid: Sequence[Bekrachtiging]) -> list[dict[str, Any]]:
    """Every member with its latest decision; without body and day where none is known."""
    return [
        {
            "gemeente": deel.gemeente,
            "orgaan": deel.orgaan,
            "datum": deel.datum.isoformat() if deel.datum else None,
            "uitkomst": deel.uitkomst,
        }
        for deel in per_lid
    ]


def bekrachtiging_zinnen(per_lid: Sequence[Bekrachtiging], profiel: Profiel) -> Iterator[str]:
    """How many members agreed, and who did not, or not yet."""
    yield ingestemd_zin(per_lid, profiel)
    for uitkomst, kop in _ANDERS.items():
        namen = [profiel.lid[code].naam for code in met_uitkomst(per_lid, uitkomst)]
        if namen and len(namen) < len(per_lid):
            yield f"{kop}: {opsomming(namen, 'en')}."
    naamloos = profiel.regio.aantal - len(profiel.regio.leden)
    if naamloos:
        woorden = profiel.woorden.lid
        yield f"Van {telling(naamloos, woorden.een, woorden.meer)} noemt het profiel geen naam."


def ingestemd_zin(per_lid: Sequence[Bekrachtiging], profiel: Profiel) -> str:
    """How many members agreed; where nothing was written down, that nothing is known."""
    if all(deel.datum is None for deel in per_lid):
        wie = f"{profiel.regio.aantal} {profiel.woorden.lid.meer}"
        return f"Van nog geen van de {wie} is een besluit opgeschreven."
    return _hoeveel(aantallen(per_lid)["ingestemd"], "ingestemd", profiel)


def besloten_zin(per_lid: Sequence[Bekrachtiging], profiel: Profiel) -> str:
    """How many members decided, and what: «12 van de 13 … (ingestemd 11, afgewezen 1).»"""
    besloten = [deel for deel in per_lid if deel.datum is not None]
    geteld = (f"{wat} {aantal}" for wat, aantal in aantallen(besloten).items() if aantal)
    return _hoeveel(len(besloten), "besloten", profiel)[:-1] + f" ({', '.join(geteld)})."


def _hoeveel(aantal: int, wat: str, profiel: Profiel) -> str:
    """«11 van de 13 gemeenten hebben ingestemd.»"""
    heeft = "heeft" if aantal <= 1 else "hebben"
    wie = f"{aantal or 'Nog geen'} van de {profiel.regio.aantal} {profiel.woorden.lid.meer}"
    return f"{wie} {heeft} {wat}."


def bekrachtiging_tabel(per_lid: Sequence[Bekrachtiging], profiel: Profiel) -> Tabel:
    """Every member, with which body decided what, and when."""
    rijen = (
        (
            profiel.lid[deel.gemeente].naam,
            profiel.gremium[deel.orgaan].naam if deel.orgaan else "",
            dag(deel.datum) if deel.datum else "",
            deel.uitkomst,
        )
        for deel in per_lid
    )
    return Tabel(
        f"Besluiten van {profiel.woorden.lid.meer}",
        (als_kop(profiel.woorden.lid.een), "Orgaan", "Datum", "Uitkomst"),
        tuple(rijen),
        tuple(bekrachtiging_zinnen(per_lid, profiel)),
        rekbaar=(0, 1, 2),
    )
