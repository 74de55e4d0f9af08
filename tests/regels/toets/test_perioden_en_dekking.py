"""Versions, periods and examples: what counts in which period, and which outcome has no example."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bouwers_indeling import BASIS, indelingsregel, maak_indeling
from bouwers_regels import maak_regel, maak_voorbeeld, maak_voorwaarde

from regels.indeling import Indelingsvoorbeeld
from regels.model import Regel, Veld
from regels.toets.bevindingen import bevindingen_van, toets_perioden
from regels.toets.perioden import perioden
from regels.toets.toetsen import toets_regels

JA = maak_voorwaarde("akkoord", "is", "ja")
NEE = maak_voorwaarde("akkoord", "is", "nee")


def versie(regel: Regel, van: date | None, tot: date | None = None) -> Regel:
    return replace(regel, geldig_van=van, geldig_tot=tot)


def test_een_periode_begint_als_een_regel_begint_of_de_dag_nadat_er_een_eindigt() -> None:
    oud = versie(maak_regel(code="oud"), None, date(2024, 12, 31))
    nieuw = versie(maak_regel(code="nieuw"), date(2026, 1, 1))

    gevonden = [(p.van, p.tot, [r.code for r in p.regels]) for p in perioden([oud, nieuw])]

    assert gevonden == [
        (None, date(2024, 12, 31), ["oud"]),
        (date(2026, 1, 1), None, ["nieuw"]),
    ]


def test_zonder_dagen_is_er_een_periode() -> None:
    regel = versie(maak_regel(), None)

    assert [(p.van, p.tot, p.regels) for p in perioden([regel])] == [(None, None, (regel,))]


def test_regels_die_nooit_tegelijk_gelden_spreken_elkaar_niet_tegen() -> None:
    regels = [
        versie(maak_regel(JA, code="eerst"), None, date(2024, 12, 31)),
        versie(maak_regel(NEE, code="later"), date(2025, 1, 1)),
    ]

    assert bevindingen_van(toets_perioden(regels, (), BASIS)) == []


def test_strijd_in_een_enkele_periode_telt() -> None:
    regels = [
        versie(maak_regel(JA, code="altijd"), None),
        versie(maak_regel(NEE, code="even"), date(2024, 1, 1), date(2024, 6, 30)),
    ]

    (bevinding,) = bevindingen_van(toets_perioden(regels, (), BASIS))

    assert (bevinding.soort, [r.code for r in bevinding.regels]) == ("strijdig", ["altijd", "even"])


def test_een_uitkomst_die_in_een_van_de_perioden_kan_is_er_niet_nooit() -> None:
    """At first the first rule is always overruled; a later version of the second leaves room."""
    aantal = maak_voorwaarde("aantal", "minstens", 2)
    regels = [
        versie(indelingsregel("laat", {"kleur": "geel"}, aantal), None),
        versie(indelingsregel("voor", {"kleur": "rood"}, aantal), None, date(2024, 12, 31)),
        versie(indelingsregel("voor", {"kleur": "rood"}, JA), date(2025, 1, 1)),
    ]
    indeling = maak_indeling(botsing="volgorde", uitkomsten=("rood", "geel"))

    samen = toets_perioden(regels, [indeling], BASIS)
    altijd = [regels[0], versie(regels[1], None)]
    eerst = toets_perioden(altijd, [indeling], BASIS)

    assert [b.soort for b in bevindingen_van(eerst)] == ["uitkomst-nooit", "nooit-beslissend"]
    assert bevindingen_van(samen) == []


def test_een_groep_met_te_veel_combinaties_wordt_genoemd_en_niet_doorlopen() -> None:
    velden = {f"feit-{n}": Veld(f"feit-{n}", "een feit", ("ja", "nee")) for n in range(4)}
    regels = [maak_regel(*(maak_voorwaarde(naam, "is", "ja") for naam in velden))]

    ((groep,),) = (p.groepen for p in toets_perioden(regels, (), velden, hoogstens=15))

    assert (groep.groep.combinaties, groep.exact, groep.bevindingen) == (16, False, ())


def test_van_een_groep_die_niet_is_doorlopen_is_de_dekking_onbekend() -> None:
    toets = toets_regels([maak_regel(JA)], (), BASIS, lambda _: None, hoogstens=1)

    assert toets.regels[0][1].kan is None
    assert toets.zonder_voorbeeld == 0


def test_uitkomst_van_een_regel_zonder_voorbeeld_wordt_genoemd() -> None:
    regel = replace(maak_regel(JA), voorbeelden=(maak_voorbeeld({"akkoord": "ja"}, "ja"),))

    ((_, dekking),) = toets_regels([regel], (), BASIS, lambda _: None).regels

    assert (dekking.kan, dekking.zonder) == (("ja", "nee", "onbekend"), ("nee", "onbekend"))


def test_regel_die_altijd_ja_is_hoeft_geen_voorbeeld_met_nee() -> None:
    regel = maak_regel(maak_voorwaarde("aantal", "minstens", 0))

    ((_, dekking),) = toets_regels([regel], (), BASIS, lambda _: None).regels

    assert dekking.kan == ("ja", "onbekend")


def test_elke_uitkomst_die_een_indeling_kan_hebben_vraagt_een_voorbeeld() -> None:
    regels = [
        indelingsregel("rr", {"kleur": "rood"}, JA),
        indelingsregel("gg", {"kleur": "geel"}, NEE),
    ]
    voorbeelden = (Indelingsvoorbeeld({"akkoord": "ja"}, "rood"),)
    indeling = replace(maak_indeling(uitkomsten=("rood", "geel")), voorbeelden=voorbeelden)

    ((_, dekking),) = toets_regels(regels, [indeling], BASIS, lambda _: None).indelingen

    assert dekking.kan == ("rood", "geel", "onbekend")
    assert dekking.zonder == ("geel", "onbekend")
