"""`agenda vragen`: the next question about the weights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.kies import kies_lid
from cli.lever import lever
from cli.lezen import lees
from cli.nederlands import Gebruiksfout
from cli.opties import HIER, MAX_TOP, Debug, Dossiermap, Formaatkeuze, Themas, Uit
from cli.stromen import zeg

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.onderwerp.antwoord import Antwoordwaarde

_STOP = ("stop", "s", "q", "")


def vragen(
    dossier: Dossiermap = HIER,
    antwoord: Annotated[
        str | None,
        typer.Option(
            "--antwoord",
            metavar="WAARDE",
            help="Bewaar dit antwoord op de volgende vraag: links, rechts, even of weet-niet.",
        ),
    ] = None,
    gemeente: Annotated[
        str | None,
        typer.Option("--gemeente", metavar="NAAM", help="Vraag het aan deze gemeente."),
    ] = None,
    gesprek: Annotated[
        bool, typer.Option("--gesprek", help="Stel de vragen een voor een, en wacht op antwoord.")
    ] = False,
    top: Annotated[
        int, typer.Option("--top", min=1, max=MAX_TOP, help="Zo veel plaatsen telt de top.")
    ] = 10,
    formaat: Formaatkeuze = "tabel",
    uit: Uit = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Ask the fewest questions until the top is settled."""
    from agenda.weergave.vragen import toon_vragen

    waarde = _lees_antwoord(antwoord)
    if gesprek:
        _eis_gesprek(antwoord)
    gang = _Gang(dossier, themas, top, gemeente)
    if waarde is not None:
        gang.bewaar(waarde)
    if gesprek:
        gang.praat()
    lever(toon_vragen(gang.stand), formaat, uit)


def _lees_antwoord(getypt: str | None) -> Antwoordwaarde | None:
    from agenda.onderwerp.antwoord import ANTWOORDWAARDEN, bedoeld_antwoord
    from regels.taal import opsomming

    if getypt is None:
        return None
    waarde = bedoeld_antwoord(getypt)
    if waarde is None:
        keuzes = opsomming(ANTWOORDWAARDEN)
        raise Gebruiksfout(f"--antwoord: «{getypt}» is geen antwoord; kies {keuzes}.")
    return waarde


def _eis_gesprek(antwoord: str | None) -> None:
    """Questions are put only to somebody who sits at a terminal."""
    import sys

    if antwoord is not None:
        raise Gebruiksfout("Kies één van --antwoord en --gesprek.")
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        zin = "--gesprek wacht op wat u typt, en hier is geen toetsenbord. Gebruik --antwoord."
        raise Gebruiksfout(zin)


class _Gang:
    """The questions on one dossier: how far they are, and one answer further."""

    def __init__(self, dossier: Path, themas: Path | None, top: int, wie: str | None) -> None:
        self._dossier, self._themas, self._top, self._wie = dossier, themas, top, wie
        self.ga_na()

    def ga_na(self) -> None:
        """Read the dossier as it is now, and find what is settled."""
        from agenda.robuust.gesprek import Gesprek

        gelezen, ranglijst = lees(self._dossier, self._themas)
        ranglijst.eis_rangorde()
        self._map = gelezen.map_
        lid = kies_lid(ranglijst.profiel, self._wie) if self._wie is not None else None
        self.stand = Gesprek(ranglijst, self._top, lid)

    def bewaar(self, waarde: Antwoordwaarde) -> None:
        """Write the answer to the question that is now next, and go on to the one after it.

        Raises:
            Gebruiksfout: there is no question.
        """
        from agenda.invoer.antwoord_erbij import Erbij, zet_antwoord_erbij

        vraag, lid = self.stand.vraag, self.stand.gemeente
        if vraag is None:
            ligt_vast = "de top ligt al vast" if self.stand.klaar else "alles is gevraagd"
            raise Gebruiksfout(f"Er is geen vraag om te beantwoorden: {ligt_vast}.")
        zet_antwoord_erbij(self._map, Erbij(*vraag, waarde, lid.code if lid else None))
        self.ga_na()

    def praat(self) -> None:
        """Put question after question, until the top is settled or the user has enough."""
        from agenda.onderwerp.antwoord import bedoeld_antwoord
        from agenda.weergave.vragen import vraag_zin

        while (vraag := self.stand.vraag) is not None:
            zeg(f"\n{vraag_zin(self.stand, vraag)}")
            getypt = _typ("links, rechts, even, weet-niet of stop: ")
            if getypt is None or getypt.strip().casefold() in _STOP:
                return
            waarde = bedoeld_antwoord(getypt)
            if waarde is None:
                zeg("Dat is geen antwoord.")
                continue
            self.bewaar(waarde)


def _typ(prompt: str) -> str | None:
    """What the user types; None at the end of the input."""
    import sys

    print(prompt, end="", file=sys.stderr, flush=True)
    tekst = sys.stdin.readline()
    return tekst.rstrip("\n") if tekst else None
