"""What the municipalities together say, for people and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.robuust.groep import MIN_VOOR_W
from agenda.robuust.rondlopen import TREKKINGEN
from agenda.weergave.getallen import getal, komma, procent
from agenda.weergave.samenhang.verbanden import codes_van
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import MAX_GENOEMD, als_kop, telwoord
from regels.taal import opsomming, telling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.kennis.woorden import Woord
    from agenda.rangorde.patroon import Delen
    from agenda.robuust.groep import Groep
    from agenda.robuust.robuustheid import Robuustheid


def groep_tabel(robuustheid: Robuustheid, groep: Groep) -> Tabel:
    """The topics in the order of all municipalities together."""
    top = robuustheid.top
    standen = [(groep.standen[k.patroon.zeker], k.onderwerp) for k in robuustheid.plaatskansen]
    standen.sort(key=lambda paar: paar[0].plaats)
    return Tabel(
        f"Alle {len(groep.gemeenten)} {_lid(robuustheid).meer} samen, elk met één stem",
        ("Plaats", "Verwacht", f"In de top {top}", f"In top {top} bij", "Code", "Slechtst af"),
        tuple(
            (
                samen.plaats,
                komma(samen.verdeling.verwacht),
                procent(samen.verdeling.in_top(top)),
                f"{samen.in_top} van {len(groep.gemeenten)}",
                onderwerp.code,
                f"{_namen(groep, samen.slechtst_af)} ({komma(samen.laagste)})",
            )
            for samen, onderwerp in standen
        ),
        tuple(_noten(robuustheid, groep)),
        rekbaar=(5,),
    )


def _lid(robuustheid: Robuustheid) -> Woord:
    """What the region calls a member."""
    return robuustheid.ranglijst.profiel.woorden.lid


def _namen(groep: Groep, gemeenten: tuple[Any, ...]) -> str:
    """Names of municipalities; who has no preference of its own is named together."""
    if len(gemeenten) == len(groep.gemeenten):
        return "alle gelijk"
    zonder = [gemeente for gemeente in gemeenten if gemeente not in groep.met_voorkeur]
    namen = [gemeente.naam for gemeente in gemeenten if gemeente in groep.met_voorkeur]
    if len(zonder) == 1:
        namen += [zonder[0].naam]
    elif zonder:
        namen += [f"{len(zonder)} zonder voorkeur"]
    return opsomming(namen, "en")


def _noten(robuustheid: Robuustheid, groep: Groep) -> Iterator[str]:
    top, lid = robuustheid.top, _lid(robuustheid)
    namen = opsomming((gemeente.naam for gemeente in groep.met_voorkeur), "en")
    wat, niets = "Een volgorde van de criteria", "geen volgorde"
    if robuustheid.met_antwoorden:
        wat, niets = "Een volgorde of antwoorden over de gewichten", "geen van beide"
    passend = " die binnen de grenzen passen" if robuustheid.grenzen else ""
    yield (
        f"{wat} gaven: {namen or 'geen'}. Wie {niets} gaf, telt mee"
        f" met alle wegingen{passend}. {als_kop(lid.elk)} telt even zwaar."
    )
    yield (
        f"«In top {top} bij» telt de {lid.meer} waar de verwachte plaats hoogstens {top} is."
        " «Slechtst af» noemt wie het onderwerp het verst naar achteren verwacht, en waar."
    )
    if robuustheid.met_antwoorden and robuustheid.trekking:
        yield f"Voor wie antwoorden gaf, zijn {getal(TREKKINGEN)} wegingen getrokken."
    yield from _eens(groep, lid.meer)
    for kring in groep.kringen[:MAX_GENOEMD]:
        stappen = [
            f"{_eerste(robuustheid, duel.een)} gaat voor {_eerste(robuustheid, duel.ander)}"
            f" ({duel.voor} tegen {duel.tegen})"
            for duel in kring
        ]
        yield (f"Kring: {opsomming(stappen, 'en')}. Een meerderheid wijst hier geen eerste aan.")
    if (over := len(groep.kringen) - MAX_GENOEMD) > 0:
        yield f"Er {'is' if over == 1 else 'zijn'} nog {telling(over, 'kring', 'kringen')}."


def _eens(groep: Groep, leden: str) -> Iterator[str]:
    """How far those who gave an order agree."""
    sprekers = f"{len(groep.met_voorkeur)} van {len(groep.gemeenten)}"
    if groep.kendall_w is not None:
        yield (
            f"Hoe eens zijn de {leden} het die een volgorde gaven ({sprekers})? Kendalls W is"
            f" {komma(groep.kendall_w, 2)} (0 is helemaal niet, 1 is helemaal)."
        )
    elif len(groep.met_voorkeur) < MIN_VOOR_W:
        yield (
            f"Hoe eens de {leden} het zijn, staat hier vanaf {telwoord(MIN_VOOR_W)} {leden} met"
            f" een volgorde; nu zijn het er {sprekers}."
        )


def _eerste(robuustheid: Robuustheid, patroon: Delen) -> str:
    eerste, *rest = codes_van(robuustheid.gelijken[patroon])
    return f"{eerste} (en wat daaraan gelijk is)" if rest else eerste
