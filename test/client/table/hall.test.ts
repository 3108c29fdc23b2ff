import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seatedIn, standingIn } from '../../../src/client/table/model/hall.ts';
import { readRight, tiny } from '../../fixtures/index.ts';

const assembly = readRight(readFileSync('scenarios/general-assembly.yaml', 'utf8'));
const placeOf = (id: string): number => assembly.delegations.findIndex((one) => one.id === id);

describe('who is drawn', () => {
  it('is everybody where all can be drawn', () => {
    expect(seatedIn(tiny, 0)).toEqual([0, 1, 2]);
    expect(standingIn(tiny, 1)).toEqual([0, 2]);
  });

  it('is oneself and the notable ones of a large conference, in the order of the scenario', () => {
    const [vanuatu, usa, russia] = [placeOf('VUT'), placeOf('USA'), placeOf('RUS')];
    const seated = seatedIn(assembly, vanuatu);
    expect(seated).toHaveLength(16);
    expect(seated).toContain(vanuatu);
    expect(seated).toEqual(seated.toSorted((a, b) => a - b));
    expect(new Set(seated).size).toBe(16);
    const standing = standingIn(assembly, vanuatu);
    expect(standing).not.toContain(vanuatu);
    expect(standing).toHaveLength(14);
    // Somebody who watches sees those of whom the scenario has something of their own to say.
    const about = (place: number): string => JSON.stringify(assembly.delegations[place]?.about);
    const abouts = assembly.delegations.map((_, place) => about(place));
    for (const place of seatedIn(assembly, -1))
      expect(abouts.filter((other) => other === about(place))).toHaveLength(1);
    expect(seated).toEqual(expect.arrayContaining([usa, russia]));
    const regions = ['African Group', 'Asia-Pacific Group', 'Eastern European Group', 'GRULAC'];
    for (const region of regions)
      expect(
        seated.filter((place) => assembly.delegations[place]?.groups.includes(region)).length,
      ).toBeGreaterThan(0);
  });
});
