"""What a dossier costs whom: layers, topics, who stays out, last year, and what a source prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from bouwers_begroting import (
    BRON,
    KUST,
    REGIOBEGROTING,
    bedragen,
    lees_jaar,
    maak_activiteit,
    maak_begrotingsdossier,
    maak_kust,
    maak_laag,
)

from agenda.jaar.begroten import maak_begroting, te_verdelen
from agenda.jaar.begroting import GeenBegroting

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.jaar.begroting import Begroting

MACRO = {
    "GM0209": 182593,
    "GM0225": 150605,
    "GM0252": 111508,
    "GM0268": 1485059,
    "GM0296": 311072,
    "GM0944": 47535,
    "GM1945": 291296,
}
KWARTIERMAKER = {
    "GM0209": 3539,
    "GM0225": 2919,
    "GM0252": 2161,
    "GM0268": 28785,
    "GM0296": 6029,
    "GM0944": 921,
    "GM1945": 5646,
}
INDELING = {"indeling": "inzet", "is": "voortrekker"}
VELD = {"indeling": "geschoold", "is": "ja"}


def begroting(map_: Path, *samenwerkingen: dict[str, Any], **dossier: Any) -> Begroting:
    profiel = maak_kust(map_, *samenwerkingen)
    return maak_begroting(lees_jaar(maak_begrotingsdossier(map_, **dossier), profiel))


def test_beide_tabellen_van_de_regiobegroting_komen_uit_op_de_euro() -> None:
    uit = maak_begroting(lees_jaar(REGIOBEGROTING))
    basis, eenmalig = (kosten.verdeling for _, kosten in uit.lagen)

    assert uit.totaal == 2_579_668
    assert [laag.bedrag for laag, _ in uit.lagen] == [2_529_668, 50_000]
    assert bedragen(uit.bijdragen) == MACRO
    assert basis is not None
    assert eenmalig is not None
    assert bedragen(eenmalig.bijdragen) == KWARTIERMAKER
    assert all((b.deel, b.van) == (MACRO[b.lid.code], 2_579_668) for b in uit.bijdragen)


def test_alleen_de_tabel_die_niet_zelf_de_sleutel_is_bewijst_iets() -> None:
    hele, kwartiermaker = maak_begroting(lees_jaar(REGIOBEGROTING)).vergeleken

    assert (hele.anders, kwartiermaker.anders) == ((), ())
    assert (hele.onafhankelijk, kwartiermaker.onafhankelijk) == (False, True)


def test_het_verschil_met_vorig_jaar_is_zo_precies_als_de_bron() -> None:
    uit = maak_begroting(lees_jaar(REGIOBEGROTING))

    assert uit.jaarverschil is not None
    assert (uit.jaarverschil.vorig.bedrag, uit.jaarverschil.vorig.afgerond_op) == (2240000, 10000)
    assert (uit.jaarverschil.verschil, uit.jaarverschil.onbekend) == (340_000, ())


def test_lagen_en_onderwerpen_zijn_samen_het_totaal(tmp_path: Path) -> None:
    uit = begroting(
        tmp_path,
        lagen=[maak_laag("vast", 100), maak_laag("extra", 11, soort="eenmalig")],
        onderwerpen=[maak_activiteit("voorleesweek", kosten_euro=7), maak_activiteit("zonder")],
    )

    per_deel = [deel.bijdragen for deel in uit.verdelingen]
    assert [kosten.code for kosten in uit.alle] == ["vast", "extra", "voorleesweek"]
    assert uit.totaal == 118
    assert [sum(bedragen(deel).values()) for deel in per_deel] == [100, 11, 7]
    assert bedragen(uit.bijdragen) == {
        lid: sum(bedragen(deel)[lid] for deel in per_deel)
        for lid in ("duinhuis", "havenzaal", "molenplein")
    }


def test_een_gelijke_sleutel_geeft_iedereen_evenveel(tmp_path: Path) -> None:
    uit = begroting(tmp_path, KUST | {"sleutel": "gelijk"}, lagen=[maak_laag(bedrag=100)])

    assert bedragen(uit.bijdragen) == {"duinhuis": 34, "havenzaal": 33, "molenplein": 33}


@pytest.mark.parametrize("wie_doet_mee", [INDELING, VELD])
def test_wie_niet_meedoet_betaalt_niet_en_de_rest_volgt_dezelfde_sleutel(
    wie_doet_mee: dict[str, str], tmp_path: Path
) -> None:
    uit = begroting(
        tmp_path,
        KUST | {"deelname": wie_doet_mee},
        onderwerpen=[maak_activiteit(kosten_euro=80, landelijk="ja", bezoekers=1)],
        deelname=[
            {"onderwerp": "voorleesweek", "lid": "duinhuis", "geschoold": "ja"},
            {"onderwerp": "voorleesweek", "lid": "havenzaal", "geschoold": "nee"},
        ],
        leden=[{"lid": lid, "stoelen": 5} for lid in ("duinhuis", "havenzaal", "molenplein")],
    )

    (verdeling,) = uit.verdelingen
    assert [lid.code for lid in verdeling.doen_niet_mee] == ["havenzaal"]
    assert [lid.code for lid in verdeling.onbekend] == ["molenplein"]
    assert bedragen(verdeling.bijdragen) == {"duinhuis": 60, "molenplein": 20}


def test_als_niemand_meedoet_wordt_er_niets_verdeeld(tmp_path: Path) -> None:
    uit = begroting(
        tmp_path,
        KUST | {"deelname": VELD},
        lagen=[maak_laag()],
        onderwerpen=[maak_activiteit(kosten_euro=90)],
        deelname=[{"onderwerp": "voorleesweek", "lid": "alle", "geschoold": "nee"}],
    )

    assert [kosten.code for kosten in uit.niet_verdeeld] == ["voorleesweek"]
    assert uit.totaal == 100


def test_wat_geen_sleutel_heeft_telt_niet_in_het_totaal(tmp_path: Path) -> None:
    uit = begroting(
        tmp_path,
        lagen=[maak_laag("vast", 60), maak_laag("zaal", 40, samenwerking="twee-zalen")],
    )

    assert [kosten.code for kosten in uit.niet_verdeeld] == ["zaal"]
    assert (uit.totaal, sum(bedragen(uit.bijdragen).values())) == (60, 60)


def test_een_los_bedrag_staat_los_van_wat_het_dossier_kost(tmp_path: Path) -> None:
    agenda = lees_jaar(maak_begrotingsdossier(tmp_path, [maak_laag()]), maak_kust(tmp_path))

    uit = maak_begroting(agenda, 7)

    assert (uit.totaal, uit.alle) == (7, ())
    assert bedragen(uit.bijdragen) == {"duinhuis": 4, "havenzaal": 2, "molenplein": 1}


@pytest.mark.parametrize(
    ("argumenten", "oorzaak"),
    [
        ({}, "geen-bedrag"),
        ({"bedrag": 5, "sleutel": "twee-zalen"}, "geen-sleutel"),
        ({"sleutel": "drie-zalen"}, "onbekende-sleutel"),
    ],
)
def test_zonder_bedrag_of_sleutel_is_er_geen_begroting(
    argumenten: dict[str, Any], oorzaak: str, tmp_path: Path
) -> None:
    agenda = lees_jaar(maak_begrotingsdossier(tmp_path), maak_kust(tmp_path))

    with pytest.raises(GeenBegroting) as gevangen:
        maak_begroting(agenda, **argumenten)

    assert gevangen.value.oorzaak == oorzaak
    assert gevangen.value.met_sleutel == ("hele-kust",)
    assert te_verdelen(agenda) is None


def test_een_profiel_zonder_sleutel_verdeelt_niets(tmp_path: Path) -> None:
    zonder = {naam: KUST[naam] for naam in ("code", "naam", "leden", "bron")}

    with pytest.raises(GeenBegroting) as gevangen:
        begroting(tmp_path, zonder, lagen=[maak_laag()])

    assert gevangen.value.oorzaak == "geen-sleutel-in-profiel"


def test_een_gedrukte_tabel_die_anders_is_wordt_genoemd(tmp_path: Path) -> None:
    gedrukt = {"naam": "Bijdragen", "bron": BRON, "bedragen": {"duinhuis": 51, "havenzaal": 33}}

    uit = begroting(tmp_path, lagen=[maak_laag(bedrag=100)], gedrukt=[gedrukt])

    (tabel,) = uit.vergeleken
    assert tabel.anders == (("duinhuis", 50), ("molenplein", 17))
    assert tabel.onafhankelijk
