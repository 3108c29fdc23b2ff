import { describe, expect, it } from 'vitest';
import {
  articleOf,
  chapters,
  evolve,
  lay,
  open,
  placeOf,
  view,
  whyThisText,
  type Reason,
  type Text,
  type View,
} from '../../src/engine/index.ts';
import { agentNamed, playMachines } from '../../src/trial/index.ts';
import { tiny } from '../fixtures/index.ts';

const games = Array.from({ length: 12 }, (_, k) =>
  playMachines(
    lay(tiny, `why-text/${String(k)}`),
    new Map(tiny.delegations.map(({ id }) => [id, agentNamed(tiny, k % 2 === 0 ? 'seasoned' : 'hard', id)])),
  ),
);

/** Every draft and text of the Chair, with what everybody saw just before it. */
const acts = games.flatMap(({ table, moves }) => {
  let state = open(table);
  return moves.flatMap(({ move, events, because }) => {
    const before = state;
    state = events.reduce((now, event) => evolve(table, now, event), state);
    const { command } = move;
    if (command.kind !== 'draft' && (command.kind !== 'put' || command.amendment !== undefined)) return [];
    const text: Text = command.kind === 'put' ? command.text : command.articles.map(({ option }) => option);
    return [{ kind: command.kind, text, because, table, before, after: state }];
  });
});

/** Whether somebody is on record against what a text says in an article, worked out from positions and answers alone. */
const isAgainst = (
  seen: View,
  refused: Text | undefined,
  seat: number,
  place: number,
  text: Text,
): boolean => {
  const option = text[place] ?? 0;
  const id = tiny.delegations[seat]?.id;
  const article = tiny.articles[place]?.id;
  const answers = seen.log
    .flatMap(({ events }) => events)
    .flatMap((event) => (event.kind === 'decided' ? [event] : []))
    .at(-1)?.answers;
  const said =
    refused?.[place] === option &&
    (answers ?? []).some(
      ({ by, answer, articles }) =>
        by === id && answer === 'object' && articles.some((one) => one === article),
    );
  return said || (seen.stances[seat]?.[place]?.[option] === 'object' && !isLifted(seen, seat, place, text));
};

/** Whether the position was taken beside something that a text does not say. */
const isLifted = (seen: View, seat: number, place: number, text: Text): boolean => {
  const id = tiny.delegations[seat]?.id;
  const article = tiny.articles[place]?.id;
  const positions = seen.log
    .flatMap(({ events }) => events)
    .flatMap((event) =>
      event.kind === 'spoke' && event.by === id
        ? event.positions
        : event.kind === 'position-taken' && event.by === id
          ? [event.position]
          : [],
    );
  const beside = positions.findLast((one) => one.article === article && one.option === text[place])?.beside;
  return beside !== undefined && text[placeOf(tiny, 'article', beside.article)] !== beside.option;
};

/** What a reason says, checked against the record. */
const isTrue = (reason: Reason, seen: View, before: Text, refused: Text | undefined, text: Text): boolean => {
  const against = (place: number, what: Text): readonly string[] =>
    tiny.delegations.flatMap(({ id }, seat) => (isAgainst(seen, refused, seat, place, what) ? [id] : []));
  const places = tiny.articles.map((_, place) => place);
  if (reason.code === 'meets-objections') {
    const place = tiny.articles.indexOf(articleOf(tiny, reason.article));
    const [was, now] = [before[place] ?? 0, text[place] ?? 0];
    const met = against(place, before).filter((id) => !against(place, text).includes(id));
    return was !== now && reason.of.length > 0 && met.join() === reason.of.join();
  }
  if (reason.code === 'objections-remain') {
    const left = places.filter((place) => against(place, text).length > 0);
    const all = new Set(left.flatMap((place) => against(place, text)));
    return (
      left
        .map((place) => tiny.articles[place]?.id ?? '')
        .toSorted()
        .join() === reason.articles.toSorted().join() &&
      all.size === reason.of.length &&
      reason.of.every((id) => all.has(id))
    );
  }
  return reason.code === 'no-objections' && places.every((place) => against(place, text).length === 0);
};

describe('why the Chair puts this text', () => {
  it('there are drafts and texts that meet objections, and that leave some', () => {
    const codes = new Set(acts.flatMap(({ because }) => because.map(({ code }) => code)));
    expect([...codes].toSorted()).toEqual(['meets-objections', 'objections-remain']);
    expect(new Set(acts.map(({ kind }) => kind)).size).toBe(2);
  });

  it('every stated reason can be rebuilt from positions and answers on record', () => {
    for (const { kind, text, because, table, before } of acts) {
      const seen = view(table, before, 'observer');
      const refused = kind === 'draft' ? undefined : before.tried.at(-1)?.text;
      const standing = before.articles.map(({ option }) => option);
      for (const reason of because)
        expect(isTrue(reason, seen, refused ?? standing, refused, text), JSON.stringify(reason)).toBe(true);
    }
  });

  it('there are one to three, and none that meets is left out for one that meets fewer', () => {
    for (const { because } of acts) {
      expect(because.length).toBeGreaterThanOrEqual(1);
      expect(because.length).toBeLessThanOrEqual(3);
      const met = because.flatMap((reason) => (reason.code === 'meets-objections' ? [reason.of.length] : []));
      expect(met).toEqual(met.toSorted((a, b) => b - a));
    }
  });

  it('what players read while it is before the room is what the Chair has recorded, in every seat', () => {
    for (const { kind, text, because, table, after } of acts) {
      if (kind !== 'put') continue;
      for (const seat of [...tiny.delegations.map(({ id }) => id), 'observer', 'chair'] as const)
        expect(whyThisText(tiny, view(table, after, seat), text)).toEqual(because);
    }
  });

  it('is part of no event, so that no state and no fingerprint knows of it', () => {
    for (const { after } of acts)
      expect(JSON.stringify(chapters(after))).not.toMatch(
        /meets-objections|objections-remain|no-objections/u,
      );
  });

  const table = lay(tiny, 'why-text');
  const [shield, proof] = tiny.articles.map(({ id }) => id);
  const [kest] = tiny.delegations.map(({ id }) => id);
  if (shield === undefined || proof === undefined || kest === undefined) throw new Error('a tiny table');
  const objecting = (beside?: { readonly article: typeof proof; readonly option: number }): View => {
    const seen = view(table, open(table), 'observer');
    const position = {
      article: shield,
      option: 2,
      stance: 'object',
      ...(beside === undefined ? {} : { beside }),
    } as const;
    const last = seen.log.at(-1) ?? { session: 0, phase: 'briefing', events: [] };
    return {
      ...seen,
      stances: seen.stances.map((rows, seat) =>
        seat === 0 ? rows.with(0, (rows[0] ?? []).with(2, 'object')) : rows,
      ),
      log: [...seen.log, { ...last, events: [{ kind: 'position-taken', by: kest, position }] }],
    };
  };
  const textOf = (seen: View, first: number, second: number): Text =>
    seen.articles
      .map(({ option }) => option)
      .with(0, first)
      .with(1, second);

  it('does not count an objection that was made beside something which the text does not say', () => {
    const seen = objecting({ article: proof, option: 1 });
    expect(whyThisText(tiny, seen, textOf(seen, 2, 1))).toContainEqual(
      expect.objectContaining({ code: 'objections-remain', articles: [shield], of: [kest] }),
    );
    expect(whyThisText(tiny, seen, textOf(seen, 2, 2))).toEqual([{ code: 'no-objections' }]);
    const plain = objecting();
    expect(whyThisText(tiny, plain, textOf(plain, 2, 2)).map(({ code }) => code)).toContain(
      'objections-remain',
    );
  });

  it('does not say that nobody has objected to a text that was just refused without a word on any article', () => {
    const seen = view(table, open(table), 'observer');
    const text = seen.articles.map(({ option }) => option);
    const last = seen.log.at(-1) ?? { session: 0, phase: 'decision', events: [] };
    const refused: View = {
      ...seen,
      tried: [{ text, method: 'consensus' }],
      log: [
        ...seen.log,
        {
          ...last,
          events: [
            {
              kind: 'decided',
              text,
              method: 'consensus',
              adopted: false,
              valid: true,
              answers: [{ by: kest, answer: 'object', articles: [], because: [] }],
            },
          ],
        },
      ],
    };
    expect(whyThisText(tiny, refused, text)).toEqual([
      { code: 'objections-remain', articles: [], of: [kest] },
    ]);
  });
});
