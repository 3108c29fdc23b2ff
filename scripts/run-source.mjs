import { spawn } from 'node:child_process';

/**
 * Runs a TypeScript file in this terminal and ends as it ends.
 * @param {string} file
 * @param {readonly string[]} args
 */
export const runSource = (file, args) => {
  const tsx = import.meta.resolve('tsx');
  const child = spawn(process.execPath, ['--import', tsx, file, ...args], { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
};
