"""The way out: output to stdout or a file, and every outcome to its exit code."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from regels.fouten import Bestandsfout, Invoerfout, Regelstrijd, zichtbaar
from regels.toetser import Onenigheid

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from agenda.weergave.vormen import Weergave

FOUT_IN_PROGRAMMA = 1
VERKEERDE_INVOER = 3
TEGENSPRAAK = 4
BESTAND_OP_SLOT = 5
AFGEBROKEN = 130

_BREEDTES = range(60, 161)


def voer_uit(args: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        args: the words after the program name; None takes those of the process.

    Returns:
        The exit code: 0 done, 1 a bug, 2 wrong use, 3 wrong input, 4 rules or evaluators
        contradict, 5 a file is locked or not writable, 130 interrupted.
    """
    for stroom in (sys.stdout, sys.stderr):
        # A console in an old code page must not crash, and output is the same on every machine.
        if hasattr(stroom, "reconfigure"):
            stroom.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        return _start(args)
    except KeyboardInterrupt:
        print("Afgebroken.", file=sys.stderr)
        code = AFGEBROKEN
    except Regelstrijd as fout:
        code = _meld(fout.meldingen, TEGENSPRAAK)
    except Invoerfout as fout:
        code = _meld(fout.meldingen, VERKEERDE_INVOER)
    except Bestandsfout as fout:
        code = _meld([fout], BESTAND_OP_SLOT)
    except Onenigheid as fout:
        oordeel = fout.verwacht
        zin = (
            f"onderwerp {fout.onderwerp}, regel {oordeel.regel.code}: de twee evaluatoren geven"
            f" niet hetzelfde antwoord (referentie: {oordeel.uitkomst}; durable-rules:"
            f" {sorted(fout.gevuurd)}). Er is geen ranglijst gemaakt."
        )
        code = _meld([zin], TEGENSPRAAK)
    except Exception as fout:  # the last resort: a bug is told in Dutch and gives exit code 1
        zin = f"Er ging iets mis in het programma ({type(fout).__name__})."
        code = _meld([f"{zin} Meld dit, met wat --debug toont."], FOUT_IN_PROGRAMMA)
    if "--debug" in (sys.argv if args is None else args):
        import traceback

        traceback.print_exc()
    return code


def _start(args: Sequence[str] | None) -> int:
    from cli.app import app
    from cli.nederlands import start

    return start(app, args)


def _meld(zinnen: Sequence[object], code: int) -> int:
    for zin in zinnen:
        print(zichtbaar(str(zin)), file=sys.stderr)
    return code


def lever(weergave: Weergave, formaat: str, uit: Path | None) -> None:
    """Write a result to stdout, or to a file of the user's choice.

    Raises:
        Bestandsfout: the file cannot be written; then nothing is written.
    """
    breedte = shutil.get_terminal_size((120, 24)).columns
    tekst = weergave.als(formaat, min(max(breedte, _BREEDTES[0]), _BREEDTES[-1]))
    if uit is None:
        sys.stdout.write(tekst)
        return
    from agenda.bestanden.schrijven import schrijf

    schrijf(uit, tekst.encode("utf-8"))
