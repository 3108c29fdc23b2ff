import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foundSeats } from '../../../src/client/panels/FindSeat.tsx';
import { readRight, tiny } from '../../fixtures/index.ts';

const assembly = readRight(readFileSync('scenarios/general-assembly.yaml', 'utf8'));
const found = (wanted: string): readonly string[] => [...foundSeats(assembly, wanted)];

describe('finding a seat', () => {
  it('by the beginning of any word of its name, small or large, with or without accents', () => {
    expect(found('cote')).toEqual(['CIV']);
    expect(found('São')).toEqual(['STP']);
    expect(found('sao')).toEqual(['STP']);
    expect(found('  koREA ')).toEqual(['PRK', 'KOR']);
    expect(found('united s')).toEqual(['USA']);
  });

  it('by a group, the code, or the name on the placard', () => {
    expect(found('african')).toContain('KEN');
    expect(found('african group')).toHaveLength(54);
    expect(found('EU')).toContain('MLT');
    expect(found('nld')).toEqual(['NLD']);
    expect(found('DPR')).toEqual(['PRK']);
  });

  it('everybody if nothing is written, nobody if nobody is called that', () => {
    expect(found('')).toHaveLength(193);
    expect(found(' ')).toHaveLength(193);
    expect(found('atlantis')).toEqual([]);
    expect(foundSeats(tiny, '').size).toBe(tiny.delegations.length);
  });
});
