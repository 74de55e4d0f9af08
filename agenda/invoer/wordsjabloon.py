"""The Word template of a region: its own styles, header and footer around the document."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from agenda.invoer.zipdelen import ONLEESBAAR, TeGroot, pak_uit
from agenda.kennis.profiel import Wordsjabloon
from agenda.opslag.rollen import SJABLOONBESTAND
from regels.lezen.tekst import lees_bytes
from regels.melding import Invoerfout, Melding, Plek

if TYPE_CHECKING:
    from pathlib import Path

BESTAND = SJABLOONBESTAND
MAX_UITGEPAKT = 50_000_000
STIJLEN = {
    "title": "Titel (Title)",
    "subtitle": "Ondertitel (Subtitle)",
    "heading 1": "Kop 1 (Heading 1)",
    "heading 2": "Kop 2 (Heading 2)",
    "heading 3": "Kop 3 (Heading 3)",
    "list bullet": "Lijst opsom.teken (List Bullet)",
    "list number": "Lijstnummering (List Number)",
}
"""The styles that the document uses and that a template must have, by their name in the file."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCX = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_VERWACHT = "een gewoon Word-document (.docx)"
_HULP = "open het bestand in Word en kies Opslaan als: Word-document (.docx)"


def lees_sjabloon(map_: Path) -> Wordsjabloon:
    """The template in the folder of a profile, checked.

    It must be an ordinary document, not too large, with every style that it needs.

    Raises:
        Invoerfout: with everything that is wrong with it.
    """
    pad = map_ / BESTAND
    naam = f"{map_.resolve().name}/{BESTAND}"
    inhoud = lees_bytes(pad, naam)
    try:
        _eis_stijlen(_lees_delen(inhoud, naam)["word/styles.xml"], naam)
    except TeGroot as fout:
        raise geen_sjabloon(naam, "een document dat uitgepakt veel te groot is") from fout
    except _EigenEntiteiten as fout:
        raise geen_sjabloon(naam, "een document met eigen entiteiten") from fout
    except (*ONLEESBAAR, ElementTree.ParseError) as fout:
        raise geen_sjabloon(naam, "een bestand dat geen Word-document is") from fout
    return Wordsjabloon(hashlib.sha256(inhoud).hexdigest(), inhoud)


def _lees_delen(inhoud: bytes, naam: str) -> dict[str, ElementTree.Element]:
    """Every part that is XML; python-docx will read them all, so a damaged one is found here."""
    delen = pak_uit(inhoud, MAX_UITGEPAKT)
    if not {"[Content_Types].xml", "word/document.xml", "word/styles.xml"} <= delen.keys():
        raise geen_sjabloon(naam, "een bestand dat geen Word-document is")
    if any("vbaproject" in deel.lower() for deel in delen):
        raise geen_sjabloon(naam, "een document met macro's")
    if _DOCX not in delen["[Content_Types].xml"]:
        raise geen_sjabloon(naam, "een ander soort Word-bestand")
    return {
        deel: ElementTree.fromstring(tekst, ElementTree.XMLParser(target=_Bouwer()))  # noqa: S314 - what could expand is refused
        for deel, tekst in sorted(delen.items())
        if deel.endswith((".xml", ".rels"))
    }


class _EigenEntiteiten(Exception):
    """A part declares what it is made of: then it could refer to other files, or expand."""


class _Bouwer(ElementTree.TreeBuilder):
    """Stops at such a declaration, in whatever encoding it stands."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise _EigenEntiteiten(name, pubid, system)


def _eis_stijlen(stijlen: ElementTree.Element, naam: str) -> None:
    """A message per style that is missing; Word only saves the styles that somebody used."""
    aanwezig = {
        (element.get(f"{_W}val") or "").lower()
        for stijl in stijlen.iter(f"{_W}style")
        if stijl.get(f"{_W}type") == "paragraph"
        for element in stijl.iter(f"{_W}name")
    }
    meldingen = [
        Melding(
            Plek(naam),
            "stijlen",
            "geen",
            f"de alineastijl {stijl}",
            "gebruik de stijl één keer in het sjabloon en sla het op; de tekst zelf vervalt",
        )
        for code, stijl in STIJLEN.items()
        if code not in aanwezig
    ]
    if meldingen:
        raise Invoerfout(meldingen)


def geen_sjabloon(naam: str, gevonden: str) -> Invoerfout:
    """That a file is of no use as a template."""
    return Invoerfout([Melding(Plek(naam), "", gevonden, _VERWACHT, _HULP)])
