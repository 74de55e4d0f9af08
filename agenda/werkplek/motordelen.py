"""The engine as data in a page: Python, the libraries and the program, small and ready to run.

What goes in is compiled in the very Python that will run it, and packed in one order with one
date, so that the same parts give the same bytes.
"""

from __future__ import annotations

import base64
import gzip
import io
import lzma
import tarfile
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from agenda.invoer.zipdelen import pak_in
from agenda.opslag.boom import bestanden_in
from agenda.werkplek.onderdelen import ONDERDELEN
from agenda.werkplek.ophalen import draai, node

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agenda.werkplek.onderdelen import Onderdeel

_HIER = Path(__file__).parent
ZONDER_STD = (
    *("_pyrepl", "antigravity.py", "bdb.py", "cProfile.py", "cmd.py", "compileall.py"),
    *("ctypes", "curses", "doctest.py", "ensurepip", "filecmp.py", "fileinput.py", "ftplib.py"),
    *("getpass.py", "imaplib.py", "mailbox.py", "modulefinder.py", "multiprocessing"),
    *("netrc.py", "nturl2path.py", "optparse.py", "pdb.py", "pickletools.py", "poplib.py"),
    *("profile.py", "pstats.py", "pty.py", "pyclbr.py", "pydoc.py", "rlcompleter.py"),
    *("sched.py", "shelve.py", "smtplib.py", "socketserver.py", "sqlite3", "symtable.py"),
    *("tabnanny.py", "this.py", "timeit.py", "trace.py", "turtle.py", "unittest", "venv"),
    *("wave.py", "wsgiref", "xmlrpc", "zipapp.py", "http/server.py", "http/cookiejar.py"),
    *("logging/handlers.py", "logging/config.py", "colorsys.py", "plistlib.py", "tty.py"),
    *("__hello__.py", "__phello__", "lib2to3", "idlelib", "tkinter", "site-packages"),
)
"""What of Python's own library the program never calls: to test, to serve, to look inside."""
_NIET = (".pyi", ".so", ".typed")
"""What is not for running, in a package that holds more; what was built for the engine stays."""
_GEBOUWD = "wasm32-emscripten.so"
_LICENTIE = ("LICEN", "COPYING", "AUTHORS")


def maak_motordelen(onderdelen: Mapping[str, bytes], programma: Mapping[str, bytes]) -> str:
    """The blocks of data that the page ends with.

    Args:
        onderdelen: the content of each part, by name.
        programma: path → content of the program itself: its code, its rules and its profiles.

    Raises:
        Bestandsfout: JavaScript cannot be run here.
    """
    pyodide = _uit_tar(onderdelen["pyodide"])
    std = _standaard(pyodide["python_stdlib.zip"])
    app = dict(programma)
    for deel in ONDERDELEN:
        if deel.register == "pypi":
            app |= _uit_pakket(deel, onderdelen[deel.naam])
    std, app = _compileer(pyodide, std, app)
    delen = {
        "wasm": _xz(pyodide["pyodide.asm.wasm"]),
        "std": _xz(_zip(std)),
        "app": _xz(_zip(app)),
        "werker": gzip.compress(_werker(pyodide, onderdelen["xz-decompress"]), 9, mtime=0),
    }
    return "".join(
        f'<script type="application/octet-stream" id="deel-{naam}">'
        f"{base64.b64encode(inhoud).decode()}</script>\n"
        for naam, inhoud in delen.items()
    )


def markdown_it(onderdelen: Mapping[str, bytes]) -> str:
    """The library that shows Markdown, as a script."""
    bron = _uit_tar(onderdelen["markdown-it"])["dist/browser/markdown-it.umd.min.js"].decode()
    return bron.partition("\n//# sourceMappingURL=")[0] + "\n"


def _uit_tar(inhoud: bytes) -> dict[str, bytes]:
    """The files of a package of npm, that stand in one folder."""
    with tarfile.open(fileobj=io.BytesIO(inhoud)) as tar:
        return {
            lid.name.partition("/")[2]: bestand.read()
            for lid in tar.getmembers()
            if (bestand := tar.extractfile(lid)) is not None
        }


def _uit_zip(inhoud: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        for naam in zip_.namelist():
            if not naam.endswith("/"):
                yield naam, zip_.read(naam)


def _begint(naam: str, met: tuple[str, ...]) -> bool:
    return any(naam == begin or naam.startswith(f"{begin}/") for begin in met)


def _standaard(inhoud: bytes) -> dict[str, bytes]:
    return {naam: bytes_ for naam, bytes_ in _uit_zip(inhoud) if not _begint(naam, ZONDER_STD)}


def _uit_pakket(deel: Onderdeel, inhoud: bytes) -> dict[str, bytes]:
    """What the engine needs of a package, who it is, and its licence."""
    uit = {}
    for naam, bytes_ in _uit_zip(inhoud):
        laatste = naam.rpartition("/")[2]
        if ".dist-info/" in naam:
            if laatste == "METADATA":  # some ask what version they are; what follows is for people
                uit[naam] = bytes_.partition(b"\n\n")[0]
            elif laatste.upper().startswith(_LICENTIE):
                uit[f"licenties/{deel.naam}/{laatste}"] = bytes_
            continue
        draait = naam.endswith(_GEBOUWD) or not naam.endswith(_NIET)
        nodig = _begint(naam, deel.neemt) and not _begint(naam, deel.zonder)
        if nodig and draait and "tests" not in naam.split("/"):
            uit[naam] = bytes_
    return uit


def _compileer(
    pyodide: Mapping[str, bytes], std: Mapping[str, bytes], app: Mapping[str, bytes]
) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The same files, with compiled Python in place of its text."""
    with tempfile.TemporaryDirectory() as klad:
        motor, bouw = Path(klad, "pyodide"), Path(klad, "bouw")
        _schrijf(motor, pyodide)
        _schrijf(bouw / "std", std)
        _schrijf(bouw / "app", app)
        draai([*node(), str(_HIER / "compileer.mjs"), str(motor), str(bouw)], "node", "vertalen")
        return _lees(bouw / "std"), _lees(bouw / "app")


def _schrijf(map_: Path, bestanden: Mapping[str, bytes]) -> None:
    for naam, inhoud in bestanden.items():
        doel = map_ / naam
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_bytes(inhoud)


def _lees(map_: Path) -> dict[str, bytes]:
    return {naam: pad.read_bytes() for naam, pad in bestanden_in(map_)}


def _zip(bestanden: Mapping[str, bytes]) -> bytes:
    """Not compressed: what is put around it does that better over all files at once."""
    return pak_in(dict(sorted(bestanden.items())), zipfile.ZIP_STORED)


def _xz(inhoud: bytes) -> bytes:
    return lzma.compress(inhoud, lzma.FORMAT_XZ, lzma.CHECK_CRC32, lzma.PRESET_EXTREME | 9)


def _werker(pyodide: Mapping[str, bytes], xz: bytes) -> bytes:
    """The script of the worker: a classic one, for the other kind does not start from a file."""
    uitpakker = _uit_tar(xz)["dist/package/xz-decompress.min.js"].decode()
    module = _vervang(
        pyodide["pyodide.asm.mjs"].decode(),
        ("export default _createPyodideModule;", ""),
        ("import.meta.url", "self.location.href"),
    )
    lader = _vervang(
        pyodide["pyodide.mjs"].decode().partition("\n//# sourceMappingURL=")[0],
        ("export{dt as loadPyodide,U as version};", "return dt;"),
    )
    return (
        '"use strict";\n'
        # Pyodide refuses the classic kind, which it knows by this; it needs nothing of it.
        "self.importScripts = undefined;\n"
        "const xz = (() => { const exports = {}, module = { exports },"
        " require = () => ({ ReadableStream });\n"
        f"{uitpakker}\nreturn module.exports; }})();\n"
        f"const maakPyodideModule = (() => {{ {module}\nreturn _createPyodideModule; }})();\n"
        f"const loadPyodide = (() => {{ {lader} }})();\n"
        f"{(_HIER / 'werker.js').read_text('utf-8')}"
    ).encode()


def _vervang(tekst: str, *paren: tuple[str, str]) -> str:
    """Change what was made for another place.

    Raises:
        ValueError: one of these is not there; then it is not the version that was tried.
    """
    for oud, nieuw in paren:
        if oud not in tekst:
            raise ValueError(oud)
        tekst = tekst.replace(oud, nieuw)
    return tekst
