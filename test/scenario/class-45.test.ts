import { describe, expect, it } from 'vitest';
import { sheetsOf, type Choice } from './sheets.ts';

/** The class's numbers against what its role sheets say of them, whatever else stands in the text, and against what a second class finds. */

const { scenario, share, worth, gained, best, feasible } = sheetsOf('class-45', 200);

/** What a text may well say on each article: nothing is said of texts that nobody works for. */
const LIKELY: Readonly<Record<string, readonly string[]>> = {
  SHIELD: ['care', 'list'],
  PROOF: ['ask', 'show'],
  MONEY: ['portal', 'fund'],
  PHONE: ['book', 'line'],
  FORM: ['norms', 'programme'],
  ROOM: ['quiet', 'named'],
};
const USUAL: Choice = {
  SHIELD: 'list',
  PROOF: 'show',
  MONEY: 'fund',
  PHONE: 'line',
  FORM: 'norms',
  ROOM: 'named',
};

/** All likely texts with these options in them. */
const textsWith = (fixed: Choice): readonly Choice[] =>
  Object.entries(LIKELY).reduce<readonly Choice[]>(
    (texts, [article, options]) =>
      texts.flatMap((text) =>
        (fixed[article] === undefined ? options : [fixed[article]]).map((option) => ({
          ...text,
          [article]: option,
        })),
      ),
    [{}],
  );

interface Sentence {
  readonly id: string;
  readonly says: string;
  readonly better: Choice;
  readonly worse: Choice;
  /** In which texts it is meant to hold; in all if left out. */
  readonly only?: Choice;
}

const SENTENCES: readonly Sentence[] = [
  { id: 'US', says: 'no treaty', better: { FORM: 'norms' }, worse: { FORM: 'treaty' } },
  {
    id: 'US',
    says: 'a list with a line to ring',
    better: { SHIELD: 'list', PHONE: 'line' },
    worse: { SHIELD: 'list', PHONE: 'book' },
  },
  {
    id: 'US',
    says: 'the list is worth something',
    better: { SHIELD: 'list' },
    worse: { SHIELD: 'care' },
    only: { PHONE: 'line' },
  },
  { id: 'US', says: 'companies in the room', better: { ROOM: 'named' }, worse: { ROOM: 'quiet' } },
  {
    id: 'US',
    says: 'the rules that exist are enough',
    better: { FORM: 'norms' },
    worse: { FORM: 'programme' },
  },
  { id: 'RU', says: 'whoever accuses shows evidence', better: { PROOF: 'show' }, worse: { PROOF: 'ask' } },
  { id: 'RU', says: 'a line between capitals', better: { PHONE: 'line' }, worse: { PHONE: 'book' } },
  { id: 'RU', says: 'the treaty stays possible', better: { FORM: 'norms' }, worse: { FORM: 'programme' } },
  { id: 'CN', says: 'no blame without evidence', better: { PROOF: 'show' }, worse: { PROOF: 'ask' } },
  { id: 'CN', says: 'a fund', better: { MONEY: 'fund' }, worse: { MONEY: 'portal' } },
  {
    id: 'CN',
    says: 'a door to shut, in a programme',
    better: { ROOM: 'quiet' },
    worse: { ROOM: 'named' },
    only: { FORM: 'programme' },
  },
  { id: 'EU', says: 'a programme', better: { FORM: 'programme' }, worse: { FORM: 'norms' } },
  {
    id: 'EU',
    says: 'in many games a red line: no treaty',
    better: { FORM: 'norms' },
    worse: { FORM: 'treaty' },
  },
  { id: 'EU', says: 'hospitals and power on a list', better: { SHIELD: 'list' }, worse: { SHIELD: 'care' } },
  { id: 'EU', says: 'no secret no', better: { ROOM: 'named' }, worse: { ROOM: 'quiet' } },
  { id: 'BR', says: 'evidence before blame', better: { PROOF: 'show' }, worse: { PROOF: 'ask' } },
  { id: 'BR', says: 'more than a web page', better: { MONEY: 'fund' }, worse: { MONEY: 'portal' } },
  {
    id: 'BR',
    says: 'a list without money binds the poor',
    better: { MONEY: 'fund' },
    worse: { MONEY: 'portal' },
    only: { SHIELD: 'list' },
  },
  { id: 'KE', says: 'a fund', better: { MONEY: 'fund' }, worse: { MONEY: 'portal' } },
  {
    id: 'KE',
    says: 'a list if somebody pays',
    better: { SHIELD: 'list' },
    worse: { SHIELD: 'care' },
    only: { MONEY: 'fund' },
  },
  {
    id: 'KE',
    says: 'and only then',
    better: { SHIELD: 'care' },
    worse: { SHIELD: 'list' },
    only: { MONEY: 'portal' },
  },
  { id: 'KE', says: 'a number that answers', better: { PHONE: 'line' }, worse: { PHONE: 'book' } },
];

/** A change of a text, what it is changed from, and in which texts it counts; in all if left out. */
type Change = readonly [Choice, Choice, Choice?];
const SHOW: Change = [{ PROOF: 'show' }, { PROOF: 'ask' }];
const FUND: Change = [{ MONEY: 'fund' }, { MONEY: 'portal' }];
const LINE: Change = [{ PHONE: 'line' }, { PHONE: 'book' }];
const LIST: Change = [{ SHIELD: 'list' }, { SHIELD: 'care' }];
const PAID_LIST: Change = [LIST[0], LIST[1], { MONEY: 'fund' }];
const LIST_AND_LINE: Change = [
  { ...LIST[0], ...LINE[0] },
  { ...LIST[1], ...LINE[1] },
];
const NAMED: Change = [{ ROOM: 'named' }, { ROOM: 'quiet' }];
const SHUT_DOOR: Change = [NAMED[1], NAMED[0], { FORM: 'programme' }];
const PROGRAMME: Change = [{ FORM: 'programme' }, { FORM: 'norms' }];
const NO_PROGRAMME: Change = [PROGRAMME[1], PROGRAMME[0]];
const NO_TREATY: Change = [{ FORM: 'norms' }, { FORM: 'treaty' }];

/** What a sheet tells to bring home, and what it does not. */
const MISSIONS: readonly {
  readonly id: string;
  readonly home: readonly Change[];
  readonly other: readonly Change[];
}[] = [
  { id: 'US', home: [LIST_AND_LINE, NAMED, NO_TREATY], other: [SHOW, FUND] },
  { id: 'RU', home: [SHOW, LINE, NO_PROGRAMME], other: [FUND, LIST] },
  { id: 'CN', home: [SHOW, FUND, SHUT_DOOR], other: [LINE, LIST] },
  { id: 'EU', home: [PROGRAMME, LIST, NAMED], other: [SHOW, LINE, FUND] },
  { id: 'BR', home: [SHOW, FUND], other: [LINE] },
  { id: 'KE', home: [FUND, PAID_LIST, LINE], other: [PROGRAMME, SHOW] },
];

it.each(MISSIONS)(
  'what $id is to bring home is worth more to it than what it is not',
  ({ id, home, other }) => {
    const swing = ([better, worse, only = {}]: Change): number => {
      const texts = textsWith({ ...only, ...better });
      const gains = texts.map((text) => gained(id, text, { ...text, ...worse }));
      return gains.reduce((sum, one) => sum + one, 0) / gains.length;
    };
    const least = Math.min(...home.map(swing));
    for (const one of other) expect(Math.abs(swing(one))).toBeLessThan(least);
  },
);

it('every linkage is for each delegation of one sign in all games', () => {
  for (const { worth: worths } of scenario.linkages)
    for (const { points } of worths) expect(points.min * points.max).toBeGreaterThan(0);
});

interface Secret {
  readonly id: string;
  readonly says: string;
  /** In what share of the games at least, 0 to 1. */
  readonly least: number;
  readonly is: Parameters<typeof share>[1];
}

describe('what a role sheet says', () => {
  it.each(SENTENCES)(
    'to $id is so, whatever else may well be in the text: $says',
    ({ id, better, worse, only = {} }) => {
      const texts = textsWith({ ...only, ...better });
      const kept = texts.map((text) =>
        share(id, (mandate) => worth(mandate, text) > worth(mandate, { ...text, ...worse })),
      );
      expect(kept.reduce((sum, one) => sum + one, 0) / kept.length).toBeGreaterThanOrEqual(0.9);
      expect(Math.min(...kept)).toBeGreaterThanOrEqual(0.75);
    },
  );

  it.each<Secret>([
    {
      id: 'US',
      says: 'evidence hurts less than a name on a no brings',
      least: 0.75,
      is: (mandate) =>
        worth(mandate, { ...USUAL, PROOF: 'ask' }) - worth(mandate, USUAL) <
        worth(mandate, USUAL) - worth(mandate, { ...USUAL, ROOM: 'quiet' }),
    },
    {
      id: 'RU',
      says: 'promises with evidence would do, in any such text that shuts the door',
      least: 0.9,
      is: (mandate) =>
        textsWith({ FORM: 'norms', PROOF: 'show', ROOM: 'quiet' }).every(
          (text) => worth(mandate, text) > mandate.reservation,
        ),
    },
    {
      id: 'KE',
      says: 'treaty or promise matters less than half of what money does',
      least: 0.9,
      is: (mandate) => {
        const forms = ['norms', 'programme', 'treaty'].map((form) =>
          worth(mandate, { ...USUAL, FORM: form }),
        );
        return (
          Math.max(...forms) - Math.min(...forms) <
          (worth(mandate, USUAL) - worth(mandate, { ...USUAL, MONEY: 'portal' })) / 2
        );
      },
    },
  ])('the secret of $id is true: $says', ({ id, least, is }) => {
    expect(share(id, is)).toBeGreaterThanOrEqual(least);
  });
});

it('has another best text in other games, and none is best in two of three', () => {
  const [most = 1, ...others] = best();
  expect(feasible()).toBeGreaterThan(0.75);
  expect(others.length).toBeGreaterThanOrEqual(3);
  expect(most).toBeLessThan(0.6);
});
