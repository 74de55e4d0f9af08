"""Read what each member decided on an agenda: the `.bekrachtiging.jsonl` beside a decision."""

from __future__ import annotations

import codecs
import hashlib
from typing import TYPE_CHECKING, NamedTuple

from agenda.invoer.bekrachtigingsregel import (
    SCHEMA,
    TERUG,
    ZOALS,
    Bekrachtigingsregel,
    als_bytes,
    lees_regel,
)
from agenda.invoer.besluit import als_datum, lees_besluit
from agenda.invoer.ontvangstbewijs import bewijs_sha256
from agenda.kennis.bevoegd import die_beslissen
from agenda.opslag.besluitmap import ONTVANGSTBEWIJS, registerpad
from agenda.voortgang.bekrachtiging import Bekrachtiging
from regels.lezen.tekst import lees_bytes
from regels.melding import Invoerfout, Melding, Plek, genoeg
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from agenda.kennis.profiel import Profiel

MAX_REGELS = 10_000
"""So many lines a register holds: of 200 members, fifty decisions each."""


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
        return als_bytes(Bekrachtigingsregel(*vast, self.laatste))


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
        raise Invoerfout([Melding(Plek(pad.name), "", "een leeg bestand", ZOALS, TERUG)])
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
    aantal = inhoud.count(b"\n")
    if aantal > MAX_REGELS:
        gevonden, verwacht = f"{aantal} regels", f"hoogstens {MAX_REGELS} regels"
        raise Invoerfout([Melding(Plek(naam), "", gevonden, verwacht)])
    meldingen: list[Melding] = []
    regels = _regels(inhoud, naam, meldingen)
    bekrachtigingen: list[Bekrachtiging] = []
    sommen: list[str] = []
    andere = {leeg.besluit}
    beslissers = [gremium.code for gremium in die_beslissen(leeg.profiel)]
    for nummer, tekst in enumerate(regels, 1):
        if genoeg(meldingen):
            break
        plek = Plek(naam, nummer, 1)
        regel = lees_regel(tekst, plek, meldingen)
        if regel is not None:
            if regel.besluit not in andere:
                andere.add(regel.besluit)
                meldingen.append(_ander_besluit(regel, plek, leeg))
            meldingen += _buiten_profiel(regel, plek, leeg.profiel, beslissers)
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
        meldingen.append(Melding(Plek(naam, 1, 1), "", gevonden, ZOALS, TERUG))
    *regels, rest = inhoud.split(b"\n")
    met_cr = [nummer for nummer, tekst in enumerate(regels, 1) if tekst.endswith(b"\r")]
    if met_cr:
        gevonden = "een regeleinde van Windows (CR LF)"
        if len(met_cr) > 1:
            gevonden += f", ook in {len(met_cr) - 1} andere regels"
        meldingen.append(Melding(Plek(naam, met_cr[0], 1), "", gevonden, ZOALS, TERUG))
        regels = [tekst.removesuffix(b"\r") for tekst in regels]
    if rest:
        regels.append(rest)
        gevonden = "een laatste regel zonder regeleinde"
        meldingen.append(Melding(Plek(naam, len(regels), 1), "", gevonden, ZOALS, TERUG))
    return regels


def _ander_besluit(regel: Bekrachtigingsregel, plek: Plek, leeg: Bekrachtigingsregister) -> Melding:
    gevonden = f"{regel.besluit}, van een ander besluit"
    verwacht = f"{leeg.besluit}, de SHA-256 van {ONTVANGSTBEWIJS}"
    return Melding(plek, "besluit", gevonden, verwacht)


def _buiten_profiel(
    regel: Bekrachtigingsregel, plek: Plek, profiel: Profiel, beslissers: Collection[str]
) -> Iterator[Melding]:
    """A member or a body that the frozen profile does not have."""
    if regel.gemeente not in profiel.lid:
        verwacht = f"de code van een {profiel.woorden.lid.een} in het profiel van het besluit"
        hulp = bedoelde_u(regel.gemeente, profiel.lid)
        yield Melding(plek, "gemeente", toon(regel.gemeente), verwacht, hulp)
    if regel.orgaan not in beslissers:
        verwacht = opsomming(beslissers) or "niets: geen gremium van het profiel beslist"
        yield Melding(plek, "orgaan", toon(regel.orgaan), verwacht)


def _verbroken(regel: Bekrachtigingsregel, plek: Plek, vorige: str | None) -> Iterator[Melding]:
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
