"""What `agenda stand --werkgroepen` delivers: who works on what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.lever import lever, lever_bestand
from cli.stromen import zeg
from regels.taal import zichtbaar

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from agenda.volgen import Gevolgd
    from agenda.voortgang.werkgroepen import Werkgroepenoverzicht


def lever_werkgroepen(gevolgd: Gevolgd, op: date | None, formaat: str, uit: Path | None) -> None:
    """Show the working groups of an adopted agenda; what will be asked about goes to stderr.

    Args:
        op: the day; as for progress when none is given.
    """
    from agenda.volgen import werkgroepen_van
    from agenda.weergave.voortgang.werkgroepen import toon_werkgroepen

    overzicht, opmerkingen = werkgroepen_van(gevolgd, op)
    for opmerking in opmerkingen:
        zeg(zichtbaar(f"Let op: {opmerking}"))
    if formaat == "docx":
        lever_bestand(lambda: _document(overzicht), formaat, uit)
        return
    lever(toon_werkgroepen(overzicht), formaat, uit)


def _document(overzicht: Werkgroepenoverzicht) -> bytes:
    from agenda.stuk.vormen.word.word import stuk_docx
    from agenda.stuk.werkgroepen import werkgroepenstuk

    lijst = overzicht.agenda.ranglijst
    peildatum, sjabloon = lijst.dossier.instellingen.peildatum, lijst.profiel.sjabloon_inhoud
    return stuk_docx(werkgroepenstuk(overzicht), peildatum, sjabloon)
