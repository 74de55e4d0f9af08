"""What is not wrong, but will be asked about: the kernteam must be able to defend every «ja»."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from regels.melding import Melding
from regels.taal import telling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from agenda.onderwerp.onderwerp import Onderwerp
    from regels.lezen.yaml import Pad
    from regels.melding import Invoerfout, Plek


@dataclass(frozen=True, slots=True)
class Controle:
    """What a check of a dossier found.

    Attributes:
        fout: every fault; None when the input is right.
        bestand: the file with topics, and how many it holds.
        ongewijzigd: how many files of a decision are as its receipt says; 0 outside a decision.
    """

    fout: Invoerfout | None = None
    bestand: str = ""
    aantal: int = 0
    waarschuwingen: tuple[Melding, ...] = ()
    ongewijzigd: int = 0

    @property
    def fouten(self) -> tuple[Melding, ...]:
        """Every fault, sorted by place."""
        return self.fout.meldingen if self.fout else ()

    @property
    def samenvatting(self) -> str:
        """The outcome in one sentence."""
        if self.fout:
            return f"Fouten: {len(self.fouten)}."
        onderwerpen = telling(self.aantal, "onderwerp", "onderwerpen")
        gewaarschuwd = telling(len(self.waarschuwingen), "waarschuwing", "waarschuwingen")
        besluit = (
            f"Alle {self.ongewijzigd} bestanden van het besluit zijn ongewijzigd. "
            if self.ongewijzigd
            else ""
        )
        return f"{besluit}Geen fouten. {self.bestand}: {onderwerpen}, {gewaarschuwd}."


def zonder_onderbouwing(
    onderwerpen: Iterable[Onderwerp],
    criteria: Mapping[str, str],
    plek: Callable[[str, Pad], Plek],
) -> Iterator[Melding]:
    """Criteria that are ja without a reason beside them.

    Args:
        criteria: code → title.
        plek: the place of a field, by the code of its topic and its path in there.
    """
    for onderwerp in onderwerpen:
        for code, tag in onderwerp.criteria.items():
            if tag.waarde == "ja" and not tag.onderbouwing:
                yield Melding(
                    plek(onderwerp.code, ("criteria", code, "waarde")),
                    f"{onderwerp.code}: {criteria[code]}",
                    "«ja» zonder onderbouwing",
                    "een onderbouwing in een paar woorden",
                )
