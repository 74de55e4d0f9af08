// Which rows are shown: those whose texts hold what is searched for, of a theme and a municipality.

const balk = bij("balk");
// As people type it: without capitals and accents, and each gap as one space.
const plat = (tekst) =>
  tekst.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();

// All that the page says of a topic; made when it is first searched.
const tekstVan = (onderwerp) => {
  onderwerp.tekst ??= plat(`${onderwerp.rij.textContent} ${bij(`onderwerp-${onderwerp.code}`)?.textContent ?? ""}`);
  return onderwerp.tekst;
};

const past = (onderwerp, gezocht) => {
  const lid = leden.indexOf(toestand.gemeente);
  const raakt = (antwoord) => onderwerp[`raakt_${antwoord}`]?.includes(lid);
  return (
    (!toestand.thema || onderwerp.thema === toestand.thema) &&
    (lid < 0 || raakt("ja") || raakt("onbekend")) &&
    gezocht.every((woord) => tekstVan(onderwerp).includes(woord))
  );
};

const telzin = (over) => {
  const van = `${over.length} van ${geteld(onderwerpen.length)}`;
  const lid = leden.indexOf(toestand.gemeente);
  if (lid < 0) return van;
  const onbekend = over.filter((onderwerp) => onderwerp.raakt_onbekend?.includes(lid)).length;
  const naam = balk.elements.gemeente.selectedOptions[0].textContent;
  const niet = onbekend ? ` Van ${onbekend} daarvan is dat nog niet bekend.` : "";
  return `${van}: wat ${naam} raakt.${niet}`;
};

const filter = () => {
  const gezocht = plat(toestand.zoek ?? "").split(" ").filter(Boolean);
  const actief = Boolean(gezocht.length || toestand.thema || toestand.gemeente);
  const over = onderwerpen.filter((onderwerp) => past(onderwerp, gezocht));
  const blijft = new Set(over);
  for (const onderwerp of onderwerpen) onderwerp.rij.hidden = !blijft.has(onderwerp);
  for (const lijst of alle("table.lijst")) {
    lijst.parentElement.hidden = !lijst.querySelector("tbody tr[id]:not([hidden])");
  }
  document.body.classList.toggle("gefilterd", actief);
  bij("telling").classList.toggle("telt", actief);
  bij("telling").firstElementChild.textContent = telzin(over);
  bij("knop-alle").hidden = !actief;
  if (toestand.naast) schrijfNaast();
  bij("niets").hidden = over.length > 0 || !onderwerpen.length;
};

const zetFilters = () => {
  for (const naam of ["zoek", "thema", "gemeente"]) balk.elements[naam].value = toestand[naam] ?? "";
  // What an address asks for and the page does not have, it forgets.
  for (const naam of ["thema", "gemeente"]) toestand[naam] = balk.elements[naam].value || null;
  filter();
};

const beginFilter = () => {
  const lees = () => {
    for (const naam of ["zoek", "thema", "gemeente"]) toestand[naam] = balk.elements[naam].value.trim() || null;
    filter();
    onthoud();
  };
  balk.addEventListener("input", lees);
  balk.addEventListener("reset", () => setTimeout(() => {
    lees();
    balk.elements.zoek.focus();
  }));
  balk.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
};
