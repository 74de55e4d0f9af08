"""From the file with topics to checked topics: the same road for YAML, Excel and CSV."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable
from typing import TYPE_CHECKING, Any

from agenda.invoer import ONDERWERPBESTANDEN
from agenda.invoer.dossiermap import voeg_samen
from agenda.invoer.feiten import lees_feiten
from agenda.invoer.kringmelding import meld_kringen
from agenda.invoer.namen import begrijp_namen, titels_van
from agenda.invoer.rijen import kop_van, lijst_in
from agenda.onderwerp.omgeving import Omgeving
from agenda.onderwerp.onderwerp import VELDEN, Onderwerp
from regels.lezen.vorm import houd_tegen
from regels.lezen.yaml import lees_yaml
from regels.melding import Invoerfout, Melding, Plek, genoeg
from regels.taal import opsomming, toon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from agenda.invoer.tabelvorm import Tabelvorm
    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.invullijst import Invullijst
    from regels.lezen.yaml import Gelezen, Pad
    from regels.volger import Volger

_TABELLEN = (".xlsx", ".csv")
ONLEESBAAR = (".xls", ".xlsm", ".ods")
"""What a spreadsheet program saves too, and this program does not read."""
SLA_OP = "open het in Excel of Calc en kies Opslaan als: Excel-werkmap (.xlsx)"
OPEN_IN_EXCEL = ("~$", ".~lock")
"""How Excel and LibreOffice begin the name of what they put beside a file that is open."""
_MAG_ONBEKEND = tuple(veld.naam for veld in VELDEN if veld.leeg == "onbekend")


def vind_onderwerpen(map_: Path, meldingen: list[Melding]) -> str:
    """The one file with topics; empty, with a finding, when there is none or more than one."""
    gevonden = [naam for naam in ONDERWERPBESTANDEN if (map_ / naam).exists()]
    if len(gevonden) == 1:
        return gevonden[0]
    verwacht = f"precies één van {opsomming(ONDERWERPBESTANDEN)}"
    if gevonden:
        plek = Plek(gevonden[0])
        ook = f"ook {opsomming(gevonden[1:], 'en')}"
        hulp = "haal weg wat u niet gebruikt, of zet het in een andere map"
        meldingen.append(Melding(plek, "", ook, verwacht, hulp))
        return ""
    hulp = _wat_er_wel_staat(map_)
    meldingen.append(Melding(Plek("onderwerpen.xlsx"), "", "geen bestand", verwacht, hulp))
    return ""


def _wat_er_wel_staat(map_: Path) -> str:
    """What to do when the file with topics is not there: another may be meant."""
    namen = sorted(pad.name for pad in map_.iterdir() if pad.is_file()) if map_.is_dir() else []
    onleesbaar = [naam for naam in namen if naam.lower().startswith("onderwerpen.")]
    anders = [
        naam
        for naam in namen
        if naam.lower().endswith(_TABELLEN) and not naam.startswith(OPEN_IN_EXCEL)
    ]
    if len(anders) == 1:
        soort = anders[0].rpartition(".")[2].lower()
        return f"is «{anders[0]}» dat bestand? Noem het dan «onderwerpen.{soort}»"
    if anders:
        return f"is het een van deze? {opsomming(anders)}; noem dat dan «onderwerpen»"
    if onleesbaar:
        return f"{opsomming(onleesbaar, 'en')} kan het programma niet lezen; {SLA_OP}"
    return voeg_samen(map_)


def meld_ernaast(map_: Path, bestand: str) -> list[Melding]:
    """Files beside the one with topics that somebody may take for it."""
    gevonden = []
    for naam in sorted(pad.name for pad in map_.iterdir()):
        if naam == bestand or "onderwerpen" not in naam.lower():
            continue
        if naam.startswith(OPEN_IN_EXCEL):
            hulp = "sla het op en sluit Excel; wat nog niet is opgeslagen, telt niet mee"
            melding = Melding(Plek(bestand), "", "een bestand dat nog open is", "gesloten", hulp)
            gevonden.append(melding)
        elif naam.lower().endswith((*_TABELLEN, ".yaml", *ONLEESBAAR)):
            hulp = f"alleen {bestand} telt mee; haal het andere weg of zet het in een andere map"
            if naam.lower().endswith(ONLEESBAAR):
                hulp = f"alleen {bestand} telt mee; staat uw werk hierin? Dan: {SLA_OP}"
            gevonden.append(Melding(Plek(naam), "", "nog een bestand", "één bestand", hulp))
    return gevonden


def lees_onderwerpen(
    pad: Path, vormen: Sequence[Tabelvorm], meldingen: list[Melding], volg: Volger
) -> list[Gelezen | None]:
    """What a file says of topics, in the shape that YAML gives; a workbook may say more.

    Args:
        vormen: the table of topics, then those for which a workbook may have a sheet.

    Returns:
        For each of these, in that order; None when it cannot be read, or is not there.
    """
    niets = [None for _ in vormen]
    try:
        if pad.suffix.lower() == ".yaml":
            return [lees_yaml(pad, pad.name), *niets[1:]]
        if pad.suffix.lower() == ".csv":
            from agenda.invoer.csv_bestand import lees_csv

            return [lees_csv(pad, pad.name, vormen[0], meldingen), *niets[1:]]
        from agenda.invoer.excel import lees_excel

        return lees_excel(pad, pad.name, vormen, meldingen, volg)
    except Invoerfout as fout:
        meldingen.extend(fout.meldingen)
        return [*niets]


def noem_onderwerp(gelezen: Gelezen, meldingen: Iterable[Melding]) -> list[Melding]:
    """The same findings, each with the topic in whose row or lines it stands."""
    lijst = gelezen.waarde.get("onderwerpen") if isinstance(gelezen.waarde, dict) else None
    begin = [
        (gelezen.plek(("onderwerpen", nummer)).regel, str(rauw.get("code") or ""))
        for nummer, rauw in enumerate(lijst if isinstance(lijst, list) else ())
        if isinstance(rauw, dict)
    ]
    regels = [regel for regel, _ in begin]
    blad = gelezen.plek(("onderwerpen", 0)).blad

    def code_bij(plek: Plek) -> str:
        nummer = bisect_right(regels, plek.regel) - 1
        if (plek.bestand, plek.blad) != (gelezen.bestand, blad) or nummer < 0:
            return ""
        in_tabel = bool(gelezen.koppen)
        return begin[nummer][1] if not in_tabel or regels[nummer] == plek.regel else ""

    return [melding._replace(onderwerp=code_bij(melding.plek)) for melding in meldingen]


def onderwerpen_uit(
    gelezen: Gelezen,
    profiel: Profiel,
    invullijst: Invullijst,
    meldingen: list[Melding],
    elders: Mapping[str, str] | None = None,
) -> tuple[Onderwerp, ...]:
    """Check every topic of a file.

    Args:
        gelezen: the file, holding a list under `onderwerpen`.
        invullijst: what may be filled in.
        meldingen: every fault is added to this list.
        elders: code → title of topics in other files, which these may name.

    Returns:
        The topics that are right, sorted by code.
    """
    lijst = lijst_in(gelezen, "onderwerpen", meldingen)
    if lijst is None:
        return ()
    begrijp_namen(gelezen, profiel, invullijst, {**(elders or {}), **titels_van(lijst)})
    criteria = invullijst.criteria
    velden = {v.code: v for v in profiel.velden if v.over == "onderwerp" and v.afgeleid is None}
    codes = [*(elders or ()), *(rauw.get("code") for rauw in lijst if isinstance(rauw, dict))]
    omgeving = Omgeving(profiel, criteria, frozenset(c for c in codes if isinstance(c, str)))
    _meld_dubbele_codes(gelezen, lijst, meldingen)
    _meld_kringen(gelezen, lijst, meldingen)
    onderwerpen = []
    for nummer, rauw in enumerate(lijst):
        if genoeg(meldingen):
            break
        pad: Pad = ("onderwerpen", nummer)
        vorm = _vorm(rauw, pad, gelezen, criteria)
        if velden and isinstance(vorm, dict):
            feiten = lees_feiten(vorm, velden, profiel, gelezen, pad, meldingen)
            vorm = {naam: waarde for naam, waarde in vorm.items() if naam not in velden}
            vorm = vorm if "feiten" in vorm else vorm | {"feiten": feiten}
        onderwerp = houd_tegen(
            Onderwerp, vorm, gelezen, pad, meldingen, {"omgeving": omgeving}, ook=tuple(velden)
        )
        onderwerpen.append(onderwerp)
    goed = [onderwerp for onderwerp in onderwerpen if onderwerp is not None]
    return tuple(sorted(goed, key=lambda onderwerp: onderwerp.code))


def nummers_van(gelezen: Gelezen) -> dict[str, int]:
    """Code → which of the topics in a file has it."""
    return {
        rauw["code"]: nummer
        for nummer, rauw in enumerate(gelezen.waarde["onderwerpen"])
        if isinstance(rauw, dict) and isinstance(rauw.get("code"), str)
    }


def _meld_dubbele_codes(gelezen: Gelezen, lijst: list[Any], meldingen: list[Melding]) -> None:
    eerste: dict[str, Pad] = {}
    for nummer, rauw in enumerate(lijst):
        code = rauw.get("code") if isinstance(rauw, dict) else None
        if not isinstance(code, str):
            continue
        pad: Pad = ("onderwerpen", nummer, "code")
        if code in eerste:
            verwacht = f"een code die nog niet gebruikt is (zie {gelezen.plek(eerste[code])})"
            veld = kop_van("code", gelezen)
            meldingen.append(Melding(gelezen.plek(pad), veld, toon(code), verwacht))
        eerste.setdefault(code, pad)


def _meld_kringen(gelezen: Gelezen, lijst: list[Any], meldingen: list[Melding]) -> None:
    """Topics that wait for each other in a circle, whatever else is wrong with them."""
    stappen = {
        (rauw["code"], naar): gelezen.plek(("onderwerpen", nummer, "afhankelijk_van", volgnummer))
        for nummer, rauw in enumerate(lijst)
        if isinstance(rauw, dict)
        and isinstance(rauw.get("code"), str)
        and isinstance(rauw.get("afhankelijk_van"), list)
        for volgnummer, naar in enumerate(rauw["afhankelijk_van"])
        if isinstance(naar, str) and naar != rauw["code"]
    }
    veld = kop_van("afhankelijk_van", gelezen)
    verwacht = "onderwerpen die op elkaar wachten zonder kring"
    meldingen += meld_kringen(stappen, veld, verwacht)


def _vorm(rauw: Any, pad: Pad, gelezen: Gelezen, criteria: Mapping[str, str]) -> Any:
    """One shape for all ways to write a topic: what is empty or `onbekend` is left out."""
    if not isinstance(rauw, dict):
        return rauw
    vorm = {naam: waarde for naam, waarde in rauw.items() if waarde is not None}
    for naam in _MAG_ONBEKEND:
        if vorm.get(naam) == "onbekend":
            del vorm[naam]
    tags = vorm.get("criteria")
    if isinstance(tags, list) and all(isinstance(tag, Hashable) for tag in tags):
        vorm["criteria"] = _korte_vorm(tags, (*pad, "criteria"), gelezen, criteria)
    elif isinstance(tags, dict):
        vorm["criteria"] = {code: _tag(tag) for code, tag in tags.items() if tag is not None}
    return vorm


def _korte_vorm(
    codes: list[Any], pad: Pad, gelezen: Gelezen, criteria: Mapping[str, str]
) -> dict[Any, Any]:
    """A list of criteria is a full assessment: the listed ones are ja, the others nee."""
    for nummer, code in enumerate(codes):
        gelezen.plekken[(*pad, str(code))] = gelezen.plek((*pad, nummer))
    return {code: {"waarde": "nee"} for code in criteria} | {
        code: {"waarde": "ja"} for code in codes
    }


def _tag(tag: Any) -> Any:
    if not isinstance(tag, dict):
        return {"waarde": tag}
    return {naam: waarde for naam, waarde in tag.items() if waarde is not None}
