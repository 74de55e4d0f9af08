"""The built workplace for tests: where it is, its engine alone, and what the command line says.

Nothing here builds: that takes the registries. `.ci/run` builds first and names the file.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

PROJECT = Path(__file__).parents[1]
VOORBEELDEN = PROJECT / "voorbeelden"
FOUT = PROJECT / "tests" / "cli" / "fout"
_MOTORSCRIPT = PROJECT / "agenda" / "werkplek" / "motor.js"
TEKST = ("csv", "html", "ics", "json", "md", "svg", "txt", "yaml")
"""Files of which every byte must be the same; others are packed by what the machine has for it."""
NIET_IN_EEN_BROWSER = ("durable", "durable_rules_engine", "docx", "graphlay", "highspy", "typst")
"""Without these the command line says what a browser says; numpy is not there either, and makes no
difference."""
_OPSTAP = f"""
import json, sys
TEKST, NIET = {TEKST!r}, {NIET_IN_EEN_BROWSER!r}
"""
_OPSTAP += """
class Zonder:
    def find_spec(self, naam, pad=None, doel=None):
        if naam.partition(".")[0] in NIET:
            raise ModuleNotFoundError(naam, name=naam)
sys.meta_path.insert(0, Zonder())
from cli.werkplekmotor import draai
uit = []
for args in json.load(sys.stdin):
    antwoord = draai(args, {}, (), lambda tekst: None)
    geschreven = {
        pad: inhoud.decode() if pad.rpartition(".")[2] in TEKST else None
        for pad, inhoud in sorted(antwoord["geschreven"].items())
    }
    uit.append([antwoord["code"], antwoord["uit"], antwoord["fout"], geschreven])
json.dump(uit, sys.stdout)
"""
"""The command line with no more than a browser has."""


@dataclass(frozen=True)
class Geval:
    """A command on a dossier."""

    map_: str
    args: tuple[str, ...]


def werkplek() -> Path:
    """The file that was built; in CI its absence is a failure."""
    naam = os.environ.get("WERKPLEK", "")
    if not naam:
        zeg = pytest.fail if os.environ.get("CI") else pytest.skip
        zeg("geen werkplek: agenda werkplek --naar agenda.html, en dan WERKPLEK=agenda.html")
    return Path(naam).resolve()


def motor_alleen(doel: Path) -> Path:
    """A page with the engine and nothing around it, to give it commands one after another."""
    delen = re.findall(
        r'<script type="application/octet-stream".*?</script>', werkplek().read_text("utf-8")
    )
    script = (
        f"{_MOTORSCRIPT.read_text('utf-8')}\nwindow.begin = performance.now();\n"
        "window.voortgang = [];\nwindow.motor = maakMotor({\n"
        "  klaar() { window.duur = performance.now() - window.begin; },\n"
        "  voortgang(t) { window.voortgang.push(t); },\n"
        "  gestopt(reden) { window.reden = reden; },\n});"
    )
    doel.write_text(
        '<!DOCTYPE html><html lang="nl"><meta charset="utf-8"><title>motor</title><body>\n'
        f"{''.join(delen)}<script>{script}</script></body></html>",
        "utf-8",
    )
    return doel


def op_de_opdrachtregel(map_: Path, args: Sequence[Sequence[str]]) -> list[list[object]]:
    """Code, stdout, stderr and written files of each command, run in a folder.

    A file stands under its path with its text, or with nothing where it holds no text.
    """
    omgeving = os.environ | {"COLUMNS": "100", "PYTHONPATH": str(PROJECT)}
    klaar = subprocess.run(
        [sys.executable, "-c", _OPSTAP],
        input=json.dumps(args),
        cwd=map_,
        env=omgeving,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert klaar.returncode == 0, klaar.stderr
    antwoord: list[list[object]] = json.loads(klaar.stdout)
    return antwoord


def willekeurig_dossier(map_: Path, zaad: int, aantal: int = 0) -> list[str]:
    """A dossier that a person could have written, always the same one; gives the codes in it."""
    r = random.Random(zaad)
    codes = [f"onderwerp-{n}" for n in range(aantal or r.randint(3, 30))]
    themas = ("sluitend-netwerk", "wonen", "werk-dagbesteding", "participatie", "organisatie")
    criteria = (
        *("wetswijziging", "wal-en-schip", "veiligheid", "borging-samenwerking"),
        "laaghangend-fruit",
    )
    regels = ["onderwerpen:"]
    for n, code in enumerate(codes):
        regels += [
            f"  - code: {code}",
            f"    titel: Onderwerp {n} «{r.choice(['a', 'é', '&', '<b>', '|'])}»",
            f"    thema: {r.choice(themas)}",
        ]
        if r.random() < 0.9:
            regels.append(f"    voorstellen: {r.sample(range(1, 26), r.randint(0, 3))}")
        if r.random() < 0.9:
            beide = r.random() < 0.8
            regels.append(f"    regios: [rijk-van-nijmegen{', rivierenland' if beide else ''}]")
        if r.random() < 0.9:
            regels.append(
                f"    afstemming_nodig: {r.choice(['ja', 'ja', 'ja', 'nee', 'onbekend'])}"
            )
        regels.append("    criteria:")
        regels += [f"      {c}: {r.choice(['ja', 'nee', 'onbekend'])}" for c in criteria]
        if n and r.random() < 0.3:
            regels.append(f"    afhankelijk_van: [{r.choice(codes[:n])}]")
        if r.random() < 0.5:
            regels.append(f"    inspanning_fte: {r.randint(1, 9) / 10}")
    gewichten = ", ".join(f"{c}: {r.randint(0, 9)}" for c in criteria[1:])
    map_.mkdir(parents=True)
    (map_ / "dossier.yaml").write_text(
        f"jaar: 2027\ncapaciteit: 2.6\ngewichten: {{{criteria[0]}: 3, {gewichten}}}\n", "utf-8"
    )
    (map_ / "onderwerpen.yaml").write_text("\n".join(regels) + "\n", "utf-8")
    return codes


def gevallen(map_: Path) -> list[list[str]]:
    """More than three hundred commands, on dossiers that are put into a folder."""
    uit: list[list[str]] = [["--help"], ["--version"], ["regels"], ["regels", "--formaat", "json"]]
    for naam in ("nijmegen-rivierenland-2022", "nijmegen-rivierenland-2022-excel", "arnhem-2014"):
        shutil.copytree(VOORBEELDEN / naam, map_ / naam)
    breed = (
        "controleer",
        "prioriteer",
        "gewichten",
        "samenhang",
        "robuust",
        "vragen",
        "vergadering",
    )
    for naam in ("nijmegen-rivierenland-2022", "nijmegen-rivierenland-2022-excel"):
        for opdracht in breed:
            uit += [[opdracht, naam, "--formaat", vorm] for vorm in ("tabel", "json", "md", "csv")]
        uit += [
            ["waarom", "groeipad-beschermd-thuis", naam, "--formaat", v] for v in ("json", "md")
        ]
        uit += [
            ["exporteer", naam, "--als", v, "--naar", f"uit-{naam}-{v}"]
            for v in ("csv", "md", "json")
        ]
    uit += [[o, "arnhem-2014"] for o in ("controleer", "prioriteer", "indeling", "vergadering")]
    for zaad in range(20):
        naam = f"dossier-{zaad}"
        codes = willekeurig_dossier(map_ / naam, zaad)
        uit += [[opdracht, naam, "--formaat", "json"] for opdracht in breed[:6]]
        uit += [["waarom", codes[0], naam], ["waarom", codes[-1], naam, "--formaat", "md"]]
        uit += [["prioriteer", naam], ["vergelijk", "dossier-0", naam]]
    for map__ in sorted(pad for pad in FOUT.iterdir() if pad.is_dir()):
        dossier = map__ / "dossier" if (map__ / "dossier").is_dir() else map__
        shutil.copytree(dossier, map_ / "fout" / map__.name)
        uit.append(["controleer", f"fout/{map__.name}"])
    return uit
