import { resolve } from 'node:path';
import { ConfigFault, configFrom } from './config.ts';
import { openStore } from './store/open.ts';
import { FolderTaken } from './store/sqlite-file.ts';

/** `npm run rooms`: what is kept on this server, and deleting it. The server that uses the folder has to be ended first. */

const HELP = `npm run -s rooms -- list           every room that is kept, oldest first
npm run -s rooms -- delete CODE    one room, with all that was kept of it
npm run -s rooms -- wipe --yes     everything`;

const run = async (words: readonly string[]): Promise<number> => {
  const [what, which] = words;
  const store = await openStore(
    configFrom(process.env, resolve(process.env['NIA_ROOT'] ?? process.cwd()), true).store,
    (said, error) => console.error(said, error),
  );
  try {
    if (what === 'list') {
      for (const { room, created } of await store.heads())
        console.log(`${room}  ${new Date(created).toISOString()}`);
      return 0;
    }
    if (what === 'delete' && which !== undefined) {
      const dropped = await store.drop(which.toUpperCase());
      console.log(dropped ? `${which} is deleted.` : `There is no room ${which}.`);
      return dropped ? 0 : 1;
    }
    if (what === 'wipe' && which === '--yes') {
      console.log(`${await store.wipe()} rooms are deleted.`);
      return 0;
    }
    console.log(HELP);
    return what === '--help' ? 0 : 2;
  } finally {
    await store.close();
  }
};

run(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    const known = error instanceof ConfigFault || error instanceof FolderTaken;
    console.error(known || error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
