"""What a region itself notes of who has what proposals ask: `dekking.yaml` in a dossier."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from agenda.kennis.dekking import MAX_RIJEN, Toestand, Wanneer, Wie
from agenda.onderwerp.laag import Herkomst
from regels.lezen.model import model_op_naam
from regels.model import Code, Datum, Tekst


@model_op_naam
class Eigenfeit:
    """Who has a part of a proposal from a day on, as the region itself notes it.

    Attributes:
        gemeente, deelregio: as in the profile.
        op: the day from which it counts.
    """

    onderdeel: Code
    toestand: Toestand
    op: Datum
    gemeente: Wie | None = None
    deelregio: Wie | None = None
    sinds: Wanneer | None = None
    toelichting: Tekst = ""
    bron: Herkomst | None = None


@model_op_naam
class Eigenfeiten:
    """What the file says."""

    feiten: Annotated[
        tuple[Eigenfeit, ...],
        Field(max_length=MAX_RIJEN, description="een lijst feiten"),
    ]
