"""The profile of a dossier that names none: a line in a data file beside the profiles."""

from __future__ import annotations

from agenda.invoer.profielmap import meegeleverde_profielen
from regels.lezen.yaml import lees_yaml

_BESTAND = "standaard.yaml"


def standaardprofiel() -> str:
    """The code of the profile."""
    return str(lees_yaml(meegeleverde_profielen() / _BESTAND, _BESTAND).waarde["profiel"])
