"""The receipt of a decision: what is in its folder, and whether that is still so."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass, replace
from importlib import metadata
from pathlib import PurePosixPath
from platform import python_version
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, Field, Strict

from agenda import __version__
from agenda.invoer.besluit import Datumtekst
from agenda.opslag.besluitmap import ONTVANGSTBEWIJS, VAN_HET_SYSTEEM
from regels.lezen.model import model
from regels.lezen.tekst import lees_bytes
from regels.lezen.vorm import houd_tegen, weiger
from regels.lezen.yaml import lees_yaml
from regels.melding import Bestandsfout, Invoerfout, Melding, Plek
from regels.model import Tekstregel
from regels.taal import zichtbaar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from agenda.rangorde.besluit import Besluit

SCHEMA = "agenda/ontvangstbewijs/2"
EERDER_SCHEMA = "agenda/ontvangstbewijs/1"
"""What the first release made: the same files, without the decision before it."""
MAX_BESTANDEN = 5_000
MAX_DIEPTE = 12
_HAP = 1 << 20


def maak_ontvangstbewijs(
    besluit: Besluit,
    bestanden: Mapping[str, bytes],
    evaluatoren: tuple[str, ...],
    vorige: str | None,
    zonder: tuple[str, ...] = (),
) -> dict[str, Any]:
    """The receipt for these files: no clock, and nothing of the machine but its versions.

    Args:
        besluit: what was decided.
        bestanden: path inside the folder → content; without the receipt itself.
        evaluatoren: who judged the rules.
        vorige: SHA-256 of the receipt of the decision before it.
        zonder: libraries that were missing, so that there is less in the documents.
    """
    return {
        "schema": SCHEMA,
        "door": besluit.door,
        "datum": besluit.datum.isoformat(),
        "vorige": vorige,
        "versies": versies(evaluatoren, zonder),
        "bestanden": [
            {
                "pad": pad,
                "omvang": len(inhoud),
                "sha256": hashlib.sha256(inhoud).hexdigest(),
            }
            for pad, inhoud in sorted(bestanden.items())
        ],
    }


def versies(evaluatoren: tuple[str, ...], zonder: tuple[str, ...] = ()) -> dict[str, Any]:
    """The program, and all that it leans on here, with what is missing of that if anything is."""
    return {
        "agenda": __version__,
        "python": python_version(),
        "evaluatoren": list(evaluatoren),
        "pakketten": _pakketten(),
        **({"zonder": list(zonder)} if zonder else {}),
    }


def bewijs_sha256(map_: Path, naam: str = "") -> str:
    """The SHA-256 of the receipt of a decision: with it everything can be checked.

    Args:
        map_: the folder of the decision.
        naam: how messages name the receipt; by its whole path when it is not given.
    """
    pad = map_ / ONTVANGSTBEWIJS
    return hashlib.sha256(lees_bytes(pad, naam or str(pad))).hexdigest()


def _pakketten() -> dict[str, str]:
    """The packages that the program asks for and that are here → their version."""
    try:
        nodig = metadata.requires("agenda") or []
    except metadata.PackageNotFoundError:  # run from a copy of the code that was never installed
        return {}
    gevonden = {}
    for eis in nodig:
        naam = eis[: next((i for i, t in enumerate(eis) if t in " <>=!~;[("), len(eis))]
        if "extra ==" not in eis:
            try:
                gevonden[naam] = metadata.version(naam)
            except metadata.PackageNotFoundError:
                continue
    return dict(sorted(gevonden.items(), key=lambda paar: paar[0].lower()))


def _eis_pad(pad: str) -> str:
    delen = pad.split("/")
    gewoon = pad.isprintable() and not set(pad) & set("\\:") and len(delen) <= MAX_DIEPTE
    if not gewoon or any(deel in ("", ".", "..") for deel in delen) or pad == ONTVANGSTBEWIJS:
        raise weiger("een pad van een bestand in deze map, zoals invoer/dossier.yaml")
    return pad


Sha256 = Annotated[
    str, Strict(), Field(pattern="^[0-9a-f]{64}$", description="64 tekens: 0-9 en a-f")
]


@model
class _Bestand:
    pad: Annotated[
        str,
        Strict(),
        Field(min_length=1, max_length=500, description="een pad van een bestand in deze map"),
        AfterValidator(_eis_pad),
    ]
    omvang: Annotated[
        int, Strict(), Field(ge=0, le=10**12, description="een aantal bytes, een getal vanaf 0")
    ]
    sha256: Sha256


@model
class _Ontvangstbewijs:
    schema: Annotated[
        str,
        Strict(),
        Field(pattern=f"^({SCHEMA}|{EERDER_SCHEMA})$", description=f"«{SCHEMA}»"),
    ]
    door: Tekstregel
    datum: Datumtekst
    versies: Annotated[dict[str, Any], Field(description="de versies van programma en pakketten")]
    bestanden: Annotated[
        tuple[_Bestand, ...],
        Field(min_length=1, max_length=MAX_BESTANDEN, description="een lijst bestanden"),
    ]
    vorige: Sha256 | None = None


@dataclass(frozen=True, slots=True)
class Ontvangst:
    """What the receipt of a decision says.

    Attributes:
        sha256: of the receipt itself.
        vorige: the same of the decision before it, when that was known.
        bestanden: path → what it was.
        van_systeem: files beside these that no person put there.
        vorig_besluit: the name of the folder of that decision, when it was found and is the one.
        opnieuw: whether everything was made again from the frozen input, and was the same.
        niet_vergeleken: the files that could not be made again, or not with as much in them.
    """

    sha256: str
    door: str
    datum: str
    vorige: str | None
    versies: dict[str, Any]
    bestanden: dict[str, _Bestand]
    van_systeem: tuple[str, ...] = ()
    opnieuw: bool = False
    vorig_besluit: str = ""
    niet_vergeleken: tuple[str, ...] = ()

    def met(self, van_systeem: tuple[str, ...]) -> Ontvangst:
        """The same, with what a system left in the folder."""
        return replace(self, van_systeem=van_systeem)


def controleer_ontvangst(map_: Path, alleen: tuple[str, ...]) -> None:
    """Hold files in the folder of a decision against its receipt.

    Args:
        map_: the folder.
        alleen: look only at paths that begin with one of these.

    Raises:
        Invoerfout: naming every file that was changed, is missing or was added.
        Bestandsfout: a file may not be read.
    """
    meldingen, _ = verschillen(map_, lees_bewijs(map_), alleen)
    if meldingen:
        raise Invoerfout(meldingen)


def verschillen(
    map_: Path, ontvangst: Ontvangst, alleen: tuple[str, ...] = ()
) -> tuple[list[Melding], tuple[str, ...]]:
    """What is not as the receipt says, and what a system left in the folder."""
    verwacht = {p: b for p, b in ontvangst.bestanden.items() if p.startswith(alleen or "")}
    meldingen: list[Melding] = []
    gevonden, van_systeem = set(), []
    for pad, soort in _bestanden(map_):
        if pad == ONTVANGSTBEWIJS or not f"{pad}/".startswith(alleen or ""):
            continue
        gevonden.add(pad)
        plek = Plek(zichtbaar(pad))
        if soort:
            meldingen.append(Melding(plek, "", soort, "een gewoon bestand"))
        elif pad not in verwacht and PurePosixPath(pad).name in VAN_HET_SYSTEEM:
            van_systeem.append(pad)
        elif pad not in verwacht:
            zin = "geen ander bestand dan in het ontvangstbewijs staat"
            meldingen.append(Melding(plek, "", "een bestand dat is toegevoegd", zin))
        elif not _ongewijzigd(map_ / pad, pad, verwacht[pad]):
            zin = "de inhoud die in het ontvangstbewijs staat"
            meldingen.append(Melding(plek, "", "een bestand dat is veranderd", zin))
    for pad in sorted(verwacht.keys() - gevonden):
        zin = "het bestand dat in het ontvangstbewijs staat"
        meldingen.append(Melding(Plek(zichtbaar(pad)), "", "geen bestand", zin))
    return meldingen, tuple(van_systeem)


def lees_bewijs(map_: Path) -> Ontvangst:
    """Read the receipt of a decision; that of the first release too.

    Raises:
        Invoerfout: it is not there, or not right.
    """
    pad = map_ / ONTVANGSTBEWIJS
    if pad.is_symlink():
        gevonden = "een snelkoppeling"
        raise Invoerfout([Melding(Plek(ONTVANGSTBEWIJS), "", gevonden, "een gewoon bestand")])
    meldingen: list[Melding] = []
    gelezen = lees_yaml(pad, ONTVANGSTBEWIJS)  # JSON is YAML too, and this gives every place
    bewijs = houd_tegen(_Ontvangstbewijs, gelezen.waarde, gelezen, (), meldingen)
    if bewijs is None:
        raise Invoerfout(meldingen)
    met_vorige = bewijs.schema == SCHEMA
    if met_vorige != ("vorige" in gelezen.waarde):
        zin = "de SHA-256 van het vorige besluit, of null" if met_vorige else "geen veld"
        gevonden = "niets" if met_vorige else "een veld"
        meldingen.append(Melding(gelezen.plek(("vorige",)), "vorige", gevonden, zin))
    bestanden: dict[str, _Bestand] = {}
    for nummer, bestand in enumerate(bewijs.bestanden):
        if bestand.pad in bestanden:
            plek = gelezen.plek(("bestanden", nummer, "pad"))
            gevonden = f"«{bestand.pad}» voor de tweede keer"
            meldingen.append(Melding(plek, "bestanden", gevonden, "elk bestand één keer"))
        bestanden[bestand.pad] = bestand
    if meldingen:
        raise Invoerfout(meldingen)
    som = bewijs_sha256(map_)
    return Ontvangst(som, bewijs.door, bewijs.datum, bewijs.vorige, bewijs.versies, bestanden)


def _bestanden(map_: Path, boven: str = "", diepte: int = 1) -> Iterator[tuple[str, str]]:
    """Every path below a folder, with what it is when that is no plain file; links stay unread."""
    try:
        with os.scandir(map_) as delen:
            inhoud = sorted(delen, key=lambda deel: deel.name)
    except OSError as fout:
        raise Bestandsfout(boven or str(map_), "de map is niet te lezen.") from fout
    for deel in inhoud:
        pad = f"{boven}{deel.name}"
        staat = deel.stat(follow_symlinks=False).st_mode
        if stat.S_ISLNK(staat):
            yield pad, "een snelkoppeling"
        elif stat.S_ISDIR(staat) and diepte < MAX_DIEPTE:
            yield from _bestanden(map_ / deel.name, f"{pad}/", diepte + 1)
        else:
            yield pad, "" if stat.S_ISREG(staat) else "iets anders dan een bestand"


def _ongewijzigd(pad: Path, naam: str, verwacht: _Bestand) -> bool:
    try:
        if pad.stat().st_size != verwacht.omvang:
            return False
        som = hashlib.sha256()
        with pad.open("rb") as bestand:
            while hap := bestand.read(_HAP):
                som.update(hap)
    except OSError as fout:
        reden = "het bestand is niet te lezen. Is het nog open in een ander programma?"
        raise Bestandsfout(naam, reden) from fout
    return som.hexdigest() == verwacht.sha256
