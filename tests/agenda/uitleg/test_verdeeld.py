"""Two topics and the smallest change where municipalities differ, against the list made again."""

from __future__ import annotations

import json
from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import CRITERIA, maak_onderwerp, plaatsen, ranglijst_uit
from bouwers_oordelen import gemeenten, maak_verdeeld_dossier, stemmen, willekeurig

from agenda.gewichten.proef import herweeg
from agenda.rangorde.ranglijst import TOP
from agenda.robuust.paren import PrecieseParen
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.uitleg.paar import zet_tegenover
from agenda.uitleg.uitleg import leg_uit
from agenda.uitleg.wijziging import Gewichtwijziging, Stemwijziging
from agenda.weergave.uitleg.paar import toon_paar
from agenda.weergave.uitleg.paar_zinnen import voorwaarde_tekst
from agenda.weergave.uitleg.verandering import verandering_json, verandering_rijen, verandering_tak

if TYPE_CHECKING:
    from bouwers_agenda import Rauw

    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.uitleg.paar import Paar
    from agenda.uitleg.wijziging import Verandering


def maak(onderwerpen: list[Rauw], rijen: list[dict[str, Any]], **ook: Any) -> Ranglijst:
    with TemporaryDirectory() as map_:
        return ranglijst_uit(maak_verdeeld_dossier(Path(map_), onderwerpen, rijen, **ook))


@cache
def lijst(zaad: int, aantal: int = 14) -> Ranglijst:
    onderwerpen, rijen, gewichten = willekeurig(zaad, aantal)
    return maak(onderwerpen, rijen, gewichten=gewichten)


def lijst_met(**tellingen: dict[str, str]) -> Ranglijst:
    """Topics with per criterion the voices; of a criterion that is not named all say no."""
    rijen = [
        rij
        for code, per_criterium in tellingen.items()
        for criterium in CRITERIA
        for rij in stemmen(code, criterium, per_criterium.get(criterium, "n" * 13))
    ]
    return maak([maak_onderwerp(code, criteria=None) for code in tellingen], rijen)


def paar_van(ranglijst: Ranglijst, een: str, ander: str) -> Paar:
    return zet_tegenover(leg_uit(ranglijst, een), leg_uit(ranglijst, ander))


@pytest.mark.parametrize("zaad", range(3))
def test_de_verschillen_tellen_op_en_het_aandeel_is_dat_van_alle_wegingen(zaad: int) -> None:
    ranglijst = lijst(zaad)
    wegingen = PrecieseParen(5)

    for een, ander in pairwise(ranglijst.toegelaten):
        paar = paar_van(ranglijst, een.code, ander.code)
        assert sum(deel.punten for deel in paar.criteria) == paar.verschil
        assert paar.verschil == een.uitslag.score - ander.uitslag.score
        kanten = [
            tuple(Fraction(t.ja, t.aantal) for t in lid.uitslag.tellingen)
            or tuple(Fraction(o.uitkomst == "ja") for o in lid.uitslag.criteria)
            for lid in (een, ander)
        ]
        assert paar.verhouding is not None
        aandeel = wegingen.wint([(kanten[0], kanten[1])])[0]
        assert paar.verhouding.aandeel * wegingen.totaal == aandeel
        terug = paar_van(ranglijst, ander.code, een.code)
        assert (terug.voor_een, terug.voor_ander) == (paar.voor_ander, paar.voor_een)


@pytest.mark.parametrize("zaad", range(3))
def test_de_omslag_in_woorden_is_waar_voor_elke_weging(zaad: int) -> None:
    ranglijst = lijst(zaad)
    proef = [{c: (7 * n + 3 * i) % 6 for i, c in enumerate(CRITERIA)} for n in range(6)]

    for een, ander in pairwise(ranglijst.toegelaten):
        paar = paar_van(ranglijst, een.code, ander.code)
        for gewichten in proef:
            mee, tegen = (
                sum(gewichten[regel.code] * keer for regel, keer in delen)
                for delen in (paar.voor_een, paar.voor_ander)
            )
            plek = plaatsen(herweeg(ranglijst, gewichten))
            assert (plek[een.code] < plek[ander.code]) == (mee > tegen)
            assert (plek[een.code] > plek[ander.code]) == (mee < tegen)
        assert paar.verhouding is not None
        assert bool(voorwaarde_tekst(paar)) == (paar.verhouding.soort == "wisselt")


def test_een_paar_met_stemmen_leest_als_een_zin() -> None:
    ranglijst = lijst_met(
        een={"veiligheid": "j" * 9 + "n" * 3 + "?", "wetswijziging": "j" * 2 + "n" * 11},
        ander={"veiligheid": "j" * 5 + "n" * 8, "wetswijziging": "j" * 4 + "n" * 9},
    )
    paar = paar_van(ranglijst, "een", "ander")
    tekst = " ".join(toon_paar(paar, ranglijst).als("tabel", 500).split())

    assert "verdeeld (9 ja, 3 nee, 1 onbekend) tegenover verdeeld (5 ja, 8 nee)" in tekst
    assert "Verschil: −2/13 + 0 + 4/13 + 0 + 0 = +2/13" in tekst
    assert "(score 11/13, afgerond 0,85 tegenover 9/13, afgerond 0,69)" in tekst
    assert "een staat bij ongeveer 67% (2/3) van alle mogelijke gewichten boven ander" in tekst
    assert "Nog onbekend: veiligheid (een, bij 1 van de 13)." in tekst
    assert "kan het verschil daardoor nog van +2/13 tot +3/13 lopen" in tekst
    assert "ander komt boven een zodra wetswijziging zwaarder weegt dan 2 × veiligheid" in tekst
    uit = json.loads(toon_paar(paar, ranglijst).als("json", 100))
    assert (uit["verschil"], uit["verschil_grenzen"]) == ("2/13", ["2/13", "3/13"])
    veiligheid = uit["criteria"][2]
    assert (veiligheid["punten"], veiligheid["verschil"]) == ("9/13", "4/13")
    assert veiligheid["oordelen"] == {"ja": 9, "nee": 3, "onbekend": 1}


@pytest.mark.parametrize(
    ("een", "ander", "soort", "zin"),
    [
        ("j" * 9, "j" * 8, "altijd-boven", "geen criterium telt voor ander meer mee"),
        ("j" * 9, "j" * 9, "altijd-gelijk", "elk criterium telt even veel mee"),
    ],
)
def test_wie_nergens_minder_heeft_staat_altijd_boven(
    een: str, ander: str, soort: str, zin: str
) -> None:
    ranglijst = lijst_met(
        een={"veiligheid": een.ljust(13, "n")}, ander={"veiligheid": ander.ljust(13, "n")}
    )
    paar = paar_van(ranglijst, "een", "ander")

    assert paar.verhouding is not None
    assert paar.verhouding.soort == soort
    assert zin in " ".join(toon_paar(paar, ranglijst).als("tabel", 500).split())
    assert paar.grenzen is None


GELUKT = {
    "hoger": lambda nu, dan: dan < nu,
    "lager": lambda nu, dan: dan > nu,
    "in-top": lambda nu, dan: dan <= TOP < nu,
    "uit-top": lambda nu, dan: nu <= TOP < dan,
}


def antwoorden_op(ranglijst: Ranglijst, code: str) -> dict[tuple[str, str], str]:
    """(municipality, criterion) → its answer, of one topic."""
    oordelen = (o for o in ranglijst.dossier.oordelen if o.onderwerp == code)
    return {(o.gemeente, o.criterium): o.waarde for o in oordelen}


def plaats_met(ranglijst: Ranglijst, code: str, criterium: str, wie: list[str], waarde: str) -> int:
    """The place when these municipalities answer otherwise: counted anew from the answers."""
    scores = {}
    for lid in ranglijst.toegelaten:
        eigen = antwoorden_op(ranglijst, lid.code)
        if lid.code == code:
            eigen |= {(gemeente, criterium): waarde for gemeente in wie}
        sprekers = {gemeente for gemeente, _ in eigen}
        scores[lid.code] = (
            sum(
                Fraction(ranglijst.gewichten[c], len(sprekers))
                for (_, c), antwoord in eigen.items()
                if antwoord == "ja"
            )
            if sprekers
            else lid.uitslag.score
        )
    return 1 + sum(score > scores[code] for score in scores.values())


@pytest.mark.traag
@pytest.mark.parametrize("zaad", range(4))
def test_de_minste_gemeenten_die_anders_zeggen_zijn_wat_uitproberen_ook_vindt(zaad: int) -> None:
    ranglijst = lijst(zaad)
    agenda = Jaaragenda(ranglijst)

    for lid in ranglijst.toegelaten[::4]:
        if not lid.uitslag.tellingen:
            continue
        assert lid.plaats is not None
        eigen = antwoorden_op(ranglijst, lid.code)
        wie = {gemeente for gemeente, _ in eigen}
        sprekers = [gemeente for gemeente in gemeenten() if gemeente in wie]
        for verandering in agenda.veranderingen(lid.code):
            gevonden, minste = stemwijzigingen(verandering), minste_van(verandering)
            verwacht = {}
            for aantal in range(1, len(sprekers) + 1):
                for criterium in CRITERIA:
                    for nieuw in ("ja", "nee"):
                        kan = [
                            g
                            for g in sprekers
                            if ((eigen.get((g, criterium)) == "ja") != (nieuw == "ja"))
                        ]
                        if len(kan) < aantal:
                            continue
                        plaats = plaats_met(ranglijst, lid.code, criterium, kan[:aantal], nieuw)
                        if GELUKT[verandering.doel](lid.plaats, plaats):
                            verwacht[criterium, nieuw] = (aantal, tuple(kan), plaats)
                if verwacht:
                    break
            assert gevonden == verwacht, (lid.code, verandering.doel)
            assert minste is None or all(aantal == minste for aantal, _, _ in verwacht.values())


def stemwijzigingen(verandering: Verandering) -> dict[tuple[str, str], tuple[Any, ...]]:
    uit = {}
    for mogelijkheid in verandering.mogelijkheden:
        (wijziging,) = mogelijkheid.wijzigingen
        if isinstance(wijziging, Stemwijziging):
            wie = tuple(lid.code for lid in wijziging.wie)
            uit[wijziging.criterium.code, wijziging.nieuw] = (
                wijziging.aantal,
                wie,
                mogelijkheid.plaats,
            )
    return uit


def minste_van(verandering: Verandering) -> int | None:
    aantallen = {aantal for aantal, _, _ in stemwijzigingen(verandering).values()}
    assert len(aantallen) <= 1
    return next(iter(aantallen), None)


def test_naast_wat_gemeenten_zeggen_staat_wat_een_gewicht_doet() -> None:
    ranglijst = lijst_met(
        aa={"veiligheid": "j" * 9 + "n" * 4},
        bb={"veiligheid": "j" * 7 + "n" * 5 + "?", "wetswijziging": "j" * 1 + "n" * 12},
    )
    agenda = Jaaragenda(ranglijst)
    hoger = {v.doel: v for v in agenda.veranderingen("bb")}["hoger"]

    soorten = [type(m.wijzigingen[0]) for m in hoger.mogelijkheden]
    assert soorten == [*[Stemwijziging] * len(CRITERIA), *[Gewichtwijziging] * 2]
    (uit,) = verandering_json([hoger])
    eerste, *_, laatste = (m["wijzigingen"][0] for m in uit["mogelijkheden"])
    assert eerste["zin"].startswith("wetswijziging: 1 gemeente meer zegt ja (nu: 1 ja, 12 nee")
    assert (eerste["soort"], eerste["nieuw"], eerste["aantal"]) == ("oordelen", "ja", 1)
    assert (len(eerste["gemeenten"]), eerste["nu"]["ja"]) == (12, 1)
    assert (laatste["criterium"], laatste["nu"], laatste["nieuw"]) == ("veiligheid", 1, 0)


def test_wie_het_anders_zou_kunnen_zeggen_staat_er_bij_naam() -> None:
    ranglijst = lijst_met(
        aa={"veiligheid": "j" * 9 + "n" * 4}, bb={"veiligheid": "j" * 7 + "n" * 5 + "?"}
    )
    agenda = Jaaragenda(ranglijst)
    veranderingen = agenda.veranderingen("bb")
    hoger = {v.doel: v for v in veranderingen}["hoger"]
    wijziging = stemwijzigingen(hoger)["veiligheid", "ja"]

    assert wijziging == (2, gemeenten()[7:], 1)
    tekst = str(verandering_tak(veranderingen, 2))
    assert "veiligheid: 2 gemeenten meer zeggen ja (nu: 7 ja, 5 nee, 1 onbekend; 2 van: " in tekst
    assert "doe " not in tekst.lower()
    rij = next(r for r in verandering_rijen("bb", veranderingen, 2) if "veiligheid" in str(r[5]))
    assert rij[4] == "7 ja, 5 nee, 1 onbekend"


def test_een_gemeente_die_niets_zei_kan_ook_nog_ja_zeggen() -> None:
    rijen = [
        *stemmen("aa", "veiligheid", "jj?"),
        *stemmen("bb", "veiligheid", "j--"),
        *stemmen("bb", "wetswijziging", "-nn"),
    ]
    ranglijst = maak([maak_onderwerp(c, criteria=None) for c in ("aa", "bb")], rijen)
    hoger = {v.doel: v for v in Jaaragenda(ranglijst).veranderingen("bb")}["hoger"]

    assert stemwijzigingen(hoger)["veiligheid", "ja"] == (1, gemeenten()[1:3], 1)
