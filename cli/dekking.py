"""The part of `agenda stand` that shows who has what proposals ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.kies import kies_lid
from cli.lever import lever
from cli.nederlands import Gebruiksfout
from cli.volger import toon_voortgang

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


def lever_dekking(
    dossier: Path,
    op: date | None,
    gemeente: str | None,
    formaat: str,
    uit: Path | None,
    themas: Path | None,
) -> None:
    """Deliver who has what proposals ask: all members, or one.

    Args:
        op: the day; None is the reference date of the dossier.
        gemeente: the name or the code of a member; None is all of them.
    """
    if formaat in ("xlsx", "docx", "svg"):
        raise Gebruiksfout(f"De vorm {formaat} is er niet van --voorstellen. Kies csv, md of json.")
    from agenda.volgen import dekking_van
    from agenda.weergave.voortgang.dekking import toon_dekking

    ranglijst, dekking = dekking_van(dossier, themas, op, toon_voortgang)
    if gemeente is not None:
        dekking = dekking.voor(kies_lid(ranglijst.profiel, gemeente))
    lever(toon_dekking(dekking, ranglijst), formaat, uit)
