"""The four forms of output, and the building blocks that every command renders to.

Text from users stays text in each of them: no formula in CSV, no markup in Markdown or HTML.
"""

from __future__ import annotations

import io
import re
import textwrap
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_FORMULETEKENS = ("=", "+", "-", "@", "\t", "\r")


class Getaltekst(str):
    """A number of the program, written the Dutch way: «-0,65» is no formula of somebody's."""

    __slots__ = ()


class Tabel(NamedTuple):
    """Rows under headings, with a title above and remarks below.

    Attributes:
        rekbaar: numbers of the columns (from 0) that may wrap to make the table fit.
        rechts: numbers of the columns that hold amounts, below each other to the right.
    """

    titel: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str | int, ...], ...]
    noten: tuple[str, ...] = ()
    rekbaar: tuple[int, ...] = ()
    rechts: tuple[int, ...] = ()

    def zonder(self, *koppen: str) -> Tabel:
        """The same table without the columns under these headings."""
        over = [nummer for nummer, kop in enumerate(self.koppen) if kop not in koppen]
        return Tabel(
            self.titel,
            tuple(self.koppen[nummer] for nummer in over),
            tuple(tuple(rij[nummer] for nummer in over) for rij in self.rijen),
            self.noten,
            tuple(plek for plek, nummer in enumerate(over) if nummer in self.rekbaar),
            tuple(plek for plek, nummer in enumerate(over) if nummer in self.rechts),
        )


class Tak(NamedTuple):
    """A line of an explanation, with what stands below it."""

    zin: str
    takken: tuple[Tak, ...] = ()


class Weergave(NamedTuple):
    """One result in every form; each is made only when it is asked for.

    Attributes:
        json: the data of the JSON form.
        tekst: text for a terminal of a given width.
        md: Markdown.
        csv: one flat table.
        anders: the other forms that this result has, by name.
    """

    json: Callable[[], Mapping[str, Any]]
    tekst: Callable[[int], str]
    md: Callable[[], str]
    csv: Callable[[], Tabel]
    anders: Mapping[str, Callable[[], str]] = MappingProxyType({})

    def als(self, formaat: str, breedte: int) -> str:
        """The whole output in one form: tabel, json, csv, md, or one of `anders`."""
        if formaat in self.anders:
            return self.anders[formaat]()
        if formaat == "json":
            return json_tekst(self.json())
        if formaat == "csv":
            return csv_tekst(self.csv())
        return (self.md() if formaat == "md" else self.tekst(breedte)).rstrip("\n") + "\n"


def json_tekst(waarde: Mapping[str, Any]) -> str:
    """JSON as every command writes it."""
    import json  # only these two ask for it

    return json.dumps(waarde, ensure_ascii=False, indent=2) + "\n"


def json_regels(waarde: Mapping[str, Any]) -> str:
    """JSON with each element of a list on a line of its own: small, and read line by line.

    Args:
        waarde: by key, lists as any stream; each element is only made when it is written.
    """

    import json

    def tekst(deel: object) -> str:
        return json.dumps(deel, ensure_ascii=False, separators=(",", ":"))

    delen = []
    for sleutel, inhoud in waarde.items():
        enkel = isinstance(inhoud, dict | str | int | None)
        heel = tekst(inhoud) if enkel else "[\n" + ",\n".join(map(tekst, inhoud)) + "\n]"
        delen.append(f"{tekst(sleutel)}:{heel}")
    return "{\n" + ",\n".join(delen) + "\n}\n"


def in_tabellen(
    json: Callable[[], Mapping[str, Any]],
    tabellen: Callable[[], Iterable[Tabel]],
    csv: Callable[[], Tabel],
    anders: Mapping[str, Callable[[], str]] | None = None,
    antwoord: Callable[[], str] | None = None,
) -> Weergave:
    """A result that people read as tables, one below the other; the rest as in `Weergave`.

    Args:
        antwoord: the answer in one or two sentences, that stands before the tables.
    """

    @cache
    def codes() -> Collection[str]:
        from agenda.weergave.afbreken import codes_in

        return frozenset(codes_in(json()))

    def tekst(breedte: int) -> str:
        voorop = boven_tekst(antwoord(), breedte) if antwoord else ""
        return voorop + "\n".join(tabel_tekst(tabel, breedte, codes) for tabel in tabellen())

    def md() -> str:
        voorop = f"{md_tekst(antwoord())}\n\n" if antwoord else ""
        return voorop + "\n".join(map(tabel_md, tabellen()))

    return Weergave(
        json=json,
        tekst=tekst,
        md=md,
        csv=csv,
        anders=anders or {},
    )


def boven_tekst(zin: str, breedte: int) -> str:
    """What stands above the rest in a terminal, with a white line below it; it may be empty."""
    return f"{textwrap.fill(zin, breedte, break_on_hyphens=False)}\n\n" if zin else ""


def tabel_tekst(tabel: Tabel, breedte: int, codes: Callable[[], Collection[str]] = tuple) -> str:
    """A table for a terminal; wraps its elastic columns to fit the width.

    Args:
        codes: the words that get no hyphen; only asked when words must break.
    """
    from agenda.weergave.kolommen import kolombreedtes
    from agenda.weergave.rooster import rooster

    rijen = [[str(cel) for cel in rij] for rij in tabel.rijen]
    past = kolombreedtes(tabel.koppen, tabel.rekbaar, rijen, breedte)
    if past is None and (smalle := _code_bij_titel(tabel)):
        return tabel_tekst(smalle, breedte, codes)
    titel = textwrap.fill(tabel.titel, breedte)
    kop = f"{titel}\n{'=' * min(len(tabel.titel), breedte)}\n\n"
    noten = "".join(f"\n{textwrap.fill(noot, breedte)}" for noot in tabel.noten)
    if not rijen:
        return f"{kop}(geen)\n{noten}\n"
    lijf = rooster(tabel.koppen, rijen, tabel.rechts, past, breedte, codes)
    return f"{kop}{lijf}\n{noten}\n"


def _code_bij_titel(tabel: Tabel) -> Tabel | None:
    """The same table with each code above the title beside it, in one column; None without."""
    plek = tabel.koppen.index("Code") if "Code" in tabel.koppen[:-1] else -1
    if plek < 0 or not tabel.koppen[plek + 1].startswith("Titel"):
        return None
    titel = tabel.koppen[plek + 1]
    kop = titel.replace("Titel", "Code, titel" if " en " in titel else "Code en titel")

    def smal(cellen: tuple[Any, ...], samen: str) -> tuple[Any, ...]:
        return (*cellen[:plek], samen, *cellen[plek + 2 :])

    def schuif(nummers: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(nummer - (nummer > plek) for nummer in nummers if nummer != plek)

    return tabel._replace(
        koppen=smal(tabel.koppen, kop),
        rijen=tuple(smal(rij, f"{rij[plek]}\n{rij[plek + 1]}") for rij in tabel.rijen),
        rekbaar=schuif(tabel.rekbaar),
        rechts=schuif(tabel.rechts),
    )


def boom_tekst(takken: Sequence[Tak], breedte: int, voor: str = "", kop: str = "") -> str:
    """A tree for a terminal: each line wraps under itself.

    Args:
        voor: what stands before every line.
        kop: what stands above the tree.
    """
    tekstregels = textwrap.wrap(kop, breedte)
    for nummer, tak in enumerate(takken):
        begin, verder = ("└─ ", "   ") if nummer == len(takken) - 1 else ("├─ ", "│  ")
        ruimte = max(breedte - len(voor) - len(begin), 20)
        inspringing = ("│" if tak.takken else " ") + "  "
        eerste, *rest = textwrap.wrap(
            tak.zin, ruimte, subsequent_indent=inspringing, break_on_hyphens=False
        ) or [""]
        tekstregels += [f"{voor}{begin}{eerste}", *(f"{voor}{verder}{deel}" for deel in rest)]
        if tak.takken:
            tekstregels.append(boom_tekst(tak.takken, breedte, voor + verder).rstrip("\n"))
    return "\n".join(tekstregels) + "\n"


def tabel_md(tabel: Tabel, *, met_titel: bool = True) -> str:
    """A table in Markdown (GitHub), under its title unless that stands above it already."""
    kop = f"## {md_tekst(tabel.titel)}\n\n" if met_titel else ""
    noten = "".join(f"\n{md_tekst(noot)}\n" for noot in tabel.noten)
    if not tabel.rijen:
        return f"{kop}(geen)\n{noten}"
    streep = ("---:" if n in tabel.rechts else "---" for n in range(len(tabel.koppen)))
    koprijen = [tabel.koppen, tuple(streep)]
    lijf = [f"| {' | '.join(koprijen[0])} |", f"| {' | '.join(koprijen[1])} |"]
    lijf += [f"| {' | '.join(md_tekst(str(cel)) for cel in rij)} |" for rij in tabel.rijen]
    return kop + "\n".join(lijf) + "\n" + noten


def boom_md(takken: Iterable[Tak], diepte: int = 0) -> str:
    """A tree as nested Markdown bullets."""
    return "".join(
        f"{'  ' * diepte}- {md_tekst(tak.zin)}\n{boom_md(tak.takken, diepte + 1)}" for tak in takken
    )


def md_tekst(tekst: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    return _MARKDOWN.sub(r"\\\1", tekst).replace("\n", " ")


def csv_tekst(tabel: Tabel) -> str:
    """CSV for Excel: byte order mark, semicolons, and no cell that Excel takes for a formula."""
    import csv  # only this form asks for it

    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";")
    schrijver.writerows([_csv_cel(cel) for cel in rij] for rij in (tabel.koppen, *tabel.rijen))
    return "\ufeff" + uit.getvalue()


def _csv_cel(cel: str | int) -> str | int:
    if isinstance(cel, Getaltekst):
        return cel
    return f"'{cel}" if isinstance(cel, str) and cel.startswith(_FORMULETEKENS) else cel
