"""Which sheet of a workbook holds the topics, and which other one somebody may take for it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from agenda.invoer.kolommen import kolommen_op_kop
from agenda.invoer.tabel import (
    VOORBEELDCODE,
    ZOEK_KOP_IN,
    Rij,
    heeft_verplichte_koppen,
    is_eigen_ranglijst,
    vind_koprij,
)
from regels.melding import Invoerfout, Melding, Plek
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from agenda.onderwerp.invullijst import Invullijst

VOORKEURSBLAD = "Onderwerpen"


def kies_blad(
    bladen: Sequence[str],
    lees: Callable[[str], Iterable[Rij]],
    naam: str,
    lijst: Invullijst,
) -> str:
    """The sheet with the topics: «Onderwerpen», else the only one with known headings.

    Args:
        bladen: the names of the visible sheets.
        lees: gives the rows of a sheet that are not empty.
        naam: of the file.
        lijst: what may be filled in.

    Raises:
        Invoerfout: no sheet has the headings, or more than one.
    """
    if VOORKEURSBLAD in bladen:
        return VOORKEURSBLAD
    bekend = kolommen_op_kop(lijst)
    koprijen: dict[str, Rij] = {
        titel: koprij[0]
        for titel in bladen
        if (koprij := vind_koprij(islice(lees(titel), ZOEK_KOP_IN), bekend))
    }
    met_koppen = [*koprijen]
    eigen = [titel for titel, (_, cellen) in koprijen.items() if is_eigen_ranglijst(cellen)]
    ingevuld = [titel for titel in met_koppen if titel not in eigen]
    if len(ingevuld) == 1:
        return ingevuld[0]
    if eigen:
        return eigen[0]  # reading it says what it is
    gevonden = f"{len(met_koppen) or 'geen'} bladen met de koppen Code, Titel en Thema"
    if met_koppen:
        gevonden += f": {opsomming(met_koppen, 'en')}"
    verwacht = f"één blad met die koppen; noem het «{VOORKEURSBLAD}»"
    raise Invoerfout([Melding(Plek(naam), "", gevonden, verwacht)])


def meld_andere_bladen(
    bladen: Sequence[str],
    gekozen: str,
    lees: Callable[[str], Iterable[Rij]],
    naam: str,
    lijst: Invullijst,
) -> Iterator[Melding]:
    """Other sheets with topics, such as a copy of the one that counts: no topic there counts."""
    bekend = kolommen_op_kop(lijst)
    for titel in bladen:
        if titel == gekozen:
            continue
        try:
            kop = vind_koprij(islice(lees(titel), ZOEK_KOP_IN), bekend)
        except Invoerfout:  # far too wide for a table: what else stands there does not matter
            continue
        if kop is None:
            continue
        (_, koppen), rijen = kop
        if heeft_verplichte_koppen(koppen) and any(VOORBEELDCODE not in rij for _, rij in rijen):
            yield Melding(
                Plek(naam, blad=titel),
                "",
                "nog een blad met onderwerpen",
                "alle onderwerpen op één blad",
                f"alleen het blad «{gekozen}» telt mee; zet alles daarop, of haal dit blad weg",
            )
