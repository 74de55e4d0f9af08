"""Read what each member decided on an agenda: the `.bekrachtiging.jsonl` beside a decision."""

from __future__ import annotations

import codecs
import hashlib
import json
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from pydantic import Field, Strict

from agenda.invoer.besluit import Datumtekst, als_datum, lees_besluit
from agenda.invoer.ontvangstbewijs import Sha256, bewijs_sha256
from agenda.kennis.bevoegd import mag_beslissen
from agenda.kennis.regio import LidCode
from agenda.opslag.besluitmap import ONTVANGSTBEWIJS, registerpad
from agenda.voortgang.bekrachtiging import Bekrachtiging, Besluituitkomst
from regels.lezen.model import keuze, model
from regels.lezen.tekst import lees_bytes, plek_na
from regels.lezen.vorm import houd_tegen
from regels.lezen.yaml import Gelezen
from regels.melding import Invoerfout, Melding, Plek, genoeg
from regels.model import Code
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from agenda.kennis.profiel import Profiel

SCHEMA = "agenda/bekrachtiging/1"
MAX_REGELS = 10_000
"""So many lines a register holds: of 200 members, fifty decisions each."""
_MAX_REGEL = 1_000
"""So many bytes a line holds; the program needs some 350."""
_ZOALS = "een regel zoals agenda bekrachtig haar schrijft"
_TERUG = "zet een kopie terug van voor het bestand werd veranderd"


@model
class _Regel:
    """One line, with its keys in the order in which they are written."""

    schema: Annotated[str, Strict(), Field(pattern=f"^{SCHEMA}$", description=f"«{SCHEMA}»")]
    besluit: Sha256
    gemeente: LidCode
    orgaan: Code
    datum: Datumtekst
    uitkomst: Annotated[Besluituitkomst, keuze(Besluituitkomst)]
    vorige: Annotated[Sha256 | None, Field(description="64 tekens (0-9 en a-f), of null")]


class Bekrachtigingsregister(NamedTuple):
    """Everything that members decided on one agenda, in the order in which it was added.

    Attributes:
        besluit: SHA-256 of the receipt of the decision.
        profiel: the one that was frozen with it.
        sommen: SHA-256 of each line, its line end included.
    """

    besluit: str
    profiel: Profiel
    bekrachtigingen: tuple[Bekrachtiging, ...] = ()
    sommen: tuple[str, ...] = ()

    @property
    def laatste(self) -> str | None:
        """The SHA-256 of the last line; with it everything before can be checked."""
        return self.sommen[-1] if self.sommen else None

    def regel(self, nieuw: Bekrachtiging) -> bytes:
        """The line that adds a decision: it names the line before by its SHA-256."""
        assert nieuw.orgaan is not None  # noqa: S101 - only a decision is added
        assert nieuw.datum is not None  # noqa: S101
        datum = nieuw.datum.isoformat()
        vast = (SCHEMA, self.besluit, nieuw.gemeente, nieuw.orgaan, datum, nieuw.uitkomst)
        return _bytes(_Regel(*vast, self.laatste))


def lees_bekrachtigingen(map_: Path, profiel: Profiel) -> Bekrachtigingsregister:
    """What members decided on an agenda; none when nothing was added yet.

    Args:
        map_: the folder of the decision.
        profiel: the one that was frozen with it.

    Raises:
        Invoerfout: with every line that is not as it was added, or not of this decision.
        Bestandsfout: the file is locked.
    """
    pad = registerpad(map_, lees_besluit(map_).datum)
    leeg = Bekrachtigingsregister(bewijs_sha256(map_, ONTVANGSTBEWIJS), profiel)
    return ontleed(lees_register(pad), pad.name, leeg)


def lees_register(pad: Path) -> bytes:
    """What stands in the file; nothing when it is not there.

    Raises:
        Invoerfout: it is a link, is empty or too large, or no file.
        Bestandsfout: it is locked.
    """
    if pad.is_symlink():
        gevonden, verwacht = "een snelkoppeling", "een gewoon bestand"
        raise Invoerfout([Melding(Plek(pad.name), "", gevonden, verwacht)])
    if not pad.exists():
        return b""
    inhoud = lees_bytes(pad, pad.name)
    if not inhoud:
        raise Invoerfout([Melding(Plek(pad.name), "", "een leeg bestand", _ZOALS, _TERUG)])
    return inhoud


def ontleed(inhoud: bytes, naam: str, leeg: Bekrachtigingsregister) -> Bekrachtigingsregister:
    """Read the lines of a register, and hold each against the one before it.

    Args:
        inhoud: the whole file; nothing when it is not there.
        naam: how messages name it.
        leeg: the register of the same decision, without lines.

    Raises:
        Invoerfout: with every line that is not as it was added, or not of this decision.
    """
    meldingen: list[Melding] = []
    regels = _regels(inhoud, naam, meldingen)
    if len(regels) > MAX_REGELS:
        gevonden, verwacht = f"{len(regels)} regels", f"hoogstens {MAX_REGELS} regels"
        raise Invoerfout([Melding(Plek(naam), "", gevonden, verwacht)])
    bekrachtigingen: list[Bekrachtiging] = []
    sommen: list[str] = []
    andere = {leeg.besluit}
    for nummer, tekst in enumerate(regels, 1):
        if genoeg(meldingen):
            break
        plek = Plek(naam, nummer, 1)
        regel = _lees_regel(tekst, plek, meldingen)
        if regel is not None:
            if regel.besluit not in andere:
                andere.add(regel.besluit)
                meldingen.append(_ander_besluit(regel, plek, leeg))
            meldingen += _buiten_profiel(regel, plek, leeg.profiel)
            meldingen += _verbroken(regel, plek, sommen[-1] if sommen else None)
            datum = als_datum(regel.datum)
            nieuw = Bekrachtiging(regel.gemeente, regel.orgaan, datum, regel.uitkomst)
            bekrachtigingen.append(nieuw)
        sommen.append(hashlib.sha256(tekst + b"\n").hexdigest())
    if meldingen:
        raise Invoerfout(meldingen)
    return leeg._replace(bekrachtigingen=tuple(bekrachtigingen), sommen=tuple(sommen))


def _regels(inhoud: bytes, naam: str, meldingen: list[Melding]) -> list[bytes]:
    """The lines without their ends; what another program did to all of them is told once."""
    if inhoud.startswith(codecs.BOM_UTF8):
        inhoud = inhoud.removeprefix(codecs.BOM_UTF8)
        gevonden = "een onzichtbaar teken vooraan (BOM), zoals een ander programma dat zet"
        meldingen.append(Melding(Plek(naam, 1, 1), "", gevonden, _ZOALS, _TERUG))
    *regels, rest = inhoud.split(b"\n")
    met_cr = [nummer for nummer, tekst in enumerate(regels, 1) if tekst.endswith(b"\r")]
    if met_cr:
        gevonden = "een regeleinde van Windows (CR LF)"
        if len(met_cr) > 1:
            gevonden += f", ook in {len(met_cr) - 1} andere regels"
        meldingen.append(Melding(Plek(naam, met_cr[0], 1), "", gevonden, _ZOALS, _TERUG))
        regels = [tekst.removesuffix(b"\r") for tekst in regels]
    if rest:
        regels.append(rest)
        gevonden = "een laatste regel zonder regeleinde"
        meldingen.append(Melding(Plek(naam, len(regels), 1), "", gevonden, _ZOALS, _TERUG))
    return regels


def _lees_regel(tekst: bytes, plek: Plek, meldingen: list[Melding]) -> _Regel | None:
    """What one line says; None when it is no line of a register."""
    if len(tekst) > _MAX_REGEL:
        gevonden = f"een regel van {len(tekst)} tekens"
        meldingen.append(Melding(plek, "", gevonden, f"hoogstens {_MAX_REGEL} tekens"))
        return None
    try:
        waarde = json.loads(tekst.decode("utf-8"), object_pairs_hook=_een_keer)
    except UnicodeDecodeError as fout:
        kolom = plek_na(tekst[: fout.start], plek.bestand).kolom
        gevonden, verwacht = "een teken dat geen UTF-8 is", "een regel in UTF-8"
        meldingen.append(Melding(plek._replace(kolom=kolom), "", gevonden, verwacht, _TERUG))
    except _Dubbel as fout:
        gevonden = f"{toon(str(fout))} voor de tweede keer"
        meldingen.append(Melding(plek, "", gevonden, "elk veld één keer"))
    except (ValueError, RecursionError) as fout:
        kolom = getattr(fout, "colno", 1)
        gevonden = "tekst die geen JSON is" if tekst.strip() else "een lege regel"
        meldingen.append(Melding(plek._replace(kolom=kolom), "", gevonden, _ZOALS, _TERUG))
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


def _houd_tegen(waarde: Any, tekst: bytes, plek: Plek, meldingen: list[Melding]) -> _Regel | None:
    if not isinstance(waarde, dict):
        meldingen.append(Melding(plek, "", toon(waarde), _ZOALS, _TERUG))
        return None
    gelezen = Gelezen(waarde, plek.bestand, {(): plek})
    regel = houd_tegen(_Regel, waarde, gelezen, (), meldingen)
    if regel is not None and _bytes(regel) != tekst + b"\n":
        gevonden = "andere tekens, of velden in een andere volgorde"
        meldingen.append(Melding(plek, "", gevonden, _ZOALS, _TERUG))
    return regel


def _bytes(regel: _Regel) -> bytes:
    velden = {naam: getattr(regel, naam) for naam in _Regel.__dataclass_fields__}
    return f"{json.dumps(velden, separators=(',', ':'))}\n".encode("ascii")


def _ander_besluit(regel: _Regel, plek: Plek, leeg: Bekrachtigingsregister) -> Melding:
    gevonden = f"{regel.besluit}, van een ander besluit"
    verwacht = f"{leeg.besluit}, de SHA-256 van {ONTVANGSTBEWIJS}"
    return Melding(plek, "besluit", gevonden, verwacht)


def _buiten_profiel(regel: _Regel, plek: Plek, profiel: Profiel) -> Iterator[Melding]:
    """A member or a body that the frozen profile does not have."""
    if regel.gemeente not in profiel.lid:
        verwacht = "de code van een gemeente in het profiel van het besluit"
        hulp = bedoelde_u(regel.gemeente, profiel.lid)
        yield Melding(plek, "gemeente", toon(regel.gemeente), verwacht, hulp)
    beslissers = [g.code for g in profiel.gremia if mag_beslissen(g, profiel)]
    if regel.orgaan not in beslissers:
        verwacht = opsomming(beslissers) or "niets: geen gremium van het profiel beslist"
        yield Melding(plek, "orgaan", toon(regel.orgaan), verwacht)


def _verbroken(regel: _Regel, plek: Plek, vorige: str | None) -> Iterator[Melding]:
    """Where a line does not go on from the one before it."""
    if regel.vorige == vorige:
        return
    eerder = plek.regel - 1
    if vorige is None:
        verwacht, hulp = "null bij de eerste regel", "er is een regel weggehaald of verplaatst"
    else:
        verwacht = f"{vorige}, de SHA-256 van regel {eerder}"
        hulp = f"regel {eerder} is veranderd, of er is hier een regel weg, bij of verplaatst"
    yield Melding(plek, "vorige", regel.vorige or "null", verwacht, hulp)
