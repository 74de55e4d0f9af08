"""What changes first when one weight moves, against the list made again with that weight."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from bouwers_agenda import maak_onderwerp, ranglijst_van
from hypothesis import given, settings
from hypothesis import strategies as st
from lijsten_agenda import gewichten, toegelaten

from agenda.gewichten.proef import Speling, beproef, spelingen
from agenda.rangorde.patroon import patroon_van
from agenda.weergave.gewichten import toon_gewichten, wissel_tekst

if TYPE_CHECKING:
    from agenda.rangorde.ranglijst import Ranglijst


def scores(ranglijst: Ranglijst, nummer: int, gewicht: Fraction) -> dict[str, Fraction]:
    """Code → the score with another weight for one criterion."""
    nu = ranglijst.gewichten[ranglijst.criteria[nummer].code]
    return {
        lid.code: lid.uitslag.score + (gewicht - nu) * patroon_van(lid.uitslag).zeker[nummer]
        for lid in ranglijst.toegelaten
    }


def plaatsen(van: dict[str, Fraction], top: int) -> dict[str, int]:
    """Code → competition place, of those in the top."""
    alle = {c: 1 + sum(ander > score for ander in van.values()) for c, score in van.items()}
    return {code: plaats for code, plaats in alle.items() if plaats <= top}


@settings(max_examples=60)
@given(toegelaten(hoogstens=8), gewichten(), st.integers(1, 8))
def test_wie_genoemd_wordt_gaat_als_eerste_langs_de_ander(
    lijst: list[dict[str, Any]], weegt: dict[str, int], top: int
) -> None:
    ranglijst = ranglijst_van(*lijst, gewichten=weegt)
    klein = Fraction(1, 1000)

    for nummer, speling in enumerate(spelingen(ranglijst, top)):
        nu = plaatsen(scores(ranglijst, nummer, Fraction(speling.gewicht)), top)
        for wissel, stap in ((speling.lichter, -klein), (speling.zwaarder, klein)):
            if wissel is None:
                rand = Fraction(0) if stap < 0 else Fraction(1000)
                assert plaatsen(scores(ranglijst, nummer, rand), top) == nu
                continue
            daar = scores(ranglijst, nummer, wissel.gewicht)
            voorbij = scores(ranglijst, nummer, wissel.gewicht + stap)
            ervoor = scores(ranglijst, nummer, wissel.gewicht - stap)
            assert wissel.paren
            for paar in wissel.paren:
                for een in paar.stijgt:
                    for ander in paar.daalt:
                        assert daar[een.code] == daar[ander.code]
                        assert voorbij[een.code] > voorbij[ander.code]
            nieuw = daar if wissel.gelijk else voorbij
            assert plaatsen(nieuw, top) != nu
            if wissel.gelijk:
                assert plaatsen(ervoor, top) == nu


@settings(max_examples=60)
@given(toegelaten(hoogstens=8), gewichten(), st.integers(1, 8), st.integers(0, 40))
def test_binnen_zelfde_top_staan_dezelfde_onderwerpen_in_de_top(
    lijst: list[dict[str, Any]], weegt: dict[str, int], top: int, kwart: int
) -> None:
    ranglijst = ranglijst_van(*lijst, gewichten=weegt)

    def bevat(speling: Speling, gewicht: Fraction) -> bool:
        van, met_van, tot, met_tot = (
            getattr(speling.zelfde_top, naam) for naam in ("van", "met_van", "tot", "met_tot")
        )
        return (gewicht > van or (met_van and gewicht == van)) and (
            tot is None or gewicht < tot or (met_tot and gewicht == tot)
        )

    for nummer, speling in enumerate(spelingen(ranglijst, top)):
        nu = set(plaatsen(scores(ranglijst, nummer, Fraction(speling.gewicht)), top))
        randen = {speling.zelfde_top.van, speling.zelfde_top.tot or Fraction(100)}
        for rand in {*randen, Fraction(kwart, 4)}:
            for gewicht in (rand - Fraction(1, 1000), rand, rand + Fraction(1, 1000)):
                if gewicht >= 0:
                    daar = set(plaatsen(scores(ranglijst, nummer, gewicht), top))
                    assert (daar == nu) == bevat(speling, gewicht)


def test_precies_een_zegt_welke_gedeelde_plaats_breekt() -> None:
    ranglijst = ranglijst_van(
        maak_onderwerp("aa", criteria=["veiligheid"]),
        maak_onderwerp("bb", criteria=["wetswijziging"]),
        *(maak_onderwerp(f"c{n}", criteria=["veiligheid", "wetswijziging"]) for n in range(6)),
    )
    veiligheid = spelingen(ranglijst, 10)[2]

    assert wissel_tekst(veiligheid.lichter, zwaarder=False) == "lichter dan 1: bb komt boven aa"
    assert wissel_tekst(veiligheid.zwaarder, zwaarder=True) == "zwaarder dan 1: aa komt boven bb"
    wal = spelingen(ranglijst, 10)[1]
    assert wissel_tekst(wal.lichter, zwaarder=False) == "niets"
    tekst = toon_gewichten(beproef(ranglijst, {})).als("tabel", 200)
    assert "zwaarder dan 1: aa komt boven bb" in " ".join(tekst.split())


def test_het_gewicht_waarop_iemand_gelijk_komt_staat_erbij() -> None:
    ranglijst = ranglijst_van(
        maak_onderwerp("aa", criteria=["veiligheid"]),
        *(maak_onderwerp(f"b{n}", criteria=["wetswijziging", "wal-en-schip"]) for n in range(6)),
    )
    veiligheid = spelingen(ranglijst, 10)[2]

    assert wissel_tekst(veiligheid.zwaarder, zwaarder=True) == (
        "bij 2 of zwaarder: aa komt gelijk met b0, b1, b2, b3 en nog 2"
    )
