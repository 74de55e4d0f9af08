"""`antwoorden.yaml`: what people meant is understood, and every fault is told with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import als_yaml, fout_van, fouten_van, lees, maak_dossier, ranglijst_uit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agenda.invoer.antwoord_erbij import Erbij, zet_antwoord_erbij
from agenda.rangorde.herkomst import herkomst_van
from regels.lezen.yaml import lees_yaml
from regels.melding import Invoerfout

if TYPE_CHECKING:
    from pathlib import Path

GOED = {"links": ["veiligheid"], "rechts": ["wetswijziging"], "antwoord": "links"}
CRITERIA = "wetswijziging, wal-en-schip, veiligheid, borging-samenwerking of laaghangend-fruit"


def _dossier(map_: Path, antwoorden: Any, **instellingen: Any) -> Path:
    maak_dossier(map_, **instellingen)
    tekst = antwoorden if isinstance(antwoorden, str) else als_yaml({"antwoorden": antwoorden})
    (map_ / "antwoorden.yaml").write_text(tekst, encoding="utf-8")
    return map_


def test_wat_mensen_bedoelen_wordt_begrepen(tmp_path: Path) -> None:
    rijen = [
        {"links": "Veiligheid", "rechts": ["Wal en schip"], "antwoord": "Even zwaar"},
        {"links": ["laaghangend fruit"], "rechts": "wetswijziging", "antwoord": "weet niet"}
        | {"gemeente": "Berg en Dal"},
    ]

    een, twee = lees(_dossier(tmp_path, rijen)).dossier.antwoorden

    assert (een.links, een.rechts) == (("veiligheid",), ("wal-en-schip",))
    assert (een.antwoord, een.gemeente) == ("even", None)
    assert (twee.rechts, twee.antwoord, twee.gemeente) == (
        ("wetswijziging",),
        "weet-niet",
        "GM1945",
    )


@pytest.mark.parametrize("tekst", ["antwoorden:\n", "antwoorden: []\n"])
def test_een_lijst_zonder_antwoorden_mag(tekst: str, tmp_path: Path) -> None:
    assert lees(_dossier(tmp_path, tekst)).dossier.antwoorden == ()


FOUTEN: dict[str, tuple[dict[str, Any], tuple[str, str, str, str]]] = {
    "criterium bestaat niet": (
        {"links": ["veiligheit"]},
        ("links.1", "«veiligheit»", f"een criterium ({CRITERIA})", "bedoelde u «veiligheid»?"),
    ),
    "lege kant": (
        {"rechts": []},
        ("rechts", "een lege lijst", "een lijst met codes van criteria, minstens één", ""),
    ),
    "kant ontbreekt": (
        {"rechts": None},
        ("rechts", "niets", "een lijst met codes van criteria, minstens één (verplicht)", ""),
    ),
    "aan beide kanten": (
        {"rechts": ["wal-en-schip", "veiligheid"]},
        (
            "rechts",
            "een lijst",
            "criteria die niet ook links staan (nu aan beide kanten: veiligheid)",
            "",
        ),
    ),
    "twee keer": (
        {"links": ["veiligheid", "Veiligheid"]},
        ("links", "een lijst", "elk criterium één keer", ""),
    ),
    "geen antwoord": (
        {"antwoord": "misschien"},
        ("antwoord", "«misschien»", "links, rechts, even of weet-niet", ""),
    ),
    "gemeente bestaat niet": (
        {"gemeente": "Nijmege"},
        (
            "gemeente",
            "«Nijmege»",
            "een gemeente in de regio",
            "bedoelde u «Nijmegen»?",
        ),
    ),
}


@pytest.mark.parametrize("naam", FOUTEN)
def test_een_fout_in_een_antwoord_wordt_aangewezen(naam: str, tmp_path: Path) -> None:
    anders, verwacht = FOUTEN[naam]
    rij = {veld: w for veld, w in (GOED | anders).items() if w is not None}

    fout = fout_van(_dossier(tmp_path, [GOED, rij]))

    veld = f"antwoorden.2.{verwacht[0]}"
    assert (fout.veld, fout.gevonden, fout.verwacht, fout.suggestie) == (veld, *verwacht[1:])
    assert (fout.plek.bestand, fout.plek.regel > 0) == ("antwoorden.yaml", True)


def test_antwoorden_die_elkaar_tegenspreken_worden_genoemd_en_geen_andere(tmp_path: Path) -> None:
    rijen = [
        {"links": ["wal-en-schip"], "rechts": ["borging-samenwerking"], "antwoord": "links"},
        GOED,
        {"links": ["wetswijziging"], "rechts": ["laaghangend-fruit"], "antwoord": "even"},
        GOED | {"gemeente": "GM0268", "antwoord": "rechts"},
        {"links": ["veiligheid"], "rechts": ["laaghangend-fruit"], "antwoord": "rechts"},
    ]

    fout = fout_van(_dossier(tmp_path, rijen))

    assert fout.gevonden == (
        "iets dat samen niet kan: antwoord 2 («Veiligheid» weegt zwaarder dan «Wetswijziging»),"
        " antwoord 3 («Wetswijziging» weegt even zwaar als «Laaghangend fruit») en antwoord 5"
        " («Veiligheid» weegt lichter dan «Laaghangend fruit»)"
    )
    gelezen = lees_yaml(tmp_path / "antwoorden.yaml", "antwoorden.yaml")
    assert fout.plek == gelezen.plek(("antwoorden", 4))


def test_een_antwoord_tegen_de_eigen_voorkeur_noemt_allebei(tmp_path: Path) -> None:
    rij = GOED | {"gemeente": "GM0268", "antwoord": "rechts"}
    voorkeuren = {"GM0268": ["veiligheid", ["wetswijziging", "wal-en-schip"]]}

    fout = fout_van(_dossier(tmp_path, [rij], voorkeuren=voorkeuren))

    assert "antwoord 1 (" in fout.gevonden
    assert "de voorkeur van Nijmegen (GM0268 onder «voorkeuren»)" in fout.gevonden


def test_een_antwoord_dat_niet_binnen_de_grenzen_kan_noemt_de_grenzen(tmp_path: Path) -> None:
    grenzen = {"veiligheid": {"hoogstens": 10}, "wetswijziging": {"minstens": 20}}

    fout = fout_van(_dossier(tmp_path, [GOED], gewichtsgrenzen=grenzen))

    assert fout.gevonden.endswith("en de gewichtsgrenzen in dossier.yaml")


def test_even_tegen_een_deel_van_dezelfde_criteria_kan_met_geen_gewicht(tmp_path: Path) -> None:
    een = GOED | {"antwoord": "even"}
    twee = {
        "links": ["veiligheid"],
        "rechts": ["wetswijziging", "wal-en-schip"],
        "antwoord": "even",
    }

    assert "antwoord 1 (" in fout_van(_dossier(tmp_path, [een, twee])).gevonden


def test_alle_fouten_komen_tegelijk(tmp_path: Path) -> None:
    rijen = [GOED | {"antwoord": "x"}, GOED | {"links": ["y"]}, "z"]

    fouten = fouten_van(_dossier(tmp_path, rijen, gewichten={"veiligheid": -1}))

    assert [fout.plek.bestand for fout in fouten] == ["antwoorden.yaml"] * 3 + ["dossier.yaml"]


def test_de_vingerafdruk_verandert_alleen_door_een_antwoord(tmp_path: Path) -> None:
    kaal = herkomst_van(ranglijst_uit(maak_dossier(tmp_path / "a"))).invoer_sha256
    leeg = herkomst_van(ranglijst_uit(_dossier(tmp_path / "b", []))).invoer_sha256
    vol = herkomst_van(ranglijst_uit(_dossier(tmp_path / "c", [GOED]))).invoer_sha256

    assert kaal == leeg != vol


ERBIJ = Erbij(["wal-en-schip"], ["veiligheid"], "even", "GM0268")
BESTANDEN = {
    "blok": "# van ons\nantwoorden:\n  - links: [veiligheid]   # eerst\n"
    "    rechts: [wetswijziging]\n    antwoord: links\n# slot\n",
    "zonder inspringen": "antwoorden:\n- {links: [veiligheid], rechts: [wetswijziging],"
    " antwoord: links}",
    "op een regel": "antwoorden: [{links: [veiligheid], rechts: [wetswijziging], antwoord: links}]"
    " # ]\n",
    "komma erachter": "antwoorden: [\n  {links: [veiligheid], rechts: [wetswijziging], antwoord:"
    " links},\n]\n",
    "windows": "\ufeffantwoorden:\r\n  # onze keuze\r\n  - {links: [veiligheid], rechts:"
    " [wetswijziging], antwoord: links}\r\n",
}


@pytest.mark.parametrize("naam", BESTANDEN)
def test_een_antwoord_erbij_laat_staan_wat_iemand_schreef(naam: str, tmp_path: Path) -> None:
    oud = BESTANDEN[naam].encode()
    (tmp_path / "antwoorden.yaml").write_bytes(oud)
    maak_dossier(tmp_path)

    zet_antwoord_erbij(tmp_path, ERBIJ)

    nieuw = (tmp_path / "antwoorden.yaml").read_bytes()
    rest = iter(nieuw)
    assert all(teken in rest for teken in oud)
    assert (b"\r\n" in nieuw) is (b"\r\n" in oud)
    eerst, erbij = lees(tmp_path).dossier.antwoorden
    assert eerst.antwoord == "links"
    assert (erbij.links, erbij.rechts, erbij.antwoord, erbij.gemeente) == tuple(
        tuple(deel) if isinstance(deel, list) else deel for deel in ERBIJ
    )


@pytest.mark.parametrize("tekst", [None, "", "antwoorden:\n", "antwoorden: []\n"])
def test_het_eerste_antwoord_komt_er_altijd_bij(tekst: str | None, tmp_path: Path) -> None:
    maak_dossier(tmp_path)
    if tekst is not None:
        (tmp_path / "antwoorden.yaml").write_text(tekst, encoding="utf-8")

    zet_antwoord_erbij(tmp_path, ERBIJ)

    assert [a.antwoord for a in lees(tmp_path).dossier.antwoorden] == ["even"]


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(st.sampled_from("antwoorden:[]{}-# \n,'\"xé"), max_size=40))
def test_in_een_ander_bestand_wordt_niets_geschreven(tmp_path: Path, tekst: str) -> None:
    pad = tmp_path / "antwoorden.yaml"
    pad.write_bytes(tekst.encode())
    try:
        zet_antwoord_erbij(tmp_path, ERBIJ)
    except Invoerfout:
        assert pad.read_bytes() == tekst.encode()
