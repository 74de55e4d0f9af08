// Why a topic stands where it stands, also beside another one.

let gevraagd = { onderwerp: "", tegenover: "" };
const weergaveWaarom = {
  naam: "waarom", kop: "Waarom",
  uitleg: "Waarom staat een onderwerp waar het staat? En wat zou dat veranderen?",
  bouw: async (vak) => {
    const alles = await haalOnderwerpenIn(vak);
    if (!alles) return;
    const [onderwerp, tegenover] = [maakOnderwerpkeuze(alles), maakOnderwerpkeuze(alles, "niets, leg alleen dit uit")];
    const uit = maak("div");
    const codes = titelsVan(alles);
    if (codes.has(gevraagd.onderwerp)) onderwerp.value = gevraagd.onderwerp;
    if (codes.has(gevraagd.tegenover)) tegenover.value = gevraagd.tegenover;
    const leg = () => {
      gevraagd = { onderwerp: onderwerp.value, tegenover: tegenover.value };
      const naast = tegenover.value && tegenover.value !== onderwerp.value ? ["--tegenover", tegenover.value] : [];
      wachtOp(uit, voer(["waarom", onderwerp.value, gekozen, "--formaat", "md", ...naast]), (uitkomst) => toonUitkomst(uitkomst));
    };
    for (const veld of [onderwerp, tegenover]) veld.addEventListener("change", leg);
    vak.replaceChildren(maak("div", { klasse: "formulier" }, maakVeld("Onderwerp", onderwerp), maakVeld("Naast", tegenover)), uit);
    leg();
  },
};
// The topics, or in their place why there are none.
const haalOnderwerpenIn = async (vak) => {
  let alles = null;
  await wachtOp(vak, haalOnderwerpen(), (gevonden) => {
    alles = gevonden.groepen?.length ? gevonden : null;
    if (gevonden.groepen && !alles) return zin("Er staan nog geen onderwerpen in dit dossier.", "let-op");
    return alles ? null : [toonZinnen(gevonden.uitkomst), maak("p", {}, maak("a", { href: "#bevindingen", tekst: "Naar Bevindingen" }))];
  });
  return vak.isConnected ? alles : null;
};
