"""What was found in the input: errors and warnings, for people and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.weergave.vormen import Tabel, Weergave, md_tekst

if TYPE_CHECKING:
    from agenda.invoer.controle import Controle
    from regels.melding import Melding


def toon_controle(controle: Controle) -> Weergave:
    """A summary, then a line per finding."""
    samenvatting = controle.samenvatting
    meldingen = [("fout", melding) for melding in controle.fouten]
    meldingen += [("waarschuwing", melding) for melding in controle.waarschuwingen]
    return Weergave(
        json=lambda: {
            "schema": "agenda/controle/1",
            "samenvatting": samenvatting,
            "fouten": [_json(melding) for melding in controle.fouten],
            "waarschuwingen": [_json(melding) for melding in controle.waarschuwingen],
        },
        tekst=lambda _: "\n".join([samenvatting, *(f"{s}: {m}" for s, m in meldingen)]),
        md=lambda: "\n".join(
            [md_tekst(samenvatting), "", *(f"- {s}: {md_tekst(str(m))}" for s, m in meldingen)]
        ),
        csv=lambda: Tabel(
            "Controle",
            ("Soort", "Plek", "Veld", "Gevonden", "Verwacht", "Suggestie"),
            tuple(
                (soort, str(m.plek), m.veld, m.gevonden, m.verwacht, m.suggestie)
                for soort, m in meldingen
            ),
        ),
    )


def _json(melding: Melding) -> dict[str, str]:
    return {
        "plek": str(melding.plek),
        "veld": melding.veld,
        "gevonden": melding.gevonden,
        "verwacht": melding.verwacht,
        "suggestie": melding.suggestie,
    }
