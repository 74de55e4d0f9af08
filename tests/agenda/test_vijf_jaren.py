"""Five invented years after each other: no topic is lost, doubled or brought back by itself."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from bouwers_agenda import als_yaml, lees, maak_dossier, onderwerpen_van
from bouwers_jaren import ga_verder, rij, schrijf_stand, stel_vast
from bouwers_onderwerpen import onderwerpen
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from agenda.invoer.profiel import lees_profiel
from agenda.invoer.profielmap import meegeleverde_profielen
from agenda.onderwerp.invullijst import invullijst
from agenda.volgen import lees_voortgang, volg_agenda
from agenda.voortgang.standfeit import TOESTANDEN

if TYPE_CHECKING:
    from bouwers_agenda import Rauw

    from agenda.onderwerp.invullijst import Invullijst
    from agenda.onderwerp.onderwerp import Onderwerp
    from agenda.voortgang.stand import Stand

pytestmark = pytest.mark.traag
_EIGEN = Path(__file__).parents[1] / "profielen" / "bibliotheken-zilverkust"
PROFIELEN = {
    **{pad.parent.name: None for pad in sorted(meegeleverde_profielen().glob("*/regio.yaml"))},
    _EIGEN.name: _EIGEN,
}
"""Code of a profile → its folder, where it does not come with the program."""
JAREN = range(2026, 2031)
_TAG = {"onderbouwing": "Daarom: «zo».", "bron": "Verslag 2024, blz. 3", "lezing": "Wij lezen #1."}


def _onderwerp(trek: st.DrawFn, code: str, eerder: list[str], map_: Path) -> Rauw:
    """A topic of a region, in which anything that is asked may be filled in."""
    profiel, regelset = lees_profiel(map_)
    lijst = invullijst(profiel, regelset.criteria)
    uit: Rauw = {"code": code, "titel": f"Titel van {code}", "thema": profiel.themas[0].code}
    for veld in lijst.velden:
        mogelijk = _waarden(veld.naam, veld.soort, veld.codes, eerder, lijst)
        if veld.naam not in uit and mogelijk is not None and trek(st.booleans()):
            uit[veld.naam] = trek(mogelijk)
    return uit


def _waarden(
    naam: str, soort: str, codes: tuple[str, ...], eerder: list[str], lijst: Invullijst
) -> st.SearchStrategy[Any] | None:
    antwoord = st.sampled_from(["ja", "nee", "onbekend"])
    if soort == "criteria" and not lijst.criteria:
        return None
    if soort == "criteria":
        tag = antwoord.map(lambda waarde: {"waarde": waarde, **_TAG})
        return st.dictionaries(st.sampled_from([*lijst.criteria]), tag | antwoord)
    per_soort: dict[str, st.SearchStrategy[Any]] = {
        "ja-nee": antwoord,
        "keuze": st.sampled_from([*codes, "onbekend"]),
        "keuzes": st.lists(st.sampled_from(codes or ("geen",)), unique=True),
        "onderwerpen": st.lists(st.sampled_from(eerder or [""]), max_size=3, unique=True),
        "getal": st.integers(0, 3),
        "tekst": st.sampled_from(["", "Eén regel.", "Twee\nregels: # 'en' meer"]),
        "decimaal": st.sampled_from([Decimal("0.4"), Decimal("2.5")]),
        "bedrag": st.integers(0, 10**6),
    }
    if (soort == "onderwerpen" and not eerder) or (soort == "keuzes" and not codes):
        return None
    return per_soort.get(soort)


class _Jaar:
    """What a person would know of a year without the program: topics, and rows of progress."""

    def __init__(self) -> None:
        self.waarden: dict[str, Onderwerp] = {}
        self.rijen: dict[str, list[tuple[date, str, date | None]]] = {}
        self.af: set[str] = set()

    def laatste(self, code: str, op: date = date.max) -> tuple[date, str, date | None] | None:
        return max((r for r in self.rijen.get(code, ()) if r[0] <= op), default=None)

    def verder(self) -> None:
        """The year ends."""
        einden = {code: self.laatste(code) for code in self.waarden}
        self.af |= {code for code, r in einden.items() if r and r[1] in ("klaar", "gestopt")}
        self.waarden = {c: o for c, o in self.waarden.items() if c not in self.af}
        self.rijen = {
            code: [r]
            for code, r in einden.items()
            if r and code in self.waarden and r[1] != "doorgeschoven"
        }


def _zelfde(wordt: Onderwerp, was: Onderwerp, af: set[str]) -> bool:
    """Whether every value is as it was; it waits no longer for what is done or stopped."""
    zonder = tuple(code for code in was.afhankelijk_van if code not in af)
    velden = [naam for naam in was.__dataclass_fields__ if naam != "afhankelijk_van"]
    gelijk = all(getattr(wordt, naam) == getattr(was, naam) for naam in velden)
    return gelijk and wordt.afhankelijk_van == zonder


def _controleer_stand(stand: Stand, jaar: _Jaar, vastgesteld: set[str]) -> None:
    assert len(stand.onderwerpen) == len(vastgesteld)
    assert set(stand.op_code) == vastgesteld
    for code, onderwerp in stand.op_code.items():
        laatste = jaar.laatste(code, stand.op)
        toestand, klaar_op = (laatste[1], laatste[2]) if laatste else ("niet-begonnen", None)
        assert onderwerp.toestand == toestand
        laat = klaar_op is not None and klaar_op < stand.op
        assert onderwerp.te_laat == (laat and toestand not in ("klaar", "gestopt"))


def _zet_erbij(map_: Path, nieuwe: list[Rauw]) -> None:
    """A person adds topics to the file."""
    pad = map_ / "onderwerpen.yaml"
    tekst = pad.read_text(encoding="utf-8").replace("onderwerpen: []", "onderwerpen:")
    pad.write_text(tekst + als_yaml(nieuwe) if nieuwe else tekst, encoding="utf-8")


def _schrijf_op(trek: st.DrawFn, map_: Path, codes: list[str], jaar: _Jaar, nummer: int) -> None:
    """A person writes down how it stands, a few times in the year."""
    for code in codes:
        al = {r[0] for r in jaar.rijen.get(code, ())}
        for dag in sorted(trek(st.sets(st.integers(0, 300), max_size=2))):
            op = date(nummer, 2, 10) + timedelta(days=dag)
            toestand = trek(st.sampled_from(TOESTANDEN))
            klaar = trek(st.none() | st.integers(-100, 400))
            klaar_op = None if klaar is None else op + timedelta(days=klaar)
            if op not in al:
                ook = {} if klaar_op is None else {"klaar_op": klaar_op.isoformat()}
                schrijf_stand(map_, rij(code, toestand, op=op.isoformat(), **ook))
                jaar.rijen.setdefault(code, []).append((op, toestand, klaar_op))


@pytest.mark.parametrize("code", PROFIELEN)
@settings(max_examples=5, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.data())
def test_in_vijf_jaren_raakt_niets_kwijt_en_komt_niets_vanzelf_terug(
    tmp_path_factory: pytest.TempPathFactory, code: str, data: st.DataObject
) -> None:
    themas = PROFIELEN[code]
    profielmap = themas or meegeleverde_profielen() / code
    map_ = maak_dossier(tmp_path_factory.mktemp("jaren") / "2026", jaar=2026, profiel=code)
    jaar, ooit = _Jaar(), 0
    for nummer in JAREN:
        nieuwe: list[Rauw] = []
        for _ in range(data.draw(st.integers(1, 3))):
            eerder = [*jaar.waarden, *(o["code"] for o in nieuwe)]
            naam = f"o{ooit}"
            nieuwe.append(data.draw(st.composite(_onderwerp)(naam, eerder, profielmap)))
            ooit += 1
        _zet_erbij(map_, nieuwe)
        gelezen = {o.code: o for o in lees(map_, themas).dossier.onderwerpen}
        assert {*gelezen} == {*jaar.waarden, *(o["code"] for o in nieuwe)}
        jaar.waarden = gelezen
        stel_vast(map_, f"{nummer}-02-10", themas)
        gevolgd = volg_agenda(map_)
        vastgesteld = {v.code for v in gevolgd.agenda.volgorde}
        data.draw(st.composite(_schrijf_op)(map_, sorted(vastgesteld), jaar, nummer))
        for dag in (0, 60, 200, 600):
            op = date(nummer, 2, 10) + timedelta(days=dag)
            _controleer_stand(lees_voortgang(gevolgd, op).agenda.stand, jaar, vastgesteld)
        if nummer == JAREN[-1]:
            return
        voor = jaar.waarden
        jaar.verder()
        map_, gemaakt = ga_verder(map_, nummer + 1, themas)
        assert gemaakt.leesbaar
        wordt = {o.code: o for o in lees(map_, themas).dossier.onderwerpen}
        assert {*wordt} == {*jaar.waarden}
        assert not {*wordt} & jaar.af
        assert all(_zelfde(wordt[c], voor[c], jaar.af) for c in wordt)


@pytest.mark.parametrize("vorm", ["yaml", "csv", "excel"])
@settings(max_examples=15)
@given(onderwerpen(), st.data())
def test_wat_iemand_ook_typt_het_komt_in_het_nieuwe_jaar_gelijk_terug(
    tmp_path_factory: pytest.TempPathFactory, vorm: str, lijst: list[Rauw], data: st.DataObject
) -> None:
    oud = maak_dossier(tmp_path_factory.mktemp("oud") / "2027", lijst, vorm)
    af = set(data.draw(st.lists(st.sampled_from([o["code"] for o in lijst]), unique=True)))
    if af:
        schrijf_stand(oud, *(rij(code, "klaar") for code in sorted(af)))

    nieuw, _ = ga_verder(oud)

    wordt = lees(nieuw).dossier.onderwerpen
    was = [o for o in onderwerpen_van(*lijst) if o.code not in af]
    assert [o.code for o in wordt] == [o.code for o in was]
    assert all(_zelfde(n, o, af) for n, o in zip(wordt, was, strict=True))


VOORBEELDEN = [
    *sorted(pad.parent for pad in Path("voorbeelden").glob("*/dossier.yaml")),
    *sorted(pad.parent for pad in Path("tests/profielen/dossiers").glob("*/dossier.yaml")),
]


@pytest.mark.parametrize("voorbeeld", VOORBEELDEN, ids=lambda pad: pad.name)
def test_elk_voorbeeld_gaat_in_zijn_geheel_mee(tmp_path: Path, voorbeeld: Path) -> None:
    oud = tmp_path / "oud"
    shutil.copytree(voorbeeld, oud)
    themas = _EIGEN if _EIGEN.name in (oud / "dossier.yaml").read_text(encoding="utf-8") else None

    nieuw, gemaakt = ga_verder(oud, 2031, themas)

    was, wordt = (lees(map_, themas).dossier for map_ in (oud, nieuw))
    assert gemaakt.leesbaar
    assert wordt.onderwerpen == was.onderwerpen
    assert (wordt.leden, wordt.deelname) == (was.leden, was.deelname)
    assert gemaakt.herschreven == ()
