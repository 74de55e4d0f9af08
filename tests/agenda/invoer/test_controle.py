"""Warnings: every «ja» needs a reason, and the warning says where it stands."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import (
    CRITERIA,
    KOPPEN,
    dossier_met,
    maak_dossier,
    maak_onderwerp,
    schrijf_excel,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.controleren import controleer_dossier
from agenda.invoer.personen import lijkt_op_persoon
from regels.melding import kolomletters

if TYPE_CHECKING:
    from collections.abc import Iterable

    from regels.melding import Melding

TAGS = ("ja", "nee", {"waarde": "ja", "onderbouwing": "x"}, {"waarde": "ja", "bron": "a@b.nl"})


def waarschuwingen(map_: Path) -> tuple[Melding, ...]:
    controle = controleer_dossier(map_)
    assert controle.fout is None, str(controle.fout)
    return controle.waarschuwingen


GOED = {
    "met onderbouwing": {"veiligheid": {"waarde": "ja", "onderbouwing": "Er is overlast"}},
    "nee": {"veiligheid": "nee"},
    "onbekend": {"veiligheid": "onbekend"},
    "onderbouwing zonder waarde": {"veiligheid": {"onderbouwing": "Dat weten we nog niet"}},
}


@pytest.mark.parametrize("vorm", ["yaml", "csv", "excel"])
@pytest.mark.parametrize("criteria", GOED.values(), ids=GOED.keys())
def test_wat_geen_onderbouwing_nodig_heeft_geeft_geen_waarschuwing(
    tmp_path: Path, criteria: dict[str, object], vorm: str
) -> None:
    map_ = maak_dossier(tmp_path, [maak_onderwerp(criteria=criteria)], vorm)

    assert waarschuwingen(map_) == ()


@pytest.mark.parametrize("vorm", ["yaml", "csv", "excel"])
def test_een_ja_zonder_onderbouwing_is_een_waarschuwing_bij_het_onderwerp(
    tmp_path: Path, vorm: str
) -> None:
    criteria = {"veiligheid": "ja", "wal-en-schip": {"waarde": "ja", "bron": "Evaluatie"}}
    map_ = maak_dossier(tmp_path, [maak_onderwerp(criteria=criteria)], vorm)

    gevonden = waarschuwingen(map_)

    assert sorted(w.veld for w in gevonden) == ["wijk-ggz: Veiligheid", "wijk-ggz: Wal en schip"]
    assert all("onderbouwing" in w.gevonden for w in gevonden)


def test_in_yaml_wijst_de_waarschuwing_het_criterium_aan(tmp_path: Path) -> None:
    maak_dossier(tmp_path)
    kop = "onderwerpen:\n  - code: {0}\n    titel: {0}\n    thema: wonen\n"
    lang = kop.format("lang") + "    criteria:\n      wal-en-schip: nee\n      veiligheid: ja\n"
    kort = kop.format("kort").split("\n", 1)[1] + "    criteria: [wal-en-schip, veiligheid]\n"
    (tmp_path / "onderwerpen.yaml").write_text(lang + kort, encoding="utf-8")

    assert [str(w.plek) for w in waarschuwingen(tmp_path)] == [
        "onderwerpen.yaml:7:7",
        "onderwerpen.yaml:11:16",
        "onderwerpen.yaml:11:30",
    ]


def test_in_csv_wijst_de_waarschuwing_een_cel_van_het_criterium_aan(tmp_path: Path) -> None:
    """Either the cell with the answer or the empty cell beside it."""
    inhoud = "Code;Titel;Thema;Veiligheid;Onderbouwing Veiligheid\n\na1;A;wonen;ja;\n"

    (waarschuwing,) = waarschuwingen(dossier_met(tmp_path, inhoud, "csv"))

    assert str(waarschuwing.plek) in ("onderwerpen.csv:3:4", "onderwerpen.csv:3:5")


def test_in_excel_wijst_de_waarschuwing_een_cel_van_het_criterium_aan(tmp_path: Path) -> None:
    maak_dossier(tmp_path)
    (tmp_path / "onderwerpen.yaml").unlink()
    schrijf_excel(tmp_path, [maak_onderwerp("aa"), maak_onderwerp("bb", criteria=["veiligheid"])])

    (waarschuwing,) = waarschuwingen(tmp_path)

    kolom = list(KOPPEN).index("Veiligheid") + 1
    assert str(waarschuwing.plek) in {
        f"onderwerpen.xlsx!Onderwerpen!{kolomletters(kolom + plus)}3" for plus in (0, 1)
    }


def test_waarschuwingen_staan_op_volgorde_van_plek(tmp_path: Path) -> None:
    lijst = [maak_onderwerp(f"z-{9 - n}", criteria=["veiligheid"]) for n in range(9)]

    gevonden = waarschuwingen(maak_dossier(tmp_path, lijst, "excel"))

    assert [w.plek.regel for w in gevonden] == list(range(2, 11))


@pytest.mark.parametrize("vorm", ["yaml", "csv", "excel"])
def test_naast_fouten_staan_de_waarschuwingen_over_wat_wel_te_lezen_is(
    tmp_path: Path, vorm: str
) -> None:
    lijst = [
        maak_onderwerp("aa", thema="weg", criteria={"veiligheid": "ja", "wal-en-schip": "jaa"}),
        maak_onderwerp("bb", criteria={"veiligheid": "ja"}),
        maak_onderwerp("cc", criteria={"veiligheid": {"waarde": "ja", "onderbouwing": "x"}}),
    ]

    controle = controleer_dossier(maak_dossier(tmp_path, lijst, vorm))

    assert len(controle.fouten) == 2
    gevonden = [(w.onderwerp, w.veld, w.gevonden) for w in controle.waarschuwingen]
    assert gevonden == [
        ("aa", "aa: Veiligheid", "«ja» zonder onderbouwing"),
        ("bb", "bb: Veiligheid", "«ja» zonder onderbouwing"),
    ]
    # Whoever mends only the faults finds the same warnings again, each at its own place.
    lijst[0] |= {"thema": "wonen", "criteria": {"veiligheid": "ja", "wal-en-schip": "nee"}}
    assert waarschuwingen(maak_dossier(tmp_path, lijst, vorm)) == controle.waarschuwingen


@pytest.mark.parametrize("tag", [{"waarde": "ja", "onderbouwing": "x" * 10_001}, "jaa"])
def test_wat_niet_te_lezen_is_krijgt_geen_waarschuwing(tmp_path: Path, tag: object) -> None:
    lijst = [
        maak_onderwerp("aa", criteria={"veiligheid": tag}),
        maak_onderwerp("bb", titel=None),
        maak_onderwerp("cc", titel=None),
        maak_onderwerp("dd", criteria=["veiligheid"]),
        maak_onderwerp("dd", criteria=["veiligheid"]),
    ]

    controle = controleer_dossier(maak_dossier(tmp_path, lijst))

    assert (len(controle.fouten), controle.waarschuwingen) == (4, ())


@given(st.data())
@settings(max_examples=40)
def test_een_fout_erbij_geeft_nooit_een_waarschuwing_erbij(data: st.DataObject) -> None:
    """Whatever is broken in a dossier, what is asked beside it would be asked without it too."""
    fout = {"thema": "weg", "titel": 5, "plannen": ["x"], "kosten_euro": "veel", "extra": 1}
    goed = [
        maak_onderwerp(code, criteria={c: data.draw(st.sampled_from(TAGS)) for c in CRITERIA})
        for code in ("aa", "bb", "1-2")
    ]
    stuk = [dict(onderwerp) for onderwerp in goed]
    for onderwerp in stuk:
        velden = data.draw(st.sets(st.sampled_from([*fout, *CRITERIA]), max_size=3))
        onderwerp |= {naam: fout[naam] for naam in velden & {*fout}}
        onderwerp["criteria"] = onderwerp["criteria"] | dict.fromkeys(velden & {*CRITERIA}, "jaa")
    with TemporaryDirectory() as map_:
        zonder = waarschuwingen(maak_dossier(Path(map_), goed))
        met = controleer_dossier(maak_dossier(Path(map_), stuk)).waarschuwingen

    def kort(meldingen: Iterable[Melding]) -> set[tuple[str, str]]:
        return {(melding.veld, melding.gevonden) for melding in meldingen}

    assert kort(met) <= kort(zonder)


@pytest.mark.parametrize("code", ["1-2", "1e5", "mei-27", "01", "2027", "3-okt", "sep1", "onwaar"])
def test_een_code_waar_excel_iets_anders_van_maakt_is_een_waarschuwing(
    tmp_path: Path, code: str
) -> None:
    (waarschuwing,) = waarschuwingen(maak_dossier(tmp_path, [maak_onderwerp(code)]))

    assert (waarschuwing.veld, code in waarschuwing.gevonden) == (f"{code}: code", True)


@pytest.mark.parametrize("code", ["wijk-ggz", "mei", "plan-2027", "a1", "1-wijk", "e5", "maart"])
def test_een_gewone_code_geeft_geen_waarschuwing(tmp_path: Path, code: str) -> None:
    assert waarschuwingen(maak_dossier(tmp_path, [maak_onderwerp(code)])) == ()


@pytest.mark.parametrize("vorm", ["yaml", "csv", "excel"])
def test_twee_onderwerpen_met_een_titel_worden_genoemd(tmp_path: Path, vorm: str) -> None:
    lijst = [maak_onderwerp("aa", titel="Een titel"), maak_onderwerp("bb", titel="een  Titel")]

    (waarschuwing,) = waarschuwingen(maak_dossier(tmp_path, lijst, vorm))

    assert (waarschuwing.veld, "aa" in waarschuwing.gevonden) == ("bb: titel", True)


PERSONEN = {
    "e-mailadres": "Vraag het aan jan.jansen@voorbeeld.nl",
    "telefoonnummer": "Bel 06-12345678",
    "vast nummer": "Bel (024) 329 90 00 of 024-3299000",
    "nummer met landcode": "+31 6 12345678",
    "burgerservicenummer": "Cliënt 111222333 wacht",
    "burgerservicenummer met punten": "1112.22.333",
}


@pytest.mark.parametrize("tekst", PERSONEN.values(), ids=PERSONEN.keys())
@pytest.mark.parametrize("veld", ["titel", "toelichting", "onderbouwing", "bron"])
def test_een_tekst_die_naar_een_mens_leidt_is_een_waarschuwing(
    tmp_path: Path, veld: str, tekst: str
) -> None:
    tag = {"waarde": "ja", "onderbouwing": "Omdat", veld: tekst}
    velden = (
        {veld: tekst} if veld in ("titel", "toelichting") else {"criteria": {"veiligheid": tag}}
    )

    (waarschuwing,) = waarschuwingen(maak_dossier(tmp_path, [maak_onderwerp(**velden)]))

    assert "laat mensen weg" in waarschuwing.suggestie
    assert tekst not in str(waarschuwing)


@pytest.mark.parametrize(
    "tekst",
    [
        "€ 111.222.333",
        "in 2027-2028",
        "0,4 fte",
        "123456789",
        "GM0268",
        "§3.2.1",
        "2022-000123456",
        "ISBN 978-90-12345-67-8",
        "Kamerstuk 29325 nr. 137",
        "zie bladzijde 0123",
    ],
)
def test_een_gewone_tekst_lijkt_niet_op_een_mens(tekst: str) -> None:
    assert lijkt_op_persoon(tekst) == ""
