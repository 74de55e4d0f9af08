"""A new year from what was decided, in every form of file: what goes along, and from where."""

from __future__ import annotations

import csv
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from bouwers_agenda import kopie_van_profiel, lees, maak_dossier, vervang
from bouwers_jaren import (
    codes_in,
    ga_verder,
    rij,
    schrijf_stand,
    stel_vast,
    vier_onderwerpen,
    zinnen_over,
)

from agenda.invoer.stand import lees_stand
from agenda.nieuw import maak_dossier as maak_leeg_dossier
from agenda.vervolgen import vervolg
from agenda.volgen import lees_voortgang, volg_agenda
from regels.melding import Invoerfout

pytestmark = pytest.mark.traag
THEMAS = Path("tests/profielen/bibliotheken-zilverkust")
VORMEN = ("yaml", "csv", "excel")


@pytest.fixture
def oud(tmp_path: Path) -> Path:
    map_ = maak_dossier(tmp_path / "2027", vier_onderwerpen())
    stel_vast(map_, "2027-02-01")
    return map_


def test_wat_klaar_of_gestopt_is_blijft_achter_en_de_rest_gaat_mee(oud: Path) -> None:
    schrijf_stand(oud, rij("een", "klaar"), rij("twee", "loopt"), rij("vier", "gestopt"))

    nieuw, gemaakt = ga_verder(oud)

    assert codes_in(nieuw) == ["drie", "twee"]
    assert gemaakt.overgang.achter == {"een": "klaar", "vier": "gestopt"}


def test_ook_wat_niet_is_toegelaten_gaat_mee(oud: Path) -> None:
    nieuw, _ = ga_verder(oud)

    assert codes_in(nieuw) == ["drie", "een", "twee", "vier"]


@pytest.mark.parametrize("vorm", VORMEN)
def test_elke_waarde_blijft_gelijk_in_hetzelfde_soort_bestand(tmp_path: Path, vorm: str) -> None:
    oud = maak_dossier(tmp_path / "2027", vier_onderwerpen(), vorm, gewichten={"veiligheid": 3})
    stel_vast(oud, "2027-02-01")
    schrijf_stand(oud, rij("vier", "klaar"))

    nieuw, gemaakt = ga_verder(oud)

    assert (
        lees(nieuw).dossier.onderwerpen
        == lees(
            maak_dossier(
                tmp_path / "verwacht",
                [
                    {**o, **({"afhankelijk_van": ["een"]} if o["code"] == "twee" else {})}
                    for o in vier_onderwerpen()
                    if o["code"] != "vier"
                ],
            )
        ).dossier.onderwerpen
    )
    assert gemaakt.bestand == next(pad.name for pad in oud.glob("onderwerpen.*"))
    assert lees(nieuw).dossier.instellingen.gewichten == {"veiligheid": 3}


def test_het_vorige_besluit_staat_er_als_pad_vanaf_de_nieuwe_map(oud: Path) -> None:
    nieuw, _ = ga_verder(oud)

    dossier = lees(nieuw).dossier

    assert dossier.instellingen.vorig_besluit == "../2027/besluiten/2027-02-01"
    assert dossier.vorige == ("een", "twee", "vier")
    assert (dossier.instellingen.jaar, dossier.instellingen.peildatum) == (2028, date(2028, 1, 1))


def test_dat_pad_klopt_ook_als_de_nieuwe_map_elders_staat(oud: Path, tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elders" / "diep", target_is_directory=True)
    (tmp_path / "elders" / "diep").mkdir()
    doel = tmp_path / "link" / "2028"

    vervolg(doel, 2028, oud / "besluiten" / "2027-02-01")

    assert lees(doel).dossier.vorige == ("een", "twee", "vier")


def test_is_er_sindsdien_niets_vastgesteld_dan_blijft_het_vorige_besluit_dat_van_toen(
    oud: Path,
) -> None:
    tussen, _ = ga_verder(oud)

    nieuw, gemaakt = ga_verder(tussen, 2029)

    assert gemaakt.vorig_besluit == "../2027/besluiten/2027-02-01"
    assert lees(nieuw).dossier.vorige == ("een", "twee", "vier")


def test_het_besluit_telt_en_wat_er_daarna_veranderde_wordt_gezegd(oud: Path) -> None:
    vervang(oud / "onderwerpen.yaml", "Titel van drie", "Een andere titel")

    nieuw, gemaakt = ga_verder(oud)

    assert "Een andere titel" not in (nieuw / "onderwerpen.yaml").read_text(encoding="utf-8")
    assert gemaakt.veranderd == ("onderwerpen.yaml",)


def test_wat_loopt_loopt_door_en_wat_is_doorgeschoven_begint_opnieuw(oud: Path) -> None:
    schrijf_stand(
        oud,
        rij("een", "loopt", op="2027-03-01"),
        rij("een", "loopt", op="2027-09-01", klaar_op="2027-12-01", volgende_stap="Verder"),
        rij("twee", "doorgeschoven", klaar_op="2027-10-01"),
    )
    nieuw, _ = ga_verder(oud)
    stel_vast(nieuw, "2028-02-01")

    stand = lees_voortgang(volg_agenda(nieuw)).agenda.stand

    assert {o.code: o.toestand for o in stand.onderwerpen} == {
        "een": "loopt",
        "twee": "niet-begonnen",
        "vier": "niet-begonnen",
    }
    een = stand.op_code["een"]
    assert (een.sinds, een.te_laat) == (date(2027, 9, 1), True)
    assert not stand.op_code["twee"].te_laat


def test_de_hele_rij_gaat_mee_ook_in_een_werkmap(tmp_path: Path) -> None:
    from agenda.volgen import maak_werkblad

    oud = maak_dossier(tmp_path / "2027", vier_onderwerpen(), "excel")
    stel_vast(oud, "2027-02-01")
    werkblad = maak_werkblad(volg_agenda(oud))
    boek = openpyxl.load_workbook(werkblad)
    koppen = {str(cel.value): cel.column for cel in boek["Stand"][4]}
    regel = {str(boek["Stand"].cell(r, 1).value): r for r in range(5, 9)}["een"]
    rij_ = {"Op": date(2027, 5, 1), "Toestand": "loopt", "Klaar op": date(2027, 8, 1)}
    rij_ |= {"Volgende stap": "Vragen", "Gemeente": "Tiel", "Functie": "adviseur", "Bron": "Nota"}
    for kop, waarde in rij_.items():
        boek["Stand"].cell(regel, koppen[kop], waarde)
    for kolom, waarde in enumerate(("een", date(2027, 5, 1), "Bellen", "PFO", None), start=1):
        boek["Acties"].cell(5, kolom, waarde)
    boek.save(werkblad)

    nieuw, _ = ga_verder(oud)

    titels = {o.code: o.titel for o in lees(nieuw).dossier.onderwerpen}
    was = lees_stand(oud, lees(oud).profiel, titels).feiten
    assert len(was) == 1
    assert was[0].acties
    assert lees_stand(nieuw, lees(nieuw).profiel, titels).feiten == was
    boek = openpyxl.load_workbook(nieuw / "stand.xlsx")
    assert [boek["Stand"].cell(r, 1).value for r in range(5, 9)] == [*titels]


def test_de_stand_van_wat_niet_op_de_nieuwe_agenda_kwam_houdt_niets_tegen(oud: Path) -> None:
    schrijf_stand(oud, rij("twee", "loopt", op="2027-09-01"))
    map_, _ = ga_verder(oud)
    voor, kop, na = (map_ / "onderwerpen.yaml").read_text(encoding="utf-8").partition("code: twee")
    na = na.replace("afstemming_nodig: ja", "afstemming_nodig: nee", 1)
    (map_ / "onderwerpen.yaml").write_text(voor + kop + na, encoding="utf-8")
    stel_vast(map_, "2028-02-01")
    later, _ = ga_verder(map_, 2029)
    stel_vast(later, "2029-02-01")

    for jaar in (map_, later):
        stand = lees_voortgang(volg_agenda(jaar)).agenda.stand
        assert "twee" not in stand.op_code
    schrijf_stand(later, rij("twee", "klaar", op="2029-03-01"))
    with pytest.raises(Invoerfout, match="een onderwerp dat is vastgesteld"):
        lees_voortgang(volg_agenda(later))


def test_een_tabel_met_paren_verliest_wat_niet_meegaat(tmp_path: Path) -> None:
    voorbeeld = Path("tests/profielen/dossiers/bibliotheken-2026")
    themas = Path("tests/profielen/bibliotheken-zilverkust")
    oud = tmp_path / "2026"
    shutil.copytree(voorbeeld, oud)
    was = lees(oud, themas).dossier
    weg = next(d.onderwerp for d in was.deelname if d.onderwerp)
    schrijf_stand(oud, rij(weg, "klaar"))

    nieuw, gemaakt = ga_verder(oud, 2028, themas)

    wordt = lees(nieuw, themas).dossier
    assert wordt.deelname == tuple(d for d in was.deelname if d.onderwerp != weg)
    assert wordt.leden == was.leden
    assert gemaakt.woorden.onderwerp.een == "activiteit"


def test_een_ouder_besluit_met_een_profiel_dat_niet_bij_het_programma_hoort(tmp_path: Path) -> None:
    eigen = kopie_van_profiel(tmp_path / "eigen")
    vervang(eigen / "regio.yaml", "code: nijmegen-rivierenland", "code: eigen-regio")
    oud = maak_dossier(tmp_path / "2027", vier_onderwerpen(), profiel="eigen-regio")
    besluit = stel_vast(oud, "2027-02-01", eigen)

    with pytest.raises(Invoerfout) as fout:
        ga_verder(besluit)
    (melding,) = fout.value.meldingen
    assert str(besluit / "profiel") in melding.suggestie

    nieuw, _ = ga_verder(besluit, themas=besluit / "profiel")
    assert codes_in(nieuw, eigen) == ["drie", "een", "twee", "vier"]


def test_vraagt_het_profiel_van_nu_iets_anders_dan_wordt_dat_gezegd(
    oud: Path, tmp_path: Path
) -> None:
    eigen = kopie_van_profiel(tmp_path / "eigen")
    for pad in eigen.glob("*.yaml"):
        tekst = pad.read_text(encoding="utf-8")
        pad.write_text(tekst.replace(": sluitend-netwerk", ": ander-thema"), encoding="utf-8")

    nieuw, gemaakt = ga_verder(oud, themas=eigen)

    assert not gemaakt.leesbaar
    with pytest.raises(Invoerfout, match="een thema"):
        lees(nieuw, eigen)


def test_een_jaar_moet_later_zijn_en_een_map_leeg(oud: Path, tmp_path: Path) -> None:
    with pytest.raises(Invoerfout, match="een dossier van vóór 2027"):
        vervolg(tmp_path / "weer", 2027, oud)
    with pytest.raises(Invoerfout, match="er is niets overschreven"):
        vervolg(oud, 2028, oud)
    (tmp_path / "half").mkdir()
    (tmp_path / "half" / "stand.yaml").write_text("van iemand", encoding="utf-8")
    schrijf_stand(oud, rij("een", "loopt"))
    with pytest.raises(Invoerfout, match=r"stand\.yaml"):
        vervolg(tmp_path / "half", 2028, oud)

    assert not (tmp_path / "weer").exists()
    assert [pad.name for pad in (tmp_path / "half").iterdir()] == ["stand.yaml"]


def bederf_stand(oud: Path) -> None:
    schrijf_stand(oud, rij("onbekend", "loopt"), rij("een", "bijna"))


def bederf_besluit(oud: Path) -> None:
    pad = oud / "besluiten" / "2027-02-01" / "invoer" / "onderwerpen.yaml"
    pad.chmod(0o644)
    pad.write_text(pad.read_text(encoding="utf-8") + "# erbij\n", encoding="utf-8")


def twee_standen(oud: Path) -> None:
    schrijf_stand(oud, rij("een", "loopt"))
    (oud / "stand.xlsx").write_bytes(b"")


@pytest.mark.parametrize("bederf", [bederf_stand, bederf_besluit, twee_standen])
def test_is_het_oude_jaar_niet_goed_dan_wordt_er_niets_geschreven(
    oud: Path, tmp_path: Path, bederf: Any
) -> None:
    bederf(oud)

    with pytest.raises(Invoerfout) as fout:
        ga_verder(oud)

    assert all(melding.plek.bestand for melding in fout.value.meldingen)
    assert not (tmp_path / "2028").exists()


def test_in_een_werkmap_staat_het_nakijken_bij_de_cel(tmp_path: Path) -> None:
    oud = maak_dossier(tmp_path / "2027", vier_onderwerpen(), "excel")
    schrijf_stand(oud, rij("een", "klaar"))

    nieuw, gemaakt = ga_verder(oud)

    blad = openpyxl.load_workbook(nieuw / "onderwerpen.xlsx")["Onderwerpen"]
    koppen = {str(cel.value): cel.column for cel in blad[4]}
    regels = {str(blad.cell(r, 1).value): r for r in range(5, 10)}
    notitie = blad.cell(regels["twee"], koppen["Afhankelijk van"]).comment
    assert notitie.text == "NAKIJKEN: «Titel van een» (een) is klaar, en is hier weggehaald"
    assert zinnen_over(gemaakt, "vereiste") == {
        "twee": ["«Titel van een» (een) is klaar, en is hier weggehaald"]
    }
    assert blad.cell(regels["drie"], koppen["Inspanning (fte)"]).value == 0.4
    assert len(blad.data_validations.dataValidation) > 5


def test_het_volgende_jaar_zijn_de_oude_opmerkingen_weg(oud: Path) -> None:
    eerst, _ = ga_verder(oud)

    nieuw, _ = ga_verder(eerst, 2029)

    tekst = (nieuw / "onderwerpen.yaml").read_text(encoding="utf-8")
    assert "dit was voor 2028" in tekst
    assert "dit was voor 2027" not in tekst
    assert (nieuw / "dossier.yaml").read_text(encoding="utf-8").count("vorig_besluit") == 1


def test_een_csv_met_paren_verliest_de_rijen_van_wat_klaar_is(tmp_path: Path) -> None:
    themas = Path("tests/profielen/bibliotheken-zilverkust")
    oud = tmp_path / "2026"
    shutil.copytree("tests/profielen/dossiers/bibliotheken-2026", oud)
    was = lees(oud, themas).dossier
    (oud / "deelname.yaml").unlink()
    veld = next(iter(was.deelname[0].feiten))
    kop = lees(oud, themas).profiel.veld[veld].kop
    woorden = lees(oud, themas).profiel.woorden
    weg, ander = (o.code for o in was.onderwerpen[:2])
    lid = lees(oud, themas).profiel.regio.leden[0].naam
    with (oud / "deelname.csv").open("w", encoding="utf-8", newline="") as bestand:
        csv.writer(bestand, delimiter=";").writerows(
            [[woorden.onderwerp.kop, woorden.lid.kop, kop], [weg, lid, "ja"], [ander, lid, "nee"]]
        )
    schrijf_stand(oud, rij(weg, "gestopt"))

    nieuw, _ = ga_verder(oud, 2028, themas)

    assert [d.onderwerp for d in lees(nieuw, themas).dossier.deelname] == [ander]


def _vul(pad: Path, blad: str, begin: int, *rijen: dict[str, Any]) -> None:
    """Type rows on a sheet of a template; a heading of its own gets a column at the end."""
    boek = openpyxl.load_workbook(pad)
    deel = boek[blad]
    koppen = {str(cel.value): cel.column for cel in deel[4] if cel.value}
    for nummer, rij_ in enumerate(rijen, start=begin):
        for kop, waarde in rij_.items():
            if kop not in koppen:
                koppen[kop] = max(koppen.values()) + 1
                deel.cell(4, koppen[kop], kop)
            cel = deel.cell(nummer, koppen[kop], waarde)
            if isinstance(waarde, str):
                cel.data_type = "s"  # also when it begins as a formula does
    boek.save(pad)


@pytest.fixture
def bibliotheken(tmp_path: Path) -> Path:
    """A workbook of the invented region in which something stands on every sheet."""
    map_ = tmp_path / "2026"
    maak_leeg_dossier(map_, 2026, THEMAS)
    pad = map_ / "onderwerpen.xlsx"
    rijen = [
        {
            "Code": "lezen",
            "Titel": "Lezen",
            "Rubriek": "leesplezier",
            "Ruimten": "een podium; tuin",
        },
        {"Code": "tuin", "Titel": "Tuin", "Rubriek": "leesplezier", "Ruimten": "geen"},
    ]
    rijen[0] |= {"Landelijk programma": "x", "Bezoekers": 1200, "Bron Bezoekers": "Telling"}
    rijen[0] |= {"Onderbouwing Landelijk programma": '=Zo; "is" het', "Foldertekst": "0012"}
    _vul(pad, "Onderwerpen", 6, *rijen)
    _vul(pad, "Leden", 5, {"Stoelen": 150, "Bron": "Inventaris"}, {"Stoelen": 0})
    lid = lees(map_, THEMAS).profiel.regio.leden[1].naam
    vestiging, activiteit = (
        str(cel.value) for cel in openpyxl.load_workbook(pad)["Deelname"][4][1::-1]
    )
    _vul(
        pad,
        "Deelname",
        5,
        {activiteit: "Lezen", vestiging: lid, "Geschoold": "ja", "Lezing Geschoold": "Wij."},
        {activiteit: "alle", vestiging: lid, "Geschoold": "nee"},
        {activiteit: "tuin", vestiging: "alle", "Geschoold": "onbekend"},
    )
    return map_


def test_ook_wat_op_de_andere_bladen_staat_gaat_mee(bibliotheken: Path) -> None:
    was = lees(bibliotheken, THEMAS).dossier
    assert (len(was.leden), len(was.deelname)) == (2, 2)
    assert was.onderwerpen[0].feiten["landelijk"].onderbouwing == '=Zo; "is" het'

    nieuw, gemaakt = ga_verder(bibliotheken, 2027, THEMAS)

    wordt = lees(nieuw, THEMAS).dossier
    assert (wordt.onderwerpen, wordt.leden, wordt.deelname) == (
        was.onderwerpen,
        was.leden,
        was.deelname,
    )
    assert gemaakt.zonder_kolom == ()


def test_een_blad_komt_er_niet_als_er_al_een_bestand_naast_staat(bibliotheken: Path) -> None:
    pad = bibliotheken / "onderwerpen.xlsx"
    boek = openpyxl.load_workbook(pad)
    boek.remove(boek["Leden"])
    boek.save(pad)
    (bibliotheken / "leden.yaml").write_text("leden: [{lid: duinhuis, stoelen: 3}]\n")

    nieuw, gemaakt = ga_verder(bibliotheken, 2027, THEMAS)

    assert gemaakt.leesbaar
    assert lees(nieuw, THEMAS).dossier.leden == lees(bibliotheken, THEMAS).dossier.leden


def test_voorkeuren_en_grenzen_op_de_bladen_gaan_mee(tmp_path: Path) -> None:
    oud = tmp_path / "2027"
    maak_leeg_dossier(oud, 2027, None)
    pad = oud / "onderwerpen.xlsx"
    _vul(pad, "Onderwerpen", 6, {"Code": "een", "Titel": "Eén", "Thema": "Wonen"})
    _vul(pad, "Voorkeuren", 6, {"Veiligheid": 1, "Wetswijziging": 2, "Wal en schip": 2})
    _vul(pad, "Grenzen", 5, {"Minstens (%)": 10, "Hoogstens (%)": 40})
    was = lees(oud).dossier.instellingen
    assert was.voorkeuren
    assert was.gewichtsgrenzen

    nieuw, _ = ga_verder(oud)

    wordt = lees(nieuw).dossier.instellingen
    assert (wordt.voorkeuren, wordt.gewichtsgrenzen) == (was.voorkeuren, was.gewichtsgrenzen)


def test_wat_het_profiel_van_nu_niet_meer_vraagt_wordt_genoemd(
    bibliotheken: Path, tmp_path: Path
) -> None:
    anders = tmp_path / "anders"
    shutil.copytree(THEMAS, anders)
    velden = (anders / "velden.yaml").read_text(encoding="utf-8")
    voor, kop, na = velden.partition("  - code: folder\n")
    na = na.partition("  - code: stoelen\n")[2]
    (anders / "velden.yaml").write_text(f"{voor}  - code: stoelen\n{na}", encoding="utf-8")
    assert kop
    stel_vast(bibliotheken, "2026-02-01", THEMAS)

    _, gemaakt = ga_verder(bibliotheken, 2027, anders)

    assert gemaakt.zonder_kolom == ("folder",)


def test_werkgroepen_en_dekking_gaan_mee_zonder_wat_achterblijft(oud: Path) -> None:
    tekst = """\
werkgroepen:
  # de enige
  - code: ggz
    naam: Wijk-GGZ
    onderwerpen: [een, Titel van twee]   # nog te bespreken
    zetels: [{gemeente: Tiel, functie: adviseur}]
"""
    (oud / "werkgroepen.yaml").write_text(tekst, encoding="utf-8")
    schrijf_stand(oud, rij("een", "klaar"))

    nieuw, gemaakt = ga_verder(oud)

    geschreven = (nieuw / "werkgroepen.yaml").read_text(encoding="utf-8")
    assert geschreven == tekst.replace("[een, Titel van twee]", '["Titel van twee"]')
    assert gemaakt.herschreven == ()
    stel_vast(nieuw, "2028-02-01")
    (groep,) = lees_voortgang(volg_agenda(nieuw)).agenda.gemeld.groepen or ()
    assert groep.onderwerpen == ("twee",)


def test_een_fout_in_de_werkgroepen_houdt_het_nieuwe_jaar_tegen(oud: Path) -> None:
    (oud / "werkgroepen.yaml").write_text("werkgroepen: [{code: ggz}]\n", encoding="utf-8")

    with pytest.raises(Invoerfout, match=r"werkgroepen\.yaml"):
        ga_verder(oud)
