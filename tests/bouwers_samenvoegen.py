"""Thirteen workbooks with what goes wrong in real ones, planted where a test knows it.

Two old templates, three pairs of topics that look alike, five assessments and two facts on which
members differ, one broken file, and one copy. See `PLANT` for where each stands.
"""

from __future__ import annotations

import csv
import io
import shutil
from typing import TYPE_CHECKING, Any

import xlsxwriter
from bouwers_agenda import KOPPEN, als_yaml, maak_onderwerp, rij_van

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from bouwers_agenda import Rauw

GEMEENTEN = {
    "Berg en Dal": "GM1945",
    "Beuningen": "GM0209",
    "Druten": "GM0225",
    "Heumen": "GM0252",
    "Mook en Middelaar": "GM0944",
    "Nijmegen": "GM0268",
    "Wijchen": "GM0296",
    "Buren": "GM0214",
    "Culemborg": "GM0216",
    "Neder-Betuwe": "GM1740",
    "Tiel": "GM0281",
    "West Betuwe": "GM1960",
    "West Maas en Waal": "GM0668",
}
CULEMBORG = "inbreng definitief.xlsx"
"""A renamed file: only its column says of whom it is."""
OUD = tuple(k for k in KOPPEN if not k.startswith("Lezing"))[:-3]
"""The headings of the first release."""
OUDER = ("Thema", "Titel", "Code", "Afstemming nodig", "Regio's", "Plannen", "Veiligheid")
"""A table of somebody's own, in another order."""


def _weer_thuis(criteria: Mapping[str, str], **velden: Any) -> Rauw:
    return maak_onderwerp(
        "weer-thuis",
        titel="Programma Weer Thuis",
        thema="wonen",
        criteria=_met_reden(criteria),
        **velden,
    )


def _dashboards(criteria: Mapping[str, str], **velden: Any) -> Rauw:
    return maak_onderwerp(
        "dashboards",
        titel="Aansluiten op de dashboards",
        thema="organisatie",
        criteria=_met_reden(criteria),
        **velden,
    )


def _met_reden(criteria: Mapping[str, str]) -> dict[str, Any]:
    """Each answer, and a reason for each «ja»."""
    return {
        code: {"waarde": waarde, "onderbouwing": "Dat staat in de evaluatie."}
        if waarde == "ja"
        else waarde
        for code, waarde in criteria.items()
    }


def _eigen(code: str, titel: str, thema: str = "wonen") -> Rauw:
    criteria = _met_reden({"wal-en-schip": "ja", "veiligheid": "nee"})
    return maak_onderwerp(code, titel=titel, thema=thema, criteria=criteria)


INBRENG: dict[str, tuple[Rauw, ...]] = {
    "Berg en Dal": (_eigen("time-out", "Plekken voor een time-out"),),
    "Beuningen": (_eigen("wijk-ggz", "Wijk-GGZ-teams doorontwikkelen", "sluitend-netwerk"),),
    "Druten": (_weer_thuis({"veiligheid": "ja", "wal-en-schip": "nee"}),),
    "Heumen": (
        _eigen("respijtzorg", "Respijtzorg in de regio", "participatie"),
        _dashboards({"borging-samenwerking": "ja", "laaghangend-fruit": "ja"}),
    ),
    "Mook en Middelaar": (),
    "Nijmegen": (
        _weer_thuis({"veiligheid": "ja", "wal-en-schip": "ja"}, kosten_euro=50000),
        _eigen("regisseur", "Regisseur dakloosheid"),
    ),
    "Wijchen": (_eigen("schuldhulp", "Schuldhulp dicht bij huis", "inkomen-schulden"),),
    "Buren": (
        _dashboards(
            {"borging-samenwerking": "nee", "laaghangend-fruit": "nee"}, regios=["rivierenland"]
        ),
    ),
    "Culemborg": (
        {**_eigen("time-out-plek", "Een plek voor time-out"), "ingediend_door": "Culemborg"},
    ),
    "Neder-Betuwe": (
        _eigen("ggz-wijkteams", "Doorontwikkelen van de wijk GGZ teams", "sluitend-netwerk"),
    ),
    "Tiel": (
        _weer_thuis({"veiligheid": "nee", "wal-en-schip": "ja"}, kosten_euro=60000),
        _eigen("respijt", "Respijtzorg in de regio", "participatie"),
    ),
    "West Betuwe": (_eigen("skaeve-huse", "Skaeve huse verdelen"),),
    "West Maas en Waal": (
        maak_onderwerp("werkplek", titel="Dagbesteding als opstap", thema="werk-dagbesteding"),
    ),
}
OORDELEN = {
    "Mook en Middelaar": (
        ("weer-thuis", "Programma Weer Thuis", {"laaghangend-fruit": "ja"}),
        ("regisseur", "Regisseur dakloosheid", {"wal-en-schip": "nee", "veiligheid": "nee"}),
    )
}
"""What a member says of topics of others: code, title, criterion → answer."""
VOORKEUREN = {"Tiel": {"Veiligheid": 1, "Wal en schip": 2, "Laaghangend fruit": 2}}

_KOP_VAN = {veld: kop for kop, veld in KOPPEN.items()}


def _maak_mappen(map_: Path) -> Path:
    """The dossier «2027», and beside it a folder for workbooks, which it gives."""
    dossier, werkmappen = map_ / "2027", map_ / "werkmappen"
    werkmappen.mkdir(parents=True)
    dossier.mkdir()
    (dossier / "dossier.yaml").write_text(als_yaml({"jaar": 2027}), encoding="utf-8")
    return werkmappen


def maak_dertien(map_: Path) -> Path:
    """A dossier, and beside it a folder with the files; gives the folder with the files."""
    werkmappen = _maak_mappen(map_)
    for naam, onderwerpen in INBRENG.items():
        if naam == "West Maas en Waal":
            schrijf_csv(werkmappen / f"{naam}.csv", onderwerpen, OUDER)
            continue
        koppen = OUD if naam == "West Betuwe" else tuple(KOPPEN)
        bestand = CULEMBORG if naam == "Culemborg" else f"{naam}.xlsx"
        schrijf_werkmap(werkmappen / bestand, onderwerpen, koppen, naam)
    breek(werkmappen / "Wijchen.xlsx")
    shutil.copy(werkmappen / "Tiel.xlsx", werkmappen / "Tiel (kopie).xlsx")
    return werkmappen


DRIE: dict[str, tuple[Rauw, ...]] = {
    "Nijmegen": (
        _weer_thuis({"veiligheid": "ja"}, kosten_euro=50000),
        _eigen("time-out", "Plekken voor een time-out"),
    ),
    "Tiel": (_weer_thuis({"veiligheid": "nee"}, kosten_euro=60000),),
    "Buren": (_eigen("time-out-plek", "Een plek voor time-out"),),
}
"""A small set: one fact and one assessment on which two differ, and one pair that looks alike."""


def maak_drie(map_: Path) -> Path:
    """A dossier, and beside it a folder with three CSV files; gives the folder with the files."""
    werkmappen = _maak_mappen(map_)
    for naam, onderwerpen in DRIE.items():
        schrijf_csv(werkmappen / f"{naam}.csv", onderwerpen)
    return werkmappen


def breek(pad: Path) -> None:
    """Half of the file is gone, as after a bad connection."""
    inhoud = pad.read_bytes()
    pad.write_bytes(inhoud[: len(inhoud) // 2])


def schrijf_csv(
    pad: Path, onderwerpen: Sequence[Rauw], koppen: Sequence[str] = tuple(KOPPEN)
) -> None:
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";")
    schrijver.writerow(koppen)
    schrijver.writerows(
        ["" if cel is None else cel for cel in rij_van(onderwerp, koppen)]
        for onderwerp in onderwerpen
    )
    pad.write_text(uit.getvalue(), encoding="utf-8-sig", newline="")


def schrijf_werkmap(
    pad: Path, onderwerpen: Sequence[Rauw], koppen: Sequence[str] = tuple(KOPPEN), naam: str = ""
) -> None:
    """A workbook of one member; the headings stand on the first row."""
    bladen = {"Onderwerpen": [koppen, *(rij_van(onderwerp, koppen) for onderwerp in onderwerpen)]}
    if naam in OORDELEN:
        titels = dict.fromkeys(t for _, _, tags in OORDELEN[naam] for t in tags)
        kop = ["Code", "Titel", *(_KOP_VAN[f"{code}.waarde"] for code in titels)]
        delen = (
            [code, titel, *(tags.get(c) for c in titels)] for code, titel, tags in OORDELEN[naam]
        )
        bladen["Oordelen"] = [kop, *delen]
    if naam in VOORKEUREN:
        volgorde = VOORKEUREN[naam]
        bladen["Voorkeuren"] = [["Gemeente", *volgorde], [naam, *volgorde.values()]]
    schrijf_bladen(pad, bladen)


def schrijf_bladen(pad: Path, bladen: Mapping[str, Sequence[Sequence[Any]]]) -> None:
    """A workbook: per sheet its rows. Text stays text."""
    opties = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    with xlsxwriter.Workbook(pad, opties) as boek:
        for naam, rijen in bladen.items():
            blad = boek.add_worksheet(naam)
            for nummer, rij in enumerate(rijen):
                for kolom, cel in enumerate(rij):
                    if cel is not None:
                        assert blad.write(nummer, kolom, cel) == 0
