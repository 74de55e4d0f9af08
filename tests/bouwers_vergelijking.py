"""Two agendas for tests of `agenda vergelijk`, from values that a policy officer can read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from bouwers_agenda import maak_onderwerp, meegeleverd

from agenda.invoer.onderwerpen import onderwerpen_uit
from agenda.kennis.profiel import Plan
from agenda.onderwerp.instellingen import Instellingen
from agenda.onderwerp.invullijst import invullijst
from agenda.onderwerp.omgeving import Omgeving
from agenda.onderwerp.onderwerp import Dossier
from agenda.vergelijking.stappen import Kant, Toetsers
from agenda.vergelijking.vergelijken import vergelijk
from regels.lezen.vorm import houd_tegen
from regels.lezen.yaml import Gelezen
from regels.model import Bron, Veld, Voorwaarde
from regels.regelset import Regelset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agenda.kennis.profiel import Profiel
    from agenda.vergelijking.vergelijken import Vergelijking
    from regels.melding import Melding

MAG_KANT = {"onderwerpen", "peildatum", "gewichten", "regels", "plannen"}


def kant_van(
    onderwerpen: Mapping[str, Mapping[str, Any] | list[str]],
    *,
    jaar: int = 2027,
    peildatum: date = date(2027, 1, 1),
    gewichten: Mapping[str, int] | None = None,
    regels: Mapping[str, Any] | None = None,
    plannen: Mapping[str, Any] | None = None,
) -> Kant:
    """One side.

    Args:
        onderwerpen: code → fields, or only the criteria that are ja; otherwise it is admitted.
        regels: code → changed fields of a rule, a new criterion, or «geen» to leave the rule out.
        plannen: code → changed fields of a plan, a new plan, or «geen».
    """
    profiel, regelset = _profiel(plannen or {}), _regelset(regels or {})
    rauw = [maak_onderwerp(code, **_velden(wat)) for code, wat in onderwerpen.items()]
    meldingen: list[Melding] = []
    gelezen = Gelezen({"onderwerpen": rauw}, "proef.yaml")
    lijst = invullijst(profiel, regelset.criteria)
    topics = onderwerpen_uit(gelezen, profiel, lijst, meldingen)
    waarde = {"jaar": jaar, "profiel": profiel.regio.code, "peildatum": peildatum}
    waarde |= {"gewichten": dict(gewichten or {})}
    omgeving = {"omgeving": Omgeving(profiel, regelset.criteria)}
    instellingen = houd_tegen(
        Instellingen, waarde, Gelezen(waarde, "dossier.yaml"), (), meldingen, omgeving
    )
    assert not meldingen, "\n".join(map(str, meldingen))
    assert instellingen is not None
    return Kant(Dossier(instellingen, topics), profiel, regelset)


def _velden(wat: Mapping[str, Any] | list[str]) -> dict[str, Any]:
    """The fields of a topic, with decimal numbers as the program reads them."""
    velden = {"criteria": wat} if isinstance(wat, list) else wat
    return {
        naam: Decimal(str(waarde)) if isinstance(waarde, float) else waarde
        for naam, waarde in velden.items()
    }


def vergelijk_kanten(oud: Mapping[str, Any], nieuw: Mapping[str, Any]) -> Vergelijking:
    """Compare two sides; what the new one does not name is as on the old one."""
    return vergelijk(kant_van(**oud), kant_van(**{**oud, **nieuw}), maak=toetsers())


@cache
def toetsers() -> Toetsers:
    """One engine per set of rules for all tests: starting it takes the most time."""
    return Toetsers()


def _regelset(anders: Mapping[str, Any]) -> Regelset:
    _, gekend = meegeleverd()
    regels = {regel.code: regel for regel in gekend.regels}
    velden = dict(gekend.velden)
    for code, wat in anders.items():
        if wat == "geen":
            del regels[code]
            continue
        nieuw = dict(wat)
        if "als" in nieuw:
            nieuw["als"] = tuple(Voorwaarde(**voorwaarde) for voorwaarde in nieuw["als"])
        if code not in regels:
            velden[code] = Veld(code, code, ("ja", "nee"))
            als = (Voorwaarde(code, "is", "ja"),)
            regels[code] = replace(
                regels["veiligheid"], code=code, titel=code.capitalize(), als=als
            )
        regels[code] = replace(regels[code], **nieuw)
    return Regelset(tuple(regels.values()), velden)


def _profiel(anders: Mapping[str, Any]) -> Profiel:
    profiel, _ = meegeleverd()
    plannen = dict(profiel.plan)
    for code, wat in anders.items():
        if wat == "geen":
            del plannen[code]
            continue
        plan = plannen.get(code) or Plan(code, code, Bron("evaluatie", "proef"))
        plannen[code] = replace(plan, **wat)
    return replace(profiel, plannen=tuple(plannen.values()))
