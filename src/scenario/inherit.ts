import type { BlocDraft, DelegationDraft, HeirDraft, ScenarioDraft, WordsDraft } from './draft.ts';
import type { Path } from './fault.ts';
import type { Findings } from './names.ts';

/** Blocs: positions that several delegations share. A delegation is made whole from its own words and those of its blocs. */

/** Somebody whose words count, and where they stand in the file. */
interface Voice {
  readonly draft: Omit<BlocDraft, 'id'>;
  readonly path: Path;
}

/** Stands for the delegation’s name in a text of a bloc. */
const NAME = '{name}';
/** Stands for what the bloc says, in a text of a delegation’s own. */
const BLOC = '{bloc}';

/**
 * The delegations, each with everything it needs: its own, else that of the last of its blocs that says it. `unsure`: where a bloc is
 * not known, so that nothing can be said of what is missing.
 */
export const wholeDelegations = (
  draft: ScenarioDraft,
  findings: Findings,
): { readonly seats: readonly DelegationDraft[]; readonly unsure: readonly Path[] } => {
  const blocs = draft.blocs ?? [];
  const known = findings.ids(['blocs'], 'blocs', blocs);
  const unsure: Path[] = [];
  const seats = draft.delegations.map((delegation, place): DelegationDraft => {
    if (!('blocs' in delegation)) return delegation;
    const path: Path = ['delegations', place];
    findings.once([...path, 'blocs'], delegation.blocs);
    const voices = delegation.blocs.flatMap((id, at): Voice[] => {
      findings.known([...path, 'blocs', at], 'bloc', id, known);
      const found = blocs.findIndex((bloc) => bloc.id === id);
      const bloc = blocs[found];
      return bloc === undefined ? [] : [{ draft: bloc, path: ['blocs', found] }];
    });
    if (voices.length < delegation.blocs.length) {
      findings.standIns.add(path);
      unsure.push(path);
    }
    return new Heir(delegation, path, voices, findings, draft.language).whole();
  });
  return { seats, unsure };
};

class Heir {
  readonly #own: HeirDraft;
  readonly #path: Path;
  /** The delegation itself first, then its blocs, the last named first. */
  readonly #voices: readonly Voice[];
  readonly #findings: Findings;
  readonly #language: string;

  constructor(own: HeirDraft, path: Path, blocs: readonly Voice[], findings: Findings, language: string) {
    this.#own = own;
    this.#path = path;
    this.#voices = [{ draft: own, path }, ...blocs.toReversed()];
    this.#findings = findings;
    this.#language = language;
  }

  whole(): DelegationDraft {
    const { id, name, placard, flag, at } = this.#own;
    return {
      id,
      name,
      placard,
      flag,
      at,
      groups: this.#groups(),
      about: this.#words('about'),
      briefing: this.#words('briefing'),
      manner: this.#words('manner'),
      style: this.#pick(['style'], (draft) => draft.style, 'quiet'),
      ...this.#bluff(),
      wants: this.#wants(),
      redLines: this.#redLines(),
      reservation: this.#pick(['reservation'], (draft) => draft.reservation, 0),
      tokens: this.#merged('tokens'),
      tokenWorth: this.#merged('tokenWorth'),
      stakes: {
        tension: this.#pick(['stakes', 'tension'], (draft) => draft.stakes?.tension, 0),
        damage: this.#pick(['stakes', 'damage'], (draft) => draft.stakes?.damage, 0),
        face: this.#pick(['stakes', 'face'], (draft) => draft.stakes?.face, 0),
      },
      capacity: {
        offence: this.#pick(['capacity', 'offence'], (draft) => draft.capacity?.offence, 0),
        defence: this.#pick(['capacity', 'defence'], (draft) => draft.capacity?.defence, 0),
        dependence: this.#pick(['capacity', 'dependence'], (draft) => draft.capacity?.dependence, 0),
      },
    };
  }

  /** How much it leaves unsaid, if anybody says so. */
  #bluff(): Pick<DelegationDraft, 'bluff'> {
    const voice = this.#voices.find(({ draft }) => draft.bluff !== undefined);
    if (voice === undefined) return {};
    this.#stands(['bluff'], voice);
    return { bluff: voice.draft.bluff };
  }

  #missing(at: Path): void {
    const field = String(at.at(-1));
    this.#findings.missing(this.#path, `"${at.join('.')}" is missing here, and in every bloc named.`, [
      `${field}: …`,
    ]);
  }

  /** Notes that what is at `at` of this delegation stands elsewhere in the file. */
  #stands(at: Path, voice: Voice): void {
    if (voice.path !== this.#path) this.#findings.stands([...this.#path, ...at], [...voice.path, ...at]);
  }

  /** What the first voice that says it says; its place is noted, and so is that nobody says it. */
  #pick<Said>(at: Path, of: (draft: Voice['draft']) => Said | undefined, otherwise: Said): Said {
    for (const voice of this.#voices) {
      const said = of(voice.draft);
      if (said === undefined) continue;
      this.#stands(at, voice);
      return said;
    }
    this.#missing(at);
    return otherwise;
  }

  /** Its own text, with the bloc’s where it says so; else the bloc’s, with its name in it. */
  #words(field: 'about' | 'briefing' | 'manner'): WordsDraft {
    const [own, ...blocs] = this.#voices;
    const voice = blocs.find(({ draft }) => draft[field] !== undefined);
    const said = voice?.draft[field];
    const theirs = said === undefined ? undefined : this.#filled(said, NAME, this.#own.name);
    const mine = own?.draft[field];
    if (mine !== undefined) return theirs === undefined ? mine : this.#filled(mine, BLOC, theirs);
    if (voice === undefined || theirs === undefined) {
      this.#missing([field]);
      return '';
    }
    this.#stands([field], voice);
    return theirs;
  }

  #filled(text: WordsDraft, mark: string, filling: WordsDraft): WordsDraft {
    const language = this.#language;
    const said = (words: WordsDraft, wanted: string): string =>
      typeof words === 'string' ? words : (words[wanted] ?? words[language] ?? '');
    if (typeof text === 'string') return text.replaceAll(mark, () => said(filling, language));
    return Object.fromEntries(
      Object.entries(text).map(([wanted, words]) => [
        wanted,
        words.replaceAll(mark, () => said(filling, wanted)),
      ]),
    );
  }

  /** Those of its blocs, then its own. */
  #groups(): string[] {
    const groups: string[] = [];
    for (const voice of this.#voices.toReversed())
      (voice.draft.groups ?? []).forEach((group, place) => {
        if (groups.includes(group)) return;
        this.#findings.stands([...this.#path, 'groups', groups.length], [...voice.path, 'groups', place]);
        groups.push(group);
      });
    return groups;
  }

  #wants(): DelegationDraft['wants'] {
    const voices = this.#voices.filter(({ draft }) => draft.wants !== undefined);
    const [nearest] = voices;
    if (nearest === undefined) {
      this.#missing(['wants']);
      return {};
    }
    this.#stands(['wants'], nearest);
    const articles = new Set(voices.flatMap(({ draft }) => Object.keys(draft.wants ?? {})));
    return Object.fromEntries(
      [...articles].map((article): [string, DelegationDraft['wants'][string]] => {
        const at: Path = ['wants', article];
        const wantOf = ({ wants }: Voice['draft']) =>
          wants !== undefined && Object.hasOwn(wants, article) ? wants[article] : undefined;
        const first = voices.find(({ draft }) => wantOf(draft) !== undefined);
        if (first !== undefined) this.#stands(at, first);
        return [
          article,
          {
            weight: this.#pick([...at, 'weight'], (draft) => wantOf(draft)?.weight, 0),
            values: this.#pick([...at, 'values'], (draft) => wantOf(draft)?.values, {}),
            opening: this.#pick([...at, 'opening'], (draft) => wantOf(draft)?.opening, 'none'),
          },
        ];
      }),
    );
  }

  /** Red lines of all; whoever names an article after another has the last word on it. */
  #redLines(): DelegationDraft['redLines'] {
    const lines: DelegationDraft['redLines'] = [];
    const named = new Set<string>();
    for (const voice of this.#voices) {
      const said = voice.draft.redLines ?? [];
      said.forEach((line, place) => {
        if (named.has(line.article)) return;
        const path: Path = ['redLines', lines.length];
        if (voice.path !== this.#path || place !== lines.length)
          this.#findings.stands([...this.#path, ...path], [...voice.path, 'redLines', place]);
        lines.push(line);
      });
      for (const { article } of said) named.add(article);
    }
    return lines;
  }

  #merged(field: 'tokens' | 'tokenWorth'): DelegationDraft['tokens'] {
    const merged: DelegationDraft['tokens'] = {};
    const voices = this.#voices.filter(({ draft }) => draft[field] !== undefined);
    const [nearest] = voices;
    if (nearest === undefined) this.#missing([field]);
    else this.#stands([field], nearest);
    for (const voice of voices)
      for (const [key, span] of Object.entries(voice.draft[field] ?? {})) {
        if (Object.hasOwn(merged, key)) continue;
        merged[key] = span;
        this.#stands([field, key], voice);
      }
    return merged;
  }
}
