"""Make a new dossier: its settings, and an Excel template that says what to fill in."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from itertools import cycle
from typing import TYPE_CHECKING

from agenda.bestanden import DOSSIERBESTAND
from agenda.bestanden.bestand import schrijf, weiger_in_besluit
from agenda.bestanden.kolommen import kolommen
from agenda.bestanden.nieuwe_map import BestaatAl, schrijf_map
from agenda.bestanden.profiel import lees_profiel, vind_profiel
from agenda.bestanden.sjabloon import VERPLICHT, Codelijst, Sjabloonkolom, maak_werkmap
from agenda.bestanden.tabel import VOORBEELDTITEL
from agenda.onderwerp import STANDAARDPROFIEL
from regels.fouten import Bestandsfout, Invoerfout, Melding, Plek, opsomming, toon
from regels.regelset import GeenRegels

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from agenda.kennis import Profiel

_MEER = "Meer dan één? Zet er ; tussen. Echt geen? Schrijf «geen»."
_UITLEG = {
    "code": "Een korte naam: 2 tot 40 kleine letters, cijfers en streepjes. Elke code komt één keer"
    " voor. De gele voorbeeldrij telt niet mee.",
    "titel": "Waar het onderwerp over gaat, op één regel van hoogstens 300 tekens.",
    "toelichting": "Wat er speelt en wat de regio wil bereiken, in uw eigen woorden.",
    "thema": "De code van het thema. Kies uit de lijst.",
    "plannen": f"De codes van de regionale plannen waar het onderwerp bij hoort. {_MEER}",
    "voorstellen": f"De nummers van de voorstellen; hun plan hoeft u niet in te vullen. {_MEER}",
    "regios": f"De codes van de deelregio's die het onderwerp raakt. {_MEER}",
    "afstemming_nodig": "Moeten de deelregio's dit samen regelen? Kies ja, nee of onbekend.",
    "waarde": "Klopt deze zin voor het onderwerp? «{zin}» Kies ja, nee of onbekend.",
    "onderbouwing": "Waarom u dit antwoord gaf bij {titel}, in een paar woorden.",
    "bron": "Waar dat over {titel} staat: het document en de bladzijde of het hoofdstuk.",
    "afhankelijk_van": f"De codes van onderwerpen die eerst klaar moeten zijn. {_MEER}",
    "inspanning_fte": "Hoeveel werk het kost in het agendajaar, in fte: 0 tot en met 100.",
    "kosten_euro": "Wat het onderwerp kost, in hele euro's.",
    "bevoegdheid": "Wie hierover beslist: het college of de raad. Kies uit de lijst.",
    "ingediend_door": "De code van de gemeente die het onderwerp indient. Kies uit de lijst.",
    "groot_beleidsstuk": "Is dit een groot beleidsstuk? Dan horen ook de adviesraden erover."
    " Kies ja, nee of onbekend.",
    "juridische_toets": "Moeten juristen naar een document kijken, zoals een overeenkomst?"
    " Kies ja, nee of onbekend.",
    "urgent": "Is dit onvoorzien, en kan het niet wachten op het gewone overleg? Kies ja, nee of"
    " onbekend.",
}
"""What to fill in, by the last part of the path of a column: the same for every criterium."""

_ROUTEVELDEN = ("groot_beleidsstuk", "juridische_toets", "urgent")

_LEEG = (
    dict.fromkeys(("code", "titel", "thema"), VERPLICHT)
    | dict.fromkeys(("plannen", "voorstellen", "regios", "afstemming_nodig"), "leeg = onbekend")
    | dict.fromkeys(("waarde", "bevoegdheid", *_ROUTEVELDEN), "leeg = onbekend")
    | {"onderbouwing": "nodig bij ja"}
)
_BREED = {"titel": 40, "toelichting": 50, "plannen": 26, "onderbouwing": 36, "bron": 28}
_JA_NEE = ("JaNeeOnbekend", ("ja", "nee", "onbekend"))
_ANTWOORDEN = (
    ("ja", "Dit staat in het onderzoek naar de wachttijd.", "Onderzoek wachttijd, hoofdstuk 2"),
    ("nee", "Het onderzoek naar de wachttijd noemt dit niet.", "Onderzoek wachttijd"),
    ("onbekend", "De werkgroep zoekt dit nog uit.", "Verslag van de werkgroep, 12 mei"),
)


def maak_dossier(doel: Path, jaar: int, themas: Path | None) -> None:
    """Make a folder with settings and a template; both files are written, or nothing is.

    Args:
        doel: the folder; made when it is not there, with the folders above it.
        jaar: the agenda year.
        themas: a profile folder of the user's own, instead of the shipped one.

    Raises:
        Invoerfout: the folder already holds a dossier, or the profile is wrong.
        Bestandsfout: the folder or a file in it cannot be made.
    """
    map_ = vind_profiel(STANDAARDPROFIEL, themas)
    profiel, regelset = lees_profiel(map_)
    try:
        geldig = regelset.op(date(jaar, 1, 1))
    except GeenRegels as fout:
        hulp = f"de eerstvolgende regel geldt vanaf {fout.vanaf}" if fout.vanaf else ""
        verwacht = "een jaar waarin op 1 januari regels gelden"
        raise Invoerfout([Melding(Plek(str(doel)), "jaar", toon(jaar), verwacht, hulp)]) from fout
    # The user may point straight at a profile; then its folder can have any name.
    code = profiel.regio.code if map_ == themas else STANDAARDPROFIEL
    zinnen = {regel.code: regel.zin for regel in (*regelset.regels, *geldig)}
    sjabloonkolommen = tuple(_kolommen(profiel, regelset.criteria, zinnen))
    titel = f"Onderwerpen voor de agenda {jaar} van {profiel.regio.naam}"
    bestanden = {
        DOSSIERBESTAND: _instellingen(jaar, code, regelset.criteria).encode(),
        "onderwerpen.xlsx": maak_werkmap(jaar, titel, sjabloonkolommen),
    }
    _schrijf_samen(doel, bestanden)


def _schrijf_samen(doel: Path, bestanden: Mapping[str, bytes]) -> None:
    """Make the folder with all files in it; in a folder that is there, all are written or none."""
    reden = "de map kan niet worden gemaakt. Kies een plek waar u mag schrijven."
    try:
        _weiger_bestaand(doel)
        if not doel.exists():
            weiger_in_besluit(doel)
            schrijf_map(doel, bestanden, reden=reden)
            return
        with ExitStack() as terug:
            for naam, inhoud in bestanden.items():
                schrijf(doel / naam, inhoud)
                terug.callback((doel / naam).unlink)
            terug.pop_all()
    except (OSError, BestaatAl) as fout:
        raise Bestandsfout(str(doel), reden) from fout


def _weiger_bestaand(doel: Path) -> None:
    namen = sorted(pad.name for pad in doel.iterdir()) if doel.is_dir() else []
    al = [n for n in namen if n.lower() == DOSSIERBESTAND or n.lower().startswith("onderwerpen.")]
    if al:
        verwacht = "een map zonder dossier; er is niets overschreven"
        hulp = "kies een andere map: agenda nieuw JAAR MAP"
        raise Invoerfout([Melding(Plek(str(doel)), "", opsomming(al, "en"), verwacht, hulp)])


def _instellingen(jaar: int, profiel: str, criteria: Iterable[str]) -> str:
    gewichten = "\n".join(f"#   {code}: 1" for code in criteria)
    return f"""\
# De instellingen van dit dossier. Wat achter een # staat, is uitleg en telt niet mee.

# Het jaar van de agenda.
jaar: {jaar}

# De regio: haar thema's, plannen, voorstellen en gemeenten.
profiel: "{profiel}"

# Plannen en regels tellen mee als ze op deze dag gelden. De dag staat vast: zo geeft dezelfde
# invoer altijd dezelfde uitkomst. Zonder peildatum geldt 1 januari van het jaar.
peildatum: {jaar}-01-01

# Hoe zwaar elk criterium telt: een heel getal van 0 tot en met 100. Zonder gewichten telt elk even
# zwaar, met 1. Wilt u dat anders? Haal hieronder overal het eerste teken (#) en de spatie erna weg,
# en pas de getallen aan.
# gewichten:
{gewichten}
"""


def _kolommen(
    profiel: Profiel, criteria: Mapping[str, str], zinnen: Mapping[str, str]
) -> Iterator[Sjabloonkolom]:
    """The columns of the template; titles and sentences go by the code of a criterium."""
    codes = _codelijsten(profiel)
    keuzes = {
        "thema": ("Themas", tuple(profiel.thema)),
        "afstemming_nodig": _JA_NEE,
        "waarde": _JA_NEE,
        "bevoegdheid": ("Bevoegdheden", ("college", "raad", "onbekend")),
        "ingediend_door": ("Gemeenten", tuple(profiel.gemeente)),
        **dict.fromkeys(_ROUTEVELDEN, _JA_NEE),
    }
    voorbeelden = _voorbeelden(profiel, criteria)
    for kolom in kolommen(criteria):
        veld = kolom.pad[-1]
        criterium = kolom.pad[1] if kolom.pad[0] == "criteria" else ""
        titel, zin = criteria.get(criterium, ""), zinnen.get(criterium, "")
        yield Sjabloonkolom(
            kop=kolom.kop,
            uitleg=_UITLEG[veld].format(titel=titel, zin=zin),
            leeg=_LEEG.get(veld, "mag leeg"),
            voorbeeld=voorbeelden[kolom.pad],
            breedte=_BREED.get(veld, 19),
            hulp=kolom.lijst or veld in ("code", "thema"),
            keuzes=keuzes.get(veld),
            codes=codes.get(veld),
        )


def _codelijsten(profiel: Profiel) -> dict[str, Codelijst]:
    """Field → the codes it may hold. No table may be taken for one with topics: see `kopregel`."""
    plaats = {"naam": "Naam", "deelregio": "Deelregio"}
    voorstel = {"titel": "Korte titel", "thema": "Code van het thema", "staat": "Staat"}
    return {
        "thema": _codelijst("Thema's", profiel.themas, code="Code", naam="Naam"),
        "plannen": _codelijst("Plannen", profiel.plannen, code="Code", titel="Naam"),
        "voorstellen": _codelijst("Voorstellen", profiel.voorstellen, nummer="Nummer", **voorstel),
        "regios": _codelijst("Deelregio's", profiel.regio.deelregios, code="Code", naam="Naam"),
        "ingediend_door": _codelijst("Gemeenten", profiel.regio.gemeenten, code="Code", **plaats),
    }


def _codelijst(titel: str, delen: Iterable[object], /, **koppen: str) -> Codelijst:
    """Parts of the profile as a table: attribute → heading."""
    rijen = tuple(tuple(getattr(deel, naam) for naam in koppen) for deel in delen)
    return Codelijst(titel, tuple(koppen.values()), rijen)


def _voorbeelden(profiel: Profiel, criteria: Iterable[str]) -> dict[tuple[str, ...], str | float]:
    """Path of a column → what might stand in it: a made-up topic, with codes that are right."""
    voorstellen = [v for v in profiel.voorstellen if v.staat == "actueel"] or profiel.voorstellen
    los: dict[str, str | float] = {
        "code": "kortere-wachttijd",
        "titel": VOORBEELDTITEL,
        "toelichting": "Dit onderwerp is verzonnen. Deze rij telt niet mee; u mag haar weghalen.",
        "thema": voorstellen[0].thema,
        "plannen": voorstellen[0].plan,
        "voorstellen": "; ".join(str(voorstel.nummer) for voorstel in voorstellen[:2]),
        "regios": "; ".join(profiel.deelregio),
        "afstemming_nodig": "ja",
        "afhankelijk_van": "geen",
        "inspanning_fte": 0.4,
        "kosten_euro": 50000,
        "bevoegdheid": "college",
        "ingediend_door": profiel.regio.centrumgemeente,
        "groot_beleidsstuk": "nee",
        "juridische_toets": "onbekend",
        "urgent": "nee",
    }
    return {(veld,): waarde for veld, waarde in los.items()} | {
        ("criteria", code, veld): tekst
        for code, antwoord in zip(criteria, cycle(_ANTWOORDEN), strict=False)
        for veld, tekst in zip(("waarde", "onderbouwing", "bron"), antwoord, strict=True)
    }
