// The agenda in the forms that leave the house; each is made when it is asked for.

const WAARVOOR = {
  html: ["Pagina (html)", "om te lezen, te wegen en te delen, zonder programma"], xlsx: ["Excel (xlsx)", "de lijst en alles erbij, in bladen"],
  csv: ["Tabel (csv)", "de lijst, voor een ander programma"], json: ["Gegevens (json)", "alles, voor een ander programma"],
  md: ["Tekst (md)", "het hele stuk als platte tekst"], mail: ["Tekst voor een mail (txt)", "de oplegger, om te plakken"],
  ics: ["Kalender (ics)", "de vergaderingen, voor uw agenda"],
};
const ICS = "vergaderingen.ics";
const maakVorm = (vorm) => (vorm === "ics"
  ? voer(["vergadering", gekozen, "--formaat", "ics", "--uit", ICS], { wat: "Bezig met de kalender…" })
  : exporteer(vorm));
const bewaarVorm = (vorm, zeg) => wachtOp(zeg, maakVorm(vorm), (uitkomst) => {
  const [pad, inhoud] = gemaakt(uitkomst) ?? [];
  if (!pad) return toonZinnen(uitkomst);
  download(pad, inhoud);
  return zin(`Bewaard: ${naamVan(pad)}`, "noot");
});
const bewaarAlles = (zeg) => wachtOp(zeg, (async () => {
  const uitkomst = await exporteer(gegevens.vormen.join(","));
  if (uitkomst.code) return { uitkomst };
  const delen = new Map([...uitkomst.geschreven].filter(([pad]) => !naamVan(pad).startsWith(".")));
  return { uitkomst, zip: await opBeurt("Bezig met inpakken…", () => motor.pak(delen, EXPORT)) };
})(), ({ uitkomst, zip }) => {
  if (!zip) return toonZinnen(uitkomst);
  download(`${topVan(gekozen)}-stukken.zip`, zip);
  return null;
});

const weergaveDocumenten = {
  naam: "documenten", kop: "Documenten",
  uitleg: "Bewaar de agenda in de vorm die u nodig hebt.",
  bouw: (vak) => {
    const alles = maak("div");
    const rijen = [...gegevens.vormen, "ics"].map((vorm) => {
      const [naam, waarvoor] = WAARVOOR[vorm] ?? [vorm, ""];
      const zeg = maak("div", { klasse: "zeg" });
      return maak("li", {}, maak("div", {}, vet(naam), maak("span", { klasse: "klein", tekst: waarvoor }), zeg), maakKnop("Bewaar", () => bewaarVorm(vorm, zeg), { "aria-label": `Bewaar ${naam}` }));
    });
    vak.append(maak("ul", { klasse: "bestanden vormen" }, rijen),
      maak("p", { klasse: "knoppen" }, maakKnop("Bewaar alle stukken (zip)", () => bewaarAlles(alles))), alles,
      maak("section", {}, maak("h3", { tekst: "PDF en Word" }),
        zin("PDF: kies bij Lijst «Afdrukken of PDF», en kies als printer «Opslaan als PDF». Dat geeft een goed stuk."),
        zin("Word: dat kan deze pagina niet maken. Dat kan wel met het programma zelf; hoe u dat installeert, staat in de handleiding."),
        maak("p", {}, maak("a", { href: "#lijst", tekst: "Naar de lijst" }))));
  },
};
