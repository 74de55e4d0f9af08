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

from regels.lezen.tekst import lees_tekst, plek_na, schone_tekst
from regels.melding import Invoerfout, Melding, Plek
from regels.taal import toon

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_DIEPTE = 16
MAX_MELDINGEN = 1_000
"""A file with more faults of form than this is not read further."""

Pad = tuple[str | int, ...]

_LADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_GETAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_DECIMAAL = re.compile(r"[-+]?[0-9]{1,18}\.[0-9]{1,18}")
_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WAARHEID = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_AANHALEN = "zet tekst met bijzondere tekens tussen enkele aanhalingstekens: '…'"
_TE_DIEP = "exceeded maximum nesting depth"
_TAB = ("spaties om in te springen, geen tab", "")
_PROBLEMEN = {
    "mapping values are not allowed": ("geen dubbele punt midden in een tekst", _AANHALEN),
    "tab character": _TAB,
    "cannot start any token": ("een gewoon teken aan het begin", _AANHALEN),
    "expected <block end>": ("onderdelen die even ver inspringen", ""),
    "did not find expected '-'": ("onderdelen die even ver inspringen", ""),
    "did not find expected key": ("onderdelen die even ver inspringen", _AANHALEN),
    "could not find expected ':'": ("een naam met daarachter een dubbele punt", _AANHALEN),
    "quoted scalar": ("een aanhalingsteken aan het begin én aan het eind", _AANHALEN),
    "expected ',' or": ("een haak die de lijst sluit: [a, b]", ""),
    "control characters": ("gewone tekst, zonder onzichtbare stuurtekens", ""),
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
    """

    waarde: Any
    bestand: str
    plekken: dict[Pad, Plek] = field(default_factory=dict)
    rauw: dict[Pad, str] = field(default_factory=dict)
    koppen: dict[Pad, str] = field(default_factory=dict)
    hulp_bij_datum: str = ""
    hulp_bij_deel: str = ""

    def plek(self, pad: Pad) -> Plek:
        """The place of a path, or of its nearest parent that stands in the file."""
        while pad and pad not in self.plekken:
            pad = pad[:-1]
        return self.plekken.get(pad, Plek(self.bestand))

    def getypt(self, pad: Pad, waarde: object) -> object:
        """What the user typed at a path, rather than what was made of it.

        A short form («veiligheid: no») is typed one level higher than its value ends up.
        """
        return self.rauw.get(pad, self.rauw.get(pad[:-1], waarde))


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
    bouwer = _Bouwer(naam)
    try:
        try:
            bouwer.bouw(yaml.parse(tekst, Loader=_LADER))
        except yaml.YAMLError as fout:
            if _TE_DIEP not in str(fout):
                raise
            # A newer libyaml looks ahead and stops at its own bound, before the reader gets to
            # where ours is passed. PyYAML's own parser is slower, and goes there.
            bouwer = _Bouwer(naam)
            bouwer.bouw(yaml.parse(tekst, Loader=yaml.SafeLoader))
    except yaml.YAMLError as fout:
        bouwer.meldingen.append(_melding_van(fout, tekst, naam))
    if bouwer.meldingen:
        raise Invoerfout(bouwer.meldingen)
    if bouwer.gelezen.waarde is None:
        raise Invoerfout([Melding(Plek(naam), "", "een leeg bestand", "velden met hun waarde")])
    return bouwer.gelezen


def _melding_van(fout: yaml.YAMLError, tekst: str, naam: str) -> Melding:
    probleem = f"{getattr(fout, 'context', '')} {getattr(fout, 'problem', '')} {fout}"
    gevonden = (zin for sleutel, zin in _PROBLEMEN.items() if sleutel in probleem)
    verwacht, hulp = next(gevonden, ("geldige YAML", _AANHALEN))
    merk = getattr(fout, "problem_mark", None)
    if merk is None:  # a character that YAML refuses has only the number of its byte
        plek = plek_na(tekst.encode("utf-8", "replace")[: getattr(fout, "position", 0)], naam)
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
            if isinstance(gebeurtenis, yaml.DocumentStartEvent):
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

    def _plek(self, gebeurtenis: Any) -> Plek:
        merk = gebeurtenis.start_mark
        return Plek(self.naam, merk.line + 1, merk.column + 1)

    def _waarde(self, gebeurtenis: Any, stroom: Iterator[Any], pad: Pad) -> Any:
        if pad not in self.gelezen.plekken:
            self.gelezen.plekken[pad] = self._plek(gebeurtenis)
        if isinstance(gebeurtenis, yaml.AliasEvent):
            self._meld(gebeurtenis, f"een verwijzing (*{gebeurtenis.anchor})", "de waarde zelf")
            return None
        if gebeurtenis.anchor:
            self._meld(gebeurtenis, f"een anker (&{gebeurtenis.anchor})", "alleen de waarde")
        if gebeurtenis.tag and gebeurtenis.tag != "!":
            self._meld(gebeurtenis, f"een label ({toon(gebeurtenis.tag)})", "alleen de waarde")
        if isinstance(gebeurtenis, yaml.ScalarEvent):
            return self._scalar(gebeurtenis, pad)
        if len(pad) >= MAX_DIEPTE:
            self._meld(gebeurtenis, "een te diepe nesting", f"hoogstens {MAX_DIEPTE} lagen")
            raise Invoerfout(self.meldingen)
        if isinstance(gebeurtenis, yaml.SequenceStartEvent):
            return self._lijst(stroom, pad)
        return self._groep(stroom, pad)

    def _lijst(self, stroom: Iterator[Any], pad: Pad) -> list[Any]:
        lijst: list[Any] = []
        for gebeurtenis in stroom:
            if isinstance(gebeurtenis, yaml.SequenceEndEvent):
                break
            lijst.append(self._waarde(gebeurtenis, stroom, (*pad, len(lijst))))
        return lijst

    def _groep(self, stroom: Iterator[Any], pad: Pad) -> dict[str, Any]:
        groep: dict[str, Any] = {}
        for sleutel in stroom:
            if isinstance(sleutel, yaml.MappingEndEvent):
                break
            if not isinstance(sleutel, yaml.ScalarEvent):
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
        waarde = _los_op(tekst)
        if not isinstance(waarde, str):
            self.gelezen.rauw[pad] = tekst
        return waarde


def _los_op(tekst: str) -> str | int | Decimal | bool | date | None:
    """The type of an unquoted word; anything that is not plainly another type stays text."""
    if tekst in {"", "~", "null"}:
        return None
    if _GETAL.fullmatch(tekst):
        return int(tekst)
    if _DECIMAAL.fullmatch(tekst):
        return Decimal(tekst)
    if _DATUM.fullmatch(tekst):
        try:
            return date.fromisoformat(tekst)
        except ValueError:
            return tekst
    return _WAARHEID.get(tekst.lower(), tekst)
