// npm run -s rooms -- …: the rooms that are kept here.
import { pathToFileURL } from 'node:url';
import { checkNode } from './node-version.mjs';

checkNode();
const { installPackages, ROOT } = await import('./packages.mjs');
installPackages();
const { buildServer } = await import('./build-server.mjs');
if (!(await buildServer())) process.exit(1);
process.env['NIA_ROOT'] = ROOT;
await import(pathToFileURL(`${ROOT}/dist-server/rooms.mjs`).href);
