import { PHASES } from '../engine/seat.ts';
import type { Path } from './fault.ts';
import type { Findings } from './names.ts';
import type { Sense } from './sense.ts';

const checkPhases: Sense = ({ sessions }, findings) => {
  sessions.forEach((session, place) => {
    const order = session.phases.map((phase) => PHASES.indexOf(phase));
    if (order.some((at, index) => index > 0 && at <= (order[index - 1] ?? -1)))
      findings.fault(
        ['sessions', place, 'phases'],
        'bad-order',
        'Phases come in the order of the rules, each at most once.',
        [`[${PHASES.filter((phase) => session.phases.includes(phase)).join(', ')}]`],
        `[${session.phases.join(', ')}]`,
      );
  });
  const last = sessions.at(-1);
  if (last !== undefined && !last.phases.includes('decision'))
    findings.fault(
      ['sessions', sessions.length - 1, 'phases'],
      'no-decision',
      'The last session has no decision: nothing could be adopted.',
      [`[${PHASES.filter((phase) => phase === 'decision' || last.phases.includes(phase)).join(', ')}]`],
    );
};

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month of the Gregorian calendar. */
const daysOf = (year: number, month: number): number =>
  (MONTHS[month - 1] ?? 0) +
  (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0);

/** Whether a text of the form YYYY-MM-DD is a day. */
export const isDay = (date: string): boolean => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return day >= 1 && day <= daysOf(year, month);
};

const checkDates: Sense = ({ sessions, setting }, findings) => {
  const day = (path: Path, date: string): boolean => {
    if (isDay(date)) return true;
    findings.fault(path, 'wrong-value', `There is no day ${date}.`, ['a day as 2022-03-28'], date);
    return false;
  };
  const from = day(['setting', 'from'], setting.from);
  const to = day(['setting', 'to'], setting.to);
  if (from && to && setting.from > setting.to)
    findings.fault(
      ['setting', 'to'],
      'bad-order',
      'It ends before it begins.',
      [`${setting.from} or later`],
      setting.to,
    );
  sessions.forEach((session, place) => {
    const path: Path = ['sessions', place, 'date'];
    if (!day(path, session.date)) return;
    const before = sessions[place - 1]?.date;
    if (before !== undefined && session.date < before)
      findings.fault(
        path,
        'bad-order',
        'The session is earlier than the one before it.',
        [`${before} or later`],
        session.date,
      );
    else if (from && to && (session.date < setting.from || session.date > setting.to))
      warnOutside(findings, path, setting);
  });
};

const warnOutside = (
  findings: Findings,
  path: Path,
  setting: { readonly from: string; readonly to: string },
) => {
  findings.warn(path, 'bad-order', 'The session is not between the first and the last day of the setting.', [
    `${setting.from} to ${setting.to}`,
  ]);
};

const checkMethods: Sense = ({ procedure }, findings) => {
  findings.once(['procedure', 'methods'], procedure.methods);
};

const checkSignature: Sense = ({ procedure, sessions }, findings) => {
  if (procedure.signature !== null && !(sessions.at(-1)?.phases.includes('capital') ?? true))
    findings.fault(
      ['procedure', 'signature'],
      'bad-order',
      'After the last decision nobody has time to sign: the last session has no capital phase.',
      ['phases with capital at the end of the last session'],
    );
};

const checkTension: Sense = ({ tension }, findings) => {
  const { steps, collapse, start } = tension;
  steps.forEach((step, place) => {
    const path: Path = ['tension', 'steps', place, 'from'];
    const before = steps[place - 1]?.from;
    if (before === undefined && step.from !== 0)
      findings.fault(
        path,
        'bad-order',
        'The first step of the ladder begins at 0.',
        ['0'],
        String(step.from),
      );
    if (before !== undefined && step.from <= before)
      findings.fault(
        path,
        'bad-order',
        'The steps of the ladder rise.',
        [`more than ${before}`],
        String(step.from),
      );
  });
  if (start.max >= collapse)
    findings.fault(['tension', 'start'], 'out-of-range', 'The talks would collapse before they begin.', [
      `below ${collapse}`,
    ]);
};

export const SESSION_SENSE: readonly Sense[] = [
  checkPhases,
  checkDates,
  checkMethods,
  checkSignature,
  checkTension,
];
