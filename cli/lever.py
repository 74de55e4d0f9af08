"""Deliver a result: to stdout, or to a file of the user's choice."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from regels.melding import Bestandsfout

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.weergave.vormen import Weergave

_BREEDTES = range(60, 161)


def breedte() -> int:
    """How many characters fit on a line of the terminal, within reason."""
    kolommen = shutil.get_terminal_size((120, 24)).columns
    return min(max(kolommen, _BREEDTES[0]), _BREEDTES[-1])


def lever(weergave: Weergave, formaat: str, uit: Path | None) -> None:
    """Write a result to stdout, or to a file of the user's choice.

    Raises:
        Bestandsfout: the output cannot be written; a file is then left as it was.
    """
    tekst = weergave.als(formaat, breedte())
    if uit is None:
        try:
            sys.stdout.write(tekst)
            sys.stdout.flush()
        except BrokenPipeError:
            # Whoever read the output has enough; at the end the rest must not be written either.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except OSError as fout:
            raise Bestandsfout("uitvoer", "kan niet worden geschreven; is de schijf vol?") from fout
        return
    from agenda.opslag.bestand import schrijf

    schrijf(uit, tekst.encode("utf-8"))
