"""The parts of a zip file: packed to the same bytes each time, unpacked without trust."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ONLEESBAAR = (
    *(zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError),
)
"""What a damaged, odd or protected zip file raises."""

_SOORTEN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Office writes no other kinds, and only these can be unpacked bit by bit."""


_DAG = (1980, 1, 1, 0, 0, 0)
"""The day that every part has: the oldest that a zip file knows."""


class TeGroot(Exception):
    """Unpacked, the parts together would be larger than is reasonable."""


def pak_in(delen: Mapping[str, bytes], soort: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Parts as one zip file, in their order: the same parts give the same bytes on every system.

    Args:
        delen: name → content.
        soort: whether and how they are compressed, as `zipfile` calls it.
    """
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as zip_:
        for naam, inhoud in delen.items():
            deel = zipfile.ZipInfo(naam, _DAG)
            deel.create_system = 0
            zip_.writestr(deel, inhoud, soort)
    return uit.getvalue()


def pak_uit(inhoud: bytes, hoogstens: int) -> dict[str, bytes]:
    """Unpack every part, so that whoever reads the file after this finds no surprise in it.

    A part that says it is small is unpacked no further than that.

    Args:
        inhoud: the zip file.
        hoogstens: how many bytes the parts may be together.

    Returns:
        The content of each part, by its name.

    Raises:
        TeGroot: the parts say that they are larger together.
        ONLEESBAAR: it is no zip file, or a part holds something else than it says.
    """
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        delen = zip_.infolist()
        if sum(deel.file_size for deel in delen) > hoogstens:
            raise TeGroot
        return {deel.filename: _pak_deel_uit(zip_, deel) for deel in delen}


def _pak_deel_uit(zip_: zipfile.ZipFile, deel: zipfile.ZipInfo) -> bytes:
    if deel.compress_type not in _SOORTEN:
        raise zipfile.BadZipFile(deel.filename)
    with zip_.open(deel) as bestand:
        return bestand.read(deel.file_size + 1)  # `read()` alone would first unpack it all
