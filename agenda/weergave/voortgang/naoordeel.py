"""What rules say of a group, a member or a decision: the outcome, the sentence and the source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.indeling.indelingen import zin_van
from agenda.weergave.indeling.woorden import (
    grond_zin,
    onbekende_feiten,
    uitkomst_tekst,
    uitkomsten_json,
)
from agenda.weergave.lezing import bron_json
from agenda.weergave.woorden import als_kop
from regels.eigen_uitkomsten import GEEN
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from agenda.kennis.profiel import Profiel
    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.voortgang.nabeoordeling import Naoordeel
    from regels.ingedeeld import Ingedeeld
    from regels.model import Bron, Oordeel, Veld


class Oordeelregel(NamedTuple):
    """One outcome as people read it.

    Attributes:
        vraag: what was asked: the name of the classification, or the title of the check.
        uitkomst: «Alle partijen», «Nog onbekend: ja of nee».
        zin: why, in the words of the rules.
        bron: where that stands.
        lezingen: what we read into it, each with where.
    """

    vraag: str
    uitkomst: str
    zin: str
    bron: str
    lezingen: tuple[str, ...] = ()


def oordeelregels(oordeel: Naoordeel, lijst: Ranglijst) -> Iterator[Oordeelregel]:
    """Every outcome that says something, classifications first.

    Args:
        lijst: the agenda that it is about; gives the profile and its rules.
    """
    profiel, velden = lijst.profiel, _velden(lijst)
    for deel in oordeel.uitkomsten:
        if deel.uitkomst != GEEN:
            naam, waarom = deel.indeling.naam, _waarom(deel, velden)
            waar = _plekken(_bronnen(deel), profiel)
            yield Oordeelregel(naam, uitkomst_tekst(deel), waarom, *waar)
    for controle in oordeel.controles:
        waar = _plekken([controle.regel.bron], profiel)
        titel, zin = controle.regel.titel, _zin(controle, velden)
        yield Oordeelregel(titel, _klopt(controle), zin, *waar)


def _velden(lijst: Ranglijst) -> Mapping[str, Veld]:
    """Every field by its name, to say which unknown facts rules still ask for."""
    return {**lijst.velden, **lijst.na.velden}


def _bronnen(deel: Ingedeeld) -> list[Bron]:
    """Where the rules stand that gave an outcome, or else the classification."""
    regels = [o.regel.bron for o in deel.oordelen if o.uitkomst == "ja" and not deel.mogelijk]
    return regels or [deel.indeling.bron]


def _plekken(bronnen: Sequence[Bron], profiel: Profiel) -> tuple[str, tuple[str, ...]]:
    """Where it stands, and what we read there."""
    waar = opsomming(dict.fromkeys(map(profiel.citeer, bronnen)), "en")
    lezingen = (f"{profiel.citeer(bron)}: {bron.lezing}" for bron in bronnen if bron.lezing)
    return waar, tuple(dict.fromkeys(lezingen))


def _waarom(deel: Ingedeeld, velden: Mapping[str, Veld]) -> str:
    """The sentences of the rules that gave an outcome, or what it hangs on."""
    geven = [oordeel.regel for oordeel in deel.oordelen if oordeel.uitkomst == "ja"]
    if not geven or deel.mogelijk:
        return grond_zin(deel, velden)
    return " ".join(regel.zin.strip() for regel in geven)


def _klopt(controle: Oordeel) -> str:
    """Whether a check holds, as an outcome."""
    return als_kop("nog onbekend" if controle.uitkomst == "onbekend" else controle.uitkomst)


def _zin(controle: Oordeel, velden: Mapping[str, Veld]) -> str:
    zin = zin_van(controle).strip()
    if controle.uitkomst != "onbekend":
        return zin
    return f"Nog te weten: {onbekende_feiten([controle], velden)}. {zin}"


def oordeel_json(oordeel: Naoordeel, lijst: Ranglijst) -> dict[str, Any]:
    """The same as data."""
    profiel, velden = lijst.profiel, _velden(lijst)
    return {
        **uitkomsten_json(oordeel.uitkomsten),
        "waarom": {deel.indeling.code: _waarom(deel, velden) for deel in oordeel.uitkomsten},
        "bronnen": {
            deel.indeling.code: [bron_json(bron, profiel) for bron in _bronnen(deel)]
            for deel in oordeel.uitkomsten
        },
        "controles": [
            {
                "regel": controle.regel.code,
                "titel": controle.regel.titel,
                "uitkomst": controle.uitkomst,
                "zin": zin_van(controle),
                **bron_json(controle.regel.bron, profiel),
            }
            for controle in oordeel.controles
        ],
    }
