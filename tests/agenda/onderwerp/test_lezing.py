"""What is our reading: it travels with its answer, is counted, and leaves old hashes alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bouwers_agenda import (
    dossier_met,
    fouten_van,
    json_van,
    lees,
    maak_dossier,
    maak_onderwerp,
    ranglijst_uit,
    ranglijst_van,
)

from agenda.rangorde.herkomst import herkomst_van, vingerafdruk
from agenda.rangorde.lezing import tel_ja_antwoorden
from agenda.uitleg.uitleg import leg_uit
from regels.model import Bron

TESTS = Path(__file__).parents[2]
OUD_BESLUIT = TESTS / "oude-besluiten" / "2022-02-01"
GELEZEN = {"waarde": "ja", "onderbouwing": "Zo is het.", "lezing": "Dat lezen wij erin."}
STELLIG = {"waarde": "ja", "onderbouwing": "Zo is het."}


def herkomst_in(bestand: Path) -> dict[str, str]:
    herkomst = json.loads(bestand.read_text(encoding="utf-8"))["herkomst"]
    return {naam: som for naam, som in herkomst.items() if naam.endswith("sha256")}


def herkomst_nu(map_: Path, themas: Path | None = None) -> dict[str, str]:
    herkomst = herkomst_van(ranglijst_uit(map_, themas))
    return {naam: getattr(herkomst, naam) for naam in herkomst_in(OUD_BESLUIT / "ranglijst.json")}


# --- Hashes ---


def test_het_voorbeeld_van_de_eerste_versie_houdt_zijn_controlegetal() -> None:
    """The hash that the first release printed."""
    oud = "7b583a1b53e7507a0e4df297490afce857e9b3298c902d77687168e38e4c9b7d"

    assert herkomst_nu(TESTS / "voorbeeld-42")["invoer_sha256"] == oud


def test_een_besluit_van_de_eerste_versie_houdt_zijn_controlegetallen() -> None:
    """Input, knowledge of the region and rules, as the first release froze them."""
    oud = herkomst_in(OUD_BESLUIT / "ranglijst.json")

    assert herkomst_nu(OUD_BESLUIT / "invoer", OUD_BESLUIT / "profiel") == oud


def test_een_lezing_telt_mee_in_het_controlegetal() -> None:
    def som(**meer: str) -> str:
        return vingerafdruk([Bron("evaluatie", "thema 1", **meer)])

    assert som() == som(lezing="")
    assert len({som(), som(lezing="Anders."), som(opmerking="Anders.")}) == 3


# --- Reading and counting ---


@pytest.mark.parametrize("vorm", ["yaml", "csv", "excel"])
def test_een_lezing_staat_in_elke_vorm_van_invoer(tmp_path: Path, vorm: str) -> None:
    onderwerp = maak_onderwerp(criteria={"veiligheid": GELEZEN})

    maak_dossier(tmp_path, [onderwerp], vorm)

    (gelezen,) = lees(tmp_path).dossier.onderwerpen
    assert gelezen.criteria["veiligheid"].lezing == "Dat lezen wij erin."


def test_de_kolom_lezing_mag_ontbreken(tmp_path: Path) -> None:
    koppen = "Code;Titel;Thema;Veiligheid;Onderbouwing Veiligheid\n"
    dossier_met(tmp_path, f"{koppen}kort;Kort;wonen;ja;Daarom\n", "csv")

    (gelezen,) = lees(tmp_path).dossier.onderwerpen
    assert gelezen.criteria["veiligheid"].lezing == ""


@pytest.mark.parametrize("onzin", ["ja\x00", "x" * 10_001])
def test_een_lezing_is_gewone_tekst(tmp_path: Path, onzin: str) -> None:
    maak_dossier(tmp_path, [maak_onderwerp(criteria={"veiligheid": {**GELEZEN, "lezing": onzin}})])

    assert fouten_van(tmp_path)


def test_de_ranglijst_telt_de_ja_antwoorden_die_onze_lezing_zijn() -> None:
    nee = {**GELEZEN, "waarde": "nee"}
    tags = {"veiligheid": GELEZEN, "wal-en-schip": GELEZEN, "wetswijziging": STELLIG}
    ranglijst = ranglijst_van(
        maak_onderwerp("drie", criteria={**tags, "laaghangend-fruit": nee}),
        maak_onderwerp("geen", criteria={"veiligheid": STELLIG}),
        maak_onderwerp("buiten", criteria={"veiligheid": GELEZEN}, regios=[]),
    )

    gegevens = json_van(ranglijst)

    lijsten = (gegevens["ranglijst"], gegevens["niet_toegelaten"])
    assert {o["code"]: o["lezingen"] for lijst in lijsten for o in lijst} == {
        "drie": 2,
        "geen": 0,
        "buiten": 1,
    }


def test_punten_uit_lezing_tellen_met_het_gewicht() -> None:
    tags = {"veiligheid": GELEZEN, "wetswijziging": STELLIG, "laaghangend-fruit": GELEZEN}
    gewichten = {"veiligheid": 5, "wetswijziging": 2, "laaghangend-fruit": 0}
    ranglijst = ranglijst_van(maak_onderwerp(criteria=tags), gewichten=gewichten)

    uitleg = leg_uit(ranglijst, "wijk-ggz")

    assert (uitleg.lezingen, uitleg.score) == ((2, 5), 7)


def test_alleen_een_antwoord_met_ja_op_een_criterium_dat_geldt_is_een_ja_antwoord() -> None:
    tags = {"veiligheid": GELEZEN, "wetswijziging": STELLIG, "wal-en-schip": "nee"}
    (lid,) = ranglijst_van(maak_onderwerp(criteria=tags)).alle
    zonder_veiligheid = lid._replace(
        uitslag=lid.uitslag._replace(
            criteria=tuple(o for o in lid.uitslag.criteria if o.regel.code != "veiligheid")
        )
    )

    assert (tel_ja_antwoorden(lid), tel_ja_antwoorden(zonder_veiligheid)) == (2, 1)


def test_een_vreemde_sleutel_naast_lezing_blijft_een_fout(tmp_path: Path) -> None:
    tag = {**GELEZEN, "lezingen": "Twee."}
    maak_dossier(tmp_path, [maak_onderwerp(criteria={"veiligheid": tag})])

    (fout,) = fouten_van(tmp_path)
    assert "«lezing»" in fout.suggestie
