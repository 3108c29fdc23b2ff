import { thought } from './en/thought.ts';
import { catalogOf } from './index.ts';

/** What the others think a player wants, and whether they are right. */
export const m = catalogOf('thought', thought);
