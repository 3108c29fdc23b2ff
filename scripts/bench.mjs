// npm run bench -- NAME …: a measurement of test/bench; without a name, the list of them.
import { existsSync, readdirSync } from 'node:fs';
import { checkNode } from './node-version.mjs';

checkNode();
const { installPackages, ROOT } = await import('./packages.mjs');
const folder = `${ROOT}/test/bench`;
const names = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => file.slice(0, -3))
  : [];
const [name, ...args] = process.argv.slice(2);
if (name !== undefined && names.includes(name)) {
  installPackages();
  const { runSource } = await import('./run-source.mjs');
  await runSource(`${folder}/${name}.ts`, args, ['--expose-gc']);
} else {
  if (name !== undefined) console.error(`There is no bench "${name}".`);
  console.error(
    names.length === 0
      ? 'No benches yet.'
      : `npm run bench -- NAME, where NAME is one of\n  ${names.join('\n  ')}`,
  );
  process.exit(name === undefined ? 0 : 2);
}
