import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

/** What the compiler and the linter say about one file: their codes, TS6307 or no-restricted-imports. */
export type Findings = ReadonlyMap<string, ReadonlySet<string>>;

/** A copy of the sources and the configuration; nothing is ever planted where others work. */
export interface Copy {
  plant(file: string, text: string): void;
  /** As {@link plant}, but leaves a file that is there alone. */
  plantIfMissing(file: string, text: string): void;
  compile(): Findings;
  lint(): Findings;
  remove(): void;
}

export const copyOfTheTree = (): Copy => {
  const home = mkdtempSync(join(tmpdir(), 'walls-'));
  for (const name of readdirSync(ROOT)) {
    if (/^(tsconfig.*\.json|\.oxlintrc\.json|package\.json|\.gitignore)$/.test(name)) {
      cpSync(join(ROOT, name), join(home, name));
    }
  }
  cpSync(join(ROOT, 'src'), join(home, 'src'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(home, 'node_modules'), 'junction');

  const plant = (file: string, text: string): void => {
    const path = join(home, file);
    if (existsSync(path)) throw new Error(`${file} is there already: plant under another name`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };

  return {
    plant,
    plantIfMissing: (file, text) => {
      if (!existsSync(join(home, file))) plant(file, text);
    },
    compile: () => {
      const said = run(home, bin('typescript', 'tsc'), [
        '-b',
        'src/client',
        'src/server',
        'src/cli',
        '--pretty',
        'false',
      ]);
      const found = new Map<string, Set<string>>();
      for (const [, file = '', code = ''] of said.matchAll(/^(\S.*?)\(\d+,\d+\): error (TS\d+)/gm))
        note(found, file, code);
      return found;
    },
    lint: () => {
      const said = run(home, bin('oxlint', 'oxlint'), ['--format', 'json', 'src']);
      const found = new Map<string, Set<string>>();
      const { diagnostics } = JSON.parse(said) as { diagnostics: { filename: string; code: string }[] };
      for (const { filename, code } of diagnostics) {
        const file = relative(home, resolve(home, filename));
        note(found, file, /\((.+)\)/.exec(code)?.[1] ?? code);
      }
      return found;
    },
    remove: () => {
      rmSync(home, { recursive: true, force: true });
    },
  };
};

const note = (found: Map<string, Set<string>>, file: string, code: string): void => {
  const path = file.replaceAll('\\', '/');
  found.set(path, (found.get(path) ?? new Set()).add(code));
};

/** The program a package installs, run by this very Node. */
const bin = (name: string, program: string): string => {
  const manifest = require.resolve(`${name}/package.json`);
  const { bin: programs } = require(manifest) as { bin: string | Record<string, string> };
  const file = typeof programs === 'string' ? programs : programs[program];
  if (file === undefined) throw new Error(`${name} has no program ${program}`);
  return join(dirname(manifest), file);
};

/** Standard output, whatever the exit code: a refusal is what we are after. */
const run = (cwd: string, program: string, args: readonly string[]): string => {
  try {
    return execFileSync(process.execPath, [program, ...args], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    if (stdout === undefined || stdout === '')
      throw new Error(`${program} said nothing: ${stderr ?? String(error)}`, { cause: error });
    return stdout;
  }
};
