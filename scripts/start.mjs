// npm start: all that is needed between a fresh copy of the project and the running game.
import { checkNode } from './node-version.mjs';

checkNode();
const { installPackages, ROOT } = await import('./packages.mjs');
installPackages();
const { build, isBuilt } = await import('./built.mjs');
if (!isBuilt()) {
  console.log('Building the game …');
  if (!build()) {
    console.error('The game could not be built: the reason stands above.');
    process.exit(1);
  }
}
const { serve } = await import('./serve.mjs');
await serve(`${ROOT}/dist`);
