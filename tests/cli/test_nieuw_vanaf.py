"""`agenda nieuw JAAR --vanaf OUD` on the command line: what people read, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import maak_dossier, maak_onderwerp
from bouwers_jaren import rij, schrijf_stand

if TYPE_CHECKING:
    from collections.abc import Callable

GOUD = Path(__file__).parents[1] / "goud"
_BEKEND: dict[str, Any] = {
    **dict.fromkeys(("groot_beleidsstuk", "juridische_toets", "urgent"), "nee"),
    "bevoegdheid": "college",
}


def onderwerpen() -> list[dict[str, Any]]:
    return [
        maak_onderwerp("brug", titel="De brug", criteria=["veiligheid"], **_BEKEND),
        maak_onderwerp("pont", titel="De pont", afhankelijk_van=["brug"], **_BEKEND),
        maak_onderwerp("tunnel", titel="De tunnel", kosten_euro=5000, **_BEKEND),
        maak_onderwerp("veer", titel="Het veer", afhankelijk_van=["tunnel"], **_BEKEND),
    ]


@pytest.fixture
def oud(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, draai: Callable) -> Path:
    """2027, adopted and followed for a year."""
    monkeypatch.chdir(tmp_path)
    map_ = maak_dossier(Path("2027"), onderwerpen(), capaciteit=2)
    args = ("--door", "Colleges", "--datum", "2027-02-01", "--als", "md")
    assert draai("vaststellen", map_, *args).code == 0
    schrijf_stand(
        map_,
        rij("brug", "klaar"),
        rij("tunnel", "gestopt"),
        rij("pont", "loopt", klaar_op="2027-12-01"),
    )
    return map_


@pytest.mark.traag
def test_een_nieuw_jaar_zegt_wat_meeging_wat_niet_en_wat_u_nakijkt(
    oud: Path, draai: Callable, goud: Callable
) -> None:
    afloop = draai("nieuw", 2028, "--vanaf", oud)

    assert (afloop.code, afloop.uit) == (0, "")
    goud(GOUD / "cli-nieuw-vanaf.txt", afloop.fout)
    assert draai("controleer", "2028").code == 0
    ranglijst = json.loads(draai("prioriteer", "2028", "--formaat", "json").uit)
    assert [deel["code"] for deel in ranglijst["ranglijst"]] == ["pont", "veer"]
    goud(GOUD / "nieuw-vanaf.yaml", Path("2028/onderwerpen.yaml").read_text(encoding="utf-8"))


@pytest.mark.traag
def test_twee_jaren_naast_elkaar_zeggen_wat_er_van_elk_onderwerp_werd(
    oud: Path, draai: Callable, goud: Callable
) -> None:
    assert draai("nieuw", 2028, "--vanaf", oud).code == 0
    pad = Path("2028/onderwerpen.yaml")
    tekst = pad.read_text(encoding="utf-8")
    voor = tekst.partition("- code: veer")[0]
    erbij = voor.replace("pont", "viaduct").replace("De pont", "Het viaduct")
    terug = erbij.partition("onderwerpen:\n")[2].replace("viaduct", "brug")
    pad.write_text(voor + erbij.partition("onderwerpen:\n")[2] + terug, encoding="utf-8")

    for besluit in (oud, oud / "besluiten" / "2027-02-01"):
        afloop = draai("vergelijk", besluit, "2028")
        assert (afloop.code, afloop.fout) == (0, "")
    goud(GOUD / "cli-vergelijk-jaren.txt", afloop.uit)
    data = json.loads(draai("vergelijk", besluit, "2028", "--formaat", "json").uit)
    assert {deel["code"]: (deel["wat"], deel["toestand"]) for deel in data["verloop"]} == {
        "viaduct": ("nieuw", None),
        "brug": ("weer-opgevoerd", "klaar"),
        "tunnel": ("gestopt", "gestopt"),
        "veer": ("niet-meer-opgevoerd", None),
        "pont": ("overgenomen", "loopt"),
    }
    plat = draai("vergelijk", besluit, "2028", "--formaat", "csv").uit.splitlines()
    assert plat[0].endswith(";Verloop;Stand oud")
    assert [r.rpartition(";")[2] for r in plat if ";tunnel;" in r] == ["Gestopt (1 juni 2027)"]


def test_een_fout_in_het_oude_jaar_staat_er_met_de_plek(tmp_path: Path, draai: Callable) -> None:
    oud = maak_dossier(tmp_path / "2027", onderwerpen())
    schrijf_stand(oud, rij("brag", "loopt"))

    afloop = draai("nieuw", 2028, tmp_path / "2028", "--vanaf", oud)

    assert (afloop.code, afloop.uit) == (3, "")
    assert afloop.fout.startswith("stand.yaml:2:")
    assert "bedoelde u «brug»?" in afloop.fout
    assert not (tmp_path / "2028").exists()


@pytest.mark.parametrize(
    ("args", "zin"),
    [
        (("--voor", "arnhem-2014"), "Na --vanaf hoort geen --voor"),
        (("--per-gemeente",), "Doe dit in twee keer"),
    ],
)
def test_wat_niet_bij_elkaar_hoort_is_verkeerd_gebruik(
    tmp_path: Path, draai: Callable, args: tuple[str, ...], zin: str
) -> None:
    oud = maak_dossier(tmp_path / "2027", onderwerpen())

    afloop = draai("nieuw", 2028, tmp_path / "2028", "--vanaf", oud, *args)

    assert afloop.code == 2
    assert zin in afloop.fout
    assert not (tmp_path / "2028").exists()


def test_een_profiel_heeft_geen_oud_jaar(tmp_path: Path, draai: Callable) -> None:
    afloop = draai("nieuw", "--profiel", tmp_path / "regio", "--vanaf", tmp_path)

    assert afloop.code == 2
    assert "hoort niets anders" in afloop.fout


def test_wat_er_niet_is_en_een_jaar_dat_niet_later_is(tmp_path: Path, draai: Callable) -> None:
    oud = maak_dossier(tmp_path / "2027", onderwerpen())

    assert draai("nieuw", 2028, tmp_path / "x", "--vanaf", tmp_path / "er-niet").code == 3
    assert draai("nieuw", 2027, tmp_path / "x", "--vanaf", oud).code == 3
    assert draai("nieuw", 2028, oud, "--vanaf", oud).code == 3
    assert not (tmp_path / "x").exists()


@pytest.mark.traag
def test_in_een_besluit_komt_geen_nieuw_jaar(oud: Path, draai: Callable) -> None:
    besluit = oud / "besluiten" / "2027-02-01"

    afloop = draai("nieuw", 2028, besluit / "2028", "--vanaf", oud)

    assert afloop.code == 5
    assert not (besluit / "2028").exists()


def test_een_csv_zegt_alles_in_de_lijst(tmp_path: Path, draai: Callable) -> None:
    oud = maak_dossier(tmp_path / "2027", onderwerpen(), "csv")
    schrijf_stand(oud, rij("brug", "klaar"))

    afloop = draai("nieuw", 2028, tmp_path / "2028", "--vanaf", oud)

    assert afloop.code == 0
    assert "pont: Afhankelijk van: «De brug» (brug) is klaar, en is hier weggehaald" in afloop.fout
    assert "tunnel: Kosten (€): dit was voor 2027" in afloop.fout
