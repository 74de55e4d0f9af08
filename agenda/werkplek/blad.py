"""Build the page of the workplace: one file, with a policy that allows no connection at all."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from agenda.stuk.vormen.pagina.pagina import browsersom, maak_stijl
from agenda.stuk.vormen.pagina.pagina import maak_script as maak_paginascript

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agenda.werkplek.gegevens import Werkplekgegevens

_HIER = Path(__file__).parent
STIJLEN = ("romp", "deel", "smal")
"""The parts of the style, in their order; the first words are those of the exported page."""
SCRIPTS = (
    "bouwstenen",
    "dossiers",
    "melding",
    "rekenen",
    "opmaak",
    "uitkomst",
    "bewaren",
    "venster",
    "lezen",
    "nieuw",
    "opnemen",
    "slepen",
    "lijstblad",
    "bewerken",
    "openen",
    "bevindingen",
    "onderwerpen",
    "lijst",
    "gewoon",
    "waarom",
    "vragen",
    "vergelijk",
    "voortgang",
    "gemeenten",
    "besluit",
    "documenten",
    "opdracht",
    "handleiding",
    "navigatie",
    "begin",
)
"""The parts of the script, in their order; each may use what stands in those before it."""


def maak_blad(
    gegevens: Werkplekgegevens, bibliotheken: Sequence[str], motorscript: str, motordelen: str
) -> str:
    """The whole page.

    Args:
        gegevens: what the page knows beforehand.
        bibliotheken: scripts of others, each an element of its own, before that of the page.
        motorscript: the part of the script that defines `maakMotor`.
        motordelen: HTML with the data of the engine, that comes last of all.

    Raises:
        ValueError: a script would end its element too early.
    """
    stijl = maak_stijl("basis") + _delen("stijl", STIJLEN, "css")
    scripts = [*bibliotheken, _script(motorscript)]
    for script in scripts:
        if re.search("</script|<!--.*<script", script, re.IGNORECASE | re.DOTALL):
            raise ValueError("a script holds text that ends or hides its own element")
    kop = (
        '<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{beleid(scripts, stijl)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>Agenda</title>\n<style>{stijl}</style>\n</head>\n"
    )
    data = json.dumps(gegevens.als_json(), ensure_ascii=False).replace("<", "\\u003c")
    elementen = "".join(f"<script>{script}</script>\n" for script in scripts)
    lijf = (_HIER / "lijf.html").read_text("utf-8")
    return (
        f"{kop}<body>\n{lijf}"
        f'<script type="application/json" id="werkplek-gegevens">{data}</script>\n'
        f"{elementen}{motordelen}</body>\n</html>\n"
    )


def beleid(scripts: Sequence[str], stijl: str) -> str:
    """What the page may do: run what stands in it, and nothing that needs a connection.

    The script of the exported page is one of those: the page shows such a page in a frame, and a
    frame without an address of its own keeps to this policy too.
    """
    sommen = " ".join(f"'{browsersom(script)}'" for script in (*scripts, maak_paginascript()))
    return (
        f"default-src 'none'; script-src {sommen} 'wasm-unsafe-eval'; worker-src blob:;"
        f" style-src '{browsersom(stijl)}'; img-src data: blob:; form-action 'none';"
        " base-uri 'none'"
    )


def _script(motorscript: str) -> str:
    """The engine in a room of its own, then all parts of the page."""
    motor = f"const maakMotor = (() => {{\n{motorscript}\nreturn maakMotor;\n}})();\n"
    return f'(() => {{\n"use strict";\n{motor}{_delen("script", SCRIPTS, "js")}}})();\n'


def _delen(map_: str, namen: Sequence[str], soort: str) -> str:
    return "".join((_HIER / map_ / f"{naam}.{soort}").read_text("utf-8") for naam in namen)
