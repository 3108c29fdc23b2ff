/**
 * Rules of the xAPI specification 1.0.3, part 2 (github.com/adlnet/xAPI-Spec, xAPI-Data.md), for what our statements use: which
 * properties there may be, which there must be, and what each may hold. What is not listed here is not allowed.
 */

type Fault = string;
type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;
const LANGUAGE_TAG = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u;

/** 2.2: an IRI has a scheme. */
const isIri = (value: unknown): boolean =>
  typeof value === 'string' && /^[a-z][a-z0-9+.-]*:\S+$/iu.test(value) && URL.canParse(value);

const only = (at: string, value: Json, allowed: readonly string[]): Fault[] =>
  Object.keys(value)
    .filter((key) => !allowed.includes(key))
    .map((key) => `${at}.${key} is not allowed`);

const languageMap = (at: string, value: unknown): Fault[] =>
  isObject(value) &&
  Object.entries(value).length > 0 &&
  Object.entries(value).every(([tag, text]) => LANGUAGE_TAG.test(tag) && typeof text === 'string')
    ? []
    : [`${at} is no language map`];

/** 2.2: no property may be null, nor an empty object, but in extensions. */
const nulls = (at: string, value: unknown): Fault[] => {
  if (value === null || value === undefined) return [`${at} is null`];
  if (Array.isArray(value)) return value.flatMap((item, place) => nulls(`${at}[${place}]`, item));
  if (!isObject(value)) return [];
  if (Object.keys(value).length === 0) return [`${at} is empty`];
  return Object.entries(value).flatMap(([key, item]) => nulls(`${at}.${key}`, item));
};

/** 2.4.2: an agent has exactly one inverse functional identifier; an account has a home page and a name. */
const agent = (at: string, value: unknown): Fault[] => {
  if (!isObject(value)) return [`${at} is missing`];
  const faults = only(at, value, ['objectType', 'name', 'account']);
  if (value['objectType'] !== 'Agent') faults.push(`${at}.objectType`);
  if (typeof value['name'] !== 'string') faults.push(`${at}.name`);
  const { account } = value;
  if (!isObject(account)) return [...faults, `${at} has no identifier`];
  if (!isIri(account['homePage'])) faults.push(`${at}.account.homePage`);
  if (typeof account['name'] !== 'string' || account['name'] === '') faults.push(`${at}.account.name`);
  return [...faults, ...only(`${at}.account`, account, ['homePage', 'name'])];
};

/** 2.4.4.1 */
const activity = (at: string, value: unknown): Fault[] => {
  if (!isObject(value)) return [`${at} is missing`];
  const faults = only(at, value, ['objectType', 'id', 'definition']);
  if (value['objectType'] !== 'Activity') faults.push(`${at}.objectType`);
  if (!isIri(value['id'])) faults.push(`${at}.id`);
  const { definition } = value;
  if (!isObject(definition)) return [...faults, `${at}.definition`];
  if (!isIri(definition['type'])) faults.push(`${at}.definition.type`);
  return [
    ...faults,
    ...only(`${at}.definition`, definition, ['name', 'type']),
    ...languageMap(`${at}.definition.name`, definition['name']),
  ];
};

/** 2.4.5 */
const result = (value: unknown): Fault[] => {
  if (value === undefined) return [];
  if (!isObject(value)) return ['result'];
  const faults = only('result', value, ['score', 'success', 'completion', 'response']);
  for (const flag of ['success', 'completion'])
    if (flag in value && typeof value[flag] !== 'boolean') faults.push(`result.${flag}`);
  if ('response' in value && typeof value['response'] !== 'string') faults.push('result.response');
  const { score } = value;
  if (score === undefined) return faults;
  if (!isObject(score)) return [...faults, 'result.score'];
  const { scaled, raw } = score;
  if (typeof scaled !== 'number' || scaled < -1 || scaled > 1) faults.push('result.score.scaled');
  if (typeof raw !== 'number' || !Number.isFinite(raw)) faults.push('result.score.raw');
  return [...faults, ...only('result.score', score, ['scaled', 'raw'])];
};

/** 2.4.6 */
const context = (value: unknown): Fault[] => {
  if (!isObject(value)) return ['context'];
  const faults = only('context', value, ['contextActivities', 'language', 'platform']);
  if (typeof value['language'] !== 'string' || !LANGUAGE_TAG.test(value['language']))
    faults.push('context.language');
  if (typeof value['platform'] !== 'string') faults.push('context.platform');
  const { contextActivities } = value;
  if (!isObject(contextActivities)) return [...faults, 'context.contextActivities'];
  return [
    ...faults,
    ...only('context.contextActivities', contextActivities, ['parent', 'grouping', 'category', 'other']),
    ...Object.entries(contextActivities).flatMap(([key, list]) =>
      Array.isArray(list)
        ? list.flatMap((item, place) => activity(`context.contextActivities.${key}[${place}]`, item))
        : [`context.contextActivities.${key}`],
    ),
  ];
};

/** Everything that is wrong with a statement; none if it keeps the rules. */
export const statementFaults = (value: unknown): readonly Fault[] => {
  if (!isObject(value)) return ['no statement'];
  const { verb } = value;
  return [
    ...only('statement', value, ['id', 'actor', 'verb', 'object', 'result', 'context']),
    ...nulls('statement', value),
    ...(typeof value['id'] === 'string' && UUID.test(value['id']) ? [] : ['id']),
    ...agent('actor', value['actor']),
    ...(isObject(verb) && isIri(verb['id'])
      ? [...only('verb', verb, ['id', 'display']), ...languageMap('verb.display', verb['display'])]
      : ['verb']),
    ...activity('object', value['object']),
    ...result(value['result']),
    ...context(value['context']),
  ];
};
