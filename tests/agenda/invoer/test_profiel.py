"""The knowledge of a region: what does not fit together is found, with its place."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from bouwers_agenda import (
    als_yaml,
    kopie_van_profiel,
    maak_onderwerp,
    meegeleverd,
    ranglijst_van,
    vervang,
    yaml_waarden,
)
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.invoer.profiel import lees_profiel
from agenda.invoer.profielbestanden import VERPLICHT
from agenda.invoer.profielmap import meegeleverde_profielen
from agenda.uitleg.uitleg import leg_uit
from regels.melding import Invoerfout

if TYPE_CHECKING:
    from regels.melding import Melding


TESTS = Path(__file__).parents[2]
NAMEN = ["code", "vorm", "lid", "alle", "onbekend", "geen", "ja", "getal", "keuzes"]
PROFIELEN = {map_.name: map_ for map_ in meegeleverde_profielen().iterdir() if map_.is_dir()}
PROFIELEN["bibliotheken-zilverkust"] = TESTS / "profielen" / "bibliotheken-zilverkust"
BESTANDEN = [
    (naam, bestand.relative_to(map_))
    for naam, map_ in sorted(PROFIELEN.items())
    for bestand in sorted(map_.rglob("*.yaml"))
    if bestand.name != "register.yaml"
]
"""Every profile, and every file of it that says what the region is."""


def fouten_in(map_: Path) -> tuple[Melding, ...]:
    with pytest.raises(Invoerfout) as gevangen:
        lees_profiel(map_)
    return gevangen.value.meldingen


VAN, TOT = "geldig_van: 2018-01-01", "geldig_van: 2018-01-01\n    geldig_tot: "
DOOR = "geldig_van: 2018-01-01\n    opgevolgd_door: "
VOORSTEL_14 = "nummer: 14\n    plan: samen-dichtbij\n    thema: wonen"
VERBAND_25 = (
    "soort: draagt-bij-aan\n        voorstel: 24\n        bron:\n          document: evaluatie"
)
WONEN = "naam: Wonen\n    bron:\n      document: inrichtingsplan"
FEITEN_VAN_TIEL = (
    "gemeente: [GM0281, GM0216, GM0214, GM0668]  # Tiel, Culemborg, Buren, West Maas en Waal",
    "gemeente: [GM0216, GM0225, GM0281]  # Culemborg, Druten, Tiel",
    "gemeente: [GM1960, GM0281, GM0296, GM0268]  # West Betuwe, Tiel, Wijchen, Nijmegen",
)
BREUKEN = {
    "dubbel voorstelnummer": (
        ("voorstellen.yaml", "nummer: 13\n", "nummer: 12\n"),
        [
            ("nummer", "«12»", "- nummer: 12"),
            ("voorstellen", "afwijkende nummers 13", "aantal: 25"),
        ],
    ),
    "verband met een voorstel dat er niet is": (
        ("voorstellen.yaml", VERBAND_25, VERBAND_25.replace("24", "26")),
        [("verbanden.voorstel", "«26»", "voorstel: 26")],
    ),
    "verband van een voorstel met zichzelf": (
        ("voorstellen.yaml", VERBAND_25, VERBAND_25.replace("24", "25")),
        [("verbanden.voorstel", "«25»", "voorstel: 25")],
    ),
    "twee verbanden met hetzelfde voorstel": (
        ("voorstellen.yaml", "voorstel: 5\n", "voorstel: 1\n"),
        [("verbanden.voorstel", "«1»", "voorstel: 1")],
    ),
    "soort verband bestaat niet": (
        ("voorstellen.yaml", VERBAND_25, VERBAND_25.replace("draagt-bij-aan", "helpt")),
        [("voorstellen.25.verbanden.1.soort", "«helpt»", "- soort: helpt")],
    ),
    "document van een verband staat niet in bronnen": (
        ("voorstellen.yaml", VERBAND_25, VERBAND_25.replace("evaluatie", "evaluaties")),
        [("verbanden.bron.document", "«evaluaties»", "document: evaluaties")],
    ),
    "voorstel opgevolgd door zijn eigen plan": (
        ("voorstellen.yaml", "- centrumregeling-bw-mo\n", "- samen-dichtbij\n"),
        [
            (
                "opgevolgd_door",
                "«samen-dichtbij» en «dienstverleningsovereenkomst-bw-mo»",
                "opgevolgd_door:",
            )
        ],
    ),
    "voorstel ontbreekt": (
        ("voorstellen.yaml", "aantal: 25", "aantal: 26"),
        [("voorstellen", "afwijkende nummers 26", "aantal: 26")],
    ),
    "voorstellen te veel": (
        ("voorstellen.yaml", "aantal: 25", "aantal: 23"),
        [("voorstellen", "afwijkende nummers 24 en 25", "aantal: 23")],
    ),
    "onbekende staat": (
        ("voorstellen.yaml", "staat: afgerond", "staat: afgrond"),
        [("voorstellen.23.staat", "«afgrond»", "staat: afgrond")],
    ),
    "voorstel naar onbekend thema": (
        ("voorstellen.yaml", VOORSTEL_14, VOORSTEL_14.replace("wonen", "wone")),
        [("thema", "«wone»", "thema: wone")],
    ),
    "voorstel van onbekend plan": (
        ("voorstellen.yaml", VOORSTEL_14, VOORSTEL_14.replace("dichtbij", "dichtby")),
        [("plan", "«samen-dichtby»", "plan: samen-dichtby")],
    ),
    "opvolger van voorstel bestaat niet": (
        ("voorstellen.yaml", "- centrumregeling-bw-mo\n", "- centrumregeling\n"),
        [
            (
                "opgevolgd_door",
                "«centrumregeling» en «dienstverleningsovereenkomst-bw-mo»",
                "opgevolgd_door:",
            )
        ],
    ),
    "opvolger van plan bestaat niet": (
        ("plannen.yaml", VAN, DOOR + "[samen-verder]"),
        [("opgevolgd_door", "«samen-verder»", "opgevolgd_door: [samen-verder]")],
    ),
    "periode loopt terug": (
        ("plannen.yaml", VAN, TOT + "2017-12-31"),
        [("geldig_tot", "«2017-12-31»", "geldig_tot: 2017-12-31")],
    ),
    "datum bestaat niet": (
        ("plannen.yaml", VAN, "geldig_van: 2018-02-30"),
        [("plannen.1.geldig_van", "«2018-02-30»", "geldig_van: 2018-02-30")],
    ),
    "dubbele plancode": (
        ("plannen.yaml", "- code: regioplan-bw", "- code: samen-dichtbij"),
        [("code", "«samen-dichtbij»", "- code: samen-dichtbij")],
    ),
    "onbekende deelregio": (
        ("regio.yaml", "naam: Tiel\n    deelregio: rivier", "naam: Tiel\n    deelregio: revier"),
        [("deelregio", "«revierenland»", "deelregio: revierenland")],
    ),
    "centrum staat er niet bij": (
        ("regio.yaml", "centrum: GM0268", "centrum: GM0269"),
        [("centrum", "«GM0269»", "centrum: GM0269")],
    ),
    "gemeentecode is een naam": (
        ("regio.yaml", "- code: GM0281", "- code: Tiel"),
        [("leden.11.code", "«Tiel»", "- code: Tiel")],
    ),
    "dubbele gemeente": (
        ("regio.yaml", "- code: GM0281", "- code: GM0214"),
        # three facts name the one that is gone
        [("code", "«GM0214»", "- code: GM0214")]
        + [("gemeente", "«GM0281»", regel) for regel in FEITEN_VAN_TIEL],
    ),
    "dubbel thema": (
        ("themas.yaml", "code: organisatie", "code: participatie"),
        [("code", "«participatie»", "code: participatie")]
        # three proposals and a target belong to it
        + [("thema", "«organisatie»", "thema: organisatie")] * 4,
    ),
    "dubbel themanummer": (
        ("themas.yaml", "nummer: 2", "nummer: 1"),
        [("nummer", "«1»", "- nummer: 1")],
    ),
    "document staat niet in bronnen": (
        ("themas.yaml", WONEN, WONEN.replace("inrichtings", "inrichting")),
        [("bron.document", "«inrichtingplan»", "document: inrichtingplan")],
    ),
    "onbekend veld": (
        ("themas.yaml", "naam: Wonen", "naam: Wonen\n    kleur: blauw"),
        [("themas.2", "onbekend veld «kleur»", "kleur: blauw")],
    ),
    "veld ontbreekt": (
        ("themas.yaml", "    naam: Wonen\n", ""),
        [("themas.2.naam", "niets", "- nummer: 2")],
    ),
}


@pytest.mark.parametrize(("breuk", "verwacht"), BREUKEN.values(), ids=BREUKEN.keys())
def test_wat_in_een_profiel_niet_klopt_wordt_aangewezen(
    tmp_path: Path, breuk: tuple[str, str, str], verwacht: list[tuple[str, str, str]]
) -> None:
    """Each finding names the field and what was found, and points at a line with that text."""
    map_ = kopie_van_profiel(tmp_path)
    bestand, oud, nieuw = breuk
    vervang(map_ / bestand, oud, nieuw)

    fouten = fouten_in(map_)

    gevonden = [(f.veld, f.gevonden, regeltekst(tmp_path, f)) for f in fouten]
    assert sorted(gevonden) == sorted(verwacht)
    assert all(f.verwacht and f.plek.kolom for f in fouten)


def regeltekst(map_: Path, fout: Melding) -> str:
    regels = (map_ / fout.plek.bestand).read_text(encoding="utf-8").splitlines()
    return regels[fout.plek.regel - 1].strip()


def test_een_verwijzing_die_bijna_klopt_krijgt_een_suggestie(tmp_path: Path) -> None:
    map_ = kopie_van_profiel(tmp_path)
    vervang(map_ / "plannen.yaml", VAN, DOOR + "[regioplan-bv]")

    (fout,) = fouten_in(map_)

    assert fout.suggestie == "bedoelde u «regioplan-bw»?"


@pytest.mark.parametrize("bestand", VERPLICHT)
def test_een_bestand_dat_ontbreekt_wordt_genoemd(tmp_path: Path, bestand: str) -> None:
    map_ = kopie_van_profiel(tmp_path)
    (map_ / bestand).unlink()

    (fout,) = fouten_in(map_)

    assert (str(fout.plek), fout.gevonden) == (f"{map_.name}/{bestand}", "geen bestand")


def test_fouten_in_verschillende_bestanden_komen_samen_en_op_volgorde(tmp_path: Path) -> None:
    map_ = kopie_van_profiel(tmp_path)
    (map_ / "themas.yaml").write_text("themas: [\n", encoding="utf-8")
    (map_ / "bronnen.yaml").unlink()
    vervang(map_ / "plannen.yaml", "code: regioplan-bw", "code: Regioplan")

    fouten = fouten_in(map_)

    assert [f.plek.bestand.split("/")[1] for f in fouten] == [
        "bronnen.yaml",
        "plannen.yaml",
        "themas.yaml",
    ]


def schrijf_plannen(map_: Path, opvolgers: dict[str, list[str]]) -> None:
    """Replace all plans but those that proposals need; each holds until the end of 2020."""
    bron = {"document": "evaluatie", "plaats": "proef"}
    vast = ["samen-dichtbij", "centrumregeling-bw-mo", "dienstverleningsovereenkomst-bw-mo"]
    plannen = [{"code": code, "titel": code, "bron": bron} for code in vast]
    plannen += [
        {"code": code, "titel": f"Plan {code}", "bron": bron, "geldig_tot": date(2020, 12, 31)}
        | {"opgevolgd_door": door}
        for code, door in opvolgers.items()
    ]
    (map_ / "plannen.yaml").write_text(als_yaml({"plannen": plannen}), encoding="utf-8")


@pytest.mark.parametrize("lengte", [1, 2, 3])
def test_plannen_die_elkaar_in_een_kring_opvolgen_zijn_een_fout(
    tmp_path: Path, lengte: int
) -> None:
    map_ = kopie_van_profiel(tmp_path)
    codes = ["plan-a", "plan-b", "plan-c"][:lengte]
    schrijf_plannen(map_, {c: [codes[(n + 1) % lengte]] for n, c in enumerate(codes)})

    (fout,) = fouten_in(map_)

    stappen = fout.gevonden.removeprefix("een kring: ").split(" → ")
    kring = [stap.partition(" ")[0] for stap in stappen]
    assert (fout.plek.bestand, fout.veld) == (f"{map_.name}/plannen.yaml", "opgevolgd_door")
    assert kring[0] == kring[-1]
    assert sorted(kring[:-1]) == codes
    assert [codes[(codes.index(code) + 1) % lengte] for code in kring[:-1]] == kring[1:]
    regels = (map_ / "plannen.yaml").read_text(encoding="utf-8").splitlines()
    for stap in stappen[1:]:
        code, _, plek = stap.rstrip(")").partition(" (")
        _, regel, kolom = plek.split(":")
        assert regels[int(regel) - 1][int(kolom) - 1 :] == code


def test_voorstellen_die_elkaar_nodig_hebben_in_een_kring_zijn_een_fout(tmp_path: Path) -> None:
    map_ = kopie_van_profiel(tmp_path)
    vervang(
        map_ / "voorstellen.yaml",
        "soort: draagt-bij-aan\n        voorstel: 7\n",
        "soort: vereist\n        voorstel: 1\n",
    )
    oud = (map_ / "voorstellen.yaml").read_text(encoding="utf-8")
    verband = "soort: vereist\n        voorstel: 7\n"
    (map_ / "voorstellen.yaml").write_text(
        oud.replace(verband, verband.replace("7", "21")), encoding="utf-8"
    )

    (fout,) = fouten_in(map_)

    kring = [stap.partition(" (")[0] for stap in fout.gevonden.split(": ")[1].split(" → ")]
    assert fout.veld == "verbanden.voorstel"
    assert kring == ["voorstel 1", "voorstel 21", "voorstel 1"]


def test_zestig_lagen_plannen_met_elk_twee_opvolgers_zijn_zo_gevolgd(tmp_path: Path) -> None:
    """There are 2**60 ways down; only a program that remembers what it found gets there."""
    map_ = kopie_van_profiel(tmp_path)
    lagen = {
        f"laag-{laag}-{kant}": [f"laag-{laag + 1}-{k}" for k in "ab"]
        for laag in range(59)
        for kant in "ab"
    }
    lagen |= {f"laag-59-{kant}": ["samen-dichtbij"] for kant in "ab"}
    schrijf_plannen(map_, lagen)
    profiel, _ = lees_profiel(map_)

    ranglijst = ranglijst_van(maak_onderwerp(plannen=["laag-0-a"]), profiel=profiel)

    (voorwaarde,) = leg_uit(ranglijst, "wijk-ggz").uitgangspunten[0].voorwaarden
    assert voorwaarde.gevonden == 1
    assert voorwaarde.toelichting.endswith("opgevolgd door het plan samen-dichtbij")


@pytest.mark.traag
@settings(max_examples=50)
@given(st.sampled_from(BESTANDEN), st.data())
def test_welke_waarde_er_ook_staat_het_is_een_profiel_of_een_fout_in_de_invoer(
    tmp_path_factory: pytest.TempPathFactory, plek: tuple[str, Path], keuze: st.DataObject
) -> None:
    naam, bestand = plek
    map_ = tmp_path_factory.mktemp("profiel") / naam
    shutil.copytree(PROFIELEN[naam], map_)
    inhoud = yaml.safe_load((map_ / bestand).read_text(encoding="utf-8"))
    groep, sleutel = keuze.draw(st.sampled_from(_plekken(inhoud)))
    groep[sleutel] = keuze.draw(yaml_waarden([*NAMEN, *map(str, _bladeren(inhoud))]))
    (map_ / bestand).write_text(als_yaml(inhoud), encoding="utf-8")

    fouten: tuple[Melding, ...] = ()
    try:
        lees_profiel(map_)
    except Invoerfout as fout:
        fouten = fout.meldingen

    assert all(str(fout).isprintable() and fout.verwacht for fout in fouten)


def _plekken(waarde: Any) -> list[tuple[Any, Any]]:
    """Every place in a nest of groups and lists: the group or list, and the key or number."""
    if not isinstance(waarde, dict | list):
        return []
    sleutels = list(waarde) if isinstance(waarde, dict) else list(range(len(waarde)))
    dieper = [plek for sleutel in sleutels for plek in _plekken(waarde[sleutel])]
    return [(waarde, sleutel) for sleutel in sleutels] + dieper


def _bladeren(waarde: Any) -> list[Any]:
    """Every value in a nest of groups and lists that is neither."""
    if not isinstance(waarde, dict | list):
        return [waarde]
    delen = waarde.values() if isinstance(waarde, dict) else waarde
    return [blad for deel in delen for blad in _bladeren(deel)]


def test_het_meegeleverde_profiel_klopt_met_de_bron() -> None:
    profiel, _ = meegeleverd()

    per_deelregio = [g.deelregio for g in profiel.regio.leden]
    assert per_deelregio.count("rijk-van-nijmegen") == 7
    assert per_deelregio.count("rivierenland") == 6
    assert profiel.lid[profiel.regio.centrum].naam == "Nijmegen"
    assert [thema.code for thema in profiel.themas] == [
        "sluitend-netwerk",
        "wonen",
        "werk-dagbesteding",
        "participatie",
        "inkomen-schulden",
        "organisatie",
    ]
    thema_van = [profiel.voorstel[nummer].thema for nummer in range(1, 26)]
    assert [thema_van.count(thema.code) for thema in profiel.themas] == [13, 1, 3, 2, 3, 3]
    assert profiel.voorstel[15].thema == "werk-dagbesteding"


def test_van_de_25_voorstellen_is_alleen_23_afgerond_en_geen_losgelaten() -> None:
    profiel, _ = meegeleverd()

    assert list(profiel.voorstel) == list(range(1, 26))
    assert {n: v.staat for n, v in profiel.voorstel.items() if v.staat != "actueel"} == {
        23: "afgerond"
    }
    assert profiel.voorstel[23].opgevolgd_door == (
        "centrumregeling-bw-mo",
        "dienstverleningsovereenkomst-bw-mo",
    )


def test_dezelfde_bestanden_worden_niet_opnieuw_gelezen_en_andere_wel(tmp_path: Path) -> None:
    map_ = kopie_van_profiel(tmp_path)
    eerst, regels = lees_profiel(map_)
    assert lees_profiel(map_) == (eerst, regels)
    assert lees_profiel(map_)[0] is eerst

    bestand = next(iter((map_ / "regels").glob("*.yaml")))
    inhoud = bestand.read_text(encoding="utf-8")
    bestand.write_text(inhoud + "# een opmerking\n", encoding="utf-8")
    assert lees_profiel(map_)[0] is not eerst

    bestand.write_text(inhoud, encoding="utf-8")
    assert lees_profiel(map_)[0] is eerst
    elders = map_.rename(tmp_path / "elders")
    assert lees_profiel(elders)[0] is not eerst  # a message names the folder


@pytest.mark.parametrize("weg", ["regio.yaml", "themas.yaml", "regels"])
def test_wat_weg_is_wordt_ook_gemeld_als_het_er_eerst_was(tmp_path: Path, weg: str) -> None:
    map_ = kopie_van_profiel(tmp_path)
    lees_profiel(map_)

    (map_ / weg).rename(tmp_path / "weg")

    assert fouten_in(map_) == fouten_in(map_) != ()
    (tmp_path / "weg").rename(map_ / weg)
    assert lees_profiel(map_)


def test_een_sjabloon_erbij_maakt_een_ander_profiel(tmp_path: Path) -> None:
    map_ = kopie_van_profiel(tmp_path)
    zonder, _ = lees_profiel(map_)

    Document().save(str(map_ / "sjabloon.docx"))

    assert lees_profiel(map_)[0].sjabloon_inhoud is not None
    assert zonder.sjabloon_inhoud is None
