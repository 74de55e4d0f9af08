"""`agenda vergelijk`: what is different between two agendas, and what made each topic move."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.lever import lever
from cli.nederlands import Gebruiksfout
from cli.opties import Debug, Formaatkeuze, Themas, Uit  # noqa: TC001 - Typer reads them when it runs
from cli.volger import toon_voortgang

Oud = Annotated[Path, typer.Argument(metavar="OUD", help="Map met het oude dossier of besluit.")]
Nieuw = Annotated[
    Path | None,
    typer.Argument(
        metavar="NIEUW",
        help="Map met het nieuwe dossier of besluit.",
        show_default="OUD, met --themas-nieuw",
    ),
]
ThemasNieuw = Annotated[
    Path | None,
    typer.Option(
        "--themas-nieuw", metavar="PAD", help="Een ander profiel voor NIEUW, met andere regels."
    ),
]


def vergelijk(
    oud: Oud,
    nieuw: Nieuw = None,
    formaat: Formaatkeuze = "tabel",
    uit: Uit = None,
    themas: Themas = None,
    themas_nieuw: ThemasNieuw = None,
    debug: Debug = False,
) -> None:
    """Compare two agendas, or one dossier under two profiles."""
    from agenda.invoer.vergelijking import lees_kanten, met_profiel
    from agenda.vergelijking.vergelijken import vergelijk as houd_naast
    from agenda.volgen import standfeiten
    from agenda.weergave.vergelijking.vergelijking import toon_vergelijking

    if nieuw is None and themas_nieuw is None:
        raise Gebruiksfout(
            "Noem ook een nieuw dossier, of met --themas-nieuw een profiel met andere regels."
        )
    map_, eigen = met_profiel(nieuw or oud, themas)
    bronnen = (met_profiel(oud, themas), (map_, themas_nieuw or eigen))
    was, wordt = lees_kanten(bronnen, toon_voortgang)
    if was.dossier.instellingen.jaar != wordt.dossier.instellingen.jaar:
        was = was._replace(feiten=standfeiten(oud, was.dossier, was.profiel))
    lever(toon_vergelijking(houd_naast(was, wordt, toon_voortgang)), formaat, uit)
