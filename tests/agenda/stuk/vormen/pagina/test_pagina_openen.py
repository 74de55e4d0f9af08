"""Opening a topic beside the list and going back, with the mouse and by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import maak_onderwerp, ranglijst_van
from bouwers_oordelen import oordelen_van, stemmen
from bouwers_pagina import lastige_agenda
from stukken import voorbeeld

from agenda.uitleg.jaaragenda import Jaaragenda

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

pytestmark = pytest.mark.traag

IN_BEELD = """(e) => {
  const vak = e.getBoundingClientRect();
  return vak.top >= 0 && vak.bottom <= innerHeight;
}"""
GEFOCUST = "() => document.activeElement.closest('[id]')?.id"
CODE = "meldpunt-wvggz"


def wacht_op_focus(pagina: Page, code: str) -> None:
    """Wait until the element with this id has the focus; a busy machine takes its time."""
    pagina.wait_for_function(f"(code) => ({GEFOCUST})() === code", arg=code)


def test_een_onderwerp_gaat_open_naast_de_lijst_en_de_terugknop_sluit_het(
    open_pagina: Callable[..., Page],
) -> None:
    pagina = open_pagina(voorbeeld())
    link, deel = pagina.locator(f"#rij-{CODE} a"), pagina.locator(f"#onderwerp-{CODE}")
    assert not deel.get_by_text("Wat telt mee?").is_visible()

    link.click()
    assert deel.get_by_text("Wat telt mee?").is_visible()
    assert pagina.evaluate("() => document.activeElement.tagName") == "H3"
    assert link.get_attribute("aria-current") == "true"
    assert pagina.evaluate("() => location.hash") == f"#onderwerp={CODE}"
    vak, rij = deel.bounding_box(), link.bounding_box()
    assert vak is not None
    assert rij is not None
    assert rij["x"] + rij["width"] <= vak["x"]
    assert link.evaluate(IN_BEELD)

    pagina.go_back()
    wacht_op_focus(pagina, f"rij-{CODE}")
    assert pagina.evaluate("() => location.hash") == ""
    assert link.get_attribute("aria-current") is None
    assert not deel.get_by_text("Wat telt mee?").is_visible()


@pytest.mark.parametrize("hoe", ["kruis", "Escape"])
def test_sluiten_brengt_terug_naar_de_rij(open_pagina: Callable[..., Page], hoe: str) -> None:
    pagina = open_pagina(voorbeeld())
    pagina.locator(f"#rij-{CODE} a").click()
    if hoe == "kruis":
        pagina.locator(".sluit").click()
    else:
        pagina.keyboard.press("Escape")

    wacht_op_focus(pagina, f"rij-{CODE}")
    assert pagina.locator("#paneel").inner_text() == ""
    assert pagina.locator(f"#motivering #onderwerp-{CODE}").count() == 1


def test_van_het_ene_onderwerp_naar_het_andere_en_terug(open_pagina: Callable[..., Page]) -> None:
    pagina = open_pagina(voorbeeld())
    codes = [lid.code for lid in voorbeeld().ranglijst.toegelaten[:3]]
    for code in codes:
        pagina.locator(f"#rij-{code} a").click()
        assert pagina.locator(f"#paneel #onderwerp-{code}").is_visible()
    assert pagina.locator("#paneel article").count() == 1

    pagina.go_back()
    pagina.wait_for_function(f"() => document.querySelector('#paneel #onderwerp-{codes[1]}')")
    volgorde = pagina.locator("#motivering article").evaluate_all("(e) => e.map((d) => d.id)")
    alle = [f"onderwerp-{lid.code}" for lid in voorbeeld().ranglijst.toegelaten]
    assert volgorde == [naam for naam in alle if naam != f"onderwerp-{codes[1]}"]


def test_het_paneel_zegt_wat_telt_hoe_zeker_dat_is_en_wat_het_zou_veranderen(
    open_pagina: Callable[..., Page],
) -> None:
    pagina = open_pagina(voorbeeld())
    lid = voorbeeld().ranglijst.zoek(CODE)
    pagina.locator(f"#rij-{CODE} a").click()
    paneel = pagina.locator("#paneel")

    punten = paneel.locator(".tellen .telt").all_inner_texts()
    assert [int(p.split()[0]) for p in punten[:-1]] == [
        20 if oordeel.uitkomst == "ja" else 0 for oordeel in lid.uitslag.criteria
    ]
    assert punten[-1].split(" tot ")[0] == str(sum(int(p.split()[0]) for p in punten[:-1]))
    for kop in ("Hoe zeker is dat?", "Wat zou dit veranderen?"):
        assert paneel.get_by_role("heading", name=kop).is_visible()
    paneel.get_by_text("Lees alles over").click()
    assert paneel.get_by_text("Kleinste verandering.").is_visible()


def test_waar_gemeenten_oordelen_staat_de_meest_afwijkende_boven(
    open_pagina: Callable[..., Page],
) -> None:
    rijen = [*stemmen("een", "veiligheid", "jjjn?"), *stemmen("een", "wal-en-schip", "jjnn?")]
    lijst = ranglijst_van(maak_onderwerp("een"), oordelen=oordelen_van(rijen))
    pagina = open_pagina(Jaaragenda(lijst))
    pagina.locator("#rij-een a").click()

    namen = [lid.naam for lid in lijst.profiel.regio.leden]
    gezien = pagina.locator(".stemmen tbody th").all_inner_texts()
    assert gezien == [namen[3], namen[0], namen[1], namen[2], namen[4]]
    hoeveel = pagina.locator(".stemmen tbody td:last-child").all_inner_texts()
    # Two against two is no majority, and who does not know stands against nobody.
    assert hoeveel == ["1 van 5", "–", "–", "–", "–"]
    assert pagina.locator("#rij-een .c.verdeeld rect.ja").nth(2).get_attribute("width") == "60%"


def test_alles_gaat_met_het_toetsenbord(open_pagina: Callable[..., Page]) -> None:
    pagina = open_pagina(voorbeeld())
    toets = pagina.keyboard.press

    toets("Tab")
    assert pagina.locator(":focus").inner_text() == "Naar de ranglijst"
    for naam in ("knop-thema", "knop-gemeente"):
        while pagina.evaluate(GEFOCUST) != naam:
            toets("Tab")
    while pagina.locator(":focus").get_attribute("type") != "number":
        toets("Tab")
    toets("ArrowUp")
    assert pagina.locator(":focus").input_value() == "21"
    toets("PageUp")
    assert pagina.locator(":focus").input_value() == "31"
    toets("Tab")
    assert pagina.locator(":focus").inner_text().startswith("+")
    toets("Space")
    assert pagina.locator('.stel[data-nummer="0"] input').input_value() == "36"
    while "rij-" not in pagina.evaluate(GEFOCUST):
        toets("Tab")
    rij = pagina.evaluate(GEFOCUST)
    toets("Enter")
    wacht_op_focus(pagina, rij.replace("rij-", "onderwerp-"))
    toets("Escape")
    wacht_op_focus(pagina, rij)


@pytest.mark.parametrize("adres", ["", f"#onderwerp={CODE}"])
def test_met_tab_komt_u_overal_en_de_focus_is_altijd_te_zien(
    open_pagina: Callable[..., Page], adres: str
) -> None:
    pagina = open_pagina(voorbeeld())
    if adres:
        pagina.goto(pagina.url + adres)
        pagina.reload()
    te_bereiken = pagina.evaluate(
        """() => {
          document.activeElement.blur();
          const soorten = 'a[href], button, input, select, summary, [tabindex="0"]';
          const alle = [...document.querySelectorAll(soorten)].filter((e) => e.checkVisibility());
          alle.forEach((element, nummer) => { element.dataset.proef = nummer; });
          return alle.length;
        }"""
    )
    gezien = set()
    for _ in range(te_bereiken + 3):
        pagina.keyboard.press("Tab")
        stand = pagina.evaluate(
            """() => {
              const element = document.activeElement;
              if (element === document.body) return null;
              const vak = element.getBoundingClientRect();
              const boven = document.elementFromPoint(
                vak.x + Math.min(vak.width, 40) / 2,
                Math.max(vak.y, 0) + Math.min(4, vak.height / 2));
              return {
                nummer: element.dataset.proef,
                wat: element.outerHTML.slice(0, 90),
                inBeeld: vak.bottom > 0 && vak.top < innerHeight && vak.width > 0,
                vrij: element.contains(boven) || boven.contains(element),
                rand: element.closest('svg')
                  ? getComputedStyle(element.querySelector('.vak')).strokeWidth === '4px'
                  : getComputedStyle(element).outlineStyle === 'solid',
              };
            }"""
        )
        if stand is None:
            continue
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
    code = "groeipad-beschermd-thuis"
    for doel, adres in ((f"onderwerp-{code}", f"onderwerp={code}"), ("voorstel-14",) * 2):
        vak = pagina.locator(f'.plaat a[href="#{doel}"]')
        if hoe == "muis":
            vak.click()
        else:
            vak.focus()
            pagina.keyboard.press("Enter")
        assert pagina.evaluate("() => location.hash") == f"#{adres}"
        assert pagina.locator(f"#{doel}").is_visible()
        pagina.go_back()
        if doel.startswith("onderwerp"):
            pagina.wait_for_function(
                "(adres) => document.activeElement.getAttribute('href') === adres", arg=f"#{doel}"
            )
            pagina.wait_for_function(IN_BEELD, arg=vak.element_handle())


def test_de_lijst_staat_boven_de_vouw_van_een_gewone_laptop(
    open_pagina: Callable[..., Page],
) -> None:
    pagina = open_pagina(voorbeeld(), viewport={"width": 1366, "height": 768})

    rijen = pagina.locator(".ranglijst tbody tr[id]")
    assert rijen.first.evaluate("(e) => e.getBoundingClientRect().top") <= 322
    assert sum(rij.evaluate(IN_BEELD) for rij in rijen.all()[:12]) >= 10


def test_op_een_telefoon_staat_de_lijst_op_het_eerste_scherm(
    open_pagina: Callable[..., Page],
) -> None:
    pagina = open_pagina(voorbeeld(), viewport={"width": 390, "height": 740})

    rijen = pagina.locator(".ranglijst tbody tr[id]")
    assert rijen.first.evaluate("(e) => e.getBoundingClientRect().top") < 400
    assert not pagina.locator(".stel").first.is_visible()
    vragen = pagina.get_by_role("button", name="Wegen met vragen")
    assert not vragen.is_visible()
    pagina.get_by_role("button", name="Alles telt even zwaar: wijzig").click()
    assert vragen.is_visible()
    veld = pagina.get_by_role("spinbutton", name="Wal en schip, gewicht van de 100")
    veld.fill("40")
    veld.press("Enter")
    assert pagina.get_by_role("button", name="Weging aangepast: sluit").is_visible()
    rijen.first.locator("a").click()
    assert not pagina.locator("#lijsten").is_visible()
    assert pagina.locator("#paneel").get_by_text("Wat telt mee?").is_visible()
    pagina.locator(".sluit").click()
    assert pagina.locator("#lijsten").is_visible()


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
    pagina.locator(f"#rij-{code} a").click()
    assert pagina.locator(f"#onderwerp-{code}").get_by_text("Wat telt mee?").is_visible()
    assert pagina.evaluate("() => document.documentElement.scrollWidth") == 320
    assert te_breed() == []


def test_zonder_script_leidt_een_titel_naar_zijn_waarom(open_pagina: Callable[..., Page]) -> None:
    pagina = open_pagina(voorbeeld(), java_script_enabled=False)
    deel = pagina.locator(f"#onderwerp-{CODE}")

    pagina.locator(f"#rij-{CODE} a").click()
    assert deel.get_by_text("Wat telt mee?").is_visible()
    assert deel.get_by_text("Kleinste verandering.").is_visible()
    deel.get_by_role("link", name="Sluit en ga terug naar de lijst").click()
    assert pagina.url.endswith(f"#rij-{CODE}")
    assert not deel.get_by_role("link", name="Sluit en ga terug naar de lijst").is_visible()
