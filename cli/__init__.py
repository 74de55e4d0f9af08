"""The command line: read, call one use case, render, exit code. Nothing else."""
