// The topics of what is open by their titles, for who must choose one.

const SOORTEN_LIJST = { ranglijst: "Op de ranglijst", onbeslist: "Onbeslist", niet_toegelaten: "Niet toegelaten", onderwerpen: "Onderwerpen" };
const haalOnderwerpen = async () => {
  const opdrachten = [["prioriteer", gekozen, "--formaat", "json"], ["indeling", gekozen, "--formaat", "json"]];
  let uitkomst = null;
  for (const opdracht of opdrachten) {
    uitkomst = await voer(opdracht, { wat: "Bezig met de onderwerpen…" });
    const inhoud = uitkomst.code ? null : leesJson(uitkomst);
    if (inhoud) {
      const groepen = Object.keys(SOORTEN_LIJST).filter((soort) => inhoud[soort]?.length);
      return { groepen: groepen.map((soort) => [SOORTEN_LIJST[soort], inhoud[soort]]), uitkomst };
    }
    if (uitkomst.code !== 2) break;
  }
  return { groepen: null, uitkomst };
};
const titelsVan = ({ groepen }) => new Map((groepen ?? []).flatMap(([, leden]) => leden.map(({ code, titel }) => [code, titel])));
const kort = (tekst, meest = 110) => (tekst.length > meest ? `${tekst.slice(0, meest - 1)}…` : tekst);
const maakOnderwerpkeuze = ({ groepen }, leeg) =>
  maak("select", { klasse: "breed" }, leeg === undefined ? null : maak("option", { value: "", tekst: leeg }),
    groepen.map(([label, leden]) => maak("optgroup", { label }, leden.map(({ code, titel, plaats }) =>
      maak("option", { value: code, tekst: kort(plaats ? `${plaats}. ${titel}` : titel) })))));
