"""What is our reading stands beside every score, and with every source."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import kopie_van_profiel, maak_dossier, maak_onderwerp

if TYPE_CHECKING:
    from collections.abc import Callable

PROJECT = Path(__file__).parents[2]
OUD_BESLUIT = PROJECT / "tests" / "oude-besluiten" / "2022-02-01"
GELEZEN = {"waarde": "ja", "onderbouwing": "Zo is het.", "lezing": "Dat lezen wij erin."}
STELLIG = {"waarde": "ja", "onderbouwing": "Zo is het."}


def test_een_besluit_van_de_eerste_versie_is_nog_goed(draai: Callable[..., Any]) -> None:
    assert draai("controleer", str(OUD_BESLUIT)).code == 0


# --- Said wherever there is a score ---


def zonder_wit(tekst: str) -> str:
    return re.sub(r"[\s│├└─|]+", " ", tekst)


@pytest.mark.parametrize("formaat", ["tabel", "md", "csv"])
def test_naast_de_score_staat_hoeveel_ervan_onze_lezing_is(
    tmp_path: Path, draai: Callable[..., Any], formaat: str
) -> None:
    tags = {"veiligheid": GELEZEN, "wal-en-schip": GELEZEN, "wetswijziging": STELLIG}
    maak_dossier(tmp_path, [maak_onderwerp(criteria=tags)])

    ranglijst = draai("prioriteer", str(tmp_path), "--formaat", formaat).uit
    waarom = draai("waarom", "wijk-ggz", str(tmp_path), "--formaat", formaat).uit

    assert "2 van 3 punten: onze lezing" in zonder_wit(ranglijst)
    assert "Dat lezen wij erin." in zonder_wit(waarom)


def test_zonder_lezing_staat_er_niets_bij(tmp_path: Path, draai: Callable[..., Any]) -> None:
    maak_dossier(tmp_path, [maak_onderwerp(criteria={"veiligheid": STELLIG})])

    for opdracht in (["prioriteer"], ["waarom", "wijk-ggz"]):
        assert "punt: onze lezing" not in zonder_wit(draai(*opdracht, str(tmp_path)).uit)


# --- In the knowledge of the region and the rules ---


BRONNEN = {
    "plannen.yaml": ["samenhang", "--formaat", "graphml"],
    "voorstellen.yaml": ["samenhang", "--voorstel", "1"],
    "route.yaml": ["waarom", "wijk-ggz", "--route"],
    "regels/criteria.yaml": ["regels"],
    "regels/uitgangspunten.yaml": ["waarom", "wijk-ggz"],
}
"""File → a command that shows the readings of its sources."""


def lees_overal(pad: Path) -> None:
    """Give every source in a file the same reading, instead of its own."""
    tekst = pad.read_text(encoding="utf-8")
    tekst = re.sub(r"\n +lezing: (>-\n( {6,}.*\n)+|.*\n)", "\n", tekst)
    tekst = re.sub(r"\n( +)document: .*\n", r"\g<0>\1lezing: Wij lezen dit zo.\n", tekst)
    tekst = re.sub(r"\{document: [a-z]+", r"\g<0>, lezing: Wij lezen dit zo.", tekst)
    pad.write_text(tekst, encoding="utf-8")


@pytest.mark.parametrize("formaat", [None, "json"])
@pytest.mark.parametrize("bestand", BRONNEN)
def test_een_lezing_bij_elke_bron_van_het_profiel_wordt_getoond(
    tmp_path: Path, draai: Callable[..., Any], bestand: str, formaat: str | None
) -> None:
    profiel = kopie_van_profiel(tmp_path / "profiel")
    lees_overal(profiel / bestand)
    dossier = maak_dossier(tmp_path / "d", [maak_onderwerp(voorstellen=[1])])
    opdracht = [*BRONNEN[bestand], *([] if bestand.startswith("regels/c") else [str(dossier)])]
    if formaat and "--formaat" not in opdracht:
        opdracht += ["--formaat", formaat]

    afloop = draai(*opdracht, "--themas", str(profiel))

    assert "Wij lezen dit zo." in zonder_wit(afloop.uit), afloop.fout


def test_met_andere_gewichten_telt_de_lezing_met_het_nieuwe_gewicht(
    tmp_path: Path, draai: Callable[..., Any]
) -> None:
    tags = {"veiligheid": GELEZEN, "wetswijziging": STELLIG}
    maak_dossier(tmp_path, [maak_onderwerp(criteria=tags)])

    afloop = draai("gewichten", "--stel", "veiligheid=3", str(tmp_path))

    assert "3 van 4 punten: onze lezing" in zonder_wit(afloop.uit)


def test_tegenover_elkaar_staat_bij_elk_antwoord_of_het_onze_lezing_is(
    tmp_path: Path, draai: Callable[..., Any]
) -> None:
    een = maak_onderwerp("een", criteria={"veiligheid": GELEZEN})
    ander = maak_onderwerp("ander", criteria={"veiligheid": STELLIG})
    maak_dossier(tmp_path, [een, ander])

    afloop = draai("waarom", "een", "--tegenover", "ander", str(tmp_path))

    assert "Veiligheid: ja (onze lezing) tegenover ja," in zonder_wit(afloop.uit)


def test_een_feit_dat_een_lezing_wordt_is_in_een_vergelijking_te_zien(
    tmp_path: Path, draai: Callable[..., Any]
) -> None:
    """The same words as remark and as reading do not read the same."""
    oud, nieuw = kopie_van_profiel(tmp_path / "oud"), kopie_van_profiel(tmp_path / "nieuw")
    gremia = (nieuw / "gremia.yaml").read_text(encoding="utf-8")
    (nieuw / "gremia.yaml").write_text(
        gremia.replace('lezing: "Het beslist niet, want', 'opmerking: "Het beslist niet, want'),
        encoding="utf-8",
    )
    dossier = str(maak_dossier(tmp_path / "d", [maak_onderwerp()]))
    profielen = ("--themas", str(oud), "--themas-nieuw", str(nieuw))

    uit = zonder_wit(draai("vergelijk", dossier, dossier, *profielen, "--formaat", "md").uit)

    assert "Onze lezing: Het beslist" in uit
