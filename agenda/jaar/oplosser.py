"""The solver HiGHS behind one small door; the only module that knows it.

Everything is a yes or no and every number is whole. An answer is never believed: it is rounded,
held against every row in Python's own integers, and its bound must be its value. See
docs/besluiten/024-jaarplan.md for what the solver was found to do wrong, and what that means here.
"""

from __future__ import annotations

from contextlib import contextmanager
from math import floor, gcd, inf
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

NAAM = "HiGHS"
_AFRONDING = 1e-6
MAX_KNOPEN = 20_000
"""One question ends after so many branches, never after so many seconds: then it is not proved."""


_HAALBAAR = 2
"""What the solver calls a solution that meets every row."""


class Rij(NamedTuple):
    """A sum of columns with whole coefficients that is at most a whole number."""

    kolommen: tuple[int, ...]
    factoren: tuple[int, ...]
    hoogstens: int


class Antwoord(NamedTuple):
    """The best that was found.

    Attributes:
        waarden: 0 or 1 per column.
        waarde: what they bring.
        grens: nothing brings more; equal to the value when that is proved.
    """

    waarden: tuple[int, ...]
    waarde: int
    grens: int


class Onbewezen(Exception):
    """The solver gave no answer that holds; it never gives a wrong one here."""


class Oplosser:
    """A question in yes-or-no columns, to which rows can be added and which is asked repeatedly.

    Args:
        aantal: how many columns there are.
        zaad: for the order in which the solver works; the answers do not depend on it.
    """

    def __init__(self, aantal: int, zaad: int = 0) -> None:
        # Its own class in Python greets on stdout, where our answers stand.
        from highspy import _core as highspy

        self._soorten: Any = highspy.HighsModelStatus
        self._rijen: list[Rij] = []
        self._vast: dict[int, int] = {}
        self._aantal = aantal
        model: Any = highspy._Highs()
        for naam, waarde in (
            ("output_flag", False),
            ("threads", 1),
            ("random_seed", zaad),
            ("mip_rel_gap", 0.0),
            ("mip_abs_gap", 0.999),
            ("mip_max_nodes", MAX_KNOPEN),
        ):
            model.setOptionValue(naam, waarde)
        nullen, enen = [0.0] * aantal, [1.0] * aantal
        model.addVars(aantal, nullen, enen)
        kolommen = list(range(aantal))
        model.changeColsIntegrality(aantal, kolommen, [highspy.HighsVarType.kInteger] * aantal)
        model.changeObjectiveSense(highspy.ObjSense.kMaximize)
        self._model = model

    def eis(self, termen: Mapping[int, int], hoogstens: int) -> None:
        """Add a row: the sum of these columns, each times its factor, is at most this."""
        kolommen = tuple(kolom for kolom, factor in termen.items() if factor)
        factoren = tuple(termen[kolom] for kolom in kolommen)
        deler = gcd(*factoren) or 1
        rij = Rij(kolommen, tuple(factor // deler for factor in factoren), hoogstens // deler)
        self._rijen.append(rij)
        aantal = len(kolommen)
        floats = [float(factor) for factor in rij.factoren]
        self._model.addRow(-inf, float(rij.hoogstens), aantal, list(kolommen), floats)

    @contextmanager
    def eis_voor_even(self, termen: Mapping[int, int], hoogstens: int) -> Iterator[None]:
        """A row that holds as long as it is entered."""
        self.eis(termen, hoogstens)
        try:
            yield
        finally:
            nummer = len(self._rijen) - 1
            del self._rijen[nummer]
            self._model.deleteRows(1, [nummer])

    def zet_vast(self, kolommen: Mapping[int, int]) -> None:
        """Give columns the only value that they may have from now on."""
        self._vast |= kolommen
        for kolom, waarde in kolommen.items():
            self._model.changeColBounds(kolom, float(waarde), float(waarde))

    def maximaliseer(self, doel: Mapping[int, int]) -> Antwoord | None:
        """The columns that bring most; None when nothing meets all rows.

        No start is given: HiGHS 1.16 then sometimes gives that back in place of its answer.

        Args:
            doel: column → what it brings.

        Raises:
            Onbewezen: the solver stopped otherwise, or its answer does not hold.
        """
        model, aantal = self._model, self._aantal
        alle = list(range(aantal))
        model.changeColsCost(aantal, alle, [float(doel.get(kolom, 0)) for kolom in alle])
        model.run()
        toestand, soorten = model.getModelStatus(), self._soorten
        if toestand in (soorten.kInfeasible, soorten.kUnboundedOrInfeasible):
            return None
        gestopt = toestand == soorten.kSolutionLimit and self._heeft_plan()
        if toestand != soorten.kOptimal and not gestopt:
            raise Onbewezen(model.modelStatusToString(toestand))
        waarden = tuple(round(waarde) for waarde in model.getSolution().col_value)
        waarde = sum(bedrag * waarden[kolom] for kolom, bedrag in doel.items())
        if not self._klopt(waarden):
            raise Onbewezen("an answer that does not meet its rows")
        grens = floor(model.getInfo().mip_dual_bound + _AFRONDING)
        return Antwoord(waarden, waarde, max(waarde, grens))

    def _heeft_plan(self) -> bool:
        """Whether a solver that stopped halfway holds columns that meet every row."""
        return bool(self._model.getInfo().primal_solution_status == _HAALBAAR)

    def _klopt(self, waarden: Sequence[int]) -> bool:
        """Whether columns are yes or no, as fixed, and meet every row: in whole numbers."""
        return (
            set(waarden) <= {0, 1}
            and all(waarden[kolom] == waarde for kolom, waarde in self._vast.items())
            and all(
                sum(f * waarden[k] for k, f in zip(rij.kolommen, rij.factoren, strict=True))
                <= rij.hoogstens
                for rij in self._rijen
            )
        )
