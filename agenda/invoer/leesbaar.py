"""A dossier with faults: what could be read of its topics, and what will be asked about that."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from agenda.invoer.onderwerpen import noem_onderwerp, onderwerpen_uit
from agenda.onderwerp.invullijst import invullijst
from regels.lezen.yaml import Gelezen
from regels.melding import Invoerfout, genoeg

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from agenda.kennis.profiel import Profiel
    from regels.lezen.yaml import Pad
    from regels.melding import Melding
    from regels.regelset import Regelset


class Dossierfout(Invoerfout):
    """A dossier is wrong, and its topics were read as far as they could be.

    Args:
        meldingen: every fault that was found, in any order.
        gelezen: what the file with topics says.
    """

    def __init__(
        self, meldingen: Iterable[Melding], gelezen: Gelezen, profiel: Profiel, regelset: Regelset
    ) -> None:
        super().__init__(noem_onderwerp(gelezen, meldingen))
        self._gelezen, self._profiel, self._regelset = gelezen, profiel, regelset

    def waarschuwingen(self) -> tuple[Melding, ...]:
        """What will be asked about in what could be read, whatever else is wrong."""
        from agenda.invoer.controle import waarschuwingen_bij

        lijst = invullijst(self._profiel, self._regelset.criteria)
        leesbaar = zonder_fouten(self._gelezen, self._profiel, self.meldingen)
        if leesbaar is None or genoeg(self.meldingen):
            return tuple(sorted(self._gelezen.opmerkingen))
        onderwerpen = onderwerpen_uit(leesbaar, self._profiel, lijst, [])
        return waarschuwingen_bij(self._gelezen, onderwerpen, lijst)


def zonder_fouten(
    gelezen: Gelezen, profiel: Profiel, meldingen: Iterable[Melding]
) -> Gelezen | None:
    """The topics of a file without each part that something is wrong with; None without topics.

    A topic with a code of its own stays; what it must have and has not got, is made up.
    """
    lijst = gelezen.waarde.get("onderwerpen") if isinstance(gelezen.waarde, dict) else None
    if not isinstance(lijst, list) or not profiel.themas:
        return None
    plekken = {melding.plek for melding in meldingen}
    paden = {pad for pad, plek in gelezen.plekken.items() if plek in plekken} | gelezen.gemeld
    fout = {pad[1:4] for pad in paden} | {pad[1:3] for pad in paden}
    codes = Counter(rauw["code"] for rauw in lijst if _heeft_code(rauw))
    topics = [
        {"titel": f"({rauw['code']})", "thema": profiel.themas[0].code, **_zonder(rauw, n, fout)}
        for n, rauw in enumerate(lijst)
        if _heeft_code(rauw) and codes[rauw["code"]] == 1
    ]
    return Gelezen({"onderwerpen": topics}, gelezen.bestand)


def _heeft_code(rauw: Any) -> bool:
    return isinstance(rauw, dict) and isinstance(rauw.get("code"), str)


def _zonder(rauw: Mapping[str, Any], nummer: int, fout: Collection[Pad]) -> dict[str, Any]:
    """A topic without its wrong fields, and without the criteria that something is wrong with."""
    goed: dict[str, Any] = {}
    for naam, waarde in rauw.items():
        if naam == "criteria" and isinstance(waarde, dict):
            goed[naam] = {c: tag for c, tag in waarde.items() if (nummer, naam, c) not in fout}
        elif waarde is not None and (naam == "code" or (nummer, naam) not in fout):
            goed[naam] = waarde
    return goed
