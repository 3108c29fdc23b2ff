import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Scenario } from '../engine/index.ts';
import { LIMITS, readResolution, type Resolution } from '../scenario/index.ts';
import type { Io } from './command.ts';
import { readFileText } from './file-text.ts';
import { faultLine } from './print.ts';

/** No vote after this day is learnt from: later ones judge the prediction. */
export const LAST_LEARNT = '2019-12-31';
/** Files of a folder that are looked at, at most. */
const MOST_FILES = 200;

/** A resolution file in the terms of a scenario; its faults go to `err`, each at its place, and there is none. */
export const loadResolution = async (
  file: string,
  scenario: Scenario,
  io: Io,
): Promise<Resolution | undefined> => {
  const { text, unread } = await readFileText(file, LIMITS.bytes);
  if (unread !== undefined) {
    io.err(`${faultLine(file, unread)}\n`);
    return undefined;
  }
  const reading = readResolution(text, scenario);
  for (const fault of reading.faults ?? []) io.err(`${faultLine(file, fault)}\n`);
  return reading.resolution;
};

/** Where the roll calls of a scenario are kept, if nothing else is said. */
export const recordBeside = (scenarioFile: string): string => join(dirname(scenarioFile), 'resolutions');

/**
 * The roll calls of a folder that may be learnt from: those of resolution files that fit the scenario and were voted on by the last
 * day. `undefined`: there is no such folder. A file with faults is left out, and said so.
 */
export const loadRecord = async (
  folder: string,
  scenario: Scenario,
  io: Io,
): Promise<readonly Resolution[] | undefined> => {
  let names: readonly string[];
  try {
    names = await readdir(folder);
  } catch {
    return undefined;
  }
  const record: Resolution[] = [];
  for (const name of names
    .filter((item) => item.endsWith('.yaml'))
    .toSorted()
    .slice(0, MOST_FILES)) {
    const resolution = await loadResolution(join(folder, name), scenario, io);
    if (resolution !== undefined && mayTeach(resolution)) record.push(resolution);
  }
  return record;
};

/** Whether its roll call may be learnt from. */
export const mayTeach = ({ date, recorded }: Resolution): boolean =>
  date <= LAST_LEARNT && recorded.length > 0;
