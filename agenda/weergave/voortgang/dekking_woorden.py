"""Who has what proposals ask, in words: outcomes, who, where it stands, and targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.voortgang.dekking import partijen
from agenda.weergave.getallen import dag, getal
from agenda.weergave.jaar.begroting_zinnen import herkomst_tekst
from agenda.weergave.lezing import lezing_zin
from agenda.weergave.woorden import als_zin, in_zin
from regels.model import Bron
from regels.taal import opsomming, telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from agenda.kennis.dekking import Doel, Grens, Onderdeel, Toestand
    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.laag import Vindplaats
    from agenda.voortgang.dekking import Cel, Dekkingsoverzicht, GeenDekking, Rij

TOESTANDNAMEN: dict[Toestand, str] = {
    "ja": "Ja",
    "ja-of-bezig": "Ja of bezig",
    "bezig": "Bezig",
    "nee": "Nee",
    "onbekend": "Onbekend",
}
_UITLEG: dict[Toestand, str] = {
    "ja": "Ja: het is er.",
    "ja-of-bezig": "Ja of bezig: een van die twee; de bron zegt niet welke.",
    "bezig": "Bezig: er wordt aan gewerkt.",
    "nee": "Nee: het is er niet.",
    "onbekend": "Onbekend: geen bron zegt het; het kan er dus wel zijn.",
}
_VOORBEELD = "Voorbeeld: een bron noemt het, maar niemand hoeft het te hebben."
_GRENZEN: dict[Grens, str] = {
    "precies": "",
    "ongeveer": "ongeveer ",
    "minstens": "minstens ",
    "hoogstens": "hoogstens ",
    "meer-dan": "meer dan ",
}
_BIJ_NAAM = 3
"""Of so many that nothing is known the names are shown; of more, how many there are."""


def geen_dekking_zin(fout: GeenDekking) -> str:
    """That a profile does not tell what is asked of whom, and what to do about it."""
    return (
        f"Dit profiel noemt niet wat {fout.voorstellen} van wie vragen."
        " Zet dat in dekking.yaml van het profiel."
    )


def titel_van(dekking: Dekkingsoverzicht) -> str:
    """What it is called: «Wie heeft wat de voorstellen vragen, op 1 januari 2027»."""
    voorstellen = dekking.profiel.woorden.voorstel.meer
    wie = f"Wat {dekking.lid.naam} heeft van" if dekking.lid else "Wie heeft"
    return f"{wie} wat de {voorstellen} vragen, op {dag(dekking.op)}"


def _hoeveel(rij: Rij, aantal: int, profiel: Profiel) -> str:
    """So many of those of whom a part is asked: «13 gemeenten», «2 deelregio's»."""
    if rij.onderdeel.van == "deelregio":
        return telling(aantal, "deelregio", "deelregio's")
    return profiel.woorden.lid.geteld(aantal)


def telling_tekst(rij: Rij) -> str:
    """How many have it: «4 van 13, 9 onbekend», «alle 13», «alle 13 onbekend»."""
    alle = len(rij.cellen)
    delen = [
        (aantal, "" if toestand == "ja" else f" {in_zin(TOESTANDNAMEN[toestand])}")
        for toestand, aantal in rij.telling.items()
        if aantal
    ]
    if len(delen) == 1:
        return f"{'alle ' if alle > 1 else ''}{alle}{delen[0][1]}"
    return ", ".join(f"{aantal}{wat or f' van {alle}'}" for aantal, wat in delen)


def uitleg_zin(dekking: Dekkingsoverzicht) -> str:
    """What the outcomes mean, as far as they are there."""
    er_is = {cel.toestand for rij in dekking.rijen for cel in rij.alle}
    return " ".join(zin for toestand, zin in _UITLEG.items() if toestand in er_is)


def voorbeeld_zin(rijen: Iterable[Rij]) -> str:
    """What an example is, if there are any."""
    return _VOORBEELD if any(rij.onderdeel.gevraagd == "nee" for rij in rijen) else ""


def wie_tekst(rij: Rij, cellen: Sequence[Cel], profiel: Profiel, *, voluit: bool = False) -> str:
    """Who they are: by name, «alle 13 gemeenten», or of the unknown «de andere 9 gemeenten».

    Args:
        voluit: whether many of whom nothing is known are named too.
    """
    if len(cellen) == len(rij.cellen) > _BIJ_NAAM:
        return f"alle {_hoeveel(rij, len(cellen), profiel)}"
    if cellen[0].toestand == "onbekend" and len(cellen) > _BIJ_NAAM and not voluit:
        return f"de andere {_hoeveel(rij, len(cellen), profiel)}"
    return ", ".join(map(_met_wie_erin, cellen))


def _met_wie_erin(cel: Cel) -> str:
    """A subregion with the members in it that a source names."""
    if not cel.binnen:
        return cel.wie.naam
    namen = (f"{deel.wie.naam} {in_zin(TOESTANDNAMEN[deel.toestand])}" for deel in cel.binnen)
    return f"{cel.wie.naam} (daarin: {'; '.join(namen)})"


def per_toestand(rij: Rij) -> Iterator[tuple[Toestand, tuple[Cel, ...]]]:
    """The cells of a part by outcome; of an example nobody is unknown, for nobody misses it."""
    for toestand in TOESTANDNAMEN:
        cellen = tuple(cel for cel in rij.cellen if cel.toestand == toestand)
        if cellen and (toestand != "onbekend" or rij.onderdeel.gevraagd == "ja"):
            yield toestand, cellen


def waar_tekst(bron: Bron | Vindplaats | None, profiel: Profiel) -> str:
    """Where it stands, with what is our reading; empty without a source."""
    if bron is None:
        return ""
    waar = profiel.citeer(bron) if isinstance(bron, Bron) else herkomst_tekst(bron, profiel)
    return " ".join(filter(None, (als_zin(waar), lezing_zin(bron.lezing))))


def bij_tekst(cel: Cel) -> str:
    """What is told beside a cell: «Sinds 2020. Een platform van ongeveer 20 projecten.»."""
    if cel.feit is None:
        return ""
    sinds = f"Sinds {cel.feit.sinds}." if cel.feit.sinds else ""
    op = f"Zo bekend op {dag(cel.feit.op)}." if cel.feit.op else ""
    return " ".join(filter(None, (sinds, cel.feit.toelichting, op)))


def onderdeel_naam(onderdeel: Onderdeel) -> str:
    """The name of a part; that it is an example is said."""
    return onderdeel.naam if onderdeel.gevraagd == "ja" else f"{onderdeel.naam} (voorbeeld)"


def hoeveel_tekst(doel: Doel) -> str:
    """The value of a target: «ongeveer 25 jongeren», «7 tot 10 jaar»."""
    if doel.waarde is None:
        return ""
    tot = "" if doel.tot is None else f" tot {getal(doel.tot)}"
    return f"{_GRENZEN[doel.grens]}{getal(doel.waarde)}{tot} {doel.eenheid}"


def doel_voor(doel: Doel, profiel: Profiel) -> str:
    """Whom a target concerns."""
    return opsomming((wie.naam for wie in partijen(doel, profiel)), "en") or "de hele regio"


def doel_bij(doel: Doel, profiel: Profiel) -> str:
    """What a target belongs to: «voorstel 1», or its theme."""
    if doel.voorstel is not None:
        return f"{profiel.woorden.voorstel.een} {doel.voorstel}"
    return profiel.thema[doel.thema].naam if doel.thema else ""


def lezingen_zin(dekking: Dekkingsoverzicht) -> str:
    """How much of it is our reading; empty when nothing is."""
    delen = []
    for bronnen, wat in (
        ([cel.lezing for cel in dekking.gevuld], "ingevulde vakken"),
        ([] if dekking.lid else [r.onderdeel.bron.lezing for r in dekking.rijen], "onderdelen"),
        ([doel.bron.lezing for doel in dekking.doelen], "doelen"),
    ):
        if aantal := sum(map(bool, bronnen)):
            delen.append(f"{aantal} van de {len(bronnen)} {wat}")
    return f"Onze lezing: {opsomming(delen, 'en')}." if delen else ""


def gaten_zin(dekking: Dekkingsoverzicht) -> str:
    """Of how many parts that are asked nothing is known anywhere; empty when of none."""
    gevraagd = sum(rij.onderdeel.gevraagd == "ja" for rij in dekking.rijen)
    if dekking.lid or not dekking.gaten:
        return ""
    aantal = f"{len(dekking.gaten)} van de {gevraagd} onderdelen"
    return f"Van {aantal} die gevraagd zijn, is bij niemand iets bekend."
