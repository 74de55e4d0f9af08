"""`agenda regels`: the rules as people read them, and what is found in the rules themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.lever import lever
from cli.opties import HIER, Debug, Dossiermap, Formaat, Formaatkeuze, Themas, Uit

if TYPE_CHECKING:
    from pathlib import Path

Toets = Annotated[
    bool,
    typer.Option(
        "--toets",
        help="Toets de regels zelf: wat spreekt elkaar tegen, wat doet niets, wat mist?",
    ),
]


def regels(
    dossier: Dossiermap = HIER,
    formaat: Formaatkeuze = "tabel",
    uit: Uit = None,
    toets: Toets = False,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Show the rules of the profile of a dossier; outside a dossier, of the shipped profile."""
    from agenda.invoer.dossier import lees_profiel_van
    from agenda.weergave.regels import toon_regels

    if toets:
        _toets(dossier, formaat, uit, themas)
        return
    profiel, regelset = lees_profiel_van(dossier, themas)
    lever(toon_regels(regelset, profiel), formaat, uit)


def _toets(dossier: Path, formaat: Formaat, uit: Path | None, themas: Path | None) -> None:
    """Check the rules; faults are told on stderr too, and give their exit code."""
    from agenda.invoer.dossier import lees_profiel_van
    from agenda.regeltoetsen import toets
    from agenda.weergave.regeltoets import toon_regelfouten, toon_regeltoets
    from regels.bevindingsoorten import als_fout, ernst_van
    from regels.melding import Invoerfout

    try:
        profiel, regelset = lees_profiel_van(dossier, themas)
    except Invoerfout as fout:
        if formaat != "tabel":
            lever(toon_regelfouten(fout.meldingen), formaat, None)
        raise
    getoetst, meldingen = toets(regelset)
    lever(toon_regeltoets(getoetst, meldingen, profiel), formaat, uit)
    if fouten := [melding for melding in meldingen if ernst_van(melding) == "fout"]:
        raise als_fout(fouten)
