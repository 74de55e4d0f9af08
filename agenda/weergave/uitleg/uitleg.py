"""The explanation of one topic: as a tree for people, beside the data for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.rangorde.ranglijst import STATUSNAMEN
from agenda.uitleg.uitleg import feit_van
from agenda.weergave.besluit import vastgesteld_zin
from agenda.weergave.getallen import afgerond
from agenda.weergave.jaar.waarom import jaarplan_takken, kalender_takken
from agenda.weergave.lezing import lezing_takken, punten_zin
from agenda.weergave.oordelen import som_tekst, stemmen_takken, zeggen_ja
from agenda.weergave.samenhang.verbanden import takken_van
from agenda.weergave.uitleg.antwoord import antwoord_van
from agenda.weergave.uitleg.indeling import indelingen_takken
from agenda.weergave.uitleg.kosten import kosten_takken
from agenda.weergave.uitleg.verandering import verandering_tak
from agenda.weergave.vormen import Tak, Weergave, boom_md, boom_tekst, boven_tekst, md_tekst
from agenda.weergave.woorden import (
    als_kop,
    als_zin,
    heeft_plek,
    hoogstens_tekst,
    periode_tekst,
    punten_tekst,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.tag import Tag
    from agenda.uitleg.jaaragenda import Jaaragenda
    from agenda.uitleg.uitleg import Criterium, Uitgangspunt, Uitleg
    from agenda.weergave.vormen import Tabel
    from regels.model import Regel


def toon_uitleg(agenda: Jaaragenda, code: str, *, met_route: bool = False) -> Weergave:
    """The answer and all that is told of one topic: as a tree for people, as data for programs.

    Args:
        met_route: whether people read the whole route; programs always do.

    Raises:
        OnbekendOnderwerp: the list has no such topic.
    """
    onderwerp = agenda.uitleg(code).onderwerp
    kop = f"{onderwerp.titel} ({code})"

    # The data are written by a module of their own, that people who read a tree need not wait for.
    def als_json() -> dict[str, Any]:
        from agenda.weergave.uitleg.data import uitleg_json

        return uitleg_json(agenda, code)

    def als_tabel() -> Tabel:
        from agenda.weergave.uitleg.data import uitleg_tabel

        return uitleg_tabel(agenda, code)

    return Weergave(
        json=als_json,
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
        csv=als_tabel,
    )


def _regel_takken(regel: Regel, profiel: Profiel) -> list[Tak]:
    """What a rule says, where it stands, and when it is in force."""
    bron = Tak(f"Bron van de regel: {profiel.citeer(regel.bron)}", lezing_takken(regel.bron.lezing))
    return [Tak(regel.zin), bron, Tak(f"Geldt {periode_tekst(regel)}")]


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
        _route(agenda, code) if met_route or not route.stappen else _naar_route(code),
    )


def _route(agenda: Jaaragenda, code: str) -> Tak:
    from agenda.weergave.uitleg.route import route_tak  # few ask for it

    return route_tak(agenda.route(code), agenda.ranglijst.profiel, agenda.uitleg(code).status)


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
        return f"{score}. Geen plaats, want het onderwerp is {STATUSNAMEN[uitleg.status]}."
    plaats = "Berekende plaats" if berekend else "Plaats"
    return f"{score}. {plaats} {uitleg.plaats}{' (gedeeld)' if uitleg.deelt_met else ''}."


def _deelt(uitleg: Uitleg, *, berekend: bool) -> str:
    namen = [f"{onderwerp.titel} ({onderwerp.code})" for onderwerp in uitleg.deelt_met]
    return f"Dezelfde {'berekende ' if berekend else ''}plaats hebben: {hoogstens_tekst(namen)}."
