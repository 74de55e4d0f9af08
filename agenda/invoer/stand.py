"""Read `stand.yaml` or `stand.xlsx`: what people wrote down of the adopted topics, day by day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.invoer.dagtekst import dag_in
from agenda.invoer.naamlijst import Namen
from agenda.invoer.personen import meld_tekst
from agenda.invoer.rijen import lijst_onder
from agenda.invoer.veldenbestand import lees_velden
from agenda.opslag.rollen import STANDBESTANDEN
from agenda.voortgang.standfeit import MAX_RIJEN, NAMEN, Standfeit
from regels.lezen.vorm import houd_tegen
from regels.melding import Invoerfout, Melding, Plek, genoeg
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from agenda.kennis.profiel import Profiel
    from regels.lezen.yaml import Gelezen, Pad

_VOORBEELD = "stand: [{onderwerp: …, op: 2027-02-01, toestand: loopt}]"
_LIJST = "stand"
_MAX_GENOEMD = 20


class Standbestand(NamedTuple):
    """What the file says.

    Attributes:
        feiten: sorted by topic and day.
        bestand: its name; empty when there is none.
        opmerkingen: what is not wrong, but will be asked about.
    """

    feiten: tuple[Standfeit, ...] = ()
    bestand: str = ""
    opmerkingen: tuple[Melding, ...] = ()


class Eerder(NamedTuple):
    """Topics that an earlier year may have adopted: rows of before a day may be about these."""

    codes: frozenset[str]
    tot: date


def lees_stand(
    map_: Path,
    profiel: Profiel,
    titels: Mapping[str, str],
    elders: Collection[str] = (),
    eerder: Eerder | None = None,
) -> Standbestand:
    """What people wrote down of the adopted topics of a dossier; nothing without the file.

    Args:
        map_: the folder of the dossier.
        profiel: gives the municipalities and the bodies, that go by their code or name.
        titels: code → title of the topics that were adopted.
        elders: codes of topics that another decision adopted; they may be there.
        eerder: topics of this dossier that were not adopted now, and may have been before.

    Raises:
        Invoerfout: with every fault, each with its place.
        Bestandsfout: the file is locked.
    """
    namen = [naam for naam in STANDBESTANDEN if (map_ / naam).exists()]
    if len(namen) > 1:
        verwacht, hulp = f"precies één van {opsomming(namen)}", "haal weg wat er te veel is"
        gevonden = f"ook {namen[0]}"
        raise Invoerfout([Melding(Plek(namen[-1]), "", gevonden, verwacht, hulp)])
    if not namen:
        return Standbestand()
    meldingen: list[Melding] = []
    gelezen = _open(map_ / namen[0], profiel, titels, meldingen)
    bekend = _Bekend(frozenset((*titels, *elders)), eerder)
    feiten = _feiten(gelezen, profiel, titels, bekend, meldingen) if gelezen else ()
    if meldingen:
        raise Invoerfout(meldingen)
    opmerkingen = tuple(gelezen.opmerkingen) if gelezen else ()
    return Standbestand(feiten, namen[0], opmerkingen)


def _open(
    pad: Path, profiel: Profiel, titels: Mapping[str, str], meldingen: list[Melding]
) -> Gelezen | None:
    """What the file says, in the shape of YAML; None, with findings, when it cannot be read."""
    if pad.suffix == ".xlsx":
        from agenda.invoer.standblad import lees_standblad  # most people have the other form

        return lees_standblad(pad, profiel, meldingen)
    return lees_velden(pad, pad.name, meldingen, _VOORBEELD)


class _Bekend(NamedTuple):
    """The topics that rows may be about."""

    codes: frozenset[str]
    eerder: Eerder | None

    def mag(self, feit: Standfeit) -> bool:
        """Whether this row may be there."""
        eerder = self.eerder
        van_toen = eerder and feit.op < eerder.tot and feit.onderwerp in eerder.codes
        return feit.onderwerp in self.codes or bool(van_toen)


def _feiten(
    gelezen: Gelezen,
    profiel: Profiel,
    titels: Mapping[str, str],
    bekend: _Bekend,
    meldingen: list[Melding],
) -> tuple[Standfeit, ...]:
    rijen = lijst_onder(gelezen, _LIJST, meldingen)
    if rijen is None:
        return ()
    if len(rijen) > MAX_RIJEN:
        verwacht = f"hoogstens {MAX_RIJEN} rijen"
        meldingen.append(Melding(gelezen.plek(()), _LIJST, f"{len(rijen)} rijen", verwacht))
        return ()
    begrip = _Begrip(gelezen, profiel, titels)
    eerste: dict[tuple[str, Any], Pad] = {}
    feiten = []
    for nummer, rij in enumerate(rijen):
        if genoeg(meldingen):
            break
        pad: Pad = (_LIJST, nummer)
        if isinstance(rij, dict):
            meldingen += begrip.begrijp(rij, pad)
        feit = houd_tegen(Standfeit, rij, gelezen, pad, meldingen)
        if feit is None:
            continue
        if not bekend.mag(feit):
            meldingen.append(_niet_vastgesteld(feit, gelezen, pad, titels))
            continue
        if (sleutel := (feit.onderwerp, feit.op)) in eerste:
            meldingen.append(_dubbel(feit, gelezen, pad, eerste[sleutel]))
        eerste.setdefault(sleutel, pad)
        feiten.append(feit)
        gelezen.opmerkingen.extend(_personen(feit, gelezen, pad))
    return tuple(sorted(feiten, key=lambda feit: (feit.onderwerp, feit.op)))


def _personen(feit: Standfeit, gelezen: Gelezen, pad: Pad) -> Iterator[Melding]:
    """A warning for each text that looks like it is about a person."""
    teksten: list[tuple[Pad, str | None]] = [
        (("volgende_stap",), feit.volgende_stap),
        (("toelichting",), feit.toelichting),
        (("bron",), feit.bron),
        (("wie", "functie"), feit.wie.functie if feit.wie else None),
        *((("acties", nummer, "wat"), actie.wat) for nummer, actie in enumerate(feit.acties)),
    ]
    for veld, tekst in teksten:
        kop = f"{feit.onderwerp}: {_kop(gelezen, str(veld[-1]))}"
        yield from meld_tekst(tekst or "", gelezen.plek((*pad, *veld)), kop)


def _niet_vastgesteld(
    feit: Standfeit, gelezen: Gelezen, pad: Pad, titels: Mapping[str, str]
) -> Melding:
    hier = (*pad, "onderwerp")
    getypt = gelezen.getypt(hier, feit.onderwerp)
    hulp = bedoelde_u(getypt, (*titels, *titels.values()))
    verwacht = "een onderwerp dat is vastgesteld"
    if not hulp and len(titels) <= _MAX_GENOEMD:
        verwacht += f": {opsomming(titels)}"
    return Melding(gelezen.plek(hier), _kop(gelezen, "onderwerp"), toon(getypt), verwacht, hulp)


def _dubbel(feit: Standfeit, gelezen: Gelezen, pad: Pad, eerste: Pad) -> Melding:
    return Melding(
        gelezen.plek((*pad, "op")),
        _kop(gelezen, "op"),
        f"«{feit.onderwerp}» voor de tweede keer op {feit.op.isoformat()}",
        "één rij van een onderwerp op een dag",
        f"haal een van beide weg, of verander de dag; de eerste staat op {gelezen.plek(eerste)}",
    )


def _kop(gelezen: Gelezen, naam: str) -> str:
    return gelezen.koppen.get((naam,), naam)


class _Begrip:
    """Puts codes in the place of the names that stand in a row, and days in that of texts."""

    def __init__(self, gelezen: Gelezen, profiel: Profiel, titels: Mapping[str, str]) -> None:
        self._gelezen = gelezen
        self._profiel = profiel
        woord = profiel.woorden.onderwerp.een
        self._namen = {
            "onderwerp": Namen([(c, (t,)) for c, t in titels.items()], "onderwerp", woord),
            "toestand": Namen([*NAMEN.items()], "toestand"),
            "gemeente": Namen([(lid.code, (lid.naam,)) for lid in profiel.regio.leden]),
        }

    def begrijp(self, rij: dict[str, Any], pad: Pad) -> Iterator[Melding]:
        """Change a row to what was meant; gives what names a municipality or body that is not."""
        for naam in [naam for naam, waarde in rij.items() if waarde is None]:
            del rij[naam]
        for naam in ("onderwerp", "toestand"):
            self._vervang(rij, naam, pad)
        for naam in ("op", "klaar_op"):
            self._dag(rij, naam, pad)
        wie = rij.get("wie")
        if isinstance(wie, str) and self._namen["gemeente"].vind(wie):
            rij["wie"] = wie = {"gemeente": wie}
        if isinstance(wie, dict) and wie.get("gemeente") is not None:
            yield from self._gemeente(wie, (*pad, "wie"))
        acties = rij.get("acties")
        for nummer, actie in enumerate(acties if isinstance(acties, list) else ()):
            if isinstance(actie, dict):
                hier = (*pad, "acties", nummer)
                self._dag(actie, "voor", hier)
                yield from self._gremium(actie, hier)

    def _vervang(self, groep: dict[str, Any], naam: str, pad: Pad) -> bool:
        waarde = groep.get(naam)
        if not isinstance(waarde, str):
            return False
        gevonden = self._namen[naam].vind(waarde)
        if gevonden is None or len(gevonden) != 1:
            return False
        self._gelezen.rauw.setdefault((*pad, naam), waarde)
        groep[naam] = gevonden[0]
        return True

    def _dag(self, groep: dict[str, Any], naam: str, pad: Pad) -> None:
        waarde = groep.get(naam)
        if isinstance(waarde, str) and (dag := dag_in(waarde)) is not None:
            self._gelezen.rauw.setdefault((*pad, naam), waarde)
            groep[naam] = dag

    def _gemeente(self, wie: dict[str, Any], pad: Pad) -> Iterator[Melding]:
        if not self._vervang(wie, "gemeente", pad):
            lid, hier = self._profiel.woorden.lid, (*pad, "gemeente")
            namen = [naam for lid_ in self._profiel.regio.leden for naam in (lid_.naam, lid_.code)]
            genoemd = self._gelezen.getypt(hier, wie["gemeente"])
            self._gelezen.gemeld.add(hier)
            verwacht = f"een {lid.een} van deze regio"
            plek, kop = self._gelezen.plek(hier), _kop(self._gelezen, "gemeente")
            yield Melding(plek, kop, toon(genoemd), verwacht, bedoelde_u(genoemd, namen))

    def _gremium(self, actie: dict[str, Any], pad: Pad) -> Iterator[Melding]:
        genoemd = actie.get("gremium")
        if not isinstance(genoemd, str):
            return
        gremium = self._profiel.vind_gremium(genoemd)
        if gremium is not None:
            actie["gremium"] = gremium.code
            return
        hier = (*pad, "gremium")
        self._gelezen.gemeld.add(hier)
        namen = [naam for g in self._profiel.gremia for naam in (g.code, g.naam)]
        verwacht = f"een van {opsomming(self._profiel.gremium)}" if namen else "geen gremium"
        plek, kop = self._gelezen.plek(hier), _kop(self._gelezen, "gremium")
        yield Melding(plek, kop, toon(genoemd), verwacht, bedoelde_u(genoemd, namen))
