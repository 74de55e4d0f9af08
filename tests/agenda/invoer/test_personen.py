"""Text that looks like it is about a person gives a warning; numbers of policy do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import maak_dossier, maak_onderwerp

from agenda.controleren import controleer_dossier
from agenda.invoer.personen import lijkt_op_persoon
from agenda.onderwerp.onderwerp import VELDEN
from agenda.onderwerp.tag import TAGVELDEN

if TYPE_CHECKING:
    from pathlib import Path

MAIL = "Bel j.de.vries@nijmegen.example hierover"


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        (MAIL, "e-mailadres"),
        ("06-12345678", "telefoonnummer"),
        ("bel 06 12 34 56 78!", "telefoonnummer"),
        ("(024) 329 90 00", "telefoonnummer"),
        ("024 - 329 9000", "telefoonnummer"),
        ("+31 6 12345678", "telefoonnummer"),
        ("+31 (0)24 329 9000", "telefoonnummer"),
        ("0031612345678", "telefoonnummer"),
        ("de heer met 111222333", "burgerservicenummer"),
        ("BSN: 1112.22.333.", "burgerservicenummer"),
        ("111 222 333", "burgerservicenummer"),
    ],
)
def test_wat_op_een_persoon_lijkt_wordt_gevonden(tekst: str, soort: str) -> None:
    assert lijkt_op_persoon(tekst) == f"een {soort}"


@pytest.mark.parametrize(
    "tekst",
    [
        *(
            "2.579.668 inwoners",
            "€ 111.222.333",
            "€ 50.000,-",
            "111222334",
            "000000000",
            "wet 2015",
        ),
        *("01-01-2027 10.30 uur", "2022-2026", "zaaknummer 2027/111222333", "§3.4.5, blz. 12-14"),
        *("ISBN 978-90-12345-67-8", "1112223334445", "GM0268 en GM0281", "@wonen", "0,111222333"),
        *("tussen 01-02-2027 en 03-04-2028", "NL91ABNA0417164300"),
    ],
)
def test_wat_gewoon_beleid_is_geeft_geen_waarschuwing(tekst: str) -> None:
    assert lijkt_op_persoon(tekst) == ""


def test_elk_vrij_tekstveld_wordt_bekeken_en_de_plek_genoemd(tmp_path: Path) -> None:
    velden = {veld.naam: MAIL for veld in VELDEN if veld.soort in ("tekst", "tekstregel")}
    tag = {"waarde": "ja", **{deel.naam: MAIL for deel in TAGVELDEN if deel.soort == "tekst"}}
    map_ = maak_dossier(tmp_path, [maak_onderwerp(**velden, criteria={"veiligheid": tag})])

    controle = controleer_dossier(map_)

    assert controle.fout is None
    assert len(controle.waarschuwingen) == len(velden) + len(tag) - 1
    assert len({w.plek for w in controle.waarschuwingen}) == len(controle.waarschuwingen)
    assert all(MAIL not in str(w) for w in controle.waarschuwingen)
    assert {w.suggestie for w in controle.waarschuwingen} == {
        "laat mensen weg: wat hier staat, komt in alle stukken"
    }


def test_een_code_die_een_burgerservicenummer_kan_zijn_wordt_genoemd(tmp_path: Path) -> None:
    map_ = maak_dossier(tmp_path, [maak_onderwerp("111222333", titel="Titel")])

    velden = [w.veld for w in controleer_dossier(map_).waarschuwingen if "nummer" in w.gevonden]

    assert velden == ["111222333: Code"]
