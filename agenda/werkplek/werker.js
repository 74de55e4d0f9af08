// The worker: unpacks Python and the program, and runs commands. Before this stand the parts that
// it calls: uitpakken (xz), maakPyodideModule and loadPyodide.

const bytesVan = (tekst) => {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(tekst);
  const ruw = atob(tekst);
  const bytes = new Uint8Array(ruw.length);
  for (let n = 0; n < ruw.length; n += 1) bytes[n] = ruw.charCodeAt(n);
  return bytes;
};
const pakUit = (tekst) =>
  new Response(new xz.XzReadableStream(new Blob([bytesVan(tekst)]).stream())).arrayBuffer();

const zeg = (bericht, mee = []) => self.postMessage(bericht, mee);
let motor;

// All that Python asks for is answered from the parts in the page; nothing else is ever fetched.
const start = async (delen) => {
  const [wasm, std, app] = await Promise.all([delen.wasm, delen.std, delen.app].map(pakUit));
  const antwoorden = { "pyodide.asm.wasm": ["application/wasm", wasm], "std.zip": ["application/zip", std] };
  self.fetch = async (adres) => {
    const [soort, inhoud] = antwoorden[String(adres).split("/").pop()];
    return new Response(inhoud, { headers: { "content-type": soort } });
  };
  const python = await loadPyodide({
    indexURL: "https://niets.invalid/",
    stdLibURL: "https://niets.invalid/std.zip",
    lockFileContents: '{"info":{"abi_version":"2026_0","arch":"wasm32","platform":"emscripten","python":"3.14","version":"0"},"packages":{}}',
    createPyodideModule: maakPyodideModule,
    env: { COLUMNS: "100", HOME: "/werk", PYDANTIC_DISABLE_PLUGINS: "__all__", PYTHONDONTWRITEBYTECODE: "1" },
  });
  python.unpackArchive(app, "zip", { extractDir: "/app" });
  python.FS.mkdirTree("/werk");
  python.FS.chdir("/werk");
  python.runPython("import sys; sys.path.insert(0, '/app')");
  motor = python.pyimport("cli.werkplekmotor");
};

const opdrachten = {
  draai: ({ args, bestanden, weg }) => motor.draai(args, bestanden, weg, (tekst) => zeg({ soort: "voortgang", tekst })),
  pak: ({ bestanden, weg, map }) => motor.pak(bestanden, weg, map),
  pak_uit: ({ bytes }) => motor.pak_uit(bytes),
};

self.onmessage = async ({ data }) => {
  try {
    if (data.soort === "start") {
      await start(data.delen);
      zeg({ soort: "klaar" });
      return;
    }
    const uit = opdrachten[data.soort](data);
    const antwoord = uit.toJs({ dict_converter: (paren) => new Map(paren) });
    uit.destroy();
    zeg({ soort: "antwoord", nummer: data.nummer, antwoord });
  } catch (fout) {
    zeg({ soort: "kapot", nummer: data.nummer, fout: String(fout) });
  }
};
