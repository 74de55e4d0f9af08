"""A dossier in a zip file: the same bytes each time, and read back without trust."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.invoer.dossierzip import (
    MAX_BESTANDEN,
    MAX_BYTES,
    GeenDossierzip,
    pak_dossier_in,
    pak_dossier_uit,
)

if TYPE_CHECKING:
    from pathlib import Path


def zip_van(*delen: tuple[str, bytes]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, inhoud in delen:
            zip_.writestr(naam, inhoud)
    return uit.getvalue()


def test_dezelfde_map_geeft_dezelfde_bytes_wanneer_zij_ook_is_geschreven(tmp_path: Path) -> None:
    for naam in ("een", "twee"):
        map_ = tmp_path / naam / "2027"
        (map_ / "besluiten").mkdir(parents=True)
        (map_ / "dossier.yaml").write_text("jaar: 2027\n", "utf-8")
        (map_ / "besluiten" / "é.json").write_text("{}", "utf-8")
    een, twee = (pak_dossier_in(tmp_path / naam / "2027") for naam in ("een", "twee"))
    assert een == twee
    assert pak_dossier_uit(een) == {
        "2027/besluiten/é.json": b"{}",
        "2027/dossier.yaml": b"jaar: 2027\n",
    }


def test_mappen_en_wat_systemen_erbij_zetten_tellen_niet_mee() -> None:
    inhoud = zip_van(
        ("2027/", b""),
        ("2027/dossier.yaml", b"a"),
        ("__MACOSX/2027/._dossier.yaml", b"b"),
        ("2027/Thumbs.db", b"c"),
    )
    assert pak_dossier_uit(inhoud) == {"2027/dossier.yaml": b"a"}


@pytest.mark.parametrize(
    "naam",
    ["../weg.yaml", "/etc/weg.yaml", "2027/../../weg", "2027\\weg", "C:weg", "a\x07b", "x" * 300],
    ids=ascii,
)
def test_een_naam_die_ergens_anders_uitkomt_wordt_geweigerd(naam: str) -> None:
    with pytest.raises(GeenDossierzip, match="naam die niet kan"):
        pak_dossier_uit(zip_van((naam, b"x")))


@pytest.mark.traag
def test_te_veel_te_groot_leeg_en_dubbel_krijgen_elk_een_zin() -> None:
    veel = zip_van(*((f"{n}.yaml", b"") for n in range(MAX_BESTANDEN + 1)))
    bom = zip_van(("nul.bin", bytes(MAX_BYTES + 1)))
    assert len(bom) < 1_000_000
    with pytest.raises(GeenDossierzip, match="meer dan 2000 bestanden"):
        pak_dossier_uit(veel)
    with pytest.raises(GeenDossierzip, match="groter dan 200 MB"):
        pak_dossier_uit(bom)
    with pytest.raises(GeenDossierzip, match="geen enkel bestand"):
        pak_dossier_uit(zip_van())
    with (
        pytest.warns(UserWarning, match="Duplicate name"),
        pytest.raises(GeenDossierzip, match="meer dan één keer"),
    ):
        pak_dossier_uit(zip_van(("a.yaml", b"1"), ("a.yaml", b"2")))


@given(st.binary(max_size=200), st.integers(0, 400))
def test_een_beschadigde_zip_is_een_zin_en_geen_fout(rommel: bytes, plek: int) -> None:
    heel = zip_van(("2027/dossier.yaml", b"jaar: 2027\n" * 20), ("2027/onderwerpen.yaml", b"x"))
    for inhoud in (rommel, heel[:plek], heel[:plek] + rommel + heel[plek + len(rommel) :]):
        try:
            uit = pak_dossier_uit(inhoud)
        except GeenDossierzip:
            continue
        assert all(".." not in naam for naam in uit)
