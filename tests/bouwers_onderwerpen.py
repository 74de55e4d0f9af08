"""Any topics that a person could type, for tests that write and read them back."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bouwers_agenda import BEIDE, CRITERIA
from hypothesis import strategies as st

from regels.lezen.tekst import geen_tekst

if TYPE_CHECKING:
    from bouwers_agenda import Rauw


def teksten(langste: int, regels: bool) -> st.SearchStrategy[str]:
    """Text that every form can hold."""
    gewoon = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]).filter(
        lambda teken: not geen_tekst(teken)
    )
    lastig = st.sampled_from([*"\"';,=+-@:#|", "e\u0301", "🏠", *(["\n"] if regels else [])])
    return st.lists(gewoon | lastig, max_size=langste).map("".join).map(_schoon)


def _schoon(tekst: str) -> str:
    return unicodedata.normalize("NFC", tekst).strip()


@st.composite
def onderwerpen(trek: st.DrawFn) -> list[Rauw]:
    codes = trek(
        st.lists(
            st.from_regex(r"[a-z0-9-]{2,40}", fullmatch=True),
            min_size=1,
            max_size=4,
            unique=True,
        )
    )
    return [_onderwerp(trek, code, codes[:nummer]) for nummer, code in enumerate(codes)]


def _onderwerp(trek: st.DrawFn, code: str, eerder: list[str]) -> Rauw:
    vrij = teksten(60, regels=True)
    tag = st.fixed_dictionaries(
        {"waarde": st.sampled_from(["ja", "nee", "onbekend"])},
        optional={"onderbouwing": vrij, "bron": vrij},
    )
    optioneel: dict[str, st.SearchStrategy[Any]] = {
        "toelichting": vrij,
        "plannen": st.lists(st.sampled_from(["samen-dichtbij", "regioplan-bw"])),
        "voorstellen": st.lists(st.integers(1, 25), max_size=4),
        "regios": st.lists(st.sampled_from(BEIDE)),
        "afstemming_nodig": st.sampled_from(["ja", "nee", "onbekend"]),
        "criteria": st.dictionaries(st.sampled_from([*CRITERIA]), tag)
        | st.lists(st.sampled_from([*CRITERIA])),
        "inspanning_fte": st.decimals(0, 100, places=2).filter(Decimal.is_finite),
        "kosten_euro": st.integers(0, 10**12),
        "bevoegdheid": st.sampled_from(["college", "raad", "onbekend"]),
        "ingediend_door": st.sampled_from(["GM0268", "GM0281"]),
        "groot_beleidsstuk": st.sampled_from(["ja", "nee", "onbekend"]),
        "juridische_toets": st.sampled_from(["ja", "nee", "onbekend"]),
        "urgent": st.sampled_from(["ja", "nee", "onbekend"]),
    }
    if eerder:
        optioneel["afhankelijk_van"] = st.lists(st.sampled_from(eerder))
    vast = {"code": code, "titel": trek(teksten(40, regels=False).filter(bool)), "thema": "wonen"}
    return vast | trek(st.fixed_dictionaries({}, optional=optioneel))
