"""What `agenda stand --werkgroepen` delivers: who works on what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.lever import lever, lever_bestand

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.voortgang.gevolgd import GevolgdeAgenda
    from agenda.voortgang.werkgroepen import Werkgroepenoverzicht


def lever_werkgroepen(agenda: GevolgdeAgenda, formaat: str, uit: Path | None) -> None:
    """Show the working groups of an adopted agenda.

    Raises:
        GeenWerkgroepen: nothing of groups is written down.
    """
    from agenda.voortgang.werkgroepen import GeenWerkgroepen
    from agenda.weergave.voortgang.werkgroepen import toon_werkgroepen

    overzicht = agenda.werkgroepen
    if overzicht is None:
        raise GeenWerkgroepen
    if formaat == "docx":
        lever_bestand(lambda: _document(overzicht), formaat, uit)
        return
    lever(toon_werkgroepen(overzicht), formaat, uit)


def _document(overzicht: Werkgroepenoverzicht) -> bytes:
    from agenda.stuk.vormen.word.word import docx_van
    from agenda.stuk.werkgroepen import werkgroepenstuk

    return docx_van(werkgroepenstuk(overzicht), overzicht.agenda.ranglijst)
