"""The settings of one agenda year."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, Strict, ValidationInfo

from agenda.onderwerp.capaciteit import Capaciteitkeuze
from agenda.onderwerp.grens import Gewichtsgrenzen
from agenda.onderwerp.omgeving import Criteriumcode, PerGemeente, omgeving_van
from agenda.onderwerp.voorkeur import Voorkeur
from regels.lezen.model import model
from regels.model import Code, Datum, Tekstregel

MAX_GEWICHT = 100


def _gewichten(gewichten: dict[str, int], info: ValidationInfo) -> dict[str, int]:
    return {code: gewichten[code] for code in omgeving_van(info).criteria if code in gewichten}


def _op_code(voorkeuren: dict[str, Voorkeur]) -> dict[str, Voorkeur]:
    return dict(sorted(voorkeuren.items()))


def _met_peildatum(waarde: Any, info: ValidationInfo) -> Any:
    """Default: 1 January of the agenda year, never today, so that a run can be repeated.

    A year that is wrong is told once, at the year; then any day will do.
    """
    return date(info.data.get("jaar", 2000), 1, 1) if waarde is None else waarde


@model
class Instellingen:
    """What `dossier.yaml` says of one agenda year."""

    jaar: Annotated[
        int, Strict(), Field(ge=2000, le=2100, description="een jaar van 2000 tot en met 2100")
    ]
    profiel: Code
    peildatum: Annotated[
        Datum,
        BeforeValidator(_met_peildatum),
        Field(validate_default=True, description="een datum zoals 2027-01-31"),
    ] = None  # type: ignore[assignment]  # filled from `jaar` by the validator
    gewichten: Annotated[
        dict[
            Criteriumcode,
            Annotated[int, Strict(), Field(ge=0, le=MAX_GEWICHT, description="0 tot en met 100")],
        ],
        AfterValidator(_gewichten),
        Field(description="per criterium een heel getal van 0 tot en met 100"),
    ] = Field(default_factory=dict)
    voorkeuren: Annotated[
        PerGemeente[Voorkeur],
        AfterValidator(_op_code),
        Field(description="per gemeente een lijst van criteria, het zwaarste eerst"),
    ] = Field(default_factory=dict)
    gewichtsgrenzen: Gewichtsgrenzen = Field(default_factory=dict)
    # Left out of hashes when empty: a dossier of before it existed keeps its hash.
    capaciteit: Annotated[
        Capaciteitkeuze | None, Field(exclude_if=lambda waarde: waarde is None)
    ] = None
    # What it points at changes nothing in the list, so it is in no fingerprint of it either.
    vorig_besluit: Annotated[
        Tekstregel | None, Field(description="de map van het vorige besluit", exclude=True)
    ] = None
