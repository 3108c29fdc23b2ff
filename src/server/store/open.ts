import type { Config } from '../config.ts';
import { memoryStore } from './memory.ts';
import type { Store } from './store.ts';

/** The store that is asked for. Each kind is loaded only where it is used. */
export const openStore = async (
  wanted: Config['store'],
  report: (what: string, error: unknown) => void,
): Promise<Store> => {
  switch (wanted.kind) {
    case 'memory':
      return memoryStore();
    case 'sqlite': {
      const { sqliteStore } = await import('./sqlite.ts');
      return sqliteStore(wanted.folder);
    }
    case 'postgres': {
      const { postgresStore } = await import('./postgres.ts');
      return postgresStore(wanted.url, report);
    }
  }
};
