"""Every fact of the JSON stands in the documents, beside the topic that it is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_pagina import lees_pagina, met_id, tekst_van
from stukken import (
    als_json,
    groot,
    in_vorm,
    kaal,
    onderwerpdelen,
    pdf_tekst,
    voorbeeld,
    woorden,
    word,
)

from agenda.stuk.opstellen import stel_oplegger_op
from agenda.stuk.vormen.md import stuk_md
from agenda.weergave.getallen import komma
from agenda.weergave.woorden import onderwerp_anker

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.traag


AGENDAS = pytest.mark.parametrize("maak", [voorbeeld, groot])


def feiten_van_onderwerp(maak: Any, uitleg: dict[str, Any]) -> Iterator[str]:
    """What must stand in the part about a topic, in the words of the JSON."""
    agenda = maak()
    titels = {lid.code: lid.titel for lid in agenda.alle}
    yield uitleg["toelichting"]
    yield agenda.ranglijst.profiel.thema[uitleg["thema"]].naam
    for deel in uitleg["criteria"]:
        kaal_onbekend = deel["waarde"] == "onbekend" and not deel["onderbouwing"]
        if not kaal_onbekend:
            yield f"{deel['titel']}: {deel['waarde']}"
        yield from (deel["onderbouwing"], deel["bron"], deel["lezing"])
    samenhang = uitleg["samenhang"]
    for voorstel in samenhang["voorstellen"]:
        yield f"{voorstel['voorstel']} ({voorstel['titel']})"
    for sleutel in ("vereist", "wacht_hierop"):
        yield from (titels[lid["code"]] for lid in samenhang[sleutel])
    for verandering in uitleg["kleinste_verandering"]:
        for mogelijkheid in verandering["mogelijkheden"]:
            if mogelijkheid["plaats"] is not None:
                yield f"plaats {mogelijkheid['plaats']}"
    if uitleg["plaats"] is not None:
        verdeling = agenda.plaatskansen(uitleg["code"]).verdeling
        yield f"Plaats {uitleg['plaats']}"
        yield f"kan zijn: plaats {verdeling.beste}"
        if not verdeling.altijd_zelfde:
            yield f"gemiddeld op {komma(verdeling.verwacht)}"


def feiten_van_geheel(maak: Any) -> Iterator[str]:
    """What must stand somewhere: rules, bodies, proposals, codes and hashes."""
    alles = als_json(maak)
    for uitleg in alles["uitleg"]:
        yield uitleg["code"]
        for regel in uitleg["uitgangspunten"]:
            yield from (regel["titel"], regel["zin"], regel["bron"], regel["lezing"])
            for reden in regel["voorwaarden"]:
                yield reden["toelichting"]
        for deel in uitleg["criteria"]:
            yield from (deel["zin"], deel["bron_regel"], deel["lezing_regel"])
        for voorstel in uitleg["samenhang"]["voorstellen"]:
            yield from (voorstel["titel"], voorstel["bron"], voorstel["lezing"])
    for route in alles["routes"]:
        for stap in route["stappen"]:
            yield from (stap["naam"], stap["ritme"] or "", stap["reden"], stap["bron"])
            yield from (stap["opmerking"], stap["lezing"])
    yield from (waarde for waarde in alles["herkomst"].values() if isinstance(waarde, str))


def los(tekst: str) -> str:
    """Letters and digits alone: each form has its own signs around what is special in it."""
    return "".join(filter(str.isalnum, kaal(tekst))).casefold()


def delen_in_md(maak: Any) -> dict[str, str]:
    """Title of a topic → the part about it in Markdown."""
    stukken = re.split(r"^#+ ", in_vorm(maak, "md").decode(), flags=re.M)
    delen: dict[str, str] = {}
    for stuk in stukken:
        titel, _, tekst = stuk.partition("\n")
        delen[los(titel)] = los(tekst)
    return delen


def delen_in_word(maak: Any) -> dict[str, str]:
    return {los(titel): los(" ".join(d)) for titel, d in onderwerpdelen(word(maak)).items()}


def delen_in_pdf(maak: Any) -> dict[str, str]:
    """The same of the PDF: from one title that stands above a text to the next one."""
    tekst = los(pdf_tekst(maak))
    tekst = tekst.replace(los(f"{maak().ranglijst.profiel.woorden.agenda.kop} "), "")
    begin = {}
    for lid in maak().alle:
        kop = los(lid.titel + lid.onderwerp.toelichting[:40])
        begin[los(lid.titel)] = tekst.index(kop)
    grenzen = sorted([*begin.values(), len(tekst)])
    # The place and the points stand in the margin, which is read before the title.
    return {
        titel: tekst[max(0, van - 200) : grenzen[grenzen.index(van) + 1]]
        for titel, van in begin.items()
    }


def delen_op_de_pagina(maak: Any) -> dict[str, str]:
    wortel = lees_pagina(in_vorm(maak, "html").decode())
    return {
        los(lid.titel): los(tekst_van(met_id(wortel, onderwerp_anker(lid.code))))
        for lid in maak().alle
    }


LEZERS = {
    "md": delen_in_md,
    "docx": delen_in_word,
    "pdf": delen_in_pdf,
    "html": delen_op_de_pagina,
}


@AGENDAS
@pytest.mark.parametrize("vorm", LEZERS)
def test_elk_feit_van_een_onderwerp_staat_bij_dat_onderwerp(maak: Any, vorm: str) -> None:
    delen = LEZERS[vorm](maak)
    for uitleg in als_json(maak)["uitleg"]:
        tekst = delen[los(uitleg["titel"])]
        feiten = [feit for feit in feiten_van_onderwerp(maak, uitleg) if feit]
        if vorm == "pdf":  # the running head may stand inside a sentence; the place in the margin
            feiten = [feit.removeprefix("Plaats ") for feit in feiten]
            mist = [f for f in feiten if los(f) not in tekst and los(f)[:30] not in tekst]
        else:
            mist = [feit for feit in feiten if los(feit) not in tekst]
        assert mist == [], uitleg["titel"]


@AGENDAS
@pytest.mark.parametrize("vorm", ["md", "docx", "pdf", "html"])
def test_elk_ander_feit_staat_in_het_stuk(maak: Any, vorm: str) -> None:
    lezers = {
        "md": lambda: in_vorm(maak, "md").decode(),
        "docx": lambda: woorden(word(maak).element.body),
        "pdf": lambda: pdf_tekst(maak),
        "html": lambda: tekst_van(lees_pagina(in_vorm(maak, "html").decode())),
    }
    tekst = los(lezers[vorm]())
    feiten = {feit for feit in feiten_van_geheel(maak) if feit}
    assert len(feiten) > 100
    mist = [feit for feit in feiten if los(feit) not in tekst]
    if vorm == "pdf":  # a page may end inside a sentence
        mist = [f for f in mist if not any(d in tekst for d in (los(f)[:40], los(f)[-40:]))]
    assert mist == []


def test_de_oplegger_alleen_mist_de_meeste_feiten() -> None:
    """So the tests above can fail."""
    tekst = los(stuk_md(stel_oplegger_op(groot())))
    feiten = {feit for feit in feiten_van_geheel(groot) if feit}
    assert sum(los(feit) not in tekst for feit in feiten) > len(feiten) // 2
