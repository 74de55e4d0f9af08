"""Where a topic may stand as a small picture in Word; the figures beside it say the same.

It is marked as decoration, so who listens to the document misses nothing.
"""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from agenda.stuk.blokken import Strook

_BREED, _HOOG = 276, 18
"""Pixels."""
_EMU_PER_PIXEL = 3_132
"""So that it is 24 mm wide."""
_WIT, _LIJN, _VLAK, _INKT = range(4)
_PALET = bytes((255, 255, 255, 153, 153, 153, 204, 204, 204, 21, 66, 115))
_TEKENING = "http://schemas.openxmlformats.org/drawingml/2006/"
_XML = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    f' xmlns:wp="{_TEKENING}wordprocessingDrawing" xmlns:a="{_TEKENING}main"'
    f' xmlns:pic="{_TEKENING}picture"'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative">'
    '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="{breed}" cy="{hoog}"/><wp:docPr id="{nummer}" name="Strook {nummer}" descr="">'
    '<a:extLst><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative val="1"/>'
    "</a:ext></a:extLst></wp:docPr><a:graphic>"
    f'<a:graphicData uri="{_TEKENING}picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="{nummer}" name="strook.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="{beeld}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="{breed}" cy="{hoog}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r>"
)


class Strooktekenaar:
    """Puts strips into one document; the same strip is one picture in the file."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._beelden: dict[Strook, str] = {}
        self._nummer = 0

    def run(self, strook: Strook) -> Any:
        """A run that holds the picture."""
        from docx.oxml import parse_xml

        if strook not in self._beelden:
            beeld, _ = self._document.part.get_or_add_image(io.BytesIO(_png(strook)))
            self._beelden[strook] = beeld
        self._nummer += 1
        return parse_xml(
            _XML.format(
                breed=_BREED * _EMU_PER_PIXEL,
                hoog=_HOOG * _EMU_PER_PIXEL,
                nummer=self._nummer,
                beeld=self._beelden[strook],
            )
        )


def _png(strook: Strook) -> bytes:
    """The line of all places, the bar of the possible ones, the mean, and the end of the top."""
    pixels = [bytearray(_BREED) for _ in range(_HOOG)]

    def plek(plaats: float) -> int:
        return round((plaats - 1) / max(1, strook.plaatsen - 1) * (_BREED - 4)) + 1

    def vul(links: int, rechts: int, boven: int, onder: int, kleur: int) -> None:
        for rij in pixels[boven:onder]:
            rij[links:rechts] = bytes([kleur]) * (rechts - links)

    midden = _HOOG // 2
    vul(0, _BREED, midden - 1, midden + 1, _LIJN)
    links, rechts = plek(strook.beste), max(plek(strook.slechtste), plek(strook.beste) + 3)
    vul(links - 1, rechts + 1, midden - 6, midden + 6, _INKT)
    vul(links + 1, rechts - 1, midden - 4, midden + 4, _VLAK)
    if strook.grens < strook.plaatsen:
        grens = plek(strook.grens)
        for boven in range(0, _HOOG, 4):
            vul(grens, grens + 2, boven, boven + 2, _LIJN)
    gemiddeld = plek(strook.gemiddeld)
    vul(gemiddeld - 2, gemiddeld + 2, 0, _HOOG, _INKT)
    regels = b"".join(b"\0" + bytes(rij) for rij in pixels)
    kop = struct.pack(">IIBBBBB", _BREED, _HOOG, 8, 3, 0, 0, 0)
    delen = ((b"IHDR", kop), (b"PLTE", _PALET), (b"IDAT", zlib.compress(regels, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_brok(soort, inhoud) for soort, inhoud in delen)


def _brok(soort: bytes, inhoud: bytes) -> bytes:
    controle = zlib.crc32(soort + inhoud)
    return struct.pack(">I", len(inhoud)) + soort + inhoud + struct.pack(">I", controle)
