// What the program answered: its result, and the sentences it said beside that.

const zinnenVan = (uitkomst) => uitkomst.fout.split("\n").map((regel) => regel.split("\r").at(-1).trimEnd()).filter(Boolean);
const SOORT = { 0: "noot", 2: "let-op" };
const toonZinnen = (uitkomst) => {
  const zinnen = zinnenVan(uitkomst);
  if (!zinnen.length && !uitkomst.code) return null;
  // Where there is no answer, the sentence that says why is enough.
  const kop = uitkomst.code && !(uitkomst.code === 2 && zinnen.length) ? UITGANG[uitkomst.code] ?? UITGANG[1] : "";
  const getoond = zinnen.slice(0, 200);
  const over = zinnen.length - getoond.length;
  return maak("div", { klasse: SOORT[uitkomst.code] ?? "fout" },
    kop ? maak("p", {}, vet(kop)) : null,
    getoond.map((tekst) => zin(tekst)),
    over > 0 ? zin(`En nog ${geteld(over, "regel", "regels")}.`) : null);
};
const toonUitkomst = (uitkomst, opties) => [toonZinnen(uitkomst), uitkomst.uit.trim() ? toonMd(uitkomst.uit, opties) : null].filter(Boolean);

// A place for an answer that is on its way; whoever left in the meantime is not disturbed.
const wachtOp = async (vak, werk, toon) => {
  vak.setAttribute("aria-busy", "true");
  vak.replaceChildren(zin("Even geduld…", "wacht"));
  try {
    const uitkomst = await werk;
    const delen = [await toon(uitkomst)].flat().filter(Boolean);
    vak.replaceChildren(...delen);
    return uitkomst;
  } catch (fout) {
    vak.replaceChildren(zin(isGestopt(fout) ? "Gestopt. Er is niets veranderd." : foutzin(fout), "let-op"), maakKnop("Probeer het opnieuw", () => ververs()));
    return null;
  } finally {
    vak.removeAttribute("aria-busy");
  }
};
const foutzin = (fout) => `Er ging iets mis op deze pagina (${fout?.name ?? "onbekend"}). Uw bestanden staan er nog. Probeer het nog een keer, of laad een kleiner bestand.`;
