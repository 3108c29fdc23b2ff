import { classroom } from './en/classroom.ts';
import { facilitator } from './en/classroom-console.ts';
import { hosting } from './en/classroom-host.ts';
import { deeds } from './en/classroom-do.ts';
import { talk } from './en/classroom-talk.ts';

/** All words of sessions with several people. */
export const words = { ...classroom, ...hosting, ...facilitator, ...talk, ...deeds };
