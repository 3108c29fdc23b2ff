import type { Edit, Plain } from '../../../scenario/editing/index.ts';
import {
  articlesOf,
  at,
  delegationsOf,
  entriesAt,
  freshId,
  goalsOf,
  listAt,
  optionsOf,
  stringAt,
  stringsAt,
  tokensOf,
  type Place,
} from './look.ts';

/** What comes and goes as a whole, with everything that has to come and go with it, so that the file stays one that can be read. */

const set = (path: Place, value: Plain): Edit => ({ edit: 'set', path, value });
const remove = (path: Place): Edit => ({ edit: 'remove', path });
const append = (data: unknown, path: Place, value: Plain): Edit =>
  Array.isArray(at(data, path))
    ? { edit: 'insert', path, at: listAt(data, path).length, value }
    : set(path, [value]);

const idsOf = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);

/** Whoever has a position of its own in the file: delegations and blocs. */
const voicesOf = (data: unknown): readonly Place[] => [
  ...listAt(data, ['delegations']).map((_, place): Place => ['delegations', place]),
  ...listAt(data, ['blocs']).map((_, place): Place => ['blocs', place]),
];
/** Those that must say what they want: a bloc, and a delegation that speaks with none. */
const mustSay = (data: unknown): readonly Place[] =>
  voicesOf(data).filter(
    (voice) =>
      at(data, [...voice, voice[0] === 'blocs' ? 'wants' : 'name']) !== undefined &&
      at(data, [...voice, 'blocs']) === undefined,
  );

/** The values of three options by which neighbours at the table pull apart. */
const PULLS: readonly (readonly (readonly [number, number])[])[] = [
  [
    [0, 10],
    [40, 60],
    [90, 100],
  ],
  [
    [30, 50],
    [90, 100],
    [20, 40],
  ],
  [
    [60, 80],
    [90, 100],
    [0, 20],
  ],
];

export const addArticle = (data: unknown, title: string): readonly Edit[] => {
  const id = freshId(title, idsOf(articlesOf(data)), 'ARTICLE', true);
  const options = [
    { id: 'none', label: 'No text', wording: '' },
    { id: 'soft', label: 'Soft', wording: `The States should … (${title})` },
    { id: 'firm', label: 'Firm', wording: `The States shall … (${title})` },
  ];
  const names = idsOf(options);
  return [
    append(data, ['articles'], {
      id,
      title,
      short: title.slice(0, 14),
      about: title,
      draft: 'soft',
      options,
    }),
    ...mustSay(data).map((voice, place) => {
      const pull = PULLS[place % PULLS.length] ?? [];
      const values = Object.fromEntries(names.map((name, index) => [name, [...(pull[index] ?? [40, 60])]]));
      const opening = place % PULLS.length === 0 ? 'firm' : 'soft';
      return set([...voice, 'wants', id], { weight: [10, 20], values, opening });
    }),
  ];
};

/** Entries of a list that something is true of, taken out. */
const without = (data: unknown, path: Place, gone: (entry: Place) => boolean): readonly Edit[] =>
  listAt(data, path).flatMap((_, place) => (gone([...path, place]) ? [remove([...path, place])] : []));

/** A field, where it is. */
const field = (data: unknown, path: Place): readonly Edit[] =>
  at(data, path) === undefined ? [] : [remove(path)];

/** Every list of effects of the file: of context cards and of points of side tracks. */
const effectLists = (data: unknown): readonly Place[] => [
  ...listAt(data, ['contexts']).map((_, place): Place => ['contexts', place, 'effects']),
  ...listAt(data, ['tracks']).flatMap((_, track) =>
    listAt(data, ['tracks', track, 'points']).map((__, point): Place => [
      'tracks',
      track,
      'points',
      point,
      'effects',
    ]),
  ),
];
const points = (data: unknown): readonly Place[] =>
  listAt(data, ['tracks']).flatMap((_, track) =>
    listAt(data, ['tracks', track, 'points']).map((__, point): Place => ['tracks', track, 'points', point]),
  );

const linksTo =
  (data: unknown, article: string) =>
  (linkage: Place): boolean =>
    [0, 1].some((side) => stringAt(data, [...linkage, 'between', side, 'article']) === article);

export const removeArticle = (data: unknown, id: string): readonly Edit[] => {
  const article = articlesOf(data).find((item) => item.id === id);
  if (article === undefined || articlesOf(data).length < 2) return [];
  const names = (entry: Place): boolean => stringAt(data, [...entry, 'article']) === id;
  return [
    remove(['articles', article.place]),
    ...voicesOf(data).flatMap((voice) => [
      ...field(data, [...voice, 'wants', id]),
      ...without(data, [...voice, 'redLines'], names),
    ]),
    ...without(data, ['linkages'], linksTo(data, id)),
    ...listAt(data, ['incidents']).flatMap((_, place) => [
      ...field(data, ['incidents', place, 'touches', id]),
      ...without(data, ['incidents', place, 'damped'], names),
    ]),
    ...effectLists(data).flatMap((list) => without(data, list, names)),
    ...without(data, ['payoffs'], names),
    ...points(data).flatMap((point) => (names([...point, 'writes']) ? [remove([...point, 'writes'])] : [])),
    ...(names(['procedure', 'signature']) ? [remove(['procedure', 'signature'])] : []),
  ];
};

export const addOption = (data: unknown, article: number, label: string): readonly Edit[] => {
  const options = optionsOf(data, article);
  const id = freshId(label, idsOf(options), 'option');
  const name = stringAt(data, ['articles', article, 'id']) ?? '';
  return [
    append(data, ['articles', article, 'options'], { id, label, wording: `The States … (${label})` }),
    ...voicesOf(data).flatMap((voice): readonly Edit[] => {
      const values = [...voice, 'wants', name, 'values'];
      if (Array.isArray(at(data, values)))
        return [{ edit: 'insert', path: values, at: options.length, value: [40, 60] }];
      return at(data, values) === undefined ? [] : [set([...values, id], [40, 60])];
    }),
  ];
};

/** Takes an option out of the lists of options that name it, and what is left without any with it. */
const withoutOption = (data: unknown, entries: Place, article: string, option: string): readonly Edit[] =>
  listAt(data, entries).flatMap((_, place) => {
    const entry = [...entries, place];
    if (stringAt(data, [...entry, 'article']) !== article) return [];
    return fromList(data, [...entry, 'options'], option, [remove(entry)]);
  });
const fromList = (data: unknown, list: Place, name: string, ifEmpty: readonly Edit[]): readonly Edit[] => {
  const names = stringsAt(data, list);
  const place = names.indexOf(name);
  if (place === -1) return [];
  return names.length === 1 ? ifEmpty : [remove([...list, place])];
};

export const removeOption = (data: unknown, article: number, option: number): readonly Edit[] => {
  const options = optionsOf(data, article);
  const id = options[option]?.id;
  // The first is "no text", and an article needs another one.
  if (id === undefined || option === 0 || options.length < 3) return [];
  const name = stringAt(data, ['articles', article, 'id']) ?? '';
  const other = options.find((item) => item.place > 0 && item.place !== option)?.id ?? 'none';
  return [
    remove(['articles', article, 'options', option]),
    ...(stringAt(data, ['articles', article, 'draft']) === id
      ? [set(['articles', article, 'draft'], other)]
      : []),
    ...voicesOf(data).flatMap((voice) => {
      const want = [...voice, 'wants', name];
      const values = [...want, 'values'];
      return [
        ...field(data, [...values, Array.isArray(at(data, values)) ? option : id]),
        ...(stringAt(data, [...want, 'opening']) === id ? [set([...want, 'opening'], other)] : []),
        ...withoutOption(data, [...voice, 'redLines'], name, id),
      ];
    }),
    ...listAt(data, ['linkages']).flatMap((_, place) =>
      [0, 1].flatMap((side) => {
        const between = ['linkages', place, 'between', side];
        return stringAt(data, [...between, 'article']) === name
          ? fromList(data, [...between, 'options'], id, [remove(['linkages', place])])
          : [];
      }),
    ),
    ...listAt(data, ['incidents']).flatMap((_, place) =>
      withoutOption(data, ['incidents', place, 'damped'], name, id),
    ),
    ...withoutOption(data, ['payoffs'], name, id),
    ...points(data).flatMap((point) =>
      stringAt(data, [...point, 'writes', 'article']) === name &&
      stringAt(data, [...point, 'writes', 'option']) === id
        ? [remove([...point, 'writes'])]
        : [],
    ),
    ...(stringAt(data, ['procedure', 'signature', 'article']) === name
      ? fromList(data, ['procedure', 'signature', 'options'], id, [remove(['procedure', 'signature'])])
      : []),
  ];
};

/** An option changes places with a neighbour; "no text" stays first. Worths that are lists go with it. */
export const moveOption = (data: unknown, article: number, one: number, two: number): readonly Edit[] => {
  const options = optionsOf(data, article);
  if (Math.min(one, two) < 1 || Math.max(one, two) >= options.length) return [];
  const name = stringAt(data, ['articles', article, 'id']) ?? '';
  return [
    { edit: 'swap', path: ['articles', article, 'options'], one, two },
    ...voicesOf(data).flatMap((voice): readonly Edit[] => {
      const path = [...voice, 'wants', name, 'values'];
      return Array.isArray(at(data, path)) ? [{ edit: 'swap', path, one, two }] : [];
    }),
  ];
};

export const addDelegation = (data: unknown, name: string): readonly Edit[] => {
  const all = delegationsOf(data);
  const id = freshId(name, [...idsOf(all), 'CHAIR', 'OBSERVER', 'ALL'], 'STATE', true);
  const wants = Object.fromEntries(
    articlesOf(data).map((article) => {
      const pull = PULLS[(article.place + all.length) % PULLS.length] ?? [];
      const options = optionsOf(data, article.place);
      const values = options.map((_, index) => pull[index] ?? [40, 60]);
      const best = values.findIndex(([least]) => least === 90);
      return [
        article.id,
        {
          weight: [10, 20],
          values: Object.fromEntries(
            options.map((option, index) => [option.id, [...(values[index] ?? [40, 60])]]),
          ),
          opening: options[Math.max(0, best)]?.id ?? 'none',
        },
      ];
    }),
  );
  const each = (value: Plain): Plain => Object.fromEntries(tokensOf(data).map((token) => [token.id, value]));
  return [
    append(data, ['delegations'], {
      id,
      name,
      placard: name.slice(0, 14),
      flag: 'UN',
      at: [0, 0],
      groups: [],
      about: `${name} …`,
      briefing: `You speak for ${name}. Bring home …`,
      manner: 'Friendly and exact.',
      style: 'trader',
      wants,
      redLines: [],
      reservation: [35, 45],
      tokens: each([2, 4]),
      tokenWorth: each([20, 30]),
      stakes: { tension: [8, 14], damage: [20, 35], face: [50, 90] },
      capacity: { offence: 4, defence: 4, dependence: 5 },
    }),
  ];
};

export const removeDelegation = (data: unknown, id: string): readonly Edit[] => {
  const found = delegationsOf(data).find((item) => item.id === id);
  if (found === undefined || delegationsOf(data).length < 3) return [];
  /** Its entry of a map; where none is left, what the map belongs to. */
  const fromMap = (map: Place, ifEmpty: readonly Edit[]): readonly Edit[] => {
    const keys = entriesAt(data, map).map(([key]) => key);
    if (!keys.includes(id)) return [];
    return keys.length === 1 ? ifEmpty : [remove([...map, id])];
  };
  const alone = (map: Place): readonly Edit[] => field(data, [...map, id]);
  const pairs = (entry: Place): boolean =>
    [
      ...stringsAt(data, [...entry, 'between']),
      at(data, [...entry, 'from']),
      at(data, [...entry, 'to']),
    ].includes(id);
  return [
    remove(['delegations', found.place]),
    ...listAt(data, ['linkages']).flatMap((_, place) =>
      fromMap(['linkages', place, 'worth'], [remove(['linkages', place])]),
    ),
    ...listAt(data, ['concessions']).flatMap((_, place) => {
      const whole = [remove(['concessions', place])];
      return [
        ...fromMap(['concessions', place, 'givers'], whole),
        ...fromMap(['concessions', place, 'receivers'], whole),
      ];
    }),
    ...listAt(data, ['incidents']).flatMap((_, place) => {
      const whole = [remove(['incidents', place])];
      return [
        ...fromMap(['incidents', place, 'victims'], whole),
        ...fromMap(['incidents', place, 'culprits'], whole),
      ];
    }),
    ...without(data, ['trust', 'pairs'], pairs),
    ...effectLists(data).flatMap((list) =>
      listAt(data, list).flatMap((_, place) =>
        ['of', 'from', 'to'].flatMap((key) =>
          typeof at(data, [...list, place, key]) === 'object'
            ? fromList(data, [...list, place, key], id, [remove([...list, place])])
            : [],
        ),
      ),
    ),
    ...listAt(data, ['tracks']).flatMap((_, place) => {
      const members = stringsAt(data, ['tracks', place, 'members']);
      if (!members.includes(id)) return [];
      // A room in which one would sit alone goes, with what opens and closes it.
      const whole = [
        remove(['tracks', place]),
        ...effectLists(data).flatMap((list) =>
          without(
            data,
            list,
            (entry) => stringAt(data, [...entry, 'track']) === stringAt(data, ['tracks', place, 'id']),
          ),
        ),
      ];
      return members.length < 3 ? whole : [remove(['tracks', place, 'members', members.indexOf(id)])];
    }),
    ...points(data).flatMap((point) => alone([...point, 'worth'])),
    ...listAt(data, ['vulnerabilities']).flatMap((_, place) =>
      fromMap(['vulnerabilities', place, 'holders'], [remove(['vulnerabilities', place])]),
    ),
    ...alone(['intelligence', 'warnings']),
    ...alone(['intelligence', 'briefings']),
  ];
};

export const addGoal = (data: unknown, goal: string): readonly Edit[] => {
  const id = freshId(goal, idsOf(goalsOf(data)), 'goal');
  return [
    append(data, ['goals'], { id, goal, decisions: '…' }),
    append(data, ['debrief'], { goal: id, question: `${goal}: …?` }),
  ];
};

/** A goal goes with its questions. */
export const removeGoal = (data: unknown, place: number): readonly Edit[] => {
  const id = stringAt(data, ['goals', place, 'id']);
  return [
    remove(['goals', place]),
    ...without(data, ['debrief'], (entry) => stringAt(data, [...entry, 'goal']) === id),
  ];
};
