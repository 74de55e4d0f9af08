"""Put together what the files say, each thing once: a value from its values to one dossier.

Nothing here depends on the order of the files, and nobody is right by being first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from agenda.samenvoeging.beslissingen import Sleutel, welke_blijven
from agenda.samenvoeging.inbreng import (
    VAN_NIEMAND,
    Ingebracht,
    Ledenoordeel,
    Over,
    Weegvolgorde,
)
from agenda.samenvoeging.lijken import zoek_gelijkenis
from agenda.samenvoeging.oordelen import eigen_criteria, sprekers, tel_eenmaal, verdeelde_oordelen
from agenda.samenvoeging.velden import voeg_velden_samen
from agenda.samenvoeging.verschil import Lijkt, Verschil

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from agenda.onderwerp.tag import Tag
    from agenda.samenvoeging.beslissingen import Beslissingen, Opgegaan
    from agenda.samenvoeging.inbreng import Inbreng
    from agenda.samenvoeging.lijken import Paar
    from agenda.samenvoeging.velden import Velden


@dataclass(frozen=True, slots=True)
class Samengevoegd:
    """What all files say together.

    Attributes:
        inbreng: the files, in the order of who they are of.
        onderwerpen: each topic as a dossier has it: field → value, sorted by code.
        ernaast: member, or topic at a member → field → value.
        oordelen: sorted by topic, member and criterion.
        voorkeuren: member → how heavy it finds the criteria; what it says itself goes first.
        verschillen: sorted by kind and place of the field.
        lijkt_op: pairs of topics that may be one, settled or not.
        alles_vergeleken: whether all titles with words in common were held against each other.
        opgegaan: which topics went into which.
        telt_niet: answers of members on two topics that became one, where the one on the topic
            that stays counts.
        eigen_telt_niet: topics of which members speak, so that the region's own answers do not
            count.
        van: topic → who brings it in; of nobody's topic `VAN_NIEMAND`.
        sprekers: topic → the members with an answer on any criterion.
    """

    inbreng: tuple[Inbreng, ...]
    velden: Velden
    onderwerpen: tuple[Mapping[str, Any], ...]
    ernaast: Mapping[Over, Mapping[str, Any]]
    oordelen: tuple[Ledenoordeel, ...]
    voorkeuren: Mapping[str, Weegvolgorde]
    verschillen: tuple[Verschil, ...]
    lijkt_op: tuple[Lijkt, ...]
    alles_vergeleken: bool
    opgegaan: Opgegaan
    telt_niet: tuple[Ledenoordeel, ...]
    eigen_telt_niet: tuple[str, ...]
    van: Mapping[str, tuple[str, ...]]
    sprekers: Mapping[str, frozenset[str]]

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
        over: dict(voeg_velden_samen(over, delen, velden, beslissingen, opgegaan, verschillen))
        for over, delen in sorted(bijeen.items())
    }
    oordelen, telt_niet = tel_eenmaal(alle, opgegaan)
    verschillen += verdeelde_oordelen(oordelen, velden.criteria)
    van = {
        over.onderwerp: tuple(sorted({deel.wie for deel, _ in delen}))
        for over, delen in bijeen.items()
        if not over.lid
    }
    met_oordeel = {oordeel.onderwerp for oordeel in oordelen}
    eigen = eigen_criteria(alle, opgegaan)
    onderwerpen = tuple(
        _als_onderwerp(
            code,
            uit[Over(code)],
            bijeen[Over(code)],
            {} if code in met_oordeel else eigen.get(code, {}),
        )
        for code in sorted(van)
    )
    lijkt_op, alles_vergeleken = _lijkt_op(alle, beslissingen)
    return Samengevoegd(
        inbreng=alle,
        velden=velden,
        onderwerpen=onderwerpen,
        ernaast={over: waarden for over, waarden in uit.items() if over.lid and waarden},
        oordelen=oordelen,
        voorkeuren=_voorkeuren(alle),
        verschillen=tuple(verschillen),
        lijkt_op=lijkt_op,
        alles_vergeleken=alles_vergeleken,
        opgegaan=opgegaan,
        telt_niet=telt_niet,
        eigen_telt_niet=tuple(sorted(met_oordeel & eigen.keys())),
        van=van,
        sprekers=sprekers(oordelen),
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


def _als_onderwerp(
    code: str,
    waarden: Mapping[str, Any],
    delen: Sequence[tuple[Inbreng, Ingebracht]],
    criteria: Mapping[str, Tag],
) -> Mapping[str, Any]:
    """A topic as a dossier has it, with all members that bring it in."""
    wie = sorted({lid for deel in delen for lid in _indieners(*deel)})
    door = {"ingediend_door": wie[0] if len(wie) == 1 else tuple(wie)} if wie else {}
    return {"code": code, **waarden, **door, **({"criteria": criteria} if criteria else {})}


def _indieners(inbreng: Inbreng, deel: Ingebracht) -> tuple[str, ...]:
    """The member of a file; of a file of nobody the members that it names."""
    if inbreng.wie != VAN_NIEMAND:
        return (inbreng.wie,)
    gezegd = deel.velden.get("ingediend_door")
    waarde = gezegd.waarde if gezegd else ()
    return (waarde,) if isinstance(waarde, str) else waarde


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
