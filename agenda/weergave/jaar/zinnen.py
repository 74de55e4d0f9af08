"""What is said of a year plan in sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from agenda.opslag.rollen import ANTWOORDENBESTAND
from agenda.weergave.getallen import komma, procent
from agenda.weergave.jaar.ruimte import (
    GEEN_INSPANNING,
    GEEN_ONDERWERP,
    capaciteit_zinnen,
    grens_tekst,
)
from agenda.weergave.woorden import hoogstens, in_zin, punten_tekst
from regels.taal import opsomming, telling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.jaar.houdbaar import Spijt
    from agenda.jaar.jaarplan import Jaarplan, Wissel

_BIJNA_ALLEEN = Fraction(9, 10)


def noten_van(jaarplan: Jaarplan) -> Iterator[str]:
    """How much fits, what is proved, and what else could have been chosen."""
    yield from capaciteit_zinnen(jaarplan)
    if not jaarplan.opgave.onderwerpen:
        yield GEEN_INSPANNING if jaarplan.lijst.toegelaten else GEEN_ONDERWERP
        return
    yield from _gekozen(jaarplan)
    if jaarplan.plan.gekozen:
        yield spijt_zin(jaarplan)
        yield from _minste_spijt(jaarplan)
    if zin := _tegenplan(jaarplan):
        yield zin
    yield from _wegingen(jaarplan)
    yield from _invoer(jaarplan)


def _gekozen(jaarplan: Jaarplan) -> Iterator[str]:
    plan, opgave = jaarplan.plan, jaarplan.opgave
    if plan.bewezen and plan.gekozen:
        yield (
            f"Het plan haalt {punten_tekst(jaarplan.punten)}. Geen ander plan dat past, haalt met"
            " deze gewichten meer. Dat is bewezen."
        )
    elif plan.gekozen and not plan.marge:
        yield (
            f"Het plan haalt {punten_tekst(plan.waarde)}. Geen ander plan dat past, haalt met"
            " deze gewichten meer. Of van plannen met evenveel punten dit het eerste is, is niet"
            " bewezen: er zijn er te veel."
        )
    elif plan.gekozen:
        yield (
            f"Het plan haalt {punten_tekst(jaarplan.punten)}. Meer dan"
            f" {punten_tekst(jaarplan.hoogstens)} is niet mogelijk; dat dit plan het beste"
            " is, is niet bewezen."
        )
    else:
        yield niets_past_zin(jaarplan)
    wat = "het minst verandert aan de vorige agenda, dan dat wat " if opgave.vorige else ""
    yield (
        f"Van plannen met evenveel punten geldt dat wat {wat}het vroegst begint, en dan dat met"
        " de eerste codes in het alfabet."
    )
    if opgave.vorige is None:
        yield (
            "Het vorige besluit dat dossier.yaml noemt, is hier niet te vinden. Er is dus niet"
            " gekeken wat vorig jaar op de agenda stond."
        )


def niets_past_zin(jaarplan: Jaarplan) -> str:
    """Why nothing is chosen: what stands in the way."""
    kan = [code for code, wissel in jaarplan.verdringingen.items() if wissel is not None]
    if kan:
        return (
            "Er is niets gekozen: wat past, heeft met deze gewichten geen punten"
            f" ({titels_tekst(jaarplan, kan)})."
        )
    namen = dict.fromkeys(naam for klem in jaarplan.klem.values() for naam in klem)
    wie = opsomming([grens_tekst(jaarplan, naam) for naam in namen], "en")
    return f"Er past niets. In de weg staat: {wie or 'wat de grenzen samen toelaten'}."


def spijt_zin(jaarplan: Jaarplan) -> str:
    """The most that the plan leaves behind, and for whom."""
    houdbaar = jaarplan.houdbaarheid
    spijt = houdbaar.spijt
    if not spijt.mist:
        return "Bij elke weging is dit plan het beste dat past."
    return (
        f"Wie {_kijkt(jaarplan, spijt)}, mist met dit plan het meest: {_getal(spijt.mist)} van de"
        f" {_punten(spijt.mogelijk)} die dan te halen zijn. Hierbij zijn alle gewichten samen 1."
    )


def _minste_spijt(jaarplan: Jaarplan) -> Iterator[str]:
    """Whether another plan leaves less behind where it leaves most, and what it costs."""
    spijt = jaarplan.houdbaarheid.spijt.mist
    wissel = jaarplan.minste_spijt if spijt else None
    if wissel is None:
        return
    minste = jaarplan.houdbaarheid.minste_spijt[1]
    if minste == spijt:
        yield f"Er is geen plan dat bij elke weging minder dan {_punten(spijt)} laat liggen."
        return
    kost = f"{punten_tekst(wissel.kost)} minder" if wissel.kost else "evenveel punten"
    yield (
        f"Een plan dat nooit meer dan {_punten(minste)} laat liggen, is er ook. Met de gewichten"
        f" van dit dossier haalt het {kost}: {wissel_tekst(jaarplan, wissel)}."
    )


def _getal(aantal: Fraction) -> str:
    tekst = komma(aantal, 2)
    return tekst.rstrip("0").rstrip(",")


def _punten(aantal: Fraction) -> str:
    tekst = _getal(aantal)
    return f"{tekst} {'punt' if tekst == '1' else 'punten'}"


def _kijkt(jaarplan: Jaarplan, spijt: Spijt) -> str:
    titels = {regel.code: in_zin(regel.titel) for regel in jaarplan.lijst.criteria}
    zwaarste = max(spijt.aandelen, key=lambda code: spijt.aandelen[code])
    if spijt.aandelen[zwaarste] >= _BIJNA_ALLEEN:
        return f"bijna alleen naar {titels[zwaarste]} kijkt"
    delen = (f"{titels[c]} {procent(deel)}" for c, deel in spijt.aandelen.items())
    return f"zo weegt: {', '.join(delen)}"


def _tegenplan(jaarplan: Jaarplan) -> str:
    wissel = jaarplan.tegenplan
    if wissel is None or not wissel.erin:
        return ""
    even = "even goed" if not wissel.kost else f"{punten_tekst(wissel.kost)} minder"
    return f"Het sterkste andere plan ({even}): {wissel_tekst(jaarplan, wissel)}."


def wissel_tekst(jaarplan: Jaarplan, wissel: Wissel) -> str:
    """What comes in and what makes room: «erin «A»; eruit «B» en «C»»."""
    erin = f"erin {titels_tekst(jaarplan, wissel.erin)}"
    if not wissel.eruit:
        return f"{erin}; niets eruit"
    return f"{erin}; eruit {titels_tekst(jaarplan, wissel.eruit)}"


def titels_tekst(jaarplan: Jaarplan, codes: Sequence[str]) -> str:
    """Topics by their titles, in a sentence: ««Weer thuis» en «Time-out»»."""
    titels = {b.code: f"«{b.titel}»" for b in jaarplan.lijst.alle}
    return opsomming(hoogstens([titels[code] for code in codes]), "en")


Noem = Callable[["Jaarplan", Sequence[str]], str]
"""How topics are called in a sentence."""


def codes_tekst(_: Jaarplan, codes: Sequence[str]) -> str:
    """Topics by their codes, where these stand in a column beside it."""
    return opsomming(hoogstens(codes), "en")


def verdringt_zin(
    jaarplan: Jaarplan,
    code: str,
    wissel: Wissel | None,
    noem: Noem = titels_tekst,
) -> str:
    """What a topic that was left out would displace: «verdringt a; kost 1 punt»."""
    if wissel is None:
        klem = jaarplan.waar_het_knelt(code)
        namen = opsomming([grens_tekst(jaarplan, naam) for naam in klem], "en")
        return f"past nooit: daarvoor is te klein {namen or 'wat de grenzen samen toelaten'}"
    ook = [ander for ander in wissel.erin if ander != code]
    met = f", samen met {noem(jaarplan, ook)}" if ook else ""
    kost = f"kost {punten_tekst(wissel.kost)}" if wissel.kost else "kost geen punten"
    if not wissel.eruit:
        return f"past erbij{met}, maar heeft geen punten" if not wissel.kost else kost
    return f"verdringt {noem(jaarplan, wissel.eruit)}{met}; {kost}"


def _wegingen(jaarplan: Jaarplan) -> Iterator[str]:
    from agenda.robuust.winnaars import halve_breedte

    houdbaar = jaarplan.houdbaarheid
    labels = houdbaar.labels
    binnen = " binnen de grenzen van dossier.yaml" if houdbaar.heeft_grenzen else ""
    if houdbaar.heeft_antwoorden:
        binnen += f" die bij de antwoorden in {ANTWOORDENBESTAND} passen, en"
    yield (
        f"Kern, bespreken en niet gelden over alle wegingen{binnen} waarin elk criterium minstens"
        " 1/401 telt. Kern zit in elk plan dat bij zo'n weging het beste is, niet in geen enkel;"
        " al het andere is bespreken."
    )
    if not labels.volledig:
        yield (
            f"Kern en niet zijn hier niet weerlegd in {telling(labels.vragen, 'vraag', 'vragen')},"
            " maar ook niet bewezen: er zijn te veel mogelijke plannen. Bespreken is wel zeker. Het"
            " deel van de wegingen is dan ruwer geschat, want niet elk plan is gevonden."
        )
    if labels.hangt_af_van:
        aantal = telling(len(labels.onbekend_bij), "onderwerp", "onderwerpen")
        yield (
            f"Bij {aantal} is een criterium onbekend. Daarvan hangt af waar deze horen:"
            f" {titels_tekst(jaarplan, [*labels.hangt_af_van])}. Zij staan bij bespreken."
        )
    if not houdbaar.gewichten_tellen:
        yield (
            "De gewichten van dit dossier vallen zelf buiten die wegingen. Daardoor kan een"
            " onderwerp kern zijn en toch niet gekozen, of niet en toch gekozen."
        )
    marge = komma(Fraction(halve_breedte()) * 100)
    yield (
        "«Deel van de wegingen» is geschat met willekeurige wegingen; het kan"
        f" {marge} procentpunt hoger of lager zijn. Wat onbekend is, telt er als nee."
    )


def _invoer(jaarplan: Jaarplan) -> Iterator[str]:
    """What nobody filled in, and what that means here."""
    opgave = jaarplan.opgave
    if zonder := opgave.zonder_verdeling:
        yield (
            f"Bij {telling(len(zonder), 'onderwerp', 'onderwerpen')} staat niet wie het werk doet"
            " (inspanning_per). Die tellen mee in het totaal, en niet bij een deel of een lid:"
            f" {titels_tekst(jaarplan, zonder)}."
        )
    for code, anders in opgave.niet_toegelaten.items():
        if code in jaarplan.perioden:
            wat = titels_tekst(jaarplan, anders)
            yield f"{titels_tekst(jaarplan, [code])} heeft nodig wat niet is toegelaten: {wat}."
    weg = len(jaarplan.weggelaten) - len(jaarplan.verdringingen)
    if weg:
        yield (
            "Wat een onderwerp verdringt, staat bij de hoogste plaatsen. Van"
            f" {telling(weg, 'ander onderwerp', 'andere onderwerpen')} toont het:"
            " agenda waarom CODE"
        )
