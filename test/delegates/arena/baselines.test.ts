import { describe, expect, it } from 'vitest';
import { chanceOf } from '../../../src/delegates/arena/chance.ts';
import {
  layTable,
  STRATEGIES,
  timeAt,
  type Action,
  type Brief,
  type NegotiatorName,
} from '../../../src/delegates/arena/index.ts';
import { domainOf } from './domains.ts';

/** One issue of 101 values: value k is worth 1 - k/100 to me. The other party wants the opposite. */
const scale = layTable(
  domainOf('scale', [
    [Array.from({ length: 101 }, (_, k) => (100 - k) / 100)],
    [Array.from({ length: 101 }, (_, k) => k / 100)],
  ]),
  '1',
);
const seated = (name: NegotiatorName, reservation = 0, rounds = 99, parties = 2) => {
  const brief: Brief = {
    outcomes: scale.outcomes,
    mine: scale.utilities[0] ?? new Float64Array(),
    order: scale.orders[0] ?? new Uint32Array(),
    reservation,
    seat: 0,
    parties,
    rounds,
    chance: chanceOf('x'),
  };
  return STRATEGIES[name](brief);
};
/** Own utility of an offer in hundredths; 'accept' or 'leave'. */
const said = (action: Action): number | string =>
  action.kind === 'offer' ? 100 - action.outcome : action.kind;

describe('time-dependent negotiators', () => {
  it('follow 1 - t^e over the range above the reservation value, t = (round + 1) / (rounds + 1)', () => {
    expect(timeAt(49, 99)).toBe(0.5);
    // t = .5: boulware 1 - 1/16 = .9375, linear .5, conceder 1 - .8409 = .1591; the worst outcome not below it.
    expect(said(seated('boulware').act(49, undefined))).toBe(94);
    expect(said(seated('linear').act(49, undefined))).toBe(50);
    expect(said(seated('conceder').act(49, undefined))).toBe(16);
    // With .4 reserved: .4 + .6 x the same = .9625, .7, .4955.
    expect(said(seated('boulware', 0.4).act(49, undefined))).toBe(97);
    expect(said(seated('linear', 0.4).act(49, undefined))).toBe(70);
    expect(said(seated('conceder', 0.4).act(49, undefined))).toBe(50);
  });

  it('accept what reaches the target and nothing less', () => {
    expect(said(seated('linear').act(49, { by: 1, outcome: 50 }))).toBe('accept');
    expect(said(seated('linear').act(49, { by: 1, outcome: 51 }))).toBe(50);
  });
});

describe('MiCRO', () => {
  it('makes a new offer only when the other has made as many different ones', () => {
    const agent = seated('micro');
    expect(said(agent.act(0, undefined))).toBe(100);
    expect(said(agent.act(1, undefined))).toBe(100);
    agent.hear({ by: 1, outcome: 100 });
    expect(said(agent.act(2, { by: 1, outcome: 100 }))).toBe(99);
    agent.hear({ by: 1, outcome: 100 });
    expect([99, 100]).toContain(said(agent.act(3, { by: 1, outcome: 100 })));
    agent.hear({ by: 1, outcome: 99 });
    expect(said(agent.act(4, { by: 1, outcome: 99 }))).toBe(98);
  });

  it('accepts what is worth the worst it would offer now', () => {
    const agent = seated('micro');
    agent.act(0, undefined);
    agent.hear({ by: 1, outcome: 1 });
    expect(said(agent.act(1, { by: 1, outcome: 1 }))).toBe('accept');
  });

  it('answers every new offer of anybody; MiCRO-Min waits for the slowest of several others', () => {
    const [any, slowest] = [seated('micro', 0, 99, 3), seated('micro-min', 0, 99, 3)];
    for (const agent of [any, slowest]) {
      agent.act(0, undefined);
      agent.hear({ by: 1, outcome: 100 });
      agent.hear({ by: 1, outcome: 99 });
    }
    expect(said(any.act(1, { by: 1, outcome: 99 }))).toBe(99);
    expect(said(slowest.act(1, { by: 1, outcome: 99 }))).toBe(100);
    slowest.hear({ by: 2, outcome: 98 });
    expect(said(slowest.act(2, { by: 2, outcome: 98 }))).toBe(99);
  });
});

describe('naive tit-for-tat', () => {
  it('opens with its best and two smallest steps, then loses what the last offer gives it', () => {
    const agent = seated('tit-for-tat');
    expect(said(agent.act(0, undefined))).toBe(100);
    expect(said(agent.act(1, { by: 1, outcome: 90 }))).toBe(99);
    // Given .2: it asks for .8; given .16 after that: .84.
    expect(said(agent.act(3, { by: 1, outcome: 80 }))).toBe(80);
    expect(said(agent.act(4, { by: 1, outcome: 84 }))).toBe(84);
  });

  it('takes half of its range above the reservation value and nothing less', () => {
    expect(said(seated('tit-for-tat').act(5, { by: 1, outcome: 50 }))).toBe('accept');
    expect(said(seated('tit-for-tat').act(5, { by: 1, outcome: 51 }))).toBe(51);
    // With .4 reserved: .7 is half of the range, .3 of .6; below that it asks for 1 less the share of what it was given.
    expect(said(seated('tit-for-tat', 0.4).act(5, { by: 1, outcome: 30 }))).toBe('accept');
    expect(said(seated('tit-for-tat', 0.4).act(5, { by: 1, outcome: 45 }))).toBe(75);
  });

  it('offers nothing below its reservation value', () => {
    // Given .45 of the range from .8 to 1 it would ask for .55.
    expect(said(seated('tit-for-tat', 0.8).act(5, { by: 1, outcome: 11 }))).toBe(80);
  });
});

describe('the hybrid', () => {
  it('goes by its Bézier curve until it has heard three offers, then by time and behaviour, twice a round', () => {
    const agent = seated('hybrid');
    // 101 outcomes: the end is .8. t = .5: .25 + 2 x .25 x .75 + .25 x .8 = .825.
    expect([82, 83]).toContain(said(agent.act(49, undefined)));
    for (const outcome of [90, 80, 70]) agent.hear({ by: 1, outcome });
    // Given .25 x .1 + .75 x .1 = .1, so .82 or .83 less .5 x 1.5 x .1; .75 of that and .25 x .825: .765 or .7725, so .76 or .77.
    // The same from there: .72 or .7275.
    expect([72, 73]).toContain(said(agent.act(49, { by: 1, outcome: 70 })));
  });

  it('accepts what is worth the bid it would make', () => {
    expect(said(seated('hybrid').act(49, { by: 1, outcome: 17 }))).toBe('accept');
    expect(said(seated('hybrid').act(49, { by: 1, outcome: 19 }))).not.toBe('accept');
  });
});

describe('the random negotiator', () => {
  it('accepts, leaves and offers by its chances', () => {
    const agent = seated('random');
    const counts = { accept: 0, leave: 0, offer: 0 };
    for (let k = 0; k < 10_000; k += 1) counts[agent.act(0, { by: 1, outcome: 0 }).kind] += 1;
    expect(counts.accept / 10_000).toBeCloseTo(0.15, 1);
    expect(counts.leave / 10_000).toBeCloseTo(0.1, 1);
  });
});

describe('our negotiator', () => {
  it('takes a good early offer of the only other, its first only if it is better still', () => {
    const agent = seated('ours');
    agent.hear({ by: 1, outcome: 25 });
    expect(said(agent.act(2, { by: 1, outcome: 25 }))).not.toBe('accept');
    expect(said(agent.act(2, { by: 1, outcome: 20 }))).toBe('accept');
    agent.hear({ by: 1, outcome: 100 });
    agent.hear({ by: 1, outcome: 25 });
    expect(said(agent.act(2, { by: 1, outcome: 25 }))).toBe('accept');
    expect(said(agent.act(30, { by: 1, outcome: 25 }))).not.toBe('accept');
  });

  it('asks of one other for no more than .91 of its range', () => {
    const agent = seated('ours');
    for (const outcome of [100, 99]) agent.hear({ by: 1, outcome });
    // t = .31: 1 - .31^4 = .99.
    expect(said(agent.act(30, { by: 1, outcome: 10 }))).not.toBe('accept');
    expect(said(agent.act(30, { by: 1, outcome: 9 }))).toBe('accept');
  });

  /** With one other, by own utilities: `[issue][value]`. */
  const alone = (tables: readonly (readonly number[])[], reservation: number) => {
    const { outcomes, utilities, orders } = layTable(domainOf('alone', [tables, tables]), '1');
    const mine = utilities[0] ?? new Float64Array();
    const order = orders[0] ?? new Uint32Array();
    return STRATEGIES.ours({
      outcomes,
      mine,
      order,
      reservation,
      seat: 0,
      parties: 2,
      rounds: 100,
      chance: chanceOf('x'),
    });
  };

  it('believes that what was refused will be again by one who says nothing new', () => {
    // Outcomes 0 to 3 are worth .6, .4, .2, 0. The other began with 1 and insists on 2: 0 has half of each, and was refused.
    const tables = [
      [0.4, 0],
      [0.2, 0],
    ];
    const agent = alone(tables, 0);
    for (const outcome of [1, 2]) agent.hear({ by: 1, outcome });
    for (let round = 0; round < 99; round += 1) {
      agent.act(round, { by: 1, outcome: 2 });
      agent.hear({ by: 1, outcome: 2 });
    }
    expect(agent.act(99, { by: 1, outcome: 2 })).toEqual({ kind: 'accept' });
  });

  it('asks late for less and less of one other that never offered anything bearable', () => {
    // Outcome 2 k + 1 is worth .08 (10 - k), outcome 2 k .2 more; with .3 reserved, .44 is a gain of .2 in .7.
    const tables = [Array.from({ length: 11 }, (_, k) => 0.08 * (10 - k)), [0.2, 0]];
    const agent = alone(tables, 0.3);
    for (const outcome of [21, 19]) agent.hear({ by: 1, outcome });
    expect(agent.act(84, { by: 1, outcome: 9 }).kind).toBe('offer');
    expect(agent.act(96, { by: 1, outcome: 9 }).kind).toBe('accept');
  });

  it('asks of several for no more than eight tenths while it knows nothing, and concedes late', () => {
    const agent = seated('ours', 0, 99, 3);
    expect(said(agent.act(10, { by: 2, outcome: 21 }))).not.toBe('accept');
    expect(said(agent.act(10, { by: 2, outcome: 20 }))).toBe('accept');
    // t = .9: 1 - .9^5 = .4095; of four 1 - .9^4.5 = .378.
    expect(said(agent.act(89, { by: 2, outcome: 60 }))).not.toBe('accept');
    expect(said(agent.act(89, { by: 2, outcome: 59 }))).toBe('accept');
    expect(said(seated('ours', 0, 99, 4).act(89, { by: 2, outcome: 63 }))).not.toBe('accept');
    expect(said(seated('ours', 0, 99, 4).act(89, { by: 2, outcome: 62 }))).toBe('accept');
  });

  it('closes early as the last of several whose yes is missing', () => {
    // t = .11: .5 + 2 x .11 = .72. Seat 1 offers, seat 2 has said yes.
    const agent = seated('ours', 0, 99, 3);
    expect(said(agent.act(10, { by: 1, outcome: 29 }))).not.toBe('accept');
    expect(said(agent.act(10, { by: 1, outcome: 28 }))).toBe('accept');
  });

  it('offers what suits both, in the last rounds, of two others who shut out each other', () => {
    // One issue that the second cares for, one that the third cares for, and its own; each wants the first value and nothing else.
    const flat = [0.5, 0.5, 0.5];
    const own = [1, 0, 0];
    const table = layTable(
      domainOf('between', [
        [flat, flat, own],
        [own, flat, flat],
        [flat, own, flat],
      ]),
      '1',
    );
    const { values, count } = table.outcomes;
    const outcomeOf = (wanted: readonly number[]): number =>
      Array.from({ length: count }, (_, k) => k).findIndex((k) =>
        wanted.every((value, issue) => values[k * 3 + issue] === value),
      );
    const agent = STRATEGIES.ours({
      outcomes: table.outcomes,
      mine: table.utilities[0] ?? new Float64Array(),
      order: table.orders[0] ?? new Uint32Array(),
      reservation: 0,
      seat: 0,
      parties: 3,
      rounds: 100,
      chance: chanceOf('x'),
    });
    // Each gives way on all but its own issue and the other's wish.
    let standing = -1;
    for (let round = 0; round < 96; round += 1) {
      const [ofOther, ofMine] = [1 + (round % 2), Math.floor(round / 2) % 3];
      agent.hear({ by: 1, outcome: outcomeOf([0, ofOther, ofMine]) });
      standing = outcomeOf([ofOther, 0, ofMine]);
      agent.hear({ by: 2, outcome: standing });
    }
    expect(agent.act(96, { by: 2, outcome: standing })).toEqual({
      kind: 'offer',
      outcome: outcomeOf([0, 0, 0]),
    });
  });

  /** Of three, at 100 rounds: each of the others has offered less and less of what only they want, and the other has let that pass. */
  const nearTheEnd = () => {
    const agent = seated('ours', 0, 100, 3);
    for (const by of [2, 1]) for (const outcome of [100, 100, 90, 80, 80, 80]) agent.hear({ by, outcome });
    return agent;
  };

  it('in every other of the last rounds offers what promises most, in the others what is liked most of what it asks for', () => {
    const saidIn = (round: number) => said(nearTheEnd().act(round, { by: 2, outcome: 100 }));
    // Two and four rounds are left: .2, which was let pass, promises more than .1.
    expect([saidIn(96), saidIn(98)]).toEqual([20, 20]);
    // Three are left, t = .97: (1 - .97^5) x 3/6 = .07. The others like 90 better than 80.
    expect(saidIn(97)).toBe(10);
  });

  it('does not promise itself as much of an offer that it has made before', () => {
    const agent = nearTheEnd();
    const saidIn = (round: number) => said(agent.act(round, { by: 2, outcome: 100 }));
    // .2 at first; then three fifths of that promise less than .1, which the others like better.
    expect([saidIn(96), saidIn(98)]).toEqual([20, 10]);
  });

  it('takes, as the last whose yes is missing, what reaches what it asks for by then, though more might be had', () => {
    // Two rounds are left, t = .98: (1 - .98^5) x 2/6 = .032.
    expect(said(nearTheEnd().act(98, { by: 1, outcome: 96 }))).toBe('accept');
    expect(said(nearTheEnd().act(98, { by: 1, outcome: 97 }))).not.toBe('accept');
    expect(said(nearTheEnd().act(98, { by: 2, outcome: 96 }))).not.toBe('accept');
  });

  it('takes what is on the table when nothing it says can be agreed any more, if that is not a loss', () => {
    // Seat 0 of two acts with one action of the other to come; of three it needs two: the last round of seat 1 is too late.
    expect(said(seated('ours', 0.3, 10, 2).act(9, { by: 1, outcome: 71 }))).not.toBe('accept');
    const late = seated('ours', 0.3, 10, 3);
    expect(late.act(10, { by: 2, outcome: 70 })).toEqual({ kind: 'accept' });
    expect(late.act(10, { by: 2, outcome: 71 }).kind).toBe('offer');
  });

  it('does not ask for less than it was offered by the only other', () => {
    const agent = seated('ours');
    agent.hear({ by: 1, outcome: 20 });
    agent.hear({ by: 1, outcome: 60 });
    for (let round = 0; round < 95; round += 1) {
      const words = said(agent.act(round, { by: 1, outcome: 60 }));
      expect(words).toBeGreaterThanOrEqual(80);
    }
  });
});
