"""The settings of a new year from those of the old one; what a person wrote there stays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from agenda.invoer import DOSSIERBESTAND
from agenda.invoer.yamlsnede import Yamlsnede, pas_toe, zegt, zonder_nakijken
from agenda.invoer.yamltekst import yaml_waarde
from regels.lezen.yaml import ontleed_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agenda.invoer.yamlsnede import Knip

VAN_HET_JAAR = ("feiten",)
"""Settings that say something of one year, and do not go along."""
_BESLUIT = "vorig_besluit"
_UITLEG = (
    "# Het besluit van het vorige jaar: wat toen op de agenda stond. Het pad telt vanaf deze map."
)
_OUDE_UITLEG = re.compile(rf"(?:\r?\n)?{re.escape(_UITLEG)}\r?\n")
_EERST = ("jaar", "profiel", "peildatum")


def nieuwe_van_oude(
    oud: str, anders: Mapping[str, Any], nakijken: Mapping[str, str]
) -> tuple[str, bool]:
    """The text of dossier.yaml for a new year.

    Args:
        oud: the text of the old one.
        anders: fields with their new value: jaar, profiel, peildatum, and what was decided before.
        nakijken: field → why it must be looked at again.

    Returns:
        The text, and whether the remarks in the old one stand in it too.
    """
    oud = _OUDE_UITLEG.sub("", zonder_nakijken(oud))
    was = ontleed_yaml(oud, DOSSIERBESTAND).waarde
    wordt = {n: w for n, w in was.items() if n not in (*VAN_HET_JAAR, _BESLUIT)} | dict(anders)
    for poging in (_in_de_tekst(oud, anders, nakijken), _in_de_tekst(oud, anders, {})):
        if zegt(poging, DOSSIERBESTAND) == wordt:
            return poging, True
    rest = [f"{naam}: {yaml_waarde(waarde)}" for naam, waarde in wordt.items()]
    return "\n".join([*rest, ""]), False


def _in_de_tekst(oud: str, anders: Mapping[str, Any], nakijken: Mapping[str, str]) -> str:
    gelezen = ontleed_yaml(oud, DOSSIERBESTAND)
    snede = Yamlsnede(oud, gelezen)
    tekst = pas_toe(oud, _knippen(snede, gelezen.waarde, anders, nakijken))
    if _BESLUIT in anders:
        los = "" if tekst.endswith("\n") else snede.einde
        regels = ("", _UITLEG, f"{_BESLUIT}: {yaml_waarde(anders[_BESLUIT])}", "")
        tekst += los + snede.einde.join(regels)
    return tekst


def _knippen(
    snede: Yamlsnede, was: Mapping[str, Any], anders: Mapping[str, Any], nakijken: Mapping[str, str]
) -> Iterator[Knip]:
    for naam in (*VAN_HET_JAAR, _BESLUIT):
        yield from snede.veld(naam)
    nieuw = {n: f"{n}: {yaml_waarde(anders[n])}" for n in _EERST if n in anders}
    erbij = [regel for naam, regel in nieuw.items() if naam not in was]
    for naam, regel in nieuw.items():
        if naam in was:
            regels = (regel, *erbij) if naam == "jaar" else (regel,)
            yield from snede.veld(naam, regels)
    yield from snede.opmerkingen({(n,): (zin,) for n, zin in nakijken.items() if n in was})
