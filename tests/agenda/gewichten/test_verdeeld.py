"""Weights on a list of which municipalities judge the criteria, against the list made again."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import CRITERIA, ranglijst_uit
from bouwers_oordelen import maak_verdeeld_dossier, willekeurig

from agenda.gewichten.plaatsing import Plaatsing
from agenda.gewichten.proef import beproef, herweeg, spelingen
from agenda.rangorde.patroon import patroon_van
from agenda.weergave.getallen import score_getal
from agenda.weergave.gewichten import toon_gewichten

if TYPE_CHECKING:
    from agenda.rangorde.ranglijst import Ranglijst

ZADEN = range(4)


@cache
def lijst(zaad: int, **anders: int) -> Ranglijst:
    """A list of random topics and answers; with other weights for some criteria."""
    onderwerpen, rijen, gewichten = willekeurig(zaad, 16)
    with TemporaryDirectory() as map_:
        dossier = maak_verdeeld_dossier(
            Path(map_), onderwerpen, rijen, gewichten=gewichten | anders
        )
        return ranglijst_uit(dossier)


@pytest.mark.parametrize("zaad", ZADEN)
def test_herwegen_geeft_wat_prioriteer_met_die_gewichten_geeft(zaad: int) -> None:
    herwogen = herweeg(lijst(zaad), {"veiligheid": 7, "wetswijziging": 0})
    opnieuw = lijst(zaad, veiligheid=7, wetswijziging=0)

    assert herwogen == replace(opnieuw, dossier=herwogen.dossier)


@pytest.mark.parametrize("zaad", ZADEN)
def test_de_plaats_bij_elk_gewicht_is_die_van_de_lijst_met_dat_gewicht(zaad: int) -> None:
    plaatsing = Plaatsing(lijst(zaad))

    for nummer, code in enumerate(CRITERIA):
        voorspeld = {
            lid.code: plaatsing.bij_gewichten(nummer, lid.uitslag) for lid in lijst(zaad).toegelaten
        }
        for gewicht in (0, 1, 2, 3, 5, 8, 13, 99, 100):
            herwogen = herweeg(lijst(zaad), {code: gewicht})
            assert {lid.code: lid.plaats for lid in herwogen.toegelaten} == {
                code_: plaatsen[gewicht] for code_, plaatsen in voorspeld.items()
            }


@pytest.mark.parametrize("zaad", ZADEN)
@pytest.mark.parametrize("top", [1, 3, 10])
def test_wie_genoemd_wordt_gaat_als_eerste_langs_de_ander(zaad: int, top: int) -> None:
    ranglijst, klein = lijst(zaad), Fraction(1, 10_000)

    def scores(nummer: int, gewicht: Fraction) -> dict[str, Fraction]:
        nu = ranglijst.gewichten[ranglijst.criteria[nummer].code]
        return {
            lid.code: lid.uitslag.score + (gewicht - nu) * patroon_van(lid.uitslag).zeker[nummer]
            for lid in ranglijst.toegelaten
        }

    for nummer, speling in enumerate(spelingen(ranglijst, top)):
        for wissel, stap in ((speling.lichter, -klein), (speling.zwaarder, klein)):
            if wissel is None:
                continue
            daar = scores(nummer, wissel.gewicht)
            voorbij = scores(nummer, wissel.gewicht + stap)
            assert wissel.paren
            for paar in wissel.paren:
                for een in paar.stijgt:
                    for ander in paar.daalt:
                        assert daar[een.code] == daar[ander.code]
                        assert voorbij[een.code] > voorbij[ander.code]


def test_een_score_die_niet_heel_is_staat_er_als_breuk_en_afgerond() -> None:
    proef = beproef(lijst(1), {"veiligheid": 5})
    uit = json.loads(toon_gewichten(proef).als("json", 100))

    for rij, deel in zip(uit["verschuivingen"], proef.verschuivingen, strict=True):
        score = deel.nieuw.uitslag.score
        assert rij["nieuwe_score"] == (score if isinstance(score, int) else str(score))
    assert any(isinstance(rij["nieuwe_score"], str) for rij in uit["verschuivingen"])
    eerste = proef.verschuivingen[0]
    nieuw, oud = (score_getal(lid.uitslag.score) for lid in (eerste.nieuw, eerste.nu))
    assert f"{nieuw} (was {oud})" in toon_gewichten(proef).als("tabel", 200)
    assert f";{oud};{nieuw};" in toon_gewichten(proef).als("csv", 100)
