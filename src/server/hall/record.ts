import { writeGameFile, type GameRecord, type RecordedMove, type Reflection } from '../../scenario/index.ts';
import type { Reflected, TimelineEntry } from '../../protocol/index.ts';
import { voiceOf } from '../room/channels.ts';
import type { Entry, Fact } from '../room/fact.ts';
import { reflectionsOf } from '../room/played.ts';
import { isFacilitator, type Person, type Room } from '../room/room.ts';

/** Moves of a game's course, with the entries they stand in: what was rewound is not in it. */
export interface Course {
  readonly moves: readonly RecordedMove[];
  readonly entries: readonly number[];
  /** Branches that were played and left, in order. */
  readonly branches: readonly BranchCourse[];
}

/** A branch: the moves before it and its own. */
export interface BranchCourse {
  readonly n: number;
  /** Moves of the game's own course that it began after. */
  readonly from: number;
  readonly moves: readonly RecordedMove[];
}

/** The game's own course as a log tells it; what happened on branches that were left is beside it. */
export const courseOf = (entries: readonly Entry[]): Course => {
  let moves: RecordedMove[] = [];
  let places: number[] = [];
  let branches: BranchCourse[] = [];
  let main: { readonly moves: RecordedMove[]; readonly places: number[]; readonly from: number } | undefined;
  const back = (to: number): void => {
    moves = moves.slice(0, to);
    places = places.slice(0, to);
  };
  for (const { seq, facts } of entries)
    for (const fact of facts)
      if (fact.fact === 'moved') {
        const { seat, command, events, because, hash } = fact;
        moves.push({ move: { seat, command }, events, because, hash });
        places.push(seq);
      } else if (fact.fact === 'rewound') back(fact.moves);
      else if (fact.fact === 'branched') {
        main = { moves, places, from: fact.moves };
        back(fact.moves);
      } else if (fact.fact === 'returned') {
        // The numbers are those that the room gives.
        if (main !== undefined && moves.length > main.from)
          branches.push({ n: branches.length + 1, from: main.from, moves });
        if (main !== undefined) ({ moves, places } = main);
        main = undefined;
      } else if (fact.fact === 'restarted') {
        back(0);
        branches = [];
        main = undefined;
      }
  return { moves: main?.moves ?? moves, entries: main?.places ?? places, branches };
};

const told = ({ seat, said }: Reflected): Reflection => ({ seat, ...said });

/**
 * The room's game as a record that solo play, `nia` and the debrief open. Nobody's name is in it. Of what people said of the game it
 * has all for whoever runs the room, and for everybody else their own.
 */
export const recordOf = (room: Room, entries: readonly Entry[], reader?: Person): GameRecord => {
  const said = reflectionsOf(room).filter(
    ({ by }) => reader === undefined || isFacilitator(reader) || by === reader.id,
  );
  return {
    scenario: { id: room.scenario.id, version: room.scenario.version, text: room.text },
    seed: room.table.seed,
    seat: reader === undefined || isFacilitator(reader) ? 'observer' : (voiceOf(reader) ?? 'observer'),
    strength: room.settings.strength,
    moves: courseOf(entries).moves,
    ...(said.length === 0 ? {} : { reflections: said.map(told) }),
  };
};

export const gameFile = (room: Room, entries: readonly Entry[], reader?: Person): string =>
  writeGameFile(recordOf(room, entries, reader));

/** A branch that the room has played, as a game of its own; `undefined` if there is none of that number. */
export const branchFile = (
  room: Room,
  entries: readonly Entry[],
  n: number,
  reader?: Person,
): string | undefined => {
  const found = courseOf(entries).branches.find((one) => one.n === n);
  if (found === undefined) return undefined;
  const { reflections: _said, ...record } = recordOf(room, [], reader);
  return writeGameFile({ ...record, moves: found.moves, branch: { at: found.from, fates: [] } });
};

/** The whole log, a line an entry, without keys and request ids. */
export const logFile = (entries: readonly Entry[]): string =>
  entries
    .map(({ cmd: _cmd, answer: _answer, ...entry }) =>
      JSON.stringify({ ...entry, facts: entry.facts.map(withoutSecrets) }),
    )
    .join('\n')
    .concat('\n');

const withoutSecrets = (fact: Fact): unknown => {
  if (fact.fact === 'coded') {
    const { codeHash: _code, ...rest } = fact;
    return rest;
  }
  if (fact.fact !== 'came' && fact.fact !== 'keyed') return fact;
  const { keyHash: _hash, ...rest } = fact;
  return rest;
};

/** All that was said, a line a message. */
export const talkFile = (room: Room, entries: readonly Entry[]): string => {
  const names = new Map(room.people.map(({ id, name }) => [id, name]));
  const lines: string[] = [];
  for (const { at, facts } of entries)
    for (const fact of facts) {
      if (fact.fact !== 'said' && fact.fact !== 'headlined') continue;
      lines.push(
        JSON.stringify({
          n: fact.n,
          at: new Date(at).toISOString(),
          channel: fact.fact === 'said' ? fact.channel : 'press',
          ...(fact.fact === 'said' ? { seat: fact.seat } : {}),
          by: names.get(fact.person) ?? fact.person,
          ...(fact.fact === 'said' && fact.phrase !== undefined ? { phrase: fact.phrase } : {}),
          ...(fact.text === undefined ? {} : { text: fact.text }),
        }),
      );
    }
  return `${lines.join('\n')}\n`;
};

/** One cell of a table of comma-separated values; what a spreadsheet would take for a formula is made text. */
const cell = (raw: string | number): string => {
  const text = String(raw);
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
const row = (cells: readonly (string | number)[]): string => cells.map(cell).join(',');

/** Answers to polls and take-aways; names only for whoever runs the room. */
export const answersFile = (room: Room, reader: Person): string => {
  const named = isFacilitator(reader);
  const names = new Map(room.people.map(({ id, name }) => [id, name]));
  return [
    row(['poll', 'question', 'who', 'choices', 'text']),
    ...room.polls.flatMap(({ n, form, answers }) => {
      const { question } = form;
      const asked =
        question.ask === 'code'
          ? question.code
          : question.ask === 'words'
            ? question.text
            : `scenario ${question.index + 1}`;
      return answers
        .filter(({ by }) => named || by === reader.id)
        .map(({ by, choices, text }) =>
          row([
            n,
            asked,
            names.get(by) ?? by,
            choices.map((choice) => form.choices[choice] ?? '').join('; '),
            text ?? '',
          ]),
        );
    }),
  ]
    .join('\n')
    .concat('\n');
};

export const marksFile = (room: Room, reader: Person): string =>
  [
    row(['n', 'at', 'moves', 'session', 'phase', 'tag', 'about', 'text']),
    ...room.marks
      .filter(({ by }) => isFacilitator(reader) || by === reader.id)
      .map((mark) =>
        row([
          mark.n,
          new Date(mark.at).toISOString(),
          mark.moves,
          mark.session + 1,
          mark.phase,
          mark.tag,
          mark.about ?? '',
          mark.text,
        ]),
      ),
  ]
    .join('\n')
    .concat('\n');

/** Entries of one answer of the timeline. */
const PAGE = 500;
/** Facts that are not worth a line. */
const QUIET: readonly Fact['fact'][] = [
  'here',
  'away',
  'keyed',
  'coded',
  'readied',
  'noted',
  'stood-in-read',
  'said',
  'reflected',
];

/** The timeline from an entry on: what happened, by whom, and where one could rewind to. */
export const timelineOf = (
  entries: readonly Entry[],
  after: number,
): { readonly entries: readonly TimelineEntry[]; readonly more: boolean } => {
  const standing = new Map(courseOf(entries).entries.map((seq, place) => [seq, place + 1]));
  const lines: TimelineEntry[] = [];
  let session = 0;
  let phase: TimelineEntry['phase'];
  for (const { seq, at, by, facts } of entries)
    for (const fact of facts) {
      if (fact.fact === 'moved')
        for (const event of fact.events) if (event.kind === 'phase-opened') ({ session, phase } = event);
      if (QUIET.includes(fact.fact)) continue;
      const moves = fact.fact === 'moved' ? standing.get(seq) : undefined;
      lines.push({
        seq,
        at,
        ...(/^p\d/u.test(by) ? { by } : {}),
        ...(moves === undefined ? {} : { moves }),
        ...(fact.fact === 'moved'
          ? {
              seat: fact.seat,
              session,
              ...(phase === undefined ? {} : { phase }),
              ...(moves === undefined ? { undone: true } : {}),
            }
          : {}),
        kind: fact.fact === 'moved' ? fact.command.kind : fact.fact,
      });
    }
  const wanted = lines.filter(({ seq }) => seq > after);
  // Lines of one entry stay together, so that "after" can be asked for again.
  const last = wanted[PAGE - 1]?.seq;
  const page = last === undefined ? wanted : wanted.filter(({ seq }) => seq <= last);
  return { entries: page, more: page.length < wanted.length };
};
