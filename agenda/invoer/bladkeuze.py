"""Which sheet of a workbook holds the topics, and which other one somebody may take for it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from agenda.invoer.kolommen import normaal
from agenda.invoer.rijlezer import VOORBEELDCODE
from agenda.invoer.tabel import (
    ZOEK_KOP_IN,
    Rij,
    heeft_verplichte_koppen,
    is_eigen_ranglijst,
    vind_koprij,
)
from agenda.invoer.tabelvorm import BLADEN_ERNAAST
from regels.melding import Invoerfout, Melding, Plek
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from agenda.invoer.tabelvorm import Tabelvorm


def kies_blad(
    bladen: Sequence[str],
    lees: Callable[[str], Iterable[Rij]],
    naam: str,
    vorm: Tabelvorm,
) -> str:
    """The sheet with the topics: the one by its name, else the only one with known headings.

    Args:
        bladen: the names of the visible sheets.
        lees: gives the rows of a sheet that are not empty.
        naam: of the file.
        vorm: the table of topics.

    Raises:
        Invoerfout: no sheet has the headings, or more than one.
    """
    op_naam = [titel for titel in bladen if normaal(titel) == normaal(vorm.blad)]
    if op_naam:
        return op_naam[0]
    ernaast = {*map(normaal, BLADEN_ERNAAST)}
    koprijen: dict[str, Rij] = {
        titel: koprij[0]
        for titel in bladen
        if normaal(titel) not in ernaast
        and (koprij := vind_koprij(islice(lees(titel), ZOEK_KOP_IN), vorm.op_kop))
    }
    met_koppen = [*koprijen]
    eigen = [titel for titel, (_, cellen) in koprijen.items() if is_eigen_ranglijst(cellen)]
    ingevuld = [titel for titel in met_koppen if titel not in eigen]
    if len(ingevuld) == 1:
        return ingevuld[0]
    if eigen:
        return eigen[0]  # reading it says what it is
    koppen = opsomming(vorm.verplicht, "en")
    gevonden = f"{len(met_koppen) or 'geen'} bladen met de koppen {koppen}"
    if met_koppen:
        gevonden += f": {opsomming(met_koppen, 'en')}"
    verwacht = f"één blad met die koppen; noem het «{vorm.blad}»"
    raise Invoerfout([Melding(Plek(naam), "", gevonden, verwacht)])


def meld_andere_bladen(
    bladen: Sequence[str],
    gekozen: Sequence[str],
    lees: Callable[[str], Iterable[Rij]],
    naam: str,
    vormen: Sequence[Tabelvorm],
) -> Iterator[Melding]:
    """Other sheets with topics, such as a copy of the one that counts: no topic there counts.

    So it is with what may stand beside the topics, on a sheet under another name.

    Args:
        gekozen: the sheet with the topics, and those that are read for something else.
        vormen: the table of topics, then what may stand beside it.
    """
    for titel in bladen:
        if titel in gekozen:
            continue
        try:
            rijen = list(islice(lees(titel), ZOEK_KOP_IN))
        except Invoerfout:  # far too wide for a table: what else stands there does not matter
            continue
        plek = Plek(naam, blad=titel)
        if _is_tabel(rijen, vormen[0]):
            verwacht = "alle onderwerpen op één blad"
            hulp = (
                f"alleen het blad «{gekozen[0]}» telt mee; zet alles daarop, of haal dit blad weg"
            )
            yield Melding(plek, "", "nog een blad met onderwerpen", verwacht, hulp)
        for vorm in vormen[1:]:
            if _is_tabel(rijen, vorm) and not _is_tabel(rijen, vormen[0]):
                gevonden = f"een blad dat lijkt op het blad {vorm.blad}, en niet meetelt"
                hulp = f"alleen het blad «{vorm.blad}» telt mee; noem het zo, of haal het weg"
                yield Melding(plek, "", gevonden, "elk blad onder zijn eigen naam", hulp)
                break


def _is_tabel(rijen: Sequence[Rij], vorm: Tabelvorm) -> bool:
    """Whether rows are such a table, with more in it than the example of the template."""
    kop = vind_koprij(rijen, vorm.op_kop)
    if kop is None:
        return False
    (_, koppen), rest = kop
    gevuld = any(VOORBEELDCODE not in rij for _, rij in rest)
    return gevuld and heeft_verplichte_koppen(koppen, vorm)
