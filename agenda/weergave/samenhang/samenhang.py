"""How an agenda hangs together, for people and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.samenhang.graaf import bouw_graaf
from agenda.samenhang.samenhang import MAX_KETENS
from agenda.weergave.besluit import verplaatst_zin
from agenda.weergave.kop import agenda_van, herkomst_json, kop_json
from agenda.weergave.lezing import bron_json, bron_zin
from agenda.weergave.samenhang.dekking import dekkingstabellen, dekkingswoord
from agenda.weergave.samenhang.graaf import dot, graphml, mermaid
from agenda.weergave.samenhang.verbanden import codes_van, dekking_json, kort, zonder_voorstel_zin
from agenda.weergave.tekening.opzet import opzet_van
from agenda.weergave.tekening.plaat import teken
from agenda.weergave.vormen import Tabel, Weergave, in_tabellen
from agenda.weergave.woorden import als_kop, heeft_plek, in_zin, plaats_tekst

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import networkx as nx

    from agenda.rangorde.ranglijst import Ranglijst
    from agenda.samenhang.samenhang import Samenhang, Voorstelverband

VERBANDNAMEN = {"vereist": "heeft nodig", "draagt-bij-aan": "draagt bij aan"}

_GETELD = (
    "Het getal telt de toegelaten onderwerpen die hierop wachten, ook via een ander onderwerp."
)
_GETELD_ALLES = "Ook wie via een ander wacht, telt mee."
_VOLGORDE_NOOT = (
    "Wat eerst moet, staat eerst: wat het beste onderwerp nodig heeft, gaat voor wat het volgende"
    " nodig heeft. Verder telt de plaats. Geen score verandert hierdoor."
)


def toon_samenhang(samenhang: Samenhang) -> Weergave:
    """Coverage, order of execution, chains and what is missing."""
    return in_tabellen(
        json=lambda: _json(samenhang),
        tabellen=lambda: _tabellen(samenhang),
        csv=lambda: _plat(samenhang),
        anders=als_graaf(
            lambda: bouw_graaf(samenhang.ranglijst), titel_van(samenhang), samenhang.ranglijst
        ),
    )


def als_graaf(
    bouw: Callable[[], nx.DiGraph[str]], titel: str, ranglijst: Ranglijst
) -> Mapping[str, Callable[[], str]]:
    """The forms of output that a graph has."""
    opzet = opzet_van(ranglijst)
    return {
        "graphml": lambda: graphml(bouw()),
        "dot": lambda: dot(bouw(), titel, opzet.woorden),
        "mermaid": lambda: mermaid(bouw(), titel, opzet.woorden),
        "svg": lambda: teken(bouw(), titel, opzet=opzet),
    }


def titel_van(samenhang: Samenhang) -> str:
    """What a picture or a first table is called."""
    zoals = ", plaatsen zoals vastgesteld" if samenhang.afgeweken else ""
    return f"Samenhang {in_zin(agenda_van(samenhang.ranglijst))}{zoals}"


def afwijkingsnoten(samenhang: Samenhang) -> tuple[str, ...]:
    """Beside decided places: which of them were not calculated, and what was."""
    return tuple(f"{v.titel}: {verplaatst_zin(v)}." for v in samenhang.afgeweken)


def verband_json(voorstelverband: Voorstelverband, samenhang: Samenhang) -> dict[str, Any]:
    """What a source says of two proposals."""
    bron = voorstelverband.verband.bron
    return {
        "van": voorstelverband.van.voorstel.nummer,
        "soort": voorstelverband.verband.soort,
        "naar": voorstelverband.naar.voorstel.nummer,
        **bron_json(bron, samenhang.ranglijst.profiel),
    }


def _json(samenhang: Samenhang) -> dict[str, Any]:
    return {
        **kop_json(samenhang.ranglijst, "agenda/samenhang/1"),
        "dekking": [dekking_json(dekking) for dekking in samenhang.dekking.values()],
        "zonder_voorstel": codes_van(samenhang.zonder_voorstel),
        "volgorde": codes_van(samenhang.volgorde),
        "vereist_niet_toegelaten": [
            {
                "onderwerp": onderwerp.code,
                "vereist": vereist.code,
                "status": vereist.status,
            }
            for onderwerp, vereist in samenhang.vereist_niet_toegelaten
        ],
        "ontgrendelt": samenhang.ontgrendelt,
        "ketens": [codes_van(keten) for keten in samenhang.ketens],
        "verbanden": [
            verband_json(voorstelverband, samenhang)
            for voorstelverband in samenhang.voorstelverbanden
        ],
        **afwijkingen_json(samenhang),
        "herkomst": herkomst_json(samenhang.ranglijst),
    }


def afwijkingen_json(samenhang: Samenhang) -> dict[str, Any]:
    """The topics that were moved, when any was: every other place here is the decided one."""
    if not samenhang.afgeweken:
        return {}
    return {
        "afwijkingen": [
            {"code": v.code, "plaats": v.plaats, "berekend": v.berekend.plaats}
            for v in samenhang.afgeweken
        ]
    }


def _tabellen(samenhang: Samenhang) -> Iterator[Tabel]:
    """What there is to tell; the first table says of what this is the coherence."""
    profiel = samenhang.ranglijst.profiel
    woorden = profiel.woorden
    volgorde = _volgordetabel(samenhang)
    if not profiel.voorstellen:
        yield volgorde._replace(titel=f"{titel_van(samenhang)}: {in_zin(volgorde.titel)}")
        if not samenhang.leeg:
            yield from _nodig_tabellen(samenhang)
            yield from _ketentabellen(samenhang)
        return
    yield from dekkingstabellen(samenhang, titel_van(samenhang))
    yield Tabel(
        f"{woorden.onderwerp.koppen} zonder {woorden.voorstel.een}",
        ("Waar", "Code", "Titel", woorden.voorstel.koppen),
        tuple(
            (
                lid.waar,
                lid.code,
                lid.titel,
                zonder_voorstel_zin(lid),
            )
            for lid in samenhang.zonder_voorstel
        ),
        rekbaar=(2,),
    )
    yield from _nodig_tabellen(samenhang)
    yield volgorde
    yield from _ketentabellen(samenhang)
    yield verbandtabel(samenhang.voorstelverbanden, samenhang)


def _nodig_tabellen(samenhang: Samenhang) -> Iterator[Tabel]:
    """What is needed and not admitted, where topics can be kept off the agenda."""
    if samenhang.ranglijst.toetst:
        tabel = Tabel(
            "Nodig, maar niet toegelaten",
            (samenhang.ranglijst.profiel.woorden.onderwerp.kop, "Plaats", "Heeft nodig", "Waar"),
            tuple(
                (lid.code, plaats_tekst(lid), vereist.code, vereist.waar)
                for lid, vereist in samenhang.vereist_niet_toegelaten
            ),
        )
        yield tabel.zonder(*_zonder_rang(samenhang))


def _zonder_rang(samenhang: Samenhang) -> tuple[str, ...]:
    """The headings of columns that stay empty where topics have no place."""
    return () if samenhang.ranglijst.rangschikt else ("Plaats",)


def _volgordetabel(samenhang: Samenhang) -> Tabel:
    rijen = []
    for nummer, lid in enumerate(samenhang.volgorde, start=1):
        eerst = [
            *map(kort, samenhang.vereist_door(lid.onderwerp)),
            *(f"en daardoor {kort(ander)}" for ander in samenhang.vereist_via(lid.onderwerp)),
        ]
        rijen.append((nummer, plaats_tekst(lid), lid.code, lid.titel, "\n".join(eerst)))
    return Tabel(
        "Volgorde van uitvoering",
        ("Nr", "Plaats", "Code", "Titel", "Kan pas na"),
        tuple(rijen),
        (_volgorde_noot(samenhang), *afwijkingsnoten(samenhang)),
        rekbaar=(3, 4),
    ).zonder(*_zonder_rang(samenhang))


def _volgorde_noot(samenhang: Samenhang) -> str:
    """By what the order goes."""
    if samenhang.ranglijst.rangschikt:
        return _VOLGORDE_NOOT
    if not samenhang.leeg:
        return "Wat eerst moet, staat eerst. Verder staat de lijst op titel."
    geen = als_kop(samenhang.ranglijst.profiel.woorden.onderwerp.geen)
    return f"{geen} heeft iets nodig dat eerst moet. De lijst staat op titel."


def _ketentabellen(samenhang: Samenhang) -> Iterator[Tabel]:
    ketens = samenhang.ketens
    yield Tabel(
        "Ketens: wat op elkaar wacht",
        ("Stappen", "Keten"),
        tuple((len(keten), "\n→ ".join(map(kort, keten))) for keten in ketens),
        (f"Alleen de {MAX_KETENS} langste.",) if len(ketens) == MAX_KETENS else (),
        rekbaar=(1,),
    )
    ontgrendelt = {code: aantal for code, aantal in samenhang.ontgrendelt.items() if aantal}
    meeste = sorted(ontgrendelt, key=lambda code: -ontgrendelt[code])
    yield Tabel(
        "Wat het meest ontgrendelt",
        (
            *("Code", "Titel", "Waar"),
            f"Wachtende {samenhang.ranglijst.profiel.woorden.onderwerp.meer}",
        ),
        tuple(
            (code, lid.titel, lid.waar, ontgrendelt[code])
            for code in meeste
            for lid in (samenhang.leden[code],)
        ),
        (_GETELD if samenhang.ranglijst.toetst else _GETELD_ALLES,),
        rekbaar=(1,),
    ).zonder(*(() if heeft_plek(samenhang.ranglijst) else ("Waar",)))


def verbandtabel(verbanden: Iterable[Voorstelverband], samenhang: Samenhang) -> Tabel:
    """What sources say of proposals that need or help each other."""
    rijen = []
    for voorstelverband in verbanden:
        bron = voorstelverband.verband.bron
        waar = bron_zin(bron, samenhang.ranglijst.profiel)
        van, naar = voorstelverband.van.voorstel, voorstelverband.naar.voorstel
        soort = VERBANDNAMEN[voorstelverband.verband.soort]
        rijen.append(
            (f"{van.nummer} {soort} {naar.nummer}", dekkingswoord(voorstelverband.naar), waar)
        )
    woorden = samenhang.ranglijst.profiel.woorden
    return Tabel(
        f"Verbanden tussen {woorden.voorstel.meer}",
        ("Verband", f"{woorden.onderwerp.kop} bij het tweede", "Bron"),
        tuple(rijen),
        rekbaar=(2,),
    )


def _plat(samenhang: Samenhang) -> Tabel:
    """Every finding on a row of its own, for use in Excel."""
    rijen: list[tuple[str | int, ...]] = []
    for dekking in samenhang.dekking.values():
        voorstel = dekking.voorstel
        thema = samenhang.ranglijst.profiel.thema[voorstel.thema].naam
        lijsten = (dekking.toegelaten, dekking.onbeslist, dekking.niet_toegelaten)
        codes = ["; ".join(codes_van(lijst)) for lijst in lijsten]
        kop = ("dekking", voorstel.nummer, "", voorstel.titel, thema, voorstel.staat)
        rijen.append((*kop, *codes, "", ""))
    onderdelen = (
        ("volgorde", samenhang.volgorde),
        ("zonder voorstel", samenhang.zonder_voorstel),
        ("nodig, niet toegelaten", [v.onderwerp for v in samenhang.vereist_niet_toegelaten]),
    )
    for onderdeel, leden in onderdelen:
        for nummer, lid in enumerate(leden, start=1):
            onderwerp = lid.onderwerp
            thema = samenhang.ranglijst.profiel.thema[onderwerp.thema].naam
            wie = (onderdeel, nummer, onderwerp.code, onderwerp.titel, thema, lid.waar)
            eerst = "; ".join(codes_van(samenhang.vereist_door(onderwerp)))
            rijen.append((*wie, "", "", "", eerst, samenhang.ontgrendelt[onderwerp.code]))
    lijst = samenhang.ranglijst
    staat, dekking_koppen = "Staat of plaats", ("Toegelaten", "Onbeslist", "Niet toegelaten")
    koppen = ("Onderdeel", "Nummer", "Code", "Titel", lijst.profiel.woorden.thema.kop, staat)
    staart = (*dekking_koppen, "Kan pas na", "Ontgrendelt")
    leeg = () if lijst.profiel.voorstellen else dekking_koppen
    leeg = leeg if heeft_plek(lijst) or lijst.profiel.voorstellen else (*leeg, staat)
    return Tabel("Samenhang", (*koppen, *staart), tuple(rijen)).zonder(*leeg)
