/** A scenario that somebody brings along: the name of its file, and its text. */
export interface OwnScenario {
  readonly name: string;
  readonly text: string;
}

/** No scenario is larger; what is, is not read into memory. */
const MOST_BYTES = 2_000_000;

/** What a file turns out to be: a game's file, or (by everything else it may be) a scenario. */
export type Brought =
  | { readonly kind: 'game'; readonly text: string }
  | { readonly kind: 'scenario'; readonly own: OwnScenario };

/** Looks at what a file is called and what is in it. Rejected where the browser cannot read it. */
export const brought = async (file: File): Promise<Brought> => {
  const head = await file.slice(0, 200).text();
  if (/\.json$/iu.test(file.name) || head.trimStart().startsWith('{'))
    return { kind: 'game', text: await file.text() };
  // One byte more than may be read tells the reader that there is more.
  const text = await file.slice(0, MOST_BYTES + 1).text();
  return { kind: 'scenario', own: { name: file.name.replace(/\.(?:ya?ml|txt)$/iu, ''), text } };
};
