// An exported page inside this one, in a frame without an address. Nothing in it may run but the
// script of this program, and nothing in it may lead elsewhere.

const BELEID = `default-src 'none'; script-src '${gegevens.paginascript}'; img-src data:; form-action 'none'; base-uri 'none'`;
const WEG = "link, meta, base, iframe, frame, frameset, object, embed, style, script, template, noscript, img, picture, video, audio, source, track, image, feImage";
const MAG_NIET = /^(on.*|style|srcdoc|src|srcset|data|poster|background|ping|target|action|formaction)$/i;

const somVan = async (tekst) => {
  const som = new Uint8Array(await crypto.subtle.digest("SHA-256", alsBytes(tekst)));
  return `sha256-${btoa(String.fromCharCode(...som))}`;
};

// Take a page apart: its text without what may not be there, and its style.
const ontleedPagina = async (tekst) => {
  const stijlen = [];
  // The policy here would complain of a style that it does not know, also when nothing uses it.
  const zonder = tekst.replace(/<style\b[^>]*>([^]*?)<\/style\s*>/gi, (_, stijl) => {
    stijlen.push(stijl.replace(/@import|url\(/gi, ""));
    return "";
  });
  const blad = new DOMParser().parseFromString(zonder, "text/html");
  const data = blad.getElementById("pagina-gegevens");
  const scripts = alle("script:not([type]), script[type='']", blad).filter((deel) => !deel.src);
  // Where a browser has no hashes to offer here, its policy still refuses any other script.
  let script = crypto.subtle ? null : scripts.at(-1);
  if (!script) for (const deel of scripts) if ((await somVan(deel.textContent)) === gegevens.paginascript) script = deel;
  const titel = blad.title;
  for (const deel of alle(WEG, blad)) if (deel !== data && deel !== script) deel.remove();
  for (const deel of alle("*", blad)) for (const { name } of [...deel.attributes]) {
    if (MAG_NIET.test(name)) deel.removeAttribute(name);
    else if (/^(xlink:)?href$/i.test(name) && !deel.getAttribute(name).startsWith("#")) deel.removeAttribute(name);
  }
  const [tekens, regels] = [blad.createElement("meta"), blad.createElement("meta")];
  tekens.setAttribute("charset", "utf-8");
  regels.setAttribute("http-equiv", "Content-Security-Policy");
  regels.setAttribute("content", BELEID);
  blad.head.prepend(tekens, regels);
  return { html: `<!DOCTYPE html>${blad.documentElement.outerHTML}`, stijl: stijlen.join("\n"), titel };
};

// A link to a place on the page would lead the frame to the address of the page around it.
const volgInKader = (venster) => venster.addEventListener("click", (gebeurtenis) => {
  const link = gebeurtenis.target.closest?.("a");
  if (!link || gebeurtenis.defaultPrevented) return;
  gebeurtenis.preventDefault();
  const plek = (link.getAttribute("href") ?? link.getAttribute("xlink:href") ?? "").slice(1);
  const naar = plek && venster.document.getElementById(decodeURIComponent(plek));
  if (!naar) return;
  naar.scrollIntoView();
  if (naar.tabIndex < 0) naar.tabIndex = -1;
  naar.focus({ preventScroll: true });
});

let kader = null; // the frame, and the text it shows
const toonKader = async (tekst) => {
  if (kader?.tekst === tekst) return kader;
  const { html, stijl, titel } = await ontleedPagina(tekst);
  const blad = maak("iframe", { title: titel || "Lijst", klasse: "wacht", sandbox: "allow-scripts allow-same-origin allow-modals allow-forms" });
  kader = { tekst, blad, metScript: false };
  const geladen = new Promise((klaar) => blad.addEventListener("load", klaar, { once: true }));
  blad.srcdoc = html;
  bij("lijstvak").replaceChildren(blad);
  await geladen;
  const venster = blad.contentWindow;
  const vel = new venster.CSSStyleSheet();
  vel.replaceSync(stijl);
  venster.document.adoptedStyleSheets = [vel];
  kader.metScript = venster.document.documentElement.classList.contains("script");
  volgInKader(venster);
  vangSlepen(venster);
  blad.classList.remove("wacht");
  return kader;
};
