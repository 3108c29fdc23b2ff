// The server of pages and rooms, built from its sources: node scripts/serve.mjs [FOLDER OF THE BUILT GAME].
// PORT, HOST, DATA_DIR and DATABASE_URL come from the environment: see docs/hosting.md.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildServer } from './build-server.mjs';
import { ROOT } from './packages.mjs';

/**
 * Serves until Ctrl-C.
 * @param {string} folder
 */
export const serve = async (folder) => {
  if (!(await buildServer())) {
    console.error('The server could not be built: the reason stands above.');
    process.exit(1);
  }
  process.env['NIA_ROOT'] = ROOT;
  process.env['PAGES_DIR'] = resolve(folder);
  await import(pathToFileURL(`${ROOT}/dist-server/server.mjs`).href);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await serve(process.argv[2] ?? 'dist');
