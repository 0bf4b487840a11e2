// `npm run package`: the extension with the program inside, as copydesk-PLATFORM.vsix, for this platform, or
// for the one that is named (`npm run package win32-x64`). COPYDESK names the program; without it,
// `cargo build --release` must have been run.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

const MOST_BYTES = 10 * 1000 * 1000;
const here = import.meta.dirname;
const root = path.resolve(here, '../..');
const own = `${process.platform}-${process.arch}`;
const platform = process.argv[2] ?? own;
const name = platform.startsWith('win32') ? 'copydesk.exe' : 'copydesk';
const built = process.env.COPYDESK ?? path.join(root, 'target/release', name);
if (!existsSync(built)) {
  console.error(`${built} is missing: run cargo build --release first`);
  process.exit(2);
}

const program = path.join(here, 'bin', name);
rmSync(path.dirname(program), { recursive: true, force: true });
mkdirSync(path.dirname(program));
copyFileSync(built, program);
chmodSync(program, 0o755);
if (platform === own && process.platform !== 'win32') {
  execFileSync('strip', [program]);
}
copyFileSync(path.join(root, 'editors/copydesk.schema.json'), path.join(here, 'copydesk.schema.json'));
copyFileSync(path.join(root, 'LICENSE-MIT'), path.join(here, 'LICENSE.txt'));

const packed = path.join(here, `copydesk-${platform}.vsix`);
execFileSync(
  path.join(here, 'node_modules/.bin/vsce'),
  ['package', '--no-dependencies', '--skip-license', '--no-rewrite-relative-links', '--allow-missing-repository',
    '--target', platform, '--out', packed],
  { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' },
);

const size = statSync(packed).size;
console.log(`${path.basename(packed)}: ${(size / 1e6).toFixed(1)} MB`);
if (size > MOST_BYTES) {
  console.error('that is more than 10 MB');
  process.exit(1);
}
