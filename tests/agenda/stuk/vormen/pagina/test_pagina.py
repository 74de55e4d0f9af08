"""The page as it leaves the program: what stands in it, before a browser does anything."""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
import sys
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import pytest
from bouwers_agenda import json_van, maak_onderwerp, ranglijst_van
from bouwers_pagina import (
    LASTIG,
    lastige_agenda,
    lees_pagina,
    met_id,
    met_klasse,
    pagina_van,
    plat,
    rijen_van,
    tekst_van,
    veel_onderwerpen,
    voorbeeldpagina,
)
from stukken import VOORBEELD, regels_van, voorbeeld

from agenda.rangorde.besluit import Afwijking, Besluit
from agenda.rangorde.ranglijst import op_titel
from agenda.stuk.opstellen import stel_stuk_op
from agenda.stuk.vormen.pagina.pagina import maak_pagina
from agenda.uitleg.jaaragenda import Jaaragenda

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from agenda.stuk.blokken import Blok, Stuk


class Geval(NamedTuple):
    """An agenda, with its document and its page."""

    agenda: Jaaragenda
    stuk: Stuk
    wortel: Element


@pytest.fixture(scope="module", params=["voorbeeld", "lastig", "leeg", "veel"])
def geval(request: pytest.FixtureRequest) -> Geval:
    agenda = {
        "voorbeeld": voorbeeld,
        "lastig": lastige_agenda,
        "leeg": lambda: Jaaragenda(ranglijst_van()),
        "veel": lambda: Jaaragenda(ranglijst_van(*veel_onderwerpen(25))),
    }[request.param]()
    stuk = stel_stuk_op(agenda)
    return Geval(agenda, stuk, lees_pagina(maak_pagina(agenda, stuk)))


@pytest.fixture(scope="module")
def wortel() -> Element:
    return lees_pagina(voorbeeldpagina())


def test_de_pagina_is_geldig_en_elke_verwijzing_komt_ergens_aan(geval: Geval) -> None:
    wortel = geval.wortel

    namen = [e.get("id") for e in wortel.iter() if e.get("id")]
    assert len(namen) == len(set(namen))
    for element in wortel.iter():
        doelen = [element.get("for"), *(element.get("aria-labelledby") or "").split()]
        adres = element.get("href")
        if adres is not None:
            assert adres.startswith("#")
            doelen.append(adres[1:])
        assert {doel for doel in doelen if doel} <= set(namen)


def test_plaatsen_titels_en_scores_zijn_die_van_de_json(geval: Geval) -> None:
    json_ = json_van(geval.agenda.ranglijst)
    rijen = rijen_van(geval.wortel) if json_["ranglijst"] else []

    assert len(rijen) == len(json_["ranglijst"])
    for rij, lid in zip(rijen, json_["ranglijst"], strict=True):
        laag, hoog = lid["score"], lid["score_max"]
        assert rij["code"] == lid["code"]
        assert rij["titel"] == plat(lid["titel"])
        assert rij["plaats"] == str(lid["plaats"])
        assert rij["gedeeld"] is lid["gedeeld"]
        assert rij["score"] == (str(laag) if laag == hoog else f"{laag} tot {hoog}")
        assert rij["href"] == f"#onderwerp-{lid['code']}"


def test_wat_geen_plaats_heeft_staat_er_met_alle_redenen(geval: Geval) -> None:
    json_ = json_van(geval.agenda.ranglijst)
    wortel = geval.wortel

    lijsten = [t for t in met_klasse(wortel, "lijst") if t not in met_klasse(wortel, "ranglijst")]
    rijen = [rij for tabel in lijsten for rij in tabel.iterfind("tbody/tr")]
    leden = json_["onbeslist"] + json_["niet_toegelaten"]
    assert [rij.get("id") for rij in rijen] == [f"rij-{lid['code']}" for lid in leden]
    for rij, lid in zip(rijen, leden, strict=True):
        zinnen = (f"{reden[0].upper()}{reden[1:]}" for reden in lid["redenen"])
        redenen = " ".join(zin if zin.endswith(("?", ".")) else f"{zin}." for zin in zinnen)
        assert tekst_van(rij) == plat(f"{lid['titel']} {redenen}")


def test_elk_woord_van_het_stuk_staat_op_de_pagina(geval: Geval) -> None:
    stuk = geval.stuk
    wortel = geval.wortel

    for hoofdstuk in stuk.delen:
        sectie = met_id(wortel, hoofdstuk.code)
        assert plat(hoofdstuk.titel) == tekst_van(sectie[0])
        for deel in hoofdstuk.delen:
            op_pagina = tekst_van(met_id(sectie, deel.code))
            for _, onderdeel in deel.alle():
                for tekst in (onderdeel.titel, *teksten(onderdeel.blokken)):
                    assert plat(tekst) in op_pagina
    heel = tekst_van(next(wortel.iter("main")))
    for blokken in (stuk.omslag, *(hoofdstuk.blokken for hoofdstuk in stuk.delen)):
        for tekst in teksten(blokken):
            assert all(plat(regel) in heel for regel in tekst.split("\n"))
    assert wortel.findtext("head/title") == stuk.titel


def teksten(blokken: tuple[Blok, ...]) -> Iterator[str]:
    return (deel for blok in blokken for regel in regels_van(blok) for deel in regel)


def test_lastige_titels_zijn_tekst_en_nooit_opmaak() -> None:
    pagina = pagina_van(lastige_agenda())
    wortel = lees_pagina(pagina)

    titels = {rij["code"]: rij["titel"] for rij in rijen_van(wortel)}
    assert titels == {code: plat(titel) for code, titel in LASTIG.items()}
    assert [e.get("type") for e in wortel.iter("script")] == ["application/json", None]
    assert not list(wortel.iter("img"))


def test_de_pagina_haalt_niets_op_en_alleen_eigen_stijl_en_script_mogen_werken(
    wortel: Element,
) -> None:
    for element in wortel.iter():
        assert not {"src", "srcset", "style", "background", "data"} & {*element.attrib}
        assert not [kenmerk for kenmerk in element.attrib if kenmerk.startswith("on")]
    (beleid,) = (m.get("content") for m in wortel.iter("meta") if m.get("http-equiv"))
    regels = dict(regel.strip().split(" ", 1) for regel in str(beleid).split(";"))
    (stijl,) = wortel.iter("style")
    script = list(wortel.iter("script"))[-1]
    assert regels == {
        "default-src": "'none'",
        "style-src": f"'sha256-{som(stijl)}'",
        "script-src": f"'sha256-{som(script)}'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert "url(" not in (stijl.text or "")
    assert "innerHTML" not in (script.text or "")


def som(element: Element) -> str:
    inhoud = (element.text or "").encode()
    return base64.b64encode(hashlib.sha256(inhoud).digest()).decode()


def test_koppen_slaan_geen_niveau_over(geval: Geval) -> None:
    wortel = geval.wortel
    niveaus = [int(e.tag[1]) for e in wortel.iter() if e.tag in {f"h{n}" for n in range(1, 7)}]

    assert niveaus.count(1) == 1
    assert niveaus[0] == 1
    assert all(later <= eerder + 1 for eerder, later in pairwise(niveaus))


def test_elke_tabel_heeft_een_bijschrift_en_koppen(wortel: Element) -> None:
    for tabel in wortel.iter("table"):
        assert tekst_van(tabel[0])
        assert tabel[0].tag == "caption"
        assert all(kop.get("scope") == "col" for kop in tabel.iterfind("thead/tr/th"))
        for rij in tabel.iterfind("tbody/tr"):
            assert [kop.get("scope") for kop in rij.iter("th")] == ["row"]


def test_het_script_weet_van_elk_onderwerp_wat_het_programma_ervan_weet(
    wortel: Element,
) -> None:
    ranglijst = voorbeeld().ranglijst
    script = next(wortel.iter("script"))
    gegevens = json.loads(script.text or "")

    assert {c["code"]: c["gewicht"] for c in gegevens["criteria"]} == ranglijst.gewichten
    op_code = {g["code"]: g for g in gegevens["onderwerpen"]}
    assert list(op_code) == [lid.onderwerp.code for lid in ranglijst.alle]
    for lid in ranglijst.alle:
        uit = op_code[lid.onderwerp.code]
        assert uit["status"] == lid.uitslag.status
        assert uit["thema"] == lid.onderwerp.thema
        assert uit["voorstellen"] == list(lid.onderwerp.voorstellen or ())
        assert uit["criteria"] == [oordeel.uitkomst for oordeel in lid.uitslag.criteria]
        assert uit.get("plaats") == getattr(lid, "plaats", None)
    op_rang = sorted(ranglijst.toegelaten, key=lambda g: op_code[g.onderwerp.code]["titelrang"])
    assert op_rang == sorted(ranglijst.toegelaten, key=op_titel)


def test_twee_keer_maken_geeft_dezelfde_bytes() -> None:
    opdracht = (
        "import hashlib; from bouwers_pagina import voorbeeldpagina;"
        "print(hashlib.sha256(voorbeeldpagina().encode()).hexdigest())"
    )
    tests = VOORBEELD.parents[1] / "tests"
    ergens_anders = subprocess.run(
        [sys.executable, "-c", opdracht],
        cwd=tests,
        env={"PYTHONHASHSEED": "1", "PYTHONPATH": str(tests)},
        capture_output=True,
        check=True,
        text=True,
    )
    hier = hashlib.sha256(voorbeeldpagina().encode()).hexdigest()
    assert ergens_anders.stdout.strip() == hier


def test_elk_vak_van_het_plaatje_leidt_naar_zijn_deel(wortel: Element) -> None:
    (plaat,) = met_klasse(wortel, "plaat")
    links = [e for e in plaat.iter() if e.tag.endswith("a") and e.get("href")]

    codes = {lid.onderwerp.code for lid in voorbeeld().ranglijst.alle}
    nummers = voorbeeld().ranglijst.profiel.voorstel
    assert {link.get("href") for link in links} == {
        *(f"#onderwerp-{code}" for code in codes),
        *(f"#voorstel-{nummer}" for nummer in nummers),
    }
    assert all(link.get("aria-label") for link in links)


def test_de_tabel_naast_het_plaatje_noemt_elke_lijn(wortel: Element) -> None:
    samenhang = voorbeeld().samenhang
    deel = met_id(wortel, "samenhang")
    per_onderwerp, verbanden = deel.iter("table")

    rijen = [[tekst_van(cel) for cel in rij] for rij in per_onderwerp.iterfind("tbody/tr")]
    for rij, lid in zip(rijen, samenhang.leden.values(), strict=True):
        voorstellen = [int(n) for n in rij[3].split(", ") if n.isdigit()]
        assert voorstellen == list(lid.onderwerp.voorstellen or ())
        assert all(code in rij[4] for code in lid.onderwerp.afhankelijk_van)
    assert len(list(verbanden.iterfind("tbody/tr"))) == len(samenhang.voorstelverbanden)


@pytest.mark.traag
def test_te_veel_onderwerpen_voor_een_plaatje_zegt_de_pagina() -> None:
    veel = [maak_onderwerp(f"o-{n}") for n in range(401)]
    wortel = lees_pagina(pagina_van(Jaaragenda(ranglijst_van(*veel))))

    assert not met_klasse(wortel, "plaat")
    deel = met_id(wortel, "samenhang")
    assert "Meer dan 400 onderwerpen passen niet in één leesbaar plaatje." in tekst_van(deel)
    assert len(list(next(deel.iter("table")).iterfind("tbody/tr"))) == 401


def test_een_afwijking_staat_er_naast_de_berekende_plaats() -> None:
    ranglijst = ranglijst_van(
        maak_onderwerp("een", criteria=["veiligheid"]), maak_onderwerp("twee", criteria=[])
    )
    besluit = Besluit("het college", date(2027, 2, 1), (Afwijking("twee", 1, "Het moet nu."),))
    pagina = pagina_van(Jaaragenda(ranglijst, besluit))

    rijen = rijen_van(lees_pagina(pagina))
    assert [(rij["code"], rij["plaats"], rij["onder"]) for rij in rijen] == [
        ("twee", "1", ["berekend: 2", "dossier: 1; berekend: 2"]),
        ("een", "2", ["berekend: 1", "dossier: 2; berekend: 1"]),
    ]
    assert "Vastgesteld op plaats 1, berekend is plaats 2. Reden: Het moet nu." in pagina


def test_zonder_script_is_alles_te_lezen_en_niets_te_bedienen(wortel: Element) -> None:
    assert all("open" in vouw.attrib for vouw in wortel.iter("details"))
    assert all("hidden" in formulier.attrib for formulier in wortel.iter("form"))
    verborgen = [e for e in wortel.iter() if "hidden" in e.attrib and e.tag != "form"]
    assert [e.get("id") for e in verborgen] == ["proefmelding"]
