"""Reading and writing files, so that the domain stays pure."""

from agenda.opslag.rollen import BESTANDEN_ERNAAST, DOSSIERBESTAND, ONDERWERPBESTANDEN

__all__ = ["BESTANDEN_ERNAAST", "DOSSIERBESTAND", "ONDERWERPBESTANDEN"]
