"""The command line: read, call one use case, render, exit code. Nothing else."""

import os


def main() -> None:
    """Entry point of the program `agenda`."""
    # What is installed beside the program has no say in how its input is checked, and searching
    # for such plugins would take a fifth of the start-up time. Read by pydantic when it loads.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    from cli.uitgang import voer_uit

    raise SystemExit(voer_uit())
