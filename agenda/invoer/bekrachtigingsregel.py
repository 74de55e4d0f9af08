"""One line of what members decided: its form, and what another program may have done to it."""

from __future__ import annotations

import json
from typing import Annotated, Any

from pydantic import Field, Strict

from agenda.invoer.besluit import Datumtekst
from agenda.invoer.ontvangstbewijs import Sha256
from agenda.kennis.regio import LidCode
from agenda.voortgang.bekrachtiging import Besluituitkomst
from regels.lezen.model import keuze, model
from regels.lezen.tekst import plek_na
from regels.lezen.vorm import houd_tegen
from regels.lezen.yaml import Gelezen
from regels.melding import Melding, Plek
from regels.model import Code
from regels.taal import toon

SCHEMA = "agenda/bekrachtiging/1"
ZOALS = "een regel zoals agenda bekrachtig haar schrijft"
TERUG = "zet een kopie terug van voor het bestand werd veranderd"
_MAX_BYTES = 1_000
"""So many bytes a line holds; the program needs some 350."""


@model
class Bekrachtigingsregel:
    """One line, with its keys in the order in which they are written."""

    schema: Annotated[str, Strict(), Field(pattern=f"^{SCHEMA}$", description=f"«{SCHEMA}»")]
    besluit: Sha256
    gemeente: LidCode
    orgaan: Code
    datum: Datumtekst
    uitkomst: Annotated[Besluituitkomst, keuze(Besluituitkomst)]
    vorige: Annotated[Sha256 | None, Field(description="64 tekens (0-9 en a-f), of null")]


def als_bytes(regel: Bekrachtigingsregel) -> bytes:
    """The line as the program writes it, with its line end."""
    velden = {naam: getattr(regel, naam) for naam in Bekrachtigingsregel.__dataclass_fields__}
    return f"{json.dumps(velden, separators=(',', ':'))}\n".encode("ascii")


def lees_regel(tekst: bytes, plek: Plek, meldingen: list[Melding]) -> Bekrachtigingsregel | None:
    """What one line says; None when it is no line of a register.

    Args:
        tekst: the line without its end.
        plek: where it begins.
        meldingen: every fault is added to this list.
    """
    if len(tekst) > _MAX_BYTES:
        gevonden = f"een regel van {len(tekst)} tekens"
        meldingen.append(Melding(plek, "", gevonden, f"hoogstens {_MAX_BYTES} tekens"))
        return None
    try:
        waarde = json.loads(tekst.decode("utf-8"), object_pairs_hook=_een_keer)
    except UnicodeDecodeError as fout:
        kolom = plek_na(tekst[: fout.start], plek.bestand).kolom
        gevonden, verwacht = "een teken dat geen UTF-8 is", "een regel in UTF-8"
        meldingen.append(Melding(plek._replace(kolom=kolom), "", gevonden, verwacht, TERUG))
    except _Dubbel as fout:
        gevonden = f"{toon(str(fout))} voor de tweede keer"
        meldingen.append(Melding(plek, "", gevonden, "elk veld één keer"))
    except (ValueError, RecursionError) as fout:
        kolom = getattr(fout, "colno", 1)
        gevonden = "tekst die geen JSON is" if tekst.strip() else "een lege regel"
        meldingen.append(Melding(plek._replace(kolom=kolom), "", gevonden, ZOALS, TERUG))
    else:
        return _houd_tegen(waarde, tekst, plek, meldingen)
    return None


class _Dubbel(Exception):
    """A key that stands in a line twice."""


def _een_keer(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    velden: dict[str, Any] = {}
    for naam, waarde in paren:
        if naam in velden:
            raise _Dubbel(naam)
        velden[naam] = waarde
    return velden


def _houd_tegen(
    waarde: Any, tekst: bytes, plek: Plek, meldingen: list[Melding]
) -> Bekrachtigingsregel | None:
    if not isinstance(waarde, dict):
        meldingen.append(Melding(plek, "", toon(waarde), ZOALS, TERUG))
        return None
    gelezen = Gelezen(waarde, plek.bestand, {(): plek})
    regel = houd_tegen(Bekrachtigingsregel, waarde, gelezen, (), meldingen)
    if regel is not None and als_bytes(regel) != tekst + b"\n":
        gevonden = "andere tekens, of velden in een andere volgorde"
        meldingen.append(Melding(plek, "", gevonden, ZOALS, TERUG))
    return regel
