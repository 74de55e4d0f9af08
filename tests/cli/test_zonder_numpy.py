"""Where all weightings are weighed exactly, the program does the same where numpy is not there."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from bouwers_agenda import CRITERIA, maak_dossier, maak_onderwerp

VOORBEELDEN = Path(__file__).parents[2] / "voorbeelden"
DRAAI = """
import contextlib, gc, hashlib, io, json, sys
from pathlib import Path

gc.disable()  # as the program does
BLOKKEER = sys.argv[1] == "zonder"


class Blokkade:
    def find_spec(self, naam, pad=None, doel=None):
        if BLOKKEER and naam.partition(".")[0] == "numpy":
            raise ModuleNotFoundError(f"No module named {naam!r}", name=naam)


sys.meta_path.insert(0, Blokkade())
from cli.uitgang import voer_uit

uit = []
for opdracht in json.load(sys.stdin):
    stroom, fout = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(stroom), contextlib.redirect_stderr(fout):
        code = voer_uit(opdracht)
    uit.append({"opdracht": opdracht, "code": code, "zegt": [stroom.getvalue(), fout.getvalue()]})
bestanden = {
    str(bestand): hashlib.sha256(bestand.read_bytes()).hexdigest()
    for bestand in sorted(Path().rglob("*"))
    if bestand.is_file()
}
print(json.dumps([uit, bestanden]))
"""


def _dossiers(map_: Path) -> list[str]:
    """The example, and random ones: half of them with the order of a municipality."""
    map_.mkdir()
    shutil.copytree(VOORBEELDEN / "nijmegen-rivierenland-2022", map_ / "voorbeeld")
    for zaad in range(10):
        kans = random.Random(zaad)
        onderwerpen = [
            maak_onderwerp(
                f"o-{n}",
                criteria={c: kans.choice(["ja", "ja", "nee", "nee", "onbekend"]) for c in CRITERIA},
            )
            for n in range(kans.randint(1, 25))
        ]
        volgorde = kans.sample(list(CRITERIA), kans.randint(2, 5))
        voorkeuren = {"GM0268": volgorde} if zaad % 2 else None
        maak_dossier(map_ / f"toeval-{zaad}", onderwerpen, voorkeuren=voorkeuren)
    return sorted(dossier.name for dossier in map_.iterdir())


def _opdrachten(dossiers: list[str]) -> list[list[str]]:
    """No answer contradicts another: each is to the question that the program asks."""
    uit = []
    for zaad, dossier in enumerate(dossiers):
        kans = random.Random(zaad)
        vraag = ["vragen", dossier, "--formaat", "json"]
        waarden = ["even", "weet-niet", "links", "rechts"]
        for waarde in kans.sample(waarden, 4 if zaad % 5 == 0 else 1):
            uit.append([*vraag, "--antwoord", waarde])
        if zaad % 2:
            uit.append([*vraag, "--gemeente", "Tiel", "--antwoord", kans.choice(["links", "even"])])
        uit.append(["robuust", dossier, "--formaat", "json"])
        uit.append(["exporteer", dossier, "--als", "json,md", "--naar", f"uit-{dossier}"])
    return uit


def _draai(map_: Path) -> list[Any]:
    opdrachten = _opdrachten(_dossiers(map_))
    opdracht = [sys.executable, "-c", DRAAI, map_.name]
    klaar = subprocess.run(
        opdracht, cwd=map_, input=json.dumps(opdrachten), stdout=subprocess.PIPE, text=True
    )
    assert klaar.returncode == 0
    return json.loads(klaar.stdout)


@pytest.mark.traag
def test_zonder_numpy_is_elk_antwoord_en_elk_stuk_byte_voor_byte_hetzelfde(tmp_path: Path) -> None:
    with ThreadPoolExecutor() as beide:
        met, zonder = beide.map(_draai, [tmp_path / "met", tmp_path / "zonder"])

    assert zonder == met
    gezegd, bestanden = zonder
    assert {afloop["code"] for afloop in gezegd} <= {0, 2}  # 2: nothing is left to ask
    assert all(afloop["code"] == 0 for afloop in gezegd if afloop["opdracht"][0] != "vragen")
    assert sum(afloop["code"] == 0 for afloop in gezegd) > len(gezegd) * 2 // 3
    assert len([naam for naam in bestanden if naam.startswith("uit-")]) >= 22
