"""The questions about the weights, for people and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.onderwerp.antwoord import ANTWOORDWAARDEN, kant_tekst
from agenda.opslag.rollen import ANTWOORDENBESTAND
from agenda.rangorde.ranglijst import TOP
from agenda.weergave.getallen import breuk
from agenda.weergave.kop import agenda_van, herkomst_json, kop_json
from agenda.weergave.robuust.grenzen import hoe_geschat
from agenda.weergave.robuust.openstaand import openstaand_tabel
from agenda.weergave.samenhang.verbanden import codes_van
from agenda.weergave.vormen import Tabel, Weergave, in_tabellen
from agenda.weergave.woorden import als_kop, deel_tekst
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.robuust.gesprek import Gesprek, Vraag
    from agenda.robuust.redenen import Reden

SCHEMA = "agenda/vragen/1"


def toon_vragen(gesprek: Gesprek) -> Weergave:
    """The next question, and what is settled."""
    tabellen = in_tabellen(
        json=lambda: vragen_json(gesprek),
        tabellen=lambda: _tabellen(gesprek),
        csv=lambda: _onderwerpen(gesprek),
    )
    # The last lines are to be copied as they are, so they are not cut to the width of a screen.
    return tabellen._replace(
        tekst=lambda breedte: f"{tabellen.tekst(breedte)}{_over_te_nemen(gesprek)}\n",
        md=lambda: f"{tabellen.md()}\n{_in_blok(_over_te_nemen(gesprek))}",
    )


def _over_te_nemen(gesprek: Gesprek) -> str:
    """The weights as lines for dossier.yaml; empty when there are none, or of one member."""
    if gesprek.gewichten is None or gesprek.gemeente:
        return ""
    paren = (f"\n  {code}: {gewicht}" for code, gewicht in gesprek.gewichten.items())
    return f"gewichten:{''.join(paren)}"


def _in_blok(tekst: str) -> str:
    return f"```yaml\n{tekst}\n```\n" if tekst else ""


def vragen_json(gesprek: Gesprek) -> dict[str, Any]:
    """The next question, and what is settled, as data for programs."""
    ranglijst, trekking = gesprek.ranglijst, gesprek.trekking
    uit: dict[str, Any] = {
        **kop_json(ranglijst, SCHEMA),
        "methode": "getrokken" if trekking else "exact",
        "top": gesprek.top,
    }
    if trekking:
        uit["trekkingen"] = {
            "aantal": trekking.aantal,
            "zaad": trekking.zaad,
            "marge": round(trekking.marge, 6),
        }
    if gesprek.gemeente:
        uit["gemeente"] = gesprek.gemeente.code
    vraag = gesprek.vraag
    return {
        **uit,
        "klaar": gesprek.klaar,
        "vraag": vraag and {"links": [*vraag.links], "rechts": [*vraag.rechts]},
        "beantwoord": len(gesprek.antwoorden),
        "in_top": codes_van(gesprek.in_top),
        "buiten_top": codes_van(gesprek.buiten_top),
        "open": codes_van(gesprek.open),
        "deel_wegingen": breuk(gesprek.deel),
        "gewichten": gesprek.gewichten,
        "antwoorden": [
            {
                "nummer": nummer,
                "links": [*antwoord.links],
                "rechts": [*antwoord.rechts],
                "antwoord": antwoord.antwoord,
            }
            for nummer, antwoord in gesprek.antwoorden
        ],
        "redenen": [
            {
                "code": reden.onderwerp.code,
                "in_top": reden.in_top,
                "antwoorden": list(reden.antwoorden),
                "voorkeur": reden.voorkeur,
            }
            for reden in gesprek.redenen
        ],
        "onbekend": [tag._asdict() for tag in gesprek.openstaand],
        "herkomst": herkomst_json(ranglijst),
    }


def vraag_zin(gesprek: Gesprek, vraag: Vraag) -> str:
    """The question in words: «Wat weegt zwaarder: «a» en «b» samen, of «c»?»."""
    titels = _titels(gesprek)
    links, rechts = (kant_tekst(kant, titels) for kant in (vraag.links, vraag.rechts))
    return f"Wat weegt zwaarder: {links} (links), of {rechts} (rechts)?"


def _titels(gesprek: Gesprek) -> dict[str, str]:
    """What each criterion is called; one that does not weigh now, by its code."""
    antwoorden = [antwoord for _, antwoord in gesprek.antwoorden]
    genoemd = {code for a in antwoorden for code in (*a.links, *a.rechts)}
    titels = {regel.code: regel.titel for regel in gesprek.ranglijst.criteria}
    return {code: titels.get(code, code) for code in (*titels, *sorted(genoemd))}


def _tabellen(gesprek: Gesprek) -> Iterator[Tabel]:
    yield _stand(gesprek)
    yield _onderwerpen(gesprek)
    if gesprek.antwoorden:
        yield _antwoorden(gesprek)
    if gesprek.openstaand:
        met = "Met de gewichten hieronder"
        yield openstaand_tabel(gesprek.ranglijst, gesprek.openstaand, gesprek.top, met)
    yield _gewichten(gesprek)


def _stand(gesprek: Gesprek) -> Tabel:
    """How far it is, and the next question."""
    wie = f", {gesprek.gemeente.naam}" if gesprek.gemeente else ""
    rijen = [("Vragen beantwoord", str(len(gesprek.antwoorden)))]
    rijen += [("Deel van de wegingen dat past", deel_tekst(gesprek.deel))]
    rijen += [("Top", _top_tekst(gesprek))]
    if gesprek.vraag:
        rijen += [("Volgende vraag", vraag_zin(gesprek, gesprek.vraag))]
    return Tabel(
        f"{agenda_van(gesprek.ranglijst)}: vragen over de gewichten{wie}",
        ("Wat", "Hoe het staat"),
        tuple(rijen),
        tuple(_noten(gesprek)),
        rekbaar=(1,),
    )


def _top_tekst(gesprek: Gesprek) -> str:
    binnen, buiten = len(gesprek.in_top), len(gesprek.buiten_top)
    if gesprek.klaar:
        zeker = "" if gesprek.trekking is None else " in elke getrokken weging"
        return f"de top {gesprek.top} ligt vast{zeker}: {binnen} erin, {buiten} erbuiten"
    return f"{binnen} zeker in de top {gesprek.top}, {buiten} zeker niet, {len(gesprek.open)} open"


def _noten(gesprek: Gesprek) -> Iterator[str]:
    if gesprek.vraag:
        bij = f" --gemeente {gesprek.gemeente.code}" if gesprek.gemeente else ""
        bij += f" --top {gesprek.top}" if gesprek.top != TOP else ""
        keuzes = opsomming(ANTWOORDWAARDEN)
        yield f"Antwoord met: agenda vragen DOSSIER{bij} --antwoord en dan {keuzes}."
    elif not gesprek.klaar:
        yield "Alle vragen die iets uitmaken, zijn gesteld. Wat open is, blijft open."
    if any(antwoord.antwoord == "even" for _, antwoord in gesprek.antwoorden):
        yield "Na «even» gaat het deel alleen over wegingen waarin die twee kanten even zwaar zijn."
    if gesprek.trekking:
        yield f"Dit is {hoe_geschat(gesprek.trekking)}."
    else:
        yield "Dit is precies berekend, over alle wegingen."
    if gesprek.heeft_voorkeur:
        yield "Ook de voorkeur in het dossier telt mee."
    yield "Wat onbekend is, telt hier als nee."


def _onderwerpen(gesprek: Gesprek) -> Tabel:
    """Per admitted topic whether it is in the top, and why."""
    redenen = {reden.onderwerp.code: reden for reden in gesprek.redenen}
    rijen = tuple(
        (
            b.code,
            b.titel,
            "open" if reden is None else "ja" if reden.in_top else "nee",
            "" if reden is None else als_kop(_waarom(gesprek, reden)),
        )
        for b in (*gesprek.in_top, *gesprek.open, *gesprek.buiten_top)
        for reden in [redenen.get(b.code)]
    )
    return Tabel(
        f"Wat zeker is van de top {gesprek.top}",
        ("Code", "Titel", f"In de top {gesprek.top}", "Waarom"),
        rijen,
        rekbaar=(1, 3),
    )


def _waarom(gesprek: Gesprek, reden: Reden) -> str:
    """What makes it so: «door antwoord 1 en 3»."""
    nummers = opsomming(reden.antwoorden, "en")
    genoemd = [f"antwoord {nummers}"] if nummers else []
    if reden.voorkeur:
        lid = gesprek.ranglijst.profiel.woorden.lid
        genoemd.append(f"de voorkeur van {lid.met_lidwoord}")
    return f"door {opsomming(genoemd, 'en')}" if genoemd else "bij elke weging"


def _antwoorden(gesprek: Gesprek) -> Tabel:
    titels = _titels(gesprek)
    return Tabel(
        "Antwoorden",
        ("Nr", "Antwoord"),
        tuple((nummer, als_kop(antwoord.zin(titels))) for nummer, antwoord in gesprek.antwoorden),
        (f"Zo staat het in {ANTWOORDENBESTAND}.",),
        rekbaar=(1,),
    )


def _gewichten(gesprek: Gesprek) -> Tabel:
    """Weights that fit, and how to put them in the dossier."""
    titels, gewichten = _titels(gesprek), gesprek.gewichten
    if gewichten is None:
        noot = "Er zijn geen kleine hele gewichten gevonden die bij alle antwoorden passen."
        return Tabel("Gewichten die passen", ("Criterium", "Gewicht"), (), (noot,))
    wat = "en die top geven" if gesprek.klaar else "maar de top ligt nog niet vast"
    lid = gesprek.gemeente
    slot = (
        f"Zo kijkt {lid.naam} ernaar. De gewichten van het dossier zijn van allen samen."
        if lid
        else "Wilt u ermee rekenen? Zet dan zelf deze regels in dossier.yaml:"
    )
    return Tabel(
        "Gewichten die passen",
        ("Criterium", "Gewicht"),
        tuple((titels[code], gewicht) for code, gewicht in gewichten.items()),
        (
            f"Dit zijn de kleinste hele gewichten die bij alle antwoorden passen, {wat}.",
            slot,
        ),
    )
