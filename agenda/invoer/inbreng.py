"""Read what one workbook, or one CSV file, brings in: every value with its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.invoer.deelname import deelname_uit, leden_uit
from agenda.invoer.onderwerpen import nummers_van, onderwerpen_uit
from agenda.invoer.oordelenblad import oordelen_uit
from agenda.invoer.rijen import ledennamen
from agenda.invoer.weegtabellen import grenzen_uit, voorkeuren_uit
from agenda.onderwerp.invullijst import ALLE, INSPANNING, waarde_van
from agenda.onderwerp.tag import LEEG
from agenda.opslag.rollen import EIGENBESTANDEN
from agenda.samenvoeging.inbreng import (
    VAN_NIEMAND,
    Gezegd,
    Inbreng,
    Ingebracht,
    Ledenoordeel,
    Over,
    Weegvolgorde,
)
from regels.melding import Melding, Plek
from regels.taal import bijna, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from agenda.invoer.ruwbestand import Regiokennis, Ruwbestand
    from agenda.onderwerp.feit import Feiten
    from agenda.onderwerp.onderwerp import Onderwerp
    from regels.lezen.yaml import Gelezen


_PER_LID = "inspanning_per"


class Inbrenglezer:
    """Reads what stands in the tables of one file.

    Args:
        titels: code → title of the topics in all files.
    """

    def __init__(self, ruw: Ruwbestand, kennis: Regiokennis, titels: Mapping[str, str]) -> None:
        self._ruw, self._kennis, self._titels = ruw, kennis, titels
        self._meldingen = ruw.meldingen
        self._onderwerpen: tuple[tuple[int, Onderwerp], ...] = ()
        # What a topic takes of a member is said of the pair, where the region asks for it.
        self._inspanning_per_paar = INSPANNING in kennis.velden.deelname

    def lees(self, in_naam: Sequence[str] | None) -> Inbreng:
        """What it brings in; every fault is added to those of the file.

        Args:
            in_naam: the members in the name of the file; None when the file is of no member.
        """
        gelezen = self._ruw.tabellen["onderwerpen"]
        if gelezen is not None:
            alle = onderwerpen_uit(
                gelezen, self._kennis.profiel, self._kennis.lijst, self._meldingen, self._titels
            )
            nummers = nummers_van(gelezen)
            self._onderwerpen = tuple((nummers[o.code], o) for o in alle)
        voorkeuren = self._voorkeuren()
        self._weiger_grenzen()
        van_lid = in_naam is not None
        wie = VAN_NIEMAND if in_naam is None else self._van_wie(in_naam, voorkeuren)
        eigen = {o.code: o.criteria for _, o in self._onderwerpen if o.criteria}
        return Inbreng(
            self._ruw.leesbare_naam,
            wie,
            tuple(self._ingebracht(n, o, gelezen, wie) for n, o in self._onderwerpen if gelezen),
            tuple(self._ernaast(wie)),
            self._oordelen(wie) if van_lid else (),
            {} if van_lid else eigen,
            voorkeuren,
        )

    def _ingebracht(
        self, nummer: int, onderwerp: Onderwerp, gelezen: Gelezen, wie: str
    ) -> Ingebracht:
        pad = ("onderwerpen", nummer)
        rij = gelezen.waarde["onderwerpen"][nummer]
        velden = {}
        for veld in self._kennis.lijst.velden:
            waarde = onderwerp.feiten.get(veld.naam) if veld.eigen else waarde_van(onderwerp, veld)
            niets = waarde in (None, "", {}) or (waarde == () and rij.get(veld.naam) is None)
            als_paar = veld.naam == _PER_LID and self._inspanning_per_paar
            if veld.soort != "criteria" and not niets and not als_paar:
                velden[veld.naam] = Gezegd(wie, waarde, gelezen.plek((*pad, veld.naam)))
        return Ingebracht(Over(onderwerp.code), velden, gelezen.plek((*pad, "code")))

    def _ernaast(self, wie: str) -> Iterator[Ingebracht]:
        """What it says of members, and of topics at members."""
        profiel = self._kennis.profiel
        if (gelezen := self._ruw.tabellen.get("leden")) is not None:
            leden = leden_uit(gelezen, profiel, self._meldingen)
            yield from _met_plekken({Over("", lid): f for lid, f in leden.items()}, gelezen, wie)
        if (gelezen := self._ruw.tabellen.get("deelname")) is not None:
            paren = deelname_uit(gelezen, profiel, self._titels, self._meldingen)
            feiten = {Over(r.onderwerp or ALLE, r.lid or ALLE): r.feiten for r in paren.deelname}
            yield from _met_plekken(feiten, gelezen, wie)
            for code, per_lid in paren.inspanning.items():
                for lid, deel in per_lid.items():
                    yield _inspanning(Over(code, lid), Gezegd(wie, deel.fte, deel.plek))
        if self._inspanning_per_paar:
            yield from self._inspanning_bij_onderwerp(wie)

    def _inspanning_bij_onderwerp(self, wie: str) -> Iterator[Ingebracht]:
        """What a topic itself says that it asks of members: the same as a table of pairs says."""
        gelezen = self._ruw.tabellen["onderwerpen"]
        for nummer, onderwerp in self._onderwerpen:
            assert gelezen is not None  # noqa: S101 - the topics came from it
            for lid, fte in onderwerp.inspanning_per.items():
                plek = gelezen.plek(("onderwerpen", nummer, _PER_LID, lid))
                yield _inspanning(Over(onderwerp.code, lid), Gezegd(wie, fte, plek))

    def _voorkeuren(self) -> dict[str, Weegvolgorde]:
        gelezen = self._ruw.tabellen.get("voorkeuren")
        if gelezen is None:
            return {}
        criteria = self._kennis.lijst.criteria
        gevonden = voorkeuren_uit(gelezen, self._kennis.profiel, criteria, self._meldingen)
        return {
            lid: Weegvolgorde(tuple(tuple(groep) for groep in deel.waarde), deel.plek)
            for lid, deel in gevonden.items()
        }

    def _weiger_grenzen(self) -> None:
        """Limits of the weights are of the region as a whole, and of no file among several."""
        gelezen = self._ruw.tabellen.get("grenzen")
        if gelezen is None:
            return
        criteria = self._kennis.lijst.criteria
        for deel in grenzen_uit(gelezen, self._kennis.profiel, criteria, self._meldingen).values():
            verwacht = "geen grenzen in een bestand dat wordt samengevoegd"
            hulp = "zet ze bij «gewichtsgrenzen» in dossier.yaml"
            self._meldingen.append(Melding(deel.plek, "", "een grens", verwacht, hulp))

    def _van_wie(self, in_naam: Sequence[str], voorkeuren: Mapping[str, Weegvolgorde]) -> str:
        """The member that the file is of: by its column, else by its name, else by its order."""
        genoemd = self._in_kolom()
        lid = self._kennis.profiel.woorden.lid
        namen = ledennamen(self._kennis.profiel)
        bestand = Plek(self._ruw.naam)
        if not genoemd and len(in_naam) > 1:
            gevonden = f"de namen van {opsomming((namen[code] for code in in_naam), 'en')}"
            verwacht = f"de naam van één {lid.een}, of een kolom «Ingediend door»"
            self._meldingen.append(Melding(bestand, "naam", gevonden, verwacht))
            return in_naam[0]
        wie = next(iter((*genoemd, *in_naam, *sorted(voorkeuren))), VAN_NIEMAND)
        if not wie:
            gevonden = f"niet van welke {lid.een} dit bestand is"
            verwacht = f"één {lid.een} in de kolom «Ingediend door», of in de naam van het bestand"
            bedoeld = bijna(bestand.bestand.rpartition(".")[0], namen.values())
            hulp = (
                f"is het van {bedoeld}? Verbeter dan de naam van het bestand; " if bedoeld else ""
            )
            hulp += f"zijn het onderwerpen van uzelf? Noem het bestand {EIGENBESTANDEN[0]}"
            hulp += ", en zet het in de map van het dossier"
            self._meldingen.append(Melding(bestand, "", gevonden, verwacht, hulp))
            return VAN_NIEMAND
        anderen = {**{code: deel.plek for code, deel in voorkeuren.items()}, **genoemd}
        for code, plek in anderen.items():
            if code != wie:
                gevonden = f"nog een {lid.een}: {toon(namen[code])}"
                waar = f" (zie {genoemd[wie]})" if wie in genoemd else ""
                verwacht = f"alleen {namen[wie]} in dit bestand{waar}"
                self._meldingen.append(Melding(plek, "", gevonden, verwacht))
        return wie

    def _in_kolom(self) -> dict[str, Plek]:
        """The members in the column for who brings in a topic, each with its first cell."""
        gelezen = self._ruw.tabellen["onderwerpen"]
        cellen = [
            (gelezen.plek(("onderwerpen", nummer, "ingediend_door")), lid)
            for nummer, onderwerp in self._onderwerpen
            for lid in onderwerp.indieners
            if gelezen is not None
        ]
        eerste: dict[str, Plek] = {}
        for plek, lid in sorted(cellen):
            eerste.setdefault(lid, plek)
        return eerste

    def _oordelen(self, wie: str) -> tuple[Ledenoordeel, ...]:
        """The answers on both sheets; of one criterion of one topic there is one."""
        uit: dict[tuple[str, str], Ledenoordeel] = {}
        for oordeel in (*self._oordelen_bij_onderwerpen(wie), *self._oordelen_op_blad(wie)):
            eerder = uit.setdefault((oordeel.onderwerp, oordeel.criterium), oordeel)
            if eerder.tag.waarde != oordeel.tag.waarde:
                titel = self._kennis.lijst.criteria[oordeel.criterium]
                self._meldingen.append(
                    Melding(
                        oordeel.plek,
                        titel,
                        toon(oordeel.tag.waarde),
                        f"hetzelfde antwoord als bij {eerder.plek}: {toon(eerder.tag.waarde)}",
                        "laat een van de twee leeg",
                    )
                )
        return tuple(uit.values())

    def _oordelen_bij_onderwerpen(self, wie: str) -> Iterator[Ledenoordeel]:
        gelezen = self._ruw.tabellen["onderwerpen"]
        for nummer, onderwerp in self._onderwerpen:
            assert gelezen is not None  # noqa: S101 - the topics came from it
            rij = gelezen.waarde["onderwerpen"][nummer].get("criteria") or {}
            for criterium, tag in rij.items():
                if any(deel is not None for deel in tag.values()):
                    plek = gelezen.plek(("onderwerpen", nummer, "criteria", criterium, "waarde"))
                    antwoord = onderwerp.criteria.get(criterium, LEEG)
                    yield Ledenoordeel(onderwerp.code, criterium, wie, antwoord, plek)

    def _oordelen_op_blad(self, wie: str) -> Iterator[Ledenoordeel]:
        gelezen = self._ruw.tabellen.get("oordelen")
        if gelezen is None:
            return
        criteria = self._kennis.lijst.criteria
        for deel in oordelen_uit(gelezen, self._kennis.profiel, criteria, self._meldingen):
            yield Ledenoordeel(deel.onderwerp, deel.criterium, wie, deel.oordeel, deel.plek)


def _inspanning(over: Over, gezegd: Gezegd) -> Ingebracht:
    return Ingebracht(over, {INSPANNING: gezegd}, gezegd.plek)


def _met_plekken(alles: Mapping[Over, Feiten], gelezen: Gelezen, wie: str) -> Iterator[Ingebracht]:
    """What is known of members, or of topics at members, each fact with its cell."""
    ((naam, lijst),) = gelezen.waarde.items()
    nummers = {
        Over(rij.get("onderwerp", ""), rij.get("lid", "")): nummer
        for nummer, rij in enumerate(lijst)
        if isinstance(rij, dict)
    }
    for over, feiten in alles.items():
        pad = (naam, nummers[over])
        velden = {code: Gezegd(wie, f, gelezen.plek((*pad, code))) for code, f in feiten.items()}
        yield Ingebracht(over, velden, gelezen.plek(pad))
