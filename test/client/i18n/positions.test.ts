import { describe, expect, it } from 'vitest';
import { positionsText } from '../../../src/client/i18n/positions.ts';
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
});
