import { createServer } from 'node:net';
import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/chromium.mjs';

/** A port nobody listens on: several runs on one machine do not meet. */
const freePort = async (): Promise<number> =>
  new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        found(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });

// Workers read this file again and inherit the environment: all must name the same port.
process.env['TEST_PORT'] ??= String(await freePort());
const port = process.env['TEST_PORT'];
const executablePath = findChromium();

export default defineConfig({
  // No test is about time: on a busy machine a whole game takes its while.
  timeout: 240_000,
  testDir: 'test/e2e',
  outputDir: 'test-results/pages',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  workers: 2,
  reporter: [['list'], ['json', { outputFile: 'test-results/pages.json' }]],
  expect: { timeout: 20_000, toHaveScreenshot: { animations: 'disabled', maxDiffPixels: 0 } },
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: 'en-US',
    // What a page looked like after each step takes a fifth of the run: it is kept where somebody asks for it (TRACE=1).
    trace: process.env['TRACE'] === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  // A test tagged @phone runs on both screens, one tagged @phone-only on the phone alone.
  projects: [
    { name: 'desktop', use: { viewport: { width: 1366, height: 768 } }, grepInvert: /@phone-only/ },
    {
      name: 'phone',
      use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
      grep: /@phone/,
    },
  ],
  webServer: {
    command: 'node scripts/serve.mjs dist-test',
    env: { PORT: port, HOST: '127.0.0.1', DATA_DIR: ':memory:' },
    url: `http://127.0.0.1:${port}/health`,
    reuseExistingServer: false,
  },
});
