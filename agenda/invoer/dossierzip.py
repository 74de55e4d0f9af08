"""A dossier as one zip file: the same bytes for the same files, and read back without trust."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from agenda.invoer.zipdelen import ONLEESBAAR, TeGroot, pak_in, pak_uit
from agenda.opslag.boom import bestanden_in
from regels.taal import toon

if TYPE_CHECKING:
    from pathlib import Path

MAX_BESTANDEN = 2_000
MAX_BYTES = 200_000_000
MAX_PAD = 240
"""A longer path cannot be unpacked on Windows."""
_ROMMEL = ("__MACOSX", "Thumbs.db", "desktop.ini")
"""What systems add to a folder of their own accord; so is every name that begins with «._»."""


class GeenDossierzip(Exception):
    """A file is no zip file with a dossier in it; its text is the sentence that says why."""


def pak_dossier_in(map_: Path) -> bytes:
    """Every file in a folder, under the name of that folder."""
    return pak_in({f"{map_.name}/{pad}": deel.read_bytes() for pad, deel in bestanden_in(map_)})


def pak_dossier_uit(inhoud: bytes) -> dict[str, bytes]:
    """The files in a zip file, by their path; folders and what systems add are left out.

    Raises:
        GeenDossierzip: it is no zip file, it is too large, or a path in it leads elsewhere.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
            namen = [deel.filename for deel in zip_.infolist()]
        if len(namen) > MAX_BESTANDEN:
            raise GeenDossierzip(f"Dit zip-bestand heeft meer dan {MAX_BESTANDEN} bestanden.")
        keer = Counter(namen)
        if dubbel := [naam for naam in namen if keer[naam] > 1]:
            raise GeenDossierzip(f"In dit zip-bestand staat {toon(dubbel[0])} meer dan één keer.")
        delen = pak_uit(inhoud, MAX_BYTES)
    except TeGroot:
        zin = f"Uitgepakt is dit zip-bestand groter dan {MAX_BYTES // 1_000_000} MB."
        raise GeenDossierzip(zin) from None
    except ONLEESBAAR as fout:
        zin = "Dit zip-bestand is niet te lezen. Is het heel, en zit er geen wachtwoord op?"
        raise GeenDossierzip(zin) from fout
    uit = {_eis_pad(naam): deel for naam, deel in delen.items() if not _rommel(naam)}
    if not uit:
        raise GeenDossierzip("In dit zip-bestand staat geen enkel bestand.")
    return uit


def _rommel(naam: str) -> bool:
    delen = naam.split("/")
    return naam.endswith("/") or any(deel in _ROMMEL or deel.startswith("._") for deel in delen)


def _eis_pad(naam: str) -> str:
    """A path that stays in the folder where it is unpacked, on every system.

    Raises:
        GeenDossierzip: it does not, or it is too long.
    """
    pad = PurePosixPath(naam)
    buiten = pad.is_absolute() or ".." in pad.parts or "\\" in naam or ":" in naam
    if buiten or not naam.isprintable() or len(naam) > MAX_PAD:
        raise GeenDossierzip(f"In dit zip-bestand staat een naam die niet kan: {toon(naam)}.")
    return str(pad)
