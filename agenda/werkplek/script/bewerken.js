// Change a text file of the dossier here: for settings there is no other way without an editor.

const LEESBAAR = /^(yaml|yml|csv|txt|md)$/;
const kanBewerken = (pad) => LEESBAAR.test(soortVan(pad)) && bestanden.get(pad).length < 1e6 && !/\/besluiten\//.test(pad) && !isBesluit(topVan(pad));
const bewerk = async (pad) => {
  const veld = maak("textarea", { spellcheck: "false", rows: "18" });
  veld.value = alsTekst(bestanden.get(pad));
  const keus = await vraagUit({ kop: naamVan(pad), velden: [maakVeld(`Tekst van ${pad}`, veld)], knoppen: [["ja", "Neem over"]], breed: true });
  if (!keus) return;
  wijzig(new Map([[pad, alsBytes(veld.value)]]));
  meld(`Veranderd: ${pad}. Nog niet bewaard.`);
};
