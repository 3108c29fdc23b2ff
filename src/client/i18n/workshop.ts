import { workshopForm } from './en/workshop-form.ts';
import { workshop } from './en/workshop.ts';
import { moreWords, type Plural, type Values } from './index.ts';

/** The workshop's words; they come with the workshop, not with the first page. */
const words = { ...workshop, ...workshopForm };
const say = moreWords('workshop', words);

export type WorkshopKey = Plural<keyof typeof words>;

/** A sentence of the workshop. */
export const w = (key: WorkshopKey, values: Values = {}): string => say(key, values);
