"""Several values of one field: one, or unknown."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from agenda.onderwerp.feit import Feit
from agenda.onderwerp.velden import Invulveld, Veldsoort
from agenda.samenvoeging.inbreng import Gezegd
from agenda.samenvoeging.waarden import MAX_TEKST, Verschillend, celtekst, samen
from regels.melding import Plek


def _samen(soort: Veldsoort, *waarden: Any) -> Any:
    gezegd = [Gezegd(f"GM{n}", waarde, Plek("x")) for n, waarde in enumerate(waarden)]
    return samen(Invulveld("Kop", soort), gezegd, str)


def test_wat_allen_zeggen_geldt() -> None:
    assert _samen("bedrag", 5, 5) == 5
    assert _samen("deelregio's", ("a", "b"), ("a", "b")) == ("a", "b")


def test_wat_verschilt_is_geen_waarde() -> None:
    with pytest.raises(Verschillend):
        _samen("bedrag", 5, 6)
    with pytest.raises(Verschillend):
        _samen("deelregio's", (), ("a",))


def test_van_een_titel_geldt_de_schrijfwijze_die_het_vaakst_voorkomt() -> None:
    assert _samen("tekstregel", "Weer thuis", "Weer Thuis", "weer-thuis", "Weer Thuis") == (
        "Weer Thuis"
    )


def test_vrije_teksten_komen_onder_elkaar_met_wie_ze_schreef() -> None:
    assert _samen("tekst", "Een.", "Twee.", "Een.") == "GM0, GM2: Een.\n\nGM1: Twee."
    with pytest.raises(Verschillend):
        _samen("tekst", "a" * MAX_TEKST, "b")


def test_van_een_feit_van_de_regio_blijft_wat_ernaast_staat() -> None:
    feiten = (Feit("ja", "Omdat.", "Bron 1"), Feit("ja", "Ook omdat.", "Bron 1"))

    assert _samen("ja-nee", *feiten) == Feit("ja", "Omdat.\nOok omdat.", "Bron 1")
    with pytest.raises(Verschillend):
        _samen("ja-nee", feiten[0], Feit("nee"))


def test_een_waarde_staat_er_zoals_iemand_haar_typt() -> None:
    assert [celtekst(w) for w in (None, (), ("a", 2), Decimal("0.4"), 5, Feit("ja"))] == [
        *("onbekend", "geen", "a; 2", "0,4", "5", "ja"),
    ]
