import { describe, expect, it } from 'vitest';
import { judge } from '../../src/delegates/answer.ts';
import { readiness } from '../../src/delegates/calendar.ts';
import { askingOf, candourOf, CHARACTER } from '../../src/delegates/character.ts';
import { fondness, resents } from '../../src/delegates/memory.ts';
import { selfOf, type Self } from '../../src/delegates/own.ts';
import { propose } from '../../src/delegates/propose.ts';
import { respondNow } from '../../src/delegates/respond.ts';
import { interviewNow } from '../../src/delegates/home.ts';
import { prioritiesOf, stancesNow } from '../../src/delegates/stances.ts';
import { weigh } from '../../src/delegates/weigh.ts';
import {
  asDeal,
  asOffer,
  asPromise,
  lay,
  open,
  STYLES,
  view,
  type Chapter,
  type DelegationId,
  type IncidentSight,
  type Offer,
  type Pledge,
  type Style,
  type Undertaking,
  type View,
} from '../../src/engine/index.ts';
import { newYork } from './play.ts';

const scenario = newYork();
const table = lay(scenario, 'character');
const opened = open(table);
const [first, second, third, friend] = scenario.delegations.map(({ id }) => id);
if (first === undefined || second === undefined || third === undefined || friend === undefined)
  throw new Error('too few seats');

/** The first delegation of New York with another style, looking at this. */
const as = (style: Style, seen: Partial<View> = {}): Self => {
  const styled = {
    ...scenario,
    delegations: scenario.delegations.map((delegation, place) =>
      place === 0 ? { ...delegation, style } : delegation,
    ),
  };
  const self = selfOf(styled, { ...view(table, opened, first), ...seen });
  if (self === undefined) throw new Error('no seat');
  return self;
};

const pledge = (state: Pledge['state'], by: DelegationId, undertaking: Undertaking): Pledge => ({
  id: asPromise(`promise-${by}`),
  deal: asDeal('deal-1'),
  undertaking,
  state,
  open: true,
});

const restraint = (by: DelegationId): Undertaking => ({ kind: 'restraint', by, to: first, through: 3 });

const brokeIn = (session: number, by: DelegationId): Chapter => ({
  session,
  phase: 'capital',
  events: [
    {
      kind: 'promise-settled',
      pledge: asPromise('promise-1'),
      state: 'broken',
      by,
      to: first,
      open: true,
    },
  ],
});

describe('styles can be told apart in play', () => {
  it('patience and candour: of the same wants, the patient admit to fewer things they can live with in the middle', () => {
    const yes = (style: Style): number =>
      stancesNow(as(style, { session: 2, phase: 'floor' }), 'seasoned')
        .flat()
        .filter((stance) => stance === 'accept').length;
    expect(yes('bridge-builder')).toBeGreaterThan(yes('trader'));
    expect(yes('trader')).toBeGreaterThan(yes('patient'));
  });

  it('public or quiet: the same package is offered for all to see, or between the two', () => {
    const offered = STYLES.map((style) => {
      const act = propose(as(style, { phase: 'corridor', offersLeft: 5 }), 'hard', () => 0);
      return act?.command.kind === 'offer' ? act.command.open : undefined;
    });
    expect(offered).toEqual(STYLES.map((style) => CHARACTER[style].open));
    expect(new Set(offered).size).toBe(2);
  });

  it('memory: a broken promise is held against whoever broke it as long as the style says, and no offer is made to it', () => {
    const held = (style: Style, ago: number): boolean =>
      resents(as(style, { session: 3, log: [brokeIn(3 - ago, second)] }), second);
    expect([held('trader', 1), held('trader', 2)]).toEqual([true, false]);
    expect([held('reciprocal', 2), held('reciprocal', 3)]).toEqual([true, false]);
    expect(held('principled', 3)).toBe(true);
    expect(resents(as('principled', { session: 3, log: [brokeIn(0, second)] }), third)).toBe(false);
    const asked = (style: Style): boolean =>
      Array.from({ length: 20 }, (_, k) =>
        propose(
          as(style, { session: 3, phase: 'corridor', offersLeft: 5, log: [brokeIn(0, second)] }),
          'gentle',
          () => k / 20,
        ),
      ).some((act) => act?.command.kind === 'offer' && act.command.to.includes(second));
    expect(asked('principled')).toBe(false);
  });

  it('reciprocity: a broken promise costs its breaker more with those who answer in kind', () => {
    const undertakings: readonly Undertaking[] = [
      {
        kind: 'tokens',
        by: second,
        to: first,
        token: scenario.tokens[0]?.id ?? ('capital' as never),
        amount: 5,
        when: { on: 'now' },
      },
    ];
    const offer: Offer = {
      id: asOffer('offer-1'),
      from: second,
      to: [first],
      undertakings,
      open: false,
      expires: 1,
      accepted: [],
      because: [],
    };
    const verdict = (style: Style) =>
      judge(as(style, { session: 1, phase: 'corridor', log: [brokeIn(1, second)] }), offer, 'seasoned');
    const { worth } = verdict('trader');
    // 150 hundredths of a point, times .6 for a trader and 2 for whoever answers in kind.
    expect(worth).toBeGreaterThan(91);
    expect(worth).toBeLessThan(301);
    expect(verdict('trader').take).toBe(true);
    const refused = verdict('reciprocal');
    expect(refused.take).toBe(false);
    expect(refused.said.map(({ code }) => code)).toContain('broken-promise');
  });

  it('reciprocity: whoever kept its word is sought out, the more by those who answer in kind', () => {
    const kept = { pledges: [pledge('kept', friend, restraint(friend))] };
    for (const style of STYLES)
      expect(fondness(as(style, kept), friend)).toBeGreaterThan(fondness(as(style), friend));
    const gain = (style: Style): number => fondness(as(style, kept), friend) - fondness(as(style), friend);
    expect(gain('reciprocal')).toBeGreaterThan(gain('bridge-builder'));
  });

  it('principle or trade: a word on a priority is sold dearly by those who stand on principle', () => {
    const self = as('trader');
    const article = prioritiesOf(self)[0];
    const place = scenario.articles.findIndex(({ id }) => id === article);
    if (article === undefined) throw new Error('no priority');
    const cost = (style: Style, option: number): number =>
      weigh(
        as(style),
        [{ kind: 'position', by: first, to: second, provision: { article, option }, stance: 'accept' }],
        1,
      ).worth;
    const dear = (scenario.articles[place]?.options ?? [])
      .map((_, option) => ({ principled: cost('principled', option), trader: cost('trader', option) }))
      .filter(({ trader }) => trader < -10);
    expect(dear.length).toBeGreaterThan(0);
    for (const { principled, trader } of dear) expect(principled).toBeLessThan(trader * 2);
  });

  it('risk: the same promise is worth more to the bold than to the careful', () => {
    const worth = (style: Style): number => weigh(as(style), [restraint(second)], 1).worth;
    expect(worth('trader')).toBeGreaterThan(worth('patient'));
  });

  it('bluntness: only blunt styles rule out a red line before the press on the first day', () => {
    for (const style of STYLES) {
      const act = interviewNow(as(style));
      const vowed = act?.command.kind === 'interview' && act.command.vow !== undefined;
      expect(vowed).toBe(CHARACTER[style].blunt);
    }
  });

  it('bluff: a trait of the delegation that leaves more unsaid, and objects to more, of the same wants', () => {
    const saying = (bluff: number | undefined) => {
      const bluffing = {
        ...scenario,
        delegations: scenario.delegations.map((delegation, place) =>
          place === 0 ? { ...delegation, ...(bluff === undefined ? {} : { bluff }) } : delegation,
        ),
      };
      const self = selfOf(bluffing, { ...view(table, opened, first), session: 2, phase: 'floor' });
      if (self === undefined) throw new Error('no seat');
      const said = stancesNow(self, 'seasoned').flat();
      return {
        yes: said.filter((stance) => stance === 'accept').length,
        no: said.filter((stance) => stance === 'object').length,
      };
    };
    expect(saying(60).yes).toBeLessThan(saying(0).yes);
    expect(saying(60).no).toBeGreaterThan(saying(0).no);
    // Left out it is what its style does.
    const { style } = scenario.delegations[0] ?? { style: 'trader' };
    expect(saying(undefined)).toEqual(saying(Math.round(100 * (1 - CHARACTER[style].candour))));
  });

  it('bluff: others reckon at first with what is usual for the style, and learn how plainly it speaks', () => {
    const heard = (bluff: number) => {
      const bluffing = {
        ...scenario,
        delegations: scenario.delegations.map((delegation) => ({ ...delegation, bluff })),
      };
      return readiness(bluffing, { session: 2, phase: 'floor' }, 'trader', 'seasoned');
    };
    expect(heard(60)).toBe(heard(0));
    expect(candourOf({ style: 'trader', bluff: 60 })).toBeCloseTo(0.4);
    expect(askingOf({ style: 'trader', bluff: 60 })).toBeGreaterThan(askingOf({ style: 'trader', bluff: 0 }));
  });

  it('how sure it wants to be: on the same evidence some accuse and some investigate', () => {
    /** What each style does about an incident of which it knows this much, as its victim. */
    const doing = (card: (typeof scenario.incidents)[number], reliability: number): readonly string[] =>
      STYLES.map((style) => {
        const clue = { index: 0, origin: 'criminals', reliability } as const;
        const sight: IncidentSight = { ...struckAt(card.id, first), clues: [clue] };
        const act = respondNow(as(style, { phase: 'floor', incidents: [sight] }), () => 0);
        return act?.command.kind === 'respond' ? act.command.response.kind : 'nothing';
      });
    const both = scenario.incidents.flatMap((card) =>
      [50, 70, 90]
        .map((reliability) => doing(card, reliability))
        .filter(
          (acts) => acts.includes('attribute') && (acts.includes('investigate') || acts.includes('inquiry')),
        ),
    );
    expect(both.length).toBeGreaterThan(0);
    // The quiet never speak where the principled do not.
    const [principled, quiet] = [STYLES.indexOf('principled'), STYLES.indexOf('quiet')];
    expect(both.filter((acts) => acts[quiet] === 'attribute' && acts[principled] !== 'attribute')).toEqual(
      [],
    );
  });

  it('justice: the more a wrong named is worth to it, the tenser the table at which it still names one aloud', () => {
    const card = scenario.incidents.find(
      ({ culprits, victims }) =>
        culprits.length > 1 && victims.some(({ delegation }) => delegation === first),
    );
    const culprit = card?.culprits.find(({ delegation }) => delegation !== first)?.delegation;
    if (card === undefined || culprit === undefined) throw new Error('no such card');
    const clue = { index: 0, origin: 'state', culprit, reliability: 99.9 } as const;
    const sight: IncidentSight = {
      ...struckAt(card.id, first),
      suspect: culprit,
      clues: [clue, { ...clue, index: 1 }],
      cluesInAll: 2,
      responses: [{ by: first, session: 0, response: { kind: 'hotline', to: culprit }, cites: [] }],
    };
    const aloud = (style: Style): number =>
      Array.from({ length: 60 }, (_, place) => 35 + place).filter((tension) => {
        const act = respondNow(as(style, { phase: 'floor', tension, incidents: [sight] }), () => 0);
        const said = act?.command.kind === 'respond' ? act.command.response : undefined;
        return said?.kind === 'attribute' && said.quiet !== true;
      }).length;
    expect(aloud('trader')).toBeGreaterThan(0);
    expect(aloud('principled')).toBeGreaterThan(aloud('trader'));
    expect(aloud('principled')).toBeLessThan(60);
  });

  it('solidarity: the more standing by a friend is worth to it, the dearer the team that it sends', () => {
    const [card] = scenario.incidents;
    if (card === undefined) throw new Error('no card');
    const dearest = (style: Style): number => {
      const seen = as(style, { phase: 'floor', incidents: [{ ...struckAt(card.id, second), damage: 8 }] });
      const sends = (price: number): boolean => {
        const self: Self = {
          ...seen,
          own: { ...seen.own, trust: seen.own.trust.map(() => ({ mine: 'close', theirs: 'close' })) },
          mandate: { ...seen.mandate, tokenWorth: seen.mandate.tokenWorth.map(() => price) },
        };
        const act = respondNow(self, () => 0);
        return act?.command.kind === 'respond' && act.command.response.kind === 'assist';
      };
      return Math.max(0, ...[20, 40, 60, 80, 100, 120, 160].filter(sends));
    };
    expect(dearest('trader')).toBeGreaterThan(0);
    expect(dearest('principled')).toBeGreaterThan(dearest('trader'));
    expect(dearest('principled')).toBeLessThan(160);
  });
});

/** An incident that has just struck, and of which nobody knows anything. */
const struckAt = (id: IncidentSight['id'], victim: DelegationId): IncidentSight => ({
  id,
  session: 0,
  victim,
  damage: 2,
  clues: [],
  cluesInAll: 3,
  warned: false,
  inquiry: [],
  assessment: [],
  asked: [],
  responses: [],
});
