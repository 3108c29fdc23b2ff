import { describe, expect, it } from 'vitest';
import { inOneGo, positionsText } from '../../../src/client/i18n/positions.ts';
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
