"""Read YAML safely, with the place of every value.

The reader builds plain values from the event stream of PyYAML instead of calling its loader. The
C loader recurses without a bound (a file of a million brackets ends the process), resolves words
such as `no` to a boolean, and lets a small file of aliases stand for a huge value. Here depth is
bounded, aliases, anchors and tags are refused, and only what the project needs is resolved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from regels.lezen.tekst import lees_tekst, plek_na, schone_tekst
from regels.melding import Invoerfout, Melding, Plek
from regels.taal import toon

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_DIEPTE = 16
MAX_DELEN = 20_000
"""No list or group has more parts: so many topics a table may hold too."""
MAX_WAARDEN = 500_000
"""So many values a file may hold; it takes some seconds to read them."""
MAX_MELDINGEN = 1_000
"""A file with more faults of form than this is not read further."""

Pad = tuple[str | int, ...]

_LADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_GETAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_DECIMAAL = re.compile(r"[-+]?[0-9]{1,18}\.[0-9]{1,18}")
_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TE_GROTE_CODE = re.compile(r"\\U(?!000|0010)")
_BEGIN_VAN_GETAL = frozenset("+-0123456789")
"""How a number or a date begins; most words are neither, and need not be held against all three."""
_WAARHEID = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_AANHALEN = "zet tekst met bijzondere tekens tussen enkele aanhalingstekens: '…'"
_MAX_OPNIEUW = 500_000
"""A longer file that libyaml refuses is not read once more: that would take too long."""
_TE_DIEP = "exceeded maximum nesting depth"
_TAB = ("spaties om in te springen, geen tab", "")
_CODE = (
    "achter een \\ tussen dubbele aanhalingstekens een code die YAML kent",
    f"schrijf \\\\ voor een gewone \\; {_AANHALEN.replace('met bijzondere tekens ', '')}",
)
_STUURTEKEN = ("gewone tekst, zonder onzichtbare stuurtekens", "")
_PROBLEMEN = {
    "mapping values are not allowed": ("geen dubbele punt midden in een tekst", _AANHALEN),
    "tab character": _TAB,
    "cannot start any token": ("een gewoon teken aan het begin", _AANHALEN),
    "expected <block end>": ("onderdelen die even ver inspringen", ""),
    "did not find expected '-'": ("onderdelen die even ver inspringen", ""),
    "did not find expected key": ("onderdelen die even ver inspringen", _AANHALEN),
    "could not find expected ':'": ("een naam met daarachter een dubbele punt", _AANHALEN),
    "escape character": _CODE,
    "escape code": _CODE,
    "escape sequence": _CODE,
    "hexdecimal number": _CODE,
    "quoted scalar": ("een aanhalingsteken aan het begin én aan het eind", _AANHALEN),
    "expected ',' or": ("een haak die de lijst sluit: [a, b]", ""),
    "special characters": _STUURTEKEN,
    "control characters": _STUURTEKEN,
}
"""Part of what PyYAML says, in English → what was expected, and what to do, in Dutch."""


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What a file says, with the place of each part.

    Attributes:
        waarde: dicts, lists, str, int, Decimal, bool, date or None; text is NFC and stripped.
        plekken: path of keys and list indexes → place; of a value in a mapping, its key's place.
        rauw: path → the text as typed, for values that did not stay as they were.
        koppen: path of a field inside a topic → the heading of its column, in a table.
        hulp_bij_datum: what to do about a date that should be something else, in a table.
        hulp_bij_deel: what to do about a wrong part of a list, in a table.
        hulp: path → what to do when its value is wrong, known from how it was typed.
        gemeld: paths whose fault was told already; nothing more is said of them.
        opmerkingen: what is not wrong in the file itself, but must be known.
    """

    waarde: Any
    bestand: str
    plekken: dict[Pad, Plek] = field(default_factory=dict)
    rauw: dict[Pad, str] = field(default_factory=dict)
    koppen: dict[Pad, str] = field(default_factory=dict)
    hulp_bij_datum: str = ""
    hulp_bij_deel: str = ""
    hulp: dict[Pad, str] = field(default_factory=dict)
    gemeld: set[Pad] = field(default_factory=set)
    opmerkingen: list[Melding] = field(default_factory=list)

    def plek(self, pad: Pad) -> Plek:
        """The place of a path, or of its nearest parent that stands in the file."""
        while pad and pad not in self.plekken:
            pad = pad[:-1]
        return self.plekken.get(pad, Plek(self.bestand))

    def getypt(self, pad: Pad, waarde: object) -> object:
        """What the user typed at a path, rather than what was made of it.

        A short form («veiligheid: no») is typed one level higher than its value ends up; what has
        a place of its own is not.
        """
        hoger = waarde if pad in self.plekken else self.rauw.get(pad[:-1], waarde)
        return self.rauw.get(pad, hoger)


def lees_yaml(pad: Path, naam: str) -> Gelezen:
    """Read one YAML document from a file.

    Args:
        pad: the file.
        naam: how messages name it.

    Raises:
        Invoerfout: with every fault of form, each with its place.
    """
    return ontleed_yaml(lees_tekst(pad, naam), naam)


def ontleed_yaml(tekst: str, naam: str) -> Gelezen:
    """Read one YAML document from text; as `lees_yaml`."""
    bouwer, fout = _bouw(tekst, naam, _LADER)
    if fout is not None and (len(tekst) <= _MAX_OPNIEUW or _TE_DIEP in str(fout)):
        # PyYAML's own parser is slower, but the same on every machine: libyaml is not everywhere,
        # knows no halves of characters, and looks ahead, past where our own bounds are passed.
        bouwer, fout = _bouw(tekst, naam, yaml.SafeLoader)
    if fout is not None:
        bouwer.meldingen.append(_melding_van(fout, tekst, naam))
    if bouwer.meldingen:
        raise Invoerfout(bouwer.meldingen)
    if bouwer.gelezen.waarde is None:
        raise Invoerfout([Melding(Plek(naam), "", "een leeg bestand", "velden met hun waarde")])
    return bouwer.gelezen


def _bouw(tekst: str, naam: str, lader: type[Any]) -> tuple[_Bouwer, Exception | None]:
    """What one of the parsers makes of a text, and what it objects to."""
    bouwer = _Bouwer(naam)
    try:
        bouwer.bouw(yaml.parse(tekst, Loader=lader))
    except (yaml.YAMLError, ValueError, OverflowError) as fout:  # \UFFFFFFFF is no character
        return bouwer, fout
    return bouwer, None


def _melding_van(fout: Exception, tekst: str, naam: str) -> Melding:
    probleem = f"{getattr(fout, 'context', '')} {getattr(fout, 'problem', '')} {fout}"
    gevonden = (zin for sleutel, zin in _PROBLEMEN.items() if sleutel in probleem)
    verwacht, hulp = next(gevonden, ("geldige YAML", _AANHALEN))
    merk = getattr(fout, "problem_mark", None)
    if isinstance(fout, ValueError | OverflowError):
        verwacht, hulp = _CODE
        te_groot = _TE_GROTE_CODE.search(tekst)
        plek = plek_na(tekst[: te_groot.start() if te_groot else 0].encode(), naam)
    elif merk is None:  # a character that YAML refuses: libyaml counts bytes, PyYAML characters
        nummer = getattr(fout, "position", 0)
        in_tekens = getattr(fout, "encoding", "") == "unicode"
        begin = tekst[:nummer].encode() if in_tekens else tekst.encode()[:nummer]
        plek = plek_na(begin, naam)
    else:
        plek = Plek(naam, merk.line + 1, merk.column + 1)
        tekstregels = tekst.splitlines()
        if merk.line < len(tekstregels) and "\t" in tekstregels[merk.line][: merk.column + 1]:
            verwacht, hulp = _TAB
    return Melding(plek, "", "tekst die geen YAML is", verwacht, hulp)


class _Bouwer:
    """Turns the event stream into values; collects what is refused instead of stopping at it."""

    def __init__(self, naam: str) -> None:
        self.naam = naam
        self.meldingen: list[Melding] = []
        self.gelezen = Gelezen(None, naam)

    def bouw(self, stroom: Iterator[Any]) -> None:
        documenten = 0
        for gebeurtenis in stroom:
            if isinstance(gebeurtenis, DocumentStartEvent):
                documenten += 1
                if documenten > 1:
                    self._meld(gebeurtenis, "een tweede document (---)", "één document per bestand")
                    return
                waarde = self._waarde(next(stroom), stroom, ())
                self.gelezen = Gelezen(waarde, self.naam, self.gelezen.plekken, self.gelezen.rauw)

    def _meld(self, gebeurtenis: Any, gevonden: str, verwacht: str) -> None:
        self.meldingen.append(Melding(self._plek(gebeurtenis), "", gevonden, verwacht))
        if len(self.meldingen) >= MAX_MELDINGEN:
            raise Invoerfout(self.meldingen)

    def _weiger(self, gebeurtenis: Any, gevonden: str, verwacht: str) -> None:
        """A finding after which the rest of the file is not read."""
        self._meld(gebeurtenis, gevonden, verwacht)
        raise Invoerfout(self.meldingen)

    def _eis_ruimte(self, gebeurtenis: Any, aantal: int) -> None:
        if aantal >= MAX_DELEN:
            gevonden = f"een lijst of groep van meer dan {_getal(MAX_DELEN)} delen"
            self._weiger(gebeurtenis, gevonden, "een kleiner bestand")

    def _plek(self, gebeurtenis: Any) -> Plek:
        merk = gebeurtenis.start_mark
        return Plek(self.naam, merk.line + 1, merk.column + 1)

    def _waarde(self, gebeurtenis: Any, stroom: Iterator[Any], pad: Pad) -> Any:
        plekken = self.gelezen.plekken
        if pad not in plekken:
            plekken[pad] = self._plek(gebeurtenis)
        if len(plekken) > MAX_WAARDEN:
            gevonden = f"meer dan {_getal(MAX_WAARDEN)} waarden"
            self._weiger(gebeurtenis, gevonden, "een kleiner bestand")
        if isinstance(gebeurtenis, AliasEvent):
            self._meld(gebeurtenis, f"een verwijzing (*{gebeurtenis.anchor})", "de waarde zelf")
            return None
        if gebeurtenis.anchor:
            self._meld(gebeurtenis, f"een anker (&{gebeurtenis.anchor})", "alleen de waarde")
        if gebeurtenis.tag and gebeurtenis.tag != "!":
            self._meld(gebeurtenis, f"een label ({toon(gebeurtenis.tag)})", "alleen de waarde")
        if isinstance(gebeurtenis, ScalarEvent):
            return self._scalar(gebeurtenis, pad)
        if len(pad) >= MAX_DIEPTE:
            self._weiger(gebeurtenis, "een te diepe nesting", f"hoogstens {MAX_DIEPTE} lagen")
        if isinstance(gebeurtenis, SequenceStartEvent):
            return self._lijst(stroom, pad)
        return self._groep(stroom, pad)

    def _lijst(self, stroom: Iterator[Any], pad: Pad) -> list[Any]:
        lijst: list[Any] = []
        for gebeurtenis in stroom:
            if isinstance(gebeurtenis, SequenceEndEvent):
                break
            self._eis_ruimte(gebeurtenis, len(lijst))
            lijst.append(self._waarde(gebeurtenis, stroom, (*pad, len(lijst))))
        return lijst

    def _groep(self, stroom: Iterator[Any], pad: Pad) -> dict[str, Any]:
        groep: dict[str, Any] = {}
        for sleutel in stroom:
            if isinstance(sleutel, MappingEndEvent):
                break
            self._eis_ruimte(sleutel, len(groep))
            if not isinstance(sleutel, ScalarEvent):
                self._meld(sleutel, "een lijst of groep als naam", "een naam van een veld")
                self._waarde(sleutel, stroom, (*pad, "?"))
                self._waarde(next(stroom), stroom, (*pad, "?"))
                continue
            naam = schone_tekst(sleutel.value)
            kind = (*pad, naam)
            dubbel = naam in groep
            if dubbel:
                self._meld(sleutel, f"{toon(naam)} voor de tweede keer", "elke naam één keer")
            else:
                self.gelezen.plekken[kind] = self._plek(sleutel)
            waarde = self._waarde(next(stroom), stroom, kind)
            if not dubbel:
                groep[naam] = waarde
        return groep

    def _scalar(self, gebeurtenis: Any, pad: Pad) -> Any:
        tekst = schone_tekst(gebeurtenis.value)
        if not gebeurtenis.implicit[0]:
            return tekst
        waarde = los_op(tekst)
        if not isinstance(waarde, str):
            self.gelezen.rauw[pad] = tekst
        return waarde


def _getal(getal: int) -> str:
    return f"{getal:_}".replace("_", ".")


def los_op(tekst: str) -> str | int | Decimal | bool | date | None:
    """The type of an unquoted word; anything that is not plainly another type stays text."""
    if tekst in {"", "~", "null"}:
        return None
    if tekst[0] in _BEGIN_VAN_GETAL:
        return _getal_of_datum(tekst)
    return _WAARHEID.get(tekst.lower(), tekst)


def _getal_of_datum(tekst: str) -> str | int | Decimal | date:
    if _GETAL.fullmatch(tekst):
        return int(tekst)
    if _DECIMAAL.fullmatch(tekst):
        return Decimal(tekst)
    if _DATUM.fullmatch(tekst):
        try:
            return date.fromisoformat(tekst)
        except ValueError:
            return tekst
    return tekst
