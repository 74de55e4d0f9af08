"""What municipalities say of the criteria, in words and as data: how many, who, and why."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Any

from agenda.weergave.getallen import afgerond
from agenda.weergave.lezing import lezing_zin
from agenda.weergave.vormen import Tak

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.oordeel import Gemeenteoordeel, Stem, Telling
    from agenda.rangorde.ranglijst import Beoordeeld, Ranglijst, Uitslag
    from agenda.uitleg.uitleg import Criterium, Uitleg
    from regels.model import Uitkomst

MERKEN: dict[Uitkomst, str] = {"ja": "✓", "nee": "✗", "onbekend": "?"}
"""How each answer is marked, so that one sees at a glance how many there are, without colour."""

PRECIES = "Score precies"
"""The heading of the exact scores, beside those that a program can count with."""

OORDELENBLAD = "Oordelen"
"""The sheet of the workbook with every answer of a municipality."""

MAX_REDENEN, MAX_TEKENS = 3, 240
"""What a document tells of why municipalities give one answer: so many reasons, each so long."""


def leeshulp_oordelen(ranglijst: Ranglijst) -> tuple[str, ...]:
    """How to read a list in which municipalities differ; nothing where none of them speaks."""
    if not ranglijst.dossier.oordelen:
        return ()
    meer = ranglijst.profiel.woorden.lid.meer
    return (
        f"«(9 van 13)»: van de 13 {meer} die dit beoordelen, zeggen er 9 ja. Dat telt voor 9/13.",
        "«2,92 (38/13)»: de breuk is de precieze score, het getal ervoor is afgerond.",
    )


def tellingen_json(uitslag: Uitslag) -> dict[str, Any]:
    """Per criterion how many say what, under a key of its own; nothing where nobody speaks."""
    if not uitslag.tellingen:
        return {}
    delen = zip(uitslag.criteria, uitslag.tellingen, strict=True)
    return {"oordelen": {oordeel.regel.code: telling._asdict() for oordeel, telling in delen}}


def telling_tekst(telling: Telling) -> str:
    """How many say what: «9 ja, 3 nee, 1 onbekend»."""
    return ", ".join(f"{aantal} {wat}" for wat, aantal in telling._asdict().items() if aantal)


def antwoord_tekst(waarde: str, telling: Telling | None) -> str:
    """An answer, with who differ: «ja», or «verdeeld: 9 ja, 3 nee, 1 onbekend»."""
    if telling is None or waarde != "verdeeld":
        return waarde
    return f"{waarde}: {telling_tekst(telling)}"


def antwoorden(uitslag: Uitslag) -> Iterator[str]:
    """The same of each criterion, in rule order."""
    for nummer in range(len(uitslag.criteria)):
        telling = uitslag.tellingen[nummer] if uitslag.tellingen else None
        yield antwoord_tekst(uitslag.waarde(nummer), telling)


def telt_mee_delen(beoordeeld: Beoordeeld, gewichten: Mapping[str, int]) -> Iterator[str]:
    """The criteria that give a topic its points: «Veiligheid», or «Veiligheid (9 van 13)»."""
    uitslag = beoordeeld.uitslag
    for nummer, (regel, uitkomst, _) in enumerate(uitslag.criteria):
        if not gewichten[regel.code]:
            continue
        if uitslag.tellingen:
            telling = uitslag.tellingen[nummer]
            if telling.ja:
                yield f"{regel.titel} ({telling.ja} van {telling.aantal})"
        elif uitkomst == "ja":
            yield regel.titel


def som_tekst(uitleg: Uitleg) -> str:
    """How the points add up: «1 + 0 + 9/13 = 22/13, afgerond 1,69»."""
    som = " + ".join(str(deel.punten) for deel in uitleg.criteria)
    return f"{som} = {afgerond(uitleg.score)}"


def zeggen_ja(telling: Telling, profiel: Profiel) -> str:
    """«9 van 13 gemeenten zeggen ja», «1 van 13 gemeenten zegt ja»."""
    een = 1 in (telling.ja, telling.aantal)
    woord, zegt = profiel.woorden.lid, "zegt" if een else "zeggen"
    return f"{telling.ja} van {woord.geteld(telling.aantal)} {zegt} ja"


def per_antwoord(stemmen: Sequence[Stem]) -> Iterator[tuple[Uitkomst, tuple[Stem, ...]]]:
    """Who say what, ja first; an answer that nobody gives is left out."""
    for uitkomst in MERKEN:
        wie = tuple(stem for stem in stemmen if stem.uitkomst == uitkomst)
        if wie:
            yield uitkomst, wie


def wie_zin(uitkomst: Uitkomst, wie: Sequence[Stem], profiel: Profiel) -> str:
    """«ja (2): Druten, Wijchen»; of who did not fill in anything that is said."""
    namen = ", ".join(_naam(stem, profiel) for stem in wie)
    return f"{uitkomst} ({len(wie)}): {namen}"


def wie_tekst(stemmen: Sequence[Stem], profiel: Profiel) -> str:
    """The same of every answer, each on a line of its own; empty where nobody speaks."""
    return "\n".join(wie_zin(*deel, profiel) for deel in per_antwoord(stemmen))


def _naam(stem: Stem, profiel: Profiel) -> str:
    naam = profiel.lid[stem.gemeente].naam
    if stem.oordeel is None:
        return f"{naam} (niets ingevuld)"
    return naam if stem.waarde == stem.uitkomst else f"{naam} (vulde {stem.waarde} in)"


def redenen(wie: Sequence[Stem], profiel: Profiel) -> list[str]:
    """Why each says so, as far as that is filled in."""
    delen = ((stem.gemeente, _reden(stem.oordeel)) for stem in wie if stem.oordeel)
    return [f"{profiel.lid[gemeente].naam}: {reden}" for gemeente, reden in delen if reden]


def zonder_onderbouwing(wie: Sequence[Stem], profiel: Profiel) -> list[str]:
    """Who say ja and do not say why, in a sentence; none when there are none."""
    namen = [
        profiel.lid[stem.gemeente].naam
        for stem in wie
        if stem.oordeel and stem.waarde == "ja" and not stem.oordeel.onderbouwing
    ]
    return [f"Onderbouwing ontbreekt bij: {', '.join(namen)}."] if namen else []


def korte_redenen(wie: Sequence[Stem], profiel: Profiel) -> list[str]:
    """The first few reasons in short, how many there are besides, and who give none."""
    alle = redenen(wie, profiel)
    over = len(alle) - MAX_REDENEN
    return [
        *(shorten(zin, MAX_TEKENS, placeholder=" …") for zin in alle[:MAX_REDENEN]),
        *([f"En nog {over}; zie het blad {OORDELENBLAD} in Excel."] if over > 0 else []),
        *zonder_onderbouwing(wie, profiel),
    ]


def _reden(oordeel: Gemeenteoordeel) -> str:
    """Why: «Er is overlast. Bron: Nota, blz. 3. Onze lezing: …»; empty when nothing is said."""
    bron = f"Bron: {oordeel.bron}" if oordeel.bron else ""
    delen = filter(None, (oordeel.onderbouwing, bron, lezing_zin(oordeel.lezing)))
    return " ".join(deel if deel.endswith((".", "!", "?")) else f"{deel}." for deel in delen)


def stemmen_takken(stemmen: Sequence[Stem], profiel: Profiel) -> Iterator[Tak]:
    """Who say what, and why: a line of marks, and below it a branch for each answer."""
    groepen = tuple(per_antwoord(stemmen))
    yield Tak(" ".join(MERKEN[uitkomst] for uitkomst, wie in groepen for _ in wie))
    for uitkomst, wie in groepen:
        zinnen = (*redenen(wie, profiel), *zonder_onderbouwing(wie, profiel))
        yield Tak(f"{MERKEN[uitkomst]} {wie_zin(uitkomst, wie, profiel)}", tuple(map(Tak, zinnen)))


def stemmen_rijen(code: str, deel: Criterium, profiel: Profiel) -> Iterator[tuple[str, ...]]:
    """The same as rows of the flat table of an explanation."""
    for stem in deel.stemmen:
        wie = profiel.lid[stem.gemeente].naam
        waarom = [getattr(stem.oordeel, naam, "") for naam in ("onderbouwing", "bron", "lezing")]
        yield code, "oordeel", deel.regel.titel, stem.waarde, wie, "", "", "", *waarom


def stemmen_json(stemmen: Sequence[Stem]) -> list[dict[str, str]]:
    """Who say what, and why, in the order of the region."""
    namen = ("onderbouwing", "bron", "lezing", "vindplaats")
    return [
        {
            "gemeente": stem.gemeente,
            "waarde": stem.waarde,
            **{naam: getattr(stem.oordeel, naam) if stem.oordeel else "" for naam in namen},
            **({"telt_als": stem.uitkomst} if stem.uitkomst != stem.waarde else {}),
        }
        for stem in stemmen
    ]
