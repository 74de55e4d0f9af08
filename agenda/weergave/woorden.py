"""Places, scores, shares and names as they read in a Dutch sentence."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from agenda.weergave.getallen import getal, procentgetal, score_getal
from regels.taal import opsomming, telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from agenda.rangorde.besluit import Vastgesteld
    from agenda.rangorde.ranglijst import (
        Beoordeeld,
        GeenRangorde,
        OnbekendOnderwerp,
        Ranglijst,
        Uitslag,
    )
    from agenda.rangorde.score import Getal
    from regels.model import Regel


def in_zin(titel: str) -> str:
    """A title inside a sentence: «Wal en schip» → «wal en schip»; an abbreviation stays as is."""
    return titel if titel[1:2].isupper() else f"{titel[:1].lower()}{titel[1:]}"


def als_kop(woorden: str) -> str:
    """Words at the beginning of a line: «met spoed» → «Met spoed», «één plaats» → «Eén plaats»."""
    if woorden.startswith("één"):
        return f"Eén{woorden[3:]}"
    return f"{woorden[:1].upper()}{woorden[1:]}"


def als_zin(reden: str) -> str:
    """A reason as a sentence of its own: «raakt alleen …» → «Raakt alleen ….»; a question stays."""
    return f"{als_kop(reden)}{'' if reden.endswith(('?', '.')) else '.'}"


def zinnen_tekst(redenen: Iterable[str]) -> str:
    """Reasons as sentences, each on a line of its own."""
    return "\n".join(map(als_zin, redenen))


def plaats_tekst(geplaatst: Beoordeeld | Vastgesteld) -> str:
    """A place, with it said aloud when it is shared: «3», «3 (gedeeld)»; empty without one."""
    return f"{of_leeg(geplaatst.plaats)}{' (gedeeld)' if geplaatst.gedeeld else ''}"


def als_bestandsnaam(woorden: str) -> str:
    """Words as part of the name of a file: «strategische agenda» → «strategische-agenda»."""
    plat = unicodedata.normalize("NFKD", woorden.lower())
    return "-".join(re.findall("[a-z0-9]+", "".join(t for t in plat if t.isascii()))) or "agenda"


MAX_GENOEMD = 10
"""How many names of one kind are named; of the others only how many there are."""


def hoogstens(namen: Sequence[str]) -> list[str]:
    """The first names, and how many there are besides: for a sentence or a cell."""
    over = len(namen) - MAX_GENOEMD
    return [*namen[:MAX_GENOEMD], *([f"nog {over}"] if over > 0 else [])]


def hoogstens_tekst(namen: Sequence[str], tussen: str = "; ") -> str:
    """The first names in one cell: «a; b; c», or «a; b; … en nog 4»."""
    over = len(namen) - MAX_GENOEMD
    return tussen.join(namen[:MAX_GENOEMD]) + (f" en nog {over}" if over > 0 else "")


def hoogstens_json(sleutel: str, namen: Sequence[str]) -> dict[str, Any]:
    """The first names under a key, and under a second key how many there are."""
    return {sleutel: list(namen[:MAX_GENOEMD]), f"{sleutel}_aantal": len(namen)}


_TELWOORDEN = (
    *("nul", "één", "twee", "drie", "vier", "vijf", "zes"),
    *("zeven", "acht", "negen", "tien", "elf", "twaalf"),
)


def telwoord(aantal: int) -> str:
    """A small number in words; a larger one in digits."""
    return _TELWOORDEN[aantal] if aantal < len(_TELWOORDEN) else getal(aantal)


def of_leeg(getal: int | None) -> int | str:
    """A number for a cell; empty when there is none."""
    return "" if getal is None else getal


def score_bereik(uitslag: Uitslag) -> str:
    """A score, with what it may still become: «3 tot 5», rounded «2,92 tot 3,54»."""
    return " tot ".join(map(score_getal, _scores(uitslag)))


def score_tekst(uitslag: Uitslag, tussen: str = " ") -> str:
    """The same, with the exact fractions: «2,92 tot 3,54 (38/13 tot 46/13)».

    Args:
        tussen: what stands before the fractions.
    """
    scores = _scores(uitslag)
    if all(isinstance(score, int) for score in scores):
        return score_bereik(uitslag)
    return f"{score_bereik(uitslag)}{tussen}({' tot '.join(map(str, scores))})"


def _scores(uitslag: Uitslag) -> tuple[Getal, ...]:
    anders = uitslag.score != uitslag.score_max
    return (uitslag.score, uitslag.score_max) if anders else (uitslag.score,)


def samen(criteria: Sequence[Regel]) -> str:
    """Criteria that count together: «veiligheid» or «wetswijziging en veiligheid samen».

    Among others, a title that is itself a list stands between quotation marks.
    """
    if len(criteria) == 1:
        return in_zin(criteria[0].titel)
    titels = [in_zin(regel.titel) for regel in criteria]
    namen = [f"«{titel}»" if " en " in titel or "," in titel else titel for titel in titels]
    return f"{opsomming(namen, 'en')} samen"


def wegen(criteria: Sequence[Regel]) -> str:
    """The verb that goes with `samen`."""
    return "weegt" if len(criteria) == 1 else "wegen"


def punten_tekst(punten: Getal) -> str:
    """«1 punt», «3 punten», «2,92 punten»."""
    if isinstance(punten, int):
        return telling(punten, "punt", "punten")
    return f"{score_getal(punten)} punten"


def deel_tekst(deel: Fraction) -> str:
    """A share between 0 and 1 as a percentage, with the exact fraction: «75% (3/4)»."""
    procent = procentgetal(deel)
    if deel.denominator == 1:
        return f"{procent}%"
    if (deel * 100).denominator == 1:
        return f"{procent}% ({deel})"
    ongeveer = {"<": "minder dan ", ">": "meer dan "}.get(procent[0])
    return f"{ongeveer}{procent[1:]}% ({deel})" if ongeveer else f"ongeveer {procent}% ({deel})"


def onbekend_onderwerp(fout: OnbekendOnderwerp) -> str:
    """That no topic has a code, with what to do: «Geen onderwerp heeft de code «x»; …»."""
    lijst = "prioriteer" if fout.rangschikt else "indeling"
    hulp = fout.suggestie or f"alle codes staan in: agenda {lijst}"
    return f"Geen onderwerp heeft de code «{fout.code}»; {hulp}"


def geen_rangorde(fout: GeenRangorde) -> str:
    """That a region does not rank, and what shows what it does."""
    zin = "Dit profiel rangschikt niet, want het heeft geen criteria"
    return f"{zin}; wat het wel kan, toont: agenda indeling." if fout.deelt_in else f"{zin}."


def periode_tekst(regel: Regel) -> str:
    """When a version of a rule is in force: «vanaf 2022-01-01 tot en met 2026-12-31»."""
    delen = [f"vanaf {regel.geldig_van}"] if regel.geldig_van else []
    delen += [f"tot en met {regel.geldig_tot}"] if regel.geldig_tot else []
    return " ".join(delen) or "altijd: de bron noemt geen datum"


def periode_json(regel: Regel) -> dict[str, str | None]:
    """Which version of a rule was applied: the one that is in force from, up to and with."""
    return {
        "geldig_van": regel.geldig_van.isoformat() if regel.geldig_van else None,
        "geldig_tot": regel.geldig_tot.isoformat() if regel.geldig_tot else None,
    }


def heeft_plek(ranglijst: Ranglijst) -> bool:
    """Whether topics stand anywhere: on a place, or on the agenda or not."""
    return ranglijst.rangschikt or ranglijst.toetst


def onderwerp_anker(code: str) -> str:
    """The `code` of the part about a topic."""
    return f"onderwerp-{code}"
