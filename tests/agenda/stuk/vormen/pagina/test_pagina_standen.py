"""Other views of the list: two weightings beside each other, the members, and questions."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bouwers_agenda import CRITERIA, maak_dossier, maak_onderwerp, ranglijst_uit, ranglijst_van
from bouwers_pagina import keur, veel_onderwerpen, wacht_op_adres
from bouwers_vragen import antwoord, met_antwoorden
from stukken import voorbeeld

from agenda.gewichten.proef import herweeg
from agenda.rangorde.patroon import patroon_van
from agenda.robuust.gesprek import Gesprek
from agenda.robuust.robuustheid import onderzoek_lid
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.weergave.woorden import samen

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from agenda.rangorde.ranglijst import Ranglijst

pytestmark = pytest.mark.traag

VEERTIG = Path(__file__).parents[4] / "voorbeeld-42"


def met_adres(pagina: Page, adres: str) -> None:
    pagina.evaluate("(adres) => { location.hash = adres; }", adres)
    pagina.reload()


def standen(pagina: Page) -> list[list[list[str]]]:
    """The rows of both lists, each as its cells."""
    uit: list[list[list[str]]] = pagina.evaluate(
        """() => [...document.querySelectorAll('table.stand')].map((stand) =>
          [...stand.tBodies[0].rows].map((rij) => [...rij.cells].map((cel) => cel.textContent)))"""
    )
    return uit


def test_twee_standen_staan_naast_elkaar_zoals_de_opdrachtregel_ze_geeft(
    open_pagina: Callable[..., Page],
) -> None:
    lijst = ranglijst_uit(VEERTIG)
    pagina = open_pagina(Jaaragenda(lijst))
    pagina.get_by_role("button", name="Bewaar deze stand").click()
    assert pagina.get_by_text("Beide standen wegen gelijk.").is_visible()
    veld = pagina.get_by_role("spinbutton", name="Wal en schip, gewicht van de 100")
    veld.fill("40")
    veld.press("Enter")

    anders = herweeg(lijst, dict(zip(CRITERIA, (3, 8, 3, 3, 3), strict=True)))
    was = {lid.code: lid.plaats or 0 for lid in lijst.toegelaten}
    links, rechts = standen(pagina)
    assert links == [[str(lid.plaats), lid.titel] for lid in lijst.toegelaten]
    verwacht = []
    for lid in anders.toegelaten:
        stap = was[lid.code] - (lid.plaats or 0)
        woord = f"▲ {stap} hoger" if stap > 0 else f"▼ {-stap} lager" if stap else "gelijk"
        verwacht.append([str(lid.plaats), lid.titel, woord])
    assert rechts == verwacht
    assert pagina.locator(".lijnen path").count() == len(lijst.toegelaten)
    assert wacht_op_adres(pagina, "#weging") == "#weging=3-8-3-3-3&naast=1-1-1-1-1"
    redenen = pagina.locator(".redenen").inner_text()
    assert "Wal en schip gaat van 20 naar 40. 18 van de 25 onderwerpen krijgen" in redenen
    assert "6 onderwerpen samen: van 10 naar 8. Ja op wal en schip." in redenen
    in_top = [
        {lid.titel for lid in x.toegelaten if (lid.plaats or 0) <= 10} for x in (lijst, anders)
    ]
    eruit = in_top[0] - in_top[1]
    assert eruit
    assert any(titel in redenen.partition("Eruit: ")[2] for titel in eruit)


def test_wisselen_en_teruggaan(open_pagina: Callable[..., Page]) -> None:
    pagina = open_pagina(voorbeeld())
    met_adres(pagina, "weging=3-8-3-3-3&naast=1-1-1-1-1")
    links, rechts = standen(pagina)
    pagina.get_by_role("button", name="Wissel links en rechts").click()

    nieuw_links, nieuw_rechts = standen(pagina)
    assert [rij[:2] for rij in nieuw_links] == [rij[:2] for rij in rechts]
    assert [rij[:2] for rij in nieuw_rechts] == [rij[:2] for rij in links]
    pagina.get_by_role("button", name="Terug naar één lijst").click()
    assert pagina.locator(".ranglijst tbody tr[id]").first.is_visible()
    assert not pagina.locator("#vergelijking").is_visible()
    pagina.go_back()
    pagina.wait_for_function("() => document.body.classList.contains('vergelijkt')")


VOORKEUREN = {
    "GM0268": ["veiligheid", ["wal-en-schip", "wetswijziging"]],
    "GM0281": ["wal-en-schip", "borging-samenwerking", "veiligheid"],
}


def test_per_gemeente_staat_de_plaats_die_robuust_geeft(
    open_pagina: Callable[..., Page], tmp_path: Path
) -> None:
    map_ = maak_dossier(tmp_path / "dossier", veel_onderwerpen(40), voorkeuren=VOORKEUREN)
    lijst = ranglijst_uit(map_)
    pagina = open_pagina(Jaaragenda(lijst))
    assert not pagina.locator("#gemeenten").is_visible()
    pagina.get_by_role("button", name="13 gemeenten").click()
    assert not pagina.locator("#werkblad").is_visible()

    eerste = lijst.toegelaten[:9]
    rijen = pagina.locator(".gemeenten tbody tr:not(.regio-rij)").all()
    assert len(rijen) == 2
    for rij in rijen:
        naam, _, *cellen = rij.locator("th, td").all_inner_texts()
        lid = next(lid for lid in lijst.profiel.regio.leden if lid.naam == naam)
        groep = onderzoek_lid(lijst, lid)
        assert groep is not None
        plaatsen = [groep.standen[patroon_van(b.uitslag).zeker].plaats for b in eerste]
        assert [int(cel) for cel in cellen[:9]] == plaatsen
        verschil = sum(abs(p - (b.plaats or 0)) for p, b in zip(plaatsen, eerste, strict=True))
        assert cellen[-1].strip() == (str(verschil) if verschil else "–")
        buiten = rij.locator(".buiten").all_inner_texts()
        assert buiten == [str(p) for p, b in zip(plaatsen, eerste, strict=True) if p > 10]
    assert keur(pagina) == []
    pagina.get_by_role("button", name="Terug naar de lijst").click()
    assert pagina.locator("#werkblad").is_visible()


def test_zonder_voorkeuren_is_er_geen_knop_voor_gemeenten(open_pagina: Callable[..., Page]) -> None:
    pagina = open_pagina(voorbeeld())

    assert pagina.get_by_role("button", name="13 gemeenten").count() == 0
    assert pagina.locator("#gemeenten").count() == 0


def titels(pagina: Page) -> list[set[str]]:
    """Who is certain, open and out, as the page shows them."""
    uit = pagina.evaluate(
        """() => [...document.querySelectorAll('.vast .rij')].map((rij) =>
          [...rij.querySelectorAll('.blokjes span')].map((blok) => blok.title))"""
    )
    return [set(wie) for wie in uit]


def klopt(pagina: Page, lijst: Ranglijst, gesprek: Gesprek) -> None:
    """Whether the page says what the program says."""
    groepen = (gesprek.in_top, gesprek.open, gesprek.buiten_top)
    assert titels(pagina) == [{lid.titel for lid in groep} for groep in groepen]
    deel = int(gesprek.deel * 100 + 0.5)
    assert f"Past bij {deel} van de 100" in pagina.locator(".vast").inner_text()
    kop = pagina.locator(".vraag h3").inner_text()
    if gesprek.vraag is None:
        assert kop == ("De top 10 ligt vast" if gesprek.klaar else "Alle vragen zijn gesteld")
        return
    regels = {regel.code: regel for regel in lijst.criteria}
    links, rechts = (
        re.sub("[«»]", "", samen([regels[code] for code in kant])) for kant in gesprek.vraag
    )
    assert kop == f"Wat telt zwaarder: {links}, of {rechts}?"


@pytest.mark.parametrize("zaad", [1, 2, 3])
def test_de_vragen_zijn_die_van_agenda_vragen_tot_de_top_vast_ligt(
    open_pagina: Callable[..., Page], zaad: int
) -> None:
    lijst = ranglijst_uit(VEERTIG) if zaad == 1 else ranglijst_van(*veel_onderwerpen(40 + zaad))
    kans, antwoorden = random.Random(zaad), []
    pagina = open_pagina(Jaaragenda(lijst))
    pagina.get_by_role("button", name="Wegen met vragen").click()

    for _ in range(12):
        gesprek = Gesprek(met_antwoorden(lijst, antwoorden))
        klopt(pagina, lijst, gesprek)
        if gesprek.vraag is None:
            break
        gegeven = kans.choice(["links", "links", "rechts", "rechts", "weet-niet"])
        antwoorden.append(antwoord(*gesprek.vraag, gegeven))
        knop = ("links", "rechts", "weet-niet").index(gegeven)
        pagina.locator(".keuzes button").nth(knop).click()
    assert gesprek.klaar

    pagina.reload()
    klopt(pagina, lijst, gesprek)
    weging = [gesprek.gewichten[code] for code in CRITERIA] if gesprek.gewichten else []
    pagina.get_by_role("button", name="Gebruik deze weging").click()
    assert pagina.evaluate("() => location.hash").startswith(
        f"#weging={'-'.join(map(str, weging))}"
    )
    assert not pagina.locator("#vragen").is_visible()


def test_een_antwoord_weghalen_brengt_de_vraag_terug(open_pagina: Callable[..., Page]) -> None:
    pagina = open_pagina(Jaaragenda(ranglijst_uit(VEERTIG)))
    pagina.get_by_role("button", name="Wegen met vragen").click()
    vraag, voor = pagina.locator(".vraag h3").inner_text(), titels(pagina)

    pagina.locator(".keuzes button").first.click()
    assert pagina.evaluate("() => document.activeElement.tagName") == "H3"
    assert pagina.locator(".vraag h3").inner_text() != vraag
    pagina.get_by_role("button", name="Haal weg").click()
    assert pagina.locator(".vraag h3").inner_text() == vraag
    assert titels(pagina) == voor
    pagina.locator(".keuzes button").first.click()
    pagina.go_back()
    pagina.wait_for_function(
        "(vraag) => document.querySelector('.vraag h3').textContent === vraag", arg=vraag
    )


def test_wat_al_geantwoord_is_telt_mee(open_pagina: Callable[..., Page]) -> None:
    gezegd = antwoord(["wal-en-schip"], ["laaghangend-fruit"], "links")
    lijst = ranglijst_uit(VEERTIG)
    gesprek = Gesprek(met_antwoorden(lijst, [gezegd]))
    pagina = open_pagina(Jaaragenda(gesprek.ranglijst))
    pagina.get_by_role("button", name="Wegen met vragen").click()

    klopt(pagina, lijst, gesprek)
    assert pagina.get_by_text("Wal en schip telt zwaarder dan laaghangend fruit.").is_visible()


def test_na_even_stelt_alleen_het_programma_vragen(open_pagina: Callable[..., Page]) -> None:
    gezegd = antwoord(["wal-en-schip"], ["laaghangend-fruit"], "even")
    pagina = open_pagina(Jaaragenda(met_antwoorden(ranglijst_uit(VEERTIG), [gezegd])))

    assert pagina.get_by_role("button", name="Wegen met vragen").count() == 0


def test_waar_alles_in_de_top_past_valt_er_niets_te_vragen(
    open_pagina: Callable[..., Page],
) -> None:
    lijst = ranglijst_van(*(maak_onderwerp(f"o-{n}", criteria=["veiligheid"]) for n in range(10)))
    pagina = open_pagina(Jaaragenda(lijst))

    assert pagina.get_by_role("button", name="Wegen met vragen").count() == 0
    assert pagina.locator(".kans").count() == 0


@pytest.mark.parametrize("kleur", ["light", "dark"])
@pytest.mark.parametrize("adres", ["vraag=ja", "vraag=ja&antwoorden=2v5l", "naast=3-8-3-3-3"])
def test_axe_vindt_niets_in_een_andere_stand(
    open_pagina: Callable[..., Page], adres: str, kleur: str
) -> None:
    pagina = open_pagina(Jaaragenda(ranglijst_uit(VEERTIG)), color_scheme=kleur)
    met_adres(pagina, adres)

    assert keur(pagina) == []
