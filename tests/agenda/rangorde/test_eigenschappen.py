"""What must hold for any set of topics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import BEIDE, CRITERIA, Rauw, maak_onderwerp, plaatsen, ranglijst_van
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.uitleg.uitleg import Uitlegger

if TYPE_CHECKING:
    from agenda.rangorde.ranglijst import Ranglijst

ANTWOORDEN = st.sampled_from(["ja", "nee", "onbekend"])
GEWICHTEN = st.dictionaries(st.sampled_from(sorted(CRITERIA)), st.integers(0, 10))


TAGS = st.dictionaries(st.sampled_from(sorted(CRITERIA)), ANTWOORDEN)
TAGS_OF_LIJST = TAGS | st.lists(st.sampled_from([*CRITERIA]))
PLANNEN = st.sampled_from([None, [], ["regioplan-bw"]])
REGIOS = st.sampled_from([None, [], BEIDE[:1], BEIDE])


@st.composite
def onderwerpen(trek: st.DrawFn, toegelaten: bool = False, minstens: int = 1) -> list[Rauw]:
    """Topics with codes a-0, a-1 …; all admitted when that is asked."""
    lijst = []
    for nummer in range(trek(st.integers(minstens, 8))):
        velden: dict[str, Any] = {"criteria": trek(TAGS_OF_LIJST)}
        if not toegelaten:
            velden["plannen"] = trek(PLANNEN)
            velden["regios"] = trek(REGIOS)
            velden["afstemming_nodig"] = trek(ANTWOORDEN)
        titel = "Dezelfde titel" if trek(st.booleans()) else f"Titel {nummer}"
        lijst.append(maak_onderwerp(f"a-{nummer}", titel=titel, **velden))
    return lijst


@settings(max_examples=30)
@given(onderwerpen(toegelaten=True), st.data(), GEWICHTEN)
def test_een_criterium_dat_ja_wordt_maakt_de_plaats_nooit_slechter(
    lijst: list[Rauw], keuze: st.DataObject, gewichten: dict[str, int]
) -> None:
    criterium = keuze.draw(st.sampled_from([*CRITERIA]))
    gekozen = keuze.draw(st.sampled_from(lijst))
    rest = [onderwerp for onderwerp in lijst if onderwerp is not gekozen]
    tags_zonder = dict.fromkeys(CRITERIA, "nee") | keuze.draw(TAGS) | {criterium: "nee"}
    tags_met = tags_zonder | {criterium: "ja"}

    zonder = ranglijst_van(*rest, gekozen | {"criteria": tags_zonder}, gewichten=gewichten)
    met = ranglijst_van(*rest, gekozen | {"criteria": tags_met}, gewichten=gewichten)

    assert plaatsen(met)[gekozen["code"]] <= plaatsen(zonder)[gekozen["code"]]


@settings(max_examples=30)
@given(onderwerpen(), GEWICHTEN, st.integers(2, 10))
def test_alle_gewichten_keer_hetzelfde_getal_verandert_geen_plaats(
    lijst: list[Rauw], gewichten: dict[str, int], factor: int
) -> None:
    alle = dict.fromkeys(CRITERIA, 1) | gewichten
    keer = {code: gewicht * factor for code, gewicht in alle.items()}

    een, twee = ranglijst_van(*lijst, gewichten=alle), ranglijst_van(*lijst, gewichten=keer)

    assert list(plaatsen(een).items()) == list(plaatsen(twee).items())
    assert [g.uitslag.score * factor for g in een.toegelaten] == [
        g.uitslag.score for g in twee.toegelaten
    ]


@settings(max_examples=30)
@given(onderwerpen(minstens=2), st.data())
def test_een_onderwerp_weghalen_laat_de_volgorde_van_de_rest_zoals_die_was(
    lijst: list[Rauw], keuze: st.DataObject
) -> None:
    weg = keuze.draw(st.sampled_from(lijst))

    alle = ranglijst_van(*lijst)
    rest = ranglijst_van(*(onderwerp for onderwerp in lijst if onderwerp is not weg))

    volgorde = [b.onderwerp.code for b in alle.alle if b.onderwerp.code != weg["code"]]
    assert [b.onderwerp.code for b in rest.alle] == volgorde


@settings(max_examples=30)
@given(onderwerpen(), GEWICHTEN)
def test_de_punten_van_de_uitleg_tellen_op_tot_de_score(
    lijst: list[Rauw], gewichten: dict[str, int]
) -> None:
    ranglijst = ranglijst_van(*lijst, gewichten=gewichten)
    uitlegger = Uitlegger(ranglijst)

    for beoordeeld in ranglijst.alle:
        uitleg = uitlegger.leg_uit(beoordeeld)
        assert sum(deel.punten for deel in uitleg.criteria) == uitleg.score
        assert uitleg.score == beoordeeld.uitslag.score <= uitleg.score_max
        assert sum(deel.gewicht for deel in uitleg.criteria if deel.waarde != "nee") == (
            uitleg.score_max
        )


@settings(max_examples=30)
@given(onderwerpen())
def test_elk_onderwerp_staat_precies_een_keer_in_de_drie_lijsten(lijst: list[Rauw]) -> None:
    ranglijst = ranglijst_van(*lijst)

    drie = (ranglijst.toegelaten, ranglijst.onbeslist, ranglijst.niet_toegelaten)
    codes = [deel.onderwerp.code for delen in drie for deel in delen]
    assert sorted(codes) == sorted(onderwerp["code"] for onderwerp in lijst)


@settings(max_examples=30)
@given(onderwerpen(toegelaten=True), st.data())
def test_wat_onbekend_was_geeft_later_een_score_tussen_de_laagste_en_de_hoogste(
    lijst: list[Rauw], keuze: st.DataObject
) -> None:
    nu = ranglijst_van(*lijst)
    later = ranglijst_van(*(_bekend_gemaakt(onderwerp, keuze) for onderwerp in lijst))

    scores = {g.onderwerp.code: g.uitslag.score for g in later.toegelaten}
    for geplaatst in nu.toegelaten:
        uitslag = geplaatst.uitslag
        assert uitslag.score <= scores[geplaatst.onderwerp.code] <= uitslag.score_max


def _bekend_gemaakt(onderwerp: Rauw, keuze: st.DataObject) -> Rauw:
    criteria = onderwerp["criteria"]
    if isinstance(criteria, list):
        return onderwerp
    bekend = {code: keuze.draw(st.sampled_from(["ja", "nee"])) for code in CRITERIA}
    zeker = {code: tag for code, tag in criteria.items() if tag != "onbekend"}
    return onderwerp | {"criteria": bekend | zeker}


@settings(max_examples=30)
@given(onderwerpen(minstens=2), st.data())
def test_een_afhankelijkheid_verandert_niets_aan_score_en_plaats(
    lijst: list[Rauw], keuze: st.DataObject
) -> None:
    codes = [onderwerp["code"] for onderwerp in lijst]
    van = {
        code: [eerder for eerder in codes[:nummer] if keuze.draw(st.booleans())]
        for nummer, code in enumerate(codes)
    }
    met = [onderwerp | {"afhankelijk_van": van[onderwerp["code"]]} for onderwerp in lijst]

    assert _kern(ranglijst_van(*met)) == _kern(ranglijst_van(*lijst))


def _kern(ranglijst: Ranglijst) -> list[tuple[Any, ...]]:
    return [(b.onderwerp.code, b.uitslag, getattr(b, "plaats", None)) for b in ranglijst.alle]


@settings(max_examples=40)
@given(onderwerpen(), st.randoms(use_true_random=False))
def test_de_volgorde_van_de_invoer_doet_er_niet_toe(lijst: list[Rauw], kans: Any) -> None:
    geschud = kans.sample(lijst, len(lijst))

    assert ranglijst_van(*geschud) == ranglijst_van(*lijst)


@pytest.mark.parametrize("aantal", [0, 1])
def test_een_lijst_met_geen_of_een_onderwerp_kent_geen_gedeelde_plaats(aantal: int) -> None:
    ranglijst = ranglijst_van(*[maak_onderwerp()][:aantal])

    assert [(g.plaats, g.gedeeld) for g in ranglijst.toegelaten] == [(1, False)][:aantal]
