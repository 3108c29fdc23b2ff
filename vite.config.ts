import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** The interface's languages. What React Aria says in all others stays out of the bundle. */
const LOCALES = ['en-US'];

/** Pictures of all flags, `flags/KE.svg` beside the page: each is fetched only when it is shown. */
const flags = (): Plugin => {
  const folder = 'node_modules/country-flag-icons/3x2';
  const pattern = /^[A-Z]{2}\.svg$/u;
  return {
    name: 'flags',
    configureServer: (server) => {
      server.middlewares.use('/flags', (request, response, next) => {
        const name = request.url?.slice(1) ?? '';
        if (!pattern.test(name) || !readdirSync(folder).includes(name)) {
          next();
          return;
        }
        response.setHeader('Content-Type', 'image/svg+xml');
        response.end(readFileSync(join(folder, name)));
      });
    },
    generateBundle() {
      for (const name of readdirSync(folder))
        if (pattern.test(name))
          this.emitFile({
            type: 'asset',
            fileName: `flags/${name}`,
            source: readFileSync(join(folder, name)),
          });
    },
  };
};

export default defineConfig({
  // Relative, so that the built game runs from any folder of any server.
  base: './',
  plugins: [react(), flags(), optimizeLocales.vite({ locales: LOCALES })],
  // Original art, sound and map data, served from the root under the names they have there.
  publicDir: 'assets',
  worker: { format: 'es' },
  // In pages and workers zod does not try to compile; on a server it may.
  resolve: { alias: [{ find: /^zod$/u, replacement: join(import.meta.dirname, 'src/client/zod.ts') }] },
  // Rooms while the page is worked on: `node scripts/serve.mjs` beside `npm run dev`.
  server: {
    proxy: {
      '/socket.io': { target: 'http://localhost:8080', ws: true },
      '^/scenarios$': 'http://localhost:8080',
      '/qr': 'http://localhost:8080',
      '/files': 'http://localhost:8080',
      '/addresses': 'http://localhost:8080',
    },
  },
  build: {
    target: 'es2022',
    sourcemap: false,
    // Which chunk imports which, for `npm run size`.
    manifest: true,
    // Phaser comes in one piece of 1.5 MB after the first panels; what counts is measured by `npm run size`.
    chunkSizeWarningLimit: 1600,
  },
});
