"""Which plans a topic is really tied to on a day, following what was replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from agenda.kennis.profiel import Plan, Profiel
    from agenda.onderwerp.onderwerp import Onderwerp


class Schakel(NamedTuple):
    """What one link of a topic comes to.

    Attributes:
        plannen: codes of the valid plans that it leads to; empty when it does not count.
        zin: what became of it, in words.
    """

    plannen: frozenset[str]
    zin: str


class Planwijzer:
    """Every possible link of a topic, resolved for one day.

    Attributes:
        via_plan: code of a plan → what a link to it comes to.
        via_voorstel: number of a proposal → the same.
        hoogste: to how many valid plans a topic can be tied.
    """

    def __init__(
        self, via_plan: Mapping[str, Schakel], via_voorstel: Mapping[int, Schakel]
    ) -> None:
        self.via_plan = via_plan
        self.via_voorstel = via_voorstel
        schakels = (*via_plan.values(), *via_voorstel.values())
        geldig = frozenset().union(*(schakel.plannen for schakel in schakels))
        bit = {plan: 1 << nummer for nummer, plan in enumerate(geldig)}

        def bits(schakel: Schakel) -> int:
            return sum(bit[plan] for plan in schakel.plannen)

        # Plans as sets of bits: what a million topics are counted with.
        self._door_plan = {code: bits(schakel) for code, schakel in via_plan.items()}
        self._door_voorstel = {nummer: bits(schakel) for nummer, schakel in via_voorstel.items()}
        self.hoogste = len(geldig)

    def aantal(self, onderwerp: Onderwerp) -> int | None:
        """How many valid plans the topic is tied to; None when it names neither kind of link.

        A link to a proposal is also a link to its plan. What the profile does not know (a topic of
        another dossier can name it) leads to no plan.
        """
        plannen, voorstellen = onderwerp.plannen, onderwerp.voorstellen
        if plannen is None and voorstellen is None:
            return None
        geldig = 0
        for plan in plannen or ():
            geldig |= self._door_plan.get(plan, 0)
        for voorstel in voorstellen or ():
            geldig |= self._door_voorstel.get(voorstel, 0)
        return geldig.bit_count()

    def zinnen(self, onderwerp: Onderwerp) -> list[str]:
        """What became of each link that the topic names, plans first."""
        zinnen = []
        for plan in onderwerp.plannen or ():
            zinnen.append(self.via_plan[plan].zin)
        for voorstel in onderwerp.voorstellen or ():
            zinnen.append(self.via_voorstel[voorstel].zin)
        return zinnen


def wijs_plannen(profiel: Profiel, peildatum: date) -> Planwijzer:
    """Resolve every plan and proposal of the profile on a day.

    A plan that no longer holds counts through its successors. A proposal that was let go does not
    count; one that is finished counts through its successors, or through its plan when it has none.
    """
    via_plan: dict[str, Schakel] = {}
    for plan in profiel.plannen:
        _via_plan(plan, profiel, peildatum, via_plan)
    via_voorstel = {}
    for voorstel in profiel.voorstellen:
        naam = f"voorstel {voorstel.nummer}"
        if voorstel.staat == "losgelaten":
            zin = f"{naam}, dat is losgelaten"
            schakel = Schakel(frozenset(), zin)
        elif voorstel.staat == "afgerond" and voorstel.opgevolgd_door:
            geldig = _samen(via_plan, voorstel.opgevolgd_door)
            gevolg = f"dat is afgerond en opgevolgd door {_namen(profiel, voorstel.opgevolgd_door)}"
            schakel = Schakel(geldig, f"{naam}, {gevolg}{'' if geldig else '; dat geldt niet'}")
        else:
            eigen = via_plan[voorstel.plan]
            staat = "het afgeronde " if voorstel.staat == "afgerond" else ""
            schakel = Schakel(eigen.plannen, f"{staat}{naam} van {eigen.zin}")
        via_voorstel[voorstel.nummer] = schakel
    return Planwijzer(via_plan, via_voorstel)


def _via_plan(plan: Plan, profiel: Profiel, peildatum: date, bekend: dict[str, Schakel]) -> Schakel:
    """Follow successors until plans that hold; the profile has no cycle of successors."""
    if plan.code in bekend:
        return bekend[plan.code]
    naam = plan.noem
    if plan.geldt_op(peildatum):
        schakel = Schakel(frozenset({plan.code}), naam)
    elif plan.geldig_van is not None and peildatum < plan.geldig_van:
        schakel = Schakel(frozenset(), f"{naam}, pas geldig vanaf {plan.geldig_van}")
    else:
        for code in plan.opgevolgd_door:
            _via_plan(profiel.plan[code], profiel, peildatum, bekend)
        geldig = _samen(bekend, plan.opgevolgd_door)
        if geldig:
            gevolg = f"opgevolgd door {_namen(profiel, sorted(geldig))}"
        else:
            gevolg = f"geldig tot en met {plan.geldig_tot} en zonder geldige opvolger"
        schakel = Schakel(geldig, f"{naam}, {gevolg}")
    bekend[plan.code] = schakel
    return schakel


def _samen(schakels: Mapping[str, Schakel], codes: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*(schakels[code].plannen for code in codes))


def _namen(profiel: Profiel, codes: Iterable[str]) -> str:
    return " en ".join(profiel.plan[code].noem for code in codes)
