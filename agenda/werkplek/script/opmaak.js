// The program's own text in Markdown as parts of the page. It holds no HTML, no pictures and no
// links to elsewhere; whatever looks like that stays text.

const md = markdownit({ html: false, linkify: false }).disable("image");
const naarKlasse = (regels, nr, opties, omgeving, zelf) => {
  const rechts = /right/.test(regels[nr].attrGet("style") ?? "");
  regels[nr].attrs = rechts ? [["class", "rechts"]] : null;
  return zelf.renderToken(regels, nr, opties);
};
md.renderer.rules.th_open = naarKlasse;
md.renderer.rules.td_open = naarKlasse;

// The name of a heading as links in the manual call it.
const slak = (tekst) => tekst.trim().toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "").replace(/\s/g, "-");

const toonMd = (tekst, { hoogste = 3, ankers = "" } = {}) => {
  const delen = md.parse(tekst, {});
  const koppen = delen.filter(({ type }) => type === "heading_open" || type === "heading_close");
  const stap = hoogste - Math.min(...koppen.map(({ tag }) => Number(tag[1])), 6);
  for (const kop of koppen) kop.tag = `h${Math.min(6, Number(kop.tag[1]) + stap)}`;
  const html = md.renderer.render(delen, md.options, {});
  const blad = new DOMParser().parseFromString(html, "text/html");
  for (const link of alle("a", blad)) {
    const naar = link.getAttribute("href") ?? "";
    if (ankers && naar.startsWith("#")) {
      link.setAttribute("href", `#${ankers}:${slak(decodeURIComponent(naar.slice(1)))}`);
    } else link.replaceWith(...link.childNodes);
  }
  if (ankers) for (const kop of alle("h2, h3, h4, h5, h6", blad)) {
    kop.id = `${ankers}:${slak(kop.textContent)}`;
    kop.tabIndex = -1;
  }
  for (const tabel of alle("table", blad)) {
    const schuif = blad.createElement("div");
    for (const [naam, waarde] of [["class", "schuif"], ["tabindex", "0"], ["role", "group"], ["aria-label", "Tabel"]]) schuif.setAttribute(naam, waarde);
    tabel.replaceWith(schuif);
    schuif.append(tabel);
    for (const cel of alle("thead th", tabel)) cel.setAttribute("scope", "col");
  }
  for (const code of alle("pre", blad)) code.tabIndex = 0;
  return maak("div", { klasse: "stuk" }, [...blad.body.childNodes].map((kind) => document.adoptNode(kind)));
};
