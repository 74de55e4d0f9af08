"""By what a ranked list was made, so that it can be made again years later."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from agenda import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.rangorde.ranglijst import Ranglijst


@dataclass(frozen=True, slots=True)
class Herkomst:
    """The versions and the content that a result rests on.

    Attributes:
        evaluatoren: who judged the rules.
        regels_sha256: hash over the content of the rules in force, likewise of the knowledge of
            the region and of the input. The form of the files (order, layout, Excel or YAML) does
            not change it.
    """

    versie: str
    evaluatoren: tuple[str, ...]
    regels_sha256: str
    themas_sha256: str
    invoer_sha256: str


def herkomst_van(ranglijst: Ranglijst) -> Herkomst:
    """By what this list was made."""
    dossier = ranglijst.dossier
    return Herkomst(
        __version__,
        ranglijst.evaluatoren,
        vingerafdruk(ranglijst.regels),
        vingerafdruk(ranglijst.profiel.delen),
        vingerafdruk([dossier.instellingen, *dossier.onderwerpen]),
    )


def vingerafdruk(delen: Iterable[Any]) -> str:
    """SHA-256 over the content of models, one after the other; the same on every machine."""
    som = hashlib.sha256()
    for deel in delen:
        som.update(type(deel).__pydantic_serializer__.to_json(deel))
        som.update(b"\n")
    return som.hexdigest()
