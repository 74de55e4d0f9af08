"""The page for everyone: axe-core finds nothing against WCAG 2.2 AA, in every look of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import ranglijst_van
from bouwers_oordelen import oordelen_van, willekeurig
from bouwers_pagina import keur, lastige_agenda
from stukken import gevolgd, voorbeeld

from agenda.uitleg.jaaragenda import Jaaragenda

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page


pytestmark = pytest.mark.traag

UITERLIJK: dict[str, dict[str, Any]] = {
    "licht": {"color_scheme": "light"},
    "donker": {"color_scheme": "dark"},
    "papier": {},
    "smal": {"viewport": {"width": 320, "height": 640}},
    "hoog contrast": {"forced_colors": "active"},
}


STANDEN = {
    "de lijst": "",
    "een proef": "weging=3-8-3-3-3",
    "een onderwerp open": "onderwerp=wijk-ggz-teams",
    "een proef met een onderwerp open": "weging=3-8-3-3-3&onderwerp=wijk-ggz-teams",
    "niets gevonden": "zoek=qqq",
}


@pytest.mark.parametrize("uiterlijk", UITERLIJK)
def test_axe_vindt_niets(open_pagina: Callable[..., Page], uiterlijk: str) -> None:
    pagina = open_pagina(lastige_agenda(), **UITERLIJK[uiterlijk])
    if uiterlijk == "papier":
        pagina.emulate_media(media="print")

    assert keur(pagina) == []


@pytest.mark.parametrize("uiterlijk", ["licht", "donker", "smal"])
@pytest.mark.parametrize("stand", STANDEN)
def test_axe_vindt_niets_in_elke_stand(
    open_pagina: Callable[..., Page], uiterlijk: str, stand: str
) -> None:
    pagina = open_pagina(voorbeeld(), **UITERLIJK[uiterlijk])
    pagina.evaluate("(adres) => { location.hash = adres; }", STANDEN[stand])
    pagina.reload()
    # What is out of sight is not laid out until one scrolls there, and then has no real size.
    pagina.evaluate(
        "() => document.querySelectorAll('article, .lijst tbody tr, details').forEach((deel) => {"
        " deel.style.contentVisibility = 'visible'; deel.open = true; })"
    )

    assert keur(pagina) == []


def test_axe_vindt_niets_waar_gemeenten_oordelen(open_pagina: Callable[..., Page]) -> None:
    onderwerpen, rijen, _ = willekeurig(11, 12)
    lijst = ranglijst_van(*onderwerpen, oordelen=oordelen_van(rijen))
    pagina = open_pagina(Jaaragenda(lijst))
    pagina.locator(".ranglijst tbody tr[id] a").first.click()

    assert keur(pagina) == []


@pytest.mark.parametrize("uiterlijk", ["licht", "donker", "smal"])
def test_axe_vindt_niets_waar_de_agenda_wordt_gevolgd(
    open_pagina: Callable[..., Page], uiterlijk: str
) -> None:
    pagina = open_pagina(gevolgd(), **UITERLIJK[uiterlijk])
    pagina.locator(".ranglijst tbody tr[id] a").first.click()

    assert keur(pagina) == []


def test_de_keuring_ziet_een_fout_die_er_is(open_pagina: Callable[..., Page]) -> None:
    pagina = open_pagina(lastige_agenda())
    pagina.evaluate("() => document.querySelector('label[for=knop-thema]').remove()")

    assert [fout.split(":")[0] for fout in keur(pagina)] == ["select-name"]
