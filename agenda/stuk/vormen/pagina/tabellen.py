"""The lists of topics without a place: a row each, with a link to its reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.lijsten import ranglijst_tabel
from agenda.stuk.vormen.pagina.opmaak import tekst
from agenda.voortgang.gevolgd import stand_bij
from agenda.weergave.ranglijst import redenen_tabel
from agenda.weergave.samenhang.verbanden import kan_pas_na
from agenda.weergave.voortgang.woorden import toestand_cel
from agenda.weergave.woorden import als_kop, onderwerp_anker

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from agenda.kennis.woorden import Woord
    from agenda.rangorde.ranglijst import Beoordeeld
    from agenda.uitleg.jaaragenda import Jaaragenda
    from agenda.weergave.vormen import Tabel


def rij_anker(code: str) -> str:
    """The name of the row of a topic."""
    return f"rij-{code}"


def onderwerp_link(code: str, titel: str) -> str:
    """The title of a topic, as a link to its reasons."""
    return f'<a href="#{onderwerp_anker(code)}"><bdi>{tekst(titel)}</bdi></a>'


def toestand_merk(agenda: Jaaragenda, code: str) -> str:
    """The state of a topic beside its title, where the agenda is followed."""
    stand = stand_bij(agenda)
    if stand is None:
        return ""
    onderwerp = stand.op_code[code]
    laat = " laat" if onderwerp.te_laat else ""
    return f'<span class="toestand{laat}">{tekst(toestand_cel(onderwerp))}</span>'


def op_titel(agenda: Jaaragenda) -> str:
    """The topics on the agenda where they have no place."""
    woorden, thema = agenda.ranglijst.profiel.woorden, agenda.ranglijst.profiel.thema
    rijen = []
    for v in agenda.volgorde:
        na = kan_pas_na(v.berekend, agenda.samenhang)
        klein = "".join(f'<span class="klein">{tekst(als_kop(zin))}</span>' for zin in na)
        rij, naam = _rij(v.code, v.titel), tekst(thema[v.berekend.onderwerp.thema].naam)
        klein += toestand_merk(agenda, v.code)
        rijen.append(f'{rij}{klein}</th><td role="cell">{naam}</td></tr>')
    tabel = ranglijst_tabel(agenda).tabel
    return _lijst("op-titel", tabel, (woorden.onderwerp.kop, woorden.thema.kop), rijen)


def zonder_plaats(agenda: Jaaragenda) -> str:
    """The undecided and the not admitted topics, with their reasons."""
    ranglijst = agenda.ranglijst
    if not ranglijst.toetst:
        return ""
    woord = ranglijst.profiel.woorden.onderwerp
    return "".join(
        _met_redenen(soort, redenen_tabel(titel, kop, agenda, leden), leden, woord)
        for soort, titel, kop, leden in (
            ("onbeslist", "Onbeslist", "Dit moeten we nog weten", ranglijst.onbeslist),
            ("niet-toegelaten", "Niet toegelaten", "Reden", ranglijst.niet_toegelaten),
        )
    )


def _met_redenen(soort: str, tabel: Tabel, leden: Iterable[Beoordeeld], woord: Woord) -> str:
    rijen = [
        f'{_rij(lid.code, str(titel))}</th><td role="cell">{tekst(redenen)}</td></tr>'
        for lid, (_, titel, redenen) in zip(leden, tabel.rijen, strict=True)
    ]
    return _lijst(soort, tabel, (woord.kop, tabel.koppen[2]), rijen)


def _lijst(soort: str, tabel: Tabel, koppen: Iterable[str], rijen: Sequence[str]) -> str:
    """A table whose rows lay themselves out; the roles say that it is a table all the same."""
    if not rijen:
        return f"<p>{tekst(tabel.titel)}: geen.</p>\n{noten(tabel)}"
    cellen = "".join(f'<th role="columnheader" scope="col">{tekst(kop)}</th>' for kop in koppen)
    naam, lijf = f"lijst-{soort}", "\n".join(rijen)
    return (
        f'<div class="vak-lijst">\n<table class="lijst {soort}" role="table"'
        f' aria-labelledby="{naam}">\n<caption id="{naam}">{tekst(tabel.titel)}</caption>\n'
        f'<thead role="rowgroup"><tr role="row">{cellen}</tr></thead>\n'
        f'<tbody role="rowgroup">\n{lijf}\n</tbody>\n</table>\n{noten(tabel)}</div>\n'
    )


def _rij(code: str, titel: str) -> str:
    """The beginning of a row, up to and with its title."""
    link = onderwerp_link(code, titel)
    return f'<tr role="row" id="{rij_anker(code)}"><th role="rowheader" scope="row">{link}'


def noten(tabel: Tabel) -> str:
    """The remarks below a table."""
    return "".join(f'<p class="noot">{tekst(noot)}</p>\n' for noot in tabel.noten)
