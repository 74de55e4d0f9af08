"""The explanation of one topic, for people and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.rangorde.ranglijst import STATUSNAMEN
from agenda.rangorde.score import als_data
from agenda.uitleg.uitleg import feit_van
from agenda.weergave.besluit import vastgesteld_json, vastgesteld_zin
from agenda.weergave.getallen import afgerond, score_csv
from agenda.weergave.indeling.uitleg import indeling_rijen
from agenda.weergave.jaar.waarom import (
    jaarplan_takken,
    jaarplan_van_json,
    kalender_takken,
    kalender_van_json,
)
from agenda.weergave.kop import herkomst_json
from agenda.weergave.lezing import lezing_takken, punten_zin
from agenda.weergave.oordelen import (
    antwoord_tekst,
    som_tekst,
    stemmen_json,
    stemmen_rijen,
    stemmen_takken,
    zeggen_ja,
)
from agenda.weergave.samenhang.verbanden import takken_van, verbanden_json, verbanden_rijen
from agenda.weergave.uitleg.antwoord import antwoord_van
from agenda.weergave.uitleg.indeling import indelingen_json, indelingen_takken
from agenda.weergave.uitleg.kosten import kosten_data, kosten_takken
from agenda.weergave.uitleg.route import route_json, route_rijen, route_tak
from agenda.weergave.uitleg.verandering import verandering_json, verandering_rijen, verandering_tak
from agenda.weergave.vormen import (
    Tabel,
    Tak,
    Weergave,
    boom_md,
    boom_tekst,
    boven_tekst,
    md_tekst,
)
from agenda.weergave.woorden import (
    als_kop,
    als_zin,
    heeft_plek,
    hoogstens_json,
    hoogstens_tekst,
    periode_json,
    periode_tekst,
    punten_tekst,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.tag import Tag
    from agenda.uitleg.jaaragenda import Jaaragenda
    from agenda.uitleg.uitleg import Criterium, Reden, Uitgangspunt, Uitleg
    from regels.model import Regel

KOPPEN = (
    *("Code", "Soort", "Regel", "Uitkomst", "Gevonden", "Verwacht"),
    *("Gewicht", "Punten", "Onderbouwing", "Bron", "Lezing"),
)
"""The columns of the flat table of an explanation."""


def toon_uitleg(agenda: Jaaragenda, code: str, *, met_route: bool = False) -> Weergave:
    """The answer and all that is told of one topic: as a tree for people, as data for programs.

    Args:
        met_route: whether people read the whole route; programs always do.

    Raises:
        OnbekendOnderwerp: the list has no such topic.
    """
    onderwerp = agenda.uitleg(code).onderwerp
    kop = f"{onderwerp.titel} ({code})"
    return Weergave(
        json=lambda: _json(agenda, code),
        tekst=lambda breedte: (
            boven_tekst(kop, breedte)
            + boven_tekst(antwoord_van(agenda, code), breedte)
            + boom_tekst(_boom(agenda, code, met_route=met_route), breedte)
        ),
        md=lambda: "\n\n".join(
            (
                f"# {md_tekst(kop)}",
                *filter(None, [md_tekst(antwoord_van(agenda, code))]),
                boom_md(_boom(agenda, code, met_route=met_route)),
            )
        ),
        csv=lambda: _plat(agenda, code),
    )


def _json(agenda: Jaaragenda, code: str) -> dict[str, Any]:
    vastgesteld = agenda.vastgesteld(code)
    return {
        "schema": "agenda/uitleg/1",
        **uitleg_json(agenda, code),
        **jaarplan_van_json(agenda, code),
        **kalender_van_json(agenda, code),
        **(vastgesteld_json(vastgesteld) if vastgesteld else {}),
        "herkomst": herkomst_json(agenda.ranglijst),
    }


def uitleg_json(agenda: Jaaragenda, code: str) -> dict[str, Any]:
    """All that is told of one topic, without what is the same for every topic of the list."""
    uitleg, profiel = agenda.uitleg(code), agenda.ranglijst.profiel
    citeer = profiel.citeer
    return {
        "code": uitleg.onderwerp.code,
        "titel": uitleg.onderwerp.titel,
        "thema": uitleg.onderwerp.thema,
        "toelichting": uitleg.onderwerp.toelichting,
        "status": uitleg.status,
        "plaats": uitleg.plaats,
        **hoogstens_json("deelt_met", [onderwerp.code for onderwerp in uitleg.deelt_met]),
        "uitgangspunten": [
            {
                "regel": deel.regel.code,
                "titel": deel.regel.titel,
                "uitkomst": deel.uitkomst,
                "bron": citeer(deel.regel.bron),
                "lezing": deel.regel.bron.lezing,
                **periode_json(deel.regel),
                "zin": deel.regel.zin,
                "voorwaarden": [_voorwaarde_json(reden) for reden in deel.voorwaarden],
            }
            for deel in uitleg.uitgangspunten
        ],
        "criteria": [
            {
                "criterium": deel.regel.code,
                "titel": deel.regel.titel,
                "waarde": deel.waarde,
                "gewicht": deel.gewicht,
                "punten": als_data(deel.punten),
                "onderbouwing": uitleg.tag(deel).onderbouwing,
                "bron": uitleg.tag(deel).bron,
                "lezing": uitleg.tag(deel).lezing,
                **({"oordelen": stemmen_json(deel.stemmen)} if deel.stemmen else {}),
                "zin": deel.regel.zin,
                "bron_regel": citeer(deel.regel.bron),
                "lezing_regel": deel.regel.bron.lezing,
                **periode_json(deel.regel),
            }
            for deel in uitleg.criteria
        ],
        "score": als_data(uitleg.score) if uitleg.criteria else None,
        "score_max": als_data(uitleg.score_max) if uitleg.criteria else None,
        "lezingen": uitleg.lezingen.lezingen,
        "samenhang": verbanden_json(agenda.verbanden(code), profiel),
        "kleinste_verandering": verandering_json(agenda.veranderingen(code)),
        **indelingen_json(agenda, code),
        **kosten_data(agenda, code),
        "route": route_json(agenda.route(code), profiel),
    }


def _regel_takken(regel: Regel, profiel: Profiel) -> list[Tak]:
    """What a rule says, where it stands, and when it is in force."""
    bron = Tak(f"Bron van de regel: {profiel.citeer(regel.bron)}", lezing_takken(regel.bron.lezing))
    return [Tak(regel.zin), bron, Tak(f"Geldt {periode_tekst(regel)}")]


def _voorwaarde_json(reden: Reden) -> dict[str, Any]:
    return {
        "veld": reden.veld,
        "gevonden": "onbekend" if reden.gevonden is None else reden.gevonden,
        "verwacht": reden.verwacht,
        "uitkomst": reden.uitkomst,
        "toelichting": reden.toelichting,
    }


def _boom(agenda: Jaaragenda, code: str, *, met_route: bool) -> tuple[Tak, ...]:
    uitleg, vastgesteld = agenda.uitleg(code), agenda.vastgesteld(code)
    lijst, profiel = agenda.ranglijst, agenda.ranglijst.profiel
    kop = [Tak(f"Status: {STATUSNAMEN[uitleg.status]}")] if heeft_plek(lijst) else []
    if uitleg.onderwerp.toelichting:
        kop.append(Tak(f"Toelichting: {uitleg.onderwerp.toelichting}"))
    if lijst.toetst:
        uitgangspunten = (_uitgangspunt(deel, profiel) for deel in uitleg.uitgangspunten)
        kop.append(Tak("Uitgangspunten: mag dit op de agenda?", tuple(uitgangspunten)))
    if lijst.rangschikt:
        kop += _weging(agenda, uitleg)
    veranderingen, route = agenda.veranderingen(code), agenda.route(code)
    return (
        *kop,
        *([Tak(vastgesteld_zin(vastgesteld))] if vastgesteld else []),
        *(
            [verandering_tak(veranderingen, uitleg.plaats, berekend=agenda.wijkt_af)]
            if veranderingen
            else []
        ),
        *jaarplan_takken(agenda, code),
        *kalender_takken(agenda, code),
        *indelingen_takken(agenda, code),
        *kosten_takken(agenda, code),
        *_samenhang(agenda, code),
        route_tak(route, profiel, uitleg.status)
        if met_route or not route.stappen
        else _naar_route(code),
    )


def _naar_route(code: str) -> Tak:
    return Tak(f"Wie bespreekt en wie beslist? Dat toont: agenda waarom {code} --route")


def _samenhang(agenda: Jaaragenda, code: str) -> Iterator[Tak]:
    """What it is tied to, in an agenda where anything is."""
    if not agenda.samenhang.leeg:
        takken = takken_van(agenda.verbanden(code), agenda.ranglijst.profiel)
        yield Tak("Samenhang: wat hangt hiermee samen?", tuple(takken))


def _weging(agenda: Jaaragenda, uitleg: Uitleg) -> list[Tak]:
    """The criteria, and what they add up to."""
    profiel, berekend = agenda.ranglijst.profiel, agenda.wijkt_af
    criteria = (_criterium(deel, uitleg.tag(deel), profiel) for deel in uitleg.criteria)
    deelt = (Tak(_deelt(uitleg, berekend=berekend)),) if uitleg.deelt_met else ()
    return [
        Tak("Criteria: hoe zwaar telt het?", tuple(criteria)),
        Tak(_score(uitleg, berekend=berekend), deelt),
    ]


def _uitgangspunt(deel: Uitgangspunt, profiel: Profiel) -> Tak:
    return Tak(
        f"{deel.uitkomst.upper()} · {deel.regel.titel}",
        (
            *_regel_takken(deel.regel, profiel),
            *(
                Tak(f"{als_kop(reden.uitkomst)}: {als_zin(feit_van(reden))}")
                for reden in deel.voorwaarden
            ),
        ),
    )


def _gevonden(reden: Reden) -> str:
    waarde = "onbekend" if reden.gevonden is None else reden.gevonden
    herkomst = f" ({reden.toelichting})" if reden.toelichting else ""
    return f"{reden.omschrijving}: gevonden {waarde}{herkomst}"


def _criterium(deel: Criterium, tag: Tag, profiel: Profiel) -> Tak:
    takken = _regel_takken(deel.regel, profiel)
    if deel.stemmen:
        takken += stemmen_takken(deel.stemmen, profiel)
    elif tag.onderbouwing:
        takken.append(Tak(f"Onderbouwing: {tag.onderbouwing}"))
    elif deel.waarde == "ja":
        takken.append(Tak("Onderbouwing: ontbreekt"))
    if tag.bron:
        takken.append(Tak(f"Bron: {tag.bron}"))
    takken += lezing_takken(tag.lezing)
    punten = f"{deel.punten} van {punten_tekst(deel.gewicht)}"
    if deel.telling:
        punten = f"{zeggen_ja(deel.telling, profiel)}: {punten}"
    return Tak(f"{deel.waarde.upper()} · {deel.regel.titel}: {punten}", tuple(takken))


def _score(uitleg: Uitleg, *, berekend: bool) -> str:
    score = f"Score: {som_tekst(uitleg)}"
    if uitleg.score_max > uitleg.score:
        hoogst = afgerond(uitleg.score_max)
        score += f" (hoogstens {hoogst}, als het onbekende ja blijkt)"
    if lezing := punten_zin(uitleg.lezingen, uitleg.score):
        score += f"; {lezing}"
    if uitleg.plaats is None:
        return f"{score}. Geen plaats: het onderwerp is {STATUSNAMEN[uitleg.status]}"
    plaats = "Berekende plaats" if berekend else "Plaats"
    return f"{score}. {plaats} {uitleg.plaats}{' (gedeeld)' if uitleg.deelt_met else ''}"


def _deelt(uitleg: Uitleg, *, berekend: bool) -> str:
    namen = [f"{onderwerp.titel} ({onderwerp.code})" for onderwerp in uitleg.deelt_met]
    return f"Dezelfde {'berekende ' if berekend else ''}plaats hebben: {hoogstens_tekst(namen)}"


def _plat(agenda: Jaaragenda, code: str) -> Tabel:
    uitleg, profiel = agenda.uitleg(code), agenda.ranglijst.profiel
    rijen = [
        (
            code,
            "uitgangspunt",
            deel.regel.titel,
            reden.uitkomst,
            _gevonden(reden),
            reden.verwacht,
            "",
            "",
            "",
            profiel.citeer(deel.regel.bron),
            deel.regel.bron.lezing,
        )
        for deel in uitleg.uitgangspunten
        for reden in deel.voorwaarden
    ]
    return Tabel(
        "Uitleg",
        KOPPEN,
        (
            *rijen,
            *(
                (
                    code,
                    "criterium",
                    deel.regel.titel,
                    deel.waarde,
                    antwoord_tekst(deel.waarde, deel.telling),
                    "ja",
                    deel.gewicht,
                    score_csv(deel.punten),
                    uitleg.tag(deel).onderbouwing,
                    uitleg.tag(deel).bron,
                    uitleg.tag(deel).lezing,
                )
                for deel in uitleg.criteria
            ),
            *(rij for deel in uitleg.criteria for rij in stemmen_rijen(code, deel, profiel)),
            *verandering_rijen(code, agenda.veranderingen(code), uitleg.plaats),
            *indeling_rijen(code, agenda.indelingsuitleg(code), profiel),
            *verbanden_rijen(agenda.verbanden(code), profiel),
            *route_rijen(code, agenda.route(code), profiel),
        ),
    )
