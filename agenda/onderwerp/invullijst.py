"""What somebody fills in for a topic: the program's own fields, the criteria, those of the region.

Everything that lists fields goes by this list: templates, tables, comparisons, documents. What is
filled in for a member, and for a topic at a member, is a list of the same kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from agenda.kennis.woorden import EIGEN_WOORDEN
from agenda.onderwerp.onderwerp import VELDEN
from agenda.onderwerp.tag import TAGVELDEN
from agenda.onderwerp.velden import Invulveld, Veldsoort

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from agenda.kennis.profiel import Profiel
    from agenda.kennis.velden import Profielveld
    from agenda.kennis.woorden import Woord, Woorden
    from agenda.onderwerp.onderwerp import Onderwerp

_NODIG: dict[Veldsoort, Callable[[Profiel], object]] = {
    "plannen": lambda profiel: profiel.plannen,
    "voorstellen": lambda profiel: profiel.voorstellen,
    "deelregio's": lambda profiel: profiel.regio.deelregios,
    "gemeente": lambda profiel: profiel.regio.leden,
    "samenwerking": lambda profiel: profiel.samenwerkingen[1:],
}
"""Kinds that refer to something that a region may not have; then nobody is asked for it."""

_WOORD: dict[Veldsoort, Callable[[Woorden], Woord]] = {
    "thema": lambda woorden: woorden.thema,
    "plannen": lambda woorden: woorden.plan,
    "voorstellen": lambda woorden: woorden.voorstel,
    "deelregio's": lambda woorden: woorden.deelregio,
}
"""Kinds that a region has a word of its own for; that word is the heading."""

_SOORTEN: dict[str, Veldsoort] = {
    "ja-nee": "ja-nee",
    "keuze": "keuze",
    "keuzes": "keuzes",
    "getal": "getal",
    "tekst": "tekst",
}
_ONBEKEND = ("ja-nee", "keuze")
"""Kinds of which «onbekend» is an answer that people give."""


INSPANNING = "inspanning_fte"
"""The field with what a topic asks: in all, or in a table of pairs of one member."""
ALLE = "alle"
"""Stands for every topic, or for every member; a row that names one goes before it."""


@dataclass(frozen=True, slots=True)
class Invullijst:
    """The fields of a topic in one region, in the order of a table.

    Attributes:
        criteria: code → title.
    """

    velden: tuple[Invulveld, ...]
    criteria: Mapping[str, str]

    def __hash__(self) -> int:
        return hash((self.velden, tuple(self.criteria.items())))


GEEN_LIJST = Invullijst((), {})
"""Where the region is not known, nothing can be filled in."""


def invullijst(profiel: Profiel, criteria: Mapping[str, str]) -> Invullijst:
    """The fields of a topic in a region with these criteria."""
    return Invullijst(velden_voor(profiel), criteria)


def velden_voor(profiel: Profiel) -> tuple[Invulveld, ...]:
    """The fields of a topic that a region has use for, its own in their places."""
    velden = [
        _in_eigen_woord(veld, profiel.woorden)
        for veld in VELDEN
        if _NODIG.get(veld.soort, bool)(profiel)
    ]
    alle = _met_eigen(velden, (v for v in profiel.velden if v.over == "onderwerp"))
    # Stable: what came later to tables that people have already stands at their end.
    return tuple(sorted(alle, key=lambda veld: veld.soort == "samenwerking"))


def _in_eigen_woord(veld: Invulveld, woorden: Woorden) -> Invulveld:
    """A field under the region's own word for it, where it has one."""
    kies = _WOORD.get(veld.soort)
    if kies is None or kies(woorden) == kies(EIGEN_WOORDEN):
        return veld
    woord = kies(woorden)
    return veld._replace(kop=woord.kop if veld.soort == "thema" else woord.koppen)


def ledenlijst(profiel: Profiel) -> Invullijst:
    """What is filled in for a member of the region; only its name when nothing is asked."""
    return Invullijst((lidveld(profiel), *_over(profiel, "lid")), {})


def deelnamelijst(profiel: Profiel) -> Invullijst:
    """What is filled in for a topic at a member."""
    woord, woord_lid = profiel.woorden.onderwerp, profiel.woorden.lid
    onderwerp = _onderwerp(profiel)._replace(
        vraag=f"De code van {woord.met_lidwoord}, of «{ALLE}» voor {ALLE} {woord.meer}."
    )
    lid = lidveld(profiel)._replace(
        vraag=f"{woord_lid.kop} bij naam, of «{ALLE}» voor {ALLE} {woord_lid.meer}.",
    )
    eigen = _over(profiel, "deelname")
    return Invullijst((onderwerp, lid, *eigen, *_inspanning_per_lid(profiel)), {})


def _inspanning_per_lid(profiel: Profiel) -> Iterator[Invulveld]:
    """What a topic asks of one member, in a region that says how much work there is room for."""
    met_ruimte = any(samen.capaciteit is not None for samen in profiel.samenwerkingen)
    if met_ruimte and profiel.regio.leden:
        veld = next(veld for veld in VELDEN if veld.naam == INSPANNING)
        woorden = profiel.woorden
        vraag = (
            f"Hoeveel werk {woorden.onderwerp.met_lidwoord} kost bij {woorden.lid.met_lidwoord} in"
            " het agendajaar, in fte. Alleen nodig als u in dossier.yaml zegt hoeveel er daar past."
        )
        yield veld._replace(vraag=vraag, leeg="niets")


def oordelenlijst(profiel: Profiel, criteria: Mapping[str, str]) -> Invullijst:
    """What is filled in for the answer of a member on a criterion of a topic."""
    gemeente = lidveld(profiel)._replace(naam="gemeente")
    antwoord = tuple(
        veld._replace(kop=veld.naam.capitalize(), vraag="", leeg="niets") for veld in TAGVELDEN
    )
    waarde = antwoord[0]._replace(leeg="verplicht")
    vindplaats = Invulveld("Vindplaats", "tekst", leeg="niets", naam="vindplaats")
    velden = (
        _onderwerp(profiel),
        gemeente,
        criteriumveld(criteria),
        waarde,
        *antwoord[1:],
        vindplaats,
    )
    return Invullijst(velden, criteria)


def criteriumveld(criteria: Mapping[str, str]) -> Invulveld:
    """Which criterion a row is about."""
    return Invulveld(
        "Criterium",
        "keuze",
        "Het criterium bij naam.",
        leeg="verplicht",
        breedte=26,
        keuzes=tuple(criteria.items()),
        naam="criterium",
    )


def _onderwerp(profiel: Profiel) -> Invulveld:
    woord = profiel.woorden.onderwerp
    vraag = f"De code van {woord.met_lidwoord}."
    return Invulveld(woord.kop, "onderwerp", vraag, leeg="verplicht", breedte=26, naam="onderwerp")


def lidveld(profiel: Profiel) -> Invulveld:
    """Which member of the region a row is about."""
    woord = profiel.woorden.lid
    vraag = f"{woord.kop} bij naam."
    return Invulveld(woord.kop, "gemeente", vraag, leeg="verplicht", breedte=26, naam="lid")


def _over(profiel: Profiel, wat: str) -> tuple[Invulveld, ...]:
    """The fields that are filled in over something, in the order of the profile."""
    eigen = (v for v in profiel.velden if v.over == wat and v.afgeleid is None)
    return tuple(invulveld(veld) for veld in eigen)


def vraagwoorden(woorden: Woorden) -> dict[str, str]:
    """What stands in the questions of the program's own fields for what a region calls things."""
    return {
        "onderwerp": woorden.onderwerp.met_lidwoord,
        "onderwerpen": woorden.onderwerp.meer,
        "thema": woorden.thema.met_lidwoord,
        "plan": woorden.plan.een,
        "plannen": woorden.plan.meer,
        "voorstellen": woorden.voorstel.meer,
        "deelregios": woorden.deelregio.meer,
        "lid_die": woorden.lid.met_die,
    }


def velden_van_beide(oud: Profiel, nieuw: Profiel) -> tuple[Invulveld, ...]:
    """The fields that a topic can have on either side, each once, as the new side has them."""
    nieuwe = velden_voor(nieuw)
    namen = {veld.naam for veld in nieuwe}
    return (*nieuwe, *(veld for veld in velden_voor(oud) if veld.naam not in namen))


def _met_eigen(velden: list[Invulveld], eigen: Iterable[Profielveld]) -> tuple[Invulveld, ...]:
    """Fields with those of the profile after the field that each names, or else at the end."""
    for eigenveld in eigen:
        if eigenveld.afgeleid is not None:
            continue
        namen = [veld.naam for veld in velden]
        na = eigenveld.na
        plek = namen.index(na) + 1 if na in namen else len(velden)
        velden.insert(plek, invulveld(eigenveld))
    return tuple(velden)


@lru_cache(1_000)
def invulveld(veld: Profielveld) -> Invulveld:
    """The row of a field of the profile."""
    soort = _SOORTEN[veld.soort]
    return Invulveld(
        kop=veld.kop,
        soort=soort,
        vraag=veld.vraag or "",
        leeg="niets" if soort == "tekst" else "onbekend",
        voorbeeld=_voorbeeld(veld),
        breedte=36 if soort == "tekst" else 19,
        keuzes=tuple((keuze.code, keuze.naam or keuze.code) for keuze in veld.keuzes),
        meervoud=veld.meervoud or veld.kop,
        feit=veld.noem,
        eenheid=veld.eenheid or ("", ""),
        leeg_zin=veld.leeg_zin or "",
        kort="" if veld.stuk == "nee" else veld.stuk or veld.kop,
        na=veld.na or "",
        naam=veld.code,
        eigen=True,
        aan_lid=veld.aan_lid == "ja",
    )


def _voorbeeld(veld: Profielveld) -> str | int:
    if veld.voorbeeld is not None:
        return veld.voorbeeld
    if veld.soort == "getal":
        return 1
    return (*veld.codes, "onbekend" if veld.soort in _ONBEKEND else "")[0]


def waarde_van(onderwerp: Onderwerp, veld: Invulveld) -> Any:
    """What a topic holds in a field; None, or «onbekend», when it is unknown."""
    if not veld.eigen:
        return getattr(onderwerp, veld.naam)
    feit = onderwerp.feiten.get(veld.naam)
    if feit is not None:
        return feit.waarde
    return "onbekend" if veld.soort in _ONBEKEND else None
