import { back } from './en/handover.ts';
import { catalogOf } from './index.ts';

/** What is read to whoever takes a seat in which somebody else has played. */
export const h = catalogOf('handover', back);
