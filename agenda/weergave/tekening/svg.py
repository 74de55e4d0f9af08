"""SVG documents: the frame, text that stays text, arrowheads."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from agenda.weergave.tekening.xml import leesbaar_in_xml

if TYPE_CHECKING:
    from collections.abc import Iterable

_LETTERTYPE = 'text { font-family: Arial, Helvetica, "Liberation Sans", sans-serif; fill: #111 }'


def svg_document(
    titel: str,
    beschrijving: str,
    maat: tuple[float, float],
    stijl: str,
    delen: Iterable[str],
) -> str:
    """A whole picture that needs nothing from outside.

    Args:
        titel: what it is called; with `beschrijving` all that a screen reader says of it.
        maat: width and height in pixels.
        stijl: CSS.
        delen: SVG elements, in the order in which they are painted.
    """
    breedte, hoogte = (f"{getal:.0f}" for getal in maat)
    kop = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {breedte} {hoogte}"'
        f' width="{breedte}" height="{hoogte}" role="img" lang="nl"'
        ' aria-labelledby="titel beschrijving">'
    )
    tekstregels = [
        kop,
        f'<title id="titel">{xml_tekst(titel)}</title>',
        f'<desc id="beschrijving">{xml_tekst(beschrijving)}</desc>',
        f"<style>{_LETTERTYPE}\n{stijl}</style>",
        f"<defs>{_PIJL_DICHT}{_PIJL_OPEN}</defs>",
        f'<rect width="{breedte}" height="{hoogte}" fill="#fff"/>',
        *delen,
        "</svg>",
    ]
    return "\n".join(tekstregels) + "\n"


def xml_tekst(tekst: str) -> str:
    """Text that stays text in XML."""
    return escape(leesbaar_in_xml(tekst), {'"': "&quot;"})


def svg_tekst(x: float, y: float, tekst: str, klasse: str = "") -> str:
    """One line of text; `y` is where the letters stand on."""
    met = f' class="{klasse}"' if klasse else ""
    return f'<text x="{x:g}" y="{y:g}"{met}>{xml_tekst(tekst)}</text>'


def svg_pijl(pad: str, klasse: str, punt: str) -> str:
    """A line with an arrowhead.

    Args:
        pad: the path, as SVG writes it.
        punt: `dicht` or `open`.
    """
    return f'<path class="lijn {klasse}" d="{pad}" marker-end="url(#{punt})"/>'


def _pijlpunt(naam: str, vorm: str) -> str:
    return (
        f'<marker id="{naam}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9"'
        f' markerHeight="9" markerUnits="userSpaceOnUse" orient="auto">{vorm}</marker>'
    )


_PIJL_DICHT = _pijlpunt("dicht", '<path d="M0 1 L10 5 L0 9 z" fill="#333"/>')
_PIJL_OPEN = _pijlpunt(
    "open", '<path d="M1 1 L9 5 L1 9" fill="none" stroke="#000" stroke-width="2"/>'
)
