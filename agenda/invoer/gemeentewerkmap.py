"""The workbook that one member of the region fills in: its topics, its order, its answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from agenda.invoer.kolommen import PLAATSEN
from agenda.invoer.rijen import ledennamen
from agenda.invoer.sjabloon import maak_werkmap
from agenda.invoer.sjabloonbladen import titel_van
from agenda.invoer.sjabloonkolommen import Kolommenmaker
from agenda.invoer.sjabloonvorm import Sjabloonblad
from agenda.invoer.tabelvorm import onderwerptabel, oordelenbladtabel, voorkeurentabel
from agenda.onderwerp.invullijst import invullijst
from agenda.samenvoeging.inbreng import GeenLeden
from regels.melding import Bestandsfout, Invoerfout

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from agenda.kennis.profiel import Profiel
    from regels.lezen.yaml import Gelezen
    from regels.melding import Melding

INVULRIJEN = 100
"""So many topics fit in the workbook of one member before its dropdowns end."""
_NIET_IN_NAAM = re.compile(r"[^\w '()-]+")
_BEZET = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
"""What Windows never takes as the name of a file."""


def gemeentewerkmappen(
    profiel: Profiel,
    criteria: Mapping[str, str],
    zinnen: Mapping[str, str],
    jaar: int,
    onderwerpen: Sequence[tuple[str, str]],
) -> Iterator[tuple[str, bytes]]:
    """The name and the content of the workbook of each member.

    Args:
        criteria: code → title.
        zinnen: code of a criterium → its sentence.
        onderwerpen: code and title of what is in the dossier already.

    Raises:
        GeenLeden: the profile names no members.
    """
    if not profiel.regio.leden:
        raise GeenLeden(profiel.woorden.lid.meer)
    namen = tuple(ledennamen(profiel).values())
    for lid, bestand in zip(namen, _bestandsnamen(profiel, namen), strict=True):
        bladen = _bladen(Kolommenmaker(profiel, zinnen, lid), criteria, jaar, onderwerpen)
        yield bestand, maak_werkmap(jaar, bladen)


def _bestandsnamen(profiel: Profiel, namen: Sequence[str]) -> Iterator[str]:
    """A file name for each member: what it is called as far as any system can keep that."""
    gezien: set[str] = set()
    for lid, naam in zip(profiel.regio.leden, namen, strict=True):
        kan = _NIET_IN_NAAM.sub(" ", naam).strip(" .")
        if not kan or _BEZET.fullmatch(kan) or kan.casefold() in gezien:
            kan = lid.code
        gezien.add(kan.casefold())
        yield f"{kan}.xlsx"


def _bladen(
    maker: Kolommenmaker,
    criteria: Mapping[str, str],
    jaar: int,
    onderwerpen: Sequence[tuple[str, str]],
) -> tuple[Sjabloonblad, ...]:
    profiel, van = maker.profiel, maker.van_lid
    woord = profiel.woorden.onderwerp
    vorm = onderwerptabel(invullijst(profiel, criteria))
    uitleg = (
        f"Welke {woord.meer} brengt {van} in? Vul er één in per rij, onder de gele voorbeeldrij."
        " Boven elke kop staat de vraag. Weet u iets niet? Laat de cel leeg.\nZet ; tussen meer"
        " codes in één cel; schrijf «geen» als er echt niets is. Alle codes staan op het blad"
        " Uitleg."
    )
    eigen = Sjabloonblad(
        vorm.blad,
        f"{van}: {titel_van(profiel, jaar)}",
        uitleg,
        tuple(maker.kolommen(vorm)),
        voorbeeld=True,
        invulrijen=INVULRIJEN,
        met_vragen=True,
    )
    if not criteria:
        return (eigen,)
    oordelen = (_oordelen(maker, criteria, onderwerpen),) if onderwerpen else ()
    return (eigen, _voorkeuren(maker, criteria), *oordelen)


def _voorkeuren(maker: Kolommenmaker, criteria: Mapping[str, str]) -> Sjabloonblad:
    profiel, van = maker.profiel, maker.van_lid
    vorm = voorkeurentabel(profiel, criteria)
    uitleg = (
        f"Kies onder elk criterium een getal: 1 weegt voor {van} het zwaarst, dan 2, enzovoort."
        " Wegen er twee even zwaar? Geef ze hetzelfde getal. Zegt u over een criterium niets? Laat"
        " die cel leeg.\nDit is geen stem over een onderwerp, en de ranglijst verandert er niet"
        " door. De regio ziet ermee welke onderwerpen voor iedereen bovenaan staan."
    )
    return Sjabloonblad(
        vorm.blad,
        f"{van}: wat weegt het zwaarst?",
        uitleg,
        tuple(maker.kolommen(vorm)),
        vaste_kolommen=1,
        invulrijen=1,
        met_vragen=True,
    )


def _oordelen(
    maker: Kolommenmaker, criteria: Mapping[str, str], onderwerpen: Sequence[tuple[str, str]]
) -> Sjabloonblad:
    van, woord = maker.van_lid, maker.profiel.woorden.onderwerp
    vorm = oordelenbladtabel(criteria)
    uitleg = (
        f"Dit zijn de {woord.meer} die er al zijn. Wat vindt {van}? Kies per criterium ja, nee of"
        " onbekend, en schrijf erbij waarom. Laat de code en de titel staan.\nEen lege cel telt"
        f" niet mee. Vult u in een rij wel iets in, maar niet bij elk criterium? Dan telt de"
        " rest als onbekend."
    )
    return Sjabloonblad(
        vorm.blad,
        f"{van}: wat vindt u van de {woord.meer} die er al zijn?",
        uitleg,
        tuple(maker.kolommen(vorm)),
        tuple(onderwerpen),
        invulrijen=len(onderwerpen),
        met_vragen=True,
    )


def is_ingevuld(pad: Path, profiel: Profiel, criteria: Mapping[str, str]) -> bool:
    """Whether a workbook holds more than it was made with; so does one that cannot be read."""
    from agenda.invoer.excel import lees_excel  # only where there are workbooks already

    vormen = (
        onderwerptabel(invullijst(profiel, criteria)),
        voorkeurentabel(profiel, criteria),
        oordelenbladtabel(criteria),
    )
    meldingen: list[Melding] = []
    try:
        eigen, voorkeuren, oordelen = lees_excel(pad, pad.name, vormen, meldingen)
    except (Invoerfout, Bestandsfout):
        return True
    gezegd = [
        *(rij.get("criteria") for rij in _rijen(oordelen)),
        *(rij.get(PLAATSEN) for rij in _rijen(voorkeuren)),
    ]
    return bool(meldingen or _rijen(eigen) or any(gezegd))


def _rijen(gelezen: Gelezen | None) -> list[Any]:
    return [] if gelezen is None else next(iter(gelezen.waarde.values()))
