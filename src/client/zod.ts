import { config } from 'zod/v4';

/**
 * zod as the browser gets it (`vite.config.ts` puts it in the place of `zod`). It would ask once whether it may compile its schemas with
 * `new Function`, which the content security policy refuses, as a browser then tells in its console: it need not ask.
 */
config({ jitless: true });

export * from 'zod/v4';
