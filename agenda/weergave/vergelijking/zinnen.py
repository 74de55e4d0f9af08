"""What a comparison says in sentences: where topics stood, and what moved them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.rangorde.ranglijst import STATUSNAMEN
from agenda.weergave.getallen import score_getal
from agenda.weergave.oordelen import antwoord_tekst
from agenda.weergave.woorden import plaats_tekst
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from agenda.rangorde.ranglijst import Beoordeeld, Uitslag
    from agenda.vergelijking.positie import Stapgevolg
    from agenda.vergelijking.stappen import Stapnaam
    from agenda.vergelijking.vergelijken import Overgenomen, Vergelijking
    from regels.model import Oordeel, Veld

STAPNAMEN: dict[Stapnaam, str] = {
    "peildatum": "de peildatum",
    "kennis": "de kennis van de regio",
    "regels": "de regels",
    "gewichten": "de gewichten",
    "eigen": "eigen gegevens",
    "anderen": "andere onderwerpen",
}
"""What moved a topic, as it reads after «door»."""

_MAX_NAMEN = 3


def waar(beoordeeld: Beoordeeld) -> str:
    """Where a topic stands: «3», «3 (gedeeld)» or its status."""
    return plaats_tekst(beoordeeld) or beoordeeld.waar


def verschuiving(plaatsen: int) -> str:
    """«2 hoger», «1 lager» or «even hoog»."""
    if plaatsen == 0:
        return "even hoog"
    return f"{abs(plaatsen)} {'hoger' if plaatsen > 0 else 'lager'}"


def waardoor(deel: Overgenomen, vergelijking: Vergelijking) -> list[str]:
    """A sentence for each step that moved a topic, or changed its status."""
    return [stap_zin(gevolg, deel, vergelijking) for gevolg in deel.stappen if gevolg.telt]


def waardoor_status(deel: Overgenomen, vergelijking: Vergelijking) -> list[str]:
    """Only what changed its status; when that is one step, without the status itself.

    What keeps the topic off the list in the end can be another thing; then that stands below it.
    """
    stappen = [gevolg for gevolg in deel.stappen if gevolg.andere_status]
    if len(stappen) > 1:
        zinnen = [stap_zin(gevolg, deel, vergelijking) for gevolg in stappen]
    else:
        zinnen = [
            f"{STAPNAMEN[gevolg.stap]}: {'; '.join(_redenen(gevolg, deel, vergelijking))}"
            for gevolg in stappen
        ]
    toen, nu = (
        _belet(uitslag, vergelijking) for uitslag in (stappen[-1].naar.uitslag, deel.nieuw.uitslag)
    )
    return zinnen if toen == nu else [*zinnen, f"nu: {'; '.join(nu)}"]


def _belet(uitslag: Uitslag, vergelijking: Vergelijking) -> list[str]:
    """The uitgangspunten that decide on a status that is not «toegelaten», with what they lack."""
    beslist = {"niet-toegelaten": "nee", "onbeslist": "onbekend"}.get(uitslag.status)
    return [
        f"{o.regel.titel}: {o.uitkomst}, want {opsomming(_tekort(o, vergelijking.velden), 'en')}"
        for o in uitslag.uitgangspunten
        if o.uitkomst == beslist
    ]


def stap_zin(gevolg: Stapgevolg, deel: Overgenomen, vergelijking: Vergelijking) -> str:
    """«2 hoger door eigen gegevens (Veiligheid: nee → ja)»."""
    if gevolg.andere_status:
        wat = f"{STATUSNAMEN[gevolg.van.status]} → {STATUSNAMEN[gevolg.naar.status]}"
    elif gevolg.plaatsen:
        wat = verschuiving(gevolg.plaatsen)
    else:
        wat = "plaats nu gedeeld" if gevolg.naar.gedeeld else "plaats niet meer gedeeld"
    redenen = _redenen(gevolg, deel, vergelijking)
    return f"{wat} door {STAPNAMEN[gevolg.stap]} ({'; '.join(redenen)})"


def _redenen(gevolg: Stapgevolg, deel: Overgenomen, vergelijking: Vergelijking) -> list[str]:
    """Why a step did what it did: other outcomes, or else other points, or else other topics."""
    was, wordt = gevolg.van.uitslag.score, gevolg.naar.uitslag.score
    punten = [f"score {score_getal(was)} → {score_getal(wordt)}"] if was != wordt else []
    return [*_oordelen(gevolg, vergelijking)] or punten or [*_passanten(gevolg, deel, vergelijking)]


def _passanten(gevolg: Stapgevolg, deel: Overgenomen, vergelijking: Vergelijking) -> Iterator[str]:
    wie = vergelijking.passanten(deel, gevolg)
    soorten = (
        {"nu erboven": wie.erboven, "niet meer erboven": wie.niet_meer}
        if gevolg.plaatsen
        else {"nu gelijk": wie.gelijk, "niet meer gelijk": wie.niet_meer_gelijk}
    )
    for soort, codes in soorten.items():
        if codes:
            yield f"{soort}: {_namen(codes, vergelijking)}"


def _namen(codes: Sequence[str], vergelijking: Vergelijking) -> str:
    """«a, b (nieuw), c en nog 4»."""
    alleen = vergelijking.alleen
    namen = [f"{c} ({alleen[c]})" if c in alleen else c for c in codes[:_MAX_NAMEN]]
    over = len(codes) - _MAX_NAMEN
    return f"{', '.join(namen)} en nog {over}" if over > 0 else opsomming(namen, "en")


def _oordelen(gevolg: Stapgevolg, vergelijking: Vergelijking) -> Iterator[str]:
    """The rules by which a step changes what a topic gets, each with what became of it.

    When the status changes that is about admission, else about points.
    """
    velden = vergelijking.velden
    soort = "uitgangspunt" if gevolg.andere_status else "criterium"
    for oordeel in gevolg.oordelen:
        telt = soort == "uitgangspunt" or {"ja", "verdeeld"} & {oordeel.was, oordeel.wordt}
        if oordeel.regel.soort == soort and telt:
            geteld_voor, geteld_na = oordeel.tellingen
            was = antwoord_tekst(oordeel.was, geteld_voor)
            zin = f"{oordeel.regel.titel}: {was} → {antwoord_tekst(oordeel.wordt, geteld_na)}"
            tekort = _tekort(oordeel.nieuw, velden) if oordeel.nieuw else []
            yield f"{zin}, want {opsomming(tekort, 'en')}" if tekort else zin


def _tekort(oordeel: Oordeel, velden: Mapping[str, Veld]) -> list[str]:
    """The facts that keep an uitgangspunt from holding, with what it asks."""
    if oordeel.regel.soort != "uitgangspunt":
        return []
    return [
        f"{velden[toets.voorwaarde.veld].omschrijving}:"
        f" {'onbekend' if toets.gevonden is None else toets.gevonden},"
        f" gevraagd {toets.voorwaarde.verwacht}"
        for toets in oordeel.toetsen
        if toets.uitkomst == oordeel.uitkomst != "ja"
    ]
