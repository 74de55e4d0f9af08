"""Reading and writing files, so that the domain stays pure."""

from agenda.opslag.rollen import DOSSIERBESTAND, ONDERWERPBESTANDEN

__all__ = ["DOSSIERBESTAND", "ONDERWERPBESTANDEN"]
