"""Make the workplace: one file that holds the whole program, and the list of what is in it."""

from __future__ import annotations

from pathlib import Path

from agenda.opslag.bestand import schrijf_alle
from agenda.opslag.rollen import weiger_invoer
from agenda.werkplek.blad import maak_blad
from agenda.werkplek.gegevens import werkplekgegevens
from agenda.werkplek.motordelen import maak_motordelen, markdown_it
from agenda.werkplek.ophalen import bewaarmap, haal_op
from agenda.werkplek.programma import handleiding, programmabestanden
from agenda.werkplek.sbom import maak_sbom

_MOTORSCRIPT = Path(__file__).with_name("motor.js")


def bouw_werkplek(naar: Path, themas: Path | None = None, onderdelen: Path | None = None) -> Path:
    """Write the workplace, and beside it its list of parts.

    Args:
        naar: the file.
        themas: the profile of the user's own region.
        onderdelen: where the parts are kept; None for the place that the system has for that.

    Returns:
        The list of parts.

    Raises:
        Invoerfout: the profile is wrong.
        GeweigerdDoel: the file is something that the program read.
        Bestandsfout: a part cannot be fetched or is not what it should be, or there is no room.
    """
    lijst = naar.with_suffix(".cdx.json")
    weiger_invoer(naar)
    programma = programmabestanden(themas)
    delen = haal_op(onderdelen or bewaarmap())
    pagina = maak_blad(
        werkplekgegevens(handleiding(), themas),
        bibliotheken=(markdown_it(delen),),
        motorscript=_MOTORSCRIPT.read_text("utf-8"),
        motordelen=maak_motordelen(delen, programma),
    ).encode()
    sbom = maak_sbom(naar.name, pagina).encode()
    schrijf_alle(naar.parent, {naar.name: pagina, lijst.name: sbom})
    return lijst
