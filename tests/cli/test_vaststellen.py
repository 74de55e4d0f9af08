"""An agenda that was adopted is frozen: read-only, once, checkable, and to be made again."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import maak_dossier, maak_onderwerp
from docx import Document

from cli.uitgang import voer_uit

if TYPE_CHECKING:
    from collections.abc import Callable

KLEIN = Path(__file__).parent / "dossier-klein"
DAG = "2027-01-15"
WIE = ("--door", "Colleges van de gemeenten", "--datum", DAG)

geen_root = pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="voor root is elke map te schrijven"
)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    map_ = tmp_path / "2027"
    shutil.copytree(KLEIN, map_)
    return map_


@pytest.fixture(scope="module")
def gemaakt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier with a decision, made once."""
    map_ = tmp_path_factory.mktemp("gemaakt") / "2027"
    shutil.copytree(KLEIN, map_)
    args = ["vaststellen", str(map_), *WIE, "--afwijking", "maan-poetsen:1:Dat: wil <u>"]
    assert voer_uit(args) == 0
    return map_


@pytest.fixture
def besluit(dossier: Path, gemaakt: Path) -> Path:
    shutil.copytree(gemaakt / "besluiten", dossier / "besluiten")
    return dossier / "besluiten" / DAG


def bewijs_van(map_: Path) -> dict:
    return json.loads((map_ / "ontvangstbewijs.json").read_text("utf-8"))


def schrijf(pad: Path, inhoud: bytes) -> None:
    """Write a file that is read-only, as somebody who means it would."""
    if pad.exists():
        pad.chmod(0o644)
    pad.write_bytes(inhoud)


def test_het_ontvangstbewijs_noemt_elk_ander_bestand_met_omvang_en_vingerafdruk(
    besluit: Path,
) -> None:
    bewijs = bewijs_van(besluit)
    paden = [pad for pad in sorted(besluit.rglob("*")) if pad.is_file()]
    verwacht = [
        {
            "pad": pad.relative_to(besluit).as_posix(),
            "omvang": pad.stat().st_size,
            "sha256": hashlib.sha256(pad.read_bytes()).hexdigest(),
        }
        for pad in paden
        if pad.name != "ontvangstbewijs.json"
    ]

    assert list(bewijs) == ["schema", "door", "datum", "vorige", "versies", "bestanden"]
    assert (bewijs["schema"], bewijs["door"], bewijs["datum"]) == (
        "agenda/ontvangstbewijs/2",
        "Colleges van de gemeenten",
        DAG,
    )
    assert list(bewijs["versies"]) == ["agenda", "python", "evaluatoren", "pakketten"]
    assert "pydantic" in bewijs["versies"]["pakketten"]
    assert bewijs["bestanden"] == sorted(verwacht, key=lambda deel: deel["pad"])


def test_alle_bestanden_zijn_alleen_lezen_en_er_blijft_niets_anders_achter(besluit: Path) -> None:
    rechten = {stat.S_IMODE(pad.stat().st_mode) & 0o222 for pad in besluit.rglob("*.*")}

    assert rechten == {0}
    assert [pad.name for pad in besluit.parent.iterdir()] == [DAG]


def test_de_invoer_en_het_profiel_zijn_byte_voor_byte_bewaard(besluit: Path, dossier: Path) -> None:
    from agenda.invoer.profielmap import meegeleverde_profielen

    profiel = meegeleverde_profielen() / "nijmegen-rivierenland"
    for bron, map_ in (
        ([dossier / "dossier.yaml", dossier / "onderwerpen.yaml"], besluit / "invoer"),
        (profiel.glob("*.yaml"), besluit / "profiel"),
        ((profiel / "regels").glob("*.yaml"), besluit / "profiel" / "regels"),
    ):
        for pad in bron:
            assert (map_ / pad.name).read_bytes() == pad.read_bytes()


def test_een_besluit_geeft_later_dezelfde_lijst_en_dezelfde_stukken(
    besluit: Path, dossier: Path, draai: Callable, tmp_path: Path
) -> None:
    (dossier / "onderwerpen.yaml").write_text("weg", encoding="utf-8")
    elders = shutil.move(besluit, tmp_path / "archief")

    lijst = draai("prioriteer", elders, "--formaat", "json")
    stukken = draai("exporteer", elders, "--naar", tmp_path / "uit")

    assert (lijst.code, stukken.code) == (0, 0)
    assert lijst.uit.encode() == (elders / "ranglijst.json").read_bytes()
    gemaakt = sorted((tmp_path / "uit").glob("strategische-*"))
    assert gemaakt
    for pad in gemaakt:
        assert pad.read_bytes() == (elders / pad.name).read_bytes()


def test_een_afwijking_staat_in_elke_vorm_naast_de_berekende_plaats(
    besluit: Path, draai: Callable
) -> None:
    lijst = json.loads((besluit / "ranglijst.json").read_text("utf-8"))
    eerste = lijst["ranglijst"][0]

    assert lijst["besluit"]["afwijkingen"] == [
        {
            "code": "maan-poetsen",
            "plaats": 1,
            "berekend": eerste["plaats"],
            "reden": "Dat: wil <u>",
        }
    ]
    assert eerste["code"] == "maan-poetsen"
    assert eerste["vastgestelde_plaats"] == 1 < eerste["plaats"]
    assert eerste["afwijking"] == "Dat: wil <u>"
    for formaat in ("tabel", "csv", "md"):
        uit = draai("prioriteer", besluit, "--formaat", formaat).uit
        assert "astgesteld" in uit
        assert "Dat: wil" in uit
    for pad in besluit.glob("strategische-agenda-*"):
        assert b"Dat: wil" in pad.read_bytes() or pad.suffix not in (".csv", ".json", ".md")


def test_waarom_zegt_ook_de_vastgestelde_plaats(besluit: Path, draai: Callable) -> None:
    verplaatst = draai("waarom", "maan-poetsen", besluit).uit
    ander = json.loads(draai("waarom", "draken-temmen", besluit, "--formaat", "json").uit)

    assert "Vastgesteld op plaats 1, berekend is plaats 4. Reden: Dat: wil <u>" in verplaatst
    assert (ander["plaats"], ander["vastgestelde_plaats"], ander["afwijking"]) == (1, 2, None)
    assert (
        "vastgestelde_plaats"
        not in draai("waarom", "draken-temmen", KLEIN, "--formaat", "json").uit
    )


def test_aanhalingstekens_om_de_reden_horen_er_niet_bij(dossier: Path, draai: Callable) -> None:
    reden = 'wolken-delen:1:"De "raad" vroeg"'
    assert draai("vaststellen", dossier, *WIE, "--als", "md", "--afwijking", reden).code == 0

    besluit = json.loads((dossier / "besluiten" / DAG / "besluit.json").read_text("utf-8"))
    assert besluit["afwijkingen"][0]["reden"] == 'De "raad" vroeg'


def test_zonder_besluit_verandert_er_niets_aan_de_lijst(draai: Callable) -> None:
    uit = json.loads(draai("prioriteer", KLEIN, "--formaat", "json").uit)

    assert "besluit" not in uit
    assert all("vastgestelde_plaats" not in rij for rij in uit["ranglijst"])


def test_elk_onderwerp_heeft_zijn_uitleg_in_de_json_van_het_stuk(besluit: Path) -> None:
    (pad,) = besluit.glob("strategische-agenda-*.json")
    stuk = json.loads(pad.read_text("utf-8"))
    lijst = json.loads((besluit / "ranglijst.json").read_text("utf-8"))

    uitleg, routes = stuk.pop("uitleg"), stuk.pop("routes")
    assert stuk == lijst
    assert {deel["route"] for deel in uitleg} == {*range(len(routes))}
    alle = [rij for deel in ("ranglijst", "onbeslist", "niet_toegelaten") for rij in lijst[deel]]
    assert [deel["code"] for deel in uitleg] == [rij["code"] for rij in alle]


def test_een_tweede_keer_op_dezelfde_dag_verandert_niets(
    besluit: Path, dossier: Path, draai: Callable, afdruk: Callable
) -> None:
    voor = afdruk(dossier)

    afloop = draai("vaststellen", dossier, *WIE)

    assert (afloop.code, afloop.uit) == (3, "")
    assert "een besluit dat er al is" in afloop.fout
    assert afdruk(dossier) == voor


def test_een_besluit_is_zelf_niet_vast_te_stellen(besluit: Path, draai: Callable) -> None:
    afloop = draai("vaststellen", besluit, "--door", "Colleges", "--datum", "2027-02-01")

    assert afloop.code == 3
    assert "verwacht een dossier" in afloop.fout


def test_controleer_zegt_hoeveel_bestanden_kloppen(besluit: Path, draai: Callable) -> None:
    afloop = draai("controleer", besluit)
    aantal = len(bewijs_van(besluit)["bestanden"])

    assert (afloop.code, afloop.fout) == (0, "")
    assert f"Alle {aantal} bestanden van het besluit zijn ongewijzigd. Geen fouten." in afloop.uit


def test_controleer_noemt_alles_wat_veranderd_weg_of_toegevoegd_is_in_een_keer(
    besluit: Path, draai: Callable, geen_engels: Callable
) -> None:
    inhoud = (besluit / "invoer" / "onderwerpen.yaml").read_bytes()
    schrijf(besluit / "invoer" / "onderwerpen.yaml", inhoud.replace(b"e", b"o", 1))
    (besluit / "profiel" / "themas.yaml").unlink()
    schrijf(besluit / "extra\n.txt", b"")
    (besluit / "snel").symlink_to(besluit / "besluit.json")

    afloop = draai("controleer", besluit)

    assert (afloop.code, afloop.uit) == (3, "")
    regels = afloop.fout.splitlines()
    assert [regel.split(": ")[0] for regel in regels] == [
        "extra\\u000a.txt",
        "invoer/onderwerpen.yaml",
        "profiel/themas.yaml",
        "snel",
    ]
    assert "toegevoegd" in regels[0]
    assert "veranderd" in regels[1]
    assert "geen bestand" in regels[2]
    assert "snelkoppeling" in regels[3]
    geen_engels(afloop.fout)


@pytest.mark.traag
@pytest.mark.parametrize("naam", ["invoer/dossier.yaml", "besluit.json", "ranglijst.json"])
def test_elke_byte_telt(naam: str, besluit: Path, draai: Callable) -> None:
    pad = besluit / naam
    goed = pad.read_bytes()
    for plek in (0, len(goed) // 2, len(goed) - 1):
        fout = bytearray(goed)
        fout[plek] ^= 1
        schrijf(pad, bytes(fout))
        afloop = draai("controleer", besluit)
        assert (afloop.code, afloop.uit) == (3, "")
        assert afloop.fout.startswith(f"{naam}: gevonden een bestand dat is veranderd")
    schrijf(pad, goed)
    assert draai("controleer", besluit).code == 0


def test_veranderde_invoer_van_een_besluit_wordt_niet_gelezen(
    besluit: Path, draai: Callable
) -> None:
    pad = besluit / "profiel" / "regels" / "criteria.yaml"
    schrijf(pad, pad.read_bytes() + b"\n")

    for opdracht in (["prioriteer"], ["waarom", "wolken-delen"], ["regels"], ["exporteer"]):
        afloop = draai(*opdracht, besluit)
        assert (afloop.code, afloop.uit) == (3, ""), opdracht
        assert "profiel/regels/criteria.yaml" in afloop.fout


VIJANDIG = {
    "geen json": b"{",
    "leeg": b"",
    "een lijst": b"[]",
    "diep": b"[" * 100_000,
    "geen utf-8": b"\xff\xfe",
    "ander schema": None,
    "te groot": b" " * 10_000_001,
}


@pytest.mark.parametrize("naam", VIJANDIG)
def test_een_beschadigd_ontvangstbewijs_geeft_een_fout_met_een_plek(
    naam: str, besluit: Path, draai: Callable, geen_engels: Callable
) -> None:
    inhoud = VIJANDIG[naam]
    if inhoud is None:
        inhoud = json.dumps(bewijs_van(besluit) | {"schema": "iets/2"}).encode()
    schrijf(besluit / "ontvangstbewijs.json", inhoud)

    afloop = draai("controleer", besluit)

    assert (afloop.code, afloop.uit) == (3, "")
    assert afloop.fout.startswith("ontvangstbewijs.json")
    geen_engels(afloop.fout)


@pytest.mark.parametrize(
    "pad",
    ["../2027/dossier.yaml", "/etc/passwd", "C:/x", "a\\b", "a//b", "./x", "", "a\x00b", "x" * 501],
)
def test_een_pad_buiten_de_map_wordt_geweigerd(pad: str, besluit: Path, draai: Callable) -> None:
    bewijs = bewijs_van(besluit)
    bewijs["bestanden"][0]["pad"] = pad
    schrijf(besluit / "ontvangstbewijs.json", json.dumps(bewijs, indent=1).encode())

    afloop = draai("controleer", besluit)

    assert (afloop.code, afloop.uit) == (3, "")
    assert afloop.fout.startswith("ontvangstbewijs.json:")


def test_een_map_die_naar_elders_wijst_wordt_niet_gevolgd(
    besluit: Path, draai: Callable, tmp_path: Path
) -> None:
    elders = tmp_path / "elders"
    shutil.move(besluit / "invoer", elders)
    (besluit / "invoer").symlink_to(elders)

    afloop = draai("prioriteer", besluit)

    assert afloop.code == 3
    assert "snelkoppeling" in afloop.fout


def test_zonder_ontvangstbewijs_is_een_besluit_niet_te_lezen(
    besluit: Path, draai: Callable
) -> None:
    (besluit / "ontvangstbewijs.json").unlink()

    afloop = draai("controleer", besluit)

    assert (afloop.code, afloop.uit) == (3, "")
    assert afloop.fout.startswith("ontvangstbewijs.json: gevonden geen bestand")


FOUT_GEBRUIK = {
    "geen naam": (["--datum", DAG], ["--door ontbreekt"]),
    "geen dag": (["--door", "Colleges"], ["--datum ontbreekt"]),
    "een dag die er niet is": (["--door", "Colleges", "--datum", "2027-02-30"], ["«2027-02-30»"]),
    "een dag in weken": (["--door", "Colleges", "--datum", "2027-W01-1"], ["«2027-W01-1»"]),
    "een naam van twee regels": (["--door", "a\nb", "--datum", DAG], ["op één regel"]),
    "een te lange naam": (["--door", "a" * 301, "--datum", DAG], ["300 tekens"]),
    "een afwijking zonder plaats": ([*WIE, "--afwijking", "wolken-delen"], ["wolken-delen"]),
    "een plaats nul": ([*WIE, "--afwijking", "wolken-delen:0:x"], ["«0» is geen plaats"]),
    "geen reden": ([*WIE, "--afwijking", "wolken-delen:1: "], ["de reden ontbreekt"]),
    "een onbekende code": ([*WIE, "--afwijking", "wolken-dele:1:x"], ["bedoelde u «wolken-delen»"]),
    "alles tegelijk": (
        [*WIE, "--afwijking", "a", "--afwijking", "wolken-delen:99:x", "--afwijking", "b:x:"],
        ["«a»", "plaats 99 kan niet", "«x» is geen plaats", "reden ontbreekt"],
    ),
    "een onbekende vorm": (
        [*WIE, "--als", "docxx"],
        ["«docxx» is geen vorm; bedoelde u «docx»? Kies uit"],
    ),
    "een vorm die nergens op lijkt": ([*WIE, "--als", "QQ"], ["«QQ» is geen vorm. Kies uit"]),
}


@pytest.mark.parametrize("naam", FOUT_GEBRUIK)
def test_verkeerd_gebruik_noemt_alles_en_maakt_niets(
    naam: str, dossier: Path, draai: Callable, geen_engels: Callable, afdruk: Callable
) -> None:
    args, woorden = FOUT_GEBRUIK[naam]
    voor = afdruk(dossier)

    afloop = draai("vaststellen", dossier, *args)

    assert (afloop.code, afloop.uit) == (2, "")
    for woord in woorden:
        assert woord in afloop.fout
    geen_engels(afloop.fout.replace("--", ""))
    assert afdruk(dossier) == voor


@pytest.mark.parametrize(
    ("datum", "ver"), [("2026-03-01", False), ("2028-12-31", False), ("2072-01-15", True)]
)
def test_een_dag_ver_van_het_agendajaar_valt_op(
    datum: str, ver: bool, dossier: Path, draai: Callable
) -> None:
    afloop = draai("vaststellen", dossier, "--door", "Colleges", "--datum", datum, "--als", "csv")

    assert afloop.code == 0
    zin = f"Let op: {datum} ligt ver van het agendajaar 2027. Klopt de datum?"
    assert (zin in afloop.fout) is ver


def test_een_besluit_over_foute_invoer_maakt_niets(
    dossier: Path, draai: Callable, afdruk: Callable
) -> None:
    (dossier / "dossier.yaml").write_text("jaar: 1850\n", encoding="utf-8")
    voor = afdruk(dossier)

    assert draai("vaststellen", dossier, *WIE).code == 3
    assert afdruk(dossier) == voor


@geen_root
def test_een_map_die_niet_te_schrijven_is_geeft_code_5(dossier: Path, draai: Callable) -> None:
    dossier.chmod(0o555)
    try:
        afloop = draai("vaststellen", dossier, *WIE)
    finally:
        dossier.chmod(0o755)

    assert (afloop.code, afloop.uit) == (5, "")
    assert not (dossier / "besluiten").exists()


@pytest.mark.traag
def test_waar_al_een_bestand_besluiten_staat_wordt_niets_gemaakt(
    dossier: Path, draai: Callable, afdruk: Callable
) -> None:
    (dossier / "besluiten").write_text("een bestand", encoding="utf-8")
    voor = afdruk(dossier)

    afloop = draai("vaststellen", dossier, *WIE)

    assert (afloop.code, afloop.uit) == (5, "")
    assert afdruk(dossier) == voor


@pytest.mark.traag
def test_resten_van_een_afgebroken_keer_worden_opgeruimd(dossier: Path, draai: Callable) -> None:
    rest = dossier / "besluiten" / ".agenda-tijdelijk-abc" / "invoer"
    rest.mkdir(parents=True)
    (rest / "dossier.yaml").write_text("half", encoding="utf-8")
    (rest / "dossier.yaml").chmod(0o444)

    assert draai("vaststellen", dossier, *WIE).code == 0
    assert [pad.name for pad in (dossier / "besluiten").iterdir()] == [DAG]


@pytest.mark.traag
def test_een_eigen_profiel_gaat_mee_met_zijn_regels(
    dossier: Path, draai: Callable, eigen_profiel: Path, tmp_path: Path
) -> None:
    regel = eigen_profiel / "regels" / "criteria.yaml"
    regel.write_text(regel.read_text("utf-8") + "\n# van ons\n", encoding="utf-8")
    (eigen_profiel / ".verborgen").write_text("x", encoding="utf-8")
    Document().save(str(eigen_profiel / "sjabloon.docx"))
    sjabloon = (eigen_profiel / "sjabloon.docx").read_bytes()
    assert draai("vaststellen", dossier, *WIE, "--themas", eigen_profiel).code == 0
    besluit = dossier / "besluiten" / DAG
    shutil.rmtree(eigen_profiel)

    lijst = draai("prioriteer", besluit, "--formaat", "json")

    assert lijst.uit.encode() == (besluit / "ranglijst.json").read_bytes()
    assert b"# van ons" in (besluit / "profiel" / "regels" / "criteria.yaml").read_bytes()
    assert not (besluit / "profiel" / ".verborgen").exists()
    assert (besluit / "profiel" / "sjabloon.docx").read_bytes() == sjabloon
    uit = tmp_path / "later"
    assert draai("exporteer", besluit, "--als", "docx", "--naar", uit).code == 0
    naam = "strategische-agenda-2027.docx"
    assert (uit / naam).read_bytes() == (besluit / naam).read_bytes()


def herschrijf(besluit: Path, **velden: object) -> None:
    """Change what was decided, and the receipt with it: somebody who knows how."""
    pad = besluit / "besluit.json"
    inhoud = json.dumps(json.loads(pad.read_text("utf-8")) | velden, indent=2).encode()
    schrijf(pad, inhoud)
    bewijs = bewijs_van(besluit)
    for deel in bewijs["bestanden"]:
        if deel["pad"] == "besluit.json":
            deel["omvang"] = len(inhoud)
            deel["sha256"] = hashlib.sha256(inhoud).hexdigest()
    schrijf(besluit / "ontvangstbewijs.json", json.dumps(bewijs, indent=2).encode())


AFWIJKING = {"code": "maan-poetsen", "plaats": 1, "berekend": 4, "reden": "x"}
ANDER_BESLUIT = {
    "geen dag": ({"datum": "2027-02-30"}, "besluit.json:4:3: datum"),
    "een naam van twee regels": ({"door": "a\nb"}, "besluit.json:3:3: door"),
    "een onbekend veld": ({"extra": 1}, "onbekend veld «extra»"),
    "plaats nul": ({"afwijkingen": [AFWIJKING | {"plaats": 0}]}, "een plaats vanaf 1"),
    "geen lijst": ({"afwijkingen": 3}, "een lijst afwijkingen"),
    "een onderwerp dat er niet is": (
        {"afwijkingen": [AFWIJKING | {"code": "maan-poetse"}]},
        "past niet bij deze ranglijst: maan-poetse: geen onderwerp heeft deze code",
    ),
    "een plaats die er niet is": (
        {"afwijkingen": [AFWIJKING | {"plaats": 99}]},
        "plaats 99 kan niet",
    ),
}


@pytest.mark.parametrize("naam", ANDER_BESLUIT)
def test_een_besluit_dat_niet_klopt_geeft_een_fout_met_een_plek(
    naam: str, besluit: Path, draai: Callable, geen_engels: Callable
) -> None:
    velden, verwacht = ANDER_BESLUIT[naam]
    herschrijf(besluit, **velden)

    afloop = draai("prioriteer", besluit)

    assert (afloop.code, afloop.uit) == (3, "")
    assert afloop.fout.startswith("besluit.json")
    assert verwacht in afloop.fout
    geen_engels(afloop.fout)


@pytest.mark.parametrize("vorm", ["xlsx", "csv"])
def test_ook_onderwerpen_uit_een_tabel_gaan_byte_voor_byte_mee(
    vorm: str, tmp_path: Path, draai: Callable
) -> None:
    map_ = maak_dossier(
        tmp_path / vorm,
        [maak_onderwerp("een"), maak_onderwerp("twee")],
        {"xlsx": "excel", "csv": "csv"}[vorm],
    )
    assert draai("vaststellen", map_, *WIE, "--als", "md").code == 0
    besluit = map_ / "besluiten" / DAG

    bewaard = (besluit / "invoer" / f"onderwerpen.{vorm}").read_bytes()
    assert bewaard == (map_ / f"onderwerpen.{vorm}").read_bytes()
    lijst = draai("prioriteer", besluit, "--formaat", "json")
    assert lijst.uit.encode() == (besluit / "ranglijst.json").read_bytes()


@pytest.mark.parametrize("naam", ["met spaties", "één-🎉", "-streep", "aan'haling\"s", "x" * 200])
def test_de_naam_van_de_map_maakt_niet_uit(naam: str, tmp_path: Path, draai: Callable) -> None:
    map_ = tmp_path / naam
    shutil.copytree(KLEIN, map_)

    assert draai("vaststellen", map_, *WIE, "--als", "md").code == 0
    assert draai("controleer", map_ / "besluiten" / DAG).code == 0
    bewijs = (map_ / "besluiten" / DAG / "ontvangstbewijs.json").read_text("utf-8")
    assert naam not in bewijs
