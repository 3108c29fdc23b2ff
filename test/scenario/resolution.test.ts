import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readResolution } from '../../src/scenario/index.ts';
import { readRight, tiny } from '../fixtures/index.ts';

const DRAFT = `format: 1
id: river-1
language: en
symbol: R/1
title: On the river
date: 2029-05-06
sponsors: [MARA]
provisions: { SHIELD: named, FUND: fund }
coding: As it is written.
tally: { yes: 2, no: 1, abstain: 0 }
recorded: { yes: MARA TOLV, no: KEST, abstain: '' }
sources: [{ title: The minutes, where: Town hall, seen: false }]
`;

const faults = (text: string) => readResolution(text, tiny).faults ?? [];
const codes = (from: string, to: string): readonly string[] => {
  expect(DRAFT).toContain(from);
  return faults(DRAFT.replace(from, to)).map(({ line, code }) => `${line} ${code}`);
};

describe('a resolution file', () => {
  it('is read in the terms of a scenario', () => {
    const { resolution } = readResolution(DRAFT, tiny);
    expect(resolution?.text).toEqual(
      tiny.articles.map(({ id, options }) =>
        Math.max(
          0,
          options.findIndex((option) => option.id === { SHIELD: 'named', FUND: 'fund' }[String(id)]),
        ),
      ),
    );
    expect(resolution?.recorded).toEqual(
      tiny.delegations.map(({ id }) => ({ MARA: 'yes', TOLV: 'yes', KEST: 'no' })[String(id)]),
    );
    expect(resolution?.cosponsors).toEqual([]);
    const signed = readResolution(DRAFT.replace('[MARA]', '[MARA]\ncosponsors: [TOLV]'), tiny).resolution;
    expect(signed?.cosponsors).toEqual(['TOLV']);
  });

  it.each([
    ['an article that the scenario has not', 'SHIELD: named', 'SHELD: named', '8 unknown-id'],
    ['an option that the article has not', 'SHIELD: named', 'SHIELD: nmed', '8 unknown-id'],
    ['a sponsor that does not sit there', '[MARA]', '[MARO]', '7 unknown-id'],
    ['a co-sponsor that does not sit there', '[MARA]', '[MARA]\ncosponsors: [TOLF]', '8 unknown-id'],
    ['a co-sponsor that holds the pen', '[MARA]', '[MARA]\ncosponsors: [TOLV, MARA]', '8 duplicate-id'],
    ['a co-sponsor named twice', '[MARA]', '[MARA]\ncosponsors: [TOLV, TOLV]', '8 duplicate-id'],
    ['a voter that does not sit there', 'no: KEST', 'no: KOST', '11 unknown-id'],
    ['a tally that is another', 'no: 1,', 'no: 2,', '10 bad-sum'],
    ['a day that is none', '2029-05-06', '6 May 2029', '6 wrong-value'],
    ['a field that is none', 'symbol:', 'symbl:', '4 unknown-key'],
  ])('%s is told at its place', (_, from, to, found) => {
    expect(codes(from, to)).toEqual([found]);
  });

  it('says who voted twice', () => {
    expect(codes('no: KEST', 'no: TOLV')).toEqual(['11 duplicate-id']);
  });

  it('says all that is wrong in one run, with the nearest known name', () => {
    const found = faults(DRAFT.replace('FUND: fund', 'FUND: fnd').replace('id: river-1', 'id: River 1'));
    expect(found.map(({ code }) => code)).toEqual(['wrong-value', 'unknown-id']);
    expect(found[1]?.write).toEqual(['fund']);
  });

  it('is answered, whatever it holds', () => {
    fc.assert(
      fc.property(fc.nat(DRAFT.length), fc.string({ maxLength: 12 }), (at, put) => {
        const { resolution, faults: said = [] } = readResolution(
          DRAFT.slice(0, at) + put + DRAFT.slice(at),
          tiny,
        );
        expect(resolution === undefined).toBe(said.length > 0);
      }),
      { numRuns: 300 },
    );
  });
});

it('every resolution of the shelf is right, and the six roll calls have the official counts', () => {
  const assembly = readRight(readFileSync('scenarios/general-assembly.yaml', 'utf8'));
  const files = readdirSync('scenarios/resolutions').filter((name) => name.endsWith('.yaml'));
  const read = files.map((name) =>
    readResolution(readFileSync(`scenarios/resolutions/${name}`, 'utf8'), assembly),
  );
  expect(read.flatMap((reading) => reading.faults ?? [])).toEqual([]);
  const counted = read.flatMap(({ resolution }) =>
    resolution === undefined || resolution.recorded.length === 0
      ? []
      : [
          [
            resolution.symbol,
            (['yes', 'no', 'abstain'] as const).map(
              (wanted) => resolution.recorded.filter((ballot) => ballot === wanted).length,
            ),
          ],
        ],
  );
  // Official counts: press.un.org and the UN Digital Library.
  expect(Object.fromEntries(counted)).toEqual({
    'A/RES/73/27': [119, 46, 14],
    'A/RES/73/187': [94, 59, 33],
    'A/RES/73/266': [138, 12, 16],
    'A/RES/74/28': [163, 10, 6],
    'A/RES/74/29': [129, 6, 45],
    'A/RES/74/247': [79, 60, 33],
  });
});
