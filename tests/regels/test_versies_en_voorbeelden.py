"""Versions of a rule follow each other without a gap, and its examples come out as they say."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from bouwers_regels import DOCUMENTEN, VELDEN, maak_bestand, maak_regelblok
from hypothesis import given
from hypothesis import strategies as st

from regels.melding import Invoerfout, Regelstrijd
from regels.regelset import lees_regels

if TYPE_CHECKING:
    from pathlib import Path


def _fout(map_: Path, *blokken: str) -> Invoerfout | None:
    bestand = map_ / "regels.yaml"
    bestand.write_text(maak_bestand(*blokken), "utf-8")
    try:
        lees_regels(map_, VELDEN, DOCUMENTEN)
    except Invoerfout as fout:
        return fout
    return None


def _versie(van: str, tot: str = "") -> str:
    return maak_regelblok(geldig_van=van, **({"geldig_tot": tot} if tot else {}))


@pytest.mark.parametrize(
    ("versies", "gaten"),
    [
        ([("2022-01-01", "2026-12-31"), ("2027-01-01", "")], 0),
        ([("2022-01-01", "2026-12-31"), ("2027-01-02", "")], 1),
        ([("2027-01-02", ""), ("2022-01-01", "2026-12-31")], 1),
        ([("2022-01-01", "2022-12-31"), ("2024-01-01", "2024-12-31"), ("2026-01-01", "")], 2),
        ([("2022-01-01", "2023-12-31")], 0),
        ([("2026-01-01", "9999-12-31")], 0),
    ],
)
def test_een_gat_zijn_de_dagen_tussen_twee_versies(
    versies: list[tuple[str, str]], gaten: int, tmp_path: Path
) -> None:
    fout = _fout(tmp_path, *(_versie(*versie) for versie in versies))

    meldingen = fout.meldingen if fout else ()
    assert len(meldingen) == gaten
    assert all(isinstance(fout, Regelstrijd) and "een gat van" in m.gevonden for m in meldingen)


def test_een_gat_noemt_beide_versies(tmp_path: Path) -> None:
    fout = _fout(tmp_path, _versie("2022-01-01", "2026-12-31"), _versie("2027-02-01"))

    assert fout is not None
    (melding,) = fout.meldingen
    assert melding.plek.regel > 2
    assert "31 dagen na de versie op" in melding.gevonden
    assert "2026-12-31" in melding.gevonden
    assert "vanaf 2027-01-01" in melding.verwacht


@given(grenzen=st.lists(st.integers(0, 3_000), min_size=2, max_size=9, unique=True))
def test_versies_die_aansluiten_zijn_nooit_in_strijd(
    grenzen: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    from datetime import date, timedelta

    dagen = [date(2022, 1, 1) + timedelta(days=n) for n in sorted(grenzen)]
    blokken = [
        _versie(van.isoformat(), (tot - timedelta(days=1)).isoformat())
        for van, tot in pairwise(dagen)
    ]

    assert _fout(tmp_path_factory.mktemp("regels"), *blokken) is None


@pytest.mark.parametrize("verwacht", ["ja", "nee", "onbekend"])
@pytest.mark.parametrize(
    ("gegeven", "uitkomst"), [("{aantal: 1}", "ja"), ("{aantal: 0}", "nee"), ("{}", "onbekend")]
)
def test_een_voorbeeld_moet_uitkomen(
    gegeven: str, uitkomst: str, verwacht: str, tmp_path: Path
) -> None:
    voorbeeld = f"\n      - {{gegeven: {gegeven}, verwacht: {verwacht}}}"

    fout = _fout(tmp_path, maak_regelblok(voorbeelden=voorbeeld))

    if uitkomst == verwacht:
        assert fout is None
    else:
        assert fout is not None
        assert not isinstance(fout, Regelstrijd)
        (melding,) = fout.meldingen
        assert f"«{verwacht}»" in melding.gevonden
        assert "voorbeeld 1" in melding.gevonden
        assert f"«{uitkomst}»" in melding.verwacht
