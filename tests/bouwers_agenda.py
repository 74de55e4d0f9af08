"""Topics and dossiers for tests of `agenda`: the same plain values as YAML, as CSV and as Excel."""

from __future__ import annotations

import csv
import io
import json
import shutil
import zipfile
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
import xlsxwriter
import yaml
from hypothesis import strategies as st

from agenda.invoer.dossier import lees_dossier
from agenda.invoer.onderwerpen import onderwerpen_uit
from agenda.invoer.oordelen import met_oordelen
from agenda.invoer.profiel import lees_profiel
from agenda.invoer.profielmap import meegeleverde_profielen
from agenda.onderwerp.instellingen import Instellingen
from agenda.onderwerp.invullijst import invullijst
from agenda.onderwerp.omgeving import Omgeving
from agenda.onderwerp.onderwerp import Dossier
from agenda.rangorde.prioritering import prioriteer
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.weergave.ranglijst import toon_ranglijst
from regels.lezen.vorm import houd_tegen
from regels.lezen.yaml import Gelezen
from regels.melding import Invoerfout
from regels.toetser import maak_toetser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from agenda.invoer.dossier import GelezenDossier
    from agenda.kennis.profiel import Profiel
    from agenda.onderwerp.invullijst import Invullijst
    from agenda.onderwerp.onderwerp import Onderwerp
    from agenda.onderwerp.oordeel import Gemeenteoordeel
    from agenda.rangorde.ranglijst import Ranglijst
    from regels.melding import Melding
    from regels.model import Regel
    from regels.regelset import Regelset
    from regels.toetser import Toetser

Rauw = dict[str, Any]
"""A topic as onderwerpen.yaml has it."""

SCHOON = "nijmegen-rivierenland"
BEIDE = ["rijk-van-nijmegen", "rivierenland"]
CRITERIA = {
    "wetswijziging": "Wetswijziging",
    "wal-en-schip": "Wal en schip",
    "veiligheid": "Veiligheid",
    "borging-samenwerking": "Borging samenwerking",
    "laaghangend-fruit": "Laaghangend fruit",
}
KOPPEN = {
    "Code": "code",
    "Titel": "titel",
    "Toelichting": "toelichting",
    "Thema": "thema",
    "Plannen": "plannen",
    "Voorstellen": "voorstellen",
    "Regio's": "regios",
    "Afstemming nodig": "afstemming_nodig",
    **{
        kop: f"{code}.{deel}"
        for code, titel in CRITERIA.items()
        for kop, deel in (
            (titel, "waarde"),
            (f"Onderbouwing {titel}", "onderbouwing"),
            (f"Bron {titel}", "bron"),
            (f"Lezing {titel}", "lezing"),
        )
    },
    "Afhankelijk van": "afhankelijk_van",
    "Inspanning (fte)": "inspanning_fte",
    "Kosten (€)": "kosten_euro",
    "Bevoegdheid": "bevoegdheid",
    "Ingediend door": "ingediend_door",
    "Groot beleidsstuk": "groot_beleidsstuk",
    "Juridische toets": "juridische_toets",
    "Urgent": "urgent",
}
"""Heading of a table → field, or criterion and part, as the contract lists them."""


def maak_onderwerp(code: str = "wijk-ggz", **velden: Any) -> Rauw:
    """A topic that is admitted with score 0; a field given as None is left out."""
    alles: Rauw = {
        "code": code,
        "titel": f"Titel van {code}",
        "thema": "sluitend-netwerk",
        "plannen": ["samen-dichtbij"],
        "regios": BEIDE,
        "afstemming_nodig": "ja",
        "criteria": [],
        **velden,
    }
    return {naam: waarde for naam, waarde in alles.items() if waarde is not None}


def maak_dossier(
    map_: Path, onderwerpen: Iterable[Rauw] = (), vorm: str = "yaml", **instellingen: Any
) -> Path:
    """A dossier folder for 2027; a setting given as None is left out."""
    map_.mkdir(parents=True, exist_ok=True)
    alles = {"jaar": 2027, **instellingen}
    gevuld = {naam: waarde for naam, waarde in alles.items() if waarde is not None}
    (map_ / "dossier.yaml").write_text(als_yaml(gevuld), encoding="utf-8")
    schrijf: dict[str, Callable[[Path, Iterable[Rauw]], object]] = {
        "yaml": schrijf_yaml,
        "csv": schrijf_csv,
        "excel": schrijf_excel,
    }
    schrijf[vorm](map_, onderwerpen)
    return map_


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):
    """Writes decimal numbers as people do; where libyaml is, with its speed."""


_Dumper.add_representer(
    Decimal, lambda dumper, getal: dumper.represent_scalar("tag:yaml.org,2002:float", f"{getal:f}")
)
_Dumper.ignore_aliases = lambda *_: True  # type: ignore[method-assign]


def als_yaml(waarde: Any) -> str:
    return yaml.dump(waarde, Dumper=_Dumper, allow_unicode=True, sort_keys=False)


def schrijf_yaml(map_: Path, onderwerpen: Iterable[Rauw]) -> None:
    tekst = als_yaml({"onderwerpen": list(onderwerpen)})
    (map_ / "onderwerpen.yaml").write_text(tekst, encoding="utf-8")


def schrijf_csv(
    map_: Path,
    onderwerpen: Iterable[Rauw],
    scheiding: str = ";",
    codering: str = "utf-8",
    koppen: Sequence[str] = tuple(KOPPEN),
) -> None:
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=scheiding)
    schrijver.writerow(koppen)
    schrijver.writerows(
        ["" if cel is None else cel for cel in rij_van(onderwerp, koppen)]
        for onderwerp in onderwerpen
    )
    (map_ / "onderwerpen.csv").write_bytes(uit.getvalue().encode(codering))


def schrijf_excel(
    map_: Path, onderwerpen: Iterable[Rauw], koppen: Sequence[str] = tuple(KOPPEN)
) -> None:
    opties = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    with xlsxwriter.Workbook(map_ / "onderwerpen.xlsx", opties) as boek:
        blad = boek.add_worksheet("Onderwerpen")
        blad.write_row(0, 0, koppen)
        for nummer, onderwerp in enumerate(onderwerpen, start=1):
            for kolom, cel in enumerate(rij_van(onderwerp, koppen)):
                if cel is not None:
                    assert blad.write(nummer, kolom, cel) == 0


def rij_van(onderwerp: Rauw, koppen: Sequence[str]) -> list[Any]:
    """The cells of a topic under the headings; None is an empty cell."""
    return [_cel(onderwerp, KOPPEN[kop]) for kop in koppen]


def _cel(onderwerp: Rauw, veld: str) -> Any:
    if "." in veld:
        code, deel = veld.split(".")
        return _tag(onderwerp.get("criteria", {}), code).get(deel)
    waarde = onderwerp.get(veld)
    return ("; ".join(map(str, waarde)) or "geen") if isinstance(waarde, list) else waarde


def _tag(criteria: Any, code: str) -> Mapping[str, str]:
    """A tag in its long form: a list names what is ja, and all others are nee."""
    if isinstance(criteria, list):
        return {"waarde": "ja" if code in criteria else "nee"}
    tag = criteria.get(code, {})
    return tag if isinstance(tag, dict) else {"waarde": tag}


def werkmap(*rijen: Sequence[Any], blad: str = "Onderwerpen") -> openpyxl.Workbook:
    """A workbook as somebody types it: rows of cells on one sheet."""
    boek = openpyxl.Workbook()
    assert boek.active is not None
    boek.active.title = blad
    for rij in rijen:
        boek.active.append(rij)
    return boek


def dossier_met(map_: Path, inhoud: openpyxl.Workbook | bytes | str, vorm: str = "xlsx") -> Path:
    """A dossier whose file with topics is this workbook, these bytes or this text."""
    maak_dossier(map_)
    (map_ / "onderwerpen.yaml").unlink()
    pad = map_ / f"onderwerpen.{vorm}"
    if isinstance(inhoud, openpyxl.Workbook):
        inhoud.save(pad)
    else:
        pad.write_bytes(inhoud.encode() if isinstance(inhoud, str) else inhoud)
    return map_


def verander_deel(pad: Path, deel: str, verander: Callable[[str], str]) -> None:
    """Change one part of a workbook, as a careless program would."""
    with zipfile.ZipFile(pad) as zip_:
        delen = {info.filename: zip_.read(info) for info in zip_.infolist()}
    oud = delen[deel].decode()
    delen[deel] = verander(oud).encode()
    assert delen[deel].decode() != oud, "het deel veranderde niet"
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, inhoud)


@cache
def meegeleverd() -> tuple[Profiel, Regelset]:
    return lees_profiel(meegeleverde_profielen() / SCHOON)


def map_van_profiel(naam: str) -> Path:
    """The folder of a shipped profile, or of one that was invented for the tests."""
    eigen = Path(__file__).parent / "profielen" / naam
    return eigen if eigen.is_dir() else meegeleverde_profielen() / naam


def kopie_van_profiel(map_: Path) -> Path:
    """The shipped profile, to break something in."""
    doel = map_ / SCHOON
    shutil.copytree(meegeleverde_profielen() / SCHOON, doel)
    return doel


def vervang(bestand: Path, oud: str, nieuw: str) -> int:
    """Replace a text that stands in the file once; gives the line on which it begins."""
    tekst = bestand.read_text(encoding="utf-8")
    assert tekst.count(oud) == 1, f"{oud!r} staat {tekst.count(oud)} keer in {bestand.name}"
    bestand.write_text(tekst.replace(oud, nieuw), encoding="utf-8")
    return tekst[: tekst.index(oud)].count("\n") + 1


@cache
def meegeleverde_lijst() -> Invullijst:
    """What is filled in for a topic in the shipped region."""
    profiel, regelset = meegeleverd()
    return invullijst(profiel, regelset.criteria)


def feit_van(onderwerp: Onderwerp, code: str) -> Any:
    """What a topic holds in a field of the profile; «onbekend» when nobody filled it in."""
    feit = onderwerp.feiten.get(code)
    waarde = None if feit is None else feit.waarde
    return "onbekend" if waarde is None else waarde


def onderwerpen_van(*rauw: Rauw, profiel: Profiel | None = None) -> tuple[Onderwerp, ...]:
    """Checked topics, without a file."""
    meldingen: list[Melding] = []
    gelezen = Gelezen({"onderwerpen": list(rauw)}, "proef.yaml")
    gekend, regelset = meegeleverd()
    regio = profiel or gekend
    lijst = invullijst(regio, regelset.criteria)
    onderwerpen = onderwerpen_uit(gelezen, regio, lijst, meldingen)
    assert not meldingen, "\n".join(map(str, meldingen))
    return onderwerpen


def ranglijst_van(
    *rauw: Rauw,
    profiel: Profiel | None = None,
    peildatum: date = date(2027, 1, 1),
    gewichten: Mapping[str, int] | None = None,
    maak: Callable[[tuple[Regel, ...]], Toetser] | None = None,
    oordelen: tuple[Gemeenteoordeel, ...] = (),
) -> Ranglijst:
    """The ranked list of topics, without a file.

    Args:
        oordelen: what municipalities say of the criteria, in order.
    """
    gekend, regelset = meegeleverd()
    omgeving = Omgeving(profiel or gekend, regelset.criteria)
    waarde = {"jaar": 2027, "profiel": gekend.regio.code, "peildatum": peildatum}
    waarde |= {"gewichten": dict(gewichten or {})}
    instellingen = houd_tegen(
        Instellingen, waarde, Gelezen(waarde, "proef.yaml"), (), [], {"omgeving": omgeving}
    )
    assert instellingen is not None
    onderwerpen = onderwerpen_van(*rauw, profiel=profiel)
    samen = met_oordelen(onderwerpen, oordelen, regelset.criteria)
    dossier = Dossier(instellingen, samen, oordelen=oordelen)
    return prioriteer(dossier, omgeving.profiel, regelset, maak=maak or _gedeelde_toetser)


def _gedeelde_toetser(regels: tuple[Regel, ...]) -> Toetser:
    """One engine for all ranked lists under the shipped rules: starting it takes the most time."""
    toetser = _meegeleverde_toetser()
    return toetser if toetser.regels == regels else maak_toetser(regels)


@cache
def _meegeleverde_toetser() -> Toetser:
    return maak_toetser(meegeleverd()[1].op(date(2027, 1, 1)))


def lees(map_: Path, themas: Path | None = None) -> GelezenDossier:
    return lees_dossier(map_, themas)


def onderwerp_uit(map_: Path) -> Onderwerp:
    """The one topic of a dossier."""
    (onderwerp,) = lees(map_).dossier.onderwerpen
    return onderwerp


def fouten_van(map_: Path, themas: Path | None = None) -> tuple[Melding, ...]:
    """What is wrong with a dossier; anything but an `Invoerfout` is a failure."""
    with pytest.raises(Invoerfout) as gevangen:
        lees(map_, themas)
    return gevangen.value.meldingen


def fout_van(map_: Path, themas: Path | None = None) -> Melding:
    """The one thing that is wrong with a dossier."""
    fouten = fouten_van(map_, themas)
    assert len(fouten) == 1, "\n".join(map(str, fouten))
    return fouten[0]


def ranglijst_uit(map_: Path, themas: Path | None = None) -> Ranglijst:
    gelezen = lees(map_, themas)
    return prioriteer(gelezen.dossier, gelezen.profiel, gelezen.regelset, maak=_gedeelde_toetser)


def json_van(ranglijst: Ranglijst) -> dict[str, Any]:
    """The JSON form of a ranked list, read back."""
    uit: dict[str, Any] = json.loads(toon_ranglijst(Jaaragenda(ranglijst)).als("json", 100))
    return uit


def redenen_van(ranglijst: Ranglijst) -> dict[str, list[str]]:
    """Code → reasons, of every topic that is not on the ranked list."""
    uit = json_van(ranglijst)
    return {deel["code"]: deel["redenen"] for deel in uit["onbeslist"] + uit["niet_toegelaten"]}


def json_uit(map_: Path) -> str:
    """What `agenda prioriteer --formaat json` prints of a dossier."""
    return toon_ranglijst(Jaaragenda(ranglijst_uit(map_))).als("json", 100)


def yaml_waarden(namen: Sequence[str]) -> st.SearchStrategy[Any]:
    """Anything that YAML can hold, with these names among its keys and texts."""
    blad = (
        st.none()
        | st.booleans()
        | st.integers(-(10**20), 10**20)
        | st.decimals(allow_nan=False, allow_infinity=False, places=2)
        | st.dates()
        | st.sampled_from(namen)
        | st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=8)
    )
    return st.recursive(
        blad,
        lambda dieper: (
            st.lists(dieper, max_size=3)
            | st.dictionaries(st.sampled_from(namen) | st.text("abc:?-", max_size=3), dieper)
        ),
        max_leaves=6,
    )


def plaatsen(ranglijst: Ranglijst) -> dict[str, int]:
    """Code → place, of the admitted topics in the order of the list."""
    return {geplaatst.onderwerp.code: geplaatst.plaats for geplaatst in ranglijst.toegelaten}
