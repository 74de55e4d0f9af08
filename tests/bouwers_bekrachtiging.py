"""Registers of what members decided: as the program makes them, and as people may spoil them."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from agenda.invoer.bekrachtiging import Bekrachtigingsregister, ontleed
from agenda.invoer.profiel import lees_profiel
from agenda.invoer.profielmap import meegeleverde_profielen
from agenda.voortgang.bekrachtiging import UITKOMSTEN, Bekrachtiging
from regels.melding import Invoerfout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from random import Random

    from regels.melding import Melding

NAAM = "2027-01-15.bekrachtiging.jsonl"
PROFIEL = lees_profiel(meegeleverde_profielen() / "nijmegen-rivierenland")[0]
LEEG = Bekrachtigingsregister("a" * 64, PROFIEL)
LEDEN = tuple(PROFIEL.lid)
ORGANEN = ("college", "gemeenteraad")
DAG = date(2027, 1, 15)


def willekeurig_besluit(toeval: Random) -> Bekrachtiging:
    """One member, body, day and outcome; few days, so that some fall together."""
    dag = DAG + timedelta(days=toeval.randrange(-2, 6))
    return Bekrachtiging(
        toeval.choice(LEDEN), toeval.choice(ORGANEN), dag, toeval.choice(UITKOMSTEN)
    )


def schrijf(nieuwe: Iterable[Bekrachtiging], leeg: Bekrachtigingsregister = LEEG) -> bytes:
    """The file that the program makes of these, one after another."""
    inhoud = b""
    for nieuw in nieuwe:
        inhoud += ontleed(inhoud, NAAM, leeg).regel(nieuw)
    return inhoud


def lees(inhoud: bytes) -> Bekrachtigingsregister:
    return ontleed(inhoud, NAAM, LEEG)


def fouten_in(inhoud: bytes) -> tuple[Melding, ...]:
    """What the program finds wrong in a register."""
    try:
        lees(inhoud)
    except Invoerfout as fout:
        return fout.meldingen
    return ()


def verander(regel: bytes, **velden: Any) -> bytes:
    """A line with other values, written as the program would."""
    waarden = {**json.loads(regel), **velden}
    return json.dumps(waarden, separators=(",", ":")).encode() + b"\n"


def _ander_besluit(regel: bytes, toeval: Random) -> bytes:
    """The same line with another value in one of the fields that a person would change."""
    oud = json.loads(regel)
    keuzes = {
        "gemeente": LEDEN,
        "orgaan": ORGANEN,
        "datum": [(DAG + timedelta(days=n)).isoformat() for n in range(9)],
        "uitkomst": UITKOMSTEN,
    }
    veld = toeval.choice([*keuzes])
    nieuw = toeval.choice([waarde for waarde in keuzes[veld] if waarde != oud[veld]])
    return verander(regel, **{veld: nieuw})


def verminkt_voor_het_eind(regels: list[bytes], toeval: Random) -> Iterator[tuple[str, bytes]]:
    """What a person, or a disk, may do to any line but the last; at least two lines."""
    een = toeval.randrange(len(regels) - 1)
    ander = toeval.choice([plek for plek in range(len(regels)) if plek != een])
    voor, regel, na = regels[:een], regels[een], regels[een + 1 :]
    plek = toeval.randrange(len(regel))
    byte = (regel[plek] + toeval.randrange(1, 256)) % 256
    gewisseld = [*regels]
    gewisseld[een], gewisseld[ander] = regels[ander], regels[een]
    over = b"".join(voor)
    tussen = lees(over).regel(willekeurig_besluit(toeval))
    gevallen = {
        "een byte": [*voor, regel[:plek] + bytes([byte]) + regel[plek + 1 :], *na],
        "een veld": [*voor, _ander_besluit(regel, toeval), *na],
        "weg": [*voor, *na],
        "verplaatst": gewisseld,
        "ertussen": [*voor, tussen, *regels[een:]],
        "dubbel": [*regels, toeval.choice(regels)],
        "dubbel ertussen": [*voor, regel, regel, *na],
        "spatie": [*voor, regel.replace(b'","', b'", "', 1), *na],
    }
    for wat, delen in gevallen.items():
        yield wat, b"".join(delen)


def verminkt_aan_het_eind(regels: list[bytes], toeval: Random) -> Iterator[tuple[str, bytes]]:
    """What only the SHA-256 of the last line can prove: each of these is well formed."""
    heel = b"".join(regels)
    weg = toeval.randrange(1, len(regels) + 1)
    erbij = heel
    for _ in range(toeval.randrange(1, 3)):
        erbij += lees(erbij).regel(willekeurig_besluit(toeval))
    yield "afgekapt", b"".join(regels[:-weg])
    yield "erbij", erbij
    yield "laatste veranderd", b"".join([*regels[:-1], _ander_besluit(regels[-1], toeval)])
