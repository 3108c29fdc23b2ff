import type { Scenario } from '../engine/seat.ts';
import { checked } from './checked.ts';
import { LIMITS, readDocument, type Limits } from './document.ts';
import { scenarioDraft } from './draft.ts';
import type { Fault } from './fault.ts';
import { shapeFindings } from './shape.ts';

/** A scenario, or everything that is wrong with the file; warnings either way. */
export type Reading =
  | { readonly scenario: Scenario; readonly warnings: readonly Fault[]; readonly faults?: undefined }
  | { readonly faults: readonly Fault[]; readonly warnings: readonly Fault[]; readonly scenario?: undefined };

/** Reads a scenario file. Never throws and never hangs, whatever the text is; all faults come in one run. */
export const readScenario = (text: string, limits: Limits = LIMITS): Reading => {
  const located = readDocument(text, limits);
  if (!('place' in located)) return { faults: located, warnings: [] };
  const shape = scenarioDraft.safeParse(located.data);
  if (!shape.success) {
    const faults = shapeFindings(shape.error.issues, located.data).map((finding) => located.place(finding));
    return { faults: inOrder(faults), warnings: [] };
  }
  const { scenario, findings } = checked(shape.data);
  const warnings = inOrder(findings.warnings.map((finding) => located.place(finding)));
  return findings.faults.length > 0
    ? { faults: inOrder(findings.faults.map((finding) => located.place(finding))), warnings }
    : { scenario: frozen(scenario), warnings };
};

const inOrder = (faults: readonly Fault[]): readonly Fault[] =>
  faults.toSorted((a, b) => a.line - b.line || a.column - b.column);

/** Nobody changes a scenario by accident, not even through a cast. */
const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
};
