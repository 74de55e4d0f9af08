"""What the YAML reader makes of a file: values, their places, and what the user typed."""

from __future__ import annotations

import os
import unicodedata
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regels.lezen.tekst import MAX_BYTES, lees_bytes, lees_tekst
from regels.lezen.yaml import lees_yaml, ontleed_yaml
from regels.melding import Bestandsfout, Invoerfout, Plek

if TYPE_CHECKING:
    from pathlib import Path

    from regels.lezen.yaml import Pad

VOORBEELD = """\
titel: Wonen
lijst:
  - een
  - naam: twee
    aantal: 2
kort: [a, {b: c}]
"""


@pytest.mark.parametrize(
    ("pad", "regel", "kolom"),
    [
        ((), 1, 1),
        (("titel",), 1, 1),
        (("lijst",), 2, 1),
        (("lijst", 0), 3, 5),
        (("lijst", 1), 4, 5),
        (("lijst", 1, "naam"), 4, 5),
        (("lijst", 1, "aantal"), 5, 5),
        (("kort", 0), 6, 8),
        (("kort", 1), 6, 11),
        (("kort", 1, "b"), 6, 12),
    ],
)
def test_elke_waarde_heeft_een_plek(pad: Pad, regel: int, kolom: int) -> None:
    assert ontleed_yaml(VOORBEELD, "proef.yaml").plek(pad) == Plek("proef.yaml", regel, kolom)


def test_wat_getypt_is_gaat_voor_wat_ervan_gemaakt_is() -> None:
    gelezen = ontleed_yaml("veiligheid: no\nveld: ja\n", "proef.yaml")

    assert gelezen.getypt(("veiligheid",), False) == "no"
    assert gelezen.getypt(("veiligheid", "waarde"), False) == "no"
    assert gelezen.getypt(("veld",), "ja") == "ja"


def test_wat_er_niet_staat_heeft_de_plek_van_waar_het_zou_staan() -> None:
    gelezen = ontleed_yaml(VOORBEELD, "proef.yaml")

    assert gelezen.plek(("lijst", 1, "prijs", 3)) == gelezen.plek(("lijst", 1))
    assert gelezen.plek(("nergens",)) == Plek("proef.yaml", 1, 1)


@pytest.mark.parametrize(
    ("getypt", "waarde"),
    [
        ("0", 0),
        ("10", 10),
        ("-3", -3),
        ("+5", 5),
        ("999999999999999999", 999_999_999_999_999_999),
        ("2.50", Decimal("2.50")),
        ("-0.4", Decimal("-0.4")),
        ("2027-01-31", date(2027, 1, 31)),
        ("2024-02-29", date(2024, 2, 29)),
        ("true", True),
        ("Yes", True),
        ("ON", True),
        ("false", False),
        ("no", False),
        ("Off", False),
        ("", None),
        ("~", None),
        ("null", None),
    ],
)
def test_woord_zonder_aanhalingstekens_dat_geen_tekst_blijft(getypt: str, waarde: object) -> None:
    gelezen = ontleed_yaml(f"veld: {getypt}\n", "proef.yaml")

    assert gelezen.waarde == {"veld": waarde}
    assert type(gelezen.waarde["veld"]) is type(waarde)
    assert gelezen.getypt(("veld",), waarde) == getypt


@pytest.mark.parametrize(
    "tekst",
    [
        "ja",
        "nee",
        "y",
        "n",
        "010",
        "0x1F",
        "0o17",
        "1_000",
        "1e5",
        "1.",
        ".5",
        "1:30",
        "1234567890123456789",
        "1.2345678901234567890",
        ".inf",
        ".nan",
        "2027-1-3",
        "2027-02-30",
        "2027-01-31T00:00:00",
        "10%",
        "§3",
        "NULL",
        "<<",
    ],
)
def test_woord_dat_niet_duidelijk_iets_anders_is_blijft_tekst(tekst: str) -> None:
    gelezen = ontleed_yaml(f"veld: {tekst}\n", "proef.yaml")

    assert gelezen.waarde == {"veld": tekst}
    assert gelezen.rauw == {}


@pytest.mark.parametrize("woord", ["no", "010", "5", "2.50", "2027-01-31", "~", "", "true", "*a"])
@pytest.mark.parametrize("aanhaling", ["'", '"'])
def test_woord_tussen_aanhalingstekens_blijft_tekst(woord: str, aanhaling: str) -> None:
    gelezen = ontleed_yaml(f"veld: {aanhaling}{woord}{aanhaling}\n", "proef.yaml")

    assert gelezen.waarde == {"veld": woord}
    assert gelezen.rauw == {}


@pytest.mark.parametrize("blok", ["|", ">-", "|2"])
def test_tekst_in_een_blok_blijft_tekst(blok: str) -> None:
    assert ontleed_yaml(f"veld: {blok}\n  5\n", "proef.yaml").waarde == {"veld": "5"}


def test_namen_van_velden_zijn_altijd_tekst() -> None:
    gelezen = ontleed_yaml("no: 1\n5: 2\n2027-01-31: 3\n~: 4\n", "proef.yaml")

    assert gelezen.waarde == {"no": 1, "5": 2, "2027-01-31": 3, "~": 4}


def test_gelijke_letters_met_losse_accenten_worden_dezelfde_letters() -> None:
    los = unicodedata.normalize("NFD", "coördinatie: financiën")

    gelezen = ontleed_yaml(los, "proef.yaml")

    assert gelezen.waarde == {"coördinatie": "financiën"}
    assert unicodedata.is_normalized("NFC", "".join([*gelezen.waarde, *gelezen.waarde.values()]))


def test_spaties_om_een_tekst_tellen_niet() -> None:
    assert ontleed_yaml("' veld ': '  tekst  '", "proef.yaml").waarde == {"veld": "tekst"}


def test_regeleinden_van_windows_geven_hetzelfde() -> None:
    tekst = VOORBEELD + "blok: |\n  een\n  twee\n"

    unix = ontleed_yaml(tekst, "proef.yaml")
    windows = ontleed_yaml(tekst.replace("\n", "\r\n"), "proef.yaml")

    assert windows == unix
    assert ontleed_yaml('"een\\r\\ntwee"', "proef.yaml").waarde == "een\ntwee"
    assert unix.waarde["blok"] == "een\ntwee"


def test_bestand_met_bom_geeft_hetzelfde(tmp_path: Path) -> None:
    (tmp_path / "zonder.yaml").write_bytes(VOORBEELD.encode())
    (tmp_path / "met.yaml").write_bytes(b"\xef\xbb\xbf" + VOORBEELD.encode())

    zonder = lees_yaml(tmp_path / "zonder.yaml", "proef.yaml")

    assert lees_yaml(tmp_path / "met.yaml", "proef.yaml") == zonder
    assert lees_tekst(tmp_path / "met.yaml", "proef.yaml") == VOORBEELD
    assert zonder == ontleed_yaml(VOORBEELD, "proef.yaml")


@pytest.mark.parametrize(
    "tekst", ["---\na: 1\n", "a: 1\n...\n", "# uitleg\n---\na: 1\n...\n# eind"]
)
def test_een_document_mag_een_begin_en_een_eind_hebben(tekst: str) -> None:
    assert ontleed_yaml(tekst, "proef.yaml").waarde == {"a": 1}


@pytest.mark.parametrize(
    ("tekst", "waarde"), [("tekst", "tekst"), ("[1, [2]]", [1, [2]]), ("0", 0), ("no", False)]
)
def test_een_bestand_hoeft_geen_groep_te_zijn(tekst: str, waarde: object) -> None:
    assert ontleed_yaml(tekst, "proef.yaml").waarde == waarde


_waarden = st.recursive(
    st.integers(-(10**17), 10**17) | st.text(st.characters(min_codepoint=32, max_codepoint=126)),
    lambda kinderen: (
        st.lists(kinderen, max_size=4)
        | st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), kinderen, max_size=4)
    ),
    max_leaves=10,
)


@given(_waarden)
def test_wat_er_als_yaml_staat_komt_er_weer_uit(waarde: object) -> None:
    assert ontleed_yaml(_als_yaml(waarde), "proef.yaml").waarde == _zonder_randspaties(waarde)


def _als_yaml(waarde: object) -> str:
    if isinstance(waarde, dict):
        return "{" + ", ".join(f"{k}: {_als_yaml(v)}" for k, v in waarde.items()) + "}"
    if isinstance(waarde, list):
        return "[" + ", ".join(map(_als_yaml, waarde)) + "]"
    return str(waarde) if isinstance(waarde, int) else "'" + str(waarde).replace("'", "''") + "'"


def _zonder_randspaties(waarde: object) -> object:
    if isinstance(waarde, dict):
        return {k: _zonder_randspaties(v) for k, v in waarde.items()}
    if isinstance(waarde, list):
        return [_zonder_randspaties(v) for v in waarde]
    return waarde.strip() if isinstance(waarde, str) else waarde


def test_bestand_van_precies_de_grootste_omvang_wordt_gelezen(tmp_path: Path) -> None:
    bestand = tmp_path / "groot.yaml"
    bestand.write_bytes(b"x" * 10)

    assert lees_bytes(bestand, "groot.yaml", max_bytes=10) == b"x" * 10


def test_bestand_boven_de_grootste_omvang_wordt_niet_gelezen(tmp_path: Path) -> None:
    bestand = tmp_path / "groot.yaml"
    with bestand.open("wb") as leeg:
        leeg.truncate(MAX_BYTES + 100_000)

    with pytest.raises(Invoerfout) as gevangen:
        lees_yaml(bestand, "groot.yaml")

    (melding,) = gevangen.value.meldingen
    assert melding.plek == Plek("groot.yaml")
    assert (melding.gevonden, melding.verwacht) == ("een bestand van 10,1 MB", "hoogstens 10 MB")


def test_bestand_dat_er_niet_is(tmp_path: Path) -> None:
    with pytest.raises(Invoerfout) as gevangen:
        lees_yaml(tmp_path / "weg.yaml", "weg.yaml")

    (melding,) = gevangen.value.meldingen
    assert (melding.plek, melding.gevonden) == (Plek("weg.yaml"), "geen bestand")


def test_map_in_plaats_van_een_bestand(tmp_path: Path) -> None:
    with pytest.raises(Invoerfout) as gevangen:
        lees_yaml(tmp_path, "map.yaml")

    (melding,) = gevangen.value.meldingen
    assert (melding.plek, melding.gevonden) == (Plek("map.yaml"), "een map")


def _gesloten_pad(pad: Path) -> Path:
    """A path whose contents may not be read, also for root."""

    class GeslotenPad(type(pad)):  # type: ignore[misc]  # PosixPath or WindowsPath
        def read_bytes(self) -> bytes:
            raise PermissionError

    gesloten: Path = GeslotenPad(pad)
    return gesloten


def test_bestand_dat_niet_open_mag_is_geen_verkeerde_invoer(tmp_path: Path) -> None:
    bestand = tmp_path / "dicht.yaml"
    bestand.write_text("a: 1")

    with pytest.raises(Bestandsfout) as gevangen:
        lees_tekst(_gesloten_pad(bestand), "dicht.yaml")

    assert gevangen.value.bestand == "dicht.yaml"


def test_map_waarvan_het_systeem_zegt_dat_ze_niet_open_mag_is_een_map(tmp_path: Path) -> None:
    """Windows refuses to open a folder with the error for a locked file."""
    with pytest.raises(Invoerfout) as gevangen:
        lees_tekst(_gesloten_pad(tmp_path), "map.yaml")

    (melding,) = gevangen.value.meldingen
    assert melding.gevonden == "een map"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows kent geen pijp in een map")
def test_een_pijp_wordt_niet_gelezen_en_houdt_niet_op(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.yaml")

    with pytest.raises(Invoerfout) as gevangen:
        lees_yaml(tmp_path / "pijp.yaml", "pijp.yaml")

    assert [melding.gevonden for melding in gevangen.value.meldingen] == ["geen gewoon bestand"]


def _plek_van_vreemd_teken(map_: Path, inhoud: bytes) -> tuple[int, int]:
    bestand = map_ / "vreemd.yaml"
    bestand.write_bytes(inhoud)
    with pytest.raises(Invoerfout) as gevangen:
        lees_yaml(bestand, "vreemd.yaml")
    (melding,) = gevangen.value.meldingen
    assert melding.gevonden == "een teken dat geen UTF-8 is"
    assert "UTF-8" in melding.suggestie
    return melding.plek.regel, melding.plek.kolom


@pytest.mark.parametrize(
    ("inhoud", "plek"),
    [
        (b"\xff", (1, 1)),
        (b"a: \xff", (1, 4)),
        (b"a: 1\nbc: \xe9\n", (2, 5)),
        (b"a: 1\r\nbc: \xe9\r\n", (2, 5)),
        (b"a: 1\n\xc3", (2, 1)),
        ("a: 1".encode("utf-16"), (1, 1)),
    ],
)
def test_teken_dat_geen_utf8_is_wordt_aangewezen(
    tmp_path: Path, inhoud: bytes, plek: tuple[int, int]
) -> None:
    assert _plek_van_vreemd_teken(tmp_path, inhoud) == plek


@pytest.mark.parametrize(
    ("inhoud", "plek"),
    [
        (b"\xef\xbb\xbfa: 1\nb: \xff", (2, 4)),
        (b"\xef\xbb\xbf\n\xff", (2, 1)),
    ],
)
def test_teken_dat_geen_utf8_is_wordt_ook_na_een_bom_aangewezen(
    tmp_path: Path, inhoud: bytes, plek: tuple[int, int]
) -> None:
    assert _plek_van_vreemd_teken(tmp_path, inhoud) == plek


def test_plek_van_een_vreemd_teken_telt_letters_en_geen_bytes(tmp_path: Path) -> None:
    assert _plek_van_vreemd_teken(tmp_path, "één: ".encode() + b"\xff") == (1, 6)
