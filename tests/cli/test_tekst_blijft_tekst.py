"""Whatever a title holds, it comes out as that text: from every kind of file, in every form."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TITELS = {
    "formule": "=1+1",
    "plus": "+cmd|' /C calc'!A0",
    "min": "-2",
    "apenstaart": "@SUM(A1)",
    "script": "<script>alert(1)</script>",
    "aanhalingstekens": "De \"eerste\", de 'tweede' en de «derde»",
    "weglatingsteken": "'s Avonds open",
    "pijpen": "Wonen | werken || leren",
    "opmaak": "*vet* _schuin_ `code` [hier](http://a.nl) ~weg~ # kop \\ ",
    "tekencode": "R&amp;D &lt;b&gt; &#65; & meer",
    "scheidingstekens": "Wonen; werken, leren: nu!",
    "emoji": "Samen 👩‍👩‍👧 verder 🎉",
    "rechts-naar-links": "שלום עולם مرحبا",
    "accenten": "Eén café voor oma's coördinator",
    "lang": "heel " * 59 + "lang!",
    "lang-woord": "a" * 300,
}
TITELS = {code: titel.strip() for code, titel in TITELS.items()}
FORMULE = ("=", "+", "-", "@", "\t", "\r")


def _yaml(_: Callable) -> bytes:
    onderwerpen = [
        f"  - {{code: {code}, titel: {json.dumps(titel, ensure_ascii=False)}, thema: wonen,"
        " plannen: [samen-dichtbij], regios: [rijk-van-nijmegen, rivierenland],"
        f" afstemming_nodig: {'nee' if code == 'formule' else 'ja'}}}"
        for code, titel in TITELS.items()
    ]
    return "\n".join(["onderwerpen:", *onderwerpen]).encode()


def _rijen() -> list[tuple[str, ...]]:
    kop = ("Code", "Titel", "Thema", "Plannen", "Regio's", "Afstemming nodig")
    regios = "rijk-van-nijmegen; rivierenland"
    return [
        kop,
        *(
            (code, titel, "wonen", "samen-dichtbij", regios, "nee" if code == "formule" else "x")
            for code, titel in TITELS.items()
        ),
    ]


def _csv(_: Callable) -> bytes:
    uit = io.StringIO()
    csv.writer(uit, delimiter=";").writerows(_rijen())
    return uit.getvalue().encode("utf-8-sig")


def _xlsx(maak_excel: Callable) -> bytes:
    return maak_excel(_rijen())


@pytest.fixture(params=[_yaml, _csv, _xlsx], ids=["yaml", "csv", "xlsx"])
def dossier(request: pytest.FixtureRequest, maak_dossier: Callable, maak_excel: Callable) -> Path:
    soort = request.param.__name__.strip("_")
    return maak_dossier(request.param(maak_excel), bestand=f"onderwerpen.{soort}")


def test_in_json_staat_elke_titel_letterlijk(dossier: Path, draai: Callable) -> None:
    data = json.loads(draai("prioriteer", dossier, "--formaat", "json").uit)

    alle = [*data["ranglijst"], *data["onbeslist"], *data["niet_toegelaten"]]
    assert {onderwerp["code"]: onderwerp["titel"] for onderwerp in alle} == TITELS


def test_in_csv_begint_geen_cel_als_formule_en_staat_er_verder_niets_bij(
    dossier: Path, draai: Callable
) -> None:
    uit = draai("prioriteer", dossier, "--formaat", "csv").uit

    rijen = list(csv.DictReader(io.StringIO(uit.removeprefix("\ufeff")), delimiter=";"))
    assert {rij["Code"]: rij["Titel"] for rij in rijen} == {
        code: f"'{titel}" if titel.startswith(FORMULE) else titel for code, titel in TITELS.items()
    }
    assert not [cel for rij in rijen for cel in rij.values() if cel.startswith(FORMULE)]


def _cellen(rij: str) -> list[str]:
    """The cells of a Markdown row, as a browser would show them."""
    ruw = re.split(r"(?<!\\)\|", rij.strip().removeprefix("|").removesuffix("|"))
    delen = [re.split(r"\\([!-/:-@\[-`{-~])", cel.strip()) for cel in ruw]
    # Every second part stood behind a backslash, so it is what it is.
    return [
        "".join(deel if n % 2 else html.unescape(deel) for n, deel in enumerate(cel))
        for cel in delen
    ]


def test_in_markdown_is_elke_titel_gewone_tekst(dossier: Path, draai: Callable) -> None:
    uit = draai("prioriteer", dossier, "--formaat", "md").uit

    # Code and title stand side by side, in the ranked list as in the other two.
    rijen = [_cellen(regel) for regel in uit.splitlines() if regel.startswith("|")]
    buren = {deel: rij[n + 1] for rij in rijen for n, deel in enumerate(rij[:-1])}
    assert {code: buren.get(code) for code in TITELS} == TITELS
    assert not re.search(r"(?<!\\)[<>*`\[]", uit)


def test_in_een_tabel_blijft_elke_korte_titel_heel(
    dossier: Path, draai: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")

    uit = draai("prioriteer", dossier).uit

    assert [titel for titel in TITELS.values() if len(titel) < 50 and titel not in uit] == []


@pytest.mark.parametrize("breedte", [80, 120])
def test_een_tabel_past_in_het_venster_ook_met_een_heel_lange_titel(
    breedte: int,
    draai: Callable,
    maak_dossier: Callable,
    maak_excel: Callable,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", str(breedte))

    regels = draai("prioriteer", maak_dossier(_yaml(maak_excel))).uit.splitlines()

    assert [regel for regel in regels if len(regel) > breedte] == []


@pytest.mark.parametrize("code", TITELS)
def test_ook_de_uitleg_toont_de_titel_letterlijk(
    code: str, draai: Callable, maak_dossier: Callable, maak_excel: Callable
) -> None:
    dossier = maak_dossier(_yaml(maak_excel))
    tabel = draai("waarom", code, dossier).uit
    data = json.loads(draai("waarom", code, dossier, "--formaat", "json").uit)
    markdown = draai("waarom", code, dossier, "--formaat", "md").uit

    kop = tabel.partition("\n\n")[0]  # a long title goes on on the next line
    assert "".join(kop.split()) == "".join(f"{TITELS[code]} ({code})".split())
    assert data["titel"] == TITELS[code]
    assert _cellen(markdown.splitlines()[0]) == [f"# {TITELS[code]} ({code})"]


@pytest.mark.parametrize("formaat", ["tabel", "json", "csv", "md"])
def test_geen_uitvoer_bevat_een_teken_dat_de_terminal_bestuurt(
    formaat: str, dossier: Path, draai: Callable
) -> None:
    uit = draai("prioriteer", dossier, "--formaat", formaat).uit

    assert re.findall(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", uit) == []


@pytest.mark.parametrize(
    ("bestand", "inhoud", "plek"),
    [
        (
            "onderwerpen.yaml",
            'onderwerpen:\n  - {code: rood, titel: "\\e[31mRood", thema: wonen}\n',
            "onderwerpen.yaml:2:18",
        ),
        (
            "onderwerpen.yaml",
            "onderwerpen:\n  - {code: rood, titel: \x1b[31mRood, thema: wonen}\n",
            "onderwerpen.yaml:2:25",
        ),
        (
            "onderwerpen.csv",
            "Code;Titel;Thema\nrood;\x1b[31mRood;wonen\n",
            "onderwerpen.csv:2:2",
        ),
    ],
    ids=["yaml met een code", "yaml met het teken zelf", "csv"],
)
def test_een_kleurcode_voor_de_terminal_wordt_geweigerd_met_de_plek(
    bestand: str, inhoud: str, plek: str, draai: Callable, maak_dossier: Callable
) -> None:
    afloop = draai("prioriteer", maak_dossier(inhoud, bestand=bestand))

    assert (afloop.code, afloop.uit) == (3, "")
    assert afloop.fout.startswith(f"{plek}: ")
    assert "stuurtekens" in afloop.fout
    assert "\x1b" not in afloop.fout


def test_een_kleurcode_uit_excel_bereikt_de_terminal_niet(
    draai: Callable, maak_dossier: Callable, maak_excel: Callable
) -> None:
    werkmap = maak_excel([("Code", "Titel", "Thema"), ("rood", "\x1b[31mRood", "wonen")])

    afloop = draai("prioriteer", maak_dossier(werkmap, bestand="onderwerpen.xlsx"))

    assert "\x1b" not in afloop.uit + afloop.fout


def test_een_formule_in_excel_telt_als_haar_uitkomst(
    draai: Callable, maak_dossier: Callable
) -> None:
    import xlsxwriter

    uit = io.BytesIO()
    with xlsxwriter.Workbook(uit, {"in_memory": True}) as boek:
        blad = boek.add_worksheet("Onderwerpen")
        blad.write_row(0, 0, ("Code", "Titel", "Thema"))
        blad.write_row(1, 0, ("som", "", "wonen"))
        blad.write_formula(1, 1, '="Een"&" titel"', None, "Een titel")

    afloop = draai("waarom", "som", maak_dossier(uit.getvalue(), bestand="onderwerpen.xlsx"))

    assert afloop.uit.splitlines()[0] == "Een titel (som)"
