"""What is wrong with YAML is told in the same words everywhere, with and without libyaml."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from regels.lezen import yaml as lezer
from regels.lezen.vorm import houd_tegen
from regels.lezen.yaml import MAX_DELEN, ontleed_yaml
from regels.melding import Invoerfout, Melding
from regels.model import Regel

if TYPE_CHECKING:
    from collections.abc import Callable

GOED = """regels:
  - code: een-regel  # uitleg
    titel: "Titel: met \\u00e9 en \\ud83d\\ude00"
    als: [{veld: aantal, minstens: 1}, {veld: kosten, hoogstens: 5}]
    zin: |
      Eerst dit.
      En dan 'dat'.
    geldig_van: 2022-01-01
"""
STUKJES = [*"{}[]:,#&*!|>'\"%@`-?\\\n\t ", "  - ", "\\q", "\\x", "\\ud83d", "---\n", "\x07", "é"]


def _lees(tekst: str) -> Any:
    try:
        return ontleed_yaml(tekst, "f.yaml").waarde
    except Invoerfout as fout:
        return fout.zinnen


@pytest.fixture
def zonder_libyaml(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    return lambda: monkeypatch.setattr(lezer, "_LADER", yaml.SafeLoader)


@pytest.mark.traag
def test_een_fout_staat_op_dezelfde_plek_met_en_zonder_libyaml(
    zonder_libyaml: Callable[[], None],
) -> None:
    kans = random.Random(27)
    teksten = []
    for _ in range(400):
        plek = kans.randrange(len(GOED))
        teksten.append(GOED[:plek] + kans.choice(STUKJES) + GOED[plek + kans.randrange(3) :])
    met = [_lees(tekst) for tekst in teksten]

    zonder_libyaml()
    zonder = [_lees(tekst) for tekst in teksten]

    geweigerd = [(m, z) for m, z in zip(met, zonder, strict=True) if isinstance(m, tuple)]
    assert len(geweigerd) > 100
    assert [paar for paar in geweigerd if paar[0] != paar[1]] == []


def test_json_met_een_teken_in_twee_helften_is_dat_teken() -> None:
    assert _lees('{"titel": "\\ud83d\\ude00 \\u00e9", "\\ud83d\\ude00": 1}') == {
        "titel": "😀 é",
        "😀": 1,
    }


@pytest.mark.parametrize(
    ("tekst", "plek"),
    [
        ('a: "C:\\qx"', "f.yaml:1:8"),
        ('a: "\\xZZ"', "f.yaml:1:7"),
        ('b: 1\na: "\\UFFFFFFFF"', "f.yaml:2:5"),
    ],
)
def test_een_onbekende_code_wordt_zo_genoemd(tekst: str, plek: str) -> None:
    (zin,) = _lees(tekst)

    assert zin.startswith(f"{plek}: ")
    assert "een code die YAML kent" in zin


def test_een_lijst_zonder_eind_wordt_niet_uitgelezen() -> None:
    (zin,) = _lees("a: [" + "1, " * (MAX_DELEN + 1) + "1]")

    assert "20.000" in zin


def _meldingen(tekst: str) -> list[Melding]:
    gelezen = ontleed_yaml(tekst, "f.yaml")
    meldingen: list[Melding] = []
    houd_tegen(Regel, gelezen.waarde, gelezen, (), meldingen)
    return meldingen


@pytest.mark.parametrize("naam", ["[key]", "0", "", "a.b", "«»", "__class__"])
def test_een_veld_mag_heten_zoals_het_wil_en_is_dan_onbekend(naam: str) -> None:
    import json

    gevonden = [m.gevonden for m in _meldingen(f"{json.dumps(naam)}: 1")]

    assert sum("onbekend veld" in zin for zin in gevonden) == 1


def test_bij_een_datum_tussen_aanhalingstekens_staat_wat_te_doen() -> None:
    datums = {m.veld: m.suggestie for m in _meldingen("geldig_van: '2027-01-31'")}
    onzin = {m.veld: m.suggestie for m in _meldingen("geldig_van: 'morgen'")}

    assert datums["geldig_van"] == "haal de aanhalingstekens weg"
    assert onzin["geldig_van"] == ""
