import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint, type Scenario } from '../../engine/index.ts';
import { PRESETS, type ShelfCard } from '../../protocol/index.ts';
import { fillingOrder } from '../room/filling.ts';
import { planFor, tooShort } from '../room/plan.ts';
import type { Readings } from './readings.ts';

/** Scenarios uploaded and not yet made into a room: how many, how long, and how large one may be. */
const UPLOADS = 64;
const UPLOAD_FOR = 3_600_000;
export const UPLOAD_BYTES = 1_000_000;

/** The scenarios in a folder, and those that somebody has just uploaded. */
export class Shelf {
  readonly #folder: string;
  readonly #readings: Readings;
  readonly #uploads = new Map<string, { readonly text: string; readonly until: number }>();
  #cards: Promise<readonly ShelfCard[]> | undefined;

  constructor(folder: string, readings: Readings) {
    this.#folder = folder;
    this.#readings = readings;
  }

  /** The text of a scenario by its id, the file's name without its ending. */
  async text(id: string): Promise<string | undefined> {
    if (!/^[\w-]+$/u.test(id)) return undefined;
    return readFile(join(this.#folder, `${id}.yaml`), 'utf8').catch(() => undefined);
  }

  /** What is on the shelf. Files with faults are left out. Made once. */
  cards(): Promise<readonly ShelfCard[]> {
    this.#cards ??= this.#made();
    return this.#cards;
  }

  async #made(): Promise<readonly ShelfCard[]> {
    const files = (await readdir(this.#folder)).filter((file) => file.endsWith('.yaml')).toSorted();
    const cards: ShelfCard[] = [];
    for (const file of files) {
      const id = file.slice(0, -'.yaml'.length);
      const text = await this.text(id);
      const { scenario } = text === undefined ? { scenario: undefined } : this.#readings.reading(text);
      if (scenario !== undefined) cards.push(shelfCard(id, scenario));
      // A long file takes its while to read: whoever waits meanwhile comes first.
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    return cards;
  }

  /** Keeps a text for a while, under its fingerprint. */
  upload(text: string, now: number): string {
    for (const [id, { until }] of this.#uploads) if (until < now) this.#uploads.delete(id);
    const [oldest] = this.#uploads.keys();
    if (this.#uploads.size >= UPLOADS && oldest !== undefined) this.#uploads.delete(oldest);
    const id = `up-${fingerprint(text)}`;
    this.#uploads.set(id, { text, until: now + UPLOAD_FOR });
    return id;
  }

  uploaded(id: string, now: number): string | undefined {
    const found = this.#uploads.get(id);
    return found !== undefined && found.until >= now ? found.text : undefined;
  }
}

/** What a scenario looks like on the shelf. */
export const shelfCard = (id: string, scenario: Scenario): ShelfCard => {
  const turns = fillingOrder(scenario);
  const plans = PRESETS.map((preset) => planFor(scenario, preset));
  return {
    id,
    title: scenario.title,
    subtitle: scenario.subtitle,
    summary: scenario.summary,
    language: scenario.language,
    minutes: scenario.minutes,
    delegations: scenario.delegations.map(({ id: seat, name, flag }) => ({
      id: seat,
      name,
      flag,
      turn: turns.indexOf(seat),
    })),
    sessions: scenario.sessions.length,
    plans,
    fits: plans.filter((plan) => tooShort(plan) === 0).map(({ preset }) => preset),
  };
};
