"""What must be looked at again when topics go on into the next year, each with why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from agenda.feiten.planwijzer import wijs_plannen
from agenda.onderwerp.invullijst import velden_voor, waarde_van
from agenda.onderwerp.tag import LEEG
from agenda.voortgang.standfeit import NAMEN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import date

    from agenda.feiten.planwijzer import Planwijzer
    from agenda.kennis.profiel import Plan, Profiel
    from agenda.onderwerp.onderwerp import Onderwerp
    from agenda.voortgang.standfeit import Toestand

Nakijksoort = Literal["plan", "voorstel", "bron", "vereiste", "bedrag", "onbekend"]
NAKIJKSOORTEN: tuple[Nakijksoort, ...] = get_args(Nakijksoort)
"""Why something must be looked at again, in the order in which people read it."""

_BEDRAGEN = ("inspanning_fte", "inspanning_per", "kosten_euro")
"""What a topic asks of one year."""
_KOPPELING = {"plannen", "voorstellen"}
"""Each of the two says to which plans a topic belongs; one is enough."""
_JAARTAL = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Nakijkpunt(NamedTuple):
    """One value that must be looked at again.

    Attributes:
        onderwerp: the code of the topic; empty for what holds for the whole year.
        pad: where it stands in the topic, or in the settings of the year.
        zin: why, as it reads after «nakijken:».
    """

    onderwerp: str
    pad: tuple[str, ...]
    soort: Nakijksoort
    zin: str


class Vorig(NamedTuple):
    """The year that topics come from.

    Attributes:
        jaar: its number.
        achter: code → title and state of what stayed behind.
        wachtte_op: code of a topic → the codes that it needed, and that stayed behind.
    """

    jaar: int
    achter: Mapping[str, tuple[str, Toestand]]
    wachtte_op: Mapping[str, tuple[str, ...]]


def nakijkpunten(
    onderwerpen: Iterable[Onderwerp],
    vorig: Vorig,
    profiel: Profiel,
    criteria: Collection[str],
    peildatum: date,
) -> tuple[Nakijkpunt, ...]:
    """Everything that must be looked at again, by topic.

    Args:
        onderwerpen: the topics that went along.
        criteria: the codes of those that are in force on the new reference date.
        peildatum: the new reference date.
    """
    wijzer = wijs_plannen(profiel, peildatum)
    bronnen = _Bronnen(profiel, wijzer, peildatum)
    return tuple(
        punt
        for onderwerp in onderwerpen
        for punt in (
            *_koppelingen(onderwerp, profiel, wijzer, peildatum),
            *bronnen.oud(onderwerp),
            *_vereisten(onderwerp, vorig),
            *_bedragen(onderwerp, vorig.jaar),
            *_onbekend(onderwerp, profiel, criteria),
        )
    )


def _koppelingen(
    onderwerp: Onderwerp, profiel: Profiel, wijzer: Planwijzer, peildatum: date
) -> Iterator[Nakijkpunt]:
    """Plans that do not hold any more, and proposals that were let go or are finished."""
    for code in onderwerp.plannen or ():
        plan = profiel.plan.get(code)
        if plan is not None and not plan.geldt_op(peildatum):
            zin = wijzer.via_plan[code].zin
            yield Nakijkpunt(onderwerp.code, ("plannen",), "plan", zin)
    for nummer in onderwerp.voorstellen or ():
        voorstel = profiel.voorstel.get(nummer)
        if voorstel is None:
            continue
        if voorstel.staat != "actueel" or not profiel.plan[voorstel.plan].geldt_op(peildatum):
            zin = wijzer.via_voorstel[nummer].zin
            yield Nakijkpunt(onderwerp.code, ("voorstellen",), "voorstel", zin)


class _Bronnen:
    """Finds answers whose source was overtaken: by a successor, or by a plan of a later year."""

    def __init__(self, profiel: Profiel, wijzer: Planwijzer, peildatum: date) -> None:
        self._profiel, self._wijzer, self._peildatum = profiel, wijzer, peildatum
        namen = [(naam, plan) for plan in profiel.plannen for naam in _namen(plan, profiel)]
        # The longest first: the name of a plan may stand in that of its evaluation.
        self._namen = [
            (re.compile(rf"\b{re.escape(naam)}\b", re.IGNORECASE), plan)
            for naam, plan in sorted(namen, key=lambda deel: -len(deel[0]))
        ]

    def oud(self, onderwerp: Onderwerp) -> Iterator[Nakijkpunt]:
        """The answers of a topic with such a source."""
        nieuwste = self._nieuwste_plan(onderwerp)
        bronnen: list[tuple[tuple[str, ...], str]] = [
            (("criteria", code, "bron"), tag.bron) for code, tag in onderwerp.criteria.items()
        ]
        bronnen += [((naam, "bron"), feit.bron) for naam, feit in onderwerp.feiten.items()]
        for pad, bron in bronnen:
            for zin in self._waarom(bron, nieuwste):
                yield Nakijkpunt(onderwerp.code, pad, "bron", zin)

    def _waarom(self, bron: str, nieuwste: Plan | None) -> Iterator[str]:
        rest = bron
        for patroon, plan in self._namen if bron else ():
            if patroon.search(rest):
                rest = patroon.sub(" ", rest)
                if not plan.geldt_op(self._peildatum):
                    yield f"de bron noemt {self._wijzer.via_plan[plan.code].zin}"
        jaren = [int(jaar) for jaar in _JAARTAL.findall(bron)]
        if jaren and nieuwste and nieuwste.geldig_van and max(jaren) < nieuwste.geldig_van.year:
            vanaf = nieuwste.geldig_van.year
            yield f"de bron is van {max(jaren)}, en {nieuwste.noem} geldt vanaf {vanaf}"

    def _nieuwste_plan(self, onderwerp: Onderwerp) -> Plan | None:
        """The plan that holds, that the topic belongs to, and that began last."""
        via_plan, via_voorstel = self._wijzer.via_plan, self._wijzer.via_voorstel
        schakels = [via_plan.get(code) for code in onderwerp.plannen or ()]
        schakels += [via_voorstel.get(nummer) for nummer in onderwerp.voorstellen or ()]
        codes = {code for schakel in schakels if schakel for code in schakel.plannen}
        plannen = [self._profiel.plan[code] for code in sorted(codes)]
        gedateerd = [plan for plan in plannen if plan.geldig_van]
        return max(gedateerd, key=lambda plan: str(plan.geldig_van), default=None)


def _namen(plan: Plan, profiel: Profiel) -> set[str]:
    """How a source may call a plan: its title, and the document that it is."""
    zelfde = [d for d in profiel.documenten if d.code == plan.code or d.titel == plan.titel]
    return {plan.titel, *(naam for d in zelfde for naam in (d.kort, d.titel))}


def _vereisten(onderwerp: Onderwerp, vorig: Vorig) -> Iterator[Nakijkpunt]:
    for code in vorig.wachtte_op.get(onderwerp.code, ()):
        titel, toestand = vorig.achter[code]
        zin = f"«{titel}» ({code}) is {NAMEN[toestand][0]}, en is hier weggehaald"
        if toestand == "gestopt":
            zin += "; kan dit nog zonder?"
        yield Nakijkpunt(onderwerp.code, ("afhankelijk_van",), "vereiste", zin)


def _bedragen(onderwerp: Onderwerp, jaar: int) -> Iterator[Nakijkpunt]:
    for naam in _BEDRAGEN:
        if getattr(onderwerp, naam) not in (None, {}):
            yield Nakijkpunt(onderwerp.code, (naam,), "bedrag", f"dit was voor {jaar}")


def _onbekend(
    onderwerp: Onderwerp, profiel: Profiel, criteria: Collection[str]
) -> Iterator[Nakijkpunt]:
    """What nobody knows of a topic, as far as rules may ask for it."""
    gekoppeld = onderwerp.plannen is not None or onderwerp.voorstellen is not None
    for veld in velden_voor(profiel):
        if veld.soort == "criteria":
            for code in criteria:
                if onderwerp.criteria.get(code, LEEG).waarde == "onbekend":
                    pad = ("criteria", code, "waarde")
                    yield Nakijkpunt(onderwerp.code, pad, "onbekend", "nog onbekend")
        elif veld.leeg != "onbekend" or (gekoppeld and veld.naam in _KOPPELING):
            continue
        elif waarde_van(onderwerp, veld) in (None, "onbekend"):
            yield Nakijkpunt(onderwerp.code, (veld.naam,), "onbekend", "nog onbekend")
