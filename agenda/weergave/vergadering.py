"""The agenda of one meeting as a table, as rows and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.uitleg.route import zonder_besluit
from agenda.weergave.getallen import dag, weekdag_en_dag
from agenda.weergave.kop import herkomst_json, kop_json
from agenda.weergave.uitleg.route import stap_reden, zonder_besluit_zin
from agenda.weergave.vormen import Tabel, Weergave, in_tabellen
from agenda.weergave.woorden import hoogstens, in_zin, plaats_tekst
from regels.taal import opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.jaar.jaarkalender import GeenKalender
    from agenda.jaar.kalender import Vergadering
    from agenda.jaar.vergadering import Agendapunt, GeenVergadering, Vergaderagenda
    from agenda.kennis.route import Rol, Soort

GEVRAAGD: dict[Rol, str] = {
    "bereidt-voor": "Voorbereiden",
    "adviseert": "Adviseren",
    "stelt-voor": "Een voorstel doen",
    "stemt-af": "Afstemmen",
    "stelt-vast": "Vaststellen",
    "hakt-knoop-door": "De knoop doorhakken",
    "besluit": "Besluiten",
    "wordt-geinformeerd": "Kennisnemen",
}
"""What a body does in a step → what the agenda asks of it."""


def toon_vergadering(vergaderagenda: Vergaderagenda) -> Weergave:
    """The agenda of a meeting in every form."""
    return in_tabellen(
        json=lambda: _json(vergaderagenda),
        tabellen=lambda: (punten_tabel(vergaderagenda),),
        csv=lambda: _plat(vergaderagenda),
    )


def titel_van(vergaderagenda: Vergaderagenda) -> str:
    """«Agenda Regionale werkgroep, do 14 januari 2027»."""
    return f"Agenda {vergaderagenda.gremium.naam}, {wanneer(vergaderagenda)}"


def wanneer(vergaderagenda: Vergaderagenda) -> str:
    """The day, with the time when people said so: «do 14 januari 2027, 13:30–15:00»."""
    tijd, datum = vergaderagenda.tijd, weekdag_en_dag(vergaderagenda.vergadering.datum)
    return f"{datum}, {tijd.van:%H:%M}–{tijd.tot:%H:%M}" if tijd else datum


def punten_tabel(vergaderagenda: Vergaderagenda) -> Tabel:
    """A row per topic: what is asked, of which kind it is, and who comes along."""
    profiel = vergaderagenda.jaarkalender.profiel
    soort = bool(profiel.soorten)
    koppen = (
        *("Nr.", profiel.woorden.onderwerp.kop, "Plaats", "Wat wordt gevraagd"),
        *(("Soort",) if soort else ()),
        "Gasten",
    )
    rijen = tuple(
        (
            *(nummer, punt.onderwerp.titel, plaats_tekst(punt.plaats), gevraagd(punt)),
            *((soort_tekst(punt.soorten),) if soort else ()),
            "; ".join(punt.gasten),
        )
        for nummer, punt in enumerate(vergaderagenda.punten, start=1)
    )
    noten = tuple(noten_van(vergaderagenda))
    return Tabel(titel_van(vergaderagenda), koppen, rijen, noten, rekbaar=(1, 3, len(koppen) - 1))


def gevraagd(punt: Agendapunt) -> str:
    """What is asked of the body, and why."""
    reden = stap_reden(punt.stap)
    return f"{GEVRAAGD[punt.stap.rol]}. {reden}" if punt.stap.rol else reden


def soort_tekst(soorten: tuple[Soort, ...]) -> str:
    """«financieel», or «financieel of inhoudelijk: nog te bepalen»."""
    namen = opsomming(soort.naam for soort in soorten)
    return f"{namen}: nog te bepalen" if len(soorten) > 1 else namen


def noten_van(vergaderagenda: Vergaderagenda) -> Iterator[str]:
    """What belongs beside the topics: guests, preparation, the mix, and that it may not decide."""
    profiel, vergadering = vergaderagenda.jaarkalender.profiel, vergaderagenda.vergadering
    if vergaderagenda.gasten:
        yield f"Gasten bij de hele vergadering: {'; '.join(vergaderagenda.gasten)}."
    if vergadering.voor:
        doelen = [f"{in_zin(profiel.gremium[g].naam)} van {dag(d)}" for g, d in vergadering.voor]
        yield f"Deze vergadering bereidt voor: {opsomming(hoogstens(doelen), 'en')}."
    if vergaderagenda.voorbereid_door:
        door = (
            f"{in_zin(profiel.gremium[v.gremium].naam)} van {dag(v.datum)}"
            for v in vergaderagenda.voorbereid_door
        )
        yield f"Voorbereid door: {opsomming(door, 'en')}."
    if vergaderagenda.ontbreekt:
        namen = opsomming((soort.naam for soort in vergaderagenda.ontbreekt), "en")
        yield f"De mix is niet compleet. Er staat niets op de agenda dat dit is: {namen}."
    lezingen = {profiel.citeer(s.bron): None for s in profiel.soorten if s.bron.lezing}
    if lezingen and vergaderagenda.punten:
        yield f"De soort is onze lezing van {opsomming(lezingen, 'en')}."
    if vergaderagenda.gremium in zonder_besluit(profiel):
        yield zonder_besluit_zin((vergaderagenda.gremium,), profiel)
    if not vergadering.vast:
        yield "De datum volgt uit het ritme van het overleg en staat nog niet vast."


def _json(vergaderagenda: Vergaderagenda) -> dict[str, Any]:
    vergadering, ranglijst = (
        vergaderagenda.vergadering,
        vergaderagenda.jaarkalender.agenda.ranglijst,
    )
    tijd = vergaderagenda.tijd
    return {
        **kop_json(ranglijst, "agenda/vergadering/1"),
        "gremium": vergadering.gremium,
        "naam": vergaderagenda.gremium.naam,
        "datum": vergadering.datum.isoformat(),
        "van": f"{tijd.van:%H:%M}" if tijd else None,
        "tot": f"{tijd.tot:%H:%M}" if tijd else None,
        "vast": vergadering.vast,
        "voor": [{"gremium": g, "datum": d.isoformat()} for g, d in vergadering.voor],
        "voorbereid_door": [_kort(v) for v in vergaderagenda.voorbereid_door],
        "gasten": list(vergaderagenda.gasten),
        "mix_ontbreekt": [soort.code for soort in vergaderagenda.ontbreekt],
        "onderwerpen": [_punt_json(punt) for punt in vergaderagenda.punten],
        "herkomst": herkomst_json(ranglijst),
    }


def _kort(vergadering: Vergadering) -> dict[str, str]:
    return {"gremium": vergadering.gremium, "datum": vergadering.datum.isoformat()}


def _punt_json(punt: Agendapunt) -> dict[str, Any]:
    daarna = punt.daarna
    return {
        "code": punt.onderwerp.code,
        "titel": punt.onderwerp.titel,
        "plaats": punt.plaats.plaats,
        "gedeeld": punt.plaats.gedeeld,
        "stap": punt.nummer,
        "van": punt.van,
        "rol": punt.stap.rol,
        "gevraagd": gevraagd(punt),
        "soorten": [soort.code for soort in punt.soorten],
        "gasten": list(punt.gasten),
        "vast": punt.vast,
        "daarna": (
            {"gremium": daarna.gremium, "datum": daarna.datum.isoformat()} if daarna else None
        ),
    }


def _plat(vergaderagenda: Vergaderagenda) -> Tabel:
    vergadering = vergaderagenda.vergadering
    koppen = (
        *("Datum", "Gremium", "Nr.", "Code", "Titel", "Plaats", "Stap", "Rol"),
        *("Wat wordt gevraagd", "Soort", "Gasten"),
    )
    rijen = tuple(
        (
            vergadering.datum.isoformat(),
            vergadering.gremium,
            nummer,
            punt.onderwerp.code,
            punt.onderwerp.titel,
            "" if punt.plaats.plaats is None else punt.plaats.plaats,
            punt.nummer,
            punt.stap.rol or "",
            gevraagd(punt),
            soort_tekst(punt.soorten),
            "; ".join(punt.gasten),
        )
        for nummer, punt in enumerate(vergaderagenda.punten, start=1)
    )
    return Tabel(titel_van(vergaderagenda), koppen, rijen)


def geen_vergadering_zin(fout: GeenVergadering) -> str:
    """That a body does not meet then, and when it does."""
    naam = fout.gremium.naam
    if not fout.datums:
        hulp = "Zet de dag in kalender.yaml, onder vaste_datums."
        waarom = "het komt bijeen op afroep, of er staat nergens hoe vaak"
        return f"{naam} heeft dit jaar geen datums: {waarom}. {hulp}"
    if fout.datum is None:
        laatste = dag(fout.datums[-1])
        return f"{naam} komt na {dag(fout.vanaf)} niet meer bijeen; de laatste keer is {laatste}."
    datums = opsomming(hoogstens([d.isoformat() for d in fout.datums]), "en")
    return f"{naam} komt niet bijeen op {dag(fout.datum)}. Wel op: {datums}."


def geen_kalender_zin(fout: GeenKalender) -> str:
    """That no day follows from a profile, and how one is fixed."""
    return (
        f"Het profiel {fout.profiel} zegt niet hoe vaak een overleg bijeenkomt, en er zijn geen"
        " vaste datums. Zet datums in kalender.yaml, onder vaste_datums."
    )
