"""How the list came about: what makes it possible to check it years later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.rangorde.ranglijst import op_titel
from agenda.stuk.blokken import Alinea, Deel, Gegevens, Onderwerpentabel
from agenda.stuk.verklaringen import HERKOMST
from agenda.weergave.bronlezingen import kennislezingen
from agenda.weergave.getallen import dag
from agenda.weergave.kop import herkomst_rijen
from agenda.weergave.lezing import telling_zin
from agenda.weergave.oordelen import OORDELENBLAD
from agenda.weergave.regels import REGELSOORTEN, gevolg_zinnen
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import onderwerp_anker
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.stuk.blokken import Blok
    from agenda.uitleg.jaaragenda import Jaaragenda

_IN_LEESWIJZER = ("uitgangspunt", "criterium")


def verantwoording(agenda: Jaaragenda) -> Deel:
    """The other rules with their sources, readings, versions and hashes, and all codes."""
    return Deel(
        "verantwoording",
        "Hoe deze lijst tot stand kwam",
        (),
        (
            *_regels(agenda),
            Deel("lezing", "Wat onze lezing is", _lezing(agenda)),
            Deel("herkomst", HERKOMST, _herkomst(agenda)),
            *_codes(agenda),
        ),
    )


def _regels(agenda: Jaaragenda) -> Iterator[Deel]:
    """The rules that are not told at the front."""
    ranglijst = agenda.ranglijst
    tabel = Tabel(
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
            if soort not in _IN_LEESWIJZER
            for regel in ranglijst.regels
            if regel.soort == soort
        ),
        rekbaar=(2, 3),
    )
    if tabel.rijen:
        yield Deel("regels", "De regels", (tabel,))


def _lezing(agenda: Jaaragenda) -> tuple[Blok, ...]:
    """How much of the answers is our reading, and each reading in the knowledge of the region."""
    ranglijst = agenda.ranglijst
    rijen = tuple(
        (opsomming(wie, "en"), ranglijst.profiel.citeer(bron), bron.lezing)
        for wie, bron in kennislezingen(ranglijst.profiel)
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


def _codes(agenda: Jaaragenda) -> Iterator[Deel]:
    """The code of every topic, as it stands in the input."""
    leden = sorted(agenda.alle, key=op_titel)
    if not leden:
        return
    woord = agenda.ranglijst.profiel.woorden.onderwerp
    rijen = tuple((lid.titel, lid.code) for lid in leden)
    tabel = Tabel("Codes", (woord.kop, "Code in de invoer"), rijen, rekbaar=(0, 1))
    doelen = tuple(onderwerp_anker(lid.code) for lid in leden)
    blok = Onderwerpentabel(tabel, 0, doelen, dicht=True, bladzijden=True)
    yield Deel("codes", f"Codes van de {woord.meer}", (blok,))
