import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DeskProvider } from '../../../../src/client/panels/context.tsx';
import { ThoughtInShort, ThoughtOfYou } from '../../../../src/client/panels/play/ThoughtOfYou.tsx';
import { createScreen, type Belief, type Session } from '../../../../src/client/session/index.ts';
import { lay, open, view, type Mandate } from '../../../../src/engine/index.ts';
import { believedOfMe } from '../../../../src/delegates/index.ts';
import { tiny } from '../../../fixtures/index.ts';

const table = lay(tiny, 'thought');
const state = open(table);
const [me] = tiny.delegations;
if (me === undefined) throw new Error('nobody is there');
const seen = view(table, state, me.id);
const { own } = seen;
const belief = believedOfMe(tiny, seen);
if (own === undefined || belief === null) throw new Error('the seat has a mandate');

/** What stands there for a belief about the seat, with this mandate. */
const shown = (panel: () => ReactNode, of: Belief | null, mandate: Mandate = own.mandate): string => {
  const screen = createScreen();
  // Without a browser the first state is the one that is drawn.
  const store = { ...screen, getInitialState: screen.getState };
  store.setState({
    scenario: tiny,
    view: { ...seen, own: { ...own, mandate } },
    beliefs: tiny.delegations.map((_, place) => (place === own.index ? of : null)),
  });
  const session = {} as Session;
  const loadTable = () => Promise.reject(new Error('no table'));
  const page = createElement(DeskProvider, { value: { session, store, loadTable } }, createElement(panel));
  return renderToStaticMarkup(page)
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll(/\s+/gu, ' ');
};

const first = tiny.articles[0];
if (first === undefined) throw new Error('no article');
/** Hundredths of a point for each option of the first article. */
const wanting = (row: readonly number[]): Mandate => ({
  ...own.mandate,
  table: own.mandate.table.with(0, row),
  redLines: [],
});
const liking = (row: readonly number[]): Belief => ({
  ...belief,
  likes: belief.likes.with(0, row),
  redLines: belief.redLines.map((options) => options.map(() => 0)),
});
const options = first.options.map(({ label }) => label['en'] ?? '');
const row = (value: (option: number) => number): readonly number[] => first.options.map((_, k) => value(k));

describe('what they think you want', () => {
  it('is marked as an estimate, with what it rests on', () => {
    const words = shown(ThoughtOfYou, belief);
    expect(words).toContain('What they think you want estimate');
    expect(words).toContain('said and done in the open');
  });

  it('is right where one’s mandate has the same option at the top, and says what one wants where it is wrong', () => {
    const thought = liking(row((option) => (option === 1 ? 100 : 0)));
    const same = shown(ThoughtOfYou, thought, wanting(row((option) => (option === 1 ? 2_000 : 0))));
    expect(same).toContain(`✓ right: ${first.short['en'] ?? ''}: ${options[1] ?? ''}`);
    const another = shown(ThoughtOfYou, thought, wanting(row((option) => (option === 0 ? 2_000 : 0))));
    expect(another).toContain(`✗ wrong: ${first.short['en'] ?? ''}: ${options[1] ?? ''}`);
    expect(another).toContain(`You want: ${options[0] ?? ''}`);
  });

  it('tells a red line of one’s own from one that is only suspected', () => {
    const suspected: Belief = {
      ...liking(row(() => 0)),
      redLines: belief.redLines.map((chances, k) =>
        chances.map((_, option) => (k === 0 && option === 1 ? 70 : 0)),
      ),
    };
    const mandate = wanting(row(() => 0));
    expect(shown(ThoughtOfYou, suspected, mandate)).toContain(
      `red line: ${options[1] ?? ''} suspected: 70 %, it is none`,
    );
    const real = { ...mandate, redLines: [{ article: first.id, option: 1 }] };
    expect(shown(ThoughtOfYou, suspected, real)).toContain(`red line: ${options[1] ?? ''} suspected: 70 % `);
  });

  it('is not there where the scenario keeps it', () => {
    const inShort = (): ReactNode => createElement(ThoughtInShort, { onCompare: () => undefined });
    expect(shown(inShort, belief)).toContain(`You would join the draft: about ${String(belief.joins)} %`);
    expect(shown(inShort, null)).toBe('');
    expect(shown(ThoughtOfYou, null)).toBe('');
  });
});
