"""Topics in an Excel workbook, as people really make them."""

from __future__ import annotations

import io
import re
import sys
import warnings
from contextlib import closing, contextmanager
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any

from agenda.invoer.kolommen import Cel, Celfout, kolommen_op_kop
from agenda.invoer.tabel import ZOEK_KOP_IN, Rij, lees_tabel, vind_koprij
from agenda.invoer.zipdelen import ONLEESBAAR, TeGroot, pak_uit
from regels.lezen.tekst import lees_bytes, schone_tekst
from regels.melding import Invoerfout, Melding, Plek
from regels.taal import opsomming
from regels.volger import Volger, stil

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from regels.lezen.yaml import Gelezen

VOORKEURSBLAD = "Onderwerpen"
MAX_UITGEPAKT = 100_000_000

_DECIMALEN = 10
"""Excel keeps 0.3 as a binary fraction; what stands beyond this many decimals is noise."""
_RIJNUMMER = re.compile(rb"<(?:\w+:)?row\b[^<>]*?\br=[\"'](\d{1,18})[\"']")
_FORMULE = re.compile(rb"<(?:\w+:)?f[\s/>]")
_LAATSTE_RIJ = 1_048_576
_EXTRA = ("numpy", "lxml", "PIL")
_OUD_OF_BEVEILIGD = bytes.fromhex("d0cf11e0a1b11ae1")


def lees_excel(
    pad: Path,
    naam: str,
    criteria: Mapping[str, str],
    meldingen: list[Melding],
    volg: Volger = stil,
) -> Gelezen | None:
    """Read topics from a workbook; as `lees_tabel`.

    The sheet is the one named «Onderwerpen», else the only visible one with known headings. A
    formula counts as its result; one that was never calculated counts as the text that it is.

    Raises:
        Invoerfout: the file is missing, too large or no workbook.
    """
    inhoud = lees_bytes(pad, naam)
    met_formules = _controleer_zip(inhoud, naam)
    try:
        # openpyxl warns, in English, of parts of a workbook that do not matter here.
        with (
            warnings.catch_warnings(action="ignore"),
            closing(_open(inhoud)) as boek,
            closing(_open(inhoud, resultaten=True) if met_formules else boek) as resultaten,
        ):
            blad = _kies_blad(boek, naam, criteria)
            rijen = list(volg(_rijen(boek[blad], resultaten[blad]), "Excel lezen"))
    except Invoerfout:
        raise
    except Exception as fout:  # a damaged workbook makes openpyxl raise anything at all
        raise _geen_werkmap(naam, "een beschadigd Excel-bestand") from fout
    return lees_tabel(rijen, naam, blad, criteria, meldingen)


def _controleer_zip(inhoud: bytes, naam: str) -> bool:
    """Refuse what is no plain workbook, or would unpack to more than is reasonable.

    Returns:
        Whether a sheet holds formulas.
    """
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
    bladen = [blad for deel, blad in delen.items() if _is_blad(deel)]
    if not all(map(_rijnummers_lopen_op, bladen)):
        raise _geen_werkmap(naam, "een Excel-bestand met onmogelijke rijnummers")
    return any(map(_FORMULE.search, bladen))


def _is_blad(deel: str) -> bool:
    return deel.startswith("xl/worksheets/") and deel.endswith(".xml")


def _rijnummers_lopen_op(blad: bytes) -> bool:
    """Rows that are numbered downwards openpyxl would drop; up to a huge number it would count."""
    vorige = 0
    for gevonden in _RIJNUMMER.finditer(blad):
        nummer = int(gevonden[1])
        if not vorige < nummer <= _LAATSTE_RIJ:
            return False
        vorige = nummer
    return True


def _geen_werkmap(naam: str, gevonden: str) -> Invoerfout:
    verwacht = "een gewone Excel-werkmap (.xlsx)"
    hulp = "open het bestand in Excel en kies Opslaan als: Excel-werkmap (.xlsx)"
    return Invoerfout([Melding(Plek(naam), "", gevonden, verwacht, hulp)])


def _open(inhoud: bytes, *, resultaten: bool = False) -> Any:
    with _zonder_extra():
        from openpyxl import load_workbook

    return load_workbook(io.BytesIO(inhoud), read_only=True, data_only=resultaten, keep_links=False)


def _kies_blad(boek: Any, naam: str, criteria: Mapping[str, str]) -> str:
    """The name of the sheet with the topics."""
    zichtbaar = {blad.title: blad for blad in boek.worksheets if blad.sheet_state == "visible"}
    if VOORKEURSBLAD in zichtbaar:
        return VOORKEURSBLAD
    koppen = kolommen_op_kop(criteria)
    met_koppen: list[str] = [
        titel
        for titel, blad in zichtbaar.items()
        if vind_koprij(islice(_rijen(blad, blad), ZOEK_KOP_IN), koppen)
    ]
    if len(met_koppen) == 1:
        return met_koppen[0]
    gevonden = f"{len(met_koppen) or 'geen'} bladen met de koppen Code, Titel en Thema"
    if met_koppen:
        gevonden += f": {opsomming(met_koppen, 'en')}"
    verwacht = f"één blad met die koppen; noem het «{VOORKEURSBLAD}»"
    raise Invoerfout([Melding(Plek(naam), "", gevonden, verwacht)])


def _rijen(blad: Any, resultaten: Any) -> Iterator[Rij]:
    """Rows that are not empty; the sheet's own claim of its size is not trusted."""
    for deel in {blad, resultaten}:
        deel.reset_dimensions()
    # One sheet cannot be walked twice at the same time: then a row is its own result.
    berekende_rijen = None if blad is resultaten else resultaten.iter_rows()
    for nummer, cellen in enumerate(blad.iter_rows(), start=1):
        berekend = cellen if berekende_rijen is None else next(berekende_rijen)
        rij = [_cel(*paar) for paar in zip(cellen, berekend, strict=True)]
        while rij and rij[-1] is None:
            rij.pop()
        if rij:
            yield nummer, rij


def _cel(cel: Any, berekend: Any) -> Cel:
    """A cell as the table reader knows it; of a formula its result, when it has one."""
    bron = berekend if cel.data_type == "f" and berekend.value is not None else cel
    waarde = bron.value
    if waarde is None:
        return None
    if bron.data_type == "e":
        return Celfout(waarde)
    if isinstance(waarde, float):
        return int(waarde) if waarde.is_integer() else Decimal(str(round(waarde, _DECIMALEN)))
    if isinstance(waarde, datetime):
        return waarde.date()
    if isinstance(waarde, bool | int | date):
        return waarde
    # Text; a formula that spans cells is an object with its text; a time of day is shown as such.
    # Of the codes that Excel writes for characters, openpyxl leaves the carriage return.
    return schone_tekst(str(getattr(waarde, "text", waarde)).replace("_x000D_", "")) or None


@contextmanager
def _zonder_extra() -> Iterator[None]:
    """openpyxl loads what it can use for pictures and to write; for reading that is lost time."""
    weg = [naam for naam in _EXTRA if naam not in sys.modules]
    sys.modules.update(dict.fromkeys(weg))  # type: ignore[arg-type]  # how Python is told: not here
    try:
        yield
    finally:
        for naam in weg:
            del sys.modules[naam]
