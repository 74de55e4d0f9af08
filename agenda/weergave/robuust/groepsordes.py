"""The orders of all municipalities together, side by side, for people and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.robuust.groepsordes import Manier
from agenda.weergave.getallen import getal
from agenda.weergave.robuust.plek import bereik
from agenda.weergave.samenhang.verbanden import codes_van
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import als_kop, hoogstens
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from agenda.rangorde.patroon import Delen
    from agenda.robuust.groep import Groep
    from agenda.robuust.groepsordes import Groepsordes
    from agenda.robuust.robuustheid import Robuustheid

KOPPEN = tuple(map(als_kop, Manier))
"""The name of each way."""


def plaatsen_bij(ordes: Groepsordes, patroon: Delen) -> Iterator[str]:
    """Per way the place of a pattern: «3», or «3 tot 5»; empty when it cannot be told."""
    for manier in Manier:
        plaatsen = ordes.plaatsen.get(manier)
        yield bereik(*plaatsen[patroon]) if plaatsen else ""


def groepsordes_tabel(robuustheid: Robuustheid, groep: Groep, ordes: Groepsordes) -> Tabel:
    """The topics in the order of the mean, with their place in every other way."""
    gemiddeld = ordes.plaatsen[Manier.GEMIDDELDE]
    return Tabel(
        "Samen één volgorde: vijf manieren naast elkaar",
        ("Code", *KOPPEN),
        tuple(
            (kansen.onderwerp.code, *plaatsen_bij(ordes, kansen.patroon.zeker))
            for kansen in sorted(robuustheid.plaatskansen, key=lambda k: gemiddeld[k.patroon.zeker])
        ),
        (
            *_in_top(robuustheid, ordes),
            *(f"{als_kop(manier)}: {_zin(manier, groep, ordes, robuustheid)}" for manier in Manier),
            _wie_stemt(robuustheid, groep),
            "Geen manier is de juiste. Waar zij verschillen, is het aan u om te kiezen.",
        ),
        rekbaar=(0,),
    )


def groepsordes_json(robuustheid: Robuustheid, groep: Groep, ordes: Groepsordes) -> dict[str, Any]:
    """The keys that the orders of the group add."""
    top = robuustheid.top
    lijst: list[dict[str, Any]] = []
    for manier in Manier:
        uitleg = _zin(manier, groep, ordes, robuustheid)
        rij: dict[str, Any] = {"manier": manier, "uitleg": als_kop(uitleg), "plaatsen": None}
        if plaatsen := ordes.plaatsen.get(manier):
            per_code = [
                (kansen.onderwerp.code, plaatsen[kansen.patroon.zeker])
                for kansen in robuustheid.plaatskansen
            ]
            rij["plaatsen"] = {code: plaats.beste for code, plaats in per_code}
            rij["slechtste"] = {code: p.slechtste for code, p in per_code if p.beste < p.slechtste}
            rij["in_top"] = _codes(robuustheid, ordes.in_top(manier, top))
            rij["alleen_hier_in_top"] = _codes(robuustheid, ordes.alleen_bij(manier, top))
        if manier is Manier.KEMENY and ordes.oneens:
            rij["oneens"] = ordes.oneens._asdict()
        lijst.append(rij)
    return {
        "groepsordes": lijst,
        "altijd_in_top": _codes(robuustheid, ordes.altijd_in_top(top)),
    }


def _codes(robuustheid: Robuustheid, patronen: Collection[Delen]) -> list[str]:
    """The topics with these patterns, in the order of the list."""
    return codes_van(k.onderwerp for k in robuustheid.plaatskansen if k.patroon.zeker in patronen)


def _in_top(robuustheid: Robuustheid, ordes: Groepsordes) -> Iterator[str]:
    """Which topics every way puts in the top, and which only one does."""
    top = robuustheid.top
    altijd = hoogstens(_codes(robuustheid, ordes.altijd_in_top(top)))
    yield f"In de top {top} bij elke manier: {opsomming(altijd, 'en') or 'geen'}."
    for manier in ordes.plaatsen:
        if alleen := hoogstens(_codes(robuustheid, ordes.alleen_bij(manier, top))):
            yield f"Alleen bij «{als_kop(manier)}» in de top {top}: {opsomming(alleen, 'en')}."


def _zin(manier: Manier, groep: Groep, ordes: Groepsordes, robuustheid: Robuustheid) -> str:
    """How a way came to its order."""
    leden = robuustheid.ranglijst.profiel.woorden.lid.meer
    aantal = len(groep.gemeenten)
    match manier:
        case Manier.GEMIDDELDE:
            return (
                f"de verwachte plaatsen bij alle {aantal} {leden} opgeteld, en gedeeld door"
                f" {aantal}."
            )
        case Manier.KEMENY:
            return _kemeny_zin(ordes, leden)
        case Manier.SCHULZE:
            return (
                "van twee onderwerpen staat hoger wie het sterkst van de ander wint, zo nodig via"
                " andere onderwerpen (a wint van b, en b van c). Zo'n rij is zo sterk als haar"
                " kleinste verschil in stemmen."
            )
        case Manier.COPELAND:
            return (
                "een onderwerp krijgt 1 punt voor elk ander waar het van wint, en een half punt"
                " als geen van beide wint. De meeste punten is de eerste plaats."
            )
        case Manier.MEERDERHEID:
            return (
                "een onderwerp staat hoger als het van het andere wint, zelf of via andere, en"
                " niet ook omgekeerd. Wie samen in een kring zit, deelt dus een plaats."
            )


def _kemeny_zin(ordes: Groepsordes, leden: str) -> str:
    if not ordes.oneens:
        return (
            "staat er niet bij. Te veel onderwerpen winnen in kringen van elkaar om precies te"
            " vinden welke volgorde de beste is."
        )
    zin = f"de volgorde waarmee de {leden} het samen het minst oneens zijn."
    if ordes.oneens.van:
        zin += (
            f" Zij zien {getal(ordes.oneens.aantal)} van de {getal(ordes.oneens.van)} keer twee"
            " onderwerpen andersom."
        )
    bereiken = [p for p in ordes.plaatsen[Manier.KEMENY].values() if p.beste < p.slechtste]
    if bereiken:
        zin += (
            f" Er zijn meer volgordes die even goed zijn. «{bereik(*min(bereiken))}» is de beste en"
            " de slechtste plaats daarin."
        )
    return zin


def _wie_stemt(robuustheid: Robuustheid, groep: Groep) -> str:
    """Whose votes were counted, and whether those who gave no order decide alone."""
    leden = robuustheid.ranglijst.profiel.woorden.lid.meer
    alle, stil = len(groep.gemeenten), len(groep.gemeenten) - len(groep.met_voorkeur)
    zin = (
        f"Een onderwerp wint van een ander als meer {leden} het hoger zetten dan lager: bij meer"
        " dan de helft van de wegingen die bij hun volgorde passen."
    )
    if stil:
        passend = " die binnen de grenzen passen" if robuustheid.grenzen else ""
        zin += f" Wie geen volgorde gaf, stemt mee met alle wegingen{passend}: {stil} van {alle}."
    if 2 * stil > alle:
        zin += (
            " Zij stemmen gelijk en zijn samen de meerderheid. De andere beslissen dus alleen over"
            " onderwerpen die daarbij even vaak hoger als lager staan."
        )
    return zin
