"""The command line: read, call one use case, render, exit code. Nothing else."""

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from types import ModuleType

_LIJST_VAN_PAKKETTEN = "importlib.metadata"


def main() -> None:
    """Entry point of the program `agenda`."""
    # A run is short and its input bounded: looking for garbage costs more than it gives back.
    gc.disable()
    _laad_pydantic_kaal()
    from cli.uitgang import voer_uit

    code = voer_uit()
    # All is written and flushed, and the system takes the memory back at once; for Python to clear
    # away every object first would take longer than ranking a hundred topics.
    os._exit(code)


def _laad_pydantic_kaal() -> None:
    """Load pydantic without plugins, and without what would look for them.

    What is installed beside the program has no say in how its input is checked, and searching for
    such plugins would take a fifth of the start-up time. Told that there may be none, pydantic
    does not search, but does load the list of installed packages, with the reading of e-mail in
    its wake: a twentieth. So while it loads that list is an empty one; whoever asks for the real
    one later gets it.
    """
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    if _LIJST_VAN_PAKKETTEN in sys.modules:
        return
    leeg = ModuleType(_LIJST_VAN_PAKKETTEN)
    vars(leeg)["entry_points"] = lambda **_: ()
    sys.modules[_LIJST_VAN_PAKKETTEN] = leeg
    try:
        with suppress(ImportError):  # another pydantic, that does it another way
            import_module("pydantic.plugin._loader")
    finally:
        del sys.modules[_LIJST_VAN_PAKKETTEN]
