// Any command of the program, as one would type it elsewhere.

// Words as a shell takes them: between quotes they may hold spaces.
const woordenVan = (regel) => {
  const woorden = [];
  for (const [, dubbel, enkel, los] of regel.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|((?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+)/g)) {
    const plat = (tekst) => tekst.replace(/\\(.)/g, "$1");
    if (dubbel !== undefined) woorden.push(plat(dubbel));
    else if (enkel !== undefined) woorden.push(enkel);
    else woorden.push(los.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)/g, (_, d, e, t) => d ?? e ?? t));
  }
  return woorden[0] === "agenda" ? woorden.slice(1) : woorden;
};

const weergaveOpdracht = {
  naam: "opdracht", kop: "Opdracht", altijd: true, motor: true,
  uitleg: "Typ een opdracht zoals in de handleiding. Wat het programma schrijft, komt in wat hier open is.",
  bouw: (vak) => {
    const regel = maakInvoer("text", { klasse: "code breed", spellcheck: "false", autocapitalize: "off", value: gekozen ? `agenda prioriteer ${/\s/.test(gekozen) ? `"${gekozen}"` : gekozen}` : "agenda --help" });
    const uit = maak("div", { klasse: "uitvoer" });
    const doe = async () => {
      const args = woordenVan(regel.value);
      await wachtOp(uit, voer(args.length ? args : ["--help"], { houd: true, stil: true, wat: `Bezig met: agenda ${args[0] ?? ""}…` }), (uitkomst) => [
        toonZinnen(uitkomst),
        uitkomst.uit ? maak("pre", { tekst: uitkomst.uit, tabindex: "0", "aria-label": "Wat het programma antwoordt" }) : null,
        uitkomst.geschreven.size ? maak("p", { klasse: "knoppen" }, [...uitkomst.geschreven].slice(0, 60).map(([pad, inhoud]) => downloadKnop(pad, inhoud))) : null,
        zin(uitkomst.code ? `Code ${uitkomst.code}.` : "Klaar, code 0.", "noot"),
      ]);
    };
    vak.append(maakFormulier([maakVeld("Opdracht", regel, "Bijvoorbeeld: agenda waarom CODE 2027. Alle opdrachten ziet u met: agenda --help")], "Voer uit", doe), uit);
  },
};
