"""Saving: a dossier as one file and back again, and nobody loses work by closing the page."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from bouwers_werkplek import VOORBEELD, ga, geef, open_voorbeeld, rust, tekst
from playwright.sync_api import Error

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.traag


def beantwoord(pagina: Page) -> None:
    ga(pagina, "Vragen")
    pagina.get_by_role("button", name="Even zwaar").click()
    rust(pagina)


def test_een_dossier_gaat_in_een_bestand_en_komt_er_weer_uit(
    open_werkplek: Callable[..., Page], tmp_path: Path
) -> None:
    pagina = open_werkplek()
    open_voorbeeld(pagina)
    beantwoord(pagina)
    assert pagina.locator("#bewaard").inner_text() == "Niet bewaard"

    with pagina.expect_download() as gekregen:
        pagina.get_by_role("button", name="Bewaar dossier (zip)").click()
    assert gekregen.value.suggested_filename == f"{VOORBEELD.name}.zip"
    assert pagina.locator("#bewaard").inner_text() == ""
    gekregen.value.save_as(tmp_path / "dossier.zip")

    pagina.reload()
    assert pagina.locator("#kies-dossier").input_value() == ""
    geef(pagina, tmp_path / "dossier.zip")
    pagina.get_by_role("link", name="Bekijk de lijst").wait_for()
    ga(pagina, "Vragen")
    assert "U gaf 1 antwoord" in tekst(pagina)


def sluit(pagina: Page) -> list[str]:
    """Close the page as a user does; what the browser asks before it goes."""
    gevraagd: list[str] = []
    pagina.on("dialog", lambda venster: (gevraagd.append(venster.type), venster.dismiss()))
    pagina.close(run_before_unload=True)
    with suppress(Error):  # it is closed already
        pagina.wait_for_timeout(500)
    return gevraagd


def test_wie_niet_bewaarde_hoort_dat_voor_het_sluiten(open_werkplek: Callable[..., Page]) -> None:
    pagina = open_werkplek()
    open_voorbeeld(pagina)
    beantwoord(pagina)

    assert sluit(pagina) == ["beforeunload"]


def test_wie_niets_veranderde_sluit_zonder_vraag(open_werkplek: Callable[..., Page]) -> None:
    pagina = open_werkplek()
    open_voorbeeld(pagina)

    assert sluit(pagina) == []


def test_een_dossier_sluiten_vraagt_eerst_of_het_bewaard_moet(
    open_werkplek: Callable[..., Page],
) -> None:
    pagina = open_werkplek()
    open_voorbeeld(pagina)
    beantwoord(pagina)
    ga(pagina, "Openen")
    pagina.locator("details.dossier summary").click()

    pagina.get_by_role("button", name=f"Sluit {VOORBEELD.name}").click()
    pagina.get_by_role("button", name="Sluit zonder bewaren").click()

    pagina.locator("#verteld").get_by_text(f"Gesloten: {VOORBEELD.name}.").wait_for()
    assert pagina.locator("#kies-dossier").input_value() == ""


def test_een_instelling_is_hier_te_veranderen(open_werkplek: Callable[..., Page]) -> None:
    pagina = open_werkplek()
    open_voorbeeld(pagina)
    ga(pagina, "Openen")
    pagina.locator("details.dossier summary").click()

    pagina.get_by_role("button", name="Bewerk dossier.yaml").click()
    veld = pagina.get_by_role("textbox")
    veld.fill(veld.input_value().replace("jaar: 2022", "jaar: tweeduizend"))
    pagina.get_by_role("button", name="Neem over").click()

    pagina.locator("#teller.fout").get_by_text("1 fout").wait_for()


def test_lang_werk_is_te_stoppen_en_de_bestanden_blijven(
    open_werkplek: Callable[..., Page],
) -> None:
    pagina = open_werkplek()
    open_voorbeeld(pagina)
    pagina.evaluate(
        "() => { window.echt = window.nepDraai; window.nepDraai = () => new Promise(() => {}); }"
    )

    pagina.locator("#menu").get_by_role("link", name="Zekerheid").click()
    pagina.get_by_text("Even geduld…").wait_for()
    assert pagina.locator("#melding").inner_text() == "Bezig met: agenda robuust…"
    pagina.get_by_role("button", name="Stop").click()
    pagina.get_by_text("Gestopt. Er is niets veranderd.").wait_for()
    assert not pagina.get_by_role("button", name="Stop").is_visible()

    pagina.evaluate("() => { window.nepDraai = window.echt; }")
    ga(pagina, "Zekerheid")
    assert "Andere gewichten" in tekst(pagina)
