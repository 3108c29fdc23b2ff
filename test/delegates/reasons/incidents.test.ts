import { describe, expect, it } from 'vitest';
import type { Response } from '../../../src/engine/index.ts';
import { Game, one, struck, three, two } from '../../engine/given.ts';
import { invented, bluffing } from '../play.ts';
import { quietWorld, styled } from '../situation.ts';
import { momentIn, momentsByAll, momentsIn, scenarioIn, type Moment } from './stated.ts';
import { expectAllSo, THEMES } from './table.ts';

/** The ladder is climbed almost to its top. */
const tense = momentIn(
  quietWorld()
    .at('floor')
    .with((state) => ({ ...state, spoken: [one], tension: 90 })),
  one,
);

/** The second was hit by the third, which the truth has named and which the second has accused; then, a session later, sanctioned. */
const proven = (done: readonly (readonly [number, Response])[]): readonly Moment[] => {
  const { table, state } = struck({ origin: 'state', culprit: three, clues: [] });
  const game = new Game({ ...table, scenario: styled('reciprocal')(table.scenario) }, state);
  return momentIn(
    game.with((now) => ({
      ...now,
      session: 1,
      tension: 20,
      opinion: now.opinion.map(() => 30),
      incidents: now.incidents.map((incident) => ({
        ...incident,
        out: true,
        responses: done.map(([session, response]) => ({ by: two, session, response, cites: [] })),
      })),
    })),
    two,
  );
};
const accused: Response = { kind: 'attribute', origin: 'state', culprit: three, confidence: 'high' };
const punished = [
  ...proven([[0, accused]]),
  ...proven([
    [0, accused],
    [0, { kind: 'sanction', on: three }],
  ]),
];

const played = [
  ...momentsIn(scenarioIn('hospital-night'), 'incidents', 'gentle'),
  ...momentsIn(scenarioIn('hospital-night'), 'incidents', 'hard'),
  ...['geneva-2021', 'first-steps'].flatMap((name) => momentsByAll(scenarioIn(name), 'incidents')),
  ...momentsByAll(bluffing(invented('a')), 'incidents'),
];

describe('what is said with an answer to an incident, and with a step down the ladder', () => {
  it('is so, and each reason of it is met', () => {
    expectAllSo([tense, punished, played].flat(), THEMES.incidents);
  });

  it('is met with nearly every answer that a machine gives', () => {
    const given = [...punished, ...played].flatMap(({ command }) =>
      command.kind === 'respond' ? [command.response.kind] : [],
    );
    expect(given).toEqual(
      expect.arrayContaining([
        'attribute',
        'endorse',
        'assess',
        'sanction',
        'countermeasure',
        'investigate',
        'inquiry',
        'hotline',
        'share',
        'assist',
      ]),
    );
  });
});
