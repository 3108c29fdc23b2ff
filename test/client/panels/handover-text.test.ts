import { describe, expect, it } from 'vitest';
import { offersIn } from '../../../src/client/panels/play/answers.ts';
import { handoverText, type HandoverGroup } from '../../../src/client/panels/handover/handover-text.ts';
import { namesOf } from '../../../src/client/i18n/names.ts';
import { handover, type Handover } from '../../../src/delegates/index.ts';
import {
  view,
  type Offer,
  type Pledge,
  type Position,
  type Undertaking,
  type View,
} from '../../../src/engine/index.ts';
import {
  asArticle,
  asDeal,
  asDelegation,
  asOffer,
  asPromise,
  asToken,
  type DelegationId,
  type Stance,
} from '../../../src/engine/seat.ts';
import { withArticle } from '../../../src/report/en-article.ts';
import { tiny } from '../../fixtures/index.ts';
import { newYork, play } from '../../delegates/play.ts';

const game = play(newYork(), 'words', { strength: 'hard' });
const { scenario } = game.table;
const names = namesOf(scenario);
const lengthOf = ({ log }: View): number => log.reduce((sum, { events }) => sum + events.length, 0);

/** A whole game of each seat, as told to somebody who comes at its end, or when two thirds are over. */
const told = [2 / 3, 1].flatMap((part) => {
  const state = game.turns[Math.floor(game.turns.length * part)]?.before ?? game.last;
  return scenario.delegations.map(({ id }) => {
    const now = view(game.table, state, id);
    const summary = handover(scenario, now, { since: 0, until: lengthOf(now) });
    return { summary, groups: handoverText(names, summary, offersIn(now.log)) };
  });
});

describe('what is read to whoever takes a seat again', () => {
  it('names whom each promise was given to, and what was promised; one line each', () => {
    let lines = 0;
    for (const { summary, groups } of told) {
      const promised = groups.find(({ group }) => group === 'promised')?.lines ?? [];
      expect(promised).toHaveLength(summary.promised.length);
      for (const [place, { undertaking }] of summary.promised.entries())
        expect(promised[place]).toContain(`To ${withArticle(names.delegation(undertaking.to))}: `);
      lines += promised.length;
    }
    expect(lines).toBeGreaterThan(0);
  });

  it('names the option and the article of each position', () => {
    for (const { summary, groups } of told) {
      const positions = groups.find(({ group }) => group === 'positions')?.lines ?? [];
      for (const { position } of summary.positions) {
        const { article, option } = position;
        const named =
          position.stance === 'object' && option === 0 ? '' : `“${names.option(article, option)}”`;
        expect(positions.some((one) => one.includes(named) && one.includes(names.article(article)))).toBe(
          true,
        );
      }
    }
    expect(told.some(({ summary }) => summary.positions.length > 0)).toBe(true);
  });

  it('leaves no word unsaid and no group empty', () => {
    for (const { groups } of told)
      for (const { lines } of groups) {
        expect(lines.length).toBeGreaterThan(0);
        for (const line of lines)
          expect(line).not.toMatch(/undefined|\{\{|^(back|event|code|pledge)[_A-Z.]/u);
      }
  });
});

describe('each thing that is read is a sentence', () => {
  const [kest, mara, tolv] = ['KEST', 'MARA', 'TOLV'].map(asDelegation);
  const [shield, proof] = ['SHIELD', 'PROOF'].map(asArticle);
  if (!kest || !mara || !tolv || !shield || !proof) throw new Error('the fixture has three of each');
  const called = namesOf(tiny);
  const named = (article: string, option: number): string =>
    `“${called.option(article, option)}” (${called.article(article)})`;
  const nothing: Handover = {
    seat: kest,
    positions: [],
    deals: [],
    promised: [],
    owed: [],
    settled: [],
    waiting: { received: [], made: [], accepted: [] },
    purse: [],
    did: [],
    met: [],
  };
  const read = (
    group: HandoverGroup,
    part: Partial<Handover>,
    offers: readonly Offer[] = [],
  ): readonly string[] =>
    handoverText(called, { ...nothing, ...part }, new Map(offers.map((offer) => [offer.id, offer]))).find(
      (one) => one.group === group,
    )?.lines ?? [];

  const support = (by: DelegationId, to: DelegationId): Undertaking => ({
    kind: 'position',
    by,
    to,
    provision: { article: shield, option: 1 },
    stance: 'support',
  });
  const gift: Undertaking = {
    kind: 'tokens',
    by: mara,
    to: kest,
    token: asToken('standing'),
    amount: 2,
    when: { on: 'now' },
  };
  const pledge = (undertaking: Undertaking): Pledge => ({
    id: asPromise('promise-1'),
    deal: asDeal('deal-1'),
    undertaking,
    state: 'open',
    open: true,
  });
  const offer = (
    from: DelegationId,
    to: readonly DelegationId[],
    undertakings: readonly Undertaking[],
  ): Offer => ({
    id: asOffer('offer-1'),
    from,
    to,
    undertakings,
    open: false,
    expires: 0,
    accepted: [from],
    because: [],
  });
  const terms = [gift, support(kest, mara), support(kest, tolv)];
  const said = `Maraland: 2 ${called.token('standing')} at once; Kestria: support for ${named(shield, 1)}`;

  it('terms are said giver by giver, and what is given to several once', () => {
    const deal = { id: asDeal('deal-1'), parties: [kest, mara, tolv], undertakings: terms, session: 0 };
    expect(
      read('deals', {
        deals: [
          { ...deal, open: true },
          { ...deal, open: false },
        ],
      }),
    ).toEqual([`With Maraland and Tolvania. ${said}`, `In secret with Maraland and Tolvania. ${said}`]);
    const until = `good until the end of ${called.session(0)}`;
    const waiting = {
      received: [offer(mara, [kest], terms)],
      made: [offer(kest, [mara, tolv], terms)],
      accepted: [offer(tolv, [kest, mara], terms)],
    };
    expect(read('received', { waiting })).toEqual([`From Maraland, ${until}. ${said}`]);
    expect(read('made', { waiting })).toEqual([`To Maraland and Tolvania, ${until}. ${said}`]);
    expect(read('accepted', { waiting })).toEqual([`From Tolvania, ${until}. ${said}`]);
  });

  it('promises with how long they hold', () => {
    expect(read('promised', { promised: [pledge(support(kest, mara)), pledge(gift)] })[0]).toBe(
      `To Maraland: support for ${named(shield, 1)}; it holds to the end`,
    );
    expect(read('owed', { owed: [pledge(support(mara, kest))] })).toEqual([
      `Maraland: support for ${named(shield, 1)}; it holds to the end`,
    ]);
  });

  it('a promise to stand against a text, as long as one may be put, and what became of it', () => {
    const containing = [
      { article: shield, option: 2 },
      { article: proof, option: 1 },
    ];
    const oppose: Undertaking = { kind: 'oppose', by: kest, to: mara, containing };
    const quoted = (provision: { article: typeof shield; option: number }): string =>
      `“${called.provision(provision)}”`;
    const line = `standing against any text with ${containing.map(quoted).join(' and ')}`;
    expect(read('promised', { promised: [pledge(oppose)] })).toEqual([
      `To Maraland: ${line}, whenever one is put`,
    ]);
    expect(read('settled', { settled: [{ ...pledge(oppose), state: 'void' }] })).toEqual([
      `Kestria to Maraland: ${line}: never called upon`,
    ]);
  });

  it('positions as the log tells them, with what they were, and what in the draft they hang on', () => {
    const at = (option: number, stance: Stance, beside?: number): Position => ({
      article: shield,
      option,
      stance,
      ...(beside === undefined ? {} : { beside: { article: proof, option: beside } }),
    });
    const positions = [
      { position: at(1, 'silent'), before: at(1, 'support') },
      { position: at(0, 'object', 1), before: at(0, 'silent') },
      { position: at(2, 'object'), before: at(2, 'object', 2) },
      { position: { ...at(1, 'support'), article: proof }, before: { ...at(1, 'silent'), article: proof } },
      { position: { ...at(2, 'support'), article: proof }, before: { ...at(2, 'silent'), article: proof } },
    ];
    expect(read('positions', { positions })).toEqual([
      `Kestria supports ${named(proof, 1)} and ${named(proof, 2)}`,
      `Kestria objects to ${named(shield, 0)} while the draft says ${named(proof, 1)}`,
      `Kestria objects to ${named(shield, 2)}; before, it objected to it while the draft said ${named(proof, 2)}`,
      `Kestria takes back what it said of ${named(shield, 1)}; before, it supported it`,
    ]);
  });

  it('whose offer was withdrawn, and what it was', () => {
    const made = offer(mara, [kest], terms);
    const withdrawn = { kind: 'offer-withdrawn', offer: made.id, by: mara, parties: [mara, kest] } as const;
    expect(read('met', { met: [withdrawn] }, [made])).toEqual([
      `Maraland withdraws its offer to Kestria (${said}).`,
    ]);
  });
});
