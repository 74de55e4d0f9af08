"""The text of the page: its policy, its parts, and nothing in it that could do more."""

from __future__ import annotations

import json
import re
from pathlib import Path

import html5lib
import pytest

from agenda.stuk.vormen.pagina.pagina import browsersom, maak_script
from agenda.werkplek import blad as werkplek
from agenda.werkplek.blad import SCRIPTS, STIJLEN, maak_blad
from agenda.werkplek.gegevens import dossierbestanden, werkplekgegevens

MOTOR = "const maakMotor = () => ({});"
DELEN = '<script type="application/octet-stream" id="deel">AAAA</script>\n'
GEGEVENS = werkplekgegevens("# Handleiding\n\n</script><b>")


def pagina() -> str:
    return maak_blad(GEGEVENS, ["const anders = 1;"], MOTOR, DELEN)


def test_de_pagina_is_goed_gevormd() -> None:
    html5lib.HTMLParser(strict=True).parse(pagina())


def test_het_beleid_staat_alleen_toe_wat_in_de_pagina_zelf_staat() -> None:
    tekst = pagina()
    (beleid,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', tekst)
    scripts = re.findall(r"<script>(.*?)</script>", tekst, re.DOTALL)
    (stijl,) = re.findall(r"<style>(.*?)</style>", tekst, re.DOTALL)
    sommen = " ".join(f"'{browsersom(deel)}'" for deel in (*scripts, maak_script()))
    assert len(scripts) == 2
    assert beleid == (
        f"default-src 'none'; script-src {sommen} 'wasm-unsafe-eval'; worker-src blob:;"
        f" style-src '{browsersom(stijl)}'; img-src data: blob:; form-action 'none';"
        " base-uri 'none'"
    )


def test_de_delen_van_de_motor_staan_het_laatst() -> None:
    assert pagina().endswith(f"{DELEN}</body>\n</html>\n")


def test_geen_stijl_en_geen_gebeurtenis_in_een_attribuut() -> None:
    assert re.findall(r"<[^>]*\s(?:style|on\w+)=", pagina().partition("<script")[0]) == []


def test_gegevens_kunnen_hun_element_niet_sluiten() -> None:
    (data,) = re.findall(r'id="werkplek-gegevens">(.*?)</script>', pagina(), re.DOTALL)
    assert "<" not in data
    assert json.loads(data)["handleiding"] == "# Handleiding\n\n</script><b>"


@pytest.mark.parametrize("script", ["x = '</SCRIPT>'", "<!-- <script>"])
def test_een_script_dat_zijn_element_sluit_wordt_geweigerd(script: str) -> None:
    with pytest.raises(ValueError, match="script"):
        maak_blad(GEGEVENS, [script], MOTOR, "")


@pytest.mark.parametrize(("map_", "namen"), [("script", SCRIPTS), ("stijl", STIJLEN)])
def test_elk_deel_in_de_map_doet_mee(map_: str, namen: tuple[str, ...]) -> None:
    hier = Path(werkplek.__file__).parent / map_
    assert sorted(pad.stem for pad in hier.iterdir()) == sorted(namen)


def test_geen_deel_schrijft_html_of_bewaart_iets_in_de_browser() -> None:
    hier = Path(werkplek.__file__).parent / "script"
    verboden = (
        r"innerHTML|outerHTML\s*=|insertAdjacentHTML|document\.write|localStorage|indexedDB"
        r"|sessionStorage|\bfetch\(|XMLHttpRequest|WebSocket|\beval\("
    )
    assert [
        pad.name for pad in hier.iterdir() if re.search(verboden, pad.read_text(encoding="utf-8"))
    ] == []


def test_elk_profiel_dat_meekomt_is_te_kiezen() -> None:
    gegevens = GEGEVENS.als_json()
    codes = [profiel["code"] for profiel in gegevens["profielen"]]
    assert gegevens["standaardprofiel"] in codes
    assert len(codes) == len({*codes}) > 1
    assert {"dossier.yaml", "onderwerpen.xlsx", "stand.xlsx"} <= {*dossierbestanden()}
