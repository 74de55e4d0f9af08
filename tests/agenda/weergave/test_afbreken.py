"""A word that fits no column breaks at a syllable; codes, addresses and numbers get no hyphen."""

from __future__ import annotations

import builtins
import sys
from typing import Any

import pytest
from bouwers_agenda import maak_onderwerp, ranglijst_van
from hypothesis import given
from hypothesis import strategies as st

from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.weergave.afbreken import Afbreker, _lettergrepen, codes_in
from agenda.weergave.samenhang.samenhang import toon_samenhang
from agenda.weergave.vormen import Tabel, tabel_tekst

CODE = "inkoopsamenwerkingsovereenkomstenzorgnu"
ADRES = "https://voorbeeld.nl/een/lang/adres-van-een-bladzijde?die=niet&past=1"


@pytest.mark.parametrize(
    ("woord", "breedte", "gebroken"),
    [
        ("meerjarenprogrammabegroting", 16, "meerjarenpro-\ngrammabegroting"),
        ("(Cliëntondersteuning).", 14, "(Cliëntonder-\nsteuning)."),
        ("schrijven", 7, "schrij-\nven"),
        ("autootje's", 8, "au-\ntootje's"),
        ("zeeëngezichten", 6, "zeeën-\nge-\nzich-\nten"),
        ("spreiding-woonplekken", 12, "spreiding-\nwoonplekken"),
    ],
)
def test_een_woord_breekt_op_een_lettergreep(woord: str, breedte: int, gebroken: str) -> None:
    assert Afbreker().vouw(woord, breedte) == gebroken


def test_een_woord_dat_op_een_regel_past_blijft_heel() -> None:
    assert Afbreker().vouw("de samenwerking blijft", 14) == "de\nsamenwerking\nblijft"


@pytest.mark.parametrize(
    "woord", [CODE, ADRES, "12345678901234567890", "WVGGZIOAWIOAZ", "ab12cdefgh"]
)
@pytest.mark.parametrize("breedte", [3, 7, 12])
def test_een_code_een_adres_en_een_getal_krijgen_geen_streepje(woord: str, breedte: int) -> None:
    gevouwen = Afbreker({CODE}).vouw(woord, breedte)

    assert gevouwen.replace("\n", "") == woord
    assert max(map(len, gevouwen.split("\n"))) <= breedte


@given(
    st.text(st.sampled_from("abeinorstëij-' ./0A"), max_size=80),
    st.integers(3, 30),
)
def test_afbreken_past_en_verliest_geen_teken(tekst: str, breedte: int) -> None:
    gevouwen = Afbreker().vouw(tekst, breedte)

    assert max(map(len, gevouwen.split("\n"))) <= breedte
    kaal = "".join(tekst.split())
    over = iter("".join(gevouwen.split()))
    for teken in kaal:  # in order, with only hyphens in between
        assert next(deel for deel in over if deel == teken or deel != "-") == teken


@given(st.text(st.sampled_from("abeinorstëij-"), min_size=1, max_size=30))
def test_in_een_kolom_zo_breed_als_het_langste_deel_breekt_niets_anders(woord: str) -> None:
    afbreker = Afbreker()
    breedte = max(afbreker.langste_deel(woord), 2)
    for regel in afbreker.vouw(woord, breedte).split("\n")[:-1]:
        assert regel.endswith("-")


def test_een_code_blijft_heel_in_elke_kolom_waar_hij_staat() -> None:
    lijst = ranglijst_van(
        maak_onderwerp(CODE, voorstellen=[14], afstemming_nodig="onbekend"),
        maak_onderwerp("later", titel="Verordeningenstatistiekvergelijkingsproject " * 2),
        maak_onderwerp("b" * 40, afhankelijk_van=[CODE]),
    )
    tekst = toon_samenhang(Jaaragenda(lijst).samenhang).als("tabel", 60)

    assert f"{CODE[:10]}" in tekst
    for regel in tekst.splitlines():
        for deel in regel.split():
            letters = deel.removesuffix("-")
            assert not (deel.endswith("-") and letters and letters in CODE), regel


def test_wat_alleen_staat_in_de_json_kan_een_code_zijn() -> None:
    onderwerpen = [{"code": "a-b", "titel": "Begroting", "reden": "twee woorden", "plaats": 1}]
    sleutels = {"onderwerpen", "code", "titel", "reden", "plaats", "top"}

    gevonden = set(codes_in({"onderwerpen": onderwerpen, "top": None}))

    assert gevonden == {*sleutels, "a-b"}


def test_zonder_de_bibliotheek_breekt_een_woord_op_een_letter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    echt = builtins.__import__

    def zonder(naam: str, *args: Any, **kwargs: Any) -> Any:
        if naam == "pyphen":
            raise ImportError(naam)
        return echt(naam, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", zonder)
    _lettergrepen.cache_clear()
    try:
        assert Afbreker().vouw("samenwerking", 8) == "samenwer\nking"
    finally:
        _lettergrepen.cache_clear()


def test_alleen_een_woord_dat_moet_breken_vraagt_om_de_bibliotheek(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "pyphen", raising=False)
    _lettergrepen.cache_clear()
    tabel = Tabel("Proef", ("Woord",), (("samenwerkingsovereenkomst",),), rekbaar=(0,))

    tabel_tekst(tabel, 80)
    assert "pyphen" not in sys.modules
    assert "samenwerkingsover-\neenkomst" in tabel_tekst(tabel, 20)
    assert "pyphen" in sys.modules
