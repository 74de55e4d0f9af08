"""The command line: read, call one use case, render, exit code. Nothing else."""


def main() -> None:
    """Entry point of the program `agenda`."""
    from cli.uitgang import voer_uit

    raise SystemExit(voer_uit())
