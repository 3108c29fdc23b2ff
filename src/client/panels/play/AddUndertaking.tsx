import { useState, type ReactNode } from 'react';
import {
  standingText,
  type DelegationId,
  type Provision,
  type Scenario,
  type Undertaking,
  type UndertakingKind,
  type View,
} from '../../../engine/seat.ts';
import { points, t } from '../../i18n/index.ts';
import type { Names } from '../../i18n/names.ts';
import { Button, Select, type Choice } from '../bits.tsx';
import { usePlaying } from '../context.tsx';
import { changeBy } from './change.ts';
import { Several } from './Several.tsx';

const KINDS = [
  'position',
  'join',
  'oppose',
  'tokens',
  'deed',
  'later',
  'intelligence',
  'restraint',
  'point',
] as const satisfies readonly UndertakingKind[];

interface Given {
  readonly scenario: Scenario;
  readonly view: View;
  readonly names: Names;
  readonly by: DelegationId;
  readonly to: DelegationId;
  /** How far a position goes. */
  readonly stance: 'accept' | 'support';
  /** What the standing text would gain for oneself with a provision. */
  readonly worth: (provision: Provision) => number;
}

/** So many provisions a text can be told by. */
const MOST_PROVISIONS = 3;

/** Choices beside others: one provision of an article, for no text has two. */
const besides = (choices: readonly Choice[], others: readonly string[]): readonly Choice[] => {
  const taken = new Set(others.map(articleIn));
  return choices.filter(({ value }) => !taken.has(articleIn(value)));
};

const articleIn = (what: string): string => what.split('/')[0] ?? '';

/** What can be named for a kind of undertaking. */
const things = (
  kind: UndertakingKind,
  { scenario, view, names, by, to, worth }: Given,
): readonly Choice[] => {
  switch (kind) {
    case 'position':
    case 'join':
    case 'oppose':
      return scenario.articles.flatMap((article) =>
        article.options.map((option, index) => ({
          value: `${article.id}/${String(index)}`,
          label: t('optionForYou', {
            option: `${names.words(article.short)}: ${names.words(option.label)}`,
            change: points(worth({ article: article.id, option: index }), true),
          }),
        })),
      );
    case 'tokens':
      return scenario.tokens.map((token) => ({ value: token.id, label: names.token(token.id) }));
    case 'deed':
    case 'later':
      return scenario.concessions
        .filter((item) => item.givers.some((giver) => giver.delegation === by))
        .map((item) => ({ value: item.id, label: names.concession(item.id) }));
    case 'intelligence':
      return view.incidents.map((incident) => ({ value: incident.id, label: names.incident(incident.id) }));
    case 'point':
      return scenario.tracks.flatMap((track, index) =>
        (view.tracks[index]?.present ?? []).includes(by) && view.tracks[index]?.present.includes(to) === true
          ? track.points.map((point) => ({
              value: `${track.id}/${point.id}`,
              label: `${names.track(track.id)}: ${names.point(point.id)}`,
            }))
          : [],
      );
    case 'restraint':
      return scenario.sessions.flatMap((_, place) =>
        place >= view.session ? [{ value: String(place), label: names.session(place) }] : [],
      );
  }
};

/** The provision that was chosen: its article and the option's place. */
const provisionOf = (scenario: Scenario, what: string): Provision | undefined => {
  const [id = '', index = ''] = what.split('/');
  const article = scenario.articles.find((item) => item.id === id)?.id;
  return article === undefined ? undefined : { article, option: Number(index) };
};

/** What is undertaken by what was chosen, of a promise about a text by all of it; nothing while that is not enough. */
export const undertakingOf = (
  kind: UndertakingKind,
  chosen: readonly string[],
  amount: number,
  adoption: boolean,
  given: Given,
): Undertaking | undefined => {
  const { scenario, view, by, to, stance } = given;
  const [what = ''] = chosen;
  const when = adoption ? ({ on: 'adoption', containing: [] } as const) : ({ on: 'now' } as const);
  switch (kind) {
    case 'position': {
      const provision = provisionOf(scenario, what);
      return provision === undefined ? undefined : { kind, by, to, provision, stance };
    }
    case 'join':
    case 'oppose': {
      const containing = chosen.flatMap((one) => provisionOf(scenario, one) ?? []);
      return containing.length === 0 ? undefined : { kind, by, to, containing };
    }
    case 'tokens': {
      const token = scenario.tokens.find((item) => item.id === what)?.id;
      return token === undefined ? undefined : { kind, by, to, token, amount, when };
    }
    case 'deed':
    case 'later': {
      const concession = scenario.concessions.find((item) => item.id === what)?.id;
      if (concession === undefined) return undefined;
      return kind === 'deed'
        ? { kind, by, to, concession, when }
        : { kind, by, to, concession, due: scenario.sessions.length - 1 };
    }
    case 'intelligence': {
      const incident = view.incidents.find((item) => item.id === what)?.id;
      return incident === undefined ? undefined : { kind, by, to, incident };
    }
    case 'point': {
      const [id = '', inside = ''] = what.split('/');
      const track = scenario.tracks.find((item) => item.id === id);
      const point = track?.points.find((item) => item.id === inside);
      return track === undefined || point === undefined
        ? undefined
        : { kind, by, to, track: track.id, point: point.id };
    }
    case 'restraint':
      return what === '' ? undefined : { kind, by, to, through: Number(what) };
  }
};

/** Adds one undertaking of one side to the package. */
export const AddUndertaking = ({
  legend,
  by,
  to,
  onAdd,
}: {
  readonly legend: string;
  readonly by: DelegationId;
  readonly to: DelegationId;
  readonly onAdd: (undertaking: Undertaking) => void;
}): ReactNode => {
  const { scenario, view, names, own } = usePlaying();
  const [kind, setKind] = useState<UndertakingKind>('position');
  const [what, setWhat] = useState<readonly string[]>([]);
  const [amount, setAmount] = useState(1);
  const [adoption, setAdoption] = useState(false);
  const [stance, setStance] = useState<Given['stance']>('accept');
  const text = standingText(view.articles);
  const worth = (provision: Provision): number =>
    own === undefined ? 0 : changeBy(scenario, own.mandate, text, [provision]);
  const given: Given = { scenario, view, names, by, to, stance, worth };
  const choices = things(kind, given);
  const item = undertakingOf(kind, what, amount, adoption, given);
  const ofText = kind === 'join' || kind === 'oppose';
  return (
    <fieldset className={ofText ? 'add add-several' : 'add'}>
      <legend>{legend}</legend>
      <Select
        label={t('what')}
        hideLabel
        value={kind}
        choices={KINDS.filter((value) => value !== 'point' || scenario.tracks.length > 0).map((value) => ({
          value,
          label: t(`kind_${value}`),
        }))}
        onChange={(value) => {
          setKind(KINDS.find((known) => known === value) ?? 'position');
          setWhat([]);
        }}
      />
      {ofText ? (
        <Several
          label={legend}
          more={t('provisionMore')}
          hideLabels
          most={MOST_PROVISIONS}
          chosen={what}
          offered={(others) => besides(choices, others)}
          empty={t('choose')}
          emptyMore={t('provisionMore')}
          onChange={setWhat}
        />
      ) : (
        <Select
          label={legend}
          hideLabel
          value={what[0] ?? ''}
          empty={t('choose')}
          choices={choices}
          onChange={(value) => setWhat(value === '' ? [] : [value])}
        />
      )}
      {kind === 'position' ? (
        <Select
          label={t('yourStance')}
          hideLabel
          value={stance}
          choices={[
            { value: 'accept', label: t('stance_accept') },
            { value: 'support', label: t('stance_support') },
          ]}
          onChange={(value) => setStance(value === 'support' ? 'support' : 'accept')}
        />
      ) : null}
      {kind === 'tokens' ? (
        <label className="field field-short">
          <span className="hidden">{t('amount')}</span>
          <input
            className="text"
            type="number"
            min={1}
            max={99}
            value={amount}
            onChange={(event) => setAmount(Math.max(1, Math.min(99, Math.round(Number(event.target.value)))))}
          />
        </label>
      ) : null}
      {kind === 'tokens' || kind === 'deed' ? (
        <Select
          label={t('when')}
          hideLabel
          value={adoption ? 'adoption' : 'now'}
          choices={[
            { value: 'now', label: t('whenNow') },
            { value: 'adoption', label: t('whenAdoption') },
          ]}
          onChange={(value) => setAdoption(value === 'adoption')}
        />
      ) : null}
      <Button
        disabled={item === undefined}
        label={`${t('add')}: ${legend}`}
        onPress={() => {
          if (item !== undefined) onAdd(item);
          setWhat([]);
        }}
      >
        {t('add')}
      </Button>
      {ofText ? (
        <p className="quiet">
          {t(`about_${kind}`)} {what.length > 1 ? t('aboutAll') : null}
        </p>
      ) : null}
    </fieldset>
  );
};
