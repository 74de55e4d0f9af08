"""The files that are put together: which they are, and of whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from agenda.invoer.onderwerpen import ONLEESBAAR, OPEN_IN_EXCEL, SLA_OP
from agenda.opslag.besluitmap import werkelijk
from agenda.opslag.rollen import EIGENBESTANDEN, GEMEENTENMAP, ONDERWERPBESTANDEN, SAMENVOEGBESTAND
from regels.lezen.tekst import schone_tekst
from regels.melding import Invoerfout, Melding, Plek
from regels.taal import opsomming, toon, zichtbaar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from agenda.kennis.profiel import Profiel

MAX_BESTANDEN = 500
MAX_BYTES = 50_000_000
"""So large may all files be together."""
_LEESBAAR = (".xlsx", ".csv")
_MAX_NAMEN = 5
_VAN_DOSSIER = (*ONDERWERPBESTANDEN, *EIGENBESTANDEN, SAMENVOEGBESTAND)


class Gevonden(NamedTuple):
    """The files that are put together.

    Attributes:
        eigen: the one with topics of the region itself, if there is one.
        paden: those that somebody names, each once, in the order of their names.
        anders: what cannot be read.
    """

    eigen: list[Path]
    paden: list[Path]
    anders: list[Melding]


def vind_bestanden(genoemd: Sequence[Path], map_: Path) -> Gevonden:
    """The files that somebody names, and those in a folder that somebody names.

    Args:
        map_: the dossier; its own files may stand in such a folder too.

    Raises:
        Invoerfout: there are none, too many, or two different ones with one name.
    """
    eigen = _eigen_bestand(map_)
    niet = {werkelijk(map_ / naam) for naam in _VAN_DOSSIER}
    gevonden: dict[Path, Path] = {}
    anders: list[Melding] = []
    for pad in genoemd:
        delen = list(_in_map(pad)) if _is_er(pad) and pad.is_dir() else [pad]
        gevonden |= {werkelijk(deel): deel for deel in delen if werkelijk(deel) not in niet}
    bestanden = sorted(gevonden.values(), key=_op_naam)
    leesbaar = []
    for pad in bestanden:
        if pad.suffix.lower() in _LEESBAAR:
            leesbaar.append(pad)
        elif not _is_er(pad):
            verwacht = "een werkmap, een CSV-bestand, of een map daarmee"
            anders.append(Melding(Plek(str(pad)), "", "niets", verwacht))
        else:
            verwacht = "een Excel-werkmap (.xlsx) of een CSV-bestand (.csv)"
            hulp = SLA_OP if pad.suffix.lower() in ONLEESBAAR else ""
            anders.append(Melding(Plek(pad.name), "", "een ander soort bestand", verwacht, hulp))
    _eis_hanteerbaar(bestanden, genoemd)
    zelfde = [*_zelfde_naam((*eigen, *leesbaar))]
    if zelfde:
        raise Invoerfout(zelfde)
    return Gevonden(eigen, leesbaar, anders)


def _eigen_bestand(map_: Path) -> list[Path]:
    gevonden = [map_ / naam for naam in EIGENBESTANDEN if (map_ / naam).exists()]
    if len(gevonden) > 1:
        ook = f"ook {opsomming([pad.name for pad in gevonden[1:]], 'en')}"
        verwacht = f"hoogstens één van {opsomming(EIGENBESTANDEN)}"
        raise Invoerfout([Melding(Plek(gevonden[0].name), "", ook, verwacht)])
    return gevonden


def _is_er(pad: Path) -> bool:
    try:
        return pad.exists()
    except OSError:  # a name that no file can have
        return False


def _op_naam(pad: Path) -> tuple[int, str]:
    """The shortest name first: a copy has something behind it."""
    return len(pad.name), pad.name


def _in_map(map_: Path) -> Iterator[Path]:
    for pad in map_.iterdir():
        soort = pad.suffix.lower() in (*_LEESBAAR, *ONLEESBAAR)
        if soort and pad.is_file() and not pad.name.startswith((".", *OPEN_IN_EXCEL)):
            yield pad


def _eis_hanteerbaar(bestanden: Sequence[Path], genoemd: Sequence[Path]) -> None:
    if not bestanden:
        plek = Plek(opsomming(map(str, genoemd[:_MAX_NAMEN]), "en"))
        verwacht = "werkmappen (.xlsx) of CSV-bestanden, of een map met die bestanden"
        met = [pad / GEMEENTENMAP for pad in genoemd if (pad / GEMEENTENMAP).is_dir()]
        hulp = f"bedoelde u de map {met[0]}?" if met else ""
        raise Invoerfout([Melding(plek, "", "geen enkel bestand", verwacht, hulp)])
    gevonden = f"{len(bestanden)} bestanden"
    if len(bestanden) > MAX_BESTANDEN:
        verwacht = f"hoogstens {MAX_BESTANDEN} bestanden"
        raise Invoerfout([Melding(Plek("samenvoegen"), "", gevonden, verwacht)])
    groot = sum(pad.stat().st_size for pad in bestanden if _is_er(pad))
    if groot > MAX_BYTES:
        verwacht = f"samen hoogstens {MAX_BYTES // 1_000_000} MB"
        gevonden += f" van samen {groot // 1_000_000} MB"
        raise Invoerfout([Melding(Plek("samenvoegen"), "", gevonden, verwacht)])


def _zelfde_naam(bestanden: Iterable[Path]) -> Iterator[Melding]:
    """Two files with one name cannot be told apart where a cell is named."""
    eerste: dict[str, Path] = {}
    for pad in bestanden:
        ander = eerste.setdefault(pad.name, pad)
        if ander is not pad:
            gevonden = f"nog een bestand met die naam: {toon(str(pad))}"
            hulp = "geef een van de twee een andere naam, of laat er een weg"
            yield Melding(Plek(str(ander)), "", gevonden, "een eigen naam voor elk bestand", hulp)


def leden_in_naam(naam: str, profiel: Profiel) -> tuple[str, ...]:
    """The members whose name or code stands in the name of a file; the longest name goes first.

    What stands inside a longer name does not count: the name of a member may be part of another.
    """
    rest = f" {_woorden(naam.rpartition('.')[0])} "
    namen = [
        (_woorden(wie), lid.code) for lid in profiel.regio.leden for wie in (lid.naam, lid.code)
    ]
    gevonden = set()
    for woorden, code in sorted(namen, key=lambda deel: (-len(deel[0]), deel)):
        if f" {woorden} " in rest:
            gevonden.add(code)
            rest = rest.replace(f" {woorden} ", " | ")
    return tuple(sorted(gevonden))


def _woorden(tekst: str) -> str:
    return re.sub(r"[\W_]+", " ", schone_tekst(zichtbaar(tekst))).strip().casefold()
