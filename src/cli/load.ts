import { LIMITS, readScenario, type Fault } from '../scenario/index.ts';
import type { Scenario } from '../engine/index.ts';
import type { Io } from './command.ts';
import { readFileText, type Unread } from './file-text.ts';
import { faultLine } from './print.ts';

/** A scenario file as it was read: the scenario, or every fault of the file; one that cannot be read has that one fault. */
export type ReadFile =
  | {
      readonly scenario: Scenario;
      readonly text: string;
      readonly faults?: undefined;
      readonly warnings: readonly Fault[];
    }
  | {
      readonly scenario?: undefined;
      readonly faults: readonly (Fault | Unread)[];
      readonly warnings: readonly Fault[];
    };

/** Reads a scenario file. Never throws, whatever the file is. */
export const readScenarioFile = async (file: string): Promise<ReadFile> => {
  const { text, unread } = await readFileText(file, LIMITS.bytes);
  if (unread !== undefined) return { faults: [unread], warnings: [] };
  const reading = readScenario(text);
  return reading.scenario === undefined ? reading : { ...reading, text };
};

/** The scenario of a file, with its text; its faults go to `err`, each at its place, and there is none. */
export const loadScenario = async (
  file: string,
  io: Io,
): Promise<{ readonly scenario: Scenario; readonly text: string } | undefined> => {
  const read = await readScenarioFile(file);
  for (const fault of read.faults ?? []) io.err(`${faultLine(file, fault)}\n`);
  return read.scenario === undefined ? undefined : read;
};
