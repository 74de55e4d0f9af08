"""`agenda controleer`: everything that is wrong in a dossier, at once."""

from __future__ import annotations

import re
from pathlib import Path  # noqa: TC003 - Typer reads it when it runs
from typing import TYPE_CHECKING, Annotated

import typer

from agenda.opslag.besluitmap import is_besluitmap
from cli.lever import breedte, lever
from cli.nederlands import Gebruiksfout
from cli.opties import HIER, Debug, Dossiermap, Formaatkeuze, Themas, Uit
from cli.volger import toon_voortgang
from regels.melding import Regelstrijd

if TYPE_CHECKING:
    from agenda.invoer.controle import Controle

_VERKEERDE_INVOER = 3
_TEGENSPRAAK = 4


def controleer(
    dossier: Dossiermap = HIER,
    formaat: Formaatkeuze = "tabel",
    uit: Uit = None,
    gemarkeerd: Annotated[
        Path | None,
        typer.Option(
            "--gemarkeerd",
            metavar="BESTAND.xlsx",
            help="Maak een kopie van de werkmap met elke fout bij haar cel.",
        ),
    ] = None,
    themas: Themas = None,
    bewijs: Annotated[
        list[str] | None,
        typer.Option(
            "--bewijs",
            metavar="SHA256",
            help="Van een besluit: vergelijk met deze SHA-256 uit het verslag. Die is van het"
            " ontvangstbewijs, of van de laatste regel van het register. Mag vaker.",
        ),
    ] = None,
    vorig: Annotated[
        Path | None,
        typer.Option(
            "--vorig",
            metavar="BESLUIT",
            help="Van een besluit: kijk of het verdergaat op dit vorige besluit.",
        ),
    ] = None,
    debug: Debug = False,
) -> None:
    """Check a dossier; errors are told on stderr too, and give exit code 3."""
    from agenda.controleren import controleer_dossier
    from agenda.weergave.controle import toon_controle

    werkmap = None if gemarkeerd is None else _eis_werkmap(dossier, gemarkeerd)
    bewijzen = [_lees_bewijs(getypt, dossier) for getypt in bewijs or ()]
    _eis_vorig(vorig, dossier)
    controle = controleer_dossier(dossier, themas, toon_voortgang, bewijzen, vorig)
    if gemarkeerd is not None and werkmap is not None:
        _schrijf_gemarkeerd(werkmap, controle, gemarkeerd)
    if controle.fout is None:
        lever(toon_controle(controle), formaat, uit)
        return
    if formaat != "tabel":
        lever(toon_controle(controle), formaat, None)
    if formaat != "tabel" or not (controle.in_het_werk or controle.waarschuwingen):
        raise controle.fout
    typer.echo(toon_controle(controle).als("tabel", breedte()), err=True, nl=False)
    raise typer.Exit(_TEGENSPRAAK if isinstance(controle.fout, Regelstrijd) else _VERKEERDE_INVOER)


def _eis_vorig(vorig: Path | None, map_: Path) -> None:
    if vorig is None:
        return
    if not is_besluitmap(map_):
        raise Gebruiksfout(f"--vorig hoort bij een besluit, en «{map_}» is er geen.")
    if not is_besluitmap(vorig):
        raise Gebruiksfout(f"--vorig: «{vorig}» is geen map van een besluit.")


def _lees_bewijs(getypt: str, map_: Path) -> str:
    """A SHA-256 as people copy it: in capitals or in groups too."""
    som = re.sub(r"\s", "", getypt).lower()
    if not re.fullmatch("[0-9a-f]{64}", som):
        raise Gebruiksfout(f"--bewijs: «{getypt}» is geen SHA-256: 64 tekens, 0-9 en a-f.")
    if not is_besluitmap(map_):
        raise Gebruiksfout(f"--bewijs hoort bij een besluit, en «{map_}» is er geen.")
    return som


def _eis_werkmap(dossier: Path, gemarkeerd: Path) -> Path | None:
    from agenda.controleren import bestand_met_onderwerpen

    bestand = bestand_met_onderwerpen(dossier)
    if bestand is not None and bestand.suffix != ".xlsx":
        raise Gebruiksfout(
            f"--gemarkeerd werkt alleen bij een werkmap van Excel; hier staat {bestand.name}."
        )
    if gemarkeerd.suffix.lower() != ".xlsx":
        raise Gebruiksfout("Geef bij --gemarkeerd een bestand dat op .xlsx eindigt.")
    return bestand


def _schrijf_gemarkeerd(werkmap: Path, controle: Controle, doel: Path) -> None:
    from agenda.controleren import schrijf_gemarkeerd

    if schrijf_gemarkeerd(werkmap, controle, doel):
        zin = f"Gemaakt: {doel}. Daarin staat elke bevinding bij haar cel."
    else:
        zin = f"{werkmap.name} is niet te lezen. Er is geen gemarkeerde kopie gemaakt."
    typer.echo(zin, err=True)
