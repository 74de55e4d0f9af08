"""What a profile classifies and checks, and its moments, stand in every form of the document."""

from __future__ import annotations

from functools import cache
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import ranglijst_uit
from stukken import blad, in_vorm, kaal, pdf_tekst, woorden, word

from agenda.kennis.route import Termijn
from agenda.stuk.indeling import indeling_hoofdstukken
from agenda.stuk.oplegger.indeling import indeling_punten
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.weergave.indeling.momenten import dagen_tekst, termijn_tekst

if TYPE_CHECKING:
    from agenda.stuk.blokken import Deel

TESTS = Path(__file__).parents[2]
VOORBEELDEN = TESTS.parent / "voorbeelden"
PROFIELEN = TESTS / "profielen"


@cache
def arnhem() -> Jaaragenda:
    return Jaaragenda(ranglijst_uit(VOORBEELDEN / "arnhem-2014"))


@cache
def bibliotheken() -> Jaaragenda:
    return Jaaragenda(ranglijst_uit(PROFIELEN / "dossiers" / "bibliotheken-2026", PROFIELEN))


@cache
def tekst(vorm: str) -> str:
    """All that stands in a form, without white space."""
    if vorm == "docx":
        return kaal(woorden(word(arnhem).element.body))
    if vorm == "pdf":
        return kaal(pdf_tekst(arnhem))
    if vorm == "xlsx":
        bladen = ("Indeling", "Deelname", "Controles", "Momenten")
        return kaal(str([blad(arnhem, naam) for naam in bladen]))
    return kaal(unescape(in_vorm(arnhem, vorm).decode()))


@pytest.mark.traag
@pytest.mark.parametrize("vorm", ["docx", "pdf", "xlsx", "html", "md"])
@pytest.mark.parametrize(
    "zin",
    [
        "Wat doen we regionaal",
        "«Aangekruist als regionaal» zegt regionaal.",
        "Doet de gemeente mee",
        "De contracten worden ondertekend vóór de definitieve gunning.",
        "eind mei, in ieder geval vóór 1 juni 2014",
        "Eind is de 20e tot en met de laatste dag.",
    ],
)
def test_elke_vorm_heeft_de_indeling_de_controles_en_de_momenten(vorm: str, zin: str) -> None:
    assert kaal(zin) in tekst(vorm)


def _hoofdstukken(agenda: Jaaragenda) -> dict[str, Deel]:
    return {deel.code: deel for deel in indeling_hoofdstukken(agenda)}


def test_een_profiel_zonder_indelingen_heeft_geen_hoofdstuk_erover() -> None:
    agenda = Jaaragenda(ranglijst_uit(VOORBEELDEN / "nijmegen-rivierenland-2022"))

    assert _hoofdstukken(agenda) == {}


def test_elk_thema_met_taken_heeft_een_deel_met_tabellen() -> None:
    delen = _hoofdstukken(arnhem())

    assert list(delen) == ["indeling", "controles", "momenten"]
    themas = {b.onderwerp.thema for b in arnhem().alle}
    assert {deel.code for deel in delen["indeling"].delen} == {f"indeling-{t}" for t in themas}
    rijen = sum(len(deel.blokken[0].rijen) for deel in delen["indeling"].delen)
    assert rijen == 31


def test_de_oplegger_noemt_de_titels_als_het_er_weinig_zijn() -> None:
    assert [*indeling_punten(bibliotheken())] == [
        (
            "Hoe pakken we het aan: 2 met elkaar (‘Lampionnentocht’ en ‘Voorleesweek’), 1 eerst"
            " proberen (‘Knutselmiddag’), 1 elk huis zelf (‘Koffieochtend’) en 1 onbekend"
            " (‘Dichter op bezoek’)."
        ),
        "De zaal is veel te klein voor deze activiteit: Lampionnentocht bij Havenzaal.",
    ]
    assert next(indeling_punten(arnhem())) == "Wat doen we regionaal: 31 regionaal."


def test_wat_niet_klopt_noemt_een_titel_en_geen_code() -> None:
    (tabel,) = _hoofdstukken(bibliotheken())["controles"].blokken

    assert "Lampionnentocht bij Havenzaal" in [rij[3] for rij in tabel.rijen]


def test_wat_een_profiel_niet_heeft_staat_er_niet() -> None:
    """The invented one has a term in its route, and no moments."""
    delen = _hoofdstukken(bibliotheken())

    assert list(delen) == ["indeling", "controles", "momenten"]
    assert [deel.code for deel in delen["momenten"].delen] == ["termijnen"]


def test_een_moment_met_een_open_einde_zegt_alleen_wat_bekend_is() -> None:
    dagen = {code: dagen_tekst(m) for code, m in arnhem().ranglijst.profiel.moment.items()}

    assert dagen["stap-1"] == "tot en met 31 maart 2014"
    assert dagen["stap-5"] == "1 juli 2014"
    assert dagen["moment-2"] == "1 oktober 2014 tot en met 10 oktober 2014"


def test_een_termijn_staat_er_in_woorden() -> None:
    profiel = arnhem().ranglijst.profiel
    gremium = next(iter(profiel.gremium))

    assert termijn_tekst(Termijn(uren=24), profiel) == "binnen 24 uur"
    dagen = termijn_tekst(Termijn(dagen_voor=7, gremium=gremium), profiel)
    assert "7 dagen" in dagen
