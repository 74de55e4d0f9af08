"""Tests of unpacking Word and Excel files: what they say of themselves is not believed."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile

import pytest

from agenda.invoer.zipdelen import ONLEESBAAR, TeGroot, pak_uit

MEGA = 1_000_000


def ingepakt(soort: int = zipfile.ZIP_DEFLATED, **delen: bytes) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", soort) as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, inhoud)
    return uit.getvalue()


def veranderd(inhoud: bytes, plek: int, waarde: bytes) -> bytes:
    """The zip file of one part with other bytes in the entry of that part."""
    begin = inhoud.rindex(b"PK\x01\x02") + plek
    return inhoud[:begin] + waarde + inhoud[begin + len(waarde) :]


def test_elk_deel_komt_er_heel_uit() -> None:
    delen = {"leeg": b"", "kort": b"abc", "lang": b"x" * MEGA}

    assert pak_uit(ingepakt(**delen), MEGA + 3) == delen


def test_delen_die_samen_te_groot_zijn_worden_geweigerd() -> None:
    with pytest.raises(TeGroot):
        pak_uit(ingepakt(een=b"x" * 60, ander=b"x" * 60), 100)


@pytest.mark.traag
def test_een_deel_dat_zegt_klein_te_zijn_wordt_niet_verder_uitgepakt() -> None:
    liegt = veranderd(ingepakt(deel=b"x" * 200 * MEGA), 24, struct.pack("<I", 100))

    tracemalloc.start()
    with pytest.raises(ONLEESBAAR):
        pak_uit(liegt, MEGA)
    _, piek = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert piek < 10 * MEGA


@pytest.mark.parametrize("soort", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_wat_office_niet_schrijft_wordt_niet_uitgepakt(soort: int) -> None:
    with pytest.raises(ONLEESBAAR):
        pak_uit(ingepakt(soort, deel=b"x" * MEGA), 2 * MEGA)


def test_een_deel_met_een_wachtwoord_is_onleesbaar() -> None:
    with pytest.raises(ONLEESBAAR):
        pak_uit(veranderd(ingepakt(deel=b"abc"), 8, struct.pack("<H", 1)), MEGA)
