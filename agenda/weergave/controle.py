"""What was found in the input: errors and warnings, for people and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.voortgang.bekrachtiging import op_dag
from agenda.weergave.besluit import BEWIJST_NIET, bewijs_zinnen
from agenda.weergave.controletekst import controletekst
from agenda.weergave.voortgang.bekrachtiging import (
    besloten_zin,
    register_json,
    register_zinnen,
)
from agenda.weergave.vormen import Tabel, Weergave, md_tekst
from regels.melding import MAX_BEWAARD
from regels.taal import opsomming, zichtbaar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.invoer.bekrachtiging import Bekrachtigingsregister
    from agenda.invoer.controle import Controle
    from agenda.invoer.ontvangstbewijs import Ontvangst
    from regels.melding import Melding


def toon_controle(controle: Controle) -> Weergave:
    """A summary, then what was found, by topic."""
    samenvatting = controle.samenvatting
    meldingen = [("fout", melding) for melding in controle.fouten]
    meldingen += [("waarschuwing", melding) for melding in controle.waarschuwingen]
    over_besluit = [*_over_besluit(controle.ontvangst), *_over_leden(controle.bekrachtigd)]
    return Weergave(
        json=lambda: {
            "schema": "agenda/controle/1",
            "samenvatting": samenvatting,
            "aantal": controle.aantal_bevindingen,
            "fouten": [_json(melding) for melding in controle.fouten],
            "waarschuwingen": [_json(melding) for melding in controle.waarschuwingen[:MAX_BEWAARD]],
            **_besluit_json(controle),
        },
        tekst=lambda breedte: "\n".join(controletekst(controle, over_besluit, breedte)),
        md=lambda: "\n".join(
            [
                *(f"{md_tekst(zin)}\n" for zin in (samenvatting, *over_besluit)),
                *(f"- {s}: {md_tekst(str(m))}" for s, m in meldingen),
            ]
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


def _over_besluit(ontvangst: Ontvangst | None) -> Iterator[str]:
    """What was found out of a decision, by what it can be recognised, and what that is worth."""
    if ontvangst is None:
        return
    if ontvangst.opnieuw:
        yield "De lijst en de stukken zijn opnieuw gemaakt uit deze invoer, en zijn gelijk."
        if ontvangst.niet_vergeleken:
            namen = opsomming(map(zichtbaar, ontvangst.niet_vergeleken), "en")
            yield (
                f"Niet vergeleken: {namen}. Daarvoor ontbreekt een onderdeel van het programma,"
                " hier of waar het besluit is vastgelegd."
            )
    else:
        yield (
            "De lijst is niet opnieuw berekend: zij is gemaakt met een andere versie"
            f" ({ontvangst.versies.get('agenda')})."
        )
    if ontvangst.van_systeem:
        namen = opsomming(map(zichtbaar, ontvangst.van_systeem), "en")
        yield f"Hoort niet bij het besluit, maar is geen fout: {namen}."
    if ontvangst.vorig_besluit:
        naam = zichtbaar(ontvangst.vorig_besluit)
        yield f"Gaat verder op het besluit {naam}: dat ontvangstbewijs is nog hetzelfde."
    elif ontvangst.vorige:
        som = ontvangst.vorige
        yield f"Gaat verder op een besluit dat hier niet is gevonden. Dat ontvangstbewijs: {som}"
    yield from bewijs_zinnen(ontvangst.sha256)


def _over_leden(register: Bekrachtigingsregister | None) -> Iterator[str]:
    """How many members decided on it, and by what that can be recognised."""
    if register is None or not register.sommen:
        return
    yield besloten_zin(op_dag(register.bekrachtigingen, register.profiel), register.profiel)
    yield from register_zinnen(register)


def _besluit_json(controle: Controle) -> dict[str, Any]:
    ontvangst, register = controle.ontvangst, controle.bekrachtigd
    if ontvangst is None or register is None:
        return {}
    return {
        "besluit": {
            "ontvangstbewijs_sha256": ontvangst.sha256,
            "vorige": ontvangst.vorige,
            "vorig_besluit": ontvangst.vorig_besluit or None,
            "bestanden": len(ontvangst.bestanden),
            "opnieuw_berekend": ontvangst.opnieuw,
            **(
                {"niet_vergeleken": list(ontvangst.niet_vergeleken)}
                if ontvangst.niet_vergeleken
                else {}
            ),
            "van_het_systeem": list(ontvangst.van_systeem),
            "bewijst_niet": BEWIJST_NIET,
            "bekrachtiging": register_json(register) if register.sommen else None,
        }
    }


def _json(melding: Melding) -> dict[str, str]:
    return {
        "plek": str(melding.plek),
        "onderwerp": melding.onderwerp,
        "veld": melding.veld,
        "gevonden": melding.gevonden,
        "verwacht": melding.verwacht,
        "suggestie": melding.suggestie,
    }
