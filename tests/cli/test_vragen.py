"""`agenda vragen` on the command line: the next question, an answer, a conversation, refusals."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bouwers_vragen import VOORBEELD

if TYPE_CHECKING:
    from collections.abc import Callable

GOUD = Path(__file__).parents[1] / "goud"
KLEIN = Path(__file__).parent / "dossier-klein"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """The example of 42 topics, to be answered."""
    return shutil.copytree(VOORBEELD, tmp_path / "2022")


@pytest.mark.traag
def test_de_volgende_vraag_en_een_gesprek_zijn_zoals_afgesproken(
    dossier: Path, draai: Callable, goud: Callable, geen_engels: Callable
) -> None:
    for antwoord in ("links", "even", "weet niet", "rechts"):
        afloop = draai("vragen", dossier, "--antwoord", antwoord)
        assert (afloop.code, afloop.fout) == (0, "")

    geen_engels(afloop.uit)
    goud(GOUD / "cli-vragen.txt", afloop.uit)
    goud(GOUD / "cli-vragen.md", draai("vragen", dossier, "--formaat", "md").uit)
    goud(GOUD / "antwoorden.yaml", (dossier / "antwoorden.yaml").read_text(encoding="utf-8"))


def test_json_heeft_de_vorm_van_het_contract(dossier: Path, draai: Callable) -> None:
    begin = json.loads(draai("vragen", dossier, "--formaat", "json").uit)
    data = json.loads(draai("vragen", dossier, "--antwoord", "l", "--formaat", "json").uit)

    assert (data["schema"], data["methode"], data["top"]) == ("agenda/vragen/1", "exact", 10)
    assert (data["klaar"], data["beantwoord"]) == (False, 1)
    assert set(data["vraag"]) == {"links", "rechts"}
    alle = [*data["in_top"], *data["buiten_top"], *data["open"]]
    assert len(alle) == len(set(alle)) == 25
    assert (begin["deel_wegingen"], begin["antwoorden"]) == ("1", [])
    assert data["antwoorden"] == [{"nummer": 1, **begin["vraag"], "antwoord": "links"}]
    assert all(type(gewicht) is int for gewicht in data["gewichten"].values())


def test_csv_is_een_rij_per_onderwerp(dossier: Path, draai: Callable) -> None:
    tekst = draai("vragen", dossier, "--formaat", "csv").uit.removeprefix("\ufeff")
    koppen, *rijen = csv.reader(io.StringIO(tekst), delimiter=";")

    assert koppen == ["Code", "Titel", "In de top 10", "Waarom"]
    assert {rij[2] for rij in rijen} == {"ja", "nee", "open"}


@pytest.mark.traag
def test_de_gewichten_in_het_dossier_geven_de_top_die_vast_ligt(
    dossier: Path, draai: Callable
) -> None:
    data = {"klaar": False}
    while not data["klaar"]:
        afloop = draai("vragen", dossier, "--antwoord", "rechts", "--formaat", "json")
        data = json.loads(afloop.uit)
    _, begin, gewichten = draai("vragen", dossier).uit.partition("\ngewichten:\n")
    with (dossier / "dossier.yaml").open("a", encoding="utf-8") as instellingen:
        instellingen.write(begin + gewichten)

    lijst = json.loads(draai("prioriteer", dossier, "--formaat", "json").uit)["ranglijst"]

    assert {rij["code"] for rij in lijst if rij["plaats"] <= 10} == set(data["in_top"])
    assert data["vraag"] is None
    klaar = draai("vragen", dossier, "--antwoord", "links")
    assert (klaar.code, klaar.uit) == (2, "")
    assert "de top ligt al vast" in klaar.fout


@pytest.mark.traag
def test_een_gemeente_heeft_haar_eigen_antwoorden(dossier: Path, draai: Callable) -> None:
    draai("vragen", dossier, "--antwoord", "links")
    data = json.loads(
        draai(
            *("vragen", dossier, "--gemeente", "nijmegen", "--antwoord", "even"),
            *("--formaat", "json"),
        ).uit
    )

    assert (data["gemeente"], data["beantwoord"]) == ("GM0268", 1)
    assert data["antwoorden"][0]["nummer"] == 2
    assert "gemeente: GM0268" in (dossier / "antwoorden.yaml").read_text(encoding="utf-8")
    groep = json.loads(draai("robuust", dossier, "--formaat", "json").uit)
    assert groep["met_voorkeur"] == ["GM0268"]


def test_antwoord_en_voorkeur_van_een_gemeente_die_niet_samen_kunnen_zijn_invoerfout(
    dossier: Path, draai: Callable
) -> None:
    with (dossier / "dossier.yaml").open("a", encoding="utf-8") as instellingen:
        instellingen.write("voorkeuren: {GM0268: [veiligheid, wetswijziging]}\n")
    rij = "{links: [wetswijziging], rechts: [veiligheid], antwoord: links, gemeente: GM0268}"
    (dossier / "antwoorden.yaml").write_text(f"antwoorden: [{rij}]\n", encoding="utf-8")

    afloop = draai("vragen", dossier, "--gemeente", "GM0268")

    assert (afloop.code, afloop.uit) == (3, "")
    assert "antwoord 1 (" in afloop.fout
    assert "de voorkeur van Nijmegen" in afloop.fout


def test_de_voorkeur_van_een_gemeente_is_ook_een_reden(dossier: Path, draai: Callable) -> None:
    with (dossier / "dossier.yaml").open("a", encoding="utf-8") as instellingen:
        instellingen.write(
            "voorkeuren: {GM0268: [veiligheid, wetswijziging, borging-samenwerking]}\n"
        )

    data = json.loads(draai("vragen", dossier, "--gemeente", "GM0268", "--formaat", "json").uit)
    tekst = " ".join(draai("vragen", dossier, "--gemeente", "GM0268").uit.split())

    assert data["deel_wegingen"] == "1/6"
    met_voorkeur = {reden["code"] for reden in data["redenen"] if reden["voorkeur"]}
    assert met_voorkeur
    gewichten = data["gewichten"]
    assert gewichten["veiligheid"] > gewichten["wetswijziging"] > gewichten["borging-samenwerking"]
    assert "Door de voorkeur van de gemeente" in tekst
    assert "Ook de voorkeur in het dossier telt mee." in tekst


def test_de_gewichten_van_een_gemeente_zijn_niet_voor_het_dossier(
    dossier: Path, draai: Callable
) -> None:
    alle = draai("vragen", dossier).uit
    van_een = " ".join(draai("vragen", dossier, "--gemeente", "Nijmegen").uit.split())

    assert "gewichten:\n" in alle
    assert "gewichten:\n" not in van_een
    assert van_een.endswith(
        "Zo kijkt Nijmegen ernaar. De gewichten van het dossier zijn van allen samen."
    )


@pytest.mark.parametrize(
    ("opties", "zin"),
    {
        ("--antwoord", "misschien"): "kies links, rechts, even of weet-niet",
        ("--gesprek",): "hier is geen toetsenbord",
        ("--gesprek", "--antwoord", "links"): "Kies één van --antwoord en --gesprek",
        ("--gemeente", "Nijmege"): "bedoelde u «Nijmegen»?",
    }.items(),
)
def test_verkeerd_gebruik_is_een_zin_en_schrijft_niets(
    opties: tuple[str, ...], zin: str, dossier: Path, draai: Callable, afdruk: Callable
) -> None:
    voor = afdruk(dossier)

    afloop = draai("vragen", dossier, *opties)

    assert (afloop.code, afloop.uit) == (2, "")
    assert zin in afloop.fout
    assert afdruk(dossier) == voor


@pytest.mark.parametrize("naam", ["antwoorden.yaml", "dossier.yaml", "vragen.docx"])
def test_met_een_verkeerd_doel_wordt_ook_het_antwoord_niet_bewaard(
    naam: str, dossier: Path, draai: Callable, afdruk: Callable
) -> None:
    voor = afdruk(dossier)

    afloop = draai("vragen", dossier, "--antwoord", "links", "--uit", dossier / naam)

    assert (afloop.code, afloop.uit) == (2, "")
    assert afdruk(dossier) == voor


@pytest.mark.traag
def test_van_een_besluit_worden_de_antwoorden_bewaard_en_niet_veranderd(
    dossier: Path, draai: Callable
) -> None:
    draai("vragen", dossier, "--antwoord", "links")
    wie = ("--door", "het college", "--datum", "2022-03-01", "--als", "md")
    assert draai("vaststellen", dossier, *wie).code == 0
    besluit = dossier / "besluiten" / "2022-03-01"

    stand = json.loads(draai("vragen", besluit, "--formaat", "json").uit)
    afloop = draai("vragen", besluit, "--antwoord", "links")

    assert stand["beantwoord"] == 1
    assert (afloop.code, afloop.uit) == (5, "")
    bewaard = besluit / "invoer" / "antwoorden.yaml"
    assert bewaard.read_bytes() == (dossier / "antwoorden.yaml").read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows kent geen pseudo-terminal")
def test_een_gesprek_vraagt_wacht_en_stopt(dossier: Path, start: Callable) -> None:
    import pty

    hoofd, neven = pty.openpty()
    with start("vragen", dossier, "--gesprek", stdin=neven, stdout=neven, stderr=neven) as bezig:
        os.close(neven)
        os.write(hoofd, b"links\nbla\nrechts\nstop\n")
        gezegd = _lees_alles(hoofd)
    os.close(hoofd)

    assert bezig.returncode == 0, gezegd
    assert gezegd.count("Wat weegt zwaarder: ") == 5
    assert "Dat is geen antwoord." in gezegd
    assert (dossier / "antwoorden.yaml").read_text(encoding="utf-8").count("links: [") == 2


def _lees_alles(handvat: int) -> str:
    """What comes out of a terminal until the program on it has ended."""
    delen = []
    while True:
        try:
            deel = os.read(handvat, 4096)
        except OSError:  # on Linux a terminal without a program cannot be read
            deel = b""
        if not deel:
            return b"".join(delen).decode()
        delen.append(deel)


def test_met_grenzen_is_het_getrokken_en_staat_erbij_hoe(dossier: Path, draai: Callable) -> None:
    with (dossier / "dossier.yaml").open("a", encoding="utf-8") as instellingen:
        instellingen.write("gewichtsgrenzen: {veiligheid: {minstens: 10, hoogstens: 40}}\n")

    data = json.loads(draai("vragen", dossier, "--formaat", "json").uit)

    assert data["methode"] == "getrokken"
    assert data["trekkingen"] == {"aantal": 20_000, "zaad": 2022, "marge": 0.00693}
    assert data["vraag"] is not None
    samen = sum(data["gewichten"].values())
    assert 10 <= 100 * data["gewichten"]["veiligheid"] / samen <= 40
