"""What tables say of the criteria: the order of each member, and the limits of the weights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.invoer.bedoeld import hulp_bij
from agenda.invoer.kolommen import PLAATSEN
from agenda.invoer.namen import begrijp_namen
from agenda.invoer.rijen import code_in, kop_van, ledennamen, rijen
from agenda.invoer.tabelvorm import grenzentabel, voorkeurentabel
from agenda.onderwerp.grens import ALLES
from regels.melding import Melding
from regels.taal import toon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.velden import Invulveld
    from regels.lezen.yaml import Gelezen, Pad
    from regels.melding import Plek

_HONDERDSTE = "typ een heel getal: 10 voor 10%"


class Gegeven(NamedTuple):
    """What one row says: the order of a member, or the limits of a criterium.

    Attributes:
        waarde: as it stands in dossier.yaml, under the code that the row is about.
        plek: where that code is named.
        cellen: of each criterium, or of each limit.
    """

    waarde: Any
    plek: Plek
    cellen: Mapping[str, Plek]


def voorkeuren_uit(
    gelezen: Gelezen, profiel: Profiel, criteria: Mapping[str, str], meldingen: list[Melding]
) -> dict[str, Gegeven]:
    """Code of a member → its order of the criteria: groups, the heaviest first.

    Equal places make a group; a row without any place says nothing.

    Args:
        gelezen: a table of the form `voorkeurentabel`.
        criteria: code → title.
        meldingen: every fault is added to this list.
    """
    vorm = voorkeurentabel(profiel, criteria)
    begrijp_namen(gelezen, profiel, vorm.lijst, {})
    velden = {veld.naam: veld for veld in vorm.lijst.velden if veld.soort == "plaats"}
    uit: dict[str, Gegeven] = {}
    for pad, rij in rijen(gelezen, meldingen):
        lid = code_in(rij, "lid", ledennamen(profiel), gelezen, pad, meldingen)
        per_plaats: dict[int, list[str]] = {}
        ingevuld = [*_ingevuld(rij.get(PLAATSEN, {}), gelezen, (*pad, PLAATSEN))]
        for hier, code, waarde in ingevuld:
            if type(waarde) is int and 1 <= waarde <= len(criteria):
                per_plaats.setdefault(waarde, []).append(code)
            else:
                verwacht = f"een plaats: 1 tot en met {len(criteria)}; 1 weegt het zwaarst"
                meldingen.append(_melding(velden[code], waarde, gelezen, hier, verwacht))
        groepen = [per_plaats[plaats] for plaats in sorted(per_plaats)]
        cellen = {code: gelezen.plek((*pad, PLAATSEN, code)) for code in velden}
        if ingevuld:
            _voeg_toe(uit, lid, groepen, cellen, gelezen, (*pad, "lid"), meldingen)
    return uit


def grenzen_uit(
    gelezen: Gelezen, profiel: Profiel, criteria: Mapping[str, str], meldingen: list[Melding]
) -> dict[str, Gegeven]:
    """Code of a criterium → its limits in whole percentages: `minstens`, `hoogstens`, or both.

    Args:
        gelezen: a table of the form `grenzentabel`.
        criteria: code → title.
        meldingen: every fault is added to this list.
    """
    vorm = grenzentabel(criteria)
    begrijp_namen(gelezen, profiel, vorm.lijst, {})
    velden = {veld.naam: veld for veld in vorm.lijst.velden if veld.soort == "percentage"}
    uit: dict[str, Gegeven] = {}
    for pad, rij in rijen(gelezen, meldingen):
        criterium = code_in(rij, "criterium", criteria, gelezen, pad, meldingen)
        grens = {}
        ingevuld = [*_ingevuld({naam: rij.get(naam) for naam in velden}, gelezen, pad)]
        for hier, naam, waarde in ingevuld:
            laagste = int(naam == "hoogstens")
            hoogste = laagste + ALLES - 1
            if type(waarde) is int and laagste <= waarde <= hoogste:
                grens[naam] = waarde
            else:
                verwacht = f"een heel percentage: {laagste} tot en met {hoogste}"
                meldingen.append(_melding(velden[naam], waarde, gelezen, hier, verwacht))
        if grens.get("hoogstens", ALLES) <= grens.get("minstens", 0):
            waar = (*pad, "hoogstens")
            verwacht = f"meer dan «{velden['minstens'].kop}» ({grens['minstens']})"
            veld, gevonden = velden["hoogstens"].kop, toon(gelezen.getypt(waar, grens["hoogstens"]))
            meldingen.append(Melding(gelezen.plek(waar), veld, gevonden, verwacht))
            del grens["hoogstens"]  # told here, and not again with the settings
        cellen = {naam: gelezen.plek((*pad, naam)) for naam in velden}
        if ingevuld:
            _voeg_toe(uit, criterium, grens, cellen, gelezen, (*pad, "criterium"), meldingen)
    return uit


def _ingevuld(
    groep: Mapping[str, Any], gelezen: Gelezen, pad: Pad
) -> Iterator[tuple[Pad, str, Any]]:
    """The cells that hold something and were not refused already: path, name and value."""
    for naam, waarde in groep.items():
        hier = (*pad, naam)
        if waarde is not None and hier not in gelezen.gemeld:
            yield hier, naam, waarde


def _melding(veld: Invulveld, waarde: Any, gelezen: Gelezen, pad: Pad, verwacht: str) -> Melding:
    getypt = gelezen.getypt(pad, waarde)
    hulp = hulp_bij(veld, getypt, in_cel=True)
    if hasattr(waarde, "isoformat"):
        hulp = gelezen.hulp_bij_datum
    elif veld.soort == "percentage" and str(getypt).startswith(("0,", "0.")):
        hulp = _HONDERDSTE
    return Melding(gelezen.plek(pad), veld.kop, toon(getypt), verwacht, hulp)


def _voeg_toe(
    uit: dict[str, Gegeven],
    code: str | None,
    waarde: Any,
    cellen: Mapping[str, Plek],
    gelezen: Gelezen,
    pad: Pad,
    meldingen: list[Melding],
) -> None:
    """Keep what a row says, unless another row is about the same.

    Args:
        pad: where the row names what it is about.
    """
    if code is None:
        return
    plek = gelezen.plek(pad)
    if code in uit:
        gevonden = f"{toon(gelezen.getypt(pad, code))} voor de tweede keer"
        verwacht = f"één rij voor elk (zie ook {uit[code].plek})"
        kop = kop_van(str(pad[-1]), gelezen)
        meldingen.append(Melding(plek, kop, gevonden, verwacht))
        return
    uit[code] = Gegeven(waarde, plek, cellen)
