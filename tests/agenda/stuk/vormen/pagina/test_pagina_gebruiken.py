"""The page in use: a browser filters, weighs anew, opens a topic and follows the picture."""

from __future__ import annotations

import random
import shutil
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from bouwers_agenda import CRITERIA, json_van, maak_onderwerp, ranglijst_uit, ranglijst_van
from bouwers_oordelen import oordelen_van, willekeurig
from bouwers_pagina import lastige_agenda, plat, veel_onderwerpen
from stukken import VOORBEELD, voorbeeld

from agenda.gewichten.proef import herweeg
from agenda.rangorde.besluit import Afwijking, Besluit
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.uitleg.uitleg import leg_uit
from agenda.weergave.lezing import punten_zin
from agenda.weergave.ranglijst import telt_mee
from agenda.weergave.woorden import score_tekst

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from agenda.rangorde.ranglijst import Ranglijst

pytestmark = pytest.mark.traag

LEES = """() => [...document.querySelectorAll('.ranglijst tbody tr')].map((rij) => ({
  code: rij.id.slice(4),
  titel: rij.querySelector('a').textContent,
  plaats: rij.querySelector('.plaats .nu').textContent,
  gedeeld: rij.querySelector('.gedeeld').textContent === '(gedeeld)',
  score: rij.querySelector('.score .nu').textContent,
  telt: rij.querySelector('.telt').textContent,
  lezing: rij.querySelector('.lezing').textContent,
}))"""
ZICHTBAAR = """() => [...document.querySelectorAll('table.lijst tbody tr')]
  .filter((rij) => rij.checkVisibility()).map((rij) => rij.id.slice(4))"""
TE_LEZEN = """(cel) => [...cel.querySelectorAll('span')]
  .filter((e) => getComputedStyle(e).display !== 'none').map((e) => e.textContent).join(' ')"""
IN_BEELD = """(e) => {
  const vak = e.getBoundingClientRect();
  return vak.top >= 0 && vak.bottom <= innerHeight;
}"""
GEFOCUST = "() => document.activeElement.closest('[id]').id"


def wacht_op_focus(pagina: Page, code: str) -> None:
    """Wait until the element with this id has the focus; a busy machine takes its time."""
    pagina.wait_for_function(
        "(code) => document.activeElement.closest('[id]')?.id === code", arg=code
    )


@cache
def veel() -> Jaaragenda:
    return Jaaragenda(ranglijst_van(*veel_onderwerpen(60)))


def verwacht(ranglijst: Ranglijst) -> list[dict[str, Any]]:
    """The rows that the page should show, out of the JSON of the command line."""
    json_, rijen = json_van(ranglijst), []
    for lid in json_["ranglijst"]:
        laag, hoog = lid["score"], lid["score_max"]
        lezing = punten_zin(leg_uit(ranglijst, lid["code"]).lezingen, laag)
        telt = [
            CRITERIA[code]
            for code, antwoord in lid["criteria"].items()
            if antwoord == "ja" and json_["gewichten"][code]
        ]
        rijen.append(
            {
                "code": lid["code"],
                "titel": lid["titel"],
                "plaats": str(lid["plaats"]),
                "gedeeld": lid["gedeeld"],
                "score": str(laag) if laag == hoog else f"{laag} tot {hoog}",
                "telt": f"Telt mee: {', '.join(telt)}" if telt else "Geen criterium telt mee",
                "lezing": f"({lezing})" if lezing else "",
            }
        )
    return rijen


def schuif(pagina: Page, nummer: int) -> Locator:
    return pagina.locator(f"#knop-gewicht-{nummer}")


def zet(pagina: Page, gewichten: Mapping[str, int]) -> None:
    for nummer, code in enumerate(CRITERIA):
        schuif(pagina, nummer).fill(str(gewichten[code]))


def wegingen() -> list[dict[str, int]]:
    kans = random.Random(7)
    los = [
        {code: kans.choice((0, 0, 1, 2, 50, 100, kans.randrange(101))) for code in CRITERIA}
        for _ in range(12)
    ]
    return [
        *los,
        dict.fromkeys(CRITERIA, 0),
        dict.fromkeys(CRITERIA, 100),
        {code: int(code == "veiligheid") for code in CRITERIA},
    ]


def test_met_andere_gewichten_staat_er_wat_de_opdrachtregel_geeft(
    open_pagina: Callable[..., Page],
) -> None:
    rauw = veel_onderwerpen(60)
    pagina = open_pagina(veel())

    assert pagina.evaluate(LEES) == verwacht(veel().ranglijst)
    for gewichten in wegingen():
        zet(pagina, gewichten)
        assert pagina.evaluate(LEES) == verwacht(ranglijst_van(*rauw, gewichten=gewichten))


def als_op_de_pagina(ranglijst: Ranglijst) -> list[dict[str, Any]]:
    """The rows that the page should show where municipalities differ, out of the list itself."""
    rijen = []
    for lid in ranglijst.toegelaten:
        score, _, precies = score_tekst(lid.uitslag, "\n").partition("\n")
        telt, _, lezing = telt_mee(lid, ranglijst).partition("\n")
        rijen.append(
            {
                "code": lid.code,
                "titel": lid.titel,
                "plaats": str(lid.plaats),
                "gedeeld": lid.gedeeld,
                "score": score,
                "precies": precies,
                "telt": f"Telt mee: {telt}" if telt else "Geen criterium telt mee",
                "lezing": lezing,
            }
        )
    return rijen


def test_ook_waar_gemeenten_verschillen_geeft_de_pagina_wat_de_opdrachtregel_geeft(
    open_pagina: Callable[..., Page],
) -> None:
    onderwerpen, rijen, _ = willekeurig(11, 30)
    rijen = [rij | {"lezing": "Zo lezen wij het."} if n % 3 else rij for n, rij in enumerate(rijen)]
    oordelen = oordelen_van(rijen)
    lijst = ranglijst_van(*onderwerpen, oordelen=oordelen)
    pagina = open_pagina(Jaaragenda(lijst))
    lees = LEES.replace("}))", "  precies: rij.querySelector('.score .precies').textContent,\n}))")

    assert pagina.evaluate(lees) == als_op_de_pagina(lijst)
    for gewichten in wegingen():
        zet(pagina, gewichten)
        ander = ranglijst_van(*onderwerpen, gewichten=gewichten, oordelen=oordelen)
        assert pagina.evaluate(lees) == als_op_de_pagina(ander)
    pagina.get_by_role("button", name="Terug naar de gewichten van het dossier").click()
    pagina.wait_for_function("() => !document.body.classList.contains('proef')")
    assert pagina.evaluate(lees) == als_op_de_pagina(lijst)


def test_ook_bij_het_voorbeeld_en_na_teruggaan_klopt_de_volgorde(
    open_pagina: Callable[..., Page], tmp_path: Path
) -> None:
    pagina = open_pagina(voorbeeld())
    dossier = tmp_path / "dossier"
    shutil.copytree(VOORBEELD, dossier)
    instellingen = yaml.safe_load((dossier / "dossier.yaml").read_text(encoding="utf-8"))

    for gewichten in wegingen()[:4]:
        nieuw = yaml.safe_dump({**instellingen, "gewichten": gewichten})
        (dossier / "dossier.yaml").write_text(nieuw, encoding="utf-8")
        zet(pagina, gewichten)
        assert pagina.evaluate(LEES) == verwacht(ranglijst_uit(dossier))

    pagina.get_by_role("button", name="Terug naar de gewichten van het dossier").click()
    pagina.wait_for_function("() => !document.body.classList.contains('proef')")
    assert pagina.evaluate(LEES) == verwacht(voorbeeld().ranglijst)
    assert [schuif(pagina, n).input_value() for n in range(5)] == ["1"] * 5


def test_lastige_titels_blijven_op_hun_plaats_en_zijn_tekst(
    open_pagina: Callable[..., Page],
) -> None:
    agenda = lastige_agenda()
    pagina = open_pagina(agenda)

    assert pagina.evaluate(LEES) == verwacht(agenda.ranglijst)
    schuif(pagina, 0).fill("9")
    rijen = pagina.evaluate(LEES)
    assert [rij["titel"] for rij in rijen] == [r["titel"] for r in verwacht(agenda.ranglijst)]
    boven = plat(rijen[0]["titel"])
    pagina.wait_for_function("() => document.getElementById('melding').textContent")
    assert f"Bovenaan: {boven}" in plat(pagina.locator("#melding").inner_text())


def test_de_pagina_zegt_wat_er_verandert_en_houdt_de_plaats_van_het_dossier_erbij(
    open_pagina: Callable[..., Page],
) -> None:
    pagina = open_pagina(voorbeeld())
    nu = {rij["code"]: rij for rij in verwacht(voorbeeld().ranglijst)}
    assert not pagina.locator(".plaats .alleen-proef").first.is_visible()

    schuif(pagina, 2).fill("40")

    anders = 0
    for rij in pagina.evaluate(LEES):
        cel = pagina.locator(f"#rij-{rij['code']} .plaats").evaluate(TE_LEZEN)
        dossier = nu[rij["code"]]
        gedeeld = " (gedeeld)" if dossier["gedeeld"] else ""
        assert f"dossier: {dossier['plaats']}{gedeeld}" in cel
        verschil = int(dossier["plaats"]) - int(rij["plaats"])
        anders += verschil != 0
        assert ("hoger" in cel, "lager" in cel) == (verschil > 0, verschil < 0)
        assert verschil == 0 or f"{abs(verschil)} " in cel
    assert anders > 0
    pagina.wait_for_function("() => document.getElementById('melding').textContent")
    melding = pagina.locator("#melding")
    assert melding.get_attribute("role") == "status"
    assert melding.inner_text().startswith(f"{anders} onderwerpen staan op een andere plaats.")
    boven = pagina.locator("#proefmelding").inner_text()
    assert boven.startswith("Berekend met andere gewichten: Wetswijziging 1, ")
    assert "Veiligheid 40" in boven


def test_na_een_afwijking_blijven_vastgesteld_en_berekend_zichtbaar(
    open_pagina: Callable[..., Page],
) -> None:
    ranglijst = ranglijst_van(
        maak_onderwerp("een", criteria=["veiligheid"]),
        maak_onderwerp("twee", criteria=["wetswijziging", "wal-en-schip"]),
        maak_onderwerp("drie", criteria=[]),
    )
    besluit = Besluit("het college", date(2027, 2, 1), (Afwijking("drie", 1, "Het moet nu."),))
    pagina = open_pagina(Jaaragenda(ranglijst, besluit))
    volgorde = [(rij["code"], rij["plaats"]) for rij in pagina.evaluate(LEES)]
    assert volgorde == [("drie", "1"), ("twee", "2"), ("een", "3")]

    schuif(pagina, 2).fill("9")
    volgorde = [(rij["code"], rij["plaats"]) for rij in pagina.evaluate(LEES)]
    assert volgorde == [("een", "1"), ("twee", "2"), ("drie", "3")]
    assert "dossier: 1; berekend: 3" in pagina.locator("#rij-drie .plaats").evaluate(TE_LEZEN)
    assert pagina.locator("#proefmelding").is_visible()

    schuif(pagina, 2).fill("1")
    volgorde = [(rij["code"], rij["plaats"]) for rij in pagina.evaluate(LEES)]
    assert volgorde == [("drie", "1"), ("twee", "2"), ("een", "3")]
    assert not pagina.locator("#proefmelding").is_visible()


def test_een_gewicht_typen_en_schuiven_is_hetzelfde(open_pagina: Callable[..., Page]) -> None:
    pagina = open_pagina(voorbeeld())
    veld = pagina.get_by_role("spinbutton", name="Veiligheid, gewicht in cijfers")

    veld.fill("37")
    assert schuif(pagina, 2).input_value() == "37"
    for onzin in ("", "101", "-1", "2.5"):
        veld.fill(onzin)
        veld.blur()
        assert veld.input_value() == schuif(pagina, 2).input_value() == "37"
    schuif(pagina, 2).press("ArrowRight")
    assert veld.input_value() == "38"
    pagina.get_by_role("button", name="Alles even zwaar (50)").click()
    gelijk = ranglijst_uit(VOORBEELD)
    assert [r["code"] for r in pagina.evaluate(LEES)] == [
        lid.onderwerp.code for lid in gelijk.toegelaten
    ]
    assert veld.input_value() == "50"


FILTERS: list[tuple[dict[str, str], Callable[[Any], bool]]] = [
    ({"thema": "wonen"}, lambda b: b.onderwerp.thema == "wonen"),
    ({"status": "onbeslist"}, lambda b: b.uitslag.status == "onbeslist"),
    ({"status": "niet-toegelaten"}, lambda b: b.uitslag.status == "niet-toegelaten"),
    ({"voorstel": "7"}, lambda b: 7 in (b.onderwerp.voorstellen or ())),
    ({"criterium": "2 ja"}, lambda b: b.uitslag.criteria[2].uitkomst == "ja"),
    ({"criterium": "0 onbekend"}, lambda b: b.uitslag.criteria[0].uitkomst == "onbekend"),
    (
        {"thema": "wonen", "status": "toegelaten", "criterium": "1 ja"},
        lambda b: (
            b.onderwerp.thema == "wonen"
            and b.uitslag.status == "toegelaten"
            and b.uitslag.criteria[1].uitkomst == "ja"
        ),
    ),
]


def test_filters_tonen_precies_wat_past_met_het_aantal(open_pagina: Callable[..., Page]) -> None:
    agenda = veel()
    pagina = open_pagina(agenda)
    alle = [lid.onderwerp.code for lid in agenda.ranglijst.alle]
    telling = pagina.locator("#telling")

    assert pagina.evaluate(ZICHTBAAR) == alle
    for keuzes, past in FILTERS:
        for naam, waarde in keuzes.items():
            pagina.locator(f"#knop-{naam}").select_option(waarde)
        codes = [lid.onderwerp.code for lid in agenda.ranglijst.alle if past(lid)]
        assert 0 < len(codes) < len(alle)
        assert pagina.evaluate(ZICHTBAAR) == codes
        assert telling.inner_text() == f"{len(codes)} van {len(alle)} onderwerpen"
        pagina.get_by_role("button", name="Toon alle onderwerpen").click()
        pagina.wait_for_function(
            "(zin) => document.getElementById('telling').textContent === zin",
            arg=f"{len(alle)} van {len(alle)} onderwerpen",
        )
        assert pagina.evaluate(ZICHTBAAR) == alle


def test_filters_blijven_gelden_met_andere_gewichten(open_pagina: Callable[..., Page]) -> None:
    pagina = open_pagina(veel())
    pagina.locator("#knop-criterium").select_option("2 ja")
    voor = pagina.evaluate(ZICHTBAAR)
    schuif(pagina, 0).fill("80")

    assert sorted(pagina.evaluate(ZICHTBAAR)) == sorted(voor)
    assert pagina.evaluate(ZICHTBAAR) != voor


def test_een_onderwerp_gaat_open_naast_de_lijst_en_de_terugknop_sluit_het(
    open_pagina: Callable[..., Page],
) -> None:
    pagina = open_pagina(voorbeeld())
    link = pagina.locator("#rij-meldpunt-wvggz a")
    deel = pagina.locator("#onderwerp-meldpunt-wvggz")
    assert not deel.get_by_text("Hoe zwaar telt het?").is_visible()

    link.click()
    assert deel.get_by_text("Hoe zwaar telt het?").is_visible()
    assert pagina.evaluate("() => document.activeElement.tagName") == "H3"
    assert link.get_attribute("aria-current") == "true"
    vak, rij = deel.bounding_box(), link.bounding_box()
    assert vak is not None
    assert rij is not None
    assert rij["x"] + rij["width"] <= vak["x"]
    assert 0 <= rij["y"] <= 900

    pagina.go_back()
    assert pagina.evaluate(GEFOCUST) == "rij-meldpunt-wvggz"
    assert pagina.evaluate("() => location.hash") == ""
    assert link.get_attribute("aria-current") is None


def test_alles_gaat_met_het_toetsenbord(open_pagina: Callable[..., Page]) -> None:
    pagina = open_pagina(voorbeeld())
    toets = pagina.keyboard.press

    toets("Tab")
    assert pagina.locator(":focus").inner_text() == "Naar de ranglijst"
    toets("Enter")
    pagina.wait_for_function("() => location.hash === '#ranglijst'")
    toets("Tab")
    wacht_op_focus(pagina, "knop-thema")
    toets("w")  # the first theme that begins with a w
    assert pagina.locator("#knop-thema").input_value() == "wonen"
    alle = len(voorbeeld().ranglijst.alle)
    assert pagina.locator("#telling").inner_text() != f"{alle} van {alle} onderwerpen"
    for _ in range(4):
        toets("Tab")
    assert pagina.locator(":focus").inner_text() == "Toon alle onderwerpen"
    toets("Space")
    pagina.wait_for_function(
        "(zin) => document.getElementById('telling').textContent === zin",
        arg=f"{alle} van {alle} onderwerpen",
    )
    toets("Tab")
    wacht_op_focus(pagina, "knop-gewicht-0")
    for _ in range(5):
        toets("ArrowRight")
    toets("Tab")
    assert pagina.locator(":focus").input_value() == "6"
    toets("ArrowUp")
    assert schuif(pagina, 0).input_value() == "7"
    verwachte = ranglijst_uit(VOORBEELD)
    gewichten = {**verwachte.gewichten, "wetswijziging": 7}
    volgorde = [rij["code"] for rij in pagina.evaluate(LEES)]

    assert volgorde == [g.onderwerp.code for g in herweeg(verwachte, gewichten).toegelaten]

    pagina.locator(f"#rij-{volgorde[1]} a").focus()
    toets("Enter")
    wacht_op_focus(pagina, f"onderwerp-{volgorde[1]}")
    toets("Tab")
    assert pagina.locator(":focus").inner_text() == "Sluit en ga terug naar de lijst"
    toets("Enter")
    wacht_op_focus(pagina, f"rij-{volgorde[1]}")
    toets("Enter")
    toets("Escape")
    wacht_op_focus(pagina, f"rij-{volgorde[1]}")


def test_met_tab_komt_u_overal_en_de_focus_is_altijd_te_zien(
    open_pagina: Callable[..., Page],
) -> None:
    pagina = open_pagina(voorbeeld())
    te_bereiken = pagina.evaluate(
        """() => {
          const soorten = 'a[href], button, input, select, summary, [tabindex="0"]';
          const alle = [...document.querySelectorAll(soorten)].filter((e) => e.checkVisibility());
          alle.forEach((element, nummer) => { element.dataset.proef = nummer; });
          return alle.length;
        }"""
    )
    gezien = set()
    for _ in range(te_bereiken):
        pagina.keyboard.press("Tab")
        stand = pagina.evaluate(
            """() => {
              const element = document.activeElement;
              const vak = element.getBoundingClientRect();
              const boven = document.elementFromPoint(
                vak.x + Math.min(vak.width, 40) / 2, Math.max(vak.y, 0) + 4);
              return {
                nummer: element.dataset.proef,
                inBeeld: vak.bottom > 0 && vak.top < innerHeight && vak.width > 0,
                vrij: element.contains(boven) || boven.contains(element),
                rand: element.closest('svg')
                  ? getComputedStyle(element.querySelector('.vak')).strokeWidth === '4px'
                  : getComputedStyle(element).outlineStyle === 'solid',
              };
            }"""
        )
        assert stand["inBeeld"], stand
        assert stand["vrij"], stand
        assert stand["rand"], stand
        gezien.add(stand["nummer"])
    assert len(gezien) == te_bereiken


@pytest.mark.parametrize("hoe", ["muis", "toetsenbord"])
def test_een_vak_in_het_plaatje_leidt_naar_zijn_onderwerp_en_voorstel(
    open_pagina: Callable[..., Page], hoe: str
) -> None:
    pagina = open_pagina(voorbeeld())
    for doel in ("onderwerp-groeipad-beschermd-thuis", "voorstel-14"):
        vak = pagina.locator(f'.plaat a[href="#{doel}"]')
        if hoe == "muis":
            vak.click()
        else:
            vak.focus()
            pagina.keyboard.press("Enter")
        assert pagina.evaluate("() => location.hash") == f"#{doel}"
        assert pagina.locator(f"#{doel}").is_visible()
        if doel.startswith("onderwerp"):
            assert vak.evaluate(IN_BEELD)  # the topic stands beside the picture
        pagina.go_back()
        if doel.startswith("onderwerp"):
            pagina.wait_for_function(
                "(adres) => document.activeElement.getAttribute('href') === adres", arg=f"#{doel}"
            )
            assert vak.evaluate(IN_BEELD)


@pytest.mark.parametrize("agenda", [voorbeeld, lastige_agenda])
def test_bij_vierhonderd_procent_schuift_alleen_een_tabel_opzij(
    open_pagina: Callable[..., Page], agenda: Callable[[], Jaaragenda]
) -> None:
    pagina = open_pagina(agenda(), viewport={"width": 320, "height": 256})
    code = agenda().ranglijst.toegelaten[0].onderwerp.code

    def te_breed() -> list[str]:
        uit: list[str] = pagina.evaluate(
            """() => [...document.querySelectorAll('body *')]
              .filter((e) => e.checkVisibility())
              .filter((e) => !e.closest('.schuif, .voorlezen, .sla-over'))
              .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
              .map((e) => e.outerHTML.slice(0, 80))"""
        )
        return uit

    assert pagina.evaluate("() => document.documentElement.scrollWidth") == 320
    assert te_breed() == []
    schuif(pagina, 2).fill("40")
    pagina.locator(f"#rij-{code} a").click()
    assert pagina.locator(f"#onderwerp-{code}").get_by_text("Hoe zwaar telt het?").is_visible()
    assert pagina.evaluate("() => document.documentElement.scrollWidth") == 320
    assert te_breed() == []


def test_op_papier_staat_alles_uitgevouwen_en_niets_om_te_bedienen(
    open_pagina: Callable[..., Page],
) -> None:
    pagina = open_pagina(voorbeeld())
    pagina.locator("#knop-thema").select_option("wonen")
    pagina.emulate_media(media="print")

    assert pagina.evaluate(ZICHTBAAR) == [lid.onderwerp.code for lid in voorbeeld().ranglijst.alle]
    opties = "{contentVisibilityAuto: true, visibilityProperty: true}"
    verborgen = pagina.evaluate(
        f"""() => [...document.querySelectorAll('.onderwerp h4, .onderwerp td')]
          .filter((e) => !e.checkVisibility({opties}) || !e.getBoundingClientRect().height)
          .map((e) => e.textContent)"""
    )
    assert verborgen == []
    for keuze in ("form", "nav", "summary", ".sla-over"):
        assert not pagina.locator(keuze).first.is_visible()


def test_zonder_script_leidt_een_titel_naar_zijn_waarom(open_pagina: Callable[..., Page]) -> None:
    pagina = open_pagina(voorbeeld(), java_script_enabled=False)
    deel = pagina.locator("#onderwerp-meldpunt-wvggz")

    assert not pagina.locator("form").first.is_visible()
    pagina.locator("#rij-meldpunt-wvggz a").click()
    assert deel.get_by_text("Hoe zwaar telt het?").is_visible()
    deel.get_by_role("link", name="Sluit en ga terug naar de lijst").click()
    assert pagina.url.endswith("#rij-meldpunt-wvggz")
    assert not deel.get_by_role("link", name="Sluit en ga terug naar de lijst").is_visible()


def test_een_leeg_dossier_geeft_een_pagina_die_werkt(open_pagina: Callable[..., Page]) -> None:
    pagina = open_pagina(Jaaragenda(ranglijst_van()))
    assert pagina.locator("#telling").inner_text() == "0 van 0 onderwerpen"
    schuif(pagina, 0).fill("9")
    assert pagina.locator("#proefmelding").is_visible()
    pagina.locator("#knop-thema").select_option("wonen")
    assert pagina.locator("#telling").inner_text() == "0 van 0 onderwerpen"


def test_duizend_onderwerpen_staan_meteen_op_hun_nieuwe_plaats(
    open_pagina: Callable[..., Page],
) -> None:
    rauw = veel_onderwerpen(1000)
    ranglijst = ranglijst_van(*rauw)
    pagina = open_pagina(Jaaragenda(ranglijst))

    tijden = pagina.evaluate(
        """() => [90, 10, 70, 30, 100, 0, 60].map((gewicht, n) => {
          const schuif = document.getElementById(`knop-gewicht-${n % 5}`);
          schuif.value = gewicht;
          const begin = performance.now();
          schuif.dispatchEvent(new Event('input', {bubbles: true}));
          document.body.getBoundingClientRect();
          return performance.now() - begin;
        })"""
    )
    # The quickest counts: a busy machine says nothing of the page.
    assert min(tijden) < 100, tijden
    gewichten = dict(zip(CRITERIA, (0, 60, 70, 30, 100), strict=True))
    assert pagina.evaluate(LEES) == verwacht(ranglijst_van(*rauw, gewichten=gewichten))
