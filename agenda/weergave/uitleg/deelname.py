"""Why a member is classified as it is, at one topic and by itself, and what the topic costs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.weergave.indeling.uitleg import indeling_json, indeling_rijen, indeling_tak
from agenda.weergave.kop import herkomst_json, kop_json
from agenda.weergave.uitleg.data import KOPPEN
from agenda.weergave.uitleg.kosten import kosten_data, kosten_takken
from agenda.weergave.vormen import Tabel, Tak, Weergave, boom_md, boom_tekst, md_tekst

if TYPE_CHECKING:
    from agenda.kennis.regio import Lid
    from agenda.uitleg.jaaragenda import Jaaragenda


def toon_deelname(agenda: Jaaragenda, code: str, lid: Lid) -> Weergave:
    """All that is told of a topic at a member.

    Raises:
        OnbekendOnderwerp: the list has no such topic.
    """
    profiel = agenda.ranglijst.profiel
    uitleggen = agenda.deelname_uitleg(code, lid.code)
    kop = f"{agenda.uitleg(code).onderwerp.titel} ({code}) bij {lid.naam} ({lid.code})"

    def boom() -> tuple[Tak, ...]:
        indelingen = (indeling_tak(uitleg, profiel) for uitleg in uitleggen)
        return (*indelingen, *kosten_takken(agenda, code, lid))

    def json() -> dict[str, Any]:
        return {
            **kop_json(agenda.ranglijst, "agenda/uitleg-deelname/1"),
            "code": code,
            "titel": agenda.uitleg(code).onderwerp.titel,
            "lid": {"code": lid.code, "naam": lid.naam},
            "indelingen": [indeling_json(uitleg, profiel) for uitleg in uitleggen],
            **kosten_data(agenda, code, lid),
            "herkomst": herkomst_json(agenda.ranglijst),
        }

    return Weergave(
        json=json,
        tekst=lambda breedte: boom_tekst(boom(), breedte, kop=kop),
        md=lambda: f"# {md_tekst(kop)}\n\n{boom_md(boom())}",
        csv=lambda: Tabel("Uitleg", KOPPEN, tuple(indeling_rijen(code, uitleggen, profiel))),
    )
