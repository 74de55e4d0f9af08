"""However much is wrong, a run ends within seconds, and people get to see a screen of it."""

from __future__ import annotations

import json
from time import process_time
from typing import TYPE_CHECKING

import pytest

from regels.melding import MAX_BEWAARD, MAX_GETOOND, Invoerfout, Melding, Plek

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

pytestmark = pytest.mark.traag

KOPPEN = ["Code", "Titel", "Thema"]
LANG = 10
"""Seconds of work: much more than a run takes, much less than one that hangs."""


def _csv(*rijen: Sequence[str]) -> str:
    return "\n".join(";".join(rij) for rij in rijen)


TEKSTEN: dict[str, tuple[str, Callable[[], str]]] = {
    "duizend verwijzingen": (
        "onderwerpen.yaml",
        lambda: (
            "onderwerpen:\n"
            + "".join(
                f"  - {{code: t{n:05}, titel: T, thema: wonen, afhankelijk_van: [t{n:05}x]}}\n"
                for n in range(1000)
            )
        ),
    ),
    "tienduizend rijen met twee fouten": (
        "onderwerpen.csv",
        lambda: _csv(
            [*KOPPEN, "Afhankelijk van"],
            *([f"a{n}", "T", "wonenn", f"b{n}"] for n in range(10_000)),
        ),
    ),
    "een miljoen delen": ("onderwerpen.yaml", lambda: "onderwerpen:\n" + "- x\n" * 1_000_000),
    "een miljoen verwijzingen": (
        "onderwerpen.yaml",
        lambda: "onderwerpen:\n- {code: aa, afhankelijk_van: [" + "b1, " * 1_000_000 + "b1]}",
    ),
    "twintigduizend namen": (
        "onderwerpen.yaml",
        lambda: "onderwerpen:\n- {" + ", ".join(f"coode{n}: 1" for n in range(15_000)) + "}",
    ),
    "rijen van 700 cellen zonder kop": (
        "onderwerpen.csv",
        lambda: _csv(KOPPEN, *([f"a{n}", "T", "wonen", *["los"] * 690] for n in range(300))),
    ),
    "rijen van 3000 cellen": (
        "onderwerpen.csv",
        lambda: _csv(KOPPEN, *([f"a{n}", "T", "wonen", *["los"] * 2997] for n in range(300))),
    ),
    "600 onbekende koppen": (
        "onderwerpen.csv",
        lambda: _csv([*KOPPEN, *(f"Onderbouwing {n}" for n in range(600))], ["aa", "T", "wonen"]),
    ),
    "een stapel accenten": (
        "onderwerpen.csv",
        lambda: _csv(KOPPEN, ["aa", "a" + "\u0315\u0300" * 50_000, "wonen"]),
    ),
    "heel lange woorden": (
        "onderwerpen.csv",
        lambda: _csv(KOPPEN, *([f"a{n}", "T", "won" * 30_000] for n in range(60))),
    ),
}


@pytest.mark.parametrize(("bestand", "maak"), TEKSTEN.values(), ids=TEKSTEN.keys())
def test_een_vloed_van_fouten_is_snel_en_kort(
    bestand: str, maak: Callable[[], str], draai: Callable, maak_dossier: Callable
) -> None:
    dossier, begin = maak_dossier(maak(), bestand=bestand), process_time()

    afloop = draai("prioriteer", dossier)

    assert process_time() - begin < LANG
    assert (afloop.code, afloop.uit) == (3, "")
    regels = afloop.fout.splitlines()
    assert 1 <= len(regels) <= MAX_GETOOND + 1
    assert (len(regels) > MAX_GETOOND) == regels[-1].startswith("en nog ")


@pytest.mark.traag
def test_een_werkmap_met_rijen_van_3000_cellen_noemt_de_cel(
    draai: Callable, maak_dossier: Callable, maak_excel: Callable
) -> None:
    rijen = [KOPPEN, *([f"a{n}", "T", "wonen", *["los"] * 2997] for n in range(300))]

    afloop = draai("prioriteer", maak_dossier(maak_excel(rijen), bestand="onderwerpen.xlsx"))

    assert afloop.code == 3
    (zin,) = afloop.fout.splitlines()
    assert "!DKJ2: gevonden iets in kolom DKJ" in zin


@pytest.mark.traag
def test_een_rij_die_tot_de_laatste_kolom_gekleurd_is_leest_als_elke_andere(
    draai: Callable, maak_dossier: Callable
) -> None:
    import io

    import xlsxwriter

    uit = io.BytesIO()
    with xlsxwriter.Workbook(uit, {"in_memory": True}) as boek:
        blad, geel = boek.add_worksheet("Onderwerpen"), boek.add_format({"bg_color": "yellow"})
        blad.write_row(0, 0, KOPPEN)
        for rij in range(1, 2000):
            blad.write_row(rij, 0, [f"code-{rij}", "T", "wonen"])
            blad.write_blank(rij, 16_383, None, geel)
    dossier, begin = maak_dossier(uit.getvalue(), bestand="onderwerpen.xlsx"), process_time()

    afloop = draai("controleer", dossier)

    assert process_time() - begin < LANG
    assert afloop.code == 0
    assert "1999 onderwerpen" in afloop.uit


def test_een_mens_ziet_honderd_fouten_en_een_programma_tienduizend(
    draai: Callable, maak_dossier: Callable
) -> None:
    rijen = [KOPPEN, *([f"a{n}", "T", "wonenn"] for n in range(12_000))]
    dossier = maak_dossier(_csv(*rijen), bestand="onderwerpen.csv")

    fouten = json.loads(draai("controleer", dossier, "--formaat", "json").uit)["fouten"]

    assert len(fouten) == MAX_BEWAARD
    # What was meant is only looked for where people will read it.
    assert [bool(fout["suggestie"]) for fout in fouten].count(True) == MAX_GETOOND


def test_een_fout_telt_ook_wat_zij_niet_bewaart() -> None:
    alle = [Melding(Plek("f", n), "", "iets", "niets") for n in range(MAX_BEWAARD + 5)]

    fout = Invoerfout(alle)

    assert (len(fout.meldingen), fout.aantal) == (MAX_BEWAARD, MAX_BEWAARD + 5)
    assert fout.zinnen[-1].startswith(f"en nog {MAX_BEWAARD + 5 - MAX_GETOOND};")


def test_een_excelfout_als_titel_geeft_een_melding(draai: Callable, maak_dossier: Callable) -> None:
    import io

    import xlsxwriter

    uit = io.BytesIO()
    with xlsxwriter.Workbook(uit, {"in_memory": True}) as boek:
        blad = boek.add_worksheet("Onderwerpen")
        blad.write_row(0, 0, KOPPEN)
        blad.write_row(1, 0, ["aa", "", "wonen"])
        blad.write_formula(1, 1, "=NA()", None, "#N/A")

    dossier = maak_dossier(uit.getvalue(), bestand="onderwerpen.xlsx")
    afloop = draai("controleer", dossier, "--formaat", "json")

    assert afloop.code == 3
    (melding,) = json.loads(afloop.uit)["fouten"]
    assert "«#N/A»" in melding["gevonden"]
