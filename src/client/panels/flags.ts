/** Flags of the states that are met most often, as addresses of the package's pictures. */
const pictures = import.meta.glob<string>(
  '/node_modules/country-flag-icons/3x2/{US,RU,CN,EU,GB,IN,BR,IR,KE,EG,MX,CH,ZA,AU,JP,KR,SG,NG,CU,PK,ID,UA,IL,KP,CR,GH,FR,DE,NL,EE}.svg',
  {
    eager: true,
    query: '?url',
    import: 'default',
  },
);

/** An own mark for whoever has no flag of a state: a table with brackets, the game's sign. */
const MARK =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 20'%3E%3Crect width='30' height='20' fill='%23123a63'/%3E%3Cpath d='M9 4H6v12h3M21 4h3v12h-3M10 12a5 3 0 0 1 10 0' fill='none' stroke='%23f4ead5' stroke-width='1.6'/%3E%3C/svg%3E";

/** All others are files beside the page, each loaded when it is shown. `UN` has none: the emblem's use is restricted. */
const isState = (code: string): boolean => /^[A-Z]{2}$/u.test(code) && code !== 'UN';

export const flagUrl = (code: string): string =>
  pictures[`/node_modules/country-flag-icons/3x2/${code}.svg`] ??
  (isState(code) ? `./flags/${code}.svg` : MARK);

/** For a picture that did not come: the mark instead. */
export const noFlag = ({ currentTarget }: { readonly currentTarget: HTMLImageElement }): void => {
  if (currentTarget.src !== MARK) currentTarget.src = MARK;
};
