"""Topics over meetings: who stands first chooses first, with room, and a week apart."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

from bouwers_jaar import JAAR, zonder_vakantie
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.jaar.kalender import Kalender, Vergadering
from agenda.jaar.spreiding import GeenPlek, Halte, Punt, Spreiding, spreid, te_vol

GREMIA = ("een", "twee", "drie")
dagen = st.dates(date(JAAR, 1, 1), date(JAAR, 12, 31))
plekken = st.sets(st.tuples(st.sampled_from(GREMIA), dagen), max_size=25)
wegen = st.dictionaries(
    st.sampled_from([f"onderwerp-{n}" for n in range(8)]),
    st.lists(st.sampled_from(GREMIA), max_size=4),
    max_size=8,
)


def kalender_met(*plekken: tuple[str, date]) -> Kalender:
    gesorteerd = sorted(plekken, key=lambda plek: (plek[1], plek[0]))
    vergaderingen = tuple(Vergadering(*plek) for plek in gesorteerd)
    return Kalender(zonder_vakantie(), vergaderingen, (), ())


def verspreid(
    kalender: Kalender,
    wegen: dict[str, list[str]],
    ruimte: int = 1,
    vanaf: date = date(JAAR, 1, 1),
    vast: dict[tuple[str, str], date] | None = None,
) -> Spreiding:
    def haltes(code: str) -> list[Halte]:
        return [Halte(gremium, nummer) for nummer, gremium in enumerate(wegen[code])]

    return spreid(list(wegen), haltes, kalender, lambda _: ruimte, vanaf, vast or {})


def test_wie_eerder_staat_kiest_eerst() -> None:
    kalender = kalender_met(("een", date(JAAR, 2, 1)), ("een", date(JAAR, 3, 1)))
    punten = verspreid(kalender, {"b": ["een"], "a": ["een"]}).punten
    assert [(p.onderwerp, p.datum.month) for p in punten] == [("b", 2), ("a", 3)]


def test_een_volgende_stap_is_minstens_een_week_later() -> None:
    kalender = kalender_met(
        ("een", date(JAAR, 2, 1)), ("twee", date(JAAR, 2, 5)), ("twee", date(JAAR, 2, 8))
    )
    (_, tweede) = verspreid(kalender, {"a": ["een", "twee"]}).punten
    assert tweede.datum == date(JAAR, 2, 8)


def test_zonder_plek_stopt_de_weg_en_dat_wordt_gezegd() -> None:
    kalender = kalender_met(
        ("een", date(JAAR, 2, 1)), ("drie", date(JAAR, 9, 1)), ("twee", date(JAAR, 1, 4))
    )
    uit = verspreid(kalender, {"a": ["een", "twee", "drie"]})
    assert [p.gremium for p in uit.punten] == ["een"]
    assert uit.zonder == (GeenPlek("vol", "a", "twee", date(JAAR, 2, 8)),)


def test_wat_voorbij_is_telt_niet_meer() -> None:
    kalender = kalender_met(("een", date(JAAR, 2, 1)), ("een", date(JAAR, 3, 1)))
    (punt,) = verspreid(kalender, {"a": ["een"]}, vanaf=date(JAAR, 2, 2)).punten
    assert punt.datum == date(JAAR, 3, 1)


def test_wat_vast_staat_gaat_voor_en_een_te_vroege_dag_wordt_gezegd() -> None:
    kalender = kalender_met(
        ("een", date(JAAR, 2, 1)), ("twee", date(JAAR, 2, 3)), ("twee", date(JAAR, 3, 3))
    )
    vast = {("twee", "b"): date(JAAR, 2, 3), ("twee", "c"): date(JAAR, 3, 3)}
    uit = verspreid(kalender, {"a": ["twee"], "b": ["een", "twee"], "c": ["twee"]}, vast=vast)
    assert [p.onderwerp for p in uit.punten if p.gremium == "twee"] == ["b", "c"]
    assert GeenPlek("te-vroeg", "b", "twee", date(JAAR, 2, 8), date(JAAR, 2, 3)) in uit.zonder
    assert GeenPlek("vol", "a", "twee", date(JAAR, 1, 1)) in uit.zonder


def test_meer_vaste_onderwerpen_dan_er_passen_wordt_gezegd() -> None:
    dag = date(JAAR, 2, 1)
    vast = {("een", "a"): dag, ("een", "b"): dag}
    uit = verspreid(kalender_met(("een", dag)), {"a": ["een"], "b": ["een"]}, vast=vast)
    assert list(te_vol(uit, lambda _: 1)) == [("een", dag, 2)]


@settings(max_examples=200)
@given(plekken, wegen, st.integers(1, 3), dagen)
def test_elke_spreiding_klopt(
    plekken: set[tuple[str, date]], wegen: dict[str, list[str]], ruimte: int, vanaf: date
) -> None:
    uit = verspreid(kalender_met(*plekken), wegen, ruimte, vanaf)
    assert max(Counter((p.gremium, p.datum) for p in uit.punten).values(), default=0) <= ruimte
    assert all(p.datum >= vanaf and (p.gremium, p.datum) in plekken for p in uit.punten)
    zonder = {z.onderwerp: z for z in uit.zonder}
    met_dagen = {gremium for gremium, _ in plekken}
    for code, weg in wegen.items():
        eigen = [p for p in uit.punten if p.onderwerp == code]
        langs = [gremium for gremium in weg if gremium in met_dagen]
        assert [p.gremium for p in eigen] == langs[: len(eigen)]
        assert (code in zonder) == (len(eigen) < len(langs))
        for vorige, volgende in pairwise(eigen):
            assert volgende.datum - vorige.datum >= timedelta(days=7)


@settings(max_examples=200)
@given(plekken, wegen, st.integers(1, 3))
def test_niemand_kon_eerder_dan_hij_staat(
    plekken: set[tuple[str, date]], wegen: dict[str, list[str]], ruimte: int
) -> None:
    """Against those who chose before: every earlier meeting was full or came too soon."""
    uit = verspreid(kalender_met(*plekken), wegen, ruimte)
    bezet: Counter[tuple[str, date]] = Counter()
    vorige: dict[str, Punt] = {}
    for punt in uit.punten:
        eerder = vorige.get(punt.onderwerp)
        grens = eerder.datum + timedelta(days=7) if eerder else date(JAAR, 1, 1)
        for gremium, dag in plekken:
            if gremium == punt.gremium and grens <= dag < punt.datum:
                assert bezet[gremium, dag] == ruimte
        bezet[punt.gremium, punt.datum] += 1
        vorige[punt.onderwerp] = punt
