"""What hangs together, and what fits in the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.jaar.jaarplan import jaarplan_van
from agenda.stuk.blokken import Alinea, Deel
from agenda.stuk.oplegger.zinnen import aantal, genoemd
from agenda.weergave.ontbreekt import of_zin
from agenda.weergave.woorden import als_kop, telwoord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.uitleg.jaaragenda import Jaaragenda

MAX_WACHT = 2
"""So many topics that wait for what is not on the list are named."""


def samenhang(agenda: Jaaragenda) -> Iterator[Deel]:
    """How many proposals are served, and what must come first."""
    zinnen = " ".join((*_voorstellen(agenda), *_kan_pas_na(agenda)))
    if zinnen and agenda.ranglijst.alle:
        yield Deel("oplegger-samenhang", "Samenhang", (Alinea(zinnen),))


def _voorstellen(agenda: Jaaragenda) -> Iterator[str]:
    woorden = agenda.ranglijst.profiel.woorden
    actueel = [d for d in agenda.samenhang.dekking.values() if not d.losgelaten]
    if not actueel:
        return
    gedekt = sum(d.beste == "toegelaten" for d in actueel)
    hoeveel = str(gedekt) if gedekt else "geen"
    draagt = f"draagt een {woorden.onderwerp.een} van de lijst"
    if len(actueel) == 1:
        wat = f"{woorden.voorstel.met_lidwoord} {genoemd(actueel[0].voorstel.titel)}"
        yield f"Aan {wat} {draagt} {'' if gedekt else 'niet '}bij."
    elif not gedekt:
        yield f"Aan geen van de {len(actueel)} {woorden.voorstel.meer} {draagt} bij."
    else:
        over = len(actueel) - gedekt
        aan = f"aan {hoeveel} van de {len(actueel)} {woorden.voorstel.meer}"
        rest = f"; aan {over} draagt er geen bij" if over else ""
        yield f"De {woorden.onderwerp.meer} op de lijst dragen bij {aan}{rest}."


def _kan_pas_na(agenda: Jaaragenda) -> Iterator[str]:
    """How many topics need another one, and which of them need one that is not on the list."""
    woord = agenda.ranglijst.profiel.woorden.onderwerp
    na = [lid for lid in agenda.ranglijst.toegelaten if lid.onderwerp.afhankelijk_van]
    if not na:
        return
    kan = "kan" if len(na) == 1 else "kunnen"
    ander = "een ander" if woord.lidwoord == "het" else "een andere"
    yield als_kop(f"{aantal(woord, len(na))} {kan} pas beginnen na {ander}.")
    wachten = agenda.samenhang.vereist_niet_toegelaten
    for wacht in wachten[:MAX_WACHT]:
        staat = (
            "is nog onbeslist" if wacht.vereist.status == "onbeslist" else "staat niet op de lijst"
        )
        yield (
            f"{genoemd(wacht.onderwerp.titel)} wacht op {genoemd(wacht.vereist.titel)}; {woord.die}"
            f" {staat}."
        )
    if (over := len(wachten) - MAX_WACHT) > 0:
        keer = "één keer" if over == 1 else f"{telwoord(over)} keer"
        yield f"Dat er op iets gewacht wordt wat niet op de lijst staat, komt nog {keer} voor."


def jaarplan(agenda: Jaaragenda) -> Iterator[Deel]:
    """How many topics fit in the year, if there is a plan that can be worked out here."""
    plan = agenda.eenmaal(jaarplan_van)
    if plan is None or not plan.opgave.onderwerpen:
        return
    perioden = of_zin(lambda: plan.perioden)
    if isinstance(perioden, str):  # the chapter says so
        return
    alle, gekozen = len(plan.opgave.onderwerpen), len(perioden)
    woord, jaren = agenda.ranglijst.profiel.woorden.onderwerp, plan.opgave.jaren
    wanneer = f"{jaren[0]}" if len(jaren) == 1 else f"{jaren[0]} tot en met {jaren[-1]}"
    staan = "staat" if gekozen < 2 else "staan"  # noqa: PLR2004 - more than one
    hoeveel = telwoord(gekozen) if gekozen else "geen"
    zin = (
        f"Van {aantal(woord, alle)} is de inspanning ingevuld. Daarvan {staan} er {hoeveel} in het"
        f" jaarplan van {wanneer}."
    )
    yield Deel("oplegger-jaarplan", "Jaarplan", (Alinea(zin),))
