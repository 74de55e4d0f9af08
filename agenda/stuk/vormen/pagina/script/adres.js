// The state of the page in its address, so that a link or a bookmark brings it back.

const SLEUTELS = ["weging", "naast", "onderwerp", "gemeenten", "vraag", "antwoorden", "thema", "gemeente", "zoek"];

const leesGewichten = (tekst) => {
  const gewichten = (tekst ?? "").split("-").map((deel) => (/^\d{1,3}$/.test(deel) ? Number(deel) : NaN));
  const goed = gewichten.length === criteria.length && gewichten.every((g) => g <= 100) && som(gewichten) > 0;
  return goed ? gewichten : null;
};

// What an address asks for; what it does not know it leaves alone. A plain name is a place on the
// page, and only that of a topic asks for anything.
const leesAdres = (adres = location.hash) => {
  const tekst = adres.slice(1);
  if (tekst && !tekst.includes("=")) {
    const code = tekst.startsWith("onderwerp-") ? tekst.slice("onderwerp-".length) : "";
    return opCode.has(code) ? { onderwerp: code } : null;
  }
  const delen = new URLSearchParams(tekst);
  const uit = {};
  for (const sleutel of SLEUTELS) if (delen.get(sleutel)) uit[sleutel] = delen.get(sleutel);
  if (!opCode.has(uit.onderwerp)) delete uit.onderwerp;
  for (const sleutel of ["weging", "naast"]) uit[sleutel] = leesGewichten(uit[sleutel]);
  return uit;
};

const toestand = {};
const adresVan = () => {
  const delen = SLEUTELS.filter((sleutel) => toestand[sleutel]).map((sleutel) => {
    const waarde = toestand[sleutel];
    return `${sleutel}=${Array.isArray(waarde) ? waarde.join("-") : encodeURIComponent(waarde)}`;
  });
  return `#${delen.join("&")}`;
};

const schrijfAdres = (hoe) => { // a page inside another has no address of its own
  const adres = adresVan();
  if (adres === (location.hash || "#") || location.protocol === "about:") return;
  history[hoe](null, "", adres === "#" ? location.pathname + location.search : adres);
};
// Opening a topic or a view is a step back for the browser. Weighing and filtering is not, and is
// written once it rests: browsers bear with only so many changes.
let straks;
const onthoud = (stap = false) => {
  clearTimeout(straks);
  if (stap) schrijfAdres("pushState");
  else straks = setTimeout(schrijfAdres, 200, "replaceState");
};
