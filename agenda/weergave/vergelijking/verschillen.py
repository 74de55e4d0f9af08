"""What is different between two agendas, in words: the measure, and what is filled in."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from agenda.vergelijking.stappen import Gewichtverschil, Regelverschil
from agenda.weergave.lezing import lezing_zin
from agenda.weergave.woorden import als_kop, in_zin

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agenda.kennis.woorden import Woorden
    from agenda.vergelijking.stappen import Kennisverschil, Verschil
    from agenda.vergelijking.wijzigingen import Veldwaarde, Wijziging
    from regels.model import Regel, Veld

_GEBEURD = {
    "nieuw": ("was er niet", "nieuw"),
    "weg": ("was er", "weg"),
    "geldt": ("gold niet", "geldt"),
    "geldt niet": ("gold", "geldt niet"),
}
_EIGEN_NAMEN = {"document": ("document", "documenten"), "gremium": ("gremium", "gremia")}
_MAX_NAMEN = 3
_MAX_TEKST = 120


def _naam_van(soort: str, woorden: Woorden) -> tuple[str, str]:
    """What the region calls something that a profile lists: one, and more."""
    van_regio = {
        "plan": woorden.plan,
        "voorstel": woorden.voorstel,
        "thema": woorden.thema,
        "deelregio": woorden.deelregio,
        "gemeente": woorden.lid,
    }
    woord = van_regio.get(soort)
    return (woord.een, woord.meer) if woord else _EIGEN_NAMEN.get(soort, (soort, soort))


def verschil_woorden(
    verschil: Verschil, velden: Mapping[str, Veld], woorden: Woorden
) -> tuple[str, str, str]:
    """What is different about the measure: what, before, after.

    Args:
        velden: the fields that rules use, by name.
        woorden: what the region calls things.
    """
    if isinstance(verschil, Gewichtverschil):
        return f"Gewicht van {verschil.criterium.titel}", str(verschil.oud), str(verschil.nieuw)
    if isinstance(verschil, Regelverschil):
        was, wordt = (_vraagt(regel, velden) for regel in (verschil.oud, verschil.nieuw))
        naam = f"Regel «{verschil.regel.titel}»"
        if verschil.alleen_tekst:
            return naam, "vraagt hetzelfde", "andere woorden of bron"
        return naam, was, wordt
    naam = f"{als_kop(_naam_van(verschil.soort, woorden)[0])} {verschil.code} «{verschil.titel}»"
    if verschil.wat == "gewijzigd":
        was, wordt = (
            "; ".join(f"{deel[0]}: {_kennis(deel[nummer])}" for deel in verschil.velden)
            for nummer in (1, 2)
        )
        return naam, was, wordt
    return naam, *_GEBEURD[verschil.wat]


def kennis_samen(verschillen: Sequence[Kennisverschil], woorden: Woorden) -> tuple[str, str, str]:
    """Many things of one kind to which the same happened: «25 voorstellen: 1, 2, 3 en nog 22»."""
    eerste, over = verschillen[0], len(verschillen) - _MAX_NAMEN
    codes = ", ".join(verschil.code for verschil in verschillen[:_MAX_NAMEN])
    meer = _naam_van(eerste.soort, woorden)[1]
    naam = f"{len(verschillen)} {meer}: {codes} en nog {over}"
    if eerste.wat == "gewijzigd":
        velden = dict.fromkeys(veld for verschil in verschillen for veld, *_ in verschil.velden)
        return naam, "waren er", f"anders: {', '.join(velden)}"
    return naam, *_GEBEURD[eerste.wat]


def _kennis(waarde: object) -> str:
    """A value from a profile in words; what is itself a group of fields by its parts."""
    if isinstance(waarde, tuple):
        return ", ".join(map(_kennis, waarde)) or "geen"
    if is_dataclass(waarde):
        delen = ((veld.name, getattr(waarde, veld.name)) for veld in fields(waarde))
        return " ".join(
            lezing_zin(deel) if naam == "lezing" else str(deel) for naam, deel in delen if deel
        )
    return _waarde(None if waarde is None else str(waarde))


def _vraagt(regel: Regel | None, velden: Mapping[str, Veld]) -> str:
    """What a rule asks: «criterium: Veiligheid: ja»."""
    if regel is None:
        return "geen regel"
    eisen = (f"{velden[v.veld].omschrijving}: {v.verwacht}" for v in regel.als)
    return f"{regel.soort}: {'; '.join(eisen)}"


def wijziging_woorden(wijziging: Wijziging, titels: Mapping[str, str]) -> tuple[str, str, str]:
    """What is filled in differently: what, before, after.

    Args:
        titels: criterion → title, and municipality → name.
    """
    naam = wijziging.veld.kop
    if wijziging.criterium:
        naam = naam.format(titel=titels.get(wijziging.criterium, wijziging.criterium))
    if wijziging.gemeente:
        naam = f"{titels.get(wijziging.gemeente, wijziging.gemeente)}: {in_zin(naam)}"
    oud, nieuw = _waarde(wijziging.oud), _waarde(wijziging.nieuw)
    if wijziging.veld.soort == "decimaal":
        oud, nieuw = oud.replace(".", ","), nieuw.replace(".", ",")
    return naam, oud, nieuw


def _waarde(waarde: Veldwaarde) -> str:
    if waarde is None:
        return "niet ingevuld"
    if isinstance(waarde, tuple):
        return ", ".join(map(str, waarde)) or "geen"
    tekst = " ".join(str(waarde).split()) or "leeg"
    return tekst if len(tekst) <= _MAX_TEKST else f"{tekst[: _MAX_TEKST - 1]}…"
