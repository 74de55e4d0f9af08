"""The meetings of a year: days that follow from the rhythm of each body, around what is fixed.

Fixed days stay, always. Other days fall on no weekend, public holiday or school holiday. What that
makes impossible (a longer gap, a month without a day) is a `Knelpunt`, never silent.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from agenda.jaar.tussenpoos import DAG, Tussenpoos
from agenda.jaar.vrij import dagen_van
from agenda.onderwerp.kalender import GEEN_AFSPRAKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import timedelta

    from agenda.jaar.vrij import Vrij
    from agenda.kennis.ritme import Schema, Tijdvak
    from agenda.kennis.route import Gremium
    from agenda.onderwerp.kalender import Kalenderafspraken

_MAANDEN: dict[Tijdvak, int] = {"maand": 1, "kwartaal": 3, "halfjaar": 6, "jaar": 12}
_SEIZOENEN = {"voorjaar": 3, "najaar": 9}
"""The month in which a season begins; each has three."""


class Vergadering(NamedTuple):
    """A body meets on a day.

    Attributes:
        gremium: code of the body.
        vast: whether people fixed the day.
        voor: the meetings that this one prepares, each a body and its day.
    """

    gremium: str
    datum: date
    vast: bool = False
    voor: tuple[tuple[str, date], ...] = ()


class Knelpunt(NamedTuple):
    """What does not fit, as data.

    Attributes:
        soort: `gat` (longer between two meetings than allowed), `geen-dag` (no free day in a part
            of the year), `te-laat` (no free day so long before a meeting), `vrije-dag` (fixed on a
            day on which no meeting falls).
        van: first day of the stretch; of `te-laat` the day of the meeting to prepare.
        aantal: weeks that were allowed, or days that were asked.
        door: the holidays that stand in the way.
        bij: of `te-laat` the body whose meeting could not be prepared in time.
    """

    soort: Literal["gat", "geen-dag", "te-laat", "vrije-dag"]
    gremium: str
    van: date
    tot: date
    aantal: int = 0
    door: tuple[str, ...] = ()
    bij: str = ""


@dataclass(frozen=True)
class Kalender:
    """The meetings of one year, by day, then in the order of the bodies.

    Attributes:
        zonder_dagen: the bodies that meet only on call, or of which no rhythm is known.
    """

    vrij: Vrij
    vergaderingen: tuple[Vergadering, ...]
    knelpunten: tuple[Knelpunt, ...]
    zonder_dagen: tuple[str, ...]

    @property
    def jaar(self) -> int:
        """The year."""
        return self.vrij.jaar

    def van(self, gremium: str) -> tuple[Vergadering, ...]:
        """The meetings of one body."""
        return tuple(v for v in self.vergaderingen if v.gremium == gremium)

    def eerste(self, gremium: str, vanaf: date) -> Vergadering | None:
        """The first meeting of a body on a day or after it."""
        return next((v for v in self.van(gremium) if v.datum >= vanaf), None)


def maak_kalender(
    gremia: Sequence[Gremium], vrij: Vrij, afspraken: Kalenderafspraken = GEEN_AFSPRAKEN
) -> Kalender:
    """The meetings of a year.

    Args:
        gremia: in the order in which they are listed; «dagen_voor» goes round in no circle.
        vrij: the year, and its days without meetings.
        afspraken: what people fixed.
    """
    maker = _Maker(gremia, vrij, afspraken)
    for gremium in sorted(gremia, key=maker.diepte):
        maker.plaats(gremium)
    rang = {gremium.code: nummer for nummer, gremium in enumerate(gremia)}
    alle = (v for lijst in maker.gevonden.values() for v in lijst.values())
    return Kalender(
        vrij,
        tuple(sorted(alle, key=lambda v: (v.datum, rang[v.gremium]))),
        tuple(sorted(maker.knelpunten, key=lambda k: (k.van, rang[k.gremium], k.soort))),
        tuple(g.code for g in gremia if not maker.gevonden[g.code]),
    )


@dataclass
class _Maker:
    """What is known so far of one year."""

    gremia: Sequence[Gremium]
    vrij: Vrij
    afspraken: Kalenderafspraken
    gevonden: dict[str, dict[date, Vergadering]] = field(default_factory=lambda: defaultdict(dict))
    knelpunten: list[Knelpunt] = field(default_factory=list)

    def diepte(self, gremium: Gremium) -> int:
        """How many bodies must have their days before this one can have its own."""
        if gremium.schema is None:
            return 0
        op_code = {g.code: g for g in self.gremia}
        voor = (op_code[code] for code in gremium.schema.gremia if code in op_code)
        return max((self.diepte(ander) + 1 for ander in voor), default=0)

    def plaats(self, gremium: Gremium) -> None:
        """Give a body its days: those that are fixed, then those of its rhythm."""
        vast = sorted({v.datum for v in self.afspraken.vaste_datums if v.gremium == gremium.code})
        for dag in vast:
            self._zet(gremium.code, dag, vast=True)
            if reden := self.vrij.waarom(dag):
                self._meld("vrije-dag", gremium.code, dag, dag, door=(reden,))
        schema = gremium.schema
        if schema is None or schema.op:
            return
        if schema.hoogstens_elke:
            self._hoogstens_elke(gremium.code, schema.hoogstens_elke.weken, vast)
        elif schema.dagen_voor:
            self._vooraf(gremium.code, schema)
        else:
            for van, tot in delen_van(schema, self.vrij.jaar):
                self._in_deel(gremium.code, van, tot, vast)

    def _zet(
        self, code: str, dag: date, voor: tuple[tuple[str, date], ...] = (), *, vast: bool = False
    ) -> None:
        er_al = self.gevonden[code].get(dag, Vergadering(code, dag, vast))
        self.gevonden[code][dag] = er_al._replace(voor=(*er_al.voor, *voor))

    def _meld(
        self,
        soort: Literal["gat", "geen-dag", "te-laat", "vrije-dag"],
        code: str,
        van: date,
        tot: date,
        aantal: int = 0,
        door: Iterable[str] = (),
        bij: str = "",
    ) -> None:
        self.knelpunten.append(Knelpunt(soort, code, van, tot, aantal, tuple(door), bij))

    def _op_weekdag(self, code: str) -> Callable[[date], bool]:
        weekdag = self.afspraken.weekdag(code)
        return lambda dag: self.vrij.open(dag) and dag.weekday() == weekdag

    def _in_deel(self, code: str, van: date, tot: date, vast: Sequence[date]) -> None:
        """Once in a part of the year, as near to its middle as can be."""
        if any(van <= dag <= tot for dag in vast):
            return
        midden = van + (tot - van) // 2
        dagen = sorted(dagen_van(van, tot), key=lambda dag: (abs(dag - midden), dag))
        if (dag := _eerste(dagen, self._op_weekdag(code), self.vrij.open)) is None:
            self._meld("geen-dag", code, van, tot, door=self.vrij.namen(van, tot))
        else:
            self._zet(code, dag)

    def _hoogstens_elke(self, code: str, weken: int, vast: Sequence[date]) -> None:
        """No more than so many weeks apart, as far as holidays leave room for that."""
        weekdag, aanloop = self.afspraken.weekdag(code), self._aanloop(code)
        dagen, gaten = Tussenpoos(self.vrij, weken, weekdag, vast, aanloop).dagen()
        for dag in dagen:
            self._zet(code, dag)
        for gat in gaten:
            self._meld("gat", code, *gat, weken, self.vrij.namen(*gat))
        if not dagen:
            heel_jaar = date(self.vrij.jaar, 1, 1), date(self.vrij.jaar, 12, 31)
            self._meld("geen-dag", code, *heel_jaar, door=self.vrij.namen(*heel_jaar))

    def _aanloop(self, code: str) -> timedelta:
        """How long before a meeting of a body another one must have met."""
        schemas = (g.schema for g in self.gremia if g.schema and code in g.schema.gremia)
        return max((schema.dagen_voor or 0 for schema in schemas), default=0) * DAG

    def _vooraf(self, code: str, schema: Schema) -> None:
        """At least so many days before every meeting of other bodies; one can prepare more."""
        alle = (v for ander in schema.gremia for v in self.gevonden[ander].values())
        for doel in sorted(alle, key=lambda v: (v.datum, v.gremium)):
            uiterlijk = doel.datum - (schema.dagen_voor or 0) * DAG
            week = [uiterlijk - n * DAG for n in range(7)]
            eerder = list(dagen_van(date(self.vrij.jaar, 1, 1), uiterlijk))[::-1]
            dag = _eerste(
                week, self.gevonden[code].__contains__, self._op_weekdag(code), self.vrij.open
            ) or _eerste(eerder, lambda d: d in self.gevonden[code] or self.vrij.open(d))
            if dag is None:
                self._meld(
                    "te-laat",
                    code,
                    doel.datum,
                    doel.datum,
                    schema.dagen_voor or 0,
                    bij=doel.gremium,
                )
            else:
                self._zet(code, dag, ((doel.gremium, doel.datum),))


def _eerste(dagen: Sequence[date], *voorkeur: Callable[[date], bool]) -> date | None:
    """The first day that suits; what is asked later is asked only when nothing suits before."""
    for past in voorkeur:
        if (dag := next(filter(past, dagen), None)) is not None:
            return dag
    return None


def delen_van(schema: Schema, jaar: int) -> Iterator[tuple[date, date]]:
    """The parts of a year in each of which a body meets once: first and last day."""
    tijdvak = schema.elk or schema.ongeveer
    begin: Sequence[int]
    if tijdvak:
        lang = _MAANDEN[tijdvak]
        begin = range(1, 13, lang)
    else:
        lang, begin = 3, [_SEIZOENEN[seizoen] for seizoen in schema.perioden]
    for maand in begin:
        na = maand + lang
        yield date(jaar, maand, 1), date(jaar + (na > 12), (na - 1) % 12 + 1, 1) - DAG  # noqa: PLR2004 - months
