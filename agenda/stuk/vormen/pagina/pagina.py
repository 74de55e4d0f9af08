"""Build the page out of the document: readable without a script, and without a network."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from agenda.stuk.lijsten import lijst_anker
from agenda.stuk.vormen.pagina.gegevens import gegevens_json
from agenda.stuk.vormen.pagina.knoppen import knoppen
from agenda.stuk.vormen.pagina.lijst import lijsten, rij_anker
from agenda.stuk.vormen.pagina.opmaak import Opmaak, tekst
from agenda.stuk.vormen.pagina.plaatje import maak_plaatje, samenhang_deel
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import onderwerp_anker

if TYPE_CHECKING:
    from agenda.stuk.blokken import Deel, Stuk
    from agenda.stuk.vormen.pagina.plaatje import Plaatje
    from agenda.uitleg.jaaragenda import Jaaragenda

_HIER = Path(__file__).parent
_PROEF = '<p class="alleen-proef nadruk">Dit hoort bij de gewichten van het dossier.</p>\n'


def maak_pagina(agenda: Jaaragenda, stuk: Stuk) -> str:
    """The whole page, with its style, its script and the picture in it."""
    plaatje = None if agenda.samenhang.leeg else maak_plaatje(agenda)
    stijl = _lees("pagina.css") + (plaatje.stijl if plaatje else "")
    script = _script(agenda)
    beleid = (
        f"default-src 'none'; style-src '{_hash(stijl)}'; script-src '{_hash(script)}';"
        " base-uri 'none'; form-action 'none'"
    )
    return (
        f"{_kop(stuk, beleid, stijl)}<body>\n{_lijf(agenda, stuk, plaatje)}"
        f'<script type="application/json" id="pagina-gegevens">{gegevens_json(agenda)}</script>\n'
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


def maak_blad(stuk: Stuk) -> str:
    """The memo or one chapter alone as a page: text and tables, without a script."""
    opmaak, stijl = Opmaak(), _lees("pagina.css")
    beleid = f"default-src 'none'; style-src '{_hash(stijl)}'; base-uri 'none'; form-action 'none'"
    delen = "".join(opmaak.deel(deel, 2) for deel in (*stuk.oplegger, *stuk.delen))
    return (
        f"{_kop(stuk, beleid, stijl)}<body>\n"
        f"<header>\n<h1>{tekst(stuk.titel)}</h1>\n<p>{tekst(stuk.ondertitel)}</p>\n</header>\n"
        f"<main>\n{opmaak.blokken(stuk.omslag)}{delen}</main>\n</body>\n</html>\n"
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


def _lijf(agenda: Jaaragenda, stuk: Stuk, plaatje: Plaatje | None) -> str:
    opmaak = Opmaak()
    hoofdstukken, namen = [], [("oplegger", "Oplegger")]
    for deel in stuk.delen:
        if (
            deel is stuk.delen[-1] and not agenda.samenhang.leeg
        ):  # how the list came about closes the page
            hoofdstukken.append(samenhang_deel(agenda, plaatje, opmaak))
            namen.append(("samenhang", "Samenhang"))
        hoofdstukken.append(_hoofdstuk(deel, agenda, opmaak))
        namen.append((deel.code, deel.titel.partition(":")[0]))
    links = "".join(f'<li><a href="#{code}">{tekst(naam)}</a></li>\n' for code, naam in namen)
    return (
        f'<a class="sla-over" href="#{lijst_anker(agenda)}">Naar de {_lijstnaam(agenda)}</a>\n'
        f"<header>\n<h1>{tekst(stuk.titel)}</h1>\n<p>{tekst(stuk.ondertitel)}</p>\n</header>\n"
        f'<nav aria-label="Hoofdstukken">\n<ul>\n{links}</ul>\n</nav>\n'
        f'<main>\n<div id="voorin">\n<div>\n{opmaak.blokken(stuk.omslag)}</div>\n'
        f"{_oplegger(stuk, opmaak)}</div>\n{''.join(hoofdstukken)}</main>\n"
    )


def _oplegger(stuk: Stuk, opmaak: Opmaak) -> str:
    """The memo, folded up by the script like the part about a topic; the list comes after it."""
    delen = "".join(opmaak.deel(deel, 3) for deel in stuk.oplegger)
    return (
        '<section id="oplegger">\n<h2>Oplegger</h2>\n<details class="vouw" open>'
        f"<summary>Lees de oplegger</summary>\n{delen}</details>\n</section>\n"
    )


def _lijstnaam(agenda: Jaaragenda) -> str:
    return "ranglijst" if agenda.ranglijst.rangschikt else "lijst"


def _script(agenda: Jaaragenda) -> str:
    """The script, with the region's word and the name of its list filled in."""
    meer = agenda.ranglijst.profiel.woorden.onderwerp.meer
    woord = re.sub(r"[`$\\<]", "", meer)
    return _lees("pagina.js").replace("@meer@", woord).replace("@lijst@", lijst_anker(agenda))


def _hoofdstuk(deel: Deel, agenda: Jaaragenda, opmaak: Opmaak) -> str:
    """A chapter; a table that the page shows in a way of its own is built elsewhere."""
    onderwerpen = {onderwerp_anker(lid.code) for lid in agenda.ranglijst.alle}
    blokken = "".join(
        _tabel(deel.code, blok, agenda, opmaak)
        if isinstance(blok, Tabel)
        else opmaak.blokken((blok,))
        for blok in deel.blokken
    )
    delen = "".join(
        _onderwerp(d, agenda, opmaak) if d.code in onderwerpen else opmaak.deel(d, 3)
        for d in deel.delen
    )
    return f'<section id="{deel.code}">\n<h2>{tekst(deel.titel)}</h2>\n{blokken}{delen}</section>\n'


def _tabel(hoofdstuk: str, tabel: Tabel, agenda: Jaaragenda, opmaak: Opmaak) -> str:
    match hoofdstuk:
        case "onderwerpen":
            return f'{knoppen(agenda)}<div id="lijsten">\n{lijsten(agenda)}</div>\n'
        case "ranglijst":
            return (
                f'<div id="werkblad">\n{knoppen(agenda)}<div id="lijsten">\n'
                '<p id="proefmelding" class="nadruk" hidden></p>\n'
                f"{lijsten(agenda)}</div>\n</div>\n"
            )
        case "onbeslist" | "niet-toegelaten":
            return (
                f'<p class="terug"><a href="#{lijst_anker(agenda)}">De lijst staat bij de'
                f" {_lijstnaam(agenda)}.</a></p>\n"
            )
        case "dekking":
            return opmaak.tabel(tabel, rij_id=lambda nummer: f"voorstel-{nummer}")
        case _:
            return opmaak.tabel(tabel)


def _onderwerp(deel: Deel, agenda: Jaaragenda, opmaak: Opmaak) -> str:
    """The part about a topic; the script folds it up, a link to it unfolds it."""
    code = deel.code.removeprefix(onderwerp_anker(""))
    titel = tekst(deel.titel)
    return (
        f'<article id="{deel.code}" class="onderwerp">\n<h3 tabindex="-1">{titel}</h3>\n'
        f'<p class="terug"><a href="#{rij_anker(code)}">Sluit en ga terug naar de lijst</a></p>\n'
        f'<details class="vouw" open><summary>Waarom? <span class="voorlezen">{titel}</span>'
        f"</summary>\n{_PROEF if agenda.ranglijst.rangschikt else ''}{opmaak.inhoud(deel, 3)}"
        "</details>\n</article>\n"
    )


def _lees(bestand: str) -> str:
    return (_HIER / bestand).read_text(encoding="utf-8")


def _hash(inhoud: str) -> str:
    """What the browser compares the content of an element with before it uses it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(inhoud.encode()).digest()).decode()}"
