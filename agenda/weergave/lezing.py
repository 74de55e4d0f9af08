"""What is our reading, in words: of a source, of a topic's points, and of all answers together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.rangorde.lezing import tel_ja_antwoorden, tel_lezingen
from agenda.rangorde.ranglijst import heel
from agenda.weergave.getallen import score_getal
from agenda.weergave.vormen import Tak
from agenda.weergave.woorden import punten_tekst
from regels.taal import telling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.laag import Gedrukt, Laag
    from agenda.onderwerp.onderwerp import Dossier
    from agenda.rangorde.lezing import Lezingen
    from agenda.rangorde.ranglijst import Getal
    from agenda.uitleg.jaaragenda import Jaaragenda
    from regels.model import Bron


def lezing_zin(lezing: str) -> str:
    """A reading, said to be one: «Onze lezing: …»; empty when there is none."""
    return f"Onze lezing: {lezing}" if lezing else ""


def lezing_takken(lezing: str) -> tuple[Tak, ...]:
    """The same as a line of an explanation, if there is a reading."""
    return (Tak(lezing_zin(lezing)),) if lezing else ()


def bron_zin(bron: Bron, profiel: Profiel) -> str:
    """A source with what is noted of it: «Evaluatie thema 1. Een stap. Onze lezing: …»."""
    delen = (f"{profiel.citeer(bron)}.", bron.opmerking, lezing_zin(bron.lezing))
    return " ".join(filter(None, delen))


def bron_met_lezing(bron: Bron, profiel: Profiel) -> str:
    """A source with only what is our reading of it."""
    waar = profiel.citeer(bron)
    return f"{waar}. {lezing_zin(bron.lezing)}" if bron.lezing else waar


def bron_json(bron: Bron, profiel: Profiel) -> dict[str, Any]:
    """A source as data."""
    return {
        "bron": profiel.citeer(bron),
        "opmerking": bron.opmerking,
        "lezing": bron.lezing,
    }


def punten_uit_lezing(lezingen: Lezingen, score: Getal) -> str:
    """How many of a topic's points are our reading: «2 van 3 punten»; empty when none are."""
    punten = lezingen.punten
    return f"{score_getal(punten)} van {punten_tekst(score)}" if punten else ""


def punten_zin(lezingen: Lezingen, score: Getal) -> str:
    """The same as a line beside a score: «2 van 3 punten: onze lezing»."""
    punten = punten_uit_lezing(lezingen, score)
    return f"{punten}: onze lezing" if punten else ""


def telling_zin(agenda: Jaaragenda) -> str:
    """Of all answers how many are our reading: «Van de 47 ja-antwoorden zijn er 43 onze lezing»."""
    posten = agenda.ranglijst.dossier.begroting
    van_begroting = begroting_zin(posten.lagen, posten.gedrukt) if posten else ""
    return " ".join(filter(None, (_antwoorden_zin(agenda), van_begroting)))


def begroting_zin(lagen: Sequence[Laag], gedrukt: Sequence[Gedrukt]) -> str:
    """Of all amounts in `begroting.yaml` how many are our reading; empty when none are."""
    from agenda.onderwerp.laag import tel_bedragen  # most dossiers have no such file

    aantal, lezingen = tel_bedragen(lagen, gedrukt)
    if not lezingen:
        return ""
    bedragen, zijn = _van(aantal, "bedrag", "bedragen"), "is" if lezingen == 1 else "zijn"
    return f"Van {bedragen} in de begroting {zijn} er {lezingen} onze lezing."


def _antwoorden_zin(agenda: Jaaragenda) -> str:
    ranglijst = agenda.ranglijst
    if not ranglijst.rangschikt:
        return _feiten_zin(ranglijst.dossier)
    alle = [tel_lezingen(lid, ranglijst.gewichten) for lid in ranglijst.alle]
    lezingen = sum(deel.lezingen for deel in alle)
    if not lezingen:
        return "Bij geen enkel ja-antwoord staat dat het onze lezing is."
    antwoorden = _van(sum(map(tel_ja_antwoorden, ranglijst.alle)), "ja-antwoord", "ja-antwoorden")
    punten = heel(sum(lid.uitslag.score for lid in ranglijst.toegelaten))
    deel = score_getal(heel(sum(deel.punten for deel in alle[: len(ranglijst.toegelaten)])))
    return (
        f"Van {antwoorden} {'is' if lezingen == 1 else 'zijn'} er {lezingen} onze lezing: dat staat"
        f" zo niet in de bron. Op de ranglijst gaat het om {deel} van"
        f" {'' if punten == 1 else 'de '}{punten_tekst(punten)}."
    )


def _feiten_zin(dossier: Dossier) -> str:
    """Of all answers to the region's own questions how many are our reading."""
    feiten = [
        *dossier.feiten.values(),
        *(feit for onderwerp in dossier.onderwerpen for feit in onderwerp.feiten.values()),
        *(feit for lid in dossier.leden.values() for feit in lid.values()),
        *(feit for deelname in dossier.deelname for feit in deelname.feiten.values()),
    ]
    lezingen = sum(bool(feit.lezing) for feit in feiten)
    if not lezingen:
        return "Bij geen enkel antwoord staat dat het onze lezing is."
    return (
        f"Van {_van(len(feiten), 'antwoord', 'antwoorden')} {'is' if lezingen == 1 else 'zijn'} er"
        f" {lezingen} onze lezing: dat staat zo niet in de bron."
    )


def _van(aantal: int, enkelvoud: str, meervoud: str) -> str:
    lidwoord = "" if aantal == 1 else "de "
    return f"{lidwoord}{telling(aantal, enkelvoud, meervoud)}"
