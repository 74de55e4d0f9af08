"""Who has what in Word and in Excel: the same as on the screen, with where it stands."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
from bouwers_dekking import dekking, eigen, profiel
from stukken import voorbeeld

from agenda.stuk.dekking import dekking_hoofdstuk, dekkingstuk
from agenda.stuk.vormen.excel.werkboek import dekking_werkboek
from agenda.stuk.vormen.md import stuk_md
from agenda.stuk.vormen.word.word import stuk_docx
from agenda.voortgang.dekking import dekking_op

OVERZICHT = dekking_op(profiel(), (), date(2027, 1, 1))


def test_elk_voorstel_is_een_deel_en_de_doelen_komen_als_laatste() -> None:
    hoofdstuk = dekking_hoofdstuk(OVERZICHT)

    titels = [deel.titel for deel in hoofdstuk.delen]
    assert [titel.split(".")[0] for titel in titels[:-1]] == [
        str(voorstel.voorstel.nummer) for voorstel in OVERZICHT.voorstellen
    ]
    assert titels[-1] == "Doelen die de bronnen noemen"
    codes = [deel.code for _, deel in hoofdstuk.alle()]
    assert len(set(codes)) == len(codes)


def test_het_stuk_noemt_bij_elk_feit_waar_het_staat() -> None:
    tekst = stuk_md(dekkingstuk(OVERZICHT, voorbeeld()))

    for plaats in {cel.bron.plaats for cel in OVERZICHT.gevuld if cel.bron}:
        assert f"Evaluatie {plaats}." in tekst


def test_word_is_bij_elke_keer_maken_hetzelfde() -> None:
    tiel = profiel().vind_lid("Tiel")
    assert tiel
    stuk = dekkingstuk(OVERZICHT.voor(tiel), voorbeeld())

    assert stuk_docx(stuk, OVERZICHT.op, None) == stuk_docx(stuk, OVERZICHT.op, None)


def test_het_werkboek_heeft_een_matrix_met_woorden_en_een_rij_per_vak() -> None:
    boek = openpyxl.load_workbook(
        io.BytesIO(dekking_werkboek(OVERZICHT, voorbeeld().ranglijst)), read_only=True
    )
    matrix, vakken, doelen = ([*blad.values] for blad in boek.worksheets)

    koppen = matrix[0]
    assert koppen[5:18] == tuple(lid.naam for lid in profiel().regio.leden)
    per_naam = {rij[1]: dict(zip(koppen, rij, strict=True)) for rij in matrix[1:]}
    steunpunt = per_naam["Steunpunt mantelzorgers"]
    assert (steunpunt["Tiel"], steunpunt["Druten"], steunpunt["Rivierenland"]) == (
        "Ja",
        "Onbekend",
        "",
    )
    assert per_naam["Meer tussenvoorzieningen"]["Culemborg"] == "Bezig"
    assert len(vakken) - 1 == sum(len([*rij.alle]) for rij in OVERZICHT.rijen)
    assert len(doelen) - 1 == len(OVERZICHT.doelen)


def test_een_formule_in_een_toelichting_blijft_tekst() -> None:
    overzicht = dekking(zelf=(eigen("2026-01-01", gemeente="Tiel", toelichting="=1+1"),))
    boek = openpyxl.load_workbook(
        io.BytesIO(dekking_werkboek(overzicht, voorbeeld().ranglijst)), read_only=True
    )

    cellen = [cel for rij in boek["Per vak"].iter_rows() for cel in rij if cel.value == "=1+1"]
    assert [cel.data_type for cel in cellen] == ["s"]
