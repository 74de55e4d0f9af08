"""Make a folder that is there whole, or not at all: it is built beside its place, then renamed."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from agenda.opslag.rollen import weiger_in_besluit
from agenda.opslag.tijdelijk import alleen, naar_schijf, tijdelijke_naam, vul
from regels.melding import Bestandsfout

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_ALLEEN_LEZEN = 0o444
_REDEN = "kan niet worden gemaakt. Mag u in de map schrijven, en is de schijf niet vol?"


class BestaatAl(Exception):
    """A folder that was to be made is there already."""


def schrijf_map(
    doel: Path,
    bestanden: Mapping[str, bytes],
    controle: Callable[[Path], None] = lambda _: None,
    *,
    alleen_lezen: bool = False,
    reden: str = _REDEN,
) -> None:
    """Make a folder with files by one rename.

    Args:
        doel: the folder; those above it are made when they are missing.
        bestanden: path inside the folder → content.
        controle: looks at the folder just before it gets its name, and may refuse it.
        alleen_lezen: nobody may change the files.
        reden: what to say when it cannot be made.

    Raises:
        BestaatAl: the folder is there already.
        GeweigerdDoel: it would stand in a decision.
        Bestandsfout: it cannot be made; nothing is left behind.
    """
    weiger_in_besluit(doel)
    try:
        with ExitStack() as terug:
            ontbreekt = [map_ for map_ in doel.parents if not map_.exists()]
            for map_ in reversed(ontbreekt):
                map_.mkdir(exist_ok=True)
                terug.callback(_weg_als_leeg, map_)
            with alleen(doel.parent):
                _bouw(doel, bestanden, controle, alleen_lezen)
            terug.pop_all()
    except OSError as fout:
        raise Bestandsfout(str(doel), reden) from fout


def _weg_als_leeg(map_: Path) -> None:
    try:
        map_.rmdir()
    except OSError:  # somebody else put something in it
        return


def _bouw(
    doel: Path,
    bestanden: Mapping[str, bytes],
    controle: Callable[[Path], None],
    alleen_lezen: bool,
) -> None:
    with tijdelijke_naam(doel.parent) as nieuw:
        nieuw.mkdir()
        mappen = {ouder for naam in bestanden for ouder in PurePosixPath(naam).parents}
        for map_ in sorted(mappen):
            (nieuw / map_).mkdir(parents=True, exist_ok=True)
        for naam, inhoud in bestanden.items():
            vul(nieuw / naam, inhoud)
            if alleen_lezen:
                (nieuw / naam).chmod(_ALLEEN_LEZEN)
        controle(nieuw)
        for map_ in mappen:
            naar_schijf(nieuw / map_)
        _hernoem(nieuw, doel)
        naar_schijf(doel.parent)


def _hernoem(nieuw: Path, doel: Path) -> None:
    if doel.exists():  # POSIX would quietly take the place of an empty folder
        raise BestaatAl(doel)
    try:
        nieuw.rename(doel)
    except OSError as fout:
        if doel.exists():
            raise BestaatAl(doel) from fout
        raise
