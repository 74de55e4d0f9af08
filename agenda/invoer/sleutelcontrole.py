"""What can be wrong in the cooperations of a profile: their members, their keys, who takes part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regels.melding import Invoerfout, Melding
from regels.taal import bedoelde_u, opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from agenda.invoer.profiellijst import Lijst
    from agenda.kennis.jaar import Samenwerking
    from agenda.kennis.profiel import Profiel
    from regels.lezen.yaml import Gelezen, Pad
    from regels.regelset import Regelset


def controleer_sleutels(lijst: Lijst, profiel: Profiel) -> Iterator[Melding]:
    """Members and sources that are not there, and keys by which nothing can be split."""
    for nummer, deel in enumerate(lijst.delen):
        leden = _leden(deel, profiel)
        for veld, codes in (
            ("leden", leden),
            ("sleutel", tuple(deel.sleutel or ())),
            ("rest_naar", (deel.rest_naar,) if deel.rest_naar else ()),
        ):
            bekend: Collection[str] = profiel.lid if veld == "leden" else leden
            for volgnummer, code in enumerate(codes):
                if code not in bekend:
                    waar = volgnummer if veld == "leden" else code
                    yield _vreemd(lijst, (lijst.naam, nummer, veld, waar), code, bekend)
        yield from _sleutel(lijst, nummer, deel, profiel)
        for veld in ("sleutel_bron", "rest_bron"):
            bron = getattr(deel, veld)
            if bron is not None and bron.document not in profiel.document:
                verwacht = f"een van {opsomming(profiel.document)}"
                yield lijst.meld(nummer, f"{veld}.document", verwacht, profiel.document)


def _vreemd(lijst: Lijst, pad: Pad, code: str, bekend: Collection[str]) -> Melding:
    """A code that is no member."""
    verwacht = f"een van {opsomming(bekend)}" if bekend else "niets: er is er geen"
    plek, hulp = lijst.gelezen.plek(pad), bedoelde_u(code, bekend)
    return Melding(plek, str(pad[2]), toon(code), verwacht, hulp)


def _sleutel(lijst: Lijst, nummer: int, deel: Samenwerking, profiel: Profiel) -> Iterator[Melding]:
    """A key that leaves a member out, or by which nobody pays."""
    if deel.sleutel is None:
        for veld in ("sleutel_naam", "sleutel_bron", "rest_naar", "rest_bron"):
            if getattr(deel, veld) is not None:
                plek = lijst.gelezen.plek((lijst.naam, nummer, veld))
                yield Melding(plek, veld, f"{veld} zonder sleutel", "ook een sleutel")
        return
    bekend = isinstance(deel.leden, tuple) or (deel.leden == "alle" and profiel.regio.alle_bekend)
    plek = lijst.gelezen.plek((lijst.naam, nummer, "sleutel"))
    if not deel.sleutel:
        if not bekend or not _leden(deel, profiel):
            gevonden = "«gelijk», terwijl niet elk lid bij naam bekend is"
            yield Melding(plek, "sleutel", gevonden, "een tabel met per lid een heel getal")
        return
    leden = _leden(deel, profiel) if bekend else ()
    if ontbreekt := [lid for lid in leden if lid not in deel.sleutel]:
        gevonden = f"geen deel voor {opsomming(ontbreekt, 'en')}"
        yield Melding(plek, "sleutel", gevonden, "een deel voor elk lid; 0 is er ook een")
    elif not sum(deel.sleutel.values()):
        yield Melding(plek, "sleutel", "alleen delen van 0", "minstens één deel boven 0")


def _leden(deel: Samenwerking, profiel: Profiel) -> tuple[str, ...]:
    return deel.leden if isinstance(deel.leden, tuple) else tuple(profiel.lid)


def eis_deelname(profiel: Profiel, gelezen: Gelezen | None, regelset: Regelset) -> None:
    """Who takes part is said by something over pairs, in words that it knows.

    Raises:
        Invoerfout: with every cooperation where it is not.
    """
    meldingen = []
    over_paren = {n: veld for n, veld in regelset.velden.items() if veld.over == "deelname"}
    for nummer, deel in enumerate(profiel.samenwerkingen):
        if gelezen is None or deel.deelname is None:
            continue
        naam, woord = deel.deelname.indeling, deel.deelname.is_
        pad = ("samenwerkingen", nummer, "deelname")
        if naam not in over_paren:
            verwacht = f"een indeling of een veld over deelname: {opsomming(over_paren) or 'geen'}"
            plek, hulp = gelezen.plek((*pad, "indeling")), bedoelde_u(naam, over_paren)
            meldingen.append(Melding(plek, "deelname.indeling", toon(naam), verwacht, hulp))
        elif woord not in over_paren[naam].keuzes:
            keuzes = over_paren[naam].keuzes
            verwacht = f"een van {opsomming(keuzes)}" if keuzes else "een veld met keuzes"
            plek, hulp = gelezen.plek((*pad, "is")), bedoelde_u(woord, keuzes)
            meldingen.append(Melding(plek, "deelname.is", toon(woord), verwacht, hulp))
    if meldingen:
        raise Invoerfout(meldingen)
