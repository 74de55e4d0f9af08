"""What is known of a working group, of a member in these, and of a decision: facts for rules.

None is unknown, as everywhere: a seat without fte makes the sum of its municipality unknown.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

from agenda.feiten import nabesluit as feit
from regels.model import deelveld

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from agenda.kennis.profiel import Profiel
    from agenda.kennis.regio import Lid
    from agenda.voortgang.werkgroep import Werkgroep, Zetel
    from regels.model import Waarde

    Nafeiten = dict[str, Waarde | None]


def feiten_van_groep(groep: Werkgroep, profiel: Profiel) -> Nafeiten:
    """What rules over a group may look at."""
    zetels, trekker = groep.zetels, groep.trekker
    leden = None if zetels is None else len({zetel.gemeente for zetel in zetels})
    feiten: Nafeiten = {
        feit.GREMIUM: groep.gremium,
        feit.AANTAL_ZETELS: None if zetels is None else len(zetels),
        feit.LEDEN_MET_ZETEL: leden,
        feit.TREKKER: trekker.gemeente if trekker else None,
        feit.CENTRUM: _centrum_is_er(zetels, profiel),
    }
    for code in profiel.deelregio:
        feiten[deelveld(feit.DEELREGIOS, code)] = _deelregio_is_er(code, zetels, profiel)
    return feiten


def _centrum_is_er(zetels: Iterable[Zetel] | None, profiel: Profiel) -> Waarde | None:
    """Whether a seat speaks for the centre municipality itself."""
    if zetels is None:
        return None
    return "ja" if profiel.regio.centrum in _genoemd(zetels) else "nee"


def _deelregio_is_er(code: str, zetels: Iterable[Zetel] | None, profiel: Profiel) -> Waarde | None:
    """Whether a seat speaks for a subregion: by name, or as one of its members.

    No source says whether the centre municipality also speaks for the subregion that it lies in;
    where only its seat could and does not say for whom it is, that is unknown. So it is where a
    member can lie in any subregion.
    """
    if zetels is None:
        return None
    centrum, alle = profiel.regio.centrum, tuple(zetels)
    genoemd = _genoemd(alle)
    leden = [profiel.lid[naam] for naam in genoemd - {centrum} if naam in profiel.lid]
    if code in genoemd or any(lid.deelregio == code for lid in leden):
        return "ja"
    zwijgt = any(zetel.gemeente == centrum and not zetel.namens for zetel in alle)
    kan = zwijgt and centrum is not None and profiel.lid[centrum].deelregio in (code, None)
    return None if kan or any(lid.deelregio is None for lid in leden) else "nee"


def _genoemd(zetels: Iterable[Zetel]) -> set[str]:
    """For whom these seats speak."""
    return {wie for zetel in zetels for wie in zetel.spreekt_voor}


def zetels_van(lid: str, groepen: Iterable[Werkgroep]) -> list[tuple[Werkgroep, Zetel]]:
    """The seats of a member, each with its group."""
    return [(g, zetel) for g in groepen for zetel in g.zetels or () if zetel.gemeente == lid]


def feiten_van_zetels(
    lid: Lid, groepen: Iterable[Werkgroep] | None, ruimte: Fraction | None
) -> Nafeiten:
    """What rules over a member in the groups may look at.

    Args:
        groepen: those that are there on the day; None when nothing of groups is known.
        ruimte: the most that the member has, in fte; None is unknown.
    """
    alle = None if groepen is None else tuple(groepen)
    if alle is None or any(groep.zetels is None for groep in alle):
        return dict.fromkeys((feit.AANTAL_WERKGROEPEN, feit.INZET_PROCENT, feit.BOVEN_RUIMTE))
    zetels = zetels_van(lid.code, alle)
    delen = [zetel.fte for _, zetel in zetels]
    bekend = [fte for fte in delen if fte is not None]
    samen = Fraction(sum(bekend, Decimal())) if len(bekend) == len(delen) else None
    boven = None if samen is None or ruimte is None else max(Fraction(), samen - ruimte)
    return {
        feit.AANTAL_WERKGROEPEN: len({groep.code for groep, _ in zetels}),
        # Seats are in hundredths, so this is whole; what there is room for need not be.
        feit.INZET_PROCENT: None if samen is None else int(samen * 100),
        feit.BOVEN_RUIMTE: None if boven is None else ceil(boven * 100),
    }


def feiten_van_besluit(geteld: Mapping[str, int], profiel: Profiel) -> Nafeiten:
    """What rules over a decision may look at.

    Args:
        geteld: outcome → how many members decided that: ingestemd, afgewezen, aangehouden. Who is
            in none of these has not decided.
    """
    ingestemd, afgewezen, aangehouden = (
        geteld.get(uitkomst, 0) for uitkomst in ("ingestemd", "afgewezen", "aangehouden")
    )
    alle = profiel.regio.aantal or None
    zonder = None if alle is None else alle - ingestemd - afgewezen - aangehouden
    return {
        feit.INGESTEMD: ingestemd,
        feit.AFGEWEZEN: afgewezen,
        feit.AANGEHOUDEN: aangehouden,
        feit.ZONDER_BESLUIT: zonder,
        feit.NIET_INGESTEMD: None if alle is None else alle - ingestemd,
    }
