"""The lists on the page: ranked, undecided and not admitted, each row a link to its reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stuk.vormen.pagina.opmaak import tekst
from agenda.stuk.vormen.pagina.tabellen import (
    niet_toegelaten_tabel,
    onbeslist_tabel,
    plaats_zin,
    ranglijst_tabel,
)
from agenda.weergave.woorden import onderwerp_anker

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from agenda.kennis.woorden import Woord
    from agenda.rangorde.ranglijst import Beoordeeld
    from agenda.uitleg.jaaragenda import Jaaragenda
    from agenda.weergave.vormen import Tabel


def rij_anker(code: str) -> str:
    """The name of the row of a topic."""
    return f"rij-{code}"


def lijsten(agenda: Jaaragenda) -> str:
    """The lists that there are; the script hides rows and moves those of the first."""
    ranglijst = agenda.ranglijst
    eerste = _gerangschikt(agenda) if ranglijst.rangschikt else _op_titel(agenda)
    if not ranglijst.toetst:
        return eerste
    woord = ranglijst.profiel.woorden.onderwerp
    onbeslist, niet_toegelaten = onbeslist_tabel(agenda), niet_toegelaten_tabel(agenda)
    return (
        eerste
        + _zonder_plaats("onbeslist", onbeslist, ranglijst.onbeslist, woord)
        + _zonder_plaats("niet-toegelaten", niet_toegelaten, ranglijst.niet_toegelaten, woord)
    )


def _gerangschikt(agenda: Jaaragenda) -> str:
    tabel, woorden = ranglijst_tabel(agenda), agenda.ranglijst.profiel.woorden
    verdeeld = bool(agenda.ranglijst.dossier.oordelen)
    rijen = []
    for vastgesteld, rij in zip(agenda.volgorde, tabel.rijen, strict=True):
        cel = dict(zip(tabel.koppen, map(str, rij), strict=True))
        titel, *meer = cel["Titel"].split("\n")
        telt, _, lezing = cel["Telt mee"].partition("\n")
        rijen.append(
            f'{_rij(cel["Code"])}<td role="cell" class="plaats">{_plaats(cel["Plaats"])}'
            f'{_berekend(cel)}<span class="stap"></span>{_dossier(plaats_zin(vastgesteld))}</td>'
            f"{_naam(cel['Code'], titel)}{_klein(cel[woorden.thema.kop])}"
            f'<span class="klein telt">{tekst(_telt(telt))}</span>'
            f'<span class="klein lezing">{tekst(lezing)}</span>{_klein(*meer)}</th>'
            f'<td role="cell" class="score">{_score(cel["Score"], verdeeld=verdeeld)}</td></tr>'
        )
    return _lijst("ranglijst", tabel, ("Plaats", woorden.onderwerp.kop, "Score"), rijen)


def _op_titel(agenda: Jaaragenda) -> str:
    """The topics on the agenda where they have no place."""
    tabel, woorden = ranglijst_tabel(agenda), agenda.ranglijst.profiel.woorden
    rijen = []
    for code, titel, thema in tabel.rijen:
        naam, *meer = str(titel).split("\n")
        rijen.append(
            f"{_rij(str(code))}{_naam(str(code), naam)}{_klein(*meer)}</th>"
            f'<td role="cell">{tekst(thema)}</td></tr>'
        )
    return _lijst("op-titel", tabel, (woorden.onderwerp.kop, woorden.thema.kop), rijen)


def _zonder_plaats(soort: str, tabel: Tabel, leden: Iterable[Beoordeeld], woord: Woord) -> str:
    rijen = [
        f"{_rij(lid.code)}{_naam(lid.code, str(titel))}</th>"
        f'<td role="cell">{tekst(redenen)}</td></tr>'
        for lid, (_, titel, redenen) in zip(leden, tabel.rijen, strict=True)
    ]
    return _lijst(soort, tabel, (woord.kop, tabel.koppen[2]), rijen)


def _lijst(soort: str, tabel: Tabel, koppen: Iterable[str], rijen: Sequence[str]) -> str:
    """A table whose rows lay themselves out; the roles say that it is a table all the same."""
    noten = "".join(f'<p class="noot">{tekst(noot)}</p>\n' for noot in tabel.noten)
    if not rijen:
        return f"<p>{tekst(tabel.titel)}: geen.</p>\n{noten}"
    cellen = "".join(f'<th role="columnheader" scope="col">{tekst(kop)}</th>' for kop in koppen)
    naam, lijf = f"lijst-{soort}", "\n".join(rijen)
    return (
        f'<div class="vak-lijst">\n<table class="lijst {soort}" role="table"'
        f' aria-labelledby="{naam}">\n<caption id="{naam}">{tekst(tabel.titel)}</caption>\n'
        f'<thead role="rowgroup"><tr role="row">{cellen}</tr></thead>\n'
        f'<tbody role="rowgroup">\n{lijf}\n</tbody>\n</table>\n{noten}</div>\n'
    )


def _rij(code: str) -> str:
    return f'<tr role="row" id="{rij_anker(code)}">'


def _naam(code: str, titel: str) -> str:
    """The first of the cell that names a row: the title, as a link to the reasons."""
    link = f'<a href="#{onderwerp_anker(code)}"><bdi>{tekst(titel)}</bdi></a>'
    return f'<th role="rowheader" scope="row">{link}'


def _groot(waarde: str) -> str:
    return f'<span class="nu">{tekst(waarde)}</span>'


def _plaats(waarde: str) -> str:
    """A place, with «(gedeeld)» apart so that the numbers stand out."""
    getal, _, gedeeld = waarde.partition(" ")
    return f'{_groot(getal)} <span class="gedeeld">{tekst(gedeeld)}</span>'


def _score(waarde: str, *, verdeeld: bool) -> str:
    """A score, with what it is in the dossier.

    Args:
        verdeeld: whether municipalities can differ; then an exact fraction can stand below it.
    """
    getal, _, precies = waarde.partition("\n")
    breuk = f'<span class="klein precies">{tekst(precies)}</span>' if verdeeld else ""
    return f"{_groot(getal)}{breuk}{_dossier(' '.join(waarde.split()))}"


def _klein(*tekstregels: str) -> str:
    return "".join(f'<span class="klein">{tekst(tekstregel)}</span>' for tekstregel in tekstregels)


def _berekend(cel: Mapping[str, str]) -> str:
    """The calculated place, when the list says that a topic has another one."""
    if "Berekend" not in cel:
        return ""
    return f'<span class="klein niet-in-proef">berekend: {tekst(cel["Berekend"])}</span>'


def _dossier(waarde: str) -> str:
    """What holds with the weights of the dossier; shown beside other weights."""
    return f'<span class="klein alleen-proef">dossier: {tekst(waarde)}</span>'


def _telt(criteria: str) -> str:
    return f"Telt mee: {criteria}" if criteria else "Geen criterium telt mee"
