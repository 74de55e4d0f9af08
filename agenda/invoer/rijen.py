"""The rows of a table beside that of topics, also when it is written as YAML: what each names."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from regels.melding import Melding, Plek, genoeg
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from agenda.kennis.profiel import Profiel
    from regels.lezen.yaml import Gelezen, Pad

_MAX_GENOEMD = 20
"""So many codes are named where one is not known."""


def ledennamen(profiel: Profiel) -> dict[str, str]:
    """Code → what a member is called in a table: its name, or its code where two have that name."""
    namen = Counter(lid.naam.casefold() for lid in profiel.regio.leden)
    return {
        lid.code: lid.naam if namen[lid.naam.casefold()] == 1 else lid.code
        for lid in profiel.regio.leden
    }


def rijen(gelezen: Gelezen, meldingen: list[Melding]) -> Iterator[tuple[Pad, Mapping[str, Any]]]:
    """The rows that are groups of fields, up to where there are enough findings."""
    ((naam, lijst),) = gelezen.waarde.items()
    for nummer, rij in enumerate(lijst):
        if genoeg(meldingen):
            return
        pad = (naam, nummer)
        if isinstance(rij, dict):
            yield pad, rij
        else:
            meldingen.append(Melding(gelezen.plek(pad), naam, toon(rij), "een groep velden"))


def lijst_in(gelezen: Gelezen, naam: str, meldingen: list[Melding]) -> list[Any] | None:
    """What a file holds that is one list under a name; None, with a finding, when it is not."""
    waarde = gelezen.waarde
    lijst = waarde.get(naam) if isinstance(waarde, dict) else None
    if isinstance(lijst, list) and list(waarde) == [naam]:
        return lijst
    verwacht = f"een lijst met de naam «{naam}», en verder niets"
    meldingen.append(Melding(gelezen.plek(()), "", toon(waarde), verwacht))
    return None


def lijst_onder(gelezen: Gelezen, naam: str, meldingen: list[Melding]) -> list[Any] | None:
    """The list under a name, with a finding for each field beside it; None when it is no list.

    A name with nothing under it is an empty list.
    """
    for ander in gelezen.waarde:
        if ander != naam:
            plek, gevonden = gelezen.plek((ander,)), f"onbekend veld {toon(ander)}"
            hulp = bedoelde_u(ander, [naam])
            meldingen.append(Melding(plek, "", gevonden, f"alleen «{naam}»", hulp))
    lijst = gelezen.waarde.get(naam)
    if lijst is None and naam in gelezen.waarde:
        gelezen.waarde[naam] = lijst = []
    if isinstance(lijst, list):
        return lijst
    if naam in gelezen.waarde or not meldingen:
        plek = gelezen.plek((naam,) if naam in gelezen.waarde else ())
        meldingen.append(Melding(plek, naam, toon(lijst), "een lijst"))
    return None


def meld_andere_bestanden(
    map_: Path, naam: str, mag: Collection[str], waar: str
) -> Iterator[Melding]:
    """Files with a name that somebody may take for what is read, and that do not count.

    Args:
        naam: how such files are called, without what comes after the point.
        mag: the files that are read.
        waar: where it may stand; empty when nothing is asked.
    """
    for gevonden in sorted(pad.name for pad in map_.glob(f"{naam}.*") if pad.is_file()):
        if gevonden in mag:
            continue
        verwacht, hulp = waar, "zet daar wat hierin staat, en haal dit bestand weg"
        if not waar:
            verwacht = "geen bestand: dit profiel vraagt er niets over"
            hulp = "haal het weg, of zet het in een andere map"
        yield Melding(Plek(gevonden), "", "een bestand dat niet meetelt", verwacht, hulp)


def kop_van(naam: str, gelezen: Gelezen) -> str:
    """How the file calls a field: the heading of its column, or its name."""
    return gelezen.koppen.get((naam,), naam)


def code_in(
    rij: Mapping[str, Any],
    naam: str,
    bekend: Mapping[str, str],
    gelezen: Gelezen,
    pad: Pad,
    meldingen: list[Melding],
) -> str | None:
    """The code that a row names; None, with a finding, when there is no such thing.

    Args:
        bekend: code → name; a table shows the name, but of topics the code.
    """
    code = rij.get(naam)
    if isinstance(code, str) and code in bekend:
        return code
    hier, kop = (*pad, naam), kop_van(naam, gelezen)
    if hier in gelezen.gemeld:
        return None
    getypt = gelezen.getypt(hier, code)
    hulp = gelezen.hulp.get(hier) or bedoelde_u(getypt, (*bekend, *bekend.values()))
    met_naam = naam != "onderwerp" and bool(gelezen.koppen)
    genoemd = opsomming([*(bekend.values() if met_naam else bekend)][:_MAX_GENOEMD])
    verwacht = f"een van {genoemd}" if not hulp else f"een {naam} dat er is"
    meldingen.append(Melding(gelezen.plek(hier), kop, toon(getypt), verwacht, hulp))
    return None


def meld_onbekend(
    rij: Mapping[str, Any],
    bekend: Collection[str],
    gelezen: Gelezen,
    pad: Pad,
    meldingen: list[Melding],
) -> None:
    """Report the fields of a row that are not known."""
    for naam in rij:
        if naam not in bekend:
            gevonden, verwacht = f"onbekend veld {toon(naam)}", f"een van {opsomming(bekend)}"
            plek = gelezen.plek((*pad, naam))
            meldingen.append(Melding(plek, "", gevonden, verwacht, bedoelde_u(naam, bekend)))


def meld_dubbel(wie: str, gelezen: Gelezen, pad: Pad, meldingen: list[Melding]) -> None:
    """Report a row about what another row is about already."""
    gevonden = f"{toon(wie)} voor de tweede keer"
    plek = gelezen.plek(pad)
    meldingen.append(Melding(plek, kop_van("lid", gelezen), gevonden, "één rij voor elk"))
