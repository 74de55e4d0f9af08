"""What one topic is tied to, in words and as data: building blocks for several results."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.weergave.lezing import bron_met_lezing
from agenda.weergave.vormen import Tak
from agenda.weergave.woorden import hoogstens_json, hoogstens_tekst
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agenda.kennis.profiel import Profiel
    from agenda.rangorde.ranglijst import Beoordeeld
    from agenda.samenhang.samenhang import Dekking, Samenhang, Verbanden

NIETS = (Tak("geen"),)


def codes_van(leden: Iterable[Beoordeeld]) -> list[str]:
    """The codes of topics, in their order."""
    return [lid.code for lid in leden]


def dekking_json(dekking: Dekking) -> dict[str, Any]:
    """A proposal and the topics that serve it."""
    return {
        "voorstel": dekking.voorstel.nummer,
        "titel": dekking.voorstel.titel,
        "thema": dekking.voorstel.thema,
        "staat": dekking.voorstel.staat,
        "lezing": dekking.voorstel.bron.lezing,
        "toegelaten": codes_van(dekking.toegelaten),
        "onbeslist": codes_van(dekking.onbeslist),
        "niet_toegelaten": codes_van(dekking.niet_toegelaten),
    }


def _dekking_kort(dekking: Dekking) -> dict[str, Any]:
    """The same beside one topic: the first of each list, and how many there are."""
    heel = dekking_json(dekking)
    for sleutel in ("toegelaten", "onbeslist", "niet_toegelaten"):
        heel |= hoogstens_json(sleutel, heel[sleutel])
    return heel


def takken_van(verbanden: Verbanden, profiel: Profiel) -> list[Tak]:
    """What a topic serves, what it needs and what waits for it, as lines of an explanation."""
    bijdragen = [
        Tak(
            voorstelnaam(dekking, profiel),
            (
                Tak(
                    f"{profiel.woorden.thema.kop}: {profiel.thema[dekking.voorstel.thema].naam}."
                    f" {staat_zin(dekking)}"
                ),
                Tak(f"Bron: {bron_met_lezing(dekking.voorstel.bron, profiel)}"),
                Tak(_met_anderen(dekking, verbanden.onderwerp)),
            ),
        )
        for dekking in verbanden.draagt_bij_aan
    ]
    niets = (Tak(zonder_voorstel_zin(verbanden.onderwerp)),)
    takken = []
    if profiel.voorstellen:
        kop = f"Draagt bij aan {profiel.woorden.voorstel.een}"
        takken.append(Tak(kop, tuple(bijdragen) or niets))
    takken.append(Tak("Kan pas na", leden_takken(verbanden.vereist)))
    if verbanden.daarvoor:
        takken.append(Tak("En daarvoor nog", leden_takken(verbanden.daarvoor)))
    takken.append(Tak("Hierop wachten", leden_takken(verbanden.wacht_hierop)))
    if verbanden.daarna:
        takken.append(Tak("En daarna nog", leden_takken(verbanden.daarna)))
    return takken


def verbanden_rijen(verbanden: Verbanden, profiel: Profiel) -> list[tuple[str | int, ...]]:
    """Rows for the flat table of the explanation, in its columns: one per tie."""
    code = verbanden.onderwerp.code
    rijen: list[tuple[str, ...]] = []
    for dekking in verbanden.draagt_bij_aan:
        wie = _met_anderen(dekking, verbanden.onderwerp)
        bron = dekking.voorstel.bron
        waar = profiel.citeer(bron), bron.lezing
        naam = voorstelnaam(dekking, profiel)
        rijen.append(("draagt bij aan", wie, naam, "", "", "", "", *waar))
    for wat, leden in (("kan pas na", verbanden.vereist), ("hierop wacht", verbanden.wacht_hierop)):
        rijen += [(wat, lid.waar, naam_van(lid), "", "", "", "", "", "") for lid in leden]
    return [(code, "samenhang", *rij) for rij in rijen]


def verbanden_json(verbanden: Verbanden, profiel: Profiel) -> dict[str, Any]:
    """The same as data."""
    code = verbanden.onderwerp.code
    return {
        "onderwerp": code,
        "voorstellen": [
            {
                **_dekking_kort(dekking),
                "bron": profiel.citeer(dekking.voorstel.bron),
                "enige": dekking.enige(code),
            }
            for dekking in verbanden.draagt_bij_aan
        ],
        "vereist": _leden_json(verbanden.vereist),
        "daarvoor": _leden_json(verbanden.daarvoor),
        "wacht_hierop": _leden_json(verbanden.wacht_hierop),
        "daarna": _leden_json(verbanden.daarna),
    }


def _leden_json(leden: Iterable[Beoordeeld]) -> list[dict[str, Any]]:
    return [
        {
            "code": lid.code,
            "status": lid.status,
            "plaats": lid.plaats,
        }
        for lid in leden
    ]


def voorstelnaam(dekking: Dekking, profiel: Profiel, *, begin: bool = True) -> str:
    """A proposal by its number and title; `begin` when it begins a sentence."""
    voorstel, woord = dekking.voorstel, profiel.woorden.voorstel
    return f"{woord.kop if begin else woord.een} {voorstel.nummer} ({voorstel.titel})"


def staat_zin(dekking: Dekking) -> str:
    """What became of a proposal."""
    return f"Staat: {dekking.voorstel.staat}"


def _met_anderen(dekking: Dekking, lid: Beoordeeld) -> str:
    """Whether a topic is the only one that serves a proposal, or who else does."""
    anderen = [
        ander
        for ander in (*dekking.toegelaten, *dekking.onbeslist, *dekking.niet_toegelaten)
        if ander.code != lid.code
    ]
    ook = f"ook: {hoogstens_tekst([*map(kort, anderen)], ', ')}" if anderen else ""
    if dekking.enige(lid.code):
        eerst = "Enig toegelaten onderwerp" if dekking.toegelaten else "Enig onderwerp, onbeslist"
        return f"{eerst}; {ook}" if ook else eerst
    return f"O{ook[1:]}" if ook else "Geen ander onderwerp draagt hieraan bij"


def naam_van(lid: Beoordeeld) -> str:
    """A topic by its title and code."""
    return f"{lid.titel} ({lid.code})"


def zonder_voorstel_zin(lid: Beoordeeld) -> str:
    """Why a topic serves no proposal; with a plan filled in, no proposal is a real «none»."""
    leeg = lid.onderwerp.voorstellen is None and lid.onderwerp.plannen is None
    return "niet ingevuld" if leeg else "geen"


def kort(lid: Beoordeeld) -> str:
    """A topic by its code, with where it stands if it can stand anywhere."""
    return f"{lid.code} ({lid.waar})" if lid.waar else lid.code


def naam_en_plek(lid: Beoordeeld, tussen: str = ": ") -> str:
    """A topic by its title and code, with where it stands if it can stand anywhere."""
    return f"{naam_van(lid)}{tussen}{lid.waar}" if lid.waar else naam_van(lid)


def kan_pas_na(lid: Beoordeeld, samenhang: Samenhang) -> Iterator[str]:
    """What must come first and where that stands, if anything must; it never changes a score."""
    if eerst := samenhang.vereist_door(lid.onderwerp):
        yield f"kan pas na {opsomming(map(kort, eerst), 'en')}"


def leden_takken(leden: Iterable[Beoordeeld]) -> tuple[Tak, ...]:
    """A line per topic; «geen» when there are none."""
    return tuple(Tak(naam_en_plek(lid)) for lid in leden) or NIETS
