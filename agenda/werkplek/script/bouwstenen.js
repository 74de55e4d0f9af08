// Small parts to build the page with, and what it knows beforehand. Text is always text here.

const gegevens = JSON.parse(document.getElementById("werkplek-gegevens").textContent);
// Managed laptops can have WebAssembly switched off; then there is no program, only lists to read.
const kanRekenen = typeof WebAssembly === "object";

const bij = (id) => document.getElementById(id);
const alle = (keuze, in_ = document) => [...in_.querySelectorAll(keuze)];
const maak = (soort, opties = {}, ...kinderen) => {
  const { klasse, tekst, ...rest } = opties;
  const element = document.createElement(soort);
  if (klasse) element.className = klasse;
  if (tekst !== undefined) element.textContent = tekst;
  for (const [naam, waarde] of Object.entries(rest)) {
    if (naam in element && typeof waarde !== "string") element[naam] = waarde;
    else element.setAttribute(naam, waarde);
  }
  element.append(...kinderen.flat().filter((kind) => kind !== null && kind !== undefined));
  return element;
};
const maakKnop = (tekst, doe, opties = {}) => {
  const knop = maak("button", { type: "button", tekst, ...opties });
  knop.addEventListener("click", doe);
  return knop;
};
const zin = (tekst, klasse) => maak("p", { tekst, klasse });
const vet = (tekst) => maak("strong", { tekst });

// A field with its label before it, and a hint that is read with it.
let nummer = 0;
const maakVeld = (label, veld, hulp) => {
  veld.id ||= `veld-${(nummer += 1)}`;
  const delen = [maak("label", { tekst: label, for: veld.id }), veld];
  if (hulp) {
    delen.push(maak("span", { klasse: "hulp", tekst: hulp, id: `${veld.id}-hulp` }));
    veld.setAttribute("aria-describedby", `${veld.id}-hulp`);
  }
  return maak("div", { klasse: "veld" }, delen);
};
const maakKeuze = (opties, gekozen) => {
  const veld = maak("select", {}, opties.map(([waarde, tekst]) => maak("option", { value: waarde, tekst })));
  if (gekozen !== undefined) veld.value = gekozen;
  return veld;
};
const maakInvoer = (soort, opties = {}) => maak("input", { type: soort, autocomplete: "off", ...opties });
const maakJaar = () =>
  maakInvoer("number", { min: "2000", max: "2100", step: "1", required: true, value: `${new Date().getFullYear() + 1}` });
const maakRegio = () =>
  maakKeuze(gegevens.profielen.map(({ code, naam }) => [code, naam]), gegevens.voorop);

// A form that does something once its fields are filled in well.
const maakFormulier = (velden, knop, doe, klasse = "") => {
  const formulier = maak("form", { klasse: `formulier ${klasse}` }, velden, maak("button", { type: "submit", tekst: knop, klasse: "voorop" }));
  formulier.addEventListener("submit", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    doe();
  });
  return formulier;
};

const geteld = (aantal, een, meer) => `${aantal} ${aantal === 1 ? een : meer}`;
const opsomming = (namen, woord = "en") =>
  namen.length < 2 ? namen.join("") : `${namen.slice(0, -1).join(", ")} ${woord} ${namen.at(-1)}`;
const naamVan = (pad) => pad.slice(pad.lastIndexOf("/") + 1);
const mapVan = (pad) => pad.slice(0, Math.max(pad.lastIndexOf("/"), 0));
const topVan = (pad) => pad.split("/", 1)[0];
const soortVan = (pad) => /\.([^./]+)$/.exec(pad)?.[1].toLowerCase() ?? "";
const alsTekst = (bytes) => new TextDecoder().decode(bytes);
const alsBytes = (tekst) => new TextEncoder().encode(tekst);
