import type { Scenario } from '../engine/seat.ts';
import { checked } from './checked.ts';
import { listed, LIMITS, readDocument, type Limits, type Located } from './document.ts';
import { scenarioDraft } from './draft.ts';
import { examine } from './examine.ts';
import type { Fault, Finding, Path } from './fault.ts';
import { oldFormat, upcast } from './format.ts';
import { shapeFindings } from './shape.ts';
import { StandIns } from './stand-ins.ts';

/** A scenario, or everything that is wrong with the file; warnings either way. */
export type Reading =
  | { readonly scenario: Scenario; readonly warnings: readonly Fault[]; readonly faults?: undefined }
  | { readonly faults: readonly Fault[]; readonly warnings: readonly Fault[]; readonly scenario?: undefined };

/**
 * Reads a scenario file. Never throws and never hangs, whatever the text is. All faults come in one run, in the order of the
 * file: those of form that leave the rest readable, of shape, of reference and of sense. Only text that is no YAML at all has
 * its faults of form alone.
 */
export const readScenario = (text: string, limits: Limits = LIMITS): Reading => {
  const located = readDocument(text, limits);
  if (!('place' in located)) return { faults: located, warnings: [] };
  const data = upcast(located.data);
  const shape = scenarioDraft.safeParse(data);
  if (!shape.success) return misshapen(located, data, limits);
  const { scenario, findings } = checked(shape.data);
  const faults = listed([located.faults, located.place(findings.faults)], limits);
  const warnings = listed(
    [located.place([...oldFormat(located.data), ...findings.warnings, ...trapWarnings(located.traps)])],
    limits,
  );
  return faults.length > 0 ? { faults, warnings } : { scenario: frozen(scenario), warnings };
};

/** Findings about a file that was read before, at their places in its text and in its order. */
export const placedIn = (
  text: string,
  findings: readonly Finding[],
  limits: Limits = LIMITS,
): readonly Fault[] => {
  if (findings.length === 0) return [];
  const located = readDocument(text, limits);
  return 'place' in located ? listed([located.place(findings)], limits) : located;
};

/** A file of the wrong shape is mended by stand-ins, so that what refers to what is checked in the same run. */
const misshapen = (located: Located, data: unknown, limits: Limits): Reading => {
  const { issues, mended, standIns } = examine(scenarioDraft, data);
  const said = new StandIns([...standIns, ...located.holes]);
  const unread = new StandIns(located.holes);
  const draft = scenarioDraft.safeParse(mended);
  const { faults: more } = draft.success
    ? checked(draft.data, [...standIns, ...located.holes]).findings
    : { faults: [] };
  const findings = [...shapeFindings(issues.filter((issue) => !unread.above(issue.path))), ...more];
  const traps = trapWarnings(located.traps.filter((path) => !said.above(path)));
  return {
    faults: listed([located.faults, located.place(findings)], limits),
    warnings: listed([located.place([...oldFormat(located.data), ...traps])], limits),
  };
};

const trapWarnings = (traps: readonly Path[]): readonly Finding[] =>
  traps.map((path) => ({
    path,
    code: 'yaml-trap',
    message: 'Other readers of YAML take this word for true or false.',
    write: ['it in quotes'],
  }));

/** Nobody changes a scenario by accident, not even through a cast. */
const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
};
