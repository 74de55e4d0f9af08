"""Where the process itself matters: code pages, pipes, terminals, interrupts, start-up."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

KLEIN = Path(__file__).parent / "dossier-klein"
OORDELEN = Path(__file__).parent / "dossier-oordelen"
VOORBEELD_EXCEL = Path(__file__).parents[2] / "voorbeelden" / "nijmegen-rivierenland-2022-excel"
OUDE_CONSOLES = {
    "cp1252": {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    "ascii": {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"},
}
BIJZONDER = """onderwerpen:
  - {code: bijzonder, titel: "Één → 🎉 שלום", thema: wonen}
"""

alleen_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows heeft geen pty")
oude_console = pytest.mark.parametrize("env", OUDE_CONSOLES.values(), ids=OUDE_CONSOLES.keys())


def _lees_tot(terminal: int, woord: bytes | None = None) -> bytes:
    """Read what a terminal shows, until a word or until the program closes it."""
    gelezen = b""
    while woord is None or woord not in gelezen:
        try:
            deel = os.read(terminal, 4096)
        except OSError:  # Linux says so when the last writer has closed the terminal
            break
        if not deel:
            break
        gelezen += deel
    return gelezen


@pytest.mark.traag
@oude_console
@pytest.mark.parametrize("formaat", ["tabel", "json"])
def test_een_oude_console_krijgt_utf8_en_geen_fout(
    formaat: str, env: dict[str, str], proces: Callable, maak_dossier: Callable
) -> None:
    klaar = proces("prioriteer", maak_dossier(BIJZONDER), "--formaat", formaat, env=env)

    assert (klaar.returncode, klaar.stderr) == (0, b"")
    assert "Één → 🎉 שלום" in klaar.stdout.decode("utf-8")


@oude_console
def test_ook_een_melding_overleeft_een_oude_console(
    env: dict[str, str], proces: Callable, maak_dossier: Callable
) -> None:
    klaar = proces("controleer", maak_dossier(BIJZONDER.replace("wonen", "«é🎉")), env=env)

    assert (klaar.returncode, klaar.stdout) == (3, b"")
    assert "««é🎉»" in klaar.stderr.decode("utf-8")


def test_een_map_met_bijzondere_tekens_werkt_op_een_oude_console(
    proces: Callable, maak_dossier: Callable, tmp_path: Path
) -> None:
    env = OUDE_CONSOLES["ascii"]
    dossier = maak_dossier(BIJZONDER, map_="agenda-één-🎉")

    klaar = proces("prioriteer", dossier, "--uit", tmp_path / "ënd.md", env=env)

    assert (klaar.returncode, klaar.stdout, klaar.stderr) == (0, b"", b"")
    assert "Één → 🎉 שלום" in (tmp_path / "ënd.md").read_text("utf-8")


@alleen_posix
def test_een_lezer_die_eerder_stopt_geeft_geen_fout(
    start: Callable, maak_dossier: Callable, veel_onderwerpen: Callable
) -> None:
    dossier = maak_dossier(veel_onderwerpen(800))
    leidingen = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}

    with start("prioriteer", dossier, "--formaat", "json", **leidingen) as bezig:
        eerste = bezig.stdout.readline()
        bezig.stdout.close()
        fout = bezig.stderr.read()

    assert eerste == b"{\n"
    assert fout == b""
    assert bezig.returncode != 1  # 1 is a bug, and this is none


@alleen_posix
def test_een_lezer_die_al_weg_is_geeft_geen_fout(start: Callable) -> None:
    lezen, schrijven = os.pipe()
    os.close(lezen)
    try:
        with start("regels", stdout=schrijven, stderr=subprocess.PIPE) as bezig:
            fout = bezig.stderr.read()
    finally:
        os.close(schrijven)

    assert fout == b""
    assert bezig.returncode != 1


@alleen_posix
def test_prioriteer_in_een_leiding_naar_head_toont_een_regel_en_verder_niets(
    tmp_path: Path, maak_dossier: Callable, veel_onderwerpen: Callable
) -> None:
    dossier = maak_dossier(veel_onderwerpen(800))
    opdracht = f"'{sys.executable}' -m cli prioriteer '{dossier}' | head -1"

    klaar = subprocess.run(
        ["/bin/sh", "-c", opdracht], cwd=tmp_path, capture_output=True, check=False, text=True
    )

    assert klaar.stdout.startswith("Strategische agenda 2027")
    assert klaar.stdout.count("\n") == 1
    assert klaar.stderr == ""


@pytest.mark.traag
@alleen_posix
def test_voortgang_staat_alleen_bij_veel_onderwerpen_op_een_terminal(
    start: Callable, maak_dossier: Callable, veel_onderwerpen: Callable
) -> None:
    getoond, data = {}, {}
    for aantal in (50, 60):
        dossier = maak_dossier(veel_onderwerpen(aantal), map_=f"dossier-{aantal}")
        meester, slaaf = os.openpty()
        with start("prioriteer", dossier, stdout=subprocess.PIPE, stderr=slaaf) as bezig:
            os.close(slaaf)
            data[aantal] = bezig.stdout.read()
            getoond[aantal] = _lees_tot(meester).decode()
        os.close(meester)
        assert bezig.returncode == 0

    assert getoond[50] == ""
    assert "Onderwerpen beoordelen: 50 van 60" in getoond[60]
    assert "Onderwerpen beoordelen: 60 van 60, klaar" in getoond[60]
    assert "beoordelen" not in data[60].decode()


@pytest.mark.traag
@alleen_posix
@pytest.mark.parametrize(
    "opdracht", [("exporteer",), ("vaststellen", "--door", "Colleges", "--datum", "2027-01-15")]
)
def test_op_een_terminal_staat_welk_bestand_wordt_gemaakt(
    opdracht: tuple[str, ...], start: Callable, maak_dossier: Callable, veel_onderwerpen: Callable
) -> None:
    dossier = maak_dossier(veel_onderwerpen(3))
    meester, slaaf = os.openpty()
    with start(*opdracht, "--als", "xlsx,csv", dossier, stderr=slaaf) as bezig:
        os.close(slaaf)
        getoond = _lees_tot(meester).decode()
    os.close(meester)

    assert bezig.returncode == 0
    regel, rest = getoond.split("\r\n", 1)
    assert [deel.rstrip() for deel in regel.split("\r")[1:]] == [
        "Bestanden maken: xlsx (1 van 2)",
        "Bestanden maken: csv (2 van 2)",
        "Bestanden maken: 2 van 2, klaar",
    ]
    assert rest.startswith(("Gemaakt in", "Vastgelegd in"))


def test_zonder_terminal_is_er_geen_voortgang(
    proces: Callable, maak_dossier: Callable, veel_onderwerpen: Callable
) -> None:
    klaar = proces("prioriteer", maak_dossier(veel_onderwerpen(120)))

    assert (klaar.returncode, klaar.stderr) == (0, b"")
    assert klaar.stdout.count(b"verzonnen-") == 120


def _op_een_terminal(start: Callable, args: list[object], env: dict[str, str]) -> bytes:
    """What a terminal shows of a run."""
    meester, slaaf = os.openpty()
    stromen = {"stdin": slaaf, "stdout": slaaf, "stderr": slaaf}
    with start(*args, env={"TERM": "xterm-256color", **env}, **stromen):
        os.close(slaaf)
        getoond = _lees_tot(meester)
    os.close(meester)
    return getoond.replace(b"\r\n", b"\n")


@pytest.mark.traag
@alleen_posix
@pytest.mark.parametrize(
    "env", [{"NO_COLOR": "1", "FORCE_COLOR": "1"}, {"TERM": "dumb", "FORCE_COLOR": "1"}], ids=str
)
def test_wie_geen_kleur_wil_krijgt_haar_ook_op_een_terminal_niet(
    env: dict[str, str], start: Callable
) -> None:
    opdrachten = (["prioriteer", KLEIN], ["prioriteer", "weg"], ["xyz"])
    getoond = b"".join(_op_een_terminal(start, args, env) for args in opdrachten)

    assert b"Strategische agenda" in getoond
    assert b"\x1b" not in getoond


@pytest.mark.traag
@alleen_posix
@pytest.mark.parametrize("opdracht", [["prioriteer"], ["waarom", "nachtopvang"], ["robuust"]])
def test_kleur_op_een_terminal_zegt_niets_wat_er_niet_ook_staat(
    opdracht: list[str], start: Callable, proces: Callable
) -> None:
    args = [*opdracht, OORDELEN]

    op_terminal = _op_een_terminal(start, args, {"NO_COLOR": ""})
    in_pijp = proces(*args, env={"FORCE_COLOR": "1"}).stdout

    assert b"\x1b[1m" in op_terminal
    assert b"\x1b" not in in_pijp
    assert re.sub(rb"\x1b\[\d+m", b"", op_terminal) == in_pijp


@alleen_posix
def test_ctrl_c_geeft_code_130_en_een_woord(
    start: Callable, maak_dossier: Callable, maak_excel: Callable
) -> None:
    rijen = [(f"verzonnen-{nummer}", "Verzonnen onderwerp", "wonen") for nummer in range(5000)]
    werkmap = maak_excel([("Code", "Titel", "Thema"), *rijen])
    dossier = maak_dossier(werkmap, bestand="onderwerpen.xlsx")
    meester, slaaf = os.openpty()

    def luister() -> None:
        # A test run in the background ignores Ctrl-C, and a child would inherit that.
        signal.signal(signal.SIGINT, signal.default_int_handler)

    stromen = {"stdout": subprocess.PIPE, "stderr": slaaf, "preexec_fn": luister}
    with start("prioriteer", dossier, **stromen) as bezig:
        os.close(slaaf)
        getoond = _lees_tot(meester, b"Excel lezen: 50")
        bezig.send_signal(signal.SIGINT)
        getoond += _lees_tot(meester)
        data = bezig.stdout.read()
    os.close(meester)

    assert (bezig.returncode, data) == (130, b"")
    assert getoond.decode().endswith("Afgebroken.\r\n")
    assert b"Traceback" not in getoond


def test_het_programma_vraagt_nooit_iets(proces: Callable, tmp_path: Path) -> None:
    for args, code in (([], 2), (["prioriteer"], 3)):
        assert proces(*args, stdin=subprocess.DEVNULL).returncode == code
    assert list(tmp_path.iterdir()) == []


def test_de_huidige_map_is_het_dossier_als_er_geen_staat(proces: Callable) -> None:
    hier = proces("prioriteer", cwd=KLEIN)

    assert hier.returncode == 0
    assert hier.stdout == proces("prioriteer", KLEIN).stdout


@pytest.mark.parametrize(
    ("dossier", "code", "onnodig"),
    [
        (
            KLEIN,
            "wolken-delen",
            "openpyxl xlsxwriter networkx rich tabulate numpy docx typst json holidays icalendar",
        ),
        (
            VOORBEELD_EXCEL,
            "wijk-ggz-teams",
            (
                "xlsxwriter networkx rich tabulate numpy docx typst lxml PIL holidays icalendar"
                " openpyxl.chart"
            ),
        ),
    ],
    ids=["yaml", "excel"],
)
def test_waarom_laadt_alleen_wat_nodig_is(dossier: Path, code: str, onnodig: str) -> None:
    opdracht = (
        "import sys; from cli.uitgang import voer_uit;"
        f"voer_uit(['waarom', {code!r}, {str(dossier)!r}]);"
        f"print(*{set(onnodig.split())!r} & set(sys.modules), file=sys.stderr)"
    )
    klaar = subprocess.run([sys.executable, "-c", opdracht], capture_output=True, check=True)

    assert re.sub(rb"\s", b"", klaar.stderr) == b""


def test_het_programma_laadt_de_lijst_van_pakketten_pas_als_iemand_haar_vraagt() -> None:
    opdracht = (
        "import os, sys, cli;"
        f"sys.argv = ['agenda', 'waarom', 'wolken-delen', {str(KLEIN)!r}];"
        "os._exit = lambda code: print(code, 'importlib.metadata' in sys.modules, file=sys.stderr);"
        "cli.main();"
        "from importlib.metadata import version;"
        "print(version('pydantic') == __import__('pydantic').VERSION, file=sys.stderr)"
    )
    klaar = subprocess.run([sys.executable, "-c", opdracht], capture_output=True, check=True)

    assert klaar.stderr.decode().split() == ["0", "False", "True"]


def test_een_pydantic_die_anders_laadt_is_geen_fout() -> None:
    opdracht = (
        "import os, sys, cli;"
        "cli.import_module = lambda naam: __import__('pydantic.bestaat_niet');"
        f"sys.argv = ['agenda', 'waarom', 'wolken-delen', {str(KLEIN)!r}];"
        "cli.main()"
    )
    klaar = subprocess.run([sys.executable, "-c", opdracht], capture_output=True, check=True)

    assert (klaar.stderr, b"wolken-delen" in klaar.stdout) == (b"", True)
