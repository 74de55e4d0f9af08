"""Rules, fields and rule files for tests, with defaults for all that a test does not care about."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import strategies as st

from regels import durable_motor
from regels.lezen.yaml import ontleed_yaml
from regels.melding import Invoerfout, Melding
from regels.model import MAX_GETAL, Bron, Regel, Veld, Voorbeeld, Voorwaarde
from regels.operatoren import VERGELIJKWOORDEN, VOOR_KEUZES
from regels.regelset import Regelset, lees_regels

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from regels.model import Uitkomst, Vergelijkwoord, Waarde

VELDEN = (
    Veld("aantal", "hoeveel het er zijn"),
    Veld("kosten", "wat het kost"),
    Veld("akkoord", "of het akkoord is", ("ja", "nee")),
    Veld("bevoegdheid", "wie het besluit", ("college", "raad")),
)
DOCUMENTEN = ("inrichtingsplan", "evaluatie")

alleen_met_motor = pytest.mark.skipif(
    not durable_motor.beschikbaar(), reason="durable-rules laadt hier niet (besluit 001)"
)


def maak_voorwaarde(
    veld: str = "aantal", vergelijking: Vergelijkwoord = "minstens", waarde: Waarde = 1
) -> Voorwaarde:
    return Voorwaarde(veld, vergelijking, waarde)


def maak_voorbeeld(
    gegeven: Mapping[str, Waarde | None] | None = None, verwacht: Uitkomst = "onbekend"
) -> Voorbeeld:
    return Voorbeeld(dict(gegeven or {}), verwacht)


def maak_regel(
    *als: Voorwaarde,
    code: str = "proefregel",
    geldig_van: date = date(2022, 1, 1),
    geldig_tot: date | None = None,
) -> Regel:
    return Regel(
        code=code,
        soort="uitgangspunt",
        titel="Proefregel",
        zin="Het zijn er genoeg.",
        bron=Bron("inrichtingsplan", "§3"),
        geldig_van=geldig_van,
        als=als or (maak_voorwaarde(),),
        voorbeelden=(maak_voorbeeld(),),
        geldig_tot=geldig_tot,
    )


@dataclass(eq=False)
class Schijnmotor:
    """An engine that gives one answer to everything, and keeps what it was asked."""

    antwoord: frozenset[int]
    vragen: list[tuple[str, dict[str, Waarde | None]]] = field(default_factory=list)

    def vraag(self, regel: Regel, feiten: Mapping[str, Waarde | None]) -> frozenset[int]:
        self.vragen.append((regel.code, dict(feiten)))
        return self.antwoord


def maak_regelblok(**velden: str | None) -> str:
    """One rule as it stands in a file; a field given as None is left out.

    Each value is YAML; a value of more lines starts with a newline and is indented by 6.
    """
    blok: dict[str, str | None] = {
        "code": "proefregel",
        "soort": "uitgangspunt",
        "titel": "Proefregel",
        "zin": "Het zijn er genoeg.",
        "bron": "{document: inrichtingsplan, plaats: §3}",
        "geldig_van": "2022-01-01",
        "als": "\n      - {veld: aantal, minstens: 1}",
        "voorbeelden": "\n      - {gegeven: {}, verwacht: onbekend}",
        **velden,
    }
    regels = [f"{naam}: {waarde}" for naam, waarde in blok.items() if waarde is not None]
    return "  - " + "\n    ".join(regels).replace(": \n", ":\n") + "\n"


def maak_bestand(*blokken: str) -> str:
    """A file of rules; line 1 is «regels:», the first rule starts on line 2."""
    return "regels:\n" + "".join(blokken or (maak_regelblok(),))


def met_voorwaarden(*voorwaarden: str) -> str:
    """A file with one rule, whose conditions stand on line 9 and on."""
    als = "".join(f"\n      - {voorwaarde}" for voorwaarde in voorwaarden)
    return maak_bestand(maak_regelblok(als=als))


def laad(map_: Path, *bestanden: str) -> Regelset:
    """Load rules from files a.yaml, b.yaml … with the contents given."""
    for naam, inhoud in zip("abcdefg", bestanden, strict=False):
        (map_ / f"{naam}.yaml").write_text(inhoud, encoding="utf-8", newline="")
    return lees_regels(map_, VELDEN, DOCUMENTEN)


def fouten_bij(map_: Path, *bestanden: str) -> tuple[Melding, ...]:
    """What is found wrong with rules, of whatever kind."""
    with pytest.raises(Invoerfout) as gevangen:
        laad(map_, *bestanden)
    return gevangen.value.meldingen


def yaml_fouten(tekst: str) -> tuple[Melding, ...]:
    """What is found wrong with the form of a YAML text."""
    with pytest.raises(Invoerfout) as gevangen:
        ontleed_yaml(tekst, "proef.yaml")
    return gevangen.value.meldingen


def plekken(meldingen: Sequence[Melding]) -> list[tuple[int, int]]:
    """Line and column of each finding."""
    return [(melding.plek.regel, melding.plek.kolom) for melding in meldingen]


KEUZES = {"akkoord": ("ja", "nee"), "kleur": ("rood", "geel", "groen")}
GETALVELDEN = ("aantal", "kosten")
# Small numbers, so that conditions and facts meet; large ones, for the limits of the engine.
GETALLEN = st.integers(0, 5) | st.integers(0, MAX_GETAL)

_over_getal = st.builds(
    maak_voorwaarde, st.sampled_from(GETALVELDEN), st.sampled_from(VERGELIJKWOORDEN), GETALLEN
)
_over_keuze = st.sampled_from(sorted(KEUZES)).flatmap(
    lambda veld: st.builds(
        maak_voorwaarde,
        st.just(veld),
        st.sampled_from(VOOR_KEUZES),
        st.sampled_from(KEUZES[veld]),
    )
)
voorwaarden = _over_getal | _over_keuze
regels = st.lists(voorwaarden, min_size=1, max_size=30).map(lambda als: maak_regel(*als))


def feiten_bij(regel: Regel) -> st.SearchStrategy[dict[str, Waarde | None]]:
    """Facts for a rule: unknown, at and around its numbers, or anything; a field may be absent."""
    per_veld: dict[str, st.SearchStrategy[Waarde | None]] = {
        veld: st.none() | st.sampled_from(keuzes) for veld, keuzes in KEUZES.items()
    }
    for veld in GETALVELDEN:
        genoemd = [v.waarde for v in regel.als if v.veld == veld and isinstance(v.waarde, int)]
        vlakbij = sorted({max(0, getal + stap) for getal in genoemd for stap in (-1, 0, 1)})
        per_veld[veld] = st.none() | GETALLEN
        if vlakbij:
            per_veld[veld] |= st.sampled_from(vlakbij)
    return st.fixed_dictionaries({}, optional=per_veld)
