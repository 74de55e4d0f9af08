"""`agenda controleer`: everything that is wrong in a dossier, at once."""

from __future__ import annotations

from cli.lever import lever
from cli.opties import HIER, Debug, Dossiermap, Formaatkeuze, Themas, Uit
from cli.volger import toon_voortgang


def controleer(
    dossier: Dossiermap = HIER,
    formaat: Formaatkeuze = "tabel",
    uit: Uit = None,
    themas: Themas = None,
    debug: Debug = False,
) -> None:
    """Check a dossier; errors are told on stderr too, and give exit code 3."""
    from agenda.controleren import controleer_dossier
    from agenda.weergave.controle import toon_controle

    controle = controleer_dossier(dossier, themas, toon_voortgang)
    if controle.fout is None:
        lever(toon_controle(controle), formaat, uit)
        return
    if formaat != "tabel":
        lever(toon_controle(controle), formaat, None)
    raise controle.fout
