import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './packages.mjs';

/**
 * Runs a TypeScript file in this terminal and ends as it ends. It is bundled first, as it would be for release:
 * a runner that wraps every function would slow the rules down to a third, and starts a second later.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {readonly string[]} [nodeArgs]
 */
export const runSource = async (file, args, nodeArgs = []) => {
  const outdir = `${ROOT}/node_modules/.cache/nothing-is-agreed/run-${process.pid}`;
  await build({
    entryPoints: [file],
    outdir,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outExtension: { '.js': '.mjs' },
    sourcemap: true,
    logLevel: 'warning',
  });
  const entry = `${outdir}/${basename(file).replace(/\.ts$/, '.mjs')}`;
  const child = spawn(process.execPath, ['--enable-source-maps', ...nodeArgs, entry, ...args], {
    stdio: 'inherit',
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    rmSync(outdir, { recursive: true, force: true });
    process.exit(code ?? (signal === 'SIGINT' ? 130 : 1));
  });
};
