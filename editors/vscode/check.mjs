// Part of `npm run check`: package.json says what its texts, the schema and the program say.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const read = (name) => readFileSync(path.join(import.meta.dirname, name), 'utf8');
const manifest = read('package.json');
const settings = JSON.parse(manifest).contributes.configuration.properties;
const schema = JSON.parse(read('../copydesk.schema.json')).properties;
const problems = [];

function same(what, left, right) {
  for (const [one, other] of [[left, right], [right, left]]) {
    problems.push(...one.filter((it) => !other.includes(it)).map((it) => `${what}: ${it} stands in one place only`));
  }
}

const named = [...manifest.matchAll(/"%([^%"]+)%"/gu)].map((match) => match[1]);
same('text', [...new Set(named)], Object.keys(JSON.parse(read('package.nls.json'))));

// What only the project or the command line can say is no setting, and two settings are the editor's own.
const { lsp, 'fail-on': _failOn, names: _names, ...tables } = schema;
const keys = [...Object.keys(tables), ...Object.keys(lsp.properties).map((key) => `lsp.${key}`), 'path', 'trace.server'];
same('setting', Object.keys(settings), keys.map((key) => `copydesk.${key}`));
const rules = Object.keys(schema.rules.properties);
same('rule', Object.keys(settings['copydesk.rules'].properties), rules);
same('rule', settings['copydesk.select'].items.enum, rules);
same('rule', settings['copydesk.ignore'].items.enum, rules);

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
