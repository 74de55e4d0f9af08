"""Read `werkgroepen.yaml`: who works on the adopted topics, in which group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.invoer.naamlijst import Namen
from agenda.invoer.namen import namen_van_leden
from agenda.invoer.personen import meld_tekst
from agenda.invoer.rijen import lijst_onder
from agenda.invoer.veldenbestand import goede_rijen, lees_velden
from agenda.onderwerp.omgeving import Omgeving
from agenda.opslag.rollen import WERKGROEPENBESTAND
from agenda.voortgang.werkgroep import MAX_GROEPEN, Werkgroep
from regels.lezen.vorm import houd_tegen
from regels.melding import Invoerfout, Melding
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from agenda.kennis.profiel import Profiel
    from regels.lezen.yaml import Gelezen, Pad

_LIJST = "werkgroepen"
_VOORBEELD = "werkgroepen: [{code: …, naam: …, zetels: [{gemeente: …, functie: …}]}]"
_MOET = ("code", "naam", "gemeente", "functie")
_CENTRUM = "centrum"
"""Stands for the centre municipality among those for whom a seat speaks."""


class Werkgroepenbestand(NamedTuple):
    """What the file says.

    Attributes:
        groepen: sorted by code; None without the file: then nothing of groups is known.
        opmerkingen: what is not wrong, but will be asked about.
    """

    groepen: tuple[Werkgroep, ...] | None = None
    opmerkingen: tuple[Melding, ...] = ()


def lees_werkgroepen(
    map_: Path, profiel: Profiel, titels: Mapping[str, str], elders: Collection[str] = ()
) -> Werkgroepenbestand:
    """The working groups of a dossier.

    Args:
        map_: the folder of the dossier.
        profiel: gives the members, subregions and bodies, that go by their code or name.
        titels: code → title of the topics of the agenda.
        elders: codes of topics of another decision on this dossier; they may be there.

    Raises:
        Invoerfout: with every fault, each with its place.
        Bestandsfout: the file is locked.
    """
    if not (map_ / WERKGROEPENBESTAND).exists():
        return Werkgroepenbestand()
    meldingen: list[Melding] = []
    gelezen = lees_velden(map_ / WERKGROEPENBESTAND, WERKGROEPENBESTAND, meldingen, _VOORBEELD)
    groepen = _groepen(gelezen, profiel, titels, elders, meldingen) if gelezen else {}
    if meldingen:
        raise Invoerfout(meldingen)
    opmerkingen = tuple(_over_personen(groepen, gelezen)) if gelezen else ()
    op_code = sorted(groepen.values(), key=lambda groep: groep.code)
    return Werkgroepenbestand(tuple(op_code), opmerkingen)


def _groepen(
    gelezen: Gelezen,
    profiel: Profiel,
    titels: Mapping[str, str],
    elders: Collection[str],
    meldingen: list[Melding],
) -> dict[int, Werkgroep]:
    """Number → group; every fault is added to `meldingen`."""
    rijen = lijst_onder(gelezen, _LIJST, meldingen)
    if rijen is None:
        return {}
    if len(rijen) > MAX_GROEPEN:
        gevonden, verwacht = f"{len(rijen)} werkgroepen", f"hoogstens {MAX_GROEPEN} werkgroepen"
        meldingen.append(Melding(gelezen.plek(()), _LIJST, gevonden, verwacht))
        return {}
    begrip = _Begrip(gelezen, profiel, titels)
    for nummer, rij in enumerate(rijen):
        if isinstance(rij, dict):
            meldingen += begrip.begrijp(rij, (_LIJST, nummer))
    context = {"omgeving": Omgeving(profiel, {}, frozenset((*titels, *elders)))}
    for nummer, rij in enumerate(rijen):
        houd_tegen(Werkgroep, rij, gelezen, (_LIJST, nummer), meldingen, context)
    groepen = goede_rijen(Werkgroep, _LIJST, gelezen, context)
    meldingen += _past_niet(groepen, profiel, gelezen)
    return groepen


def _past_niet(
    groepen: Mapping[int, Werkgroep], profiel: Profiel, gelezen: Gelezen
) -> Iterator[Melding]:
    """Codes that are there twice, days in the wrong order, more than one who leads, a source."""
    eerste: dict[str, int] = {}
    for nummer, groep in groepen.items():
        pad: Pad = (_LIJST, nummer)
        if groep.code in eerste:
            ander = gelezen.plek((_LIJST, eerste[groep.code]))
            gevonden, verwacht = f"{toon(groep.code)} voor de tweede keer", "elke code één keer"
            plek, hulp = gelezen.plek((*pad, "code")), f"de eerste staat op {ander}"
            yield Melding(plek, "code", gevonden, verwacht, hulp)
        eerste.setdefault(groep.code, nummer)
        if groep.van and groep.tot and groep.tot < groep.van:
            verwacht = f"een dag op of na {groep.van}"
            yield Melding(gelezen.plek((*pad, "tot")), "tot", toon(groep.tot), verwacht)
        trekkers = [n for n, zetel in enumerate(groep.zetels or ()) if zetel.trekker == "ja"]
        for volgnummer in trekkers[1:]:
            plek = gelezen.plek((*pad, "zetels", volgnummer, "trekker"))
            yield Melding(plek, "trekker", "nog een trekker", "hoogstens één trekker per werkgroep")
        bron = groep.bron.bron if groep.bron else None
        if bron is not None and bron.document not in profiel.document:
            hulp = bedoelde_u(bron.document, profiel.document)
            verwacht = f"een van {opsomming(profiel.document)}"
            plek = gelezen.plek((*pad, "bron", "document"))
            yield Melding(plek, "bron.document", toon(bron.document), verwacht, hulp)


def _over_personen(groepen: Mapping[int, Werkgroep], gelezen: Gelezen) -> Iterator[Melding]:
    """A warning for each text that looks like it is about a person: a seat is a function."""
    for plaats, groep in groepen.items():
        pad: Pad = (_LIJST, plaats)
        for veld in ("naam", "doel"):
            yield from meld_tekst(getattr(groep, veld), gelezen.plek((*pad, veld)), veld)
        for nummer, zetel in enumerate(groep.zetels or ()):
            plek = gelezen.plek((*pad, "zetels", nummer, "functie"))
            yield from meld_tekst(zetel.functie, plek, "functie")


class _Begrip:
    """Puts codes in the place of the names that stand in a group."""

    def __init__(self, gelezen: Gelezen, profiel: Profiel, titels: Mapping[str, str]) -> None:
        self._gelezen = gelezen
        self._profiel = profiel
        woord, regio = profiel.woorden.onderwerp.een, profiel.regio
        self._onderwerpen = Namen([(c, (t,)) for c, t in titels.items()], "onderwerp", woord)
        self._leden = namen_van_leden(profiel)
        delen = [(deel.code, (deel.naam,)) for deel in regio.deelregios]
        self._delen = Namen(delen, "deelregio", profiel.woorden.deelregio.een, "regio")

    def begrijp(self, groep: dict[str, Any], pad: Pad) -> Iterator[Melding]:
        """Change a group to what was meant; gives what is no body, member or subregion."""
        _zonder_niets(groep)
        onderwerpen = groep.get("onderwerpen")
        if isinstance(onderwerpen, str):
            groep["onderwerpen"] = onderwerpen = [onderwerpen]
        if isinstance(onderwerpen, list):
            groep["onderwerpen"] = [_een(self._onderwerpen, genoemd) for genoemd in onderwerpen]
        yield from self._gremium(groep, pad)
        zetels = groep.get("zetels")
        for nummer, zetel in enumerate(zetels if isinstance(zetels, list) else ()):
            if isinstance(zetel, dict):
                _zonder_niets(zetel)
                yield from self._zetel(zetel, (*pad, "zetels", nummer))

    def _gremium(self, groep: dict[str, Any], pad: Pad) -> Iterator[Melding]:
        genoemd = groep.get("gremium")
        if not isinstance(genoemd, str):
            return
        gremium = self._profiel.vind_gremium(genoemd)
        if gremium is not None:
            groep["gremium"] = gremium.code
            return
        codes = opsomming(self._profiel.gremium)
        verwacht = f"een van {codes}" if codes else "niets: er zijn geen gremia"
        namen = [naam for g in self._profiel.gremia for naam in (g.code, g.naam)]
        yield self._onbekend((*pad, "gremium"), genoemd, verwacht, namen)

    def _zetel(self, zetel: dict[str, Any], pad: Pad) -> Iterator[Melding]:
        yield from self._komma(zetel, pad)
        if "gemeente" in zetel:
            zetel["gemeente"] = _een(self._leden, zetel["gemeente"])
        namens = zetel.get("namens")
        delen = namens if isinstance(namens, list) else [namens] if isinstance(namens, str) else ()
        begrepen = []
        for nummer, genoemd in enumerate(delen):
            wie = self._spreekt_voor(genoemd) if isinstance(genoemd, str) else genoemd
            if wie is None:
                yield self._geen_partij((*pad, "namens", nummer), genoemd)
            begrepen.append(wie or genoemd)
        if begrepen:
            zetel["namens"] = begrepen

    def _komma(self, zetel: dict[str, Any], pad: Pad) -> Iterator[Melding]:
        """`{fte: 0,2}` holds two fields for YAML: 0, and one that is called 2."""
        for naam in [naam for naam in zetel if not isinstance(naam, str) or naam.isdigit()]:
            gevonden = f"«{zetel.get('fte')},{naam}» tussen accolades"
            plek, hulp = self._gelezen.plek((*pad, "fte")), "schrijf een punt, zoals 0.2"
            yield Melding(plek, "fte", gevonden, "een getal zonder komma", hulp)
            del zetel[naam]

    def _spreekt_voor(self, genoemd: str) -> str | None:
        """A subregion or a member; a subregion that has the name of a member goes before it."""
        gevonden = self._delen.vind(genoemd) or self._leden.vind(genoemd) or ()
        if len(gevonden) == 1:
            return str(gevonden[0])
        centrum = self._profiel.regio.centrum
        heet = genoemd.strip().casefold().removeprefix("de ").removesuffix("gemeente")
        return centrum if heet == _CENTRUM else None

    def _geen_partij(self, pad: Pad, genoemd: str) -> Melding:
        profiel = self._profiel
        delen = [deel.naam for deel in profiel.regio.deelregios]
        namen = [*delen, *(lid.naam for lid in profiel.regio.leden)]
        ook = [*profiel.deelregio, *profiel.lid, *([_CENTRUM] if profiel.regio.centrum else [])]
        wat = f"een {profiel.woorden.lid.een}"
        if delen:
            wat += f" of een {profiel.woorden.deelregio.een} ({opsomming(delen)})"
        if profiel.regio.centrum:
            wat += f", of {_CENTRUM}"
        return self._onbekend(pad, genoemd, wat, [*namen, *ook])

    def _onbekend(self, pad: Pad, genoemd: str, verwacht: str, namen: Iterable[str]) -> Melding:
        self._gelezen.gemeld.add(pad)
        veld = next(str(deel) for deel in reversed(pad) if isinstance(deel, str))
        hulp = bedoelde_u(genoemd, [*namen])
        return Melding(self._gelezen.plek(pad), veld, toon(genoemd), verwacht, hulp)


def _een(namen: Namen, genoemd: Any) -> Any:
    """What a name stands for; itself when it is not the name of one thing."""
    gevonden = namen.vind(genoemd) if isinstance(genoemd, str) else None
    return gevonden[0] if gevonden and len(gevonden) == 1 else genoemd


def _zonder_niets(groep: dict[str, Any]) -> None:
    """A field of which only the name was filled in, or that is unknown, is not there."""
    leeg = [naam for naam, waarde in groep.items() if waarde is None or waarde == "onbekend"]
    for naam in [naam for naam in leeg if naam not in _MOET and not str(naam).isdigit()]:
        del groep[naam]
