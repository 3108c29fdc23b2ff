/** Which page of the game an address names. Everything but the title is behind a query, so that the game runs from any folder. */
export const PLACES = ['join', 'seat', 'host', 'console', 'screen', 'compare'] as const;
export type PlaceName = (typeof PLACES)[number];

export interface Place {
  readonly at: PlaceName | 'title';
  /** The room's code, or several for a comparison; empty where none is named. */
  readonly code: string;
}

export const TITLE: Place = { at: 'title', code: '' };

/** Codes are written in capitals, without what people put between the letters. */
export const asCode = (raw: string): string =>
  raw
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/gu, '')
    .slice(0, 12);

export const placeOf = (query: string): Place => {
  const wanted = new URLSearchParams(query);
  const at = PLACES.find((name) => wanted.has(name));
  if (at === undefined) return TITLE;
  const said = wanted.get(at) ?? '';
  return { at, code: at === 'compare' ? said.split(',').map(asCode).join(',') : asCode(said) };
};

/** An invitation, as it is scanned or typed: `/j/CODE`. */
const INVITATION = /\/j\/([^/]+)\/?$/u;

/** What a teacher types to host, and a student to join. */
const TYPED = /\/(host|join)\/?$/u;

/**
 * The page that this address names. An invitation is written anew as the page it leads to, so that everything asked for from here is
 * asked for where the game is.
 */
export const arrive = (): Place => {
  const { pathname } = window.location;
  const invited = INVITATION.exec(pathname);
  const typed = TYPED.exec(pathname);
  const place: Place | undefined =
    typed !== null
      ? { at: typed[1] === 'host' ? 'host' : 'join', code: '' }
      : invited === null
        ? undefined
        : { at: 'join', code: asCode(decodeURIComponent(invited[1] ?? '')) };
  if (place === undefined) return placeOf(window.location.search);
  const base = pathname.slice(0, 1 + ((typed ?? invited)?.index ?? 0));
  window.history.replaceState(null, '', addressOf(place, base));
  return place;
};

/** The address of a page, relative to where the game is served. How the table is drawn is kept. */
export const addressOf = ({ at, code }: Place, base: string = window.location.pathname): string => {
  const kept = new URLSearchParams(window.location.search);
  for (const name of PLACES) kept.delete(name);
  if (at !== 'title') kept.set(at, code);
  const query = kept.toString();
  return query === '' ? base : `${base}?${query}`;
};
