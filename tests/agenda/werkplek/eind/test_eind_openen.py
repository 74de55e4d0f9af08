"""Opened from disk, without any connection, the page answers as the command line does."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from bouwers_eind import (
    KLAAR,
    VOORBEELD,
    bewaar,
    kader,
    laat_vallen,
    maak_tien_fouten,
    native,
    opdracht,
    zonder_evaluatoren,
)
from bouwers_motor import werkplek, willekeurig_dossier
from bouwers_werkplek import ga, open_voorbeeld, rust, sleep, tekst

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.traag
WERKMAP = (VOORBEELD / "onderwerpen.xlsx").read_bytes()


def test_het_voorbeeld_geeft_dezelfde_gegevens_als_de_opdrachtregel(
    open_eind: Callable[..., Page], tmp_path: Path
) -> None:
    pagina = open_eind()
    open_voorbeeld(pagina)

    antwoord, code = opdracht(pagina, f"prioriteer {VOORBEELD.name} --formaat json")
    ga(pagina, "Documenten")
    stuk = bewaar(pagina, "Bewaar Gegevens (json)")

    verwacht = native("prioriteer", VOORBEELD, "--formaat", "json")
    assert code == "Klaar, code 0."
    assert zonder_evaluatoren(antwoord) == zonder_evaluatoren(verwacht.stdout)
    assert native("exporteer", VOORBEELD, "--als", "json", "--naar", tmp_path).returncode == 0
    (ook,) = tmp_path.glob("[!.]*.json")
    assert stuk.suggested_filename == ook.name
    assert zonder_evaluatoren(stuk.path().read_text("utf-8")) == zonder_evaluatoren(
        ook.read_text("utf-8")
    )


def test_zonder_netwerk_wordt_een_gesleepte_werkmap_een_dossier_met_dezelfde_lijst(
    open_eind: Callable[..., Page], tmp_path: Path
) -> None:
    pagina = open_eind(offline=True)

    laat_vallen(pagina, {"de lijst van dit jaar.xlsx": WERKMAP})
    pagina.get_by_role("spinbutton", name="Voor welk jaar?").fill("2027")
    pagina.get_by_role("button", name="Maak een dossier").click()
    pagina.get_by_role("link", name="Bekijk de lijst").click()
    lijst = kader(pagina)
    antwoord, _ = opdracht(pagina, "prioriteer 2027 --formaat json")

    assert native("nieuw", "2027", map_=tmp_path).returncode == 0
    (tmp_path / "2027" / "onderwerpen.xlsx").write_bytes(WERKMAP)
    verwacht = native("prioriteer", "2027", "--formaat", "json", map_=tmp_path).stdout
    assert zonder_evaluatoren(antwoord) == zonder_evaluatoren(verwacht)
    ga(pagina, "Lijst")
    rijen = lijst.locator(".ranglijst tbody tr[id]")
    assert rijen.count() == len(json.loads(verwacht)["ranglijst"])


def test_het_beleid_weigert_elke_verbinding(open_eind: Callable[..., Page]) -> None:
    pagina = open_eind(streng=False)
    geweigerd = """async () => {
      const gezien = [];
      document.addEventListener('securitypolicyviolation', (fout) =>
        gezien.push([fout.effectiveDirective, fout.blockedURI]));
      const uit = await fetch('http://127.0.0.1:9/').then(() => 'gelukt', (fout) => fout.name);
      const img = new Image();
      img.src = 'http://127.0.0.1:9/a.png';
      const script = document.createElement('script');
      script.textContent = 'window.geraakt = 1;';
      document.body.append(script);
      await new Promise((klaar) => setTimeout(klaar, 500));
      return [uit, gezien, window.geraakt ?? null];
    }"""

    uit, gezien, geraakt = pagina.evaluate(geweigerd)

    assert uit == "TypeError"
    assert geraakt is None
    assert sorted(gezien) == [
        ["connect-src", "http://127.0.0.1:9/"],
        ["img-src", "http://127.0.0.1:9/a.png"],
        ["script-src-elem", "inline"],
    ]


def test_het_beleid_laat_niets_los_wat_niet_in_de_pagina_staat() -> None:
    (beleid,) = re.findall(
        r'Content-Security-Policy" content="([^"]*)"', werkplek().read_text("utf-8")
    )

    assert beleid.startswith("default-src 'none';")
    assert "unsafe-inline" not in beleid
    assert "'unsafe-eval'" not in beleid
    assert "connect-src" not in beleid
    assert not re.search(r"https?:|\*|'self'", beleid)


@pytest.fixture
def tien_fouten(tmp_path: Path) -> Path:
    return maak_tien_fouten(tmp_path / "2022")


def test_tien_fouten_zijn_dezelfde_tien_als_op_de_opdrachtregel(
    open_eind: Callable[..., Page], tien_fouten: Path
) -> None:
    pagina = open_eind()
    sleep(pagina, tien_fouten)
    tabel = pagina.locator("section", has=pagina.locator("#kop-fout")).locator("tbody tr")
    tabel.first.wait_for()

    verwacht = json.loads(native("controleer", tien_fouten, "--formaat", "json").stdout)["fouten"]
    assert len(verwacht) == 10
    assert pagina.locator("#teller").inner_text() == "10 fouten"
    cellen = [rij.locator("th strong, td").all_text_contents() for rij in tabel.all()]
    for rij, fout in zip(cellen, verwacht, strict=True):
        assert rij[0] == fout["plek"].rpartition("!")[2]
        assert rij[1].startswith(fout["veld"] or "–")
        assert rij[2:] == [fout["gevonden"], fout["verwacht"], fout["suggestie"]]
    antwoord, code = opdracht(pagina, "controleer 2022 --formaat json")
    assert code == "Code 3."
    assert json.loads(antwoord)["fouten"] == verwacht


def test_de_gemarkeerde_kopie_gaat_open_in_een_ander_programma(
    open_eind: Callable[..., Page], tien_fouten: Path, tmp_path: Path
) -> None:
    if not shutil.which("soffice"):
        pytest.skip("geen LibreOffice op deze machine")
    pagina = open_eind()
    sleep(pagina, tien_fouten)

    bewaar(pagina, "Bewaar de gemarkeerde kopie (Excel)").save_as(tmp_path / "kopie.xlsx")

    gezet = ["soffice", f"-env:UserInstallation=file://{tmp_path}/lo", "--headless"]
    vorm = "csv:Text - txt - csv (StarCalc):44,34,76"
    naar = ["--convert-to", vorm, "--outdir", tmp_path, tmp_path / "kopie.xlsx"]
    subprocess.run([*gezet, *naar], check=True, capture_output=True)
    bevindingen = (tmp_path / "kopie.csv").read_text("utf-8")
    assert "woonen" in bevindingen
    assert "<img src=x onerror=alert(1)>" in bevindingen
    assert pagina.locator("#bewaard").inner_text() == ""


def test_lang_werk_is_te_stoppen_en_daarna_werkt_de_pagina_weer(
    open_eind: Callable[..., Page], tmp_path: Path
) -> None:
    willekeurig_dossier(tmp_path / "groot", 1, 400)
    pagina = open_eind()
    sleep(pagina, tmp_path / "groot")
    pagina.locator("#teller").get_by_text("let op").wait_for()
    rust(pagina)

    pagina.locator("#menu").get_by_role("link", name="Zekerheid").click()
    pagina.locator("#melding").get_by_text("Bezig met: agenda robuust…").wait_for()
    pagina.get_by_role("button", name="Stop").click()

    pagina.locator("#vak").get_by_text("Gestopt.").wait_for()
    pagina.locator("#melding").get_by_text(KLAAR).wait_for()
    assert not pagina.get_by_role("button", name="Stop").is_visible()
    antwoord, code = opdracht(pagina, "controleer groot")
    assert code == "Klaar, code 0."
    assert "400 onderwerpen" in antwoord
    ga(pagina, "Zekerheid")
    assert "Er ging iets mis" not in tekst(pagina)
