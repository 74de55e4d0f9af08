"""The first places of the memo, and those after it by title only."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from agenda.stuk.blokken import Alinea, Deel, Onderwerpentabel
from agenda.stuk.oplegger.zinnen import (
    aantal,
    genoemde,
    kort,
    met_afwijking,
    per_plaats,
)
from agenda.stuk.plek import afwijking_kort, heeft_grens, strook_van
from agenda.weergave.getallen import procent
from agenda.weergave.oordelen import telt_mee_delen
from agenda.weergave.robuust.plek import bereik
from agenda.weergave.vormen import Tabel
from agenda.weergave.woorden import in_zin, plaats_tekst, score_bereik
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agenda.rangorde.besluit import Vastgesteld
    from agenda.uitleg.jaaragenda import Jaaragenda

MAX_RIJEN = 11
"""So many topics fit in the table of the memo; a shared place stands in it whole or not at all."""
MAX_DAARNA = 16
"""So many titles follow it."""
MAX_ANDERS = 3
"""Of those for which there is no room so many that were moved are named."""
MAX_REDEN = 160
"""Of the reason why a topic was moved so much; all of it stands at the list."""

Groep = tuple[int, list["Vastgesteld"]]


def in_tabel(agenda: Jaaragenda) -> list[Vastgesteld]:
    """The topics of the first places, as many as the table has room for."""
    uit: list[Vastgesteld] = []
    for plaats, groep in per_plaats(agenda.volgorde):
        if plaats > agenda.top or len(uit) + len(groep) > MAX_RIJEN:
            break
        uit += groep
    return uit


def eerste_plaatsen(agenda: Jaaragenda) -> Iterator[Onderwerpentabel]:
    """The table of the first places, if any fits."""
    eerste = in_tabel(agenda)
    if not eerste:
        return
    top = agenda.top
    verder = heeft_grens(agenda)
    berekend = " (berekend)" if agenda.wijkt_af else ""
    woord = agenda.ranglijst.profiel.woorden.onderwerp
    anders_gewogen = (
        *((f"Bij de eerste {top}{berekend}",) if verder else ()),
        f"Kan zijn{berekend}",
    )
    tabel = Tabel(
        "De eerste plaatsen",
        (
            "Plaats",
            f"{woord.kop}, en waarom {woord.zij} hier staat",
            "Punten",
            *anders_gewogen,
        ),
        tuple(_rij(agenda, v, verder=verder) for v in eerste),
        tuple(_noten(eerste, anders_gewogen)),
        rekbaar=(1,),
    )
    yield Onderwerpentabel(
        tabel,
        1,
        stroken=tuple(strook_van(agenda, v.code) for v in eerste),
        dicht=True,
    )


def _rij(agenda: Jaaragenda, v: Vastgesteld, *, verder: bool) -> tuple[str, ...]:
    strook = strook_van(agenda, v.code)
    deel = hoe_vaak(agenda, v.code) if verder else ""
    return (
        str(v.plaats),
        "\n".join([kort(v.titel), f"want: {_want(agenda, v)}", *_anders(v)]),
        score_bereik(v.berekend.uitslag),
        *((deel,) if verder else ()),
        bereik(strook.beste, strook.slechtste),
    )


def _want(agenda: Jaaragenda, v: Vastgesteld) -> str:
    """The criteria that are yes; what they count for where that is not the same for all."""
    delen = [in_zin(naam) for naam in telt_mee_delen(v.berekend, agenda.ranglijst.gewichten)]
    if delen:
        return opsomming(delen, "en")
    onbekend = v.berekend.uitslag.score != v.berekend.uitslag.score_max
    return "er is nog geen criterium dat geldt" if onbekend else "geen criterium geldt"


def _anders(v: Vastgesteld) -> Iterator[str]:
    if v.afwijking:
        reden = kort(v.afwijking.reden, MAX_REDEN)
        yield f"anders: berekend is plaats {plaats_tekst(v.berekend)}. {reden}"


def hoe_vaak(agenda: Jaaragenda, code: str) -> str:
    """How often a topic is in the top, in words: «altijd», «nooit», «bij 96%»."""
    deel = agenda.plaatskansen(code).verdeling.in_top(agenda.top)
    if agenda.robuustheid.trekking is None and deel in (0, 1):
        return "altijd" if deel else "nooit"
    return f"bij {procent(deel)}"


def _noten(eerste: Sequence[Vastgesteld], anders_gewogen: Sequence[str]) -> Iterator[str]:
    """How to read the table; the columns by name, for a mail has none."""
    zinnen = []
    scores = (score_bereik(v.berekend.uitslag) for v in eerste)
    if score := next((score for score in scores if " tot " in score), ""):
        laag, _, hoog = score.partition(" tot ")
        zinnen.append(
            f"‘{score}’ punten betekent: nu {laag}, en {hoog} als elk criterium dat nog onbekend"
            " is, ook blijkt te gelden."
        )
    zeggen = "zeggen" if len(anders_gewogen) > 1 else "zegt"
    kolommen = f"{genoemde(anders_gewogen)} {zeggen}"
    yield " ".join((*zinnen, f"{kolommen} wat er gebeurt als de criteria anders wegen."))


def daarna(agenda: Jaaragenda) -> Iterator[Deel]:
    """The other topics of the list by place, titles only."""
    rest = agenda.volgorde[len(in_tabel(agenda)) :]
    groepen = per_plaats(rest)
    if not groepen:
        return
    alineas: list[Alinea] = []
    genoemd = 0
    for eerste, laatste, leden in _samengenomen(groepen):
        if genoemd + len(leden) > MAX_DAARNA:
            break
        genoemd += len(leden)
        titels = "; ".join(map(met_afwijking, leden))
        alineas.append(Alinea(f"{titels}.", aanhef=_kop(eerste, laatste, leden)))
    if over := rest[genoemd:]:
        alineas.append(Alinea(_rest(agenda, over)))
    yield Deel("oplegger-daarna", "Daarna", tuple(alineas))


def _rest(agenda: Jaaragenda, over: Sequence[Vastgesteld]) -> str:
    """How many are not named; those that were moved are."""
    woord = agenda.ranglijst.profiel.woorden.onderwerp
    staat, vanaf = ("staat", "op") if len(over) == 1 else ("staan", "vanaf")
    zin = f"Nog {aantal(woord, len(over))} {staat} in de ranglijst, {vanaf} plaats {over[0].plaats}"
    anders = [
        f"{kort(v.titel)} op plaats {v.plaats} ({afwijking_kort(v)})" for v in over if v.afwijking
    ]
    genoemde = anders[:MAX_ANDERS]
    if (meer := len(anders) - MAX_ANDERS) > 0:
        genoemde.append(f"en nog {meer} met een andere plaats dan berekend")
    return f"{zin}{': ' if anders else ''}{'; '.join(genoemde)}."


def _samengenomen(groepen: Sequence[Groep]) -> list[tuple[int, int, list[Vastgesteld]]]:
    """The groups from first to last place; places that nobody shares are taken together."""
    uit: list[tuple[int, int, list[Vastgesteld]]] = []
    for alleen, reeks in groupby(groepen, lambda groep: len(groep[1]) == 1):
        bij_elkaar = list(reeks)
        if alleen:
            leden = [v for _, groep in bij_elkaar for v in groep]
            uit.append((bij_elkaar[0][0], bij_elkaar[-1][0], leden))
        else:
            uit += [(plaats, plaats, groep) for plaats, groep in bij_elkaar]
    return uit


def _kop(eerste: int, laatste: int, leden: Sequence[Vastgesteld]) -> str:
    if eerste != laatste:
        return f"Plaats {eerste} tot en met {laatste}, op volgorde:"
    return f"Plaats {eerste}{', gedeeld' if len(leden) > 1 else ''}:"
