"""Write an agenda in every form that leaves the house: one agenda, one order, the same numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.bestanden.pdf import stuk_pdf
from agenda.bestanden.werkboek import werkboek
from agenda.bestanden.word import stuk_docx
from agenda.voortgang import stil
from agenda.weergave.ranglijst import toon_ranglijst
from agenda.weergave.stuk.md import stuk_md
from agenda.weergave.stuk.opstellen import stel_stuk_op

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from agenda.jaaragenda import Jaaragenda
    from agenda.voortgang import Volger
    from agenda.weergave.stuk.blokken import Stuk

_BREEDTE = 120


def _md(_: Jaaragenda, stuk: Stuk) -> bytes:
    return stuk_md(stuk).encode()


def _json(agenda: Jaaragenda, _: Stuk) -> bytes:
    return toon_ranglijst(agenda.ranglijst).als("json", _BREEDTE).encode()


def _csv(agenda: Jaaragenda, _: Stuk) -> bytes:
    return toon_ranglijst(agenda.ranglijst).als("csv", _BREEDTE).encode()


def _xlsx(agenda: Jaaragenda, _: Stuk) -> bytes:
    return werkboek(agenda)


def _pdf(agenda: Jaaragenda, stuk: Stuk) -> bytes:
    return stuk_pdf(stuk, agenda.ranglijst.dossier.instellingen.peildatum)


def _docx(agenda: Jaaragenda, stuk: Stuk) -> bytes:
    lijst = agenda.ranglijst
    sjabloon = lijst.profiel.sjabloon
    inhoud = sjabloon.inhoud if sjabloon else None
    return stuk_docx(stuk, lijst.dossier.instellingen.peildatum, inhoud)


VORMEN: Mapping[str, Callable[[Jaaragenda, Stuk], bytes]] = {
    "docx": _docx,
    "pdf": _pdf,
    "xlsx": _xlsx,
    "csv": _csv,
    "json": _json,
    "md": _md,
}
"""Every form by its name, which is also the extension of its file."""


def bestandsnaam(agenda: Jaaragenda, vorm: str) -> str:
    """The name of the file in one form: «strategische-agenda-2027.docx»."""
    return f"strategische-agenda-{agenda.ranglijst.dossier.instellingen.jaar}.{vorm}"


def maak_bestanden(
    agenda: Jaaragenda, vormen: Sequence[str], volg: Volger = stil
) -> dict[str, bytes]:
    """The content of every file by its name; nothing is written yet.

    Args:
        agenda: the agenda.
        vormen: names out of `VORMEN`.
        volg: shows progress.
    """
    stuk = stel_stuk_op(agenda, volg)
    return {
        bestandsnaam(agenda, vorm): VORMEN[vorm](agenda, stuk)
        for vorm in volg(vormen, "Bestanden maken", len(vormen))
    }
