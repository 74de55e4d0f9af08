// Two weightings beside each other: what is kept on the left, what holds now on the right.
const RIJHOOG = 33;
const vergelijking = bij("vergelijking");
const hoeWeegt = (weging) => {
  if (weging.every((gewicht) => gewicht === weging[0])) return "alles even zwaar";
  const gemiddeld = som(weging) / weging.length;
  const zwaar = criteria.filter((_, n) => weging[n] > gemiddeld).map(({ titel }) => inZin(titel));
  return `${zwaar.join(" en ")} ${zwaar.length === 1 ? "telt" : "tellen"} zwaarder`;
};

const stapTekst = (stap) => (stap > 0 ? `▲ ${stap} hoger` : stap < 0 ? `▼ ${-stap} lager` : "gelijk");
const soortVan = (stap) => (stap > 0 ? "hoger" : stap < 0 ? "lager" : "gelijk");
const standTabel = (naam, weging, plekken, was) => {
  const stand = maak("table", "stand");
  const titel = maak("caption", "", `${naam}: ${hoeWeegt(weging)}`);
  titel.append(maak("span", "wegingen", criteria.map((c, n) => `${c.titel} ${Math.round(aandeel(weging, n))}`).join(" · ")));
  const kopcel = (woord, scope) => Object.assign(maak("th", "", woord), { scope });
  const koppen = ["Plaats", woorden.kop, ...(was ? ["Verschil"] : [])];
  stand.createTHead().insertRow().append(...koppen.map((woord) => kopcel(woord, "col")));
  const lijf = stand.createTBody();
  for (const plek of plekken) {
    const rij = lijf.insertRow();
    const stap = was ? was.get(plek.onderwerp.code) - plek.plaats : 0;
    rij.className = `${plek.eerste ? "eerste" : ""} ${plek.samen > 1 ? "samen" : ""} ${was ? soortVan(stap) : ""}`;
    rij.append(maak("td", "", plek.plaats), kopcel("", "row"));
    rij.lastChild.append(maak("span", "", plek.onderwerp.titel));
    if (was) rij.append(maak("td", "", stapTekst(stap)));
  }
  stand.prepend(titel);
  return stand;
};

const lijnen = (links, rechts) => {
  const teken = (soort, kenmerken) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", soort);
    for (const [naam, waarde] of Object.entries(kenmerken)) element.setAttribute(naam, waarde);
    return element;
  };
  const svg = teken("svg", { "aria-hidden": "true", class: "lijnen", viewBox: `0 0 110 ${RIJHOOG * links.length}` });
  const naar = new Map(rechts.map(({ onderwerp, plaats }, n) => [onderwerp, { plaats, n }]));
  links.forEach(({ onderwerp, plaats }, n) => {
    const doel = naar.get(onderwerp);
    const [van, tot] = [n, doel.n].map((rij) => RIJHOOG * (rij + 0.5));
    svg.append(teken("path", { class: soortVan(plaats - doel.plaats), d: `M0 ${van}C55 ${van} 55 ${tot} 110 ${tot}` }));
  });
  return svg;
};

// The criterion that came to count for most more, and what a topic answers to it.
const gegroeid = (was, nu) => {
  const groei = nu.map((_, n) => aandeel(nu, n) - aandeel(was, n));
  const meeste = Math.max(...groei);
  return meeste > 1e-9 ? groei.indexOf(meeste) : -1;
};
const antwoordZin = (onderwerp, nummer) => {
  const naam = criteria[nummer].titel;
  const antwoord = onderwerp.criteria[nummer];
  if (antwoord === "onbekend") return `${naam} is hier nog onbekend.`;
  if (antwoord === "verdeeld") return `Over ${inZin(naam)} is men verdeeld.`;
  return `${antwoord === "ja" ? "Ja" : "Nee"} op ${inZin(naam)}.`;
};

const redenen = (links, rechts, was, nu) => {
  const plaatsWas = new Map(links.map(({ onderwerp, plaats }) => [onderwerp, plaats]));
  const nummer = gegroeid(was, nu);
  const groepen = new Map();
  for (const { onderwerp, plaats } of rechts) {
    const van = plaatsWas.get(onderwerp);
    if (van === plaats) continue;
    const zin = `van ${van} naar ${plaats}.${nummer < 0 ? "" : ` ${antwoordZin(onderwerp, nummer)}`}`;
    const sleutel = `${soortVan(van - plaats)} ${zin}`;
    groepen.set(sleutel, { zin, soort: soortVan(van - plaats), wie: [...(groepen.get(sleutel)?.wie ?? []), onderwerp.titel] });
  }
  return [...groepen.values()].map(({ zin, soort, wie }) => {
    const punt = maak("li", soort);
    punt.append(maak("strong", "", wie.length > 3 ? `${geteld(wie.length)} samen` : wie.join("; ")), `: ${zin}`);
    return punt;
  });
};

const topZin = (links, rechts) => {
  if (!top) return "";
  const inTop = (plekken) => new Set(plekken.filter(({ plaats }) => plaats <= top).map(({ onderwerp }) => onderwerp.titel));
  const [was, nu] = [inTop(links), inTop(rechts)];
  const zeg = (woord, wie) => (wie.length ? ` ${woord}: ${eersteVan(wie, 6)}.` : "");
  const zin = zeg("Erin", [...nu].filter((t) => !was.has(t))) + zeg("Eruit", [...was].filter((t) => !nu.has(t)));
  return zin || " Die blijft hetzelfde.";
};

const schrijfNaast = () => {
  document.body.classList.toggle("vergelijkt", Boolean(toestand.naast));
  if (!tabel) return;
  bij("knop-naast").setAttribute("aria-pressed", Boolean(toestand.naast));
  vergelijking.hidden = !toestand.naast;
  if (!toestand.naast) return;
  const past = ({ onderwerp }) => !onderwerp.rij.hidden;
  const [links, rechts] = [toestand.naast, gewichten].map((weging) => rangschik(opLijst, weging).filter(past));
  const was = new Map(links.map(({ onderwerp, plaats }) => [onderwerp.code, plaats]));
  const anders = rechts.filter(({ onderwerp, plaats }) => was.get(onderwerp.code) !== plaats).length;
  const nummer = gegroeid(toestand.naast, gewichten);
  const groei = nummer < 0 ? "Beide standen wegen gelijk. Verander hierboven een gewicht."
    : `${criteria[nummer].titel} gaat van ${Math.round(aandeel(toestand.naast, nummer))} naar ${Math.round(aandeel(gewichten, nummer))}.`;
  const uitleg = maak("div", "redenen");
  const lijst = maak("ul");
  lijst.append(...redenen(links, rechts, toestand.naast, gewichten));
  const topregel = maak("p");
  topregel.append(maak("strong", "", `De top ${top}.`), topZin(links, rechts));
  uitleg.append(maak("h3", "", "Wat schuift, en waarom?"),
    maak("p", "", `${groei} ${anders} van de ${geteld(links.length)} ${anders === 1 ? "krijgt" : "krijgen"} een andere plaats.`), lijst, ...(top ? [topregel] : []));
  bij("standen").replaceChildren(standTabel("Bewaard", toestand.naast, links), lijnen(links, rechts),
    standTabel("Nu", gewichten, rechts, was), uitleg);
};

const beginNaast = () => {
  if (!tabel) return;
  const zet = (naast) => {
    toestand.naast = naast;
    schrijfNaast();
    onthoud(true);
    meld(naast ? "Bewaard. Verander een gewicht; beide standen staan naast elkaar." : "De lijst staat weer alleen.");
  };
  bij("knop-naast").addEventListener("click", () => zet(toestand.naast ? null : gewichten));
  bij("knop-een-lijst").addEventListener("click", () => {
    zet(null);
    bij("knop-naast").focus();
  });
  bij("knop-wissel").addEventListener("click", () => {
    const was = toestand.naast;
    toestand.naast = gewichten;
    weegEnOnthoud(was);
  });
};
