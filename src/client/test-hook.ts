import type { Desk } from './panels/App.tsx';
import type { Table } from './table/index.ts';

/** What tests in a browser hold the game by. Only in the build made for tests. */
export const held = (desk: Desk): Desk => {
  let table: Table | undefined;
  let hook: ((game: NonNullable<ReturnType<Table['game']>>) => unknown) | undefined;
  const loadTable: Desk['loadTable'] = async () => {
    const room = await desk.loadTable();
    const { mountTable, tableHook } = await import('./table/index.ts');
    hook = tableHook;
    return {
      ...room,
      mountTable: (parent, session, store, language) => {
        table = mountTable(parent, session, store, language);
        return table;
      },
    };
  };
  Object.assign(window, {
    __nia: {
      store: desk.store,
      session: desk.session,
      table: () => {
        const game = table?.game();
        return game === undefined ? undefined : hook?.(game);
      },
    },
  });
  return { ...desk, loadTable };
};
