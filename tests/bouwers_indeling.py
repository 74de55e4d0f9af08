"""Classifications with random rules for tests, and what they come to by trying everything."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from bouwers_regels import maak_regel, maak_voorwaarde
from hypothesis import strategies as st

from regels.eigen_uitkomsten import GEEN
from regels.indeling import Indeling, Indelingsuitkomst
from regels.ingedeeld import Botsing, uitkomst_bij
from regels.model import Bron, Regel, Veld, Voorwaarde
from regels.referentie import oordeel
from regels.waarden import proefwaarden

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from regels.model import Waarde

CODES = ("rood", "geel", "groen")
BASIS = {
    veld.naam: veld
    for veld in (
        Veld("aantal", "hoeveel"),
        Veld("akkoord", "of het akkoord is", ("ja", "nee")),
        Veld("vorm", "welke vorm", ("rond", "recht", "scheef")),
    )
}


def maak_indeling(
    code: str = "kleur",
    botsing: str = "bespreken",
    anders: str | None = GEEN,
    uitkomsten: Sequence[str] = CODES,
) -> Indeling:
    return Indeling(
        code=code,
        over="onderwerp",
        naam="Welke kleur",
        uitkomsten=tuple(map(Indelingsuitkomst, uitkomsten)),
        botsing=botsing,  # type: ignore[arg-type]  # one of the three words, drawn at random
        anders=anders,
        bron=Bron("inrichtingsplan", "§3"),
    )


def indelingsregel(code: str, gevolg: Mapping[str, str], *als: Voorwaarde) -> Regel:
    return replace(maak_regel(*als, code=code), soort="indeling", gevolg=dict(gevolg))


class Regelgeheel(NamedTuple):
    """Rules in force together, with all they rest on."""

    regels: tuple[Regel, ...]
    indelingen: tuple[Indeling, ...]
    velden: dict[str, Veld]


@cache
def _over(veld: Veld) -> st.SearchStrategy[Voorwaarde]:
    """Conditions on one field; made once, for Hypothesis checks each strategy that it is given."""
    woorden = ["is", "niet"]
    if not veld.keuzes:
        woorden += ["minstens", "hoogstens", "meer_dan", "minder_dan"]
    waarden = st.sampled_from(veld.keuzes) if veld.keuzes else st.integers(0, 3)
    return st.builds(maak_voorwaarde, st.just(veld.naam), st.sampled_from(woorden), waarden)


@cache
def _voorwaarden(velden: tuple[Veld, ...]) -> st.SearchStrategy[list[Voorwaarde]]:
    return st.lists(st.sampled_from(velden).flatmap(_over), min_size=1, max_size=3)


@st.composite
def regelgehelen(
    draw: st.DrawFn, soorten: Sequence[str] = ("indeling",), meeste: int = 2
) -> Regelgeheel:
    """Up to two classifications, the second of which may rest on the first, with their rules."""
    velden = dict(BASIS)
    indelingen: list[Indeling] = []
    regels: list[Regel] = []
    for code in ("kleur", "maat")[: draw(st.integers(1, meeste))]:
        botsing = draw(st.sampled_from(["fout", "bespreken", "volgorde"]))
        anders = draw(st.sampled_from([GEEN, None, *CODES]))
        indeling = maak_indeling(code, botsing, anders)
        for nummer in range(draw(st.integers(0, 4))):
            als = draw(_voorwaarden(tuple(velden.values())))
            gevolg = {code: draw(st.sampled_from(CODES))}
            regels.append(indelingsregel(f"{code}-{nummer}", gevolg, *als))
        indelingen.append(indeling)
        velden[code] = indeling.veld
    andere = [soort for soort in soorten if soort != "indeling"]
    for nummer in range(draw(st.integers(0, 4)) if andere else 0):
        als = draw(_voorwaarden(tuple(velden.values())))
        regel = maak_regel(*als, code=f"regel-{nummer}")
        regels.append(replace(regel, soort=draw(st.sampled_from(andere))))
    return Regelgeheel(tuple(regels), tuple(indelingen), velden)


def alle_waarden(geheel: Regelgeheel, naam: str) -> tuple[Waarde, ...]:
    eisen = [v for regel in geheel.regels for v in regel.als if v.veld == naam]
    return proefwaarden(geheel.velden[naam], eisen)


def alle_invoer(geheel: Regelgeheel) -> Iterable[dict[str, Waarde | None]]:
    """Every complete input, with a few values more than can be told apart."""
    namen = [naam for naam in BASIS if any(naam in regel.velden for regel in geheel.regels)]
    for waarden in product(*(alle_waarden(geheel, naam) for naam in namen)):
        yield dict(zip(namen, waarden, strict=True))


def uitkomsten_bij(
    geheel: Regelgeheel, feiten: Mapping[str, Waarde | None]
) -> dict[str, str] | None:
    """What each classification comes to on complete facts; None when rules clash that may not."""
    vol = dict(feiten)
    uit: dict[str, str] = {}
    for indeling in geheel.indelingen:
        geven = [
            regel
            for regel in geheel.regels
            if indeling.code in regel.gevolg and oordeel(regel, vol).uitkomst == "ja"
        ]
        try:
            uit[indeling.code] = uitkomst_bij(indeling, geven)
        except Botsing:
            return None
        vol[indeling.code] = uit[indeling.code]
    return uit
