"""The calendar of a dossier: what people fixed, the mix, guests, and moments that are late."""

from __future__ import annotations

import sys
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from bouwers_agenda import als_yaml, fout_van, fouten_van, lees, maak_dossier, maak_onderwerp

from agenda.jaar.jaarkalender import GeenKalender, Jaarkalender, maak_jaarkalender
from agenda.jaar.momenten import momenten_op
from agenda.jaar.ongebruikt import ongebruikte_afspraken
from agenda.jaar.vergadering import zoek_vergadering
from agenda.jaar.vrij import _dagen, _nederland
from agenda.kennis.jaar import Moment
from agenda.onderwerp.kalender import Tijd
from agenda.rangorde.herkomst import herkomst_van
from agenda.rangorde.prioritering import prioriteer
from agenda.stuk.kalender import kalender_hoofdstuk
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.weergave.jaar.kalender import toon_kalender
from agenda.weergave.ontbreekt import ontbreekt_zin
from regels.model import Bron

VOORBEELDEN = Path(__file__).parents[3] / "voorbeelden"
WERKGROEP = "regionale-werkgroep"


def kalender_uit(map_: Path) -> Jaarkalender:
    gelezen = lees(map_)
    return maak_jaarkalender(
        Jaaragenda(prioriteer(gelezen.dossier, gelezen.profiel, gelezen.regelset))
    )


def dossier_met(map_: Path, afspraken: dict[str, Any] | str = "", **velden: Any) -> Path:
    """Three topics, and a calendar file with these agreements."""
    onderwerpen = [maak_onderwerp(code, **velden) for code in ("aa", "bb", "cc")]
    maak_dossier(map_, onderwerpen)
    tekst = afspraken if isinstance(afspraken, str) else als_yaml(afspraken)
    if tekst:
        (map_ / "kalender.yaml").write_text(tekst, encoding="utf-8")
    return map_


def test_een_onderwerp_gaat_in_de_volgorde_van_zijn_route(tmp_path: Path) -> None:
    jaarkalender = kalender_uit(dossier_met(tmp_path, kosten_euro=0, bevoegdheid="college"))
    langs = [p for p in jaarkalender.spreiding.punten if p.onderwerp == "aa"]
    assert [p.gremium for p in langs] == ["kernteam", WERKGROEP, "pfo", "wethoudersoverleg"]
    assert [p.datum for p in langs] == sorted(p.datum for p in langs)


def test_een_onzekere_stap_houdt_geen_plek_en_wordt_genoemd(tmp_path: Path) -> None:
    jaarkalender = kalender_uit(dossier_met(tmp_path))
    assert "financiele-werkgroep" not in {p.gremium for p in jaarkalender.spreiding.punten}
    assert jaarkalender.onzeker["financiele-werkgroep"] == ("aa", "bb", "cc")


def test_vaste_datum_met_onderwerp_en_gast(tmp_path: Path) -> None:
    afspraken = {
        "vaste_datums": [
            {"gremium": WERKGROEP, "datum": date(2027, 3, 9), "onderwerpen": ["bb"]},
        ],
        "gasten": [
            {"wie": "De cliëntenraad", "onderwerp": "bb", "gremium": WERKGROEP},
            {"wie": "Een spreker", "gremium": WERKGROEP, "datum": date(2027, 3, 9)},
        ],
        "tijden": {WERKGROEP: {"van": "13:30", "tot": "15:00"}},
    }
    jaarkalender = kalender_uit(dossier_met(tmp_path, afspraken))
    werkgroep = jaarkalender.profiel.gremium[WERKGROEP]
    agenda = zoek_vergadering(jaarkalender, werkgroep, date(2027, 3, 9))
    assert agenda.vergadering.vast
    assert [(p.onderwerp.code, p.gasten) for p in agenda.punten] == [("bb", ("De cliëntenraad",))]
    assert agenda.gasten == ("Een spreker",)
    assert [v.gremium for v in agenda.voorbereid_door] == ["kernteam"]


def test_een_afspraak_die_niets_doet_wordt_genoemd(tmp_path: Path) -> None:
    dag = date(2027, 3, 9)
    afspraken = {
        "vaste_datums": [
            {"gremium": WERKGROEP, "datum": dag, "onderwerpen": ["aa", "buiten"]},
            {"gremium": "juridische-werkgroep", "datum": dag, "onderwerpen": ["aa"]},
        ],
        "gasten": [
            {"wie": "Komt", "gremium": WERKGROEP, "datum": dag},
            {"wie": "Andere dag", "gremium": WERKGROEP, "datum": date(2027, 3, 10)},
            {"wie": "Bij niets", "onderwerp": "buiten"},
        ],
    }
    map_ = dossier_met(tmp_path, afspraken)
    maak_dossier(map_, [maak_onderwerp("aa"), maak_onderwerp("buiten", regios=[])])
    jaarkalender = kalender_uit(map_)
    gevonden = [(a.soort, a.onderwerp, a.wie) for a in ongebruikte_afspraken(jaarkalender)]
    assert gevonden == [
        ("niet-op-de-agenda", "buiten", ""),
        ("niet-langs", "aa", ""),
        ("genodigde", None, "Andere dag"),
        ("genodigde", "buiten", "Bij niets"),
    ]
    tekst = toon_kalender(jaarkalender).als("tabel", 160)
    assert "«Andere dag» is gevraagd, maar zo'n vergadering is er niet." in tekst
    assert "want het is niet of nog niet toegelaten" in " ".join(tekst.split())


def test_hoeveel_onderwerpen_er_passen_is_een_afspraak(tmp_path: Path) -> None:
    afspraken = {"onderwerpen_per_vergadering": {"kernteam": 1}}
    jaarkalender = kalender_uit(dossier_met(tmp_path, afspraken))
    assert all(
        len(jaarkalender.onderwerpen_van(v)) <= 1 for v in jaarkalender.kalender.van("kernteam")
    )


def test_een_mix_die_niet_compleet_is_wordt_gezegd(tmp_path: Path) -> None:
    jaarkalender = kalender_uit(dossier_met(tmp_path, kosten_euro=100))
    (eerste, *_) = jaarkalender.eenzijdig
    assert eerste.gremium == WERKGROEP
    assert [soort.code for soort in eerste.ontbreekt] == ["organisatorisch", "inhoudelijk"]


def test_een_soort_die_nog_kan_mist_niet(tmp_path: Path) -> None:
    jaarkalender = kalender_uit(dossier_met(tmp_path))
    soorten = [soort.code for soort in jaarkalender.agenda.soorten("aa")]
    assert soorten == ["financieel", "inhoudelijk"]
    (eerste, *_) = jaarkalender.eenzijdig
    assert [soort.code for soort in eerste.ontbreekt] == ["organisatorisch"]


def test_alleen_de_gekozen_onderwerpen_krijgen_een_plek(tmp_path: Path) -> None:
    gelezen = lees(dossier_met(tmp_path))
    agenda = Jaaragenda(prioriteer(gelezen.dossier, gelezen.profiel, gelezen.regelset))
    assert {p.onderwerp for p in maak_jaarkalender(agenda, {"bb"}).spreiding.punten} == {"bb"}


def test_het_kalenderbestand_telt_mee_in_de_vingerafdruk_en_anders_niet(tmp_path: Path) -> None:
    def vinger(naam: str, afspraken: dict[str, Any] | str) -> str:
        gelezen = lees(dossier_met(tmp_path / naam, afspraken))
        lijst = prioriteer(gelezen.dossier, gelezen.profiel, gelezen.regelset)
        return herkomst_van(lijst).invoer_sha256

    zonder, leeg = vinger("zonder", ""), vinger("leeg", "gasten: []\n")
    assert zonder == leeg != vinger("met", {"weekdagen": {"pfo": "dinsdag"}})


def test_een_profiel_zonder_ritme_en_zonder_momenten_heeft_geen_kalender() -> None:
    with pytest.raises(GeenKalender):
        kalender_uit(VOORBEELDEN / "centraal-gelderland-2022")


def test_van_arnhem_staan_de_momenten_er_met_wat_voorbij_is() -> None:
    jaarkalender = kalender_uit(VOORBEELDEN / "arnhem-2014")
    assert len(jaarkalender.momenten) == 12
    assert {d.stand for d in momenten_op(jaarkalender.profiel.momenten, date(2015, 1, 1))} == {
        "voorbij"
    }


@pytest.mark.parametrize(
    ("van", "tot", "stand"),
    [
        (None, None, "onbekend"),
        (None, date(2027, 5, 31), "loopt"),
        (None, date(2027, 5, 30), "voorbij"),
        (date(2027, 5, 31), None, "loopt"),
        (date(2027, 6, 1), None, "komt"),
        (date(2027, 5, 31), date(2027, 5, 31), "loopt"),
    ],
)
def test_de_stand_van_een_moment_op_een_dag(van: date, tot: date, stand: str) -> None:
    bron = Bron("bron", "1")
    moment = Moment(code="mm", reeks="rr", naam="m", woorden="w", bron=bron, van=van, tot=tot)
    ((_, gevonden),) = momenten_op([moment], date(2027, 5, 31))
    assert gevonden == stand


@pytest.mark.parametrize(
    ("tekst", "waar"),
    [
        ("vaste_datums: [{gremium: kernteem, datum: 2027-02-01}]", "gremium"),
        ("vaste_datums: [{gremium: kernteam, datum: 2026-02-01}]", "datum"),
        ("vaste_datums: [{gremium: kernteam, datum: morgen}]", "vaste_datums.1.datum"),
        (
            "vaste_datums: [{gremium: kernteam, datum: 2027-02-01, onderwerpen: [zz]}]",
            "onderwerpen",
        ),
        ("gasten: [{wie: Iemand}]", "gasten"),
        ("gasten: [{wie: Iemand, onderwerp: zz}]", "onderwerp"),
        ("onderwerpen_per_vergadering: {kernteam: 0}", "onderwerpen_per_vergadering.kernteam"),
        ("weekdagen: {kernteam: zondag}", "weekdagen.kernteam"),
        ('tijden: {kernteam: {van: "15:00", tot: "13:00"}}', "tijden"),
        ("tijden: {kernteam: {van: 13.5, tot: 15.00}}", "tijden.kernteam.van"),
        ("tijden: {kernteam: {van: 25:00, tot: 15.00}}", "tijden.kernteam.van"),
        ("weekdagen: {kernteam: maandag, Kernteam: dinsdag}", "weekdagen"),
        ("gast: []", ""),
        ("- los", ""),
    ],
)
def test_een_fout_in_het_kalenderbestand_wordt_op_zijn_plek_gemeld(
    tekst: str, waar: str, tmp_path: Path
) -> None:
    eerste, *_ = fouten_van(dossier_met(tmp_path, tekst))
    assert eerste.plek.bestand == "kalender.yaml"
    assert eerste.veld == waar


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("weekdagen: {kernteam: zondag}", "maandag tot en met vrijdag"),
        ("onderwerpen_per_vergadering: {kernteam: 0}", "een aantal vanaf 1"),
    ],
)
def test_wat_er_hoort_te_staan_gaat_over_de_waarde_of_over_de_naam(
    tekst: str, verwacht: str, tmp_path: Path
) -> None:
    assert fout_van(dossier_met(tmp_path, tekst)).verwacht == verwacht


def test_een_overleg_mag_in_het_kalenderbestand_bij_zijn_naam_en_een_tijd_zoals_mensen_die_typen(
    tmp_path: Path,
) -> None:
    tekst = """
vaste_datums: [{gremium: Regionale werkgroep, datum: 2027-02-09}]
gasten: [{wie: Iemand, gremium: portefeuillehoudersoverleg}]
weekdagen: {Kernteam: maandag}
tijden: {kernteam: {van: 9.00, tot: 13:30}}
"""
    afspraken = lees(dossier_met(tmp_path, tekst)).dossier.kalender
    assert afspraken is not None
    assert afspraken.vaste_datums[0].gremium == WERKGROEP
    assert afspraken.gasten[0].gremium == "pfo"
    assert afspraken.weekdagen == {"kernteam": "maandag"}
    assert afspraken.tijden["kernteam"] == Tijd(van=time(9), tot=time(13, 30))


def test_alle_fouten_in_het_kalenderbestand_komen_in_een_keer(tmp_path: Path) -> None:
    tekst = """
vaste_datums:
  - {gremium: kernteem, datum: 2027-02-09}
  - {gremium: kernteam, datum: 9 februari}
  - {gremium: kernteam, datum: 2026-02-09, onderwerpen: [zz]}
gasten: [{wie: Iemand}, {wie: Iemand, onderwerp: yy}]
weekdagen: {kernteam: zondag}
tijden: {kernteam: {van: "15:00", tot: "13:00"}, pfoo: {van: "15:00", tot: "16:00"}}
"""
    fouten = fouten_van(dossier_met(tmp_path, tekst))
    assert [fout.gevonden for fout in fouten] == [
        *("«kernteem»", "«9 februari»", "«2026-02-09»", "«zz»", "«Iemand»", "«yy»", "«zondag»"),
        *("«13:00»", "«pfoo»"),
    ]


def test_een_dag_die_twee_keer_vast_staat_is_een_fout(tmp_path: Path) -> None:
    rij = {"gremium": "kernteam", "datum": date(2027, 2, 1)}
    melding = fout_van(dossier_met(tmp_path, {"vaste_datums": [rij, rij]}))
    assert "tweede keer" in melding.gevonden


def test_het_stuk_heeft_een_hoofdstuk_over_vergaderingen_waar_er_zijn() -> None:
    def hoofdstukken(naam: str) -> list[str]:
        gelezen = lees(VOORBEELDEN / naam)
        lijst = prioriteer(gelezen.dossier, gelezen.profiel, gelezen.regelset)
        return [deel.code for deel in kalender_hoofdstuk(Jaaragenda(lijst))]

    assert hoofdstukken("nijmegen-rivierenland-2022") == ["kalender"]
    assert hoofdstukken("centraal-gelderland-2022") == []
    assert hoofdstukken("arnhem-2014") == []  # nothing is over yet on its peildatum


def test_een_pakket_dat_ontbreekt_wordt_in_het_stuk_gezegd(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gelezen = lees(dossier_met(tmp_path))
    agenda = Jaaragenda(prioriteer(gelezen.dossier, gelezen.profiel, gelezen.regelset))
    _dagen.cache_clear()
    _nederland.cache_clear()
    monkeypatch.setitem(sys.modules, "holidays", None)
    (deel,) = kalender_hoofdstuk(agenda)
    assert [getattr(blok, "tekst", "") for blok in deel.blokken] == [
        ontbreekt_zin(ModuleNotFoundError(name="holidays"))
    ]
    _dagen.cache_clear()
    _nederland.cache_clear()


def test_het_voorbeeld_in_de_handleiding_werkt(tmp_path: Path) -> None:
    handleiding = (VOORBEELDEN.parent / "docs" / "handleiding.md").read_text(encoding="utf-8")
    voorbeeld = handleiding.partition("`kalender.yaml` in het dossier")[2]
    tekst = voorbeeld.partition("```yaml\n")[2].partition("```")[0]
    maak_dossier(tmp_path, [maak_onderwerp("wijk-ggz-teams")])
    (tmp_path / "kalender.yaml").write_text(tekst, encoding="utf-8")
    jaarkalender = kalender_uit(tmp_path)
    assert len(jaarkalender.afspraken.vaste_datums) == 2
    vast = [v for v in jaarkalender.kalender.vergaderingen if v.vast]
    assert [(v.gremium, v.datum) for v in vast] == [
        (WERKGROEP, date(2027, 2, 9)),
        ("wethoudersoverleg", date(2027, 3, 18)),
    ]
    assert jaarkalender.onderwerpen_van(vast[0]) == ("wijk-ggz-teams",)
