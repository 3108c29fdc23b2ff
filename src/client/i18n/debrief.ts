import { addCatalog, said, type Plural, type Values } from './index.ts';
import { debrief } from './en/debrief.ts';

addCatalog('debrief', debrief);

export type DebriefKey = Plural<keyof typeof debrief>;

/** A sentence of the debrief. `count` among the values chooses the plural form. */
export const d = (key: DebriefKey, values: Values = {}): string => said('debrief', key, values);
