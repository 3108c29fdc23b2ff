import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addresses } from './net/addresses.ts';
import { ConfigFault, configFrom } from './config.ts';
import { startServer, type Running } from './server.ts';
import { FolderTaken } from './store/sqlite-file.ts';

/** What `npm start` runs, once everything is built: a server until Ctrl-C. */

const root = resolve(process.env['NIA_ROOT'] ?? process.cwd());

/** Wrong use, or a place that is taken: a sentence, not a stack. */
const excuse = (error: unknown): string => {
  if (error instanceof ConfigFault || error instanceof FolderTaken) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `Port ${process.env['PORT'] ?? ''} is taken: give another one in PORT.`;
  if (code === 'ECONNREFUSED') return 'The database of DATABASE_URL does not answer.';
  return error instanceof Error ? error.message : String(error);
};

const tell = ({ port }: Running, host: string): void => {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const lines = [
    '',
    'Nothing Is Agreed is ready.',
    '',
    `  on this computer   http://${name}:${port}/`,
    ...(everywhere ? addresses().map((address) => `  in this network    http://${address}:${port}/`) : []),
    '',
    `To host a class or a workshop, open http://${name}:${port}/host`,
    'Ctrl-C ends it.',
  ];
  console.log(lines.join('\n'));
};

const run = async (): Promise<void> => {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const config = configFrom(process.env, root, process.stdout.isTTY, here);
  const running = await startServer(config, Date.now, (why) => {
    console.error(`The rooms can no longer be kept: ${why}`);
    process.exit(1);
  });
  tell(running, config.host);
  // Read before anybody asks for it.
  running.hall.shelf.cards().catch((error: unknown) => {
    console.error(`The scenarios in ${config.scenarios} cannot be read: ${excuse(error)}`);
  });
  let ending = false;
  const end = (): void => {
    // Asked a second time, it does not wait.
    if (ending) process.exit(1);
    ending = true;
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(`The server did not end in good order: ${excuse(error)}`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
};

// A fault of ours in one room must not end the class in another: what is held is what was committed, whatever happens.
process.on('unhandledRejection', (error: unknown) => {
  console.error('A fault of the server:', error instanceof Error ? error.stack : error);
});

run().catch((error: unknown) => {
  console.error(excuse(error));
  process.exit(1);
});
