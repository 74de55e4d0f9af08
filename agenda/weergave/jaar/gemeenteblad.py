"""The year of one member as tables, as rows and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.jaar.begroten import te_verdelen
from agenda.rangorde.ranglijst import STATUSNAMEN
from agenda.weergave.getallen import fte_tekst, getal, procent
from agenda.weergave.indeling.woorden import uitkomst_tekst
from agenda.weergave.jaar.begroting_zinnen import noten_van
from agenda.weergave.jaar.gemeente_data import gemeente_json
from agenda.weergave.ranglijst import telt_mee
from agenda.weergave.vormen import Tabel, Weergave, in_tabellen
from agenda.weergave.woorden import (
    als_zin,
    heeft_plek,
    hoogstens_tekst,
    in_zin,
    plaats_tekst,
    zinnen_tekst,
)
from regels.taal import opsomming, telling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.jaar.gemeenteblad import Gemeenteblad
    from agenda.onderwerp.oordeel import Telling
    from agenda.rangorde.ranglijst import Beoordeeld


def toon_gemeenteblad(blad: Gemeenteblad) -> Weergave:
    """The sheet of a member in every form."""
    return in_tabellen(
        json=lambda: gemeente_json(blad),
        tabellen=lambda: gemeente_tabellen(blad),
        csv=lambda: _plat(blad),
    )


def gemeente_tabellen(blad: Gemeenteblad) -> Iterator[Tabel]:
    """Everything that there is to show; only what was brought in is there when it is nothing."""
    yield ingebracht_tabel(blad)
    if blad.spreekt_over:
        yield afwijkend_tabel(blad)
    if blad.volgorde:
        yield volgorde_tabel(blad)
    if blad.aandelen:
        yield kosten_tabel(blad)
    yield gevraagd_tabel(blad)
    if blad.indelingen:
        yield indeling_tabel(blad)


def ingebracht_tabel(blad: Gemeenteblad) -> Tabel:
    """What the member brought in, where it stands and why."""
    lijst = blad.agenda.ranglijst
    woord = lijst.profiel.woorden.onderwerp
    tabel = Tabel(
        f"Wat {blad.lid.naam} inbracht",
        ("Plaats", "Code", woord.kop, "Waarom daar"),
        tuple((_waar(b), b.code, b.titel, _waarom(blad, b)) for b in blad.ingebracht),
        () if blad.ingebracht else (f"Bij {woord.geen} staat dat {blad.lid.naam} het indiende.",),
        rekbaar=(2, 3),
    )
    return tabel if heeft_plek(lijst) else tabel.zonder("Plaats", "Waarom daar")


def _waar(beoordeeld: Beoordeeld) -> str:
    """Its place, or why it has none."""
    return plaats_tekst(beoordeeld) or STATUSNAMEN[beoordeeld.status]


def _waarom(blad: Gemeenteblad, beoordeeld: Beoordeeld) -> str:
    """What gives it its points, or what keeps it off the list."""
    if beoordeeld.status == "toegelaten":
        return telt_mee(beoordeeld, blad.agenda.ranglijst) or "Geen criterium telt mee."
    return zinnen_tekst(blad.agenda.uitleg(beoordeeld.code).redenen)


def afwijkend_tabel(blad: Gemeenteblad) -> Tabel:
    """Where the member says the opposite of most others."""
    woorden = blad.agenda.ranglijst.profiel.woorden
    over = telling(blad.spreekt_over, woorden.onderwerp.een, woorden.onderwerp.meer)
    return Tabel(
        f"Waar {blad.lid.naam} anders oordeelt dan de meeste andere {woorden.lid.meer}",
        (woorden.onderwerp.kop, "Criterium", blad.lid.naam, "De andere", "Waarom"),
        tuple(
            (
                *(deel.onderwerp.titel, deel.criterium.titel),
                *(deel.eigen.waarde, telling_tekst(deel.anderen), deel.eigen.onderbouwing),
            )
            for deel in blad.afwijkend
        ),
        (f"{blad.lid.naam} gaf haar oordeel over {over}.",),
        rekbaar=(0, 1, 4),
    )


def telling_tekst(geteld: Telling) -> str:
    """How many say what: «8 nee, 3 ja, 1 onbekend»; what nobody says is left out."""
    delen = sorted(zip(geteld, ("ja", "nee", "onbekend"), strict=True), key=lambda deel: -deel[0])
    return ", ".join(f"{aantal} {woord}" for aantal, woord in delen if aantal)


def volgorde_tabel(blad: Gemeenteblad) -> Tabel:
    """What is in the top of the list, or in that of the member, by its own order."""
    top, naam = blad.agenda.top, blad.lid.naam
    woord = blad.agenda.ranglijst.profiel.woorden.onderwerp
    toppers = [d for d in blad.volgorde if min(d.plaats, d.onderwerp.plaats or 0) <= top]
    rijen = tuple(
        (str(d.plaats), plaats_tekst(d.onderwerp), d.onderwerp.titel, procent(d.in_top))
        for d in toppers
    )
    erin = sum(d.plaats <= top < (d.onderwerp.plaats or 0) for d in toppers)
    eruit = sum(d.plaats > top >= (d.onderwerp.plaats or 0) for d in toppers)
    return Tabel(
        f"Als het aan {naam} ligt",
        (f"Plaats bij {naam}", "Plaats op de lijst", woord.kop, f"In de top {top}"),
        rijen,
        (
            f"Zo staat de top {top} bij wat {naam} zelf zei over de zwaarte van de criteria.",
            f"Nieuw in de top: {erin}. Eruit: {eruit}.",
            f"«In de top {top}»: bij welk deel van de wegingen die daarbij passen.",
        ),
        rekbaar=(2,),
    )


def kosten_tabel(blad: Gemeenteblad) -> Tabel:
    """What the member pays of each amount, and altogether."""
    begroting, profiel = te_verdelen(blad.agenda), blad.agenda.ranglijst.profiel
    rijen = tuple((naam, getal(samen), getal(deel)) for _, naam, samen, deel in kosten_rijen(blad))
    return Tabel(
        f"Wat het {blad.lid.naam} kost",
        ("Wat", "Samen (€)", f"Deel van {blad.lid.naam} (€)"),
        rijen,
        tuple(noten_van(begroting, profiel)) if begroting else (),
        rekbaar=(0,),
        rechts=(1, 2),
    )


def kosten_rijen(blad: Gemeenteblad) -> Iterator[tuple[str, str, int, int]]:
    """Code, name, whole amount and the member's part, in euros; the sum of all comes last."""
    for kosten, bedrag in blad.aandelen:
        yield kosten.code, kosten.naam, kosten.bedrag, bedrag
    samen = sum(aandeel.kosten.bedrag for aandeel in blad.aandelen)
    yield "", "Samen", samen, blad.totaal


def gevraagd_tabel(blad: Gemeenteblad) -> Tabel:
    """What the others, or the program, wait for."""
    rijen = tuple(gevraagd_rijen(blad))
    geen = f"Er staat nu niets open voor {blad.lid.naam}."
    return Tabel(
        f"Wat van {blad.lid.naam} wordt gevraagd",
        ("Wat", "Waarover", "Welke"),
        tuple((wat, waarover, welke) for wat, _, waarover, welke in rijen),
        () if rijen else (geen,),
        rekbaar=(1, 2),
    )


def gevraagd_rijen(blad: Gemeenteblad) -> Iterator[tuple[str, str, str, str]]:
    """What is asked, the code and the title of the topic, and what of it."""
    lijst = blad.agenda.ranglijst
    for inspanning in blad.inspanning:
        onderwerp = inspanning.onderwerp
        yield "Inspanning", onderwerp.code, onderwerp.titel, fte_tekst(inspanning.fte)
    alle = len(lijst.criteria)
    for onderwerp, criteria in blad.openstaand:
        titels = opsomming((in_zin(regel.titel) for regel in criteria), "en")
        welke = "alle criteria" if len(criteria) == alle else titels
        yield "Oordeel", onderwerp.code, onderwerp.titel, welke
    if lijst.rangschikt and lijst.toegelaten and not blad.volgorde:
        yield "Voorkeur", "", "De volgorde van de criteria", "nog niet gegeven"
    woord = lijst.profiel.woorden.onderwerp
    for veld, onderwerpen in blad.in_te_vullen:
        bij = f" bij {woord.geteld(len(onderwerpen))}" if onderwerpen else ""
        yield "Gegeven", veld.code, veld.kop, f"nog niet ingevuld{bij}"


def indeling_tabel(blad: Gemeenteblad) -> Tabel:
    """What the rules say of the member, by itself and at which topics."""
    per_uitkomst: dict[str, list[str]] = {}
    for _, titel, uitkomst in indeling_rijen(blad):
        per_uitkomst.setdefault(uitkomst, []).append(titel or "het hele jaar")
    return Tabel(
        f"Wat de regels zeggen van {blad.lid.naam}",
        ("Uitkomst", "Waarbij"),
        tuple((uitkomst, hoogstens_tekst(bij)) for uitkomst, bij in per_uitkomst.items()),
        rekbaar=(0, 1),
    )


def indeling_rijen(blad: Gemeenteblad) -> Iterator[tuple[str, str, str]]:
    """Code and title of the topic, empty where it is none, and an outcome with its question."""
    for onderwerp, uitkomsten in blad.indelingen:
        code, titel = (onderwerp.code, onderwerp.titel) if onderwerp else ("", "")
        for deel in uitkomsten:
            yield code, titel, f"{deel.indeling.naam}: {in_zin(uitkomst_tekst(deel))}"


def _plat(blad: Gemeenteblad) -> Tabel:
    """A row per finding, of whatever kind."""
    lid = blad.agenda.ranglijst.profiel.woorden.lid.een
    wie = (blad.lid.code, blad.lid.naam)
    koppen = (f"Code {lid}", f"Naam {lid}", "Soort", "Code", "Titel", "Wat", "Toelichting")
    return Tabel("Blad", koppen, tuple((*wie, *rij) for rij in gemeente_rijen(blad)))


def gemeente_rijen(blad: Gemeenteblad) -> Iterator[tuple[str, str, str, str | int, str]]:
    """Kind, code, title, what, and what is said of it."""
    for b in blad.ingebracht:
        yield "ingebracht", b.code, b.titel, _waar(b), _waarom(blad, b)
    for deel in blad.afwijkend:
        wat = f"{deel.criterium.titel}: {deel.eigen.waarde}"
        waarom = als_zin(f"de andere: {telling_tekst(deel.anderen)}")
        yield "anders", deel.onderwerp.code, deel.onderwerp.titel, wat, waarom
    for plek in blad.volgorde:
        op_lijst = f"op de lijst: {plaats_tekst(plek.onderwerp)}"
        yield "volgorde", plek.onderwerp.code, plek.onderwerp.titel, plek.plaats, als_zin(op_lijst)
    for code, naam, samen, bedrag in kosten_rijen(blad) if blad.aandelen else ():
        yield "kosten", code, naam, bedrag, f"van {samen}"
    for wat, code, titel, welke in gevraagd_rijen(blad):
        yield in_zin(wat), code, titel, welke, ""
    for code, titel, uitkomst in indeling_rijen(blad):
        yield "indeling", code, titel, uitkomst, ""
