"""Workbooks as people really make them."""

from __future__ import annotations

import mimetypes
import sys
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
import xlsxwriter
from bouwers_agenda import (
    BEIDE,
    dossier_met,
    feit_van,
    fout_van,
    fouten_van,
    lees,
    onderwerp_uit,
    verander_deel,
    werkmap,
)

from agenda.invoer.rijlezer import VOORBEELDCODE
from agenda.onderwerp.onderwerp import VOORBEELDTITEL

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from agenda.onderwerp.onderwerp import Onderwerp
    from regels.melding import Melding

BLAD = "xl/worksheets/sheet1.xml"
KOP = ["Code", "Titel", "Thema"]
RIJ = ["wijk-ggz", "Wijkteams", "wonen"]


def met_cel(map_: Path, kop: str, cel: Any) -> Onderwerp:
    """The topic of a workbook with this cell in column D of row 2."""
    return onderwerp_uit(dossier_met(map_, werkmap([*KOP, kop], [*RIJ, cel])))


def fout_in_cel(map_: Path, kop: str, cel: Any) -> Melding:
    """What is wrong with such a cell; it stands at D2."""
    fout = fout_van(dossier_met(map_, werkmap([*KOP, kop], [*RIJ, cel])))
    assert str(fout.plek) == "onderwerpen.xlsx!Onderwerpen!D2"
    return fout


def codes_uit(map_: Path) -> list[str]:
    return [onderwerp.code for onderwerp in lees(map_).dossier.onderwerpen]


def test_lege_rijen_en_spaties_doen_er_niet_toe(tmp_path: Path) -> None:
    boek = werkmap(
        [" Code", "Titel  ", "Thema", None],
        [],
        ["wijk-ggz ", "  Wijkteams", "wonen\u00a0"],
        [None, "  ", ""],
        ["opvang", "Opvang", "wonen"],
    )

    topics = lees(dossier_met(tmp_path, boek)).dossier.onderwerpen

    assert [(o.code, o.titel) for o in topics] == [("opvang", "Opvang"), ("wijk-ggz", "Wijkteams")]


def test_een_fout_wijst_de_echte_rij_aan_ook_na_lege_rijen(tmp_path: Path) -> None:
    boek = werkmap(["Titel bovenaan"], [], KOP, [], RIJ, [], ["opvang", "Opvang", "wone"])

    fout = fout_van(dossier_met(tmp_path, boek))

    assert str(fout.plek) == "onderwerpen.xlsx!Onderwerpen!C7"
    assert (fout.veld, fout.gevonden, fout.suggestie) == (
        "Thema",
        "«wone»",
        "bedoelde u «wonen»?",
    )


def test_koppen_mogen_in_elke_volgorde_en_met_elke_hoofdletter(tmp_path: Path) -> None:
    boek = werkmap(
        ["THEMA", "regio’s", "Wal  En\nSchip", "code", "titel", "kosten (€)"],
        ["Wonen", "; ".join(BEIDE), "x", "Wijk GGZ", "Wijkteams", 5],
    )

    onderwerp = onderwerp_uit(dossier_met(tmp_path, boek))

    assert (onderwerp.code, onderwerp.thema) == ("wijk-ggz", "wonen")
    assert (onderwerp.regios, onderwerp.kosten_euro) == (tuple(BEIDE), 5)
    assert onderwerp.criteria["wal-en-schip"].waarde == "ja"


@pytest.mark.parametrize(
    ("cel", "waarde"),
    [(ja, "ja") for ja in ("ja", "Ja", "JA ", "x", "X", True)]
    + [(nee, "nee") for nee in ("nee", "Nee", "NEE", False)]
    + [(niets, "onbekend") for niets in (None, "", "  ", "onbekend", "Onbekend")],
)
def test_ja_nee_en_onbekend_mogen_op_veel_manieren(tmp_path: Path, cel: Any, waarde: str) -> None:
    assert feit_van(met_cel(tmp_path, "Afstemming nodig", cel), "afstemming_nodig") == waarde


@pytest.mark.parametrize("cel", [7, 7.0, "7", " 7 ", "7;", "7; 7"])
def test_een_voorstel_mag_een_getal_zijn_of_tekst(tmp_path: Path, cel: Any) -> None:
    assert met_cel(tmp_path, "Voorstellen", cel).voorstellen == (7,)


@pytest.mark.parametrize("cel", ["7;1", "1; 7", "1;\n7", "7\n1", "7; ; 1"])
def test_een_lijst_in_een_cel_staat_met_puntkommas_of_onder_elkaar(
    tmp_path: Path, cel: str
) -> None:
    assert met_cel(tmp_path, "Voorstellen", cel).voorstellen == (1, 7)


@pytest.mark.parametrize(
    ("cel", "waarde"), [("geen", ()), ("Geen", ()), ("onbekend", None), (None, None)]
)
@pytest.mark.parametrize(
    ("kop", "veld"), [("Plannen", "plannen"), ("Voorstellen", "voorstellen"), ("Regio's", "regios")]
)
def test_geen_is_een_lege_lijst_en_een_lege_cel_is_onbekend(
    tmp_path: Path, kop: str, veld: str, cel: str | None, waarde: tuple[()] | None
) -> None:
    assert getattr(met_cel(tmp_path, kop, cel), veld) == waarde


@pytest.mark.parametrize(
    ("cel", "waarde"),
    [
        (0.4, "0.4"),
        ("0,4", "0.4"),
        ("0.4", "0.4"),
        ("0,4 fte", "0.4"),
        (0.1 + 0.2, "0.3"),
        (1, "1"),
        (7.0, "7"),
        ("2", "2"),
        (0, "0"),
    ],
)
def test_de_inspanning_mag_met_punt_en_met_komma(tmp_path: Path, cel: Any, waarde: str) -> None:
    assert met_cel(tmp_path, "Inspanning (fte)", cel).inspanning_fte == Decimal(waarde)


@pytest.mark.parametrize(
    "cel",
    [
        50000,
        50000.0,
        "50000",
        "€ 50.000",
        "€50.000",
        "50.000,-",
        "€ 50.000,00",
        "€\xa050.000",
        "50.000 euro",
        "EUR 50 000",
        "50\xa0000",
    ],
)
def test_een_bedrag_mag_zoals_mensen_het_schrijven(tmp_path: Path, cel: Any) -> None:
    assert met_cel(tmp_path, "Kosten (€)", cel).kosten_euro == 50_000


@pytest.mark.parametrize("cel", [50_000.5, -1, "50.00", "5.0000", "vijftig", "€", 10**13])
def test_een_bedrag_dat_geen_hele_euros_is_wordt_geweigerd(tmp_path: Path, cel: Any) -> None:
    fout = fout_in_cel(tmp_path, "Kosten (€)", cel)

    assert (fout.veld, fout.gevonden) == ("Kosten (€)", f"«{cel}»")


@pytest.mark.parametrize("cel", ["veel", "4 uur", 101, -0.5])
def test_een_inspanning_die_geen_getal_is_wordt_geweigerd(tmp_path: Path, cel: Any) -> None:
    fout = fout_in_cel(tmp_path, "Inspanning (fte)", cel)

    assert (fout.veld, fout.gevonden) == ("Inspanning (fte)", f"«{cel}»")


@pytest.mark.parametrize("kop", ["Inspanning (fte)", "Kosten (€)"])
def test_een_vinkje_bij_een_getal_staat_in_het_nederlands_in_de_fout(
    tmp_path: Path, kop: str
) -> None:
    fout = fout_in_cel(tmp_path, kop, True)

    assert "True" not in fout.gevonden


def test_een_komma_in_plaats_van_een_puntkomma_wordt_geen_ander_voorstel(tmp_path: Path) -> None:
    fout = fout_in_cel(tmp_path, "Voorstellen", 1.7)

    assert fout.veld == "Voorstellen"


@pytest.mark.parametrize("kop", ["Voorstellen", "Plannen", "Regio's", "Afhankelijk van"])
def test_een_datum_in_een_lijst_is_een_fout_met_een_suggestie(tmp_path: Path, kop: str) -> None:
    """Excel makes a date of «1-7»; the suggestion says how to prevent that."""
    fout = fout_in_cel(tmp_path, kop, date(2027, 7, 1))

    assert fout.gevonden == "«2027-07-01»"
    assert fout.suggestie


@pytest.mark.parametrize("kop", ["Afstemming nodig", "Veiligheid", "Kosten (€)", "Bevoegdheid"])
def test_een_datum_waar_een_keuze_of_bedrag_hoort_is_een_fout(tmp_path: Path, kop: str) -> None:
    moment = datetime(2027, 7, 1, 12, 30)  # noqa: DTZ001 - Excel knows no time zones

    assert fout_in_cel(tmp_path, kop, moment).gevonden == "«2027-07-01»"


@pytest.mark.parametrize(
    ("cel", "tekst"),
    [
        (date(2027, 5, 1), "2027-05-01"),
        (datetime(2027, 5, 1, 12, 30), "2027-05-01"),  # noqa: DTZ001 - Excel knows no time zones
        (time(12, 30), "12:30:00"),
        (2027, "2027"),
        (0.4, "0.4"),
        (True, "ja"),
    ],
)
def test_een_waarde_in_een_tekstkolom_wordt_tekst(tmp_path: Path, cel: Any, tekst: str) -> None:
    assert met_cel(tmp_path, "Toelichting", cel).toelichting == tekst


def test_samengevoegde_titelrijen_boven_de_koppen_worden_overgeslagen(tmp_path: Path) -> None:
    boek = werkmap(
        ["Strategische agenda 2027"], ["Code", "door de werkgroep"], ["ingevuld"], [], KOP, RIJ
    )
    assert boek.active is not None
    boek.active.merge_cells("A1:C1")
    boek.active.merge_cells("A3:C3")

    assert codes_uit(dossier_met(tmp_path, boek)) == ["wijk-ggz"]


def test_een_onbekende_en_een_dubbele_kop_zijn_een_fout_met_plek(tmp_path: Path) -> None:
    boek = werkmap([*KOP, "Titel", "Omderbouwing veiligheid"], [*RIJ, "Nog een titel", "omdat"])

    fouten = fouten_van(dossier_met(tmp_path, boek))

    assert [(str(f.plek).split("!")[-1], f.gevonden, f.suggestie) for f in fouten] == [
        ("D1", "«Titel» voor de tweede keer", ""),
        ("E1", "«Omderbouwing veiligheid»", "bedoelde u «Onderbouwing Veiligheid»?"),
    ]


@pytest.mark.parametrize("weg", KOP)
def test_zonder_verplichte_kop_wordt_het_bestand_niet_gelezen(tmp_path: Path, weg: str) -> None:
    boek = werkmap([kop for kop in [*KOP, "Plannen"] if kop != weg], ["a", "b", "c"])

    fout = fout_van(dossier_met(tmp_path, boek))

    assert (str(fout.plek).split("!")[-1], fout.gevonden) == ("A1", f"geen kolom {weg}")


def test_een_cel_zonder_kop_erboven_is_een_fout(tmp_path: Path) -> None:
    fout = fout_van(dossier_met(tmp_path, werkmap(KOP, [*RIJ, None, "los"])))

    assert (str(fout.plek).split("!")[-1], "los" in fout.gevonden) == ("E2", True)


def test_een_lege_verplichte_cel_wordt_aangewezen_in_haar_eigen_kolom(tmp_path: Path) -> None:
    fout = fout_van(dossier_met(tmp_path, werkmap(KOP, ["wijk-ggz", "Wijkteams"])))

    assert (fout.veld, fout.gevonden) == ("Thema", "niets")
    assert str(fout.plek) == "onderwerpen.xlsx!Onderwerpen!C2"


@pytest.mark.parametrize(
    ("kop", "cel"), [("Bevoegdheid", "De Burgemeester"), ("Plannen", "Wonen En Zorg")]
)
def test_een_fout_toont_wat_er_getypt_is(tmp_path: Path, kop: str, cel: str) -> None:
    assert fout_in_cel(tmp_path, kop, cel).gevonden == f"«{cel}»"


def test_de_voorbeeldrij_van_het_sjabloon_is_geen_onderwerp(tmp_path: Path) -> None:
    boek = werkmap(KOP, [VOORBEELDCODE, VOORBEELDTITEL, "wonen"], RIJ)

    assert codes_uit(dossier_met(tmp_path, boek)) == ["wijk-ggz"]


def test_een_eigen_onderwerp_over_de_voorbeeldrij_heen_gaat_niet_verloren(tmp_path: Path) -> None:
    boek = werkmap(KOP, [VOORBEELDCODE, "Een eigen onderwerp", "wonen"], RIJ)

    assert codes_uit(dossier_met(tmp_path, boek)) == [VOORBEELDCODE, "wijk-ggz"]


def test_een_tweede_blad_zonder_koppen_doet_er_niet_toe(tmp_path: Path) -> None:
    boek = werkmap(KOP, RIJ, blad="Blad1")
    boek.create_sheet("Notities").append(["Code", "van de vergadering"])

    assert codes_uit(dossier_met(tmp_path, boek)) == ["wijk-ggz"]


def test_twee_bladen_met_koppen_is_een_fout_die_beide_noemt(tmp_path: Path) -> None:
    boek = werkmap(KOP, RIJ, blad="Rijk van Nijmegen")
    boek.create_sheet("Rivierenland").append(KOP)

    fout = fout_van(dossier_met(tmp_path, boek))

    assert str(fout.plek) == "onderwerpen.xlsx"
    assert all(naam in fout.gevonden for naam in ("Rijk van Nijmegen", "Rivierenland"))
    assert "Onderwerpen" in fout.verwacht


def test_het_blad_onderwerpen_gaat_voor_op_een_ander_blad_met_koppen(tmp_path: Path) -> None:
    boek = werkmap(KOP, ["oud", "Van vorig jaar", "wonen"], blad="2026")
    ander = boek.create_sheet("Onderwerpen")
    ander.append(KOP)
    ander.append(RIJ)

    assert codes_uit(dossier_met(tmp_path, boek)) == ["wijk-ggz"]


def test_een_verborgen_blad_doet_niet_mee(tmp_path: Path) -> None:
    boek = werkmap(KOP, RIJ, blad="Nu")
    verborgen = boek.create_sheet("Onderwerpen")
    verborgen.append(KOP)
    verborgen.append(["oud", "Van vorig jaar", "wonen"])
    verborgen.sheet_state = "hidden"

    assert codes_uit(dossier_met(tmp_path, boek)) == ["wijk-ggz"]


def test_geen_enkel_blad_met_koppen_is_een_fout(tmp_path: Path) -> None:
    fout = fout_van(dossier_met(tmp_path, werkmap(["Hallo"], blad="Blad1")))

    assert (str(fout.plek), fout.gevonden[:11]) == ("onderwerpen.xlsx", "geen bladen")


def test_een_leeg_blad_onderwerpen_heeft_geen_kopregel(tmp_path: Path) -> None:
    fout = fout_van(dossier_met(tmp_path, werkmap()))

    assert (str(fout.plek), fout.gevonden) == ("onderwerpen.xlsx!Onderwerpen", "geen kopregel")


def schrijf_formules(map_: Path, formules: Sequence[tuple[str, Any]]) -> Path:
    """A topic whose Toelichting, Voorstellen … are formulas with the result Excel calculated."""
    dossier_met(map_, werkmap())
    with xlsxwriter.Workbook(map_ / "onderwerpen.xlsx") as boek:
        blad = boek.add_worksheet("Onderwerpen")
        blad.write_row(0, 0, [*KOP, "Toelichting", "Voorstellen", "Afstemming nodig"])
        blad.write_row(1, 0, RIJ)
        for kolom, (formule, uitkomst) in enumerate(formules, start=3):
            blad.write_formula(1, kolom, formule, None, uitkomst)
    return map_


def test_een_formule_telt_als_haar_uitkomst(tmp_path: Path) -> None:
    formules = [('="a"&"b"', "ab"), ("=3+4", 7), ("=1=1", True)]

    onderwerp = onderwerp_uit(schrijf_formules(tmp_path, formules))

    assert (onderwerp.toelichting, onderwerp.voorstellen) == ("ab", (7,))
    assert feit_van(onderwerp, "afstemming_nodig") == "ja"


def test_een_formule_die_nooit_is_uitgerekend_wordt_een_keer_aangewezen(tmp_path: Path) -> None:
    boek = werkmap([*KOP, "Toelichting"], ["wijk-ggz", "=1+1", "wonen", '="a"&"b"'])

    fouten = fouten_van(dossier_met(tmp_path, boek))

    assert [str(fout.plek).split("!")[-1] for fout in fouten] == ["B2", "D2"]
    assert ["=1+1" in fouten[0].gevonden, "F9" in fouten[0].suggestie] == [True, True]


@pytest.mark.parametrize("kop", ["Plannen", "Voorstellen", "Afstemming nodig", "Kosten (€)"])
def test_een_foutwaarde_van_excel_wordt_aangewezen(tmp_path: Path, kop: str) -> None:
    assert fout_in_cel(tmp_path, kop, "#N/A").gevonden.casefold() == "«#n/a»"


@pytest.mark.parametrize("kop", ["Toelichting", "Onderbouwing Veiligheid"])
def test_een_foutwaarde_van_excel_is_ook_geen_tekst(tmp_path: Path, kop: str) -> None:
    boek = werkmap([*KOP, kop], [*RIJ, "#N/A"])
    assert boek.active is not None
    assert boek.active["D2"].data_type == "e"

    fout = fout_van(dossier_met(tmp_path, boek))

    assert str(fout.plek).endswith("!D2")


@pytest.mark.parametrize("maat", ["A1:A1", "A1:C1048576", "A1"])
def test_een_blad_dat_zijn_eigen_maat_verkeerd_opgeeft_wordt_heel_gelezen(
    tmp_path: Path, maat: str
) -> None:
    dossier_met(tmp_path, werkmap(KOP, RIJ))
    verander_deel(tmp_path / "onderwerpen.xlsx", BLAD, lambda x: x.replace('"A1:C2"', f'"{maat}"'))

    assert codes_uit(tmp_path) == ["wijk-ggz"]


@pytest.mark.parametrize(
    "wat", ["CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF", "78C0D931-6437-407d-A8EE-F0AAD7539E65"]
)
def test_keuzelijsten_en_opmaak_van_nieuwe_excels_geven_geen_engelse_waarschuwing(
    tmp_path: Path, wat: str
) -> None:
    dossier_met(tmp_path, werkmap(KOP, RIJ))
    extra = f'<extLst><ext uri="{{{wat}}}"/></extLst></worksheet>'
    verander_deel(tmp_path / "onderwerpen.xlsx", BLAD, lambda x: x.replace("</worksheet>", extra))

    assert codes_uit(tmp_path) == ["wijk-ggz"]


def test_een_datum_die_niet_bestaat_geeft_geen_engelse_waarschuwing(tmp_path: Path) -> None:
    boek = werkmap([*KOP, "Voorstellen"], [*RIJ, 99_999_999])
    assert boek.active is not None
    boek.active["D2"].number_format = "dd-mm-yyyy"

    fout = fout_van(dossier_met(tmp_path, boek))

    assert str(fout.plek).endswith("!D2")


def test_een_regeleinde_uit_windows_in_een_cel_is_gewoon_een_regeleinde(tmp_path: Path) -> None:
    onderwerp = met_cel(tmp_path, "Toelichting", "eerste_x000D_\ntweede")

    assert onderwerp.toelichting == "eerste\ntweede"


@pytest.mark.traag
def test_twintigduizend_en_een_rijen_zijn_te_veel(tmp_path: Path) -> None:
    boek = werkmap(KOP, *([f"code-{nummer}"] for nummer in range(20_001)))

    fout = fout_van(dossier_met(tmp_path, boek))

    assert str(fout.plek) == "onderwerpen.xlsx!Onderwerpen!A20002"
    assert "20000" in fout.verwacht.replace(".", "")


def test_excel_lezen_verandert_niets_aan_wat_python_van_de_machine_weet(tmp_path: Path) -> None:
    bekend = [*mimetypes.knownfiles]
    met_cel(tmp_path, "Toelichting", "Een tekst")

    assert bekend
    assert mimetypes.knownfiles == bekend
    assert "numpy" not in sys.modules or sys.modules["numpy"] is not None
