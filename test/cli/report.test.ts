import { readdirSync, readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/cli/command.ts';
import { command } from '../../src/cli/report.ts';
import { believedOf } from '../../src/analysis/debrief/index.ts';
import { believe } from '../../src/delegates/index.ts';
import { command as simCommand } from '../../src/cli/sim.ts';
import type { Scenario } from '../../src/engine/seat.ts';
import { readGameFile, tableOf, writeGameFile } from '../../src/scenario/index.ts';
import { readRight } from '../fixtures/index.ts';
import { captured, fileOf, newFile, TINY, type Said } from './captured.ts';
import { statementFaults } from './xapi-rules.ts';

const report = (...args: string[]): Promise<Said> => captured((io) => command.run(args, io));

/** A conference with more delegations than these is left out here. */
const CROWD = 40;

const SCENARIOS = [
  TINY,
  ...readdirSync('scenarios')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `scenarios/${name}`)
    // A page on a game of 193 takes half a minute of the processor: one is made by hand, not with every test.
    .filter((file) => readRight(readFileSync(file, 'utf8')).delegations.length <= CROWD),
];

interface Made {
  readonly scenario: Scenario;
  readonly game: string;
  readonly teacher: string;
  readonly anonymous: string;
  readonly csv: string;
  readonly statements: readonly Record<string, unknown>[];
}

const made = new Map<string, Made>();
const of = (file: string): Made => {
  const found = made.get(file);
  if (found === undefined) throw new Error(`no report of ${file}`);
  return found;
};

beforeAll(async () => {
  for (const [place, file] of SCENARIOS.entries()) {
    const game = newFile(`game-${place}.json`);
    const xapi = newFile(`xapi-${place}.json`);
    const csv = newFile(`csv-${place}`);
    const scenario = readRight(readFileSync(file, 'utf8'));
    // A hundred and ninety-three that all negotiate take their time; here they only sit there.
    const crowd = scenario.delegations.length > 26;
    const seats = crowd ? ['--seats', scenario.delegations.map(({ id }) => `${id}=passive`).join(',')] : [];
    const sim = await captured((io) =>
      simCommand.run([file, '--games', '1', '--seed', 'report', '--out', game, '--json', ...seats], io),
    );
    if (sim.code !== 0) throw new Error(sim.err);
    // Branches are played games: many for the smallest, one of each where it costs no minute.
    const runs = scenario.delegations.length > 12 ? '0' : file === TINY ? '2' : '1';
    const teacher = await report(game, '--branches', runs, '--csv', csv, '--xapi', xapi);
    const anonymous = await report(game, '--branches', file === TINY ? '1' : '0', '--anonymous');
    if (teacher.code + anonymous.code !== 0) throw new Error(teacher.err + anonymous.err);
    made.set(file, {
      scenario,
      game,
      teacher: teacher.out,
      anonymous: anonymous.out,
      csv,
      statements: JSON.parse(readFileSync(xapi, 'utf8')),
    });
  }
}, 600_000);

const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:a11y'] });

const faultsOf = (html: string): readonly string[] =>
  validator
    .validateStringSync(html)
    .results.flatMap(({ messages }) =>
      messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
    );

describe.each(SCENARIOS)('nia report on a game of %s', (file) => {
  it('is valid, accessible HTML for each of its readers', async () => {
    const { teacher, anonymous, scenario, game } = of(file);
    expect(faultsOf(teacher)).toEqual([]);
    expect(faultsOf(anonymous)).toEqual([]);
    const [first] = scenario.delegations;
    const mine = await report(game, '--for', first?.id ?? '');
    expect([mine.code, faultsOf(mine.out)]).toEqual([0, []]);
  });

  it('asks for nothing outside the file', () => {
    const { teacher, anonymous } = of(file);
    for (const html of [teacher, anonymous]) {
      expect(html).toContain("default-src 'none'");
      expect(html).not.toMatch(/\b(?:src|href|srcset|action|data|poster)\s*=|url\(|@import|<script|<link/iu);
    }
  });

  it('has every part of an after-action review, and a table for every drawing', () => {
    const { teacher } = of(file);
    for (const part of ['goals', 'happened', 'strengths', 'gaps', 'actions', 'talk'])
      expect(teacher).toContain(`<section id="${part}"`);
    const count = (pattern: RegExp): number => [...teacher.matchAll(pattern)].length;
    expect(count(/<svg /gu)).toBeGreaterThanOrEqual(8);
    expect(count(/<figure [^>]*>(?:(?!<\/figure>)[^])*?<svg (?:(?!<\/figure>)[^])*?<table>/gu)).toBe(
      count(/<svg /gu),
    );
    expect(teacher).not.toMatch(/undefined|NaN|\[object|\{\{/u);
  });

  it('without names it names nobody, nor what would give somebody away', () => {
    const { anonymous: page, teacher, scenario } = of(file);
    // Georgia is a typeface, too.
    const anonymous = page.replace(/<style>[^]*<\/style>/u, '');
    for (const { name, placard } of scenario.delegations) {
      const called = name[scenario.language] ?? '';
      expect(teacher).toContain(called);
      expect(anonymous).not.toContain(called);
      expect(anonymous).not.toContain(`>${placard[scenario.language] ?? ''}<`);
    }
    for (const { title } of scenario.incidents)
      expect(anonymous).not.toContain(`>${title[scenario.language] ?? ''}<`);
  });

  it('its statements keep the rules of the xAPI specification, each once', () => {
    const { statements, scenario } = of(file);
    for (const statement of statements) expect(statementFaults(statement)).toEqual([]);
    expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
    const completed = statements.filter((statement) => JSON.stringify(statement).includes('verbs/completed'));
    expect(completed).toHaveLength(scenario.delegations.length);
  });

  it('its sheets have as many cells in every row', () => {
    const { csv, scenario } = of(file);
    for (const name of readdirSync(csv)) {
      const lines = readFileSync(`${csv}/${name}`, 'utf8').trimEnd().split('\r\n');
      const widths = new Set(lines.map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/u).length));
      expect([name, widths.size]).toEqual([name, 1]);
    }
    const seats = readFileSync(`${csv}/seats.csv`, 'utf8').trimEnd().split('\r\n');
    expect(seats).toHaveLength(scenario.delegations.length + 1);
  });
});

describe('nia report', () => {
  it('gives one delegation its own figures, and nobody else’s', async () => {
    const { scenario, game } = of(TINY);
    const csv = newFile('whole');
    await report(game, '--branches', '0', '--csv', csv, '--out', newFile('x.html'));
    const rows = readFileSync(`${csv}/seats.csv`, 'utf8').trimEnd().split('\r\n').slice(1);
    const gains = rows.map((row) => Number(row.split(',')[4]));
    const signed = (gain: number): string =>
      `>${gain < 0 ? '−' : gain > 0 ? '+' : ''}${(Math.abs(gain) / 100).toFixed(1)}<`;
    for (const [place, { id }] of scenario.delegations.entries()) {
      const { out } = await report(game, '--for', id);
      expect(out).toContain(signed(gains[place] ?? 0));
      for (const [other, gain] of gains.entries())
        expect(
          other !== place && gain !== gains[place] && out.includes(`<dd>${signed(gain).slice(1, -1)}</dd>`),
        ).toBe(false);
    }
  });

  it('says why AI players brought a turning point about; for one delegation its own reasons alone', async () => {
    const { scenario, game, teacher, anonymous } = of('scenarios/oewg-2022.yaml');
    const whys = (html: string): readonly string[] =>
      [...html.matchAll(/<p class="why">Why \(([^)]*)\): ([^<]*)<\/p>/gu)].map(([, who]) => who ?? '');
    expect(whys(teacher).length).toBeGreaterThan(1);
    expect(whys(anonymous).length).toBe(whys(teacher).length);
    for (const { id, name } of scenario.delegations) {
      const { out } = await report(game, '--for', id, '--branches', '0');
      for (const who of whys(out)) expect(who).toBe(name[scenario.language]);
    }
    // An old game has none.
    const opened = readGameFile(readFileSync(game, 'utf8'));
    if (opened.fault !== undefined) throw new Error(opened.fault);
    const moves = opened.record.moves.map((move) => ({ ...move, because: [] }));
    const file = fileOf('old.json', writeGameFile({ ...opened.record, moves }));
    const old = await report(file, '--branches', '0');
    expect([old.code, whys(old.out)]).toEqual([0, []]);
  });

  it('tells what was believed of each delegation, and what was so; one delegation reads none of it', async () => {
    for (const file of [TINY, 'scenarios/oewg-2022.yaml']) {
      const { game, teacher, anonymous, scenario } = of(file);
      const opened = readGameFile(readFileSync(game, 'utf8'));
      if (opened.fault !== undefined) throw new Error(opened.fault);
      const table = tableOf(scenario, opened.record);
      const all = believedOf({ table, moves: opened.record.moves }, believe);
      const worth = (hundredths: number): string => (hundredths / 100).toFixed(1).replace('-', '−');
      const rowsOf = (html: string): readonly (readonly string[])[] =>
        [
          ...(/<figure id="believed-chart"[^]*?<\/figure>/u.exec(html)?.[0] ?? '').matchAll(
            /<tr><th scope="row">.*<\/tr>/gu,
          ),
        ].map(([row]) => row.split(/<[^>]+>/u).filter((cell) => cell !== ''));
      expect(rowsOf(teacher)).toHaveLength(scenario.delegations.length);
      const figures = all.map(({ reservation: { low, high, truth }, favourites, articles }) => [
        `${worth(low)} – ${worth(high)}`,
        worth(truth),
        `${favourites} / ${articles.length}`,
      ]);
      const told = (html: string) => rowsOf(html).map((cells) => [cells[1], cells[2], cells[5]]);
      expect(told(teacher)).toEqual(figures);
      // Without names the same in another order.
      expect(new Set(told(anonymous).map(String))).toEqual(new Set(figures.map(String)));
      expect(told(anonymous)).not.toEqual(figures);
      const misses = all.filter(({ reservation }) => reservation.off > 0).length;
      expect([...teacher.matchAll(/class="truth missed"/gu)]).toHaveLength(misses);
      const { out } = await report(game, '--for', scenario.delegations[0]?.id ?? '');
      expect(out).not.toContain('believed-chart');
    }
  });

  it('without names its sheets and statements name nobody either', async () => {
    const { scenario, game } = of('scenarios/oewg-2022.yaml');
    const csv = newFile('nameless');
    const xapi = newFile('nameless.json');
    await report(game, '--anonymous', '--branches', '0', '--csv', csv, '--xapi', xapi, '--json');
    const all = [xapi, ...readdirSync(csv).map((name) => `${csv}/${name}`)]
      .map((name) => readFileSync(name, 'utf8'))
      .join('\n');
    const known = [...scenario.delegations, ...scenario.incidents, ...scenario.contexts];
    for (const { id } of known) expect(all).not.toMatch(new RegExp(`(?:^|[",])${id}(?:[",]|$)`, 'mu'));
    for (const { name } of scenario.delegations) expect(all).not.toContain(name[scenario.language] ?? '');
  });

  it('is the same for the same game', async () => {
    const { game, teacher } = of(TINY);
    expect((await report(game, '--branches', '2')).out).toBe(teacher);
  });

  it('writes files, and says in JSON which', async () => {
    const { game } = of(TINY);
    const out = newFile('report.html');
    const said = await report(game, '--out', out, '--branches', '0', '--json');
    expect(JSON.parse(said.out)).toMatchObject({ out, csv: [], xapi: null, statements: 0 });
    expect(readFileSync(out, 'utf8')).toMatch(/^<!DOCTYPE html>/u);
  });

  it('reports no game that was changed after it was written', async () => {
    const opened = readGameFile(readFileSync(of(TINY).game, 'utf8'));
    if (opened.fault !== undefined) throw new Error(opened.fault);
    const { record } = opened;
    const moves = record.moves.map((move, place) => (place === 3 ? { ...move, hash: '0'.repeat(14) } : move));
    const { code, out, err } = await report(fileOf('forged.json', writeGameFile({ ...record, moves })));
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('was changed');
  });

  it.each([
    ['--for', 'nobody'],
    ['--for', 'A', '--anonymous'],
    ['--for', 'A', '--xapi', 'x.json'],
    ['--branches', '-1'],
    ['--branches', 'some'],
    ['--home', 'nowhere'],
    ['--out', 'no/such/folder/x.html'],
  ])('%s %s is wrong use', async (...args) => {
    await expect(report(of(TINY).game, ...args)).rejects.toThrow(UsageError);
  });

  it('the rules for statements can be broken', () => {
    const [good] = of(TINY).statements;
    expect(statementFaults(good)).toEqual([]);
    for (const bad of [
      { ...good, id: '1' },
      { ...good, verb: { id: 'did', display: { en: 'did' } } },
      { ...good, result: { score: { scaled: 2, raw: 1 } } },
      { ...good, actor: { objectType: 'Agent', name: 'x' } },
      { ...good, result: null },
      { ...good, more: 1 },
    ])
      expect(statementFaults(bad)).not.toEqual([]);
  });
});
