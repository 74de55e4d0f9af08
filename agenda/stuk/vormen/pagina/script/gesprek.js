// The questions as one sees them: the question with its answers, and what is settled by now.
const kant = (vlak, teken) => criteria.filter((_, n) => vlak[n] === teken).map(({ titel }) => inZin(titel));
const samenNaam = (namen) => (namen.length < 2 ? namen[0] : `${namen.slice(0, -1).join(", ")} en ${namen.at(-1)} samen`);
const metHoofdletter = (tekst) => tekst[0].toUpperCase() + tekst.slice(1);
const kort = (vlak, antwoord) =>
  `${[1, -1].map((teken) => vlak.flatMap((getal, n) => (getal === teken ? n + 1 : [])).join("")).join("v")}${antwoord}`;

const zetAntwoorden = (antwoorden) => {
  toestand.antwoorden = antwoorden.map(({ tekst }) => tekst).join("_") || "geen";
  schrijfVragen();
  onthoud(true);
  gesprek.querySelector("h3").focus();
};

const keuze = (stand, antwoord, titel, uitleg, streepjes = 0) => {
  const knop = maakKnop("", () => zetAntwoorden([...stand.antwoorden, leesAntwoord(kort(stand.vraag, antwoord))]));
  const streep = streepjes ? [maak("span", "streepjes")] : [];
  streep[0]?.append(...Array.from({ length: streepjes }, () => maak("span")));
  knop.append(...streep, maak("strong", "", titel), maak("small", "", uitleg));
  return knop;
};

const gevolg = (stand, antwoord) => {
  const over = watVastStaat(stand.cellen.filter(({ weging }) => pastBij({ vlak: stand.vraag, antwoord }, weging)));
  const erbij = over.zeker.filter((onderwerp) => !stand.zeker.includes(onderwerp)).map(({ titel }) => titel);
  const dan = erbij.length ? `Dan ook zeker in de top ${top}: ${eersteVan(erbij, 4)}.` : "Legt nog niets extra vast in de top.";
  return `${dan} Nog open: ${over.open.length} van de ${stand.open.length}.`;
};

const deVraag = (stand) => {
  const vak = maak("div", "vraag");
  const kop = maak("h3");
  kop.tabIndex = -1;
  const keuzes = maak("div", "keuzes");
  vak.append(maak("p", "noot", `${stand.antwoorden.length} ${stand.antwoorden.length === 1 ? "vraag" : "vragen"} beantwoord · u kunt altijd stoppen`), kop, keuzes);
  if (stand.vraag) {
    const [links, rechts] = [1, -1].map((teken) => kant(stand.vraag, teken));
    kop.textContent = `Wat telt zwaarder: ${samenNaam(links)}, of ${samenNaam(rechts)}?`;
    keuzes.append(keuze(stand, "l", metHoofdletter(samenNaam(links)), gevolg(stand, "l"), links.length),
      keuze(stand, "r", metHoofdletter(samenNaam(rechts)), gevolg(stand, "r"), rechts.length),
      keuze(stand, "w", "Weet ik niet", "Er verandert niets. U krijgt een andere vraag."));
    return vak;
  }
  const weging = stand.cellen.length ? kleinsteWeging(stand.antwoorden, stand.klaar ? stand.cellen[0].top : null) : null;
  kop.textContent = stand.klaar ? `De top ${top} ligt vast` : stand.cellen.length ? "Alle vragen zijn gesteld" : "Deze antwoorden kunnen niet samen";
  if (!weging) return vak;
  const knop = maakKnop("", () => {
    toestand.vraag = null;
    weeg(weging);
    schrijfVragen();
    onthoud(true);
    bij("knop-vragen").focus();
  });
  knop.append(maak("strong", "", "Gebruik deze weging"), maak("small", "", criteria.map(({ titel }, n) => `${titel} ${weging[n]}`).join(", ")));
  keuzes.append(knop);
  return vak;
};

const watVastLigt = (stand) => {
  const vak = maak("div", "vast");
  vak.append(maak("h3", "", "Wat ligt nu al vast?"));
  for (const [naam, klasse, wie] of [[`zeker in de top ${top}`, "ja", stand.zeker], ["nog open", "onbekend", stand.open], ["zeker erbuiten", "nee", stand.buiten]]) {
    const rij = maak("p", "rij");
    const blokjes = maak("span", "blokjes");
    blokjes.append(...wie.map(({ titel }) => Object.assign(maak("span", `vak ${klasse}`), { title: titel })));
    rij.append(maak("span", "", `${wie.length} ${naam}`), blokjes);
    vak.append(rij);
  }
  vak.append(maak("hr"), maak("p", "", `Past bij ${Math.round(100 * stand.deel)} van de 100 mogelijke wegingen. Wat onbekend is, telt hier als nee.`));
  const lijst = maak("ul");
  for (const antwoord of stand.antwoorden) {
    const [zwaar, licht] = (antwoord.antwoord === "r" ? [-1, 1] : [1, -1]).map((teken) => samenNaam(kant(antwoord.vlak, teken)));
    const punt = maak("li", "", antwoord.antwoord === "w" ? `Weet niet: ${zwaar} of ${licht}. ` : `${metHoofdletter(zwaar)} telt zwaarder dan ${licht}. `);
    const weg = maakKnop("Haal weg", () => zetAntwoorden(stand.antwoorden.filter((ander) => ander !== antwoord)));
    weg.append(maak("span", "voorlezen", `: ${zwaar}, ${licht}`));
    punt.append(weg);
    lijst.append(punt);
  }
  if (stand.antwoorden.length) vak.append(maak("p", "nadruk", "U zei:"), lijst);
  return vak;
};

const schrijfVragen = () => {
  const aan = Boolean(toestand.vraag && vragen);
  document.body.classList.toggle("vraagt", aan);
  gesprek.hidden = !aan;
  bij("knop-vragen")?.setAttribute("aria-pressed", aan);
  if (!aan) return;
  toestand.antwoorden ??= vragen.antwoorden.join("_") || "geen";
  const stand = standVanGesprek();
  gesprek.replaceChildren(deVraag(stand), watVastLigt(stand));
};

const beginVragen = () => bij("knop-vragen")?.addEventListener("click", () => {
  toestand.vraag = toestand.vraag ? null : "ja";
  if (!toestand.vraag) toestand.antwoorden = null;
  schrijfVragen();
  onthoud(true);
});
