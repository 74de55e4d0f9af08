"""A character that turns the direction of reading never reaches the terminal as itself."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

RICHTING = "\u202e"


@pytest.mark.parametrize("formaat", ["tabel", "csv", "md"])
def test_een_blad_met_een_omgekeerde_naam(
    formaat: str, draai: Callable, maak_dossier: Callable, maak_excel: Callable
) -> None:
    rijen = [("Code", "Titel", "Thema", "Veiligheid"), ("aa", "T", "wonen", "ja")]
    dossier = maak_dossier(maak_excel(rijen, blad=f"a{RICHTING}b"), bestand="onderwerpen.xlsx")

    afloop = draai("controleer", dossier, "--formaat", formaat)

    assert afloop.code == 0
    assert RICHTING not in afloop.uit + afloop.fout
    assert formaat == "tabel" or "u202e" in afloop.uit  # the table names the cell alone


def test_een_map_met_een_omgekeerde_naam(draai: Callable, maak_dossier: Callable) -> None:
    dossier = maak_dossier(map_=f"a{RICHTING}b")

    gezegd = [
        draai("exporteer", dossier, "--als", "csv", "--naar", dossier / "uit"),
        draai(
            "vaststellen", dossier, "--door", "De raden", "--datum", "2027-01-15", "--als", "csv"
        ),
        draai("nieuw", "2028", dossier / "nieuw"),
        draai("controleer", dossier / "er-niet"),
    ]

    assert [afloop.code for afloop in gezegd] == [0, 0, 0, 3]
    assert not any(RICHTING in afloop.uit + afloop.fout for afloop in gezegd)


def test_een_kring_van_vreemde_codes(draai: Callable, maak_dossier: Callable) -> None:
    namen = [f"{RICHTING}{nummer}{'x' * 500}" for nummer in range(50)]
    tekst = io.StringIO("onderwerpen:\n")
    tekst.seek(0, io.SEEK_END)
    for naam, volgende in zip(namen, (*namen[1:], namen[0]), strict=True):
        tekst.write(
            f"  - {{code: '{naam}', titel: T, thema: wonen, afhankelijk_van: ['{volgende}']}}\n"
        )

    afloop = draai("controleer", maak_dossier(tekst.getvalue()), "--formaat", "md")

    assert afloop.code == 3
    assert RICHTING not in afloop.uit + afloop.fout
    assert "een kring: " in afloop.fout
    assert max(map(len, afloop.fout.splitlines())) < 5_000
