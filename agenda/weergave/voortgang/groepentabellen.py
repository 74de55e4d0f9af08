"""The working groups as tables for people: groups, members, topics, gaps, and what rules say."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from agenda.weergave.getallen import dag, fte_tekst
from agenda.weergave.voortgang.naoordeel import oordeelregels
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import hoogstens_tekst
from regels.taal import opsomming, telling

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agenda.kennis.profiel import Profiel
    from agenda.voortgang.werkgroep import Werkgroep, Zetel
    from agenda.voortgang.werkgroepen import (
        Groepsbeeld,
        Groepshiaat,
        Groepshiaatsoort,
        Lidwerk,
        Ruimte,
        Werkgroepenoverzicht,
    )
    from agenda.weergave.voortgang.naoordeel import Oordeelregel

_ONBEKEND = "onbekend"


def werkgroepen_tabellen(overzicht: Werkgroepenoverzicht) -> Iterator[Tabel]:
    """Groups, seats, members, topics, then what is missing and what the rules say."""
    yield groepen_tabel(overzicht)
    if any(beeld.groep.zetels for beeld in overzicht.groepen):
        yield zetels_tabel(overzicht)
    if overzicht.leden:
        yield leden_tabel(overzicht)
    yield onderwerpen_tabel(overzicht)
    yield hiaten_tabel(overzicht)
    yield regels_tabel(overzicht)


def groepen_tabel(overzicht: Werkgroepenoverzicht) -> Tabel:
    """The overview of groups, goals and members.

    Bron: Inrichtingsplan §2.2.2.
    """
    onderwerp = overzicht.agenda.ranglijst.profiel.woorden.onderwerp
    noten = []
    if overzicht.andere_dagen:
        andere = telling(overzicht.andere_dagen, "werkgroep", "werkgroepen")
        noten.append(f"Op een andere dag is er nog: {andere}.")
    if any(beeld.ook_elders for beeld in overzicht.groepen):
        noten.append(
            "* Dit ligt ook bij een andere werkgroep. Hoe het werk is verdeeld, staat er niet."
        )
    return Tabel(
        f"Werkgroepen op {dag(overzicht.op)}",
        ("Werkgroep", "Soort", "Doel", onderwerp.koppen, "Fte", "Gevraagd"),
        tuple(_groep_rij(beeld, overzicht) for beeld in overzicht.groepen),
        tuple(noten),
        rekbaar=(0, 1, 2, 3, 4),
    )


def _groep_rij(beeld: Groepsbeeld, overzicht: Werkgroepenoverzicht) -> tuple[str, ...]:
    groep, profiel = beeld.groep, overzicht.agenda.ranglijst.profiel
    soort = profiel.gremium[groep.gremium].naam if groep.gremium else _ONBEKEND
    onderwerpen = [
        f"{overzicht.titel(code)}{'*' if code in beeld.ook_elders else ''}"
        for code in groep.onderwerpen
    ]
    return (
        groep.naam,
        soort,
        groep.doel or _ONBEKEND,
        "\n".join(onderwerpen) or "geen",
        fte_van_groep(groep),
        _ONBEKEND if beeld.gevraagd is None else fte_tekst(beeld.gevraagd),
    )


def fte_van_groep(groep: Werkgroep) -> str:
    """What its seats take, as far as that is known."""
    if groep.zetels is None:
        return _ONBEKEND
    return fte_of_onbekend(Fraction(groep.fte), groep.zonder_fte)


def zetels_tabel(overzicht: Werkgroepenoverzicht) -> Tabel:
    """Who sits where: a municipality and a function, never a person."""
    profiel = overzicht.agenda.ranglijst.profiel
    return Tabel(
        "Zetels",
        ("Werkgroep", profiel.woorden.lid.kop, "Functie", "Fte", "Namens", "Trekker"),
        tuple(
            (
                *(beeld.groep.naam, profiel.lid[zetel.gemeente].naam, zetel.functie),
                _ONBEKEND if zetel.fte is None else fte_tekst(zetel.fte),
                *(namens_tekst(zetel, profiel), "ja" if zetel.trekker == "ja" else ""),
            )
            for beeld in overzicht.groepen
            for zetel in beeld.groep.zetels or ()
        ),
        rekbaar=(0, 1, 2, 4),
    )


def namens_tekst(zetel: Zetel, profiel: Profiel) -> str:
    """For whom a seat speaks, by name; empty when that is its own municipality."""
    delen = {code: deel.naam for code, deel in profiel.deelregio.items()}
    leden = {code: lid.naam for code, lid in profiel.lid.items()}
    namen: Mapping[str, str] = {**leden, **delen}
    return opsomming((namen[code] for code in zetel.namens), "en")


def fte_of_onbekend(fte: Fraction, zonder: int) -> str:
    """An amount of work, with of how many seats it is unknown: «0,4 fte en 1 zetel onbekend»."""
    bekend = fte_tekst(Decimal(fte.numerator) / Decimal(fte.denominator))
    if not zonder:
        return bekend
    zetels = f"{telling(zonder, 'zetel', 'zetels')} {_ONBEKEND}"
    return f"{bekend} en {zetels}" if fte else zetels


def leden_tabel(overzicht: Werkgroepenoverzicht) -> Tabel:
    """Who carries how much."""
    woord = overzicht.agenda.ranglijst.profiel.woorden.lid
    return Tabel(
        "Wie doet hoeveel",
        (woord.kop, "Werkgroepen", "Fte", "Ruimte", "Over"),
        tuple(_lid_rij(werk) for werk in overzicht.leden),
        tuple(_ruimte_noten(overzicht)),
        rekbaar=(0, 1),
    )


def _lid_rij(werk: Lidwerk) -> tuple[str, ...]:
    namen = dict.fromkeys(groep.naam for groep, _ in werk.zetels)
    ruimte, over = werk.ruimte, werk.over
    fte = fte_of_onbekend(werk.fte, werk.zonder_fte)
    return (
        werk.lid.naam,
        "; ".join(namen) or "geen",
        fte if werk.zetels else "geen",
        _ONBEKEND if ruimte is None else _ruimte_tekst(ruimte),
        _ONBEKEND if ruimte is None or over is None else _over_tekst(over, ruimte),
    )


def _ruimte_tekst(ruimte: Ruimte) -> str:
    """«0,4 fte», «minstens 0,2 fte»."""
    return f"{'minstens ' if ruimte.minstens else ''}{fte_of_onbekend(ruimte.fte, 0)}"


def _over_tekst(over: Fraction, ruimte: Ruimte) -> str:
    """What is left of the room, or how much is too much; of a least nothing is."""
    if over < 0:
        return f"{fte_of_onbekend(-over, 0)} {'meer' if ruimte.minstens else 'te veel'}"
    return fte_of_onbekend(over, 0)


def _ruimte_noten(overzicht: Werkgroepenoverzicht) -> Iterator[str]:
    profiel = overzicht.agenda.ranglijst.profiel
    for ruimte in dict.fromkeys(i.ruimte for i in overzicht.leden if i.ruimte and i.ruimte.bron):
        if ruimte and ruimte.bron:
            per = f"{_ruimte_tekst(ruimte)} per {profiel.woorden.lid.een}"
            yield f"De ruimte is {per}: {profiel.citeer(ruimte.bron)}."


def onderwerpen_tabel(overzicht: Werkgroepenoverzicht) -> Tabel:
    """Who works on each topic, in the order of the agenda."""
    woord = overzicht.agenda.ranglijst.profiel.woorden.onderwerp
    return Tabel(
        f"Werkgroep per {woord.een}",
        ("Code", woord.kop, "Werkgroepen", "Inspanning"),
        tuple(
            (
                *(werk.onderwerp.code, werk.onderwerp.titel),
                "; ".join(groep.naam for groep in werk.groepen) or "geen",
                _ONBEKEND
                if werk.onderwerp.inspanning_fte is None
                else fte_tekst(werk.onderwerp.inspanning_fte),
            )
            for werk in overzicht.onderwerpen
        ),
        rekbaar=(1, 2),
    )


def hiaten_tabel(overzicht: Werkgroepenoverzicht) -> Tabel:
    """What is missing, a row for each kind."""
    per_soort: dict[str, list[str]] = {}
    for hiaat in overzicht.hiaten():
        per_soort.setdefault(_kop(hiaat.soort, overzicht), []).append(_waarbij(hiaat, overzicht))
    return Tabel(
        "Wat ontbreekt",
        ("Wat", "Aantal", "Waarbij"),
        tuple((kop, len(wie), hoogstens_tekst(wie)) for kop, wie in per_soort.items()),
        () if per_soort else ("Er ontbreekt niets.",),
        rekbaar=(0, 2),
        rechts=(1,),
    )


_HIATEN: dict[Groepshiaatsoort, str] = {
    "onderwerp-zonder-groep": "{Onderwerp} zonder werkgroep",
    "groep-zonder-doel": "Werkgroep zonder doel",
    "groep-zonder-onderwerp": "Werkgroep zonder {onderwerp}",
    "groep-zonder-zetels": "Werkgroep zonder zetels",
    "groep-zonder-trekker": "Werkgroep zonder trekker",
    "zetel-zonder-fte": "Zetel waarvan de fte onbekend is",
    "lid-zonder-groep": "{Lid} zonder zetel",
    "niet-op-de-agenda": "{Onderwerp} bij een werkgroep, maar niet op de agenda",
}
"""What each gap is called."""


def _kop(soort: Groepshiaatsoort, overzicht: Werkgroepenoverzicht) -> str:
    woorden = overzicht.agenda.ranglijst.profiel.woorden
    onderwerp, lid = woorden.onderwerp, woorden.lid
    return _HIATEN[soort].format(Onderwerp=onderwerp.kop, onderwerp=onderwerp.een, Lid=lid.kop)


def _waarbij(hiaat: Groepshiaat, overzicht: Werkgroepenoverzicht) -> str:
    lijst = overzicht.agenda.ranglijst
    delen = [overzicht.namen[hiaat.groep]] if hiaat.groep else []
    delen += [overzicht.titel(hiaat.onderwerp)] if hiaat.onderwerp else []
    delen += [lijst.profiel.lid[hiaat.lid].naam] if hiaat.lid else []
    return ": ".join(delen)


def hiaat_zin(hiaat: Groepshiaat, overzicht: Werkgroepenoverzicht) -> str:
    """A gap in one sentence: «Werkgroep zonder doel: tiel-thuis.»."""
    return f"{_kop(hiaat.soort, overzicht)}: {_waarbij(hiaat, overzicht)}."


def regels_tabel(overzicht: Werkgroepenoverzicht) -> Tabel:
    """What the rules of the profile say, of equal outcomes once."""
    lijst = overzicht.agenda.ranglijst
    wie = [(beeld.groep.naam, beeld.oordeel) for beeld in overzicht.groepen]
    wie += [(werk.lid.naam, werk.oordeel) for werk in overzicht.leden]
    per_regel: dict[Oordeelregel, list[str]] = {}
    for naam, oordeel in wie:
        for regel in oordeelregels(oordeel, lijst):
            per_regel.setdefault(regel, []).append(naam)
    lezingen = dict.fromkeys(lezing for regel in per_regel for lezing in regel.lezingen)
    return Tabel(
        "Wat de regels zeggen",
        ("Vraag", "Antwoord", "Waarom", "Waarbij", "Bron"),
        tuple(
            (regel.vraag, regel.uitkomst, regel.zin, hoogstens_tekst(namen), regel.bron)
            for regel, namen in per_regel.items()
        ),
        tuple(f"Onze lezing bij {lezing}" for lezing in lezingen)
        if per_regel
        else (zonder_regels_zin(overzicht),),
        rekbaar=(0, 1, 2, 3, 4),
    )


def zonder_regels_zin(overzicht: Werkgroepenoverzicht) -> str:
    """That the profile has no rules over groups, or that they say nothing."""
    profiel = overzicht.agenda.ranglijst.profiel
    rechter = overzicht.beoordelaar
    if not (rechter.gaat_over("groep") or rechter.gaat_over("zetels")):
        return f"Het profiel {profiel.regio.code} heeft geen regels over werkgroepen."
    return "De regels zeggen hier niets over."
