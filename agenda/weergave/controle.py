"""What was found in the input: errors and warnings, for people and programs."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from typing import TYPE_CHECKING, Any

from agenda.invoer.tabelvorm import BLADEN_ERNAAST
from agenda.weergave.besluit import BEWIJST_NIET, bewijs_zinnen
from agenda.weergave.vormen import Tabel, Weergave, md_tekst
from regels.melding import MAX_BEWAARD, MAX_GETOOND, genoeg, kolomletters
from regels.taal import opsomming, telling, zichtbaar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from agenda.invoer.controle import Controle
    from agenda.invoer.ontvangstbewijs import Ontvangst
    from regels.melding import Melding, Plek


_VOORBEELD = re.compile(r"( [(][^()]*[)]|, zoals [^ ]*|: [^:]*)$")
"""What a finding says of what may stand there, beside its kind."""


def toon_controle(controle: Controle) -> Weergave:
    """A summary, then what was found, by topic."""
    samenvatting = controle.samenvatting
    meldingen = [("fout", melding) for melding in controle.fouten]
    meldingen += [("waarschuwing", melding) for melding in controle.waarschuwingen]
    over_besluit = [*_over_besluit(controle.ontvangst)]
    return Weergave(
        json=lambda: {
            "schema": "agenda/controle/1",
            "samenvatting": samenvatting,
            "aantal": controle.aantal_bevindingen,
            "fouten": [_json(melding) for melding in controle.fouten],
            "waarschuwingen": [_json(melding) for melding in controle.waarschuwingen[:MAX_BEWAARD]],
            **_besluit_json(controle.ontvangst),
        },
        tekst=lambda breedte: "\n".join(_regels(controle, breedte)),
        md=lambda: "\n".join(
            [
                *(f"{md_tekst(zin)}\n" for zin in (samenvatting, *over_besluit)),
                *(f"- {s}: {md_tekst(str(m))}" for s, m in meldingen),
            ]
        ),
        csv=lambda: Tabel(
            "Controle",
            ("Soort", "Plek", "Veld", "Gevonden", "Verwacht", "Suggestie"),
            tuple(
                (soort, str(m.plek), m.veld, m.gevonden, m.verwacht, m.suggestie)
                for soort, m in meldingen
            ),
        ),
    )


def _over_besluit(ontvangst: Ontvangst | None) -> Iterator[str]:
    """What was found out of a decision, by what it can be recognised, and what that is worth."""
    if ontvangst is None:
        return
    if ontvangst.opnieuw:
        yield "De lijst en de stukken zijn opnieuw gemaakt uit deze invoer, en zijn gelijk."
    else:
        yield (
            "De lijst is niet opnieuw berekend: zij is gemaakt met een andere versie"
            f" ({ontvangst.versies.get('agenda')})."
        )
    if ontvangst.van_systeem:
        namen = opsomming(map(zichtbaar, ontvangst.van_systeem), "en")
        yield f"Hoort niet bij het besluit, maar is geen fout: {namen}."
    yield from bewijs_zinnen(ontvangst.sha256)


def _besluit_json(ontvangst: Ontvangst | None) -> dict[str, Any]:
    if ontvangst is None:
        return {}
    return {
        "besluit": {
            "ontvangstbewijs_sha256": ontvangst.sha256,
            "vorige": ontvangst.vorige,
            "bestanden": len(ontvangst.bestanden),
            "opnieuw_berekend": ontvangst.opnieuw,
            "van_het_systeem": list(ontvangst.van_systeem),
            "bewijst_niet": BEWIJST_NIET,
        }
    }


def _regels(controle: Controle, breedte: int) -> Iterator[str]:
    """Findings by topic, each on a line of its own that wraps at spaces."""
    meldingen = controle.fouten or controle.waarschuwingen
    bestand = _bestanden(meldingen)[0][0] if meldingen else ""
    kop = _foutkop(controle) if controle.fout else controle.samenvatting
    for zin in (kop, *_over_besluit(controle.ontvangst)):
        yield from _vouw(zin, breedte)
    genoemd: set[str] = set()
    for onderwerp, hier, aantal in _getoond(meldingen):
        for nummer, melding in enumerate(hier):
            zin = _zin(melding, bestand, genoemd)
            begin = f"{onderwerp} ({aantal}): " if onderwerp and not nummer else ""
            yield from _vouw(begin + zin, breedte, "  " if onderwerp and nummer else "")
    over = (controle.fout.aantal if controle.fout else len(meldingen)) - MAX_GETOOND
    if over > 0:
        yield f"… en nog {_minstens(meldingen)}{over}; alles staat in --formaat json."
    if controle.fout:
        for melding in controle.waarschuwingen:
            yield from _vouw(f"Let op: {_zin(melding, '', genoemd)}", breedte)
        yield from _vouw(_wat_nu(bestand), breedte)


def _foutkop(controle: Controle) -> str:
    """How many faults there are, in which files, at how many topics."""
    assert controle.fout is not None  # noqa: S101 - the caller asked
    (bestand, _), *andere = _bestanden(controle.fouten)
    elders = [f"{aantal} in {naam}" for naam, aantal in andere]
    hier = controle.fout.aantal - sum(aantal for _, aantal in andere)
    kop = f"{_minstens(controle.fouten)}{telling(hier, 'fout', 'fouten')} in {bestand}"
    kop = opsomming([kop, *elders], "en")
    onderwerpen = {melding.onderwerp for melding in controle.fouten if melding.onderwerp}
    if onderwerpen:
        kop += f", bij {telling(len(onderwerpen), 'onderwerp', 'onderwerpen')}"
    return f"{kop[0].upper()}{kop[1:]}."


def _minstens(meldingen: Sequence[Melding]) -> str:
    """That there may be more: who finds this many stops looking."""
    return "minstens " if genoeg(meldingen) else ""


def _bestanden(meldingen: Iterable[Melding]) -> list[tuple[str, int]]:
    """Files with how much was found there, the most first."""
    return Counter(melding.plek.bestand for melding in meldingen).most_common()


def _getoond(meldingen: Iterable[Melding]) -> Iterator[tuple[str, list[Melding], int]]:
    """The first findings by topic: its code, what is shown of it, and how many it has.

    What belongs to no topic stands by itself, where its place is.
    """
    groepen: dict[object, list[Melding]] = {}
    for nummer, melding in enumerate(meldingen):
        groepen.setdefault(melding.onderwerp or nummer, []).append(melding)
    ruimte = MAX_GETOOND
    for hier in groepen.values():
        if ruimte > 0:
            yield hier[0].onderwerp, hier[:ruimte], len(hier)
        ruimte -= len(hier)


def _wat_nu(bestand: str) -> str:
    if not bestand.endswith(".xlsx"):
        return "Verbeter dit, sla op en controleer opnieuw."
    return (
        "Verbeter dit, sla op, sluit Excel en controleer opnieuw. Of laat de cellen aanwijzen:"
        " --gemarkeerd KOPIE.xlsx"
    )


def _zin(melding: Melding, bestand: str, genoemd: set[str]) -> str:
    """A finding in few words: where, what was found, and what to do about it.

    Args:
        genoemd: what was told to be expected before; its names or its example come once.
    """
    veld = melding.veld.removeprefix(f"{melding.onderwerp}: ")
    waar = _waar(melding.plek, bestand)
    verwacht = melding.verwacht
    if verwacht in genoemd:
        verwacht = _VOORBEELD.sub("", verwacht)
    if not melding.suggestie:
        genoemd.add(melding.verwacht)
    hulp = melding.suggestie or f"verwacht {verwacht}"
    hulp = hulp.replace(f"{bestand}!{melding.plek.blad}!", "")
    delen = [deel for deel in (f"{waar} {veld}".strip(), melding.gevonden) if deel]
    return f"{': '.join(delen)}; {hulp}"


def _waar(plek: Plek, bestand: str) -> str:
    if plek.bestand != bestand or not plek.blad or not plek.regel:
        return str(plek)
    cel = f"{kolomletters(plek.kolom)}{plek.regel}"
    return f"{plek.blad}!{cel}" if plek.blad in BLADEN_ERNAAST else cel


def _vouw(zin: str, breedte: int, begin: str = "") -> list[str]:
    return textwrap.wrap(
        zichtbaar(zin),
        breedte,
        initial_indent=begin,
        subsequent_indent="    ",
        break_on_hyphens=False,
        break_long_words=False,
    )


def _json(melding: Melding) -> dict[str, str]:
    return {
        "plek": str(melding.plek),
        "onderwerp": melding.onderwerp,
        "veld": melding.veld,
        "gevonden": melding.gevonden,
        "verwacht": melding.verwacht,
        "suggestie": melding.suggestie,
    }
