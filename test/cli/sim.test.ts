import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/cli/command.ts';
import { command } from '../../src/cli/sim.ts';
import { readGameFile } from '../../src/scenario/index.ts';
import { tiny, TINY_TEXT } from '../fixtures/index.ts';
import { captured, fileOf, newFile, TINY, type Said } from './captured.ts';

const sim = (...args: string[]): Promise<Said> => captured((io) => command.run(args, io));

/** What depends on the machine's speed. */
const unhurried = (out: string): object => ({ ...JSON.parse(out), gamesPerSecond: 0, commandsPerSecond: 0 });

describe('nia sim', () => {
  it('gives one document with the fields scripts rely on, the same for the same seed', async () => {
    const { code, out, err } = await sim(TINY, '--games', '3', '--seed', 'x', '--json');
    expect([code, err]).toEqual([0, '']);
    const number = expect.any(Number);
    const ids = tiny.delegations.map(({ id }) => id);
    const result = JSON.parse(out);
    expect(result).toMatchObject({
      scenario: 'tiny',
      seed: 'x',
      games: 3,
      finished: 3,
      adopted: number,
      infeasible: number,
      collapsed: number,
      refusedByRule: number,
      belowReservation: 0,
      redLinesCrossed: 0,
      replayMismatches: 0,
      gamesPerSecond: number,
      commandsPerSecond: number,
      nashShare: { mean: number, p10: number },
      textShare: { mean: number, p10: number },
      paretoDistance: { mean: number },
      promises: { made: number, kept: number, broken: number },
    });
    expect(Object.keys(result.seats)).toEqual(ids);
    for (const id of ids)
      expect(result.seats[id]).toMatchObject({ meanUtility: number, meanReservation: number });
    expect(result.mandateMargin).toBe(300);
    for (const id of ids) {
      const { metMandate, metByMargin, meanGainAdopted } = result.seats[id];
      expect(metByMargin).toBeLessThanOrEqual(metMandate);
      expect(metByMargin === 0 || meanGainAdopted > 0).toBe(true);
    }
    const again = await sim(TINY, '--games', '3', '--seed', 'x', '--json');
    expect(unhurried(again.out)).toEqual(unhurried(out));
    const other = await sim(TINY, '--games', '3', '--seed', 'y', '--json');
    expect(unhurried(other.out)).not.toEqual({ ...unhurried(out), seed: 'y' });
  });

  it('says for people what it found, delegation by delegation', async () => {
    const { code, out } = await sim(TINY, '--games', '1');
    expect(code).toBe(0);
    expect(out).toContain('The river conference: 1 game, seed 1');
    for (const { name } of tiny.delegations) expect(out).toContain(name['en']);
  });

  it('adopts nothing by consensus against a blocker', async () => {
    const file = fileOf('consensus.yaml', TINY_TEXT.replace(/methods: .*/, 'methods: [consensus]'));
    const free = JSON.parse((await sim(file, '--games', '6', '--json')).out);
    const blocked = JSON.parse((await sim(file, '--games', '6', '--seats', 'TOLV=blocker', '--json')).out);
    expect(free.adopted).toBeGreaterThan(0);
    expect(blocked).toMatchObject({ finished: 6, adopted: 0 });
  });

  it('saves the last game, whole and with its scenario', async () => {
    const out = newFile('last.json');
    const { code } = await sim(TINY, '--games', '2', '--seed', 's', '--strength', 'gentle', '--out', out);
    expect(code).toBe(0);
    const opened = readGameFile(readFileSync(out, 'utf8'));
    if (opened.fault !== undefined) throw new Error(opened.fault);
    const { record, state } = opened;
    expect(record).toMatchObject({
      scenario: { id: 'tiny', version: '1.0.0', text: TINY_TEXT },
      seed: 's/2',
      seat: 'observer',
      strength: 'gentle',
    });
    expect(state.status).toBe('closed');
  });

  it('saves nothing of a broken scenario', async () => {
    const broken = fileOf('broken.yaml', 'format: 1\nid: 3\n');
    const out = newFile('none.json');
    const said = await sim(broken, '--out', out);
    expect([said.code, said.out]).toEqual([1, '']);
    expect(said.err).toContain(`${broken}:2:5: `);
    expect(() => readFileSync(out)).toThrow('ENOENT');
  });

  it('falls short of a file that is not there', async () => {
    const said = await sim('nowhere.yaml');
    expect([said.code, said.out]).toEqual([1, '']);
    expect(said.err).toContain('nowhere.yaml:1:1: ');
  });

  it.each([
    [[]],
    [[TINY, TINY]],
    [[TINY, '--games', '0']],
    [[TINY, '--games', '1.5']],
    [[TINY, '--games', '']],
    [[TINY, '--games', 'many']],
    [[TINY, '--seats', 'NOBODY=passive']],
    [[TINY, '--seats', 'KEST=clever']],
    [[TINY, '--seats', 'KEST']],
    [[TINY, '--strength', 'passive']],
    [[TINY, '--out', 'no/such/folder/game.json']],
    [[TINY, '--out', 'src']],
    [[TINY, '--out', '']],
    [[TINY, '--speed', '9']],
  ])('is used wrongly as %j', async (args) => {
    await expect(sim(...args)).rejects.toThrow(UsageError);
  });
});
