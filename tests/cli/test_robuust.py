"""`agenda robuust` on the command line: its JSON, what people read, its refusals."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from bouwers_agenda import CRITERIA

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

KLEIN = Path(__file__).parent / "dossier-klein"
GOUD = Path(__file__).parents[1] / "goud"
CODES = tuple(CRITERIA)


def test_json_van_robuust_heeft_de_vaste_vorm(draai: Callable) -> None:
    uit = json.loads(draai("robuust", KLEIN, "--top", 2, "--formaat", "json").uit)

    assert (uit["schema"], uit["methode"], uit["top"]) == ("agenda/robuust/2", "exact", 2)
    assert "groep" not in uit
    sterren = next(o for o in uit["onderwerpen"] if o["code"] == "sterren-tellen")
    vast = ("plaats", "beste", "slechtste", "verwacht", "top_kans", "in_top_kans")
    assert {naam: sterren[naam] for naam in vast} == {
        "plaats": 2,
        "beste": 1,
        "slechtste": 3,
        "verwacht": "7/4",
        "top_kans": "3/4",
        "in_top_kans": "3/4",
    }
    plaatsen = uit["patronen"][sterren["patroon"]]["plaatsen"]
    assert plaatsen == {"1": "1/2", "2": "1/4", "3": "1/4"}
    for patroon in uit["patronen"]:
        assert sum(map(Fraction, patroon["plaatsen"].values())) == 1


def test_robuust_met_voorkeuren_geeft_ook_de_groep(draai: Callable, tmp_path: Path) -> None:
    for bestand in KLEIN.iterdir():
        (tmp_path / bestand.name).write_bytes(bestand.read_bytes())
    with (tmp_path / "dossier.yaml").open("a", encoding="utf-8") as dossier:
        dossier.write("voorkeuren: {GM0268: [veiligheid, [wal-en-schip, wetswijziging]]}\n")
    afloop = draai("robuust", tmp_path, "--formaat", "json")
    uit = json.loads(afloop.uit)

    assert (afloop.code, uit["met_voorkeur"], uit["gemeenten"]) == (0, ["GM0268"], 13)
    assert uit["kendall_w"] is None
    for onderwerp in uit["groep"]:
        plaatsen = uit["patronen"][onderwerp["patroon"]]["plaatsen_groep"]
        assert sum(map(Fraction, plaatsen.values())) == 1
    tekst = " ".join(draai("robuust", tmp_path).uit.split())
    assert "vanaf drie gemeenten met een volgorde; nu zijn het er 1 van 13." in tekst


def test_kendalls_w_gaat_over_wie_een_volgorde_gaf(draai: Callable, tmp_path: Path) -> None:
    for bestand in KLEIN.iterdir():
        (tmp_path / bestand.name).write_bytes(bestand.read_bytes())
    volgorde = "[veiligheid, wal-en-schip, wetswijziging, borging-samenwerking, laaghangend-fruit]"
    with (tmp_path / "dossier.yaml").open("a", encoding="utf-8") as dossier:
        codes = ("GM0268", "GM0281", "GM0296")
        dossier.write("voorkeuren:\n" + "".join(f"  {code}: {volgorde}\n" for code in codes))

    uit = json.loads(draai("robuust", tmp_path, "--formaat", "json").uit)

    assert (uit["kendall_w"], len(uit["met_voorkeur"])) == ("1", 3)
    tekst = " ".join(draai("robuust", tmp_path).uit.split())
    assert "die een volgorde gaven (3 van 13)? Kendalls W is 1,00" in tekst


def test_robuust_ziet_er_zo_uit(draai: Callable, goud: Callable) -> None:
    goud(GOUD / "cli-robuust.txt", draai("robuust", KLEIN, "--top", 2).uit)


VERDEELD = {
    "GM1945": "02413",
    "GM0209": "20431",
    "GM0225": "03412",
    "GM0252": "03124",
    "GM0944": "34021",
    "GM0268": "41230",
    "GM0296": "14032",
    "GM0214": "02134",
    "GM0216": "21034",
    "GM1740": "23410",
    "GM0281": "32104",
    "GM1960": "14230",
    "GM0668": "41203",
}
"""Per municipality its order of the criteria: each way makes another order of the topics."""


def _verdeeld_dossier(maak_dossier: Callable) -> Path:
    onderwerpen = "".join(
        f"""
  - code: over-{naam}
    titel: Over {naam}
    thema: wonen
    plannen: [samen-dichtbij]
    regios: [rijk-van-nijmegen, rivierenland]
    afstemming_nodig: ja
    criteria: [{", ".join(CODES[int(n)] for n in nummers)}]"""
        for naam, nummers in zip("abcdef", ("02", "4", "14", "04", "23", "12"), strict=True)
    )
    voorkeuren = "".join(
        f"\n  {gemeente}: [{', '.join(CODES[int(n)] for n in orde)}]"
        for gemeente, orde in VERDEELD.items()
    )
    return maak_dossier(
        f"onderwerpen:{onderwerpen}\n", instellingen=f"jaar: 2027\nvoorkeuren:{voorkeuren}\n"
    )


def test_vijf_manieren_naast_elkaar_zien_er_zo_uit(
    draai: Callable, maak_dossier: Callable, goud: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    map_ = _verdeeld_dossier(maak_dossier)
    monkeypatch.setenv("COLUMNS", "80")

    for formaat, naam in (("tabel", "cli-robuust-groep.txt"), ("md", "cli-robuust-groep.md")):
        uit = draai("robuust", map_, "--top", 2, "--formaat", formaat).uit
        uit = uit[uit.index("Alle 13 gemeenten") :]
        goud(GOUD / naam, uit)
        assert formaat == "md" or max(map(len, uit.splitlines())) <= 80


def test_de_json_en_de_csv_geven_elke_manier(draai: Callable, maak_dossier: Callable) -> None:
    map_ = _verdeeld_dossier(maak_dossier)
    uit = json.loads(draai("robuust", map_, "--top", 2, "--formaat", "json").uit)

    ordes = {orde["manier"]: orde for orde in uit["groepsordes"]}
    assert list(ordes) == ["gemiddelde", "kemeny", "schulze", "copeland", "meerderheid"]
    assert ordes["gemiddelde"]["plaatsen"] == {o["code"]: o["plaats_groep"] for o in uit["groep"]}
    assert ordes["kemeny"]["plaatsen"]["over-d"] == 1
    assert ordes["kemeny"]["slechtste"] == {"over-a": 3, "over-d": 3, "over-f": 3}
    assert ordes["meerderheid"]["alleen_hier_in_top"] == ["over-c", "over-e"]
    assert "over-a" in uit["altijd_in_top"]
    kop, *rijen = draai("robuust", map_, "--formaat", "csv").uit.splitlines()
    koppen = kop.split(";")
    plek = koppen.index("Gemiddelde (gemeenten)")
    assert koppen[plek + 1 : plek + 5] == [
        f"{naam} (gemeenten)" for naam in ("Kemeny", "Schulze", "Copeland", "Meerderheid")
    ]
    rij = next(rij for rij in rijen if ";over-d;" in rij)
    assert rij.split(";")[plek : plek + 5] == ["1", "1 tot 3", "1", "3", "1"]


def test_een_top_van_nul_is_verkeerd_gebruik(draai: Callable, geen_engels: Callable) -> None:
    afloop = draai("robuust", KLEIN, "--top", 0)

    assert (afloop.code, afloop.uit) == (2, "")
    geen_engels(afloop.fout)


ZESDE = """
  - code: duurzaam
    soort: criterium
    titel: Duurzaam
    zin: Het helpt ook op de lange duur.
    bron: {document: inrichtingsplan, plaats: "proef"}
    geldig_van: 2022-01-01
    als:
      - {veld: duurzaam, is: ja}
    voorbeelden:
      - {gegeven: {duurzaam: ja}, verwacht: ja}
      - {gegeven: {duurzaam: nee}, verwacht: nee}
      - {gegeven: {}, verwacht: onbekend}
"""


def test_met_zes_criteria_wordt_geschat_en_dat_staat_erbij(
    draai: Callable, eigen_profiel: Path, geen_engels: Callable
) -> None:
    with (eigen_profiel / "regels" / "criteria.yaml").open("a", encoding="utf-8") as regels:
        regels.write(ZESDE)

    een = draai("robuust", KLEIN, "--themas", eigen_profiel, "--formaat", "json")
    twee = draai("robuust", KLEIN, "--themas", eigen_profiel, "--formaat", "json")
    tabel = draai("robuust", KLEIN, "--themas", eigen_profiel)

    uit = json.loads(een.uit)
    assert (een.code, een.fout, een.uit) == (0, "", twee.uit)
    assert uit["methode"] == "monte-carlo"
    assert uit["trekkingen"] == {"aantal": 100_000, "zaad": 2022, "marge": 0.003099}
    assert len(uit["criteria"]) == 6
    for patroon in uit["patronen"]:
        assert sum(map(Fraction, patroon["plaatsen"].values())) == 1
    assert "100.000 willekeurige wegingen" in " ".join(tabel.uit.split())
    geen_engels(tabel.uit)


def test_zonder_toegelaten_onderwerp_is_er_in_elke_vorm_een_antwoord(
    draai: Callable, maak_dossier: Callable
) -> None:
    map_ = maak_dossier("onderwerpen: []\n")

    for formaat in ("tabel", "json", "csv", "md", "svg"):
        afloop = draai("robuust", map_, "--formaat", formaat)
        assert (afloop.code, afloop.fout) == (0, "")
        assert afloop.uit


def test_de_csv_heeft_de_hele_verdeling_met_een_komma(draai: Callable) -> None:
    kop, *rijen = draai("robuust", KLEIN, "--formaat", "csv").uit.splitlines()

    assert kop.lstrip("\ufeff").startswith("Plaats;Code;Titel;Beste plaats;Slechtste plaats;")
    assert kop.endswith("Kans plaats 1;Kans plaats 2;Kans plaats 3;Kans plaats 4")
    sterren = next(rij for rij in rijen if ";sterren-tellen;" in rij)
    assert sterren.split(";")[-4:] == ["0,5000", "0,2500", "0,2500", "0,0000"]


def test_een_kring_van_gemeenten_staat_in_de_tabel(draai: Callable, maak_dossier: Callable) -> None:
    onderwerp = """
  - code: alleen-{0}
    titel: Alleen {0}
    thema: wonen
    plannen: [samen-dichtbij]
    regios: [rijk-van-nijmegen, rivierenland]
    afstemming_nodig: ja
    criteria: [{0}]"""
    draaiend = ("wetswijziging", "veiligheid", "wal-en-schip")
    voorkeuren = "".join(
        f"\n  {code}: [{', '.join(draaiend[n:] + draaiend[:n])}]"
        for n, code in enumerate(("GM0268", "GM0281", "GM0296"))
    )
    map_ = maak_dossier(
        "onderwerpen:" + "".join(map(onderwerp.format, draaiend)) + "\n",
        instellingen=f"jaar: 2027\nvoorkeuren:{voorkeuren}\n",
    )

    tekst = " ".join(draai("robuust", map_).uit.split())

    assert "alleen-veiligheid gaat voor alleen-wal-en-schip (2 tegen 1)" in tekst
    assert "Een meerderheid wijst hier geen eerste aan." in tekst
