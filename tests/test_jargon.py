"""What people read holds no jargon, and its sentences hold no codes of topics."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from stukken import in_vorm, pdf_tekst, voorbeeld, woorden, word

from agenda.stuk.blokken import Alinea, Lijst
from agenda.stuk.opstellen import stel_stuk_op
from agenda.weergave.vormen import Tabel
from regels.lezen.yaml import lees_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

HIER = Path(__file__).parent
JARGON = {
    rij["woord"]: rij["beter"]
    for rij in lees_yaml(HIER / "jargon.yaml", "jargon.yaml").waarde["jargon"]
}
STUKKEN = {
    "md": lambda: in_vorm(voorbeeld, "md").decode(),
    "docx": lambda: woorden(word(voorbeeld).element.body),
    "pdf": lambda: pdf_tekst(voorbeeld),
}


def jargon_in(tekst: str) -> dict[str, str]:
    """Each word of the list that a text holds, with the better one."""
    heel = " ".join(tekst.split())
    return {
        woord: beter
        for woord, beter in JARGON.items()
        if re.search(rf"(?<!\w){re.escape(woord)}(?!\w)", heel, re.IGNORECASE)
    }


def test_de_lijst_van_jargon_wordt_gevonden_waar_zij_staat() -> None:
    for woord in JARGON:
        assert woord in jargon_in(f"Er staat {woord.upper()}\n, los.")
    assert jargon_in("Een toolbox en de inputs van gevondenen.") == {}


@pytest.mark.traag
@pytest.mark.parametrize("vorm", STUKKEN)
def test_in_het_stuk_staat_geen_jargon(vorm: str) -> None:
    assert jargon_in(STUKKEN[vorm]()) == {}


@pytest.mark.parametrize("pad", sorted((HIER / "goud").glob("cli-*")), ids=lambda pad: pad.name)
def test_op_het_scherm_staat_geen_jargon(pad: Path) -> None:
    assert jargon_in(pad.read_text(encoding="utf-8")) == {}


ELDERS = {"samenvatting"}
"""Parts whose sentences still name a topic by its code."""


def zinnen_in_het_stuk() -> Iterator[tuple[str, str]]:
    """Every sentence of the document, with the code of its part."""
    for _, deel in stel_stuk_op(voorbeeld()).alle():
        for blok in deel.blokken:
            if isinstance(blok, Alinea):
                yield deel.code, blok.tekst
            elif isinstance(blok, Lijst):
                yield from ((deel.code, punt) for punt in blok.punten)


def test_geen_zin_in_het_stuk_noemt_een_onderwerp_bij_zijn_code() -> None:
    lijst = voorbeeld().ranglijst
    codes = [b.code for b in (*lijst.toegelaten, *lijst.onbeslist, *lijst.niet_toegelaten)]
    # A code that is one word, such as «inkoopprogramma», is a word of Dutch too.
    patroon = re.compile("|".join(rf"\b{code}\b" for code in codes if "-" in code))
    eigen = {b.onderwerp.toelichting for b in lijst.toegelaten + lijst.onbeslist}
    eigen |= {b.onderwerp.toelichting for b in lijst.niet_toegelaten}
    zinnen = [(deel, zin) for deel, zin in zinnen_in_het_stuk() if zin not in eigen]

    assert len(zinnen) > len(codes)
    assert [z for deel, z in zinnen if deel not in ELDERS and patroon.search(z)] == []
    dekking = {deel.code: deel for _, deel in stel_stuk_op(voorbeeld()).alle()}["dekking"]
    (tabel,) = (blok for blok in dekking.blokken if isinstance(blok, Tabel))
    assert not [cel for rij in tabel.rijen for cel in rij if patroon.search(str(cel))]
