// What the page holds: its data, and where everything stands. No text of users comes from here.

const bij = (id) => document.getElementById(id);
const alle = (keuze, in_ = document) => [...in_.querySelectorAll(keuze)];
const maak = (soort, klasse, tekst) => {
  const element = document.createElement(soort);
  if (klasse) element.className = klasse;
  if (tekst !== undefined) element.textContent = tekst;
  return element;
};
const maakKnop = (tekst, doe, klasse) => {
  const knop = maak("button", klasse, tekst);
  knop.type = "button";
  knop.addEventListener("click", doe);
  return knop;
};
const vouwKnop = (naam, element, klasse, daarna) => bij(naam).addEventListener("click", () => {
  bij(naam).setAttribute("aria-expanded", element.classList.toggle(klasse));
  daarna?.();
});

const { criteria, leden, maten, onderwerpen, top, vragen, woorden } =
  JSON.parse(bij("pagina-gegevens").textContent);
const tabel = document.querySelector("table.ranglijst");
const vanLijst = criteria.map((criterium) => criterium.gewicht);

for (const onderwerp of onderwerpen) {
  onderwerp.rij = bij(`rij-${onderwerp.code}`);
  onderwerp.titel = onderwerp.rij.querySelector("a").textContent;
  if (onderwerp.plaats === undefined || onderwerp.aantal) continue;
  // Where no municipality speaks a criterion counts wholly or not at all: for 0 or 1 of 1.
  onderwerp.aantal = 1;
  onderwerp.ja = onderwerp.criteria.map((antwoord) => Number(antwoord === "ja"));
  onderwerp.mogelijk = onderwerp.criteria.map((antwoord) => Number(antwoord !== "nee"));
}
const opLijst = onderwerpen.filter((onderwerp) => onderwerp.plaats !== undefined);
const opCode = new Map(onderwerpen.map((onderwerp) => [onderwerp.code, onderwerp]));
const inZin = (titel) => (/^.[A-Z]/.test(titel) ? titel : titel[0].toLowerCase() + titel.slice(1));
const eersteVan = (namen, hoogstens) =>
  namen.slice(0, hoogstens).join("; ") + (namen.length > hoogstens ? `; en nog ${namen.length - hoogstens}` : "");
const geteld = (aantal) => `${aantal} ${aantal === 1 ? woorden.een : woorden.meer}`;
