import { workshopForm } from './en/workshop-form.ts';
import { workshop } from './en/workshop.ts';
import { catalogOf, type Plural } from './index.ts';

/** The workshop's words; they come with the workshop, not with the first page. */
const words = { ...workshop, ...workshopForm };

export type WorkshopKey = Plural<keyof typeof words>;

/** A sentence of the workshop. */
export const w = catalogOf('workshop', words);
