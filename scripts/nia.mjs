// npm run -s nia -- …: the command line, from its sources.
import { checkNode } from './node-version.mjs';

checkNode();
const { installPackages, ROOT } = await import('./packages.mjs');
installPackages();
const { runSource } = await import('./run-source.mjs');
await runSource(`${ROOT}/src/cli/main.ts`, process.argv.slice(2));
