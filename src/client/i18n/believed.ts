import { believed } from './en/believed.ts';
import { catalogOf } from './index.ts';

/** A sentence about what was believed. `count` among the values chooses the plural form. */
export const b = catalogOf('believed', believed);
