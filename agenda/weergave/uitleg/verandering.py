"""The smallest change, as a part of the explanation of one topic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeGuard

from agenda.rangorde.ranglijst import TOP
from agenda.uitleg.wijziging import Feitwijziging, Gewichtwijziging, Stemwijziging
from agenda.weergave.oordelen import telling_tekst
from agenda.weergave.vormen import Tak
from agenda.weergave.woorden import als_kop, in_zin
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agenda.uitleg.wijziging import Doel, Mogelijkheid, Verandering, Wijziging
    from regels.model import Waarde

_ZOU = {
    "toelating": "Zou worden toegelaten",
    "hoger": "Zou hoger staan",
    "lager": "Zou lager staan",
    "in-top": f"Zou in de top {TOP} komen",
    "uit-top": f"Zou uit de top {TOP} gaan",
}


_KORT: dict[Doel, str] = {
    "toelating": "komt op de agenda",
    "hoger": "hoger",
    "lager": "lager",
    "in-top": f"bij de eerste {TOP}",
    "uit-top": f"uit de eerste {TOP}",
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
            "zin": _zin(wijziging),
        }
    if isinstance(wijziging, Stemwijziging):
        return {
            "soort": "oordelen",
            "criterium": wijziging.criterium.code,
            "nu": wijziging.telling._asdict(),
            "nieuw": wijziging.nieuw,
            "aantal": wijziging.aantal,
            "gemeenten": [lid.code for lid in wijziging.wie],
            "zin": _zin(wijziging),
        }
    return {
        "soort": "feit",
        "veld": wijziging.veld.naam,
        "nu": _nu(wijziging),
        "nieuw": wijziging.nieuw,
        "gevraagd": wijziging.gevraagd,
        "zin": _zin(wijziging),
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


def verandering_zinnen(veranderingen: Iterable[Verandering], plaats: int | None) -> Iterator[str]:
    """The same in a few sentences; questions with the same answer are told in one.

    Args:
        plaats: the place that the topic has now; nothing is said of higher than the first.
    """
    per_antwoord: dict[tuple[str, ...], list[Doel]] = {}
    for verandering in veranderingen:
        if verandering.doel == "hoger" and plaats == 1:
            continue
        mogelijk = tuple(_samengenomen(verandering.mogelijkheden))
        niets = (f": {_niets(verandering, plaats)}", *verandering.belet)
        per_antwoord.setdefault(mogelijk or niets, []).append(verandering.doel)
    for antwoord, doelen in per_antwoord.items():
        kop = als_kop(opsomming((_KORT[doel] for doel in doelen), "en"))
        yield f"{kop}{'; of '.join(antwoord)}."


def _samengenomen(mogelijkheden: Iterable[Mogelijkheid]) -> Iterator[str]:
    """Each possibility; answers that lead to one place together: « (plaats 5) met ja op a of b»."""
    antwoorden: dict[tuple[int | None, Waarde], list[str]] = {}
    andere = []
    for mogelijkheid in mogelijkheden:
        wijziging = mogelijkheid.wijzigingen[0]
        if len(mogelijkheid.wijzigingen) == 1 and _is_antwoord(wijziging):
            sleutel = (mogelijkheid.plaats, wijziging.nieuw)
            antwoorden.setdefault(sleutel, []).append(in_zin(wijziging.veld.omschrijving))
        else:
            dan = "; ".join(map(_dan, mogelijkheid.wijzigingen))
            waar = "" if mogelijkheid.plaats is None else f" (plaats {mogelijkheid.plaats})"
            andere.append(f"{waar} als dit anders was: {dan}")
    for (plaats, nieuw), velden in antwoorden.items():
        waar = "" if plaats is None else f" (plaats {plaats})"
        yield f"{waar} met {nieuw} op {opsomming(velden)}"
    yield from andere


def _dan(wijziging: Wijziging) -> str:
    """One change, without how it is now."""
    if isinstance(wijziging, Feitwijziging):
        return wijziging.dan or f"{in_zin(wijziging.veld.omschrijving)}: {wijziging.gevraagd}"
    return _stemmen(wijziging) if isinstance(wijziging, Stemwijziging) else _zin(wijziging)


def _is_antwoord(wijziging: Wijziging) -> TypeGuard[Feitwijziging]:
    """Whether only a ja or a nee is asked."""
    return (
        isinstance(wijziging, Feitwijziging)
        and not wijziging.dan
        and wijziging.gevraagd in ("ja", "nee")
    )


def _tak(verandering: Verandering, plaats: int | None) -> Tak:
    zou = _ZOU[verandering.doel]
    if not verandering.mogelijkheden:
        return Tak(f"{zou}: {_niets(verandering, plaats)}", tuple(map(Tak, verandering.belet)))
    if len(verandering.mogelijkheden) == 1:
        (enige,) = verandering.mogelijkheden
        if len(enige.wijzigingen) == 1:
            return Tak(f"{zou} als: {_mogelijkheid(enige)}")
        return Tak(
            f"{zou} als dit alles anders was", tuple(Tak(_zin(w)) for w in enige.wijzigingen)
        )
    return Tak(
        f"{zou} als één hiervan anders was",
        tuple(Tak(_mogelijkheid(mogelijkheid)) for mogelijkheid in verandering.mogelijkheden),
    )


def _mogelijkheid(mogelijkheid: Mogelijkheid) -> str:
    zin = opsomming(map(_zin, mogelijkheid.wijzigingen), "en")
    return zin if mogelijkheid.plaats is None else f"{zin}; dan plaats {mogelijkheid.plaats}"


def _niets(verandering: Verandering, plaats: int | None) -> str:
    """Why no change is told."""
    if verandering.doel == "toelating":
        return "dat kan met geen ander feit, want de regels vragen samen wat niet kan"
    if verandering.doel == "hoger" and plaats == 1:
        return "dat kan niet, want het staat op plaats 1"
    return "één ander feit of één ander gewicht is daarvoor niet genoeg"


def _zin(wijziging: Wijziging) -> str:
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
    return f"{_stemmen(wijziging)} (nu: {telling_tekst(wijziging.telling)}; {welke})"


def _stemmen(wijziging: Stemwijziging) -> str:
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
            waarom = "; ".join((_niets(verandering, plaats), *verandering.belet))
            rijen.append((*begin, "niets", "", waarom))
        for mogelijkheid in verandering.mogelijkheden:
            dan = "" if mogelijkheid.plaats is None else f"plaats {mogelijkheid.plaats}"
            for wijziging in mogelijkheid.wijzigingen:
                rijen.append((*begin, dan, _nu(wijziging), _zin(wijziging)))
    return tuple((*rij, "", "", "", "", "") for rij in rijen)


def _nu(wijziging: Wijziging) -> str | int:
    if isinstance(wijziging, Gewichtwijziging):
        return wijziging.gewicht
    if isinstance(wijziging, Stemwijziging):
        return telling_tekst(wijziging.telling)
    return "onbekend" if wijziging.gevonden is None else wijziging.gevonden
