"""Where municipalities do not agree, and what that does to the top: counted anew."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from math import comb

from bouwers_agenda import maak_onderwerp, ranglijst_van
from bouwers_vragen import CRITERIA, antwoord, met_antwoorden, voorbeeld
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.robuust.exact import Exact
from agenda.robuust.geschillen import MAX_GESCHILLEN
from agenda.robuust.passend import Passend
from agenda.robuust.robuustheid import onderzoek, onderzoek_lid
from agenda.robuust.standpunt import Standpunt
from agenda.weergave.robuust.robuust import toon_robuust

WET, WAL, VEILIG, BORGING, FRUIT = CRITERIA


@settings(max_examples=10, deadline=None)
@given(
    st.permutations(range(5)).flatmap(
        lambda p: st.integers(0, 3).map(lambda n: tuple(frozenset({c}) for c in p[:n]))
    ),
    st.dictionaries(st.tuples(*[st.integers(0, 1)] * 5), st.integers(1, 4), min_size=1, max_size=6),
)
def test_een_orde_als_antwoorden_weegt_hetzelfde_als_de_orde_zelf(
    orde: tuple[frozenset[int], ...], aantallen: dict[tuple[int, ...], int]
) -> None:
    een, ander = Exact(5, orde), Passend(5, Standpunt(orde))
    paren = [(a, b) for a in aantallen for b in aantallen if a != b]

    deel, geheel = (
        {p: {n: Fraction(m, w.totaal) for n, m in b.items()} for p, b in w.boven(aantallen).items()}
        for w in (een, ander)
    )

    assert deel == geheel
    assert [Fraction(m, een.totaal) for m in een.wint(paren)] == [
        Fraction(m, ander.totaal) for m in ander.wint(paren)
    ]
    assert een.gelijk(aantallen) == ander.gelijk(aantallen) == aantallen


def test_na_even_delen_patronen_hun_plaats() -> None:
    passend = Passend(3, Standpunt(op=((1, -1, 0),)))
    een, ander, derde = (1, 0, 0), (0, 1, 0), (0, 0, 1)
    aantallen = {een: 2, ander: 1, derde: 4}

    assert passend.gelijk(aantallen) == {een: 3, ander: 3, derde: 4}
    boven = passend.boven(aantallen)
    assert boven[een] == boven[ander]
    assert set(boven[een]) == {0, 4}
    assert [Fraction(m) / passend.totaal for m in passend.wint([(een, ander), (ander, een)])] == [
        Fraction(1, 2)
    ] * 2


def test_de_groep_met_antwoorden_is_het_gemiddelde_van_haar_gemeenten() -> None:
    lijst = ranglijst_van(
        maak_onderwerp("veilig", criteria=[VEILIG]), maak_onderwerp("wet", criteria=[WET])
    )
    gegeven = [
        antwoord([VEILIG], [WET], "links", "GM0268"),
        antwoord([VEILIG], [WET], "even", "GM0281"),
    ]

    robuust = onderzoek(met_antwoorden(lijst, gegeven))

    assert robuust.groep is not None
    assert [lid.code for lid in robuust.groep.met_voorkeur] == ["GM0268", "GM0281"]
    eerste = {
        k.onderwerp.code: robuust.groep.standen[k.patroon.zeker].verdeling.plaatsen[1]
        for k in robuust.plaatskansen
    }
    # Of 13: one always first, one half of each place, eleven in half of their weightings.
    assert eerste == {"veilig": Fraction(1 + 6, 13), "wet": Fraction(6, 13)}


def test_wie_even_zegt_kiest_niet_tussen_wat_voor_hem_gelijk_is() -> None:
    """With whole criteria and with shares, where weightings are drawn."""
    lijst = ranglijst_van(
        maak_onderwerp("veilig", criteria=[VEILIG]), maak_onderwerp("wet", criteria=[WET])
    )
    gelijk = met_antwoorden(lijst, [antwoord([VEILIG], [WET], "even", "GM0281")])
    (lid,) = [lid for lid in lijst.profiel.regio.leden if lid.code == "GM0281"]

    alleen = onderzoek_lid(gelijk, lid)
    samen = onderzoek(gelijk).groep

    assert alleen is not None
    assert samen is not None
    assert [(duel.voor, duel.tegen) for duel in (*alleen.duels, *samen.duels)] == [(0, 0)] * 2
    helft = (Fraction(1, 2), *[Fraction(0)] * 4), (Fraction(0), Fraction(1, 2), *[Fraction(0)] * 3)
    getrokken = Passend(5, Standpunt(op=((1, -1, 0, 0, 0),)), heel=False)
    assert getrokken.wint([helft]) == [Fraction(getrokken.totaal, 2)]


def test_wie_alleen_weet_niet_zegt_zei_niets() -> None:
    lijst = met_antwoorden(voorbeeld(), [antwoord([VEILIG], [WET], "weet-niet", "GM0281")])
    (lid,) = [lid for lid in lijst.profiel.regio.leden if lid.code == "GM0281"]

    assert onderzoek_lid(lijst, lid) is None
    assert onderzoek(lijst).groep is None


def test_wat_van_heel_veel_vragen_niet_bekeken_is_staat_erbij() -> None:
    kanten = [(links, c) for n in (1, 2) for links in combinations(CRITERIA, n) for c in CRITERIA]
    vragen = [antwoord(k, [c], "weet-niet", "GM0281") for k, c in kanten if c not in k]

    robuust = onderzoek(met_antwoorden(voorbeeld(), vragen))

    assert robuust.niet_bekeken == comb(5, 2) + comb(5, 2) * 3 - MAX_GESCHILLEN
    tekst = toon_robuust(robuust).tekst(1_000)
    assert "Alleen de eerste 30 vragen zijn bekeken; er zijn er nog 10 beantwoord." in tekst


def test_een_geschil_noemt_wie_welke_kant_kiest_en_wat_het_beslist() -> None:
    lijst = voorbeeld()
    wie = ("GM0268", "GM0225", "GM0281")
    gegeven = [
        antwoord([VEILIG], [WET], "links", wie[0]),
        antwoord([WET], [VEILIG], "links", wie[1]),
        antwoord([VEILIG], [WET], "even", wie[2]),
        antwoord([WAL, FRUIT], [BORGING], "links", wie[2]),
        antwoord([BORGING], [WAL], "links", wie[0]),
        antwoord([VEILIG], [WET], "rechts"),
    ]

    robuust = onderzoek(met_antwoorden(lijst, gegeven))

    (geschil,) = robuust.geschillen
    assert (geschil.links, geschil.rechts) == ((VEILIG,), (WET,))
    kanten = (geschil.voor_links, geschil.voor_rechts, geschil.even)
    assert [[lid.code for lid in kant] for kant in kanten] == [[code] for code in wie]
    toppen = []
    for kant in ("links", "rechts"):
        eens = [antwoord([VEILIG], [WET], kant, code) for code in wie]
        anders = onderzoek(met_antwoorden(lijst, [*eens, *gegeven[3:5]]))
        assert anders.groep is not None
        assert anders.geschillen == ()
        plaats = {
            k.onderwerp.code: anders.groep.standen[k.patroon.zeker] for k in anders.plaatskansen
        }
        toppen.append({code for code, stand in plaats.items() if stand.plaats <= 10})
    links, rechts = toppen
    assert {b.code for b in geschil.top_links} == links - rechts
    assert {b.code for b in geschil.top_rechts} == rechts - links
    assert geschil.gewicht > 0
    tekst = toon_robuust(robuust).tekst(1_000)
    assert "Het meest beslist dit ene verschil: «Veiligheid» of «Wetswijziging»." in tekst


def test_een_kant_volgt_ook_uit_een_volgorde_en_zonder_antwoorden_staat_er_niets() -> None:
    lijst = voorbeeld()
    instellingen = object.__new__(type(lijst.dossier.instellingen))
    for naam in instellingen.__dataclass_fields__:
        object.__setattr__(instellingen, naam, getattr(lijst.dossier.instellingen, naam))
    object.__setattr__(instellingen, "voorkeuren", {"GM0225": ((WET,), (VEILIG, FRUIT))})
    met_orde = replace(lijst, dossier=replace(lijst.dossier, instellingen=instellingen))
    gegeven = [antwoord([VEILIG], [WET], "links", "GM0268")]

    (geschil,) = onderzoek(met_antwoorden(met_orde, gegeven)).geschillen

    assert [lid.code for lid in geschil.voor_rechts] == ["GM0225"]
    zonder = onderzoek(met_orde)
    assert zonder.geschillen == ()
    assert "niet over eens" not in toon_robuust(zonder).tekst(1_000)
    alleen = toon_robuust(onderzoek(met_antwoorden(lijst, gegeven))).tekst(1_000)
    assert "Bij geen enkele vraag zeggen twee gemeenten iets anders." in alleen
