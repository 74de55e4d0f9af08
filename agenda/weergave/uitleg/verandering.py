"""The smallest change, as a part of the explanation of one topic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.rangorde.ranglijst import TOP
from agenda.uitleg.wijziging import Gewichtwijziging, Stemwijziging
from agenda.weergave.oordelen import telling_tekst
from agenda.weergave.vormen import Tak
from agenda.weergave.woorden import als_zin, in_zin
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.uitleg.wijziging import Mogelijkheid, Verandering, Wijziging

_ZOU = {
    "toelating": "Het zou worden toegelaten",
    "hoger": "Het zou hoger staan",
    "lager": "Het zou lager staan",
    "in-top": f"Het zou in de top {TOP} komen",
    "uit-top": f"Het zou uit de top {TOP} gaan",
}
OM_TE = {
    "hoger": "hoger te staan",
    "lager": "lager te staan",
    "in-top": f"in de top {TOP} te komen",
    "uit-top": f"uit de top {TOP} te gaan",
}


def verandering_json(veranderingen: Iterable[Verandering]) -> list[dict[str, Any]]:
    """Per question, all smallest possibilities; an empty list when nothing does it."""
    return [
        {
            "doel": verandering.doel,
            "mogelijkheden": [
                {
                    "plaats": mogelijkheid.plaats,
                    "wijzigingen": [_wijziging_json(w) for w in mogelijkheid.wijzigingen],
                }
                for mogelijkheid in verandering.mogelijkheden
            ],
            "belet": list(verandering.belet),
        }
        for verandering in veranderingen
    ]


def _wijziging_json(wijziging: Wijziging) -> dict[str, Any]:
    if isinstance(wijziging, Gewichtwijziging):
        return {
            "soort": "gewicht",
            "criterium": wijziging.criterium.code,
            "nu": wijziging.gewicht,
            "nieuw": wijziging.nieuw,
            "zin": wijziging_zin(wijziging),
        }
    if isinstance(wijziging, Stemwijziging):
        return {
            "soort": "oordelen",
            "criterium": wijziging.criterium.code,
            "nu": wijziging.telling._asdict(),
            "nieuw": wijziging.nieuw,
            "aantal": wijziging.aantal,
            "gemeenten": [lid.code for lid in wijziging.wie],
            "zin": wijziging_zin(wijziging),
        }
    return {
        "soort": "feit",
        "veld": wijziging.veld.naam,
        "nu": _nu(wijziging),
        "nieuw": wijziging.nieuw,
        "gevraagd": wijziging.gevraagd,
        "zin": wijziging_zin(wijziging),
    }


def verandering_tak(
    veranderingen: Iterable[Verandering], plaats: int | None, *, berekend: bool = False
) -> Tak:
    """Per question a branch with its possibilities.

    Args:
        plaats: the place that the topic has now.
        berekend: whether the decided order is another one, so that it is said which this is.
    """
    wat = "berekende uitkomst" if berekend else "uitkomst"
    return Tak(
        f"Kleinste verandering: wat zou de {wat} anders maken?",
        tuple(_tak(verandering, plaats) for verandering in veranderingen),
    )


def verandering_zinnen(veranderingen: Iterable[Verandering], plaats: int | None) -> list[str]:
    """The same as sentences, one per question: for a cell.

    Args:
        plaats: the place that the topic has now.
    """
    zinnen = []
    for tak in (_tak(verandering, plaats) for verandering in veranderingen):
        erbij = "; ".join(deel.zin for deel in tak.takken)
        zinnen.append(als_zin(f"{tak.zin} {erbij}".rstrip()))
    return zinnen


def _tak(verandering: Verandering, plaats: int | None) -> Tak:
    zou = _ZOU[verandering.doel]
    if not verandering.mogelijkheden:
        return Tak(niets_zin(verandering, plaats), tuple(map(Tak, verandering.belet)))
    if len(verandering.mogelijkheden) == 1:
        (enige,) = verandering.mogelijkheden
        if len(enige.wijzigingen) == 1:
            return Tak(f"{zou} als dit anders was: {_mogelijkheid(enige)}.")
        return Tak(
            f"{zou} als dit alles anders was:",
            tuple(Tak(wijziging_zin(w)) for w in enige.wijzigingen),
        )
    return Tak(
        f"{zou} als één hiervan anders was:",
        tuple(Tak(_mogelijkheid(mogelijkheid)) for mogelijkheid in verandering.mogelijkheden),
    )


def _mogelijkheid(mogelijkheid: Mogelijkheid) -> str:
    zin = opsomming(map(wijziging_zin, mogelijkheid.wijzigingen), "en")
    return zin if mogelijkheid.plaats is None else f"{zin}; dan plaats {mogelijkheid.plaats}"


def niets_zin(verandering: Verandering, plaats: int | None) -> str:
    """Why no change is told, in a sentence."""
    doel = verandering.doel
    if doel == "toelating":
        return "Geen enkel ander feit is genoeg, want de regels vragen samen wat niet kan."
    if doel == "hoger" and plaats == 1:
        return "Hoger staan kan niet, want het staat op plaats 1."
    return f"Om {OM_TE[doel]}, is één ander feit of één ander gewicht niet genoeg."


def wijziging_zin(wijziging: Wijziging) -> str:
    """One change, beside how it is now: «raakt ook Rivierenland (nu: raakt alleen …)»."""
    if isinstance(wijziging, Gewichtwijziging):
        titel = in_zin(wijziging.criterium.titel)
        return f"gewicht van {titel}: {wijziging.nieuw} (nu: {wijziging.gewicht})"
    if isinstance(wijziging, Stemwijziging):
        return _stemzin(wijziging)
    gevonden, nu = wijziging.gevonden, wijziging.nu
    if gevonden is None:
        nu = "onbekend"
    elif not wijziging.dan:
        nu = f"{gevonden}; {nu}" if nu and gevonden not in ("ja", "nee") else str(gevonden)
    dan = wijziging.dan or f"{in_zin(wijziging.veld.omschrijving)}: {wijziging.gevraagd}"
    return f"{dan} (nu: {nu})"


def _stemzin(wijziging: Stemwijziging) -> str:
    """«veiligheid: 2 gemeenten meer zeggen ja (nu: 9 ja, 4 nee; 2 van: Druten, …)»."""
    aantal, wie = wijziging.aantal, wijziging.wie
    namen = ", ".join(lid.naam for lid in wie)  # some names hold «en»
    welke = f"{aantal} van: {namen}" if len(wie) > aantal else f"namelijk {namen}"
    return f"{stemmen_zin(wijziging)} (nu: {telling_tekst(wijziging.telling)}; {welke})"


def stemmen_zin(wijziging: Stemwijziging) -> str:
    """«veiligheid: 2 gemeenten meer zeggen ja»."""
    zeggen = "zegt" if wijziging.aantal == 1 else "zeggen"
    wie = wijziging.woord.geteld(wijziging.aantal)
    return f"{in_zin(wijziging.criterium.titel)}: {wie} meer {zeggen} {wijziging.nieuw}"


def verandering_rijen(
    code: str, veranderingen: Iterable[Verandering], plaats: int | None
) -> tuple[tuple[str | int, ...], ...]:
    """Rows for the flat table of the explanation, in its columns: one per change.

    Args:
        code: of the topic.
        plaats: the place that it has now.
    """
    rijen: list[tuple[str | int, ...]] = []
    for verandering in veranderingen:
        begin = (code, "verandering", _ZOU[verandering.doel])
        if not verandering.mogelijkheden:
            waarom = "; ".join((niets_zin(verandering, plaats), *verandering.belet))
            rijen.append((*begin, "niets", "", waarom))
        for mogelijkheid in verandering.mogelijkheden:
            dan = "" if mogelijkheid.plaats is None else f"plaats {mogelijkheid.plaats}"
            for wijziging in mogelijkheid.wijzigingen:
                rijen.append((*begin, dan, _nu(wijziging), wijziging_zin(wijziging)))
    return tuple((*rij, "", "", "", "", "") for rij in rijen)


def _nu(wijziging: Wijziging) -> str | int:
    if isinstance(wijziging, Gewichtwijziging):
        return wijziging.gewicht
    if isinstance(wijziging, Stemwijziging):
        return telling_tekst(wijziging.telling)
    return "onbekend" if wijziging.gevonden is None else wijziging.gevonden
