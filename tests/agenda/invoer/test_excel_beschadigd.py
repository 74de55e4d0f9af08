"""What is no plain workbook is refused in Dutch, and nothing else happens."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import dossier_met, fout_van, lees, verander_deel, werkmap
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.controleren import controleer_dossier

if TYPE_CHECKING:
    from collections.abc import Callable

BLAD = "xl/worksheets/sheet1.xml"
WERKMAP = "xl/workbook.xml"
GOED = (["Code", "Titel", "Thema", "Voorstellen"], ["wijk-ggz", "Wijkteams", "wonen", 7])
HOOFDMAP = Path(__file__).parents[3]


def goede_bytes() -> bytes:
    uit = io.BytesIO()
    werkmap(*GOED).save(uit)
    return uit.getvalue()


def zip_met(**delen: bytes) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, inhoud)
    return uit.getvalue()


def met_deel(naam: str, inhoud: bytes) -> bytes:
    uit = io.BytesIO(goede_bytes())
    with zipfile.ZipFile(uit, "a", zipfile.ZIP_DEFLATED) as zip_:
        zip_.writestr(naam, inhoud)
    return uit.getvalue()


def zegt_te_groot() -> bytes:
    """A small file in which one part claims to unpack to 4 GB."""
    inhoud = bytearray(met_deel("xl/media/plaatje.bin", b"x"))
    kop = inhoud.rindex(b"PK\x01\x02")
    inhoud[kop + 24 : kop + 28] = struct.pack("<I", 0xFFFFFFF0)
    return bytes(inhoud)


GEEN_WERKMAP: dict[str, tuple[Callable[[], bytes], str]] = {
    "oude xls": (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "oud (.xls)"),
    "met wachtwoord": (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "wachtwoord"),
    "met macro's": (lambda: met_deel("xl/vbaProject.bin", b"x"), "macro's"),
    "zip-bom": (lambda: met_deel("xl/media/plaatje.bin", bytes(200_000_001)), "te groot"),
    "zegt te groot": (zegt_te_groot, "te groot"),
    "leeg bestand": (lambda: b"", "geen Excel"),
    "willekeurige bytes": (lambda: bytes(range(256)) * 4, "geen Excel"),
    "tekst": (lambda: b"Code;Titel;Thema\n", "geen Excel"),
    "afgekapt halverwege": (lambda: goede_bytes()[: len(goede_bytes()) // 2], "geen Excel"),
    "afgekapt aan het eind": (lambda: goede_bytes()[:-30], "geen Excel"),
    "een andere zip": (lambda: zip_met(foto=b"x"), "geen Excel"),
    "een lege zip": (zip_met, "geen Excel"),
    "een Word-bestand": (lambda: zip_met(**{"word/document.xml": b"<a/>"}), "geen Excel"),
    "alleen een werkmap": (lambda: zip_met(**{WERKMAP: b"<a/>"}), "beschadigd"),
}


@pytest.mark.parametrize(("maak", "reden"), GEEN_WERKMAP.values(), ids=GEEN_WERKMAP.keys())
def test_wat_geen_gewone_werkmap_is_wordt_geweigerd_met_uitleg(
    tmp_path: Path, maak: Callable[[], bytes], reden: str
) -> None:
    fout = fout_van(dossier_met(tmp_path, maak()))

    assert str(fout.plek) == "onderwerpen.xlsx"
    assert reden in fout.gevonden
    assert ".xlsx" in fout.verwacht
    assert "Opslaan als" in fout.suggestie


def entiteiten(soort: str) -> Callable[[str], str]:
    """Put a document type with entities in a sheet, and one of them in a cell."""
    trap = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    declaratie = {
        "bom": f'<!DOCTYPE x [<!ENTITY a0 "lollollol">{trap}]>',
        "bestand": '<!DOCTYPE x [<!ENTITY a9 SYSTEM "file:///etc/passwd">]>',
    }[soort]
    return lambda xml: declaratie + xml.replace("<t>Wijkteams</t>", "<t>&a9;</t>")


DEFECTEN: dict[str, tuple[str, Callable[[str], str]]] = {
    "blad sluit niet": (BLAD, lambda x: x.replace("</sheetData>", "</sheetDat>")),
    "blad afgekapt": (BLAD, lambda x: x[: len(x) // 2]),
    "blad leeg": (BLAD, lambda _: ""),
    "cel zonder rijnummer": (BLAD, lambda x: x.replace('r="B2"', 'r="B"')),
    "getal is een woord": (BLAD, lambda x: x.replace("<v>7</v>", "<v>zeven</v>")),
    "getal is oneindig": (BLAD, lambda x: x.replace("<v>7</v>", "<v>1e999</v>")),
    "getal is geen getal": (BLAD, lambda x: x.replace("<v>7</v>", "<v>NaN</v>")),
    "gedeelde tekst die er niet is": (
        BLAD,
        lambda x: x.replace('r="D2"', 'r="D2" t="s"').replace(' t="n"', ""),
    ),
    "entiteitenbom": (BLAD, entiteiten("bom")),
    "entiteit uit een bestand": (BLAD, entiteiten("bestand")),
    "werkmap sluit niet": (WERKMAP, lambda x: x.replace("</workbook>", "")),
    "stijlen kapot": ("xl/styles.xml", lambda x: x[: len(x) // 2]),
    "verwijzingen kapot": ("xl/_rels/workbook.xml.rels", lambda x: x.replace("sheet1", "sheet9")),
    "inhoudsopgave kapot": ("[Content_Types].xml", lambda x: x[: len(x) // 2]),
}


@pytest.mark.parametrize(("deel", "verander"), DEFECTEN.values(), ids=DEFECTEN.keys())
def test_een_werkmap_met_een_kapot_onderdeel_is_een_fout_in_de_invoer(
    tmp_path: Path, deel: str, verander: Callable[[str], str]
) -> None:
    dossier_met(tmp_path, werkmap(*GOED))
    verander_deel(tmp_path / "onderwerpen.xlsx", deel, verander)

    fout = fout_van(tmp_path)

    assert fout.plek.bestand == "onderwerpen.xlsx"
    assert fout.gevonden
    assert fout.verwacht


def test_een_rijnummer_dat_terugspringt_laat_geen_onderwerp_verdwijnen(tmp_path: Path) -> None:
    dossier_met(tmp_path, werkmap(*GOED))
    verander_deel(
        tmp_path / "onderwerpen.xlsx", BLAD, lambda x: x.replace('<row r="2"', '<row r="1"')
    )

    controle = controleer_dossier(tmp_path)

    assert controle.fouten or controle.aantal == 1


def test_een_cel_ver_weg_in_de_laatste_kolom_wordt_aangewezen(tmp_path: Path) -> None:
    dossier_met(tmp_path, werkmap(*GOED))
    verander_deel(tmp_path / "onderwerpen.xlsx", BLAD, lambda x: x.replace('r="D2"', 'r="XFD2"'))

    assert str(fout_van(tmp_path).plek) == "onderwerpen.xlsx!Onderwerpen!XFD2"


@pytest.mark.traag
def test_een_lege_cel_op_de_laatste_rij_van_excel_is_niet_erg(tmp_path: Path) -> None:
    dossier_met(tmp_path, werkmap(*GOED))
    laatste = '<row r="1048576"><c r="A1048576"/></row></sheetData>'
    verander_deel(tmp_path / "onderwerpen.xlsx", BLAD, lambda x: x.replace("</sheetData>", laatste))

    assert len(lees(tmp_path).dossier.onderwerpen) == 1


@pytest.mark.traag
def test_een_rijnummer_dat_excel_niet_kent_houdt_het_programma_niet_op(tmp_path: Path) -> None:
    dossier_met(tmp_path, werkmap(*GOED))
    onzin = '<row r="2000000000"><c r="A2000000000"/></row></sheetData>'
    verander_deel(tmp_path / "onderwerpen.xlsx", BLAD, lambda x: x.replace("</sheetData>", onzin))

    # A process of its own, because a program that never ends cannot be asked for its answer.
    klaar = subprocess.run(
        [sys.executable, "-m", "cli", "controleer", str(tmp_path)],
        cwd=HOOFDMAP,
        timeout=15,
        check=False,
    )

    assert klaar.returncode in (0, 3)


@pytest.mark.traag
@settings(max_examples=60)
@given(st.sampled_from([BLAD, WERKMAP, "xl/styles.xml", "[Content_Types].xml"]), st.data())
def test_een_werkmap_met_verminkte_tekens_geeft_hoogstens_een_fout_in_de_invoer(
    tmp_path_factory: pytest.TempPathFactory, deel: str, keuze: st.DataObject
) -> None:
    map_ = dossier_met(tmp_path_factory.mktemp("dossier"), werkmap(*GOED))

    def vermink(xml: str) -> str:
        tekens = list(xml)
        waar = st.lists(st.integers(0, len(tekens) - 1), min_size=1, max_size=5, unique=True)
        for plek in keuze.draw(waar):
            anders = sorted({*'<>"=/&;0a \x00é'} - {tekens[plek]})
            tekens[plek] = keuze.draw(st.sampled_from(anders))
        return "".join(tekens)

    verander_deel(map_ / "onderwerpen.xlsx", deel, vermink)

    controle = controleer_dossier(map_)

    assert controle.fouten or controle.aantal <= 1
