"""Thousands of maimed files, always the same ones: each is refused in Dutch, or read; none hangs.

Every batch has a seed of its own, so that a failure can be repeated by the name of its test.
"""

from __future__ import annotations

import io
import json
import random
import re
import shutil
import zipfile
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import pytest

from agenda.exporteren import VORMEN
from agenda.invoer.profielmap import meegeleverde_profielen
from cli.uitgang import voer_uit
from regels.lezen.tekst import geen_tekst, is_zichtbaar
from regels.melding import MAX_GETOOND

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.traag

HIER = Path(__file__).parent
VOORBEELDEN = HIER.parent / "voorbeelden"
KLEIN = HIER / "cli" / "dossier-klein"
HANGT = 10
"""Seconds of work; only a run that hangs comes near, however busy the machine is."""
DELEN = range(10)
ENGELS = re.compile(
    r"Traceback|Exception|\w+Error\b|Errno|Input should|could not|cannot|did not find|expected|"
    r"not allowed|\bfound\b|\binvalid\b|\bwhile (scanning|parsing)|unexpected|NoneType|object has|"
    r"No such file|must be|not supported|is not a|line \d|panicked",
    re.IGNORECASE,
)
WOORDEN = [
    *("ja", "nee", "onbekend", "null", "~", "[]", "{}", "[ja]", "{ja: nee}", "-1", "0", "1e9"),
    *("99999999999999999999", "2027-02-30", "2027-01-01", "true", "no", "'", '"', "\\", "#", ": "),
    *(
        "- ",
        "  ",
        "\n",
        "\n\n",
        "\t",
        "&a",
        "*a",
        "!!python/object",
        "<<: *a",
        "%",
        "---\n",
        "...\n",
    ),
    *(
        "\u202e",
        "\ufffe",
        "\x07",
        "\ud83d".encode("utf-8", "replace").decode(),
        "é",
        "😀",
        "e\u0301",
    ),
    *(
        '"\\ud83d\\ude00"',
        '"\\q"',
        "[key]",
        "x" * 400,
        "'1'",
        "GM0268",
        "wijk-ggz",
        "=1+1",
        ";",
        ",",
    ),
]


def _draai(*args: object) -> tuple[int, str, str]:
    uit, fout, begin = io.StringIO(), io.StringIO(), process_time()
    with redirect_stdout(uit), redirect_stderr(fout):
        code = voer_uit([str(arg) for arg in args])
    duur, gezegd = process_time() - begin, fout.getvalue()
    zonder_getypt = re.sub("«[^»]*»", "", gezegd)
    assert code in (0, 2, 3, 4, 5), (code, gezegd[-500:])
    assert duur < HANGT, duur
    # A long finding goes on on the next line, further to the right; head and advice come along.
    bevindingen = [deel for deel in gezegd.splitlines() if not deel.startswith("    ")]
    assert len(bevindingen) <= MAX_GETOOND + 3
    assert not ENGELS.search(zonder_getypt), ENGELS.search(zonder_getypt)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", gezegd)
    return code, uit.getvalue(), gezegd


def _vermink(tekst: str, kans: random.Random) -> bytes:
    """A text with one to three things wrong."""
    for _ in range(kans.randint(1, 3)):
        a = kans.randrange(len(tekst) + 1)
        b = min(len(tekst), a + kans.choice((0, 1, 3, 20, 200)))
        match kans.randrange(7):
            case 0:
                tekst = tekst[:a] + tekst[b:]
            case 1:
                tekst = tekst[:b] + tekst[a:b] + tekst[b:]
            case 2 | 3:
                tekst = tekst[:a] + kans.choice(WOORDEN) + tekst[b:]
            case 4:  # another value
                regels = tekst.split("\n")
                nummer = kans.randrange(len(regels))
                naam, teken, _ = regels[nummer].partition(": ")
                regels[nummer] = f"{naam}{teken}{kans.choice(WOORDEN)}"
                tekst = "\n".join(regels)
            case 5:  # a word out of another place
                woorden = re.findall(r"[\w-]+", tekst) or ["x"]
                tekst = tekst[:a] + kans.choice(woorden) + tekst[b:]
            case _:
                tekst = tekst[:a] if kans.random() < 0.2 else tekst.replace(tekst[a:b], "", 1)
    ruw = bytearray(tekst.encode("utf-8", "surrogatepass"))
    if ruw and kans.random() < 0.05:
        ruw[kans.randrange(len(ruw))] = kans.randrange(256)
    return bytes(ruw)


def _staat(map_: Path) -> list[tuple[str, int, int]]:
    bestanden = (pad for pad in map_.rglob("*") if pad.is_file())
    return sorted((str(pad), pad.stat().st_size, pad.stat().st_mtime_ns) for pad in bestanden)


@pytest.fixture
def werk(tmp_path: Path) -> Iterator[Path]:
    """A dossier and a profile with rules of its own, to be maimed."""
    shutil.copytree(KLEIN, tmp_path / "dossier")
    shutil.copytree(meegeleverde_profielen() / "nijmegen-rivierenland", tmp_path / "profiel")
    yield tmp_path
    shutil.rmtree(tmp_path, ignore_errors=True)


@pytest.mark.parametrize("deel", DELEN)
def test_verminkte_yaml(deel: int, werk: Path) -> None:
    kans = random.Random(1000 + deel)
    bestanden = sorted(werk.rglob("*.yaml"))
    for keer in range(200):
        bestand = kans.choice(bestanden)
        goed = bestand.read_bytes()
        bestand.write_bytes(_vermink(goed.decode(), kans))
        vooraf = _staat(werk)
        opdracht = ("prioriteer",) if keer % 10 == 0 else ("controleer",)
        _draai(*opdracht, werk / "dossier", "--themas", werk / "profiel")
        assert _staat(werk) == vooraf
        bestand.write_bytes(goed)


OPEN_PROFIELEN = (
    (meegeleverde_profielen() / "arnhem-2014", VOORBEELDEN / "arnhem-2014"),
    (meegeleverde_profielen() / "centraal-gelderland", VOORBEELDEN / "centraal-gelderland-2022"),
    (meegeleverde_profielen() / "nijmegen-rivierenland", VOORBEELDEN / "regiobegroting-2022"),
    (HIER / "profielen/bibliotheken-zilverkust", HIER / "profielen/dossiers/bibliotheken-2026"),
)
"""Profiles with a dossier; together they have every file that a profile or a dossier can have."""
AFSPRAKEN = """
vaste_datums:
  - {gremium: %GREMIUM, datum: %JAAR-03-02, onderwerpen: [%CODE]}
gasten:
  - {wie: De huisarts, onderwerp: %CODE}
  - {wie: De wethouder, gremium: %GREMIUM, datum: %JAAR-03-02}
onderwerpen_per_vergadering: {%GREMIUM: 2}
weekdagen: {%GREMIUM: maandag}
tijden: {%GREMIUM: {van: "13:30", tot: "15:00"}}
"""
GEEN_CODE = "zonder-code"
OVER_HET_JAAR = (
    *(("indeling", vorm) for vorm in ("tabel", "json", "csv", "md")),
    *(("begroting", vorm) for vorm in ("tabel", "json", "csv", "md")),
    *(("jaarplan", vorm) for vorm in ("tabel", "json", "csv", "md")),
    *(("vergadering", vorm) for vorm in ("tabel", "json", "csv", "md", "ics", "svg")),
)


def _eerste(bestand: Path, naam: str) -> str:
    gevonden = re.search(rf"\b{naam}: ([\w-]+)", bestand.read_text("utf-8"))
    return gevonden[1] if gevonden else GEEN_CODE


def _zet_klaar(werk: Path, profiel: Path, dossier: Path) -> None:
    """A profile with a dossier, and a calendar where it has topics, instead of what is there."""
    for naam, bron in (("profiel", profiel), ("dossier", dossier)):
        shutil.rmtree(werk / naam)
        shutil.copytree(bron, werk / naam)
    woorden = {
        "%GREMIUM": _eerste(profiel / "gremia.yaml", "code"),
        "%JAAR": _eerste(dossier / "dossier.yaml", "jaar"),
        "%CODE": _eerste(dossier / "onderwerpen.yaml", "code"),
    }
    tekst = AFSPRAKEN
    for woord, waarde in woorden.items():
        tekst = tekst.replace(woord, waarde)
    if woorden["%CODE"] != GEEN_CODE:
        (werk / "dossier" / "kalender.yaml").write_text(tekst, "utf-8")


@pytest.mark.parametrize("deel", DELEN)
def test_verminkt_open_profiel(deel: int, werk: Path) -> None:
    """Each file of each profile and dossier, through what classifies, divides and plans."""
    kans = random.Random(6000 + deel)
    _zet_klaar(werk, *OPEN_PROFIELEN[deel % len(OPEN_PROFIELEN)])
    bestanden = sorted(werk.rglob("*.yaml"))
    code = _eerste(werk / "dossier" / "onderwerpen.yaml", "code")
    for keer in range(50):
        bestand = bestanden[(deel * 50 + keer) % len(bestanden)]
        goed = bestand.read_bytes()
        bestand.write_bytes(_vermink(goed.decode(), kans))
        vooraf, mee = _staat(werk), (werk / "dossier", "--themas", werk / "profiel")
        klopt = _draai("controleer", *mee)[0] != 3
        opdracht, vorm = OVER_HET_JAAR[keer % len(OVER_HET_JAAR)]
        gedaan = [_draai(opdracht, *mee, "--formaat", vorm)[0], _draai("waarom", code, *mee)[0]]
        assert not klopt or 3 not in gedaan, (bestand.name, gedaan)
        assert _staat(werk) == vooraf
        if keer % 10 == 0:
            uit = werk.parent / f"{werk.name}-uit"
            _draai("exporteer", *mee, "--als", "md,json", "--naar", uit)
            shutil.rmtree(uit, ignore_errors=True)
            assert _staat(werk) == vooraf
        bestand.write_bytes(goed)


def _rijen() -> list[list[str]]:
    kop = ["Code", "Titel", "Thema", "Voorstellen", "Regio's", "Afstemming nodig", "Veiligheid"]
    kop += ["Onderbouwing Veiligheid", "Afhankelijk van", "Inspanning (fte)", "Kosten (€)"]
    regios = "rijk-van-nijmegen; rivierenland"
    rij = ["Een titel", "wonen", "1; 7", regios, "ja", "x", "Daarom", "geen", "0,4", "€ 50.000"]
    return [kop, *([f"code-{nummer}", *rij] for nummer in range(8))]


@pytest.mark.parametrize("deel", DELEN)
def test_verminkte_csv(deel: int, werk: Path) -> None:
    kans = random.Random(2000 + deel)
    dossier = werk / "dossier"
    (dossier / "onderwerpen.yaml").unlink()
    goed = "\n".join(";".join(rij) for rij in _rijen())
    for keer in range(100):
        (dossier / "onderwerpen.csv").write_bytes(_vermink(goed, kans))
        vooraf = _staat(werk)
        _draai("prioriteer" if keer % 10 == 0 else "controleer", dossier)
        assert _staat(werk) == vooraf


def _werkmap(rijen: list[list[object]]) -> dict[str, bytes]:
    import xlsxwriter

    uit = io.BytesIO()
    with xlsxwriter.Workbook(uit, {"in_memory": True}) as boek:
        blad = boek.add_worksheet("Onderwerpen")
        for nummer, rij in enumerate(rijen):
            blad.write_row(nummer, 0, rij)
    with zipfile.ZipFile(uit) as zip_:
        return {naam: zip_.read(naam) for naam in zip_.namelist()}


def _zip(delen: dict[str, bytes]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, inhoud)
    return uit.getvalue()


@pytest.mark.parametrize("deel", DELEN)
def test_verminkte_xlsx(deel: int, werk: Path) -> None:
    kans = random.Random(3000 + deel)
    dossier = werk / "dossier"
    (dossier / "onderwerpen.yaml").unlink()
    for keer in range(100):
        rijen: list[list[object]] = [[*rij] for rij in _rijen()]
        for _ in range(kans.randint(0, 3)):
            rij = kans.choice(rijen)
            waarden = (*WOORDEN, -1.5, 10**15, True, 0.1 + 0.2, None)
            rij[kans.randrange(len(rij))] = kans.choice(waarden)
        delen = _werkmap(rijen)
        soort = kans.randrange(3)
        if soort == 0:
            naam = kans.choice(["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", *delen])
            delen[naam] = _vermink(delen[naam].decode(), kans)
        inhoud = bytearray(_zip(delen))
        if soort == 1:
            for _ in range(kans.randint(1, 4)):
                inhoud[kans.randrange(len(inhoud))] = kans.randrange(256)
        (dossier / "onderwerpen.xlsx").write_bytes(inhoud)
        vooraf = _staat(werk)
        _draai("prioriteer" if keer % 10 == 0 else "controleer", dossier)
        assert _staat(werk) == vooraf


def _anders(bestand: Path, kans: random.Random) -> str:
    """Change one thing in a decision; empty when what it says stayed the same."""
    inhoud = bytearray(bestand.read_bytes())
    soort = kans.randrange(4)
    bestand.chmod(0o644)
    if soort == 0:
        bestand.parent.chmod(0o755)
        bestand.unlink()
        return "weg"
    if soort == 1:
        bestand.parent.chmod(0o755)
        bestand.with_name(f"extra-{bestand.name}").write_bytes(bytes(inhoud))
        return "erbij"
    plek = kans.randrange(len(inhoud)) if inhoud else 0
    nieuw = inhoud[:plek] + bytes([kans.randrange(256)]) + inhoud[plek + (soort == 2) :]
    bestand.write_bytes(nieuw)
    return "" if nieuw == inhoud or _zelfde_json(bytes(inhoud), bytes(nieuw)) else "veranderd"


def _zelfde_json(oud: bytes, nieuw: bytes) -> bool:
    try:
        return bool(json.loads(oud) == json.loads(nieuw))
    except ValueError:
        return False


@pytest.mark.parametrize("deel", DELEN)
def test_een_veranderd_besluit_klopt_nooit(deel: int, werk: Path) -> None:
    kans = random.Random(4000 + deel)
    dossier = werk / "dossier"
    wie = ("--door", "De colleges", "--datum", "2027-02-01", "--als", "csv,md,json")
    assert _draai("vaststellen", dossier, *wie)[0] == 0
    besluit = dossier / "besluiten" / "2027-02-01"
    bewaard = werk / "bewaard"
    shutil.copytree(besluit, bewaard)
    namen = sorted(pad.relative_to(bewaard) for pad in bewaard.rglob("*") if pad.is_file())
    for _ in range(30):
        for pad in (besluit, *besluit.rglob("*")):
            pad.chmod(0o755)
        shutil.rmtree(besluit)
        shutil.copytree(bewaard, besluit)
        naam = kans.choice(namen)
        gedaan = _anders(besluit / naam, kans)

        code, uit, _ = _draai("controleer", besluit)

        assert not gedaan or code != 0, (naam, gedaan, uit)


def _nare_titel(kans: random.Random) -> str:
    stukken = [
        *(
            "<script>",
            "</td>",
            "=1+1",
            "@SUM(A1)",
            "#set page",
            "$x$",
            "[a](b)",
            "|",
            "`",
            "\\",
            "&amp;",
        ),
        *(
            '"',
            "'",
            "«",
            "_x000D_",
            "]]>",
            "-->",
            "%",
            "{",
            "}",
            "😀",
            "שלום",
            "مرحبا",
            "你好",
            "e\u0301",
        ),
        *(
            "\u200d",
            "\u00ad",
            "\u200b",
            "\ue000",
            "\ufe0f",
            "a" * 80,
            "café",
            "\u0301" * 20,
            "~",
            "^",
        ),
        *(chr(kans.randrange(0xA1, 0x3000)) for _ in range(5)),
    ]
    goed = [stuk for stuk in stukken if not geen_tekst(stuk)]
    titel = " ".join(kans.choices(goed, k=kans.randint(1, 6)))[:300].strip()
    return titel if is_zichtbaar(titel) else f"x{titel}"


TONEN: list[Callable[[Path, Path], tuple[object, ...]]] = [
    *(
        lambda dossier, naar, vorm=vorm: ("exporteer", dossier, "--als", vorm, "--naar", naar)
        for vorm in VORMEN
    ),
    *(
        lambda dossier, _, vorm=vorm, opdracht=opdracht: (*opdracht, dossier, "--formaat", vorm)
        for opdracht in (("prioriteer",), ("samenhang",), ("waarom", "naar-0"), ("robuust",))
        for vorm in ("tabel", "json", "csv", "md")
    ),
    *(
        lambda dossier, _, vorm=vorm: ("samenhang", dossier, "--formaat", vorm)
        for vorm in ("graphml", "dot", "mermaid", "svg")
    ),
]


@pytest.mark.parametrize("deel", DELEN)
def test_een_naar_dossier_komt_door_elke_vorm(deel: int, werk: Path) -> None:
    """Each dossier goes through three of the forms in turn, so each form gets many of them."""
    kans = random.Random(5000 + deel)
    dossier = werk / "dossier"
    for keer in range(30):
        onderwerpen = [
            {
                "code": f"naar-{nummer}",
                "titel": _nare_titel(kans),
                "toelichting": "\n".join(_nare_titel(kans) for _ in range(3)),
                "thema": "wonen",
                "voorstellen": kans.sample(range(1, 26), 2),
                "regios": ["rijk-van-nijmegen", "rivierenland"][: kans.randint(1, 2)],
                "afstemming_nodig": kans.choice(["ja", "nee", "onbekend"]),
                "criteria": {
                    "veiligheid": {"waarde": kans.choice(["ja", "nee"]), "bron": _nare_titel(kans)}
                },
            }
            for nummer in range(4)
        ]
        tekst = json.dumps({"onderwerpen": onderwerpen}, ensure_ascii=bool(keer % 2))
        (dossier / "onderwerpen.yaml").write_text(tekst, "utf-8")
        for beurt in range(3):
            toon = TONEN[(deel * 30 + keer + beurt * 9) % len(TONEN)]
            naar = werk / f"uit-{keer}-{beurt}"
            code, _, gezegd = _draai(*toon(dossier, naar))
            assert code == 0, (toon(dossier, naar), gezegd)
