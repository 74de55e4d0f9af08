"""The document in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.blokken import MERKTEKENS, Alinea, Gegevens, Lijst, Onderwerpentabel
from agenda.weergave.vormen import md_tekst, tabel_md

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.stuk.blokken import Blok, Stuk

_DIEPST = 6


def stuk_md(stuk: Stuk) -> str:
    """The whole document, in the same order as in every other form."""
    tekstregels = [f"# {md_tekst(stuk.titel)}", "", f"*{md_tekst(stuk.ondertitel)}*", ""]
    tekstregels += _blokken(stuk.omslag)
    for diepte, deel in stuk.alle():
        tekstregels += [f"{'#' * min(diepte + 1, _DIEPST)} {md_tekst(deel.titel)}", ""]
        if deel.marge:
            tekstregels += [md_tekst(deel.marge.zin), ""]
        tekstregels += _blokken(deel.blokken)
    return "\n".join(tekstregels).rstrip("\n") + "\n"


def _blokken(blokken: Iterable[Blok]) -> list[str]:
    tekstregels: list[str] = []
    for blok in blokken:
        match blok:
            case Alinea():
                if blok.merk and tekstregels[-2:-1] and tekstregels[-2].startswith("- "):
                    tekstregels.pop()  # the answers are one list
                tekstregels.append(_alinea(blok))
            case Lijst():
                tekstregels += [
                    f"{f'{n}.' if blok.genummerd else '-'} {md_tekst(punt)}"
                    for n, punt in enumerate(blok.punten, start=1)
                ]
            case Gegevens():
                tekstregels += [
                    f"- {md_tekst(naam)}: {md_tekst(waarde)}" for naam, waarde in blok.rijen
                ]
            case Onderwerpentabel(tabel=tabel) | tabel:
                tekstregels.append(tabel_md(tabel, met_titel=False).strip("\n"))
        tekstregels.append("")
    return tekstregels


def _alinea(blok: Alinea) -> str:
    tekst = md_tekst(blok.tekst)
    delen = (
        f"- {MERKTEKENS[blok.merk]}" if blok.merk else ">" if blok.invullen else "",
        f"**{md_tekst(blok.aanhef)}**" if blok.aanhef else "",
        f"**{tekst}**" if blok.nadruk else tekst,
        f"*{md_tekst(blok.bron)}*" if blok.bron else "",
    )
    return " ".join(filter(None, delen))
