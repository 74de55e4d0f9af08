"""`agenda stand --werkgroepen`: every form, what it says when there is nothing, and what it leaves
as it was."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from bouwers_agenda import map_van_profiel
from bouwers_werkgroepen import schrijf_groepen

from cli.uitgang import voer_uit

if TYPE_CHECKING:
    from collections.abc import Callable

WORTEL = Path(__file__).parents[2]
GOUD = WORTEL / "tests" / "goud"
KLEIN = Path(__file__).parent / "dossier-klein"
GROEPEN = """werkgroepen:
  - code: regionale-werkgroep
    naam: Regionale werkgroep
    gremium: regionale-werkgroep
    doel: Ambtelijke overeenstemming over alle onderwerpen.
    zetels:
      - {gemeente: Nijmegen, functie: beleidsadviseur, fte: 0.2, trekker: ja}
      - {gemeente: Tiel, functie: beleidsadviseur, fte: 0.15}
      - {gemeente: Druten, functie: beleidsmedewerker Wmo}
  - code: draken
    naam: Draken temmen
    gremium: Tijdelijke werkgroep of projectgroep
    doel: Werkt het temmen uit.
    onderwerpen: [draken-temmen]
    zetels:
      - {gemeente: Nijmegen, functie: projectleider, fte: 0.3, trekker: ja}
      - {gemeente: Wijchen, functie: beleidsadviseur, fte: 0.1}
      - {gemeente: Culemborg, functie: beleidsadviseur, fte: 0.1, namens: Rivierenland}
"""


@pytest.fixture(scope="module")
def vastgesteld(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier with a decision; nothing here is changed by a test."""
    dossier = tmp_path_factory.mktemp("groepen") / "dossier"
    shutil.copytree(KLEIN, dossier)
    opdracht = ["vaststellen", str(dossier), "--door", "College", "--datum", "2027-01-15"]
    assert voer_uit([*opdracht, "--als", "mail"]) == 0
    return dossier


@pytest.fixture
def dossier(vastgesteld: Path, tmp_path: Path) -> Path:
    kopie = tmp_path / "dossier"
    shutil.copytree(vastgesteld, kopie)
    (kopie / "werkgroepen.yaml").write_text(GROEPEN, encoding="utf-8")
    return kopie


def test_wie_waaraan_werkt_staat_er_zoals_afgesproken(
    dossier: Path, draai: Callable, goud: Callable, geen_engels: Callable
) -> None:
    afloop = draai("stand", dossier, "--werkgroepen", "--op", "2027-06-01")

    assert (afloop.code, afloop.fout) == (0, "")
    geen_engels(afloop.uit)
    goud(GOUD / "cli-stand-werkgroepen.txt", afloop.uit)


def test_een_besluit_geeft_hetzelfde_als_zijn_dossier(dossier: Path, draai: Callable) -> None:
    besluit = dossier / "besluiten" / "2027-01-15"

    assert (
        draai("stand", besluit, "--werkgroepen").uit == draai("stand", dossier, "--werkgroepen").uit
    )


def test_de_json_heeft_de_vaste_sleutels(dossier: Path, draai: Callable) -> None:
    uit = json.loads(draai("stand", dossier, "--werkgroepen", "--formaat", "json").uit)

    assert uit["schema"] == "agenda/werkgroepen/1"
    assert uit.keys() >= {"op", "werkgroepen", "leden", "onderwerpen", "hiaten", "herkomst"}
    (draken, _) = uit["werkgroepen"]
    assert (draken["fte"], draken["uitkomsten"]) == ("1/2", {"samenstelling": "alle-partijen"})
    assert draken["bronnen"]["samenstelling"][0]["bron"] == "Inrichtingsplan §2.3.5"
    tiel = next(lid for lid in uit["leden"] if lid["gemeente"] == "GM0281")
    (controle,) = tiel["controles"]
    assert (tiel["fte"], controle["regel"], controle["uitkomst"]) == (
        "3/20",
        "beleidscapaciteit",
        "nee",
    )
    assert "0,2 fte" in controle["zin"]
    assert str(dossier) not in json.dumps(uit)


def test_de_csv_heeft_een_rij_per_zetel(dossier: Path, draai: Callable) -> None:
    tekst = draai("stand", dossier, "--werkgroepen", "--formaat", "csv").uit

    kop, *rijen = csv.reader(io.StringIO(tekst.removeprefix("\ufeff")), delimiter=";")
    assert kop[0] == "Code werkgroep"
    assert len(rijen) == 6
    assert [rij[kop.index("Fte")] for rij in rijen] == ["0,3", "0,1", "0,1", "0,2", "0,15", ""]


def test_ook_als_markdown(dossier: Path, draai: Callable) -> None:
    tekst = draai("stand", dossier, "--werkgroepen", "--formaat", "md").uit

    assert "# Wie doet hoeveel" in tekst


def test_als_document_staat_er_hetzelfde_in(dossier: Path, draai: Callable, tmp_path: Path) -> None:
    uit = tmp_path / "groepen.docx"

    assert draai("stand", dossier, "--werkgroepen", "--formaat", "docx", "--uit", uit).code == 0

    document = docx.Document(str(uit))
    cellen = {cel.text for tabel in document.tables for rij in tabel.rows for cel in rij.cells}
    assert {"Draken temmen", "Culemborg", "beleidsmedewerker Wmo", "Minstens 0,2 fte"} <= cellen


@pytest.mark.parametrize(
    "opties", [["--formaat", "xlsx"], ["--formaat", "svg"], ["--termijnagenda"]]
)
def test_wat_niet_samen_kan_wordt_geweigerd(
    opties: list[str], vastgesteld: Path, draai: Callable
) -> None:
    afloop = draai("stand", vastgesteld, "--werkgroepen", *opties)

    assert (afloop.code, afloop.uit) == (2, "")


def test_zonder_werkgroepen_zegt_een_zin_wat_te_doen(vastgesteld: Path, draai: Callable) -> None:
    afloop = draai("stand", vastgesteld, "--werkgroepen")

    assert (afloop.code, afloop.uit) == (2, "")
    assert afloop.fout.count("\n") == 1
    assert "werkgroepen.yaml" in afloop.fout


def test_een_fout_in_het_bestand_en_een_dag_voor_het_besluit_staan_er_samen(
    dossier: Path, draai: Callable
) -> None:
    schrijf_groepen(dossier, [{"code": "aa"}])

    afloop = draai("stand", dossier, "--werkgroepen", "--op", "2026-12-31")

    assert (afloop.code, afloop.uit) == (3, "")
    assert "--op" in afloop.fout
    assert "werkgroepen.yaml:" in afloop.fout


def test_werkgroepen_worden_niet_vastgelegd_en_nooit_overschreven(
    dossier: Path, draai: Callable
) -> None:
    opdracht = ("vaststellen", dossier, "--door", "College", "--datum", "2027-02-01")
    assert draai(*opdracht, "--als", "mail").code == 0

    assert not list((dossier / "besluiten" / "2027-02-01" / "invoer").glob("werkgroepen*"))
    afloop = draai("regels", dossier, "--formaat", "csv", "--uit", dossier / "werkgroepen.yaml")
    assert afloop.code == 2
    assert (dossier / "werkgroepen.yaml").read_text(encoding="utf-8") == GROEPEN


def _zonder_naregels(profiel: str, map_: Path) -> Path:
    """A copy of a profile without its rules over what comes after the decision."""
    kaal = map_ / profiel
    shutil.copytree(map_van_profiel(profiel), kaal)
    if profiel == "nijmegen-rivierenland":
        weg = ["indelingen.yaml", "regels/werkgroepen.yaml", "regels/overeenstemming.yaml"]
    else:
        weg = ["regels/na-besluit.yaml"]
        pad = kaal / "indelingen.yaml"
        tekst = pad.read_text(encoding="utf-8")
        pad.write_text(tekst.split("  # Wat er na het besluit")[0], encoding="utf-8")
    for naam in weg:
        (kaal / naam).unlink()
    return kaal


OPDRACHTEN: list[list[str]] = [
    ["prioriteer", "--formaat", "json"],
    ["prioriteer", "--formaat", "tabel"],
    ["indeling", "--formaat", "json"],
    ["waarom", "CODE", "--formaat", "json"],
    ["controleer", "--formaat", "json"],
]


@pytest.mark.parametrize(
    ("profiel", "voorbeeld", "code"),
    [
        ("nijmegen-rivierenland", KLEIN, "draken-temmen"),
        ("arnhem-2014", WORTEL / "voorbeelden" / "arnhem-2014", "communicatie"),
    ],
)
def test_regels_over_wat_na_het_besluit_komt_veranderen_niets_wat_ervoor_komt(
    profiel: str, voorbeeld: Path, code: str, tmp_path: Path, draai: Callable
) -> None:
    kaal = _zonder_naregels(profiel, tmp_path)

    for opdracht, *opties in OPDRACHTEN:
        waarover = [code if deel == "CODE" else deel for deel in opties]
        plek = (
            [*waarover[:1], voorbeeld, *waarover[1:]]
            if opdracht == "waarom"
            else [voorbeeld, *waarover]
        )
        met = draai(opdracht, *plek, "--themas", map_van_profiel(profiel))
        zonder = draai(opdracht, *plek, "--themas", kaal)
        assert met == zonder, opdracht
        assert met.code == 0 or opdracht in ("indeling", "prioriteer")


def test_op_een_indeling_van_alleen_na_het_besluit_is_geen_antwoord(draai: Callable) -> None:
    afloop = draai("indeling", KLEIN)

    assert (afloop.code, afloop.uit) == (2, "")
