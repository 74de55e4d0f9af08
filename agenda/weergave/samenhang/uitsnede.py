"""Part of how an agenda hangs together: round one topic or proposal, or without a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.rangorde.ranglijst import OnbekendVoorstel
from agenda.samenhang.graaf import bouw_graaf, geraakt_door, rond_onderwerp, rond_voorstel
from agenda.weergave.kop import herkomst_json, kop_json
from agenda.weergave.lezing import bron_met_lezing, bron_zin
from agenda.weergave.samenhang.samenhang import (
    VERBANDNAMEN,
    als_graaf,
    titel_van,
    toon_samenhang,
    verband_json,
)
from agenda.weergave.samenhang.verbanden import (
    NIETS,
    codes_van,
    dekking_json,
    leden_takken,
    naam_van,
    staat_zin,
    takken_van,
    verbanden_json,
    voorstelnaam,
)
from agenda.weergave.vormen import Tabel, Tak, Weergave, boom_md, boom_tekst, md_tekst

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import networkx as nx

    from agenda.samenhang.samenhang import Dekking, Samenhang, Voorstelverband


def kies(
    samenhang: Samenhang, onderwerp: str | None, voorstel: int | None, zonder: str | None
) -> Weergave:
    """Part of the whole when one is asked for, or else the whole.

    Raises:
        OnbekendOnderwerp: the list has no such topic.
        OnbekendVoorstel: the profile has no such proposal.
    """
    if onderwerp is not None:
        return toon_onderwerp(samenhang, onderwerp)
    if voorstel is not None:
        return toon_voorstel(samenhang, voorstel)
    return toon_samenhang(samenhang) if zonder is None else toon_zonder(samenhang, zonder)


def toon_onderwerp(samenhang: Samenhang, code: str) -> Weergave:
    """The neighbourhood of one topic.

    Raises:
        OnbekendOnderwerp: the list has no such topic.
    """
    verbanden = samenhang.verbanden_van(code)
    kop = f"{naam_van(verbanden.onderwerp)}: verbanden"
    return _weergave(
        samenhang,
        kop,
        lambda: [
            *(
                [Tak(f"Op de lijst: {verbanden.onderwerp.waar}")]
                if verbanden.onderwerp.waar
                else []
            ),
            *takken_van(verbanden, samenhang.ranglijst.profiel),
        ],
        lambda: {
            **kop_json(samenhang.ranglijst, "agenda/verbanden/1"),
            **verbanden_json(verbanden, samenhang.ranglijst.profiel),
            "herkomst": herkomst_json(samenhang.ranglijst),
        },
        lambda: rond_onderwerp(bouw_graaf(samenhang.ranglijst), verbanden),
    )


def toon_voorstel(samenhang: Samenhang, nummer: int) -> Weergave:
    """The neighbourhood of one proposal.

    Raises:
        OnbekendVoorstel: the profile has no such proposal.
    """
    dekking = samenhang.dekking.get(nummer)
    if dekking is None:
        raise OnbekendVoorstel(nummer, samenhang.dekking)
    verbanden = [v for v in samenhang.voorstelverbanden if dekking in (v.van, v.naar)]
    return _weergave(
        samenhang,
        f"{samenhang.ranglijst.profiel.woorden.voorstel.kop} {nummer}: {dekking.voorstel.titel}",
        lambda: _voorsteltakken(dekking, verbanden, samenhang),
        lambda: {
            **kop_json(samenhang.ranglijst, "agenda/verbanden/1"),
            **dekking_json(dekking),
            "bron": samenhang.ranglijst.profiel.citeer(dekking.voorstel.bron),
            "opmerking": dekking.voorstel.opmerking,
            "verbanden": [verband_json(verband, samenhang) for verband in verbanden],
            "herkomst": herkomst_json(samenhang.ranglijst),
        },
        lambda: rond_voorstel(bouw_graaf(samenhang.ranglijst), nummer),
    )


def toon_zonder(samenhang: Samenhang, code: str) -> Weergave:
    """What loses its prerequisite, and which proposals lose their only topic, without this one.

    Raises:
        OnbekendOnderwerp: the list has no such topic.
    """
    verbanden = samenhang.verbanden_van(code)
    profiel = samenhang.ranglijst.profiel
    woorden = profiel.woorden
    return _weergave(
        samenhang,
        f"Als {naam_van(verbanden.onderwerp)} wegvalt",
        lambda: [
            Tak(
                f"Deze {woorden.onderwerp.meer} verliezen wat nodig is",
                leden_takken(verbanden.wacht_hierop),
            ),
            Tak(f"En daardoor ook deze {woorden.onderwerp.meer}", leden_takken(verbanden.daarna)),
            *(
                [
                    Tak(
                        f"Deze {woorden.voorstel.meer} verliezen hun enige {woorden.onderwerp.een}",
                        tuple(Tak(voorstelnaam(d, profiel)) for d in verbanden.als_enige) or NIETS,
                    )
                ]
                if profiel.voorstellen
                else []
            ),
        ],
        lambda: {
            **kop_json(samenhang.ranglijst, "agenda/zonder/1"),
            "zonder": code,
            "verliest_vereiste": codes_van(verbanden.wacht_hierop),
            "verliest_vereiste_via_andere": codes_van(verbanden.daarna),
            "voorstellen_zonder_onderwerp": [d.voorstel.nummer for d in verbanden.als_enige],
            "herkomst": herkomst_json(samenhang.ranglijst),
        },
        lambda: geraakt_door(bouw_graaf(samenhang.ranglijst), verbanden),
    )


def _weergave(
    samenhang: Samenhang,
    kop: str,
    takken: Callable[[], Sequence[Tak]],
    json: Callable[[], dict[str, Any]],
    bouw: Callable[[], nx.DiGraph[str]],
) -> Weergave:
    return Weergave(
        json=json,
        tekst=lambda breedte: boom_tekst(takken(), breedte, kop=kop),
        md=lambda: f"# {md_tekst(kop)}\n\n{boom_md(takken())}",
        csv=lambda: Tabel(kop, ("Verband", "Wat"), tuple(_rijen(takken()))),
        anders=als_graaf(bouw, f"{titel_van(samenhang)}. {kop}", samenhang.ranglijst),
    )


def _rijen(takken: Sequence[Tak]) -> list[tuple[str, str]]:
    return [(tak.zin, deel.zin) for tak in takken for deel in tak.takken or (Tak(""),)]


def _voorsteltakken(
    dekking: Dekking, verbanden: Iterable[Voorstelverband], samenhang: Samenhang
) -> list[Tak]:
    profiel = samenhang.ranglijst.profiel
    woorden = profiel.woorden
    opmerking = (Tak(dekking.voorstel.opmerking),) if dekking.voorstel.opmerking else ()
    return [
        Tak(f"{woorden.thema.kop}: {profiel.thema[dekking.voorstel.thema].naam}"),
        Tak(staat_zin(dekking), opmerking),
        Tak(f"Bron: {bron_met_lezing(dekking.voorstel.bron, profiel)}"),
        Tak(f"Toegelaten {woorden.onderwerp.meer}", leden_takken(dekking.toegelaten)),
        Tak(f"Onbesliste {woorden.onderwerp.meer}", leden_takken(dekking.onbeslist)),
        Tak(f"Niet toegelaten {woorden.onderwerp.meer}", leden_takken(dekking.niet_toegelaten)),
        Tak(
            f"Verbanden met andere {woorden.voorstel.meer}",
            tuple(
                Tak(
                    f"{voorstelnaam(v.van, profiel)} {VERBANDNAMEN[v.verband.soort]}"
                    f" {voorstelnaam(v.naar, profiel, begin=False)}",
                    (Tak(f"Bron: {bron_zin(v.verband.bron, profiel)}"),),
                )
                for v in verbanden
            )
            or NIETS,
        ),
    ]
