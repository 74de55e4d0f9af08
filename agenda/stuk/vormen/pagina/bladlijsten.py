"""The lists of the page: with codes, and the reasons of what is not on the agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.weergave.ranglijst import leeshulp, redenen_tabel, telt_mee
from agenda.weergave.samenhang.verbanden import kan_pas_na
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import plaats_tekst, score_tekst

if TYPE_CHECKING:
    from agenda.uitleg.jaaragenda import Jaaragenda


def ranglijst_tabel(agenda: Jaaragenda) -> Tabel:
    """The admitted topics in their order; the calculated place stands beside a decided one."""
    ranglijst = agenda.ranglijst
    berekend = ("Berekend",) if agenda.wijkt_af else ()
    rijen = []
    for v in agenda.volgorde:
        onderwerp = v.berekend.onderwerp
        na = (f"\n{zin[:1].upper()}{zin[1:]}" for zin in kan_pas_na(v.berekend, agenda.samenhang))
        rijen.append(
            (
                plaats_tekst(v),
                *((str(v.berekend.plaats),) if berekend else ()),
                score_tekst(v.berekend.uitslag, "\n"),
                onderwerp.code,
                f"{onderwerp.titel}{''.join(na)}",
                ranglijst.profiel.thema[onderwerp.thema].naam,
                telt_mee(v.berekend, ranglijst),
            )
        )
    titel_kolom = 3 + len(berekend)
    woorden = ranglijst.profiel.woorden
    tabel = Tabel(
        "Ranglijst" if ranglijst.rangschikt else woorden.onderwerp.koppen,
        ("Plaats", *berekend, "Score", "Code", "Titel", woorden.thema.kop, "Telt mee"),
        tuple(rijen),
        leeshulp(ranglijst) if ranglijst.rangschikt else (),
        rekbaar=(titel_kolom, titel_kolom + 2),
    )
    return tabel if ranglijst.rangschikt else tabel.zonder("Plaats", "Score", "Telt mee")


def onbeslist_tabel(agenda: Jaaragenda) -> Tabel:
    """The undecided topics with what must be found out."""
    lijst = agenda.ranglijst.onbeslist
    return redenen_tabel("Onbeslist", "Dit moeten we nog weten", agenda, lijst)


def niet_toegelaten_tabel(agenda: Jaaragenda) -> Tabel:
    """The topics that are not admitted with the reason."""
    lijst = agenda.ranglijst.niet_toegelaten
    return redenen_tabel("Niet toegelaten", "Reden", agenda, lijst)
