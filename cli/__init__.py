"""The command line: read, call one use case, render, exit code. Nothing else."""

import gc
import os


def main() -> None:
    """Entry point of the program `agenda`."""
    # What is installed beside the program has no say in how its input is checked, and searching
    # for such plugins would take a fifth of the start-up time. Read by pydantic when it loads.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    # A run is short and its input bounded: looking for garbage costs more than it gives back.
    gc.disable()
    from cli.uitgang import voer_uit

    code = voer_uit()
    # All is written and flushed, and the system takes the memory back at once; for Python to clear
    # away every object first would take longer than ranking a hundred topics.
    os._exit(code)
