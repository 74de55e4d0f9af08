"""CSV as programs and people make it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import dossier_met, fout_van, fouten_van, lees, onderwerp_uit
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.controleren import controleer_dossier

if TYPE_CHECKING:
    from pathlib import Path

KOP = "Code;Titel;Thema\n"
RIJ = "wijk-ggz;Wijkteams;wonen\n"


def met_csv(map_: Path, inhoud: str | bytes) -> Path:
    return dossier_met(map_, inhoud, "csv")


def codes_uit(map_: Path) -> list[str]:
    return [onderwerp.code for onderwerp in lees(map_).dossier.onderwerpen]


GOED = {
    "puntkomma": KOP + RIJ,
    "komma": (KOP + RIJ).replace(";", ","),
    "BOM": "\ufeff" + KOP + RIJ,
    "sep=;": "sep=;\n" + KOP + RIJ,
    "sep=,": "sep=,\n" + (KOP + RIJ).replace(";", ","),
    "Windows-regeleinden": (KOP + RIJ).replace("\n", "\r\n"),
    "oude Mac-regeleinden": (KOP + RIJ).replace("\n", "\r"),
    "geen laatste regeleinde": KOP + RIJ.rstrip(),
    "lege regels": "\n\n" + KOP + "\n;;\n" + RIJ + "\n",
    "lege kolommen achteraan": "Code;Titel;Thema;;\nwijk-ggz;Wijkteams;wonen;;\n",
    "titelregel erboven": "Strategische agenda 2027;;\n" + KOP + RIJ,
    "titelregel met komma's en het woord code": "Lijst met code, titel, en meer\n" + KOP + RIJ,
    "koppen tussen aanhalingstekens": '"Code";"Titel";"Thema"\n' + RIJ,
}


@pytest.mark.parametrize("inhoud", GOED.values(), ids=GOED.keys())
def test_csv_wordt_gelezen_zoals_programmas_het_schrijven(tmp_path: Path, inhoud: str) -> None:
    onderwerp = onderwerp_uit(met_csv(tmp_path, inhoud))

    assert (onderwerp.code, onderwerp.titel, onderwerp.thema) == ("wijk-ggz", "Wijkteams", "wonen")


def test_alleen_een_kopregel_is_een_lijst_zonder_onderwerpen(tmp_path: Path) -> None:
    assert codes_uit(met_csv(tmp_path, KOP)) == []


ZONDER_KOP = {
    "leeg": "",
    "lege regels": "\n\n\n",
    "alleen een onderwerp": RIJ,
    "een bekend woord": "Code\nwijk-ggz\n",
}


@pytest.mark.parametrize("inhoud", ZONDER_KOP.values(), ids=ZONDER_KOP.keys())
def test_zonder_kopregel_wordt_het_bestand_niet_gelezen(tmp_path: Path, inhoud: str) -> None:
    fout = fout_van(met_csv(tmp_path, inhoud))

    assert (fout.plek.bestand, fout.gevonden) == ("onderwerpen.csv", "geen kopregel")
    assert all(kop in fout.verwacht for kop in ("Code", "Titel", "Thema"))


def test_een_kop_te_weinig_wordt_genoemd(tmp_path: Path) -> None:
    fout = fout_van(met_csv(tmp_path, "Code;Titel\nwijk-ggz;Wijkteams\n"))

    assert (str(fout.plek), fout.gevonden) == ("onderwerpen.csv:1:1", "geen kolom Thema")


def test_een_onbekende_en_een_dubbele_kop_zijn_een_fout_met_plek(tmp_path: Path) -> None:
    fouten = fouten_van(met_csv(tmp_path, "Code;Titel;Thema;titel;Kosten\na1;A;wonen;A;5\n"))

    assert [(str(f.plek), f.suggestie) for f in fouten] == [
        ("onderwerpen.csv:1:4", ""),
        ("onderwerpen.csv:1:5", "bedoelde u «Kosten (€)»?"),
    ]


def test_een_aanhalingsteken_dat_niet_sluit_wordt_aangewezen_waar_het_opent(
    tmp_path: Path,
) -> None:
    rest = "".join(f"code-{nummer};Titel;wonen\n" for nummer in range(20))

    fout = fout_van(met_csv(tmp_path, KOP + RIJ + 'opvang;"Opvang;wonen\n' + rest))

    assert "aanhalingsteken" in fout.verwacht
    assert (fout.plek.bestand, fout.plek.regel) == ("onderwerpen.csv", 3)


def test_tekst_na_een_sluitend_aanhalingsteken_is_een_fout_met_plek(tmp_path: Path) -> None:
    fout = fout_van(met_csv(tmp_path, KOP + RIJ + 'opvang;"Opvang" nu;wonen\n'))

    assert "aanhalingsteken" in fout.verwacht
    assert fout.plek.regel == 3


def test_een_cel_die_te_lang_is_wordt_zo_genoemd(tmp_path: Path) -> None:
    fout = fout_van(met_csv(tmp_path, KOP + f'opvang;"{"x" * 140_000}";wonen\n'))

    assert fout.plek.regel == 2
    assert "aanhalingsteken" not in fout.verwacht


def test_een_titel_die_te_lang_is_wordt_kort_getoond(tmp_path: Path) -> None:
    fout = fout_van(met_csv(tmp_path, KOP + f"opvang;{'x' * 301};wonen\n"))

    assert (str(fout.plek), fout.veld) == ("onderwerpen.csv:2:2", "Titel")
    assert len(fout.gevonden) < 100


def test_een_nulteken_is_een_fout_in_de_cel_waar_het_staat(tmp_path: Path) -> None:
    fout = fout_van(met_csv(tmp_path, KOP + "opvang;Op\0vang;wonen\n"))

    assert (str(fout.plek), fout.gevonden) == ("onderwerpen.csv:2:2", "«Op\\u0000vang»")


@pytest.mark.parametrize("teken", ["\x0b", "\x0c", "\x1c", "\x85"])
def test_een_stuurteken_breekt_de_rij_niet_en_wordt_aangewezen(tmp_path: Path, teken: str) -> None:
    fout = fout_van(met_csv(tmp_path, KOP + f"opvang;Op{teken}vang;wonen\n" + RIJ))

    assert (str(fout.plek), fout.veld) == ("onderwerpen.csv:2:2", "Titel")


@pytest.mark.parametrize("codering", ["cp1252", "utf-16"])
def test_een_andere_codering_dan_utf8_is_een_fout_met_raad(tmp_path: Path, codering: str) -> None:
    fout = fout_van(met_csv(tmp_path, (KOP + "opvang;Eén loket;wonen\n").encode(codering)))

    assert "UTF-8" in fout.verwacht
    assert "CSV UTF-8" in fout.suggestie
    assert fout.plek.regel == {"cp1252": 2, "utf-16": 1}[codering]


def test_een_fout_na_een_cel_met_meer_regels_wijst_de_echte_regel_aan(tmp_path: Path) -> None:
    inhoud = 'Code;Titel;Toelichting;Thema\na1;A;een\na2;A;"een\ntwee\ndrie";wonen\na3;A;;wone\n'

    fouten = fouten_van(met_csv(tmp_path, inhoud))

    assert [f.plek.regel for f in fouten] == [2, 6]


def test_een_cel_te_veel_is_een_fout_met_plek(tmp_path: Path) -> None:
    fout = fout_van(met_csv(tmp_path, KOP + "opvang;Opvang;wonen;los\n"))

    assert (str(fout.plek), "«los»" in fout.gevonden) == ("onderwerpen.csv:2:4", True)


def test_een_lijst_met_kommas_wordt_niet_stil_verkeerd_gelezen(tmp_path: Path) -> None:
    fout = fout_van(met_csv(tmp_path, "Code;Titel;Thema;Voorstellen\na1;A;wonen;1,77\n"))

    assert (fout.veld, fout.gevonden) == ("Voorstellen", "«77»")


@pytest.mark.traag
@pytest.mark.parametrize("aantal", [20_000, 20_001])
def test_twintigduizend_rijen_mag_en_een_meer_niet(tmp_path: Path, aantal: int) -> None:
    rijen = "".join(f"code-{nummer};Titel;wonen\n" for nummer in range(aantal))

    controle = controleer_dossier(met_csv(tmp_path, KOP + rijen))

    assert [str(f.plek) for f in controle.fouten] == ["onderwerpen.csv:20002:1"][: aantal - 20_000]


def test_een_bestand_van_meer_dan_tien_megabyte_wordt_niet_gelezen(tmp_path: Path) -> None:
    fout = fout_van(met_csv(tmp_path, KOP + ";;\n" * 3_400_000))

    assert (fout.gevonden, fout.verwacht) == ("een bestand van 10,2 MB", "hoogstens 10 MB")


@settings(max_examples=60)
@given(st.binary(max_size=200) | st.text('Code;Titel,Thema"\n\r\0=é wonen-1', max_size=200))
def test_welke_bytes_er_ook_staan_het_is_hoogstens_een_fout_in_de_invoer(
    tmp_path_factory: pytest.TempPathFactory, inhoud: bytes | str
) -> None:
    map_ = met_csv(tmp_path_factory.mktemp("dossier"), KOP.encode() + _bytes(inhoud))

    controle = controleer_dossier(map_)

    assert all(f.plek.bestand == "onderwerpen.csv" and f.verwacht for f in controle.fouten)


def _bytes(inhoud: bytes | str) -> bytes:
    return inhoud if isinstance(inhoud, bytes) else inhoud.encode()
