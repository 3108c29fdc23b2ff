import { crc32 as crcOfNode } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openDebrief, type FarDebrief } from '../../../../src/client/session/debrief/room.ts';
import type { FigureStep, Reader } from '../../../../src/client/session/debrief/contract.ts';
import type { DebriefAsked, DebriefTold } from '../../../../src/client/session/debrief/wire.ts';
import { DebriefWork } from '../../../../src/client/session/debrief/work.ts';
import { crc32, zipOf } from '../../../../src/client/session/debrief/zip.ts';
import { debriefOf } from '../../../../src/analysis/debrief/index.ts';
import { suspicions } from '../../../../src/delegates/index.ts';
import { lay } from '../../../../src/engine/index.ts';
import { writeGameFile, type Reflection } from '../../../../src/scenario/index.ts';
import { agentNamed, playMachines } from '../../../../src/trial/machines.ts';
import { mixedOrder } from '../../../../src/report/names.ts';
import { recordOf } from '../../../../src/trial/record.ts';
import { tiny, TINY_TEXT } from '../../../fixtures/index.ts';

const played = playMachines(
  lay(tiny, 'room'),
  new Map(tiny.delegations.map(({ id }) => [id, agentNamed(tiny, 'seasoned', id)])),
);
const file = writeGameFile(recordOf(played, TINY_TEXT, 'seasoned'));
const [me, other] = tiny.delegations.map(({ id }) => id);
if (me === undefined || other === undefined) throw new Error('tiny has delegations');
const said: readonly Reflection[] = [
  {
    seat: me,
    before: tiny.goals.slice(0, 1).map(({ id }) => ({ goal: id, level: 2 })),
    after: tiny.goals.slice(0, 1).map(({ id }) => ({ goal: id, level: 4 })),
    takeAway: 'Ask <first> & listen.',
    unrealistic: { text: 'Nobody slept.', bend: 'too-easy' },
  },
];
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

const opened = (): DebriefWork => {
  const work = new DebriefWork(() => 0);
  work.figures(file, () => undefined);
  return work;
};

describe('the work of a debrief', () => {
  it('makes the figures of the analysis, and names each step before it', () => {
    const steps: FigureStep[] = [];
    let clock = 0;
    const figures = new DebriefWork(() => (clock += 5)).figures(file, ({ step, place, of }) => {
      expect([place, of]).toEqual([steps.length, 7]);
      steps.push(step);
    });
    expect(steps).toEqual(['reading', 'moments', 'text', 'space', 'zones', 'blocking', 'cloud']);
    expect(figures?.debrief).toEqual(debriefOf(played, suspicions));
    expect(figures?.took).toBe(5);
    expect(figures?.cloud.texts).toBe(
      tiny.articles.reduce((product, { options }) => product * options.length, 1),
    );
  });

  it('has none of a text that is no game, was changed, or whose scenario cannot be read', () => {
    const work = new DebriefWork(() => 0);
    for (const text of ['', '{}', file.replace('"seed":"room"', '"seed":"moor"'), file.slice(0, 900)])
      expect(work.figures(text, () => undefined)).toBeUndefined();
    expect(work.plane(me, other)).toBeUndefined();
    expect(work.keep({ kind: 'sheets', anonymous: false }, { reflections: [] })).toBeUndefined();
  });

  it('the report holds what was said: all of it for the teacher, one’s own for a delegation, no words without names', () => {
    const work = opened();
    const page = (reader: Parameters<DebriefWork['keep']>[0] & { kind: 'report' }): string =>
      textOf(work.keep(reader, { reflections: said })?.bytes);
    const teacher = page({ kind: 'report', reader: { kind: 'teacher' } });
    expect(teacher).toContain('Ask &lt;first&gt; &amp; listen.');
    expect(teacher).toContain('Nobody slept.');
    expect(teacher).toContain('<td>2.0</td><td>4.0</td><td>+2.0</td><td>1</td>');
    expect(page({ kind: 'report', reader: { kind: 'delegation', me } })).toContain('Ask &lt;first&gt;');
    expect(page({ kind: 'report', reader: { kind: 'delegation', me: other } })).not.toContain(
      'Ask &lt;first&gt;',
    );
    const nameless = page({ kind: 'report', reader: { kind: 'anonymous' } });
    expect(nameless).not.toContain('Ask &lt;first&gt;');
    expect(nameless).not.toContain('Nobody slept.');
    expect(nameless).toContain('<td>2.0</td><td>4.0</td>');
  });

  it('the report sets what the room played otherwise beside what happened: gains of all, of oneself, and without names in another order', () => {
    const count = tiny.delegations.length;
    const text = tiny.articles.map(() => ({ option: 0, settled: false }));
    // Each delegation's gain tells whose it is.
    const stands = {
      end: 'not-adopted' as const,
      text,
      tension: 30,
      deals: 1,
      promises: 2,
      broken: 0,
      gains: tiny.delegations.map((_, place) => (place + 1) * 100),
    };
    const stood = {
      ...stands,
      text: text.map((one, place) => (place === 0 ? { option: 1, settled: true } : one)),
      tension: 44,
      gains: stands.gains.map((gain) => gain + 5000),
    };
    const { end: _, ...left } = stood;
    const trials = { stands, played: [{ n: 1, session: 0, phase: 'floor' as const, moves: 7, stood: left }] };
    const work = opened();
    const page = (reader: Reader): string => {
      const all = textOf(work.keep({ kind: 'report', reader }, { reflections: [], trials })?.bytes);
      return /<section id="trials"[^]*?<\/section>/u.exec(all)?.[0] ?? '';
    };
    const gains = (part: string): readonly string[] =>
      [...part.matchAll(/<td>(\+5\d\.0)<\/td>/gu)].map(([, gain]) => gain ?? '');
    const teacher = page({ kind: 'teacher' });
    const [article] = tiny.articles;
    if (article === undefined) throw new Error('tiny has articles');
    expect(teacher).toContain('moves played: 7');
    expect(teacher).toContain('<td>No text was adopted</td><td>left before its end</td>');
    expect(teacher).toContain('<td>30</td><td>44</td>');
    // Only the article that became another is there.
    expect(teacher.match(/\(settled\)/gu)).toHaveLength(1);
    expect(gains(teacher)).toEqual(tiny.delegations.map((__, place) => `+5${String(place + 1)}.0`));
    expect(gains(page({ kind: 'delegation', me }))).toEqual(['+51.0']);
    expect(gains(page({ kind: 'delegation', me: other }))).toEqual(['+52.0']);
    const nameless = page({ kind: 'anonymous' });
    const order = mixedOrder(tiny, 'room');
    expect(gains(nameless)).toEqual(
      order.map((id) => `+5${String(tiny.delegations.findIndex((one) => one.id === id) + 1)}.0`),
    );
    expect(nameless.match(/Delegation [A-Z]|<th scope="row">[A-Z]:/gu)).toHaveLength(count);
    expect(
      textOf(work.keep({ kind: 'report', reader: { kind: 'teacher' } }, { reflections: [] })?.bytes),
    ).not.toContain('id="trials"');
  });

  it('statements name each answer once, before and after', () => {
    const kept = textOf(
      opened().keep({ kind: 'statements', anonymous: false }, { reflections: said })?.bytes,
    );
    const statements = JSON.parse(kept) as { verb: { id: string }; result?: { response?: string } }[];
    const answered = statements.filter(({ verb }) => verb.id.endsWith('/answered'));
    expect(answered.map(({ result }) => result?.response)).toEqual(['2', '4']);
  });
});

/** Reads an archive by its directory, as programs that open archives do (APPNOTE 6.3, 4.3): names and stored texts. */
const unzipped = (archive: Uint8Array): Readonly<Record<string, string>> => {
  const view = new DataView(archive.buffer, archive.byteOffset);
  const end = archive.length - 22;
  expect(view.getUint32(end, true)).toBe(0x06054b50);
  const found: Record<string, string> = {};
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    expect(view.getUint32(at, true)).toBe(0x02014b50);
    const size = view.getUint32(at + 24, true);
    const name = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    expect([view.getUint32(local, true), view.getUint16(local + 8, true)]).toEqual([0x04034b50, 0]);
    const body = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const bytes = archive.slice(body, body + size);
    expect(view.getUint32(at + 16, true)).toBe(crcOfNode(bytes));
    found[textOf(archive.slice(at + 46, at + 46 + name))] = textOf(bytes);
    at += 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  expect(at).toBe(end);
  return found;
};

describe('sheets in one archive', () => {
  it('come out of it word for word', () => {
    const files = new Map([
      ['one.csv', 'a,b\r\n1,2\r\n'],
      ['zwei-ä.csv', 'größe\r\n'],
      ['empty.csv', ''],
    ]);
    expect(unzipped(zipOf(files))).toEqual(Object.fromEntries(files));
  });

  it('have the checksum of Node', () => {
    for (const text of ['', 'a', 'nothing is agreed '.repeat(200)]) {
      const bytes = new TextEncoder().encode(text);
      expect(crc32(bytes)).toBe(crcOfNode(bytes));
    }
  });

  it('hold what people said', () => {
    const kept = opened().keep({ kind: 'sheets', anonymous: false }, { reflections: said });
    expect(textOf(kept?.bytes)).toContain('takeaway,,Ask <first> & listen.');
    const nameless = opened().keep({ kind: 'sheets', anonymous: true }, { reflections: said });
    expect(textOf(nameless?.bytes)).not.toContain('Ask <first>');
    expect(textOf(nameless?.bytes)).toContain('1,before,');
  });
});

/** A far end in this thread. It dies of what `deadly` says. */
const near = (deadly: (asked: DebriefAsked) => boolean = () => false) => {
  const hired: string[] = [];
  const hire = (): FarDebrief => {
    hired.push('one');
    const work = new DebriefWork(() => 0);
    let hear: (message: { readonly data: DebriefTold }) => void = () => undefined;
    let die: (event: { readonly message?: string }) => void = () => undefined;
    const tell = (data: DebriefTold): void => hear({ data });
    return {
      addEventListener: (kind: 'message' | 'error', heard: (event: never) => void) => {
        if (kind === 'message') hear = heard as typeof hear;
        else die = heard as typeof die;
      },
      terminate: () => hired.push('gone'),
      postMessage: (asked) => {
        queueMicrotask(() => {
          if (deadly(asked)) {
            die({ message: 'no memory' });
            return;
          }
          const { number, request } = asked;
          const answer =
            request.ask === 'figures'
              ? work.figures(request.text, (making) => tell({ tell: 'making', making }))
              : request.ask === 'plane'
                ? work.plane(request.first, request.second)
                : work.keep(request.wanted, request.told);
          tell({ tell: 'answer', number, answer });
        });
      },
    };
  };
  return { hired, hire };
};

describe('a debrief’s room', () => {
  it('tells how far it is, and answers what is asked later', async () => {
    const { hire } = near();
    const room = openDebrief(() => Promise.resolve(file), hire);
    const steps: FigureStep[] = [];
    const figures = await room.figures(({ step }) => steps.push(step));
    expect(figures).not.toHaveProperty('fault');
    expect(steps).toHaveLength(7);
    expect(await room.plane(me, other)).toHaveProperty('all');
    expect(
      await room.keep({ kind: 'report', reader: { kind: 'teacher' } }, { reflections: [] }),
    ).toMatchObject({
      name: `${tiny.id}-teacher.html`,
      type: 'text/html',
    });
  });

  it('a text that is no game is said to be none', async () => {
    const room = openDebrief(() => Promise.resolve('no game'), near().hire);
    expect(await room.figures(() => undefined)).toEqual({ fault: 'unreadable' });
  });

  it('a worker that dies says so, and the next question hires another', async () => {
    let first = true;
    const { hire, hired } = near(() => {
      const now = first;
      first = false;
      return now;
    });
    const room = openDebrief(() => Promise.resolve(file), hire);
    expect(await room.figures(() => undefined)).toEqual({ fault: 'broken', message: 'no memory' });
    expect(await room.figures(() => undefined)).not.toHaveProperty('fault');
    expect(hired).toEqual(['one', 'gone', 'one']);
  });

  it('closed while it works, it answers that it is, and lets its worker go', async () => {
    const { hire, hired } = near();
    const room = openDebrief(() => Promise.resolve(file), hire);
    const asked = room.figures(() => undefined);
    await Promise.resolve();
    room.close();
    expect(await asked).toMatchObject({ fault: 'broken' });
    expect(hired).toEqual(['one', 'gone']);
  });
});
