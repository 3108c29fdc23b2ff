// npm run schema: writes scenarios/schema.json from the reader's own shape, as src/scenario/schema-json.ts gives it.
import { rmSync, writeFileSync } from 'node:fs';
import { checkNode } from './node-version.mjs';

checkNode();
const { installPackages, ROOT } = await import('./packages.mjs');
installPackages();
const { build } = await import('esbuild');
const outfile = `${ROOT}/node_modules/.cache/nothing-is-agreed/schema-${process.pid}.mjs`;
await build({
  entryPoints: [`${ROOT}/src/scenario/schema-json.ts`],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
});
const { scenarioSchema } = await import(outfile);
rmSync(outfile);
writeFileSync(`${ROOT}/scenarios/schema.json`, `${JSON.stringify(scenarioSchema(), undefined, 2)}\n`);
