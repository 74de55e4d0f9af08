"""`agenda --version` tells which program this is and who judges, also where the engine is not."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING

from bouwers_regels import alleen_met_motor

from agenda import __version__
from regels import durable_motor

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest


@alleen_met_motor
def test_de_versie_noemt_het_programma_en_beide_evaluatoren(draai: Callable) -> None:
    afloop = draai("--version")

    assert (afloop.code, afloop.fout) == (0, "")
    assert afloop.uit == f"agenda {__version__}\ndurable-rules 2.0.28\nreferentie\n"


def test_waar_de_motor_niet_laadt_zegt_de_versie_hoe_u_haar_bouwt(
    draai: Callable, monkeypatch: pytest.MonkeyPatch, geen_engels: Callable
) -> None:
    monkeypatch.setattr(durable_motor, "beschikbaar", lambda: False)
    monkeypatch.setattr(sys, "platform", "linux")

    afloop = draai("--version")

    programma, motor, referentie = afloop.uit.splitlines()
    zin, opdracht = motor.split(" Zo bouwt u het: ")
    assert (afloop.code, afloop.fout) == (0, "")
    assert (programma, referentie) == (f"agenda {__version__}", "referentie")
    assert zin == "durable-rules: laadt niet. De referentie beslist alleen."
    vlag, python, *woorden = shlex.split(opdracht)
    assert vlag == "CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject"
    assert python == sys.executable
    assert woorden[:3] == ["-m", "pip", "install"]
    assert woorden[-1] == "durable-rules==2.0.28"
    geen_engels(zin)


def test_op_windows_zegt_de_versie_dat_de_motor_daar_niet_werkt(
    draai: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durable_motor, "beschikbaar", lambda: False)
    monkeypatch.setattr(sys, "platform", "win32")

    assert draai("--version").uit.splitlines()[1] == (
        "durable-rules: werkt niet op Windows. De referentie beslist alleen."
    )


def test_de_versie_gaat_voor_een_opdracht_en_leest_niets(draai: Callable) -> None:
    assert draai("--version", "prioriteer", "bestaat-niet") == draai("--version")


def test_na_een_opdracht_is_de_versie_geen_optie(draai: Callable, geen_engels: Callable) -> None:
    afloop = draai("prioriteer", "--version")

    assert (afloop.code, afloop.uit) == (2, "")
    assert afloop.fout.startswith("Fout: De optie «--version» bestaat niet.")
    geen_engels(afloop.fout)
