"""`agenda controleer`: everything that is wrong in a dossier, at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from agenda.opslag.besluitmap import is_besluitmap
from cli.lever import lever
from cli.nederlands import Gebruiksfout
from cli.opties import HIER, Debug, Dossiermap, Formaatkeuze, Themas, Uit
from cli.volger import toon_voortgang

if TYPE_CHECKING:
    from pathlib import Path


def controleer(
    dossier: Dossiermap = HIER,
    formaat: Formaatkeuze = "tabel",
    uit: Uit = None,
    themas: Themas = None,
    bewijs: Annotated[
        str | None,
        typer.Option(
            "--bewijs",
            metavar="SHA256",
            help="Van een besluit: vergelijk het ontvangstbewijs met deze SHA-256 uit het verslag.",
        ),
    ] = None,
    debug: Debug = False,
) -> None:
    """Check a dossier; errors are told on stderr too, and give exit code 3."""
    from agenda.controleren import controleer_dossier
    from agenda.weergave.controle import toon_controle

    controle = controleer_dossier(dossier, themas, toon_voortgang, _lees_bewijs(bewijs, dossier))
    if controle.fout is None:
        lever(toon_controle(controle), formaat, uit)
        return
    if formaat != "tabel":
        lever(toon_controle(controle), formaat, None)
    raise controle.fout


def _lees_bewijs(getypt: str | None, map_: Path) -> str | None:
    """A SHA-256 as people copy it: in capitals or in groups too."""
    if getypt is None:
        return None
    som = re.sub(r"\s", "", getypt).lower()
    if not re.fullmatch("[0-9a-f]{64}", som):
        raise Gebruiksfout(f"--bewijs: «{getypt}» is geen SHA-256: 64 tekens, 0-9 en a-f.")
    if not is_besluitmap(map_):
        raise Gebruiksfout(f"--bewijs hoort bij een besluit, en «{map_}» is er geen.")
    return som
