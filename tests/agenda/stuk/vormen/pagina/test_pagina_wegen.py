"""Weighing on the page: a browser sets weights, and the list is what the program gives."""

from __future__ import annotations

import random
from datetime import date
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import (
    CRITERIA,
    json_van,
    kopie_van_profiel,
    maak_dossier,
    maak_onderwerp,
    ranglijst_uit,
    ranglijst_van,
)
from bouwers_oordelen import oordelen_van, willekeurig
from bouwers_pagina import lastige_agenda, plat, veel_onderwerpen, wacht_op_adres
from stukken import VOORBEELD, voorbeeld

from agenda.gewichten.proef import herweeg
from agenda.rangorde.besluit import Afwijking, Besluit
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.weergave.getallen import komma

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from agenda.rangorde.ranglijst import Ranglijst

pytestmark = pytest.mark.traag

LEES = """() => [...document.querySelectorAll('.ranglijst tbody tr[id]')].map((rij) => ({
  code: rij.id.slice(4),
  titel: rij.querySelector('a').textContent,
  plaats: rij.querySelector('.plaats .nu').textContent,
  samen: rij.querySelector('.gedeeld').textContent,
  nu: rij.querySelector('.samen .nu').textContent,
  tot: rij.querySelector('.tot').textContent,
  na: rij.querySelector('.na')?.textContent ?? '',
  soort: rij.className,
}))"""


@cache
def veel() -> Jaaragenda:
    return Jaaragenda(ranglijst_van(*veel_onderwerpen(60)))


def verwacht(ranglijst: Ranglijst) -> list[dict[str, Any]]:
    """The rows that the page should show, out of the list itself."""
    som = sum(ranglijst.gewichten.values())
    plaatsen = [lid.plaats for lid in ranglijst.toegelaten]
    waar = {lid.code: lid.plaats for lid in ranglijst.alle}

    def van_100(punten: int | Fraction) -> str:
        return komma(Fraction(100 * punten) / som).removesuffix(",0") if som else "0"

    rijen = []
    for nummer, lid in enumerate(ranglijst.toegelaten):
        laag, hoog = lid.uitslag.score, lid.uitslag.score_max
        samen = plaatsen.count(lid.plaats)
        soort = [
            *(["eerste"] if nummer == plaatsen.index(lid.plaats) else []),
            *(["laatste"] if nummer == plaatsen.index(lid.plaats) + samen - 1 else []),
            *(["gelijk"] if samen > 1 else []),
        ]
        rijen.append(
            {
                "code": lid.code,
                "titel": lid.titel,
                "plaats": str(lid.plaats),
                "samen": f"{samen} samen" if samen > 1 else "",
                "nu": van_100(laag),
                "tot": "" if laag == hoog else f"tot {van_100(hoog)}",
                "na": kan_pas_na([waar[code] for code in lid.onderwerp.afhankelijk_van]),
                "soort": " ".join(soort),
            }
        )
    return rijen


def kan_pas_na(plaatsen: Sequence[int | None]) -> str:
    bekend = sorted({plaats for plaats in plaatsen if plaats is not None})
    delen = [f"plaats {' en '.join(map(str, bekend))}"] if bekend else []
    delen += ["iets buiten de lijst"] if None in plaatsen else []
    return f"kan pas na {' en '.join(delen)}" if delen else ""


def veld(pagina: Page, nummer: int) -> Locator:
    return pagina.locator(f'.stel[data-nummer="{nummer}"] input')


def aandelen(pagina: Page) -> list[int]:
    return [int(veld(pagina, n).input_value()) for n in range(len(CRITERIA))]


def zet(pagina: Page, gewichten: Mapping[str, int]) -> None:
    """Ask for a weighting by the address."""
    adres = "-".join(str(gewichten[code]) for code in CRITERIA)
    pagina.evaluate(
        """(adres) => new Promise((klaar) => {
          if (location.hash === adres) klaar();
          addEventListener('popstate', () => setTimeout(klaar), {once: true});
          location.hash = adres;
        })""",
        f"#weging={adres}",
    )
    pagina.wait_for_function(
        """(gewichten) => [...document.querySelectorAll('.stel input')].every((veld, n) =>
          Number(veld.value) === Math.round(100 * gewichten[n] / gewichten.reduce((a, b) => a + b)))
        """,
        arg=[gewichten[code] for code in CRITERIA],
    )


def wegingen() -> list[dict[str, int]]:
    kans = random.Random(7)
    los = [
        {code: kans.choice((0, 0, 1, 2, 50, 100, kans.randrange(101))) for code in CRITERIA}
        for _ in range(12)
    ]
    return [
        *(weging for weging in los if any(weging.values())),
        dict.fromkeys(CRITERIA, 100),
        {code: int(code == "veiligheid") for code in CRITERIA},
        dict(zip(CRITERIA, (3, 8, 3, 3, 3), strict=True)),
    ]


def test_met_andere_gewichten_staat_er_wat_de_opdrachtregel_geeft(
    open_pagina: Callable[..., Page],
) -> None:
    rauw = veel_onderwerpen(60)
    pagina = open_pagina(veel())

    assert pagina.evaluate(LEES) == verwacht(veel().ranglijst)
    for gewichten in wegingen():
        zet(pagina, gewichten)
        lijst = ranglijst_van(*rauw, gewichten=gewichten)
        assert pagina.evaluate(LEES) == verwacht(lijst)
        plaatsen = {lid["code"]: str(lid["plaats"]) for lid in json_van(lijst)["ranglijst"]}
        assert {rij["code"]: rij["plaats"] for rij in pagina.evaluate(LEES)} == plaatsen


def test_ook_waar_gemeenten_verschillen_geeft_de_pagina_wat_de_opdrachtregel_geeft(
    open_pagina: Callable[..., Page],
) -> None:
    onderwerpen, rijen, _ = willekeurig(11, 30)
    oordelen = oordelen_van(rijen)
    lijst = ranglijst_van(*onderwerpen, oordelen=oordelen)
    pagina = open_pagina(Jaaragenda(lijst))

    assert pagina.evaluate(LEES) == verwacht(lijst)
    for gewichten in wegingen():
        zet(pagina, gewichten)
        ander = ranglijst_van(*onderwerpen, gewichten=gewichten, oordelen=oordelen)
        assert pagina.evaluate(LEES) == verwacht(ander)
    pagina.locator("#knop-terug").click()
    assert pagina.evaluate(LEES) == verwacht(lijst)


def test_de_vakken_zijn_zo_breed_als_zij_wegen_en_tellen_op_tot_de_punten(
    open_pagina: Callable[..., Page],
) -> None:
    pagina = open_pagina(voorbeeld())
    for gewichten in ((1, 1, 1, 1, 1), (3, 8, 3, 3, 3), (50, 10, 20, 15, 5)):
        zet(pagina, dict(zip(CRITERIA, gewichten, strict=True)))
        for vol, punten in pagina.evaluate(
            """() => [...document.querySelectorAll('.ranglijst tbody tr[id]')].map((rij) => {
              rij.style.contentVisibility = 'visible';
              const breed = (cel) => cel.getBoundingClientRect().width;
              const cellen = [...rij.querySelectorAll('.c')];
              const alles = cellen.map(breed).reduce((a, b) => a + b);
              const vol = cellen.filter((c) => c.classList.contains('ja')).map(breed);
              return [100 * vol.reduce((a, b) => a + b, 0) / alles,
                      rij.querySelector('.samen .nu').textContent];
            })"""
        ):
            assert vol == pytest.approx(float(punten.replace(",", ".")), abs=0.3)


def test_lastige_titels_blijven_op_hun_plaats_en_zijn_tekst(
    open_pagina: Callable[..., Page],
) -> None:
    agenda = lastige_agenda()
    pagina = open_pagina(agenda)

    assert pagina.evaluate(LEES) == verwacht(agenda.ranglijst)
    veld(pagina, 0).fill("60")
    veld(pagina, 0).press("Enter")
    rijen = pagina.evaluate(LEES)
    assert [rij["titel"] for rij in rijen] == [r["titel"] for r in verwacht(agenda.ranglijst)]
    assert plat(rijen[0]["titel"]) in plat(pagina.locator("#proefzin").inner_text())


def test_een_proef_zegt_dat_hij_dat_is_en_wat_er_schuift(open_pagina: Callable[..., Page]) -> None:
    pagina = open_pagina(voorbeeld())
    nu = {rij["code"]: int(rij["plaats"]) for rij in verwacht(voorbeeld().ranglijst)}
    hoog = pagina.locator("#balk").bounding_box()
    assert not pagina.locator("#proef").is_visible()

    veld(pagina, 2).fill("60")
    veld(pagina, 2).press("Tab")

    anders = 0
    for rij in pagina.evaluate(LEES):
        verschil = nu[rij["code"]] - int(rij["plaats"])
        anders += verschil != 0
        stap = f"▲{verschil}" if verschil > 0 else f"▼{-verschil}" if verschil else ""
        assert pagina.locator(f"#rij-{rij['code']} .stap").inner_text() == stap
    assert anders > 0
    zin = pagina.locator("#proefzin").inner_text()
    assert zin.startswith(f"{anders} van de {len(nu)} onderwerpen staan op een andere plaats.")
    assert pagina.get_by_role("heading", name="Dit is een proef, niet de lijst").is_visible()
    assert pagina.locator("#balk").bounding_box() == hoog  # nothing jumps under the pointer
    pagina.wait_for_function(
        "(zin) => document.getElementById('melding').textContent === zin", arg=zin
    )
    assert pagina.locator("#melding").get_attribute("role") == "status"

    pagina.get_by_role("button", name="Alles weer even zwaar").click()
    assert pagina.evaluate(LEES) == verwacht(voorbeeld().ranglijst)
    assert not pagina.locator("#proef").is_visible()
    assert aandelen(pagina) == [20] * 5


def test_na_een_afwijking_staat_in_een_proef_de_berekende_volgorde(
    open_pagina: Callable[..., Page],
) -> None:
    ranglijst = ranglijst_van(
        maak_onderwerp("een", criteria=["veiligheid"]),
        maak_onderwerp("twee", criteria=["wetswijziging", "wal-en-schip"]),
        maak_onderwerp("drie", criteria=[]),
    )
    besluit = Besluit("het college", date(2027, 2, 1), (Afwijking("drie", 1, "Het moet nu."),))
    pagina = open_pagina(Jaaragenda(ranglijst, besluit))

    def volgorde() -> list[tuple[str, str]]:
        return [(rij["code"], rij["plaats"]) for rij in pagina.evaluate(LEES)]

    assert volgorde() == [("drie", "1"), ("twee", "2"), ("een", "3")]
    zet(pagina, {**ranglijst.gewichten, "veiligheid": 9})
    assert volgorde() == [("een", "1"), ("twee", "2"), ("drie", "3")]
    afwijking = pagina.locator("#rij-drie .afwijking")
    assert afwijking.inner_text() == "afwijking: vastgesteld op 1, berekend 3"
    assert pagina.get_by_role("heading", name="niet de vastgestelde lijst").is_visible()
    pagina.locator("#knop-terug").click()
    assert volgorde() == [("drie", "1"), ("twee", "2"), ("een", "3")]


def test_een_gewicht_typen_of_in_stappen_zetten_laat_de_anderen_in_verhouding(
    open_pagina: Callable[..., Page],
) -> None:
    pagina = open_pagina(voorbeeld())
    doel = veld(pagina, 1)

    doel.fill("40")
    doel.press("Enter")
    assert aandelen(pagina) == [15, 40, 15, 15, 15]
    assert wacht_op_adres(pagina, "#weging") == "#weging=3-8-3-3-3"
    doel.press("ArrowUp")
    assert aandelen(pagina)[1] == 41
    doel.press("PageDown")
    assert aandelen(pagina)[1] == 31
    pagina.get_by_role("button", name="Wal en schip zwaarder").click()
    assert aandelen(pagina)[1] == 36
    for _ in range(2):
        pagina.get_by_role("button", name="Wal en schip minder zwaar").click()
    assert aandelen(pagina)[1] == 26
    for onzin in ("", "101", "-1", "2.5"):
        doel.fill(onzin)
        doel.blur()
        assert aandelen(pagina)[1] == 26
    doel.fill("100")
    doel.press("Enter")
    assert aandelen(pagina) == [0, 100, 0, 0, 0]
    doel.fill("20")
    doel.press("Enter")
    assert aandelen(pagina) == [20] * 5


def test_een_balk_slepen_is_hetzelfde_als_het_getal_typen(open_pagina: Callable[..., Page]) -> None:
    pagina = open_pagina(voorbeeld())
    vak = pagina.locator('.balk[data-nummer="1"]').bounding_box()
    rij = pagina.locator(".balkrij").bounding_box()
    assert vak is not None
    assert rij is not None
    midden = (vak["x"] + vak["width"] / 2, vak["y"] + vak["height"] / 2)

    pagina.mouse.move(*midden)
    pagina.mouse.down()
    for stap in (0.03, 0.3, 0.2):
        pagina.mouse.move(midden[0] + stap * rij["width"], midden[1])
    pagina.wait_for_function("() => location.hash === '#weging=3-8-3-3-3'")
    pagina.mouse.up()
    pagina.mouse.move(midden[0] + 0.4 * rij["width"], midden[1])

    lijst = herweeg(voorbeeld().ranglijst, dict(zip(CRITERIA, (3, 8, 3, 3, 3), strict=True)))
    assert pagina.evaluate(LEES) == verwacht(lijst)


def gewichten_in_adres(pagina: Page) -> list[int]:
    """The weights in the address, once these are those that the first field shows."""
    lees = """() => (location.hash.split('weging=')[1] ?? '1-1-1-1-1').split('-').map(Number)"""
    pagina.wait_for_function(
        f"""() => {{
          const gewichten = ({lees})();
          const deel = 100 * gewichten[0] / gewichten.reduce((a, b) => a + b);
          return Math.round(deel) === Number(document.querySelector('.stel input').value);
        }}"""
    )
    gewichten: list[int] = pagina.evaluate(lees)
    return gewichten


def test_bij_elk_getal_komt_de_naaste_verhouding_van_hele_gewichten(
    open_pagina: Callable[..., Page],
) -> None:
    pagina = open_pagina(voorbeeld())
    for begin in ((1, 1, 1, 1, 1), (7, 3, 2, 2, 1), (0, 0, 5, 0, 0), (100, 99, 98, 1, 0)):
        for deel in (0, 1, 17, 33, 50, 73, 95):
            zet(pagina, dict(zip(CRITERIA, begin, strict=True)))
            veld(pagina, 0).fill(str(deel))
            veld(pagina, 0).press("Enter")
            gewichten = gewichten_in_adres(pagina)
            assert all(0 <= gewicht <= 100 for gewicht in gewichten)
            assert 100 * gewichten[0] / sum(gewichten) == pytest.approx(deel, abs=1)
            anderen = begin[1:] if any(begin[1:]) else (1, 1, 1, 1)
            for een, ander in zip(gewichten[1:], anderen, strict=True):
                assert (een == 0) == (ander == 0)
                verhouding = ander * sum(gewichten[1:]) / sum(anderen)
                assert een == pytest.approx(verhouding, abs=1)


def test_wat_met_gewichten_tot_honderd_niet_kan_wordt_het_naaste(
    open_pagina: Callable[..., Page],
) -> None:
    pagina = open_pagina(voorbeeld())
    veld(pagina, 0).fill("99")
    veld(pagina, 0).press("Enter")

    assert wacht_op_adres(pagina, "#weging") == "#weging=100-1-1-1-1"
    assert veld(pagina, 0).input_value() == "96"


def test_wat_nul_weegt_houdt_zijn_vak_en_telt_niet_mee(open_pagina: Callable[..., Page]) -> None:
    pagina = open_pagina(voorbeeld())
    zet(pagina, dict(zip(CRITERIA, (0, 1, 1, 1, 1), strict=True)))

    vak = pagina.locator(".ranglijst tbody tr[id] .c").first.bounding_box()
    assert vak is not None
    assert 0 < vak["width"] < 10
    assert aandelen(pagina) == [0, 25, 25, 25, 25]
    assert pagina.evaluate(LEES) == verwacht(
        herweeg(voorbeeld().ranglijst, {**voorbeeld().ranglijst.gewichten, "wetswijziging": 0})
    )


def test_het_blok_van_de_plaats_nu_ligt_altijd_tussen_de_beste_en_de_slechtste(
    open_pagina: Callable[..., Page],
) -> None:
    pagina = open_pagina(voorbeeld())
    lees = """() => [...document.querySelectorAll('.ranglijst tbody tr[id]')].map((rij) => {
      const getallen = (keuze) =>
        rij.querySelector(keuze).getAttribute('d').match(/[MLH][0-9.]+/g)
          .map((g) => Number(g.slice(1)));
      const blok = getallen('.blok'), lijn = getallen('.lijn').slice(0, 2);
      return [Math.min(...blok), Math.max(...blok), ...lijn];
    })"""
    for gewichten in wegingen():
        zet(pagina, gewichten)
        for van, tot, beste, slechtste in pagina.evaluate(lees):
            assert van <= slechtste
            assert tot >= beste


def test_ook_duizend_onderwerpen_staan_op_hun_nieuwe_plaats(
    open_pagina: Callable[..., Page],
) -> None:
    rauw = veel_onderwerpen(1000)
    pagina = open_pagina(Jaaragenda(ranglijst_van(*rauw)))
    gewichten = {code: n + 1 for n, code in enumerate(CRITERIA)}
    zet(pagina, gewichten)

    assert pagina.evaluate(LEES) == verwacht(ranglijst_van(*rauw, gewichten=gewichten))


def test_ook_een_leeg_dossier_geeft_een_pagina_die_werkt(open_pagina: Callable[..., Page]) -> None:
    pagina = open_pagina(Jaaragenda(ranglijst_van()))

    zin = "Er staan nog geen onderwerpen in dit dossier."
    assert pagina.locator("#te-zien p").inner_text() == zin
    pagina.locator("#zoek").fill("iets")
    assert pagina.locator("#telling").inner_text() == "0 van 0 onderwerpen"


def test_weegt_niets_iets_dan_staat_alles_op_een(open_pagina: Callable[..., Page]) -> None:
    lijst = ranglijst_van(*veel_onderwerpen(12), gewichten=dict.fromkeys(CRITERIA, 0))
    pagina = open_pagina(Jaaragenda(lijst))

    assert pagina.evaluate(LEES) == verwacht(lijst)
    vak = pagina.locator(".ranglijst tbody tr[id] .c").first.bounding_box()
    assert vak is not None
    assert vak["width"] > 80
    veld(pagina, 0).fill("60")
    veld(pagina, 0).press("Enter")
    assert aandelen(pagina) == [60, 10, 10, 10, 10]


def test_ook_met_acht_criteria_staan_de_koppen_naast_elkaar(
    open_pagina: Callable[..., Page], tmp_path: Path
) -> None:
    profiel = kopie_van_profiel(tmp_path / "themas")
    regels = profiel / "regels" / "criteria.yaml"
    tekst = regels.read_text(encoding="utf-8")
    blok = tekst[tekst.index("  - code: wetswijziging") : tekst.index("  - code: wal-en-schip")]
    for naam in ("Draagvlak bij iedereen", "Meerwaarde", "Samenwerkingsverbanden"):
        extra = blok.replace("wetswijziging", naam.split()[0].lower())
        tekst += f"\n{extra.replace('Wetswijziging', naam)}"
    regels.write_text(tekst, encoding="utf-8")
    map_ = maak_dossier(tmp_path / "dossier", veel_onderwerpen(30))
    lijst = ranglijst_uit(map_, tmp_path / "themas")
    pagina = open_pagina(Jaaragenda(lijst), viewport={"width": 1366, "height": 768})

    assert len(lijst.criteria) == 8
    for kop in pagina.locator(".namen .c").all():
        assert kop.evaluate("(e) => e.scrollWidth <= e.clientWidth + 1")
    assert pagina.evaluate(LEES) == verwacht(lijst)


def test_een_enkel_onderwerp_staat_op_plaats_een(open_pagina: Callable[..., Page]) -> None:
    lijst = ranglijst_van(maak_onderwerp("een", criteria=["veiligheid"]))
    pagina = open_pagina(Jaaragenda(lijst))

    assert pagina.evaluate(LEES) == verwacht(lijst)
    zet(pagina, {**lijst.gewichten, "veiligheid": 4})
    assert pagina.evaluate(LEES)[0]["plaats"] == "1"
    assert "Bovenaan staat nu" in pagina.locator("#proefzin").inner_text()


def test_zonder_script_staan_de_gewichten_er_als_tekst(open_pagina: Callable[..., Page]) -> None:
    pagina = open_pagina(Jaaragenda(ranglijst_uit(VOORBEELD)), java_script_enabled=False)

    assert pagina.locator(".gewicht").all_inner_texts() == ["20"] * 5
    assert pagina.locator("input:visible, button:visible, select:visible").count() == 0
    rijen = pagina.locator(".ranglijst tbody tr[id]")
    assert rijen.count() == len(voorbeeld().ranglijst.toegelaten)
