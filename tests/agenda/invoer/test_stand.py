"""`stand.yaml` and `stand.xlsx`: what people mean is understood, every fault has its place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from bouwers_agenda import als_yaml, meegeleverd
from hypothesis import given
from hypothesis import strategies as st

from agenda.invoer.dagtekst import dag_in
from agenda.invoer.sjabloon import maak_werkmap
from agenda.invoer.stand import lees_stand
from agenda.invoer.standblad import standbladen
from agenda.voortgang.standfeit import NAMEN, Actie, Uitvoerder
from regels.melding import Invoerfout

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.voortgang.standfeit import Standfeit

TITELS = {"een": "Het eerste onderwerp", "twee": "Het tweede onderwerp"}


def lees(map_: Path, *rijen: Any) -> tuple[Standfeit, ...]:
    """What `stand.yaml` with these rows says."""
    if rijen:
        (map_ / "stand.yaml").write_text(als_yaml({"stand": [*rijen]}), encoding="utf-8")
    return lees_stand(map_, meegeleverd()[0], TITELS).feiten


def fouten(map_: Path, tekst: str) -> list[str]:
    """Every finding in `stand.yaml` with this text."""
    (map_ / "stand.yaml").write_text(tekst, encoding="utf-8")
    with pytest.raises(Invoerfout) as fout:
        lees_stand(map_, meegeleverd()[0], TITELS)
    return [str(melding) for melding in fout.value.meldingen]


def werkmap(map_: Path) -> openpyxl.Workbook:
    """The workbook as the program hands it out."""
    onderwerpen = [*TITELS.items()]
    bladen = standbladen(meegeleverd()[0], onderwerpen, "Stand", date(2027, 3, 1))
    (map_ / "stand.xlsx").write_bytes(maak_werkmap(2027, bladen))
    return openpyxl.load_workbook(map_ / "stand.xlsx")


def test_zonder_bestand_is_er_niets_gemeld(tmp_path: Path) -> None:
    assert lees(tmp_path) == ()


@pytest.mark.parametrize("tekst", ["stand:\n", "stand: []\n"])
def test_een_leeg_bestand_zegt_niets(tmp_path: Path, tekst: str) -> None:
    (tmp_path / "stand.yaml").write_text(tekst, encoding="utf-8")
    assert lees(tmp_path) == ()


def test_namen_en_gewone_datums_worden_begrepen(tmp_path: Path) -> None:
    (rij,) = lees(
        tmp_path,
        {
            "onderwerp": "Het eerste onderwerp",
            "op": "1 april 2027",
            "toestand": "Bezig",
            "klaar_op": "1-9-2027",
            "wie": {"gemeente": "tiel", "functie": "beleidsadviseur"},
            "acties": [{"wat": "Schrijven", "gremium": "Regionale werkgroep", "voor": "1-5-2027"}],
        },
    )
    assert (rij.onderwerp, rij.op, rij.toestand) == ("een", date(2027, 4, 1), "loopt")
    assert rij.klaar_op == date(2027, 9, 1)
    assert rij.wie == Uitvoerder(gemeente="GM0281", functie="beleidsadviseur")
    assert rij.acties == (
        Actie(wat="Schrijven", gremium="regionale-werkgroep", voor=date(2027, 5, 1)),
    )


@pytest.mark.parametrize(
    ("naam", "code"), [(naam, code) for code, namen in NAMEN.items() for naam in namen]
)
def test_elke_naam_van_een_toestand_wordt_begrepen(tmp_path: Path, naam: str, code: str) -> None:
    (rij,) = lees(tmp_path, {"onderwerp": "een", "op": date(2027, 4, 1), "toestand": naam.upper()})
    assert rij.toestand == code


def test_alle_fouten_staan_er_in_een_keer_met_hun_plek(tmp_path: Path) -> None:
    gevonden = fouten(
        tmp_path,
        """\
stand:
  - {onderwerp: eeen, op: 2027-04-01, toestand: loopt}
  - {onderwerp: een, op: 2027-13-01, toestand: lopt, wie: {gemeente: Teil}}
  - {onderwerp: een, op: 2027-04-01, toestand: loopt, klar_op: 2027-05-01}
  - {onderwerp: twee, op: 2027-04-01, toestand: loopt, acties: [{gremium: kerntaem}]}
  - iets
""",
    )
    assert [regel.partition("; verwacht")[0] for regel in gevonden] == [
        "stand.yaml:2:6: onderwerp: gevonden «eeen»",
        "stand.yaml:3:22: op: gevonden «2027-13-01»",
        "stand.yaml:3:38: toestand: gevonden «lopt»",
        "stand.yaml:3:60: gemeente: gevonden «Teil»",
        "stand.yaml:4:55: gevonden onbekend veld «klar_op»",
        "stand.yaml:5:65: acties.1.wat: gevonden niets",
        "stand.yaml:5:66: gremium: gevonden «kerntaem»",
        "stand.yaml:6:5: gevonden «iets»",
    ]
    hulp = [regel for regel in gevonden if "bedoelde u" in regel]
    assert len(hulp) == 5


def test_twee_rijen_van_een_onderwerp_op_een_dag_zijn_een_fout(tmp_path: Path) -> None:
    (melding,) = fouten(
        tmp_path,
        """\
stand:
  - {onderwerp: een, op: 2027-04-01, toestand: loopt}
  - {onderwerp: Het eerste onderwerp, op: 1-4-2027, toestand: klaar}
""",
    )
    assert melding.startswith("stand.yaml:3:39: op: gevonden «een» voor de tweede keer")
    assert "stand.yaml:2:5" in melding


def test_een_tweede_bestand_ernaast_is_een_fout_die_beide_noemt(tmp_path: Path) -> None:
    werkmap(tmp_path)
    (melding,) = fouten(tmp_path, "stand: []\n")
    assert melding.startswith("stand.xlsx")
    assert "stand.yaml" in melding


@pytest.mark.parametrize("tekst", ["[]", "stand: 3", "anders: []", "stand: []\nmeer: 1", "3"])
def test_een_bestand_met_een_andere_vorm_wordt_geweigerd(tmp_path: Path, tekst: str) -> None:
    (melding,) = fouten(tmp_path, tekst)
    assert melding.startswith("stand.yaml")


def test_wat_naast_de_lijst_staat_verbergt_de_fouten_in_de_rijen_niet(tmp_path: Path) -> None:
    tekst = "stand:\n- {onderwerp: een, op: 2027-04-01, toestand: vaag}\nacties: []\n"

    fout_in_rij, fout_ernaast = sorted(fouten(tmp_path, tekst))

    assert fout_in_rij.startswith("stand.yaml:2:")
    assert "«vaag»" in fout_in_rij
    assert (
        fout_ernaast == "stand.yaml:3:1: gevonden onbekend veld «acties»; verwacht alleen «stand»"
    )


def test_een_ander_besluit_mag_een_onderwerp_hebben_dat_dit_besluit_niet_heeft(
    tmp_path: Path,
) -> None:
    (tmp_path / "stand.yaml").write_text(
        "stand: [{onderwerp: ooit, op: 2027-04-01, toestand: loopt}]", encoding="utf-8"
    )
    assert len(lees_stand(tmp_path, meegeleverd()[0], TITELS, {"ooit"}).feiten) == 1


def test_de_werkmap_zoals_zij_is_uitgedeeld_zegt_niets(tmp_path: Path) -> None:
    werkmap(tmp_path)
    assert lees(tmp_path) == ()


def test_de_ingevulde_werkmap_zegt_hetzelfde_als_yaml(tmp_path: Path) -> None:
    boek = werkmap(tmp_path)
    stand, acties = boek["Stand"], boek["Acties"]
    dag = date(2027, 4, 1)
    vul = {"C": dag, "D": "loopt", "E": "1-9-2027", "F": "Verder", "G": "Tiel", "H": "adviseur"}
    for kolom, waarde in {**vul, "I": "Uitleg", "J": "Verslag"}.items():
        stand[f"{kolom}5"] = waarde
    stand["A7"], stand["C7"], stand["D7"] = "een", date(2027, 6, 1), "Klaar"
    for rij, wat in ((5, "Schrijven"), (6, "Lezen")):
        acties[f"A{rij}"], acties[f"B{rij}"], acties[f"C{rij}"] = "een", dag, wat
    acties["D5"], acties["E5"] = "Kernteam", date(2027, 5, 1)
    boek.save(tmp_path / "stand.xlsx")
    uit_excel = lees(tmp_path)
    (tmp_path / "stand.xlsx").unlink()

    eerste = {
        "onderwerp": "een",
        "op": dag,
        "toestand": "loopt",
        "klaar_op": date(2027, 9, 1),
        "volgende_stap": "Verder",
        "wie": {"gemeente": "Tiel", "functie": "adviseur"},
        "acties": [
            {"wat": "Schrijven", "gremium": "kernteam", "voor": date(2027, 5, 1)},
            {"wat": "Lezen"},
        ],
        "toelichting": "Uitleg",
        "bron": "Verslag",
    }
    tweede = {"onderwerp": "een", "op": date(2027, 6, 1), "toestand": "klaar"}
    assert uit_excel == lees(tmp_path, eerste, tweede)


def test_fouten_in_de_werkmap_staan_bij_hun_cel(tmp_path: Path) -> None:
    boek = werkmap(tmp_path)
    stand, acties = boek["Stand"], boek["Acties"]
    stand["C5"], stand["D5"], stand["G5"] = "morgen", "loopt", "Teil"
    stand["C6"] = date(2027, 4, 1)
    acties["A5"], acties["B5"], acties["C5"] = "een", date(2027, 4, 2), "Schrijven"
    boek.save(tmp_path / "stand.xlsx")

    with pytest.raises(Invoerfout) as fout:
        lees(tmp_path)
    plekken = [str(melding.plek) for melding in fout.value.meldingen]
    assert plekken == [
        "stand.xlsx!Acties!B5",
        "stand.xlsx!Stand!C5",
        "stand.xlsx!Stand!G5",
        "stand.xlsx!Stand!D6",
    ]


def test_tekst_over_een_persoon_krijgt_een_waarschuwing_bij_haar_plek(tmp_path: Path) -> None:
    (tmp_path / "stand.yaml").write_text(
        """\
stand:
  - onderwerp: een
    op: 2027-04-01
    toestand: loopt
    wie: {gemeente: Tiel, functie: bel 06-12345678}
    acties: [{wat: mail j.jansen@voorbeeld.nl}]
""",
        encoding="utf-8",
    )
    opmerkingen = lees_stand(tmp_path, meegeleverd()[0], TITELS).opmerkingen
    assert [str(melding.plek) for melding in opmerkingen] == ["stand.yaml:5:27", "stand.yaml:6:15"]
    assert not any("jansen" in str(melding) for melding in opmerkingen)


@given(dag=st.dates(date(1000, 1, 1), date(9999, 12, 31)))
def test_een_dag_in_woorden_of_cijfers_wordt_herkend(dag: date) -> None:
    maanden = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
    woorden = f"{dag.day} {maanden[dag.month - 1]}. {dag.year}"
    vormen = (woorden, f"{dag.day}-{dag.month}-{dag.year}", f"{dag.day}/{dag.month:02}/{dag.year}")

    assert {dag_in(vorm) for vorm in (*vormen, dag.isoformat())} == {dag}


@given(tekst=st.text(max_size=30))
def test_andere_tekst_is_geen_dag_en_geen_ongeluk(tekst: str) -> None:
    assert dag_in(tekst) is None or any(teken.isdigit() for teken in tekst)
