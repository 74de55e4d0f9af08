"""What goes to the archive and to the registers: complete, in order, and never cut or invented."""

from __future__ import annotations

import hashlib
import json
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from bouwers_agenda import maak_onderwerp, ranglijst_van

from agenda.exporteren import VORMEN
from agenda.rangorde.besluit import Besluit
from agenda.registers.mdto import mdto_bestand

if TYPE_CHECKING:
    from collections.abc import Callable

KLEIN = Path(__file__).parent / "dossier-klein"
DAG = "2027-01-15"
NAAR = '<b> & "Colleges" ]]> é🎉 שלום'
REGISTER = """\
algoritmeregister:
  organisatie: Gemeente Nijmegen
  contact: algoritmes@voorbeeld.nl
  status: In gebruik
  wettelijke_basis: "Wmo 2015 <script>"
archief:
  archiefvormer: {naam: Gemeente Nijmegen, kenmerk: gm0268, kenmerk_bron: TOOI}
  waardering: {label: Bewaren, code: B, begrippenlijst: Onze selectielijst}
  beperking_gebruik: {label: Openbaar, begrippenlijst: Onze lijst}
  bewaartermijn: P10Y
woo:
  publicist: Gemeente Nijmegen
  publicist_tooi: https://identifier.overheid.nl/tooi/id/gemeente/gm0268
  informatiecategorie: Adviezen
"""
MDTO = "{https://www.nationaalarchief.nl/mdto}"
DIWOO = "{https://standaarden.overheid.nl/diwoo/metadata/}"
# The order and the number of times that the schema of MDTO 1.0 allows: least, most (0 is no limit).
SCHEMA = {
    "MDTO": {"informatieobject": (0, 1), "bestand": (0, 1)},
    "informatieobject": {
        "identificatie": (1, 0),
        "naam": (1, 1),
        "aggregatieniveau": (0, 1),
        "classificatie": (0, 0),
        "trefwoord": (0, 0),
        "omschrijving": (0, 0),
        "raadpleeglocatie": (0, 0),
        "dekkingInTijd": (0, 0),
        "dekkingInRuimte": (0, 0),
        "taal": (0, 0),
        "event": (0, 0),
        "waardering": (1, 1),
        "bewaartermijn": (0, 1),
        "informatiecategorie": (0, 1),
        "isOnderdeelVan": (0, 0),
        "bevatOnderdeel": (0, 0),
        "heeftRepresentatie": (0, 0),
        "aanvullendeMetagegevens": (0, 0),
        "gerelateerdInformatieobject": (0, 0),
        "archiefvormer": (1, 1),
        "betrokkene": (0, 0),
        "activiteit": (0, 1),
        "beperkingGebruik": (0, 0),
    },
    "bestand": {
        "identificatie": (1, 0),
        "naam": (1, 1),
        "omvang": (1, 1),
        "bestandsformaat": (1, 1),
        "checksum": (1, 0),
        "URLBestand": (0, 1),
        "isRepresentatieVan": (1, 1),
    },
    "identificatie": {"identificatieKenmerk": (1, 1), "identificatieBron": (1, 1)},
    "verwijzing": {"verwijzingNaam": (1, 1), "verwijzingIdentificatie": (0, 1)},
    "begrip": {"begripLabel": (1, 1), "begripCode": (0, 1), "begripBegrippenlijst": (1, 1)},
    "dekkingInTijd": {
        "dekkingInTijdType": (1, 1),
        "dekkingInTijdBegindatum": (1, 1),
        "dekkingInTijdEinddatum": (0, 1),
    },
    "event": {
        "eventType": (1, 1),
        "eventTijd": (0, 1),
        "eventVerantwoordelijkeActor": (0, 1),
        "eventResultaat": (0, 1),
    },
    "checksum": {"checksumAlgoritme": (1, 1), "checksumWaarde": (1, 1), "checksumDatum": (1, 1)},
    "bewaartermijn": {"termijnLooptijd": (0, 1)},
    "beperkingGebruik": {"beperkingGebruikType": (1, 1)},
}
SOORTEN = {
    "identificatie": ("verwijzingIdentificatie",),
    "verwijzing": (
        *("heeftRepresentatie", "archiefvormer", "isRepresentatieVan", "begripBegrippenlijst"),
        "eventVerantwoordelijkeActor",
    ),
    "begrip": (
        *("waardering", "informatiecategorie", "bestandsformaat", "checksumAlgoritme", "eventType"),
        *("dekkingInTijdType", "beperkingGebruikType"),
    ),
}
VORM = {naam: soort for soort, namen in SOORTEN.items() for naam in namen}


def eis_schema(knoop: ET.Element) -> None:
    """Hold an element and everything in it against the schema."""
    naam = knoop.tag.removeprefix(MDTO)
    kinderen = [kind.tag.removeprefix(MDTO) for kind in knoop]
    regels = SCHEMA.get(VORM.get(naam, naam))
    if regels is None:
        assert not kinderen, naam
        assert knoop.text, naam
        return
    assert not (knoop.text or "").strip()
    assert set(kinderen) <= set(regels), naam
    volgorde = list(regels)
    assert kinderen == sorted(kinderen, key=volgorde.index), naam
    for kind, (minstens, hoogstens) in regels.items():
        assert minstens <= kinderen.count(kind) <= (hoogstens or len(kinderen)), (naam, kind)
    for kind in knoop:
        eis_schema(kind)


def lees_xml(inhoud: bytes) -> ET.Element:
    return ET.fromstring(inhoud)  # noqa: S314 - the program made it a moment ago


def pad_in(wortel: ET.Element, pad: str, ruimte: str = MDTO) -> str | None:
    return wortel.findtext("/".join(f"{ruimte}{deel}" for deel in pad.split("/")))


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    map_ = tmp_path / "2027"
    shutil.copytree(KLEIN, map_)
    return map_


def stel_vast(draai: Callable, dossier: Path, *args: str) -> Path:
    afloop = draai("vaststellen", dossier, "--door", NAAR, "--datum", DAG, "--als", "md", *args)
    assert afloop.code == 0, afloop.fout
    return dossier / "besluiten" / DAG


@pytest.mark.parametrize("register", ["", REGISTER])
def test_mdto_heeft_de_elementen_in_de_volgorde_van_het_schema(
    register: str, dossier: Path, draai: Callable
) -> None:
    if register:
        (dossier / "register.yaml").write_text(register, encoding="utf-8")
    besluit = stel_vast(draai, dossier)
    bestanden = sorted((besluit / "mdto").rglob("*.mdto.xml"))

    assert len(bestanden) > 10
    for pad in (besluit / "mdto.xml", *bestanden):
        wortel = lees_xml(pad.read_bytes())
        assert wortel.tag == f"{MDTO}MDTO"
        assert len(wortel) == 1
        eis_schema(wortel)


@pytest.mark.parametrize("vorm", VORMEN)
def test_mdto_kent_elke_vorm_van_het_stuk(vorm: str) -> None:
    besluit = Besluit("Colleges", date(2027, 1, 15))

    xml = mdto_bestand(ranglijst_van(maak_onderwerp()), besluit, f"stuk.{vorm}", b"")

    assert b"octet-stream" not in xml


def test_mdto_zegt_van_elk_bestand_de_omvang_en_de_vingerafdruk(
    dossier: Path, draai: Callable
) -> None:
    besluit = stel_vast(draai, dossier)
    geheel = lees_xml((besluit / "mdto.xml").read_bytes())
    genoemd = [
        knoop.findtext(f"{MDTO}verwijzingNaam")
        for knoop in geheel.iter(f"{MDTO}heeftRepresentatie")
    ]
    eigen = {"mdto.xml", "ontvangstbewijs.json"}
    paden = {
        pad.relative_to(besluit).as_posix()
        for pad in besluit.rglob("*")
        if pad.is_file() and "mdto" not in pad.relative_to(besluit).parts
    }

    assert genoemd == sorted(paden - eigen)
    for pad in genoemd:
        inhoud = (besluit / pad).read_bytes()
        wortel = lees_xml((besluit / "mdto" / f"{pad}.bestand.mdto.xml").read_bytes())
        assert pad_in(wortel, "bestand/naam") == pad
        assert pad_in(wortel, "bestand/omvang") == str(len(inhoud))
        som = hashlib.sha256(inhoud).hexdigest()
        assert pad_in(wortel, "bestand/checksum/checksumWaarde") == som


def test_de_waardering_komt_uit_register_yaml_en_anders_staat_er_dat_zij_ontbreekt(
    dossier: Path, draai: Callable
) -> None:
    afloop = draai(
        "vaststellen", dossier, "--door", "Colleges", "--datum", "2027-01-01", "--als", "md"
    )
    leeg = lees_xml((dossier / "besluiten" / "2027-01-01" / "mdto.xml").read_bytes())
    (dossier / "register.yaml").write_text(REGISTER, encoding="utf-8")
    vol = lees_xml((stel_vast(draai, dossier) / "mdto.xml").read_bytes())

    object_ = "informatieobject"
    assert "«Nog te bepalen» bij archiefvormer, waardering en beperking_gebruik" in afloop.fout
    assert pad_in(leeg, f"{object_}/waardering/begripLabel") == "Nog te bepalen"
    assert pad_in(vol, f"{object_}/waardering/begripCode") == "B"
    assert pad_in(vol, f"{object_}/bewaartermijn/termijnLooptijd") == "P10Y"
    assert pad_in(vol, f"{object_}/archiefvormer/verwijzingNaam") == "Gemeente Nijmegen"
    assert pad_in(vol, f"{object_}/event/eventVerantwoordelijkeActor/verwijzingNaam") == NAAR


def test_het_algoritmeregister_krijgt_een_record_met_de_velden_van_de_standaard(
    dossier: Path, draai: Callable, tmp_path: Path
) -> None:
    (dossier / "register.yaml").write_text(REGISTER, encoding="utf-8")

    afloop = draai("exporteer", dossier, "--als", "algoritmeregister", "--naar", tmp_path / "uit")

    assert afloop.code == 0
    record = json.loads((tmp_path / "uit" / "algoritmeregister.json").read_text("utf-8"))
    assert list(record) == [
        *("name", "description_short", "organization", "status", "contact_email"),
        *("publication_category", "goal", "proportionality", "human_intervention", "risks"),
        *("lawful_basis", "source_data", "methods_and_models", "lang", "standard_version"),
    ]
    assert record["organization"] == "Gemeente Nijmegen"
    assert record["lawful_basis"] == "Wmo 2015 <script>"
    assert (record["lang"], record["standard_version"]) == ("nld", "1.0")
    assert len(record["name"]) <= 100
    assert len(record["description_short"]) <= 350
    assert all(len(waarde) <= 2_500 for waarde in record.values())


def test_wat_de_regio_nog_moet_invullen_staat_er_in_een_keer_en_er_wordt_niets_gemaakt(
    dossier: Path, draai: Callable, tmp_path: Path, geen_engels: Callable
) -> None:
    afloop = draai(
        "exporteer", dossier, "--als", "md,algoritmeregister,woo", "--naar", tmp_path / "uit"
    )

    assert (afloop.code, afloop.uit) == (3, "")
    for veld in ("contact", "organisatie", "status", "wettelijke_basis"):
        assert f"algoritmeregister.{veld}: gevonden niets" in afloop.fout
    assert "agenda vaststellen" in afloop.fout
    assert not (tmp_path / "uit").exists()
    geen_engels(afloop.fout.replace("status", "").replace("e-mailadres", ""))


FOUT = {
    "organisatie: " + "x" * 101: "1 tot 100 tekens (hier 101)",
    "korte_omschrijving: " + "x" * 351: "1 tot 350 tekens",
    "doel: " + "x" * 2_501: "1 tot 2500 tekens",
    "status: In gebruk": "bedoelde u «In gebruik»?",
    "contact: geen adres": "e-mailadres",
    "publicatiecategorie: Overig": "Overige algoritmes",
    "kontact: a@b.nl": "bedoelde u «contact»?",
}


@pytest.mark.parametrize("regel", FOUT, ids=[naam[:20] for naam in FOUT])
def test_een_fout_in_register_yaml_heeft_een_plek_en_wordt_nooit_afgekapt(
    regel: str, dossier: Path, draai: Callable
) -> None:
    (dossier / "register.yaml").write_text(f"algoritmeregister:\n  {regel}\n", encoding="utf-8")

    for opdracht in (("controleer", dossier), ("exporteer", dossier, "--als", "md")):
        afloop = draai(*opdracht)
        assert (afloop.code, afloop.uit) == (3, "")
        assert "register.yaml:2:3" in afloop.fout
        assert FOUT[regel] in " ".join(afloop.fout.split())


@pytest.mark.parametrize("eind", ["gemeente/foo", "gemeente/0268", "gemeente/GM0268", "gm0268"])
def test_het_adres_van_een_gemeente_eindigt_op_haar_code(
    eind: str, dossier: Path, draai: Callable
) -> None:
    adres = f"https://identifier.overheid.nl/tooi/id/{eind}"
    inhoud = f"woo:\n  publicist_tooi: {adres}\n"
    (dossier / "register.yaml").write_text(inhoud, encoding="utf-8")

    afloop = draai("controleer", dossier)

    assert afloop.code == 3
    assert "register.yaml:2:3 woo.publicist_tooi: " in afloop.fout


def test_de_gegevens_voor_de_woo_noemen_de_dag_en_de_categorie(
    dossier: Path, draai: Callable, tmp_path: Path
) -> None:
    besluit = stel_vast(draai, dossier)
    # Filled in after the decision: who publishes is often known only then.
    (dossier / "register.yaml").write_text(REGISTER, encoding="utf-8")

    afloop = draai("exporteer", besluit, "--als", "woo", "--naar", tmp_path / "uit")

    assert afloop.code == 0, afloop.fout
    (pad,) = (tmp_path / "uit").glob("[!.]*")
    assert pad.name == "strategische-agenda-2027.diwoo.xml"
    wortel = lees_xml(pad.read_bytes())
    (kern,) = wortel
    assert (wortel.tag, kern.tag) == (f"{DIWOO}Document", f"{DIWOO}DiWoo")
    assert [kind.tag.removeprefix(DIWOO) for kind in kern] == [
        *("publisher", "titelcollectie", "classificatiecollectie", "creatiedatum"),
        "documenthandelingen",
    ]
    (categorie,) = kern.iter(f"{DIWOO}informatiecategorie")
    assert categorie.text == "Adviezen"
    assert categorie.get("resource", "").endswith("/tooi/def/thes/kern/c_99a836c7")
    assert pad_in(kern, "creatiedatum", DIWOO) == DAG


def test_een_besluit_houdt_wat_er_al_was_ingevuld(
    dossier: Path, draai: Callable, tmp_path: Path
) -> None:
    (dossier / "register.yaml").write_text(REGISTER, encoding="utf-8")
    besluit = stel_vast(draai, dossier, "--als", "woo,algoritmeregister")
    (dossier / "register.yaml").write_text(REGISTER.replace("Nijmegen", "Tiel"), encoding="utf-8")

    assert (
        draai("exporteer", besluit, "--als", "woo,algoritmeregister", "--naar", tmp_path).code == 0
    )

    for naam in ("algoritmeregister.json", "strategische-agenda-2027.diwoo.xml"):
        assert (tmp_path / naam).read_bytes() == (besluit / naam).read_bytes()


@pytest.mark.traag
def test_registers_horen_niet_bij_de_gewone_vormen(
    dossier: Path, draai: Callable, tmp_path: Path
) -> None:
    assert draai("exporteer", dossier, "--naar", tmp_path / "uit").code == 0
    namen = {pad.name for pad in (tmp_path / "uit").iterdir()}

    assert "algoritmeregister.json" not in namen
    assert not any("diwoo" in naam for naam in namen)
