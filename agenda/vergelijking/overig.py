"""What is different between two agendas and moves no topic: settings, rules for later, the profile.

Whatever is compared elsewhere is left out here. What is named here is named as the user knows it:
by its file.
"""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.kennis.profiel import Profiel
    from agenda.vergelijking.stappen import Kant

_CODE = attrgetter("code")
_ELDERS = {"jaar", "profiel", "peildatum", "gewichten"}
"""The settings that have their own place in a comparison."""

_BESTANDEN = {
    "route.yaml": ("route", "toon_rollen"),
    "woorden.yaml": ("woorden",),
    "teksten.yaml": ("teksten",),
    "sjabloon.docx": ("sjabloon",),
}
"""The files of a profile that are one whole, with the parts that they hold."""


def overig_anders(oud: Kant, nieuw: Kant) -> tuple[str, ...]:
    """The names of what else is different."""
    return (*_instellingen(oud, nieuw), *_regels(oud, nieuw), *_profiel(oud.profiel, nieuw.profiel))


def _instellingen(oud: Kant, nieuw: Kant) -> Iterator[str]:
    was, wordt = oud.dossier.instellingen, nieuw.dossier.instellingen
    for veld in fields(wordt):
        if veld.name not in _ELDERS and getattr(was, veld.name) != getattr(wordt, veld.name):
            yield f"«{veld.name}» in dossier.yaml"


def _regels(oud: Kant, nieuw: Kant) -> Iterator[str]:
    """Rules over what comes later, that hold on neither day, or that stand in another order."""
    if oud.regelset.na != nieuw.regelset.na:
        yield "de regels over wat na het besluit komt"
    voor, na = oud.regelset.regels, nieuw.regelset.regels
    if voor == na:
        return
    toen, nu = (kant.dossier.instellingen.peildatum for kant in (oud, nieuw))
    if any(not (r.geldt_op(toen) or r.geldt_op(nu)) for r in voor if r not in na) or any(
        not r.geldt_op(nu) for r in na if r not in voor
    ):
        yield "regels die niet op de peildatum gelden"
    if [r for r in voor if r in na] != [r for r in na if r in voor]:
        yield "de volgorde van de regels"


def _profiel(oud: Profiel, nieuw: Profiel) -> Iterator[str]:
    for bestand, delen in _BESTANDEN.items():
        if any(getattr(oud, deel) != getattr(nieuw, deel) for deel in delen):
            yield f"{bestand} van het profiel"
    for naam in ("deelregios", "leden"):
        was, wordt = getattr(oud.regio, naam), getattr(nieuw.regio, naam)
        if was != wordt and sorted(was, key=_CODE) == sorted(wordt, key=_CODE):
            yield f"de volgorde van de {naam} in regio.yaml"
