"""What one municipality says of topics that are there already, on a sheet of its workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bouwers_agenda import CRITERIA, meegeleverd

from agenda.invoer.oordelenblad import Bladoordeel, oordelen_uit
from agenda.invoer.tabel import lees_tabel
from agenda.invoer.tabelvorm import oordelenbladtabel
from agenda.onderwerp.tag import Tag
from regels.melding import Melding, Plek

if TYPE_CHECKING:
    from collections.abc import Sequence

KOPPEN = [
    "Code",
    "Titel",
    "Veiligheid",
    "Onderbouwing Veiligheid",
    "Bron Veiligheid",
    "Lezing Veiligheid",
]


def oordelen(
    *rijen: Sequence[Any], koppen: Sequence[Any] = KOPPEN
) -> tuple[tuple[Bladoordeel, ...], list[Melding]]:
    meldingen: list[Melding] = []
    genummerd = enumerate([koppen, *rijen], start=1)
    gelezen = lees_tabel(genummerd, "a.xlsx", "Oordelen", oordelenbladtabel(CRITERIA), meldingen)
    assert gelezen is not None
    return oordelen_uit(gelezen, meegeleverd()[0], CRITERIA, meldingen), sorted(meldingen)


def test_een_antwoord_heeft_zijn_onderbouwing_bron_lezing_en_cel() -> None:
    uit, fouten = oordelen(["wijk-ggz", "Wijk-GGZ", "x", "omdat", "blz. 3", "wij lezen dat"])

    tag = Tag("ja", "omdat", "blz. 3", "wij lezen dat")
    assert fouten == []
    assert uit == (Bladoordeel("wijk-ggz", "veiligheid", tag, Plek("a.xlsx", 2, 3, "Oordelen")),)


def test_van_een_lege_cel_is_er_geen_oordeel_en_van_onbekend_wel() -> None:
    uit, fouten = oordelen(["een", "Een"], ["twee", "Twee", "onbekend"], ["drie", None, "nee"])

    assert fouten == []
    assert [(o.onderwerp, o.oordeel.waarde) for o in uit] == [("twee", "onbekend"), ("drie", "nee")]


def test_een_onderbouwing_zonder_antwoord_is_onbekend() -> None:
    uit, _ = oordelen(["een", "Een", None, "dat zoeken we uit"])

    assert uit[0].oordeel == Tag("onbekend", "dat zoeken we uit")


def test_elke_fout_wordt_genoemd_met_haar_cel_en_haar_kop() -> None:
    _, fouten = oordelen(["een", "Een", "misschien"], [None, "Twee", "ja"], ["een", "Een", "nee"])

    assert [(str(f.plek).rpartition("!")[2], f.veld) for f in fouten] == [
        ("C2", "Veiligheid"),
        ("A3", "Code"),
        ("A4", "Code"),
    ]
    assert fouten[0].suggestie == "bedoelde u «onbekend»?"


def test_een_onderwerp_dat_er_twee_keer_staat_wordt_genoemd() -> None:
    _, (fout,) = oordelen(["een", "Een", "ja"], ["een", "Een", "nee"])

    assert str(fout.plek) == "a.xlsx!Oordelen!A3"
    assert fout.verwacht == "elk onderwerp in één rij (zie ook a.xlsx!Oordelen!A2)"
