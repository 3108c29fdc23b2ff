import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The interface's languages. What React Aria says in all others stays out of the bundle. */
const LOCALES = ['en-US'];

export default defineConfig({
  // Relative, so that the built game runs from any folder of any server.
  base: './',
  plugins: [react(), optimizeLocales.vite({ locales: LOCALES })],
  // Original art, sound and map data, served from the root under the names they have there.
  publicDir: 'assets',
  worker: { format: 'es' },
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
    // Phaser comes in one piece of 1.4 MB after the first panels; what counts is measured by `npm run size`.
    chunkSizeWarningLimit: 1500,
  },
});
