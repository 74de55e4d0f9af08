"""Say in the file with topics of a new year, at the value itself, what must be looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.invoer.onderwerpen import nummers_van
from agenda.invoer.yamlsnede import Yamlsnede, pas_toe, zegt
from regels.lezen.tekst import bom_van
from regels.lezen.yaml import ontleed_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from agenda.onderwerp.invullijst import Invullijst
    from agenda.voortgang.nakijken import Nakijkpunt
    from regels.lezen.yaml import Gelezen, Pad
    from regels.melding import Plek

_LIJST = "onderwerpen"


def met_nakijken(
    inhoud: bytes, gelezen: Gelezen, punten: Sequence[Nakijkpunt], lijst: Invullijst
) -> bytes:
    """The file with a remark at each value: a note in a workbook, a line in YAML.

    A CSV file cannot hold remarks, and stays as it is.

    Args:
        inhoud: the file.
        gelezen: what it says, with the place of each value.
        lijst: what may be filled in, with how people call it.
    """
    namen = veldnamen(lijst)
    if gelezen.bestand.endswith(".xlsx"):
        from agenda.invoer.gemarkeerd import markeer_nakijken

        return markeer_nakijken(inhoud, [*_plekken(gelezen, punten, namen)])
    if gelezen.bestand.endswith(".yaml"):
        bom = bom_van(inhoud)
        tekst = inhoud.removeprefix(bom).decode()
        return bom + _in_yaml(tekst, gelezen.bestand, punten, namen).encode()
    return inhoud


def veldnamen(lijst: Invullijst) -> dict[str, str]:
    """Field or criterion → what people call it."""
    velden = {veld.naam: veld.kop for veld in lijst.velden}
    return {**velden, "inspanning_per": "Inspanning per lid", **lijst.criteria}


def naam_van(punt: Nakijkpunt, namen: Mapping[str, str]) -> str:
    """What people call the value that must be looked at."""
    code = punt.pad[1] if punt.pad[0] == "criteria" else punt.pad[0]
    naam = namen.get(code, code)
    return f"Bron {naam}" if punt.pad[-1] == "bron" else naam


def _plekken(
    gelezen: Gelezen, punten: Sequence[Nakijkpunt], namen: Mapping[str, str]
) -> Iterator[tuple[Plek, str]]:
    """The cell of each value; where it has none, the first one of its topic, and what it is."""
    nummers = nummers_van(gelezen)
    for punt in punten:
        begin: Pad = (_LIJST, nummers[punt.onderwerp])
        pad = (*begin, *punt.pad)
        if pad in gelezen.plekken:
            yield gelezen.plek(pad), punt.zin
        else:
            yield gelezen.plek(begin), f"{naam_van(punt, namen)}: {punt.zin}"


def _in_yaml(
    tekst: str, bestand: str, punten: Sequence[Nakijkpunt], namen: Mapping[str, str]
) -> str:
    """With a line above each value; above the whole topic where that changes what is read."""
    gelezen = ontleed_yaml(tekst, bestand)
    snede = Yamlsnede(tekst, gelezen)
    for bij_veld in (True, False):
        bij = _per_plek(gelezen, punten, namen, bij_veld=bij_veld)
        nieuw = pas_toe(tekst, snede.opmerkingen(bij))
        if zegt(nieuw, bestand) == gelezen.waarde:
            return nieuw
    return tekst


def _per_plek(
    gelezen: Gelezen, punten: Sequence[Nakijkpunt], namen: Mapping[str, str], *, bij_veld: bool
) -> dict[Pad, list[str]]:
    nummers = nummers_van(gelezen)
    uit: dict[Pad, list[str]] = {}
    onbekend: dict[Pad, list[str]] = {}
    for punt in punten:
        begin: Pad = (_LIJST, nummers[punt.onderwerp])
        pad = (*begin, *punt.pad)
        if punt.soort == "onbekend":
            onbekend.setdefault(begin, []).append(naam_van(punt, namen))
        elif bij_veld and pad in gelezen.plekken:
            uit.setdefault(pad, []).append(punt.zin)
        else:
            uit.setdefault(begin, []).append(f"{naam_van(punt, namen)}: {punt.zin}")
    for begin, wat in onbekend.items():
        uit.setdefault(begin, []).append(f"nog onbekend: {', '.join(wat)}")
    return uit
