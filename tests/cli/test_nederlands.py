"""A toy app with every kind of parameter, used wrongly in every way: only Dutch may come out."""

import re
import subprocess
import sys
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Annotated

import pytest
import typer

from cli.nederlands import Gebruiksfout, Opdracht, Opdrachtgroep, start

Agenda = Callable[..., tuple[int, str, str]]

HOOFDMAP = Path(__file__).parents[2]

ENGELS = re.compile(
    r"\b(Usage|Options?|Commands?|Arguments?|Error|Missing|Invalid|No such|Try|Show this message|"
    r"exit|required|requires|takes|default|dynamic|env var|got unexpected|extra|value|not valid|"
    r"is not one of|does not exist|directory|file|dir|path|Input should be|Did you mean|Possible|"
    r"int|str|bool|list|range|TEXT|INTEGER|PATH|FILE|DIRECTORY|CHOICE|OPTIONS|ARGS|COMMAND|"
    r"Choose from|Aborted|help for|DEPRECATED|Traceback|Exception)\b|<\w+>|--no-",
    re.IGNORECASE,
)


class Vorm(Enum):
    TABEL = "tabel"
    JSON = "json"
    CSV = "csv"


def maak_app() -> typer.Typer:
    app = typer.Typer(
        cls=Opdrachtgroep,
        rich_markup_mode=None,
        add_completion=False,
        help="Bepaal samen waar de regio als eerste aan werkt.",
    )

    @app.callback()
    def vooraf(
        jaar: Annotated[int, typer.Option("--jaar", envvar="PROEF_JAAR", show_envvar=True)] = 2027,
    ) -> None: ...

    @app.command(cls=Opdracht, help="Maak de ranglijst van alle onderwerpen.\n\nLangere uitleg.")
    def prioriteer(
        dossier: Annotated[
            Path,
            typer.Argument(
                exists=True,
                file_okay=False,
                help="De map van het dossier.",
                show_default="de huidige map",
            ),
        ] = Path(),
        formaat: Annotated[Vorm, typer.Option(help="De vorm van de uitvoer.")] = Vorm.TABEL,
        uit: Annotated[
            Path | None, typer.Option(dir_okay=False, help="Schrijf naar dit bestand.")
        ] = None,
        themas: Annotated[Path | None, typer.Option(help="Een eigen profiel.")] = None,
        debug: Annotated[bool, typer.Option("--debug", "-d", help="Toon de fout.")] = False,
    ) -> None:
        typer.echo(f"{dossier} {formaat.value} {uit} {themas} {debug}")

    @app.command(cls=Opdracht, help="Leg een onderwerp uit.")
    def waarom(
        code: Annotated[str, typer.Argument(help="De code van het onderwerp.")],
        vandaag: Annotated[str, typer.Option(default_factory=lambda: "nu")],
        getal: Annotated[int, typer.Argument(min=1, max=9)] = 3,
        minstens: Annotated[int, typer.Option(min=2)] = 2,
        hoogstens: Annotated[int, typer.Option(max=5)] = 5,
        vrij: Annotated[str, typer.Option(metavar="WOORD")] = "iets",
        namen: Annotated[list[str] | None, typer.Option()] = None,
        kleur: Annotated[bool, typer.Option("--kleur/--zonder-kleur", help="Met kleur.")] = True,
    ) -> None: ...

    @app.command(cls=Opdracht, help="Vergelijk dossiers.")
    def vergelijk(
        tussen: Annotated[tuple[int, int], typer.Argument()],
        vorm: Annotated[Vorm, typer.Option(help="De vorm.")],
        jaren: Annotated[list[int] | None, typer.Argument()] = None,
    ) -> None: ...

    @app.command(cls=Opdracht, help="Stop met een eigen code.")
    def stop(code: int) -> None:
        raise typer.Exit(code)

    @app.command(cls=Opdracht, no_args_is_help=True, help="Weiger wat niet samengaat.")
    def weiger(woord: str) -> None:
        raise Gebruiksfout(f"Het woord «{woord}» past niet bij --uit.")

    @app.command(cls=Opdracht, hidden=True)
    def breek(hoe: str) -> None:
        fouten: dict[str, Callable[[], BaseException]] = {
            "ctrl-c": KeyboardInterrupt,
            "abort": typer.Abort,
            "bug": lambda: ZeroDivisionError("ergens"),
        }
        raise fouten[hoe]()

    onder = typer.Typer(cls=Opdrachtgroep, rich_markup_mode=None, help="Alles over regels.")
    app.add_typer(onder, name="regels")
    onder.command(cls=Opdracht, help="Toon de regels.")(lambda: None)
    onder.registered_commands[0].name = "toon"
    return app


@pytest.fixture
def agenda(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Agenda:
    """Run the toy app in a Python where Rich, slow to load, cannot be imported."""
    for naam in ("rich", "typer.rich_utils"):
        monkeypatch.setitem(sys.modules, naam, None)

    def draai(*args: str) -> tuple[int, str, str]:
        code = start(maak_app(), args)
        uitvoer = capsys.readouterr()
        return code, uitvoer.out, uitvoer.err

    return draai


VERKEERD = {
    "onbekende opdracht": (["xyz"], "", "De opdracht «xyz» bestaat niet."),
    "bijna een opdracht": (
        ["Priorteer"],
        "",
        "De opdracht «Priorteer» bestaat niet. Bedoelde u «prioriteer»?",
    ),
    "onbekende opdracht na streepjes": (["--", "--xyz"], "", "De opdracht «--xyz» bestaat niet."),
    "onbekende opdracht in een groep": (
        ["regels", "ton"],
        " regels",
        "De opdracht «ton» bestaat niet. Bedoelde u «toon»?",
    ),
    "onbekende optie van het programma": (["--xyz"], "", "De optie «--xyz» bestaat niet."),
    "onbekende optie": (["prioriteer", "--xyz"], " prioriteer", "De optie «--xyz» bestaat niet."),
    "bijna een optie": (
        ["prioriteer", "--formt=json"],
        " prioriteer",
        "De optie «--formt» bestaat niet. Bedoelde u «--formaat»?",
    ),
    "een streepje te weinig": (
        ["prioriteer", "-formaat", "json"],
        " prioriteer",
        "De optie «-formaat» bestaat niet. Bedoelde u «--formaat»?",
    ),
    "argument ontbreekt": (["waarom"], " waarom", "CODE ontbreekt. Verwacht: een tekst."),
    "deel van een argument ontbreekt": (
        ["vergelijk", "1"],
        " vergelijk",
        "De opdracht is niet goed of niet helemaal ingevuld.",
    ),
    "verplichte optie ontbreekt": (
        ["vergelijk", "1", "2"],
        " vergelijk",
        "--vorm ontbreekt. Verwacht: tabel, json of csv.",
    ),
    "optie zonder waarde": (
        ["prioriteer", "--uit"],
        " prioriteer",
        "Na --uit ontbreekt de waarde. Verwacht: een bestand dat u mag openen.",
    ),
    "waarde na een schakelaar": (
        ["prioriteer", "--debug=ja"],
        " prioriteer",
        "Na --debug hoort geen waarde.",
    ),
    "waarde na de tweede naam van een schakelaar": (
        ["waarom", "x", "--zonder-kleur=ja"],
        " waarom",
        "Na --zonder-kleur hoort geen waarde.",
    ),
    "te veel": (
        ["prioriteer", ".", "Mijn", "map"],
        " prioriteer",
        (
            "Dit is te veel: «Mijn map». Staat er een spatie in een naam? "
            "Zet de naam dan tussen aanhalingstekens."
        ),
    ),
    "geen getal": (
        ["stop", "twaalf"],
        " stop",
        "Verkeerde waarde voor CODE: «twaalf». Verwacht: een heel getal.",
    ),
    "geen getal bij het programma": (
        ["--jaar", "nu", "stop", "1"],
        "",
        "Verkeerde waarde voor --jaar: «nu». Verwacht: een heel getal.",
    ),
    "getal buiten het bereik": (
        ["waarom", "x", "10"],
        " waarom",
        "Verkeerde waarde voor GETAL: «10». Verwacht: een heel getal vanaf 1 tot en met 9.",
    ),
    "getal te laag": (
        ["waarom", "x", "--minstens", "1"],
        " waarom",
        "Verkeerde waarde voor --minstens: «1». Verwacht: een heel getal vanaf 2.",
    ),
    "getal te hoog": (
        ["waarom", "x", "--hoogstens", "6"],
        " waarom",
        "Verkeerde waarde voor --hoogstens: «6». Verwacht: een heel getal tot en met 5.",
    ),
    "een verkeerd getal in een rij": (
        ["vergelijk", "1", "2", "2027", "nu", "--vorm", "csv"],
        " vergelijk",
        "Verkeerde waarde voor JAREN: «2027, nu». Verwacht: een geldige waarde.",
    ),
    "onbekende keuze": (
        ["prioriteer", "--formaat", "pdf"],
        " prioriteer",
        "Verkeerde waarde voor --formaat: «pdf». Verwacht: tabel, json of csv.",
    ),
    "bijna een keuze": (
        ["prioriteer", "--formaat", "tabl"],
        " prioriteer",
        (
            "Verkeerde waarde voor --formaat: «tabl». Verwacht: tabel, json of csv. "
            "Bedoelde u «tabel»?"
        ),
    ),
    "map bestaat niet": (
        ["prioriteer", "weg"],
        " prioriteer",
        "Verkeerde waarde voor DOSSIER: «weg». Verwacht: een map die bestaat en die u mag openen.",
    ),
    "bestand in plaats van map": (
        ["prioriteer", "blad.txt"],
        " prioriteer",
        (
            "Verkeerde waarde voor DOSSIER: «blad.txt». "
            "Verwacht: een map die bestaat en die u mag openen."
        ),
    ),
    "map in plaats van bestand": (
        ["prioriteer", "--uit", "."],
        " prioriteer",
        "Verkeerde waarde voor --uit: «.». Verwacht: een bestand dat u mag openen.",
    ),
    "eigen fout van een opdracht": (
        ["weiger", "ja"],
        " weiger",
        "Het woord «ja» past niet bij --uit.",
    ),
    "stuurtekens in een opdracht": (
        ["a\x1b[31m\nb\u202e\udcff"],
        "",
        "De opdracht «a\\x1b[31m\\nb\\u202e\\udcff» bestaat niet.",
    ),
    "stuurtekens in een waarde": (
        ["stop", "\x07\x9b"],
        " stop",
        "Verkeerde waarde voor CODE: «\\x07\\x9b». Verwacht: een heel getal.",
    ),
    "stuurtekens in wat te veel is": (
        ["stop", "1", "\x1b]0;x\x07"],
        " stop",
        (
            "Dit is te veel: «\\x1b]0;x\\x07». Staat er een spatie in een naam? "
            "Zet de naam dan tussen aanhalingstekens."
        ),
    ),
}


@pytest.mark.parametrize(("args", "pad", "zin"), VERKEERD.values(), ids=VERKEERD.keys())
def test_verkeerd_gebruik_geeft_een_nederlandse_zin_de_schrijfwijze_en_waar_hulp_is(
    agenda: Agenda,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    args: list[str],
    pad: str,
    zin: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "blad.txt").touch()

    code, stdout, stderr = agenda(*args)

    fout, gebruik, *_, hulp = stderr.splitlines()
    assert code == 2
    assert stdout == ""
    assert fout == f"Fout: {zin}"
    assert gebruik.startswith(f"Gebruik: agenda{pad} [OPTIES]")
    assert hulp == f"Hulp: agenda{pad} --help"
    assert not ENGELS.findall(stderr)


UITLEG = {
    "": [
        "Gebruik: agenda [OPTIES] OPDRACHT ...",
        "  Bepaal samen waar de regio als eerste aan werkt.",
        "Opties:",
        "  --jaar GETAL  (standaard: 2027)",
        "  --help        Toon deze uitleg en stop.",
        "Opdrachten:",
        "  prioriteer  Maak de ranglijst van alle onderwerpen.",
        "  regels      Alles over regels.",
    ],
    "regels": ["Gebruik: agenda regels [OPTIES] OPDRACHT ...", "  toon  Toon de regels."],
    "regels toon": ["Gebruik: agenda regels toon [OPTIES]", "  Toon de regels."],
    "prioriteer": [
        "Gebruik: agenda prioriteer [OPTIES] [DOSSIER]",
        "  Langere uitleg.",
        "Argumenten:",
        "  DOSSIER  De map van het dossier. (standaard: de huidige map)",
        "  --formaat KEUZE  De vorm van de uitvoer. (tabel, json of csv; standaard: tabel)",
        "  --uit BESTAND    Schrijf naar dit bestand.",
        "  --themas PAD     Een eigen profiel.",
        "  -d, --debug      Toon de fout.",
    ],
    "waarom": [
        "Gebruik: agenda waarom [OPTIES] CODE [GETAL]",
        "  CODE   De code van het onderwerp. (verplicht)",
        "  GETAL  (een heel getal vanaf 1 tot en met 9; standaard: 3)",
        "  --vandaag TEKST",
        "  --vrij WOORD             (standaard: iets)",
        "  --namen WAARDE",
        "  --kleur, --zonder-kleur  Met kleur.",
    ],
    "vergelijk": [
        "Gebruik: agenda vergelijk [OPTIES] TUSSEN... [JAREN]...",
        "  --vorm KEUZE  De vorm. (tabel, json of csv; verplicht)",
    ],
    "stop": ["Gebruik: agenda stop [OPTIES] CODE"],
    "weiger": ["Gebruik: agenda weiger [OPTIES] WOORD"],
}


@pytest.mark.parametrize(("pad", "verwacht"), UITLEG.items(), ids=UITLEG.keys())
def test_uitleg_is_nederlands_en_gaat_naar_stdout(
    agenda: Agenda,
    monkeypatch: pytest.MonkeyPatch,
    pad: str,
    verwacht: list[str],
) -> None:
    monkeypatch.setenv("COLUMNS", "100")

    code, stdout, stderr = agenda(*pad.split(), "--help")

    regels = re.sub(r"\n {15,}", " ", stdout).splitlines()
    assert (code, stderr) == (0, "")
    assert [zin for zin in verwacht if zin not in regels] == []
    assert "breek" not in stdout
    assert not ENGELS.findall(stdout)


@pytest.mark.parametrize("args", [[], ["--jaar", "2028"], ["regels"], ["weiger"]])
def test_zonder_opdracht_of_argument_komt_de_uitleg_op_stderr_met_code_2(
    agenda: Agenda, args: list[str]
) -> None:
    code, stdout, stderr = agenda(*args)

    assert (code, stdout) == (2, "")
    assert stderr.startswith("Gebruik: agenda")
    assert "Toon deze uitleg en stop." in stderr
    assert not ENGELS.findall(stderr)


def test_uitleg_past_in_een_smal_venster(agenda: Agenda, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "55")

    _, stdout, _ = agenda("prioriteer", "--help")

    assert max(map(len, stdout.splitlines())) <= 55
    assert "De vorm van de uitvoer. (tabel,\n" in stdout


def test_goed_gebruik_geeft_code_0(agenda: Agenda) -> None:
    assert agenda("prioriteer", "--formaat", "csv") == (0, ". csv None None False\n", "")


@pytest.mark.parametrize("eigen_code", [0, 3, 5])
def test_een_opdracht_bepaalt_zelf_haar_code(agenda: Agenda, eigen_code: int) -> None:
    assert agenda("stop", str(eigen_code)) == (eigen_code, "", "")


@pytest.mark.parametrize("hoe", ["ctrl-c", "abort"])
def test_afbreken_geeft_code_130(agenda: Agenda, hoe: str) -> None:
    assert agenda("breek", hoe) == (130, "", "Afgebroken.\n")


def test_een_andere_fout_gaat_door_naar_de_aanroeper() -> None:
    with pytest.raises(ZeroDivisionError, match="ergens"):
        start(maak_app(), ["breek", "bug"])


def test_een_opdracht_die_geen_nederlands_spreekt_wordt_geweigerd() -> None:
    app = maak_app()
    app.command("vreemd")(lambda: None)

    with pytest.raises(TypeError, match="vreemd"):
        start(app, [])


def test_een_app_met_een_enkele_opdracht_werkt_ook(capsys: pytest.CaptureFixture[str]) -> None:
    app = typer.Typer(cls=Opdrachtgroep, rich_markup_mode=None, add_completion=False)
    app.command(cls=Opdracht)(lambda: None)

    assert start(app, []) == 0
    assert start(app, ["x"]) == 2
    assert "Gebruik: agenda [OPTIES]\n" in capsys.readouterr().err


def test_de_woordenlijst_herkent_het_engels_van_typer(capsys: pytest.CaptureFixture[str]) -> None:
    app = typer.Typer(rich_markup_mode=None)
    app.command()(lambda: None)

    typer.main.get_command(app).main(["--help"], "agenda", standalone_mode=False)

    assert {"Usage", "OPTIONS", "Options", "Show this message"} <= set(
        ENGELS.findall(capsys.readouterr().out)
    )


def test_de_module_laadt_niet_meer_dan_typer_zelf() -> None:
    code = (
        "import sys, typer, cli; vooraf = set(sys.modules); import cli.nederlands;"
        "print(*set(sys.modules) - vooraf - {'__future__', 'cli.nederlands'})"
    )
    klaar = subprocess.run(
        [sys.executable, "-c", code], cwd=HOOFDMAP, capture_output=True, text=True, check=True
    )
    assert klaar.stdout.strip() == ""
