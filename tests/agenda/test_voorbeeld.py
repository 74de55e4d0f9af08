"""The example dossier: our reading of public documents, and it says so."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import CRITERIA, json_uit, lees, ranglijst_uit, redenen_van

from agenda.controleren import controleer_dossier

if TYPE_CHECKING:
    from agenda.onderwerp.onderwerp import Onderwerp
    from agenda.onderwerp.tag import Tag

VOORBEELDEN = Path(__file__).parents[2] / "voorbeelden"
VOORBEELD = VOORBEELDEN / "nijmegen-rivierenland-2022"
EXCEL = VOORBEELDEN / "nijmegen-rivierenland-2022-excel"


def onderwerpen() -> tuple[Onderwerp, ...]:
    return lees(VOORBEELD).dossier.onderwerpen


def tags() -> list[tuple[str, str, Tag]]:
    return [(o.code, code, tag) for o in onderwerpen() for code, tag in o.criteria.items()]


def test_het_voorbeeld_heeft_minstens_dertig_onderwerpen_over_alle_zes_themas() -> None:
    gelezen = lees(VOORBEELD)

    assert len(gelezen.dossier.onderwerpen) >= 30
    assert {o.thema for o in gelezen.dossier.onderwerpen} == set(gelezen.profiel.thema)
    assert len(gelezen.profiel.thema) == 6


def test_het_voorbeeld_kent_alle_drie_de_statussen() -> None:
    ranglijst = ranglijst_uit(VOORBEELD)

    assert len(ranglijst.toegelaten) >= 10
    assert len(ranglijst.onbeslist) >= 1
    assert len(ranglijst.niet_toegelaten) >= 6
    assert any(g.gedeeld for g in ranglijst.toegelaten)


def test_elk_antwoord_op_een_criterium_heeft_een_onderbouwing_en_een_bron() -> None:
    zonder = [(o, c) for o, c, tag in tags() if not (tag.onderbouwing and tag.bron)]

    assert len(tags()) >= 60
    assert zonder == []


def test_elk_criterium_komt_in_het_voorbeeld_voor_als_ja() -> None:
    assert {code for _, code, tag in tags() if tag.waarde == "ja"} == set(CRITERIA)


def test_het_voorbeeld_heeft_fouten_noch_waarschuwingen() -> None:
    controle = controleer_dossier(VOORBEELD)

    assert (controle.fouten, controle.waarschuwingen) == ((), ())


def test_elke_toelichting_en_elke_bron_noemt_een_document_dat_het_profiel_kent() -> None:
    documenten = [document.kort for document in lees(VOORBEELD).profiel.documenten]

    zonder = [o.code for o in onderwerpen() if not _noemt(o.toelichting, documenten, "Bron: ")]
    vreemd = [(o, c, tag.bron) for o, c, tag in tags() if not _noemt(tag.bron, documenten)]

    assert zonder == []
    assert vreemd == []


def _noemt(tekst: str, documenten: list[str], voor: str = "") -> bool:
    return any(f"{voor}{document}" in tekst for document in documenten)


@pytest.mark.parametrize("naam", ["onderwerpen.yaml", "dossier.yaml"])
def test_bovenaan_staat_dat_het_onze_lezing_is_en_geen_besluit(naam: str) -> None:
    regels = (VOORBEELD / naam).read_text(encoding="utf-8").splitlines()

    opmerking = " ".join(takewhile(lambda regel: regel.startswith("#"), regels)).casefold()

    assert "onze lezing" in opmerking
    assert "geen besluit" in opmerking


def test_wat_niet_is_toegelaten_of_onbeslist_is_heeft_een_feit_als_reden() -> None:
    ranglijst = ranglijst_uit(VOORBEELD)

    redenen = redenen_van(ranglijst)

    assert len(redenen) == len(ranglijst.onbeslist) + len(ranglijst.niet_toegelaten)
    assert all(redenen.values())
    onbeslist = {b.code for b in ranglijst.onbeslist}
    for code, lijst in redenen.items():
        assert all(reden.endswith("?") == (code in onbeslist) for reden in lijst)


def test_de_onderwerpen_van_de_regiobegroting_zijn_niet_toegelaten() -> None:
    codes = {b.onderwerp.code for b in ranglijst_uit(VOORBEELD).niet_toegelaten}

    uit_begroting = {o.code for o in onderwerpen() if "Bron: Regiobegroting" in o.toelichting}
    assert len(uit_begroting) >= 4
    assert uit_begroting <= codes


def test_het_voorbeeld_in_excel_geeft_dezelfde_json_tot_op_de_byte() -> None:
    assert (EXCEL / "onderwerpen.xlsx").is_file(), f"maak eerst {EXCEL.name}"

    assert json_uit(EXCEL) == json_uit(VOORBEELD)
