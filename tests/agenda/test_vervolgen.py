"""A new year from an old one: what goes along, what stays behind, and what is said of it."""

from __future__ import annotations

import csv
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from bouwers_agenda import kopie_van_profiel, lees, maak_dossier, maak_onderwerp, vervang
from bouwers_jaren import codes_in, ga_verder, rij, schrijf_stand, stel_vast, zinnen_over

from agenda.invoer.stand import lees_stand
from agenda.vervolgen import vervolg
from agenda.volgen import lees_voortgang, volg_agenda
from regels.melding import Invoerfout

if TYPE_CHECKING:
    from bouwers_agenda import Rauw

pytestmark = pytest.mark.traag
VORMEN = ("yaml", "csv", "excel")
TAG = {"waarde": "ja", "onderbouwing": "Zo is het.", "bron": "Verslag 2026", "lezing": "Vrij."}


def onderwerpen() -> list[Rauw]:
    return [
        maak_onderwerp("een", criteria={"veiligheid": TAG}, kosten_euro=50000),
        maak_onderwerp("twee", afhankelijk_van=["een", "vier"]),
        maak_onderwerp("drie", regios=["rivierenland"], inspanning_fte=Decimal("0.4")),
        maak_onderwerp("vier", toelichting="Regel één.\n\n# geen opmerking: - echt"),
    ]


@pytest.fixture
def oud(tmp_path: Path) -> Path:
    map_ = maak_dossier(tmp_path / "2027", onderwerpen())
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
    oud = maak_dossier(tmp_path / "2027", onderwerpen(), vorm, gewichten={"veiligheid": 3})
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
                    for o in onderwerpen()
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


def test_zonder_besluit_gaat_alles_mee_en_is_er_geen_vorig_besluit(tmp_path: Path) -> None:
    nieuw, gemaakt = ga_verder(maak_dossier(tmp_path / "2027", onderwerpen()))

    assert codes_in(nieuw) == ["drie", "een", "twee", "vier"]
    assert (gemaakt.vorig_besluit, gemaakt.besluit) == (None, None)


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


def test_de_opmerkingen_van_wie_het_schreef_blijven(tmp_path: Path) -> None:
    oud = maak_dossier(tmp_path / "2027")
    tekst = """\
# Van de werkgroep.
onderwerpen:

  # Deel 1

  - code: een   # de eerste
    titel: Eén
    thema: wonen
    # nakijken: van een jaar eerder
    toelichting: |
      # dit is tekst

      en dit ook

  # Deel 2: nog te bespreken

  - code: twee
    titel: Twee
    thema: wonen
    # let op: dit wacht
    afhankelijk_van:
      - een   # al bezig
      - drie
  - {code: drie, titel: Drie, thema: wonen, afhankelijk_van: [een]}

  # Einde
"""
    (oud / "onderwerpen.yaml").write_text(tekst, encoding="utf-8")
    schrijf_stand(oud, rij("een", "klaar"))

    nieuw, gemaakt = ga_verder(oud)

    geschreven = (nieuw / "onderwerpen.yaml").read_text(encoding="utf-8")
    zonder = [r for r in geschreven.splitlines() if "# nakijken: " not in r]
    assert (
        "\n".join(zonder)
        == """\
# Van de werkgroep.
onderwerpen:

  # Deel 1

  # Deel 2: nog te bespreken

  - code: twee
    titel: Twee
    thema: wonen
    # let op: dit wacht
    afhankelijk_van:
      - drie
  - {code: drie, titel: Drie, thema: wonen, afhankelijk_van: []}

  # Einde"""
    )
    assert "van een jaar eerder" not in geschreven
    assert gemaakt.herschreven == ()


@pytest.mark.parametrize(
    "tekst",
    [
        "onderwerpen: [{code: een, titel: A, thema: wonen}, {code: twee, titel: B, thema: wonen}]",
        (
            '{"onderwerpen": [\n{"code": "een", "titel": "A", "thema": "wonen"},\n'
            '{"code": "twee", "titel": "B", "thema": "wonen",\n'
            '"inspanning_per": {"Druten": 0.1}}\n]}'
        ),
        (
            "onderwerpen:\n-\n  code: een\n  titel: A\n  thema: wonen\n-\n  code: twee\n"
            "  titel: B\n  thema: wonen\n"
        ),
        (
            "onderwerpen:\r\n- code: een\r\n  titel: A\r\n  thema: wonen\r\n- code: twee\r\n"
            "  titel: B\r\n  thema: wonen"
        ),
        (
            "onderwerpen:\n- {code: een, titel: A, thema: wonen}\n"
            '- {toelichting: "B\n\n    # C", code: twee,\n'
            "   titel: B, kosten_euro: 3, thema: wonen}\n"
        ),
    ],
)
def test_hoe_de_yaml_ook_is_geschreven_de_waarden_gaan_mee(tmp_path: Path, tekst: str) -> None:
    oud = maak_dossier(tmp_path / "2027")
    (oud / "onderwerpen.yaml").write_bytes(tekst.encode())
    schrijf_stand(oud, rij("een", "gestopt"))

    nieuw, _ = ga_verder(oud)

    (twee,) = lees(nieuw).dossier.onderwerpen
    assert twee == lees(oud).dossier.onderwerpen[1]


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

    oud = maak_dossier(tmp_path / "2027", onderwerpen(), "excel")
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


def test_wat_van_het_jaar_is_blijft_daar_en_dat_wordt_gezegd(tmp_path: Path) -> None:
    oud = maak_dossier(tmp_path / "2027", onderwerpen(), capaciteit=Decimal("2.6"))
    (oud / "kalender.yaml").write_text(
        "onderwerpen_per_vergadering: {college: 4}\n", encoding="utf-8"
    )
    shutil.copy("voorbeelden/regiobegroting-2022/begroting.yaml", oud)
    (oud / "voorkeuren.yaml").write_text("voorkeuren: {Druten: [veiligheid]}\n", encoding="utf-8")
    (oud / "register.yaml").write_text("archief: {archiefvormer: VERZONNEN}\n", encoding="utf-8")
    (oud / "oordelen.yaml").write_text(
        "oordelen: [{onderwerp: een, gemeente: Druten, criterium: veiligheid, waarde: ja}]\n",
        encoding="utf-8",
    )

    nieuw, gemaakt = ga_verder(oud)

    mee = {"dossier.yaml", "onderwerpen.yaml", "voorkeuren.yaml", "register.yaml"}
    assert {pad.name for pad in nieuw.iterdir()} == mee
    assert gemaakt.achtergelaten == ("oordelen.yaml", "kalender.yaml", "begroting.yaml")
    tekst = (nieuw / "dossier.yaml").read_text(encoding="utf-8")
    assert "# nakijken: dit was voor 2027\ncapaciteit: 2.6" in tekst
    assert lees(nieuw).dossier.onderwerpen[1].criteria["veiligheid"].onderbouwing == "Zo is het."


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
    oud = maak_dossier(tmp_path / "2027", onderwerpen(), profiel="eigen-regio")
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
    vervang(eigen / "themas.yaml", "code: sluitend-netwerk", "code: ander-thema")
    pad = eigen / "voorstellen.yaml"
    tekst = pad.read_text(encoding="utf-8")
    pad.write_text(tekst.replace(": sluitend-netwerk", ": ander-thema"), encoding="utf-8")

    nieuw, gemaakt = ga_verder(oud, themas=eigen)

    assert not gemaakt.leesbaar
    with pytest.raises(Invoerfout, match="een thema"):
        lees(nieuw, eigen)


def test_een_csv_houdt_elke_andere_rij_zoals_zij_was(tmp_path: Path) -> None:
    oud = maak_dossier(tmp_path / "2027")
    (oud / "onderwerpen.yaml").unlink()
    tekst = (
        "\ufeffOnze lijst;;\r\nCode;Titel;Thema;Afhankelijk van\r\n"
        'een;"Eén; of ""meer""\r\nregels";wonen;\r\n\r\ntwee;Twee;wonen;een; drie\r\n'
        "drie; Drie ;Wonen;een"
    ).replace("een; drie", '"een; drie"')
    (oud / "onderwerpen.csv").write_bytes(tekst.encode())
    schrijf_stand(oud, rij("een", "klaar"))

    nieuw, _ = ga_verder(oud)

    assert (nieuw / "onderwerpen.csv").read_bytes().decode() == (
        "\ufeffOnze lijst;;\r\nCode;Titel;Thema;Afhankelijk van\r\n"
        "\r\ntwee;Twee;wonen;drie\r\ndrie; Drie ;Wonen;geen"
    )


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


def test_zonder_besluit_moet_het_dossier_zelf_goed_zijn(tmp_path: Path) -> None:
    oud = maak_dossier(tmp_path / "2027", onderwerpen())
    (oud / "onderwerpen.csv").write_text("Code;Titel;Thema\n", encoding="utf-8")

    with pytest.raises(Invoerfout, match="precies één van"):
        ga_verder(oud)
    with pytest.raises(Invoerfout, match="een map met een dossier"):
        ga_verder(tmp_path / "er-niet")


def test_in_een_werkmap_staat_het_nakijken_bij_de_cel(tmp_path: Path) -> None:
    oud = maak_dossier(tmp_path / "2027", onderwerpen(), "excel")
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


def test_de_werkmap_van_een_gemeente_met_eigen_bladen_noemt_ze(tmp_path: Path) -> None:
    oud = maak_dossier(tmp_path / "2027", onderwerpen(), "excel")
    boek = openpyxl.load_workbook(oud / "onderwerpen.xlsx")
    boek.create_sheet("Mijn notities")
    boek.save(oud / "onderwerpen.xlsx")

    _, gemaakt = ga_verder(oud)

    assert gemaakt.bladen == ("Mijn notities",)


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
