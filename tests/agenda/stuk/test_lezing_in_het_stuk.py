"""Every document tells what is our reading: beside each score, per answer, and counted."""

from __future__ import annotations

from functools import cache
from html import unescape

import pytest
from bouwers_agenda import maak_onderwerp, ranglijst_van
from stukken import blad, in_vorm, kaal, pdf_tekst, woorden, word

from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.weergave.bronlezingen import bronlezingen

VORMEN = ["docx", "pdf", "xlsx", "html", "md"]
GELEZEN = {"waarde": "ja", "onderbouwing": "Zo is het.", "lezing": "Dat lezen wij erin."}
STELLIG = {"waarde": "ja", "onderbouwing": "Zo is het."}


@cache
def gelezen() -> Jaaragenda:
    """One topic of which two points are our reading, and one that is not admitted."""
    tags = {"veiligheid": GELEZEN, "wal-en-schip": GELEZEN, "wetswijziging": STELLIG}
    buiten = maak_onderwerp("buiten", criteria={"veiligheid": GELEZEN}, regios=[])
    return Jaaragenda(ranglijst_van(maak_onderwerp("drie", criteria=tags), buiten))


@cache
def tekst(vorm: str) -> str:
    """All that stands in a form, without white space."""
    if vorm == "docx":
        return kaal(woorden(word(gelezen).element.body))
    if vorm == "pdf":
        return kaal(pdf_tekst(gelezen))
    if vorm == "xlsx":
        bladen = ("Ranglijst", "Motivering", "Herkomst")
        return kaal(str([blad(gelezen, naam) for naam in bladen]))
    return kaal(unescape(in_vorm(gelezen, vorm).decode()))


@pytest.mark.parametrize("vorm", VORMEN)
@pytest.mark.parametrize(
    "zin",
    [
        "2 van 3 punten: onze lezing",
        "Dat lezen wij erin.",
        "Van de 4 ja-antwoorden zijn er 3 onze lezing",
        "Op de ranglijst gaat het om 2 van de 3 punten.",
    ],
)
def test_elke_vorm_zegt_wat_onze_lezing_is(vorm: str, zin: str) -> None:
    assert kaal(zin) in tekst(vorm)


@pytest.mark.parametrize("vorm", VORMEN)
def test_elke_vorm_noemt_elke_lezing_van_profiel_en_regels(vorm: str) -> None:
    lezingen = bronlezingen(gelezen().ranglijst)

    assert len(lezingen) > 20
    mist = [bron.lezing for _, bron in lezingen if _zonder_tekens(bron.lezing) not in _los(vorm)]
    assert mist == []


@cache
def _los(vorm: str) -> str:
    return _zonder_tekens(tekst(vorm))


def _zonder_tekens(zin: str) -> str:
    """Letters and digits alone: each form has its own signs around what is special in it."""
    return "".join(filter(str.isalnum, zin))


def test_zonder_lezingen_zegt_het_stuk_dat_er_geen_zijn() -> None:
    agenda = Jaaragenda(ranglijst_van(maak_onderwerp(criteria={"veiligheid": STELLIG})))

    assert (
        "Bij geen enkel ja-antwoord staat dat het onze lezing is."
        in in_vorm(lambda: agenda, "md").decode()
    )
