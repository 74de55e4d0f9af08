"""The fields of one thing, each with one value; what is in dispute is left out, and listed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from agenda.onderwerp.feit import Feit
from agenda.samenvoeging.beslissingen import Sleutel
from agenda.samenvoeging.verschil import Verschil
from agenda.samenvoeging.waarden import Verschillend, kaal, samen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from agenda.onderwerp.velden import Invulveld
    from agenda.samenvoeging.beslissingen import Beslissingen, Opgegaan
    from agenda.samenvoeging.inbreng import Gezegd, Inbreng, Ingebracht, Over
    from agenda.samenvoeging.verschil import Verschilsoort

SAMEN_BEKEND = ("plannen", "voorstellen")
"""Fields that count together: one of them is enough, but where one is in dispute, the other says
nothing either."""
_NIET_SAMEN = ("code", "criteria", "ingediend_door")
"""Fields of a topic that are put together in another way."""


@dataclass(frozen=True, slots=True)
class Velden:
    """What can be said of a topic, of a member, and of a topic at a member: name → field.

    Attributes:
        criteria: code → title.
        noem: the name of who says something.
    """

    onderwerp: Mapping[str, Invulveld]
    lid: Mapping[str, Invulveld]
    deelname: Mapping[str, Invulveld]
    criteria: Mapping[str, str]
    noem: Callable[[str], str]

    def van(self, over: Over) -> Mapping[str, Invulveld]:
        """The fields of one kind of thing."""
        if over.onderwerp and over.lid:
            return self.deelname
        return self.onderwerp if over.onderwerp else self.lid


def voeg_velden_samen(
    over: Over,
    delen: Sequence[tuple[Inbreng, Ingebracht]],
    velden: Velden,
    beslissingen: Beslissingen,
    opgegaan: Opgegaan,
    verschillen: list[Verschil],
) -> Iterator[tuple[str, Any]]:
    """Each field of one thing, with one value; what is in dispute is left out and listed."""
    betwist = set()
    uit = []
    for naam, veld in velden.van(over).items():
        if naam in _NIET_SAMEN:
            continue
        gezegd = _wie_zegt_wat(over, veld, delen, opgegaan)
        if not gezegd:
            continue
        try:
            uit.append((naam, samen(veld, gezegd, velden.noem)))
        except Verschillend:
            sleutel = Sleutel(over, naam)
            beslist = sleutel in beslissingen.waarden
            waarde = beslissingen.waarden.get(sleutel)
            if veld.soort == "onderwerpen" and waarde is not None:
                waarde = _onder_hun_code(waarde, over, opgegaan)
            if isinstance(waarde, Feit):
                waarde = _met_toelichting(waarde, veld, gezegd, velden.noem)
            soort: Verschilsoort = "naam" if veld.leeg == "verplicht" else "feit"
            verschillen.append(Verschil(soort, sleutel, veld.kop, gezegd, beslist, waarde))
            if waarde is None:
                betwist.add(naam)
            else:
                uit.append((naam, waarde))
    if betwist & set(SAMEN_BEKEND):
        betwist |= set(SAMEN_BEKEND)
    return ((naam, waarde) for naam, waarde in uit if naam not in betwist)


def _met_toelichting(
    waarde: Feit, veld: Invulveld, gezegd: Sequence[Gezegd], noem: Callable[[str], str]
) -> Any:
    """A value that was chosen, with what is said beside it by those who gave it."""
    zelfde = [deel for deel in gezegd if kaal(veld, deel.waarde) == waarde.waarde]
    return samen(veld, zelfde, noem) if zelfde else waarde


def _wie_zegt_wat(
    over: Over,
    veld: Invulveld,
    delen: Sequence[tuple[Inbreng, Ingebracht]],
    opgegaan: Opgegaan,
) -> tuple[Gezegd, ...]:
    """What each says of a field; of two topics that became one, first of the one that stays.

    A topic that goes on as another brings its facts along, not its title and theme.
    """
    uit: dict[str, Gezegd] = {}
    eigen_eerst = sorted(delen, key=lambda deel: (deel[1].over != over, deel[1].over))
    for inbreng, deel in eigen_eerst:
        gezegd = deel.velden.get(veld.naam)
        if gezegd is None or (veld.leeg == "verplicht" and deel.over != over):
            continue
        if veld.soort == "onderwerpen":
            waarde = _onder_hun_code(gezegd.waarde, over, opgegaan)
            if gezegd.waarde and not waarde:  # it waited only for what it became itself
                continue
            gezegd = gezegd._replace(waarde=waarde)
        uit.setdefault(inbreng.wie, gezegd)
    return tuple(uit[wie] for wie in sorted(uit))


def _onder_hun_code(codes: Iterable[str], over: Over, opgegaan: Opgegaan) -> tuple[str, ...]:
    """Topics by the code under which they go on, without the topic itself."""
    nu = {opgegaan.wordt.get(code, code) for code in codes}
    return tuple(sorted(nu - {over.onderwerp}))
