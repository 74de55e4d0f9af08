"""Nothing that the program makes takes the place of what it reads, whatever that is called."""

from __future__ import annotations

import json
import os
import shutil
import stat
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

KLEIN = Path(__file__).parent / "dossier-klein"
alleen_posix = pytest.mark.skipif(os.name == "nt", reason="Windows kent geen FIFO")


@pytest.fixture
def dossier(tmp_path: Path, eigen_profiel: Path) -> Path:
    map_ = shutil.copytree(KLEIN, tmp_path / "2027")
    (map_ / "register.yaml").write_text("archief: {bewaartermijn: P10Y}\n", "utf-8")
    (map_ / "besluiten" / "2026-01-15").mkdir(parents=True)
    for naam in ("besluit.json", "ontvangstbewijs.json", "strategische-agenda-2026.docx"):
        (map_ / "besluiten" / "2026-01-15" / naam).write_text("{}", "utf-8")
    return map_


DOELEN = {
    "de instellingen": "2027/dossier.yaml",
    "de onderwerpen": "2027/onderwerpen.yaml",
    "het register": "2027/register.yaml",
    "een andere spelling": "2027/besluiten/../register.yaml",
    "hoofdletters": "2027/REGISTER.YAML",
    "een tweede bestand met onderwerpen": "2027/onderwerpen.csv",
    "nieuwe invoer": "2027/oordelen.yaml",
    "de regio": "mijn-regio/regio.yaml",
    "de gremia": "mijn-regio/gremia.yaml",
    "een regel": "mijn-regio/regels/criteria.yaml",
    "een nieuwe regel": "mijn-regio/regels/extra.yml",
    "het sjabloon": "mijn-regio/sjabloon.docx",
    "een deel van een besluit": "2027/besluiten/2026-01-15/strategische-agenda-2026.docx",
    "iets nieuws in een besluit": "2027/besluiten/2026-01-15/lijst.json",
    "iets naast een besluit": "2027/besluiten/lijst.json",
    "een register dat verhuisd is": "2026-01-15.bekrachtiging.jsonl",
    "een invoerbestand elders": "onderwerpen.yaml",
}


@pytest.mark.parametrize("wat", DOELEN)
@pytest.mark.parametrize("hoe", ["zelf", "snelkoppeling", "tweede naam"])
def test_wat_invoer_is_wordt_geen_uitvoer(
    wat: str, hoe: str, dossier: Path, eigen_profiel: Path, draai: Callable, afdruk: Callable
) -> None:
    doel = dossier.parent / DOELEN[wat]
    if hoe == "snelkoppeling":
        (dossier.parent / "elders.json").symlink_to(doel)
        doel = dossier.parent / "elders.json"
    elif hoe == "tweede naam":
        if not doel.exists():
            pytest.skip("wat er niet is heeft geen tweede naam")
        os.link(doel, dossier.parent / "elders.json")
        doel = dossier.parent / "elders.json"
    voor = afdruk(dossier.parent)

    afloop = draai("prioriteer", dossier, "--themas", eigen_profiel, "--uit", doel)

    assert (afloop.code, afloop.uit) == (2, "")
    assert afloop.fout.startswith("Fout: --uit: ")
    assert afdruk(dossier.parent) == voor


def test_ook_de_regels_van_een_meegeleverd_profiel_worden_geen_uitvoer(
    dossier: Path, draai: Callable, tmp_path: Path
) -> None:
    from agenda.invoer.profielmap import meegeleverde_profielen

    regels = meegeleverde_profielen() / "nijmegen-rivierenland" / "regels" / "criteria.yaml"
    (tmp_path / "elders.md").symlink_to(regels)
    voor = regels.read_bytes()

    assert draai("regels", dossier, "--uit", tmp_path / "elders.md").code == 2
    assert regels.read_bytes() == voor


@pytest.mark.parametrize("naam", ["lijst.json", "uit/lijst.yaml"])
def test_naast_de_invoer_mag_uitvoer_staan_ook_voor_de_tweede_keer(
    naam: str, dossier: Path, draai: Callable
) -> None:
    (dossier / "uit").mkdir()
    for _ in range(2):
        args = ("prioriteer", dossier, "--formaat", "json", "--uit", dossier / naam)
        assert draai(*args).code == 0
    assert json.loads((dossier / naam).read_text("utf-8"))["jaar"] == 2027


@pytest.mark.parametrize("wat", ["onderwerpen.yaml", "register.yaml", "profiel"])
def test_exporteer_schrijft_niet_over_invoer_heen(
    wat: str, dossier: Path, eigen_profiel: Path, draai: Callable, afdruk: Callable
) -> None:
    doel = eigen_profiel / "themas.yaml" if wat == "profiel" else dossier / wat
    uit = dossier.parent / "uit"
    uit.mkdir()
    (uit / "strategische-agenda-2027.csv").symlink_to(doel)
    voor = afdruk(dossier.parent)

    args = ("exporteer", dossier, "--themas", eigen_profiel, "--naar", uit, "--als", "md,csv")
    afloop = draai(*args, "--vervang")

    assert afloop.code == 5
    assert afdruk(dossier.parent) == voor


def test_door_een_snelkoppeling_heen_wordt_geschreven(draai: Callable, tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    (tmp_path / "uit.json").symlink_to(tmp_path / "elders" / "echt.json")

    for _ in range(2):
        assert draai("prioriteer", KLEIN, "--uit", tmp_path / "uit.json").code == 0

    assert (tmp_path / "uit.json").is_symlink()
    assert (tmp_path / "elders" / "echt.json").stat().st_size > 0
    assert [pad.name for pad in (tmp_path / "elders").iterdir()] == ["echt.json"]


@alleen_posix
def test_in_een_leiding_en_een_apparaat_wordt_geschreven(draai: Callable, tmp_path: Path) -> None:
    leiding, gelezen = tmp_path / "leiding", []
    os.mkfifo(leiding)
    lezer = threading.Thread(target=lambda: gelezen.append(leiding.read_bytes()))
    lezer.start()

    assert draai("prioriteer", KLEIN, "--formaat", "json", "--uit", leiding).code == 0
    lezer.join(10)
    assert json.loads(gelezen[0])["jaar"] == 2027
    assert stat.S_ISFIFO(leiding.stat().st_mode)

    (tmp_path / "niets").symlink_to("/dev/null")
    assert draai("prioriteer", KLEIN, "--uit", tmp_path / "niets").code == 0
    assert (tmp_path / "niets").readlink() == Path("/dev/null")


@alleen_posix
def test_dev_stdout_achter_een_bestand_laat_staan_wat_er_stond(
    start: Callable, tmp_path: Path
) -> None:
    uit = tmp_path / "uit.txt"
    uit.write_text("kop\n", "utf-8")
    with uit.open("ab") as stroom:
        bezig = start(
            "prioriteer", KLEIN, "--formaat", "csv", "--uit", "/dev/stdout", stdout=stroom
        )
        assert bezig.wait(60) == 0

    assert uit.read_text("utf-8").startswith("kop\n\ufeffStatus")
