import { z } from 'zod';
import { scenarioDraft } from './draft.ts';
import { resolutionDraft } from './resolution-draft.ts';

/**
 * The JSON Schema of a scenario file, for editors that complete and check while one writes. It knows the shape only: that ids
 * exist and numbers make sense is said by the reader. Draft 7, the one that YAML editors support throughout.
 */
export const scenarioSchema = (): object => ({
  ...z.toJSONSchema(scenarioDraft, { io: 'input', target: 'draft-7' }),
  title: 'A scenario of Nothing Is Agreed',
});

/** The JSON Schema of a resolution file, for the same editors. */
export const resolutionSchema = (): object => ({
  ...z.toJSONSchema(resolutionDraft, { io: 'input', target: 'draft-7' }),
  title: 'A resolution for nia vote',
});
