"""Rhythms, mixes and school regions in a profile: what does not fit is said with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import kopie_van_profiel, vervang

from agenda.invoer.profiel import lees_profiel
from regels.melding import Invoerfout

if TYPE_CHECKING:
    from pathlib import Path

FOUTEN = {
    "twee ritmes": (
        "gremia.yaml",
        "schema: {elk: kwartaal}",
        "schema: {elk: kwartaal, op: afroep}",
        "precies één van",
    ),
    "een ritme dat er niet is": (
        "gremia.yaml",
        "schema: {elk: kwartaal}",
        "schema: {elk: week}",
        "maand, kwartaal",
    ),
    "dagen voor niemand": (
        "gremia.yaml",
        "schema: {dagen_voor: 7, gremia: [regionale-werkgroep, wethoudersoverleg]}",
        "schema: {dagen_voor: 7}",
        "een lijst gremia bij dagen_voor",
    ),
    "een gremium dat er niet is": (
        "gremia.yaml",
        "gremia: [regionale-werkgroep, wethoudersoverleg]",
        "gremia: [regionale-werkgroep, wethouders]",
        "een van",
    ),
    "een kring": (
        "gremia.yaml",
        "schema: {elk: kwartaal}",
        "schema: {dagen_voor: 7, gremia: [kernteam]}",
        "zonder kring",
    ),
    "een soort die er niet is": (
        "gremia.yaml",
        "mix: [inhoudelijk,",
        "mix: [inhoud,",
        "een van financieel",
    ),
    "een soort op een veld dat er niet is": (
        "soorten.yaml",
        "veld: kosten_euro",
        "veld: kosten_euros",
        "een van",
    ),
    "een soort zonder bekende bron": (
        "soorten.yaml",
        """    bron:
      document: inrichtingsplan
      plaats: "§2.3.1"
      lezing: Al het""",
        """    bron:
      document: inrichtingplan
      plaats: "§2.3.1"
      lezing: Al het""",
        "een van",
    ),
    "een schoolregio zonder bron": (
        "regio.yaml",
        "schoolregio: {regio: zuid, bron: {document: anp-2023, plaats: tweede alinea}}",
        "schoolregio: {regio: zuid}",
        "waar dat staat (verplicht)",
    ),
    "een schoolregio die er niet is": (
        "regio.yaml",
        "schoolregio: {regio: zuid, bron",
        "schoolregio: {regio: oost, bron",
        "noord, midden, zuid of onbekend",
    ),
}


@pytest.mark.parametrize("naam", FOUTEN)
def test_een_ritme_dat_niet_klopt_wordt_aangewezen(naam: str, tmp_path: Path) -> None:
    bestand, oud, nieuw, verwacht = FOUTEN[naam]
    map_ = kopie_van_profiel(tmp_path)
    regel = vervang(map_ / bestand, oud, nieuw)
    with pytest.raises(Invoerfout) as gevangen:
        lees_profiel(map_)
    eerste, *rest = gevangen.value.meldingen
    assert not rest
    assert eerste.plek.bestand.endswith(bestand)
    if naam != "een kring":  # that begins with whoever stands first in it
        assert regel <= (eerste.plek.regel or 0) <= regel + 3
    assert verwacht in eerste.verwacht
