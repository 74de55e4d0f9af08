"""Whether a topic takes another way to a decision, whatever made it so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.indeling.indelingen import Indelingen
from agenda.uitleg.route import Routewijzer

if TYPE_CHECKING:
    from agenda.onderwerp.onderwerp import Onderwerp
    from agenda.uitleg.route import Route
    from agenda.vergelijking.stappen import Kant


class Routeverschil(NamedTuple):
    """The way of one topic on both sides, where these are not the same."""

    oud: Route
    nieuw: Route


class Routevergelijker:
    """Finds the way of topics on both sides. Few ways exist; two of them are compared once."""

    def __init__(self, oud: Kant, nieuw: Kant) -> None:
        self._wijzers = [_wijzer(kant) for kant in (oud, nieuw)]
        self._bekend: dict[tuple[int, int], Routeverschil | None] = {}

    def verschil(self, oud: Onderwerp, nieuw: Onderwerp) -> Routeverschil | None:
        """Both ways of a topic; None when they are the same."""
        was, wordt = (
            wijzer.route_van(onderwerp)
            for wijzer, onderwerp in zip(self._wijzers, (oud, nieuw), strict=True)
        )
        sleutel = (id(was), id(wordt))  # the finders keep every way that they found
        if sleutel not in self._bekend:
            anders = _wie(was) != _wie(wordt)
            self._bekend[sleutel] = Routeverschil(was, wordt) if anders else None
        return self._bekend[sleutel]


def _wijzer(kant: Kant) -> Routewijzer:
    instellingen, regelset = kant.dossier.instellingen, kant.regelset

    def indelingen() -> Indelingen:
        return Indelingen(
            kant.dossier,
            kant.profiel,
            regelset.op(instellingen.peildatum),
            regelset.velden,
            regelset.indelingen,
            instellingen.peildatum,
        )

    return Routewijzer(
        kant.profiel, instellingen.peildatum, regelset.velden, indelingen, regelset.indelingen
    )


def _wie(route: Route) -> tuple[object, ...]:
    """Who discusses and who decides, and how sure that is; not why, nor how it is put in words."""
    return (
        route.besluit_bekend,
        [gremium.code for gremium in route.besluit],
        [
            (stap.weg.code, stap.gremium.code, stap.uitkomst, [veld.naam for veld in stap.onbekend])
            for stap in (*route.op_gewone_weg, *route.andere)
        ],
    )
