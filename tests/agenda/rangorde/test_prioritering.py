"""Places, shared places, and what happens when the two evaluators do not agree."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import (
    CRITERIA,
    Rauw,
    json_uit,
    json_van,
    maak_dossier,
    maak_onderwerp,
    meegeleverd,
    plaatsen,
    ranglijst_van,
)

from agenda.rangorde.prioritering import prioriteer
from regels.durable_motor import JA
from regels.referentie import oordeel
from regels.regelset import GeenRegels
from regels.toetser import Onenigheid, Toetser

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path
    from typing import TypeVar

    from agenda.rangorde.ranglijst import Ranglijst
    from regels.model import Regel, Waarde

    T = TypeVar("T")


class Leugenaar:
    """An engine that is right, except about one value of one field."""

    def __init__(self, veld: str, waarde: Waarde | None) -> None:
        self.veld = veld
        self.waarde = waarde

    def vraag(self, regel: Regel, feiten: Mapping[str, Waarde | None]) -> frozenset[int]:
        goed = oordeel(regel, feiten)
        if self.veld in regel.velden and feiten.get(self.veld) == self.waarde:
            return frozenset() if goed.uitkomst == "ja" else frozenset({JA})
        if goed.uitkomst == "ja":
            return frozenset({JA})
        return frozenset(n for n, toets in enumerate(goed.toetsen) if toets.uitkomst == "nee")


def met_criteria(aantal: int, code: str, titel: str = "Titel") -> Rauw:
    return maak_onderwerp(code, titel=titel, criteria=list(CRITERIA)[:aantal])


def test_gelijke_score_geeft_een_gelijke_plaats_en_slaat_de_volgende_over() -> None:
    lijst = [met_criteria(n, code) for code, n in (("aa", 3), ("bb", 2), ("cc", 2), ("dd", 0))]

    ranglijst = ranglijst_van(*lijst)

    assert plaatsen(ranglijst) == {"aa": 1, "bb": 2, "cc": 2, "dd": 4}
    assert [g.gedeeld for g in ranglijst.toegelaten] == [False, True, True, False]


def test_binnen_een_gedeelde_plaats_staat_de_lijst_op_titel_en_dan_op_code() -> None:
    lijst = [met_criteria(1, "dd", "A"), met_criteria(1, "aa", "B"), met_criteria(1, "bb", "A")]

    assert list(plaatsen(ranglijst_van(*lijst))) == ["bb", "dd", "aa"]


def test_titels_staan_op_het_alfabet_zoals_een_nederlander_dat_leest() -> None:
    titels = ["Aanpak", "Één loket", "groeipad", "Wijkteams"]
    lijst = [met_criteria(1, f"a-{nummer}", titel) for nummer, titel in enumerate(titels)]

    ranglijst = ranglijst_van(*reversed(lijst))

    assert [g.onderwerp.titel for g in ranglijst.toegelaten] == titels


def test_onbeslist_en_niet_toegelaten_staan_op_titel() -> None:
    lijst = [
        maak_onderwerp(f"{soort}-{titel}", titel=titel.upper(), regios=regios)
        for soort, regios in (("onbeslist", None), ("niet", []))
        for titel in ("cc", "aa", "bb")
    ]

    ranglijst = ranglijst_van(*lijst)

    assert [b.onderwerp.titel for b in ranglijst.onbeslist] == ["AA", "BB", "CC"]
    assert [b.onderwerp.titel for b in ranglijst.niet_toegelaten] == ["AA", "BB", "CC"]


def test_een_motor_die_liegt_stopt_de_run_en_noemt_het_onderwerp() -> None:
    lijst = [met_criteria(0, "aa"), maak_onderwerp("bb", criteria=["veiligheid"])]

    with pytest.raises(Onenigheid) as gevangen:
        ranglijst_van(*lijst, maak=lambda r: Toetser(r, Leugenaar("veiligheid", "ja")))

    assert gevangen.value.onderwerp == "bb"
    assert gevangen.value.verwacht.regel.code == "veiligheid"
    assert gevangen.value.verwacht.uitkomst == "ja"
    assert gevangen.value.gevuurd == frozenset()


@pytest.mark.parametrize(
    ("veld", "waarde", "onderwerp"),
    [
        ("aantal_geldige_planrelaties", 0, maak_onderwerp("liegt", plannen=[])),
        ("aantal_geldige_planrelaties", None, maak_onderwerp("liegt", plannen=None)),
        ("afstemming_nodig", "nee", maak_onderwerp("liegt", afstemming_nodig="nee")),
        ("veiligheid", None, maak_onderwerp("liegt", criteria={})),
    ],
)
def test_elke_leugen_wordt_gezien(veld: str, waarde: Waarde | None, onderwerp: Rauw) -> None:
    with pytest.raises(Onenigheid) as gevangen:
        ranglijst_van(
            maak_onderwerp("aa"), onderwerp, maak=lambda r: Toetser(r, Leugenaar(veld, waarde))
        )

    assert gevangen.value.onderwerp == "liegt"


def test_een_motor_die_niet_liegt_over_deze_onderwerpen_houdt_niets_tegen() -> None:
    motor = Leugenaar("veiligheid", "ja")

    ranglijst = ranglijst_van(met_criteria(1, "aa"), maak=lambda r: Toetser(r, motor))

    assert plaatsen(ranglijst) == {"aa": 1}


def test_zonder_motor_beslist_de_referentie_alleen_en_dat_staat_erbij() -> None:
    ranglijst = ranglijst_van(met_criteria(2, "aa"), maak=lambda r: Toetser(r, None))

    assert json_van(ranglijst)["herkomst"]["evaluatoren"] == ["referentie"]
    assert ranglijst.toegelaten == ranglijst_van(met_criteria(2, "aa")).toegelaten


def test_op_een_dag_zonder_regels_is_er_geen_ranglijst() -> None:
    with pytest.raises(GeenRegels) as gevangen:
        ranglijst_van(maak_onderwerp(), peildatum=date(2021, 12, 31))

    assert gevangen.value.peildatum == date(2021, 12, 31)
    assert gevangen.value.vanaf == date(2022, 1, 1)


def test_de_volger_ziet_elk_onderwerp_en_hoeveel_het_er_zijn() -> None:
    gezien: list[tuple[str, int | None]] = []

    def volg(stroom: Iterable[T], wat: str, aantal: int | None = None) -> Iterable[T]:
        for ding in stroom:
            gezien.append((wat, aantal))
            yield ding

    dossier = ranglijst_van(maak_onderwerp("aa"), maak_onderwerp("bb")).dossier
    prioriteer(dossier, *meegeleverd(), volg=volg)

    assert gezien == [("Onderwerpen beoordelen", 2)] * 2


def herkomst(ranglijst: Ranglijst) -> dict[str, Any]:
    uit: dict[str, Any] = json_van(ranglijst)["herkomst"]
    return uit


@pytest.mark.parametrize(
    "verschil", [{"toelichting": "Een woord meer"}, {"criteria": ["veiligheid"]}, {"regios": []}]
)
def test_andere_invoer_verandert_alleen_de_herkomst_van_de_invoer(verschil: Rauw) -> None:
    een = herkomst(ranglijst_van(maak_onderwerp()))
    twee = herkomst(ranglijst_van(maak_onderwerp(**verschil)))

    assert {naam for naam in een if een[naam] != twee[naam]} == {"invoer_sha256"}


def test_een_andere_peildatum_of_een_ander_gewicht_is_andere_invoer() -> None:
    ranglijsten = (
        ranglijst_van(maak_onderwerp()),
        ranglijst_van(maak_onderwerp(), peildatum=date(2027, 2, 1)),
        ranglijst_van(maak_onderwerp(), gewichten={"veiligheid": 2}),
    )

    assert len({herkomst(ranglijst)["invoer_sha256"] for ranglijst in ranglijsten}) == 3


def test_een_ander_profiel_verandert_alleen_de_herkomst_van_de_kennis() -> None:
    profiel, _ = meegeleverd()
    ander = replace(profiel, regio=replace(profiel.regio, naam="Regio Bosrand"))

    een = herkomst(ranglijst_van(maak_onderwerp()))
    twee = herkomst(ranglijst_van(maak_onderwerp(), profiel=ander))

    assert {naam for naam in een if een[naam] != twee[naam]} == {"themas_sha256"}


def test_een_peildatum_die_gelijk_is_aan_de_standaard_verandert_niets(tmp_path: Path) -> None:
    datum = date(2027, 1, 1)
    zonder = maak_dossier(tmp_path / "een", [maak_onderwerp()])
    met = maak_dossier(tmp_path / "twee", [maak_onderwerp()], peildatum=datum)

    assert json_uit(zonder) == json_uit(met)
