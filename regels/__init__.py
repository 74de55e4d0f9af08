"""Rules as data, and what evaluates them. Knows only facts: nothing of topics or regions."""
