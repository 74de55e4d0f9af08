"""What is said of the weights outside dossier.yaml: put together with what stands in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from agenda.invoer.namen import namen_van_keuzes, namen_van_leden
from agenda.invoer.rijen import meld_andere_bestanden
from agenda.invoer.rijenbestand import lees_lijst
from agenda.invoer.tabelvorm import GRENZENBLAD, VOORKEURENBLAD, grenzentabel, voorkeurentabel
from agenda.invoer.veldenbestand import lees_velden
from agenda.invoer.weegtabellen import grenzen_uit, voorkeuren_uit
from agenda.opslag.rollen import GRENZENTABEL, VOORKEURENBESTAND, VOORKEURENTABEL
from regels.melding import Melding
from regels.taal import opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from agenda.invoer.naamlijst import Namen
    from agenda.invoer.tabelvorm import Tabelvorm
    from agenda.invoer.weegtabellen import Gegeven
    from agenda.kennis.profiel import Profiel
    from regels.lezen.yaml import Gelezen, Pad
    from regels.melding import Plek

_T = TypeVar("_T")
_VOORKEUREN, _GRENZEN = "voorkeuren", "gewichtsgrenzen"
"""The settings in dossier.yaml that may stand elsewhere too."""
_ANDERE = {
    "voorkeuren": (VOORKEURENBLAD, (VOORKEURENBESTAND, VOORKEURENTABEL)),
    "grenzen": (GRENZENBLAD, (GRENZENTABEL,)),
}
"""How files are called that hold this → its sheet, and the files that are read."""


class _Bron(NamedTuple):
    """One place where something is said: by the name that it is said of.

    Attributes:
        waarden: as in dossier.yaml.
        plekken: path below the setting → place.
        rauw: likewise, the text as typed.
    """

    waarden: Mapping[str, Any]
    plekken: Mapping[Pad, Plek]
    rauw: Mapping[Pad, str]


def met_weging(
    rauw: Gelezen,
    map_: Path,
    bladen: Mapping[str, Gelezen | None],
    profiel: Profiel,
    criteria: Mapping[str, str],
    meldingen: list[Melding],
) -> Gelezen:
    """What dossier.yaml says, with the preferences and limits of the other places in it.

    Args:
        rauw: what dossier.yaml says.
        map_: the dossier.
        bladen: name of a table → its sheet in the workbook with topics.
        criteria: code → title.
        meldingen: every fault is added to this list; that something is said twice, too.
    """
    if not criteria:
        return rauw
    samen = replace(rauw, waarde={**rauw.waarde}, plekken={**rauw.plekken}, rauw={**rauw.rauw})
    voorkeuren = [
        *_uit_yaml(rauw, _VOORKEUREN),
        *_uit_yaml(_voorkeurenbestand(map_, meldingen), _VOORKEUREN),
    ]
    for tabel in _tabellen(map_, voorkeurentabel(profiel, criteria), bladen, meldingen):
        gegeven = voorkeuren_uit(tabel, profiel, criteria, meldingen)
        voorkeuren.append(_uit_tabel(gegeven))
    _voeg_samen(samen, _VOORKEUREN, voorkeuren, namen_van_leden(profiel), meldingen)
    grenzen = [*_uit_yaml(rauw, _GRENZEN)]
    for tabel in _tabellen(map_, grenzentabel(criteria), bladen, meldingen):
        grenzen.append(_uit_tabel(grenzen_uit(tabel, profiel, criteria, meldingen)))
    _voeg_samen(samen, _GRENZEN, grenzen, namen_van_keuzes(tuple(criteria.items())), meldingen)
    return samen


def meld_ongelezen_weging(map_: Path, criteria: Mapping[str, str]) -> Iterator[Melding]:
    """Files that somebody may take for preferences or limits, and that do not count."""
    for naam, (blad, bestanden) in _ANDERE.items():
        waar = f"het blad {blad} in onderwerpen.xlsx, of {opsomming(bestanden)}"
        mag = bestanden if criteria else ()
        yield from meld_andere_bestanden(map_, naam, mag, waar if criteria else "")


def _voorkeurenbestand(map_: Path, meldingen: list[Melding]) -> Gelezen | None:
    """What the file says that holds preferences and nothing else; None when it is not there."""
    if not (map_ / VOORKEURENBESTAND).exists():
        return None
    gelezen = lees_velden(map_ / VOORKEURENBESTAND, VOORKEURENBESTAND, meldingen, "voorkeuren: {…}")
    if gelezen is None:
        return None
    for naam in gelezen.waarde:
        if naam != _VOORKEUREN:
            gevonden, verwacht = f"onbekend veld {toon(naam)}", f"alleen «{_VOORKEUREN}»"
            meldingen.append(Melding(gelezen.plek((naam,)), "", gevonden, verwacht))
    waarde = gelezen.waarde.get(_VOORKEUREN)
    if waarde is not None and not isinstance(waarde, dict):
        verwacht = "per gemeente een lijst van criteria, het zwaarste eerst"
        plek = gelezen.plek((_VOORKEUREN,))
        meldingen.append(Melding(plek, _VOORKEUREN, toon(waarde), verwacht))
    return gelezen


def _tabellen(
    map_: Path, vorm: Tabelvorm, bladen: Mapping[str, Gelezen | None], meldingen: list[Melding]
) -> Iterator[Gelezen]:
    """The sheet, and the CSV file beside the topics, as far as they are there."""
    blad = bladen.get(vorm.naam)
    if blad is not None:
        yield blad
    pad = map_ / f"{vorm.naam}.csv"
    gelezen = lees_lijst(pad, vorm, meldingen) if pad.exists() else None
    if gelezen is not None:
        yield gelezen


def _uit_yaml(gelezen: Gelezen | None, veld: str) -> Iterator[_Bron]:
    """What stands under a setting; something else than a group is refused elsewhere."""
    waarden = gelezen.waarde.get(veld) if gelezen is not None else None
    if gelezen is None or not isinstance(waarden, dict):
        return
    yield _Bron(waarden, _onder(gelezen.plekken, veld), _onder(gelezen.rauw, veld))


def _onder(paden: Mapping[Pad, _T], veld: str) -> dict[Pad, _T]:
    return {pad[1:]: wat for pad, wat in paden.items() if pad[0:1] == (veld,) and pad != (veld,)}


def _uit_tabel(gegevens: Mapping[str, Gegeven]) -> _Bron:
    waarden = {code: gegeven.waarde for code, gegeven in gegevens.items()}
    return _Bron(waarden, {(code,): gegeven.plek for code, gegeven in gegevens.items()}, {})


def _voeg_samen(
    samen: Gelezen, veld: str, bronnen: list[_Bron], namen: Namen, meldingen: list[Melding]
) -> None:
    """Put all sources under the setting, by code; what is not known keeps its name."""
    eerste: dict[str, Plek] = {}
    waarden: dict[str, Any] = {}
    for bron in bronnen:
        codes: dict[str | int, str] = {}
        for naam, waarde in bron.waarden.items():
            code, plek = _code(naam, namen), bron.plekken[naam,]
            if code in eerste:
                gevonden = f"{toon(_naam(code, namen))}, dat ook staat op {eerste[code]}"
                verwacht = "elke naam op één plek; haal een van de twee weg"
                meldingen.append(Melding(plek, veld, gevonden, verwacht))
                continue
            eerste[code], waarden[code], codes[naam] = plek, waarde, code
        samen.plekken.update(_boven(veld, bron.plekken, codes))
        samen.rauw.update(_boven(veld, bron.rauw, codes))
    if waarden and isinstance(samen.waarde.get(veld), dict | None):
        samen.waarde[veld] = waarden
        if (veld,) not in samen.plekken:
            samen.plekken[veld,] = next(iter(eerste.values()))
            samen.rauw[veld,] = opsomming((_naam(code, namen) for code in waarden), "en")


def _boven(veld: str, paden: Mapping[Pad, _T], codes: Mapping[str | int, str]) -> dict[Pad, _T]:
    """The same under the setting and by code; of what does not count, nothing."""
    return {(veld, codes[p[0]], *p[1:]): wat for p, wat in paden.items() if p[0] in codes}


def _naam(code: str, namen: Namen) -> str:
    """How people call it."""
    return str(namen.delen.get(code, (code,))[0])


def _code(naam: str, namen: Namen) -> str:
    gevonden = namen.vind(naam) or ()
    return str(gevonden[0]) if len(gevonden) == 1 and naam not in namen.delen else naam
