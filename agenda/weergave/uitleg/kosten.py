"""What a topic costs, and one member of it, as a part of its explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.weergave.vormen import Tak

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.jaar.kosten import Kosten
    from agenda.kennis.regio import Lid
    from agenda.uitleg.jaaragenda import Jaaragenda


def kosten_van(agenda: Jaaragenda, code: str) -> Kosten | None:
    """What a topic costs, split; None where it costs nothing, or the profile has no key at all."""
    onderwerp = agenda.uitleg(code).onderwerp
    samen = agenda.ranglijst.profiel.samenwerkingen
    if not onderwerp.kosten_euro or all(deel.sleutel is None for deel in samen):
        return None
    from agenda.jaar.begroten import Begroter  # few topics ask for it

    return Begroter(agenda).onderwerp(onderwerp)


def kosten_takken(agenda: Jaaragenda, code: str, lid: Lid | None = None) -> Iterator[Tak]:
    """One branch: what the topic costs, or what it costs this member."""
    kosten = kosten_van(agenda, code)
    if kosten is None:
        return
    from agenda.weergave.jaar.begroting_zinnen import (
        afronding_zin,
        deelname_zinnen,
        euro,
        reden_van,
        sleutel_zin,
    )

    verdeling, profiel = kosten.verdeling, agenda.ranglijst.profiel
    if verdeling is None:
        yield Tak(f"Kosten: {euro(kosten.bedrag)}; niet verdeeld, want {reden_van(kosten)}")
        return
    hoe = (sleutel_zin(verdeling.samenwerking, profiel), *deelname_zinnen(verdeling))
    onder = tuple(map(Tak, (*hoe, afronding_zin(verdeling.samenwerking, profiel))))
    if lid is not None:
        yield Tak(f"Kosten: kost {lid.naam} {_van_lid(kosten, lid)}", onder)
        return
    delen = (f"{deel.lid.naam}: {euro(deel.bedrag)}" for deel in verdeling.bijdragen)
    yield Tak(f"Kosten: samen {euro(kosten.bedrag)}", (*map(Tak, delen), *onder))


def _van_lid(kosten: Kosten, lid: Lid) -> str:
    from agenda.weergave.jaar.begroting_zinnen import euro

    bijdragen = kosten.verdeling.bijdragen if kosten.verdeling else ()
    for deel in bijdragen:
        if deel.lid == lid:
            return f"{euro(deel.bedrag)} van {euro(kosten.bedrag)}"
    return f"niets: {lid.naam} betaalt hier niet mee"


def kosten_data(agenda: Jaaragenda, code: str, lid: Lid | None = None) -> dict[str, Any]:
    """The same for programs; nothing where there is nothing to say.

    Args:
        lid: of whom alone it is told what it pays.
    """
    kosten = kosten_van(agenda, code)
    if kosten is None:
        return {}
    from agenda.weergave.jaar.begroting import kosten_json

    data = kosten_json(kosten)
    if lid is not None:
        data["verdeling"] = [deel for deel in data["verdeling"] if deel["gemeente"] == lid.code]
    return {"kosten": data}
