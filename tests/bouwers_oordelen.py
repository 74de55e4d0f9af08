"""Dossiers in which municipalities judge the criteria themselves, with invented answers."""

from __future__ import annotations

import csv
import io
import random
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bouwers_agenda import CRITERIA, Rauw, als_yaml, maak_dossier, maak_onderwerp, meegeleverd

from agenda.invoer.oordelen import met_oordelen, op_volgorde
from agenda.onderwerp.omgeving import Omgeving
from agenda.onderwerp.oordeel import Gemeenteoordeel
from regels.lezen.vorm import houd_tegen
from regels.lezen.yaml import Gelezen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from agenda.vergelijking.stappen import Kant

    Oordeelrij = dict[str, Any]
    """An answer as oordelen.yaml has it."""

KOPPEN = {
    "Onderwerp": "onderwerp",
    "Gemeente": "gemeente",
    "Criterium": "criterium",
    "Waarde": "waarde",
    "Onderbouwing": "onderbouwing",
    "Bron": "bron",
    "Lezing": "lezing",
    "Vindplaats": "vindplaats",
}
"""Heading of oordelen.csv → field, as the contract lists them."""

ANTWOORDEN = ("ja", "ja", "nee", "onbekend")


def gemeenten() -> tuple[str, ...]:
    """The codes of the municipalities of the shipped region, in their order."""
    return tuple(lid.code for lid in meegeleverd()[0].regio.leden)


def oordeel(onderwerp: str, gemeente: str, criterium: str, waarde: str, **ook: str) -> Oordeelrij:
    delen = {"onderwerp": onderwerp, "gemeente": gemeente, "criterium": criterium}
    return {**delen, "waarde": waarde, **ook}


def stemmen(onderwerp: str, criterium: str, waarden: str) -> list[Oordeelrij]:
    """A voice of each municipality in turn: «jjn?» is ja, ja, nee, onbekend; «-» says nothing."""
    woorden = {"j": "ja", "n": "nee", "?": "onbekend"}
    return [
        oordeel(onderwerp, gemeente, criterium, woorden[teken])
        for gemeente, teken in zip(gemeenten(), waarden, strict=False)
        if teken in woorden
    ]


def oordelen_van(rijen: Iterable[Mapping[str, Any]]) -> tuple[Gemeenteoordeel, ...]:
    """Checked answers in their order, without a file."""
    profiel, regelset = meegeleverd()
    lijst = [dict(rij) for rij in rijen]
    codes = frozenset(rij["onderwerp"] for rij in lijst)
    context = {"omgeving": Omgeving(profiel, regelset.criteria, codes)}
    gelezen, meldingen = Gelezen({"oordelen": lijst}, "proef.yaml"), []
    uit = [
        houd_tegen(Gemeenteoordeel, rij, gelezen, ("oordelen", nummer), meldingen, context)
        for nummer, rij in enumerate(lijst)
    ]
    assert not meldingen, "\n".join(map(str, meldingen))
    return op_volgorde(filter(None, uit), profiel)


def met_stemmen(kant: Kant, rijen: Iterable[Mapping[str, Any]]) -> Kant:
    """One side of a comparison, with these answers of municipalities."""
    oordelen = oordelen_van(rijen)
    onderwerpen = met_oordelen(kant.dossier.onderwerpen, oordelen, kant.regelset.criteria)
    return kant._replace(dossier=replace(kant.dossier, onderwerpen=onderwerpen, oordelen=oordelen))


def schrijf_oordelen(map_: Path, rijen: Iterable[Mapping[str, Any]], vorm: str = "yaml") -> Path:
    """Put answers beside the topics of a dossier."""
    pad = map_ / f"oordelen.{vorm}"
    if vorm == "yaml":
        pad.write_text(als_yaml({"oordelen": [dict(rij) for rij in rijen]}), encoding="utf-8")
        return pad
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";")
    schrijver.writerow(KOPPEN)
    schrijver.writerows([rij.get(veld, "") for veld in KOPPEN.values()] for rij in rijen)
    pad.write_bytes(uit.getvalue().encode())
    return pad


def willekeurig(zaad: int, aantal: int = 40) -> tuple[list[Rauw], list[Oordeelrij], dict[str, int]]:
    """Topics that are all admitted, answers of thirteen municipalities, and weights.

    Of most topics most municipalities speak, of some only a few or none, and not of every
    criterion.
    """
    dobbel = random.Random(zaad)
    onderwerpen, rijen = [], []
    for nummer in range(aantal):
        code = f"a-{nummer}"
        titel = f"Titel {dobbel.randrange(aantal)}"
        eigen = {c: dobbel.choice(ANTWOORDEN) for c in CRITERIA} if nummer % 8 == 7 else {}
        onderwerpen.append(maak_onderwerp(code, titel=titel, criteria=eigen))
        if eigen:
            continue
        wie = dobbel.sample(gemeenten(), dobbel.choice((1, 2, 6, 12, 13, 13, 13)))
        for gemeente in wie:
            welke = dobbel.sample(list(CRITERIA), dobbel.choice((1, 4, 5, 5, 5)))
            rijen += [oordeel(code, gemeente, c, dobbel.choice(ANTWOORDEN)) for c in welke]
    dobbel.shuffle(rijen)
    return onderwerpen, rijen, {code: dobbel.randrange(0, 5) for code in CRITERIA}


def maak_verdeeld_dossier(
    map_: Path, onderwerpen: Sequence[Rauw], rijen: Iterable[Mapping[str, Any]], **ook: Any
) -> Path:
    """A dossier of topics of which municipalities speak."""
    maak_dossier(map_, onderwerpen, **ook)
    schrijf_oordelen(map_, rijen)
    return map_
