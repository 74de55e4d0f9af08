"""Outcomes and checks as tables for people: short, whatever the number of topics and members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.weergave.indeling.woorden import (
    grond_zin,
    leden_tekst,
    onbekende_feiten,
    uitkomst_tekst,
)
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import als_kop, hoogstens_tekst
from regels.taal import opsomming, telling

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from agenda.feiten.boek import Waarover
    from agenda.indeling.indelingen import Controle
    from agenda.indeling.overzicht import OnderwerpIndeling, Overzicht
    from agenda.kennis.profiel import Profiel
    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.uitleg.jaaragenda import Jaaragenda
    from regels.indeling import Indeling
    from regels.model import Veld

MAX_RIJEN = 100
"""So many topics have a row in a table about members; CSV, JSON and Excel have all."""
_VOLGORDE = ("nee", "onbekend")


def indeling_tabellen(agenda: Jaaragenda) -> Iterator[Tabel]:
    """Topics, then members at topics, members and the year, then the checks."""
    overzicht, profiel = agenda.overzicht, agenda.ranglijst.profiel
    woord = profiel.woorden.onderwerp
    if overzicht.over("onderwerp"):
        yield onderwerpen_tabel(overzicht, overzicht.onderwerpen, f"Indeling per {woord.een}")
    if overzicht.over("deelname"):
        noten = tuple(leden_noten(profiel))
        yield deelname_tabel(overzicht, overzicht.onderwerpen, profiel, noten)
    yield from andere_tabellen(overzicht, profiel)
    if overzicht.controles:
        yield controles_tabel(agenda)


def onderwerpen_tabel(
    overzicht: Overzicht,
    onderwerpen: Sequence[OnderwerpIndeling],
    titel: str,
    waarom: Mapping[str, Veld] | None = None,
) -> Tabel:
    """Per topic a column per classification.

    Args:
        waarom: every field by its name, when a last column says what makes each outcome.
    """
    koppen = ("Titel", *_namen(overzicht.over("onderwerp")), *(("Waarom",) if waarom else ()))
    return Tabel(
        titel,
        ("Code", *koppen),
        tuple(
            (
                *(deel.onderwerp.code, deel.onderwerp.titel),
                *map(uitkomst_tekst, deel.uitkomsten),
                *(("\n".join(grond_zin(u, waarom) for u in deel.uitkomsten),) if waarom else ()),
            )
            for deel in onderwerpen
        ),
        rekbaar=tuple(range(1, 1 + len(koppen))),
    )


def deelname_tabel(
    overzicht: Overzicht,
    onderwerpen: Sequence[OnderwerpIndeling],
    profiel: Profiel,
    noten: tuple[str, ...] = (),
    *,
    op_titel: bool = False,
) -> Tabel:
    """Per topic which members have which outcome, a column per classification over pairs.

    Args:
        op_titel: whether topics go by their title, where nobody reads codes.
    """
    soorten, woorden = overzicht.over("deelname"), profiel.woorden
    namen = [d.onderwerp.titel if op_titel else d.onderwerp.code for d in onderwerpen]
    nog = len(onderwerpen) - MAX_RIJEN
    if nog > 0:
        wat = telling(nog, woorden.onderwerp.een, woorden.onderwerp.meer)
        noten = (f"En nog {wat}; alles staat in de vormen csv, json en xlsx.", *noten)
    return Tabel(
        f"Indeling per {woorden.onderwerp.een} en {woorden.lid.een}",
        (woorden.onderwerp.kop if op_titel else "Code", *_namen(soorten)),
        tuple(
            (namen[nr], *(leden_tekst(n, deel.leden) for n in range(len(soorten))))
            for nr, deel in enumerate(onderwerpen[:MAX_RIJEN])
        ),
        noten,
        rekbaar=tuple(range(not op_titel, 1 + len(soorten))),
    )


def leden_noten(profiel: Profiel) -> Iterator[str]:
    """That not all members are known by name, so that nothing can be said of the others."""
    regio, woord = profiel.regio, profiel.woorden.lid
    bekend = len(regio.leden)
    if bekend < regio.aantal:
        kop = f"De regio heeft {telling(regio.aantal, woord.een, woord.meer)}"
        zijn = "is er 1" if bekend == 1 else f"zijn er {bekend}"
        wie = f"daarvan {zijn} bij naam bekend. De andere staan er niet bij"
        yield f"{kop}; {wie if bekend else 'geen daarvan is bij naam bekend'}."


def andere_tabellen(overzicht: Overzicht, profiel: Profiel) -> Iterator[Tabel]:
    """What is classified over members, and over the year as a whole."""
    if soorten := overzicht.over("lid"):
        woord = profiel.woorden.lid
        yield Tabel(
            f"Indeling per {woord.een}",
            (als_kop(woord.een), *_namen(soorten)),
            tuple((lid.naam, *map(uitkomst_tekst, delen)) for lid, delen in overzicht.leden),
            tuple(leden_noten(profiel)),
            rekbaar=tuple(range(1 + len(soorten))),
        )
    if overzicht.jaar:
        rijen = tuple((deel.indeling.naam, uitkomst_tekst(deel)) for deel in overzicht.jaar)
        yield Tabel("Indeling van het jaar", ("Vraag", "Uitkomst"), rijen, rekbaar=(0, 1))


def controles_tabel(agenda: Jaaragenda, *, op_titel: bool = False) -> Tabel:
    """What does not hold, then what cannot be said yet; of the rest how many hold.

    Args:
        op_titel: name topics by their title, for a reader who does not know the codes.
    """
    overzicht, lijst = agenda.overzicht, agenda.ranglijst
    per_regel: dict[tuple[int, int], list[Controle]] = {}
    regels = {c.regel.code: n for n, c in reversed([*enumerate(overzicht.controles)])}
    for controle in overzicht.controles:
        if (uitkomst := controle.oordeel.uitkomst) in _VOLGORDE:
            plek = (_VOLGORDE.index(uitkomst), regels[controle.regel.code])
            per_regel.setdefault(plek, []).append(controle)
    return Tabel(
        "Wat niet klopt, en wat nog niet te zeggen is",
        ("Klopt het?", "Controle", "Wat er te zeggen is", "Waarbij", "Bron"),
        tuple(
            _controle_rij(per_regel[plek], lijst, op_titel=op_titel) for plek in sorted(per_regel)
        ),
        (kloppen_zin(overzicht.controles),),
        rekbaar=(1, 2, 3, 4),
    )


def _controle_rij(
    gelijk: Sequence[Controle], lijst: Ranglijst, *, op_titel: bool
) -> tuple[str, ...]:
    """One rule with one outcome, wherever it has that."""
    oordeel, regel = gelijk[0].oordeel, gelijk[0].regel
    wat = gelijk[0].zin
    if oordeel.uitkomst == "onbekend":
        feiten = onbekende_feiten((controle.oordeel for controle in gelijk), lijst.velden)
        wat = f"Nog te weten: {feiten}. {wat}"
    waarbij = hoogstens_tekst([over_tekst(controle.over, op_titel=op_titel) for controle in gelijk])
    return oordeel.uitkomst, regel.titel, wat, waarbij, lijst.profiel.citeer(regel.bron)


def over_tekst(over: Waarover, *, op_titel: bool = False) -> str:
    """What a check is about: «zorg-inkopen bij Arnhem», or the whole year."""
    delen = []
    if over.onderwerp:
        delen.append(over.onderwerp.titel if op_titel else over.onderwerp.code)
    delen += [over.lid.naam] if over.lid else []
    return " bij ".join(delen) or "het hele jaar"


def kloppen_zin(controles: Sequence[Controle]) -> str:
    """How many checks hold: «Van de 15 controles kloppen er 12.»."""
    goed = sum(controle.oordeel.uitkomst == "ja" for controle in controles)
    if len(controles) == 1:
        return "De enige controle klopt." if goed else "De enige controle klopt niet, of nog niet."
    aantal = f"kloppen er {goed}" if goed > 1 else f"klopt er {goed or 'geen'}"
    return f"Van de {len(controles)} controles {aantal}."


def _namen(soorten: Sequence[Indeling]) -> tuple[str, ...]:
    return tuple(indeling.naam for indeling in soorten)


def alleen_getoond_zin(profiel: Profiel) -> str:
    """That some fields are shown and count for nothing; empty when there are none."""
    koppen = [v.kop for v in profiel.velden if v.over == "onderwerp" and v.veld.alleen_tonen]
    if not koppen:
        return ""
    wordt, telt = ("wordt", "telt") if len(koppen) == 1 else ("worden", "tellen")
    namen = opsomming((f"«{kop}»" for kop in koppen), "en")
    return f"{namen} {wordt} alleen getoond, en {telt} nergens voor mee."
