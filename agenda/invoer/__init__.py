"""Reading and writing files, so that the domain stays pure."""

DOSSIERBESTAND = "dossier.yaml"
ONDERWERPBESTANDEN = ("onderwerpen.xlsx", "onderwerpen.yaml", "onderwerpen.csv")
"""What a dossier holds: its settings, and exactly one of these files."""
