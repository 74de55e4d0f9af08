"""The part of `agenda stand` that shows who has what proposals ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.kies import kies_lid
from cli.lever import lever, lever_bestand
from cli.nederlands import Gebruiksfout
from cli.volger import toon_voortgang

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from agenda.uitleg.jaaragenda import Jaaragenda
    from agenda.voortgang.dekking import Dekkingsoverzicht


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
    if formaat == "svg":
        raise Gebruiksfout("De vorm svg is er niet van --voorstellen. Kies een andere vorm.")
    from agenda.volgen import dekking_van
    from agenda.weergave.voortgang.dekking import toon_dekking

    agenda, dekking = dekking_van(dossier, themas, op, toon_voortgang)
    if gemeente is not None:
        dekking = dekking.voor(kies_lid(agenda.ranglijst.profiel, gemeente))
    if formaat in ("docx", "xlsx"):
        lever_bestand(lambda: _bestand(dekking, agenda, formaat), formaat, uit)
    else:
        lever(toon_dekking(dekking, agenda.ranglijst), formaat, uit)


def _bestand(dekking: Dekkingsoverzicht, agenda: Jaaragenda, formaat: str) -> bytes:
    lijst = agenda.ranglijst
    if formaat == "xlsx":
        from agenda.stuk.vormen.excel.werkboek import dekking_werkboek

        return dekking_werkboek(dekking, lijst)
    from agenda.stuk.dekking import dekkingstuk
    from agenda.stuk.vormen.word.word import docx_van

    return docx_van(dekkingstuk(dekking, agenda), lijst)
