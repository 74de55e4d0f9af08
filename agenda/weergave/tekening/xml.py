"""XML out of elements: text from users is text, whatever stands in it."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

_NIET_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def leesbaar_in_xml(tekst: str) -> str:
    """Text without the characters that XML cannot hold; a mark stands in their place."""
    return _NIET_IN_XML.sub("\ufffd", tekst)


def el(naam: str, *inhoud: ET.Element | str, **kenmerken: str) -> ET.Element:
    """An element with its text or the elements in it, and its attributes."""
    knoop = ET.Element(naam, kenmerken)
    for deel in inhoud:
        if isinstance(deel, str):
            knoop.text = leesbaar_in_xml(deel)
        else:
            knoop.append(deel)
    return knoop


def xml_document(wortel: ET.Element, ruimte: str, voorvoegsel: str = "") -> bytes:
    """A document in one namespace, indented, in UTF-8.

    Args:
        wortel: the root element.
        ruimte: the namespace of every element.
        voorvoegsel: the prefix of that namespace; empty for the default namespace.
    """
    if voorvoegsel:
        for knoop in wortel.iter():
            knoop.tag = f"{voorvoegsel}:{knoop.tag}"
    wortel.set(f"xmlns:{voorvoegsel}" if voorvoegsel else "xmlns", ruimte)
    ET.indent(wortel)
    tekst = ET.tostring(wortel, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tekst}\n'.encode()
