"""The questions to settle first, held against every way in which the unknowns can turn out."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.robuust.openstaand import Kandidaat, OpenTag, openstaande_tags

CRITERIA = "abc"


@st.composite
def kandidaten(trek: st.DrawFn) -> list[Kandidaat]:
    """At most five candidates and nine unknown answers, over criteria with weights from 0 to 4."""
    gewichten = {criterium: trek(st.integers(0, 4)) for criterium in CRITERIA}
    over = 9
    lijst = []
    for nummer in range(trek(st.integers(0, 5))):
        zeker, onbekend = 0, {}
        for criterium, gewicht in gewichten.items():
            soort = trek(st.sampled_from(["ja", "nee", "onbekend"]))
            if soort == "onbekend" and over:
                stemmen = trek(st.integers(1, min(over, 3)))
                onbekend[criterium] = (gewicht,) * stemmen
                over -= stemmen
            elif soort == "ja":
                zeker += gewicht
        lijst.append(Kandidaat(f"k-{nummer}", zeker, onbekend))
    return lijst


def uitgeprobeerd(lijst: list[Kandidaat], top: int) -> set[OpenTag]:
    """The unknowns of which one answer can make the top differ, for some values of the others."""
    open_ = [
        (nummer, criterium, deel)
        for nummer, kandidaat in enumerate(lijst)
        for criterium, delen in kandidaat.onbekend.items()
        for deel in delen
    ]

    def in_top(waarden: tuple[int, ...]) -> frozenset[int]:
        scores = [kandidaat.zeker for kandidaat in lijst]
        for (nummer, _, deel), waarde in zip(open_, waarden, strict=True):
            scores[nummer] += waarde * deel
        return frozenset(
            nummer for nummer, s in enumerate(scores) if sum(ander > s for ander in scores) < top
        )

    toppen = {waarden: in_top(waarden) for waarden in product((0, 1), repeat=len(open_))}
    return {
        OpenTag(lijst[nummer].code, criterium)
        for plek, (nummer, criterium, _) in enumerate(open_)
        for waarden, top_ in toppen.items()
        if not waarden[plek] and toppen[*waarden[:plek], 1, *waarden[plek + 1 :]] != top_
    }


@settings(max_examples=150)
@given(kandidaten(), st.integers(1, 5))
def test_de_vragen_zijn_precies_de_onbekenden_die_de_top_kunnen_veranderen(
    lijst: list[Kandidaat], top: int
) -> None:
    assert set(openstaande_tags(lijst, top)) == uitgeprobeerd(lijst, top)


def test_een_onbekend_criterium_zonder_gewicht_is_geen_vraag() -> None:
    lijst = [Kandidaat("een", 1, {"a": (0,), "b": (1,)}), Kandidaat("twee", 1, {})]

    assert openstaande_tags(lijst, 1) == (OpenTag("een", "b"),)


def test_wie_al_zeker_in_de_top_staat_en_niemand_verdringt_is_geen_vraag() -> None:
    lijst = [Kandidaat("een", 2, {"a": (1,)}), Kandidaat("twee", 1, {}), Kandidaat("drie", 0, {})]

    assert openstaande_tags(lijst, 2) == ()
