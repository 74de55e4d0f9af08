"""What of others goes into the workplace: each part with its version, its hash and its licence."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter

from regels.melding import Bestandsfout


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """A file of a registry, exactly this one.

    Attributes:
        register: where it is published: the registry of Python or that of JavaScript.
        bestand: its name there.
        sha256: of that file, in hexadecimals.
        licentie: an SPDX expression.
        neemt: what of it the engine needs: the begins of paths; empty when it is no Python package.
        zonder: what of that it does not need, told in the same way.
    """

    naam: str
    versie: str
    register: Literal["pypi", "npm"]
    bestand: str
    sha256: str
    licentie: str
    neemt: tuple[str, ...] = ()
    zonder: tuple[str, ...] = ()

    @property
    def purl(self) -> str:
        """The name under which the whole world knows this part (package URL)."""
        return f"pkg:{self.register}/{self.naam}@{self.versie}"

    def keur(self, bestand: Path) -> bytes:
        """The content, if it is what was published.

        Raises:
            Bestandsfout: it is something else, or cannot be read.
        """
        try:
            inhoud = bestand.read_bytes()
        except OSError as fout:
            raise Bestandsfout(str(bestand), "is niet te lezen.") from fout
        gevonden = hashlib.sha256(inhoud).hexdigest()
        if gevonden != self.sha256:
            reden = (
                f"is niet het bestand dat {self.naam} {self.versie} hoort te zijn: SHA-256"
                f" {gevonden}; verwacht {self.sha256}. Haal het weg en probeer opnieuw."
            )
            raise Bestandsfout(str(bestand), reden)
        return inhoud


def _lees() -> tuple[Onderdeel, ...]:
    tekst = (Path(__file__).parent / "onderdelen.json").read_text("utf-8")
    return TypeAdapter(tuple[Onderdeel, ...]).validate_json(tekst)


ONDERDELEN = _lees()
"""Every part; `pip` and `npm` bring them, and nothing else does."""
