import { expect, it } from 'vitest';
import { faultText } from '../../../src/client/panels/Messages.tsx';
import type { LoadFault } from '../../../src/client/session/index.ts';

const faults: { readonly [K in LoadFault['fault']]: Extract<LoadFault, { readonly fault: K }> } = {
  'not-a-game-file': { fault: 'not-a-game-file' },
  truncated: { fault: 'truncated' },
  'newer-version': { fault: 'newer-version', version: 7 },
  tampered: { fault: 'tampered', at: 3 },
  'scenario-faults': {
    fault: 'scenario-faults',
    faults: [{ line: 12, column: 3, message: 'there is no article MOON' }],
  },
  'no-such-scenario': { fault: 'no-such-scenario', scenario: 'atlantis' },
  'no-such-save': { fault: 'no-such-save' },
  'open-elsewhere': { fault: 'open-elsewhere' },
  storage: { fault: 'storage', message: 'the disk is full' },
  'not-saved': { fault: 'not-saved', message: 'no room' },
  crashed: { fault: 'crashed', goesOn: true, message: 'it stumbled' },
};

it('every fault has its own sentence, with what is known of it', () => {
  const said = Object.values(faults).map(faultText);
  expect(new Set(said).size).toBe(said.length);
  for (const sentence of said) expect(sentence).not.toMatch(/\{\{|undefined|fault\.|^$/u);
  expect(faultText(faults['newer-version'])).toContain('7');
  expect(faultText(faults['scenario-faults'])).toMatch(/12.*there is no article MOON/u);
  expect(faultText(faults['no-such-scenario'])).toContain('atlantis');
  expect(faultText(faults.storage)).toContain('the disk is full');
  expect(faultText(faults['not-saved'])).toContain('no room');
  const forGood = faultText({ ...faults.crashed, goesOn: false });
  for (const sentence of [faultText(faults.crashed), forGood]) expect(sentence).toContain('it stumbled');
  expect(said).not.toContain(forGood);
});
