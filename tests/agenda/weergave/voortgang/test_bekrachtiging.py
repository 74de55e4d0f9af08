"""How many members agreed and who is missing, in words, as a table and as data."""

from __future__ import annotations

from bouwers_bekrachtiging import DAG, LEDEN, PROFIEL

from agenda.invoer.profiel import lees_profiel
from agenda.invoer.profielmap import meegeleverde_profielen
from agenda.voortgang.bekrachtiging import Bekrachtiging, op_dag
from agenda.weergave.voortgang.bekrachtiging import (
    bekrachtiging_json,
    bekrachtiging_tabel,
    bekrachtiging_zinnen,
    besloten_zin,
)

ALLE = [Bekrachtiging(code, "college", DAG, "ingestemd") for code in LEDEN]


def zinnen(besluiten: list[Bekrachtiging]) -> list[str]:
    return list(bekrachtiging_zinnen(op_dag(besluiten, PROFIEL), PROFIEL))


def test_de_json_is_die_van_het_contract() -> None:
    json = bekrachtiging_json(op_dag([b for b in ALLE if b.gemeente == "GM0281"], PROFIEL))

    tiel = {"gemeente": "GM0281", "orgaan": "college", "datum": "2027-01-15"}
    assert tiel | {"uitkomst": "ingestemd"} in json
    assert {"gemeente": "GM0268", "orgaan": None, "datum": None, "uitkomst": "onbekend"} in json
    assert [deel["gemeente"] for deel in json] == list(LEDEN)


def test_elf_van_dertien_en_wie_er_ontbreekt() -> None:
    anders = [b._replace(uitkomst="afgewezen") for b in ALLE if b.gemeente == "GM0281"]
    besluiten = [b for b in ALLE if b.gemeente != "GM0225"] + anders

    assert zinnen(besluiten) == [
        "11 van de 13 gemeenten hebben ingestemd.",
        "Afgewezen: Tiel.",
        "Nog onbekend: Druten.",
    ]
    assert (
        besloten_zin(op_dag(besluiten, PROFIEL), PROFIEL)
        == "12 van de 13 gemeenten hebben besloten (ingestemd 11, afgewezen 1)."
    )


def test_alle_een_en_geen() -> None:
    assert zinnen(ALLE) == ["13 van de 13 gemeenten hebben ingestemd."]
    assert zinnen(ALLE[:1])[0] == "1 van de 13 gemeenten heeft ingestemd."
    assert zinnen([]) == ["Van nog geen van de 13 gemeenten is een besluit opgeschreven."]


def test_leden_zonder_naam_tellen_mee() -> None:
    profiel, _ = lees_profiel(meegeleverde_profielen() / "arnhem-2014")

    eerste, laatste = bekrachtiging_zinnen(op_dag([], profiel), profiel)

    assert eerste == "Van nog geen van de 12 gemeenten is een besluit opgeschreven."
    assert laatste == "Van 7 gemeenten noemt het profiel geen naam."


def test_de_tabel_heeft_een_rij_per_lid() -> None:
    tabel = bekrachtiging_tabel(op_dag(ALLE[:1], PROFIEL), PROFIEL)

    assert tabel.koppen == ("Gemeente", "Orgaan", "Datum", "Uitkomst")
    assert len(tabel.rijen) == len(LEDEN)
    assert tabel.rijen[0][1:] == ("College", "15 januari 2027", "ingestemd")
    assert tabel.rijen[1][1:] == ("", "", "onbekend")
