"""The order of execution, against a plain calculation from the words of its definition."""

from __future__ import annotations

from typing import Any

from bouwers_agenda import Rauw, maak_onderwerp, ranglijst_van
from hypothesis import given
from hypothesis import strategies as st

from agenda.samenhang.samenhang import Samenhang
from agenda.weergave.samenhang.samenhang import toon_samenhang

CRITERIA = ("veiligheid", "wetswijziging", "wal-en-schip")


def samenhang_van(*rauw: Rauw, **opties: Any) -> Samenhang:
    return Samenhang(ranglijst_van(*rauw, **opties))


def volgorde_van(samenhang: Samenhang) -> list[str]:
    return [lid.code for lid in samenhang.volgorde]


def naief(samenhang: Samenhang) -> list[str]:
    """«Needs» is closed over all topics; each time the best of those whose needs are placed."""
    leden = samenhang.leden

    def nodig(code: str) -> set[str]:
        eigen = set(leden[code].onderwerp.afhankelijk_van)
        return eigen.union(*map(nodig, eigen))

    def rang(code: str) -> tuple[Any, ...]:
        return (leden[code].plaats, leden[code].titel, code)

    toegelaten = {code for code, lid in leden.items() if lid.status == "toegelaten"}
    alles_nodig = {code: nodig(code) for code in leden}
    urgentie = {
        code: min(
            rang(ander) for ander in toegelaten if code == ander or code in alles_nodig[ander]
        )
        for code in toegelaten
    }
    uit: list[str] = []
    while len(uit) < len(toegelaten):
        kan = [c for c in toegelaten - {*uit} if not (alles_nodig[c] & toegelaten) - {*uit}]
        uit.append(min(kan, key=lambda code: (urgentie[code], rang(code))))
    return uit


@st.composite
def onderwerpen(draw: st.DrawFn) -> list[Rauw]:
    """Topics without circles: admitted or not, equal places, equal titles, in any order."""
    codes = draw(st.permutations([f"c{n}" for n in range(draw(st.integers(1, 10)))]))
    lijst = [
        maak_onderwerp(
            code,
            titel=draw(st.sampled_from(["Aap", "Noot", f"Mies {code}"])),
            afstemming_nodig=draw(st.sampled_from(["ja", "ja", "nee", None])),
            criteria=draw(st.lists(st.sampled_from(CRITERIA), unique=True)),
            afhankelijk_van=draw(st.sets(st.sampled_from(codes[:n]), max_size=3)) if n else (),
        )
        for n, code in enumerate(codes)
    ]
    return list(draw(st.permutations(lijst)))


@given(onderwerpen())
def test_de_volgorde_is_die_van_de_afspraak(lijst: list[Rauw]) -> None:
    samenhang = samenhang_van(*lijst)

    assert volgorde_van(samenhang) == naief(samenhang)


def test_wat_via_een_niet_toegelaten_onderwerp_nodig_is_gaat_voor() -> None:
    for afstemming in ("nee", None):
        samenhang = samenhang_van(
            maak_onderwerp("aa", criteria=["veiligheid"], afhankelijk_van=["bb"]),
            maak_onderwerp("bb", afstemming_nodig=afstemming, afhankelijk_van=["cc"]),
            maak_onderwerp("cc"),
        )

        assert volgorde_van(samenhang) == ["cc", "aa"]
        assert [[lid.code for lid in keten] for keten in samenhang.ketens] == [["cc", "bb", "aa"]]
        assert samenhang.ontgrendelt == {"aa": 0, "bb": 1, "cc": 1}
        assert "en daardoor cc (plaats 2)" in toon_samenhang(samenhang).als("tabel", 200)


def test_wat_het_eerste_onderwerp_nodig_heeft_gaat_voor_wat_het_tweede_nodig_heeft() -> None:
    samenhang = samenhang_van(
        maak_onderwerp("aa"),
        maak_onderwerp("bb"),
        maak_onderwerp("cc", criteria=["veiligheid"], afhankelijk_van=["aa"]),
        maak_onderwerp("dd", criteria=list(CRITERIA), afhankelijk_van=["bb"]),
    )

    assert volgorde_van(samenhang) == ["bb", "dd", "aa", "cc"]
