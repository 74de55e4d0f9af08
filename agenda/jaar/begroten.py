"""Split every amount of a dossier over the members of its cooperation.

An amount is split by the key of a cooperation, in whole euros; agenda/jaar/verdeling.py does that.
Members that stay out of a topic pay nothing for it, and the same key then holds among the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.feiten.boek import Waarover
from agenda.jaar.begroting import Begroting, GeenBegroting, Laagkosten, Vergeleken
from agenda.jaar.kosten import Bijdrage, Kosten, Verdeling, delen_van, tel_bijdragen
from agenda.jaar.verdeling import GeenSleutel, verdeel

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from agenda.kennis.jaar import Samenwerking
    from agenda.kennis.regio import Lid
    from agenda.onderwerp.laag import Laag
    from agenda.onderwerp.onderwerp import Onderwerp
    from agenda.rangorde.ranglijst import Beoordeeld
    from agenda.uitleg.jaaragenda import Jaaragenda


def maak_begroting(
    agenda: Jaaragenda, bedrag: int | None = None, sleutel: str | None = None
) -> Begroting:
    """Split what a dossier costs, or one amount.

    Args:
        bedrag: whole euros, to split instead of what the dossier costs.
        sleutel: the code of a cooperation whose key holds for everything.

    Raises:
        GeenBegroting: there is nothing to split, or no key to split it by.
    """
    return Begroter(agenda, sleutel).maak(bedrag)


def te_verdelen(agenda: Jaaragenda) -> Begroting | None:
    """What a dossier costs, split; None when there is nothing to split, or no key."""
    try:
        return maak_begroting(agenda)
    except GeenBegroting:
        return None


class Begroter:
    """Splits the amounts of one agenda.

    Args:
        sleutel: the code of a cooperation whose key holds for everything.

    Raises:
        GeenBegroting: there is no such cooperation.
    """

    def __init__(self, agenda: Jaaragenda, sleutel: str | None = None) -> None:
        self._agenda = agenda
        self._profiel = agenda.ranglijst.profiel
        self._gekozen = self._profiel.samenwerking.get(sleutel) if sleutel is not None else None
        if sleutel is not None and self._gekozen is None:
            raise GeenBegroting("onbekende-sleutel", self._profiel, gevraagd=sleutel)

    def maak(self, bedrag: int | None = None) -> Begroting:
        """Everything split, or one amount; see `maak_begroting`."""
        if all(samen.sleutel is None for samen in self._profiel.samenwerkingen):
            raise GeenBegroting("geen-sleutel-in-profiel", self._profiel, self._samenwerking(None))
        if bedrag is not None:
            return self._los(bedrag)
        lagen = tuple(Laagkosten(laag, self._laag(laag)) for laag in self._lagen)
        onderwerpen = tuple(self.onderwerp(b.onderwerp) for b in self._met_kosten(meetellen=True))
        alle = (*(kosten for _, kosten in lagen), *onderwerpen)
        if not alle:
            raise GeenBegroting("geen-bedrag", self._profiel, self._samenwerking(None))
        verdeeld = [kosten.verdeling for kosten in alle if kosten.verdeling is not None]
        if not verdeeld:
            raise GeenBegroting("geen-sleutel", self._profiel, alle[0].samenwerking)
        return Begroting(
            sum(deel.bedrag for deel in verdeeld),
            tel_bijdragen(verdeeld, self._profiel.regio.leden),
            lagen,
            onderwerpen,
            tuple(b.onderwerp for b in self._met_kosten(meetellen=False)),
            tuple(self._vergelijk(lagen)),
        )

    def onderwerp(self, onderwerp: Onderwerp) -> Kosten:
        """What a topic costs; one without an amount costs nothing."""
        samen, bedrag = self._samenwerking(onderwerp.samenwerking), onderwerp.kosten_euro or 0
        verdeling = self._verdeel(bedrag, samen, onderwerp)
        return Kosten(onderwerp.code, onderwerp.titel, bedrag, samen, verdeling)

    @property
    def _lagen(self) -> tuple[Laag, ...]:
        begroting = self._agenda.ranglijst.dossier.begroting
        return begroting.lagen if begroting else ()

    def _laag(self, laag: Laag) -> Kosten:
        samen = self._samenwerking(laag.samenwerking)
        verdeling = self._verdeel(laag.bedrag, samen)
        return Kosten(laag.code, laag.naam, laag.bedrag, samen, verdeling)

    def _met_kosten(self, *, meetellen: bool) -> tuple[Beoordeeld, ...]:
        """The topics that cost money and are on the agenda, or those that are not."""
        alle = (b for b in self._agenda.alle if b.onderwerp.kosten_euro)
        return tuple(b for b in alle if (b.status == "toegelaten") == meetellen)

    def _samenwerking(self, code: str | None) -> Samenwerking | None:
        """The one that was chosen for everything, else this one, else the first."""
        eerste = next(iter(self._profiel.samenwerkingen), None)
        return self._gekozen or (self._profiel.samenwerking[code] if code else eerste)

    def _los(self, bedrag: int) -> Begroting:
        """One amount, by the key that was chosen, or else by the one of all that the year costs."""
        codes = {laag.samenwerking for laag in self._lagen}
        codes |= {b.onderwerp.samenwerking for b in self._met_kosten(meetellen=True)}
        samen = self._samenwerking(codes.pop() if len(codes) == 1 else None)
        verdeling = self._verdeel(bedrag, samen)
        if verdeling is None:
            raise GeenBegroting("geen-sleutel", self._profiel, samen)
        return Begroting(bedrag, verdeling.bijdragen, los=verdeling)

    def _verdeel(
        self, bedrag: int, samen: Samenwerking | None, onderwerp: Onderwerp | None = None
    ) -> Verdeling | None:
        if samen is None or samen.sleutel is None:
            return None
        sleutel = delen_van(samen, self._profiel)
        leden = [lid for lid in self._profiel.regio.leden if lid.code in sleutel]
        zegt = self._deelname(samen, onderwerp, leden) if onderwerp else {}
        mee = {lid.code: sleutel[lid.code] for lid in leden if zegt.get(lid.code, "ja") != "nee"}
        try:
            aandelen = {deel.lid: deel for deel in verdeel(bedrag, mee, samen.rest_naar)}
        except GeenSleutel:
            return None
        van = sum(mee.values())
        return Verdeling(
            bedrag,
            samen,
            tuple(
                Bijdrage(lid, mee[lid.code], van, aandelen[lid.code].bedrag)
                for lid in leden
                if lid.code in mee
            ),
            tuple(lid for lid in leden if zegt.get(lid.code) == "nee"),
            tuple(lid for lid in leden if zegt.get(lid.code) == "onbekend"),
        )

    def _deelname(
        self, samen: Samenwerking, onderwerp: Onderwerp, leden: Iterable[Lid]
    ) -> dict[str, str]:
        """Member → ja, nee or onbekend; nothing when no member can stay out."""
        if samen.deelname is None:
            return {}
        naam, woord, indelingen = (
            samen.deelname.indeling,
            samen.deelname.is_,
            self._agenda.indelingen,
        )
        zegt = {}
        for lid in leden:
            over = Waarover(onderwerp, lid)
            if naam in indelingen.velden_van_indelingen:
                ingedeeld = indelingen.deel_in(naam, over)
                gevonden = None if ingedeeld.mogelijk else ingedeeld.uitkomst
            else:
                gevonden = indelingen.boek.waarde(naam, over)
            zegt[lid.code] = _neemt_deel(gevonden, woord)
        return zegt

    def _vergelijk(self, lagen: tuple[Laagkosten, ...]) -> Iterable[Vergeleken]:
        """Every printed table, beside what comes out here."""
        begroting = self._agenda.ranglijst.dossier.begroting
        for gedrukt in begroting.gedrukt if begroting else ():
            over = [
                k.verdeling for laag, k in lagen if laag.code in gedrukt.over or not gedrukt.over
            ]
            verdeeld = [deel for deel in over if deel is not None]
            komt_uit: dict[str, int] = dict.fromkeys(gedrukt.bedragen, 0)
            for deel in tel_bijdragen(verdeeld, self._profiel.regio.leden):
                komt_uit[deel.lid.code] = deel.bedrag
            anders = ((c, n) for c, n in komt_uit.items() if gedrukt.bedragen.get(c) != n)
            sleutels = [delen_van(deel.samenwerking, self._profiel) for deel in verdeeld]
            eigen = any(_zelfde_verhouding(gedrukt.bedragen, sleutel) for sleutel in sleutels)
            yield Vergeleken(gedrukt, tuple(anders), onafhankelijk=not eigen)


def _neemt_deel(gevonden: object, woord: str) -> str:
    if gevonden is None:
        return "onbekend"
    return "ja" if gevonden == woord else "nee"


def _zelfde_verhouding(een: Mapping[str, int], ander: Mapping[str, int]) -> bool:
    """Whether two tables say the same of the same members, up to one factor."""
    som, andere_som = sum(een.values()), sum(ander.values())
    zelfde_leden = een.keys() == ander.keys()
    return zelfde_leden and all(een[c] * andere_som == ander[c] * som for c in een)
