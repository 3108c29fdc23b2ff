import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf } from '../../../src/client/i18n/in-short.ts';
import { inOneGo, positionsInShort, positionsText } from '../../../src/client/i18n/positions.ts';
import { namesOf } from '../../../src/client/i18n/names.ts';
import { asArticle, asDelegation, type Position, type Stance } from '../../../src/engine/seat.ts';
import { tiny } from '../../fixtures/index.ts';

const names = namesOf(tiny);
const [first, second] = tiny.articles.map(({ id }) => id);
const kest = asDelegation('KEST');
const at = (article: string | undefined, option: number, stance: Stance): Position => ({
  article: asArticle(article ?? ''),
  option,
  stance,
});
const said = (...positions: readonly Position[]): string => positionsText(names, kest, positions);

describe('what a delegation says of the draft', () => {
  const [one, other] = [names.article(first ?? ''), names.article(second ?? '')];

  it('is one sentence, what it wants first, and what it says alike of several in one clause', () => {
    expect(said(at(first, 2, 'object'), at(second, 1, 'support'), at(first, 1, 'support'))).toBe(
      `Kestria supports “${names.option(second ?? '', 1)}” (${other}) and “${names.option(first ?? '', 1)}” (${one}) and objects to “${names.option(first ?? '', 2)}” (${one}).`,
    );
  });

  it('calls it by its name to object to an article’s having no text', () => {
    expect(said(at(first, 0, 'object'), at(second, 0, 'object'))).toBe(
      `Kestria objects to having no text on “${one}” and “${other}”.`,
    );
    expect(said(at(first, 0, 'accept'))).toContain(names.option(first ?? '', 0));
  });

  it('says beside what it stands', () => {
    const beside = { article: asArticle(second ?? ''), option: 1 };
    expect(said({ ...at(first, 0, 'object'), beside })).toBe(
      `Kestria objects to “${names.option(first ?? '', 0)}” (${one}) while the draft says “${names.option(second ?? '', 1)}” (${other}).`,
    );
  });

  it('says together what hangs on the same of the draft', () => {
    const beside = { article: asArticle(second ?? ''), option: 1 };
    const elsewhere = { article: asArticle(second ?? ''), option: 0 };
    expect(
      said(
        { ...at(first, 1, 'object'), beside },
        { ...at(first, 0, 'object'), beside: elsewhere },
        { ...at(first, 2, 'object'), beside },
      ),
    ).toBe(
      `Kestria objects to “${names.option(first ?? '', 1)}” (${one}) and “${names.option(first ?? '', 2)}” (${one}) while the draft says “${names.option(second ?? '', 1)}” (${other}) and objects to “${names.option(first ?? '', 0)}” (${one}) while the draft says “${names.option(second ?? '', 0)}” (${other}).`,
    );
  });

  it('is told together where it was said in one go, and by one delegation', () => {
    const mara = asDelegation('MARA');
    const taken = (by: typeof kest, option: number) =>
      ({ kind: 'position-taken', by, position: at(first, option, 'accept') }) as const;
    const told = inOneGo([taken(kest, 1), taken(kest, 2), taken(mara, 1), taken(kest, 0)]);
    expect(told.map(({ positions }) => positions.map(({ option }) => option))).toEqual([[1, 2], [1], [0]]);
    // A change of mind is told after what was said first.
    const changed = inOneGo([taken(kest, 1), taken(kest, 2), taken(kest, 1)]);
    expect(changed.map(({ positions }) => positions.length)).toEqual([2, 1]);
  });
});

describe('what is said of many options, in short', () => {
  const stances: readonly Stance[] = ['support', 'accept', 'object', 'silent'];
  const options = tiny.articles.flatMap(({ id, options: list }) =>
    [0, ...list.map((_, place) => place + 1)].map((option) => ({ article: id, option })),
  );
  const anyPosition = fc
    .record({
      option: fc.constantFrom(...options),
      stance: fc.constantFrom(...stances),
      beside: fc.option(fc.constantFrom(...options), { nil: undefined }),
    })
    .map(({ option, stance, beside }) => ({
      ...option,
      stance,
      ...(beside === undefined ? {} : { beside }),
    }));

  it('tells every option of each stance by name or in a number, and by name none that hangs on the draft', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyPosition, { selector: (p) => `${p.article} ${String(p.option)}`, minLength: 1 }),
        (positions) => {
          const clauses = positionsInShort(names, positions);
          const taken = stances.filter((stance) => positions.some((position) => position.stance === stance));
          expect(clauses).toHaveLength(taken.length);
          for (const [place, stance] of taken.entries()) {
            const clause = clauses[place] ?? '';
            const of = positions.filter((position) => position.stance === stance);
            const named = of.filter((position) =>
              clause.includes(
                `“${names.option(position.article, position.option)}” (${names.article(position.article)})`,
              ),
            );
            const counted = Number(/(\d+) (?:more|options?)/u.exec(clause)?.[1] ?? '0');
            expect(named.length + counted).toBe(of.length);
            expect(named.every(({ beside }) => beside === undefined)).toBe(true);
          }
        },
      ),
    );
  });

  it('stands for a long sentence only where it is much shorter', () => {
    const many = options.map((option) => ({ ...option, stance: 'object' as const }));
    const told = (positions: readonly Position[]) =>
      inOneGo(positions.map((position) => ({ kind: 'position-taken', by: kest, position }) as const));
    const [all] = told(many);
    const [few] = told(many.slice(0, 1));
    if (all === undefined || few === undefined) throw new Error('nothing told');
    const { text, short } = lineOf(names, all);
    expect(text).toBe(said(...many));
    expect(short?.length).toBeLessThan(text.length * 0.7 + 1);
    expect(lineOf(names, few)).toEqual({ text: said(...many.slice(0, 1)) });
  });
});
