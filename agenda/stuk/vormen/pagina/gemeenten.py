"""Where members do not agree: the first topics at the place that each member would give them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.onderwerp.voorkeur import orde_van
from agenda.rangorde.patroon import patroon_van
from agenda.robuust.robuustheid import onderzoek_lid
from agenda.stuk.oplegger.zinnen import kort
from agenda.stuk.vormen.pagina.opmaak import tekst
from agenda.weergave.woorden import in_zin
from regels.taal import opsomming, telling

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agenda.kennis.regio import Lid
    from agenda.rangorde.besluit import Vastgesteld
    from agenda.uitleg.jaaragenda import Jaaragenda

MAX_KOLOMMEN = 9
"""So many topics fit beside each other."""
_VER = 3
"""From so many places on a difference is shown."""
_KORT = 48
_BALK = 84


class Rij(NamedTuple):
    """One member: what it said, and the place that it would give each of the first topics."""

    lid: Lid
    gezegd: str
    plaatsen: tuple[int, ...]
    verschil: int


def heeft_gemeenten(agenda: Jaaragenda) -> bool:
    """Whether any member said how heavy the criteria are."""
    return agenda.robuustheid.groep is not None if agenda.ranglijst.rangschikt else False


def gemeenten(agenda: Jaaragenda) -> str:
    """The table of members; nothing where none of them said anything of the weights."""
    if not heeft_gemeenten(agenda):
        return ""
    woord = agenda.ranglijst.profiel.woorden.lid
    eerste, rijen = _eerste(agenda), sorted(_rijen(agenda), key=lambda rij: -rij.verschil)
    koppen = "".join(f'<th scope="col">{tekst(kort(v.titel, _KORT))}</th>' for v in eerste)
    regio = "".join(f"<td>{v.berekend.plaats}</td>" for v in eerste)
    buiten = f"Buiten top {agenda.top}"
    hoogste = max((rij.verschil for rij in rijen), default=0)
    lijf = "".join(_rij(agenda, eerste, rij, hoogste) for rij in rijen)
    return (
        f'<section id="gemeenten">\n<h2>Waar zijn de {tekst(woord.meer)} het niet over eens?</h2>\n'
        '<button type="button" class="met-script terug-lijst" hidden>Terug naar de lijst</button>\n'
        '<div class="schuif" role="group" aria-labelledby="tabel-gemeenten" tabindex="0">\n'
        '<table class="gemeenten">\n<caption id="tabel-gemeenten" class="voorlezen">'
        f"De eerste {tekst(agenda.ranglijst.profiel.woorden.onderwerp.meer)} per"
        f" {tekst(woord.een)}</caption>\n"
        f'<thead><tr><th scope="col">{tekst(woord.kop)}</th><th scope="col">Hoe weegt zij?</th>'
        f'{koppen}<th scope="col">{buiten}</th><th scope="col">Verschil met de lijst</th></tr>'
        f'</thead>\n<tbody>\n<tr class="regio-rij"><th scope="row">De hele regio</th>'
        f"<td>zoals in de lijst</td>{regio}<td>–</td><td>–</td></tr>\n{lijf}</tbody>\n</table>\n"
        f"</div>\n{_noten(agenda, rijen, len(eerste))}</section>\n"
    )


def _eerste(agenda: Jaaragenda) -> Sequence[Vastgesteld]:
    return sorted(agenda.volgorde, key=lambda v: v.berekend.plaats or 0)[:MAX_KOLOMMEN]


def _rijen(agenda: Jaaragenda) -> Iterator[Rij]:
    eerste = _eerste(agenda)
    for lid in agenda.ranglijst.profiel.regio.leden:
        groep = onderzoek_lid(agenda.ranglijst, lid, agenda.top)
        if groep is None:
            continue
        patronen = [patroon_van(v.berekend.uitslag).zeker for v in eerste]
        plaatsen = tuple(groep.standen[patroon].plaats for patroon in patronen)
        paren = zip(plaatsen, eerste, strict=True)
        verschil = sum(abs(plaats - (v.berekend.plaats or 0)) for plaats, v in paren)
        yield Rij(lid, _gezegd(agenda, lid), plaatsen, verschil)


def _gezegd(agenda: Jaaragenda, lid: Lid) -> str:
    """How many questions about the weights a member answered."""
    antwoorden = agenda.ranglijst.dossier.antwoorden
    aantal = sum(antwoord.gemeente == lid.code for antwoord in antwoorden)
    return f"{telling(aantal, 'antwoord', 'antwoorden')} op vragen" if aantal else ""


def _orde(agenda: Jaaragenda, lid: Lid) -> str:
    """Per criterion how heavy a member finds it, 1 being the heaviest; the same in words."""
    criteria = agenda.ranglijst.criteria
    voorkeur = agenda.ranglijst.dossier.instellingen.voorkeuren.get(lid.code, ())
    groepen = orde_van(voorkeur, [regel.code for regel in criteria])
    if not groepen:
        return ""
    rang = {nummer: n for n, groep in enumerate(groepen, 1) for nummer in groep}
    vakken = "".join(
        f'<span class="{"zwaarst" if rang.get(nummer) == 1 else ""}">{rang.get(nummer, "")}</span>'
        for nummer in range(len(criteria))
    )
    namen = [
        opsomming([in_zin(criteria[nummer].titel) for nummer in sorted(groep)], "en")
        for groep in groepen
    ]
    zin = tekst(f"eerst {', dan '.join(namen)}")
    return (
        f'<span class="voorlezen">{zin}</span><span class="orde" aria-hidden="true">{vakken}</span>'
    )


def _rij(agenda: Jaaragenda, eerste: Sequence[Vastgesteld], rij: Rij, hoogste: int) -> str:
    cellen = "".join(
        _cel(plaats, v.berekend.plaats or 0, agenda.top)
        for plaats, v in zip(rij.plaatsen, eerste, strict=True)
    )
    buiten = sum(
        plaats > agenda.top >= (v.berekend.plaats or 0)
        for plaats, v in zip(rij.plaatsen, eerste, strict=True)
    )
    breed = round(_BALK * rij.verschil / hoogste) if hoogste else 0
    balk = (
        f'{rij.verschil} <svg width="{_BALK}" height="9" aria-hidden="true">'
        f'<rect class="verschil" width="{breed}" height="9" rx="2"/></svg>'
    )
    return (
        f'<tr><th scope="row">{tekst(rij.lid.naam)}</th>'
        f"<td>{_orde(agenda, rij.lid)}{tekst(rij.gezegd)}</td>{cellen}"
        f"<td>{buiten or '–'}</td><td>{balk if rij.verschil else '–'}</td></tr>\n"
    )


def _cel(plaats: int, regio: int, top: int) -> str:
    """A place; only what is an exception stands out."""
    if plaats > top >= regio:
        return f'<td><span class="buiten">{plaats}</span></td>'
    if abs(plaats - regio) >= _VER:
        return f'<td><span class="ver">{plaats}</span></td>'
    return f"<td>{plaats}</td>"


def _noten(agenda: Jaaragenda, rijen: Sequence[Rij], aantal: int) -> str:
    woorden = agenda.ranglijst.profiel.woorden
    zwijgt = [
        lid.naam
        for lid in agenda.ranglijst.profiel.regio.leden
        if lid not in [rij.lid for rij in rijen]
    ]
    namen = ", ".join(in_zin(regel.titel) for regel in agenda.ranglijst.criteria)
    niets = "zei" if len(zwijgt) == 1 else "zeiden"
    zin = f" Niets over de gewichten {niets}: {opsomming(zwijgt, 'en')}." if zwijgt else ""
    return (
        f'<p class="noot"><span class="buiten">14</span> bij {tekst(woorden.lid.deze)} buiten de'
        f' top {agenda.top} <span class="ver">8</span> drie of meer plaatsen anders dan de lijst'
        f"</p>\n<p class='noot'>Hoe weegt zij: van links naar rechts {tekst(namen)}; 1 telt het"
        " zwaarst, leeg is niet gezegd.</p>\n"
        f"<p class='noot'>Verschil: zo veel plaatsen schuiven deze {aantal} samen. Een plaats is"
        " hier die van de verwachte volgorde over alle gewichten die passen bij wat"
        f" {tekst(woorden.lid.met_lidwoord)} zei.{tekst(zin)}</p>\n"
    )
