"""The ranked agenda: what was decided of each topic, and its place."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from regels.lezen.tekst import schone_tekst
from regels.naregels import GEEN_NAREGELS
from regels.taal import bedoelde_u, bijna, opsomming

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from agenda.feiten.planwijzer import Planwijzer
    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.onderwerp import Dossier, Onderwerp
    from agenda.onderwerp.oordeel import Stem, Telling
    from agenda.rangorde.score import Getal
    from regels.indeling import Indeling
    from regels.model import Oordeel, Regel, Uitkomst, Veld
    from regels.naregels import Naregels

Status = Literal["toegelaten", "niet-toegelaten", "onbeslist"]
STATUSNAMEN: dict[Status, str] = {
    "toegelaten": "toegelaten",
    "onbeslist": "onbeslist",
    "niet-toegelaten": "niet toegelaten",
}
"""How a reader knows each status."""

TOP = 10
"""How many places are looked at first, unless the user asks otherwise."""


class Uitslag(NamedTuple):
    """What the rules say of one topic; topics with the same facts share its judgements.

    Attributes:
        uitgangspunten: judgements in rule order; together they decide the status.
        criteria: judgements in rule order.
        score: sum of the weights of the criteria that are ja; of what municipalities judge, the
            share of them that say so counts. Whole when it is, and else an exact fraction.
        score_max: the score if every unknown criterium turned out ja.
        tellingen: per criterion in rule order what municipalities say; empty when none speaks.
        stemmen: the same, each with its answer, in the order of the region.
    """

    status: Status
    uitgangspunten: tuple[Oordeel, ...]
    criteria: tuple[Oordeel, ...]
    score: Getal
    score_max: Getal
    tellingen: tuple[Telling, ...] = ()
    stemmen: tuple[tuple[Stem, ...], ...] = ()

    def waarde(self, nummer: int) -> str:
        """What was decided of a criterion, by its position: ja, nee, onbekend or verdeeld."""
        if self.tellingen:
            return self.tellingen[nummer].uitkomst
        return self.criteria[nummer].uitkomst


class Beoordeeld(NamedTuple):
    """A topic with what was decided of it, and its place on the list.

    Attributes:
        plaats: None when the topic is not admitted, or when the region does not rank.
        gedeeld: whether another topic has the same place.
    """

    onderwerp: Onderwerp
    uitslag: Uitslag
    plaats: int | None = None
    gedeeld: bool = False

    @property
    def code(self) -> str:
        """The code of the topic."""
        return self.onderwerp.code

    @property
    def titel(self) -> str:
        """The title of the topic."""
        return self.onderwerp.titel

    @property
    def status(self) -> Status:
        """Admitted, not admitted or undecided."""
        return self.uitslag.status

    @property
    def waar(self) -> str:
        """Where it stands: «plaats 3», or its status when it has no place.

        Empty where a region neither ranks topics nor keeps any off its agenda.
        """
        if self.plaats is not None:
            return f"plaats {self.plaats}"
        return STATUSNAMEN[self.status] if self.uitslag.uitgangspunten else ""


_MINSTE_DEEL = 3
_HOOGSTENS = 5
"""With so many letters somebody asks for so many topics at most."""


class OnbekendOnderwerp(LookupError):
    """No topic has this code; `suggestie` asks whether the nearest one was meant.

    Args:
        code: what was asked for; some type a title there.
        bekend: the topics that there are.
        rangschikt: whether these are ranked.
    """

    def __init__(self, code: str, bekend: Iterable[Beoordeeld], *, rangschikt: bool = True) -> None:
        self.code = code
        self.rangschikt = rangschikt
        self.suggestie = _bedoeld(code, tuple(bekend))
        super().__init__(code)


def _bedoeld(getypt: str, bekend: Sequence[Beoordeeld]) -> str:
    """A question that names the code of the topic whose title, or else code, this may be."""
    zelfde = [b for b in bekend if b.titel.casefold() == schone_tekst(getypt).casefold()]
    bedoeld = [f"«{b.code}»" for b in zelfde]
    if bedoeld:
        return f"bedoelde u {opsomming(bedoeld)}?"
    if hulp := bedoelde_u(getypt, [b.code for b in bekend]):
        return hulp
    if titel := bijna(getypt, [b.titel for b in bekend]):
        codes = (f"«{b.code}»" for b in bekend if b.titel == titel)
        return f"bedoelde u {opsomming(codes)} ({titel})?"
    return _met_dit_erin(getypt, bekend)


def _met_dit_erin(getypt: str, bekend: Sequence[Beoordeeld]) -> str:
    """The topics of which somebody typed a part of the code or the title, when these are few."""
    deel = schone_tekst(getypt).casefold()
    if len(deel) < _MINSTE_DEEL:
        return ""
    codes = [f"«{b.code}»" for b in bekend if deel in f"{b.code} {b.titel}".casefold()]
    return f"bedoelde u {opsomming(codes)}?" if 0 < len(codes) <= _HOOGSTENS else ""


class OnbekendVoorstel(LookupError):
    """No proposal has this number; `bekend` are the numbers that there are."""

    def __init__(self, nummer: int, bekend: Iterable[int]) -> None:
        self.nummer = nummer
        self.bekend = tuple(bekend)
        super().__init__(nummer)


class GeenRangorde(LookupError):
    """The region does not rank its topics, and an order was asked for.

    Args:
        deelt_in: whether it classifies them.
    """

    def __init__(self, *, deelt_in: bool) -> None:
        self.deelt_in = deelt_in
        super().__init__()


@dataclass(frozen=True, slots=True)
class Ranglijst:
    """The agenda of one year: admitted topics by place, and the others by title.

    Attributes:
        regels: the rules in force.
        velden: the fields that rules use, by name.
        evaluatoren: who judged the rules.
        indelingen: the classifications, each after those on which its rules rest.
        wijzer: to which plans a topic is tied on the day of the list.
        na: the rules over what comes after the decision, of whatever day; they change nothing here.
    """

    dossier: Dossier
    profiel: Profiel
    regels: tuple[Regel, ...]
    velden: Mapping[str, Veld]
    gewichten: Mapping[str, int]
    toegelaten: tuple[Beoordeeld, ...]
    onbeslist: tuple[Beoordeeld, ...]
    niet_toegelaten: tuple[Beoordeeld, ...]
    evaluatoren: tuple[str, ...]
    wijzer: Planwijzer = field(repr=False, compare=False)  # follows from profile and day
    indelingen: tuple[Indeling, ...] = ()
    na: Naregels = GEEN_NAREGELS

    @property
    def rangschikt(self) -> bool:
        """Whether there is anything to rank by; without criteria no topic has a place."""
        return bool(self.gewichten)

    @property
    def toetst(self) -> bool:
        """Whether there are rules that can keep a topic off the agenda."""
        return bool(self.uitgangspunten)

    def eis_rangorde(self) -> None:
        """Demand that the topics are ranked.

        Raises:
            GeenRangorde: they are not.
        """
        if not self.rangschikt:
            raise GeenRangorde(deelt_in=bool(self.indelingen))

    @property
    def alle(self) -> tuple[Beoordeeld, ...]:
        """Every topic: by place, then the undecided, then the not admitted."""
        return (*self.toegelaten, *self.onbeslist, *self.niet_toegelaten)

    def zoek(self, code: str) -> Beoordeeld:
        """The topic with this code.

        Raises:
            OnbekendOnderwerp: the list has no such topic.
        """
        for beoordeeld in self.alle:
            if beoordeeld.code == code:
                return beoordeeld
        raise OnbekendOnderwerp(code, self.alle, rangschikt=self.rangschikt)

    @property
    def uitgangspunten(self) -> tuple[Regel, ...]:
        """The rules for admission in force, in rule order."""
        return tuple(regel for regel in self.regels if regel.soort == "uitgangspunt")

    @property
    def criteria(self) -> tuple[Regel, ...]:
        """The criteria in force, in rule order."""
        return tuple(regel for regel in self.regels if regel.soort == "criterium")


def rangschik(beoordeeld: Iterable[Beoordeeld]) -> tuple[Beoordeeld, ...]:
    """Give admitted topics their place by score: standard competition ranking (1, 2, 2, 4).

    An equal score is an equal place; within it the title only gives the order of printing.
    """
    per_score: dict[Getal, list[Beoordeeld]] = defaultdict(list)
    for b in sorted(beoordeeld, key=op_titel):
        per_score[b.uitslag.score].append(b)
    geplaatst: list[Beoordeeld] = []
    for score in sorted(per_score, reverse=True):
        gelijk = per_score[score]
        plaats, gedeeld = len(geplaatst) + 1, len(gelijk) > 1
        geplaatst += [Beoordeeld(b.onderwerp, b.uitslag, plaats, gedeeld) for b in gelijk]
    return tuple(geplaatst)


def op_titel(beoordeeld: Beoordeeld) -> tuple[str, str, str]:
    """The order of printing where there is no order of merit: as in a dictionary, É beside E."""
    onderwerp = beoordeeld.onderwerp
    titel = onderwerp.titel
    if titel.isascii():
        return titel.casefold(), titel, onderwerp.code
    letters = (t for t in unicodedata.normalize("NFKD", titel) if not unicodedata.combining(t))
    return "".join(letters).casefold(), titel, onderwerp.code


def status_van(uitgangspunten: Uitkomst) -> Status:
    """All uitgangspunten ja: admitted; one nee: not admitted; else undecided."""
    statussen: dict[Uitkomst, Status] = {
        "ja": "toegelaten",
        "nee": "niet-toegelaten",
        "onbekend": "onbeslist",
    }
    return statussen[uitgangspunten]
