// Views that are what one or more commands answer: told in this table, shown in one way.

const D = Symbol("dossier");
const GEWOON = [
  { naam: "zekerheid", kop: "Zekerheid", uitleg: "Hoe stevig is de volgorde, als de gewichten anders zijn?", opdrachten: [["robuust", D]] },
  { naam: "samenhang", kop: "Samenhang", uitleg: "Welke onderwerpen hangen samen, en wat moet eerst?", opdrachten: [["samenhang", D]] },
  { naam: "gewichten", kop: "Gewichten", uitleg: "Hoeveel hangt er van de gewichten af?", opdrachten: [["gewichten", D]] },
  {
    naam: "plan", kop: "Plan", uitleg: "Wat past er in het jaar, wanneer komt het aan bod, en wie betaalt het?",
    opdrachten: [["jaarplan", D], ["vergadering", D], ["begroting", D]],
    koppen: ["Wat past er in het jaar?", "Vergaderingen", "Begroting"],
    anders: { jaarplan: "jaarplan.md" },
  },
  {
    naam: "regels", kop: "Regels", uitleg: "De regels waarmee dit dossier wordt beoordeeld, met hun bron, en wat zij indelen.",
    opdrachten: [["regels", D], ["indeling", D]], koppen: ["Regels", "Indeling"],
  },
];

const metDossier = (opdracht) => opdracht.map((deel) => (deel === D ? gekozen : deel));
// What a dossier holds of an earlier answer, for where there can be none now.
const watErLag = (opdracht, anders) => {
  const inhoud = bestanden.get(`${gekozen}/${anders?.[opdracht[0]] ?? ""}`);
  return inhoud ? [zin("Dit plan is eerder gemaakt en bewaard in het dossier:", "noot"), toonMd(alsTekst(inhoud), { hoogste: 4 })] : [];
};
const csvKnop = (opdracht) => maakKnop("Bewaar als tabel (csv)", async (gebeurtenis) => {
  const knop = gebeurtenis.currentTarget;
  const naam = `${opdracht[0]}.csv`;
  const uitkomst = await voer([...opdracht, "--formaat", "csv"]).catch(() => null);
  if (uitkomst && !uitkomst.code) download(naam, alsBytes(uitkomst.uit));
  else if (uitkomst) knop.replaceWith(toonZinnen(uitkomst));
});
const toonAntwoord = (opdracht, anders, hoogste) => (uitkomst) => [
  ...toonUitkomst(uitkomst, { hoogste }),
  ...(uitkomst.code ? watErLag(opdracht, anders) : [maak("p", { klasse: "knoppen" }, csvKnop(opdracht))]),
];
const maakGewoon = ({ opdrachten, koppen, anders, ...weergave }) => ({
  ...weergave,
  bouw: (vak) => {
    for (const [n, ruw] of opdrachten.entries()) {
      const opdracht = metDossier(ruw);
      const deel = maak("div");
      vak.append(koppen ? maak("section", {}, maak("h3", { tekst: koppen[n] }), deel) : deel);
      wachtOp(deel, voer([...opdracht, "--formaat", "md"]), toonAntwoord(opdracht, anders, koppen ? 4 : 3));
    }
  },
});
const gewoon = (naam) => maakGewoon(GEWOON.find((weergave) => weergave.naam === naam));
