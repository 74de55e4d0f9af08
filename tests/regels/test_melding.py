"""Findings as data: places, sentences, and values shown safely on one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regels.melding import Bestandsfout, Invoerfout, Melding, Plek, Regelstrijd, kolomletters
from regels.taal import MAX_TOON, bedoelde_u, opsomming, toon, zichtbaar


@pytest.mark.parametrize(
    ("kolom", "letters"),
    [
        (1, "A"),
        (2, "B"),
        (26, "Z"),
        (27, "AA"),
        (52, "AZ"),
        (53, "BA"),
        (702, "ZZ"),
        (703, "AAA"),
        (16_384, "XFD"),
        (0, ""),
    ],
)
def test_kolom_heet_zoals_in_een_rekenblad(kolom: int, letters: str) -> None:
    assert kolomletters(kolom) == letters


@given(st.integers(1, 20_000))
def test_kolomletters_zijn_een_getal_in_letters(kolom: int) -> None:
    getal = 0
    for letter in kolomletters(kolom):
        getal = getal * 26 + ord(letter) - ord("A") + 1

    assert getal == kolom


@pytest.mark.parametrize(
    ("plek", "tekst"),
    [
        (Plek("a.yaml"), "a.yaml"),
        (Plek("a.yaml", 3, 5), "a.yaml:3:5"),
        (Plek("a.xlsx", 7, 3, "Onderwerpen"), "a.xlsx!Onderwerpen!C7"),
        (Plek("a.xlsx", blad="Onderwerpen"), "a.xlsx!Onderwerpen"),
    ],
)
def test_plek_is_aan_te_wijzen(plek: Plek, tekst: str) -> None:
    assert str(plek) == tekst


@pytest.mark.parametrize(
    ("melding", "tekst"),
    [
        (
            Melding(Plek("a.yaml", 3, 5), "titel", "niets", "tekst"),
            "a.yaml:3:5: titel: gevonden niets; verwacht tekst",
        ),
        (
            Melding(Plek("a.yaml"), "", "een leeg bestand", "velden"),
            "a.yaml: gevonden een leeg bestand; verwacht velden",
        ),
        (
            Melding(Plek("a.yaml", 1, 1), "thema", "«won»", "een thema", "bedoelde u «wonen»?"),
            "a.yaml:1:1: thema: gevonden «won»; verwacht een thema; bedoelde u «wonen»?",
        ),
    ],
)
def test_melding_is_een_zin(melding: Melding, tekst: str) -> None:
    assert str(melding) == tekst


def test_fout_noemt_elke_melding_een_keer_op_volgorde_van_plek() -> None:
    laat = Melding(Plek("b.yaml", 1, 1), "", "x", "y")
    midden = Melding(Plek("a.yaml", 10, 1), "", "x", "y")
    vroeg = Melding(Plek("a.yaml", 9, 30), "", "x", "y")

    fout = Invoerfout([laat, midden, vroeg, laat])

    assert fout.meldingen == (vroeg, midden, laat)
    assert str(fout).splitlines() == [str(vroeg), str(midden), str(laat)]


def test_fout_aanvullen_geeft_alle_meldingen_op_volgorde() -> None:
    eerst = Melding(Plek("a.yaml", 1, 1), "", "x", "y")
    daarna = Melding(Plek("b.yaml", 1, 1), "", "x", "y")

    assert Invoerfout([daarna]).met([eerst]).meldingen == (eerst, daarna)


def test_regelstrijd_is_een_invoerfout_met_een_eigen_naam() -> None:
    strijd = Regelstrijd([Melding(Plek("a.yaml", 1, 1), "", "x", "y")])

    assert isinstance(strijd, Invoerfout)
    assert isinstance(strijd.met([]), Regelstrijd)


def test_bestandsfout_noemt_bestand_en_reden() -> None:
    fout = Bestandsfout("a.xlsx", "het bestand is nog open.")

    assert (fout.bestand, fout.reden) == ("a.xlsx", "het bestand is nog open.")
    assert str(fout) == "a.xlsx: het bestand is nog open."


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        (None, "niets"),
        ({"a": 1}, "een groep velden"),
        ({}, "een groep velden"),
        ([1], "een lijst"),
        ((), "een lege lijst"),
        ("ja", "«ja»"),
        ("", "niets"),
        (True, "«waar»"),
        (False, "«onwaar»"),
        (0, "«0»"),
        ("twee\nregels", "«twee\\u000aregels»"),
        ("\x1b[31mrood", "«\\u001b[31mrood»"),
        ("links\u202erechts", "«links\\u202erechts»"),
        ("vast\u00a0spatie", "«vast\\u00a0spatie»"),
    ],
)
def test_waarde_wordt_zonder_verrassingen_getoond(waarde: object, tekst: str) -> None:
    assert toon(waarde) == tekst


@pytest.mark.parametrize(
    ("lengte", "getoond"),
    [(MAX_TOON, "a" * MAX_TOON), (MAX_TOON + 1, "a" * (MAX_TOON - 1) + "…")],
)
def test_lange_waarde_wordt_afgekapt(lengte: int, getoond: str) -> None:
    assert toon("a" * lengte) == f"«{getoond}»"


@given(st.text())
def test_getoonde_waarde_staat_op_een_regel_en_is_kort(tekst: str) -> None:
    getoond = toon(tekst)

    assert getoond.isprintable()
    assert len(getoond) <= MAX_TOON + 2


@given(st.text())
def test_leesbare_tekst_blijft_zoals_ze_is(tekst: str) -> None:
    assert zichtbaar(tekst).isprintable()
    if tekst.isprintable():
        assert zichtbaar(tekst) == tekst


@pytest.mark.parametrize(
    ("gevonden", "bekend", "suggestie"),
    [
        ("wonne", ["wonen", "inkomen"], "bedoelde u «wonen»?"),
        ("WONEN", ["wonen"], "bedoelde u «wonen»?"),
        ("tooi", ["TOOI"], "bedoelde u «TOOI»?"),
        ("wal en schip", ["Wal-en-schip"], "bedoelde u «Wal-en-schip»?"),
        ("xyz", ["wonen", "inkomen"], ""),
        ("wonen", [], ""),
        (13, [14, 31, 130], "bedoelde u «130»?"),
        (None, ["thema"], ""),
    ],
)
def test_bijna_goede_naam_geeft_een_suggestie(
    gevonden: object, bekend: list[object], suggestie: str
) -> None:
    assert bedoelde_u(gevonden, bekend) == suggestie


@pytest.mark.parametrize(
    ("namen", "voegwoord", "tekst"),
    [
        ([], "of", ""),
        (["a"], "of", "a"),
        (["a", "b"], "of", "a of b"),
        (["a", "b", "c"], "of", "a, b of c"),
        ([1, 2, 3], "en", "1, 2 en 3"),
    ],
)
def test_opsomming_in_gewoon_nederlands(namen: list[object], voegwoord: str, tekst: str) -> None:
    assert opsomming(namen, voegwoord) == tekst
