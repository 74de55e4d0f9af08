"""Every comparison word works everywhere: whoever adds a row finds here what it must keep to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bouwers_regels import (
    alleen_met_motor,
    fouten_bij,
    laad,
    maak_regel,
    maak_voorwaarde,
    met_voorwaarden,
)

from regels.durable_motor import Motor
from regels.lezen.vorm import houd_tegen
from regels.lezen.yaml import ontleed_yaml
from regels.melding import Melding, Plek
from regels.model import Voorwaarde
from regels.operatoren import OPERATOREN, VERGELIJKWOORDEN, VOOR_KEUZES, Operator
from regels.referentie import houdt, oordeel
from regels.taal import opsomming
from regels.toetser import Toetser

if TYPE_CHECKING:
    from pathlib import Path

GRENS = 3
GETALLEN = range(2 * GRENS + 1)
elk_woord = pytest.mark.parametrize("rij", OPERATOREN.values(), ids=OPERATOREN)
elk_keuzewoord = pytest.mark.parametrize("woord", VOOR_KEUZES)


@elk_woord
def test_elk_woord_is_te_lezen_en_staat_in_een_zin(tmp_path: Path, rij: Operator) -> None:
    (regel,) = laad(tmp_path, met_voorwaarden(f"{{veld: aantal, {rij.woord}: {GRENS}}}")).regels

    (voorwaarde,) = regel.als
    assert (voorwaarde.vergelijking, voorwaarde.waarde) == (rij.woord, GRENS)
    assert voorwaarde.operator is rij
    assert voorwaarde.verwacht.split() == [*rij.in_zin.split(), str(GRENS)]


@elk_woord
def test_het_tegendeel_geldt_voor_een_bekende_waarde_precies_als_het_woord_niet_geldt(
    rij: Operator,
) -> None:
    wel, niet = (maak_voorwaarde("aantal", w, GRENS) for w in (rij.woord, rij.tegendeel))

    assert [houdt(wel, getal) for getal in GETALLEN] == [not houdt(niet, g) for g in GETALLEN]
    assert len({houdt(wel, getal) for getal in GETALLEN}) == 2, "het maakt onderscheid"


@elk_woord
def test_het_tegendeel_past_bij_dezelfde_velden(rij: Operator) -> None:
    assert OPERATOREN[rij.tegendeel].alleen_getal is rij.alleen_getal


@alleen_met_motor
@elk_woord
def test_beide_evaluatoren_geven_elk_woord_dezelfde_betekenis(rij: Operator) -> None:
    regel = maak_regel(maak_voorwaarde("aantal", rij.woord, GRENS))
    toetser = Toetser([regel], Motor([regel]))

    uitkomsten = [toetser.oordeel(regel, {"aantal": getal}).uitkomst for getal in GETALLEN]

    assert uitkomsten == ["ja" if rij.test(getal, GRENS) else "nee" for getal in GETALLEN]


@alleen_met_motor
@elk_keuzewoord
def test_beide_evaluatoren_geven_elk_woord_over_keuzes_dezelfde_betekenis(woord: str) -> None:
    regel = maak_regel(maak_voorwaarde("akkoord", woord, "ja"))
    toetser = Toetser([regel], Motor([regel]))

    for keuze in ("ja", "nee"):
        verwacht = "ja" if OPERATOREN[woord].test(keuze, "ja") else "nee"
        assert toetser.oordeel(regel, {"akkoord": keuze}).uitkomst == verwacht


@elk_woord
def test_een_onbekende_waarde_is_bij_elk_woord_onbekend(rij: Operator) -> None:
    regel = maak_regel(maak_voorwaarde("aantal", rij.woord, GRENS))

    assert oordeel(regel, {}).uitkomst == "onbekend"
    assert oordeel(regel, {"aantal": None}).uitkomst == "onbekend"


@alleen_met_motor
@elk_woord
def test_een_onbekende_waarde_is_ook_voor_de_motor_onbekend(rij: Operator) -> None:
    regel = maak_regel(maak_voorwaarde("aantal", rij.woord, GRENS))

    assert Motor([regel]).vraag(regel, {}) == frozenset()


@elk_woord
def test_een_woord_voor_getallen_mag_niet_bij_een_keuze(tmp_path: Path, rij: Operator) -> None:
    bestand = met_voorwaarden(f"{{veld: akkoord, {rij.woord}: ja}}")

    if rij.woord in VOOR_KEUZES:
        assert laad(tmp_path, bestand).regels[0].als[0].operator is rij
    else:
        (melding,) = fouten_bij(tmp_path, bestand)
        assert melding.gevonden == f"«{rij.woord}» bij akkoord, dat geen getal is"
        assert melding.verwacht == opsomming(VOOR_KEUZES)


@pytest.mark.parametrize("vreemd", ["minsten", "5", "[is]", "{is: 1}", "ja", "''"])
def test_een_woord_dat_er_niet_is_komt_niet_in_een_voorwaarde(vreemd: str) -> None:
    gelezen = ontleed_yaml(f"{{veld: aantal, vergelijking: {vreemd}, waarde: 1}}", "proef.yaml")
    meldingen: list[Melding] = []

    assert houd_tegen(Voorwaarde, gelezen.waarde, gelezen, (), meldingen) is None

    (melding,) = meldingen
    assert (melding.plek, melding.veld) == (Plek("proef.yaml", 1, 16), "vergelijking")
    assert melding.verwacht == opsomming(VERGELIJKWOORDEN)
    assert melding.suggestie == ("bedoelde u «minstens»?" if vreemd == "minsten" else "")
