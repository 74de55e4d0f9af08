"""`python -m cli` is the program `agenda`."""

from cli import main

main()
