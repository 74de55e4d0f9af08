"""How the list came about, and who decides: what makes it possible to check it years later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.blokken import Alinea, Deel, Gegevens
from agenda.uitleg.route import zonder_besluit
from agenda.weergave.bronlezingen import bronlezingen
from agenda.weergave.getallen import dag
from agenda.weergave.kop import herkomst_rijen
from agenda.weergave.lezing import telling_zin
from agenda.weergave.oordelen import OORDELENBLAD
from agenda.weergave.regels import REGELSOORTEN, gevolg_zinnen
from agenda.weergave.uitleg.route import GEEN_ROUTE, beslisser_in_zin, zonder_besluit_zin
from agenda.weergave.vormen import Tabel
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.stuk.blokken import Blok
    from agenda.uitleg.jaaragenda import Jaaragenda


def verantwoording(agenda: Jaaragenda) -> Deel:
    """Rules with their sources, weights, versions and hashes, and the statement on deciding."""
    return Deel(
        "verantwoording",
        "Hoe deze lijst tot stand kwam",
        (Alinea(_hoe(agenda.ranglijst)),),
        (
            Deel("bevoegdheid", "Wie besluit", (*verklaringen(agenda), *_overleggen(agenda))),
            Deel("regels", "De regels", (_regels(agenda),)),
            *(
                [Deel("gewichten", "De gewichten", (_gewichten(agenda), _over_gewichten(agenda)))]
                if agenda.ranglijst.rangschikt
                else []
            ),
            Deel("lezing", "Wat onze lezing is", _lezing(agenda)),
            Deel("herkomst", "Versies en controlegetallen", _herkomst(agenda)),
        ),
        nieuwe_pagina=True,
    )


def _hoe(ranglijst: Ranglijst) -> str:
    """What the rules of this region do, and what always holds."""
    woord = ranglijst.profiel.woorden.onderwerp
    mag = [f"of een {woord.een} op de agenda mag"] if ranglijst.toetst else []
    wie = woord.zij if mag else f"een {woord.een}"
    punten = [f"hoeveel punten {wie} krijgt"] if ranglijst.rangschikt else []
    zinnen = [f"Vaste regels bepalen {opsomming([*mag, *punten], 'en')}."] if mag or punten else []
    if ranglijst.indelingen and not ranglijst.rangschikt:
        zinnen.append(f"Vaste regels delen de {woord.meer} in.")
    zinnen.append("Dezelfde invoer geeft altijd dezelfde lijst.")
    if ranglijst.rangschikt:
        zinnen.append("Een gelijke score is een gelijke plaats.")
        zinnen.append("Wat eerst moet, verandert nooit een score.")
    if aantal := len({oordeel.onderwerp for oordeel in ranglijst.dossier.oordelen}):
        zinnen.append(
            f"Over {woord.geteld(aantal)} oordelen de {ranglijst.profiel.woorden.lid.meer} zelf:"
            " een criterium telt daar voor het deel van hen dat ja zegt."
        )
    return " ".join(zinnen)


def verklaringen(agenda: Jaaragenda) -> tuple[Alinea, ...]:
    """What the region says of every export: who decides, and what the list is not."""
    profiel = agenda.ranglijst.profiel
    alineas = [Alinea(zin, nadruk=True) for zin in _wie_beslist(agenda)]
    alineas += [
        Alinea(f"{v.zin} (Bron: {profiel.citeer(v.bron)}.)", nadruk=True)
        for v in profiel.teksten.verklaringen
    ]
    if profiel.regio.opmerking:
        alineas.append(Alinea(profiel.regio.opmerking))
    return tuple(alineas)


def _wie_beslist(agenda: Jaaragenda) -> Iterator[str]:
    """Who on the way of these topics does not decide, and who does; from the bodies' own data."""
    profiel = agenda.ranglijst.profiel
    if gremia := zonder_besluit(profiel):
        yield zonder_besluit_zin(gremia, profiel)
    if beslissers := [beslisser_in_zin(g) for g in profiel.beslissers]:
        lid, apart = profiel.woorden.lid, all(g.per_lid == "ja" for g in profiel.beslissers)
        waar = f", in {lid.elk} apart" if apart else ""
        yield f"Alleen het besluit van {opsomming(beslissers)} telt{waar}."


def _overleggen(agenda: Jaaragenda) -> Iterator[Blok]:
    profiel = agenda.ranglijst.profiel
    if not profiel.gremia:
        yield Alinea(GEEN_ROUTE)
        return
    yield Tabel(
        "Wie bespreekt, adviseert en beslist",
        ("Wie", "Rol", "Hoe vaak", "Taak", "Beslist", "Bron"),
        tuple(
            (g.naam, g.soort, g.ritme or "–", g.taak, profiel.beslist(g), profiel.citeer(g.bron))
            for g in profiel.gremia
        ),
        tuple(f"{g.naam}: {g.opmerking}" for g in profiel.gremia if g.opmerking),
        rekbaar=(0, 2, 3, 5),
    )


def _regels(agenda: Jaaragenda) -> Tabel:
    ranglijst = agenda.ranglijst
    return Tabel(
        "Regels",
        ("Soort", "Regel", "In één zin", "Bron"),
        tuple(
            (
                regel.soort,
                regel.titel,
                "\n".join((regel.zin, *gevolg_zinnen(regel, ranglijst.indelingen))),
                ranglijst.profiel.citeer(regel.bron),
            )
            for soort in REGELSOORTEN
            for regel in ranglijst.regels
            if regel.soort == soort
        ),
        rekbaar=(2, 3),
    )


def _gewichten(agenda: Jaaragenda) -> Tabel:
    ranglijst = agenda.ranglijst
    return Tabel(
        "Gewichten",
        ("Criterium", "Gewicht"),
        tuple((regel.titel, ranglijst.gewichten[regel.code]) for regel in ranglijst.criteria),
    )


def _over_gewichten(agenda: Jaaragenda) -> Alinea:
    return Alinea(
        "De gewichten zijn een keuze. Hoeveel daarvan afhangt, staat bij"
        f" {agenda.ranglijst.profiel.woorden.onderwerp.elk} onder «Hoe stevig is deze plaats?»."
    )


def _lezing(agenda: Jaaragenda) -> tuple[Blok, ...]:
    """How much of the answers is our reading, and each reading in the knowledge of the region."""
    ranglijst = agenda.ranglijst
    rijen = tuple(
        (opsomming(wie, "en"), ranglijst.profiel.citeer(bron), bron.lezing)
        for wie, bron in bronlezingen(ranglijst)
    )
    tabel = Tabel(
        "Onze lezing van de bronnen van regio en regels",
        ("Waarover", "Bron", "Onze lezing"),
        rijen,
        rekbaar=(0, 1, 2),
    )
    per = f"Bij {ranglijst.profiel.woorden.onderwerp.elk} staat per criterium wat onze lezing is."
    if ranglijst.dossier.oordelen:
        meer = ranglijst.profiel.woorden.lid.meer
        per += f" Van de oordelen van {meer} staan ze alle op het blad {OORDELENBLAD} in Excel."
    return (
        Alinea(telling_zin(agenda)),
        *([Alinea(per)] if ranglijst.rangschikt else []),
        *([tabel] if rijen else []),
    )


def _herkomst(agenda: Jaaragenda) -> tuple[Blok, ...]:
    instellingen = agenda.ranglijst.dossier.instellingen
    return (
        Gegevens(
            (
                ("Agendajaar", str(instellingen.jaar)),
                ("Peildatum", dag(instellingen.peildatum)),
                *herkomst_rijen(agenda.ranglijst),
            )
        ),
        Alinea(
            "De controlegetallen gaan over de inhoud. Dezelfde inhoud in Excel of in YAML"
            " geeft hetzelfde getal."
        ),
    )
