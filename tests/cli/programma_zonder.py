"""Run commands one after the other in a process in which libraries cannot be loaded.

On stdin it gets JSON: the names of the libraries, and commands as lists of words. It answers with
the exit code, stdout and stderr of each.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys


class Weg:
    """Finds none of these libraries, as if they were never installed."""

    def __init__(self, namen: list[str]) -> None:
        self._namen = frozenset(namen)

    def find_spec(self, naam: str, pad: object = None, doel: object = None) -> None:
        del pad, doel
        if naam.partition(".")[0] in self._namen:
            raise ModuleNotFoundError(f"No module named {naam!r}", name=naam)


def draai(args: list[str]) -> tuple[int, str, str]:
    from cli.uitgang import voer_uit

    uit, fout = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with contextlib.redirect_stdout(uit), contextlib.redirect_stderr(fout):
        code = voer_uit(args)
    return code, *(stroom.buffer.getvalue().decode() for stroom in (uit, fout))


if __name__ == "__main__":
    vraag = json.load(sys.stdin)
    sys.meta_path.insert(0, Weg(vraag["weg"]))
    json.dump([draai(args) for args in vraag["opdrachten"]], sys.stdout)
