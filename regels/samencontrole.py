"""What is wrong with rules together that are right one by one: found before a topic is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regels.bevindingsoorten import SOORTEN
from regels.indeler import Indeler
from regels.ingedeeld import Botsing
from regels.lijstvelden import feiten_op_deelvelden
from regels.regelcontrole import in_woorden
from regels.taal import opsomming
from regels.toets.groep import groepen
from regels.toets.perioden import perioden
from regels.toetser import Toetser

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from regels.gelezen import GelezenIndeling
    from regels.indeling import Indeling
    from regels.melding import Melding
    from regels.model import Regel, Veld
    from regels.toets.bevinding import Bevinding


def anders_dan_voorbeelden(
    lijst: Sequence[GelezenIndeling],
    regels: Sequence[Regel],
    velden: Mapping[str, Veld],
    alle: Mapping[str, Veld],
) -> Iterator[Melding]:
    """Examples of classifications that come out otherwise, judged by the latest of their rules.

    Args:
        lijst: each after those on which its rules rest.
        regels: all versions of all rules, on fields that each hold one value.
        velden: the fields as they are written; `alle` has those that rules are judged on too.
    """
    indelingen = [deel.indeling for deel in lijst]
    for deel in lijst:
        voorbeelden = deel.indeling.voorbeelden
        indeler = Indeler(indelingen, Toetser(_laatste(deel.indeling, regels), None), alle)
        for nummer, voorbeeld in enumerate(voorbeelden):
            feiten = feiten_op_deelvelden(voorbeeld.gegeven, velden)
            try:
                uitkomst = indeler.deel_in(deel.indeling.code, feiten).uitkomst
            except Botsing as fout:
                uitkomst = f"botsing van {opsomming((r.code for r in fout.regels), 'en')}"
            if uitkomst != voorbeeld.verwacht:
                gegeven = f"voorbeeld {nummer + 1} ({in_woorden(voorbeeld)})"
                yield deel.melding(
                    ("voorbeelden", nummer, "verwacht"),
                    f"«{voorbeeld.verwacht}» bij {gegeven}",
                    f"«{uitkomst}», want dat is wat de regels hier samen zeggen",
                    "verbeter het voorbeeld, of de voorwaarden van de regels",
                    "voorbeeld-faalt",
                )


def _laatste(indeling: Indeling, regels: Sequence[Regel]) -> tuple[Regel, ...]:
    """The rules in force in the last period in which the classification has any."""
    for periode in reversed(perioden(regels)):
        if any(indeling.code in regel.gevolg for regel in periode.regels):
            return periode.regels
    return ()


def strijd(
    regels: Sequence[Regel], indelingen: Sequence[Indeling], velden: Mapping[str, Veld]
) -> list[Bevinding]:
    """Contradictions, as far as they are found at once; `regels --toets` looks for all."""
    per_periode = (groepen(p.regels, indelingen, velden) for p in perioden(regels))
    if not any(groep.kan_strijden for delen in per_periode for groep in delen):
        return []
    # Not at start-up: most rules share no fact.
    from regels.toets.bevindingen import MAX_BIJ_LEZEN, bevindingen_van, toets_perioden

    toetsen = toets_perioden(regels, indelingen, velden, MAX_BIJ_LEZEN, alleen_strijd=True)
    return [b for b in bevindingen_van(toetsen) if SOORTEN[b.soort].ernst == "fout"]
