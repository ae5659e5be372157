// Builds web/static/built: the style sheet, the script and the pictures, each named with a hash of
// what it holds (so a browser may keep it for ever), beside gzip and brotli copies and manifest.json.

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import { compile, NodePackageImporter } from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const built = join(here, "built");
const manifest = {};

function keep(name, bytes) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  const extension = extname(name);
  const hashed = `${basename(name, extension)}.${hash}${extension}`;
  writeFileSync(join(built, hashed), bytes);
  writeFileSync(join(built, `${hashed}.gz`), gzipSync(bytes, { level: 9 }));
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  writeFileSync(join(built, `${hashed}.br`), brotliCompressSync(bytes, quality));
  manifest[name] = hashed;
}

function everyFile(folder, extension) {
  return readdirSync(join(here, folder)).filter((name) => extname(name) === extension).sort();
}

// A picture named in the style sheet stands beside it under its hashed name.
function withHashedNames(css) {
  return css.replace(/url\("?([\w.-]+\.svg)"?\)/g, (_, name) => {
    if (!manifest[name]) throw new Error(`the style sheet names a picture that is not there: ${name}`);
    return `url(${manifest[name]})`;
  });
}

rmSync(built, { recursive: true, force: true });
mkdirSync(built, { recursive: true });
for (const name of everyFile("pictures", ".svg")) keep(name, readFileSync(join(here, "pictures", name)));
for (const name of everyFile("js", ".js")) keep(name, readFileSync(join(here, "js", name)));
const sheet = compile(join(here, "scss", "timebank.scss"), {
  style: "compressed",
  importers: [new NodePackageImporter(join(here, "..", ".."))],
  quietDeps: true,
});
keep("timebank.css", Buffer.from(withHashedNames(sheet.css)));
writeFileSync(join(built, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
console.log(`Built ${Object.keys(manifest).length} files into web/static/built`);
