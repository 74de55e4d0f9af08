"""How topics, proposals and prerequisites hang together."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import (
    Rauw,
    fout_van,
    fouten_van,
    maak_dossier,
    maak_onderwerp,
    meegeleverd,
    ranglijst_van,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.rangorde.ranglijst import OnbekendOnderwerp, Ranglijst
from agenda.samenhang.kringen import MAX_KRINGEN, kringen
from agenda.samenhang.samenhang import MAX_KETENS, Samenhang
from agenda.samenhang.volgorde import bereikbaar
from agenda.weergave.samenhang.samenhang import toon_samenhang

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from agenda.kennis.profiel import Profiel
    from agenda.rangorde.ranglijst import Beoordeeld


def samenhang_van(*rauw: Rauw, **opties: Any) -> Samenhang:
    return Samenhang(ranglijst_van(*rauw, **opties))


def codes(leden: Iterable[Beoordeeld]) -> list[str]:
    return [lid.onderwerp.code for lid in leden]


def onbeslist(code: str, **velden: Any) -> Rauw:
    return maak_onderwerp(code, afstemming_nodig=None, **velden)


def niet_toegelaten(code: str, **velden: Any) -> Rauw:
    return maak_onderwerp(code, afstemming_nodig="nee", **velden)


def test_dekking_noemt_per_voorstel_de_onderwerpen_per_status() -> None:
    dekking = samenhang_van(
        maak_onderwerp("tweede", voorstellen=[7]),
        maak_onderwerp("eerste", voorstellen=[7], criteria=["veiligheid"]),
        onbeslist("vraag", voorstellen=[7, 8]),
        niet_toegelaten("niet", voorstellen=[7, 9]),
    ).dekking

    assert list(dekking) == list(range(1, 26))
    assert codes(dekking[7].toegelaten) == ["eerste", "tweede"]
    assert (codes(dekking[7].onbeslist), codes(dekking[7].niet_toegelaten)) == (["vraag"], ["niet"])
    assert (codes(dekking[8].toegelaten), codes(dekking[8].onbeslist)) == ([], ["vraag"])
    assert codes(dekking[9].niet_toegelaten) == ["niet"]
    assert not any((dekking[1].toegelaten, dekking[1].onbeslist, dekking[1].niet_toegelaten))


def test_het_enige_onderwerp_van_een_voorstel_is_het_enige_toegelaten_of_anders_onbesliste() -> (
    None
):
    samenhang = samenhang_van(
        maak_onderwerp("een", voorstellen=[1, 2]),
        maak_onderwerp("twee", voorstellen=[2]),
        onbeslist("vraag", voorstellen=[1, 3]),
        niet_toegelaten("niet", voorstellen=[3, 4]),
    )

    enige = {
        code: [d.voorstel.nummer for d in samenhang.verbanden_van(code).als_enige]
        for code in samenhang.leden
    }
    assert enige == {"een": [1], "twee": [], "vraag": [3], "niet": []}


def test_zonder_voorstel_staan_ook_onderwerpen_waarvan_het_niet_is_ingevuld() -> None:
    samenhang = samenhang_van(
        maak_onderwerp("geen", voorstellen=[]),
        maak_onderwerp("open", plannen=None),
        maak_onderwerp("plan"),
        maak_onderwerp("wel", voorstellen=[1]),
    )

    assert codes(samenhang.zonder_voorstel) == ["geen", "plan", "open"]


def test_een_vereiste_die_niet_is_toegelaten_is_een_bevinding_en_geen_fout() -> None:
    samenhang = samenhang_van(
        maak_onderwerp("aa", afhankelijk_van=["vraag", "niet", "bb"]),
        maak_onderwerp("bb"),
        onbeslist("vraag", afhankelijk_van=["niet"]),
        niet_toegelaten("niet"),
    )

    gevonden = [
        (v.onderwerp.code, v.vereist.code, v.vereist.status)
        for v in samenhang.vereist_niet_toegelaten
    ]
    assert gevonden == [("aa", "niet", "niet-toegelaten"), ("aa", "vraag", "onbeslist")]
    assert codes(samenhang.volgorde) == ["bb", "aa"]


def test_een_vereiste_verandert_geen_score_en_geen_plaats() -> None:
    los = [maak_onderwerp("aa", criteria=["veiligheid"]), maak_onderwerp("bb")]
    vast = [{**los[0], "afhankelijk_van": ["bb"]}, los[1]]

    met, zonder = ranglijst_van(*vast), ranglijst_van(*los)

    assert [(g.plaats, g.uitslag.score) for g in met.toegelaten] == [
        (g.plaats, g.uitslag.score) for g in zonder.toegelaten
    ]
    assert codes(Samenhang(met).volgorde) == ["bb", "aa"]


def test_verbanden_noemen_wat_eerst_moet_en_wat_erop_wacht_ook_via_andere() -> None:
    samenhang = samenhang_van(
        maak_onderwerp("aa"),
        maak_onderwerp("bb", afhankelijk_van=["aa"]),
        maak_onderwerp("cc", afhankelijk_van=["bb"]),
        onbeslist("dd", afhankelijk_van=["cc"]),
        maak_onderwerp("ee", afhankelijk_van=["dd"]),
    )

    midden = samenhang.verbanden_van("cc")

    assert (codes(midden.vereist), codes(midden.daarvoor)) == (["bb"], ["aa"])
    assert (codes(midden.wacht_hierop), codes(midden.daarna)) == (["dd"], ["ee"])
    assert codes(midden.alle_onderwerpen) == ["aa", "bb", "cc", "dd", "ee"]
    assert samenhang.ontgrendelt == {"aa": 3, "bb": 2, "cc": 1, "ee": 0, "dd": 1}


def test_van_een_onbekend_onderwerp_zijn_er_geen_verbanden() -> None:
    with pytest.raises(OnbekendOnderwerp) as fout:
        samenhang_van(maak_onderwerp("wijk-ggz")).verbanden_van("wijk-gzz")

    assert fout.value.suggestie == "bedoelde u «wijk-ggz»?"


def profiel_met_losgelaten(nummer: int) -> Profiel:
    profiel, _ = meegeleverd()
    voorstellen = tuple(
        replace(v, staat="losgelaten") if v.nummer == nummer else v for v in profiel.voorstellen
    )
    return replace(profiel, voorstellen=voorstellen)


def test_een_losgelaten_voorstel_staat_apart_en_telt_niet_mee_in_zijn_thema() -> None:
    samenhang = samenhang_van(
        maak_onderwerp("aa", voorstellen=[14]), profiel=profiel_met_losgelaten(14)
    )
    tekst = toon_samenhang(samenhang).als("tabel", 160)

    thema, los = tekst.index("2. Wonen"), tekst.index("Losgelaten voorstellen\n====")
    assert "Losgelaten voorstellen tellen niet mee: 1." in tekst
    assert "2. Wonen\n========" not in tekst
    assert thema < los < tekst.index("aa (plaats 1)")


def test_de_meegeleverde_verbanden_tussen_voorstellen_noemen_elk_hun_bron() -> None:
    samenhang = samenhang_van(maak_onderwerp())

    assert samenhang.voorstelverbanden
    for voorstelverband in samenhang.voorstelverbanden:
        bron = voorstelverband.verband.bron
        assert bron.document == "evaluatie"
        assert bron.opmerking or bron.lezing


# Circles


@pytest.mark.parametrize("vorm", ["yaml", "csv", "excel"])
def test_een_kring_noemt_alle_onderwerpen_een_keer_op_volgorde_met_hun_plek(
    vorm: str, tmp_path: Path
) -> None:
    onderwerpen = [
        maak_onderwerp("bb", afhankelijk_van=["cc"]),
        maak_onderwerp("aa", afhankelijk_van=["zz", "bb"]),
        maak_onderwerp("zz"),
        maak_onderwerp("cc", afhankelijk_van=["aa"]),
    ]
    map_ = maak_dossier(tmp_path / "d", onderwerpen, vorm)

    fout = fout_van(map_)

    weg = [stap.partition(" (") for stap in fout.gevonden.removeprefix("een kring: ").split(" → ")]
    assert [code for code, _, _ in weg] == ["aa", "bb", "cc", "aa"]
    plekken = [plek.rstrip(")") for _, _, plek in weg[1:]]
    assert plekken[0] == str(fout.plek)
    if vorm == "yaml":
        regels = (map_ / "onderwerpen.yaml").read_text(encoding="utf-8").splitlines()
        gewezen = [regels[int(p.split(":")[1]) - 1] for p in plekken]
        assert gewezen == ["  - bb", "  - cc", "  - aa"]
    elif vorm == "csv":
        assert [p.split(":")[1] for p in plekken] == ["3", "2", "5"]
    else:
        assert plekken == [f"onderwerpen.xlsx!Onderwerpen!AC{rij}" for rij in (3, 2, 5)]


def test_elke_knoop_van_kringen_is_een_fout_naast_alle_andere_fouten(tmp_path: Path) -> None:
    map_ = maak_dossier(
        tmp_path / "d",
        [
            maak_onderwerp("aa", afhankelijk_van=["bb"]),
            maak_onderwerp("bb", afhankelijk_van=["aa"], thema="bestaat-niet"),
            maak_onderwerp("cc", afhankelijk_van=["dd"]),
            maak_onderwerp("dd", afhankelijk_van=["cc", "ee"]),
            maak_onderwerp("ee", afhankelijk_van=["ee", "weg"]),
        ],
    )

    gevonden = [(fout.veld, fout.gevonden.split(" (")[0]) for fout in fouten_van(map_)]

    assert gevonden.count(("afhankelijk_van", "een kring: aa → bb")) == 1
    assert gevonden.count(("afhankelijk_van", "een kring: cc → dd")) == 1
    assert ("thema", "«bestaat-niet»") in gevonden
    assert ("afhankelijk_van.1", "«ee»") in gevonden
    assert ("afhankelijk_van.2", "«weg»") in gevonden
    assert len(gevonden) == 5


def test_elk_onderwerp_dat_op_zichzelf_wacht_staat_in_een_kring(tmp_path: Path) -> None:
    """Two circles that share a topic, and what waits for a circle without being in one."""
    map_ = maak_dossier(
        tmp_path / "d",
        [
            maak_onderwerp("aa", afhankelijk_van=["bb", "dd"]),
            maak_onderwerp("bb", afhankelijk_van=["aa"]),
            maak_onderwerp("cc", afhankelijk_van=["aa"]),
            maak_onderwerp("dd", afhankelijk_van=["ee"]),
            maak_onderwerp("ee", afhankelijk_van=["aa"]),
        ],
    )

    wegen = [
        [stap.split(" (")[0] for stap in fout.gevonden.removeprefix("een kring: ").split(" → ")]
        for fout in fouten_van(map_)
    ]

    assert sorted(wegen) == [["aa", "bb", "aa"], ["aa", "dd", "ee", "aa"]]


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.sets(st.sampled_from("abcdefgh"))))
def test_kringen_noemen_precies_wat_op_zichzelf_wacht(wacht_op: dict[str, set[str]]) -> None:
    gevonden = kringen(wacht_op)

    bekend = {
        code: {naar for naar in lijst if naar in wacht_op} for code, lijst in wacht_op.items()
    }
    assert {code for kring in gevonden for code in kring} == {
        code for code in bekend if code in bereikbaar(code, bekend)
    }
    for kring in gevonden:
        assert all(n in bekend[van] for van, n in zip(kring, (*kring[1:], kring[0]), strict=True))
        assert len(set(kring)) == len(kring)


def test_er_worden_niet_meer_dan_honderd_kringen_genoemd() -> None:
    ster = {"m": [f"t{n}" for n in range(500)]} | {f"t{n}": ["m"] for n in range(500)}

    assert len(kringen(ster)) == MAX_KRINGEN


def test_een_onbekende_vereiste_krijgt_een_suggestie(tmp_path: Path) -> None:
    map_ = maak_dossier(
        tmp_path / "d",
        [maak_onderwerp("regie-dakloosheid"), maak_onderwerp("aa", afhankelijk_van=["regie-dak"])],
    )

    assert fout_van(map_).suggestie == "bedoelde u «regie-dakloosheid»?"


# Properties

STATUSSEN = {"ja": "toegelaten", "nee": "niet-toegelaten", None: "onbeslist"}


@st.composite
def dossiers(draw: st.DrawFn) -> list[Rauw]:
    """Topics of every status, some with the same title and score, prerequisites without circles."""
    aantal = draw(st.integers(1, 8))
    lijst: list[Rauw] = []
    for n in range(aantal):
        eerder = [onderwerp["code"] for onderwerp in lijst]
        lijst.append(
            maak_onderwerp(
                f"o{n}",
                titel=draw(st.sampled_from(["Één", "een", "Twee", "drie"])),
                afstemming_nodig=draw(st.sampled_from(["ja", "ja", "nee", None])),
                voorstellen=draw(st.none() | st.lists(st.integers(1, 25), max_size=3, unique=True)),
                criteria=draw(st.lists(st.sampled_from(["veiligheid", "wetswijziging"]))),
                afhankelijk_van=draw(st.lists(st.sampled_from(eerder), unique=True))
                if eerder
                else [],
            )
        )
    return draw(st.permutations(lijst))


def op_plaats(ranglijst: Ranglijst) -> list[str]:
    """Codes by (place, title, code), from what the ranked list says of places and titles."""
    plaats = {g.onderwerp.code: g.plaats for g in ranglijst.toegelaten}
    kleed = str.maketrans("éÉ", "eE")
    alle = [b.onderwerp for b in ranglijst.alle]
    alle.sort(
        key=lambda o: (
            plaats.get(o.code, 10**9),
            o.titel.translate(kleed).casefold(),
            o.titel,
            o.code,
        )
    )
    return [onderwerp.code for onderwerp in alle]


@given(dossiers())
def test_de_json_klopt_met_een_berekening_uit_de_invoer_alleen(rauw: list[Rauw]) -> None:
    ranglijst = ranglijst_van(*rauw)
    uit = json.loads(toon_samenhang(Samenhang(ranglijst)).als("json", 100))

    op_code = {onderwerp["code"]: onderwerp for onderwerp in rauw}
    volgorde = op_plaats(ranglijst)
    status = {code: STATUSSEN[op_code[code].get("afstemming_nodig")] for code in volgorde}
    toegelaten = [code for code in volgorde if status[code] == "toegelaten"]
    vereist = {code: set(op_code[code]["afhankelijk_van"]) for code in volgorde}

    assert [deel["voorstel"] for deel in uit["dekking"]] == list(range(1, 26))
    for deel in uit["dekking"]:
        voor = [c for c in volgorde if deel["voorstel"] in (op_code[c].get("voorstellen") or [])]
        assert deel["toegelaten"] == [c for c in voor if status[c] == "toegelaten"]
        assert deel["onbeslist"] == [c for c in voor if status[c] == "onbeslist"]
        assert deel["niet_toegelaten"] == [c for c in voor if status[c] == "niet-toegelaten"]
    assert uit["zonder_voorstel"] == [c for c in volgorde if not op_code[c].get("voorstellen")]
    assert uit["vereist_niet_toegelaten"] == [
        {"onderwerp": code, "vereist": eerst, "status": status[eerst]}
        for code in toegelaten
        for eerst in volgorde
        if eerst in vereist[code] and status[eerst] != "toegelaten"
    ]

    def nodig(code: str) -> set[str]:
        return vereist[code].union(*(nodig(eerst) for eerst in vereist[code]))

    rang = {code: nummer for nummer, code in enumerate(toegelaten)}
    urgentie = {c: min(rang[a] for a in toegelaten if a == c or c in nodig(a)) for c in toegelaten}
    over, verwacht = set(toegelaten), []
    while over:
        kan = [code for code in over if not nodig(code) & over]
        over.remove(beste := min(kan, key=lambda code: (urgentie[code], rang[code])))
        verwacht.append(beste)
    assert uit["volgorde"] == verwacht

    assert uit["ontgrendelt"] == {
        code: sum(code in nodig(ander) for ander in toegelaten) for code in volgorde
    }
    assert list(uit["ontgrendelt"]) == volgorde


@pytest.mark.traag
@settings(max_examples=25)
@given(dossiers(), st.randoms(use_true_random=False))
def test_de_volgorde_van_de_invoer_maakt_niet_uit(rauw: list[Rauw], toeval: Any) -> None:
    geschud = list(rauw)
    toeval.shuffle(geschud)

    ene, andere = (samenhang_van(*lijst) for lijst in (rauw, geschud))

    for formaat in ("json", "tabel", "csv", "md", "graphml", "dot", "mermaid", "svg"):
        assert toon_samenhang(ene).als(formaat, 100) == toon_samenhang(andere).als(formaat, 100)


@given(dossiers())
def test_wat_omvalt_zonder_een_onderwerp_is_het_verschil_met_een_lijst_zonder(
    rauw: list[Rauw],
) -> None:
    """Take the topic out, rank again, and look at what lost its prerequisite or its only topic."""
    samenhang = samenhang_van(*rauw)
    for weg in rauw:
        verbanden = samenhang.verbanden_van(weg["code"])
        zonder = [
            {**o, "afhankelijk_van": [c for c in o["afhankelijk_van"] if c != weg["code"]]}
            for o in rauw
            if o is not weg
        ]
        verliest = {o["code"] for o in rauw if weg["code"] in o["afhankelijk_van"]}
        assert {lid.onderwerp.code for lid in verbanden.wacht_hierop} == verliest

        def bediend(geheel: Samenhang) -> set[int]:
            return {n for n, d in geheel.dekking.items() if d.toegelaten or d.onbeslist}

        na = samenhang_van(*zonder) if zonder else None
        kwijt = bediend(samenhang) - (bediend(na) if na else set())
        alleen_nog_onbeslist = {
            n
            for n, d in samenhang.dekking.items()
            if d.toegelaten and na and not na.dekking[n].toegelaten
        }
        assert {d.voorstel.nummer for d in verbanden.als_enige} == kwijt | alleen_nog_onbeslist


def test_van_veel_ketens_worden_alleen_de_langste_genoemd() -> None:
    paren = [
        onderwerp
        for n in range(MAX_KETENS + 2)
        for onderwerp in (
            maak_onderwerp(f"a{n}"),
            maak_onderwerp(f"b{n}", afhankelijk_van=[f"a{n}"]),
        )
    ]
    samenhang = samenhang_van(
        *paren, maak_onderwerp("slot", afhankelijk_van=["b3"]), maak_onderwerp("los")
    )

    assert len(samenhang.ketens) == MAX_KETENS
    assert codes(samenhang.ketens[0]) == ["a3", "b3", "slot"]
    assert "Alleen de 10 langste." in toon_samenhang(samenhang).als("tabel", 120)
