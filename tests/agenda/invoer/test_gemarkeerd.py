"""The copy of a workbook in which every finding stands at its cell."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import openpyxl
from bouwers_agenda import dossier_met, werkmap

from agenda.controleren import controleer_dossier, schrijf_gemarkeerd
from agenda.invoer.gemarkeerd import markeer

if TYPE_CHECKING:
    from pathlib import Path

KOP = ["Code", "Titel", "Thema", "Veiligheid"]


def gemarkeerd(map_: Path, boek: openpyxl.Workbook) -> openpyxl.Workbook:
    """The marked copy of this workbook, read back."""
    pad = dossier_met(map_, boek) / "onderwerpen.xlsx"
    controle = controleer_dossier(map_)
    eerst = markeer(pad.read_bytes(), controle.fouten, controle.waarschuwingen)
    assert markeer(pad.read_bytes(), controle.fouten, controle.waarschuwingen) == eerst
    return openpyxl.load_workbook(io.BytesIO(eerst))


def test_een_fout_staat_met_kleur_rand_en_notitie_bij_haar_cel(tmp_path: Path) -> None:
    boek = gemarkeerd(tmp_path, werkmap(KOP, ["a1", "=1+1;", "wone", "ja"], ["a2", "B", "wonen"]))

    cel = boek["Onderwerpen"]["C2"]
    assert cel.comment is not None
    assert cel.comment.text.startswith("FOUT: «wone»; verwacht een thema")
    assert (cel.fill.fgColor.rgb[-6:], cel.border.left.style) == ("FFC7CE", "thick")
    assert boek["Onderwerpen"]["C3"].comment is None


def test_een_waarschuwing_heeft_een_andere_kleur_en_een_andere_rand(tmp_path: Path) -> None:
    cel = gemarkeerd(tmp_path, werkmap(KOP, ["a1", "A", "wonen", "ja"]))["Onderwerpen"]["D2"]

    assert cel.comment is not None
    assert cel.comment.text.startswith("WAARSCHUWING: ")
    assert (cel.fill.fgColor.rgb[-6:], cel.border.left.style) == ("FFEB9C", "dashed")


def test_het_eerste_blad_noemt_alles_met_een_verwijzing_naar_de_cel(tmp_path: Path) -> None:
    boek = werkmap(KOP, ["a1", "A", "wone"])
    map_ = dossier_met(tmp_path, boek)
    (map_ / "dossier.yaml").write_text("jaar: veel\n", encoding="utf-8")
    controle = controleer_dossier(map_)
    inhoud = markeer((map_ / "onderwerpen.xlsx").read_bytes(), controle.fouten, ())

    blad = openpyxl.load_workbook(io.BytesIO(inhoud)).worksheets[0]

    rijen = [[cel.value for cel in rij[:5]] for rij in blad.iter_rows(min_row=5)]
    assert blad.title == "Bevindingen"
    assert rijen == [
        ["fout", None, "dossier.yaml:1:1", "jaar", "«veel»"],
        ["fout", "a1", "C2", "Thema", "«wone»"],
    ]
    assert [blad.cell(rij, 3).hyperlink is not None for rij in (5, 6)] == [False, True]
    assert blad["C6"].hyperlink.location == "'Onderwerpen'!C2"


def test_wat_iemand_typte_wordt_in_de_lijst_geen_formule(tmp_path: Path) -> None:
    boek = werkmap(KOP, ["=1+1", "A", "wonen"])
    assert boek.active is not None
    boek.active["A2"].data_type = "s"

    blad = gemarkeerd(tmp_path, boek)["Bevindingen"]

    assert not any(cel.data_type == "f" for rij in blad.iter_rows() for cel in rij)


def test_een_opmerking_die_er_al_stond_blijft_staan(tmp_path: Path) -> None:
    boek = werkmap(KOP, ["a1", "A", "wone"])
    assert boek.active is not None
    boek.active["C2"].comment = openpyxl.comments.Comment("Nog vragen aan Els", "Jan")

    notitie = gemarkeerd(tmp_path, boek)["Onderwerpen"]["C2"].comment

    assert notitie is not None
    assert notitie.text.endswith("Nog vragen aan Els")


def test_een_samengevoegde_cel_wordt_gemarkeerd(tmp_path: Path) -> None:
    boek = werkmap(KOP, ["a1", "A", "wonen"], ["a2", "B", None])
    assert boek.active is not None
    boek.active.merge_cells("C2:C3")

    assert gemarkeerd(tmp_path, boek)["Onderwerpen"]["C2"].comment is not None


def test_de_gemarkeerde_kopie_is_zelf_weer_te_lezen(tmp_path: Path) -> None:
    map_ = dossier_met(tmp_path / "a", werkmap(KOP, ["a1", "A", "wone"]))
    eerst = controleer_dossier(map_)
    (kopie := tmp_path / "b").mkdir()
    (kopie / "dossier.yaml").write_text("jaar: 2027\n", encoding="utf-8")

    assert schrijf_gemarkeerd(map_ / "onderwerpen.xlsx", eerst, kopie / "gemarkeerd.xlsx")
    (kopie / "gemarkeerd.xlsx").rename(kopie / "onderwerpen.xlsx")

    assert controleer_dossier(kopie).fouten == eerst.fouten


def test_wie_in_de_kopie_verdergaat_ziet_daarna_alleen_wat_er_nog_is(tmp_path: Path) -> None:
    boek = werkmap(KOP, ["a1", "A", "wone", "ja"], ["a2", "B", "woone"], ["a3", "C", "wonen"])
    assert boek.active is not None
    boek.active["C2"].comment = openpyxl.comments.Comment("Nog vragen aan Els", "Jan")
    kopie = gemarkeerd(tmp_path, boek)
    kopie["Onderwerpen"]["C2"] = "wonen"

    blad = gemarkeerd(tmp_path, kopie)["Onderwerpen"]

    assert blad.parent.sheetnames == ["Bevindingen", "Onderwerpen"]
    assert (blad["C2"].fill.fill_type, blad["C2"].border.left) == (None, None)
    assert blad["C2"].comment.text == "Nog vragen aan Els"
    assert blad["C3"].comment.text.count("FOUT") == 1


def test_zonder_bevinding_is_de_kopie_weer_schoon(tmp_path: Path) -> None:
    kopie = gemarkeerd(tmp_path, werkmap(KOP, ["a1", "A", "wone"]))
    kopie["Onderwerpen"]["C2"] = "wonen"
    del kopie["Bevindingen"]  # thrown away by hand

    boek = gemarkeerd(tmp_path, kopie)

    assert boek["Onderwerpen"]["C2"].comment is None
    assert boek["Onderwerpen"]["C2"].fill.fill_type is None
    assert boek["Bevindingen"]["A1"].value == "Wat de controle vond: niets"


def test_een_eigen_kleur_en_een_eigen_blad_bevindingen_blijven(tmp_path: Path) -> None:
    boek = werkmap(KOP, ["a1", "A", "wonen"])
    boek.create_sheet("Bevindingen")["A1"] = "Van de werkgroep"
    assert boek.active is not None
    boek.active["C2"].fill = openpyxl.styles.PatternFill("solid", fgColor="FFC7CE")

    kopie = gemarkeerd(tmp_path, boek)

    assert kopie["Bevindingen"]["A1"].value == "Van de werkgroep"
    assert kopie["Onderwerpen"]["C2"].fill.fgColor.rgb[-6:] == "FFC7CE"


def test_elke_notitie_staat_bij_haar_cel_en_is_zo_groot_als_haar_tekst(tmp_path: Path) -> None:
    """openpyxl puts every note at the top left, and forgets how large it was."""
    boek = werkmap(KOP, ["a1", "A", "wone"])
    assert boek.active is not None
    boek.active["A1"].comment = openpyxl.comments.Comment("Uitleg. " * 80, "Agenda")
    pad = dossier_met(tmp_path, boek) / "onderwerpen.xlsx"
    inhoud = markeer(pad.read_bytes(), controleer_dossier(tmp_path).fouten, ())

    with zipfile.ZipFile(io.BytesIO(inhoud)) as delen:
        (vml,) = (delen.read(naam).decode() for naam in delen.namelist() if naam.endswith(".vml"))

    plekken = [list(map(int, p.split(","))) for p in re.findall("Anchor>([0-9, ]+)<", vml)]
    assert [(p[0], p[2]) for p in plekken] == [(1, 0), (3, 1)]  # beside A1 and C2
    hoogtes = [p[6] - p[2] for p in plekken]
    assert hoogtes[0] > 12 > hoogtes[1] > 2
