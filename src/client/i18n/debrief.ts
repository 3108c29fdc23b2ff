import { debrief } from './en/debrief.ts';
import { catalogOf, type Plural } from './index.ts';

export type DebriefKey = Plural<keyof typeof debrief>;

/** A sentence of the debrief. `count` among the values chooses the plural form. */
export const d = catalogOf('debrief', debrief);
