"""The picture of the graph inside the page, with every node a link, and the same as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree

from agenda.samenhang.graaf import bouw_graaf
from agenda.stuk.vormen.pagina.opmaak import tekst
from agenda.weergave.ontbreekt import of_zin
from agenda.weergave.samenhang.samenhang import afwijkingsnoten, titel_van
from agenda.weergave.samenhang.verbanden import kort, zonder_voorstel_zin
from agenda.weergave.tekening.indeling import TeVeelInBeeld
from agenda.weergave.tekening.opzet import opzet_van
from agenda.weergave.tekening.plaat import teken
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import heeft_plek, plaats_tekst

if TYPE_CHECKING:
    from agenda.stuk.vormen.pagina.opmaak import Opmaak
    from agenda.uitleg.jaaragenda import Jaaragenda

_NIET_GETEKEND = "Dit stuk is gemaakt zonder plaatje."
"""Whoever reads the page is not who made it: to that one the library means nothing."""
_VOOR = "plaat-"
"""Before every name inside the picture, so that none is that of a part of the page."""


class Plaatje(NamedTuple):
    """The picture as part of a page: elements, and the CSS that goes with them."""

    svg: str
    stijl: str


def maak_plaatje(agenda: Jaaragenda) -> Plaatje | str:
    """The picture, ready to stand inside a page; a sentence where there is none."""
    try:
        gemaakt = of_zin(lambda: _maak(agenda))
    except TeVeelInBeeld as fout:
        meer = agenda.ranglijst.profiel.woorden.onderwerp.meer
        return f"Meer dan {fout.hoogstens} {meer} passen niet in één leesbaar plaatje."
    return gemaakt if isinstance(gemaakt, Plaatje) else _NIET_GETEKEND


def _maak(agenda: Jaaragenda) -> Plaatje:
    beeld = teken(
        bouw_graaf(agenda.samenhang.ranglijst),
        titel_van(agenda.samenhang),
        elders="Dezelfde inhoud staat in de tabellen hieronder.",
        opzet=opzet_van(agenda.ranglijst),
    )
    wortel = ElementTree.fromstring(beeld)  # noqa: S314 - what `teken` just made
    stijlen = wortel.findall("{*}style")
    for stijl in stijlen:
        wortel.remove(stijl)
    for element in wortel.iter():
        element.tag = element.tag.rpartition("}")[2]
        if element.tag == "g" and element.get("id"):
            _maak_link(element)
        for kenmerk, waarde in element.items():
            element.set(kenmerk, _met_voorvoegsel(kenmerk, waarde))
    # A picture whose parts are links is a group: in an image nothing can be reached.
    wortel.set("role", "group")
    wortel.set("class", "plaat")
    svg = ElementTree.tostring(wortel, encoding="unicode", short_empty_elements=False)
    css = "\n".join(stijl.text or "" for stijl in stijlen)
    return Plaatje(svg, f".plaat {{\n{css}\n}}\n")


def _maak_link(knoop: ElementTree.Element) -> None:
    """Make a node a link to the part of the page that carries its name.

    It is called what stands in it, so that who speaks to the page can say what he sees; what does
    not fit in the box comes after that.
    """
    regels = [element for element in knoop.iter() if element.tag.endswith("text")]
    for regel in regels:
        regel.text = f"{regel.text} "  # else the lines of a title run into one word
    zichtbaar = " ".join("".join(regel.text or "" for regel in regels).split())
    titels = knoop.findall("{*}title")
    heel = titels[0].text or ""
    for element in titels:  # a name of its own would be a second one
        knoop.remove(element)
    _, _, titel = zichtbaar.partition(" ")
    knoop.tag = "a"
    knoop.set("href", f"#{knoop.attrib.pop('id')}")
    knoop.set("aria-label", zichtbaar if titel in heel else f"{zichtbaar}: {heel}")


def _met_voorvoegsel(kenmerk: str, waarde: str) -> str:
    if kenmerk == "id":
        return f"{_VOOR}{waarde}"
    if kenmerk == "aria-labelledby":
        return " ".join(f"{_VOOR}{naam}" for naam in waarde.split())
    if kenmerk == "marker-end":
        return waarde.replace("#", f"#{_VOOR}")
    return waarde


def beeld(agenda: Jaaragenda, plaatje: Plaatje | str, opmaak: Opmaak) -> str:
    """The picture, or why there is none, and the table that says the same."""
    proef = '<p class="alleen-proef">De plaatsen hier horen bij de gewichten van het dossier.</p>\n'
    if isinstance(plaatje, Plaatje):
        getekend = (
            "<p>Kies een vak om te lezen waarom het daar staat.</p>\n"
            '<div class="schuif" role="group" aria-label="Plaatje van de samenhang" tabindex="0">\n'
            f"{plaatje.svg}</div>\n"
        )
    else:
        getekend = f"<p>{tekst(plaatje)} De tabellen zeggen hetzelfde.</p>\n"
    return (
        f"{proef if agenda.ranglijst.rangschikt else ''}{getekend}"
        f"{opmaak.tabel(_per_onderwerp(agenda))}"
    )


def _per_onderwerp(agenda: Jaaragenda) -> Tabel:
    """Every topic with its proposals and what must come first: all lines of the picture."""
    samenhang, profiel = agenda.samenhang, agenda.ranglijst.profiel
    rijen = []
    for lid in samenhang.leden.values():
        onderwerp = lid.onderwerp
        rijen.append(
            (
                onderwerp.titel,
                plaats_tekst(lid) or lid.waar,
                profiel.thema[onderwerp.thema].naam,
                ", ".join(map(str, onderwerp.voorstellen or ())) or zonder_voorstel_zin(lid),
                "\n".join(map(kort, samenhang.vereist_door(onderwerp))) or "–",
            )
        )
    woorden = profiel.woorden
    plek = "Plaats of status" if agenda.ranglijst.rangschikt else "Status"
    draagt_bij = f"Draagt bij aan {woorden.voorstel.een}"
    tabel = Tabel(
        f"Samenhang per {woorden.onderwerp.een}",
        (woorden.onderwerp.kop, plek, woorden.thema.kop, draagt_bij, "Kan pas na"),
        tuple(rijen),
        afwijkingsnoten(samenhang),
    )
    leeg = () if heeft_plek(agenda.ranglijst) else (plek,)
    return tabel.zonder(*leeg, *(() if profiel.voorstellen else (draagt_bij,)))
