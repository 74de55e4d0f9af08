"""Tables in an Excel workbook, as people really make them."""

from __future__ import annotations

import warnings
from contextlib import closing
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, NamedTuple

from agenda.invoer.bladkeuze import kies_blad, meld_andere_bladen
from agenda.invoer.bladvorm import Bladvorm, lees_bladvorm
from agenda.invoer.excelcel import cel_met_procenten, lees_cel
from agenda.invoer.kolommen import normaal
from agenda.invoer.ongewoon import meld_doorgestreept, meld_samengevoegd, meld_verborgen
from agenda.invoer.tabel import (
    MAX_KOLOMMEN,
    Rij,
    lees_tabel,
    te_breed,
)
from agenda.invoer.werkmaplezer import open_werkmap, sneller, zonder_opvulling
from agenda.invoer.zipdelen import ONLEESBAAR, TeGroot, pak_uit
from regels.lezen.tekst import lees_bytes
from regels.melding import Invoerfout, Melding, Plek
from regels.volger import Volger, stil

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from agenda.invoer.tabelvorm import Tabelvorm
    from regels.lezen.yaml import Gelezen

MAX_UITGEPAKT = 100_000_000

_STRICT = b"purl.oclc.org/ooxml/spreadsheetml"
_OUD_OF_BEVEILIGD = bytes.fromhex("d0cf11e0a1b11ae1")


class _Blad(NamedTuple):
    """What was read of one sheet, before it is a table."""

    naam: str
    rijen: list[Rij]
    vorm: Bladvorm
    doorgestreept: set[int]

    def als_tabel(self, bestand: str, vorm: Tabelvorm, meldingen: list[Melding]) -> Gelezen | None:
        gelezen = lees_tabel(self.rijen, bestand, self.naam, vorm, meldingen)
        if gelezen is not None:
            meld_samengevoegd(gelezen, self.vorm, meldingen)
            meld_verborgen(gelezen, self.vorm)
            meld_doorgestreept(gelezen, self.doorgestreept)
        return gelezen


def lees_excel(
    pad: Path,
    naam: str,
    vormen: Sequence[Tabelvorm],
    meldingen: list[Melding],
    volg: Volger = stil,
) -> list[Gelezen | None]:
    """Read tables from a workbook; as `lees_tabel`.

    The sheet of the first is the one by its name, else the only visible one with known headings.
    That of another is the one by its name; it need not be there. A formula counts as its result;
    one that was never calculated is a fault.

    Args:
        vormen: the table of topics, then what may stand beside it.

    Returns:
        For each, in that order; None also when there is no such sheet.

    Raises:
        Invoerfout: the file is missing, too large or no workbook.
    """
    inhoud = lees_bytes(pad, naam)
    delen = _pak_uit(inhoud, naam)
    try:
        # openpyxl warns, in English, of parts of a workbook that do not matter here.
        with (
            warnings.catch_warnings(action="ignore"),
            sneller(),
            closing(open_werkmap(inhoud)) as boek,
        ):
            bladvormen = _bladvormen(boek, delen, naam)
            met_formules = any(vorm.formules for vorm in bladvormen.values())
            with closing(
                open_werkmap(inhoud, resultaten=True) if met_formules else boek
            ) as resultaten:
                zichtbaar = [b.title for b in boek.worksheets if b.sheet_state == "visible"]
                lees_blad = partial(_rijen_van, boek, naam)
                eerste, *andere = vormen
                keuze = [kies_blad(zichtbaar, lees_blad, naam, eerste)]
                op_naam = {normaal(blad): blad for blad in reversed(zichtbaar)}
                keuze += [op_naam.get(normaal(vorm.blad), "") for vorm in andere]
                bladen = [
                    _Blad(
                        blad,
                        list(volg(_rijen(boek[blad], resultaten[blad], naam, vorm), "Excel lezen")),
                        bladvormen[blad],
                        _doorgestreepte_rijen(boek, blad),
                    )
                    if blad
                    else None
                    for blad, vorm in zip(keuze, vormen, strict=True)
                ]
                ernaast = [*meld_andere_bladen(zichtbaar, keuze, lees_blad, naam, vormen)]
    except Invoerfout:
        raise
    except Exception as fout:  # a damaged workbook makes openpyxl raise anything at all
        raise _geen_werkmap(naam, "een beschadigd Excel-bestand") from fout
    gelezen = [
        blad.als_tabel(naam, vorm, meldingen) if blad else None
        for blad, vorm in zip(bladen, vormen, strict=True)
    ]
    if gelezen[0] is not None:
        gelezen[0].opmerkingen.extend(ernaast)
    return gelezen


def bladnamen(pad: Path, naam: str) -> list[str]:
    """The names of the sheets of a workbook, hidden ones included.

    Raises:
        Invoerfout: as `lees_excel`.
    """
    inhoud = lees_bytes(pad, naam)
    _pak_uit(inhoud, naam)
    try:
        with warnings.catch_warnings(action="ignore"), closing(open_werkmap(inhoud)) as boek:
            return [str(blad) for blad in boek.sheetnames]
    except Exception as fout:  # a damaged workbook makes openpyxl raise anything at all
        raise _geen_werkmap(naam, "een beschadigd Excel-bestand") from fout


def _pak_uit(inhoud: bytes, naam: str) -> dict[str, bytes]:
    """Refuse what is no plain workbook, or would unpack to more than is reasonable."""
    if inhoud.startswith(_OUD_OF_BEVEILIGD):
        raise _geen_werkmap(naam, "een oud (.xls) of met een wachtwoord beveiligd Excel-bestand")
    try:
        delen = pak_uit(inhoud, MAX_UITGEPAKT)
    except TeGroot as fout:
        raise _geen_werkmap(naam, "een Excel-bestand dat uitgepakt veel te groot is") from fout
    except ONLEESBAAR as fout:
        raise _geen_werkmap(naam, "een bestand dat geen Excel is") from fout
    if "xl/workbook.xml" not in delen:
        raise _geen_werkmap(naam, "een bestand dat geen Excel is")
    if any(deel.endswith("vbaProject.bin") for deel in delen):
        raise _geen_werkmap(naam, "een Excel-bestand met macro's")
    if _STRICT in delen["xl/workbook.xml"]:
        raise _geen_werkmap(naam, "een Excel-bestand van de soort «Strict Open XML»")
    return delen


def _geen_werkmap(naam: str, gevonden: str) -> Invoerfout:
    verwacht = "een gewone Excel-werkmap (.xlsx)"
    hulp = "open het bestand in Excel en kies Opslaan als: Excel-werkmap (.xlsx)"
    return Invoerfout([Melding(Plek(naam), "", gevonden, verwacht, hulp)])


def _bladvormen(boek: Any, delen: Mapping[str, bytes], naam: str) -> dict[str, Bladvorm]:
    """The form of each sheet, by its name; before any cell is read, for some cannot be."""
    vormen = {blad.title: lees_bladvorm(delen[blad._worksheet_path]) for blad in boek.worksheets}
    if not all(vorm.leesbaar for vorm in vormen.values()):
        raise _geen_werkmap(naam, "een Excel-bestand met rijen of cellen die door elkaar staan")
    return vormen


def _rijen_van(boek: Any, naam: str, titel: str) -> Iterator[Rij]:
    """Rows of a sheet of which the results of formulas do not matter."""
    return _rijen(boek[titel], boek[titel], naam)


def _rijen(blad: Any, resultaten: Any, naam: str, vorm: Tabelvorm | None = None) -> Iterator[Rij]:
    """Rows that are not empty.

    Args:
        vorm: what the sheet is read as; one with percentages shows them as a person sees them.

    Raises:
        Invoerfout: a row is wider than any table is.
    """
    from openpyxl.cell.read_only import EMPTY_CELL

    for deel in {blad, resultaten}:
        zonder_opvulling(deel)
    # One sheet cannot be walked twice at the same time: then a row is its own result.
    berekende_rijen = None if blad is resultaten else resultaten.iter_rows()
    lees = cel_met_procenten if vorm is not None and vorm.in_procenten else lees_cel
    for nummer, cellen in enumerate(blad.iter_rows(), start=1):
        berekend = cellen if berekende_rijen is None else next(berekende_rijen)
        if len(cellen) > MAX_KOLOMMEN:
            raise Invoerfout([te_breed(Plek(naam, nummer, 0, blad.title), len(cellen))])
        rij = [lees(*paar) for paar in zip_longest(cellen, berekend, fillvalue=EMPTY_CELL)]
        while rij and rij[-1] is None:
            rij.pop()
        if rij:
            yield nummer, rij


def _doorgestreepte_rijen(boek: Any, blad: str) -> set[int]:
    """Rows with a cell that is struck through."""
    stijlen = {
        nummer for nummer, stijl in enumerate(boek._cell_styles) if boek._fonts[stijl.fontId].strike
    }
    if not stijlen:
        return set()
    return {
        cel.row
        for rij in boek[blad].iter_rows()
        for cel in rij
        if cel.value is not None and cel._style_id in stijlen
    }
