"""The acceptance property: status, score and place are what the contract says, whatever the file.

The calculation below is written from the contract alone and shares nothing with the program.
"""

from __future__ import annotations

import json
import random
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import (
    BEIDE,
    CRITERIA,
    KOPPEN,
    Rauw,
    json_uit,
    maak_dossier,
    schrijf_csv,
    schrijf_excel,
    schrijf_yaml,
)
from hypothesis import given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

PLANNEN = ["samen-dichtbij", "evaluatie-samen-dichtbij", "regioplan-bw"]
THEMAS = ["sluitend-netwerk", "wonen", "werk-dagbesteding", "participatie", "organisatie"]
TITELS = ["Groeipad", "Wijkteams", "Opvang in de winter, «proef»", "=1+1; een som"]
GEWICHTEN = {"wetswijziging": 3, "wal-en-schip": 2, "veiligheid": 2, "laaghangend-fruit": 0}


def bereken(onderwerpen: list[Rauw], gewichten: Mapping[str, int]) -> dict[str, Any]:
    """Code → (status, score, score_max, place, shared), from the text of the contract."""
    besluiten = {}
    for onderwerp in onderwerpen:
        uitgangspunten = [_planrelatie(onderwerp), _beide_regios(onderwerp)]
        status = "onbeslist" if "onbekend" in uitgangspunten else "ranglijst"
        waarden = {code: _waarde(onderwerp, code) for code in CRITERIA}
        besluiten[onderwerp["code"]] = (
            "niet_toegelaten" if "nee" in uitgangspunten else status,
            sum(gewichten.get(code, 1) for code in CRITERIA if waarden[code] == "ja"),
            sum(gewichten.get(code, 1) for code in CRITERIA if waarden[code] != "nee"),
        )
    scores = [score for status, score, _ in besluiten.values() if status == "ranglijst"]
    return {
        code: (status, score, hoogste, 1 + sum(s > score for s in scores), scores.count(score) > 1)
        if status == "ranglijst"
        else (status,)
        for code, (status, score, hoogste) in besluiten.items()
    }


def _planrelatie(onderwerp: Rauw) -> str:
    plannen, voorstellen = onderwerp.get("plannen"), onderwerp.get("voorstellen")
    if plannen is None and voorstellen is None:
        return "onbekend"
    return "ja" if plannen or voorstellen else "nee"


def _beide_regios(onderwerp: Rauw) -> str:
    regios, afstemming = onderwerp.get("regios"), onderwerp.get("afstemming_nodig", "onbekend")
    raakt_beide = "onbekend" if regios is None else "ja" if len(set(regios)) == 2 else "nee"
    if "nee" in (raakt_beide, afstemming):
        return "nee"
    return "onbekend" if "onbekend" in (raakt_beide, afstemming) else "ja"


def _waarde(onderwerp: Rauw, code: str) -> str:
    criteria = onderwerp.get("criteria", {})
    if isinstance(criteria, list):
        return "ja" if code in criteria else "nee"
    tag = criteria.get(code, "onbekend")
    return tag if isinstance(tag, str) else tag["waarde"]


def uit_json(tekst: str) -> dict[str, Any]:
    """The same table, from what the program printed."""
    uit = json.loads(tekst)
    besluiten: dict[str, Any] = {
        regel["code"]: (
            "ranglijst",
            regel["score"],
            regel["score_max"],
            regel["plaats"],
            regel["gedeeld"],
        )
        for regel in uit["ranglijst"]
    }
    for status in ("onbeslist", "niet_toegelaten"):
        besluiten |= {regel["code"]: (status,) for regel in uit[status]}
    return besluiten


def willekeurige_onderwerpen(kans: random.Random, aantal: int) -> list[Rauw]:
    """Topics that differ in everything that can decide, and in much that cannot."""
    codes = [f"onderwerp-{nummer}" for nummer in range(aantal)]
    return [_willekeurig(kans, code, codes[:nummer]) for nummer, code in enumerate(codes)]


def _willekeurig(kans: random.Random, code: str, eerder: list[str]) -> Rauw:
    """A topic that may wait for earlier ones, so that no circle comes about."""

    def soms(*keuzes: Any) -> Any:
        return kans.choice([None, *keuzes])

    def tag() -> Any:
        waarde = kans.choice(["ja", "ja", "nee", "onbekend"])
        return kans.choice([waarde, {"waarde": waarde, "onderbouwing": "omdat", "bron": "§3"}])

    lang = {c: tag() for c in kans.sample(list(CRITERIA), kans.randint(0, 5))}
    kort = kans.sample(list(CRITERIA), kans.randint(0, 5))
    velden = {
        "toelichting": soms("twee\nregels", 'een "citaat"; en meer'),
        "plannen": soms([], *(kans.sample(PLANNEN, n) for n in (1, 2))),
        "voorstellen": soms([], *(kans.sample(range(1, 26), n) for n in (1, 3))),
        "regios": soms([], BEIDE, BEIDE, BEIDE[::-1], BEIDE[:1], BEIDE[1:]),
        "afstemming_nodig": soms("ja", "ja", "ja", "nee", "onbekend"),
        "criteria": soms(lang, kort),
        "afhankelijk_van": soms(kans.sample(eerder, min(2, len(eerder)))),
        "kosten_euro": soms(0, 50_000),
        "bevoegdheid": soms("college", "raad", "onbekend"),
        "ingediend_door": soms("GM0268"),
        "groot_beleidsstuk": soms("ja", "nee"),
        "juridische_toets": soms("ja", "onbekend"),
        "urgent": soms("ja", "nee"),
    }
    return {
        "code": code,
        "titel": kans.choice(TITELS),
        "thema": kans.choice(THEMAS),
        **{naam: waarde for naam, waarde in velden.items() if waarde is not None},
    }


def met_zaad(zaad: int, aantal: int = 200) -> list[Rauw]:
    return willekeurige_onderwerpen(random.Random(zaad), aantal)


SCHRIJVERS: dict[str, Callable[[Path, list[Rauw]], None]] = {
    "yaml": schrijf_yaml,
    "csv met puntkomma": schrijf_csv,
    "csv met komma": lambda map_, alle: schrijf_csv(map_, alle, scheiding=","),
    "csv met BOM": lambda map_, alle: schrijf_csv(map_, alle, codering="utf-8-sig"),
    "excel": schrijf_excel,
}


def json_van(
    map_: Path, onderwerpen: list[Rauw], schrijf: Callable[[Path, list[Rauw]], None] = schrijf_yaml
) -> str:
    maak_dossier(map_, gewichten=GEWICHTEN)
    (map_ / "onderwerpen.yaml").unlink()
    schrijf(map_, onderwerpen)
    return json_uit(map_)


@pytest.mark.parametrize("zaad", range(3))
@pytest.mark.parametrize("schrijf", SCHRIJVERS.values(), ids=SCHRIJVERS.keys())
def test_tweehonderd_onderwerpen_krijgen_de_plaats_die_het_contract_zegt(
    tmp_path: Path, schrijf: Callable[[Path, list[Rauw]], None], zaad: int
) -> None:
    onderwerpen = met_zaad(zaad)

    uit = uit_json(json_van(tmp_path, onderwerpen, schrijf))

    assert uit == bereken(onderwerpen, GEWICHTEN)


def test_de_ranglijst_staat_op_plaats_en_daarbinnen_op_titel(tmp_path: Path) -> None:
    lijst = json.loads(json_van(tmp_path, met_zaad(5)))["ranglijst"]

    volgorde = [(regel["plaats"], regel["titel"]) for regel in lijst]
    assert len(volgorde) > 15
    assert volgorde == sorted(volgorde)


def test_de_tweehonderd_onderwerpen_doen_alles_voor_wat_voor_kan_komen() -> None:
    besluiten = bereken(met_zaad(0), GEWICHTEN)

    statussen = [besluit[0] for besluit in besluiten.values()]
    assert all(statussen.count(s) > 15 for s in ("ranglijst", "onbeslist", "niet_toegelaten"))
    assert {besluit[4] for besluit in besluiten.values() if len(besluit) > 1} == {True, False}
    assert any(besluit[1] < besluit[2] for besluit in besluiten.values() if len(besluit) > 1)


def test_yaml_csv_en_excel_geven_dezelfde_json_tot_op_de_byte(tmp_path: Path) -> None:
    onderwerpen = met_zaad(7)

    uit = {
        naam: json_van(tmp_path / str(nummer), onderwerpen, schrijf)
        for nummer, (naam, schrijf) in enumerate(SCHRIJVERS.items())
    }

    assert len(uit) == 5
    assert set(uit.values()) == {uit["yaml"]}


def test_twee_keer_draaien_geeft_dezelfde_bytes(tmp_path: Path) -> None:
    onderwerpen = met_zaad(7)

    assert json_van(tmp_path / "een", onderwerpen) == json_van(tmp_path / "twee", onderwerpen)


def test_de_volgorde_van_onderwerpen_en_van_lijsten_verandert_de_json_niet(tmp_path: Path) -> None:
    onderwerpen = met_zaad(3)
    kans = random.Random(1)
    geschud = [
        {veld: _geschud(waarde, kans) for veld, waarde in kans.sample([*o.items()], len(o))}
        for o in kans.sample(onderwerpen, len(onderwerpen))
    ]

    assert geschud != onderwerpen
    assert json_van(tmp_path / "geschud", geschud) == json_van(tmp_path / "recht", onderwerpen)


def _geschud(waarde: Any, kans: random.Random) -> Any:
    if isinstance(waarde, dict):
        return dict(kans.sample([*waarde.items()], len(waarde)))
    return kans.sample(waarde, len(waarde)) if isinstance(waarde, list) else waarde


@pytest.mark.parametrize("schrijf", [schrijf_csv, schrijf_excel])
def test_de_volgorde_van_de_kolommen_verandert_de_json_niet(
    tmp_path: Path, schrijf: Callable[..., None]
) -> None:
    onderwerpen = met_zaad(4)
    koppen = random.Random(2).sample(list(KOPPEN), len(KOPPEN))

    geschud = json_van(tmp_path / "geschud", onderwerpen, lambda m, o: schrijf(m, o, koppen=koppen))

    assert koppen != list(KOPPEN)
    assert geschud == json_van(tmp_path / "recht", onderwerpen)


def test_alle_combinaties_die_de_status_bepalen_geven_de_status_van_het_contract(
    tmp_path: Path,
) -> None:
    keuzes = {
        "plannen": (None, [], ["regioplan-bw"]),
        "voorstellen": (None, [], [7]),
        "regios": (None, [], BEIDE[:1], BEIDE),
        "afstemming_nodig": (None, "ja", "nee", "onbekend"),
    }
    onderwerpen = [
        {"code": f"geval-{nummer}", "titel": "Geval", "thema": "wonen"}
        | {n: w for n, w in zip(keuzes, waarden, strict=True) if w is not None}
        for nummer, waarden in enumerate(product(*keuzes.values()))
    ]

    assert len(onderwerpen) == 144
    assert uit_json(json_van(tmp_path, onderwerpen)) == bereken(onderwerpen, GEWICHTEN)


@settings(max_examples=25)
@given(kans=st.randoms(use_true_random=False), aantal=st.integers(3, 12), vorm=st.data())
def test_een_handvol_onderwerpen_krijgt_de_plaats_die_het_contract_zegt(
    tmp_path_factory: pytest.TempPathFactory, kans: random.Random, aantal: int, vorm: st.DataObject
) -> None:
    onderwerpen = willekeurige_onderwerpen(kans, aantal)
    schrijf = SCHRIJVERS[vorm.draw(st.sampled_from(sorted(SCHRIJVERS)))]

    uit = json_van(tmp_path_factory.mktemp("dossier"), onderwerpen, schrijf)

    assert uit_json(uit) == bereken(onderwerpen, GEWICHTEN)
