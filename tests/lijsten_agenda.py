"""Random topics for tests of `agenda`: lists with many shared places, and with much unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bouwers_agenda import BEIDE, CRITERIA, maak_onderwerp
from hypothesis import strategies as st

if TYPE_CHECKING:
    from bouwers_agenda import Rauw

ANTWOORDEN = st.sampled_from(["ja", "nee", "onbekend"])
TAGS = st.fixed_dictionaries(dict.fromkeys(CRITERIA, ANTWOORDEN))


def gewichten(hoogstens: int = 5) -> st.SearchStrategy[dict[str, int]]:
    """A weight for every criterium; low ones, so that scores are often equal."""
    return st.fixed_dictionaries(dict.fromkeys(CRITERIA, st.integers(0, hoogstens)))


def toegelaten(minstens: int = 1, hoogstens: int = 6) -> st.SearchStrategy[list[Rauw]]:
    """Admitted topics a-0, a-1 …"""
    return st.lists(TAGS, min_size=minstens, max_size=hoogstens).map(
        lambda lijst: [maak_onderwerp(f"a-{n}", criteria=tags) for n, tags in enumerate(lijst)]
    )


@st.composite
def niet_toegelaten(trek: st.DrawFn) -> Rauw:
    """A topic that one or more facts keep from being admitted."""
    velden: dict[str, Any] = {
        "plannen": trek(st.sampled_from([None, [], ["samen-dichtbij"]])),
        "regios": trek(st.sampled_from([None, [], BEIDE[:1], BEIDE[1:], BEIDE])),
        "afstemming_nodig": trek(ANTWOORDEN),
    }
    if velden == {"plannen": ["samen-dichtbij"], "regios": BEIDE, "afstemming_nodig": "ja"}:
        velden[trek(st.sampled_from(["plannen", "regios"]))] = []
    return maak_onderwerp("proef", criteria=trek(TAGS), **velden)
