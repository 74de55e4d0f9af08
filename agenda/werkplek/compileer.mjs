// Compile Python to what Python itself would keep of it, in the Python that will run it: only that
// one makes what that one reads. Words: the folder of Pyodide, and the folder to compile in place.
import { pathToFileURL } from "node:url";

const [pyodide, map] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: pyodide, args: ["-X", "no_debug_ranges"] });
python.mountNodeFS("/bouw", map);
await python.runPythonAsync(`
import ast
import importlib._bootstrap_external as laden
from pathlib import Path

MET_UITLEG = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef

def is_tekst(deel):
    return isinstance(deel, ast.Expr) and isinstance(deel.value, ast.Constant) and isinstance(deel.value.value, str)

def zonder_uitleg(bron):
    """The same program without the texts in it that only a reader of its source sees.

    A class keeps an empty one: a dataclass without any would make one when it is loaded.
    """
    boom = ast.parse(bron)
    for deel in ast.walk(boom):
        if not isinstance(deel, MET_UITLEG):
            continue
        if isinstance(deel, ast.ClassDef) and is_tekst(deel.body[0]):
            deel.body[0].value.value = " "
            begin = deel.body[:1]
        else:
            begin = []
        deel.body = begin + [d for d in deel.body[len(begin):] if not is_tekst(d)] or [ast.Pass(lineno=1, col_offset=0)]
    return boom

for bron in sorted(Path("/bouw").rglob("*.py")):
    naam = "/" + bron.relative_to("/bouw").as_posix()
    code = compile(zonder_uitleg(bron.read_bytes()), naam, "exec", dont_inherit=True)
    bron.with_suffix(".pyc").write_bytes(laden._code_to_hash_pyc(code, b"\\0" * 8, False))
    bron.unlink()
`);
process.exit(0);
