import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layoutOf, partsOf } from '../../src/delegates/layout.ts';
import { openMinds, redChance } from '../../src/delegates/mind.ts';
import { joins, modelsOf } from '../../src/delegates/models.ts';
import { sumOf } from '../../src/delegates/normal-belief.ts';
import { selfOf } from '../../src/delegates/own.ts';
import { heardAnswer } from '../../src/delegates/verdicts.ts';
import {
  appraise,
  asDeal,
  breaches,
  contains,
  plainWorth,
  view,
  type Answer,
  type Conditional,
  type Mandate,
  type Reason,
  type State,
} from '../../src/engine/index.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { art, funds, given, one, two } from '../engine/given.ts';
import { play, turnsOf, type Played, type Turn } from './play.ts';
import { doing, wanting } from './situation.ts';

const { scenario } = readScenario(readFileSync('scenarios/crime-convention.yaml', 'utf8'));
if (scenario === undefined) throw new Error('crime-convention has faults');
const games = [3, 8, 11, 14, 18, 24, 33, 38].map((k) => play(scenario, `1/${String(k)}`));

/** What a vote on a whole text is to be, worked out a second time from the mandate and the view. */
const vote = ({ table }: Played, turn: Turn): Answer | undefined => {
  const { decision, pending, pledges } = turn.view;
  const self = selfOf(table.scenario, turn.view);
  if (decision?.method !== 'vote' || decision.amendment !== undefined || self === undefined) return undefined;
  const { text } = decision;
  const opposes = pledges.some(
    ({ state, undertaking }) =>
      state === 'open' &&
      undertaking.kind === 'oppose' &&
      undertaking.by === turn.seat &&
      contains(table.scenario, text, undertaking.containing),
  );
  if (opposes || breaches(table.scenario, self.mandate, text).length > 0) return 'no';
  const due = appraise(
    table.scenario,
    self.mandate,
    self.own.delegation,
    pending.filter(({ when }) => when.on === 'adoption' && contains(table.scenario, text, when.containing)),
  ).onAdoption;
  const gain = plainWorth(self.mandate, text) + due - self.mandate.reservation;
  if (gain >= 0) return 'yes';
  if (due > 0) return 'abstain';
  if (due < 0 || gain < -50) return 'no';
  const friend = modelsOf(table.scenario, turn.view).some(
    (model, place) =>
      place !== self.own.index && self.own.trust[place]?.mine === 'close' && joins(model, text) >= 0.8,
  );
  const later = table.scenario.sessions
    .slice(turn.view.session + 1)
    .some(({ phases }) => phases.includes('decision'));
  const follows = later || turn.view.tried.length + 1 < table.scenario.procedure.textsPerDecision;
  return friend || !follows ? 'abstain' : 'no';
};

describe('a vote on a whole text', () => {
  it('is yes, no or an abstention by the rule, in whole games', () => {
    const seen = { yes: 0, no: 0, abstain: 0, join: 0, object: 0 };
    for (const game of games)
      for (const turn of turnsOf(game, 'answer')) {
        const wanted = vote(game, turn);
        if (wanted === undefined) continue;
        expect(turn.command.answer).toBe(wanted);
        seen[wanted] += 1;
      }
    expect(Math.min(seen.yes, seen.no, seen.abstain)).toBeGreaterThan(4);
  });

  /** One votes on a text that brings it so much over no agreement; of another decision or text after it none comes, if not said otherwise. */
  const asked = (
    mandate: Partial<Mandate>,
    change: Partial<State> = {},
    follows = false,
  ): {
    readonly answer: Answer | undefined;
    readonly because: readonly Reason[];
    readonly said: readonly Reason[];
  } => {
    const game = given({}, (small) => ({
      ...small,
      procedure: { ...small.procedure, methods: ['vote'], textsPerDecision: follows ? 2 : 1 },
      sessions: small.sessions.slice(0, 1),
    })).at('decision');
    const [text] = [[1, 1, 1, 1]];
    wanting(game, 0, mandate)
      .with((state) => ({ ...state, ...change }))
      .when('chair', { kind: 'put', text, method: 'vote' });
    const act = doing('answer', game, one);
    return { answer: act?.command.answer, because: act?.because ?? [], said: act?.command.because ?? [] };
  };

  it('is an abstention where little is short and no other text can follow, and no where one can, or more is short', () => {
    expect(asked({ reservation: 50 })).toMatchObject({
      answer: 'abstain',
      said: [{ code: 'nothing-lost' }],
      because: [{ code: 'worse-than-no-agreement', short: 50 }, { code: 'nothing-lost' }],
    });
    expect(asked({ reservation: 51 }).answer).toBe('no');
    expect(asked({ reservation: 50 }, {}, true).answer).toBe('no');
    expect(asked({ reservation: 0 }).answer).toBe('yes');
  });

  it('is no across a red line', () => {
    expect(asked({ reservation: 50, redLines: [{ article: art(0), option: 1 }] }).answer).toBe('no');
  });

  it('is an abstention where something is due to it on adoption, whatever is short, and no where it would have to give', () => {
    const due = (by: typeof one, to: typeof one, known: boolean): Partial<State> => {
      const item: Conditional = {
        kind: 'tokens',
        by,
        to,
        token: funds,
        amount: 2,
        when: { on: 'adoption', containing: [{ article: art(0), option: 1 }] },
      };
      return {
        pending: [item],
        deals: [{ id: asDeal('due'), parties: [by, to], undertakings: [item], open: known, session: 0 }],
      };
    };
    const unit = { tokenWorth: [40, 40, 40, 40] };
    // What was agreed in secret is kept for the debrief, and not said.
    for (const [known, said] of [
      [true, [{ code: 'due-to-us' }]],
      [false, []],
    ] as const)
      expect(asked({ reservation: 900, ...unit }, due(two, one, known))).toEqual({
        answer: 'abstain',
        said,
        because: [
          { code: 'worse-than-no-agreement', short: 820 },
          { code: 'due-to-us', gain: 80 },
        ],
      });
    expect(asked({ reservation: 50, ...unit }, due(one, two, true)).answer).toBe('no');
  });

  it('is an abstention where little is short and a close friend is believed to want the text, also if another can follow', () => {
    const game = given({}, (small) => ({
      ...small,
      procedure: { ...small.procedure, methods: ['vote'], textsPerDecision: 2 },
      sessions: small.sessions.slice(0, 1),
    })).at('decision');
    const friendly = (trust: number): State['trust'] => game.state.trust.map((row) => row.map(() => trust));
    const wants = modelsOf(game.table.scenario, view(game.table, game.state, one)).map((model) =>
      joins(model, [1, 1, 1, 1]),
    );
    const friend = wants.findIndex((chance, place) => place > 0 && chance >= 0.8);
    const answers = [100, 50].map((trust) => asked({ reservation: 40 }, { trust: friendly(trust) }, true));
    expect(answers[1]?.answer).toBe('no');
    expect(friend).toBeGreaterThan(0);
    expect(answers[0]?.answer).toBe('abstain');
    // The one that is surest to want it, of all who are close.
    const surest = wants.indexOf(Math.max(...wants.slice(1)), 1);
    expect(answers[0]?.said).toEqual([
      { code: 'friend-wants', friend: game.table.scenario.delegations[surest]?.id },
    ]);
  });
});

describe('what an abstention tells', () => {
  const { scenario: small } = given().table;
  const put = { text: [1, 1, 1, 1], method: 'vote', tried: 0 } as const;
  const moment = { session: small.sessions.length - 1, phase: 'decision' } as const;
  const sum = { plus: partsOf(layoutOf(small), put.text), minus: [] };

  it('that the text brings its giver a little less than no agreement, and crosses none of its red lines; of what is due to it, only less', () => {
    openMinds(small).forEach((mind, seat) => {
      const by = small.delegations[seat]?.id;
      if (by === undefined) throw new Error('no delegation');
      const heard = (code: 'nothing-lost' | 'due-to-us') =>
        heardAnswer(
          small,
          mind,
          seat,
          { by, answer: 'abstain', articles: [], because: [{ code }] },
          put,
          moment,
        );
      const was = sumOf(mind.belief, sum);
      const little = sumOf(heard('nothing-lost').belief, sum);
      expect(Math.abs(little.mean + 75)).toBeLessThan(Math.abs(was.mean + 75));
      expect(little.variance).toBeLessThanOrEqual(was.variance);
      expect(sumOf(heard('due-to-us').belief, sum).mean).toBeLessThan(was.mean);
      small.articles.forEach((_, at) => {
        const [before, after] = [mind, heard('nothing-lost')].map((now) =>
          redChance(small, now, seat, at, 1),
        );
        expect((before ?? 0) === 0 || (after ?? 0) < (before ?? 0)).toBe(true);
      });
    });
  });
});
