"""Broken input: every command tells all faults in Dutch with their place, and writes nothing.

A fault that fits in a text file is a dossier in fout/, named after the fault, with the exact text
on stderr in its verwacht.txt. What is too large or not text is made here.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from functools import cache
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

HIER = Path(__file__).parent
FOUTEN = sorted(map_.name for map_ in (HIER / "fout").iterdir())
OPDRACHTEN = {"controleer": ["controleer"], "prioriteer": ["prioriteer"], "waarom": ["waarom", "x"]}

GAAT_OVER_HET_BESTAND = {
    "alleen-commentaar",
    "csv-leeg",
    "csv-zonder-koppen",
    "geen-dossierbestand",
    "geen-onderwerpbestand",
    "instellingen-leeg",
    "lege-map",
    "leeg-bestand",
    "onderwerpbestand-van-andere-soort",
    "twee-onderwerpbestanden",
}
"""Faults without a line: the file is missing, empty, or one too many."""

MELDING = re.compile(
    r"(?P<bestand>[^:!]+)"
    r"(?::(?P<regel>\d+):(?P<kolom>\d+)|!(?P<blad>[^:!]+)!(?P<letters>[A-Z]+)(?P<rij>\d+))?"
    r"(?:: (?P<veld>[^:]+))?"
    r": gevonden .+; verwacht .+"
)

elke_opdracht = pytest.mark.parametrize("opdracht", OPDRACHTEN.values(), ids=OPDRACHTEN.keys())
opdracht_met_regels = pytest.mark.parametrize("opdracht", [["prioriteer"], ["waarom", "x"]])
"""`controleer` groups by topic; what it finds is held against the same sentences as JSON."""


def plekken(stderr: str) -> list[tuple[str, int, int]]:
    """File, line and column of every message, which must be a message."""
    gevonden = []
    for zin in stderr.splitlines():
        deel = MELDING.fullmatch(zin)
        assert deel, f"geen melding: {zin}"
        kolom = 0
        for letter in deel["letters"] or "":
            kolom = kolom * 26 + ord(letter) - ord("A") + 1
        regel = int(deel["regel"] or deel["rij"] or 0)
        gevonden.append((deel["bestand"], regel, int(deel["kolom"] or kolom)))
    return gevonden


@opdracht_met_regels
@pytest.mark.parametrize("naam", FOUTEN)
def test_foute_invoer_geeft_code_3_en_alleen_nederlandse_meldingen_met_hun_plek(
    naam: str,
    opdracht: list[str],
    draai: Callable,
    afdruk: Callable,
    goud: Callable,
    geen_engels: Callable,
) -> None:
    dossier = HIER / "fout" / naam
    vooraf = afdruk(dossier)

    afloop = draai(*opdracht, dossier)

    geen_engels(afloop.fout)
    assert (afloop.code, afloop.uit) == (3, "")
    assert afdruk(dossier) == vooraf
    waar = plekken(afloop.fout)
    assert waar == sorted(waar)
    assert all(regel for _, regel, _ in waar) or naam in GAAT_OVER_HET_BESTAND
    goud(dossier / "verwacht.txt", afloop.fout)


@pytest.mark.parametrize("naam", FOUTEN)
def test_controleer_geeft_dezelfde_fouten_ook_als_json(naam: str, draai: Callable) -> None:
    afloop = draai("controleer", HIER / "fout" / naam, "--formaat", "json")

    data = json.loads(afloop.uit)
    zinnen = [
        f"{f['plek']}: "
        + (f"{f['veld']}: " if f["veld"] else "")
        + f"gevonden {f['gevonden']}; verwacht {f['verwacht']}"
        + (f"; {f['suggestie']}" if f["suggestie"] else "")
        for f in data["fouten"]
    ]
    assert afloop.code == 3
    assert data["schema"] == "agenda/controle/1"
    assert zinnen == afloop.fout.splitlines()


@pytest.mark.parametrize("formaat", ["csv", "md"])
def test_controleer_geeft_fouten_ook_als_csv_en_markdown(formaat: str, draai: Callable) -> None:
    afloop = draai("controleer", HIER / "fout" / "tien-fouten-tegelijk", "--formaat", formaat)

    regels = [regel for regel in afloop.uit.splitlines() if "onderwerpen.yaml:" in regel]
    assert afloop.code == 3
    assert len(regels) == 9


def test_tien_fouten_in_een_dossier_komen_alle_tien_tegelijk(draai: Callable) -> None:
    afloop = draai("prioriteer", HIER / "fout" / "tien-fouten-tegelijk")

    assert plekken(afloop.fout) == [
        ("dossier.yaml", 2, 1),
        ("dossier.yaml", 3, 13),
        ("onderwerpen.yaml", 4, 5),
        ("onderwerpen.yaml", 5, 19),
        ("onderwerpen.yaml", 6, 5),
        ("onderwerpen.yaml", 7, 5),
        ("onderwerpen.yaml", 11, 23),
        ("onderwerpen.yaml", 11, 31),
        ("onderwerpen.yaml", 12, 5),
        ("onderwerpen.yaml", 13, 5),
        ("onderwerpen.yaml", 16, 14),
    ]


def _werkmap(onderdelen: Mapping[str, bytes]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, inhoud in onderdelen.items():
            zip_.writestr(naam, inhoud)
    return uit.getvalue()


def _vervang(werkmap: bytes, onderdeel: str, oud: bytes, nieuw: bytes) -> bytes:
    """The same workbook with something else in one of its parts."""
    with zipfile.ZipFile(io.BytesIO(werkmap)) as zip_:
        delen = {naam: zip_.read(naam) for naam in zip_.namelist()}
    assert oud in delen[onderdeel]
    return _werkmap(delen | {onderdeel: delen[onderdeel].replace(oud, nieuw, 1)})


@cache
def _zipbom() -> bytes:
    return _werkmap({"xl/workbook.xml": b"x", "xl/bom.xml": bytes(200_000_001)})


def _verwijzingenbom() -> bytes:
    lagen = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for boven, onder in zip("bcdefghi", "abcdefgh", strict=True):
        lagen.append(f"{boven}: &{boven} [{', '.join([f'*{onder}'] * 9)}]")
    return "\n".join(lagen).encode()


GEEN_EXCEL = (
    "onderwerpen.xlsx: gevonden een bestand dat geen Excel is; verwacht een gewone Excel-werkmap "
    "(.xlsx); open het bestand in Excel en kies Opslaan als: Excel-werkmap (.xlsx)\n"
)
MET_MACROS = {"xl/workbook.xml": b"x", "xl/vbaProject.bin": b"x"}

GEMAAKT: dict[str, tuple[str, Callable[[bytes], bytes], str]] = {
    "rommel die xlsx heet": ("onderwerpen.xlsx", lambda _: b"rommel" * 99, GEEN_EXCEL),
    "leeg bestand dat xlsx heet": ("onderwerpen.xlsx", lambda _: b"", GEEN_EXCEL),
    "afgekapte xlsx": ("onderwerpen.xlsx", lambda goed: goed[: len(goed) // 2], GEEN_EXCEL),
    "zip die geen werkmap is": (
        "onderwerpen.xlsx",
        lambda _: _werkmap({"lees-mij.txt": b"niets"}),
        GEEN_EXCEL,
    ),
    "beschadigde xlsx": (
        "onderwerpen.xlsx",
        lambda goed: _vervang(goed, "xl/worksheets/sheet1.xml", b"</row>", b"</rij>"),
        GEEN_EXCEL.replace("een bestand dat geen Excel is", "een beschadigd Excel-bestand"),
    ),
    "oude of beveiligde xls": (
        "onderwerpen.xlsx",
        lambda _: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600),
        GEEN_EXCEL.replace(
            "een bestand dat geen Excel is",
            "een oud (.xls) of met een wachtwoord beveiligd Excel-bestand",
        ),
    ),
    "xlsx met macro's": (
        "onderwerpen.xlsx",
        lambda _: _werkmap(MET_MACROS),
        GEEN_EXCEL.replace("een bestand dat geen Excel is", "een Excel-bestand met macro's"),
    ),
    "zipbom": (
        "onderwerpen.xlsx",
        lambda _: _zipbom(),
        GEEN_EXCEL.replace(
            "een bestand dat geen Excel is", "een Excel-bestand dat uitgepakt veel te groot is"
        ),
    ),
    "miljoen haken": (
        "onderwerpen.yaml",
        lambda _: b"[" * 1_000_000,
        "onderwerpen.yaml:1:17: gevonden een te diepe nesting; verwacht hoogstens 16 lagen\n",
    ),
    "binair bestand dat yaml heet": (
        "onderwerpen.yaml",
        lambda _: bytes(range(32, 256)),
        (
            "onderwerpen.yaml:1:97: gevonden een teken dat geen UTF-8 is; verwacht een tekstbestand"
            " in UTF-8; kies bij opslaan voor UTF-8 (in Excel: «CSV UTF-8»)\n"
        ),
    ),
    "csv in het oude Windows-alfabet": (
        "onderwerpen.csv",
        lambda _: "Code;Titel;Thema\neen;Eén;wonen\n".encode("cp1252"),
        (
            "onderwerpen.csv:2:6: gevonden een teken dat geen UTF-8 is; verwacht een tekstbestand"
            " in UTF-8; kies bij opslaan voor UTF-8 (in Excel: «CSV UTF-8»)\n"
        ),
    ),
}


@elke_opdracht
@pytest.mark.parametrize(("bestand", "maak", "verwacht"), GEMAAKT.values(), ids=GEMAAKT.keys())
def test_een_onleesbaar_bestand_wordt_snel_en_in_het_nederlands_geweigerd(
    bestand: str,
    maak: Callable[[bytes], bytes],
    verwacht: str,
    opdracht: list[str],
    draai: Callable,
    maak_dossier: Callable,
    maak_excel: Callable,
    afdruk: Callable,
    geen_engels: Callable,
) -> None:
    goed = maak_excel([["Code", "Titel", "Thema"], ["goed", "Een goed onderwerp", "wonen"]])
    dossier = maak_dossier(maak(goed), bestand=bestand)
    vooraf, begin = afdruk(dossier), monotonic()

    afloop = draai(*opdracht, dossier)

    assert monotonic() - begin < 5
    assert (afloop.code, afloop.uit, afloop.fout) == (3, "", verwacht)
    assert afdruk(dossier) == vooraf
    geen_engels(afloop.fout)


@elke_opdracht
def test_verwijzingen_die_zich_vermenigvuldigen_worden_niet_gevolgd(
    opdracht: list[str], draai: Callable, maak_dossier: Callable, geen_engels: Callable
) -> None:
    dossier, begin = maak_dossier(_verwijzingenbom()), monotonic()

    afloop = draai(*opdracht, dossier)

    assert monotonic() - begin < 5
    assert (afloop.code, afloop.uit) == (3, "")
    assert all(regel for _, regel, _ in plekken(afloop.fout))
    geen_engels(afloop.fout)


@elke_opdracht
@pytest.mark.parametrize("naam", ["onderwerpen.xlsx", "onderwerpen.yaml", "onderwerpen.csv"])
def test_een_bestand_van_30_mb_wordt_geweigerd_met_zijn_grootte(
    naam: str, opdracht: list[str], draai: Callable, maak_dossier: Callable
) -> None:
    dossier = maak_dossier(None)
    with (dossier / naam).open("wb") as bestand:
        bestand.truncate(30_000_000)

    afloop = draai(*opdracht, dossier)

    verwacht = f"{naam}: gevonden een bestand van 30,0 MB; verwacht hoogstens 10 MB\n"
    assert (afloop.code, afloop.uit, afloop.fout) == (3, "", verwacht)


KOPPEN = ("Code", "Titel", "Thema")
RIJ = ("goed", "Een goed onderwerp", "wonen")
LEEG = [""] * 26
BLAD = "onderwerpen.xlsx!Onderwerpen"
THEMAS = (
    "een thema (sluitend-netwerk, wonen, werk-dagbesteding, participatie, inkomen-schulden"
    " of organisatie)"
)

IN_EXCEL: dict[str, tuple[list[Sequence[object]], list[str]]] = {
    "onbekende kop": (
        [(*KOPPEN, "Voorstelen", "Kleur"), (*RIJ, "1", "blauw")],
        [
            (
                f"{BLAD}!D1: kop: gevonden «Voorstelen»; verwacht een bekende kop, zie het"
                " sjabloon; bedoelde u «Voorstellen»?"
            ),
            (
                f"{BLAD}!E1: kop: gevonden «Kleur»; verwacht een bekende kop, zie het sjabloon;"
                " verbeter de kop, of haal de kolom weg"
            ),
        ],
    ),
    "dubbele kop": (
        [(*KOPPEN, "Titel"), (*RIJ, "Nog een titel")],
        [f"{BLAD}!D1: kop: gevonden «Titel» voor de tweede keer; verwacht elke kop één keer"],
    ),
    "geen kolom Titel": (
        [("Code", "Thema"), ("goed", "wonen")],
        [
            (
                f"{BLAD}!A1: kop: gevonden geen kolom Titel; verwacht minstens de koppen Code,"
                " Titel en Thema"
            )
        ],
    ),
    "foute cellen, met een titel boven de koppen en een lege rij ertussen": (
        [
            ("Verzonnen agenda",),
            (),
            (*KOPPEN, "Voorstellen", "Veiligheid", "Kosten (€)"),
            (),
            ("goed", "Een goed onderwerp", "woonen", 26, "soms", "veel"),
            ("", "Zonder code", "wonen", "1; 7", "x", -3),
        ],
        [
            f"{BLAD}!C5: Thema: gevonden «woonen»; verwacht {THEMAS}; bedoelde u «wonen»?",
            (
                f"{BLAD}!D5: Voorstellen: gevonden «26»; verwacht het nummer van een voorstel:"
                " 1 tot en met 25"
            ),
            f"{BLAD}!E5: Veiligheid: gevonden «soms»; verwacht ja, nee of onbekend",
            (
                f"{BLAD}!F5: Kosten (€): gevonden «veel»; verwacht een bedrag in hele euro's,"
                " zoals 50000"
            ),
            f"{BLAD}!A6: Code: gevonden niets; verwacht 2 tot 40 tekens: a-z, 0-9 en - (verplicht)",
            (
                f"{BLAD}!F6: Kosten (€): gevonden «-3»; verwacht een bedrag in hele euro's,"
                " zoals 50000; typ het zonder min, en zonder ,- erachter"
            ),
        ],
    ),
    "lijst met een ander scheidingsteken": (
        [(*KOPPEN, "Voorstellen"), (*RIJ, "1; 7 en 99")],
        [
            (
                f"{BLAD}!D2: Voorstellen: gevonden «7 en 99»; verwacht een lijst met nummers van"
                " voorstellen; zet ; tussen meer waarden"
            )
        ],
    ),
    "cel zonder kop": (
        [KOPPEN, (*RIJ, "", "los")],
        [f"{BLAD}!E2: gevonden «los» zonder kop erboven; verwacht alleen cellen onder een kop"],
    ),
    "dubbele code ver naar rechts": (
        [(titel, *LEEG, code, thema) for code, titel, thema in (KOPPEN, RIJ, RIJ)],
        [
            (
                f"{BLAD}!AB3: Code: gevonden «goed»; verwacht een code die nog niet gebruikt is"
                f" (zie {BLAD}!AB2)"
            )
        ],
    ),
    "geen koppen": (
        [RIJ],
        [f"{BLAD}: gevonden geen kopregel; verwacht een regel met de koppen Code, Titel en Thema"],
    ),
}


@opdracht_met_regels
@pytest.mark.parametrize(("rijen", "verwacht"), IN_EXCEL.values(), ids=IN_EXCEL.keys())
def test_een_fout_in_excel_wordt_gemeld_met_blad_en_cel(
    rijen: list[Sequence[object]],
    verwacht: list[str],
    opdracht: list[str],
    draai: Callable,
    maak_dossier: Callable,
    maak_excel: Callable,
    geen_engels: Callable,
) -> None:
    dossier = maak_dossier(maak_excel(rijen), bestand="onderwerpen.xlsx")

    afloop = draai(*opdracht, dossier)

    assert (afloop.code, afloop.uit) == (3, "")
    assert afloop.fout.splitlines() == verwacht
    geen_engels(afloop.fout)


def test_twee_bladen_met_onderwerpen_worden_allebei_genoemd(
    draai: Callable, maak_dossier: Callable, maak_excel: Callable
) -> None:
    werkmap = maak_excel.bladen({"Nijmegen": [KOPPEN, RIJ], "Tiel": [KOPPEN, RIJ]})

    afloop = draai("prioriteer", maak_dossier(werkmap, bestand="onderwerpen.xlsx"))

    assert (afloop.code, afloop.uit) == (3, "")
    assert afloop.fout == (
        "onderwerpen.xlsx: gevonden 2 bladen met de koppen Code, Titel en Thema: Nijmegen en Tiel;"
        " verwacht één blad met die koppen; noem het «Onderwerpen»\n"
    )


@pytest.mark.parametrize("teken", ["\x0b", "\x0c", "\x85", "\u2028"])
def test_een_vreemd_regeleinde_in_een_csv_cel_begint_geen_nieuwe_rij(
    teken: str, draai: Callable, maak_dossier: Callable
) -> None:
    csv = f"Code;Titel;Thema\neen;Uit{teken}Word geplakt;wonen\ntwee;Gewoon;woonen\n"

    afloop = draai("prioriteer", maak_dossier(csv, bestand="onderwerpen.csv"))

    assert {regel for _, regel, _ in plekken(afloop.fout)} <= {2, 3}
    assert "onderwerpen.csv:3:3: Thema: gevonden «woonen»" in afloop.fout


@elke_opdracht
def test_een_map_die_er_niet_is_wordt_gemeld(
    opdracht: list[str],
    draai: Callable,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)

    afloop = draai(*opdracht, "2031")

    verwacht = "2031: dossier: gevonden niets; verwacht een map met een dossier\n"
    assert (afloop.code, afloop.uit, afloop.fout) == (3, "", verwacht)
    assert list(tmp_path.iterdir()) == []


@elke_opdracht
def test_een_bestand_in_plaats_van_een_map_wordt_gemeld(
    opdracht: list[str], draai: Callable, maak_dossier: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(maak_dossier())

    afloop = draai(*opdracht, "dossier.yaml")

    verwacht = (
        "dossier.yaml: dossier: gevonden een bestand; verwacht een map met een dossier;"
        " geef de map waar het in staat: . (deze map)\n"
    )
    assert (afloop.code, afloop.uit, afloop.fout) == (3, "", verwacht)


@pytest.mark.parametrize("optie", ["dossier", "themas"])
def test_een_te_lang_pad_bestaat_niet_en_is_geen_fout_in_het_programma(
    optie: str, draai: Callable, maak_dossier: Callable
) -> None:
    lang = "a" * 300
    args = [lang] if optie == "dossier" else [maak_dossier(), "--themas", lang]

    afloop = draai("prioriteer", *args)

    assert (afloop.code, afloop.uit) == (3, "")
    assert f"{lang}: " in afloop.fout


@elke_opdracht
@pytest.mark.parametrize(
    ("pad", "gevonden"), [("weg", "niets"), (".", "een map zonder regio.yaml")]
)
def test_een_eigen_profiel_dat_er_niet_is_wordt_gemeld(
    pad: str,
    gevonden: str,
    opdracht: list[str],
    draai: Callable,
    maak_dossier: Callable,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(maak_dossier())

    afloop = draai(*opdracht, ".", "--themas", pad)

    assert (afloop.code, afloop.uit) == (3, "")
    assert afloop.fout == (
        f"{pad}: --themas: gevonden {gevonden}; verwacht een map met regio.yaml, themas.yaml,"
        " bronnen.yaml en een map regels\n"
    )


def test_fouten_in_een_eigen_profiel_komen_samen_met_fouten_in_het_dossier(
    draai: Callable, maak_dossier: Callable, eigen_profiel: Path
) -> None:
    plannen = eigen_profiel / "plannen.yaml"
    plannen.write_text(plannen.read_text("utf-8").replace("titel:", "tietel:", 1), "utf-8")

    afloop = draai("prioriteer", maak_dossier(instellingen="2027\n"), "--themas", eigen_profiel)

    dossierfout, *profielfouten = afloop.fout.splitlines()
    assert (afloop.code, afloop.uit) == (3, "")
    assert dossierfout.startswith("dossier.yaml:1:1: gevonden «2027»")
    assert any("«tietel»" in zin and "bedoelde u «titel»?" in zin for zin in profielfouten)
    assert all(zin.startswith("mijn-regio/plannen.yaml:") for zin in profielfouten)
