// npm run schema: writes the schemas of scenario and resolution files from the readers' own shapes (src/scenario/schema-json.ts).
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
const { resolutionSchema, scenarioSchema } = await import(outfile);
rmSync(outfile);
/** @type {(file: string, schema: object) => void} */
const write = (file, schema) =>
  writeFileSync(`${ROOT}/scenarios/${file}`, `${JSON.stringify(schema, undefined, 2)}\n`);
write('schema.json', scenarioSchema());
write('resolutions/schema.json', resolutionSchema());
