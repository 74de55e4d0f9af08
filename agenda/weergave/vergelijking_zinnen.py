"""What a comparison says in sentences: where topics stood, what moved them, what is different."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from agenda.ranglijst import STATUSNAMEN, Geplaatst
from agenda.vergelijking.stappen import Gewichtverschil, Regelverschil
from agenda.weergave.ranglijst import plaats_tekst
from regels.fouten import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from agenda.ranglijst import Beoordeeld
    from agenda.vergelijking.stand import Stapgevolg
    from agenda.vergelijking.stappen import Kennisverschil, Stapnaam, Verschil
    from agenda.vergelijking.vergelijken import Overgenomen, Vergelijking
    from agenda.vergelijking.wijzigingen import Veldwaarde, Wijziging
    from regels.model import Oordeel, Regel, Veld

STAPNAMEN: dict[Stapnaam, str] = {
    "peildatum": "de peildatum",
    "kennis": "de kennis van de regio",
    "regels": "de regels",
    "gewichten": "de gewichten",
    "eigen": "eigen gegevens",
    "anderen": "andere onderwerpen",
}
"""What moved a topic, as it reads after «door»."""

VELDNAMEN = {
    "titel": "Titel",
    "toelichting": "Toelichting",
    "thema": "Thema",
    "plannen": "Plannen",
    "voorstellen": "Voorstellen",
    "regios": "Regio's",
    "afstemming_nodig": "Afstemming nodig",
    "afhankelijk_van": "Afhankelijk van",
    "inspanning_fte": "Inspanning (fte)",
    "kosten_euro": "Kosten (€)",
    "bevoegdheid": "Bevoegdheid",
    "ingediend_door": "Ingediend door",
}
_GEBEURD = {
    "nieuw": ("was er niet", "nieuw"),
    "weg": ("was er", "weg"),
    "geldt": ("gold niet", "geldt"),
    "geldt niet": ("gold", "geldt niet"),
}
_MEERVOUD = {
    "plan": "plannen",
    "voorstel": "voorstellen",
    "thema": "thema's",
    "deelregio": "deelregio's",
    "gemeente": "gemeenten",
    "document": "documenten",
}
_MAX_NAMEN = 3
_MAX_TEKST = 120


def waar(beoordeeld: Geplaatst | Beoordeeld) -> str:
    """Where a topic stands: «3», «3 (gedeeld)» or its status."""
    return plaats_tekst(beoordeeld) if isinstance(beoordeeld, Geplaatst) else beoordeeld.waar


def verschuiving(plaatsen: int) -> str:
    """«2 hoger», «1 lager» or «even hoog»."""
    if plaatsen == 0:
        return "even hoog"
    return f"{abs(plaatsen)} {'hoger' if plaatsen > 0 else 'lager'}"


def waardoor(deel: Overgenomen, vergelijking: Vergelijking) -> list[str]:
    """A sentence for each step that moved a topic, or changed its status."""
    return [stap_zin(gevolg, deel, vergelijking) for gevolg in deel.stappen if gevolg.telt]


def waardoor_status(deel: Overgenomen, vergelijking: Vergelijking) -> list[str]:
    """Only what changed its status; when that is one step, without the status itself."""
    stappen = [gevolg for gevolg in deel.stappen if gevolg.andere_status]
    if len(stappen) > 1:
        return [stap_zin(gevolg, deel, vergelijking) for gevolg in stappen]
    return [
        f"{STAPNAMEN[gevolg.stap]}: {'; '.join(_redenen(gevolg, deel, vergelijking))}"
        for gevolg in stappen
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
    punten = [f"score {was} → {wordt}"] if was != wordt else []
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
        telt = soort == "uitgangspunt" or "ja" in (oordeel.was, oordeel.wordt)
        if oordeel.regel.soort == soort and telt:
            zin = f"{oordeel.regel.titel}: {oordeel.was} → {oordeel.wordt}"
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


def verschil_woorden(verschil: Verschil, velden: Mapping[str, Veld]) -> tuple[str, str, str]:
    """What is different about the measure: what, before, after.

    Args:
        velden: the fields that rules use, by name.
    """
    if isinstance(verschil, Gewichtverschil):
        return f"Gewicht van {verschil.criterium.titel}", str(verschil.oud), str(verschil.nieuw)
    if isinstance(verschil, Regelverschil):
        was, wordt = (_vraagt(regel, velden) for regel in (verschil.oud, verschil.nieuw))
        naam = f"Regel «{verschil.regel.titel}»"
        if verschil.alleen_tekst:
            return naam, "vraagt hetzelfde", "andere woorden of bron"
        return naam, was, wordt
    naam = f"{verschil.soort.capitalize()} {verschil.code} «{verschil.titel}»"
    if verschil.wat == "gewijzigd":
        was, wordt = (
            "; ".join(f"{deel[0]}: {_kennis(deel[nummer])}" for deel in verschil.velden)
            for nummer in (1, 2)
        )
        return naam, was, wordt
    return naam, *_GEBEURD[verschil.wat]


def kennis_samen(verschillen: Sequence[Kennisverschil]) -> tuple[str, str, str]:
    """Many things of one kind to which the same happened: «25 voorstellen: 1, 2, 3 en nog 22»."""
    eerste, over = verschillen[0], len(verschillen) - _MAX_NAMEN
    codes = ", ".join(verschil.code for verschil in verschillen[:_MAX_NAMEN])
    naam = f"{len(verschillen)} {_MEERVOUD[eerste.soort]}: {codes} en nog {over}"
    if eerste.wat == "gewijzigd":
        velden = dict.fromkeys(veld for verschil in verschillen for veld, *_ in verschil.velden)
        return naam, "waren er", f"anders: {', '.join(velden)}"
    return naam, *_GEBEURD[eerste.wat]


def _kennis(waarde: object) -> str:
    """A value from a profile in words; what is itself a group of fields by its parts."""
    if isinstance(waarde, tuple):
        return ", ".join(map(_kennis, waarde)) or "geen"
    if is_dataclass(waarde):
        delen = (getattr(waarde, veld.name) for veld in fields(waarde))
        return " ".join(str(deel) for deel in delen if deel)
    return _waarde(None if waarde is None else str(waarde))


def _vraagt(regel: Regel | None, velden: Mapping[str, Veld]) -> str:
    """What a rule asks: «criterium: Veiligheid: ja»."""
    if regel is None:
        return "geen regel"
    eisen = (f"{velden[v.veld].omschrijving}: {v.verwacht}" for v in regel.als)
    return f"{regel.soort}: {'; '.join(eisen)}"


def wijziging_woorden(wijziging: Wijziging, titels: Mapping[str, str]) -> tuple[str, str, str]:
    """What is filled in differently: what, before, after.

    Args:
        titels: criterion → title.
    """
    if wijziging.deel:
        titel = titels.get(wijziging.veld, wijziging.veld)
        naam = titel if wijziging.deel == "waarde" else f"{wijziging.deel.capitalize()} {titel}"
    else:
        naam = VELDNAMEN[wijziging.veld]
    oud, nieuw = _waarde(wijziging.oud), _waarde(wijziging.nieuw)
    if wijziging.veld == "inspanning_fte":
        oud, nieuw = oud.replace(".", ","), nieuw.replace(".", ",")
    return naam, oud, nieuw


def _waarde(waarde: Veldwaarde) -> str:
    if waarde is None:
        return "niet ingevuld"
    if isinstance(waarde, tuple):
        return ", ".join(map(str, waarde)) or "geen"
    tekst = " ".join(str(waarde).split()) or "leeg"
    return tekst if len(tekst) <= _MAX_TEKST else f"{tekst[: _MAX_TEKST - 1]}…"
