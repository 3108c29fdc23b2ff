import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefOf } from '../../../src/client/panels/room/brief.ts';
import { commandText } from '../../../src/client/panels/room/command-text.ts';
import {
  debriefShare,
  preflight,
  suggested,
  firstChoice,
  openSeatsOf,
  wantedSettings,
} from '../../../src/client/panels/room/host/choice.ts';
import {
  PHRASE_GROUPS,
  phraseFrom,
  phraseGaps,
  phrasesOf,
  phraseText,
  slotsOf,
  type Filling,
} from '../../../src/client/panels/room/phrases.ts';
import { clockText } from '../../../src/client/panels/room/time.ts';
import { asCode, placeOf } from '../../../src/client/panels/place.ts';
import { namesOf } from '../../../src/client/i18n/names.ts';
import { asDelegation, lay, open, view, type Command } from '../../../src/engine/index.ts';
import { phrase, PHRASE_CODES, type ShelfCard } from '../../../src/protocol/index.ts';
import { tiny } from '../../fixtures/index.ts';

const names = namesOf(tiny);
const seen = (seed: string) => {
  const table = lay(tiny, seed);
  return view(table, open(table), tiny.delegations[0]?.id ?? 'observer');
};

describe('a minute of briefing', () => {
  it('never sends anybody for what they may not accept, and names what matters most first', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 6 }), (seed) => {
        const { own } = seen(seed);
        if (own === undefined) throw new Error('a delegation has papers of its own');
        const { goals, redLine } = briefOf(tiny, own);
        const red = own.mandate.redLines.map(({ article, option }) => `${article}/${String(option)}`);
        expect(goals).toHaveLength(3);
        for (const { article, option } of goals) expect(red).not.toContain(`${article}/${String(option)}`);
        expect(goals.map(({ worth }) => worth)).toEqual(
          goals.map(({ worth }) => worth).toSorted((a, b) => b - a),
        );
        const told = redLine === undefined ? [] : [`${redLine.article}/${String(redLine.option)}`];
        expect(told).toHaveLength(Math.min(1, red.length));
        expect(red).toEqual(expect.arrayContaining(told));
      }),
      { numRuns: 60 },
    );
  });
});

describe('phrases', () => {
  const now = seen('phrases');
  const filling: Filling = {
    provision: `${tiny.articles[0]?.id ?? ''}/1`,
    if: `${tiny.articles[1]?.id ?? ''}/1`,
    article: tiny.articles[0]?.id ?? '',
    than: tiny.articles[1]?.id ?? '',
    delegation: tiny.delegations[1]?.id ?? '',
  };

  it('are each in one group; those about incidents only once there has been one', () => {
    const offered = PHRASE_GROUPS.flatMap((group) => phrasesOf(group, { ...now, incidents: [] }));
    expect(new Set(offered).size).toBe(offered.length);
    expect(PHRASE_CODES.filter((code) => !offered.includes(code)).toSorted()).toEqual([
      'help-us',
      'it-was-not-us',
      'what-do-you-know',
    ]);
    expect(now.incidents.length).toBeGreaterThan(0);
    expect(PHRASE_GROUPS.flatMap((group) => phrasesOf(group, now)).toSorted()).toEqual(
      PHRASE_CODES.toSorted(),
    );
  });

  it('are what the server takes, once their gaps are filled, and not before', () => {
    const everything = { ...filling, incident: now.incidents[0]?.id ?? '' };
    for (const code of PHRASE_CODES) {
      const whole = phraseFrom(tiny, now, code, everything);
      expect(phrase.safeParse(whole).success, code).toBe(true);
      expect(phraseFrom(tiny, now, code, {}) === undefined).toBe(slotsOf(code).length > 0);
      if (whole === undefined) throw new Error(code);
      const said = phraseText(names, whole);
      expect(said).not.toMatch(/\{\{|phrase_/u);
      expect(phraseGaps(code)).not.toMatch(/\{\{|phrase_/u);
    }
  });

  it('do not compare an article with itself', () => {
    expect(
      phraseFrom(tiny, now, 'matters-more', { ...filling, than: filling.article ?? '' }),
    ).toBeUndefined();
  });
});

describe('what a command would do', () => {
  it('is said in words, with the names of things', () => {
    const [article] = tiny.articles;
    const [, other] = tiny.delegations;
    if (article === undefined || other === undefined) throw new Error('the fixture has both');
    const commands: readonly Command[] = [
      { kind: 'done' },
      { kind: 'position', positions: [{ article: article.id, option: 1, stance: 'accept' }] },
      { kind: 'amend', article: article.id, option: 1 },
      { kind: 'answer', answer: 'object', articles: [], because: [] },
      { kind: 'offer', to: [other.id], undertakings: [], open: false, expires: 0, because: [] },
      { kind: 'reply', to: other.id, tone: 'plain' },
    ];
    for (const command of commands) {
      const said = commandText(names, command);
      expect(said).not.toMatch(/\{\{|do_|undefined/u);
    }
    expect(commandText(names, commands[2] ?? { kind: 'done' })).toContain(names.article(article.id));
  });
  it('positions are what we would say, with what each is said beside', () => {
    const [first, second] = tiny.articles;
    if (first === undefined || second === undefined) throw new Error('the fixture has both');
    const [one, other] = [first, second].map(({ id }) => `“${names.option(id, 1)}” (${names.article(id)})`);
    const supported = { article: first.id, option: 1, stance: 'support' } as const;
    const objected = {
      article: second.id,
      option: 1,
      stance: 'object',
      beside: { article: first.id, option: 1 },
    } as const;
    const floor = { priorities: [], tone: 'plain', names: [], cites: [] } as const;
    expect(commandText(names, { kind: 'speak', positions: [objected, supported], ...floor })).toBe(
      `make our statement: support ${one} and object to ${other} while the draft says ${one}`,
    );
    expect(commandText(names, { kind: 'position', positions: [objected] })).toBe(
      `object to ${other} while the draft says ${one}`,
    );
    expect(
      commandText(names, {
        kind: 'position',
        positions: [
          { ...supported, stance: 'silent' },
          { ...supported, article: second.id, stance: 'accept' },
        ],
      }),
    ).toBe(`take positions on the text: live with ${other} and take back what we said of ${one}`);
  });

  it('positions are named, one or several, on the floor or off it', () => {
    const positions = tiny.articles
      .slice(0, 2)
      .map(({ id }) => ({ article: id, option: 1, stance: 'object' }) as const);
    const commands: readonly Command[] = [
      { kind: 'position', positions },
      { kind: 'position', positions: positions.slice(0, 1) },
      { kind: 'speak', positions, priorities: [], tone: 'plain', names: [], cites: [] },
    ];
    for (const command of commands) {
      const said = commandText(names, command);
      const named = 'positions' in command ? command.positions : [];
      for (const { article, option } of named) expect(said).toContain(`“${names.option(article, option)}”`);
    }
  });
});

describe('addresses', () => {
  it('name a page and a room, however the code was typed', () => {
    expect(placeOf('?join=abc%20def')).toEqual({ at: 'join', code: 'ABCDEF' });
    expect(placeOf('?renderer=canvas&seat=ABCDEF')).toEqual({ at: 'seat', code: 'ABCDEF' });
    expect(placeOf('?compare=ABCDEF,GHJKMN')).toEqual({ at: 'compare', code: 'ABCDEF,GHJKMN' });
    expect(placeOf('?renderer=canvas')).toEqual({ at: 'title', code: '' });
    expect(asCode(' ab-c d e<f> ')).toBe('ABCDEF');
  });
});

describe('time', () => {
  it('is told as people read it, rounded up', () => {
    expect(clockText(0)).toBe('0:00');
    expect(clockText(59_001)).toBe('1:00');
    expect(clockText(245_000)).toBe('4:05');
    expect(clockText(3_720_000)).toBe('1:02:00');
    expect(clockText(-5)).toBe('0:00');
  });
});

describe('before a room is opened', () => {
  const card = (id: string, delegations: number, debrief: number): ShelfCard => ({
    id,
    title: { en: id },
    subtitle: { en: '' },
    summary: { en: '' },
    language: 'en',
    minutes: delegations,
    delegations: Array.from({ length: delegations }, (_, place) => ({
      id: asDelegation(`D${String(place)}`),
      name: { en: `Delegation ${String(place)}` },
      flag: 'un',
      // Every second one first.
      turn: place % 2 === 0 ? place / 2 : Math.ceil(delegations / 2) + (place - 1) / 2,
    })),
    sessions: 1,
    plans: [
      {
        preset: '45',
        seconds: 100,
        stretches: [
          { stretch: { kind: 'lobby' }, seconds: 100 - debrief },
          { stretch: { kind: 'debrief' }, seconds: debrief },
        ],
      },
    ],
    fits: ['45'],
  });

  it('a scenario with seats for a class is suggested, else the first that fits', () => {
    const small = card('small', 3, 30);
    const large = card('large', 6, 30);
    expect(suggested([small, large], '45')).toBe(large);
    expect(suggested([small], '45')).toBe(small);
    expect(suggested([small, large], '90')).toBe(small);
    expect(suggested([], '45')).toBeUndefined();
  });

  it('a debrief of less than a quarter is marked', () => {
    const short = card('short', 6, 20);
    expect(debriefShare(short.plans[0] ?? { preset: '45', seconds: 1, stretches: [] })).toBe(20);
    const choice = { ...firstChoice(), scenario: 'short' };
    expect(preflight(choice, short).find(({ check }) => check === 'debrief')?.ok).toBe(false);
    expect(preflight(choice, card('fair', 6, 25)).find(({ check }) => check === 'debrief')?.ok).toBe(true);
    expect(preflight(choice, undefined).find(({ check }) => check === 'scenario')?.ok).toBe(false);
  });

  it('as many seats are opened as the class needs, in their turn, or those ticked by hand', () => {
    const six = card('six', 6, 30);
    const roles = (of: ReturnType<typeof firstChoice>) =>
      preflight(of, six).find(({ check }) => check === 'roles');
    const all = firstChoice();
    expect(wantedSettings(all, six).seats).toBeUndefined();
    const nine = { ...all, openSeats: 'class', people: 9, teamSize: 4 } as const;
    expect(openSeatsOf(nine, six).map(({ id }) => id)).toEqual(['D0', 'D2', 'D4']);
    expect(wantedSettings(nine, six).seats).toEqual(['D0', 'D2', 'D4']);
    expect(roles(nine)).toMatchObject({ ok: true, figure: 12 });
    expect(roles({ ...nine, people: 25 })).toMatchObject({ ok: false, figure: 24 });
    const hand = { ...all, openSeats: 'hand', byHand: ['D5', 'D1'] } as const;
    expect(wantedSettings(hand, six).seats).toEqual(['D1', 'D5']);
    expect(roles({ ...hand, byHand: [] })).toMatchObject({ ok: false, figure: 0 });
    expect(wantedSettings({ ...all, advisers: false }, six).open).not.toContain('adviser');
  });
});
