"""What the YAML reader refuses: each with its place, and never with a crash or in English."""

from __future__ import annotations

import pytest
from bouwers_regels import plekken, yaml_fouten
from hypothesis import given
from hypothesis import strategies as st

from regels.lezen.yaml import MAX_DIEPTE, ontleed_yaml
from regels.melding import Invoerfout


@pytest.mark.parametrize(
    ("tekst", "gevonden", "plek"),
    [
        ("a: *b", "een verwijzing (*b)", (1, 4)),
        ("a: &b 1", "een anker (&b)", (1, 4)),
        ("a:\n  - &b [1]", "een anker (&b)", (2, 5)),
        ("a: !!str 1", "een label («tag:yaml.org,2002:str»)", (1, 4)),
        ("a: !eigen {b: 1}", "een label («!eigen»)", (1, 4)),
        (
            "a: !!python/object/apply:os.system [ls]",
            "een label («tag:yaml.org,2002:python/object/apply:os.system»)",
            (1, 4),
        ),
        ("a: 1\nb: 2\na: 3", "«a» voor de tweede keer", (3, 1)),
        ("a: {b: 1, b: 1}", "«b» voor de tweede keer", (1, 11)),
        ("a: 1\n'a ': 2", "«a» voor de tweede keer", (2, 1)),
        ("e\u0301: 1\n\u00e9: 2", "«é» voor de tweede keer", (2, 1)),
        ("a: 1\n---\nb: 2", "een tweede document (---)", (2, 1)),
        ("---\n---\n", "een tweede document (---)", (2, 1)),
        ("? [a]\n: 1", "een lijst of groep als naam", (1, 3)),
        ("? {a: b}\n: 1", "een lijst of groep als naam", (1, 3)),
        ("{[a]: 1}", "een lijst of groep als naam", (1, 2)),
    ],
)
def test_bijzondere_yaml_wordt_geweigerd(tekst: str, gevonden: str, plek: tuple[int, int]) -> None:
    meldingen = yaml_fouten(tekst)

    assert [melding.gevonden for melding in meldingen] == [gevonden]
    assert plekken(meldingen) == [plek]


@pytest.mark.parametrize(
    ("tekst", "plek"),
    [
        ("titel: Wonen: nu", (1, 13)),
        ("titel: Wonen\n  thema: wonen", (2, 8)),
        ("a:\n\tb: 1", (2, 1)),
        ("a: @b", (1, 4)),
        ("a: %b", (1, 4)),
        ("a: `b`", (1, 4)),
        ("a:\n  - b\n c", (3, 2)),
        ("a:\n  b: 1\n c: 2", (3, 2)),
        ("a:\n    b: 1\n  c: 2", (3, 3)),
        ('a: "b', (1, 6)),
        ("a: 'b", (1, 6)),
        ("a: [1, 2\nb: 3", (2, 2)),
        ("a: b\nc\n", (3, 1)),
    ],
)
def test_tekst_die_geen_yaml_is_wordt_aangewezen_met_wat_er_hoort(
    tekst: str, plek: tuple[int, int]
) -> None:
    """What exactly is expected stands with the files in fout/."""
    (melding,) = yaml_fouten(tekst)

    assert melding.gevonden == "tekst die geen YAML is"
    assert melding.verwacht != "geldige YAML"
    assert plekken([melding]) == [plek]


@pytest.mark.parametrize(("tekst", "plek"), [("a: ]", (1, 4)), ("a: - b", (1, 4))])
def test_tekst_die_op_een_andere_manier_geen_yaml_is_wordt_ook_aangewezen(
    tekst: str, plek: tuple[int, int]
) -> None:
    (melding,) = yaml_fouten(tekst)

    assert melding.gevonden == "tekst die geen YAML is"
    assert plekken([melding]) == [plek]


@pytest.mark.parametrize("tekst", ["", "\n\n", "# alleen uitleg\n", "---\n", "~", "null"])
def test_leeg_bestand(tekst: str) -> None:
    (melding,) = yaml_fouten(tekst)

    assert melding.gevonden == "een leeg bestand"


def test_alle_weigeringen_in_een_bestand_komen_in_een_keer() -> None:
    meldingen = yaml_fouten("? [e]\n: 6\na: &x 1\nb: *x\nc: !!int 3\nd: 4\nd: 5\n")

    assert plekken(meldingen) == [(1, 3), (3, 4), (4, 4), (5, 4), (7, 1)]


def test_na_een_tweede_document_wordt_er_niet_verder_gelezen() -> None:
    meldingen = yaml_fouten("a: 1\n---\na: &x 1\n---\nb: 2\n")

    assert plekken(meldingen) == [(2, 1)]


@pytest.mark.parametrize("diepte", [1, MAX_DIEPTE - 1, MAX_DIEPTE])
def test_nesting_tot_de_grens_mag(diepte: int) -> None:
    waarde = ontleed_yaml("[" * diepte + "]" * diepte, "proef.yaml").waarde

    assert str(waarde) == "[" * diepte + "]" * diepte


@pytest.mark.parametrize(("open_", "dicht"), [("[", "]"), ("{a: ", "}"), ("- ", "")])
def test_nesting_voorbij_de_grens_wordt_geweigerd(open_: str, dicht: str) -> None:
    (melding,) = yaml_fouten(open_ * (MAX_DIEPTE + 1) + "1" + dicht * (MAX_DIEPTE + 1))

    assert melding.gevonden == "een te diepe nesting"
    assert plekken([melding]) == [(1, MAX_DIEPTE * len(open_) + 1)]


@pytest.mark.parametrize("teken", ["[", "{", "- ", "? ", "[{", "{[", "a: {"])
def test_een_miljoen_haken_breken_het_proces_niet(teken: str) -> None:
    """Regression: the loader of PyYAML recurses in C and ends the process."""
    meldingen = yaml_fouten(teken * 1_000_000)

    assert "een te diepe nesting" in [melding.gevonden for melding in meldingen]


def test_yaml_bom_ontploft_niet() -> None:
    """Billion laughs: nine lines that stand for a billion words."""
    lagen = ["l0: &l0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    for n in range(1, 9):
        lagen.append(f"l{n}: &l{n} [" + ", ".join([f"*l{n - 1}"] * 10) + "]")

    meldingen = yaml_fouten("\n".join(lagen))

    assert len(meldingen) == 9 + 8 * 10


@pytest.mark.parametrize("teken", ["\x00", "\x07", "\x1b", "\x7f", "\ufffe"])
def test_stuurteken_in_een_bestand_wordt_geweigerd_en_aangewezen(teken: str) -> None:
    (melding,) = yaml_fouten(f"a: 1\nb: x{teken}y\n")

    assert melding.verwacht == "gewone tekst, zonder onzichtbare stuurtekens"
    assert plekken([melding]) == [(2, 5)]


def test_plek_van_een_stuurteken_telt_letters_en_geen_bytes() -> None:
    assert plekken(yaml_fouten("één: x\x07y\n")) == [(1, 7)]


@given(st.text(st.sampled_from("ab1 :-[]{}\"'#&*!|>?%@`,\n\t\r~é\x07"), max_size=40))
def test_geen_enkele_tekst_breekt_de_lezer(tekst: str) -> None:
    """Either there is a value, or a finding; of a fault the place lies within the text."""
    waarde, meldingen = None, ()
    try:
        waarde = ontleed_yaml(tekst, "proef.yaml").waarde
    except Invoerfout as fout:
        meldingen = fout.meldingen

    assert (waarde is None) is bool(meldingen)
    assert all(melding.plek.regel <= len(tekst.splitlines()) + 1 for melding in meldingen)
