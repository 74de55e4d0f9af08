"""A new year that was made from an old one, in sentences: what went along, and what to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.opslag.rollen import DOSSIERBESTAND
from agenda.voortgang.nakijken import NAKIJKSOORTEN, Nakijkpunt, Nakijksoort
from agenda.voortgang.standfeit import NAMEN
from agenda.weergave.getallen import dag
from agenda.weergave.woorden import MAX_GENOEMD, hoogstens
from regels.melding import MAX_GETOOND
from regels.taal import opsomming, telling

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agenda.kennis.woorden import Woorden
    from agenda.rangorde.besluit import Besluit
    from agenda.voortgang.overgang import Overgang

_SOORTEN: dict[Nakijksoort, str] = {
    "plan": "een plan dat niet meer geldt",
    "voorstel": "een voorstel dat niet meer geldt, of klaar is",
    "bron": "een bron die is ingehaald",
    "vereiste": "iets waarop het wachtte, en dat nu klaar of gestopt is",
    "bedrag": "inspanning of kosten van {jaar}",
    "onbekend": "iets wat nog onbekend is",
}
"""Why something must be looked at again, as it reads in a list."""


class Punt(NamedTuple):
    """A value that must be looked at again, with what people call it."""

    punt: Nakijkpunt
    naam: str


class Vervolg(NamedTuple):
    """A new dossier that was made from an old year.

    Attributes:
        jaar: the old year.
        bestand: the file with topics.
        titels: code → title of every topic of the old year.
        besluit: what was decided of the old year.
        vorig_besluit: where that stands, as the new dossier names it.
        geen_vorig: the folder of a decision that it cannot name.
        punten: what must be looked at again.
        achtergelaten: files and settings that belong to the old year.
        veranderd: files of the old dossier that changed since the decision.
        zonder_kolom: fields that the new template does not ask for.
        bladen: sheets that somebody added to the old workbook.
        herschreven: files without the remarks that stood in them.
        leesbaar: whether the profile of now takes all of it.
    """

    jaar: int
    woorden: Woorden
    bestand: str
    titels: Mapping[str, str]
    overgang: Overgang
    besluit: Besluit | None
    vorig_besluit: str | None
    geen_vorig: str
    punten: tuple[Punt, ...]
    achtergelaten: tuple[str, ...]
    veranderd: tuple[str, ...]
    zonder_kolom: tuple[str, ...]
    bladen: tuple[str, ...]
    herschreven: tuple[str, ...]
    leesbaar: bool


def vervolg_zinnen(gemaakt: Vervolg) -> Iterator[str]:
    """What went along, what did not, and what must be looked at again; a line each."""
    yield _mee(gemaakt)
    yield from _achter(gemaakt)
    yield from _niet_mee(gemaakt)
    yield from _nakijken(gemaakt)


def _mee(gemaakt: Vervolg) -> str:
    woord, aantal = gemaakt.woorden.onderwerp, len(gemaakt.overgang.mee)
    uit = f"het dossier van {gemaakt.jaar}"
    if gemaakt.besluit is not None:
        uit = f"het besluit van {dag(gemaakt.besluit.datum)}"
    zin = f"Mee uit {uit}: {telling(aantal, woord.een, woord.meer)}."
    lopend = sum(feit.toestand == "loopt" for feit in gemaakt.overgang.feiten)
    if lopend:
        zin += f" Daarvan {'loopt' if lopend == 1 else 'lopen'} er {lopend}; dat blijft zo."
    return zin


def _achter(gemaakt: Vervolg) -> Iterator[str]:
    for toestand in ("klaar", "gestopt"):
        codes = [code for code, hoe in gemaakt.overgang.achter.items() if hoe == toestand]
        if codes:
            titels = [f"«{gemaakt.titels[code]}»" for code in codes]
            yield f"Niet mee, want {NAMEN[toestand][0]}: {opsomming(hoogstens(titels), 'en')}."


def _niet_mee(gemaakt: Vervolg) -> Iterator[str]:
    jaar = gemaakt.jaar
    if gemaakt.achtergelaten:
        yield f"Niet mee, want het hoort bij {jaar}: {opsomming(gemaakt.achtergelaten, 'en')}."
    if gemaakt.veranderd:
        wat = opsomming(gemaakt.veranderd, "en")
        yield f"Na het besluit veranderde er iets in {wat} van {jaar}. Dat ging niet mee."
    if gemaakt.zonder_kolom:
        wat = opsomming(hoogstens(list(gemaakt.zonder_kolom)), "en")
        yield f"Niet mee, want het profiel vraagt er niet meer naar: {wat}."
    if gemaakt.bladen:
        yield f"Niet mee, want het zijn eigen bladen: {opsomming(gemaakt.bladen, 'en')}."
    if gemaakt.bestand.endswith(".xlsx"):
        yield "De werkmap is nieuw: notities en opmaak van de oude staan er niet in."
    if gemaakt.herschreven:
        wat = opsomming(gemaakt.herschreven, "en")
        yield f"Opnieuw geschreven, zonder wat er achter een # stond: {wat}."
    if gemaakt.geen_vorig:
        yield f"vorig_besluit is niet ingevuld: {gemaakt.geen_vorig} past niet in dossier.yaml."


def _nakijken(gemaakt: Vervolg) -> Iterator[str]:
    if not gemaakt.punten:
        return
    yield "Kijk dit na:"
    for punt in (p.punt for p in gemaakt.punten if not p.punt.onderwerp):
        yield f"- «{punt.pad[0]}» in {DOSSIERBESTAND}: {punt.zin}"
    van_onderwerp = [p for p in gemaakt.punten if p.punt.onderwerp]
    for soort in NAKIJKSOORTEN:
        codes = dict.fromkeys(p.punt.onderwerp for p in van_onderwerp if p.punt.soort == soort)
        if codes:
            wat = _SOORTEN[soort].format(jaar=gemaakt.jaar)
            yield f"- {wat}: bij {_waar(gemaakt, [*codes])}"
    if gemaakt.bestand.endswith(".csv") or not gemaakt.leesbaar:
        for wat, punt in [(p.naam, p.punt) for p in van_onderwerp][:MAX_GETOOND]:
            yield f"  {punt.onderwerp}: {wat}: {punt.zin}"
        over = len(van_onderwerp) - MAX_GETOOND
        if over > 0:
            yield f"  en nog {over}"
    elif van_onderwerp and gemaakt.bestand.endswith(".xlsx"):
        yield f"In {gemaakt.bestand} zijn die cellen blauw; in de notitie staat waarom."
    elif van_onderwerp:
        yield f"In {gemaakt.bestand} staat waarom, achter «# nakijken:»."


def _waar(gemaakt: Vervolg, codes: list[str]) -> str:
    """«3 onderwerpen (a, b en c)»; where it is all of them, no codes."""
    woord = gemaakt.woorden.onderwerp
    if len(codes) == len(gemaakt.overgang.mee) > MAX_GENOEMD:
        return f"alle {len(codes)} {woord.meer}"
    genoemd = opsomming(hoogstens(codes), "en")
    return f"{telling(len(codes), woord.een, woord.meer)} ({genoemd})"
