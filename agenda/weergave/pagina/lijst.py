"""The lists on the page: ranked, undecided and not admitted, each row a link to its reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.weergave.pagina.opmaak import tekst
from agenda.weergave.stuk.blokken import onderwerp_anker
from agenda.weergave.stuk.lijsten import niet_toegelaten_tabel, onbeslist_tabel, ranglijst_tabel
from agenda.weergave.stuk.motivering import plaats_zin

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from agenda.jaaragenda import Jaaragenda
    from agenda.ranglijst import Beoordeeld
    from agenda.weergave.pagina.opmaak import Opmaak
    from agenda.weergave.vormen import Tabel


def rij_anker(code: str) -> str:
    """The name of the row of a topic."""
    return f"rij-{code}"


def lijsten(agenda: Jaaragenda, opmaak: Opmaak) -> str:
    """The three lists; the script hides rows and moves those of the first."""
    ranglijst = agenda.ranglijst
    zonder_plaats = (
        (onbeslist_tabel(agenda), ranglijst.onbeslist),
        (niet_toegelaten_tabel(agenda), ranglijst.niet_toegelaten),
    )
    return _gerangschikt(agenda, opmaak) + "".join(
        opmaak.in_schuif(tabel, "lijst", _zonder_plaats(tabel, leden))
        for tabel, leden in zonder_plaats
    )


def _gerangschikt(agenda: Jaaragenda, opmaak: Opmaak) -> str:
    tabel = ranglijst_tabel(agenda)
    rijen = []
    for vastgesteld, rij in zip(agenda.volgorde, tabel.rijen, strict=True):
        cel = dict(zip(tabel.koppen, map(str, rij), strict=True))
        titel, *meer = cel["Titel"].split("\n")
        rijen.append(
            f'<tr id="{rij_anker(cel["Code"])}"><td class="plaats">{_plaats(cel["Plaats"])}'
            f'{_berekend(cel)}<span class="stap"></span>{_dossier(plaats_zin(vastgesteld))}'
            f'</td><th scope="row">{_link(cel["Code"], titel)}{_klein(cel["Thema"])}'
            f'<span class="klein telt">{tekst(_telt(cel["Telt mee"]))}</span>{_klein(*meer)}</th>'
            f'<td class="score">{_groot(cel["Score"])}{_dossier(cel["Score"])}</td></tr>\n'
        )
    kop = _kop("Plaats", "Onderwerp", "Score")
    return opmaak.in_schuif(tabel, "lijst ranglijst", f"{kop}{''.join(rijen)}</tbody>")


def _groot(waarde: str) -> str:
    return f'<span class="nu">{tekst(waarde)}</span>'


def _plaats(waarde: str) -> str:
    """A place, with «(gedeeld)» apart so that the numbers stand out."""
    getal, _, gedeeld = waarde.partition(" ")
    return f'{_groot(getal)} <span class="gedeeld">{tekst(gedeeld)}</span>'


def _klein(*regels: str) -> str:
    return "".join(f'<span class="klein">{tekst(regel)}</span>' for regel in regels)


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


def _zonder_plaats(tabel: Tabel, leden: Iterable[Beoordeeld]) -> str:
    rijen = [
        f'<tr id="{rij_anker(lid.onderwerp.code)}">'
        f'<th scope="row">{_link(lid.onderwerp.code, titel)}</th><td>{tekst(redenen)}</td></tr>\n'
        for lid, (_, titel, redenen) in zip(leden, tabel.rijen, strict=True)
    ]
    return f"{_kop('Onderwerp', tabel.koppen[2])}{''.join(rijen)}</tbody>"


def _kop(*koppen: str) -> str:
    cellen = "".join(f'<th scope="col">{tekst(kop)}</th>' for kop in koppen)
    return f"<thead><tr>{cellen}</tr></thead>\n<tbody>\n"


def _link(code: str, titel: object) -> str:
    return f'<a href="#{onderwerp_anker(code)}"><bdi>{tekst(titel)}</bdi></a>'
