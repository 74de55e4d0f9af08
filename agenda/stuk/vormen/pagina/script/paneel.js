// A topic beside the list. It is the same part that stands in the chapter: it only moves.

const paneel = bij("paneel");
let open = null; // the part that is open, and where it belongs
let vandaan = null; // what was chosen to open it

const leg = ({ deel, plek }) => {
  plek.replaceWith(deel);
  deel.classList.remove("open");
};
const pak = ({ deel, plek }) => {
  deel.replaceWith(plek);
  deel.classList.add("open");
  paneel.append(deel);
};

const sluitKnop = () => {
  const vak = maak("div", "sluit-vak");
  const knop = maak("button", "sluit", "×");
  knop.type = "button";
  knop.append(maak("span", "voorlezen", " Sluit"));
  knop.addEventListener("click", () => kies(null));
  vak.append(knop);
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
  deel.querySelector("details.vouw").open = true;
  paneel.scrollTop = 0;
  opCode.get(code).rij.classList.add("gekozen");
  rijLink(code).setAttribute("aria-current", "true");
  deel.querySelector("h3").focus({ preventScroll: true });
  const houdvast = getComputedStyle(bij("lijsten")).display === "none" ? deel : vandaan ?? rijLink(code);
  houdvast.scrollIntoView({ block: houdvast === deel ? "start" : "nearest" });
};

// Back to where it was opened from, or else to its row, or to the head of the list.
const terugNaar = (code) => {
  const rij = rijLink(code);
  const doel = [vandaan, rij, balk.elements.zoek].find((element) => element?.checkVisibility());
  vandaan = null;
  doel?.focus();
};

const kies = (code) => {
  const was = open?.code;
  toestand.onderwerp = code;
  toonOnderwerp(code);
  onthoud(true);
  if (!code && was) terugNaar(was);
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
    if (open) leg(open);
    dicht = alle("details").filter((vouw) => !vouw.open);
    for (const vouw of dicht) vouw.open = true;
  });
  addEventListener("afterprint", () => {
    for (const vouw of dicht) vouw.open = false;
    if (open) pak(open);
  });
};
