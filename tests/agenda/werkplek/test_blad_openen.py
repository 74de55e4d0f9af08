"""Opening: a folder, one workbook, thirteen of them, a saved dossier; and what is refused."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from bouwers_werkplek import HOOFDMAP, VOORBEELD, ga, geef, open_voorbeeld, rust, sleep, tekst

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.traag

WERKMAP = VOORBEELD / "onderwerpen.xlsx"
GEK = "<img src=x onerror=alert(1)> & =cmd \u202e.xlsx"


@pytest.fixture
def kopie(tmp_path: Path) -> Callable[..., Path]:
    def maak(naam: str) -> Path:
        return shutil.copy(WERKMAP, tmp_path / naam)

    return maak


def test_een_map_slepen_opent_het_dossier(open_werkplek: Callable[..., Page]) -> None:
    pagina = open_werkplek()

    sleep(pagina, VOORBEELD)
    pagina.get_by_role("link", name="Bekijk de lijst").wait_for()

    assert f"Geopend: {VOORBEELD.name}, 2 bestanden." in tekst(pagina)
    assert "Geen fouten. onderwerpen.xlsx: 52 onderwerpen" in tekst(pagina)
    assert pagina.locator("#teller").inner_text() == "geen"
    assert pagina.locator("#bewaard").inner_text() == ""


def test_een_werkmap_met_een_gekke_naam_wordt_een_dossier(
    open_werkplek: Callable[..., Page], kopie: Callable[..., Path]
) -> None:
    pagina = open_werkplek()

    sleep(pagina, kopie(GEK))
    pagina.get_by_role("spinbutton", name="Voor welk jaar?").fill("2031")
    pagina.get_by_role("button", name="Maak een dossier").click()
    pagina.get_by_role("link", name="Bekijk de lijst").wait_for()

    assert f"Gemaakt: dossier 2031, met «{GEK}» als onderwerpen.xlsx." in tekst(pagina)
    assert pagina.locator("#kies-dossier").input_value() == "2031"
    assert pagina.locator("#bewaard").inner_text() == "Niet bewaard"
    assert pagina.locator("img").count() == 0


def test_een_nieuwe_versie_komt_in_plaats_van_de_oude(
    open_werkplek: Callable[..., Page], kopie: Callable[..., Path]
) -> None:
    pagina = open_werkplek()
    open_voorbeeld(pagina)

    sleep(pagina, kopie("onderwerpen.xlsx"))
    pagina.get_by_text(f"In {VOORBEELD.name} gezet: onderwerpen.xlsx.").first.wait_for()
    sleep(pagina, kopie("versie 2.xlsx"))
    pagina.get_by_role("button", name=f"Vervang de onderwerpen van {VOORBEELD.name}").click()
    pagina.get_by_text("«versie 2.xlsx» is nu onderwerpen.xlsx").first.wait_for()

    assert pagina.locator("#kies-dossier option").count() == 1


def test_annuleren_verandert_niets(
    open_werkplek: Callable[..., Page], kopie: Callable[..., Path]
) -> None:
    pagina = open_werkplek()

    sleep(pagina, kopie("lijst.xlsx"))
    pagina.get_by_role("button", name="Annuleer").click()

    assert pagina.locator("#kies-dossier").input_value() == ""


def test_hetzelfde_dossier_kan_ernaast_open(open_werkplek: Callable[..., Page]) -> None:
    pagina = open_werkplek()
    open_voorbeeld(pagina)

    geef(pagina, VOORBEELD, knop="Map kiezen")
    pagina.get_by_role("button", name="Open ernaast").click()
    pagina.get_by_role("link", name="Bekijk de lijst").wait_for()

    assert pagina.locator("#kies-dossier option").all_inner_texts() == [
        VOORBEELD.name,
        f"{VOORBEELD.name}-2",
    ]


def test_een_leeg_sjabloon_wordt_gegeven_en_staat_open(open_werkplek: Callable[..., Page]) -> None:
    pagina = open_werkplek()

    with pagina.expect_download() as gekregen:
        pagina.get_by_role("button", name="Maak het sjabloon").click()

    assert gekregen.value.suggested_filename == "onderwerpen.xlsx"
    assert "Vul het in, sla het op" in tekst(pagina)
    assert pagina.locator("#bewaard").inner_text() == "Niet bewaard"


def test_dertien_werkmappen_worden_samengevoegd(
    open_werkplek: Callable[..., Page], tmp_path: Path
) -> None:
    pagina = open_werkplek()
    ga(pagina, "Gemeenten")
    with pagina.expect_download() as gekregen:
        pagina.get_by_role("button", name="Maak de werkmappen").click()
        pagina.get_by_role("button", name="Bewaar alle werkmappen (zip)").click()
    shutil.unpack_archive(gekregen.value.path(), tmp_path / "uit", "zip")
    werkmappen = sorted((tmp_path / "uit").glob("*/gemeenten/*.xlsx"))
    assert len(werkmappen) == 13

    pagina.reload()
    sleep(pagina, *werkmappen)
    pagina.locator("#verteld").get_by_text("13 werkmappen staan klaar").wait_for()
    pagina.get_by_role("button", name="Voeg samen").click()
    pagina.get_by_text("Geschreven in 2027: onderwerpen.yaml").wait_for()
    rust(pagina)
    assert pagina.locator("#kies-dossier").input_value() == "2027"


@pytest.mark.parametrize(
    ("naam", "inhoud", "zin"),
    [
        ("brief.docx", b"PK", "Dit kan het programma niet lezen: «brief.docx»."),
        ("oud.zip", b"geen zip", "Dit zip-bestand is niet te lezen."),
        ("stand.xlsx", b"", "dit hoort bij een dossier. Open eerst het dossier."),
        ("pagina.html", b"<p>hallo", "Dit kan het programma niet lezen: «pagina.html»."),
    ],
)
def test_wat_niet_past_krijgt_een_zin(
    open_werkplek: Callable[..., Page], tmp_path: Path, naam: str, inhoud: bytes, zin: str
) -> None:
    pagina = open_werkplek()
    (tmp_path / naam).write_bytes(inhoud)

    sleep(pagina, tmp_path / naam)

    pagina.locator("#verteld").get_by_text(zin).wait_for()
    assert pagina.get_by_role("button", name="Bestanden kiezen").is_enabled()


def test_een_bestand_dat_te_groot_is_wordt_niet_gelezen(
    open_werkplek: Callable[..., Page], tmp_path: Path
) -> None:
    pagina = open_werkplek()
    with (tmp_path / "groot.xlsx").open("wb") as doel:
        doel.truncate(51_000_000)

    sleep(pagina, tmp_path / "groot.xlsx")

    zin = "«groot.xlsx» is te groot: 51 MB. Een bestand mag hoogstens 50 MB zijn."
    pagina.locator("#verteld").get_by_text(zin).wait_for()


def test_een_map_met_te_veel_bestanden_wordt_niet_gelezen(
    open_werkplek: Callable[..., Page], tmp_path: Path
) -> None:
    pagina = open_werkplek()
    (tmp_path / "veel").mkdir()
    for nummer in range(2001):
        (tmp_path / "veel" / f"{nummer}.yaml").touch()

    sleep(pagina, tmp_path / "veel")

    pagina.locator("#verteld").get_by_text("meer dan 2000 bestanden").wait_for()


def test_een_kapotte_werkmap_geeft_een_bevinding(
    open_werkplek: Callable[..., Page], tmp_path: Path
) -> None:
    pagina = open_werkplek()
    shutil.copytree(VOORBEELD, tmp_path / "2022")
    (tmp_path / "2022" / "onderwerpen.xlsx").write_bytes(b"PK\x03\x04 kapot")

    sleep(pagina, tmp_path / "2022")
    pagina.locator("table.bevindingen").wait_for()

    assert pagina.locator("#teller").inner_text() == "1 fout"


def test_ook_op_de_lijst_kan_iets_worden_neergelegd(
    open_werkplek: Callable[..., Page], kopie: Callable[..., Path]
) -> None:
    pagina = open_werkplek()
    open_voorbeeld(pagina)
    ga(pagina, "Lijst")
    pagina.locator("#lijstvak iframe:not(.wacht)").wait_for()

    sleep(pagina, kopie("onderwerpen.xlsx"))

    pagina.locator("#verteld").get_by_text("gezet: onderwerpen.xlsx.").wait_for()
    pagina.get_by_role("heading", name="Bevindingen", level=2).wait_for()


def test_het_volgende_jaar_begint_met_de_onderwerpen_van_dit_jaar(
    open_werkplek: Callable[..., Page],
) -> None:
    pagina = open_werkplek()
    open_voorbeeld(pagina)
    ga(pagina, "Openen")

    assert pagina.get_by_label("Nieuw jaar").input_value() == "2023"
    pagina.get_by_role("button", name="Maak het nieuwe jaar").click()

    pagina.locator("#verteld").get_by_text("Gemaakt: 2023.").wait_for()
    assert pagina.locator("#kies-dossier").input_value() == "2023"


def test_een_eigen_profiel_naast_het_dossier_doet_mee(
    open_werkplek: Callable[..., Page], tmp_path: Path
) -> None:
    pagina = open_werkplek()
    for van, naar, bestand in (
        (HOOFDMAP / "thema's" / "nijmegen-rivierenland", "onze-regio", "regio.yaml"),
        (VOORBEELD, "2022", "dossier.yaml"),
    ):
        pad = shutil.copytree(van, tmp_path / "alles" / naar) / bestand
        tekst_ = pad.read_text(encoding="utf-8")
        pad.write_text(tekst_.replace("nijmegen-rivierenland", "onze-regio"), encoding="utf-8")
    instellingen = tmp_path / "alles" / "2022" / "dossier.yaml"
    if "profiel" not in (was := instellingen.read_text(encoding="utf-8")):
        instellingen.write_text(f"{was}profiel: onze-regio\n", encoding="utf-8")

    sleep(pagina, tmp_path / "alles")
    pagina.get_by_role("link", name="Bekijk de lijst").wait_for()

    assert pagina.locator("#kies-dossier").input_value() == "2022"
    assert "52 onderwerpen" in tekst(pagina)


def test_instellingen_alleen_horen_bij_het_dossier_dat_open_is(
    open_werkplek: Callable[..., Page],
) -> None:
    pagina = open_werkplek()
    open_voorbeeld(pagina)

    sleep(pagina, VOORBEELD / "dossier.yaml")

    pagina.locator("#verteld").get_by_text("gezet: dossier.yaml.").wait_for()
    assert pagina.locator("#kies-dossier option").count() == 1
