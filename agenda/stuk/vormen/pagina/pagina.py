"""Build the page out of the document: readable without a script, and without a network."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from agenda.stuk.blokken import tabel_van
from agenda.stuk.lijsten import lijst_anker
from agenda.stuk.vormen.pagina.balk import balk
from agenda.stuk.vormen.pagina.gegevens import gegevens_json
from agenda.stuk.vormen.pagina.gemeenten import gemeenten, heeft_gemeenten
from agenda.stuk.vormen.pagina.honderd import Honderd
from agenda.stuk.vormen.pagina.inleiding import inleiding, titelbalk
from agenda.stuk.vormen.pagina.leeswijzer import in_het_kort, leeswijzer
from agenda.stuk.vormen.pagina.lijst import ranglijst
from agenda.stuk.vormen.pagina.opmaak import Opmaak, tekst
from agenda.stuk.vormen.pagina.plaatje import Plaatje, beeld, maak_plaatje
from agenda.stuk.vormen.pagina.standplaat import maak_standplaat, standbeeld
from agenda.stuk.vormen.pagina.strook import grens_stijl
from agenda.stuk.vormen.pagina.tabellen import op_titel, zonder_plaats
from agenda.stuk.vormen.pagina.toelichting import Toelichter
from agenda.stuk.vormen.pagina.vragen import kan_vragen
from agenda.weergave.woorden import onderwerp_anker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.stuk.blokken import Deel, Stuk
    from agenda.uitleg.jaaragenda import Jaaragenda

_HIER = Path(__file__).parent
STIJLEN = ("basis", "lijst", "deel", "standen", "smal", "druk")
"""The parts of the style of the page, in their order."""
SCRIPTS = (
    "gegevens",
    "rekenen",
    "adres",
    "rijen",
    "melding",
    "wegen",
    "filter",
    "naast",
    "vragen",
    "gesprek",
    "paneel",
    "begin",
)
"""The parts of its script, in their order; each may use what stands in those before it."""

GEWOON, SMAL, BREEDST = 5, 66, 640
"""So many criteria stand wide; of more each gets so many pixels, and all together no more."""
_VERGELIJKING = (
    '<section id="vergelijking" hidden>\n<h3>Twee standen naast elkaar</h3>\n'
    '<p class="knoppen"><button type="button" id="knop-wissel">Wissel links en rechts</button>\n'
    '<button type="button" id="knop-een-lijst">Terug naar één lijst</button></p>\n'
    '<div id="standen"></div>\n</section>\n'
)
"""Where the script puts two weightings beside each other."""


def maak_pagina(agenda: Jaaragenda, stuk: Stuk) -> str:
    """The whole page, with its style, its script and the picture in it."""
    plaatje = "" if agenda.samenhang.leeg else maak_plaatje(agenda)
    standplaat = maak_standplaat(agenda)
    platen = "".join(plaat.stijl for plaat in (plaatje, standplaat) if isinstance(plaat, Plaatje))
    stijl = f"{maak_stijl(*STIJLEN)}{_maten(agenda)}{platen}"
    script = maak_script()
    beleid = (
        f"default-src 'none'; style-src '{browsersom(stijl)}'; script-src '{browsersom(script)}';"
        " base-uri 'none'; form-action 'none'"
    )
    return (
        f"{_kop(stuk, beleid, stijl)}<body>\n{_lijf(agenda, stuk, plaatje, standplaat)}"
        f'<script type="application/json" id="pagina-gegevens">{gegevens_json(agenda)}</script>\n'
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


def maak_blad(stuk: Stuk) -> str:
    """The memo or one chapter alone as a page: text and tables, without a script."""
    opmaak, stijl = Opmaak(), maak_stijl("basis", "druk")
    beleid = (
        f"default-src 'none'; style-src '{browsersom(stijl)}'; base-uri 'none'; form-action 'none'"
    )
    delen = "".join(opmaak.deel(deel, 2) for deel in (*stuk.oplegger, *stuk.delen))
    return (
        f"{_kop(stuk, beleid, stijl)}<body>\n"
        f"<header>\n<h1>{tekst(stuk.titel)}</h1>\n<p>{tekst(stuk.ondertitel)}</p>\n</header>\n"
        f"<main>\n{opmaak.blokken(stuk.omslag)}{delen}</main>\n</body>\n</html>\n"
    )


def maak_script() -> str:
    """All parts of the script in one; what they call things is theirs alone."""
    delen = "".join((_HIER / "script" / f"{naam}.js").read_text("utf-8") for naam in SCRIPTS)
    return f'(() => {{\n"use strict";\n{delen}}})();\n'


def maak_stijl(*namen: str) -> str:
    """These parts of the style in one."""
    return "".join((_HIER / "stijl" / f"{naam}.css").read_text("utf-8") for naam in namen)


def _maten(agenda: Jaaragenda) -> str:
    """What of the style follows from the list: how wide each criterion is, where the top ends."""
    if not agenda.ranglijst.rangschikt:
        return ""
    honderd = Honderd(agenda.ranglijst)
    return (
        f".ranglijst {{\n  --aantal: {len(agenda.ranglijst.criteria)};\n"
        f"  --criteria: {honderd.breedtes};\n  --delen: {honderd.delen};\n"
        f"{grens_stijl(agenda)}}}\n{_veel_criteria(len(agenda.ranglijst.criteria))}"
    )


def _veel_criteria(aantal: int) -> str:
    """More criteria than the usual ones take more room, and leave none for the steps."""
    if aantal <= GEWOON:
        return ""
    breed = f".ranglijst {{ --breed: {min(aantal * SMAL, BREEDST)}px; }}"
    return (
        f"@media screen and (min-width: 1181px) {{ {breed} }}\n"
        ".stel button { display: none; }\n@media screen { .ranglijst .namen .c { font-size: 10.5px;"
        " font-weight: 500; letter-spacing: -.02em; overflow-wrap: anywhere; } }\n"
    )


def _kop(stuk: Stuk, beleid: str, stijl: str) -> str:
    """What a page begins with: what it may load, its name and its style."""
    return (
        '<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{beleid}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{tekst(stuk.titel)}</title>\n<style>{stijl}</style>\n</head>\n"
    )


def _lijf(
    agenda: Jaaragenda, stuk: Stuk, plaatje: Plaatje | str, standplaat: Plaatje | None
) -> str:
    opmaak = Opmaak()
    toelichter = Toelichter(agenda, opmaak)
    hoofdstukken, namen = [_oplegger(stuk, opmaak)], [("oplegger", "Oplegger")]
    lijst = next(deel for deel in stuk.delen if deel.code == lijst_anker(agenda))
    for deel in stuk.delen:
        if deel is not lijst:
            plaat = standplaat if deel.code == "stand" else plaatje
            hoofdstukken.append(_hoofdstuk(deel, agenda, opmaak, toelichter, plaat))
            namen.append((deel.code, deel.titel.partition(":")[0]))
    links = "".join(f'<li><a href="#{code}">{tekst(naam)}</a></li>\n' for code, naam in namen)
    naam = "ranglijst" if agenda.ranglijst.rangschikt else "lijst"
    return (
        f'<a class="sla-over" href="#{lijst.code}">Naar de {naam}</a>\n'
        f"{titelbalk(agenda, stuk)}<main>\n{inleiding(agenda, opmaak)}"
        f"{balk(agenda, _knoppen(agenda))}{_werkblad(agenda, lijst, opmaak)}"
        f'<nav aria-label="Hoofdstukken">\n<h2>Meer in dit stuk</h2>\n<ul>\n{links}</ul>\n</nav>\n'
        f"{''.join(hoofdstukken)}</main>\n"
    )


def _knoppen(agenda: Jaaragenda) -> Iterator[tuple[str, str]]:
    """The buttons above the list: only of what there is to see."""
    if kan_vragen(agenda):
        yield "vragen", "Wegen met vragen"
    if agenda.ranglijst.rangschikt and agenda.volgorde:
        yield "naast", "Bewaar deze stand"
    if heeft_gemeenten(agenda):
        leden = agenda.ranglijst.profiel.regio.leden
        yield "leden", agenda.ranglijst.profiel.woorden.lid.geteld(len(leden))
    yield "druk", "Afdrukken"


def _werkblad(agenda: Jaaragenda, deel: Deel, opmaak: Opmaak) -> str:
    """The lists, and beside them room for the topic that is chosen."""
    eerste = ranglijst(agenda) if agenda.ranglijst.rangschikt else op_titel(agenda)
    andere = opmaak.blokken(blok for blok in deel.blokken if tabel_van(blok) is None)
    return (
        f'<section id="{deel.code}">\n<h2 class="voorlezen">{tekst(deel.titel)}</h2>\n'
        '<section id="vragen" aria-label="Wegen met vragen" hidden></section>\n'
        f'{gemeenten(agenda)}<div id="werkblad">\n<div id="lijsten">\n{eerste}{_VERGELIJKING}'
        f"{andere}"
        f"{leeswijzer(agenda)}{in_het_kort(agenda)}{zonder_plaats(agenda)}"
        '<p id="niets" hidden>Niets past bij wat u zoekt. Kies «Toon alles».</p></div>\n'
        '<div id="paneel"></div>\n</div>\n</section>\n'
    )


def _oplegger(stuk: Stuk, opmaak: Opmaak) -> str:
    """The memo, folded up by the script."""
    delen = "".join(opmaak.deel(deel, 3) for deel in stuk.oplegger)
    return (
        '<section id="oplegger">\n<h2>Oplegger</h2>\n<details class="vouw" open>'
        f"<summary>Lees de oplegger</summary>\n<p>{tekst(stuk.ondertitel)}</p>\n"
        f"{opmaak.blokken(stuk.omslag)}{delen}</details>\n</section>\n"
    )


def _hoofdstuk(
    deel: Deel,
    agenda: Jaaragenda,
    opmaak: Opmaak,
    toelichter: Toelichter,
    plaatje: Plaatje | str | None,
) -> str:
    """A chapter; what the page shows in a way of its own is built elsewhere."""
    onderwerpen = {onderwerp_anker(lid.code) for lid in agenda.ranglijst.alle}
    voorop = ""
    if deel.code == "samenhang" and plaatje:
        voorop = beeld(agenda, plaatje, opmaak)
    elif deel.code == "stand" and isinstance(plaatje, Plaatje):
        voorop = standbeeld(plaatje)
    elif any(d.code in onderwerpen for d in deel.delen):
        naar = f'<a href="#{lijst_anker(agenda)}">De lijst staat bovenaan.</a>'
        voorop = f'<p class="terug">{naar}</p>\n'
    delen = "".join(
        toelichter.artikel(d) if d.code in onderwerpen else _deel(d, opmaak) for d in deel.delen
    )
    return (
        f'<section id="{deel.code}">\n<h2>{tekst(deel.titel)}</h2>\n{voorop}'
        f"{opmaak.blokken(deel.blokken, deel.titel)}{delen}</section>\n"
    )


def _deel(deel: Deel, opmaak: Opmaak) -> str:
    """A part of a chapter; the picture links to the rows of the proposals."""
    if deel.code != "dekking":
        return opmaak.deel(deel, 3)
    (tabel,) = (t for blok in deel.blokken if (t := tabel_van(blok)))
    rijen = opmaak.tabel(tabel, lambda nummer: f"voorstel-{nummer}", deel.titel)
    return f'<section id="{deel.code}">\n<h3>{tekst(deel.titel)}</h3>\n{rijen}</section>\n'


def browsersom(inhoud: str) -> str:
    """What a policy names and the browser compares an element with, before it uses that."""
    return f"sha256-{base64.b64encode(hashlib.sha256(inhoud.encode()).digest()).decode()}"
