import type { Drafts } from './drafts.ts';
import { Hands } from './hands.ts';
import type { Around } from './workbench.ts';

/** The workshop's session: what panels read and call. */
export type { Change, Edit, EditFault, Plain } from '../../../scenario/editing/index.ts';
export type { Fault } from '../../../scenario/index.ts';
export type { Remark, Tried, TriedGame } from '../../../trial/index.ts';
export { candidatesAt, type Candidate, type Candidates } from './complete.ts';
export { openDrafts, type Draft, type DraftHead, type Drafts, type Kept } from './drafts.ts';
export { isLink, linkOf, textOfLink, type Link, type Unpacked } from './link.ts';
export * from './look.ts';
export * from './parts.ts';
export * from './parts-world.ts';
export { asDraft, copyOf, nameOfFile, newText, shelfCopy } from './sources.ts';
export type { Cover, Read, TrialReport } from './wire.ts';
export { TRIAL_GAMES, Workbench, type Pen, type Work, type Writing } from './workbench.ts';

const hire = (): Hands =>
  new Hands(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));

/** What a workbench has around it in a browser. */
export const openAround = (drafts: Drafts): Around => ({
  drafts,
  reader: hire(),
  player: hire(),
  now: () => Date.now(),
  later: (call, milliseconds) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
});

/** The schema of scenario files, for completion; loaded when it is first needed. */
export const scenarioSchema = async (): Promise<unknown> => {
  const [load] = Object.values(import.meta.glob('/scenarios/schema.json', { import: 'default' }));
  return load?.();
};
