// One view at a time, by its name in the address; the menu, the headings and the focus follow.

const apart = (weergave) => ({ ...weergave, scheiding: true }); // a line above it in the menu
const weergaven = [
  weergaveOpenen, weergaveBevindingen,
  apart(weergaveLijst), weergaveWaarom, gewoon("zekerheid"), gewoon("samenhang"), gewoon("gewichten"), weergaveVragen, gewoon("regels"),
  apart(gewoon("plan")), weergaveVergelijk, weergaveGemeenten, weergaveBesluit, weergaveVoortgang,
  apart(weergaveDocumenten), weergaveOpdracht, weergaveHandleiding,
];
const opNaam = new Map(weergaven.map((weergave) => [weergave.naam, weergave]));
let huidig = null;

const zonderMotor = "Deze browser of laptop staat WebAssembly niet toe, en daarom kan deze pagina niet rekenen; een lijst die al gemaakt is (html) leest, weegt en filtert u hier wel.";
const waaromNiet = (weergave) => {
  if (!kanRekenen && weergave.naam !== "openen" && !weergave.zonderMotor && !weergave.magZonder?.()) return "Voor dit onderdeel moet de pagina rekenen, en dat kan hier niet.";
  if (weergave.altijd || gekozen || weergave.magZonder?.()) return "";
  return "Er is nog niets open.";
};

const bouwWeergave = (weergave, focus) => {
  huidig = weergave;
  const kop = maak("h2", { tekst: weergave.kop, tabIndex: -1 });
  const vak = maak("div", { klasse: `weergave ${weergave.naam}` });
  bij("lijstvak").hidden = true;
  bij("vak").replaceChildren(maak("div", { klasse: "kop" }, kop, weergave.uitleg ? zin(weergave.uitleg, "uitleg") : null), vak);
  document.body.classList.remove("zonder-menu");
  document.body.classList.toggle("met-kader", Boolean(weergave.kader));
  document.title = `${weergave.kop} · Agenda`;
  for (const link of alle("#menu a")) {
    if (link.hash === `#${weergave.naam}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const reden = waaromNiet(weergave);
  if (reden) vak.append(zin(reden, "let-op"), maak("p", {}, maak("a", { href: "#openen", tekst: "Naar Openen" })));
  else Promise.resolve(weergave.bouw(vak)).catch((fout) => vak.replaceChildren(zin(foutzin(fout), "let-op")));
  if (focus) {
    scrollTo(0, 0);
    kop.focus({ preventScroll: true });
  }
};

const leesHash = () => {
  try {
    return decodeURIComponent(location.hash.slice(1)).split(":");
  } catch {
    return [""];
  }
};
const volgAdres = (focus = true) => {
  const [naam, plek] = leesHash();
  const weergave = opNaam.get(naam);
  if (!weergave) {
    if (!huidig) bouwWeergave(weergaveOpenen, false);
    return;
  }
  sluitMenu();
  if (naam !== verteldBij) bij("verteld").hidden = true;
  if (weergave !== huidig || !plek) bouwWeergave(weergave, focus && !plek);
  if (plek) {
    const kop = bij(`${naam}:${plek}`);
    kop?.scrollIntoView();
    (kop ?? bij("vak").querySelector("h2")).focus({ preventScroll: true });
  }
};
const ga = (naam) => {
  if (location.hash === `#${naam}`) bouwWeergave(opNaam.get(naam), true);
  else location.hash = naam;
};
const ververs = (focus = true) => bouwWeergave(huidig, focus);

// Say what came of files that were given, and show it where it is seen best.
let verteldBij = "";
const vertel = (zinnen) => {
  verteldBij = doel || "openen";
  doel = "";
  bij("verteld").replaceChildren(...zinnen.map((tekst) => zin(tekst)));
  bij("verteld").hidden = !zinnen.length;
  meld(zinnen.join(" "));
  ga(verteldBij);
};

const sluitMenu = () => {
  document.body.classList.remove("menu-open");
  bij("knop-menu").setAttribute("aria-expanded", "false");
};
const bouwMenu = () => {
  for (const { naam, kop, scheiding } of weergaven) {
    const link = maak("a", { href: `#${naam}`, tekst: kop });
    if (naam === "bevindingen") link.append(" ", maak("span", { id: "teller", klasse: "teller" }));
    // The address does not change for who chooses again what is in sight.
    link.addEventListener("click", () => { if (location.hash === link.hash) volgAdres(); });
    bij("menu").append(maak("li", { klasse: scheiding ? "scheiding" : "" }, link));
  }
  bij("knop-menu").addEventListener("click", () => {
    const open = document.body.classList.toggle("menu-open");
    bij("knop-menu").setAttribute("aria-expanded", `${open}`);
  });
};

const toonKeuze = () => {
  const mappen = dossiers();
  const keuze = bij("kies-dossier");
  keuze.replaceChildren(...(mappen.length ? mappen.map((map) => maak("option", { value: map, tekst: dossiernaam(map) })) : [maak("option", { value: "", tekst: "nog niets geopend" })]));
  keuze.value = gekozen;
};
