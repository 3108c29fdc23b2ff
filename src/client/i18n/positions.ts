import type { DelegationId, Event, Position, Stance } from '../../engine/seat.ts';
import { code, listed } from './index.ts';
import type { Names } from './names.ts';

/** What is wanted comes first. */
const ORDER: readonly Stance[] = ['support', 'accept', 'object', 'silent'];

/**
 * What somebody says of options, each clause the rest of a sentence that it begins, or what it is proposed to say of them: what is said
 * alike of several in one, and what hangs on the draft apart. To say nothing of an option any more is to take back what one said; to
 * object to an article's having no text is to want one.
 */
export const positionClauses = (
  names: Names,
  positions: readonly Position[],
  form: 'said' | 'say' = 'said',
): readonly string[] =>
  ORDER.flatMap((stance) => {
    const said = positions.filter((position) => position.stance === stance);
    const plain = said.filter(({ beside }) => beside === undefined);
    const wanting = stance === 'object' ? plain.filter(({ option }) => option === 0) : [];
    const others = plain.filter((position) => !wanting.includes(position));
    return [
      ...(others.length === 0 ? [] : [code(`${form}.${stance}`, { options: quoted(names, others) })]),
      ...(wanting.length === 0
        ? []
        : [
            code(`${form}.object-none`, {
              articles: listed(wanting.map(({ article }) => `“${names.article(article)}”`)),
            }),
          ]),
      ...hanging(said).map(({ options, beside }) =>
        code(`${form}.${stance}-beside`, {
          options: quoted(names, options),
          beside: quoted(names, [beside]),
        }),
      ),
    ];
  });

/** What hangs on what else the draft says: what hangs on the same together. */
const hanging = (
  said: readonly Position[],
): readonly { readonly beside: NonNullable<Position['beside']>; readonly options: readonly Position[] }[] => {
  const groups: { beside: NonNullable<Position['beside']>; options: Position[] }[] = [];
  for (const position of said) {
    const { beside } = position;
    if (beside === undefined) continue;
    const group = groups.find(
      ({ beside: { article, option } }) => article === beside.article && option === beside.option,
    );
    if (group === undefined) groups.push({ beside, options: [position] });
    else group.options.push(position);
  }
  return groups;
};

/** Options of a stance that are named where the rest are only counted. */
const NAMED = 2;

/**
 * The same in short: of each stance some options by name and the number of the others. Only what does not hang on the rest of the draft is
 * named: to leave out on what it hangs would be to say more than was said. What is taken back is only counted.
 */
export const positionsInShort = (names: Names, positions: readonly Position[]): readonly string[] =>
  ORDER.flatMap((stance) => {
    const said = positions.filter((position) => position.stance === stance);
    if (said.length === 0) return [];
    const plain = stance === 'silent' ? [] : said.filter(({ beside }) => beside === undefined);
    const named = plain.slice(0, said.length === NAMED + 1 ? NAMED + 1 : NAMED);
    const rest = said.length - named.length;
    const more = rest === 0 ? [] : [code(moreOf(stance, named.length), { count: rest })];
    return [
      code(`said.${stance}`, { options: listed([...named.map((one) => quoted(names, [one])), ...more]) }),
    ];
  });

const moreOf = (stance: Stance, named: number) => {
  if (named > 0) return 'said.more';
  return stance === 'silent' ? 'said.counted' : 'said.hanging';
};

/** Options with their articles, as they stand inside a sentence. */
export const quoted = (names: Names, options: readonly Omit<Position, 'stance'>[]): string =>
  listed(
    options.map(({ article, option }) => `“${names.option(article, option)}” (${names.article(article)})`),
  );

/** The same as a sentence. */
export const positionsText = (names: Names, by: DelegationId, positions: readonly Position[]): string =>
  code('event.position-taken', {
    by: names.delegation(by),
    positions: listed(positionClauses(names, positions)),
  });

/** Something that happened; where a delegation said something of the draft, all that it said in one go. */
export interface Told {
  readonly event: Event;
  readonly positions: readonly Position[];
}

/** Events as they are told: positions on several options that one delegation took one after the other are told together. */
export const inOneGo = (events: readonly Event[]): readonly Told[] => {
  const told: Told[] = [];
  for (const event of events) {
    const last = told.at(-1);
    if (event.kind !== 'position-taken') told.push({ event, positions: [] });
    else if (
      last?.event.kind === 'position-taken' &&
      last.event.by === event.by &&
      isNew(last, event.position)
    )
      told[told.length - 1] = { ...last, positions: [...last.positions, event.position] };
    else told.push({ event, positions: [event.position] });
  }
  return told;
};

/** Whoever speaks of an option again has changed its mind: that is told by itself. */
const isNew = ({ positions }: Told, { article, option }: Position): boolean =>
  !positions.some((other) => other.article === article && other.option === option);
