// The server in two files, of which Node needs nothing else but SQLite where it has none of its own.
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from './packages.mjs';

/** Packages that are CommonJS ask for `require` and for where they lie: a module has neither. */
const BANNER = [
  "import { createRequire as niaCreateRequire } from 'node:module';",
  "import { fileURLToPath as niaFileUrlToPath } from 'node:url';",
  "import { dirname as niaDirname } from 'node:path';",
  'const require = niaCreateRequire(import.meta.url);',
  'const __filename = niaFileUrlToPath(import.meta.url);',
  'const __dirname = niaDirname(__filename);',
].join('\n');

/**
 * Builds dist-server/; true if it could be built.
 * @param {string} [folder]
 */
export const buildServer = async (folder = `${ROOT}/dist-server`) => {
  try {
    await build({
      entryPoints: {
        server: `${ROOT}/src/server/main.ts`,
        'ai-worker': `${ROOT}/src/server/ai/worker.ts`,
        'sqlite-worker': `${ROOT}/src/server/store/sqlite-worker.ts`,
        rooms: `${ROOT}/src/server/rooms.ts`,
      },
      outdir: folder,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      outExtension: { '.js': '.mjs' },
      banner: { js: BANNER },
      // Loaded only where Node has no SQLite, and where PostgreSQL's own library is installed.
      external: ['@photostructure/sqlite', 'pg-native'],
      sourcemap: true,
      logLevel: 'warning',
    });
    return true;
  } catch {
    // What is wrong has been said.
    return false;
  }
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exit((await buildServer()) ? 0 : 1);
