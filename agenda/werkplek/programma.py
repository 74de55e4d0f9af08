"""The files of the program itself that go into the workplace: code, rules and profiles."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from agenda.invoer.profiel import lees_profiel
from agenda.invoer.profielmap import meegeleverde_profielen, vind_profiel
from agenda.opslag.boom import bestanden_in

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAKKETTEN = ("regels", "agenda", "cli")
_HIER = Path(__file__).parent


def programmabestanden(themas: Path | None) -> dict[str, bytes]:
    """Path → content of every file, the workplace itself aside: it is not made inside itself.

    Args:
        themas: the profile of the user's own region, to be the first one; None for only those that
            the program brings.

    Raises:
        Invoerfout: that profile is not there, or is wrong.
    """
    mappen = {naam: Path(next(iter(import_module(naam).__path__))) for naam in _PAKKETTEN}
    mappen["thema's"] = meegeleverde_profielen()
    alles = {
        f"{naam}/{pad}": inhoud for naam, map_ in mappen.items() for pad, inhoud in _bestanden(map_)
    }
    if themas is None:
        return alles
    eigen = vind_profiel(None, themas)
    plek = f"thema's/{lees_profiel(eigen)[0].regio.code}/"
    rest = {pad: inhoud for pad, inhoud in alles.items() if not pad.startswith(plek)}
    return rest | {f"{plek}{pad}": inhoud for pad, inhoud in _bestanden(eigen)}


def handleiding() -> str:
    """The manual, as Markdown: in the package, or beside it where the program is developed."""
    plekken = (_HIER / "handleiding.md", _HIER.parents[1] / "docs" / "handleiding.md")
    return next(plek for plek in plekken if plek.exists()).read_text("utf-8")


def _bestanden(map_: Path) -> Iterator[tuple[str, bytes]]:
    for naam, pad in bestanden_in(map_):
        if "__pycache__" not in pad.parts and not pad.is_relative_to(_HIER):
            yield naam, pad.read_bytes()
