"""The field of each criterion in a row, and the bar of what they come to together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.vormen.pagina.opmaak import tekst
from agenda.weergave.oordelen import telling_tekst

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.onderwerp.oordeel import Telling
    from agenda.stuk.vormen.pagina.honderd import Honderd
    from agenda.uitleg.uitleg import Uitleg

PATROON = (
    '<svg class="patroon" width="0" height="0" aria-hidden="true"><defs>'
    '<pattern id="arcering" width="6" height="6" patternUnits="userSpaceOnUse"'
    ' patternTransform="rotate(45)"><rect width="6" height="6"/><path d="M1.5 0V6"/></pattern>'
    "</defs></svg>\n"
)
"""The hatching of what is not known, for every picture on the page."""
_STREEP = 'class="streep" fill="url(#arcering)"'


def vakken(uitleg: Uitleg) -> Iterator[str]:
    """The cells of the criteria: full is ja, hatched unknown, empty nee; each says it in words."""
    for deel in uitleg.criteria:
        if deel.telling:
            woorden = telling_tekst(deel.telling)
            lezing = any(stem.lezing and stem.uitkomst == "ja" for stem in deel.stemmen)
            vulling = verdeeld(deel.telling)
            klasse = "c verdeeld"
        else:
            woorden, vulling = deel.waarde, ""
            lezing = deel.waarde == "ja" and bool(uitleg.tag(deel).lezing)
            klasse = f"c {deel.waarde}"
        gelezen = " lezing" if lezing else ""
        zin = f"{woorden}{', onze lezing' if lezing else ''}"
        yield (
            f'<td role="cell" class="{klasse}{gelezen}">'
            f'<span class="voorlezen">{tekst(zin)}</span>{vulling}</td>'
        )


def verdeeld(telling: Telling) -> str:
    """A field that is full for the share that says ja, and hatched for who does not know."""
    ja, onbekend = (_procent(n, telling.aantal) for n in (telling.ja, telling.onbekend))
    return (
        f'<svg class="deel" aria-hidden="true"><rect class="ja" width="{ja}" height="100%"/>'
        f'<rect {_STREEP} x="{ja}" width="{onbekend}" height="100%"/></svg>'
    )


def _procent(deel: int, geheel: int) -> str:
    return f"{round(100 * deel / geheel, 2):g}%"


def samen(uitleg: Uitleg, honderd: Honderd) -> str:
    """What a topic gets of 100, with what it may still get, as a number and as a bar."""
    laag, hoog = uitleg.score, uitleg.score_max
    tot = f"tot {honderd.tekst(hoog)}" if hoog != laag else ""
    return (
        f'<td role="cell" class="samen"><span class="nu">{honderd.tekst(laag)}</span>'
        f' <span class="tot">{tot}</span><svg class="som" aria-hidden="true">'
        f'<rect class="ja" width="{honderd.procent(laag)}" height="100%"/>'
        f'<rect {_STREEP} x="{honderd.procent(laag)}" width="{honderd.procent(hoog - laag)}"'
        ' height="100%"/></svg></td>'
    )
