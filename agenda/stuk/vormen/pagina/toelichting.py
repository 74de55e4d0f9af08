"""The part about one topic: first in short what counts and how sure that is, then all of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from agenda.stuk.vormen.pagina.honderd import Honderd
from agenda.stuk.vormen.pagina.opmaak import tekst
from agenda.stuk.vormen.pagina.plaatsen import plaatsenbeeld
from agenda.stuk.vormen.pagina.stemmen import stemmen
from agenda.stuk.vormen.pagina.tabellen import rij_anker
from agenda.stuk.vormen.pagina.vakken import verdeeld
from agenda.weergave.kop import gewichten_tekst
from agenda.weergave.oordelen import telling_tekst, telt_mee_delen
from agenda.weergave.robuust.plek import bereik, met_anderen
from agenda.weergave.uitleg.verandering import verandering_tak
from agenda.weergave.woorden import in_zin, onderwerp_anker, plaats_tekst, score_tekst
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agenda.onderwerp.tag import Tag
    from agenda.rangorde.besluit import Vastgesteld
    from agenda.stuk.blokken import Deel
    from agenda.stuk.vormen.pagina.opmaak import Opmaak
    from agenda.uitleg.jaaragenda import Jaaragenda
    from agenda.uitleg.uitleg import Criterium, Uitleg
    from agenda.weergave.vormen import Tak

_PROEF = (
    '<p class="alleen-proef nadruk">Dit hoort bij de lijst zelf, niet bij uw proef met andere'
    " gewichten.</p>\n"
)


class Toelichter:
    """Writes the parts about topics."""

    def __init__(self, agenda: Jaaragenda, opmaak: Opmaak) -> None:
        self._agenda, self._opmaak = agenda, opmaak
        self._honderd = Honderd(agenda.ranglijst)
        self._vastgesteld = {v.code: v for v in agenda.volgorde if v.plaats is not None}
        self._per_plaats = Counter(v.plaats for v in agenda.volgorde)
        self._gewichten = gewichten_tekst(agenda.ranglijst)

    def artikel(self, deel: Deel) -> str:
        """The part about a topic; the script shows it beside the list, a link leads to it."""
        code = deel.code.removeprefix(onderwerp_anker(""))
        v = self._vastgesteld.get(code)
        titel = tekst(v.titel if v else deel.titel)
        kort = f'<div class="kort">\n{"".join(self._kort(v))}</div>\n' if v else ""
        heel = self._opmaak.inhoud(deel, 3)
        if v:
            heel = (
                '<details class="heel" open><summary>Lees alles over'
                f' <span class="voorlezen">{titel}</span><span aria-hidden="true">'
                f"{tekst(self._agenda.ranglijst.profiel.woorden.onderwerp.deze)}</span></summary>\n"
                f"{heel}</details>\n"
            )
        proef = _PROEF if self._agenda.ranglijst.rangschikt else ""
        return (
            f'<article id="{deel.code}" class="onderwerp">\n<h3 tabindex="-1">{titel}</h3>\n'
            f'<p class="terug"><a href="#{rij_anker(code)}">Sluit en ga terug naar de lijst</a>'
            "</p>\n"
            f'<details class="vouw" open><summary>Waarom? <span class="voorlezen">{titel}</span>'
            f"</summary>\n{proef}{kort}{heel}</details>\n</article>\n"
        )

    def _kort(self, v: Vastgesteld) -> Iterator[str]:
        """Why it stands there, what counts, how sure that is and what would change it; as HTML."""
        uitleg = self._agenda.uitleg(v.code)
        plaats = tekst(_plaats(v, self._per_plaats[v.plaats]))
        yield f"<p><strong>{plaats}</strong> {tekst(self._want(v, uitleg))}</p>\n"
        yield "<h4>Wat telt mee?</h4>\n"
        yield f'<ul class="tellen">\n{"".join(self._criteria(uitleg))}'
        yield f"{self._samen(v, uitleg)}</ul>\n"
        yield stemmen(self._agenda, uitleg)
        yield f"<h4>Hoe zeker is dat?</h4>\n{plaatsenbeeld(self._agenda, v.code)}"
        yield f"<h4>Wat zou dit veranderen?</h4>\n{self._verandering(v)}"

    def _want(self, v: Vastgesteld, uitleg: Uitleg) -> str:
        """Why: the criteria that count; where municipalities differ, for how many of them."""
        if v.berekend.uitslag.tellingen:
            delen = ", ".join(telt_mee_delen(v.berekend, self._agenda.ranglijst.gewichten))
            return f"Telt mee: {delen}." if delen else "Er telt nog niets mee."
        return want(uitleg)

    def _criteria(self, uitleg: Uitleg) -> Iterator[str]:
        for nummer, deel in enumerate(uitleg.criteria):
            tag = uitleg.tag(deel)
            punten = self._honderd.tekst(deel.punten)
            if deel.punten == deel.gewicht:
                telt = punten
            else:
                telt = f"{punten} van {self._honderd.tekst(deel.gewicht)}"
            lezing = deel.waarde == "ja" and bool(tag.lezing)
            waarde = telling_tekst(deel.telling) if deel.telling else deel.waarde
            vulling = verdeeld(deel.telling) if deel.telling else ""
            klasse = f"{'' if deel.telling else deel.waarde}{' lezing' if lezing else ''}"
            yield (
                f'<li><span class="vak {klasse}">{vulling}</span>'
                f"<p><strong>{tekst(deel.regel.titel)}: {tekst(waarde)}.</strong>"
                f" {tekst(_onderbouwing(deel, tag))}{_bron(tag)}</p>"
                f'<span class="telt" data-nummer="{nummer}">{telt}</span></li>\n'
            )

    def _samen(self, v: Vastgesteld, uitleg: Uitleg) -> str:
        """What it comes to, of 100 and as the other documents say it."""
        laag, hoog = self._honderd.tekst(uitleg.score), self._honderd.tekst(uitleg.score_max)
        score = score_tekst(v.berekend.uitslag)
        return (
            '<li class="samen"><span></span><p><strong>Samen, van de 100</strong>'
            f'<span class="bron">Score in de stukken: {tekst(score)}, met de gewichten'
            f" {tekst(self._gewichten)}.</span></p>"
            f'<strong class="telt">{bereik(laag, hoog)}</strong></li>\n'
        )

    def _verandering(self, v: Vastgesteld) -> str:
        tak = verandering_tak(self._agenda.veranderingen(v.code), v.berekend.plaats)
        return _takken(tak.takken)


def _takken(takken: Iterable[Tak]) -> str:
    punten = "".join(
        f"<li>{tekst(tak.zin)}{_takken(tak.takken) if tak.takken else ''}</li>\n" for tak in takken
    )
    return f"<ul>\n{punten}</ul>\n"


def _bron(tag: Tag) -> str:
    """Where it stands, and what of it is our reading; as HTML."""
    delen = [tekst(tag.bron)] if tag.bron else []
    if tag.lezing:
        delen.append(f'<span class="onze">onze lezing: {tekst(tag.lezing)}</span>')
    return f'<span class="bron">{" · ".join(delen)}</span>' if delen else ""


def _onderbouwing(deel: Criterium, tag: Tag) -> str:
    if deel.telling:
        return ""
    if tag.onderbouwing:
        return tag.onderbouwing
    return "Niemand heeft dit nog ingevuld." if deel.waarde == "onbekend" else ""


def _plaats(v: Vastgesteld, gelijken: int) -> str:
    """«Plaats 1, gedeeld met 3 andere.»"""
    gedeeld = f", gedeeld {met_anderen(gelijken)}"
    anders = f" (berekend: {plaats_tekst(v.berekend)})" if v.afwijking else ""
    return f"Plaats {v.plaats}{gedeeld if gelijken > 1 else ''}{anders}."


def want(uitleg: Uitleg) -> str:
    """Which criteria give it its points, and of which it is not known."""
    zinnen = []
    ja, onbekend = (
        [in_zin(deel.regel.titel) for deel in uitleg.criteria if deel.waarde == waarde]
        for waarde in ("ja", "onbekend")
    )
    if ja:
        zinnen.append(f"Want het heeft ja op {opsomming(ja, 'en')}.")
    else:
        zinnen.append(
            "Er is nog geen criterium dat geldt." if onbekend else "Geen criterium geldt."
        )
    if onbekend:
        telt = "telt" if len(onbekend) == 1 else "tellen"
        ook = "ook " if ja else ""
        zinnen.append(f"Of {opsomming(onbekend, 'en')} {ook}{telt}, is nog niet bekend.")
    return " ".join(zinnen)
