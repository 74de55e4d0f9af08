"""Classifications as a part of the explanation of one topic, or of a member at it.

Their words are loaded where there are any: few profiles classify.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.weergave.kenmerken import alleen_getoond
from agenda.weergave.vormen import Tak

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.uitleg.jaaragenda import Jaaragenda


def indelingen_takken(agenda: Jaaragenda, code: str) -> Iterator[Tak]:
    """What a topic comes to and why, each member at it in short, and what is only shown."""
    profiel = agenda.ranglijst.profiel
    uitleggen = agenda.indelingsuitleg(code)
    if uitleggen:
        from agenda.weergave.indeling.uitleg import KOP, indeling_tak

        yield Tak(KOP, tuple(indeling_tak(uitleg, profiel) for uitleg in uitleggen))
    leden = agenda.onderwerp_indeling(code).leden if agenda.ranglijst.indelingen else ()
    if leden:
        from agenda.weergave.indeling.woorden import leden_tekst

        soorten = (i for i in agenda.ranglijst.indelingen if i.over == "deelname")
        takken = tuple(
            Tak(soort.naam, tuple(map(Tak, leden_tekst(nummer, leden).split("\n"))))
            for nummer, soort in enumerate(soorten)
        )
        lid = profiel.woorden.lid.een
        hulp = Tak(f"Waarom: agenda waarom {code} --gemeente CODE")
        yield Tak(f"Indeling per {lid}", (*takken, hulp))
    if getoond := tuple(alleen_getoond(agenda.uitleg(code).onderwerp, profiel)):
        takken = tuple(Tak(f"{kop}: {waarde}") for kop, waarde in getoond)
        yield Tak("Alleen getoond: dit telt nergens voor mee", takken)


def indelingen_json(agenda: Jaaragenda, code: str) -> dict[str, Any]:
    """The same for programs; nothing where the profile has nothing of the kind."""
    profiel = agenda.ranglijst.profiel
    data: dict[str, Any] = {}
    if agenda.ranglijst.indelingen:
        from agenda.weergave.indeling.uitleg import indeling_json
        from agenda.weergave.indeling.woorden import leden_json

        data["indelingen"] = [indeling_json(u, profiel) for u in agenda.indelingsuitleg(code)]
        data["leden"] = leden_json(agenda.onderwerp_indeling(code).leden)
    onderwerp = agenda.uitleg(code).onderwerp
    getoond = [veld.code for veld in profiel.velden if veld.veld.alleen_tonen]
    if getoond:
        feiten = onderwerp.feiten
        data["alleen_getoond"] = {
            veld: feiten[veld].als_data() if veld in feiten else None for veld in getoond
        }
    return data
