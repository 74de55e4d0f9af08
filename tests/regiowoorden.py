"""What a region calls by name, from all profiles, and where the program says it too.

A region is data: no code or name of a profile stands in the program as a whole text, as a whole
part of a list in a text, or as a name in Python. A name of more words, with a digit, or of a place
stands in no text at all. Docstrings and comments are not part of the program.
"""

from __future__ import annotations

import ast
import re
from dataclasses import fields
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.kennis.woorden import EIGEN_WOORDEN, Woorden
from regels.lezen.yaml import lees_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

HOOFDMAP = Path(__file__).parents[1]
PROFIELEN = tuple(
    pad.parent
    for map_ in ("thema's", "tests/profielen")
    for pad in sorted((HOOFDMAP / map_).glob("*/regio.yaml"))
)
VOORBEELDEN = sorted((HOOFDMAP / "voorbeelden").glob("*/onderwerpen.yaml"))
# What form 1 of a profile left to the program; decisions keep profiles of that form for ever.
OUDE_VORM = HOOFDMAP / "agenda/invoer/oude-vorm.yaml"
UITZONDERINGEN = HOOFDMAP / "tests/contractwoorden.yaml"

_NAMEN = frozenset({"code", "naam", "kort", "titel", "kop", "ook_genoemd", "een", "meer"})
_ZINNEN = frozenset({"zin", "vraag", "reden", "taak", "anders", "omschrijving", "leeg_zin"})
_ZONDER_NAMEN = frozenset({"voorbeelden", "bron", "bron_besluit"})
_MET_UITLEG = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


# A profile may write out a word that the program uses of itself.
_EIGEN = frozenset(
    tekst
    for veld in fields(Woorden)
    for tekst in (getattr(EIGEN_WOORDEN, veld.name).een, getattr(EIGEN_WOORDEN, veld.name).meer)
)


class Woord(NamedTuple):
    """Something that a region calls by name.

    Attributes:
        waar: the profile and its file.
        nergens: whether it may not stand inside a longer text either.
    """

    tekst: str
    waar: str
    nergens: bool


class Vondst(NamedTuple):
    """A word of a region in the program."""

    bestand: str
    regel: int
    woord: Woord

    def __str__(self) -> str:
        return f"{self.bestand}:{self.regel}: «{self.woord.tekst}» is van {self.woord.waar}"


class Uitzondering(NamedTuple):
    """A word that the program may say all the same, why, and in which files when not in all."""

    woord: str
    reden: str
    bestanden: tuple[str, ...]

    def geldt_voor(self, vondst: Vondst) -> bool:
        """Whether it allows this word in this file."""
        hier = not self.bestanden or vondst.bestand in self.bestanden
        return hier and gelijk(self.woord) == gelijk(vondst.woord.tekst)


def gelijk(tekst: str) -> str:
    """A text such that `WalEnSchip`, «Wal en schip.» and wal-en-schip are the same."""
    return re.sub(r"[\W_]+", "", tekst.casefold())


def lees_uitzonderingen() -> tuple[Uitzondering, ...]:
    """The words that a profile uses and the program may say."""
    rijen = lees_yaml(UITZONDERINGEN, UITZONDERINGEN.name).waarde["uitzonderingen"]
    return tuple(
        Uitzondering(rij["woord"], rij["reden"], tuple(rij.get("bestanden", ()))) for rij in rijen
    )


def verzamel(
    profielen: Iterable[Path] = PROFIELEN, voorbeelden: Iterable[Path] = VOORBEELDEN
) -> tuple[Woord, ...]:
    """Every word of the profiles, and of the topics of the examples."""
    van_profielen = (woord for map_ in profielen for woord in _woorden_van_profiel(map_))
    return tuple(chain(van_profielen, *map(_woorden_van_voorbeeld, voorbeelden)))


def _woorden_van_profiel(map_: Path) -> Iterator[Woord]:
    """The codes, names and sentences in all files of a profile, whatever its parts are."""
    for pad in sorted(map_.rglob("*.yaml")):
        waar = f"{map_.name}/{pad.relative_to(map_).as_posix()}"
        for sleutel, tekst in _teksten(lees_yaml(pad, pad.name).waarde):
            plaats = pad.name == "regio.yaml" and sleutel == "naam"
            if sleutel in _NAMEN and tekst not in _EIGEN:
                yield Woord(tekst, waar, plaats or _herkenbaar(tekst))
            elif sleutel in _ZINNEN and _herkenbaar(tekst):
                yield Woord(tekst, waar, nergens=False)


def _woorden_van_voorbeeld(pad: Path) -> Iterator[Woord]:
    for sleutel, tekst in _teksten(lees_yaml(pad, pad.name).waarde):
        if sleutel in ("code", "titel"):
            yield Woord(tekst, f"{pad.parent.name}/{pad.name}", _herkenbaar(tekst))


def _teksten(deel: Any) -> Iterator[tuple[str, str]]:
    """Every text under a key, anywhere in a file."""
    if isinstance(deel, dict):
        for sleutel, waarde in deel.items():
            if sleutel not in _ZONDER_NAMEN:
                losse = waarde if isinstance(waarde, list) else [waarde]
                yield from ((sleutel, los) for los in losse if isinstance(los, str) and gelijk(los))
                yield from _teksten(waarde)
    elif isinstance(deel, list):
        yield from chain.from_iterable(map(_teksten, deel))


def _herkenbaar(tekst: str) -> bool:
    """Whether it is no ordinary word of Dutch: more words together, or a digit in it."""
    return bool(re.search(r"\d|\w[\W_]+\w", tekst))


def programmabestanden() -> Iterator[Path]:
    """Every file of the program, Python or not; but no typeface."""
    for pad in chain.from_iterable((HOOFDMAP / m).rglob("*") for m in ("agenda", "regels", "cli")):
        overslaan = "__pycache__" in pad.parts or pad.suffix == ".ttf" or pad == OUDE_VORM
        if pad.is_file() and not overslaan:
            yield pad


class Zoeker:
    """Looks for words in what files of the program hold."""

    def __init__(self, woorden: Sequence[Woord]) -> None:
        self._woorden: dict[str, Woord] = {}
        for woord in sorted(woorden, key=lambda woord: woord.nergens):
            self._woorden[gelijk(woord.tekst)] = woord
        nergens = sorted({w.tekst for w in woorden if w.nergens}, key=len, reverse=True)
        delen = "|".join(map(_patroon, nergens))
        self._nergens = re.compile(rf"(?<![^\W_])(?:{delen})(?![^\W_])", re.IGNORECASE)

    def zoek(self, pad: Path) -> list[Vondst]:
        """Every word in one file of the program."""
        naam = pad.relative_to(HOOFDMAP).as_posix()
        return self.zoek_in(naam, pad.read_text(encoding="utf-8"))

    def zoek_in(self, bestand: str, inhoud: str) -> list[Vondst]:
        """Every word in what a file holds, and in its name."""
        if bestand.endswith(".py"):
            delen = list(ast.walk(ast.parse(inhoud)))
            namen, teksten = list(_namen(delen)), list(_literals(delen))
        else:
            teksten = list(_regels(inhoud))
            namen = [(nummer, los) for nummer, regel in teksten for los in re.split(r"\W+", regel)]
        namen += [(1, Path(bestand).stem)]
        gevonden = {(regel, gelijk(naam)) for regel, naam in namen}
        gevonden |= {(regel, los) for regel, tekst in teksten for los in self._in_tekst(tekst)}
        return sorted(
            Vondst(bestand, regel, self._woorden[los])
            for regel, los in gevonden
            if los in self._woorden
        )

    def _in_tekst(self, tekst: str) -> Iterator[str]:
        """What a text is, the parts of a list in it, and the words that may stand nowhere."""
        yield from map(gelijk, (tekst, *re.split(r"[,;|=:\n]", tekst)))
        yield from map(gelijk, self._nergens.findall(tekst))


def _patroon(tekst: str) -> str:
    """A pattern of a word; a code stays one word, as the words of «wat-moet» are ordinary Dutch."""
    tussen = r"[\W_]+" if re.search(r"\s", tekst) else "[-_]"
    return tussen.join(re.findall(r"[^\W_]+", tekst))


def _namen(delen: Iterable[ast.AST]) -> Iterator[tuple[int, str]]:
    """Every name in Python: of a variable, argument, attribute, function, class or module."""
    for deel in delen:
        if not isinstance(deel, ast.Constant):
            for _, waarde in ast.iter_fields(deel):
                for los in waarde if isinstance(waarde, list) else [waarde]:
                    if isinstance(los, str):
                        regel = getattr(deel, "lineno", 1)
                        yield from ((regel, naam) for naam in los.split("."))


def _literals(delen: Iterable[ast.AST]) -> Iterator[tuple[int, str]]:
    """Every text in Python, and the parts of a text between values; a docstring is none."""
    uitleg = {
        id(regel.value)
        for deel in delen
        if isinstance(deel, _MET_UITLEG)
        for regel in deel.body
        if isinstance(regel, ast.Expr)
    }
    for deel in delen:
        if isinstance(deel, ast.Constant) and id(deel) not in uitleg:
            if isinstance(deel.value, str):
                yield deel.lineno, deel.value
            elif isinstance(deel.value, bytes):
                yield deel.lineno, deel.value.decode("utf-8", "replace")


def _regels(inhoud: str) -> Iterator[tuple[int, str]]:
    """The lines of a file that is not Python, without its comments."""
    zonder = re.sub(r"/\*.*?\*/", lambda c: "\n" * c[0].count("\n"), inhoud, flags=re.DOTALL)
    for nummer, regel in enumerate(zonder.splitlines(), start=1):
        yield nummer, re.sub(r"(?:^|\s)(?://|#\s).*$", "", regel)
