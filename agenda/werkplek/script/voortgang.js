// How it stands with what was adopted: on a day, and the workbook to write it down in.

const WAT = [
  ["", "de stand van de onderwerpen"], ["--termijnagenda", "wat wanneer te verwachten is"],
  ["--werkgroepen", "de werkgroepen"], ["--voorstellen", "wie heeft wat de voorstellen vragen"],
];
let gevolgd = { wat: "", dag: "" };
const weergaveVoortgang = {
  naam: "voortgang", kop: "Voortgang",
  uitleg: "Hoe staat het met wat is vastgesteld? Daarvoor is een besluit nodig.",
  bouw: (vak) => {
    const wat = maakKeuze(WAT, gevolgd.wat);
    const dag = maakInvoer("date", { value: gevolgd.dag });
    const [uit, zeg] = [maak("div"), maak("div")];
    const toon = () => {
      gevolgd = { wat: wat.value, dag: dag.value };
      const args = ["stand", gekozen, "--formaat", "md", ...(wat.value ? [wat.value] : []), ...(dag.value ? ["--op", dag.value] : [])];
      wachtOp(uit, voer(args), (uitkomst) => toonUitkomst(uitkomst));
    };
    const werkblad = () => wachtOp(zeg, voer(["stand", gekozen, "--werkblad"], { houd: true, stil: true, wat: "Bezig met het werkblad…" }), (uitkomst) => {
      for (const [pad, inhoud] of uitkomst.geschreven) download(pad, inhoud);
      return toonZinnen(uitkomst);
    });
    vak.append(
      maakFormulier([maakVeld("Toon", wat), maakVeld("Op welke dag?", dag, "Leeg: de peildatum, of de dag van het besluit.")], "Toon", toon),
      maak("p", { klasse: "knoppen" }, maakKnop("Maak het werkblad (stand.xlsx)", werkblad)), zeg, uit);
    toon();
  },
};
