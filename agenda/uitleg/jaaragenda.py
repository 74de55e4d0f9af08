"""The agenda of one year with everything that is told of it: what every export renders."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from agenda.feiten.boek import Waarover
from agenda.rangorde.besluit import stel_vast
from agenda.rangorde.ranglijst import TOP
from agenda.samenhang.samenhang import Samenhang
from agenda.uitleg.uitleg import Uitlegger

if TYPE_CHECKING:
    from collections.abc import Callable

    from agenda.indeling.indelingen import Indelingen
    from agenda.indeling.overzicht import OnderwerpIndeling, Overzicht
    from agenda.kennis.route import Soort
    from agenda.rangorde.besluit import Besluit, Vastgesteld
    from agenda.rangorde.ranglijst import Beoordeeld, Ranglijst
    from agenda.robuust.robuustheid import Plaatskansen, Robuustheid
    from agenda.samenhang.samenhang import Verbanden
    from agenda.uitleg.indeling import Indelingsuitleg
    from agenda.uitleg.route import Route, Routewijzer
    from agenda.uitleg.uitleg import Uitleg
    from agenda.uitleg.wijziging import Verandering

T = TypeVar("T")


@dataclass(frozen=True)
class Jaaragenda:
    """One agenda; each part is made once, when it is first asked for.

    What is told of one topic is asked by its code: `uitleg`, `verbanden`, `route` and
    `veranderingen` are values apart, because few results ask for all of them. They raise
    `OnbekendOnderwerp` when the list has no such topic.

    Attributes:
        besluit: None as long as nobody adopted it.
        top: how many places the top has, for how firmly the order stands.
    """

    ranglijst: Ranglijst
    besluit: Besluit | None = None
    top: int = TOP

    @cached_property
    def volgorde(self) -> tuple[Vastgesteld, ...]:
        """The admitted topics in the order that was decided, or else that was calculated."""
        return stel_vast(self.ranglijst, self.besluit.afwijkingen if self.besluit else ())

    @property
    def alle(self) -> tuple[Beoordeeld, ...]:
        """Every topic: in the order of the agenda, then the undecided, then the not admitted."""
        geplaatst = (vastgesteld.berekend for vastgesteld in self.volgorde)
        return (*geplaatst, *self.ranglijst.onbeslist, *self.ranglijst.niet_toegelaten)

    def vastgesteld(self, code: str) -> Vastgesteld | None:
        """The place that was decided for a topic; None when nothing was, or it has no place."""
        return self._vastgesteld.get(code)

    @cached_property
    def _vastgesteld(self) -> dict[str, Vastgesteld]:
        return {v.code: v for v in self.volgorde} if self.besluit else {}

    @property
    def wijkt_af(self) -> bool:
        """Whether a topic has another place than was calculated."""
        return bool(self.besluit and self.besluit.afwijkingen)

    @cached_property
    def samenhang(self) -> Samenhang:
        """What hangs together; every place in it is the one that was decided, when one was."""
        if not self.wijkt_af:
            return Samenhang(self.ranglijst)
        toegelaten = tuple(
            v.berekend._replace(plaats=v.plaats, gedeeld=v.gedeeld) for v in self.volgorde
        )
        afgeweken = tuple(v for v in self.volgorde if v.afwijking)
        return Samenhang(replace(self.ranglijst, toegelaten=toegelaten), afgeweken)

    @cached_property
    def robuustheid(self) -> Robuustheid:
        """How firmly the calculated order stands."""
        from agenda.robuust.robuustheid import onderzoek  # only some results ask for it

        return onderzoek(self.ranglijst, self.top)

    def plaatskansen(self, code: str) -> Plaatskansen:
        """How firmly the place of an admitted topic stands."""
        return self._plaatskansen[code]

    @cached_property
    def uitleg(self) -> Callable[[str], Uitleg]:
        """Why a topic stands where it stands."""
        uitlegger = Uitlegger(self.ranglijst)
        return cache(lambda code: uitlegger.leg_uit(self._zoek(code)))

    @cached_property
    def verbanden(self) -> Callable[[str], Verbanden]:
        """What a topic serves, what it needs and what waits for it."""
        return cache(self.samenhang.verbanden_van)

    @cached_property
    def route(self) -> Callable[[str], Route]:
        """Who discusses a topic, who advises and who decides."""
        return cache(lambda code: self._wijzer.route_van(self._zoek(code).onderwerp))

    @cached_property
    def soorten(self) -> Callable[[str], tuple[Soort, ...]]:
        """Of which kind a topic is, on the agenda of a meeting; more when that is not known."""
        return cache(lambda code: self._wijzer.soorten_van(self._zoek(code).onderwerp))

    @cached_property
    def _wijzer(self) -> Routewijzer:
        from agenda.uitleg.route import Routewijzer  # only some results ask for it

        lijst = self.ranglijst
        return Routewijzer(
            lijst.profiel,
            lijst.dossier.instellingen.peildatum,
            lijst.velden,
            lambda: self.indelingen,
            lijst.indelingen,
        )

    @cached_property
    def indelingen(self) -> Indelingen:
        """What the classifications and checks of the profile come to."""
        from agenda.indeling.indelingen import Indelingen  # only some results ask for it

        lijst = self.ranglijst
        return Indelingen(
            lijst.dossier,
            lijst.profiel,
            lijst.regels,
            lijst.velden,
            lijst.indelingen,
            lijst.dossier.instellingen.peildatum,
        )

    @property
    def deelt_in(self) -> bool:
        """Whether the profile has anything to classify or to check."""
        controles = (regel for regel in self.ranglijst.regels if regel.soort == "controle")
        return bool(self.ranglijst.indelingen) or any(controles)

    def eis_indeling(self) -> None:
        """Demand that there is something to classify or to check.

        Raises:
            GeenIndeling: there is not.
        """
        if not self.deelt_in:
            from agenda.indeling.indelingen import GeenIndeling

            raise GeenIndeling(self.ranglijst.profiel.regio.code)

    @cached_property
    def overzicht(self) -> Overzicht:
        """Every outcome of every classification and check."""
        from agenda.indeling.overzicht import deel_alles_in  # only some results ask for it

        onderwerpen = (beoordeeld.onderwerp for beoordeeld in self.alle)
        return deel_alles_in(self.indelingen, onderwerpen, self.ranglijst.profiel.regio.leden)

    def onderwerp_indeling(self, code: str) -> OnderwerpIndeling:
        """What a topic comes to, and each member at it."""
        from agenda.indeling.overzicht import deel_onderwerp_in  # only some results ask for it

        onderwerp, leden = self._zoek(code).onderwerp, self.ranglijst.profiel.regio.leden
        return deel_onderwerp_in(self.indelingen, onderwerp, leden)

    @cached_property
    def indelingsuitleg(self) -> Callable[[str], tuple[Indelingsuitleg, ...]]:
        """Why a topic is classified as it is, per classification over topics."""
        return cache(lambda code: self._leg_in_uit(Waarover(self._zoek(code).onderwerp)))

    def deelname_uitleg(self, code: str, lid: str) -> tuple[Indelingsuitleg, ...]:
        """Why a member is classified as it is, at a topic and by itself.

        Args:
            code: of the topic.
            lid: code of a member of the profile.
        """
        return self._leg_in_uit(
            Waarover(self._zoek(code).onderwerp, self.ranglijst.profiel.lid[lid])
        )

    def _leg_in_uit(self, over: Waarover) -> tuple[Indelingsuitleg, ...]:
        if not self.ranglijst.indelingen:
            return ()
        from agenda.uitleg.indeling import leg_indeling_uit  # few profiles classify

        soorten = ("deelname", "lid") if over.lid else ("onderwerp",)
        return tuple(
            leg_indeling_uit(self.indelingen, indeling.code, over)
            for soort in soorten
            for indeling in self.ranglijst.indelingen
            if indeling.over == soort
        )

    @cached_property
    def veranderingen(self) -> Callable[[str], tuple[Verandering, ...]]:
        """The smallest changes by which a topic would be admitted, or would move."""
        from agenda.uitleg.verandering import Veranderaar  # only some results ask for it

        veranderaar = Veranderaar(self.ranglijst)
        return cache(lambda code: veranderaar.veranderingen(self._zoek(code)))

    def eenmaal(self, maak: Callable[[Jaaragenda], T]) -> T:
        """What a room above this one makes of the agenda, made when it is first asked for."""
        if maak not in self._gemaakt:
            self._gemaakt[maak] = maak(self)
        return cast("T", self._gemaakt[maak])

    @cached_property
    def _gemaakt(self) -> dict[object, object]:
        return {}

    def _zoek(self, code: str) -> Beoordeeld:
        return self._op_code.get(code) or self.ranglijst.zoek(code)

    @cached_property
    def _plaatskansen(self) -> dict[str, Plaatskansen]:
        return {kansen.onderwerp.code: kansen for kansen in self.robuustheid.plaatskansen}

    @cached_property
    def _op_code(self) -> dict[str, Beoordeeld]:
        return {beoordeeld.code: beoordeeld for beoordeeld in self.ranglijst.alle}
