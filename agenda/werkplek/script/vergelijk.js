// Two agendas beside each other: two years, or a dossier and what was decided on it.

let kanten = null;
const weergaveVergelijk = {
  naam: "vergelijk", kop: "Vergelijk",
  uitleg: "Wat is er anders op twee agenda's, en waardoor?",
  bouw: (vak) => {
    const er = dossiers();
    if (er.length < 2) {
      vak.append(zin("Hier is nu één agenda open. Open er nog een, bij Openen: een ander jaar, of een besluit.", "let-op"), maak("p", {}, maak("a", { href: "#openen", tekst: "Naar Openen" })));
      return;
    }
    const opties = er.map((map) => [map, dossiernaam(map)]);
    if (!kanten?.every((map) => er.includes(map))) kanten = [er.find((map) => map !== gekozen), gekozen];
    const [oud, nieuw] = [maakKeuze(opties, kanten[0]), maakKeuze(opties, kanten[1])];
    const uit = maak("div");
    const vergelijk = () => {
      kanten = [oud.value, nieuw.value];
      if (oud.value === nieuw.value) uit.replaceChildren(zin("Kies twee verschillende agenda's.", "let-op"));
      else wachtOp(uit, voer(["vergelijk", ...kanten, "--formaat", "md"]), (uitkomst) => toonUitkomst(uitkomst));
    };
    vak.append(maakFormulier([maakVeld("Oud", oud), maakVeld("Nieuw", nieuw)], "Vergelijk", vergelijk), uit);
    vergelijk();
  },
};
