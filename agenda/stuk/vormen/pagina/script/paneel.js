// A topic beside the list. It is the same part that stands in the chapter: it only moves.

const paneel = bij("paneel");
let open = null; // the part that is open, and where it belongs
let vandaan = null; // what was chosen to open it
const leg = ({ deel, plek }) => {
  plek.replaceWith(deel);
  deel.classList.remove("open");
  deel.querySelector("details.vouw").open = false;
};
const pak = ({ deel, plek }) => {
  deel.replaceWith(plek);
  deel.classList.add("open");
  paneel.firstChild.after(deel);
};

const sluitKnop = () => {
  const vak = maak("div", "sluit-vak");
  vak.append(maakKnop("×", () => kies(null), "sluit"));
  vak.firstChild.append(maak("span", "voorlezen", " Sluit"));
  return vak;
};
const rijLink = (code) => opCode.get(code).rij.querySelector("a");
const toonOnderwerp = (code) => {
  if (open?.code === code) return;
  if (open) {
    leg(open);
    paneel.replaceChildren();
    const rij = opCode.get(open.code).rij;
    rij.classList.remove("gekozen");
    rijLink(open.code).removeAttribute("aria-current");
  }
  const deel = code && bij(`onderwerp-${code}`);
  open = deel ? { code, deel, plek: document.createComment("") } : null;
  document.body.classList.toggle("naast", Boolean(open));
  if (!open) return;
  paneel.append(sluitKnop());
  pak(open);
  paneel.append(maakKnop(`Druk ${woorden.deze} af`, () => druk("druk-onderwerp")));
  deel.querySelector("details.vouw").open = true;
  paneel.scrollTop = 0;
  opCode.get(code).rij.classList.add("gekozen");
  rijLink(code).setAttribute("aria-current", "true");
  deel.querySelector("h3").focus({ preventScroll: true });
  // Beside the list one keeps in sight where it was chosen; elsewhere the topic itself.
  const naast = getComputedStyle(bij("lijsten")).display !== "none" && (!vandaan || bij("werkblad").contains(vandaan));
  if (naast) (vandaan ?? rijLink(code)).scrollIntoView({ block: "nearest" });
  else paneel.scrollIntoView({ block: "start" });
};

// Back to where it was opened from, or else to its row, or to the head of the list.
const terugNaar = (code) => {
  const rij = rijLink(code);
  const doel = [vandaan, rij, balk.elements.zoek].find((element) => element?.checkVisibility());
  vandaan = null;
  doel?.focus();
  // A browser that goes back scrolls too, and to where it was when the page was laid out otherwise.
  const buiten = ({ top, bottom }) => top < 0 || bottom > innerHeight;
  const toon = () => doel && buiten(doel.getBoundingClientRect()) && doel.scrollIntoView({ block: "center" });
  for (const wacht of [0, 100, 300]) setTimeout(toon, wacht);
};

const kies = (code) => {
  const was = open?.code;
  toestand.onderwerp = code;
  toonOnderwerp(code);
  onthoud(true);
  if (!code && was) terugNaar(was);
};

// A part of the page on paper: the list alone, or the topic that is open.
const druk = (klasse) => {
  document.body.classList.add(klasse);
  print();
  document.body.classList.remove(klasse);
};

const beginPaneel = () => {
  addEventListener("click", (gebeurtenis) => {
    const link = gebeurtenis.target.closest('a[href^="#onderwerp-"]');
    if (!link || gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.shiftKey) return;
    gebeurtenis.preventDefault();
    if (!paneel.contains(link)) vandaan = link;
    kies(link.getAttribute("href").slice("#onderwerp-".length));
  });
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && open) kies(null);
  });
  let dicht = [];
  addEventListener("beforeprint", () => {
    if (open && !document.body.classList.contains("druk-onderwerp")) leg(open);
    dicht = alle("details").filter((vouw) => !vouw.open);
    for (const vouw of dicht) vouw.open = true;
  });
  addEventListener("afterprint", () => {
    for (const vouw of dicht) vouw.open = false;
    if (open && !paneel.contains(open.deel)) pak(open);
    open?.deel.querySelector("details.vouw").setAttribute("open", "");
  });
};
