"""The picture of the progress inside the page; the table below it says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

from agenda.stuk.vormen.pagina.plaatje import Plaatje
from agenda.voortgang.gevolgd import stand_bij
from agenda.weergave.voortgang.plaat import teken_stand

if TYPE_CHECKING:
    from agenda.uitleg.jaaragenda import Jaaragenda

_VOOR = "standplaat-"
"""Before every name inside the picture, so that none is that of a part of the page."""


def maak_standplaat(agenda: Jaaragenda) -> Plaatje | None:
    """The picture, ready to stand inside a page; None where the agenda is not followed."""
    stand = stand_bij(agenda)
    if stand is None or not stand.onderwerpen:
        return None
    wortel = ElementTree.fromstring(teken_stand(stand))  # noqa: S314 - what was just made
    stijlen = wortel.findall("{*}style")
    for stijl in stijlen:
        wortel.remove(stijl)
    for element in wortel.iter():
        element.tag = element.tag.rpartition("}")[2]
        if naam := element.get("id"):
            element.set("id", f"{_VOOR}{naam}")
        if namen := element.get("aria-labelledby"):
            element.set("aria-labelledby", " ".join(f"{_VOOR}{n}" for n in namen.split()))
    wortel.set("class", "standplaat")
    svg = ElementTree.tostring(wortel, encoding="unicode", short_empty_elements=False)
    css = "\n".join(stijl.text or "" for stijl in stijlen).replace("url(#", f"url(#{_VOOR}")
    return Plaatje(svg, f".standplaat {{\n{css}\n}}\n")


def standbeeld(plaat: Plaatje) -> str:
    """The picture in a frame that scrolls."""
    return (
        '<div class="schuif" role="group" aria-label="Plaatje van de voortgang" tabindex="0">\n'
        f"{plaat.svg}</div>\n"
    )
