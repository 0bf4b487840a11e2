// What the suites share: they run inside VS Code's extension host, loaded by host.mjs.
const vscode = require('vscode');

const say = (text) => console.log(`[test] ${text}`);
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits for `condition`, at most a minute; `told` says how things stand where it never holds. */
async function until(what, condition, told) {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(50)) {
    const held = await condition();
    if (held) {
      say(`ok   ${what}`);
      return held;
    }
  }
  throw new Error(`${what}: ${JSON.stringify(await told?.())}`);
}

/** The suite as VS Code wants it. */
const suite = (body) => ({
  run: async () => {
    try {
      await body();
    } catch (problem) {
      say(`FAIL ${problem.stack}`);
      throw problem;
    }
  },
});

module.exports = {
  say,
  pause,
  until,
  suite,
  extension: () => vscode.extensions.getExtension('copydesk.copydesk'),
  run: (name, ...args) => vscode.commands.executeCommand(name, ...args),
  file: (name) => vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, name),
};
