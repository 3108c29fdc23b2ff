/** The report room: from the figures of a game to pages, sheets and statements. One generator for the command line, the browser, the server. */
export { csvOf } from './csv.ts';
export { materialOf, type Played } from './material.ts';
export { namesOf, type Names } from './names.ts';
export { pageOf, type Material, type Reader } from './page.ts';
export type { Told, Trial, Trials } from './trials.ts';
export { whatIfs, type FinishedGame, type Struck, type WhatIf } from './what-if.ts';
export { statementsOf, HOME, type Statement } from './xapi.ts';
