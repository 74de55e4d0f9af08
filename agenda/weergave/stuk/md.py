"""The document in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.weergave.stuk.blokken import Alinea, Gegevens, Lijst
from agenda.weergave.vormen import md_tekst, tabel_md

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.weergave.stuk.blokken import Blok, Stuk

_DIEPST = 6


def stuk_md(stuk: Stuk) -> str:
    """The whole document, in the same order as in every other form."""
    regels = [f"# {md_tekst(stuk.titel)}", "", f"*{md_tekst(stuk.ondertitel)}*", ""]
    regels += _blokken(stuk.omslag)
    for diepte, deel in stuk.alle():
        regels += [f"{'#' * min(diepte + 1, _DIEPST)} {md_tekst(deel.titel)}", ""]
        regels += _blokken(deel.blokken)
    return "\n".join(regels).rstrip("\n") + "\n"


def _blokken(blokken: Iterable[Blok]) -> list[str]:
    regels: list[str] = []
    for blok in blokken:
        match blok:
            case Alinea():
                tekst = md_tekst(blok.tekst)
                regels.append(f"**{tekst}**" if blok.nadruk else tekst)
            case Lijst():
                regels += [
                    f"{f'{n}.' if blok.genummerd else '-'} {md_tekst(punt)}"
                    for n, punt in enumerate(blok.punten, start=1)
                ]
            case Gegevens():
                regels += [f"- {md_tekst(naam)}: {md_tekst(waarde)}" for naam, waarde in blok.rijen]
            case _:
                regels.append(tabel_md(blok, met_titel=False).strip("\n"))
        regels.append("")
    return regels
