"""The route of a topic: who discusses it, who advises and who decides, and why.

Bodies and steps are data of the profile; this module only holds the conditions of each step against
the facts of a topic. A step whose condition is unknown stays on the route, as yet to be determined.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from agenda.feiten.planwijzer import wijs_plannen
from agenda.feiten.waarneming import Waarneming
from agenda.indeling.indelingen import ongewone_velden
from regels.referentie import alle, toets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from agenda.indeling.indelingen import Indelingen
    from agenda.kennis.profiel import Profiel
    from agenda.kennis.route import Gremium, Rol, Routestap, Soort, Termijn, Weg
    from agenda.onderwerp.onderwerp import Onderwerp
    from regels.indeling import Indeling
    from regels.model import Bron, Uitkomst, Veld, Waarde


class Stap(NamedTuple):
    """A step that a topic takes, or may have to take.

    Attributes:
        reden: why this step, in one sentence.
        uitkomst: `ja`, or `onbekend` when it is not known whether the step is needed.
        onbekend: the fields that decide on that and are unknown; empty when the outcome is `ja`.
    """

    gremium: Gremium
    weg: Weg
    reden: str
    bron: Bron
    uitkomst: Literal["ja", "onbekend"]
    onbekend: tuple[Veld, ...] = ()
    rol: Rol | None = None
    termijn: Termijn | None = None


class Route(NamedTuple):
    """The way of one topic to a decision; no steps when the profile has no route.

    Attributes:
        stappen: in the order of the profile, whatever the topic.
        zonder_besluit: the bodies on the usual way that may not decide.
    """

    stappen: tuple[Stap, ...]
    zonder_besluit: tuple[Gremium, ...]
    gewone_weg: Weg | None = None

    @property
    def op_gewone_weg(self) -> tuple[Stap, ...]:
        """The steps of the usual way."""
        return tuple(stap for stap in self.stappen if stap.weg == self.gewone_weg)

    @property
    def andere(self) -> tuple[Stap, ...]:
        """The steps of the other ways, beside the usual one."""
        return tuple(stap for stap in self.stappen if stap.weg != self.gewone_weg)

    @property
    def nog_te_bepalen(self) -> tuple[Stap, ...]:
        """The steps of which it is not known whether they are needed."""
        return tuple(stap for stap in self.stappen if stap.uitkomst == "onbekend")

    @property
    def besluit(self) -> tuple[Gremium, ...]:
        """Who decides; more than one body when it is yet to be determined which."""
        beslissers = [stap for stap in self.op_gewone_weg if stap.rol == "besluit"]
        zeker = [stap for stap in beslissers if stap.uitkomst == "ja"]
        return tuple(dict.fromkeys(stap.gremium for stap in zeker or beslissers))

    @property
    def besluit_bekend(self) -> bool:
        """Whether it is known who decides."""
        return any(s.rol == "besluit" and s.uitkomst == "ja" for s in self.op_gewone_weg)


def zonder_besluit(profiel: Profiel) -> tuple[Gremium, ...]:
    """The bodies on the usual way of which it is known that they may not decide.

    That a body has another role says nothing of that. Of form 1, where every body says whether it
    decides, only the boards are named, and those of which a source says it.
    """
    langs = (
        profiel.gremium[stap.gremium] for stap in profiel.route if stap.weg == profiel.gewone_weg
    )
    niet = (g for g in langs if g.beslist == "nee")
    return tuple(dict.fromkeys(g for g in niet if g.soort == "bestuurlijk" or g.bron_besluit))


class Routewijzer:
    """Finds the route of topics of one region on one day.

    Args:
        velden: every fact that a step may ask for, by name.
        indelingen: makes what classifies the topics; only asked when a step needs it.
        soorten: the classifications that there are.
    """

    def __init__(
        self,
        profiel: Profiel,
        peildatum: date,
        velden: Mapping[str, Veld],
        indelingen: Callable[[], Indelingen],
        soorten: Iterable[Indeling] = (),
    ) -> None:
        self._profiel = profiel
        self._velden = velden
        voorwaarden = (*(s.als for s in profiel.route), *(s.als for s in profiel.soorten))
        gebruikt = [voorwaarde.veld for als in voorwaarden for voorwaarde in als]
        anders = ongewone_velden(gebruikt, profiel, soorten)
        ook = indelingen().waarnemers(anders) if anders else {}
        wijzer = wijs_plannen(profiel, peildatum)
        self._waarneming = Waarneming(profiel, wijzer, gebruikt, ook)
        self._zonder_besluit = zonder_besluit(profiel)
        self._bekend: dict[tuple[Waarde | None, ...], Route] = {}

    def route_van(self, onderwerp: Onderwerp) -> Route:
        """The route of a topic, admitted or not; topics with the same facts share it."""
        waarden = self._waarneming.waarden(onderwerp)
        if waarden not in self._bekend:
            feiten = dict(zip(self._waarneming.velden, waarden, strict=True))
            stappen = (self._stap(deel, feiten) for deel in self._profiel.route)
            gewoon = next(iter(self._profiel.wegen), None)
            route = Route(tuple(stap for stap in stappen if stap), self._zonder_besluit, gewoon)
            self._bekend[waarden] = route
        return self._bekend[waarden]

    def soorten_van(self, onderwerp: Onderwerp) -> tuple[Soort, ...]:
        """Of which kind a topic is; more than one when unknown facts decide between these."""
        velden = self._waarneming.velden
        feiten = dict(zip(velden, self._waarneming.waarden(onderwerp), strict=True))
        gevonden = []
        for soort in self._profiel.soorten:
            uitkomst = alle([toets(v, feiten[v.veld]).uitkomst for v in soort.als])
            if uitkomst != "nee":
                gevonden.append(soort)
            if uitkomst == "ja":
                break
        return tuple(gevonden)

    def _stap(self, deel: Routestap, feiten: Mapping[str, Waarde | None]) -> Stap | None:
        """A step as it holds for a topic; None when it is certain that it is not needed."""
        toetsen = [toets(voorwaarde, feiten[voorwaarde.veld]) for voorwaarde in deel.als]
        uitkomst: Uitkomst = alle([getoetst.uitkomst for getoetst in toetsen])
        if uitkomst == "nee":
            return None
        onbekend = dict.fromkeys(t.voorwaarde.veld for t in toetsen if t.uitkomst == "onbekend")
        return Stap(
            self._profiel.gremium[deel.gremium],
            self._profiel.weg[deel.weg],
            deel.reden,
            deel.bron,
            uitkomst,
            tuple(self._velden[veld] for veld in onbekend),
            deel.rol,
            deel.termijn,
        )
