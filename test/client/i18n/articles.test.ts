import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assembly } from '../../../src/client/i18n/en/assembly.ts';
import { codes } from '../../../src/client/i18n/en/codes.ts';
import { compose } from '../../../src/client/i18n/en/compose.ts';
import { debrief } from '../../../src/client/i18n/en/debrief.ts';
import { ending } from '../../../src/client/i18n/en/ending.ts';
import { facilitator } from '../../../src/client/i18n/en/facilitator.ts';
import { film } from '../../../src/client/i18n/en/film.ts';
import { back } from '../../../src/client/i18n/en/handover.ts';
import { table } from '../../../src/client/i18n/en/table.ts';
import { ui } from '../../../src/client/i18n/en/ui.ts';
import { voice } from '../../../src/client/i18n/en/voice.ts';
import { world } from '../../../src/client/i18n/en/world.ts';
import { worldUi } from '../../../src/client/i18n/en/world-ui.ts';
import { workshop } from '../../../src/client/i18n/en/workshop.ts';
import { eventText } from '../../../src/client/i18n/events.ts';
import { code, listedNames } from '../../../src/client/i18n/index.ts';
import { namesOf } from '../../../src/client/i18n/names.ts';
import { words } from '../../../src/client/i18n/room-words.ts';
import { originText, refusalText, wouldText } from '../../../src/client/i18n/sentences.ts';
import { say as sayOnTable } from '../../../src/client/table/words.ts';
import {
  asConcession,
  asDelegation,
  asIncident,
  asOffer,
  type Event,
  type Offer,
} from '../../../src/engine/seat.ts';
import { believed } from '../../../src/report/en-believed.ts';
import { en } from '../../../src/report/en.ts';
import { say } from '../../../src/report/words.ts';
import { readRight } from '../../fixtures/index.ts';

const catalogs: readonly Readonly<Record<string, string>>[] = [
  assembly,
  believed,
  codes,
  compose,
  debrief,
  en,
  ending,
  facilitator,
  film,
  back,
  table,
  ui,
  voice,
  words,
  workshop,
  world,
  worldUi,
];
const sentences = catalogs.flatMap((catalog) => Object.entries(catalog));

/** Clauses that only stand inside another sentence. */
const CLAUSE = /^(?:reason|would|why)\./u;

describe('marks of names in catalogs', () => {
  const marked = sentences.flatMap(([key, text]) =>
    [...text.matchAll(/\{\{(\w+)(?:,([^}]*))?\}\}/gu)].flatMap((found) =>
      found[2] === undefined ? [] : [{ key, text, how: found[2], before: text.slice(0, found.index) }],
    ),
  );

  it('are “the” and “The”, and there are many', () => {
    expect(new Set(marked.map(({ how }) => how))).toEqual(new Set([' the', ' The']));
    expect(marked.length).toBeGreaterThan(150);
  });
  it('“The” stands where a sentence begins, “the” where none does', () => {
    for (const { key, text, how, before } of marked) {
      const begins = /^$|[.?!] $/u.test(before) && !CLAUSE.test(key);
      expect(how, `${key}: ${text}`).toBe(begins ? ' The' : ' the');
    }
  });
  it('no article stands before a name that brings its own, and a name before “delegation” brings none', () => {
    for (const { key, text } of marked) expect(text, key).not.toMatch(/\b(?:an?|the) \{\{\w+, [tT]he\}\}/iu);
    for (const [key, text] of sentences) expect(text, key).not.toMatch(/, [tT]he\}\} delegation/u);
  });
  it('no name is followed by an ’s: “the United States’s”', () => {
    for (const [key, text] of sentences) expect(text, key).not.toContain('}}’s');
  });
});

describe('sentences about delegations whose names have an article', () => {
  const scenario = readRight(
    readFileSync(new URL('../../../scenarios/class-45.yaml', import.meta.url), 'utf8'),
  );
  const names = namesOf(scenario);
  const us = asDelegation('US');
  const ru = asDelegation('RU');
  const eu = asDelegation('EU');
  const br = asDelegation('BR');
  const id = asOffer('offer-1');
  const offer: Offer = {
    id,
    from: ru,
    to: [us],
    undertakings: [],
    open: true,
    because: [],
    expires: 1,
    accepted: [],
  };
  const offers = new Map([[id, offer]]);
  const told = (event: Event): string => eventText(names, event, offers, 'without terms');

  it('offers and their answers', () => {
    const accepted: Event = { kind: 'offer-accepted', by: us, offer: id, parties: [ru, us], because: [] };
    expect(told(accepted)).toBe('The United States accepts the offer of the Russian Federation.');
    expect(eventText(names, { kind: 'offered', offer: { ...offer, from: br, to: [ru, us, eu] } })).toBe(
      'Brazil makes an offer to the Russian Federation, the United States, and the European Union.',
    );
  });
  it('two of them in one sentence, and “everybody”', () => {
    const replied: Event = { kind: 'replied', by: eu, to: br, tone: 'warm' };
    expect(told(replied)).toBe('The European Union replies to Brazil in a warm tone.');
    expect(code('event.clues-shared', { by: names.delegation(us), incident: 'X', with: 'everybody' })).toBe(
      'The United States shares evidence on “X” with everybody.',
    );
  });
  it('whoever is behind an incident', () => {
    expect(originText(names, 'proxy', ru)).toBe('a proxy (the Russian Federation)');
  });
  it('refusals, and what would change a mind', () => {
    expect(refusalText(names, { refused: 'victim-first', victim: us, incident: asIncident('X') })).toBe(
      'A joint inquiry is for the United States to open.',
    );
    const would = wouldText(names, { kind: 'concession', concession: asConcession('X') }, us);
    expect(would).toMatch(/ for the United States$/u);
    expect(wouldText(names, { kind: 'concession', concession: asConcession('X') })).toMatch(/ for us$/u);
  });
  it('the Chair', () => {
    expect(code('event.replied', { by: names.delegation('chair'), to: 'the Chair', tone: 'warm' })).toBe(
      'The Chair replies to the Chair in a warm tone.',
    );
  });
  it('a list begins a sentence as a name does', () => {
    const list = listedNames(['United States', 'China']);
    expect(say('event.point-agreed', { parties: list, point: 'P', track: 'T' })).toBe(
      'The United States and China agreed on “P” (T)',
    );
    expect(say('event.point-agreed', { parties: 'China and the Sudan', point: 'P', track: 'T' })).toBe(
      'China and the Sudan agreed on “P” (T)',
    );
  });
  it('on the table too', () => {
    expect(sayOnTable('theyGive', { name: 'United States' })).toBe('The United States gives');
    expect(sayOnTable('theirGain', { name: 'European Union' })).toBe('For the European Union');
  });
});
