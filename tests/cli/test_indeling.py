"""`agenda indeling`, and `agenda waarom` where a profile classifies."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from regels.ingedeeld import Botsing

if TYPE_CHECKING:
    from collections.abc import Callable

    from agenda.indeling.indelingen import Indelingen

HIER = Path(__file__).parents[1]
GOUD = HIER / "goud" / "indeling"
VOORBEELDEN = HIER.parent / "voorbeelden"
VERZONNEN = HIER / "profielen"
ARNHEM = [VOORBEELDEN / "arnhem-2014"]
GELDERLAND = [VOORBEELDEN / "centraal-gelderland-2022"]
BOTSING = [VERZONNEN / "dossiers" / "centraal-gelderland-botsing"]
BIBLIOTHEKEN = [VERZONNEN / "dossiers" / "bibliotheken-2026", "--themas", VERZONNEN]
DOSSIERS = {
    "arnhem-2014": ARNHEM,
    "centraal-gelderland-2022": GELDERLAND,
    "bibliotheken-2026": BIBLIOTHEKEN,
}


@pytest.mark.parametrize("vorm", ["tabel", "md", "json"])
@pytest.mark.parametrize("naam", DOSSIERS)
def test_de_indeling_is_zoals_afgesproken(
    naam: str, vorm: str, draai: Callable, goud: Callable
) -> None:
    afloop = draai("indeling", *DOSSIERS[naam], "--formaat", vorm)

    assert (afloop.code, afloop.fout) == (0, "")
    zonder_herkomst = re.sub('_sha256": "[0-9a-f]{64}', '_sha256": "…', afloop.uit)
    zonder_herkomst = re.sub(
        '"evaluatoren": \\[.*?\\]', '"evaluatoren": […]', zonder_herkomst, flags=re.S
    )
    goud(GOUD / f"{naam}.{'txt' if vorm == 'tabel' else vorm}", zonder_herkomst)


@pytest.mark.parametrize(
    ("naam", "args"),
    {
        "waarom-taak.txt": ["rb-leerlingzaken", *ARNHEM],
        "waarom-taak.md": ["rb-leerlingzaken", *ARNHEM, "--formaat", "md"],
        "waarom-taak-bij-gemeente.txt": ["rb-leerlingzaken", *ARNHEM, "--gemeente", "Renkum"],
        "waarom-botsing.txt": ["botsing", *BOTSING],
        "waarom-nog-onbekend.txt": ["botsing-open", *BOTSING],
        "waarom-activiteit.txt": ["lampionnentocht", *BIBLIOTHEKEN],
        "waarom-activiteit-bij-vestiging.txt": [
            "lampionnentocht",
            *BIBLIOTHEKEN,
            "--gemeente",
            "molenplein",
        ],
    }.items(),
    ids=lambda deel: deel if isinstance(deel, str) else "",
)
def test_de_uitleg_van_een_indeling_is_zoals_afgesproken(
    naam: str, args: list[object], draai: Callable, goud: Callable
) -> None:
    afloop = draai("waarom", *args)

    assert (afloop.code, afloop.fout) == (0, "")
    goud(GOUD / naam, re.split("[├└-]─? (?:Samenhang|Wie bespreekt)", afloop.uit)[0])


def _json(draai: Callable, *args: object) -> dict[str, Any]:
    afloop = draai(*args, "--formaat", "json")
    assert (afloop.code, afloop.fout) == (0, "")
    return json.loads(afloop.uit)


def test_json_heeft_de_vorm_van_het_contract(draai: Callable) -> None:
    data = _json(draai, "indeling", *BIBLIOTHEKEN)

    assert data["schema"] == "agenda/indeling/1"
    assert {"profiel", "peildatum", "herkomst"} <= set(data)
    assert data["agendajaar"] == 2026
    assert data["jaar"] == {"uitkomsten": {}, "mogelijk": {}}
    assert data["leden"] == {}
    for onderwerp in data["onderwerpen"]:
        assert {"code", "titel", "uitkomsten", "mogelijk", "leden"} <= set(onderwerp)
        assert set(onderwerp["leden"]) == {"duinhuis", "havenzaal", "molenplein"}
        for deel in (onderwerp, *onderwerp["leden"].values()):
            onbekend = {code for code, uit in deel["uitkomsten"].items() if uit == "onbekend"}
            assert set(deel["mogelijk"]) == onbekend
            assert all(len(uitkomsten) > 1 for uitkomsten in deel["mogelijk"].values())
    for controle in data["controles"]:
        assert {"regel", "onderwerp", "lid", "uitkomst", "zin"} <= set(controle)


def test_alle_taken_van_arnhem_zijn_regionaal_en_van_geen_is_zeker_wie_mag_afzien(
    draai: Callable,
) -> None:
    onderwerpen = _json(draai, "indeling", *ARNHEM)["onderwerpen"]

    assert len(onderwerpen) == 31
    assert {deel["uitkomsten"]["niveau"] for deel in onderwerpen} == {"regionaal"}
    paren = [lid for deel in onderwerpen for lid in deel["leden"].values()]
    assert {lid["uitkomsten"]["afzien"] for lid in paren} == {"onbekend"}
    assert all(lid["mogelijk"]["afzien"] == ["ja", "nee"] for lid in paren)


def test_het_programma_meldt_zelf_de_twee_bevindingen_van_arnhem(draai: Callable) -> None:
    controles = _json(draai, "indeling", *ARNHEM)["controles"]
    vier = [VERZONNEN / "dossiers" / "arnhem-2014-vier-groepen"]

    assert {c["regel"]: c["uitkomst"] for c in controles} == {
        "plaats-voor-iedereen": "nee",
        "eerst-gunnen": "nee",
    }
    anders = _json(draai, "indeling", *vier)["controles"]
    assert {c["regel"]: c["uitkomst"] for c in anders} == {
        "plaats-voor-iedereen": "ja",
        "eerst-gunnen": "nee",
    }


def test_csv_heeft_een_rij_per_uitkomst_en_per_controle(draai: Callable) -> None:
    tekst = draai("indeling", *BIBLIOTHEKEN, "--formaat", "csv").uit.removeprefix("\ufeff")
    kop, *rijen = csv.reader(io.StringIO(tekst), delimiter=";")

    assert kop[:5] == ["Over", "Code", "Titel", "Code vestiging", "Naam vestiging"]
    aantal = {wat: sum(rij[0] == wat for rij in rijen) for wat in {rij[0] for rij in rijen}}
    assert aantal == {"onderwerp": 5, "deelname": 15, "controle": 19}


def test_xlsx_heeft_alles_op_bladen(draai: Callable, tmp_path: Path) -> None:
    uit = tmp_path / "indeling.xlsx"
    afloop = draai("indeling", *ARNHEM, "--formaat", "xlsx", "--uit", uit)

    assert (afloop.code, afloop.uit, afloop.fout) == (0, "", "")
    boek = openpyxl.load_workbook(uit)
    assert {blad.title: blad.max_row for blad in boek} == {
        "Indeling": 32,
        "Deelname": 1 + 31 * 5,
        "Controles": 3,
        "Momenten": 13,
    }
    boek.close()


def test_xlsx_zonder_bestand_is_verkeerd_gebruik(draai: Callable, geen_engels: Callable) -> None:
    afloop = draai("indeling", *ARNHEM, "--formaat", "xlsx")

    assert (afloop.code, afloop.uit) == (2, "")
    assert "--uit BESTAND" in afloop.fout
    geen_engels(afloop.fout)


def test_een_profiel_zonder_indelingen_zegt_dat_in_een_zin(draai: Callable) -> None:
    afloop = draai("indeling", VOORBEELDEN / "nijmegen-rivierenland-2022")

    zin = "Het profiel nijmegen-rivierenland heeft geen indelingen en geen controles.\n"
    assert (afloop.code, afloop.uit, afloop.fout) == (2, "", zin)


@pytest.mark.parametrize(
    ("gevraagd", "hulp"), [("renkim", "bedoelde u «Renkum»?"), ("Zutphen-Oost", "kies uit Arnhem")]
)
def test_een_onbekende_gemeente_is_verkeerd_gebruik(
    gevraagd: str, hulp: str, draai: Callable
) -> None:
    afloop = draai("waarom", "indicatie", *ARNHEM, "--gemeente", gevraagd)

    assert (afloop.code, afloop.uit) == (2, "")
    kop = f"Fout: Geen gemeente heeft de naam of de code «{gevraagd}»; {hulp}"
    assert afloop.fout.startswith(kop)


def test_een_profiel_zonder_indelingen_heeft_geen_uitleg_per_gemeente(draai: Callable) -> None:
    dossier = VOORBEELDEN / "nijmegen-rivierenland-2022"
    afloop = draai("waarom", "wijk-ggz-teams", dossier, "--gemeente", "GM0268")

    assert (afloop.code, afloop.uit) == (2, "")
    assert "deelt niets in per gemeente" in afloop.fout


def test_gemeente_en_tegenover_gaan_niet_samen(draai: Callable) -> None:
    args = ("--gemeente", "Arnhem", "--tegenover", "indicatie")
    afloop = draai("waarom", "vervoer", *ARNHEM, *args)

    assert (afloop.code, afloop.uit) == (2, "")
    assert "Kies één van --tegenover en --gemeente." in afloop.fout


def test_een_gemeente_mag_ook_met_haar_code(draai: Callable) -> None:
    met_naam, met_code = (
        draai("waarom", "indicatie", *ARNHEM, "--gemeente", wie).uit for wie in ("arnhem", "gm0202")
    )

    assert met_naam == met_code != ""


def test_json_van_waarom_heeft_de_indelingen_met_hun_redenen(draai: Callable) -> None:
    data = _json(draai, "waarom", "botsing", *BOTSING)

    (niveau,) = data["indelingen"]
    assert niveau["uitkomst"] == "bespreken"
    ja = [regel for regel in niveau["regels"] if regel["uitkomst"] == "ja"]
    assert [(regel["regel"], regel["beslist"]) for regel in ja] == [
        ("beter-bij-inkoop", True),
        ("wat-kan", True),
    ]
    lokaal = next(d for d in niveau["kleinste_verandering"] if d["uitkomst"] == "lokaal")
    (mogelijkheid,) = lokaal["mogelijkheden"]
    assert mogelijkheid["wijzigingen"] == [
        {
            "veld": "aard",
            "nu": ["inkoop"],
            "nieuw": [],
            "zin": "aard van de taak: geen (nu: inkoop van zorg)",
        }
    ]


def test_een_profiel_zonder_rangorde_toont_geen_score_en_geen_status(draai: Callable) -> None:
    uit = draai("waarom", "indicatie", *ARNHEM).uit

    for woord in ("Status:", "Score:", "Uitgangspunten", "Criteria", "Het zou", "plaats"):
        assert woord not in uit


def test_wat_alleen_getoond_wordt_staat_met_zijn_zekerheid_in_waarom(draai: Callable) -> None:
    data = _json(draai, "waarom", "communicatie", *ARNHEM)

    assert data["alleen_getoond"] == {"kruisjes": ["k3", "k4", "k6", "k7"], "zekerheid": "nee"}
    tekst = draai("waarom", "communicatie", *ARNHEM).uit
    assert "Alleen getoond: dit telt nergens voor mee" in tekst
    assert "Zeker gelezen: niet zeker gelezen" in tekst


def test_een_botsing_die_niet_mag_geeft_code_4(
    draai: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the check of the rules does not find beforehand."""

    def botst(indelingen: Indelingen, *_: object) -> None:
        (indeling,) = indelingen.indelingen
        raise Botsing(indeling, indelingen.indeler.regels(indeling.code)[:2], "zorg")

    monkeypatch.setattr("agenda.indeling.indelingen.Indelingen.deel_in", botst)
    afloop = draai("indeling", *GELDERLAND)

    assert (afloop.code, afloop.uit) == (4, "")
    assert afloop.fout == (
        "Onderwerp zorg: de regels boven-de-regio (Bovenregionaal) en wat-moet (Regionaal) geven"
        " niet dezelfde uitkomst voor niveau, en dat moet wel.\n"
    )


@pytest.mark.traag
def test_veel_onderwerpen_en_leden_blijven_leesbaar(draai: Callable, tmp_path: Path) -> None:
    """For people a bounded list; for programs everything."""
    map_ = tmp_path / "veel"
    shutil.copytree(BIBLIOTHEKEN[0], map_)
    (map_ / "deelname.yaml").unlink()
    rij = "  - {{code: taak-{0}, titel: Taak {0}, thema: ontmoeten, bezoekers: {0}}}\n"
    tekst = "onderwerpen:\n" + "".join(rij.format(nummer) for nummer in range(250))
    (map_ / "onderwerpen.yaml").write_text(tekst, encoding="utf-8")
    args = ("indeling", map_, "--themas", VERZONNEN)

    uit = draai(*args).uit
    assert "En nog 150 activiteiten; alles staat in de vormen csv, json en xlsx." in uit
    assert "en nog" in uit.rpartition("Wat niet klopt")[2]
    data = _json(draai, *args)
    assert sum(len(deel["leden"]) for deel in data["onderwerpen"]) == 750
    csv_uit = draai(*args, "--formaat", "csv").uit
    assert len(csv_uit.splitlines()) == 1 + 250 * (1 + 3) + 1 + 3 + 750


def test_de_volgorde_van_de_onderwerpen_in_het_bestand_verandert_niets(
    draai: Callable, tmp_path: Path
) -> None:
    map_ = tmp_path / "omgekeerd"
    shutil.copytree(BOTSING[0], map_)
    bestand = map_ / "onderwerpen.yaml"
    kop, *delen = re.split(r"\n(?=  - code)", bestand.read_text("utf-8"))
    bestand.write_text("\n".join([kop, *reversed(delen)]) + "\n", encoding="utf-8")

    assert draai("indeling", map_).uit == draai("indeling", *BOTSING).uit


def test_in_een_tabel_heet_een_gemeente_bij_haar_naam(draai: Callable, tmp_path: Path) -> None:
    taak = "{code: taak, titel: Taak, thema: jeugdwet}"
    (tmp_path / "dossier.yaml").write_text(
        "jaar: 2014\nprofiel: arnhem-2014\npeildatum: 2014-03-14\n"
    )
    (tmp_path / "onderwerpen.yaml").write_text(f"onderwerpen: [{taak}]\n")
    rijen = "Taak;Gemeente;Wil niet meedoen\ntaak;Wageningn;ja\ntaak;Ergens;ja\n"
    (tmp_path / "deelname.csv").write_text(rijen)

    afloop = draai("indeling", tmp_path)

    assert afloop.code == 3
    assert "bedoelde u «Wageningen»?" in afloop.fout
    assert "verwacht een van alle, Arnhem, Wageningen, Lingewaard" in afloop.fout
