/** Percent: from here on somebody counts on a red line; below {@link UNSEEN} nobody does. */
export const FEARED = 50;
export const UNSEEN = 25;
