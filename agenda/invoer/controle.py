"""What is not wrong, but will be asked about: the kernteam must be able to defend every «ja»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from agenda.invoer.onderwerpen import noem_onderwerp, nummers_van
from agenda.invoer.personen import meld_personen
from regels.melding import Melding
from regels.taal import telling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from agenda.invoer.bekrachtiging import Bekrachtigingsregister
    from agenda.invoer.ontvangstbewijs import Ontvangst
    from agenda.onderwerp.invullijst import Invullijst
    from agenda.onderwerp.onderwerp import Onderwerp
    from regels.lezen.yaml import Gelezen
    from regels.melding import Invoerfout, Plek

_MAAND = "(jan|feb|mrt|mar|maa|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]{0,6}"
_VERANDERLIJK = re.compile(
    rf"[0-9]+([-e][0-9]+){{0,2}}|{_MAAND}-?[0-9]{{1,4}}|[0-9]{{1,2}}-?{_MAAND}(-?[0-9]{{1,4}})?"
    "|waar|onwaar|true|false"
)
"""Codes of which Excel makes a date, a number or a truth when somebody types or opens them."""


@dataclass(frozen=True, slots=True)
class Controle:
    """What a check of a dossier found.

    Attributes:
        fout: every fault; None when the input is right.
        waarschuwingen: what will be asked about; with faults what may explain them, too.
        bestand: the file with topics, and how many it holds.
        ontvangst: the receipt of a decision of which every file is as it says.
        bekrachtigd: what members decided on it.
    """

    fout: Invoerfout | None = None
    bestand: str = ""
    aantal: int = 0
    waarschuwingen: tuple[Melding, ...] = ()
    ontvangst: Ontvangst | None = None
    bekrachtigd: Bekrachtigingsregister | None = None

    @property
    def fouten(self) -> tuple[Melding, ...]:
        """Every fault, sorted by place."""
        return self.fout.meldingen if self.fout else ()

    @property
    def aantal_bevindingen(self) -> int:
        """How much was found, also what was too much to keep."""
        return (self.fout.aantal if self.fout else 0) + len(self.waarschuwingen)

    @property
    def in_het_werk(self) -> bool:
        """Whether a fault stands in a topic or in a cell, and not in a file as a whole."""
        return any(m.onderwerp or (m.plek.blad and m.plek.regel) for m in self.fouten)

    @property
    def samenvatting(self) -> str:
        """The outcome in one sentence."""
        if self.fout:
            return f"Fouten: {self.fout.aantal}."
        if not self.aantal:
            return f"Geen fouten, maar er staan nog geen onderwerpen in {self.bestand}."
        onderwerpen = telling(self.aantal, "onderwerp", "onderwerpen")
        gewaarschuwd = telling(len(self.waarschuwingen), "waarschuwing", "waarschuwingen")
        besluit = ""
        if self.ontvangst:
            aantal = len(self.ontvangst.bestanden)
            besluit = f"Alle {aantal} bestanden van het besluit zijn ongewijzigd. "
        return f"{besluit}Geen fouten. {self.bestand}: {onderwerpen}, {gewaarschuwd}."


def waarschuwingen_bij(
    gelezen: Gelezen, onderwerpen: Iterable[Onderwerp], invullijst: Invullijst
) -> tuple[Melding, ...]:
    """What will be asked about in these topics of a file, and in the file itself, sorted.

    Args:
        onderwerpen: with codes that stand in the file once.
    """
    nummers = nummers_van(gelezen)

    def plek(code: str, *veld: str) -> Plek:
        return gelezen.plek(("onderwerpen", nummers[code], *veld))

    gevonden = waarschuwingen(onderwerpen, invullijst, plek)
    return tuple(sorted(noem_onderwerp(gelezen, {*gevonden, *gelezen.opmerkingen})))


def waarschuwingen(
    onderwerpen: Iterable[Onderwerp],
    invullijst: Invullijst,
    plek: Callable[..., Plek],
) -> tuple[Melding, ...]:
    """What will be asked about in the topics, sorted by place.

    Args:
        invullijst: what may be filled in.
        plek: the place of a field, by the code of its topic and its path there.
    """
    alle = tuple(onderwerpen)
    gevonden = (
        *_zonder_onderbouwing(alle, invullijst.criteria, plek),
        *_zelfde_titel(alle, plek),
        *_codes_die_excel_verandert(alle, plek),
        *_meer_per_lid_dan_samen(alle, plek),
        *meld_personen(alle, invullijst, plek),
    )
    return tuple(sorted(gevonden))


def _zonder_onderbouwing(
    onderwerpen: Iterable[Onderwerp], criteria: Mapping[str, str], plek: Callable[..., Plek]
) -> Iterator[Melding]:
    for onderwerp in onderwerpen:
        for code, tag in onderwerp.criteria.items():
            if tag.waarde == "ja" and not tag.onderbouwing:
                yield Melding(
                    plek(onderwerp.code, "criteria", code, "waarde"),
                    f"{onderwerp.code}: {criteria[code]}",
                    "«ja» zonder onderbouwing",
                    "een onderbouwing in een paar woorden",
                )


def _zelfde_titel(onderwerpen: Iterable[Onderwerp], plek: Callable[..., Plek]) -> Iterator[Melding]:
    """Topics with one title: nobody can tell them apart, and perhaps it is one topic twice."""
    op_titel: dict[str, list[str]] = {}
    for onderwerp in onderwerpen:
        op_titel.setdefault(" ".join(onderwerp.titel.casefold().split()), []).append(onderwerp.code)
    for codes in op_titel.values():
        for code in codes[1:]:
            yield Melding(
                plek(code, "titel"),
                f"{code}: titel",
                f"dezelfde titel als {codes[0]}; beide tellen mee",
                "een eigen titel voor elk onderwerp",
                "haal er een weg als het hetzelfde onderwerp is",
            )


def _meer_per_lid_dan_samen(
    onderwerpen: Iterable[Onderwerp], plek: Callable[..., Plek]
) -> Iterator[Melding]:
    """Work of members that is more, together, than the topic asks in all."""
    for onderwerp in onderwerpen:
        samen = sum(onderwerp.inspanning_per.values(), Decimal(0))
        if onderwerp.inspanning_fte is not None and samen > onderwerp.inspanning_fte:
            yield Melding(
                plek(onderwerp.code, "inspanning_fte"),
                f"{onderwerp.code}: inspanning",
                f"{onderwerp.inspanning_fte} fte; de leden samen {samen} fte".replace(".", ","),
                "in totaal minstens wat de leden samen doen",
            )


def _codes_die_excel_verandert(
    onderwerpen: Iterable[Onderwerp], plek: Callable[..., Plek]
) -> Iterator[Melding]:
    for onderwerp in onderwerpen:
        if _VERANDERLIJK.fullmatch(onderwerp.code):
            yield Melding(
                plek(onderwerp.code, "code"),
                f"{onderwerp.code}: code",
                f"een code die Excel kan veranderen in een datum of getal: «{onderwerp.code}»",
                "een code waar Excel niets anders van maakt",
                f"kies een woord erbij, zoals «onderwerp-{onderwerp.code}»",
            )
