"""The engine answers as the command line does: code, both streams, and every file it writes."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING

import pytest
from bouwers_eind import bestanden_van
from bouwers_motor import TEKST, gevallen, op_de_opdrachtregel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.traag

SOORTEN = {
    "voorbeeld": ("nijmegen-rivierenland-2022", "arnhem-2014"),
    "excel": ("nijmegen-rivierenland-2022-excel",),
    **{
        f"willekeurig {n}": tuple(f"dossier-{m}" for m in range(5 * n, 5 * n + 5)) for n in range(4)
    },
    "fout": ("fout",),
}
"""Each with the folders that its commands are about; the last of those in a command counts."""
_DRAAI = """async ([args, tekst]) => {
  const uit = await motor.draai(args, bestanden);
  for (const [pad, inhoud] of uit.geschreven) bestanden.set(pad, inhoud);
  for (const pad of uit.weg) bestanden.delete(pad);
  const geschreven = [...uit.geschreven].sort(([een], [ander]) => (een < ander ? -1 : 1));
  return [uit.code, uit.uit, uit.fout, Object.fromEntries(geschreven.map(([pad, inhoud]) =>
    [pad, tekst.includes(pad.split('.').at(-1)) ? window.tekst.decode(inhoud) : null]))];
}"""


def zet_neer(motor: Page, map_: Path) -> None:
    """Let the engine have the files of a folder, and no others."""
    motor.evaluate(
        """(delen) => {
          window.tekst = new TextDecoder("utf-8", { ignoreBOM: true });
          window.bestanden = new Map(Object.entries(delen).map(([pad, inhoud]) =>
          [pad, Uint8Array.from(atob(inhoud), (teken) => teken.charCodeAt(0))]));
        }""",
        bestanden_van(map_),
    )


def soort_van(args: Sequence[str]) -> str:
    """The kind of a command; what is about no dossier goes with the first one."""
    mappen = [map_ for map_ in (deel.partition("/")[0] for deel in args) if map_ in _VAN]
    return _VAN[mappen[-1]] if mappen else "voorbeeld"


_VAN = {map_: soort for soort, mappen in SOORTEN.items() for map_ in mappen}


def verschillen(
    opdrachten: Sequence[Sequence[str]],
    verwacht: Sequence[Sequence[object]],
    gevonden: Sequence[Sequence[object]],
) -> Iterator[str]:
    """A few lines for each command that answers otherwise."""
    for args, zo, anders in zip(opdrachten, verwacht, gevonden, strict=True):
        if zo != anders:
            yield f"agenda {' '.join(args)}\n" + "\n".join(_diff(zo, anders))


def _diff(zo: Sequence[object], anders: Sequence[object]) -> list[str]:
    een, ander = (_regels(antwoord) for antwoord in (zo, anders))
    return list(unified_diff(een, ander, "opdrachtregel", "browser", lineterm="", n=0))[:30]


def _regels(antwoord: Sequence[object]) -> list[str]:
    code, uit, fout, geschreven = antwoord
    assert isinstance(geschreven, dict)
    delen = [f"code {code}", str(uit), str(fout)]
    return "\n".join([*delen, *(f"{p}\n{t}" for p, t in geschreven.items())]).split("\n")


def test_er_zijn_meer_dan_driehonderd_opdrachten_waarvan_meer_dan_vijftig_met_fouten(
    tmp_path: Path,
) -> None:
    soorten = [soort_van(args) for args in gevallen(tmp_path)]

    assert len(soorten) > 300
    assert soorten.count("fout") > 50
    assert {*soorten} == {*SOORTEN}


@pytest.mark.parametrize("soort", SOORTEN)
def test_de_motor_antwoordt_zoals_de_opdrachtregel(motor: Page, tmp_path: Path, soort: str) -> None:
    opdrachten = [
        args for args in gevallen(tmp_path) if soort_van(args) == soort and args != ["--version"]
    ]
    zet_neer(motor, tmp_path)

    gevonden = [motor.evaluate(_DRAAI, [args, TEKST]) for args in opdrachten]
    verwacht = op_de_opdrachtregel(tmp_path, opdrachten)

    anders = list(verschillen(opdrachten, verwacht, gevonden))
    assert not anders, f"{len(anders)} van {len(opdrachten)} anders:\n\n" + "\n\n".join(anders)


def test_de_versie_zegt_dat_dit_een_browser_is(motor: Page, tmp_path: Path) -> None:
    zet_neer(motor, tmp_path)

    _, in_browser, _, _ = motor.evaluate(_DRAAI, [["--version"], TEKST])

    ((_, hier, _, _),) = op_de_opdrachtregel(tmp_path, [["--version"]])
    assert in_browser.splitlines()[0] == str(hier).splitlines()[0]
    assert "durable-rules: werkt niet in een browser." in in_browser
