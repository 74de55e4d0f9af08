"""Adopted agendas with what people wrote down of them, for tests of progress."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from bouwers_agenda import maak_onderwerp, ranglijst_van
from hypothesis import strategies as st

from agenda.rangorde.besluit import Besluit
from agenda.uitleg.jaaragenda import Jaaragenda
from agenda.voortgang.stand import Stand
from agenda.voortgang.standfeit import TOESTANDEN, Standfeit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bouwers_agenda import Rauw

BESLUIT = date(2027, 3, 1)
BEGIN = date(2027, 1, 1)


def vastgesteld(*onderwerpen: Rauw) -> Jaaragenda:
    """An agenda that was adopted on `BESLUIT`, with these topics or with two of its own."""
    rauw = onderwerpen or (maak_onderwerp("een"), maak_onderwerp("twee"))
    return Jaaragenda(ranglijst_van(*rauw), Besluit("Colleges", BESLUIT))


def feit(
    onderwerp: str = "een", op: str = "2027-04-01", toestand: str = "loopt", **ook: Any
) -> Any:
    """A row of `stand.yaml`."""
    dagen = {"op": op} | {naam: ook.pop(naam) for naam in ("klaar_op",) if naam in ook}
    waarden = {naam: date.fromisoformat(dag) for naam, dag in dagen.items()}
    return Standfeit(onderwerp=onderwerp, toestand=toestand, **waarden, **ook)


def stand_op(op: str, *feiten: Standfeit, agenda: Jaaragenda | None = None) -> Stand:
    """How it stands on a day."""
    return Stand(agenda or vastgesteld(), feiten, date.fromisoformat(op))


def dagen(van: date = BEGIN, aantal: int = 365) -> st.SearchStrategy[date]:
    """A day of the year."""
    return st.integers(0, aantal - 1).map(lambda n: van + timedelta(days=n))


def rijen(codes: Iterable[str]) -> st.SearchStrategy[list[Standfeit]]:
    """Rows of these topics, none twice on a day."""
    rij = st.builds(
        lambda code, op, toestand, klaar: Standfeit(
            onderwerp=code, op=op, toestand=toestand, klaar_op=klaar
        ),
        st.sampled_from([*codes]),
        dagen(),
        st.sampled_from(TOESTANDEN),
        st.none() | dagen(),
    )
    return st.lists(rij, max_size=12, unique_by=lambda rij: (rij.onderwerp, rij.op))
