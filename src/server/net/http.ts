import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { renderSVG } from 'uqr';
import { fingerprint } from '../../engine/index.ts';
import { PATHS, roomCode, type Uploaded } from '../../protocol/index.ts';
import type { Hall } from '../hall/hall.ts';
import { shelfCard, UPLOAD_BYTES } from '../hall/shelf.ts';
import { addresses, isForeign } from './addresses.ts';
import { Bucket } from './bucket.ts';
import type { Files } from './files.ts';
import type { Metrics } from './metrics.ts';
import { headersFor, pagesOf } from './pages.ts';

export interface Web {
  readonly hall: Hall;
  readonly files: Files;
  readonly metrics: Metrics;
  /** Folder of the built game. */
  readonly pages: string;
  readonly port: () => number;
  readonly origins: readonly string[];
  /** Whether requests are still to be sent here. */
  readonly isReady: () => boolean;
  readonly now: () => number;
}

const hostOf = (c: Context): string => c.req.header('host') ?? '';
const plain = (c: Context, type: string, more: Readonly<Record<string, string>> = {}) => ({
  ...headersFor(hostOf(c)),
  'Content-Type': type,
  'Cache-Control': 'no-store',
  ...more,
});

/** Uploads of the whole server: reading a scenario takes its time. */
const UPLOADS = { most: 30, perSecond: 0.5 } as const;

/** Everything that is asked over HTTP beside the socket. */
export const webOf = (web: Web): Hono => {
  const app = new Hono();
  const pages = pagesOf(web.pages);
  const uploads = new Bucket(UPLOADS.most, UPLOADS.perSecond, web.now());

  app.get(PATHS.health, (c) => c.body('{"ok":true}', 200, plain(c, 'application/json')));
  app.get(PATHS.ready, async (c) => {
    const ready = web.isReady() && (await web.hall.store.ping().catch(() => false));
    return c.body(JSON.stringify({ ok: ready }), ready ? 200 : 503, plain(c, 'application/json'));
  });
  app.get(PATHS.metrics, async (c) => {
    web.metrics.rooms.set((await web.hall.figures()).rooms);
    return c.body(await web.metrics.registry.metrics(), 200, plain(c, web.metrics.registry.contentType));
  });
  app.get(PATHS.addresses, (c) => {
    const own = addresses().map((address) => `http://${address}:${web.port()}`);
    return c.body(JSON.stringify({ addresses: own }), 200, plain(c, 'application/json'));
  });
  app.get(`${PATHS.qr}:name{[A-Za-z-]+\\.svg}`, (c) => {
    const code = roomCode.safeParse(c.req.param('name').slice(0, -4));
    if (!code.success) return c.body('Not found\n', 404, plain(c, 'text/plain'));
    const at = Number(c.req.query('at') ?? '-1');
    const own = addresses()[at];
    const base = own === undefined ? originOf(c) : `http://${own}:${web.port()}`;
    const svg = renderSVG(`${base}${PATHS.join}${code.data}`, { border: 2 });
    return c.body(svg, 200, plain(c, 'image/svg+xml; charset=utf-8'));
  });
  app.get(`${PATHS.files}:ticket`, (c) => {
    const file = web.files.get(c.req.param('ticket'));
    if (file === undefined) return c.body('Not found\n', 404, plain(c, 'text/plain'));
    return c.body(
      file.body,
      200,
      plain(c, `${file.type}; charset=utf-8`, {
        'Content-Disposition': `attachment; filename="${file.name.replaceAll(/[^\w.-]/gu, '-')}"`,
      }),
    );
  });
  app.post(
    PATHS.scenarios,
    bodyLimit({
      maxSize: UPLOAD_BYTES,
      onError: (c) => answered(c, { fault: 'too-large', most: UPLOAD_BYTES }, 413),
    }),
    async (c) => {
      if (isForeign(c.req.header('origin'), c.req.header('host'), web.origins))
        return c.body('Forbidden\n', 403, plain(c, 'text/plain'));
      if (!uploads.take(web.now())) return c.body('Too many\n', 429, plain(c, 'text/plain'));
      const text = await c.req.text();
      const { scenario, faults } = web.hall.readings.reading(text);
      if (scenario === undefined)
        return answered(
          c,
          {
            fault: 'scenario-faults',
            faults: faults.map(({ line, column, message }) => ({ line, column, message })),
          },
          422,
        );
      const upload = web.hall.shelf.upload(text, web.now());
      return answered(c, { upload, print: fingerprint(text), card: shelfCard(upload, scenario) }, 200);
    },
  );
  app.get('*', (c) =>
    pages({
      path: c.req.path,
      host: hostOf(c),
      encodings: c.req.header('accept-encoding') ?? '',
      known: c.req.header('if-none-match'),
    }),
  );
  app.all('*', (c) => c.body(null, 405, plain(c, 'text/plain', { Allow: 'GET, HEAD' })));
  app.onError((_error, c) => c.body('Something went wrong here\n', 500, plain(c, 'text/plain')));
  return app;
};

const answered = (c: Context, uploaded: Uploaded, status: 200 | 413 | 422) =>
  c.body(JSON.stringify(uploaded), status, plain(c, 'application/json'));

/** This server as the browser that asks sees it, behind a proxy or not. */
const originOf = (c: Context): string => {
  const proto = c.req.header('x-forwarded-proto')?.split(',')[0]?.trim();
  return `${proto === 'https' ? 'https' : 'http'}://${hostOf(c)}`;
};
