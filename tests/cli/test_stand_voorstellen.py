"""`agenda stand --voorstellen`: who has what, in every form, of all and of one."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

WORTEL = Path(__file__).parents[2]
GOUD = WORTEL / "tests" / "goud"
DOSSIER = WORTEL / "voorbeelden" / "nijmegen-rivierenland-2022"
VOORSTELLEN = ("stand", DOSSIER, "--voorstellen")
FEITEN = """feiten:
  - {onderdeel: zorgnetwerk, gemeente: Tiel, toestand: nee, op: 2022-02-01, bron: "=1+1 | <b>"}
  - {onderdeel: zorgnetwerk, gemeente: Tiel, toestand: ja, op: 2022-04-01}
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A dossier in which the region notes something itself."""
    map_ = shutil.copytree(DOSSIER, tmp_path / "2022")
    (map_ / "dekking.yaml").write_text(FEITEN, encoding="utf-8")
    return map_


def rijen(uit: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(uit.lstrip("\ufeff")), delimiter=";"))


@pytest.mark.parametrize("formaat", ["tabel", "md"])
def test_wie_heeft_wat_van_de_hele_regio(formaat: str, draai: Callable, goud: Callable) -> None:
    afloop = draai(*VOORSTELLEN, "--formaat", formaat)

    assert (afloop.code, afloop.fout) == (0, "")
    goud(GOUD / f"cli-stand-voorstellen.{'txt' if formaat == 'tabel' else 'md'}", afloop.uit)


def test_wie_heeft_wat_van_een_gemeente(draai: Callable, goud: Callable) -> None:
    afloop = draai(*VOORSTELLEN, "--gemeente", "gm0268")

    assert (afloop.code, afloop.fout) == (0, "")
    goud(GOUD / "cli-stand-voorstellen-gemeente.txt", afloop.uit)


@pytest.mark.parametrize("gemeente", [(), ("--gemeente", "Mook en Middelaar")])
def test_op_tachtig_kolommen_past_elke_regel(
    gemeente: tuple[str, ...], draai: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")

    uit = draai(*VOORSTELLEN, *gemeente).uit

    assert [regel for regel in uit.splitlines() if len(regel) > 80] == []


def test_de_csv_heeft_een_rij_per_vak_met_de_plaats_in_de_bron(draai: Callable) -> None:
    alle = rijen(draai(*VOORSTELLEN, "--formaat", "csv").uit)

    gevuld = [rij for rij in alle if rij["Is het er?"] != "onbekend"]
    assert len(gevuld) == 77
    assert {rij["Document"] for rij in gevuld} == {"evaluatie"}
    assert all(rij["Plaats"] for rij in gevuld)
    steunpunten = [rij["Code van wie"] for rij in gevuld if rij["Code"] == "steunpunt-mantelzorg"]
    assert steunpunten == ["GM0214", "GM0216", "GM0281", "GM0668"]
    per_gemeente = [rij for rij in alle if rij["Code"] == "zorgnetwerk"]
    assert len(per_gemeente) == 13


def test_de_json_heeft_de_vorm_van_de_handleiding(draai: Callable) -> None:
    data = json.loads(draai(*VOORSTELLEN, "--op", "2022-06-01", "--formaat", "json").uit)

    assert (data["schema"], data["op"], data["gemeente"]) == (
        "agenda/voorstellen/1",
        "2022-06-01",
        None,
    )
    per_nummer = {deel["nummer"]: deel["onderdelen"] for deel in data["voorstellen"]}
    inloop = next(deel for deel in per_nummer[18] if deel["code"] == "inloop")
    assert inloop["telling"] == {"ja": 5, "ja-of-bezig": 0, "bezig": 0, "nee": 0, "onbekend": 8}
    druten = next(vak for vak in inloop["vakken"] if vak["naam"] == "Druten")
    assert druten["bron"]["plaats"] == "thema 4, initiatieven en voorbeelden"
    assert [vak["naam"] for vak in per_nummer[6][0]["vakken"][1]["daarin"]] == [
        "Culemborg",
        "Neder-Betuwe",
    ]
    assert (data["ingevuld"], data["lezingen"]) == (77, 18)
    assert {doel["code"]: doel["wie"] for doel in data["doelen"]}["sociale-huur"] == [
        {"soort": "deelregio", "code": "rijk-van-nijmegen", "naam": "Rijk van Nijmegen"}
    ]


@pytest.mark.parametrize(
    ("op", "verwacht"),
    [("2022-01-31", "onbekend"), ("2022-02-01", "nee"), ("2022-04-01", "ja")],
)
def test_wat_de_regio_zelf_bijhoudt_telt_vanaf_zijn_dag(
    op: str, verwacht: str, dossier: Path, draai: Callable
) -> None:
    alle = rijen(draai("stand", dossier, "--voorstellen", "--op", op, "--formaat", "csv").uit)

    (tiel,) = (r for r in alle if (r["Code"], r["Naam van wie"]) == ("zorgnetwerk", "Tiel"))
    assert tiel["Is het er?"] == verwacht


def test_tekst_van_een_gebruiker_blijft_tekst(dossier: Path, draai: Callable) -> None:
    op = ("stand", dossier, "--voorstellen", "--op", "2022-03-01", "--formaat")

    assert "'=1+1 | <b>" in draai(*op, "csv").uit
    assert r"=1+1 \| \<b\>" in draai(*op, "md").uit


def test_een_besluit_kijkt_naar_wat_er_nu_in_het_dossier_staat(
    dossier: Path, draai: Callable
) -> None:
    (dossier / "dekking.yaml").rename(dossier / "later.txt")
    afloop = draai(
        *("vaststellen", dossier, "--door", "Colleges", "--datum", "2022-01-10", "--als", "md")
    )
    assert afloop.code == 0, afloop.fout
    besluit = dossier / "besluiten" / "2022-01-10"
    assert (besluit / "profiel" / "dekking.yaml").exists()
    (dossier / "later.txt").rename(dossier / "dekking.yaml")

    uit = draai("stand", besluit, "--voorstellen", "--op", "2022-03-01", "--formaat", "csv").uit

    (tiel,) = (r for r in rijen(uit) if (r["Code"], r["Naam van wie"]) == ("zorgnetwerk", "Tiel"))
    assert tiel["Is het er?"] == "nee"
    assert draai("controleer", besluit).code == 0


def test_een_besluit_legt_niet_vast_wat_de_regio_zelf_bijhoudt(
    dossier: Path, draai: Callable
) -> None:
    draai(*("vaststellen", dossier, "--door", "Colleges", "--datum", "2022-01-10", "--als", "md"))

    assert not (dossier / "besluiten" / "2022-01-10" / "invoer" / "dekking.yaml").exists()


def test_wat_de_regio_bijhoudt_gaat_mee_naar_een_nieuw_jaar(
    dossier: Path, tmp_path: Path, draai: Callable
) -> None:
    nieuw = tmp_path / "2023"

    afloop = draai("nieuw", "2023", nieuw, "--vanaf", dossier)

    assert afloop.code == 0, afloop.fout
    assert (nieuw / "dekking.yaml").read_bytes() == (dossier / "dekking.yaml").read_bytes()


def test_een_fout_in_het_bestand_is_verkeerde_invoer(dossier: Path, draai: Callable) -> None:
    (dossier / "dekking.yaml").write_text(FEITEN + FEITEN.split("\n", 1)[1], encoding="utf-8")

    afloop = draai("stand", dossier, "--voorstellen")

    assert (afloop.code, afloop.uit) == (3, "")
    assert afloop.fout.count("voor de tweede keer bij Tiel") == 2


@pytest.mark.parametrize("formaat", ["docx", "xlsx"])
def test_word_en_excel_zijn_een_bestand(formaat: str, tmp_path: Path, draai: Callable) -> None:
    doel = tmp_path / f"tiel.{formaat}"

    assert draai(*VOORSTELLEN, "--gemeente", "Tiel", "--formaat", formaat).code == 2
    afloop = draai(*VOORSTELLEN, "--gemeente", "Tiel", "--formaat", formaat, "--uit", doel)
    assert afloop.code == 0
    assert doel.read_bytes()[:2] == b"PK"


@pytest.mark.parametrize("naam", ["arnhem-2014", "centraal-gelderland-2022"])
def test_een_profiel_zonder_voorstellen_zegt_dat_in_een_zin(naam: str, draai: Callable) -> None:
    afloop = draai("stand", WORTEL / "voorbeelden" / naam, "--voorstellen")

    assert (afloop.code, afloop.uit) == (2, "")
    assert afloop.fout == (
        "Dit profiel noemt niet wat voorstellen van wie vragen."
        " Zet dat in dekking.yaml van het profiel.\n"
    )


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (("--gemeente", "Tiel"), "Bij --gemeente hoort --voorstellen."),
        (("--voorstellen", "--werkblad"), "Kies er één: --werkblad of --voorstellen."),
        (("--voorstellen", "--formaat", "svg"), "De vorm svg is er niet van --voorstellen"),
        (("--voorstellen", "--gemeente", "Thiel"), "bedoelde u «Tiel»?"),
        (("--voorstellen", "--op", "straks"), "--op: «straks» is geen dag"),
    ],
)
def test_verkeerd_gebruik_zegt_wat_wel_kan(
    woorden: tuple[str, ...], zin: str, draai: Callable
) -> None:
    afloop = draai("stand", DOSSIER, *woorden)

    assert (afloop.code, afloop.uit) == (2, "")
    assert zin in afloop.fout
