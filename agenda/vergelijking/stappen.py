"""From the old agenda to the new one in fixed steps, so that each move has one cause.

First everything but the topics changes, one thing after the other: the day, the knowledge of the
region, the rules and the weights. After each step the old topics are judged again. See
docs/besluiten/011-vergelijken.md.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from agenda.rangorde.prioritering import Maatstaf, maatstaf_van, prioriteer_met
from regels.regelset import GeenRegels
from regels.toetser import Toetser, maak_toetser
from regels.volger import Volger, stil

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.onderwerp import Dossier
    from agenda.rangorde.besluit import Besluit
    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.voortgang.standfeit import Standfeit
    from regels.model import Regel
    from regels.regelset import Regelset

Stapnaam = Literal["peildatum", "kennis", "regels", "gewichten", "eigen", "anderen"]
STAPPEN: tuple[Stapnaam, ...] = ("peildatum", "kennis", "regels", "gewichten", "eigen", "anderen")
"""The order in which the old agenda becomes the new one."""


class Kant(NamedTuple):
    """One of the two agendas: its topics, and what they are judged by.

    Attributes:
        besluit: what was decided of it; None for a dossier. It changes nothing that is compared:
            the places are those that were calculated.
        feiten: what was written down of its topics since; empty where that is not asked.
    """

    dossier: Dossier
    profiel: Profiel
    regelset: Regelset
    besluit: Besluit | None = None
    feiten: tuple[Standfeit, ...] = ()


class Regelverschil(NamedTuple):
    """A rule in force before and after a step; None when it was not in force, or is no longer."""

    oud: Regel | None
    nieuw: Regel | None

    @property
    def regel(self) -> Regel:
        """The newest version."""
        regel = self.nieuw or self.oud
        assert regel is not None  # noqa: S101 - one of the two is there
        return regel

    @property
    def alleen_tekst(self) -> bool:
        """Whether both versions ask the same, in other words or with another source."""
        return (
            self.oud is not None
            and self.nieuw is not None
            and (self.oud.soort, self.oud.als) == (self.nieuw.soort, self.nieuw.als)
        )


class Kennisverschil(NamedTuple):
    """Something known of the region that came, went or changed.

    Attributes:
        soort: plan, voorstel, thema, deelregio, gemeente, document, gremium or regio.
        wat: what happened to it; a plan comes into force or ends by the day alone.
        velden: of what was changed, the fields with their value before and after.
    """

    soort: str
    code: str
    titel: str
    wat: Literal["nieuw", "weg", "gewijzigd", "geldt", "geldt niet"]
    velden: tuple[tuple[str, object, object], ...] = ()


class Gewichtverschil(NamedTuple):
    """A criterion with another weight."""

    criterium: Regel
    oud: int
    nieuw: int


Verschil = Regelverschil | Kennisverschil | Gewichtverschil


class Tussenstand(NamedTuple):
    """The old topics as they rank after a step, and what the step changed."""

    stap: Stapnaam
    ranglijst: Ranglijst
    verschillen: tuple[Verschil, ...]


class Toetsers:
    """Makes evaluators for rules; starting an engine takes long, so equal rules share one."""

    def __init__(self, maak: Callable[[tuple[Regel, ...]], Toetser] = maak_toetser) -> None:
        self._maak = maak
        self._gemaakt: list[Toetser] = []

    def __call__(self, regels: tuple[Regel, ...]) -> Toetser:
        for toetser in self._gemaakt:
            if toetser.regels == regels:
                return toetser
        self._gemaakt.append(self._maak(regels))
        return self._gemaakt[-1]


def tussenstanden(
    begin: Ranglijst, oud: Kant, nieuw: Kant, maak: Toetsers, volg: Volger = stil
) -> tuple[Tussenstand, ...]:
    """The old topics after each step, up to the measure of the new agenda.

    Args:
        begin: the ranked list of the old agenda.

    Raises:
        Onenigheid: the two evaluators disagree on a topic.
    """
    maatstaf, lijst, standen = maatstaf_van(oud.dossier, oud.profiel, oud.regelset), begin, []
    for stap, volgende in _maatstaven(oud, nieuw):
        if volgende != maatstaf:
            lijst = prioriteer_met(oud.dossier, volgende, volg, maak)
        standen.append(Tussenstand(stap, lijst, tuple(_verschillen(maatstaf, volgende))))
        maatstaf = volgende
    return tuple(standen)


def _maatstaven(oud: Kant, nieuw: Kant) -> Iterator[tuple[Stapnaam, Maatstaf]]:
    """The measure after each step; the last one is that of the new agenda."""
    doel = maatstaf_van(nieuw.dossier, nieuw.profiel, nieuw.regelset)
    maatstaf = maatstaf_van(oud.dossier, oud.profiel, oud.regelset)
    maatstaf = maatstaf._replace(
        peildatum=doel.peildatum, regels=_regels_op(oud.regelset, doel.peildatum, maatstaf.regels)
    )
    yield "peildatum", maatstaf
    maatstaf = maatstaf._replace(profiel=doel.profiel)
    yield "kennis", maatstaf
    maatstaf = maatstaf._replace(regels=doel.regels, velden=doel.velden)
    yield "regels", maatstaf
    yield "gewichten", doel


def _regels_op(regelset: Regelset, peildatum: date, anders: tuple[Regel, ...]) -> tuple[Regel, ...]:
    """The rules in force on a day; where too few are left to decide with, those of before.

    Then all that is different about the rules belongs to the step of the rules.
    """
    try:
        return regelset.op(peildatum)
    except GeenRegels:
        return anders


def _verschillen(oud: Maatstaf, nieuw: Maatstaf) -> Iterator[Verschil]:
    yield from _regelverschillen(oud.regels, nieuw.regels)
    yield from _kennisverschillen(oud.profiel, nieuw.profiel)
    if oud.peildatum != nieuw.peildatum:
        yield from _plannen_in_werking(oud.profiel, oud.peildatum, nieuw.peildatum)
    if oud.gewichten != nieuw.gewichten:
        for regel in nieuw.regels:
            was, wordt = (m.gewichten.get(regel.code, 1) for m in (oud, nieuw))
            if regel.soort == "criterium" and was != wordt:
                yield Gewichtverschil(regel, was, wordt)


def _regelverschillen(oud: Iterable[Regel], nieuw: Iterable[Regel]) -> Iterator[Regelverschil]:
    voor, na = ({regel.code: regel for regel in regels} for regels in (oud, nieuw))
    for code in dict.fromkeys((*na, *voor)):
        if voor.get(code) != na.get(code):
            yield Regelverschil(voor.get(code), na.get(code))


def _plannen_in_werking(profiel: Profiel, oud: date, nieuw: date) -> Iterator[Kennisverschil]:
    for plan in profiel.plannen:
        if plan.geldt_op(oud) != plan.geldt_op(nieuw):
            wat: Literal["geldt", "geldt niet"] = "geldt" if plan.geldt_op(nieuw) else "geldt niet"
            yield Kennisverschil("plan", plan.code, plan.titel, wat)


def _kennisverschillen(oud: Profiel, nieuw: Profiel) -> Iterator[Kennisverschil]:
    if oud == nieuw:
        return
    if velden := _andere_velden(oud.regio, nieuw.regio, ("deelregios", "leden")):
        yield Kennisverschil("regio", nieuw.regio.code, nieuw.regio.naam, "gewijzigd", velden)
    for (soort, voor), na in zip(_delen(oud).items(), _delen(nieuw).values(), strict=True):
        for code in dict.fromkeys((*na, *voor)):
            titel, inhoud = na.get(code) or voor[code]
            if code not in voor:
                yield Kennisverschil(soort, code, titel, "nieuw")
            elif code not in na:
                yield Kennisverschil(soort, code, titel, "weg")
            elif velden := _andere_velden(voor[code][1], inhoud):
                yield Kennisverschil(soort, code, titel, "gewijzigd", velden)


def _andere_velden(
    oud: Any, nieuw: Any, behalve: tuple[str, ...] = ()
) -> tuple[tuple[str, object, object], ...]:
    """The fields of two models of one kind that differ, with both values."""
    paren = (
        (veld.name, getattr(oud, veld.name), getattr(nieuw, veld.name))
        for veld in fields(nieuw)
        if veld.name not in behalve
    )
    return tuple((naam, was, wordt) for naam, was, wordt in paren if was != wordt)


def _delen(profiel: Profiel) -> Mapping[str, Mapping[str, tuple[str, object]]]:
    """Kind → code → title and content of everything that a profile lists."""
    return {
        "plan": {p.code: (p.titel, p) for p in profiel.plannen},
        "voorstel": {str(v.nummer): (v.titel, v) for v in profiel.voorstellen},
        "thema": {t.code: (t.naam, t) for t in profiel.themas},
        "deelregio": {d.code: (d.naam, d) for d in profiel.regio.deelregios},
        "gemeente": {g.code: (g.naam, g) for g in profiel.regio.leden},
        "document": {d.code: (d.kort, d) for d in profiel.documenten},
        "gremium": {g.code: (g.naam, g) for g in profiel.gremia},
    }
