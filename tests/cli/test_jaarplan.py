"""`agenda jaarplan` as a user meets it."""

from __future__ import annotations

import json
import shutil
import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from bouwers_agenda import Rauw, maak_dossier, maak_onderwerp

from agenda.jaar.vrij import _dagen, _nederland

if TYPE_CHECKING:
    from collections.abc import Callable

PROJECT = Path(__file__).parents[2]


def _fte(code: str, fte: str | None, *criteria: str, **velden: Any) -> Rauw:
    heel = fte is None or fte.isdecimal()
    inspanning = (fte and int(fte)) if heel else Decimal(fte)
    return maak_onderwerp(code, inspanning_fte=inspanning, criteria=list(criteria), **velden)


ONDERWERPEN = (
    _fte("aa", "1.5", "veiligheid", "wetswijziging"),
    _fte("bb", "1.1", "veiligheid"),
    _fte("cc", "1.1", "wal-en-schip"),
    _fte("dd", "3", "wal-en-schip"),
    _fte("ee", None, "veiligheid"),
    _fte("ff", "0.1", "veiligheid", afhankelijk_van=["ee"]),
    _fte("gg", "0.1", "veiligheid", regios=["rivierenland"]),
)


@pytest.fixture
def plan(draai: Callable, tmp_path: Path) -> Callable[..., dict[str, Any]]:
    def maak(*args: str, onderwerpen: Any = ONDERWERPEN, **instellingen: Any) -> dict[str, Any]:
        map_ = maak_dossier(tmp_path / "2027", onderwerpen, **instellingen)
        afloop = draai("jaarplan", map_, "--formaat", "json", *args)
        assert afloop.code == 0, afloop.fout
        gelezen: dict[str, Any] = json.loads(afloop.uit)
        return gelezen

    return maak


def test_wat_in_het_jaar_past(plan: Callable) -> None:
    uit = plan()
    assert uit["schema"] == "agenda/jaarplan/1"
    assert (uit["capaciteit"], uit["minstens"]) == ("13/5", True)
    assert uit["gekozen"] == ["aa", "bb"]
    assert uit["perioden"] == {"aa": 2027, "bb": 2027}
    assert (uit["waarde"], uit["bewezen"], uit["marge"]) == (3, True, 0)
    assert uit["over"] == {"2027": "0"}
    assert uit["volledig"] is True
    besproken = {code for deel in uit["vergaderingen"] for code in deel["onderwerpen"]}
    assert uit["vergaderingen"]
    assert besproken <= set(uit["gekozen"])
    assert uit["tegenplan"] == {"erin": ["cc"], "eruit": ["bb"], "kost": 0}


def test_kern_bespreken_en_niet_verdelen_wat_te_kiezen_is(plan: Callable) -> None:
    uit = plan()
    lijsten = [uit["kern"], uit["bespreken"], uit["niet"]]
    assert sorted(code for lijst in lijsten for code in lijst) == ["aa", "bb", "cc", "dd"]
    assert set(uit["kern"]) <= set(uit["gekozen"])
    assert not set(uit["niet"]) & set(uit["gekozen"])
    assert uit["niet"] == ["dd"]


def test_wat_geen_inspanning_heeft_en_wat_daarop_wacht_staat_in_geen_andere_lijst(
    plan: Callable,
) -> None:
    uit = plan()
    assert uit["zonder_inspanning"] == ["ee"]
    assert uit["wacht_op"] == {"ff": ["ee"]}
    anders = {"kern", "bespreken", "niet", "gekozen"}
    assert not {"ee", "ff", "gg"} & {code for naam in anders for code in uit[naam]}


def test_wat_te_groot_is_past_nooit_en_de_grens_wordt_genoemd(plan: Callable) -> None:
    verdringt = plan()["verdringt"]
    assert verdringt["dd"]["past"] is False
    assert verdringt["dd"]["knelt"] == ["totaal"]
    assert verdringt["cc"] == {
        "past": True,
        "erin": ["cc"],
        "eruit": ["bb"],
        "kost": 0,
        "knelt": [],
    }


def test_meer_jaren_geven_meer_ruimte_en_wat_eerst_moet_komt_niet_later(plan: Callable) -> None:
    onderwerpen = [
        _fte("aa", "2", "veiligheid", "wetswijziging", afhankelijk_van=["cc"]),
        _fte("bb", "2", "veiligheid"),
        _fte("cc", "2"),
    ]
    uit = plan("--jaren", "3", onderwerpen=onderwerpen)
    assert uit["jaren"] == [2027, 2028, 2029]
    # By the key: the same sum of start periods, so an earlier code starts earlier.
    assert uit["perioden"] == {"aa": 2028, "bb": 2029, "cc": 2027}


def test_wat_niet_is_toegelaten_houdt_een_onderwerp_niet_tegen_en_wordt_genoemd(
    plan: Callable,
) -> None:
    onderwerpen = [
        _fte("aa", "1", "veiligheid", afhankelijk_van=["buiten"]),
        _fte("buiten", None, regios=["rivierenland"], afhankelijk_van=["cc"]),
        _fte("cc", "1"),
    ]
    uit = plan(onderwerpen=onderwerpen)
    assert uit["gekozen"] == ["aa", "cc"]
    assert uit["niet_toegelaten_nodig"] == {"aa": ["buiten"]}


def test_de_capaciteit_van_het_dossier_gaat_voor(plan: Callable) -> None:
    uit = plan(capaciteit=Decimal("1.2"))
    assert (uit["capaciteit"], uit["minstens"], uit["gekozen"]) == ("6/5", False, ["bb"])


def test_een_grens_van_een_lid_en_van_een_deel_telt_mee(plan: Callable) -> None:
    onderwerpen = [
        _fte("aa", "1", "veiligheid", inspanning_per={"GM0268": Decimal("0.3")}),
        _fte("bb", "1", "veiligheid", inspanning_per={"GM0268": Decimal("0.2")}),
        _fte("cc", "0.5", "veiligheid", inspanning_per={"GM0281": Decimal("0.5")}),
    ]
    leden = {"leden": {"GM0268": Decimal("0.4")}, "delen": {"rivierenland": Decimal("0.4")}}
    uit = plan(onderwerpen=onderwerpen, capaciteit=leden)
    assert uit["capaciteit"] == "13/5"
    assert [grens["capaciteit"] for grens in uit["grenzen"]] == ["2/5", "2/5"]
    assert uit["gekozen"] == ["aa"]
    assert uit["verdringt"]["cc"]["knelt"] == ["Rivierenland"]
    assert uit["verdringt"]["bb"]["eruit"] == ["aa"]


def test_onbekende_criteria_worden_op_twee_manieren_gelezen(plan: Callable) -> None:
    onderwerpen = [
        maak_onderwerp("aa", inspanning_fte=2, criteria=["veiligheid"]),
        maak_onderwerp("bb", inspanning_fte=2, criteria={"wal-en-schip": "nee"}),
    ]
    uit = plan(onderwerpen=onderwerpen)
    assert uit["gekozen"] == ["aa"]
    assert uit["bespreken"] == ["aa", "bb"]
    assert uit["onbekend_bij"] == ["bb"]
    assert uit["hangt_af_van"]["aa"] == []
    assert "veiligheid" in uit["hangt_af_van"]["bb"]


def test_grenzen_aan_gewichten_maken_de_kern_groter(plan: Callable) -> None:
    onderwerpen = [_fte("aa", "2", "veiligheid"), _fte("bb", "2", "wetswijziging")]
    assert plan(onderwerpen=onderwerpen)["bespreken"] == ["aa", "bb"]
    grenzen = {"veiligheid": {"minstens": 60}}
    uit = plan(onderwerpen=onderwerpen, gewichtsgrenzen=grenzen, gewichten={"veiligheid": 9})
    assert (uit["kern"], uit["niet"], uit["gewichten_tellen"]) == (["aa"], ["bb"], True)
    assert uit["deel_wegingen"] == {"aa": 1.0, "bb": 0.0}
    buiten = plan(onderwerpen=onderwerpen, gewichtsgrenzen=grenzen)
    assert buiten["gewichten_tellen"] is False


def test_een_gewicht_van_nul_valt_buiten_de_wegingen(plan: Callable) -> None:
    assert plan(gewichten={"veiligheid": 0})["gewichten_tellen"] is False


def test_wat_mensen_lezen_is_zoals_afgesproken(
    draai: Callable, tmp_path: Path, goud: Callable, geen_engels: Callable
) -> None:
    onderwerpen = [*ONDERWERPEN, maak_onderwerp("hh", inspanning_fte=2)]
    afloop = draai("jaarplan", maak_dossier(tmp_path / "2027", onderwerpen), "--jaren", "2")
    assert afloop.code == 0
    geen_engels(afloop.uit)
    goud(PROJECT / "tests" / "goud" / "cli-jaarplan.txt", afloop.uit)


def test_een_plan_dat_minder_laat_liggen_wordt_genoemd(draai: Callable, tmp_path: Path) -> None:
    veilig = [_fte(code, "1.3", "veiligheid", "wetswijziging") for code in ("aa", "bb")]
    wal = [_fte(code, "1.3", "wal-en-schip") for code in ("cc", "dd")]
    tekst = draai("jaarplan", maak_dossier(tmp_path / "2027", [*veilig, *wal])).uit
    assert (
        "Een plan dat nooit meer dan 0,99 punten laat liggen, is er ook. Met de gewichten van dit"
        " dossier haalt het 1 punt minder: erin «Titel van cc»; eruit «Titel van bb»."
    ) in " ".join(tekst.split())
    een = draai("jaarplan", maak_dossier(tmp_path / "2028", [veilig[0], *wal])).uit
    assert "Er is geen plan dat bij elke weging minder" in " ".join(een.split())


def test_een_grens_die_niets_tegenhoudt_wordt_genoemd_en_een_vol_plan_ook(
    draai: Callable, tmp_path: Path
) -> None:
    onderwerpen = [_fte("aa", "1", "veiligheid"), _fte("bb", "1", "wal-en-schip")]
    capaciteit = {"totaal": 1, "leden": {"Tiel": 3, "Buren": 0.5}}
    map_ = maak_dossier(tmp_path / "2027", onderwerpen, capaciteit=capaciteit)
    tekst = " ".join(draai("jaarplan", map_).uit.split())
    assert "voor Buren. Daarvan hoogstens 3 fte per jaar voor Tiel. Dat is niet minder" in tekst
    assert "Het plan is vol: er blijft niets over." in tekst


def test_zonder_toegelaten_onderwerpen_vraagt_het_plan_niet_om_inspanning(draai: Callable) -> None:
    uit = draai("jaarplan", PROJECT / "voorbeelden" / "regiobegroting-2022").uit
    assert "er is niets toegelaten tot de agenda" in uit
    assert "Inspanning (fte)" not in uit


def test_zonder_inspanning_zegt_de_opdracht_wat_ontbreekt(draai: Callable, tmp_path: Path) -> None:
    map_ = maak_dossier(tmp_path / "2027", [_fte("aa", None, "veiligheid")])
    afloop = draai("jaarplan", map_)
    assert afloop.code == 0
    tekst = " ".join(afloop.uit.split())
    assert "Er is nog geen plan te maken" in tekst
    assert "past er nog bij: 2,6 fte in 2027" in tekst
    assert "De inspanning is niet ingevuld" in tekst


def test_past_er_niets_dan_staat_er_wat_in_de_weg_staat(draai: Callable, tmp_path: Path) -> None:
    map_ = maak_dossier(tmp_path / "2027", [_fte("aa", "3", "veiligheid")])
    tekst = " ".join(draai("jaarplan", map_).uit.split())
    assert "Er past niets. In de weg staat: de ruimte van 2,6 fte per jaar." in tekst


def test_een_profiel_zonder_rangorde_zegt_dat_in_een_zin(draai: Callable) -> None:
    for profiel, jaar, wel in (
        ("arnhem-2014", "arnhem-2014", "Wat er wanneer gebeurt, toont: agenda vergadering."),
        ("centraal-gelderland", "centraal-gelderland-2022", "Zet u vaste datums in kalender.yaml"),
    ):
        afloop = draai("jaarplan", PROJECT / "voorbeelden" / jaar)
        assert (afloop.code, afloop.uit) == (2, "")
        assert len(afloop.fout.splitlines()) == 1
        assert f"het profiel {profiel} rangschikt niet" in afloop.fout
        assert wel in afloop.fout


@pytest.mark.parametrize("voorbeeld", ["nijmegen-rivierenland-2022", "regiobegroting-2022"])
@pytest.mark.parametrize("vorm", ["json", "csv", "md", "tabel"])
def test_zonder_onderwerp_met_inspanning_is_het_plan_leeg(
    voorbeeld: str, vorm: str, draai: Callable
) -> None:
    afloop = draai("jaarplan", PROJECT / "voorbeelden" / voorbeeld, "--formaat", vorm)
    assert (afloop.code, afloop.fout) == (0, "")
    if vorm == "json":
        uit = json.loads(afloop.uit)
        assert (uit["gekozen"], uit["kern"], uit["deel_wegingen"]) == ([], [], {})


def test_zonder_capaciteit_is_er_geen_plan(draai: Callable, tmp_path: Path) -> None:
    from agenda.invoer.profielmap import meegeleverde_profielen

    profiel = shutil.copytree(
        meegeleverde_profielen() / "nijmegen-rivierenland", tmp_path / "nijmegen-rivierenland"
    )
    (profiel / "samenwerkingen.yaml").unlink()
    map_ = maak_dossier(tmp_path / "2027", [_fte("aa", "1", "veiligheid")])
    afloop = draai("jaarplan", map_, "--themas", profiel)
    assert (afloop.code, afloop.uit) == (2, "")
    assert "capaciteit: 2.6" in afloop.fout
    map_ = maak_dossier(tmp_path / "2028", [_fte("aa", "1", "veiligheid")], capaciteit=1)
    assert draai("jaarplan", map_, "--themas", profiel).code == 0


@pytest.mark.parametrize("aantal", ["0", "6", "x"])
def test_een_plan_is_voor_een_tot_vijf_jaar(draai: Callable, tmp_path: Path, aantal: str) -> None:
    map_ = maak_dossier(tmp_path / "2027", ONDERWERPEN)
    assert draai("jaarplan", map_, "--jaren", aantal).code == 2


def test_elke_vorm_zegt_hetzelfde(draai: Callable, tmp_path: Path) -> None:
    map_ = maak_dossier(tmp_path / "2027", ONDERWERPEN)
    assert draai("jaarplan", map_, "--formaat", "xlsx").code == 2
    bestand = tmp_path / "plan.xlsx"
    assert draai("jaarplan", map_, "--formaat", "xlsx", "--uit", bestand).code == 0
    blad = openpyxl.load_workbook(bestand)["Jaarplan"]
    gekozen = {rij[0].value: rij[5].value for rij in blad.iter_rows(min_row=2)}
    assert gekozen == {
        "aa": "ja",
        "bb": "ja",
        "cc": "nee",
        "dd": "nee",
        "ee": "onbekend",
        "ff": "onbekend",
    }
    csv = draai("jaarplan", map_, "--formaat", "csv").uit
    assert [rij.split(";")[5] for rij in csv.splitlines()[1:]] == [*gekozen.values()]
    assert "Past niet in het plan" in draai("jaarplan", map_, "--formaat", "md").uit


def test_waarom_zegt_of_een_onderwerp_past_en_wat_het_verdringt(
    draai: Callable, tmp_path: Path
) -> None:
    map_ = maak_dossier(tmp_path / "2027", ONDERWERPEN)
    assert "Past in het jaarplan van 2027" in draai("waarom", "aa", map_).uit
    uit = draai("waarom", "cc", map_).uit
    assert "Past dit jaar niet" in uit
    assert "Verdringt «Titel van bb»; kost geen punten" in uit
    assert (
        "Past nooit: daarvoor is te klein de ruimte van 2,6 fte" in draai("waarom", "dd", map_).uit
    )
    assert "nog niet te zeggen" in draai("waarom", "ff", map_).uit
    assert "jaarplan" not in draai("waarom", "gg", map_).uit
    data = json.loads(draai("waarom", "cc", map_, "--formaat", "json").uit)["jaarplan"]
    assert (data["gekozen"], data["verdringt"]["eruit"]) == (False, ["bb"])


def test_zonder_inspanningen_staat_er_nergens_iets_over_een_jaarplan(
    draai: Callable, tmp_path: Path
) -> None:
    map_ = maak_dossier(tmp_path / "2027", [_fte("aa", None, "veiligheid")])
    assert "jaarplan" not in draai("waarom", "aa", map_).uit
    assert "Vergaderingen" not in draai("jaarplan", map_).uit
    assert draai("exporteer", map_, "--als", "md", "--naar", tmp_path).code == 0
    assert "Wat past er in het jaar" not in (tmp_path / "strategische-agenda-2027.md").read_text()


def test_het_stuk_heeft_een_hoofdstuk_over_het_jaar(draai: Callable, tmp_path: Path) -> None:
    map_ = maak_dossier(tmp_path / "2027", ONDERWERPEN)
    assert draai("exporteer", map_, "--als", "md,xlsx", "--naar", tmp_path).code == 0
    tekst = (tmp_path / "strategische-agenda-2027.md").read_text()
    assert "Wat past er in het jaar?" in tekst
    assert (
        "Jaarplan" in openpyxl.load_workbook(tmp_path / "strategische-agenda-2027.xlsx").sheetnames
    )


def test_elke_vorm_toont_de_vergaderingen_van_wat_is_gekozen(
    draai: Callable, tmp_path: Path, plan: Callable
) -> None:
    dagen = [v["datum"] for v in plan()["vergaderingen"] for _ in v["onderwerpen"] or [""]]
    map_ = tmp_path / "2027"
    for vorm in ("tabel", "md"):
        tekst = draai("jaarplan", map_, "--formaat", vorm).uit.partition("Vergaderingen in 2027")[2]
        assert "Titel van aa; Titel van bb" in tekst
        assert "Titel van cc" not in tekst
        assert "volgens het jaarplan in 2027 beginnen" in " ".join(tekst.split())
    rijen = [rij.split(";") for rij in draai("jaarplan", map_, "--formaat", "csv").uit.splitlines()]
    assert rijen[0][-1] == "Vergaderingen"
    waar = {rij[0]: rij[-1] for rij in rijen[1:]}
    assert waar["aa"] == waar["bb"] != ""
    assert waar["aa"].startswith("2027-01-07 Kernteam, 2027-01-14 Regionale werkgroep")
    assert not any(waar[code] for code in ("cc", "dd", "ee", "ff"))
    bestand = tmp_path / "plan.xlsx"
    assert draai("jaarplan", map_, "--formaat", "xlsx", "--uit", bestand).code == 0
    boek = openpyxl.load_workbook(bestand)
    over = ["Over het jaarplan", "Vergaderingen", "Over de vergaderingen"]
    assert boek.sheetnames == ["Jaarplan", *over]
    op_blad = [[cel.value for cel in rij] for rij in boek["Vergaderingen"].iter_rows(min_row=2)]
    assert [rij[0] for rij in op_blad] == dagen
    assert {rij[4] for rij in op_blad} == {"aa", "bb", ""}


def test_een_plan_voor_meer_jaren_heeft_de_vergaderingen_van_het_eerste(plan: Callable) -> None:
    onderwerpen = [_fte(code, "2", "veiligheid") for code in ("aa", "bb", "cc")]
    uit = plan("--jaren", "3", onderwerpen=onderwerpen)
    assert sorted(uit["perioden"].values()) == [2027, 2028, 2029]
    eerste = {code for code, jaar in uit["perioden"].items() if jaar == 2027}
    assert {code for deel in uit["vergaderingen"] for code in deel["onderwerpen"]} == eerste


def test_het_plan_als_kalenderbestand_en_als_plaatje(draai: Callable, tmp_path: Path) -> None:
    map_ = maak_dossier(tmp_path / "2027", ONDERWERPEN)
    uit = tmp_path / "plan.ics"
    woorden = ("jaarplan", map_, "--formaat", "ics", "--uit", uit)
    assert draai(*woorden).code == 0
    eerste = uit.read_text(encoding="utf-8")
    assert "Titel van aa" in eerste
    assert "Titel van cc" not in eerste
    assert draai(*woorden).code == 0
    assert uit.read_text(encoding="utf-8") == eerste
    # `agenda vergadering` follows the plan too, and makes the same file.
    assert draai("vergadering", map_, "--formaat", "ics", "--uit", uit).code == 0
    assert uit.read_text(encoding="utf-8") == eerste
    assert draai("jaarplan", map_, "--formaat", "svg").uit.startswith("<svg")
    geweigerd = draai("jaarplan", map_, "--formaat", "ics", "--uit", tmp_path / "plan.svg")
    assert geweigerd.code == 2


def test_waar_geen_overleg_een_dag_heeft_is_er_een_plan_zonder_vergaderingen(
    draai: Callable, tmp_path: Path
) -> None:
    from agenda.invoer.profielmap import meegeleverde_profielen

    profiel = shutil.copytree(
        meegeleverde_profielen() / "nijmegen-rivierenland", tmp_path / "nijmegen-rivierenland"
    )
    gremia = profiel / "gremia.yaml"
    zonder = [
        regel
        for regel in gremia.read_text(encoding="utf-8").splitlines()
        if not regel.lstrip().startswith("schema:")
    ]
    gremia.write_text("\n".join(zonder), encoding="utf-8")
    woorden = ("jaarplan", maak_dossier(tmp_path / "2027", ONDERWERPEN), "--themas", profiel)
    assert "Vergaderingen" not in draai(*woorden).uit
    assert json.loads(draai(*woorden, "--formaat", "json").uit)["vergaderingen"] == []
    assert draai(*woorden, "--formaat", "csv").code == 0
    bestand = tmp_path / "plan.xlsx"
    assert draai(*woorden, "--formaat", "xlsx", "--uit", bestand).code == 0
    assert "Vergaderingen" not in openpyxl.load_workbook(bestand).sheetnames
    afloop = draai(*woorden, "--formaat", "svg")
    assert (afloop.code, afloop.uit, len(afloop.fout.splitlines())) == (2, "", 1)


def test_zonder_het_pakket_met_vrije_dagen_blijft_het_plan_te_lezen(
    draai: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _dagen.cache_clear()
    _nederland.cache_clear()
    monkeypatch.setitem(sys.modules, "holidays", None)
    map_ = maak_dossier(tmp_path / "2027", ONDERWERPEN)
    zin = "Vergaderingen plannen kan hier niet: het onderdeel holidays is er niet."
    assert zin in draai("jaarplan", map_).uit
    bestand = tmp_path / "plan.xlsx"
    assert draai("jaarplan", map_, "--formaat", "xlsx", "--uit", bestand).code == 0
    assert zin in openpyxl.load_workbook(bestand)["Vergaderingen"]["A2"].value
    for vorm in ("json", "csv", "ics"):  # programs get no half answer
        afloop = draai("jaarplan", map_, "--formaat", vorm)
        assert (afloop.code, afloop.uit) == (2, "")
        assert zin in afloop.fout
    _dagen.cache_clear()
    _nederland.cache_clear()


@pytest.mark.parametrize(
    ("onderwerpen", "zin", "besproken"),
    [
        (ONDERWERPEN, "alleen de onderwerpen die volgens het jaarplan in 2027", {"aa", "bb"}),
        ([_fte("aa", "3")], "In het jaarplan begint niets in 2027.", set()),
        ([_fte("aa", None), _fte("bb", None)], "Er is geen jaarplan. Daarom", {"aa", "bb"}),
    ],
)
def test_stuk_en_werkboek_verdelen_wat_het_plan_kiest_of_anders_alles(
    onderwerpen: Any, zin: str, besproken: set[str], draai: Callable, tmp_path: Path
) -> None:
    map_ = maak_dossier(tmp_path / "2027", onderwerpen)
    assert draai("exporteer", map_, "--als", "md,xlsx", "--naar", tmp_path).code == 0
    stuk = (tmp_path / "strategische-agenda-2027.md").read_text(encoding="utf-8")
    hoofdstuk = stuk.partition("De vergaderingen van het jaar\n")[2]
    assert zin in hoofdstuk.partition("\n|")[0]
    boek = openpyxl.load_workbook(tmp_path / "strategische-agenda-2027.xlsx")
    assert zin in boek["Over de vergaderingen"]["C2"].value
    codes = {rij[4].value for rij in boek["Vergaderingen"].iter_rows(min_row=2)}
    assert codes - {""} == besproken


WIE = ("--door", "de colleges", "--datum")


def test_wat_vorig_jaar_op_de_agenda_stond_gaat_voor_bij_gelijke_punten(
    draai: Callable, tmp_path: Path
) -> None:
    oud = maak_dossier(tmp_path / "2026", [_fte("bb", "2", "veiligheid")], jaar=2026)
    assert draai("vaststellen", oud, *WIE, "2026-01-15", "--als", "md").code == 0
    twee = [_fte("aa", "2", "veiligheid"), _fte("bb", "2", "veiligheid")]
    map_ = maak_dossier(tmp_path / "2027", twee)
    assert json.loads(draai("jaarplan", map_, "--formaat", "json").uit)["gekozen"] == ["aa"]
    maak_dossier(map_, twee, vorig_besluit="../2026/besluiten/2026-01-15")
    assert json.loads(draai("jaarplan", map_, "--formaat", "json").uit)["gekozen"] == ["bb"]

    # A decision keeps what it rests on, also when the one before it moves.
    besluit = map_ / "besluiten" / "2027-01-15"
    assert draai("vaststellen", map_, *WIE, "2027-01-15", "--als", "md,xlsx").code == 0
    assert draai("controleer", besluit).code == 0
    oud.rename(tmp_path / "weg")
    assert draai("controleer", besluit).code == 0
    assert json.loads(draai("jaarplan", besluit, "--formaat", "json").uit)["gekozen"] == ["bb"]

    tekst = " ".join(draai("jaarplan", map_).uit.split())
    assert "Het vorige besluit dat dossier.yaml noemt, is hier niet te vinden" in tekst


def test_een_vorig_besluit_dat_niet_te_lezen_is_is_een_fout(
    draai: Callable, tmp_path: Path
) -> None:
    (tmp_path / "oud").mkdir()
    (tmp_path / "oud" / "ranglijst.json").write_text("{")
    map_ = maak_dossier(tmp_path / "2027", ONDERWERPEN, vorig_besluit="../oud")
    afloop = draai("jaarplan", map_)
    assert afloop.code == 3
    assert "../oud/ranglijst.json" in afloop.fout
