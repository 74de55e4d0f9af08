"""The four forms of output, and the building blocks that every command renders to.

Text from users stays text in each of them: no formula in CSV, no markup in Markdown or HTML.
"""

from __future__ import annotations

import io
import re
import textwrap
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_FORMULETEKENS = ("=", "+", "-", "@", "\t", "\r")
_MIN_KOLOM = 12


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
) -> Weergave:
    """A result that people read as tables, one below the other; the rest as in `Weergave`."""
    return Weergave(
        json=json,
        tekst=lambda breedte: "\n".join(tabel_tekst(tabel, breedte) for tabel in tabellen()),
        md=lambda: "\n".join(map(tabel_md, tabellen())),
        csv=csv,
        anders=anders or {},
    )


def tabel_tekst(tabel: Tabel, breedte: int) -> str:
    """A table for a terminal; wraps its elastic columns to fit the width."""
    from tabulate import tabulate

    rijen = [[str(cel) for cel in rij] for rij in tabel.rijen]
    breedtes = _kolombreedtes(tabel, rijen, breedte)
    gevouwen = [
        [
            "\n".join(
                textwrap.fill(tekstregel, breedtes[nummer], break_on_hyphens=False)
                for tekstregel in cel.split("\n")
            )
            for nummer, cel in enumerate(rij)
        ]
        for rij in rijen
    ]
    titel = textwrap.fill(tabel.titel, breedte)
    kop = f"{titel}\n{'=' * min(len(tabel.titel), breedte)}\n\n"
    noten = "".join(f"\n{textwrap.fill(noot, breedte)}" for noot in tabel.noten)
    if not rijen:
        return f"{kop}(geen)\n{noten}\n"
    kanten = ["right" if n in tabel.rechts else "left" for n in range(len(tabel.koppen))]
    lijf = tabulate(
        gevouwen, headers=tabel.koppen, tablefmt="simple", disable_numparse=True, colalign=kanten
    )
    return f"{kop}{lijf}\n{noten}\n"


def _kolombreedtes(tabel: Tabel, rijen: Sequence[Sequence[str]], breedte: int) -> list[int]:
    """Every column as wide as its longest cell; the elastic ones share what is left of the line.

    On a screen that is too narrow for that, every column is elastic.
    """
    koppen = [kop + "  " for kop in tabel.koppen]  # as tabulate widens a heading
    kolommen = zip(koppen, *rijen, strict=True)
    breedtes = [
        max(len(tekstregel) for cel in kolom for tekstregel in cel.split("\n"))
        for kolom in kolommen
    ]
    nodig = list(breedtes)
    ruimte = breedte - 2 * (len(breedtes) - 1)
    vast = sum(b for nummer, b in enumerate(breedtes) if nummer not in tabel.rekbaar)
    past = ruimte - vast >= _MIN_KOLOM * len(tabel.rekbaar)
    rekbaar = tabel.rekbaar if past else tuple(range(len(breedtes)))
    over = ruimte - (vast if past else 0)
    # The narrowest first: what it does not need is for the others.
    smal_eerst = sorted(rekbaar, key=lambda nummer: breedtes[nummer])
    for beurt, nummer in enumerate(smal_eerst):
        breedtes[nummer] = min(breedtes[nummer], over // (len(smal_eerst) - beurt))
        over -= breedtes[nummer]
    if breedtes != nodig:
        woorden = [_langste_woord(cellen) for cellen in zip(*rijen, strict=True)]
        _spaar_woorden(breedtes, woorden, list(map(len, koppen)))
    return breedtes


def _langste_woord(cellen: Iterable[str]) -> int:
    """How wide a column must be to break no word in its cells."""
    return max((len(woord) for cel in cellen for woord in cel.split()), default=0)


def _spaar_woorden(breedtes: list[int], woorden: Sequence[int], koppen: Sequence[int]) -> None:
    """Widen what would break a word, as far as other columns can do with less.

    Args:
        woorden: per column its longest word; `koppen` its heading, that is never broken.
    """
    over = [b - max(w, k) for b, w, k in zip(breedtes, woorden, koppen, strict=True)]
    for nummer, woord in enumerate(woorden):
        while max(breedtes[nummer], koppen[nummer]) < woord:
            ruim = max(range(len(over)), key=over.__getitem__)
            if over[ruim] <= 0:
                return
            for kolom, erbij in ((ruim, -1), (nummer, 1)):
                breedtes[kolom] += erbij
                over[kolom] += erbij


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
    return f"'{cel}" if isinstance(cel, str) and cel.startswith(_FORMULETEKENS) else cel
