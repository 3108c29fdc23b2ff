import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint } from '../../engine/index.ts';
import { PRESETS, type ShelfCard } from '../../protocol/index.ts';
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
  #texts: ReadonlyMap<string, string> | undefined;

  constructor(folder: string, readings: Readings) {
    this.#folder = folder;
    this.#readings = readings;
  }

  /** Texts by id, the file's name without its ending. Files with faults are left out. */
  async #all(): Promise<ReadonlyMap<string, string>> {
    if (this.#texts !== undefined) return this.#texts;
    const files = (await readdir(this.#folder)).filter((file) => file.endsWith('.yaml')).toSorted();
    const texts = await Promise.all(files.map((file) => readFile(join(this.#folder, file), 'utf8')));
    const read = files
      .map((file, place) => [file.slice(0, -5), texts[place] ?? ''] as const)
      .filter(([, text]) => this.#readings.reading(text).scenario !== undefined);
    this.#texts = new Map(read);
    return this.#texts;
  }

  async text(id: string): Promise<string | undefined> {
    return (await this.#all()).get(id);
  }

  async cards(): Promise<readonly ShelfCard[]> {
    return [...(await this.#all())].flatMap(([id, text]): readonly ShelfCard[] => {
      const { scenario } = this.#readings.reading(text);
      if (scenario === undefined) return [];
      const plans = PRESETS.map((preset) => planFor(scenario, preset));
      return [
        {
          id,
          title: scenario.title,
          subtitle: scenario.subtitle,
          summary: scenario.summary,
          language: scenario.language,
          minutes: scenario.minutes,
          delegations: scenario.delegations.length,
          sessions: scenario.sessions.length,
          plans,
          fits: plans.filter((plan) => tooShort(plan) === 0).map(({ preset }) => preset),
        },
      ];
    });
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
