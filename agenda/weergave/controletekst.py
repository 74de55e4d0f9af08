"""What was found in the input, for people: by topic, and on one screen where it can be."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from agenda.invoer.tabelvorm import BLADEN_ERNAAST
from regels.melding import MAX_GETOOND, genoeg, kolomletters
from regels.taal import opsomming, telling, zichtbaar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from agenda.invoer.controle import Controle
    from regels.melding import Melding, Plek

_SCHERM = 40
"""So many lines a screen holds; what takes more is told in fewer words."""
_MET_FOUTEN = 10
"""So many warnings are shown beside however many faults."""
_VOORBEELD = re.compile(r"( [(][^()]*[)]|, zoals [^ ]*|: [^:]*)$")
"""What a finding says of what may stand there, beside its kind."""
_NAMEN = re.compile(r"(?: [(]|: )(?P<namen>.*?)[)]?")
_LANG_CITAAT = re.compile("«([^»]{30})[^»]{3,}»")
_VERPLICHT = " (verplicht)"


class _Zin(NamedTuple):
    """A finding in few words.

    Attributes:
        gevonden: the field with its place, and what stands there; of several findings in a row.
        veld: the field and the place of the last of these.
        hulp: what to do about them.
        voorbeeld: what may stand there, beside its kind.
    """

    gevonden: str
    veld: tuple[str, str]
    hulp: str
    voorbeeld: str = ""


def controletekst(controle: Controle, over_besluit: Sequence[str], breedte: int) -> list[str]:
    """The lines that people read.

    Args:
        over_besluit: what is said of a decision.
    """
    regels = [*_regels(controle, over_besluit, breedte, kort=False)]
    if len(regels) <= _SCHERM:
        return regels
    return [*_regels(controle, over_besluit, breedte, kort=True)]


def _regels(
    controle: Controle, over_besluit: Sequence[str], breedte: int, *, kort: bool
) -> Iterator[str]:
    """Findings by topic, each on a line of its own that wraps at spaces.

    Args:
        kort: whether names to choose from come only as far as the line has room.
    """
    meldingen = controle.fouten or controle.waarschuwingen
    ernaast = controle.waarschuwingen if controle.fout else ()
    bestand = _bestanden(meldingen)[0][0] if meldingen else ""
    kop = _foutkop(controle) if controle.fout else controle.samenvatting
    for zin in (kop, *over_besluit):
        yield from _vouw(zin, breedte)
    ruimte = MAX_GETOOND - min(len(ernaast), _MET_FOUTEN)
    genoemd: set[str] = set()
    for groep, hier, aantal in _getoond(meldingen, bestand, ruimte):
        samen = _samen(_zin(melding, bestand, groep, genoemd) for melding in hier)
        for nummer, gevonden in enumerate(samen):
            begin = f"{groep} ({aantal}): " if groep and not nummer else ""
            marge = "  " if groep and nummer else ""
            yield from _vouw_zin(gevonden, begin, marge, breedte, kort=kort)
    over = (controle.fout.aantal if controle.fout else len(meldingen)) - ruimte
    if over > 0:
        yield f"… en nog {_minstens(meldingen)}{over}; alles staat in --formaat json."
    if controle.fout:
        yield from _let_op(ernaast, bestand, MAX_GETOOND - min(len(meldingen), ruimte), breedte)
        yield from _vouw(_wat_nu(bestand, kort=kort), breedte)


def _let_op(
    waarschuwingen: Sequence[Melding], bestand: str, ruimte: int, breedte: int
) -> Iterator[str]:
    """Warnings beside faults: each kind once, with every place where it was found."""
    soorten: dict[tuple[str, str], dict[str, list[str]]] = {}
    # What belongs to no topic goes first: it may tell why a fault that was mended is still there.
    for melding in sorted(waarschuwingen, key=lambda melding: melding.onderwerp != "")[:ruimte]:
        hulp = melding.suggestie or f"verwacht {melding.verwacht}"
        plekken = soorten.setdefault((melding.gevonden, hulp), {})
        plekken.setdefault(melding.onderwerp, []).append(_waar(melding.plek, bestand))
    for (gevonden, hulp), plekken in soorten.items():
        delen = [f"{code} {', '.join(waar)}".strip() for code, waar in plekken.items()]
        yield from _vouw(f"Let op: {'; '.join(delen)}: {gevonden}; {hulp}", breedte)
    over = len(waarschuwingen) - ruimte
    if over > 0:
        meer = telling(over, "waarschuwing", "waarschuwingen")
        yield f"… en nog {meer}; alles staat in --formaat json."


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


def _getoond(
    meldingen: Iterable[Melding], bestand: str, ruimte: int
) -> Iterator[tuple[str, list[Melding], int]]:
    """The first findings in groups: the name of each, what is shown of it, and how many it has.

    A group is a topic, or a file beside the one with topics; the rest stands by itself, nameless.
    """
    groepen: dict[tuple[str, object], list[Melding]] = {}
    for nummer, melding in enumerate(meldingen):
        plek = melding.plek
        elders = plek.bestand if plek.bestand != bestand and plek.regel and not plek.blad else ""
        naam = melding.onderwerp or elders
        groepen.setdefault((naam, None if naam else nummer), []).append(melding)
    for (naam, _), hier in groepen.items():
        if ruimte > 0:
            alleen = len(hier) == 1 and not hier[0].onderwerp
            yield "" if alleen else naam, hier[:ruimte], len(hier)
        ruimte -= len(hier)


def _wat_nu(bestand: str, *, kort: bool) -> str:
    if not bestand.endswith(".xlsx"):
        return "Verbeter dit, sla op en controleer opnieuw."
    if kort:
        return "Verbeter en controleer opnieuw; --gemarkeerd KOPIE.xlsx wijst de cellen aan."
    return (
        "Verbeter dit, sla op, sluit Excel en controleer opnieuw. Of laat de cellen aanwijzen:"
        " --gemarkeerd KOPIE.xlsx"
    )


def _zin(melding: Melding, bestand: str, groep: str, genoemd: set[str]) -> _Zin:
    """A finding in few words.

    Args:
        groep: what stands above it, and need not be told again.
        genoemd: what was told to be expected before; its names or its example come once.
    """
    veld = melding.veld.removeprefix(f"{melding.onderwerp}: ")
    hier = f"{bestand}!{melding.plek.blad}!"
    gevonden = _LANG_CITAAT.sub(r"«\1…»", melding.gevonden.replace(hier, ""))
    waar = _waar(melding.plek, bestand, groep)
    kop = f"{waar} {veld}".strip()
    zin = ": ".join(deel for deel in (kop, gevonden) if deel)
    if melding.suggestie:
        return _Zin(zin, (waar, veld), melding.suggestie.replace(hier, ""))
    verwacht = melding.verwacht.removesuffix(_VERPLICHT)
    woord = "verwacht " if verwacht == melding.verwacht else "verplicht: "
    soort = _VOORBEELD.sub("", verwacht)
    voorbeeld = "" if melding.verwacht in genoemd else verwacht.removeprefix(soort)
    genoemd.add(melding.verwacht)
    return _Zin(zin, (waar, veld), f"{woord}{soort}".replace(hier, ""), voorbeeld.replace(hier, ""))


def _samen(zinnen: Iterable[_Zin]) -> list[_Zin]:
    """The findings of one group; those about which the same is to be done are one sentence."""
    op_hulp: dict[str, _Zin] = {}
    for zin in zinnen:
        eerder = op_hulp.get(zin.hulp)
        op_hulp[zin.hulp] = zin if eerder is None else _na(eerder, zin)
    return [*op_hulp.values()]


def _na(eerder: _Zin, zin: _Zin) -> _Zin:
    """Two findings in one sentence; a field or a place that is the same is not named again."""
    waar, veld = zin.veld
    erbij = zin.gevonden
    if veld and zin.veld == eerder.veld:
        erbij = erbij.removeprefix(f"{waar} {veld}: ")
    elif veld and veld == eerder.veld[1]:
        erbij = erbij.replace(f"{waar} {veld}", waar, 1)
    samen = f"{eerder.gevonden}, {erbij}"
    return _Zin(samen, zin.veld, zin.hulp, eerder.voorbeeld or zin.voorbeeld)


def _waar(plek: Plek, bestand: str, groep: str = "") -> str:
    if groep and plek.bestand == groep:
        return f"{plek.regel}:{plek.kolom}"
    if plek.bestand != bestand or not plek.blad or not plek.regel:
        return str(plek)
    cel = f"{kolomletters(plek.kolom)}{plek.regel}"
    return f"{plek.blad}!{cel}" if plek.blad in BLADEN_ERNAAST else cel


def _vouw_zin(zin: _Zin, begin: str, inspringen: str, breedte: int, *, kort: bool) -> list[str]:
    """The lines of a finding; when short, as many names as come in the lines of the rest."""
    kaal = f"{begin}{zin.gevonden}; {zin.hulp}"
    heel = _vouw(f"{kaal}{zin.voorbeeld}", breedte, inspringen)
    namen = _NAMEN.fullmatch(zin.voorbeeld)
    delen = re.split(", | of ", namen["namen"]) if namen else []
    if not kort:
        return heel
    hoogstens = len(_vouw(kaal, breedte, inspringen))
    for aantal in range(len(delen) - 1, 0, -1):
        if len(heel) <= hoogstens:
            return heel
        heel = _vouw(f"{kaal}: {', '.join(delen[:aantal])}, …", breedte, inspringen)
    return heel if len(heel) <= hoogstens else _vouw(kaal, breedte, inspringen)


def _vouw(zin: str, breedte: int, begin: str = "") -> list[str]:
    return textwrap.wrap(
        zichtbaar(zin),
        breedte,
        initial_indent=begin,
        subsequent_indent="    ",
        break_on_hyphens=False,
        break_long_words=False,
    )
