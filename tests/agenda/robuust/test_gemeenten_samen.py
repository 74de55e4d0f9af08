"""Equal voices: the mean, the majority with its circles, and how far everyone agrees."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations, product
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import fouten_van, maak_dossier, maak_onderwerp, meegeleverd
from hypothesis import given, settings
from hypothesis import strategies as st
from patronen_agenda import delen

from agenda.robuust.eensgezindheid import kendall_w
from agenda.robuust.exact import Exact
from agenda.robuust.gewichten import marge
from agenda.robuust.groep import weeg_gemeenten
from agenda.robuust.trekkingen import Trekkingen

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.rangorde.patroon import Delen

A, B, C = (delen(2**n, 3) for n in range(3))


def test_een_orde_laat_alleen_de_passende_gewichten_over() -> None:
    wegingen = Exact(3, (frozenset({2}), frozenset({0, 1})))

    assert wegingen.wint([(C, A), (C, B)]) == [wegingen.totaal] * 2
    assert Fraction(wegingen.wint([(A, B)])[0], wegingen.totaal) == Fraction(1, 2)


@pytest.mark.parametrize("orde", [(), (frozenset({3}), frozenset({0, 1}))])
def test_loten_geeft_hetzelfde_als_precies_rekenen(orde: tuple) -> None:
    precies, geloot = Exact(5, orde), Trekkingen(5, orde, 40_000)
    aantallen = {delen(b): n for b, n in ((1, 2), (6, 1), (24, 1), (12, 3), (31, 1))}
    een, ander = precies.boven(aantallen), geloot.boven(aantallen)

    for patroon, n in product(aantallen, range(9)):
        kans = een[patroon].get(n, 0) / precies.totaal
        assert abs(kans - ander[patroon].get(n, 0) / geloot.totaal) < marge(40_000)


def test_de_groep_is_het_gemiddelde_van_alle_gemeenten() -> None:
    gemeenten = meegeleverd()[0].regio.leden
    ordes = {gemeenten[0].code: (frozenset({0}), frozenset({1}))}
    groep = weeg_gemeenten(gemeenten, ordes, [A, B], lambda orde: Exact(3, orde), 1)
    voor = Fraction(1, 13) + Fraction(12, 13) / 2

    assert groep.standen[A].verdeling.plaatsen == {1: voor, 2: 1 - voor}
    assert (groep.standen[A].in_top, groep.standen[B].in_top) == (1, 0)
    assert groep.standen[B].slechtst_af == (gemeenten[0],)
    (duel,) = groep.duels
    assert (duel.een, duel.voor, duel.tegen) == (A, 1, 0)


@pytest.mark.parametrize("zaad", range(5))
def test_toeval_bij_het_trekken_geeft_geen_meerderheid_en_geen_kring(zaad: int) -> None:
    """Each single criterion beats another in exactly half the weightings."""
    gemeenten = meegeleverd()[0].regio.leden
    alleen = [delen(2**n) for n in range(5)]
    groep = weeg_gemeenten(gemeenten, {}, alleen, lambda o: Trekkingen(5, o, 20_000, zaad), 1)
    beslist = sum(duel.voor > 0 for duel in groep.duels)

    # The margin holds for 19 in 20: of ten pairs hardly ever more than two are off by chance.
    assert beslist <= 2
    assert groep.kringen == ()


def test_een_kring_in_de_meerderheid_wordt_genoemd() -> None:
    gemeenten = meegeleverd()[0].regio.leden[:3]
    draaiend = ((0, 1, 2), (1, 2, 0), (2, 0, 1))
    ordes = {
        gemeente.code: tuple(frozenset({criterium}) for criterium in orde)
        for gemeente, orde in zip(gemeenten, draaiend, strict=True)
    }
    groep = weeg_gemeenten(gemeenten, ordes, [A, B, C], lambda orde: Exact(3, orde), 1)

    (kring,) = groep.kringen
    assert {duel.een for duel in kring} == {A, B, C}
    assert groep.kendall_w == 0


def test_wie_dezelfde_volgorde_geeft_is_het_eens() -> None:
    gemeenten = meegeleverd()[0].regio.leden
    eens = {g.code: tuple(frozenset({c}) for c in range(3)) for g in gemeenten}
    zes = {
        gemeente.code: tuple(frozenset({c}) for c in orde)
        for gemeente, orde in zip(gemeenten, permutations(range(3)), strict=False)
    }

    def w(ordes: dict, patronen: list[Delen], aantal: int = 13) -> Fraction | None:
        deelnemers = gemeenten[:aantal]
        return weeg_gemeenten(deelnemers, ordes, patronen, lambda orde: Exact(3, orde), 1).kendall_w

    assert w(eens, [A, B, C]) == 1
    assert w(eens, [A, B, B, C]) == 1  # everyone ties the same two
    assert w(zes, [A, B, C], 6) == 0
    assert w(eens, [B, B]) is None


def test_elke_fout_in_een_voorkeur_wordt_gemeld(tmp_path: Path) -> None:
    voorkeuren = {"GM9999": ["veiligheid"], "GM0268": ["veilighied", "veiligheid", "veiligheid"]}
    fouten = fouten_van(maak_dossier(tmp_path, [maak_onderwerp()], voorkeuren=voorkeuren))

    tekst = "\n".join(map(str, fouten))
    assert len(fouten) == 3
    assert "bedoelde u «veiligheid»" in tekst.lower()
    assert "elk criterium één keer" in tekst


VORMFOUTEN = {
    "geen lijst": ("veiligheid", "GM0268", "zet er haken omheen: [veiligheid]"),
    "niets": (None, "GM0268", "het zwaarste eerst"),
    "een getal": (["veiligheid", 3], "GM0268.2", "een criterium, of een lijst"),
    "een lege groep": (["veiligheid", []], "GM0268.2", "een criterium, of een lijst"),
    "een groep velden": ([{"veiligheid": 1}], "GM0268.1", "een criterium, of een lijst"),
    "onbekend in een groep": ([["veiligheid", "x"]], "GM0268.1.2", "een criterium (wets"),
    "twee keer": ([["veiligheid"], "veiligheid"], "GM0268.2", "elk criterium één keer"),
    "twee keer in een groep": ([["veiligheid", "veiligheid"]], "GM0268.1.2", "één keer"),
}


@pytest.mark.parametrize(
    ("voorkeur", "veld", "verwacht"), VORMFOUTEN.values(), ids=VORMFOUTEN.keys()
)
def test_een_voorkeur_met_een_verkeerde_vorm_wordt_op_haar_plek_geweigerd(
    voorkeur: object, veld: str, verwacht: str, tmp_path: Path
) -> None:
    map_ = maak_dossier(tmp_path, [maak_onderwerp()], voorkeuren={"GM0268": voorkeur})

    (fout,) = fouten_van(map_)

    assert fout.veld == f"voorkeuren.{veld}"
    assert verwacht in f"{fout.verwacht}; {fout.suggestie}"
    assert fout.plek.bestand == "dossier.yaml"
    assert "None" not in str(fout)


@settings(max_examples=60)
@given(st.lists(st.lists(st.integers(1, 4), min_size=4, max_size=4), min_size=2, max_size=4))
def test_kendall_w_is_wat_de_formule_op_de_rangen_geeft(oordelen: list[list[int]]) -> None:
    rangen = [
        [
            Fraction(1 + 2 * sum(a < eigen for a in rij) + sum(a == eigen for a in rij), 2)
            for eigen in rij
        ]
        for rij in oordelen
    ]
    m, n = len(oordelen), 4
    sommen = [sum(rij[i] for rij in rangen) for i in range(n)]
    s = sum((som - Fraction(m * (n + 1), 2)) ** 2 for som in sommen)
    knopen = sum(rij.count(w) ** 3 - rij.count(w) for rij in oordelen for w in set(rij))
    noemer = m * m * (n**3 - n) - m * knopen

    gevonden = kendall_w(
        [{i: Fraction(oordeel) for i, oordeel in enumerate(rij)} for rij in oordelen],
        dict.fromkeys(range(n), 1),
    )

    assert gevonden == (12 * s / noemer if noemer else None)
    assert gevonden is None or 0 <= gevonden <= 1


def test_de_duels_tellen_wie_in_meer_dan_de_helft_van_haar_wegingen_kiest() -> None:
    gemeenten = meegeleverd()[0].regio.leden[:4]
    a, b, c = (frozenset({criterium}) for criterium in range(3))
    ordes = {gemeenten[0].code: (a, b), gemeenten[1].code: (b, a), gemeenten[2].code: (b, c, a)}

    groep = weeg_gemeenten(gemeenten, ordes, [A, delen(0b110, 3)], lambda orde: Exact(3, orde), 1)

    # {a} beats {b, c} in a quarter of all weightings, and in half of those with a heavier than b.
    (duel,) = groep.duels
    assert (duel.een, duel.voor, duel.tegen) == (delen(0b110, 3), 3, 0)
