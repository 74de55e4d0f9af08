"""Read `antwoorden.yaml`: what was answered to questions about the weights of the criteria."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.invoer.naamlijst import Namen
from agenda.invoer.namen import namen_van_leden
from agenda.invoer.veldenbestand import lees_velden
from agenda.onderwerp.antwoord import Antwoordenlijst, bedoeld_antwoord
from agenda.onderwerp.grens import Grens
from agenda.onderwerp.voorkeur import orde_van
from agenda.opslag.rollen import ANTWOORDENBESTAND
from agenda.robuust.tegenspraak import kleinste_tegenspraak
from agenda.robuust.uitspraken import (
    GEEN_UITSPRAAK,
    uitspraak_van,
    uitspraak_van_grenzen,
    uitspraak_van_orde,
)
from regels.lezen.vorm import houd_tegen
from regels.melding import Melding
from regels.regelset import GeenRegels
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from agenda.onderwerp.antwoord import Gewichtsantwoord
    from agenda.onderwerp.instellingen import Instellingen
    from agenda.onderwerp.omgeving import Omgeving
    from agenda.robuust.uitspraken import Uitspraak
    from regels.lezen.yaml import Gelezen
    from regels.regelset import Regelset

_VOORBEELD = "antwoorden: [{links: [a], rechts: [b], antwoord: links}]"


def lees_antwoorden(
    map_: Path,
    omgeving: Omgeving,
    regelset: Regelset,
    instellingen: Instellingen | None,
    meldingen: list[Melding],
) -> tuple[Gewichtsantwoord, ...]:
    """The answers of a dossier, in the order of the file; none when something is wrong in it.

    Args:
        omgeving: what an answer may refer to.
        instellingen: what dossier.yaml says; None when that is wrong: then nobody can tell whether
            the answers go together.
        meldingen: every fault is added to this list.
    """
    gelezen = lees_velden(map_ / ANTWOORDENBESTAND, ANTWOORDENBESTAND, meldingen, _VOORBEELD)
    if gelezen is None:
        return ()
    if gelezen.waarde.get("antwoorden", ...) is None:  # the heading alone
        gelezen.waarde["antwoorden"] = []
    _begrijp(gelezen, omgeving)
    context = {"omgeving": omgeving}
    lijst = houd_tegen(Antwoordenlijst, gelezen.waarde, gelezen, (), meldingen, context)
    if lijst is None or instellingen is None:
        return ()
    try:
        geldig = regelset.op(instellingen.peildatum)
    except GeenRegels:  # that is told at the peildatum
        return ()
    criteria = [regel.code for regel in geldig if regel.soort == "criterium"]
    for wie in dict.fromkeys(antwoord.gemeente for antwoord in lijst.antwoorden):
        bronnen = [*_bronnen(lijst.antwoorden, wie, criteria, instellingen, omgeving, gelezen)]
        meldingen += _tegenspraak(bronnen, len(criteria))
    return lijst.antwoorden


def _begrijp(gelezen: Gelezen, omgeving: Omgeving) -> None:
    """Put the codes in the place of names, and the answer in the place of other words for it."""
    gemeenten = namen_van_leden(omgeving.profiel)
    criteria = Namen([(code, (titel,)) for code, titel in omgeving.criteria.items()], "criterium")

    def naam(namen: Namen, waarde: Any) -> Any:
        gevonden = namen.vind(waarde) if isinstance(waarde, str) else None
        return gevonden[0] if gevonden and len(gevonden) == 1 else waarde

    rijen = gelezen.waarde.get("antwoorden")
    for rij in rijen if isinstance(rijen, list) else ():
        if not isinstance(rij, dict):
            continue
        for kant in ("links", "rechts"):
            waarde = rij.get(kant)
            if isinstance(waarde, list):
                rij[kant] = [naam(criteria, deel) for deel in waarde]
            elif isinstance(waarde, str):
                rij[kant] = [naam(criteria, waarde)]
        if isinstance(rij.get("gemeente"), str):
            rij["gemeente"] = naam(gemeenten, rij["gemeente"])
        if isinstance(rij.get("antwoord"), str):
            rij["antwoord"] = bedoeld_antwoord(rij["antwoord"]) or rij["antwoord"]


_Bron = tuple["Uitspraak", str, "Melding | None"]
"""What is said, in words where it stands, and for an answer a finding at its place."""


def _bronnen(
    antwoorden: Sequence[Gewichtsantwoord],
    wie: str | None,
    criteria: Sequence[str],
    instellingen: Instellingen,
    omgeving: Omgeving,
    gelezen: Gelezen,
) -> Iterator[_Bron]:
    """Everything that says something of the weights of one municipality, or of all together."""
    for nummer, antwoord in enumerate(antwoorden):
        if antwoord.gemeente == wie:
            plek = gelezen.plek(("antwoorden", nummer))
            tekst = f"antwoord {nummer + 1} ({antwoord.zin(omgeving.criteria)})"
            yield uitspraak_van(antwoord, criteria), tekst, Melding(plek, "antwoorden", "", "")
    if wie is not None and wie in instellingen.voorkeuren:
        orde = orde_van(instellingen.voorkeuren[wie], criteria)
        naam = omgeving.profiel.lid[wie].naam
        tekst = f"de voorkeur van {naam} ({wie} onder «voorkeuren»)"
        yield uitspraak_van_orde(orde, len(criteria)), tekst, None
    grenzen = [instellingen.gewichtsgrenzen.get(code, Grens()) for code in criteria]
    yield uitspraak_van_grenzen(grenzen), "de gewichtsgrenzen in dossier.yaml", None


def _tegenspraak(bronnen: Sequence[_Bron], aantal: int) -> Iterator[Melding]:
    """The fewest things that cannot hold together, told at the last answer among them."""
    if not aantal or all(uitspraak == GEEN_UITSPRAAK for uitspraak, _, _ in bronnen):
        return
    botsen = kleinste_tegenspraak([uitspraak for uitspraak, _, _ in bronnen], aantal)
    if not botsen:
        return
    delen = [bronnen[nummer] for nummer in botsen]
    meldingen = [melding for _, _, melding in delen if melding is not None]
    if not meldingen:  # limits and an order that cannot go together are told where they stand
        return
    teksten = opsomming((tekst for _, tekst, _ in delen), "en")
    kunnen = "dat samen niet kan" if len(delen) > 1 else "dat met geen enkel gewicht kan"
    yield meldingen[-1]._replace(
        gevonden=f"iets {kunnen}: {teksten}",
        verwacht="antwoorden waar gewichten bij bestaan",
        suggestie="verander er één van, of haal er één weg" if len(delen) > 1 else "",
    )
