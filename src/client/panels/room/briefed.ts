/** Whether somebody has had their minute in this tab: a reload does not put it in the way again. */
const PREFIX = 'nia.briefed.';
const had = new Set<string>();

export const isBriefed = (room: string, person: string): boolean => {
  const name = `${PREFIX}${room}/${person}`;
  try {
    return had.has(name) || sessionStorage.getItem(name) !== null;
  } catch {
    return had.has(name);
  }
};

export const setBriefed = (room: string, person: string): void => {
  const name = `${PREFIX}${room}/${person}`;
  had.add(name);
  try {
    sessionStorage.setItem(name, '1');
  } catch {
    // It lasts as long as the page.
  }
};
