import { pathToFileURL } from 'node:url';
import type { Config } from '../config.ts';
import { memoryStore } from './memory.ts';
import type { Store } from './store.ts';

/** The store that is asked for. Each kind is loaded only where it is used. */
export const openStore = async (
  wanted: Config['store'],
  report: (what: string, error: unknown) => void,
  thread?: { readonly script: string; readonly died: (why: string) => void },
): Promise<Store> => {
  switch (wanted.kind) {
    case 'memory':
      return memoryStore();
    case 'sqlite': {
      const { sqliteStore } = await import('./sqlite.ts');
      const { wayByThread, wayHere } = await import('./sqlite-way.ts');
      return sqliteStore(
        thread === undefined
          ? await wayHere(wanted.folder)
          : await wayByThread(wanted.folder, pathToFileURL(thread.script), thread.died),
      );
    }
    case 'postgres': {
      const { postgresStore } = await import('./postgres.ts');
      return postgresStore(wanted.url, report);
    }
  }
};
