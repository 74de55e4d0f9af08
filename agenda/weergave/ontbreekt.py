"""The libraries that may be missing: what cannot be done then, and what to do instead.

A library is loaded where it is used. What needs a missing one ends with `ModuleNotFoundError`; here
that becomes a sentence. A module that is not in the table is a mistake in the program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

T = TypeVar("T")


class Onderdeel(NamedTuple):
    """A library that the program can do without.

    Attributes:
        naam: what it is called for who installs it.
        wat: what needs it, as the subject of «kan hier niet».
        uitweg: what to do instead, in a sentence.
    """

    naam: str
    wat: str
    uitweg: str


_ELDERS = "op een computer waar het hele programma staat"
_WORD = f"Kies een andere vorm, zoals html of md. Of maak het {_ELDERS}."

ONDERDELEN = {
    "docx": Onderdeel("python-docx", "Een Word-bestand maken", _WORD),
    "lxml": Onderdeel("lxml", "Een Word-bestand maken", _WORD),
    "typst": Onderdeel("typst", "Een PDF maken", "Maak de vorm html en druk die af naar PDF."),
    "xlsxwriter": Onderdeel(
        "XlsxWriter",
        "Een Excel-bestand maken",
        f"Gebruik csv in plaats van Excel. Of maak het {_ELDERS}.",
    ),
    "graphlay": Onderdeel(
        "graphlay",
        "Een plaatje van de samenhang tekenen",
        "Kies een andere vorm: die zegt hetzelfde in woorden.",
    ),
    "highspy": Onderdeel("highspy", "Een jaarplan uitrekenen", f"Doe dit {_ELDERS}."),
    "holidays": Onderdeel("holidays", "Vergaderingen plannen", f"Doe dit {_ELDERS}."),
    "icalendar": Onderdeel(
        "icalendar", "Een kalenderbestand maken", f"Kies de vorm csv. Of maak het {_ELDERS}."
    ),
    "numpy": Onderdeel(
        "numpy",
        "Nagaan wat andere gewichten doen",
        "Zonder numpy kan dit alleen met hoogstens vijf criteria, zonder oordelen van gemeenten en"
        f" zonder grenzen aan de gewichten. Doe dit {_ELDERS}.",
    ),
}
"""The name by which a library is loaded → what it is for. Others are missed by nobody: without
durable-rules the reference judges alone, and without pyphen words are not broken."""

MINDER = {
    "graphlay": ("html",),
    "highspy": ("html", "md", "mail"),
    "holidays": ("html", "md", "mail"),
}
"""Libraries without which a document is still made, with less in it → the forms with less; that
Word, PDF and Excel differ between versions is known of every library."""


class NietTeMaken(Exception):
    """Forms that were asked for cannot be made here.

    Attributes:
        waarom: form → the sentence.
    """

    def __init__(self, waarom: Mapping[str, str]) -> None:
        super().__init__(*waarom)
        self.waarom = waarom


def ontbreekt_zin(fout: ModuleNotFoundError) -> str | None:
    """What cannot be done without a library, and what to do; None when it may not be missing."""
    onderdeel = ONDERDELEN.get((fout.name or "").partition(".")[0])
    if onderdeel is None:
        return None
    naam, wat, uitweg = onderdeel
    return f"{wat} kan hier niet: het onderdeel {naam} is er niet. {uitweg}"


def of_zin(maak: Callable[[], T]) -> T | str:
    """What is made, or the sentence that it cannot be made here.

    Raises:
        ModuleNotFoundError: a module is missing that may not be.
    """
    try:
        return maak()
    except ModuleNotFoundError as fout:
        zin = ontbreekt_zin(fout)
        if zin is None:
            raise
        return zin


def niet_te_maken_zin(fout: NietTeMaken) -> str:
    """What was asked for with --als, and why nothing is made."""
    return " ".join(f"--als {opsomming(v, 'en')}: {zin}" for zin, v in _per_zin(fout.waarom))


def niet_gemaakt_zinnen(waarom: Mapping[str, str]) -> Iterator[str]:
    """What was left out beside what was made, and why."""
    return (f"Niet gemaakt: {opsomming(v, 'en')}. {zin}" for zin, v in _per_zin(waarom))


def _per_zin(waarom: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """Each reason with the forms that it is of."""
    for reden in dict.fromkeys(waarom.values()):
        yield reden, [vorm for vorm, zin in waarom.items() if zin == reden]


def minder() -> tuple[str, ...]:
    """The libraries out of `MINDER` that are missing here; none of them is loaded."""
    return tuple(naam for naam in MINDER if not _is_er(naam))


def _is_er(naam: str) -> bool:
    from importlib.util import find_spec

    try:
        return find_spec(naam) is not None
    except ModuleNotFoundError:
        return False
