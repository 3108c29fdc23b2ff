import { parentPort, workerData } from 'node:worker_threads';
import { FolderTaken, SqliteFile } from './sqlite-file.ts';
import { gathered, type FromFile, type ToFile } from './sqlite-way.ts';

/** The thread's own end: the file is opened, and answers until it is closed. */
const say = (said: FromFile): void => parentPort?.postMessage(said);

const folderOf = (data: unknown): string =>
  typeof data === 'object' && data !== null && 'folder' in data && typeof data.folder === 'string'
    ? data.folder
    : '.';

const serve = (file: SqliteFile): void => {
  const take = gathered(file, (answers) => say({ answers }));
  parentPort?.on('message', (message: ToFile) => {
    if ('request' in message) {
      take(message.n, message.request);
      return;
    }
    // After whatever was asked before.
    setImmediate(() => {
      file.close();
      say({ closed: true });
    });
  });
  say({ opened: true });
};

SqliteFile.open(folderOf(workerData)).then(serve, (error: unknown) => {
  say({
    failed: error instanceof Error ? error.message : String(error),
    taken: error instanceof FolderTaken,
  });
});
