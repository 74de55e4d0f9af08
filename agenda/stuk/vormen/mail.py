"""The document as plain text, to paste into a mail: no markup, and no line broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.blokken import Alinea, Gegevens, Lijst, Onderwerpentabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agenda.stuk.blokken import Blok, Stuk
    from agenda.weergave.vormen import Tabel


def stuk_mail(stuk: Stuk) -> str:
    """The whole document; headings in capitals, a table as a point for each of its rows."""
    tekstregels = [stuk.titel, stuk.ondertitel, "", *_blokken(stuk.omslag)]
    for _, deel in stuk.alle():
        tekstregels += [deel.titel.upper(), "", *_blokken(deel.blokken)]
    return "\n".join(tekstregels).rstrip("\n") + "\n"


def _blokken(blokken: Iterable[Blok]) -> Iterator[str]:
    for blok in blokken:
        match blok:
            case Alinea():
                yield _plat(blok.zinnen)
            case Lijst():
                for nummer, punt in enumerate(blok.punten, start=1):
                    yield f"{f'{nummer}.' if blok.genummerd else '-'} {_plat(punt)}"
            case Gegevens():
                yield from (f"{naam}: {_plat(waarde)}" for naam, waarde in blok.rijen)
            case Onderwerpentabel(tabel=tabel) | tabel:
                yield from _tabel(tabel)
        yield ""


def _tabel(tabel: Tabel) -> Iterator[str]:
    """Each row as a point: its first two cells, and below it the others with their headings."""
    yield f"{tabel.koppen[0]}: {tabel.koppen[1]}"
    for eerste, tweede, *rest in tabel.rijen:
        yield f"- {_plat(str(eerste))}: {_plat(str(tweede))}"
        if rest:
            koppen = zip(tabel.koppen[2:], rest, strict=True)
            yield f"  {'; '.join(f'{kop}: {_plat(str(cel))}' for kop, cel in koppen)}"
    yield from map(_plat, tabel.noten)


def _plat(tekst: str) -> str:
    """A text on one line."""
    return " – ".join(" ".join(tekstregel.split()) for tekstregel in tekst.split("\n"))
