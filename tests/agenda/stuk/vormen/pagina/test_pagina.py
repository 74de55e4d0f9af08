"""The page as it leaves the program: what stands in it, before a browser does anything."""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
import sys
from datetime import date
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
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
from agenda.stuk.blokken import tabel_van
from agenda.stuk.lijsten import lijst_anker
from agenda.stuk.opstellen import stel_stuk_op
from agenda.stuk.vormen.pagina import pagina as module
from agenda.stuk.vormen.pagina.pagina import SCRIPTS, maak_pagina
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.weergave.getallen import komma, procent
from agenda.weergave.robuust.robuust import toon_robuust

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from agenda.stuk.blokken import Blok, Stuk

MAP = Path(module.__file__).parent


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


@pytest.mark.traag
def test_een_tabel_laat_haar_kop_niet_nog_eens_zien(geval: Geval) -> None:
    zonder_kop = 0
    for deel in geval.wortel.iter("section"):
        koppen = {tekst_van(kop) for niveau in ("h2", "h3", "h4") for kop in deel.findall(niveau)}
        titels = [tabel.find("caption") for tabel in deel.findall("div/table")]
        for titel in titels:
            if titel is not None and tekst_van(titel) in koppen:
                assert titel.get("class") == "voorlezen", tekst_van(titel)
                zonder_kop += 1
    assert zonder_kop or not geval.agenda.volgorde


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


def test_plaatsen_titels_antwoorden_en_punten_zijn_die_van_de_json(geval: Geval) -> None:
    json_ = json_van(geval.agenda.ranglijst)
    rijen = rijen_van(geval.wortel)
    som = sum(json_["gewichten"].values())

    plaatsen = [lid["plaats"] for lid in json_["ranglijst"]]
    assert len(rijen) == len(plaatsen)
    for rij, lid in zip(rijen, json_["ranglijst"], strict=True):
        laag, hoog = (komma(Fraction(100 * lid[s], som)) for s in ("score", "score_max"))
        samen = plaatsen.count(lid["plaats"])
        assert rij["code"] == lid["code"]
        assert rij["titel"] == plat(lid["titel"])
        assert rij["href"] == f"#onderwerp-{lid['code']}"
        assert rij["plaats"] == str(lid["plaats"])
        assert rij["samen"] == (f"{samen} samen" if samen > 1 else "")
        antwoorden = [antwoord.removesuffix(", onze lezing") for antwoord in rij["antwoorden"]]
        assert antwoorden == list(lid["criteria"].values())
        assert sum("lezing" in antwoord for antwoord in rij["antwoorden"]) == lid["lezingen"]
        punten = laag if laag == hoog else f"{laag} tot {hoog}"
        assert rij["punten"] == punten.replace(",0", "")


def test_de_vakken_van_een_rij_tellen_op_tot_haar_punten(geval: Geval) -> None:
    gewichten = geval.agenda.ranglijst.gewichten
    for rij in rijen_van(geval.wortel):
        ja = [
            gewicht
            for gewicht, antwoord in zip(gewichten.values(), rij["antwoorden"], strict=True)
            if antwoord.startswith("ja")
        ]
        punten = komma(Fraction(100 * sum(ja), sum(gewichten.values()))).removesuffix(",0")
        assert rij["punten"].split(" tot ")[0] == punten


def test_elke_strook_en_kans_is_die_van_robuust(geval: Geval) -> None:
    if not geval.agenda.volgorde:
        return
    robuust = toon_robuust(geval.agenda.robuustheid).json()
    per_code = {lid["code"]: lid for lid in robuust["onderwerpen"]}
    aantal = len(geval.agenda.volgorde)

    def x(plaats: float) -> float:
        return round(8 + (plaats - 1) * 236 / max(aantal - 1, 1), 1)

    for rij in rijen_van(geval.wortel):
        lid = per_code[rij["code"]]
        beste, slechtste, verwacht = lid["beste"], lid["slechtste"], Fraction(lid["verwacht"])
        strook = met_klasse(met_id(geval.wortel, f"rij-{rij['code']}"), "strook")[0]
        (lijn,) = met_klasse(strook, "lijn")
        (bol,) = met_klasse(strook, "bol")
        assert str(lijn.get("d")).startswith(f"M{x(beste):g} 20H{x(slechtste):g}M")
        assert float(str(bol.get("cx"))) == pytest.approx(x(float(verwacht)), abs=0.06)
        assert rij["strook"].endswith(f"gemiddeld {komma(verwacht)}")
        kans = [procent(Fraction(lid["in_top_kans"]))] if aantal > 10 else []
        assert rij["kans"] == kans


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
    # The list itself the page shows in a way of its own: see the tests of its rows.
    lijst = next(deel for deel in stuk.delen if deel.code == lijst_anker(geval.agenda))

    for hoofdstuk in stuk.delen:
        sectie = met_id(wortel, hoofdstuk.code)
        assert plat(hoofdstuk.titel) == tekst_van(sectie[0])
        for deel in hoofdstuk.delen:
            op_pagina = tekst_van(met_id(sectie, deel.code))
            for _, onderdeel in deel.alle():
                for tekst in (onderdeel.titel, *teksten(onderdeel.blokken)):
                    assert plat(tekst) in op_pagina
    heel = tekst_van(next(wortel.iter("main")))
    for blokken in (stuk.omslag, *(deel.blokken for deel in stuk.delen if deel is not lijst)):
        for tekst in teksten(blokken):
            assert all(plat(regel) in heel for regel in tekst.split("\n"))
    for blok in lijst.blokken:
        tabel = tabel_van(blok)
        noten = tabel.noten if tabel else teksten((blok,))
        assert all(plat(noot) in heel for noot in noten)
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
            koppen = [kop.get("scope") for kop in rij.iter("th")]
            assert koppen == ([] if rij.get("class") == "grens" else ["row"])


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
        assert uit["thema"] == lid.onderwerp.thema
        assert uit.get("plaats") == lid.plaats
        if lid.plaats is not None:
            assert uit["criteria"] == [oordeel.uitkomst for oordeel in lid.uitslag.criteria]
            assert uit.get("na", []) == list(lid.onderwerp.afhankelijk_van)
    op_rang = sorted(ranglijst.toegelaten, key=lambda g: op_code[g.onderwerp.code]["titelrang"])
    assert op_rang == sorted(ranglijst.toegelaten, key=op_titel)


@pytest.mark.traag
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
    for link in links:
        # Who speaks to the page says what he sees: so it is called what stands in it.
        zichtbaar = "".join(e.text or "" for e in link.iter() if e.tag.endswith("text"))
        assert str(link.get("aria-label")).startswith(plat(zichtbaar))


def test_de_tabel_naast_het_plaatje_noemt_elke_lijn(wortel: Element) -> None:
    samenhang = voorbeeld().samenhang
    deel = met_id(wortel, "samenhang")
    per_onderwerp = next(deel.iter("table"))
    (verbanden,) = met_id(deel, "verbanden").iter("table")

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
    assert [(rij["code"], rij["plaats"], rij["merken"]) for rij in rijen] == [
        ("twee", "1", ["afwijking: vastgesteld op 1, berekend 2"]),
        ("een", "2", []),
    ]
    assert "Vastgesteld op plaats 1, berekend is plaats 2. Reden: Het moet nu." in pagina


def test_zonder_script_is_alles_te_lezen_en_niets_te_bedienen(wortel: Element) -> None:
    assert all("open" in vouw.attrib for vouw in wortel.iter("details"))
    ouders = {kind: ouder for ouder in wortel.iter() for kind in ouder}

    def verborgen(element: Element | None) -> bool:
        while element is not None:
            if "hidden" in element.attrib:
                return True
            element = ouders.get(element)
        return False

    for soort in ("button", "input", "select", "form"):
        assert all(map(verborgen, wortel.iter(soort)))
    gewichten = [tekst_van(e) for e in met_klasse(wortel, "gewicht")]
    assert gewichten == ["20"] * 5


def test_wat_op_een_ander_wacht_noemt_waar_dat_staat(wortel: Element) -> None:
    lijst = voorbeeld().ranglijst
    waar = {lid.code: lid.plaats for lid in lijst.alle}
    op_code = {lid.code: lid.onderwerp for lid in lijst.toegelaten}
    gezien = 0
    for rij in rijen_van(wortel):
        eerst = op_code[rij["code"]].afhankelijk_van
        gezien += bool(eerst)
        if not eerst:
            assert rij["merken"] == []
            continue
        (merk,) = rij["merken"]
        for code in eerst:
            assert ("iets buiten de lijst" if waar[code] is None else str(waar[code])) in merk
    assert gezien > 0


def test_de_grens_staat_voor_wie_samen_op_een_plaats_over_de_tien_staan() -> None:
    vier = [maak_onderwerp(f"boven-{n}", criteria=["veiligheid"]) for n in range(4)]
    negen = [maak_onderwerp(f"onder-{n}", criteria=[]) for n in range(9)]
    wortel = lees_pagina(pagina_van(Jaaragenda(ranglijst_van(*vier, *negen))))
    (grens,) = met_klasse(wortel, "grens")
    rijen = list(met_id(wortel, "ranglijst").iterfind(".//table/tbody/tr"))

    assert rijen.index(grens) == 4
    assert tekst_van(grens) == (
        "Hier loopt de grens van de top 10. Plaats 5 is gedeeld door 9 onderwerpen."
        " Met deze weging valt er niet tussen te kiezen."
    )


def test_past_de_top_precies_dan_is_er_geen_grens() -> None:
    tien = [maak_onderwerp(f"ja-{n}", criteria=["veiligheid"]) for n in range(10)]
    rest = [maak_onderwerp(f"nee-{n}", criteria=[]) for n in range(3)]
    wortel = lees_pagina(pagina_van(Jaaragenda(ranglijst_van(*tien, *rest))))

    (grens,) = met_klasse(wortel, "grens")
    assert "hidden" in grens.attrib
    assert [rij["samen"] for rij in rijen_van(wortel)] == ["10 samen"] * 10 + ["3 samen"] * 3


def test_elke_module_van_het_script_is_kort_en_samen_zijn_ze_het_ook() -> None:
    bronnen = [(MAP / "script" / f"{naam}.js").read_text(encoding="utf-8") for naam in SCRIPTS]

    assert sorted(pad.stem for pad in (MAP / "script").iterdir()) == sorted(SCRIPTS)
    assert all(len(bron.splitlines()) < 250 for bron in bronnen)
    assert sum(len(bron.splitlines()) for bron in bronnen) < 1000
