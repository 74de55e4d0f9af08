"""What people obviously mean in a cell is understood, in Excel and in CSV alike."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import (
    BEIDE,
    dossier_met,
    feit_van,
    fout_van,
    fouten_van,
    kopie_van_profiel,
    lees,
    maak_dossier,
    maak_onderwerp,
    meegeleverd,
    onderwerp_uit,
    vervang,
    werkmap,
)

from agenda.invoer.naamlijst import Namen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from agenda.onderwerp.onderwerp import Onderwerp
    from regels.melding import Melding

KOP = ["Code", "Titel", "Thema"]
RIJ = ["wijk-ggz", "Wijkteams", "wonen"]
VORMEN = pytest.mark.parametrize("vorm", ["xlsx", "csv"])


def dossier_van(map_: Path, vorm: str, *rijen: Sequence[Any]) -> Path:
    """The same rows as a workbook or as CSV."""
    if vorm == "xlsx":
        return dossier_met(map_, werkmap(*rijen))
    uit = io.StringIO()
    csv.writer(uit, delimiter=";").writerows(rijen)
    return dossier_met(map_, uit.getvalue(), "csv")


def met_cel(map_: Path, vorm: str, kop: str, cel: Any) -> Onderwerp:
    """The topic with this cell; under one of the first three headings it stands in its place."""
    koppen = [*KOP, *([] if kop in KOP else [kop])]
    rij = dict(zip(KOP, RIJ, strict=True)) | {kop: cel}
    rijen = [koppen, [rij.get(k) for k in koppen]]
    rijen += [[f"{n}-onderwerp", f"Onderwerp {n}, en meer", "wonen"] for n in ("een", "twee")]
    map_ = dossier_van(map_, vorm, *rijen)
    return next(o for o in lees(map_).dossier.onderwerpen if o.code == "wijk-ggz")


def fout_in_cel(map_: Path, vorm: str, kop: str, cel: Any) -> Melding:
    return fout_van(dossier_van(map_, vorm, [*KOP, kop], [*RIJ, cel]))


@VORMEN
@pytest.mark.parametrize(
    "cel",
    [
        "Nijmegen",
        "nijmegen",
        "GM0268",
        "gm0268",
        "GM0268 Nijmegen",
        "Nijmegen (GM0268)",
        "gemeente Nijmegen",
        "Gemeente\xa0Nijmegen",
    ],
)
def test_de_naam_van_een_gemeente_is_haar_code(tmp_path: Path, vorm: str, cel: str) -> None:
    assert met_cel(tmp_path, vorm, "Ingediend door", cel).ingediend_door == "GM0268"


def test_elke_gemeente_mag_bij_haar_naam(tmp_path: Path) -> None:
    gemeenten = meegeleverd()[0].regio.leden
    rijen = [[f"code-{g.code.lower()}", g.naam, "wonen", g.naam] for g in gemeenten]

    map_ = dossier_van(tmp_path, "xlsx", [*KOP, "Ingediend door"], *rijen)

    gevonden = {o.ingediend_door for o in lees(map_).dossier.onderwerpen}
    assert gevonden == {g.code for g in gemeenten}


def test_ook_in_yaml_mag_een_gemeente_bij_haar_naam(tmp_path: Path) -> None:
    map_ = maak_dossier(tmp_path, [maak_onderwerp(ingediend_door="Berg en Dal")])

    assert lees(map_).dossier.onderwerpen[0].ingediend_door == "GM1945"


def test_meer_gemeenten_dienen_samen_een_onderwerp_in(tmp_path: Path) -> None:
    samen = maak_onderwerp("samen", ingediend_door=["Berg en Dal", "GM0281", "Tiel"])
    map_ = maak_dossier(tmp_path, [samen, maak_onderwerp("een", ingediend_door=["Tiel"])])
    gelezen = {o.code: o for o in lees(map_).dossier.onderwerpen}
    data = type(gelezen["een"]).__pydantic_serializer__.to_python(gelezen["samen"], mode="json")

    assert data["ingediend_door"] == ["GM0281", "GM1945"]
    assert gelezen["samen"].ingediend_door == ("GM0281", "GM1945")
    assert gelezen["samen"].indieners == ("GM0281", "GM1945")
    assert gelezen["een"].ingediend_door == "GM0281"


@pytest.mark.parametrize(
    ("genoemd", "verwacht"), [([], "lijst met gemeentecodes"), (["Teil"], "een gemeente")]
)
def test_een_lijst_van_indieners_die_niet_klopt_is_een_fout(
    tmp_path: Path, genoemd: list[str], verwacht: str
) -> None:
    fout = fout_van(maak_dossier(tmp_path, [maak_onderwerp(ingediend_door=genoemd)]))

    assert verwacht in fout.verwacht


@VORMEN
def test_een_bijna_goede_gemeente_geeft_haar_naam_als_suggestie(tmp_path: Path, vorm: str) -> None:
    fout = fout_in_cel(tmp_path, vorm, "Ingediend door", "Nijmgen")

    assert (fout.gevonden, fout.suggestie) == ("«Nijmgen»", "bedoelde u «Nijmegen»?")
    assert "GM0" not in fout.verwacht


@VORMEN
@pytest.mark.parametrize(
    "cel",
    [
        "Wonen",
        "2",
        2,
        2.0,
        "2.0",
        "thema 2",
        "2. Wonen",
        "Thema 2: Wonen",
        "wonen\u00a0",
        "Wo\u200bnen",
    ][:-1],
)
def test_een_thema_mag_bij_zijn_naam_en_bij_zijn_nummer(
    tmp_path: Path, vorm: str, cel: Any
) -> None:
    assert met_cel(tmp_path, vorm, "Thema", cel).thema == "wonen"


@VORMEN
def test_de_hele_naam_van_een_thema_met_en_erin_is_een_thema(tmp_path: Path, vorm: str) -> None:
    assert met_cel(tmp_path, vorm, "Thema", "Werk en dagbesteding").thema == "werk-dagbesteding"


@VORMEN
@pytest.mark.parametrize(
    "cel",
    [
        "beide",
        "Beide deelregio's",
        "alle",
        "Rijk van Nijmegen en Rivierenland",
        "rijk-van-nijmegen, rivierenland",
        "Rivierenland & Rijk van Nijmegen",
        "rijk-van-nijmegen/rivierenland",
        "Rivierenland; Rijk van Nijmegen",
        "beide; rivierenland",
        "Rivierenland\nRijk van Nijmegen",
        "Rijk van Nijmegen + Rivierenland",
    ],
)
def test_beide_deelregios_mag_op_veel_manieren(tmp_path: Path, vorm: str, cel: str) -> None:
    assert met_cel(tmp_path, vorm, "Regio's", cel).regios == tuple(BEIDE)


def test_beide_is_geen_woord_voor_drie_deelregios(tmp_path: Path) -> None:
    profiel = kopie_van_profiel(tmp_path)
    vervang(
        profiel / "regio.yaml",
        "leden:\n",
        "  - {code: derde, naam: Derde, bron: {document: inrichtingsplan, plaats: §1}}\nleden:\n",
    )
    map_ = dossier_van(tmp_path / "d", "csv", [*KOP, "Regio's"], [*RIJ, "beide"])

    assert fout_van(map_, profiel).gevonden == "«beide»"


@VORMEN
@pytest.mark.parametrize(
    ("cel", "waarde"),
    [
        ("16, 17", (16, 17)),
        ("voorstel 25", (25,)),
        ("Voorstellen 3", (3,)),
        ("voorstel 16 en 17", (16, 17)),
        ("nr. 5", (5,)),
        ("1, 7 en 14", (1, 7, 14)),
        (14.0, (14,)),
        ("14.0", (14,)),
        ("14,0", (14,)),
        (14.00000000001, (14,)),
        ("16;17", (16, 17)),
        ("1-7", None),
        ("1.7", None),
    ],
)
def test_voorstellen_mogen_zoals_mensen_ze_noemen(
    tmp_path: Path, vorm: str, cel: Any, waarde: tuple[int, ...] | None
) -> None:
    if vorm == "csv" and cel == 14.00000000001:
        pytest.skip("CSV kent geen binaire breuken")
    if waarde is None:
        assert fout_in_cel(tmp_path, vorm, "Voorstellen", cel).gevonden == f"«{cel}»"
    else:
        assert met_cel(tmp_path, vorm, "Voorstellen", cel).voorstellen == waarde


@VORMEN
@pytest.mark.parametrize(
    ("cel", "waarde"),
    [
        ("een-onderwerp, twee-onderwerp", ("een-onderwerp", "twee-onderwerp")),
        ("Onderwerp een, en meer", ("een-onderwerp",)),
        ("een-onderwerp en Onderwerp twee, en meer", ("een-onderwerp", "twee-onderwerp")),
    ],
)
def test_een_ander_onderwerp_mag_bij_zijn_titel(
    tmp_path: Path, vorm: str, cel: str, waarde: tuple[str, ...]
) -> None:
    assert met_cel(tmp_path, vorm, "Afhankelijk van", cel).afhankelijk_van == waarde


@VORMEN
def test_een_lijst_met_een_tikfout_verliest_niets_en_wijst_het_foute_deel_aan(
    tmp_path: Path, vorm: str
) -> None:
    fout = fout_in_cel(tmp_path, vorm, "Regio's", "rijk-van-nijmegen, rivierlend")

    assert (fout.gevonden, fout.suggestie) == ("«rivierlend»", "bedoelde u «rivierenland»?")


@VORMEN
@pytest.mark.parametrize("cel", ["Rijk van Nijmegen en Rivierlend", "dit en dat"])
def test_een_lijst_die_niet_te_lezen_is_krijgt_geen_raad_die_een_deel_weglaat(
    tmp_path: Path, vorm: str, cel: str
) -> None:
    fout = fout_in_cel(tmp_path, vorm, "Regio's", cel)

    assert (fout.gevonden, fout.suggestie) == (f"«{cel}»", "zet ; tussen meer waarden")


def test_een_tekst_die_op_twee_manieren_te_lezen_is_wordt_niet_geraden() -> None:
    delen = [(1, ("a",)), (2, ("b en c",)), (3, ("a en b",)), (4, ("c",)), (5, ("b",))]
    namen = Namen(delen)

    assert namen.verdeel("a en b en c") is None
    assert namen.verdeel("b, a") == (5, 1)


@VORMEN
@pytest.mark.parametrize(
    ("cel", "suggestie"),
    [
        ("weet niet", "onbekend"),
        ("Weet ik niet.", "onbekend"),
        ("?", "onbekend"),
        ("n.v.t.", "nee"),
        ("nvt", "nee"),
        ("-", "nee"),
        ("+", "ja"),
        ("✓", "ja"),
        (1, "ja"),
        ("j", "ja"),
        ("n", "nee"),
        (0, "nee"),
    ],
)
@pytest.mark.parametrize("kop", ["Afstemming nodig", "Veiligheid", "Urgent"])
def test_een_antwoord_dat_niet_in_de_lijst_staat_geeft_wat_er_bedoeld_is(
    tmp_path: Path, vorm: str, kop: str, cel: Any, suggestie: str
) -> None:
    fout = fout_in_cel(tmp_path, vorm, kop, cel)

    assert (fout.gevonden, fout.suggestie) == (f"«{cel}»", f"bedoelde u «{suggestie}»?")


@VORMEN
@pytest.mark.parametrize(
    ("kop", "cel", "deel"),
    [
        ("Bevoegdheid", "weet niet", "«onbekend»"),
        ("Voorstellen", "n.v.t.", "«geen»"),
        ("Plannen", "weet niet", "«onbekend»"),
        ("Ingediend door", "n.v.t.", "laat de cel leeg"),
        ("Kosten (€)", "?", "laat de cel leeg"),
        ("Inspanning (fte)", "nog niet bekend", "laat de cel leeg"),
    ],
)
def test_ook_bij_andere_velden_zegt_de_fout_wat_te_doen(
    tmp_path: Path, vorm: str, kop: str, cel: str, deel: str
) -> None:
    assert deel in fout_in_cel(tmp_path, vorm, kop, cel).suggestie


@VORMEN
@pytest.mark.parametrize(
    ("cel", "waarde"),
    [("TRUE", "ja"), ("true", "ja"), (True, "ja"), ("FALSE", "nee"), ("WAAR", "ja")],
)
def test_waar_is_ja_ook_in_het_engels(tmp_path: Path, vorm: str, cel: Any, waarde: str) -> None:
    assert feit_van(met_cel(tmp_path, vorm, "Afstemming nodig", cel), "afstemming_nodig") == waarde


def test_een_waarheid_die_als_getal_bewaard_is_is_een_waarheid(tmp_path: Path) -> None:
    boek = werkmap([*KOP, "Urgent"], [*RIJ, 1])
    assert boek.active is not None
    boek.active["D2"].number_format = '"TRUE";"TRUE";"FALSE"'

    assert feit_van(onderwerp_uit(dossier_met(tmp_path, boek)), "urgent") == "ja"


@VORMEN
def test_een_harde_spatie_en_een_regeleinde_zijn_in_een_code_een_streepje(
    tmp_path: Path, vorm: str
) -> None:
    rijen = [KOP, ["wijk\u00a0ggz", "Een titel\nop twee regels", "wonen"]]

    (onderwerp,) = lees(dossier_van(tmp_path, vorm, *rijen)).dossier.onderwerpen

    assert (onderwerp.code, onderwerp.titel) == ("wijk-ggz", "Een titel op twee regels")


def test_zachte_regeleinden_van_word_zijn_een_spatie_in_een_titel(tmp_path: Path) -> None:
    boek = werkmap(KOP, ["wijk-ggz", "Een_x000B_titel", "wonen"])

    assert lees(dossier_met(tmp_path, boek)).dossier.onderwerpen[0].titel == "Een titel"


def test_een_ander_stuurteken_dat_excel_als_code_schrijft_wordt_geweigerd(tmp_path: Path) -> None:
    boek = werkmap(KOP, ["wijk-ggz", "Een_x0007_titel", "wonen"])

    assert fout_van(dossier_met(tmp_path, boek)).veld == "Titel"


@VORMEN
@pytest.mark.parametrize(
    "rij",
    [
        ["Totaal", None, None, 12],
        [None, "Totaal", None, 12],
        [None, None, None, 12],
        ["Let op: dit is een concept"],
        [None, None, None, None, "buiten de tabel"],
        ["Thema 2: wonen"],
    ],
)
def test_een_optelling_of_een_opmerking_is_een_zin(
    tmp_path: Path, vorm: str, rij: list[Any]
) -> None:
    map_ = dossier_van(tmp_path, vorm, [*KOP, "Kosten (€)"], [*RIJ, 12], rij)

    fout = fout_van(map_)

    assert (fout.plek.regel, "een rij zonder" in fout.gevonden) == (3, True)
    assert "optelling" in fout.suggestie


def test_een_csv_met_tabs_wordt_gelezen(tmp_path: Path) -> None:
    map_ = dossier_met(tmp_path, "\t".join(KOP) + "\n" + "\t".join(RIJ) + "\n", "csv")

    assert lees(map_).dossier.onderwerpen[0].code == "wijk-ggz"


@VORMEN
def test_de_eigen_ranglijst_als_invoer_is_een_zin(tmp_path: Path, vorm: str) -> None:
    kop = ["Status", "Plaats", "Gedeeld", "Code", "Titel", "Thema", "Score", "Hoogste score"]

    (fout,) = fouten_van(dossier_van(tmp_path, vorm, kop, ["toegelaten", 1, "ja", *RIJ, 3, 4]))

    assert "zelf maakte" in fout.gevonden


@VORMEN
@pytest.mark.parametrize(
    ("cel", "waarde"),
    [
        ("de gemeenteraad", "raad"),
        ("Raad", "raad"),
        ("De Raad", "raad"),
        ("het college", "college"),
    ],
)
def test_een_keuze_mag_bij_haar_naam(tmp_path: Path, vorm: str, cel: str, waarde: str) -> None:
    assert feit_van(met_cel(tmp_path, vorm, "Bevoegdheid", cel), "bevoegdheid") == waarde


@VORMEN
@pytest.mark.parametrize(
    ("kop", "cel"),
    [
        ("Ingediend door", "Nijmegen en Druten"),
        ("Thema", "wonen, organisatie"),
        ("Bevoegdheid", "college en raad"),
    ],
)
def test_twee_waarden_waar_er_een_past_krijgen_geen_raad_die_er_een_weglaat(
    tmp_path: Path, vorm: str, kop: str, cel: str
) -> None:
    koppen, rij = ([*KOP, kop], [*RIJ, cel]) if kop not in KOP else (KOP, [*RIJ[:2], cel])

    assert fout_van(dossier_van(tmp_path, vorm, koppen, rij)).suggestie == "kies er één"


def test_het_teken_en_is_het_woord_en(tmp_path: Path) -> None:
    onderwerp = met_cel(tmp_path, "csv", "Thema", "3. Werk & dagbesteding")

    assert onderwerp.thema == "werk-dagbesteding"


@VORMEN
@pytest.mark.parametrize("cel", ["Ja.", "JA", "ja "])
def test_een_punt_achter_een_antwoord_doet_er_niet_toe(tmp_path: Path, vorm: str, cel: str) -> None:
    assert feit_van(met_cel(tmp_path, vorm, "Urgent", cel), "urgent") == "ja"


@VORMEN
@pytest.mark.parametrize(
    ("cel", "nummers"),
    [
        ("20 t/m 22", (20, 21, 22)),
        ("voorstellen 20 tot en met 22", (20, 21, 22)),
        ("1, 20 t/m 22 en 25", (1, 20, 21, 22, 25)),
        ("voorstellen 1 en 7", (1, 7)),
    ],
)
def test_een_reeks_voorstellen_mag_met_tot_en_met(
    tmp_path: Path, vorm: str, cel: str, nummers: tuple[int, ...]
) -> None:
    assert met_cel(tmp_path, vorm, "Voorstellen", cel).voorstellen == nummers


@pytest.mark.parametrize("cel", ["24 t/m 30", "7 t/m 3", "30 t/m 40", "1 t/m 999999999"])
def test_een_reeks_die_niet_bestaat_is_een_fout(tmp_path: Path, cel: str) -> None:
    assert fouten_van(dossier_van(tmp_path, "xlsx", [*KOP, "Voorstellen"], [*RIJ, cel]))


def test_een_reeks_die_te_ver_gaat_is_een_fout_die_zegt_tot_hoe_ver(tmp_path: Path) -> None:
    fout = fout_in_cel(tmp_path, "xlsx", "Voorstellen", "24 t/m 30")

    assert fout.gevonden == "«24 t/m 30»"
    assert fout.verwacht == "het nummer van een voorstel: 1 tot en met 25"
    assert fout.suggestie == ""


@VORMEN
def test_een_waarde_die_geen_lijst_is_krijgt_geen_raad_over_een_lijst(
    tmp_path: Path, vorm: str
) -> None:
    assert fout_in_cel(tmp_path, vorm, "Voorstellen", "drie").suggestie == ""


@VORMEN
@pytest.mark.parametrize(
    ("cel", "bedoeld"),
    [
        ("wijk_ggz", "wijk-ggz"),
        ("Crèche & opvang", "creche-opvang"),
        ("wijk/ggz (nieuw)", "wijk-ggz-nieuw"),
        ("een-hele-lange-code-die-maar-doorgaat-en-doorgaat", ""),
        ("é", ""),
    ],
)
def test_een_code_met_andere_tekens_krijgt_een_code_die_wel_kan(
    tmp_path: Path, vorm: str, cel: str, bedoeld: str
) -> None:
    fout = fout_van(dossier_van(tmp_path, vorm, KOP, [cel, *RIJ[1:]]))

    assert fout.suggestie == (f"bedoelde u «{bedoeld}»?" if bedoeld else "")


@pytest.mark.parametrize(
    ("kop", "cel", "raad"),
    [
        ("Kosten (€)", "geen", "typ 0, of laat de cel leeg als u het niet weet"),
        ("Inspanning (fte)", "n.v.t.", "typ 0"),
        ("Kosten (€)", -25000, "typ het zonder min, en zonder ,- erachter"),
        ("Kosten (€)", "weet niet", "laat de cel leeg"),
        ("Veiligheid", "☒", "bedoelde u «ja»?"),
    ],
)
def test_bij_wat_iemand_in_een_cel_typt_staat_wat_te_doen(
    tmp_path: Path, kop: str, cel: Any, raad: str
) -> None:
    assert fout_in_cel(tmp_path, "xlsx", kop, cel).suggestie.startswith(raad)
