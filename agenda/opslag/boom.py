"""What stands in a folder, however deep."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def bestanden_in(map_: Path) -> Iterator[tuple[str, Path]]:
    """Every file below a folder, in a fixed order: its path from there, with «/», and itself."""
    for pad in sorted(map_.rglob("*")):
        if pad.is_file():
            yield pad.relative_to(map_).as_posix(), pad
