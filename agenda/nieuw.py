"""Make a new dossier: its settings, and an Excel template that says what to fill in."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from itertools import cycle
from typing import TYPE_CHECKING

from agenda.invoer import DOSSIERBESTAND
from agenda.invoer.kolommen import kolommen
from agenda.invoer.profiel import lees_profiel, vind_profiel
from agenda.invoer.sjabloon import VERPLICHT, Codelijst, Sjabloonkolom, maak_werkmap
from agenda.invoer.standaard import standaardprofiel
from agenda.onderwerp.invullijst import invullijst
from agenda.onderwerp.tag import TAGVELDEN
from agenda.onderwerp.velden import LIJSTEN, Veldsoort
from agenda.opslag.bestand import schrijf
from agenda.opslag.nieuwe_map import BestaatAl, schrijf_map
from regels.melding import Bestandsfout, Invoerfout, Melding, Plek
from regels.regelset import GeenRegels
from regels.taal import opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.invullijst import Invullijst
    from agenda.onderwerp.velden import Invulveld

_MEER = "Meer dan één? Zet er ; tussen. Echt geen? Schrijf «geen»."
_KIES = "Kies uit de lijst."
_AANWIJZING: dict[Veldsoort, str] = {
    "ja-nee": "Kies ja, nee of onbekend.",
    **dict.fromkeys(("keuze", "thema", "gemeente", "samenwerking"), _KIES),
    **dict.fromkeys(LIJSTEN, _MEER),
}
"""How a question is answered, by what the field holds; text and numbers need no word."""

_LEEG = {
    "verplicht": VERPLICHT,
    "onbekend": "leeg = onbekend",
    "niets": "mag leeg",
    "nodig bij ja": "nodig bij ja",
}
_MET_HULP = LIJSTEN | {"code", "thema"}
_ANTWOORDEN = (
    (
        "ja",
        "Dit staat in het onderzoek naar de wachttijd.",
        "Onderzoek wachttijd, hoofdstuk 2",
        "Het onderzoek is van vorig jaar; wij lezen dat het nog klopt.",
    ),
    (
        "nee",
        "Het onderzoek naar de wachttijd noemt dit niet.",
        "Onderzoek wachttijd",
        "Wat niet is genoemd, lezen wij als nee.",
    ),
    (
        "onbekend",
        "De werkgroep zoekt dit nog uit.",
        "Verslag van de werkgroep, 12 mei",
        "Het verslag noemt alleen de vraag; wij lezen daar geen antwoord in.",
    ),
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
    standaard = standaardprofiel()
    map_ = vind_profiel(standaard, themas)
    profiel, regelset = lees_profiel(map_)
    try:
        geldig = regelset.op(date(jaar, 1, 1))
    except GeenRegels as fout:
        hulp = f"de eerstvolgende regel geldt vanaf {fout.vanaf}" if fout.vanaf else ""
        verwacht = "een jaar waarin op 1 januari regels gelden"
        raise Invoerfout([Melding(Plek(str(doel)), "jaar", toon(jaar), verwacht, hulp)]) from fout
    # The user may point straight at a profile; then its folder can have any name.
    code = profiel.regio.code if map_ == themas else standaard
    zinnen = {regel.code: regel.zin for regel in (*regelset.regels, *geldig)}
    sjabloonkolommen = tuple(_kolommen(profiel, invullijst(profiel, regelset.criteria), zinnen))
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
            schrijf_map(doel, bestanden, reden=reden)
            return
        with ExitStack() as terug:
            for naam, inhoud in bestanden.items():
                schrijf(doel / naam, inhoud, als_invoer=True)
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
    profiel: Profiel, lijst: Invullijst, zinnen: Mapping[str, str]
) -> Iterator[Sjabloonkolom]:
    """The columns of the template; titles and sentences go by the code of a criterium."""
    codes, voorbeelden, criteria = _codelijsten(profiel), _voorbeelden(profiel), lijst.criteria
    antwoorden = dict(zip(criteria, cycle(_ANTWOORDEN), strict=False))
    for kolom in kolommen(lijst):
        veld = kolom.veld
        vraag, voorbeeld = veld.vraag, voorbeelden.get(veld.soort, veld.voorbeeld)
        if veld in TAGVELDEN:
            criterium = kolom.pad[1]
            vraag = vraag.format(titel=criteria[criterium], zin=zinnen[criterium])
            voorbeeld = antwoorden[criterium][TAGVELDEN.index(veld)]
        yield Sjabloonkolom(
            kop=kolom.kop,
            uitleg=f"{vraag} {_AANWIJZING.get(veld.soort, '')}".rstrip(),
            leeg=_LEEG[veld.leeg],
            voorbeeld=voorbeeld,
            breedte=veld.breedte,
            hulp=veld.soort in _MET_HULP,
            keuzes=_keuzelijst(veld, profiel),
            codes=codes.get(veld.soort) or _keuzecodes(veld),
        )


def _keuzelijst(veld: Invulveld, profiel: Profiel) -> tuple[str, tuple[str, ...]] | None:
    """The dropdown of a field: its name in the workbook and its values."""
    if veld.soort == "ja-nee":
        return "JaNeeOnbekend", (*veld.codes, "onbekend")
    if veld.soort == "keuze":
        return veld.meervoud, (*veld.codes, "onbekend")
    uit_profiel = {
        "thema": ("Themas", tuple(profiel.thema)),
        "gemeente": ("Gemeenten", tuple(profiel.lid)),
        "samenwerking": ("Samenwerkingen", tuple(profiel.samenwerking)),
    }
    return uit_profiel.get(veld.soort)


def _keuzecodes(veld: Invulveld) -> Codelijst | None:
    """The choices of a field with their names, where these are not the same."""
    if veld.soort == "keuzes" or any(code != naam for code, naam in veld.keuzes if veld.eigen):
        return Codelijst(veld.meervoud, ("Code", "Naam"), veld.keuzes) if veld.keuzes else None
    return None


def _codelijsten(profiel: Profiel) -> dict[Veldsoort, Codelijst]:
    """Kind → the codes it may hold. None may be taken for a table of topics: see `vind_koprij`."""
    plaats = {"naam": "Naam", "deelregio": "Deelregio"}
    voorstel = {"titel": "Korte titel", "thema": "Code van het thema", "staat": "Staat"}
    return {
        "thema": _codelijst("Thema's", profiel.themas, code="Code", naam="Naam"),
        "plannen": _codelijst("Plannen", profiel.plannen, code="Code", titel="Naam"),
        "voorstellen": _codelijst("Voorstellen", profiel.voorstellen, nummer="Nummer", **voorstel),
        "deelregio's": _codelijst(
            "Deelregio's", profiel.regio.deelregios, code="Code", naam="Naam"
        ),
        "samenwerking": _codelijst(
            "Samenwerkingen", profiel.samenwerkingen, code="Code", naam="Naam"
        ),
        "gemeente": _codelijst("Gemeenten", profiel.regio.leden, code="Code", **plaats),
    }


def _codelijst(titel: str, delen: Iterable[object], /, **koppen: str) -> Codelijst:
    """Parts of the profile as a table: attribute → heading."""
    rijen = tuple(tuple(getattr(deel, naam) for naam in koppen) for deel in delen)
    return Codelijst(titel, tuple(koppen.values()), rijen)


def _voorbeelden(profiel: Profiel) -> dict[Veldsoort, str]:
    """Kind → what fields that refer to the profile might hold, with codes that are right."""
    voorstellen = [v for v in profiel.voorstellen if v.staat == "actueel"] or profiel.voorstellen
    plannen = (*(v.plan for v in voorstellen), *profiel.plan)
    return {
        "thema": (*(v.thema for v in voorstellen), *profiel.thema)[0],
        "plannen": next(iter(plannen), ""),
        "voorstellen": "; ".join(str(voorstel.nummer) for voorstel in voorstellen[:2]),
        "deelregio's": "; ".join(profiel.deelregio),
        "gemeente": profiel.regio.centrum or next(iter(profiel.lid), ""),
        "samenwerking": next(iter(profiel.samenwerking), ""),
    }
