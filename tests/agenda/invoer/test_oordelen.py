"""What municipalities say of the criteria, as it is read from oordelen.yaml or oordelen.csv."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import (
    CRITERIA,
    als_yaml,
    fout_van,
    fouten_van,
    json_uit,
    lees,
    maak_dossier,
    maak_onderwerp,
    map_van_profiel,
    yaml_waarden,
)
from bouwers_oordelen import (
    gemeenten,
    maak_verdeeld_dossier,
    oordeel,
    schrijf_oordelen,
    stemmen,
    willekeurig,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regels.melding import Invoerfout

if TYPE_CHECKING:
    from pathlib import Path

NIJMEGEN = "GM0268"


def een_onderwerp(map_: Path, tekst: str, vorm: str = "yaml") -> Path:
    """A dossier of one topic, with this file of answers."""
    maak_dossier(map_, [maak_onderwerp("wijk-ggz", titel="Wijk-GGZ", criteria={})])
    (map_ / f"oordelen.{vorm}").write_text(tekst, encoding="utf-8")
    return map_


@pytest.mark.parametrize("vorm", ["yaml", "csv"])
def test_yaml_en_csv_geven_dezelfde_oordelen_op_volgorde(tmp_path: Path, vorm: str) -> None:
    onderwerpen, rijen, _ = willekeurig(1, 6)
    rijen[0] |= {"onderbouwing": "Er is overlast; vaak", "bron": "Nota", "lezing": "Zo lezen wij"}
    rijen[0] |= {"vindplaats": "Nijmegen.xlsx!Onderwerpen!F7"}
    maak_dossier(tmp_path, onderwerpen)
    schrijf_oordelen(tmp_path, rijen, vorm)

    gelezen = lees(tmp_path).dossier.oordelen

    velden = ("onderwerp", "gemeente", "criterium", "waarde", "onderbouwing", "bron", "lezing")
    velden = (*velden, "vindplaats")
    rijen.sort(
        key=lambda rij: (rij["onderwerp"], gemeenten().index(rij["gemeente"]), rij["criterium"])
    )
    verwacht = [tuple(rij.get(veld, "") for veld in velden) for rij in rijen]
    assert [tuple(getattr(o, veld) for veld in velden) for o in gelezen] == verwacht


def test_namen_staan_voor_codes_en_x_voor_ja(tmp_path: Path) -> None:
    kop = "Onderwerp;Gemeente;Criterium;Waarde"
    een_onderwerp(tmp_path, f"{kop}\nWijk-GGZ;Nijmegen;Wal en schip;x\n", "csv")

    (gelezen,) = lees(tmp_path).dossier.oordelen

    assert gelezen.sleutel == ("wijk-ggz", NIJMEGEN, "wal-en-schip")
    assert gelezen.waarde == "ja"


def test_alle_fouten_staan_er_in_een_keer_met_hun_plek(tmp_path: Path) -> None:
    een_onderwerp(
        tmp_path,
        """oordelen:
  - {onderwerp: wijk-gz, gemeente: Nijmegen, criterium: veiligheid, waarde: ja}
  - {onderwerp: wijk-ggz, gemeente: Utrecht, criterium: veiligheid, waarde: ja}
  - {onderwerp: wijk-ggz, gemeente: Nijmegen, criterium: veilig, waarde: misschien}
  - {onderwerp: wijk-ggz, gemeente: Nijmegen, criterium: veiligheid}
  - {onderwerp: wijk-ggz, gemeente: Nijmegen, criterium: veiligheid, waarde: ja, brron: Nota}
  - veiligheid
  - {onderwerp: wijk-ggz, gemeente: Tiel, criterium: veiligheid, waarde: ja}
  - {onderwerp: wijk-ggz, gemeente: Tiel, criterium: Veiligheid, waarde: nee}
""",
    )

    fouten = fouten_van(tmp_path)

    gevonden = [(m.plek.regel, m.veld, m.gevonden) for m in fouten]
    assert fouten[-1].suggestie == "haal een van beide weg; het eerste staat op oordelen.yaml:8:43"
    assert gevonden == [
        (2, "onderwerp", "«wijk-gz»"),
        (3, "gemeente", "«Utrecht»"),
        (4, "criterium", "«veilig»"),
        (4, "waarde", "«misschien»"),
        (5, "waarde", "niets"),
        (6, "", "onbekend veld «brron»"),
        (7, "oordelen", "«veiligheid»"),
        (9, "criterium", "«wijk-ggz, Tiel, Veiligheid» voor de tweede keer"),
    ]


def test_in_een_tabel_staat_een_fout_bij_haar_kolom(tmp_path: Path) -> None:
    kop = "Onderwerp;Gemeente;Criterium;Waarde"
    een_onderwerp(tmp_path, f"{kop}\nwijk-ggz;Nijmegen;veiligheid;soms\n", "csv")

    melding = fout_van(tmp_path)

    assert (str(melding.plek), melding.veld) == ("oordelen.csv:2:4", "Waarde")
    assert melding.gevonden == "«soms»"


def test_een_bestand_zonder_lijst_of_met_nog_iets_wordt_geweigerd(tmp_path: Path) -> None:
    een_onderwerp(tmp_path, "oordelen: []\nnog: iets\n")

    assert fout_van(tmp_path).verwacht == "een lijst met de naam «oordelen», en verder niets"


def test_twee_bestanden_met_oordelen_worden_allebei_genoemd(tmp_path: Path) -> None:
    onderwerpen, rijen, _ = willekeurig(2, 2)
    maak_verdeeld_dossier(tmp_path, onderwerpen, rijen)
    schrijf_oordelen(tmp_path, rijen, "csv")

    melding = fout_van(tmp_path)

    assert melding.plek.bestand == "oordelen.csv"
    assert melding.verwacht == "precies één van oordelen.yaml of oordelen.csv"


def test_fouten_in_oordelen_en_onderwerpen_staan_er_samen(tmp_path: Path) -> None:
    een_onderwerp(tmp_path, "oordelen:\n  - {onderwerp: wijk-ggz}\n")
    maak_dossier(tmp_path, [maak_onderwerp("wijk-ggz", thema="bestaat-niet")])

    bestanden = {m.plek.bestand for m in fouten_van(tmp_path)}

    assert bestanden == {"onderwerpen.yaml", "oordelen.yaml"}


@pytest.mark.traag
def test_te_veel_rijen_worden_geweigerd_en_niet_gelezen(tmp_path: Path) -> None:
    rij = "wijk-ggz;Nijmegen;veiligheid;ja\n"
    een_onderwerp(tmp_path, f"Onderwerp;Gemeente;Criterium;Waarde\n{rij * 20_001}", "csv")

    assert "meer dan 20000 rijen" in {m.gevonden for m in fouten_van(tmp_path)}


def test_eigen_criteria_tellen_niet_naast_oordelen_en_dat_wordt_gezegd(tmp_path: Path) -> None:
    eigen = maak_onderwerp("met", criteria=["wetswijziging"])
    los = maak_onderwerp("zonder", criteria=["wetswijziging"])
    maak_verdeeld_dossier(tmp_path, [eigen, los], stemmen("met", "veiligheid", "jj"))

    gelezen = lees(tmp_path)

    met, zonder = gelezen.dossier.onderwerpen
    assert {code: tag.waarde for code, tag in met.criteria.items()} == {"veiligheid": "ja"}
    assert zonder.criteria["wetswijziging"].waarde == "ja"
    (melding,) = [m for m in gelezen.waarschuwingen() if m.veld == "criteria"]
    assert melding.onderwerp == "met"
    assert melding.gevonden == "criteria die niet meetellen, want er zijn oordelen van gemeenten"


def test_de_volgorde_van_rijen_en_onderwerpen_en_het_soort_bestand_tellen_nooit(
    tmp_path: Path,
) -> None:
    onderwerpen, rijen, gewichten = willekeurig(3, 12)
    basis = maak_verdeeld_dossier(tmp_path / "a", onderwerpen, rijen, gewichten=gewichten)
    dobbel = random.Random(4)
    dobbel.shuffle(rijen)
    anders = maak_dossier(tmp_path / "b", onderwerpen, gewichten=gewichten)
    schrijf_oordelen(anders, rijen, "csv")
    dobbel.shuffle(onderwerpen)
    geschud = maak_verdeeld_dossier(tmp_path / "c", onderwerpen, rijen, gewichten=gewichten)

    assert json_uit(anders) == json_uit(basis)
    zonder_som = [
        [regel for regel in json_uit(map_).splitlines() if "invoer_sha256" not in regel]
        for map_ in (basis, geschud)
    ]
    assert zonder_som[0] == zonder_som[1]


def test_een_regio_zonder_criteria_zegt_dat_er_niets_te_oordelen_is(tmp_path: Path) -> None:
    profiel = map_van_profiel("arnhem-2014")
    shutil.copytree(profiel, tmp_path / "arnhem-2014")
    maak_dossier(tmp_path / "d", [], profiel="arnhem-2014")
    (tmp_path / "d" / "oordelen.yaml").write_text(
        "oordelen:\n  - {onderwerp: a, gemeente: Arnhem, criterium: veiligheid, waarde: ja}\n",
        encoding="utf-8",
    )

    gevonden = {m.veld: m.verwacht for m in fouten_van(tmp_path / "d", tmp_path / "arnhem-2014")}

    assert gevonden["criterium"] == "niets: deze regio heeft geen criteria"


def test_wie_zwijgt_en_wat_ontbreekt_wordt_per_gemeente_gezegd(tmp_path: Path) -> None:
    onderwerpen = [maak_onderwerp(code, criteria={}) for code in ("brug", "dijk", "haven")]
    eerste, tweede, *_ = gemeenten()
    rijen = [
        oordeel("brug", eerste, criterium, "ja", onderbouwing="Dit speelt hier.")
        for criterium in CRITERIA
    ]
    rijen += [oordeel("dijk", tweede, "veiligheid", "ja")]
    maak_verdeeld_dossier(tmp_path, onderwerpen, rijen)

    gelezen = lees(tmp_path)

    naam = {code: lid.naam for code, lid in gelezen.profiel.lid.items()}
    zinnen = [
        (m.veld, m.gevonden) for m in gelezen.waarschuwingen() if m.plek.bestand == "oordelen.yaml"
    ]
    anderen = [naam[code] for code in gemeenten()[2:]]
    assert sorted(zinnen) == sorted(
        [
            ("Onderwerpen", "geen oordelen over 1 onderwerp: haven"),
            *((wie, "geen enkel oordeel") for wie in anderen),
            (naam[eerste], "geen oordeel over 1 onderwerp waar anderen wel over oordelen: dijk"),
            (naam[tweede], "geen oordeel over 1 onderwerp waar anderen wel over oordelen: brug"),
            (naam[tweede], "niet elk criterium ingevuld bij 1 onderwerp: dijk"),
            (naam[tweede], "1 keer «ja» zonder onderbouwing: dijk (Veiligheid)"),
        ]
    )


def test_een_ja_van_alle_gemeenten_is_geen_ja_zonder_onderbouwing_van_het_onderwerp(
    tmp_path: Path,
) -> None:
    onderwerp = maak_onderwerp("brug", criteria={})
    maak_verdeeld_dossier(tmp_path, [onderwerp], stemmen("brug", "veiligheid", "j" * 13))

    plekken = {m.plek.bestand for m in lees(tmp_path).waarschuwingen()}

    assert plekken == {"oordelen.yaml"}


@pytest.mark.parametrize("veld", ["onderbouwing", "bron", "lezing", "vindplaats"])
def test_gegevens_van_mensen_in_een_oordeel_worden_gemeld_en_niet_herhaald(
    tmp_path: Path, veld: str
) -> None:
    rij = oordeel("brug", NIJMEGEN, "veiligheid", "nee", **{veld: "Bel 06-12345678"})
    maak_verdeeld_dossier(tmp_path, [maak_onderwerp("brug", criteria={})], [rij])

    gevonden = [m for m in lees(tmp_path).waarschuwingen() if "telefoonnummer" in m.gevonden]

    assert [m.veld for m in gevonden] == [f"brug: {veld} bij Veiligheid"]
    assert "06" not in str(gevonden[0])


def test_een_bestand_met_oordelen_dat_niet_wordt_gelezen_wordt_genoemd(tmp_path: Path) -> None:
    maak_dossier(tmp_path, [maak_onderwerp("brug")])
    (tmp_path / "oordelen.xlsx").write_bytes(b"")

    (melding,) = [m for m in lees(tmp_path).waarschuwingen() if m.plek.bestand == "oordelen.xlsx"]

    assert melding.verwacht == "oordelen.yaml of oordelen.csv"


NAMEN = ["oordelen", "onderwerp", "gemeente", "criterium", "waarde", "wijk-ggz", "Nijmegen", "ja"]


def geweigerd_in(map_: Path) -> set[str]:
    """The files in which something is wrong; anything but an `Invoerfout` is a failure."""
    try:
        gelezen = lees(map_)
    except Invoerfout as fout:
        return {melding.plek.bestand for melding in fout.meldingen}
    return {"" for o in gelezen.dossier.oordelen if o.waarde not in ("ja", "nee", "onbekend")}


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(yaml_waarden(NAMEN) | st.lists(yaml_waarden(NAMEN)).map(lambda lijst: {"oordelen": lijst}))
def test_wat_er_ook_in_staat_het_wordt_gelezen_of_met_een_plek_geweigerd(
    tmp_path: Path, waarde: object
) -> None:
    een_onderwerp(tmp_path, als_yaml(waarde))

    assert geweigerd_in(tmp_path) <= {"oordelen.yaml"}


def test_alle_gemeenten_tegelijk_is_geen_oordeel_van_een_gemeente(tmp_path: Path) -> None:
    kop = "Onderwerp;Gemeente;Criterium;Waarde"
    een_onderwerp(tmp_path, f"{kop}\nwijk-ggz;alle gemeenten;veiligheid;ja\n", "csv")

    melding = fout_van(tmp_path)

    assert melding.veld == "Gemeente"
    assert melding.verwacht.startswith("een gemeente in de regio")
