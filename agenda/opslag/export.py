"""The folder of an export: what was written there before is replaced, what people wrote is not."""

from __future__ import annotations

import hashlib
import json
import re
from contextlib import ExitStack
from typing import TYPE_CHECKING

from agenda.opslag.bestand import schrijf_alle
from regels.melding import Bestandsfout
from regels.taal import opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from pathlib import Path

EXPORTLIJST = ".agenda-export.json"
"""What stands in the folder beside an export: name → SHA-256 of what the program wrote there."""

_MAX = 1_000_000
_HAP = 1 << 20


_EXPORTEER = (
    " niet zoals agenda exporteer dit hier schreef: misschien is er met de hand aan gewerkt. Er is"
    " niets geschreven. Kies met --naar een andere map, of schrijf eroverheen met --vervang."
)


def schrijf_export(map_: Path, bestanden: Mapping[str, bytes], *, vervang: bool = False) -> None:
    """Write an export; a file there that the program did not write stays, and then nothing changes.

    The list is written last. A run that is killed leaves new files beside the old list; the same
    run once more knows them by what it is about to write.

    Args:
        map_: the folder; made when it is missing.
        bestanden: name → content.
        vervang: replace also what somebody else wrote.

    Raises:
        Bestandsfout: as `schrijf_alle`, or a file there is not what the program wrote.
    """
    lijst = _lijstmaker(map_, bestanden, (), _EXPORTEER, vervang=vervang)
    schrijf_alle(map_, bestanden, lijst)


def schrijf_als_invoer(
    map_: Path,
    bestanden: Mapping[str, bytes],
    vrij: Mapping[str, bytes],
    weg: Iterable[str],
    reden: str,
    *,
    vervang: bool = False,
) -> None:
    """Write files that are input of a dossier, guarded in the same way.

    Args:
        map_: the dossier.
        bestanden: name → content.
        vrij: what is written whoever wrote it last, because it holds what was there.
        weg: names of files that go when nobody changed what the program wrote there.
        reden: what to say after the names of files that somebody else wrote.
        vervang: replace also what somebody else wrote; what goes, only the program wrote.

    Raises:
        Bestandsfout: as `schrijf_export`.
    """
    eerder = _lees_lijst(map_ / EXPORTLIJST) or {}
    er_is = [naam for naam in weg if naam in eerder and (map_ / naam).exists()]
    gaat = [naam for naam in er_is if not _is_vreemd(map_ / naam, {eerder[naam]})]
    lijst = _lijstmaker(map_, bestanden, gaat, reden, vervang=vervang)
    with ExitStack() as terug:
        for naam in gaat:
            haal_weg(map_ / naam, terug)
        schrijf_alle(map_, {**bestanden, **vrij}, lijst, als_invoer=True)
        terug.pop_all()


def haal_weg(pad: Path, terug: ExitStack) -> None:
    """Take a file away; whatever goes wrong after this puts it back.

    Raises:
        Bestandsfout: it is open in another program, or may not be taken away.
    """
    try:
        inhoud = pad.read_bytes()
        pad.unlink()
    except OSError as fout:
        reden = "kan niet weg. Is het nog open in een ander programma?"
        raise Bestandsfout(str(pad), reden) from fout
    terug.callback(pad.write_bytes, inhoud)


def _lijstmaker(
    map_: Path,
    bestanden: Mapping[str, bytes],
    gaat: Collection[str],
    reden: str,
    *,
    vervang: bool,
) -> Callable[[], dict[str, bytes]]:
    """What makes the list, and refuses when somebody else wrote one of the files."""
    nieuw = {naam: hashlib.sha256(inhoud).hexdigest() for naam, inhoud in bestanden.items()}

    def lijst() -> dict[str, bytes]:
        eerder = _lees_lijst(map_ / EXPORTLIJST)
        if not vervang:
            vreemd = [n for n in nieuw if _is_vreemd(map_ / n, {nieuw[n], (eerder or {}).get(n)})]
            _weiger(map_, [*vreemd, *([EXPORTLIJST] if eerder is None else [])], reden)
        over = {naam: som for naam, som in (eerder or {}).items() if naam not in gaat}
        geheel = dict(sorted((over | nieuw).items()))
        return {EXPORTLIJST: f"{json.dumps(geheel, ensure_ascii=False, indent=2)}\n".encode()}

    return lijst


def _lees_lijst(pad: Path) -> dict[str, str] | None:
    """What was written before; None when the list is not one that the program wrote."""
    if not pad.exists():
        return {}
    if not pad.is_file() or pad.stat().st_size > _MAX:
        return None
    try:
        lijst = json.loads(pad.read_bytes())
    except (ValueError, RecursionError):
        return None
    goed = isinstance(lijst, dict) and all(
        isinstance(som, str) and re.fullmatch("[0-9a-f]{64}", som) for som in lijst.values()
    )
    return lijst if goed else None


def _is_vreemd(pad: Path, van_ons: set[str | None]) -> bool:
    if not pad.exists():
        return False
    if not pad.is_file():
        return True
    som = hashlib.sha256()
    with pad.open("rb") as bestand:
        while hap := bestand.read(_HAP):
            som.update(hap)
    return som.hexdigest() not in van_ons


def _weiger(map_: Path, vreemd: list[str], reden: str) -> None:
    if vreemd:
        wat = "is" if len(vreemd) == 1 else "zijn"
        raise Bestandsfout(str(map_), f"{opsomming(map(toon, vreemd), 'en')} {wat}{reden}")
