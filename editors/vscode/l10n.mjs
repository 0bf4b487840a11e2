// `npm run l10n`: the texts of the code that can be translated, as l10n/bundle.l10n.json.
// With --check, fails where that file is not what the code says.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const here = import.meta.dirname;
const bundle = path.join(here, 'l10n/bundle.l10n.json');
const sources = readdirSync(path.join(here, 'src')).map((name) => readFileSync(path.join(here, 'src', name), 'utf8'));
const texts = sources.flatMap((source) =>
  [...source.matchAll(/\bl10n\.t\(\s*'((?:[^'\\]|\\.)*)'/gu)].map((match) => match[1].replaceAll("\\'", "'")));
const calls = sources.flatMap((source) => [...source.matchAll(/\bl10n\.t\(/gu)]);
if (texts.length !== calls.length) {
  console.error('every text is to stand in the call itself, in single quotation marks');
  process.exit(1);
}
const fresh = `${JSON.stringify(Object.fromEntries([...new Set(texts)].sort().map((text) => [text, text])), null, 2)}\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(bundle, fresh);
} else if (readFileSync(bundle, 'utf8') !== fresh) {
  console.error('l10n/bundle.l10n.json is out of date: npm run l10n');
  process.exit(1);
}
