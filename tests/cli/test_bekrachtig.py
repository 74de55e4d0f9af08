"""`agenda bekrachtig`: what each municipality decided stands beside a decision, for good."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cli.uitgang import voer_uit

if TYPE_CHECKING:
    from collections.abc import Callable

HIER = Path(__file__).parent
KLEIN = HIER / "dossier-klein"
EERSTE_UITGAVE = HIER / "besluit-eerste-uitgave" / "2027-01-15"
OUD = HIER.parent / "oude-besluiten" / "2022-02-01"
DAG = "2027-01-15"
REGISTER = f"{DAG}.bekrachtiging.jsonl"
TIEL = ("--gemeente", "Tiel", "--orgaan", "college", "--datum", "2027-03-02")
INGESTEMD = (*TIEL, "--uitkomst", "ingestemd")

geen_root = pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="voor root is elk bestand te schrijven"
)


@pytest.fixture(scope="module")
def gemaakt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier with a decision, made once."""
    map_ = shutil.copytree(KLEIN, tmp_path_factory.mktemp("gemaakt") / "2027")
    args = ["vaststellen", str(map_), "--door", "Colleges", "--datum", DAG, "--als", "md"]
    assert voer_uit(args) == 0
    return map_


@pytest.fixture
def dossier(gemaakt: Path, tmp_path: Path) -> Path:
    return shutil.copytree(gemaakt, tmp_path / "2027")


@pytest.fixture
def besluit(dossier: Path) -> Path:
    return dossier / "besluiten" / DAG


def register_van(besluit: Path) -> Path:
    return besluit.with_name(f"{besluit.name}.bekrachtiging.jsonl")


def som(inhoud: bytes) -> str:
    return hashlib.sha256(inhoud).hexdigest()


def laatste_som(besluit: Path) -> str:
    return som(register_van(besluit).read_bytes().splitlines(keepends=True)[-1])


def test_een_besluit_van_een_gemeente_staat_naast_de_map_en_verandert_die_niet(
    besluit: Path, draai: Callable, afdruk: Callable, geen_engels: Callable
) -> None:
    voor = afdruk(besluit)

    afloop = draai("bekrachtig", besluit, *INGESTEMD, "--formaat", "json")

    assert afloop.code == 0
    assert afdruk(besluit) == voor
    assert sorted(pad.name for pad in besluit.parent.iterdir()) == [DAG, REGISTER]
    (regel,) = register_van(besluit).read_text("utf-8").splitlines()
    assert json.loads(regel) == {
        "schema": "agenda/bekrachtiging/1",
        "besluit": som((besluit / "ontvangstbewijs.json").read_bytes()),
        "gemeente": "GM0281",
        "orgaan": "college",
        "datum": "2027-03-02",
        "uitkomst": "ingestemd",
        "vorige": None,
    }
    assert f"SHA-256 van de laatste regel: {laatste_som(besluit)}" in afloop.fout
    assert "Dit bewijst niet wie besloot" in afloop.fout
    gegevens = json.loads(afloop.uit)
    assert gegevens["laatste_sha256"] == laatste_som(besluit)
    assert len(gegevens["bekrachtiging"]) == 13
    geen_engels(afloop.fout)


def test_namen_en_hoofdletters_worden_begrepen(besluit: Path, draai: Callable) -> None:
    anders = ("--gemeente", "berg en dal", "--datum", "1 februari 2027", "--uitkomst", "Afgewezen")
    for orgaan in ("B en W", "Colleges van B en W", "gemeenteraad", "Gemeenteraad van Tiel"):
        assert draai("bekrachtig", besluit, *anders, "--orgaan", orgaan).code == 0

    regels = [json.loads(regel) for regel in register_van(besluit).read_text("utf-8").splitlines()]
    gelijk = {(regel["gemeente"], regel["datum"], regel["uitkomst"]) for regel in regels}
    assert gelijk == {("GM1945", "2027-02-01", "afgewezen")}
    organen = [regel["orgaan"] for regel in regels]
    assert organen == ["college", "college", "gemeenteraad", "gemeenteraad"]


def test_elke_fout_van_de_opdracht_wordt_in_een_keer_gezegd(besluit: Path, draai: Callable) -> None:
    fout = (
        "--gemeente",
        "Tile",
        "--orgaan",
        "PFO",
        "--datum",
        "31-2-2027",
        "--uitkomst",
        "akkoord",
    )

    afloop = draai("bekrachtig", besluit, *fout)

    assert (afloop.code, afloop.uit) == (2, "")
    for deel in (
        "--gemeente: Geen gemeente heeft de naam of de code «Tile»; bedoelde u «Tiel»?",
        "--orgaan: «PFO van elke deelregio» mag niet beslissen. Beslissen mag: «College» of",
        "--datum: «31-2-2027» is geen dag.",
        "--uitkomst: «akkoord» is geen uitkomst. Kies uit ingestemd, afgewezen, aangehouden of",
    ):
        assert deel in afloop.fout
    leeg = draai("bekrachtig", besluit).fout
    assert leeg.count(" ontbreekt.") == 4
    assert not register_van(besluit).exists()


@pytest.mark.parametrize("waar", ["2027", "2027/besluiten", "2027/besluiten/2027-01-15/invoer"])
def test_wie_een_andere_map_geeft_hoort_welk_besluit_er_is(
    waar: str, besluit: Path, draai: Callable, tmp_path: Path
) -> None:
    afloop = draai("bekrachtig", tmp_path / waar, *INGESTEMD)

    assert (afloop.code, afloop.uit) == (2, "")
    assert str(besluit) in afloop.fout.splitlines()[0]


@pytest.mark.parametrize(
    "waar", [KLEIN, Path("bestaat-niet"), Path("x" * 300), KLEIN / "dossier.yaml"]
)
def test_zonder_besluit_is_er_niets_te_bekrachtigen(waar: Path, draai: Callable) -> None:
    afloop = draai("bekrachtig", waar, *INGESTEMD)

    assert (afloop.code, afloop.uit) == (2, "")
    assert "Een besluit maakt u met: agenda vaststellen" in afloop.fout


LET_OP = {
    "voor de dag van het besluit": (["2027-01-14"], "dit is voor 2027-01-15"),
    "lang erna": (["2072-03-02"], "dit is lang na 2027-01-15"),
    "twee keer": (["2027-03-02", "2027-03-02"], "dit stond er al"),
    "later": (["2027-03-02", "2027-03-09"], "dit komt in de plaats van een eerder besluit: Tiel,"),
    "eerder": (["2027-03-02", "2027-02-09"], "er staat al een later besluit, en dat blijft"),
}


@pytest.mark.parametrize("wat", LET_OP)
def test_wat_een_vergissing_kan_zijn_wordt_opgeschreven_en_gezegd(
    wat: str, besluit: Path, draai: Callable
) -> None:
    dagen, zin = LET_OP[wat]
    for dag in dagen:
        afloop = draai("bekrachtig", besluit, *TIEL[:5], dag, "--uitkomst", "ingestemd")
        assert afloop.code == 0
    assert f"Let op: {zin}" in afloop.fout
    assert afloop.fout.count("Let op") == 1
    assert len(register_van(besluit).read_bytes().splitlines()) == len(dagen)


def test_twee_besluiten_van_een_dag_houden_hun_volgorde(besluit: Path, draai: Callable) -> None:
    for uitkomst in ("aangehouden", "ingestemd", "afgewezen"):
        afloop = draai("bekrachtig", besluit, *TIEL, "--uitkomst", uitkomst, "--formaat", "json")

    (tiel,) = (d for d in json.loads(afloop.uit)["bekrachtiging"] if d["gemeente"] == "GM0281")
    assert tiel["uitkomst"] == "afgewezen"
    regels = register_van(besluit).read_text("utf-8").splitlines()
    assert [json.loads(regel)["uitkomst"] for regel in regels] == [
        "aangehouden",
        "ingestemd",
        "afgewezen",
    ]


def vervang(pad: Path, oud: bytes, nieuw: bytes) -> None:
    inhoud = pad.read_bytes()
    assert oud in inhoud
    pad.chmod(0o644)
    pad.write_bytes(inhoud.replace(oud, nieuw, 1))


def test_bij_een_besluit_dat_niet_klopt_komt_er_niets_bij(besluit: Path, draai: Callable) -> None:
    vervang(besluit / "invoer" / "onderwerpen.yaml", b"e", b"o")

    afloop = draai("bekrachtig", besluit, *INGESTEMD)

    assert (afloop.code, afloop.uit) == (3, "")
    assert "invoer/onderwerpen.yaml" in afloop.fout
    assert not register_van(besluit).exists()


@pytest.mark.parametrize("wat", ["veranderd", "leeg", "ander besluit", "snelkoppeling"])
def test_achter_een_beschadigd_register_komt_er_niets_bij(
    wat: str, besluit: Path, draai: Callable, geen_engels: Callable
) -> None:
    register = register_van(besluit)
    for uitkomst in ("aangehouden", "ingestemd"):
        assert draai("bekrachtig", besluit, *TIEL, "--uitkomst", uitkomst).code == 0
    if wat == "veranderd":
        vervang(register, b"aangehouden", b"ingestemd")
    elif wat == "leeg":
        register.write_bytes(b"")
    elif wat == "ander besluit":
        eigen = som((besluit / "ontvangstbewijs.json").read_bytes())
        register.write_bytes(register.read_bytes().splitlines(keepends=True)[0])
        vervang(register, eigen.encode(), b"b" * 64)
    else:
        register.rename(register.with_name("elders"))
        register.symlink_to(register.with_name("elders"))
    voor = register.read_bytes()

    for opdracht in (("bekrachtig", besluit, *INGESTEMD), ("controleer", besluit)):
        afloop = draai(*opdracht)
        assert (afloop.code, afloop.uit) == (3, "")
        assert afloop.fout.startswith(REGISTER)
        geen_engels(afloop.fout)
    assert register.read_bytes() == voor


def test_controleer_zegt_hoeveel_gemeenten_besloten_en_de_som_van_de_laatste_regel(
    besluit: Path, draai: Callable
) -> None:
    for gemeente in ("Tiel", "Druten"):
        args = ("--gemeente", gemeente, *INGESTEMD[2:])
        assert draai("bekrachtig", besluit, *args).code == 0

    afloop = draai("controleer", besluit)
    gegevens = json.loads(draai("controleer", besluit, "--formaat", "json").uit)["besluit"]

    assert (afloop.code, afloop.fout) == (0, "")
    assert "2 van de 13 gemeenten hebben besloten (ingestemd 2)." in afloop.uit
    assert f"SHA-256 van de laatste regel: {laatste_som(besluit)}" in afloop.uit
    assert "Dit bewijst niet wie besloot" in afloop.uit
    assert gegevens["bekrachtiging"] == {"regels": 2, "laatste_sha256": laatste_som(besluit)}


@pytest.mark.traag
def test_met_bewijs_valt_ook_op_wat_er_aan_het_eind_is_gedaan(
    besluit: Path, draai: Callable
) -> None:
    register, bewijs = register_van(besluit), som((besluit / "ontvangstbewijs.json").read_bytes())
    sommen = []
    for uitkomst in ("aangehouden", "afgewezen", "ingestemd"):
        assert draai("bekrachtig", besluit, *TIEL, "--uitkomst", uitkomst).code == 0
        sommen.append(laatste_som(besluit))
    heel = register.read_bytes()
    regels = heel.splitlines(keepends=True)

    assert draai("controleer", besluit, "--bewijs", sommen[2]).code == 0
    assert draai("controleer", besluit, "--bewijs", sommen[2], "--bewijs", bewijs).code == 0
    for eind in (b"".join(regels[:2]), regels[0], heel.replace(b"ingestemd", b"afgewezen"), None):
        if eind is None:
            register.unlink()
        else:
            register.write_bytes(eind)
        assert draai("controleer", besluit).code == 0
        afloop = draai("controleer", besluit, "--bewijs", sommen[2])
        assert (afloop.code, afloop.uit) == (3, "")
        assert sommen[2] in afloop.fout
        assert f"{bewijs} van het ontvangstbewijs" in afloop.fout
        assert "van de laatste regel" in afloop.fout or eind is None


def test_met_het_bewijs_van_een_eerdere_regel_staat_er_hoeveel_er_bij_kwam(
    besluit: Path, draai: Callable
) -> None:
    assert draai("bekrachtig", besluit, *INGESTEMD).code == 0
    eerste = laatste_som(besluit)
    for _ in range(2):
        assert draai("bekrachtig", besluit, *INGESTEMD).code == 0

    afloop = draai("controleer", besluit, "--bewijs", eerste)

    assert (afloop.code, afloop.uit) == (3, "")
    assert laatste_som(besluit) in afloop.fout
    assert "dat is regel 1 van het register; daarna kwamen er 2 regels bij" in afloop.fout


def test_fouten_in_besluit_en_register_komen_samen(besluit: Path, draai: Callable) -> None:
    for _ in range(2):
        assert draai("bekrachtig", besluit, *INGESTEMD).code == 0
    vervang(register_van(besluit), b"ingestemd", b"afgewezen")
    vervang(besluit / "besluit.json", b"Colleges", b"Raden")

    afloop = draai("controleer", besluit)

    assert afloop.code == 3
    assert [regel.split(":")[0] for regel in afloop.fout.splitlines()] == [REGISTER, "besluit.json"]


@pytest.mark.traag
@pytest.mark.parametrize("bron", [EERSTE_UITGAVE, OUD], ids=["eerste uitgave", "oud"])
def test_ook_over_een_oud_besluit_kan_een_gemeente_nog_besluiten(
    bron: Path, draai: Callable, tmp_path: Path
) -> None:
    besluit = shutil.copytree(bron, tmp_path / bron.name)

    afloop = draai("bekrachtig", besluit, *TIEL[:5], bron.name, "--uitkomst", "ingestemd")

    assert afloop.code == 0
    assert "Let op" not in afloop.fout
    controle = draai("controleer", besluit)
    assert (controle.code, controle.fout) == (0, "")
    assert "1 van de 13 gemeenten heeft besloten" in controle.uit


def test_via_een_snelkoppeling_naar_het_besluit_is_het_hetzelfde_register(
    besluit: Path, draai: Callable, tmp_path: Path
) -> None:
    (tmp_path / "snel").symlink_to(besluit)

    assert draai("bekrachtig", tmp_path / "snel", *INGESTEMD).code == 0
    assert draai("bekrachtig", besluit, *INGESTEMD).code == 0
    assert len(register_van(besluit).read_bytes().splitlines()) == 2


@pytest.mark.traag
@pytest.mark.parametrize("hoe", ["zelf", "snelkoppeling", "tweede naam", "elders", "nieuw"])
def test_een_register_wordt_nooit_uitvoer(
    hoe: str, besluit: Path, draai: Callable, afdruk: Callable, tmp_path: Path
) -> None:
    assert draai("bekrachtig", besluit, *INGESTEMD).code == 0
    doel = register_van(besluit)
    if hoe == "elders":  # the decision was moved away from its dossier
        elders = tmp_path / "archief"
        elders.mkdir()
        shutil.copytree(besluit, elders / DAG)
        doel, besluit = shutil.copy(doel, elders), elders / DAG
    elif hoe == "nieuw":
        doel = tmp_path / "archief.bekrachtiging.jsonl"
    elif hoe == "snelkoppeling":
        (tmp_path / "uit.json").symlink_to(doel)
        doel = tmp_path / "uit.json"
    elif hoe == "tweede naam":
        os.link(doel, tmp_path / "uit.json")
        doel = tmp_path / "uit.json"
    voor = afdruk(tmp_path)

    for opdracht in (("prioriteer", besluit), ("bekrachtig", besluit, *INGESTEMD)):
        afloop = draai(*opdracht, "--formaat", "json", "--uit", doel)
        assert (afloop.code, afloop.uit) == (2, "")
        assert afloop.fout.startswith("Fout: --uit: ")
    assert afdruk(tmp_path) == voor


def test_een_alleen_lezen_register_blijft_zoals_het_is(besluit: Path, draai: Callable) -> None:
    assert draai("bekrachtig", besluit, *INGESTEMD).code == 0
    register_van(besluit).chmod(0o444)
    voor = register_van(besluit).read_bytes()

    assert draai("bekrachtig", besluit, *INGESTEMD).code == 5
    assert register_van(besluit).read_bytes() == voor


def test_een_profiel_zonder_leden_heeft_geen_register(draai: Callable, tmp_path: Path) -> None:
    bron = HIER.parents[1] / "voorbeelden" / "centraal-gelderland-2022"
    dossier = shutil.copytree(bron, tmp_path / "2022")
    args = ("vaststellen", dossier, "--door", "Gemeenteraden", "--datum", "2022-06-01")
    assert draai(*args, "--als", "md").code == 0

    afloop = draai("bekrachtig", dossier / "besluiten" / "2022-06-01", *INGESTEMD)

    assert (afloop.code, afloop.uit) == (2, "")
    assert "bij naam" in afloop.fout


@pytest.mark.traag
def test_wie_tegelijk_opschrijven_verliezen_niets(
    besluit: Path, start: Callable, draai: Callable
) -> None:
    leden = [
        *("GM1945", "GM0209", "GM0225", "GM0252", "GM0944", "GM0268", "GM0296"),
        *("GM0214", "GM0216", "GM1740", "GM0281", "GM1960", "GM0668"),
    ]
    weg = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    bezig = [
        start("bekrachtig", besluit, "--gemeente", code, *INGESTEMD[2:], **weg) for code in leden
    ]

    assert [proces.wait(120) for proces in bezig] == [0] * len(leden)
    regels = register_van(besluit).read_text("utf-8").splitlines()
    assert sorted(json.loads(regel)["gemeente"] for regel in regels) == sorted(leden)
    assert sorted(pad.name for pad in besluit.parent.iterdir()) == [DAG, REGISTER]
    afloop = draai("controleer", besluit)
    assert "13 van de 13 gemeenten hebben besloten (ingestemd 13)." in afloop.uit
