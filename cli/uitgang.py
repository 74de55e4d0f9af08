"""The way out: every outcome becomes its exit code, and every fault words on stderr."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from agenda.rangorde.besluit import OnmogelijkeAfwijkingen
from agenda.rangorde.ranglijst import GeenRangorde, OnbekendOnderwerp, OnbekendVoorstel
from cli.stromen import VOL, maak_bruikbaar, sluit_af, zeg
from regels.ingedeeld import Botsing
from regels.lezen.tekst import GELEZEN
from regels.melding import Bestandsfout, Invoerfout, Regelstrijd
from regels.taal import opsomming, zichtbaar
from regels.toetser import Onenigheid

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agenda.kennis.profiel import GeenLeden
    from agenda.weergave.tekening.indeling import TeVeelInBeeld

FOUT_IN_PROGRAMMA = 1
VERKEERD_GEBRUIK = 2
VERKEERDE_INVOER = 3
TEGENSPRAAK = 4
BESTAND_OP_SLOT = 5
AFGEBROKEN = 130

_GEEN_KALENDERBESTAND = (
    "Fout: --uit: het bestand dat er al staat is geen kalender. Kies een andere naam."
)
_DICHT = "is niet te lezen of te schrijven. Mag u in deze map?"


def voer_uit(args: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        args: the words after the program name; None takes those of the process.

    Returns:
        The exit code: 0 done, 1 a bug, 2 wrong use, 3 wrong input, 4 rules or evaluators
        contradict, 5 a file is locked or not writable, 130 interrupted.
    """
    maak_bruikbaar()
    GELEZEN.clear()
    code = _voer_uit(args)
    return code if sluit_af() or code else BESTAND_OP_SLOT


def _voer_uit(args: Sequence[str] | None) -> int:
    try:
        from cli.app import app
        from cli.nederlands import start

        return start(app, args)
    except KeyboardInterrupt:
        zeg("Afgebroken.")
        return AFGEBROKEN
    except BrokenPipeError:  # whoever read the output has enough
        return 0
    except Exception as fout:  # the one place where every fault becomes words and an exit code
        code, zinnen = _in_woorden(fout)
        for zin in zinnen:
            zeg(zichtbaar(str(zin)))
        if "--debug" in (sys.argv if args is None else args):
            import traceback

            zeg("".join(traceback.format_exception(fout)).rstrip())
        return code


def _zonder_antwoord(fout: Exception) -> str | None:
    """The sentence for a question that has no answer; None when something else went wrong."""
    from agenda.indeling.indelingen import GeenIndeling
    from agenda.jaar.begroting import GeenBegroting
    from agenda.jaar.jaarkalender import GeenKalender
    from agenda.jaar.noemer import TeFijn
    from agenda.jaar.opgave import GeenCapaciteit, GeenKeuze
    from agenda.jaar.vergadering import GeenVergadering
    from agenda.kennis.profiel import GeenLeden
    from agenda.voortgang.dekking import GeenDekking
    from agenda.voortgang.stand import GeenBesluit
    from agenda.voortgang.werkgroepen import GeenWerkgroepen
    from agenda.weergave.indeling.woorden import geen_indeling_zin
    from agenda.weergave.jaar.begroting_zinnen import geen_begroting_zin
    from agenda.weergave.jaar.ics import GeenKalenderbestand
    from agenda.weergave.jaar.ruimte import GEEN_CAPACITEIT, geen_keuze_zin
    from agenda.weergave.jaar.woorden import TE_FIJN
    from agenda.weergave.ontbreekt import NietTeMaken, niet_te_maken_zin, ontbreekt_zin
    from agenda.weergave.tekening.indeling import (
        TeVeelInBeeld,  # not at start-up: most runs draw nothing
    )
    from agenda.weergave.vergadering import geen_kalender_zin, geen_vergadering_zin
    from agenda.weergave.voortgang.dekking_woorden import geen_dekking_zin
    from agenda.weergave.voortgang.werkgroepen import GEEN_BESTAND
    from agenda.weergave.voortgang.woorden import geen_besluit_zin
    from agenda.weergave.woorden import geen_rangorde, onbekend_onderwerp

    zinnen: tuple[tuple[type[Exception], Callable[[Any], str | None]], ...] = (
        (OnbekendOnderwerp, lambda fout: f"Fout: {onbekend_onderwerp(fout)}"),
        (GeenKeuze, geen_keuze_zin),
        (GeenRangorde, geen_rangorde),
        (GeenIndeling, geen_indeling_zin),
        (GeenBegroting, geen_begroting_zin),
        (GeenCapaciteit, lambda _: GEEN_CAPACITEIT),
        (TeFijn, lambda _: TE_FIJN),
        (GeenKalender, geen_kalender_zin),
        (GeenVergadering, geen_vergadering_zin),
        (GeenKalenderbestand, lambda _: _GEEN_KALENDERBESTAND),
        (ModuleNotFoundError, ontbreekt_zin),
        (NietTeMaken, niet_te_maken_zin),
        (GeenBesluit, geen_besluit_zin),
        (GeenDekking, geen_dekking_zin),
        (GeenLeden, _geen_leden),
        (GeenWerkgroepen, lambda _: GEEN_BESTAND),
        (OnbekendVoorstel, _onbekend_voorstel),
        (TeVeelInBeeld, _te_veel_in_beeld),
    )
    return next((zin(fout) for soort, zin in zinnen if isinstance(fout, soort)), None)


def _onbekend_voorstel(fout: OnbekendVoorstel) -> str:
    nummers = f"kies uit {opsomming(fout.bekend)}" if fout.bekend else "er zijn er geen"
    return f"Fout: Geen voorstel heeft nummer {fout.nummer}; {nummers}."


def _geen_leden(fout: GeenLeden) -> str:
    return (
        f"Dit profiel noemt geen {fout.leden} bij naam."
        " Zet ze bij «leden» in regio.yaml van het profiel."
    )


def _te_veel_in_beeld(fout: TeVeelInBeeld) -> str:
    return (
        f"Fout: Een plaatje van {fout.aantal} onderwerpen is niet te lezen"
        f" (hoogstens {fout.hoogstens}). Kies een deel met --onderwerp of --voorstel,"
        " of een andere vorm, zoals graphml."
    )


def _in_woorden(fout: Exception) -> tuple[int, Sequence[object]]:
    from agenda.weergave.indeling.woorden import botsing_zin

    if isinstance(fout, Invoerfout):
        code = TEGENSPRAAK if isinstance(fout, Regelstrijd) else VERKEERDE_INVOER
        return code, fout.zinnen
    if isinstance(fout, OnmogelijkeAfwijkingen):
        kop = "besluit.json: afwijkingen: past niet bij deze ranglijst"
        return VERKEERDE_INVOER, [f"{kop}: {a.code}: {reden}" for a, reden in fout.fouten]
    if (zin := _zonder_antwoord(fout)) is not None:
        return VERKEERD_GEBRUIK, [zin]
    if isinstance(fout, Bestandsfout):
        return BESTAND_OP_SLOT, [fout]
    if isinstance(fout, OSError):  # a folder that may not be entered, or a stream that is full
        wat, reden = ("uitvoer", VOL) if fout.filename is None else (fout.filename, _DICHT)
        return BESTAND_OP_SLOT, [Bestandsfout(str(wat), reden)]
    if isinstance(fout, Onenigheid):
        waar = f"Onderwerp {fout.onderwerp}, regel" if fout.onderwerp else "Regel"
        gevolg = " Er is geen ranglijst gemaakt." if fout.onderwerp else ""
        zin = (
            f"{waar} {fout.verwacht.regel.code}: de twee evaluatoren"
            f" geven niet hetzelfde antwoord. De referentie zegt {fout.verwacht.uitkomst},"
            f" durable-rules zegt {fout.antwoord}.{gevolg}"
            " Meld dit aan de beheerder van het programma."
        )
        return TEGENSPRAAK, [zin]
    if isinstance(fout, Botsing):
        return TEGENSPRAAK, [botsing_zin(fout)]
    zin = f"Er ging iets mis in het programma ({type(fout).__name__})."
    return FOUT_IN_PROGRAMMA, [f"{zin} Meld dit, met wat --debug toont."]
