import { cursorAt, type Cursor } from './cursor.ts';
import {
  articlesOf,
  at,
  contextsOf,
  delegationsOf,
  entriesAt,
  groupsOf,
  goalsOf,
  incidentsOf,
  listAt,
  optionsOf,
  stringAt,
  tokensOf,
  type Named,
  type Place,
} from './look.ts';

/** Something that could be written at the cursor. */
export interface Candidate {
  readonly label: string;
  /** What it means. */
  readonly about: string;
  readonly kind: 'field' | 'word' | 'id';
}

export interface Candidates {
  /** Offset from which they replace what has been begun. */
  readonly from: number;
  readonly all: readonly Candidate[];
  /** What is written behind a chosen one. */
  readonly behind: string;
}

/** A JSON Schema, as far as it is looked at here. */
type Schema = Readonly<Record<string, unknown>>;
const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What could be written at an offset of a text: by the schema of scenarios, and by the ids of this one (`data`). */
export const candidatesAt = (
  text: string,
  offset: number,
  schema: unknown,
  data: unknown,
): Candidates | undefined => {
  const cursor = cursorAt(text, offset);
  if (cursor === undefined || !isSchema(schema)) return undefined;
  const found = schemasAt(schema, cursor.path);
  const words = valuesOf(schema, cursor, found, data);
  // A list in lines may hold single words: there no name belongs.
  if (cursor.writes === 'value' || (typeof cursor.path.at(-1) === 'number' && words.length > 0))
    return words.length === 0 ? undefined : { from: cursor.from, all: words, behind: '' };
  const keys = keysOf(cursor, found, data);
  return keys.length === 0 ? undefined : { from: cursor.from, all: keys, behind: ': ' };
};

/** All that a schema may stand for: itself, what it refers to, its alternatives. */
const unfolded = (root: Schema, schema: unknown): readonly Schema[] => {
  if (!isSchema(schema)) return [];
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    const to = reference.replace(/^#\//u, '').split('/');
    return unfolded(root, at(root, to));
  }
  const parts = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => listAt(schema, [key]));
  return parts.length === 0 ? [schema] : parts.flatMap((part) => unfolded(root, part));
};

const schemasAt = (root: Schema, path: Place): readonly Schema[] => {
  let found = unfolded(root, root);
  for (const step of path)
    found = found.flatMap((schema) => {
      if (typeof step === 'number') {
        const items = schema['items'];
        return unfolded(root, Array.isArray(items) ? (items as readonly unknown[])[step] : items);
      }
      const own = at(schema, ['properties', step]);
      return unfolded(root, own ?? schema['additionalProperties']);
    });
  return found;
};

const keysOf = ({ path }: Cursor, schemas: readonly Schema[], data: unknown): readonly Candidate[] => {
  const there = new Set(entriesAt(data, path).map(([key]) => key));
  const fields = schemas.flatMap((schema) => {
    const required = listAt(schema, ['required']);
    return entriesAt(schema, ['properties']).map(([label, field]) => ({
      label,
      about: stringAt(field, ['description']) ?? '',
      kind: 'field' as const,
      needed: required.includes(label),
    }));
  });
  const listed = schemas.flatMap((schema) => listAt(schema, ['propertyNames', 'enum']).map(String));
  const ids = namedKeys(path, data);
  const all: readonly (Candidate & { readonly needed?: boolean })[] = [
    ...fields,
    ...listed.map((label) => ({ label, about: '', kind: 'word' as const })),
    ...ids.map(asId),
  ];
  // What is missing comes first, and nothing twice.
  return once(
    all
      .filter(({ label }) => !there.has(label))
      .toSorted((a, b) => Number(b.needed ?? false) - Number(a.needed ?? false)),
  );
};

const once = (all: readonly Candidate[]): readonly Candidate[] => {
  const seen = new Set<string>();
  return all.flatMap(({ label, about, kind }) => {
    if (seen.has(label)) return [];
    seen.add(label);
    return [{ label, about, kind }];
  });
};

const asId = ({ id, name }: Pick<Named, 'id' | 'name'>): Candidate => ({
  label: id,
  about: name === id ? '' : name,
  kind: 'id',
});

const valuesOf = (
  root: Schema,
  { path }: Cursor,
  schemas: readonly Schema[],
  data: unknown,
): readonly Candidate[] => {
  const inLists = schemas.flatMap((schema) =>
    schema['type'] === 'array' ? unfolded(root, schema['items']) : [schema],
  );
  const words = inLists.flatMap((schema) => {
    const listed = listAt(schema, ['enum']).map(String);
    const fixed = schema['const'] === undefined ? [] : [JSON.stringify(schema['const'])];
    return [...listed, ...fixed, ...(schema['type'] === 'boolean' ? ['true', 'false'] : [])];
  });
  return once([
    ...words.map((label) => ({ label, about: '', kind: 'word' as const })),
    ...namedValues(path, data).map(asId),
  ]);
};

type Ids = readonly Pick<Named, 'id' | 'name'>[];

const optionsOfNamed = (data: unknown, article: string | undefined): Ids => {
  const found = articlesOf(data).find(({ id }) => id === article);
  return found === undefined ? [] : optionsOf(data, found.place);
};

/** Ids by which a map of the file is kept. */
const namedKeys = (path: Place, data: unknown): Ids => {
  switch (String(path.at(-1))) {
    case 'wants':
    case 'touches':
      return articlesOf(data);
    case 'values': {
      const article = path.at(-2);
      return typeof article === 'string' ? optionsOfNamed(data, article) : [];
    }
    case 'tokens':
    case 'tokenWorth':
    case 'spends':
      return path.length > 1 ? tokensOf(data) : [];
    case 'worth':
    case 'givers':
    case 'receivers':
    case 'victims':
    case 'culprits':
    case 'holders':
    case 'warnings':
    case 'briefings':
      return delegationsOf(data);
    default:
      return [];
  }
};

const plain = (list: string, data: unknown): Ids =>
  listAt(data, [list]).flatMap((_, place) => {
    const id = stringAt(data, [list, place, 'id']);
    return id === undefined ? [] : [{ id, name: stringAt(data, [list, place, 'title']) ?? '' }];
  });
const parties = (data: unknown): Ids => [
  ...delegationsOf(data),
  ...groupsOf(data).map((group) => ({ id: group, name: '' })),
];

/** Ids that a value of the file may be. */
const namedValues = (path: Place, data: unknown): Ids => {
  const named = path.filter((step) => typeof step === 'string').at(-1);
  const place = path.lastIndexOf(named ?? '');
  const around = path.slice(0, place);
  switch (String(named)) {
    case 'article':
      return articlesOf(data);
    case 'options':
    case 'option':
      return around[0] === 'articles' ? [] : optionsOfNamed(data, stringAt(data, [...around, 'article']));
    case 'opening': {
      const article = around.at(-1);
      return typeof article === 'string' ? optionsOfNamed(data, article) : [];
    }
    case 'draft':
      return typeof around[1] === 'number' ? optionsOf(data, around[1]) : [];
    case 'token':
      return tokensOf(data);
    case 'goal':
      return around[0] === 'debrief' ? goalsOf(data) : [];
    case 'sources':
      return path.length > 2 ? plain('sources', data) : [];
    case 'members':
      return delegationsOf(data);
    case 'between':
      return around[0] === 'trust' ? parties(data) : [];
    case 'from':
    case 'to':
    case 'of':
      return around.includes('effects') || around.includes('pairs')
        ? [...(around.includes('effects') ? [{ id: 'all', name: '' }] : []), ...parties(data)]
        : [];
    case 'track':
      return plain('tracks', data);
    case 'incident':
      return incidentsOf(data);
    case 'context':
      return contextsOf(data);
    default:
      return [];
  }
};
