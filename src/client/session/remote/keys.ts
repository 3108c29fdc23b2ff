/** What this browser holds of rooms: a key is all that proves who one is. Kept until the room is left or wiped. */
export const HOLDINGS = ['seat', 'host', 'cohost', 'screen'] as const;
export type Holding = (typeof HOLDINGS)[number];

export interface HeldKey {
  readonly code: string;
  readonly as: Holding;
  readonly key: string;
  /** What the room is called, for the list on the title page. */
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Rooms remembered at most; the oldest are forgotten. */
const MOST = 24;
const PLACE = 'nia.rooms';
/** Where the browser keeps nothing (private windows), as long as the page lasts. */
let memory: readonly HeldKey[] = [];

const isHeld = (item: unknown): item is HeldKey => {
  if (typeof item !== 'object' || item === null) return false;
  const { code, as, key, title, at } = item as Readonly<Record<string, unknown>>;
  return (
    typeof code === 'string' &&
    HOLDINGS.some((holding) => holding === as) &&
    typeof key === 'string' &&
    typeof title === 'string' &&
    typeof at === 'number'
  );
};

/** The latest first. What cannot be read is as if it were not there. */
export const heldKeys = (): readonly HeldKey[] => {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(PLACE) ?? 'null');
    if (Array.isArray(read)) return read.filter(isHeld);
  } catch {
    // The memory has what this page was given.
  }
  return memory;
};

const write = (keys: readonly HeldKey[]): void => {
  memory = keys;
  try {
    localStorage.setItem(PLACE, JSON.stringify(keys));
  } catch {
    // The memory has it.
  }
};

export const heldKey = (code: string, as: Holding): HeldKey | undefined =>
  heldKeys().find((held) => held.code === code && held.as === as);

export const holdKey = (held: HeldKey): void => {
  const others = heldKeys().filter(({ code, as }) => code !== held.code || as !== held.as);
  write([held, ...others].slice(0, MOST));
};

export const dropKey = (code: string, as: Holding): void => {
  write(heldKeys().filter((held) => held.code !== code || held.as !== as));
};
