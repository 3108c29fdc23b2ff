import { placeOf } from './lookup.ts';
import type { Text } from './mandate.ts';
import type { Scenario } from './scenario.ts';

/** Whether this text binds only those who sign it. */
export const needsSignature = (scenario: Scenario, text: Text): boolean => {
  const { signature } = scenario.procedure;
  return (
    signature !== null &&
    signature.options.includes(text[placeOf(scenario, 'article', signature.article)] ?? 0)
  );
};
