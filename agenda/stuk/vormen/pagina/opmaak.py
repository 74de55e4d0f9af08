"""Blocks and parts of the document as HTML; all text stays text."""

from __future__ import annotations

from html import escape
from itertools import count
from typing import TYPE_CHECKING

from agenda.stuk.blokken import Alinea, Gegevens, Lijst, Onderwerpentabel
from agenda.weergave.tekening.xml import leesbaar_in_xml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from agenda.stuk.blokken import Blok, Deel
    from agenda.weergave.vormen import Tabel

_DIEPST = 6


def tekst(waarde: object) -> str:
    """Text that stays text in HTML; a new line stays a new line."""
    return escape(leesbaar_in_xml(str(waarde))).replace("\n", "<br>")


class Opmaak:
    """Writes parts of one page: every table gets a name of its own on that page."""

    def __init__(self) -> None:
        self._nummers = count(1)

    def deel(self, deel: Deel, diepte: int) -> str:
        """A part with all that is in it.

        Args:
            deel: the part.
            diepte: the level of its heading: 2 for a chapter.
        """
        kop = f"h{min(diepte, _DIEPST)}"
        return (
            f'<section id="{tekst(deel.code)}">\n<{kop}>{tekst(deel.titel)}</{kop}>\n'
            f"{self.inhoud(deel, diepte)}</section>\n"
        )

    def inhoud(self, deel: Deel, diepte: int) -> str:
        """What stands in a part, under its heading."""
        delen = (self.deel(d, diepte + 1) for d in deel.delen)
        marge = f'<p class="marge">{tekst(deel.marge.zin)}</p>\n' if deel.marge else ""
        return marge + self.blokken(deel.blokken, deel.titel) + "".join(delen)

    def blokken(self, blokken: Iterable[Blok], kop: str = "") -> str:
        """Blocks below each other.

        Args:
            kop: the heading above them: a table with that title does not show it again.
        """
        return "".join(self._blok(blok, kop) for blok in blokken)

    def _blok(self, blok: Blok, kop: str) -> str:
        match blok:
            case Alinea():
                if blok.nadruk:
                    return f'<p class="nadruk">{tekst(blok.tekst)}</p>\n'
                delen = (
                    f"<strong>{tekst(blok.aanhef)}</strong>" if blok.aanhef else "",
                    tekst(blok.tekst),
                    f'<span class="bron">{tekst(blok.bron)}</span>' if blok.bron else "",
                )
                merk = f' class="merk {blok.merk}"' if blok.merk else ""
                merk = ' class="invullen"' if blok.invullen else merk
                return f"<p{merk}>{' '.join(filter(None, delen))}</p>\n"
            case Lijst():
                soort = "ol" if blok.genummerd else "ul"
                punten = "".join(f"<li>{tekst(punt)}</li>\n" for punt in blok.punten)
                return f"<{soort}>\n{punten}</{soort}>\n"
            case Gegevens():
                rijen = "".join(
                    f"<div><dt>{tekst(naam)}</dt><dd>{tekst(waarde)}</dd></div>\n"
                    for naam, waarde in blok.rijen
                )
                return f"<dl>\n{rijen}</dl>\n"
            case Onderwerpentabel(tabel=tabel) | tabel:
                return self.tabel(tabel, onder=kop)

    def tabel(
        self, tabel: Tabel, rij_id: Callable[[str], str] | None = None, onder: str = ""
    ) -> str:
        """A table that scrolls sideways in a box of its own; its first column names the rows.

        Args:
            tabel: the table.
            rij_id: gives the name to which links to a row lead, from its first cell.
            onder: the heading above it.
        """
        rijen = []
        kanten = [' class="rechts"' if n in tabel.rechts else "" for n in range(len(tabel.koppen))]
        for eerste, *rest in tabel.rijen:
            naam = f' id="{tekst(rij_id(str(eerste)))}"' if rij_id else ""
            cellen = "".join(
                f"<td{kant}>{tekst(cel)}</td>" for kant, cel in zip(kanten[1:], rest, strict=True)
            )
            rijen.append(f'<tr{naam}><th scope="row">{tekst(eerste)}</th>{cellen}</tr>\n')
        koppen = "".join(
            f'<th scope="col"{kant}>{tekst(kop)}</th>'
            for kant, kop in zip(kanten, tabel.koppen, strict=True)
        )
        kop = f"<thead><tr>{koppen}</tr></thead>\n<tbody>\n"
        return self.in_schuif(tabel, "tabel", f"{kop}{''.join(rijen)}</tbody>", onder)

    def in_schuif(self, tabel: Tabel, klasse: str, lijf: str, onder: str = "") -> str:
        """A table with its caption and remarks, in a box that scrolls and takes the focus.

        Args:
            lijf: its rows, as HTML; the title and the remarks are those of `tabel`.
        """
        noten = "".join(f'<p class="noot">{tekst(noot)}</p>\n' for noot in tabel.noten)
        if not tabel.rijen:
            return f"<p>{tekst(tabel.titel)}: geen.</p>\n{noten}"
        naam = f"tabel-{next(self._nummers)}"
        stil = ' class="voorlezen"' if tabel.titel == onder else ""
        return (
            f'<div class="schuif" role="group" aria-labelledby="{naam}" tabindex="0">\n'
            f'<table class="{klasse}">\n<caption id="{naam}"{stil}>{tekst(tabel.titel)}</caption>\n'
            f"{lijf}\n</table>\n</div>\n{noten}"
        )
