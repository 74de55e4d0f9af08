// What municipalities fill in: hand out their workbooks, put these together, and see one of them.

const werkmappenIn = (map) => inMap(`${map}/${gegevens.gemeentenmap}`).filter((pad) => /^(xlsx|csv)$/.test(soortVan(pad)));
const bouwUitdelen = () => {
  const [jaar, regio, uit] = [maakJaar(), maakRegio(), maak("div")];
  const doe = () => {
    const map = vrijeNaam(jaar.value);
    return wachtOp(uit, voer(["nieuw", jaar.value, map, "--voor", regio.value, "--per-gemeente"], { houd: true, stil: true, wat: "Bezig met de werkmappen…" }), (uitkomst) => {
      if (uitkomst.code) return toonZinnen(uitkomst);
      kiesStil(map);
      return [toonZinnen(uitkomst), maak("p", { klasse: "knoppen" },
        maakKnop("Bewaar alle werkmappen (zip)", () => bewaarDossier(map), { klasse: "voorop" }),
        werkmappenIn(map).map((pad) => downloadKnop(pad, bestanden.get(pad), naamVan(pad))))];
    });
  };
  return maak("section", {}, maak("h3", { tekst: "Werkmappen uitdelen" }),
    zin("Elke gemeente krijgt een eigen werkmap om in te vullen. Daarbij komt een nieuw dossier."),
    maakFormulier([maakVeld("Jaar", jaar), maakVeld("Regio", regio)], "Maak de werkmappen", doe), uit);
};

// The workbooks that wait here come into the dossier first; the program reads them there.
const zetKlaar = async (doelmap, jaar, code) => {
  const map = doelmap || (await maakDossier(jaar, code));
  const erbij = new Map([...ingekomen].map(([naam, inhoud]) => [`${map}/${gegevens.gemeentenmap}/${naam}`, inhoud]));
  wijzigStil(erbij);
  ingekomen.clear();
  kiesStil(map);
  return map;
};
const bouwSamenvoegen = () => {
  const er = dossiers().filter((map) => !isBesluit(map));
  const naar = maakKeuze([...er.map((map) => [map, map]), ["", "een nieuw dossier"]], ingekomen.size ? "" : gekozen);
  const [jaar, regio, uit] = [maakJaar(), maakRegio(), maak("div")];
  const [zonder, vervang] = [0, 1].map(() => maak("input", { type: "checkbox" }));
  const nieuw = maak("div", { klasse: "formulier" }, maakVeld("Jaar", jaar), maakVeld("Regio", regio));
  const lijst = maak("div");
  const toonLijst = () => {
    nieuw.hidden = Boolean(naar.value);
    const namen = [...ingekomen.keys(), ...werkmappenIn(naar.value || "-").map(naamVan)].sort();
    lijst.replaceChildren(namen.length ? maak("ul", { klasse: "namen" }, [...new Set(namen)].map((naam) => maak("li", { tekst: naam }))) : zin("Er staan nog geen werkmappen klaar. Sleep ze op deze pagina.", "noot"));
  };
  const doe = () => wachtOp(uit, (async () => {
    const map = await zetKlaar(naar.value, jaar.value, regio.value);
    const args = ["samenvoegen", `${map}/${gegevens.gemeentenmap}`, "--naar", map, "--formaat", "md", ...(zonder.checked ? ["--zonder-foute-bestanden"] : []), ...(vervang.checked ? ["--vervang"] : [])];
    return voer(args, { houd: true, stil: true, wat: "Bezig met samenvoegen…" });
  })(), (uitkomst) => {
    const pad = `${gekozen}/${gegevens.samenvoegbestand}`;
    return [toonZinnen(uitkomst),
      bestanden.has(pad) ? maak("p", { klasse: "knoppen" }, downloadKnop(pad, bestanden.get(pad), `Bewaar ${gegevens.samenvoegbestand}`), "Beslis daarin wat geldt, en sleep het weer op deze pagina.") : null,
      uitkomst.uit.trim() ? toonMd(uitkomst.uit, { hoogste: 4 }) : null];
  });
  naar.addEventListener("change", toonLijst);
  toonLijst();
  return maak("section", {}, maak("h3", { tekst: "Werkmappen samenvoegen" }), lijst,
    maakFormulier([maakVeld("Naar", naar), nieuw,
      maak("div", {}, maak("label", { klasse: "vink" }, zonder, "Laat bestanden met fouten weg"), maak("label", { klasse: "vink" }, vervang, "Vervang wat met de hand is veranderd"))],
    "Voeg samen", doe), uit);
};

let gemeenteNu = "";
const bouwEen = () => {
  const leden = gekozen ? profielVan(gekozen)?.leden ?? [] : [];
  if (!leden.length) return null;
  const [wie, uit] = [maakKeuze(leden, gemeenteNu || leden[0][0]), maak("div")];
  const toon = () => {
    gemeenteNu = wie.value;
    return wachtOp(uit, voer(["gemeente", wie.value, gekozen, "--formaat", "md"]), (uitkomst) => toonUitkomst(uitkomst, { hoogste: 4 }));
  };
  return maak("section", {}, maak("h3", { tekst: "Eén gemeente" }),
    zin("Wat bracht zij in, wat vindt zij, wat betaalt zij en wat moet zij nog doen?"),
    maakFormulier([maakVeld("Gemeente", wie)], "Toon", toon), uit);
};
const weergaveGemeenten = {
  naam: "gemeenten", kop: "Gemeenten", altijd: true, motor: true,
  uitleg: "Deel werkmappen uit, voeg ze samen, en bekijk wat één gemeente inbracht.",
  bouw: (vak) => {
    const delen = [bouwSamenvoegen(), bouwUitdelen(), bouwEen()];
    vak.append(...delen.filter(Boolean));
  },
};
