"""Nothing of a region stands in the program: whatever a region calls by name is data.

The check is shown to see what is put there. What the program may say all the same, and why, stands
in contractwoorden.yaml.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from regiowoorden import (
    HOOFDMAP,
    PROFIELEN,
    Uitzondering,
    Vondst,
    Woord,
    Zoeker,
    gelijk,
    lees_uitzonderingen,
    programmabestanden,
    verzamel,
)

from agenda.invoer.profiel import lees_profiel
from agenda.invoer.standaard import standaardprofiel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VAN_ELKE_SOORT = {
    "een profiel": "centraal-gelderland",
    "een regio": "Regio Arnhem",
    "een gremium": "bresdo",
    "een thema": "werk-dagbesteding",
    "een veld": "juridische_toets",
    "een keuze": "peuters",
    "een indeling": "contractvorm",
    "een uitkomst": "bovenregionaal",
    "een regel": "planrelatie",
    "een criterium": "laaghangend-fruit",
    "een controle": "genoeg-stoelen",
    "een lid": "GM0202",
    "de naam van een lid": "Wijchen",
    "een deelregio": "rivierenland",
    "een groep": "foodvalley",
    "een plan": "regioplan-bw",
    "een bron": "kruisjeslijst",
    "een weg": "spoed",
    "een moment": "moment-2",
    "een samenwerking": "twee-zalen",
    "een woord van de regio": "seizoensplan",
    "een onderwerp": "wijk-ggz-teams",
}
VERSTOPT = {
    "een tekst": "X = 'bresdo'",
    "een tekst met hoofdletters en een punt": "X = 'Bresdo.'",
    "een deel van een tekst met waarden": "X = f'{1} bresdo: {2}'",
    "een deel van een opsomming": "X = 'college;bresdo'",
    "bytes": "X = b'bresdo'",
    "een sleutel": "X = {'bresdo': 1}",
    "een type": "X: Literal['bresdo']",
    "een variabele": "BRESDO = 1",
    "een variabele met een streepje ervoor": "_bresdo = 1",
    "een functie": "def bresdo(): ...",
    "een klasse": "class Bresdo: ...",
    "een argument": "def f(bresdo): ...",
    "een genoemd argument": "f(bresdo=1)",
    "een attribuut": "x.bresdo",
    "een attribuut in een tekst met waarden": "X = f'{x.bresdo}'",
    "een module": "import agenda.bresdo",
    "een naam bij het inladen": "from agenda import x as bresdo",
    "een geval": "match x:\n    case {'a': bresdo}: ...",
}
GEEN_VONDST = {
    "uitleg van een module": '"""Bresdo"""',
    "uitleg van een functie": "def f():\n    'bresdo'",
    "een opmerking": "X = 1  # bresdo",
    "een gewoon woord in een langere tekst": "X = 'Zij wonen hier.'",
    "de woorden van een code": "X = 'Controles: wat moet gelden'",
    "een woord waar het in zit": "X = 'raadsel', 'uitgastvrij'",
}


@cache
def zoeker() -> Zoeker:
    return Zoeker(verzamel())


def woorden_in(inhoud: str, bestand: str = "agenda/proef.py") -> list[str]:
    return [vondst.woord.tekst for vondst in zoeker().zoek_in(bestand, inhoud)]


@cache
def alle_vondsten() -> tuple[Vondst, ...]:
    return tuple(vondst for pad in programmabestanden() for vondst in zoeker().zoek(pad))


def test_geen_woord_van_een_regio_staat_in_het_programma() -> None:
    uitzonderingen = lees_uitzonderingen()
    fout = [v for v in alle_vondsten() if not any(u.geldt_voor(v) for u in uitzonderingen)]
    assert not fout, "\n".join(map(str, fout))


@pytest.mark.parametrize("uitzondering", lees_uitzonderingen(), ids=lambda u: u.woord)
def test_elke_uitzondering_is_nodig_en_heeft_een_reden(uitzondering: Uitzondering) -> None:
    nodig = [vondst for vondst in alle_vondsten() if uitzondering.geldt_voor(vondst)]
    assert nodig
    assert set(uitzondering.bestanden) <= {vondst.bestand for vondst in nodig}
    assert uitzondering.reden.endswith(".")


@pytest.mark.parametrize("soort", VAN_ELKE_SOORT)
def test_een_woord_van_elke_soort_wordt_gezien_in_een_kopie_van_een_module(soort: str) -> None:
    woord = VAN_ELKE_SOORT[soort]
    inhoud = (HOOFDMAP / "cli/waarom.py").read_text(encoding="utf-8")
    regel = inhoud.count("\n") + 1
    (vondst,) = zoeker().zoek_in("cli/waarom.py", f"{inhoud}_ERBIJ = {woord!r}\n")
    assert (vondst.regel, gelijk(vondst.woord.tekst)) == (regel, gelijk(woord))
    assert str(vondst).startswith(f"cli/waarom.py:{regel}: «")
    als_naam = gelijk(woord).upper()
    assert zoeker().zoek_in("cli/waarom.py", f"{inhoud}{als_naam} = 1\n") == [vondst]


@pytest.mark.parametrize("waar", VERSTOPT)
def test_waar_het_woord_ook_staat_het_wordt_gezien(waar: str) -> None:
    assert "bresdo" in [gelijk(woord) for woord in woorden_in(VERSTOPT[waar])]


@pytest.mark.parametrize("waar", GEEN_VONDST)
def test_uitleg_en_gewoon_nederlands_zijn_geen_vondst(waar: str) -> None:
    assert woorden_in(GEEN_VONDST[waar]) == []


def test_een_naam_van_een_bestand_wordt_gezien() -> None:
    assert woorden_in("", "agenda/feiten/planrelatie.py") == ["planrelatie"]


def test_een_plaats_en_een_naam_van_meer_woorden_staan_in_geen_enkele_tekst() -> None:
    assert woorden_in("X = 'zoals Gemeente Nijmegen, of gm0268'") == ["GM0268", "Nijmegen"]
    assert [gelijk(w) for w in woorden_in("X = 'tussen wal en schip vallen'")] == ["walenschip"]
    assert woorden_in("X = 'zoals wat_moet:3'") == ["wat-moet"]


@pytest.mark.parametrize(
    ("bestand", "inhoud"),
    [
        ("agenda/proef.js", "const bresdo = 1; // en meer"),
        ("agenda/proef.css", ".bresdo { color: red }"),
        ("agenda/proef.typ", "#let kop = [Bresdo]"),
        ("agenda/proef.yaml", "veld: bresdo"),
    ],
)
def test_ook_een_bestand_dat_geen_python_is_wordt_bekeken(bestand: str, inhoud: str) -> None:
    assert [gelijk(woord) for woord in woorden_in(inhoud, bestand)] == ["bresdo"]
    assert woorden_in("/* bresdo\nbresdo */\n// bresdo", bestand) == []


def test_een_uitzondering_geldt_alleen_in_haar_bestanden() -> None:
    woord = Woord("organisatie", "proef/themas.yaml", nergens=False)
    uitzondering = Uitzondering("organisatie", "Een reden.", ("agenda/een.py",))
    assert uitzondering.geldt_voor(Vondst("agenda/een.py", 1, woord))
    assert not uitzondering.geldt_voor(Vondst("agenda/twee.py", 1, woord))


@pytest.mark.parametrize("map_", PROFIELEN, ids=lambda map_: map_.name)
def test_elk_deel_van_een_profiel_dat_een_naam_heeft_wordt_gezocht(map_: Path) -> None:
    """The files are walked by their keys; here the parts that were read are walked instead."""
    profiel, regelset = lees_profiel(map_)
    delen = (*profiel.delen, *regelset.alle_regels, *regelset.alle_indelingen)
    gezocht = {gelijk(woord.tekst) for woord in verzamel([map_], [])}
    namen = {naam for deel in delen for naam in _namen_van(deel)}
    assert len(namen) > len(profiel.themas)
    assert sorted(naam for naam in namen if gelijk(naam) not in gezocht) == []


def _namen_van(deel: Any) -> Iterator[str]:
    """The code and names of a part and of the parts in it."""
    if isinstance(deel, (tuple, list)):
        for los in deel:
            yield from _namen_van(los)
    elif is_dataclass(deel):
        for veld in fields(deel):
            waarde = getattr(deel, veld.name)
            if veld.name in ("code", "naam", "kort", "titel", "kop") and waarde:
                yield waarde
            yield from _namen_van(waarde)


def test_het_profiel_van_een_dossier_dat_er_geen_noemt_staat_in_een_databestand() -> None:
    bestand = HOOFDMAP / "thema's" / "standaard.yaml"
    assert f"profiel: {standaardprofiel()}\n" in bestand.read_text(encoding="utf-8")
    assert (bestand.parent / standaardprofiel()).is_dir()
