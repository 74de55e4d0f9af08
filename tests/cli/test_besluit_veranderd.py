"""A decision that was changed is found out, also when the hashes were made to fit."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from _pytest.tmpdir import TempPathFactory

HIER = Path(__file__).parent
KLEIN = HIER / "dossier-klein"
EERSTE_UITGAVE = HIER / "besluit-eerste-uitgave" / "2027-01-15"
DAG = "2027-01-15"
WIE = ("--door", "Colleges van de gemeenten", "--datum")
BEWIJS = "ontvangstbewijs.json"


@pytest.fixture(scope="module")
def gemaakt(tmp_path_factory: TempPathFactory) -> Path:
    from cli.uitgang import voer_uit

    map_ = shutil.copytree(KLEIN, tmp_path_factory.mktemp("gemaakt") / "2027")
    anders = ("--afwijking", "maan-poetsen:1:De raad vroeg hierom", "--als", "md,csv")
    assert voer_uit(["vaststellen", str(map_), *WIE, DAG, *anders]) == 0
    return map_


@pytest.fixture(params=["nu", "eerste uitgave"])
def besluit(request: pytest.FixtureRequest, gemaakt: Path, tmp_path: Path) -> Path:
    bron = gemaakt / "besluiten" / DAG if request.param == "nu" else EERSTE_UITGAVE
    return kopie(bron, tmp_path / "2027" / "besluiten" / DAG)


@pytest.fixture
def nieuw_besluit(gemaakt: Path, tmp_path: Path) -> Path:
    return kopie(gemaakt / "besluiten" / DAG, tmp_path / "2027" / "besluiten" / DAG)


def kopie(bron: Path, doel: Path) -> Path:
    shutil.copytree(bron, doel)
    for pad in doel.rglob("*"):
        if pad.is_file():
            pad.chmod(0o644)
    return doel


def bewijs_van(map_: Path) -> dict:
    return json.loads((map_ / BEWIJS).read_text("utf-8"))


def zet_bewijs(map_: Path, bewijs: dict) -> None:
    (map_ / BEWIJS).write_text(json.dumps(bewijs, ensure_ascii=False, indent=2), "utf-8")


def maak_kloppend(map_: Path) -> None:
    """Write into the receipt and the archive what there is now, as somebody who means it would."""
    bewijs = bewijs_van(map_)
    for ronde in (False, True):
        for deel in bewijs["bestanden"]:
            pad = map_ / deel["pad"]
            inhoud = pad.read_bytes()
            oud = (deel["sha256"], deel["omvang"])
            deel["sha256"], deel["omvang"] = hashlib.sha256(inhoud).hexdigest(), len(inhoud)
            mdto = map_ / "mdto" / f"{deel['pad']}.bestand.mdto.xml"
            if not ronde and mdto.exists():
                tekst = mdto.read_text("utf-8").replace(oud[0], deel["sha256"])
                mdto.write_text(tekst.replace(f">{oud[1]}<", f">{deel['omvang']}<"), "utf-8")
    zet_bewijs(map_, bewijs)


def vervang(pad: Path, oud: str, nieuw: str) -> None:
    tekst = pad.read_text("utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), "utf-8")


def test_een_goed_besluit_klopt_ook_van_de_eerste_uitgave(besluit: Path, draai: Callable) -> None:
    afloop = draai("controleer", besluit)

    assert (afloop.code, afloop.fout) == (0, "")
    som = hashlib.sha256((besluit / BEWIJS).read_bytes()).hexdigest()
    assert f"SHA-256 van het ontvangstbewijs: {som}" in afloop.uit
    assert "Dit bewijst niet" in afloop.uit
    opnieuw = bewijs_van(besluit)["schema"].endswith("/2")
    assert ("opnieuw gemaakt uit deze invoer" in afloop.uit) is opnieuw
    gegevens = json.loads(draai("controleer", besluit, "--formaat", "json").uit)["besluit"]
    assert (gegevens["ontvangstbewijs_sha256"], gegevens["opnieuw_berekend"]) == (som, opnieuw)


BEWIJSVELDEN = {
    "door": lambda b: b | {"door": "Gemeenteraad"},
    "datum": lambda b: b | {"datum": "2027-01-16"},
    "versies.agenda": lambda b: b | {"versies": b["versies"] | {"agenda": "0.0.9"}},
    "versies.evaluatoren": lambda b: b | {"versies": b["versies"] | {"evaluatoren": ["ander"]}},
}


@pytest.mark.parametrize("veld", BEWIJSVELDEN)
def test_een_veranderd_veld_van_het_bewijs_valt_op(
    veld: str, besluit: Path, draai: Callable, geen_engels: Callable
) -> None:
    zet_bewijs(besluit, BEWIJSVELDEN[veld](bewijs_van(besluit)))

    afloop = draai("controleer", besluit)

    assert (afloop.code, afloop.uit) == (3, "")
    assert f"{BEWIJS}: {veld}: " in afloop.fout
    geen_engels(afloop.fout)


def test_een_andere_naam_van_de_map_valt_op(besluit: Path, draai: Callable) -> None:
    ander = besluit.rename(besluit.with_name("2027-01-16"))

    afloop = draai("controleer", ander)

    assert afloop.code == 3
    assert "naam van de map" in afloop.fout
    assert draai("prioriteer", ander).code == 0


@pytest.mark.parametrize(
    "weg",
    [
        ["ranglijst.json"],
        ["mdto.xml"],
        ["strategische-agenda-2027.md"],
        ["ranglijst.json", "mdto/ranglijst.json.bestand.mdto.xml"],
        ["strategische-agenda-2027.md", "mdto/strategische-agenda-2027.md.bestand.mdto.xml"],
        ["mdto/besluit.json.bestand.mdto.xml"],
        ["profiel/themas.yaml", "mdto/profiel/themas.yaml.bestand.mdto.xml"],
    ],
)
def test_een_bestand_dat_met_zijn_regels_verdween_valt_op(
    weg: list[str], besluit: Path, draai: Callable
) -> None:
    bewijs = bewijs_van(besluit)
    for pad in weg:
        (besluit / pad).unlink()
    bewijs["bestanden"] = [deel for deel in bewijs["bestanden"] if deel["pad"] not in weg]
    zet_bewijs(besluit, bewijs)

    assert draai("controleer", besluit).code == 3


ANDERS = {
    "een score": ("ranglijst.json", '"score": 2', '"score": 3'),
    "een titel": ("ranglijst.json", '"titel": "', '"titel": "Niet '),
    "een reden in de lijst": ("ranglijst.json", "De raad vroeg hierom", "Zo maar"),
    "een reden in het besluit": ("besluit.json", "De raad vroeg hierom", "Zo maar"),
    "berekend": ("besluit.json", '"berekend": ', '"berekend": 1'),
    "een stuk": ("strategische-agenda-2027.md", "De raad vroeg hierom", "Zo maar"),
    "een tabel": ("strategische-agenda-2027.csv", ";maan-poetsen;", ";maan-kopen;"),
    "het archief": ("mdto.xml", "Vastgesteld door", "Bedacht door"),
    "de invoer": ("invoer/onderwerpen.yaml", "veiligheid", "laaghangend-fruit"),
}


@pytest.mark.parametrize("wat", ANDERS)
def test_ook_met_kloppende_vingerafdrukken_valt_een_andere_inhoud_op(
    wat: str, nieuw_besluit: Path, draai: Callable
) -> None:
    naam, oud, nieuw = ANDERS[wat]
    vervang(nieuw_besluit / naam, oud, nieuw)
    maak_kloppend(nieuw_besluit)

    afloop = draai("controleer", nieuw_besluit)

    assert (afloop.code, afloop.uit) == (3, "")


@pytest.mark.parametrize("naam", [".DS_Store", "Thumbs.db", "desktop.ini"])
def test_wat_een_systeem_achterlaat_is_geen_fout_en_wordt_genoemd(
    naam: str, besluit: Path, draai: Callable
) -> None:
    for map_ in (besluit, besluit / "invoer", besluit / "profiel" / "regels"):
        (map_ / naam).write_bytes(b"\x00")

    afloop = draai("controleer", besluit)

    assert afloop.code == 0
    assert f"Hoort niet bij het besluit, maar is geen fout: {naam}, invoer/{naam} en" in afloop.uit
    assert draai("prioriteer", besluit).code == 0
    assert draai("controleer", besluit, "--formaat", "json").code == 0


def test_met_bewijs_wordt_het_ontvangstbewijs_vergeleken(besluit: Path, draai: Callable) -> None:
    som = hashlib.sha256((besluit / BEWIJS).read_bytes()).hexdigest()

    zonder_register = draai("controleer", besluit, "--bewijs", som)
    assert zonder_register.code == 0
    assert "besloten" not in zonder_register.uit
    assert draai("controleer", besluit, "--bewijs", f" {som.upper()} ").code == 0
    anders = draai("controleer", besluit, "--bewijs", "0" * 64)
    assert (anders.code, anders.uit) == (3, "")
    assert som in anders.fout
    assert draai("controleer", besluit, "--bewijs", "abc").code == 2
    assert draai("controleer", KLEIN, "--bewijs", som).code == 2


def som_van(map_: Path) -> str:
    return hashlib.sha256((map_ / BEWIJS).read_bytes()).hexdigest()


def test_besluiten_vormen_een_keten(tmp_path: Path, draai: Callable) -> None:
    dossier = shutil.copytree(KLEIN, tmp_path / "2027")
    besluiten = dossier / "besluiten"
    for dag in ("2027-01-15", "2027-03-01", "2027-02-01"):
        assert draai("vaststellen", dossier, *WIE, dag, "--als", "md").code == 0

    eerste, tweede, derde = (besluiten / d for d in ("2027-01-15", "2027-02-01", "2027-03-01"))
    assert bewijs_van(eerste)["vorige"] is None
    assert bewijs_van(derde)["vorige"] == som_van(eerste)  # the one between was not there yet
    assert bewijs_van(tweede)["vorige"] == som_van(eerste)
    goed = draai("controleer", derde).uit
    assert "vorige" not in goed
    assert "Gaat verder op het besluit 2027-01-15: dat ontvangstbewijs is nog hetzelfde." in goed

    (eerste / BEWIJS).chmod(0o644)
    (eerste / BEWIJS).write_bytes((eerste / BEWIJS).read_bytes() + b"\n")
    afloop = draai("controleer", derde)
    assert afloop.code == 0
    assert f"{BEWIJS} vorige: " in " ".join(afloop.uit.split())
    assert "Gaat verder op een besluit dat hier niet is gevonden." in afloop.uit
    (eerste / BEWIJS).unlink()
    assert draai("controleer", derde).code == 0


def test_vorig_hoort_bij_twee_besluiten(nieuw_besluit: Path, draai: Callable) -> None:
    assert draai("controleer", KLEIN, "--vorig", nieuw_besluit).code == 2
    assert draai("controleer", nieuw_besluit, "--vorig", KLEIN).code == 2
    eerste = draai("controleer", nieuw_besluit, "--vorig", nieuw_besluit)
    assert (eerste.code, eerste.uit) == (3, "")
    assert f"{BEWIJS}: vorige: gevonden geen; verwacht" in eerste.fout


@pytest.mark.traag
@pytest.mark.parametrize("hoe", ["--vorig", "dossier.yaml"])
def test_het_vorige_besluit_kan_elders_staan(
    hoe: str, tmp_path: Path, draai: Callable, besluit: Path
) -> None:
    dossier = shutil.copytree(KLEIN, tmp_path / "2028")
    args = ["--vorig", besluit]
    if hoe == "dossier.yaml":
        with (dossier / "dossier.yaml").open("a", encoding="utf-8") as bestand:
            bestand.write(f"\nvorig_besluit: ../2027/besluiten/{DAG}\n")
        args = []
    nieuw = dossier / "besluiten" / "2028-01-15"

    assert draai("vaststellen", dossier, *WIE, "2028-01-15", "--als", "md", *args).code == 0
    assert bewijs_van(nieuw)["vorige"] == som_van(besluit)
    verder = f"Gaat verder op het besluit {DAG}: dat ontvangstbewijs is nog hetzelfde."
    genoemd = draai("controleer", nieuw, *(["--vorig", besluit] if args else []))
    assert verder in genoemd.uit

    (besluit / BEWIJS).write_bytes((besluit / BEWIJS).read_bytes() + b"\n")
    anders = draai("controleer", nieuw)
    assert anders.code == 0
    waarschuwing = f"{BEWIJS} vorige: " in " ".join(anders.uit.split())
    assert waarschuwing is (hoe == "dossier.yaml")
    assert "Gaat verder op een besluit dat hier niet is gevonden." in anders.uit
    genoemd = draai("controleer", nieuw, "--vorig", besluit)
    assert (genoemd.code, genoemd.uit) == (3, "")
    assert f"{BEWIJS}: vorige: gevonden {bewijs_van(nieuw)['vorige']}" in genoemd.fout
    assert som_van(besluit) in genoemd.fout


def test_een_vorig_besluit_dat_er_geen_is_wordt_geweigerd(tmp_path: Path, draai: Callable) -> None:
    dossier = shutil.copytree(KLEIN, tmp_path / "2027")
    voor = sorted(dossier.rglob("*"))

    assert draai("vaststellen", dossier, *WIE, DAG, "--vorig", tmp_path).code == 2
    with (dossier / "dossier.yaml").open("a", encoding="utf-8") as bestand:
        bestand.write("\nvorig_besluit: ../weg\n")
    assert draai("vaststellen", dossier, *WIE, DAG).code == 3
    assert sorted(dossier.rglob("*")) == voor


def test_vorig_besluit_verandert_de_vingerafdruk_niet(tmp_path: Path, draai: Callable) -> None:
    dossier = shutil.copytree(KLEIN, tmp_path / "2027")
    voor = draai("prioriteer", dossier, "--formaat", "json").uit
    with (dossier / "dossier.yaml").open("a", encoding="utf-8") as bestand:
        bestand.write("\nvorig_besluit: ../2026/besluiten/2026-01-15\n")

    assert draai("prioriteer", dossier, "--formaat", "json").uit == voor


@pytest.mark.parametrize("deel", ["invoer", "profiel", "mdto"])
def test_binnen_een_besluit_wordt_niets_vastgesteld(
    deel: str, besluit: Path, draai: Callable, afdruk: Callable
) -> None:
    voor = afdruk(besluit)

    assert draai("vaststellen", besluit / deel, *WIE, "2027-02-01").code == 3
    assert draai("nieuw", "2027", besluit / deel / "nieuw").code == 5
    assert draai("exporteer", KLEIN, "--als", "md", "--naar", besluit / deel / "x").code == 5
    assert draai("prioriteer", KLEIN, "--uit", besluit / deel / "x").code == 2
    assert afdruk(besluit) == voor


MAG_NIET = [
    "PFO Rijk van Nijmegen",
    "pfo",
    "Portefeuillehoudersoverleg Rivierenland",
    "Het PFO van Rivierenland",
    "Wethoudersoverleg",
    "Regionale werkgroep",
    "Bestuurlijk kernteam",
    "Wmo-raden",
    "de Adviesraad",
    "Projectgroep",
    "Financiële Werkgroepen",
]
MAG = [
    "College",
    "Colleges van de gemeenten",
    "De colleges van B en W, na advies van het PFO",
    "Gemeenteraden",
    "Burgemeester en wethouders van Druten",
    "gemeenteraad Druten",
]
ONBEKEND = ["Stuurgroep Zorg", "Jansen"]


@pytest.mark.parametrize("door", [*MAG_NIET, *MAG, *ONBEKEND])
def test_alleen_wie_mag_beslissen_stelt_vast(door: str, tmp_path: Path, draai: Callable) -> None:
    dossier = shutil.copytree(KLEIN, tmp_path / "2027")

    afloop = draai("vaststellen", dossier, "--door", door, "--datum", DAG, "--als", "csv")

    assert afloop.code == (2 if door in MAG_NIET else 0)
    assert ("Beslissen mag: «College» of «Gemeenteraad»" in afloop.fout) is (door not in MAG)
    assert (dossier / "besluiten").exists() is (door not in MAG_NIET)
    if door in ONBEKEND:
        assert f"Let op: «{door}» staat niet bij de gremia" in afloop.fout
