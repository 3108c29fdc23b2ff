import { describe, expect, it } from 'vitest';
import { appraisePackage, appraiseText, believe, believedOfMe, chair } from '../../src/delegates/index.ts';
import {
  lay,
  open,
  plainWorth,
  standingText,
  view,
  type DelegationId,
  type Pledge,
  type Scenario,
  type SeatId,
  type Stance,
  type View,
} from '../../src/engine/index.ts';
import { asDeal, asPromise } from '../../src/engine/seat.ts';
import { diceOf, newYork, play, turnsOf } from './play.ts';

const scenario = newYork();
const laid = lay(scenario, 'beliefs');
const state = open(laid);
const idAt = (place: number): DelegationId => {
  const id = scenario.delegations[place]?.id;
  if (id === undefined) throw new Error('no such seat');
  return id;
};
const seen = view(laid, state, idAt(0));
const game = play(scenario, 'beliefs');

/** The same view after somebody has said something of one option. */
const having = (now: View, place: number, article: number, option: number, stance: Stance): View => ({
  ...now,
  stances: now.stances.map((rows, seat) =>
    seat === place ? rows.with(article, (rows[article] ?? []).with(option, stance)) : rows,
  ),
});

describe('what somebody believes of others', () => {
  const beliefs = believe(scenario, seen);

  it('is about all others and not about itself', () => {
    expect(beliefs.map((belief) => belief?.delegation ?? null)).toEqual(
      scenario.delegations.map(({ id }, place) => (place === 0 ? null : id)),
    );
  });

  it('has likes from 0 to 100, weights that add up to about 100, chances in percent', () => {
    for (const belief of beliefs) {
      if (belief === null) continue;
      for (const row of belief.likes) {
        expect(Math.min(...row)).toBe(0);
        expect(Math.max(...row)).toBe(100);
      }
      const sum = belief.weights.reduce((total, weight) => total + weight, 0);
      expect(Math.abs(sum - 100)).toBeLessThanOrEqual(belief.weights.length / 2);
      const chances = [...belief.redLines.flat(), belief.joins];
      expect(Math.min(...chances)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...chances)).toBeLessThanOrEqual(100);
      expect(belief.reservation.low).toBeLessThan(belief.reservation.high);
    }
  });

  it('holds a red line for gone when its owner can live with the option, and for likelier when it objects', () => {
    const line = scenario.delegations
      .flatMap(({ redLines }, place) => redLines.map((one) => ({ one, place })))
      .find(({ one, place }) => place !== 0 && one.chance > 20 && one.chance < 80);
    if (line === undefined) throw new Error('the scenario has no uncertain red line');
    const article = scenario.articles.findIndex(({ id }) => id === line.one.article);
    const option = line.one.options[0] ?? 0;
    const chance = (now: View): number =>
      believe(scenario, now)[line.place]?.redLines[article]?.[option] ?? Number.NaN;
    // Late, when one objects to less: early one speaks against much that one could live with in the end.
    const late = { ...seen, session: scenario.sessions.length - 1, phase: 'drafting' } as const;
    const silent = chance(having(late, line.place, article, option, 'silent'));
    expect(chance(having(late, line.place, article, option, 'accept'))).toBe(0);
    expect(chance(having(late, line.place, article, option, 'object'))).toBeGreaterThan(silent);
  });

  it('finds an option liked more after support than after an objection', () => {
    const liked = scenario.articles.flatMap((article, place) =>
      article.options.map((_, option) => {
        const like = (stance: Stance): number =>
          believe(scenario, having(seen, 3, place, option, stance))[3]?.likes[place]?.[option] ?? Number.NaN;
        return { support: like('support'), object: like('object') };
      }),
    );
    expect(liked.filter(({ support, object }) => support < object)).toEqual([]);
    // What all the ranges agree upon, no word can shake.
    expect(liked.filter(({ support, object }) => support > object).length).toBeGreaterThan(liked.length / 3);
  });

  it('comes nearer the truth than chance: texts thought likelier to be joined are better for whoever should join', () => {
    const answers = turnsOf(game, 'answer');
    expect(answers.length).toBeGreaterThan(10);
    let right = 0;
    let compared = 0;
    for (const { before, view: now } of answers) {
      const text = now.decision?.text ?? [];
      const worse = text.map(() => 0);
      const guesses = [text, worse].map((one) => appraiseText(scenario, now, one));
      guesses[0]?.forEach(({ delegation, joins }, place) => {
        const mandate = before.mandates[scenario.delegations.findIndex(({ id }) => id === delegation)];
        if (mandate === undefined) return;
        compared += 1;
        const better = plainWorth(mandate, text) > plainWorth(mandate, worse);
        if (joins > (guesses[1]?.[place]?.joins ?? 0) === better) right += 1;
      });
    }
    expect(right / compared).toBeGreaterThan(0.85);
  });
});

describe('what the others believe of oneself', () => {
  const late = turnsOf(game, 'put').at(-1)?.before ?? state;

  it('is what whoever only listens believes, whatever has been said and done', () => {
    const heard = believe(scenario, view(game.table, late, 'observer'));
    scenario.delegations.forEach(({ id }, place) => {
      expect(believedOfMe(scenario, view(game.table, late, id))).toEqual(heard[place]);
    });
  });

  it('is what another delegation believes that has found out nothing alone', () => {
    const others = believe(scenario, view(laid, state, idAt(3)));
    expect(believedOfMe(scenario, seen)).toEqual(others[0]);
  });

  it('is nothing for whoever has no delegation', () => {
    for (const seat of ['chair', 'observer'] as const)
      expect(believedOfMe(scenario, view(game.table, late, seat))).toBeNull();
  });

  it('does not move with anything that only oneself knows: mandate, means, secrets found out', () => {
    const now = view(game.table, late, idAt(2));
    const [own, other] = [now.own, view(game.table, late, idAt(4)).own];
    if (own === undefined || other === undefined) throw new Error('no such seat');
    const [redLine] = other.mandate.redLines;
    if (redLine === undefined) throw new Error('no red line');
    const elsewise: View = {
      ...now,
      own: {
        ...other,
        delegation: own.delegation,
        index: own.index,
        secrets: [{ by: own.delegation, about: own.delegation, redLine }],
      },
    };
    expect(believedOfMe(scenario, elsewise)).toEqual(believedOfMe(scenario, now));
  });

  it('moves with a promise against the draft that all have heard of, not with one in private', () => {
    const [by, to] = [idAt(0), idAt(1)];
    const containing = scenario.articles.slice(0, 1).map(({ id, draft }) => ({ article: id, option: draft }));
    const promised = (known: boolean): View => {
      const pledge: Pledge = {
        id: asPromise('word'),
        deal: asDeal('word'),
        undertaking: { kind: 'oppose', by, to, containing },
        state: 'open',
        open: known,
      };
      return { ...seen, pledges: [pledge] };
    };
    const before = believedOfMe(scenario, seen);
    expect(believedOfMe(scenario, promised(false))).toEqual(before);
    expect(believedOfMe(scenario, promised(true))?.joins).toBeLessThan(before?.joins ?? 0);
  });
});

describe('an estimate of a package', () => {
  const [giver, taker] = firstDeed(scenario);

  it('is given for the other parties only, as a range with a chance', () => {
    const found = appraisePackage(
      scenario,
      view(laid, state, giver.by),
      [giver.item],
      [giver.by, taker],
      true,
    );
    expect(found.map(({ delegation }) => delegation)).toEqual([taker]);
    for (const { low, high, accepts } of found) {
      expect(low).toBeLessThan(high);
      expect(accepts).toBeGreaterThan(50);
    }
  });

  it('finds the same package less welcome to whoever would have to give', () => {
    const asked = appraisePackage(scenario, view(laid, state, taker), [giver.item], [giver.by, taker], true);
    expect(asked.map(({ delegation }) => delegation)).toEqual([giver.by]);
    expect(asked[0]?.accepts).toBeLessThan(50);
  });
});

function firstDeed(of: Scenario) {
  for (const concession of of.concessions)
    for (const { delegation: by } of concession.givers)
      for (const { delegation: to } of concession.receivers)
        if (by !== to)
          return [
            { by, item: { kind: 'deed', by, to, concession: concession.id, when: { on: 'now' } } as const },
            to,
          ] as const;
  throw new Error('the scenario has no deed');
}

describe('the Chair', () => {
  it('issues a draft in every drafting phase, with an option for every article and no brackets where it is settled', () => {
    const drafts = turnsOf(game, 'draft');
    expect(drafts.length).toBeGreaterThanOrEqual(game.last.session + 1);
    for (const { command } of drafts) {
      expect(command.articles).toHaveLength(scenario.articles.length);
      for (const { option, brackets, settled } of command.articles) {
        expect(brackets).not.toContain(option);
        expect(settled && brackets.length > 0).toBe(false);
      }
    }
  });

  it('settles nothing to which somebody objects', () => {
    const wrong = turnsOf(game, 'draft').flatMap(({ command, before }) =>
      command.articles.flatMap(({ option, settled }, article) =>
        settled && before.stances.some((rows) => rows[article]?.[option] === 'object') ? [article] : [],
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('does not put a text again that has just failed', () => {
    const again = turnsOf(game, 'put').filter(({ command, before }) =>
      before.tried.some(({ text }) => text.join() === command.text.join()),
    );
    expect(again).toEqual([]);
  });

  it('needs no mandate: it sees none, and with others drawn behind the same words it drafts the same', () => {
    const drafting = turnsOf(game, 'draft')[0];
    if (drafting === undefined) throw new Error('no draft');
    const { before } = drafting;
    const others = { ...before, mandates: open(lay(scenario, 'another draw')).mandates };
    const seat: SeatId = 'chair';
    const one = view(laid, before, seat);
    const other = view(laid, others, seat);
    expect(one.own).toBeUndefined();
    expect(chair(scenario).act(other, diceOf('beliefs', seat))).toEqual(
      chair(scenario).act(one, diceOf('beliefs', seat)),
    );
    expect(standingText(one.articles)).toHaveLength(scenario.articles.length);
  });
});
