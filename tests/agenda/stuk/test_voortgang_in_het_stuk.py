"""How it stands, in every document of an adopted agenda; without it, nothing of it anywhere."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import openpyxl
import pytest
from bouwers_pagina import lees_pagina, met_id, tekst_van
from stukken import afgeweken, gevolgd, in_vorm, kaal, pdf_tekst, voorbeeld, word

from agenda.stuk.opstellen import stel_oplegger_op, stel_stuk_op
from agenda.stuk.vormen.md import stuk_md
from agenda.stuk.vormen.pdf.pdf import stuk_pdf
from agenda.voortgang.gevolgd import gevolgde
from agenda.weergave.voortgang.stand import stand_json
from agenda.weergave.woorden import onderwerp_anker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.voortgang.gevolgd import GevolgdeAgenda
    from agenda.voortgang.stand import Stand


def gevolgde_voorbeeld() -> GevolgdeAgenda:
    """The example with its progress."""
    gevonden = gevolgde(gevolgd())
    assert gevonden is not None
    return gevonden


def stand() -> Stand:
    """How it stands with the example."""
    return gevolgde_voorbeeld().stand


def feiten() -> Iterator[str]:
    """What the JSON says of the progress and a person must be able to read."""
    for onderwerp in stand_json(gevolgde_voorbeeld())["onderwerpen"]:
        yield onderwerp["titel"]
        for naam in ("volgende_stap", "toelichting", "bron"):
            yield onderwerp[naam] or ""
        for actie in onderwerp["acties"]:
            yield actie["wat"]
    yield from ("sinds 1 april 2022", "1 juni 2022", "Tiel", "beleidsadviseur", "Termijnagenda")
    for hiaat in stand_json(gevolgde_voorbeeld())["hiaten"]:
        yield hiaat["zin"]


def test_elk_feit_staat_in_markdown() -> None:
    tekst = kaal(in_vorm(gevolgd, "md").decode().replace("\\", ""))

    assert [feit for feit in feiten() if kaal(feit) not in tekst] == []


@pytest.mark.traag
def test_elk_feit_staat_in_word_pdf_pagina_en_excel() -> None:
    document = word(gevolgd)
    cellen = (c.text for t in document.tables for rij in t.rows for c in rij.cells)
    boek = openpyxl.load_workbook(io.BytesIO(in_vorm(gevolgd, "xlsx")))
    rijen = (c.value for blad in boek for rij in blad.iter_rows() for c in rij)
    pagina = lees_pagina(in_vorm(gevolgd, "html").decode())
    teksten = {
        "docx": "\n".join([*(p.text for p in document.paragraphs), *cellen]),
        "pdf": pdf_tekst(gevolgd),
        "html": tekst_van(pagina),
        "xlsx": "\n".join(str(waarde) for waarde in rijen),
    }
    in_excel_anders = ("sinds 1 april 2022", "1 juni 2022", "Termijnagenda")
    for vorm, tekst in teksten.items():
        gezocht = [f for f in feiten() if vorm != "xlsx" or f not in in_excel_anders]
        assert [feit for feit in gezocht if kaal(feit) not in kaal(tekst)] == [], vorm


def test_bij_elk_onderwerp_staat_zijn_eigen_stand() -> None:
    delen = {deel.code: deel for _, deel in stel_stuk_op(gevolgd()).alle()}
    for onderwerp in stand().onderwerpen:
        deel = delen[onderwerp_anker(onderwerp.code)]
        (alinea,) = [b for b in deel.blokken if getattr(b, "aanhef", "").startswith("Stand op")]
        begonnen = {"niet-begonnen": "Niet begonnen", "loopt": "Loopt", "klaar": "Klaar"}
        woord = begonnen.get(onderwerp.toestand, onderwerp.toestand.capitalize())
        assert alinea.tekst.startswith(woord)


@pytest.mark.traag
def test_de_oplegger_met_voortgang_blijft_twee_bladzijden() -> None:
    import pypdfium2

    stuk = stel_oplegger_op(gevolgd())
    pdf = pypdfium2.PdfDocument(stuk_pdf(stuk, gevolgd().ranglijst.dossier.instellingen.peildatum))
    assert len(pdf) == 2
    assert "Voortgang" in stuk_md(stuk)


@pytest.mark.traag
def test_op_de_pagina_staat_de_toestand_naast_de_titel_en_het_plaatje_in_het_hoofdstuk() -> None:
    pagina = lees_pagina(in_vorm(gevolgd, "html").decode())
    for onderwerp in stand().onderwerpen:
        rij = met_id(pagina, f"rij-{onderwerp.code}")
        (merk,) = [e for e in rij.iter("span") if "toestand" in e.get("class", "").split()]
        assert ("te laat" in tekst_van(merk)) == onderwerp.te_laat
    assert any(e.tag.endswith("svg") for e in met_id(pagina, "stand").iter())


@pytest.mark.parametrize("maak", [voorbeeld, afgeweken])
def test_zonder_voortgang_zegt_geen_stuk_er_iets_van(maak: object) -> None:
    tekst = in_vorm(maak, "md").decode()

    for woord in ("Voortgang", "Hoe staat het ervoor", "Stand op ", "Niet begonnen"):
        assert woord not in tekst
