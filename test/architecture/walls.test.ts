import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { copyOfTheTree, ROOT, type Copy, type Findings } from './copy.ts';

/** Who may import whom. The rest of this file expects the compiler or the linter to refuse everything else. */
const MAY = {
  engine: [],
  scenario: ['engine'],
  analysis: ['engine', 'scenario'],
  delegates: ['engine', 'analysis'],
  trial: ['engine', 'scenario', 'analysis', 'delegates'],
  report: ['engine', 'scenario', 'analysis'],
  protocol: ['engine'],
  server: ['engine', 'scenario', 'analysis', 'delegates', 'report', 'protocol'],
  client: ['engine', 'scenario', 'analysis', 'delegates', 'trial', 'report', 'protocol'],
  cli: ['engine', 'scenario', 'analysis', 'delegates', 'trial', 'report', 'protocol', 'server'],
} as const;
type Room = keyof typeof MAY;
const ROOMS = Object.keys(MAY) as Room[];
const may = (from: Room, to: Room): boolean => (MAY[from] as readonly Room[]).includes(to);

/** Four ways to import: the wall must hold against each. */
const WAYS = {
  value: (from: string) => `import { brick } from '${from}';\nexport const used = brick;\n`,
  type: (from: string) => `import type { Brick } from '${from}';\nexport type Used = Brick;\n`,
  're-export': (from: string) => `export { brick } from '${from}';\n`,
  dynamic: (from: string) => `export const used = async (): Promise<unknown> => import('${from}');\n`,
};
type Way = keyof typeof WAYS;
const WAY_NAMES = Object.keys(WAYS) as Way[];

interface Plant {
  readonly title: string;
  readonly file: string;
  readonly text: string;
  /** The code that refuses it; none for what must pass. */
  readonly refusedBy: string | undefined;
}

const plants: Plant[] = [];
const add = (
  refusedBy: string | undefined,
  title: string,
  room: string,
  text: string,
  extension = 'ts',
): void => {
  plants.push({ title, text, refusedBy, file: `src/${room}/planted-${String(plants.length)}.${extension}` });
};
const DOOR = 'no-restricted-imports';
/** An import of something a package exports; only the name of the package matters to the wall. */
const bare = (name: string): string => `import * as all from '${name}';\nexport const used: unknown = all;\n`;

for (const from of ROOMS) {
  for (const to of ROOMS) {
    if (from === to || may(from, to)) continue;
    // delegates → scenario: the compiler lets through what a room it may see refers to, so the linter guards it.
    const refusedBy = MAY[from].some((seen) => may(seen, to)) ? DOOR : 'TS6307';
    // The compiler complains once about each file from outside, so each way gets a file of its own.
    for (const way of WAY_NAMES)
      add(refusedBy, `${from} → ${to}, ${way}`, from, WAYS[way](`../${to}/brick-${way}.ts`));
  }
}

const SEATED = {
  delegates: '..',
  protocol: '..',
  'client/table': '../..',
  'client/panels': '../..',
  'client/i18n': '../..',
};
for (const [room, up] of Object.entries(SEATED)) {
  for (const way of WAY_NAMES) {
    add(DOOR, `${room} → the state by the back door, ${way}`, room, WAYS[way](`${up}/engine/brick.ts`));
  }
  add(DOOR, `${room} → the host's door`, room, `export * as all from '${up}/engine/index.ts';\n`);
  add(DOOR, `${room} → the folder`, room, `export * as all from '${up}/engine';\n`);
  add(undefined, `${room} → the seat's door`, room, `export * as all from '${up}/engine/seat.ts';\n`);
}
const HOSTS = {
  scenario: '..',
  analysis: '..',
  trial: '..',
  report: '..',
  server: '..',
  cli: '..',
  client: '..',
  'client/session': '../..',
};
for (const [room, up] of Object.entries(HOSTS)) {
  add(DOOR, `${room} → past the host's door`, room, WAYS.type(`${up}/engine/brick.ts`));
  add(undefined, `${room} → the host's door`, room, `export * as all from '${up}/engine/index.ts';\n`);
}
for (const from of ROOMS) {
  for (const to of MAY[from]) {
    if (to !== 'engine') add(undefined, `${from} → ${to}`, from, WAYS.value(`../${to}/brick.ts`));
  }
}

for (const name of ['zod', 'node:fs', 'fs', 'react/jsx-runtime', 'seedrandom']) {
  add(DOOR, `engine → ${name}`, 'engine', bare(name));
}
add(DOOR, 'engine → zod, dynamic', 'engine', WAYS.dynamic('zod'));
add(
  DOOR,
  'engine → zod, type',
  'engine',
  "import type { ZodType } from 'zod';\nexport type Used = ZodType;\n",
);
for (const name of ['node:fs', 'zustand', 'seedrandom'])
  add(DOOR, `scenario → ${name}`, 'scenario', bare(name));
for (const name of ['yaml', 'zod']) add(undefined, `scenario → ${name}`, 'scenario', bare(name));
for (const name of ['yaml', 'zustand']) add(DOOR, `protocol → ${name}`, 'protocol', bare(name));
add(undefined, 'protocol → zod', 'protocol', bare('zod'));
for (const name of [
  'zod',
  'node:crypto',
  'react',
  'd3-geo',
  'd3-scale-chromatic',
  'idb',
  'i18next-fs-backend',
])
  add(DOOR, `report → ${name}`, 'report', bare(name));
for (const name of ['d3-scale', 'd3-shape', 'i18next'])
  add(undefined, `report → ${name}`, 'report', bare(name));
for (const room of ['analysis', 'delegates', 'trial']) add(DOOR, `${room} → zod`, room, bare('zod'));

for (const name of ['react', 'react-dom/client', 'react-aria-components', 'zustand', 'zustand/vanilla']) {
  add(DOOR, `table → ${name}`, 'client/table', bare(name));
}
add(undefined, 'table → phaser', 'client/table', bare('phaser'));
add(DOOR, 'panels → phaser', 'client/panels', bare('phaser'));
add(DOOR, 'panels → phaser, dynamic', 'client/panels', WAYS.dynamic('phaser'));
for (const name of ['react', 'react-aria-components', 'zustand'])
  add(undefined, `panels → ${name}`, 'client/panels', bare(name));
add(DOOR, 'session → phaser', 'client/session', bare('phaser'));
add(undefined, 'session → zustand/vanilla', 'client/session', bare('zustand/vanilla'));
for (const way of WAY_NAMES) {
  add(DOOR, `table → panels, ${way}`, 'client/table', WAYS[way]('../panels/brick.ts'));
  add(DOOR, `panels → table, ${way}`, 'client/panels', WAYS[way]('../table/brick.ts'));
  add(DOOR, `panels → analysis, ${way}`, 'client/panels', WAYS[way]('../../analysis/brick.ts'));
  add(DOOR, `panels → trial, ${way}`, 'client/panels', WAYS[way]('../../trial/brick.ts'));
  add(DOOR, `panels → report, ${way}`, 'client/panels', WAYS[way]('../../report/brick.ts'));
}
for (const way of WAY_NAMES)
  add(DOOR, `i18n → report, ${way}`, 'client/i18n', WAYS[way]('../../report/brick.ts'));
add(
  undefined,
  'i18n → the words for reasons',
  'client/i18n',
  "export { reasons } from '../../report/en-reasons.ts';\n",
);
add(
  undefined,
  'i18n → the words for beliefs',
  'client/i18n',
  "export { believed } from '../../report/en-believed.ts';\n",
);
add(
  undefined,
  'i18n → the article of names',
  'client/i18n',
  "export { withArticle } from '../../report/en-article.ts';\n",
);
for (const room of ['table', 'panels']) {
  add(DOOR, `session → ${room}`, 'client/session', WAYS.type(`../${room}/brick.ts`));
  for (const seen of ['session', 'i18n'])
    add(undefined, `${room} → ${seen}`, `client/${room}`, WAYS.value(`../${seen}/brick.ts`));
}
add(undefined, 'session → delegates', 'client/session', WAYS.value('../../delegates/brick.ts'));
add(undefined, 'a folder in panels → another', 'client/panels/deep', WAYS.value('../brick.ts'));

for (const [code, expression] of [
  ['no-restricted-globals', 'Date.now()'],
  ['no-restricted-properties', 'Math.random()'],
  ['TS2584', 'document.title'],
] as const)
  add(code, `${expression} in report`, 'report', `export const used: unknown = ${expression};\n`);

for (const [code, expression] of [
  ['no-restricted-globals', 'Date.now()'],
  ['no-restricted-globals', 'process.env'],
  ['no-restricted-globals', 'setTimeout'],
  ['no-restricted-properties', 'Math.random()'],
] as const)
  add(code, `${expression} in a room`, 'server/room', `export const used: unknown = ${expression};\n`);
for (const name of ['node:fs', 'pg', 'zod', 'socket.io'])
  add(DOOR, `a room → ${name}`, 'server/room', bare(name));
add(DOOR, 'a room → a sieve’s package', 'server/room', bare('obscenity'));
add(undefined, 'a room → the sieve for words', 'server/room', "export * as all from '../words/sieve.ts';\n");
for (const part of ['store/store', 'hall/keys', 'net/bucket', 'ai/company'])
  add(DOOR, `a room → ${part}`, 'server/room', `export * as all from '../${part}.ts';\n`);
add(undefined, 'a room → the protocol', 'server/room', "export * as all from '../../protocol/index.ts';\n");
add(DOOR, 'a room → past the host’s door', 'server/room', "export * as all from '../../engine/evolve.ts';\n");

for (const room of ['engine', 'scenario', 'analysis', 'delegates', 'trial']) {
  const says = (code: string, title: string, expression: string): void => {
    add(code, `${title} in ${room}`, room, `export const used: unknown = ${expression};\n`);
  };
  says('no-restricted-globals', 'Date.now', 'Date.now()');
  says('no-restricted-globals', 'new Date', 'new Date(0)');
  says('no-restricted-globals', 'the clock through globalThis', 'globalThis.Date');
  says('no-restricted-globals', 'Intl', "new Intl.NumberFormat('en')");
  says('no-restricted-properties', 'Math.random', 'Math.random()');
  says('no-restricted-properties', 'Math.exp', 'Math.exp(1)');
  says('no-restricted-properties', 'localeCompare', "'a'.localeCompare('b')");
  says('TS2584', 'document', 'document.title');
  says('TS2304', 'window', 'window');
  says('TS2304', 'setTimeout', 'setTimeout');
  says('TS2304', 'performance', 'performance');
  add(
    'no-restricted-properties',
    `Math.random, taken apart, in ${room}`,
    room,
    'export const { random } = Math;\n',
  );
  add('TS2591', `process in ${room}`, room, 'export const used: unknown = process.env;\n');
}

const KINDS = "const KINDS = ['offer', 'accept'] as const;\ntype Kind = (typeof KINDS)[number];\n";
add(
  'switch-exhaustiveness-check',
  'a switch without a case',
  'engine',
  `${KINDS}export const heard = (kind: Kind): void => {\n  switch (kind) {\n    case 'offer':\n      break;\n  }\n};\nexport { KINDS };\n`,
);
add(
  'no-floating-promises',
  'a promise nobody awaits',
  'server',
  'const later = async (): Promise<number> => 1;\nexport const now = (): void => {\n  later();\n};\n',
);
add('no-explicit-any', 'any', 'engine', 'export const used: any = 1;\n');
add(
  'no-non-null-assertion',
  'a non-null assertion',
  'engine',
  'export const used = (a: number | undefined): number => a!;\n',
);
add('max-lines', 'a file of 401 lines', 'engine', `export const used = [\n${'  1,\n'.repeat(399)}];\n`);
add(undefined, 'a file of 400 lines', 'engine', `export const used = [\n${'  1,\n'.repeat(398)}];\n`);
add(
  'TS2322',
  'a plain string as an article',
  'engine',
  "import type { ArticleId } from './ids.ts';\nexport const used: ArticleId = 'art-01';\n",
);
add(
  'TS2540',
  'a state changed in place',
  'engine',
  "import type { State } from './state.ts';\nexport const spoil = (state: State): void => {\n  state.phase = state.phase;\n};\n",
);
plants.push(
  {
    title: 'a circle of two files, one side',
    file: 'src/engine/planted-hen.ts',
    text: "import { egg } from './planted-egg.ts';\nexport const hen = (): unknown => egg;\n",
    refusedBy: 'no-cycle',
  },
  {
    title: 'a circle of two files, the other',
    file: 'src/engine/planted-egg.ts',
    text: "import { hen } from './planted-hen.ts';\nexport const egg = (): unknown => hen;\n",
    refusedBy: 'no-cycle',
  },
);

describe('the walls between the rooms', () => {
  let copy: Copy;
  let compiled: Findings;
  let linted: Findings;

  beforeAll(() => {
    copy = copyOfTheTree();
    for (const door of ['index', 'seat'])
      copy.plantIfMissing(`src/engine/${door}.ts`, 'export const door = 1;\n');
    for (const room of [...ROOMS, 'client/session', 'client/table', 'client/panels', 'client/i18n']) {
      for (const brick of ['brick', ...WAY_NAMES.map((way) => `brick-${way}`)]) {
        copy.plant(`src/${room}/${brick}.ts`, 'export const brick = 1;\nexport type Brick = number;\n');
      }
    }
    for (const { file, text } of plants) copy.plant(file, text);
    compiled = copy.compile();
    linted = copy.lint();
  }, 600_000);
  afterAll(() => {
    copy.remove();
  });

  const said = (file: string): string[] => [...(compiled.get(file) ?? []), ...(linted.get(file) ?? [])];

  it.each(plants.filter(({ refusedBy }) => refusedBy !== undefined))(
    '$title: refused',
    ({ file, refusedBy }) => {
      expect(said(file)).toContain(refusedBy);
    },
  );

  it.each(plants.filter(({ refusedBy }) => refusedBy === undefined))('$title: passes', ({ file }) => {
    expect(said(file)).toEqual([]);
  });

  it('the sources import no package that only developers install', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const imported = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .flatMap((file) =>
        [
          // Types leave no trace in what runs.
          ...readFileSync(join(ROOT, 'src', file), 'utf8')
            .replaceAll(/^(?:import|export) type [^;]*;$/gm, '')
            .matchAll(/(?:^import|\bfrom|\bimport\() ?'((?:@[^/']+\/)?[a-z][^/']*)/gm),
        ]
          .map(([, name = '']) => name)
          .filter((name) => !name.startsWith('node:') && !(name in dependencies))
          .map((name) => `${file}: ${name}`),
      );
    expect(imported).toEqual([]);
  });

  it('the drawing of lots may import seedrandom', () => {
    expect([...(linted.get('src/engine/draw.ts') ?? [])]).not.toContain(DOOR);
  });
});
