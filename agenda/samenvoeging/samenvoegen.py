"""Put together what the files say, each thing once: a value from its values to one dossier.

Nothing here depends on the order of the files, and nobody is right by being first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from agenda.onderwerp.feit import Feit
from agenda.samenvoeging.beslissingen import Sleutel, welke_blijven
from agenda.samenvoeging.inbreng import (
    VAN_NIEMAND,
    Gezegd,
    Ingebracht,
    Over,
    Stem,
    Weegvolgorde,
)
from agenda.samenvoeging.lijken import zoek_gelijkenis
from agenda.samenvoeging.verschil import Lijkt, Verschil
from agenda.samenvoeging.waarden import Verschillend, kaal, samen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from agenda.onderwerp.tag import Tag
    from agenda.onderwerp.velden import Invulveld
    from agenda.samenvoeging.beslissingen import Beslissingen, Opgegaan
    from agenda.samenvoeging.inbreng import Inbreng
    from agenda.samenvoeging.lijken import Paar
    from agenda.samenvoeging.verschil import Verschilsoort

_SAMEN_BEKEND = ("plannen", "voorstellen")
"""Fields that count together: where one of them is in dispute, the other says nothing either."""
_NIET_SAMEN = ("code", "criteria", "ingediend_door")
"""Fields of a topic that are not put together as values: see `_voeg_onderwerp_samen`."""


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


@dataclass(frozen=True, slots=True)
class Samengevoegd:
    """What all files say together.

    Attributes:
        inbreng: the files, in the order of who they are of.
        onderwerpen: each topic as a dossier has it: field → value, sorted by code.
        ernaast: member, or topic at a member → field → value.
        stemmen: sorted by topic, member and criterion.
        voorkeuren: member → how heavy it finds the criteria; what it says itself goes first.
        verschillen: sorted by kind and place of the field.
        lijkt_op: pairs of topics that may be one, settled or not.
        alles_vergeleken: whether all titles with words in common were held against each other.
        opgegaan: which topics went into which.
        telt_niet: answers of members on two topics that became one, where the one on the topic
            that stays counts.
        eigen_telt_niet: topics of which members speak, so that the region's own answers do not
            count.
    """

    inbreng: tuple[Inbreng, ...]
    velden: Velden
    onderwerpen: tuple[Mapping[str, Any], ...]
    ernaast: Mapping[Over, Mapping[str, Any]]
    stemmen: tuple[Stem, ...]
    voorkeuren: Mapping[str, Weegvolgorde]
    verschillen: tuple[Verschil, ...]
    lijkt_op: tuple[Lijkt, ...]
    alles_vergeleken: bool
    opgegaan: Opgegaan
    telt_niet: tuple[Stem, ...]
    eigen_telt_niet: tuple[str, ...]
    van: Mapping[str, tuple[str, ...]]
    """Topic → who brings it in; of nobody's topic `VAN_NIEMAND`."""

    @property
    def open(self) -> int:
        """How many questions wait for an answer."""
        return sum(v.open for v in self.verschillen) + sum(p.open for p in self.lijkt_op)

    @property
    def zonder_naam(self) -> tuple[Verschil, ...]:
        """Titles and themes that nobody chose; without these there is no dossier."""
        return tuple(v for v in self.verschillen if v.soort == "naam" and v.open)


def voeg_samen(
    inbreng: Iterable[Inbreng], beslissingen: Beslissingen, velden: Velden
) -> Samengevoegd:
    """What the files say together.

    Args:
        inbreng: one for each member, and at most one of nobody.
        beslissingen: what was chosen before.
        velden: what can be said.
    """
    alle = tuple(sorted(inbreng, key=lambda deel: (deel.wie, deel.bestand)))
    codes = {d.over.onderwerp for deel in alle for d in deel.onderwerpen}
    opgegaan = welke_blijven(beslissingen.paren, codes)
    bijeen = _bijeen(alle, opgegaan)
    verschillen: list[Verschil] = []
    uit: dict[Over, dict[str, Any]] = {
        over: dict(_voeg_velden_samen(over, delen, velden, beslissingen, opgegaan, verschillen))
        for over, delen in sorted(bijeen.items())
    }
    stemmen, telt_niet = _tel_eenmaal(alle, opgegaan)
    verschillen += _verdeelde_stemmen(stemmen, velden.criteria)
    van = {
        over.onderwerp: tuple(sorted({deel.wie for deel, _ in delen}))
        for over, delen in bijeen.items()
        if not over.lid
    }
    met_stem = {stem.onderwerp for stem in stemmen}
    eigen = _eigen_criteria(alle, opgegaan)
    onderwerpen = tuple(
        _als_onderwerp(
            code,
            uit[Over(code)],
            bijeen[Over(code)],
            {} if code in met_stem else eigen.get(code, {}),
        )
        for code in sorted(van)
    )
    lijkt_op, alles_vergeleken = _lijkt_op(alle, beslissingen)
    return Samengevoegd(
        inbreng=alle,
        velden=velden,
        onderwerpen=onderwerpen,
        ernaast={over: waarden for over, waarden in uit.items() if over.lid and waarden},
        stemmen=stemmen,
        voorkeuren=_voorkeuren(alle),
        verschillen=tuple(verschillen),
        lijkt_op=lijkt_op,
        alles_vergeleken=alles_vergeleken,
        opgegaan=opgegaan,
        telt_niet=telt_niet,
        eigen_telt_niet=tuple(sorted(met_stem & eigen.keys())),
        van=van,
    )


def _bijeen(
    alle: Sequence[Inbreng], opgegaan: Opgegaan
) -> dict[Over, list[tuple[Inbreng, Ingebracht]]]:
    """What each file says of one thing, under the code by which it goes on."""
    uit: dict[Over, list[tuple[Inbreng, Ingebracht]]] = {}
    for inbreng in alle:
        for deel in (*inbreng.onderwerpen, *inbreng.ernaast):
            code = deel.over.onderwerp
            over = deel.over._replace(onderwerp=opgegaan.wordt.get(code, code))
            uit.setdefault(over, []).append((inbreng, deel))
    return uit


def _voeg_velden_samen(
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
    if betwist & set(_SAMEN_BEKEND):
        betwist |= set(_SAMEN_BEKEND)
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


def _als_onderwerp(
    code: str,
    waarden: Mapping[str, Any],
    delen: Sequence[tuple[Inbreng, Ingebracht]],
    criteria: Mapping[str, Tag],
) -> Mapping[str, Any]:
    """A topic as a dossier has it; who brings it in only when that is one member."""
    wie = {_indiener(*deel) for deel in delen}
    door = {"ingediend_door": min(wie)} if len(wie) == 1 and wie != {VAN_NIEMAND} else {}
    return {"code": code, **waarden, **door, **({"criteria": criteria} if criteria else {})}


def _indiener(inbreng: Inbreng, deel: Ingebracht) -> str:
    gezegd = deel.velden.get("ingediend_door")
    return inbreng.wie or (str(gezegd.waarde) if gezegd else VAN_NIEMAND)


def _tel_eenmaal(
    alle: Sequence[Inbreng], opgegaan: Opgegaan
) -> tuple[tuple[Stem, ...], tuple[Stem, ...]]:
    """One answer of each member, sorted; and those on a topic that became another and that differ.

    Who answered on both counts for what was said of the topic that stays.
    """
    uit: dict[tuple[str, str, str], Stem] = {}
    telt_niet = []
    stemmen = [stem for inbreng in alle for stem in inbreng.stemmen]
    eigen_eerst = sorted(
        stemmen, key=lambda s: (opgegaan.wordt.get(s.onderwerp) != s.onderwerp, s.onderwerp)
    )
    for stem in eigen_eerst:
        onderwerp = opgegaan.wordt.get(stem.onderwerp, stem.onderwerp)
        sleutel = (onderwerp, stem.wie, stem.criterium)
        geteld = uit.setdefault(sleutel, stem._replace(onderwerp=onderwerp))
        if geteld.tag.waarde != stem.tag.waarde:
            telt_niet.append(stem)
    return tuple(uit[sleutel] for sleutel in sorted(uit)), tuple(
        sorted(telt_niet, key=lambda stem: stem.plek)
    )


def _verdeelde_stemmen(stemmen: Iterable[Stem], criteria: Mapping[str, str]) -> Iterator[Verschil]:
    """Criteria of which one says ja and another nee; nobody chooses between these."""
    per: dict[tuple[str, int], list[Stem]] = {}
    volgorde = {code: nummer for nummer, code in enumerate(criteria)}
    for stem in stemmen:
        per.setdefault((stem.onderwerp, volgorde[stem.criterium]), []).append(stem)
    for (onderwerp, _), delen in sorted(per.items()):
        if {"ja", "nee"} <= {stem.tag.waarde for stem in delen}:
            code = delen[0].criterium
            gezegd = tuple(Gezegd(s.wie, s.tag.waarde, s.plek) for s in delen)
            yield Verschil("oordeel", Sleutel(Over(onderwerp), code), criteria[code], gezegd)


def _eigen_criteria(alle: Iterable[Inbreng], opgegaan: Opgegaan) -> dict[str, Mapping[str, Tag]]:
    """The region's own answers; of a topic that became another only where that one has none."""
    uit: dict[str, Mapping[str, Tag]] = {}
    for inbreng in alle:
        eigen = inbreng.eigen_criteria
        for code in sorted(eigen, key=lambda code: (opgegaan.wordt[code] != code, code)):
            uit.setdefault(opgegaan.wordt[code], eigen[code])
    return uit


def _voorkeuren(alle: Iterable[Inbreng]) -> dict[str, Weegvolgorde]:
    """Each member's order; of a file of nobody only for who has none of its own."""
    eigen_laatst = sorted(alle, key=lambda deel: (deel.wie == VAN_NIEMAND, deel.wie))
    uit: dict[str, Weegvolgorde] = {}
    for inbreng in eigen_laatst:
        for lid, volgorde in inbreng.voorkeuren.items():
            uit.setdefault(lid, volgorde)
    return dict(sorted(uit.items()))


def _lijkt_op(
    alle: Sequence[Inbreng], beslissingen: Beslissingen
) -> tuple[tuple[Lijkt, ...], bool]:
    """Topics that may be one, or of which somebody said whether they are."""
    titels: dict[str, str] = {}
    van: dict[str, set[str]] = {}
    for inbreng in alle:
        for deel in inbreng.onderwerpen:
            titels.setdefault(deel.over.onderwerp, str(deel.velden["titel"].waarde))
            van.setdefault(deel.over.onderwerp, set()).add(inbreng.wie)
    bekend = {p: keuze for p, keuze in beslissingen.paren.items() if set(p) <= titels.keys()}
    gevonden = zoek_gelijkenis(titels, bekend)
    # Who has both in one file knows that they are two.
    nieuw = [(een, ander) for een, ander in gevonden.paren if not van[een] & van[ander]]
    paren: list[Paar] = sorted([*bekend, *nieuw])
    return tuple(
        Lijkt(
            Sleutel(Over(een), "", ander),
            (titels[een], titels[ander]),
            (tuple(sorted(van[een])), tuple(sorted(van[ander]))),
            bekend.get((een, ander), ""),
        )
        for een, ander in paren
    ), gevonden.volledig
