"""Where libraries are missing: one sentence and exit code 2, or the same answer as elsewhere."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from bouwers_agenda import maak_dossier, maak_onderwerp
from bouwers_jaren import rij, schrijf_stand

from agenda.jaar.vrij import _dagen, _nederland
from agenda.opslag.tijdelijk import VOOR
from agenda.weergave.ontbreekt import MINDER, ONDERDELEN, minder, ontbreekt_zin
from cli.app import OPDRACHTEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

HIER = Path(__file__).parent
KLEIN = HIER / "dossier-klein"
OORDELEN = HIER / "dossier-oordelen"
EXCEL = HIER.parents[1] / "voorbeelden" / "nijmegen-rivierenland-2022-excel"
ANDERE = ("durable_rules_engine", "durable", "pyphen", "rich", "pygments", "markdown_it", "mdurl")
"""Libraries without which everything is the same, apart from who judged."""
BESLUIT = "besluiten/2027-01-15"
VAST = ("--door", "Colleges", "--datum", "2027-01-15")


@pytest.fixture
def zonder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Take libraries away for one test."""

    def neem_weg(*namen: str) -> None:
        for naam in namen:
            monkeypatch.setitem(sys.modules, naam, None)

    for onthouden in (_dagen, _nederland):
        onthouden.cache_clear()
    yield neem_weg
    for onthouden in (_dagen, _nederland):
        onthouden.cache_clear()


@pytest.fixture
def vol(tmp_path: Path) -> Path:
    """A dossier of which not everything fits in the year."""
    return vol_dossier(tmp_path / "vol")


def vol_dossier(map_: Path) -> Path:
    fte = {"aa": "1.5", "bb": "1.1", "cc": "1.1"}
    onderwerpen = [maak_onderwerp(c, inspanning_fte=Decimal(f)) for c, f in fte.items()]
    return maak_dossier(map_, onderwerpen)


ZINNEN = {
    "docx": "Een Word-bestand maken kan hier niet: het onderdeel python-docx is er niet.",
    "typst": "Een PDF maken kan hier niet: het onderdeel typst is er niet.",
    "xlsxwriter": "Een Excel-bestand maken kan hier niet: het onderdeel XlsxWriter is er niet.",
}


@pytest.mark.parametrize(
    ("pakket", "vorm"), [("docx", "docx"), ("typst", "pdf"), ("xlsxwriter", "xlsx")]
)
def test_een_vorm_die_niet_kan_wordt_geweigerd_voor_er_iets_staat(
    pakket: str, vorm: str, draai: Callable, zonder: Callable, tmp_path: Path, geen_engels: Callable
) -> None:
    zonder(pakket)
    afloop = draai("exporteer", KLEIN, "--als", f"csv,{vorm}", "--naar", tmp_path / "uit")
    assert (afloop.code, afloop.uit) == (2, "")
    assert afloop.fout.startswith(f"--als {vorm}: {ZINNEN[pakket]} ")
    assert afloop.fout.count("\n") == 1
    assert [*tmp_path.iterdir()] == []
    geen_engels(afloop.fout)


def test_zonder_keuze_komen_de_vormen_die_wel_kunnen(
    draai: Callable, zonder: Callable, tmp_path: Path
) -> None:
    zonder("docx", "typst", "xlsxwriter")
    afloop = draai("exporteer", KLEIN, "--naar", tmp_path / "uit")
    vormen = sorted(pad.suffix for pad in (tmp_path / "uit").glob("s*"))
    assert (afloop.code, vormen) == (0, [".csv", ".html", ".json", ".md"])
    _, *niet = afloop.fout.splitlines()
    assert [zin.partition(" kan hier")[0] for zin in niet] == [
        "Niet gemaakt: docx. Een Word-bestand maken",
        "Niet gemaakt: pdf. Een PDF maken",
        "Niet gemaakt: xlsx. Een Excel-bestand maken",
    ]


def test_als_geen_enkele_vorm_kan_is_er_niets_gemaakt(
    draai: Callable, zonder: Callable, tmp_path: Path, vol: Path
) -> None:
    assert draai("vaststellen", vol, *VAST, "--als", "md").code == 0
    zonder("docx")
    keuze = ("--als", "html,evaluatie", "--naar", tmp_path / "uit")
    afloop = draai("exporteer", vol / BESLUIT, *keuze)
    assert (afloop.code, afloop.uit) == (2, "")
    assert ZINNEN["docx"] in afloop.fout
    assert not (tmp_path / "uit").exists()


def test_word_zonder_typst_heeft_alleen_geen_bladzijden_in_de_inhoudsopgave(
    draai: Callable, zonder: Callable, tmp_path: Path
) -> None:
    zonder("typst")
    assert draai("exporteer", KLEIN, "--als", "docx", "--naar", tmp_path / "uit").code == 0


def test_de_pagina_zonder_graphlay_is_dezelfde_op_het_plaatje_na(
    draai: Callable, zonder: Callable, tmp_path: Path
) -> None:
    def pagina(naar: str) -> str:
        assert draai("exporteer", KLEIN, "--als", "html", "--naar", tmp_path / naar).code == 0
        (pad,) = (tmp_path / naar).glob("*.html")
        tekst = pad.read_text(encoding="utf-8")
        tekst = re.sub(r"style-src '[^']*'", "", tekst)  # the hash of the style, with the picture
        return re.sub(r"\n\.plaat \{.*?\n\}\n", "\n", tekst, flags=re.DOTALL)

    met = pagina("met")
    zonder("graphlay")
    niet = pagina("niet")
    getekend = r"<p>Kies een vak om.*?</svg>\s*</div>\n"
    zin = "<p>Dit stuk is gemaakt zonder plaatje. De tabellen zeggen hetzelfde.</p>\n"
    assert re.sub(getekend, zin, met, flags=re.DOTALL) == niet
    assert zin in niet
    afloop = draai("samenhang", KLEIN, "--formaat", "svg")
    assert (afloop.code, afloop.uit) == (2, "")
    assert afloop.fout == f"{_zin('graphlay')}\n"


def _zin(pakket: str) -> str:
    return ontbreekt_zin(ModuleNotFoundError(name=pakket)) or ""


def test_zonder_highspy_is_er_geen_jaarplan(draai: Callable, zonder: Callable, vol: Path) -> None:
    zonder("highspy")
    for opdracht in (
        ["jaarplan", vol],
        ["vergadering", vol],
        ["jaarplan", vol, "--formaat", "csv"],
    ):
        afloop = draai(*opdracht)
        assert (afloop.code, afloop.uit, afloop.fout) == (2, "", f"{_zin('highspy')}\n")


def test_het_stuk_zonder_highspy_zegt_dat_in_plaats_van_het_plan(
    draai: Callable, zonder: Callable, vol: Path, tmp_path: Path
) -> None:
    import openpyxl

    zonder("highspy")
    uit = tmp_path / "uit"
    assert draai("exporteer", vol, "--als", "md,html,xlsx", "--naar", uit).code == 0
    md, html, werkboek = (next(uit.glob(f"s*.{vorm}")) for vorm in ("md", "html", "xlsx"))
    hoofdstuk = md.read_text("utf-8").partition("## Wat past er in het jaar?\n")[2]
    assert hoofdstuk.partition("\n## ")[0].strip() == _zin("highspy")
    assert _zin("highspy") in html.read_text("utf-8")
    boek = openpyxl.load_workbook(werkboek)
    assert [boek[blad]["A2"].value for blad in ("Jaarplan", "Vergaderingen")] == 2 * [
        _zin("highspy")
    ]
    afloop = draai("waarom", "aa", vol)
    assert afloop.code == 0
    assert "Een jaarplan uitrekenen kan hier niet" in " ".join(afloop.uit.split())
    plan = json.loads(draai("waarom", "aa", vol, "--formaat", "json").uit)["jaarplan"]
    assert plan == {"gekozen": None, "verdringt": None, "ontbreekt": _zin("highspy")}


def test_de_voortgang_zonder_highspy_zegt_dat_in_plaats_van_de_termijnagenda(
    draai: Callable, zonder: Callable, vol: Path, tmp_path: Path
) -> None:
    assert draai("vaststellen", vol, *VAST, "--als", "csv").code == 0
    schrijf_stand(vol, rij("aa", "loopt"))
    zonder("highspy")
    vormen = ("--als", "md,xlsx", "--op", "2027-07-01", "--naar", tmp_path / "uit")
    assert draai("exporteer", vol / BESLUIT, *vormen).code == 0
    (md,) = (tmp_path / "uit").glob("*.md")
    assert f"### Termijnagenda\n\n{_zin('highspy')}" in md.read_text("utf-8")


def test_zonder_numpy_is_er_geen_antwoord_waar_moet_worden_getrokken(
    draai: Callable, zonder: Callable, tmp_path: Path
) -> None:
    zonder("numpy")
    afloop = draai("robuust", OORDELEN)
    assert (afloop.code, afloop.uit, afloop.fout) == (2, "", f"{_zin('numpy')}\n")
    afloop = draai("exporteer", OORDELEN, "--naar", tmp_path / "uit")
    assert afloop.code == 0
    assert sorted(pad.suffix for pad in (tmp_path / "uit").glob("s*")) == [".csv", ".json"]
    assert afloop.fout.splitlines()[1:] == [
        f"Niet gemaakt: docx, pdf, xlsx, html en md. {_zin('numpy')}"
    ]


@pytest.mark.parametrize(("pakket", "vorm"), [("holidays", "tabel"), ("icalendar", "ics")])
def test_zonder_kalenderpakket_is_er_geen_kalender(
    pakket: str, vorm: str, draai: Callable, zonder: Callable
) -> None:
    zonder(pakket)
    afloop = draai("vergadering", KLEIN, "--formaat", vorm)
    assert (afloop.code, afloop.uit, afloop.fout) == (2, "", f"{_zin(pakket)}\n")


def test_elke_zin_is_nederlands_en_noemt_het_onderdeel(geen_engels: Callable) -> None:
    for pakket, onderdeel in ONDERDELEN.items():
        zin = _zin(f"{pakket}.deel")
        assert f" kan hier niet: het onderdeel {onderdeel.naam} is er niet. " in zin
        geen_engels(zin.replace(onderdeel.naam, ""))
    assert {*MINDER} <= {*ONDERDELEN}


def test_een_ander_deel_dat_ontbreekt_is_een_fout_in_het_programma(
    draai: Callable, zonder: Callable
) -> None:
    zonder("agenda.gewichten.interval", "agenda.weergave.gewichten")
    afloop = draai("gewichten", KLEIN)
    assert (afloop.code, afloop.uit) == (1, "")
    assert afloop.fout.startswith("Er ging iets mis in het programma (ModuleNotFoundError).")


@pytest.mark.traag
def test_een_besluit_zegt_wat_er_ontbrak_en_blijft_overal_te_controleren(
    draai: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    volledig, minder_ = vol_dossier(tmp_path / "volledig"), vol_dossier(tmp_path / "minder")
    vormen = ("--als", "html,csv,md,json,pdf")
    assert draai("vaststellen", volledig, *VAST, *vormen).code == 0
    with monkeypatch.context() as even:
        for pakket in ("highspy", "graphlay", "typst"):
            even.setitem(sys.modules, pakket, None)
        assert minder() == ("graphlay", "highspy")
        geweigerd = draai("vaststellen", minder_, *VAST, *vormen)
        assert (geweigerd.code, (minder_ / "besluiten").exists()) == (2, False)
        assert draai("vaststellen", minder_, *VAST, "--als", "html,csv,md,json").code == 0
        assert _niet_vergeleken(draai, minder_) == []
        assert _niet_vergeleken(draai, volledig) == ["html", "md", "pdf"]
    bewijs = json.loads((minder_ / BESLUIT / "ontvangstbewijs.json").read_bytes())
    assert bewijs["versies"]["zonder"] == ["graphlay", "highspy"]
    assert minder() == ()
    assert _niet_vergeleken(draai, minder_) == ["html", "md"]
    assert _niet_vergeleken(draai, volledig) == []


def _niet_vergeleken(draai: Callable, dossier: Path) -> list[str]:
    afloop = draai("controleer", dossier / BESLUIT, "--formaat", "json")
    assert afloop.code == 0, afloop.fout
    besluit = json.loads(afloop.uit)["besluit"]
    assert besluit["opnieuw_berekend"] is True
    return [naam.rpartition(".")[2] for naam in besluit.get("niet_vergeleken", [])]


def test_samenvoegen_schrijft_niets_als_het_verslag_niet_kan(
    draai: Callable, zonder: Callable, tmp_path: Path, afdruk: Callable
) -> None:
    dossier = tmp_path / "2027"
    dossier.mkdir()
    (dossier / "dossier.yaml").write_text("jaar: 2027\n", encoding="utf-8")
    csv = tmp_path / "Tiel.csv"
    csv.write_text("Code;Titel;Thema\naa;Een titel;wonen\n", encoding="utf-8")
    eerst = afdruk(tmp_path)
    zonder("docx")
    woorden = ("--naar", dossier, "--formaat", "docx", "--uit", tmp_path / "verslag.docx")
    afloop = draai("samenvoegen", csv, *woorden)
    assert (afloop.code, afloop.uit) == (2, "")
    assert ZINNEN["docx"] in afloop.fout
    assert afdruk(tmp_path) == eerst


class Afloop(NamedTuple):
    code: int
    uit: str
    fout: str


def draai_zonder(
    weg: Sequence[str], opdrachten: Sequence[Sequence[str]], map_: Path
) -> list[Afloop]:
    """Run commands in a process of its own, in which these libraries are not there."""
    klaar = subprocess.run(
        [sys.executable, HIER / "programma_zonder.py"],
        input=json.dumps({"weg": [*weg], "opdrachten": opdrachten}).encode(),
        cwd=map_,
        env={**os.environ, "COLUMNS": "100", "PYTHONPATH": str(HIER.parents[1])},
        capture_output=True,
        check=True,
        timeout=300,
    )
    return [Afloop(*afloop) for afloop in json.loads(klaar.stdout)]


def _opdrachten() -> Iterator[list[str]]:
    """Every command, on dossiers that ask for much; those that write come last."""
    for dossier in ("klein", "oordelen", "vol"):
        for naam in ("controleer", "prioriteer", "indeling", "begroting", "samenhang", "gewichten"):
            yield [naam, dossier]
        for naam in ("robuust", "vragen", "jaarplan", "vergadering"):
            yield [naam, dossier]
        yield ["prioriteer", dossier, "--formaat", "json"]
        yield ["regels", dossier, "--toets"]
        yield ["gemeente", "Nijmegen", dossier]
        for vorm in ("svg", "graphml", "json"):
            yield ["samenhang", dossier, "--formaat", vorm]
    yield from (["waarom", "aa", "vol", "--formaat", vorm] for vorm in ("tabel", "json"))
    yield from (["waarom", "wolken-delen", "klein"], ["vergelijk", "klein", "oordelen"])
    yield from (["controleer", "excel"], ["prioriteer", "excel"], ["prioriteer", "--help"])
    yield from (["prioritiseer"], ["--help"])
    yield ["vergadering", "klein", "--formaat", "ics"]
    yield ["controleer", f"vol/{BESLUIT}"]
    for wat in ([], ["--termijnagenda"], ["--voorstellen"], ["--formaat", "svg"]):
        yield ["stand", "vol", *wat]
    for vorm in ("docx", "xlsx"):
        yield ["stand", "vol", "--formaat", vorm, "--uit", f"stand.{vorm}"]
    yield ["exporteer", "klein", "--naar", "export"]
    for vorm in ("csv", "json", "html", "md", "mail", "docx", "pdf", "xlsx"):
        yield ["exporteer", "klein", "--als", vorm, "--naar", f"export-{vorm}"]
    yield ["vragen", "klein", "--antwoord", "links"]
    yield ["vaststellen", "oordelen", *VAST]
    yield ["vaststellen", "klein", *VAST, "--als", "csv,json"]
    yield ["controleer", f"klein/{BESLUIT}"]
    tiel = ("--gemeente", "Tiel", "--orgaan", "college", "--datum", "2027-03-02")
    yield ["bekrachtig", f"vol/{BESLUIT}", *tiel, "--uitkomst", "ingestemd"]
    yield ["nieuw", "2028", "nieuw"]
    yield ["samenvoegen", "Tiel.csv", "--naar", "samen"]


@pytest.fixture(scope="module")
def mappen(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Twice the same dossiers, one of them with a decision on it."""
    een = tmp_path_factory.mktemp("mappen") / "een"
    for naam, bron in (("klein", KLEIN), ("oordelen", OORDELEN), ("excel", EXCEL)):
        shutil.copytree(bron, een / naam)
    vol_dossier(een / "vol")
    (een / "samen").mkdir()
    (een / "samen" / "dossier.yaml").write_text("jaar: 2027\n", encoding="utf-8")
    (een / "Tiel.csv").write_text("Code;Titel;Thema\naa;Een titel;wonen\n", encoding="utf-8")
    (gemaakt,) = draai_zonder([], [["vaststellen", "vol", *VAST, "--als", "md"]], een)
    assert gemaakt.code == 0, gemaakt.fout
    schrijf_stand(een / "vol", rij("aa", "loopt"))
    return een, shutil.copytree(een, een.with_name("ander"))


def _zonder_evaluatoren(tekst: str) -> str:
    """A text without who judged, and without the hash of a receipt, that says so too."""
    tekst = re.sub("[0-9a-f]{64}", "", tekst)
    tekst = re.sub(r"(?m)^.*(evaluatoren|durable-rules laadt|antwoord\.).*\n", "", tekst)
    return re.sub(r'(?:"durable-rules [\d.]+",\s*|durable-rules [\d.]+(?: en |, ))', "", tekst)


def test_elke_opdracht_doet_mee() -> None:
    # Making the workplace asks the registries, which no test may.
    assert {*OPDRACHTEN} - {"werkplek"} <= {woorden[0] for woorden in _opdrachten()}


@pytest.mark.traag
def test_zonder_alle_pakketten_is_elk_antwoord_hetzelfde_of_een_zin(
    mappen: tuple[Path, Path], geen_engels: Callable
) -> None:
    opdrachten = [*_opdrachten()]
    gewoon, kaal = mappen
    pakketten = (*ONDERDELEN, *ANDERE)
    lopen = (draai_zonder([], opdrachten, gewoon), draai_zonder(pakketten, opdrachten, kaal))
    zinnen = [*filter(None, map(_zin, ONDERDELEN))]
    for woorden, met, zonder_ in zip(opdrachten, *lopen, strict=True):
        waar = (woorden, zonder_.fout)
        assert zonder_.code in (met.code, 2), waar
        geen_engels(re.sub("|".join(o.naam for o in ONDERDELEN.values()), "", zonder_.fout))
        if met.code != 2 and zonder_.code == 2:
            assert zonder_.uit == "", waar
            assert any(zin in zonder_.fout for zin in zinnen), waar
        elif not any(zin[:25] in zonder_.uit for zin in (*zinnen, "Niet vergeleken: strategi")):
            assert _zonder_evaluatoren(zonder_.uit) == _zonder_evaluatoren(met.uit), waar
    assert [*kaal.rglob(f"{VOOR}*")] == []
    for map_ in kaal.glob("export*"):  # what is listed is there, and nothing else
        lijst = json.loads((map_ / ".agenda-export.json").read_bytes())
        assert {p.name for p in map_.iterdir()} == {*lijst, ".agenda-export.json"}
    for pad in (*kaal.glob("export*/s*.csv"), *kaal.glob("export*/s*.json")):
        naast = gewoon / pad.relative_to(kaal)
        assert _zonder_evaluatoren(pad.read_text("utf-8")) == _zonder_evaluatoren(
            naast.read_text("utf-8")
        )
