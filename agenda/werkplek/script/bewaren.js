// Take something home: a download is the only way that anything leaves this page.

const SOORTEN = {
  html: "text/html", csv: "text/csv", md: "text/markdown", json: "application/json", ics: "text/calendar", txt: "text/plain",
  yaml: "text/yaml", svg: "image/svg+xml", zip: "application/zip",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
const download = (pad, inhoud) => {
  const naam = naamVan(pad);
  const adres = URL.createObjectURL(new Blob([inhoud], { type: SOORTEN[soortVan(naam)] ?? "application/octet-stream" }));
  const link = maak("a", { href: adres, download: naam, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(adres), 60_000);
  meld(`Bewaard: ${naam}, in uw map met downloads.`);
};
const downloadKnop = (pad, inhoud, tekst = `Bewaar ${naamVan(pad)}`) => maakKnop(tekst, () => download(pad, inhoud));

const bewaarDossier = async (map = topVan(gekozen)) => {
  try {
    const inhoud = await opBeurt("Bezig met inpakken…", () => motor.pak(bestanden, map));
    download(`${map}.zip`, inhoud);
    onbewaard.delete(map);
    toonBewaard();
  } catch (fout) {
    meld(isGestopt(fout) ? "Gestopt. Er is niets bewaard." : foutzin(fout));
  }
};
const toonBewaard = () => {
  const map = topVan(gekozen);
  const niet = map && onbewaard.has(map);
  bij("bewaard").textContent = niet ? "Niet bewaard" : "";
  bij("knop-bewaar").disabled = !map || !kanRekenen;
  bij("knop-bewaar").classList.toggle("voorop", Boolean(niet));
};
volgers.push(toonBewaard);

const beginBewaren = () => {
  bij("knop-bewaar").addEventListener("click", () => bewaarDossier());
  addEventListener("beforeunload", (gebeurtenis) => {
    if (!onbewaard.size) return;
    gebeurtenis.preventDefault();
    gebeurtenis.returnValue = "";
  });
};
