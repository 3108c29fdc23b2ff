import { useState, type ReactNode } from 'react';
import { STYLES } from '../../../engine/seat.ts';
import { w, type WorkshopKey } from '../../i18n/workshop.ts';
import {
  addDelegation,
  addRedLine,
  articlesOf,
  at,
  delegationsOf,
  groupsOf,
  listAt,
  optionsOf,
  removeDelegation,
  stringAt,
  tokensOf,
  type Place,
} from '../../session/workshop/index.ts';
import { Select } from '../bits.tsx';
import { useForm } from './context.tsx';
import { ChoiceField, NumberField, SetField, SpanField, TextField } from './fields.tsx';
import { AddRow, EntryTools } from './tools.tsx';

/** Who sits at the table, and what each wants. Blocs are edited like delegations: what they say, their members say. */
export const DelegationsForm = (): ReactNode => {
  const { data, change } = useForm();
  const [wanted, setWanted] = useState('delegations/0');
  const delegations = delegationsOf(data);
  const blocs = listAt(data, ['blocs']).map((_, place) => stringAt(data, ['blocs', place, 'id']) ?? '');
  const choices = [
    ...delegations.map(({ place, name }) => ({ value: `delegations/${String(place)}`, label: name })),
    ...blocs.map((id, place) => ({ value: `blocs/${String(place)}`, label: w('bloc', { name: id }) })),
  ];
  const value = choices.some((choice) => choice.value === wanted) ? wanted : 'delegations/0';
  const [list = 'delegations', number = '0'] = value.split('/');
  const path: Place = [list, Number(number)];
  const own = list === 'delegations' ? delegations[Number(number)] : undefined;
  return (
    <>
      <div className="entry-head">
        <Select label={w('delegation')} value={value} choices={choices} onChange={setWanted} />
        {own === undefined ? null : (
          <EntryTools
            name={own.name}
            onRemove={delegations.length < 3 ? undefined : () => change(removeDelegation(data, own.id))}
          />
        )}
      </div>
      {at(data, path) === undefined ? null : <Voice key={value} path={path} bloc={list === 'blocs'} />}
      <hr />
      <AddRow
        label={w('newDelegation')}
        button={w('addDelegation')}
        onAdd={(name) => {
          if (change(addDelegation(data, name))) setWanted(`delegations/${String(delegations.length)}`);
        }}
      />
    </>
  );
};

const Voice = ({ path, bloc }: { readonly path: Place; readonly bloc: boolean }): ReactNode => {
  const { data } = useForm();
  const inherits = listAt(data, [...path, 'blocs']).length > 0;
  const groups = [...groupsOf(data), ...listAt(data, [...path, 'groups']).map(String)];
  return (
    <>
      {bloc ? null : (
        <div className="field-row">
          <TextField label={w('fullName')} path={[...path, 'name']} />
          <TextField label={w('placard')} path={[...path, 'placard']} most={14} />
          <TextField label={w('flag')} path={[...path, 'flag']} plain most={2} hint={w('flagAbout')} />
        </div>
      )}
      {inherits ? <p className="form-note">{w('inherits')}</p> : null}
      <SetField
        label={w('groups')}
        path={[...path, 'groups']}
        choices={[...new Set(groups)].map((value) => ({ value, label: value }))}
      />
      <NewGroup path={[...path, 'groups']} />
      <TextField label={w('publicPosition')} path={[...path, 'about']} lines={3} />
      <TextField label={w('roleSheet')} path={[...path, 'briefing']} lines={6} />
      <div className="field-row">
        <TextField label={w('manner')} path={[...path, 'manner']} />
        <ChoiceField
          label={w('style')}
          path={[...path, 'style']}
          choices={STYLES.map((value) => ({ value, label: w(`style_${value}` satisfies WorkshopKey) }))}
        />
        <NumberField label={w('bluff')} path={[...path, 'bluff']} least={0} most={60} />
      </div>
      <h3>{w('wants')}</h3>
      <p className="quiet">{w('wantsAbout')}</p>
      <SpanField label={w('reservation')} path={[...path, 'reservation']} least={0} most={95} />
      {articlesOf(data).map((article) => (
        <Want
          key={article.id}
          path={[...path, 'wants', article.id]}
          article={article.place}
          name={article.name}
        />
      ))}
      <RedLines path={path} />
      <h3>{w('means')}</h3>
      {tokensOf(data).map((token) => (
        <div key={token.id} className="span-pair">
          <SpanField
            label={w('tokensHeld', { token: token.name })}
            path={[...path, 'tokens', token.id]}
            least={0}
            most={20}
          />
          <SpanField
            label={w('tokenWorth', { token: token.name })}
            path={[...path, 'tokenWorth', token.id]}
            least={0}
            most={200}
          />
        </div>
      ))}
      <h3>{w('stakes')}</h3>
      <SpanField label={w('stakesTension')} path={[...path, 'stakes', 'tension']} least={0} most={60} />
      <SpanField label={w('stakesDamage')} path={[...path, 'stakes', 'damage']} least={0} most={100} />
      <SpanField label={w('stakesFace')} path={[...path, 'stakes', 'face']} least={0} most={300} step={5} />
    </>
  );
};

const NewGroup = ({ path }: { readonly path: Place }): ReactNode => {
  const { data, change } = useForm();
  const count = listAt(data, path).length;
  return (
    <AddRow
      label={w('newGroup')}
      button={w('addGroup')}
      onAdd={(value) =>
        change(
          at(data, path) === undefined
            ? [{ edit: 'set', path, value: [value] }]
            : [{ edit: 'insert', path, at: count, value }],
        )
      }
    />
  );
};

/** What one article is worth to it, option by option. */
const Want = ({
  path,
  article,
  name,
}: {
  readonly path: Place;
  readonly article: number;
  readonly name: string;
}): ReactNode => {
  const { data } = useForm();
  const options = optionsOf(data, article);
  const asList = Array.isArray(at(data, [...path, 'values']));
  const known = options.map(({ id, name: label }) => ({ value: id, label }));
  return (
    <details className="entry">
      <summary>{name}</summary>
      <div className="card-fields">
        <SpanField label={w('weight')} path={[...path, 'weight']} least={0} most={100} />
        <ChoiceField label={w('opening')} path={[...path, 'opening']} choices={known} />
        <h4>{w('values')}</h4>
        {options.map((option, index) => (
          <SpanField
            key={option.id}
            label={option.name}
            path={[...path, 'values', asList ? index : option.id]}
            least={0}
            most={100}
          />
        ))}
      </div>
    </details>
  );
};

/** What its capital may forbid, and in how many of a hundred games it does. */
const RedLines = ({ path }: { readonly path: Place }): ReactNode => {
  const { data, change } = useForm();
  const articles = articlesOf(data);
  const [article, setArticle] = useState('');
  const lines = [...path, 'redLines'];
  return (
    <>
      <h3>{w('redLines')}</h3>
      <p className="quiet">{w('redLinesAbout')}</p>
      {listAt(data, lines).map((_, place) => {
        const line = [...lines, place];
        const found = articles.find((item) => item.id === stringAt(data, [...line, 'article']));
        const name = found?.name ?? '';
        return (
          <div key={place} className="entry">
            <div className="entry-head">
              <h4>{name}</h4>
              <EntryTools
                name={w('redLineOn', { name })}
                onRemove={() => change([{ edit: 'remove', path: line }])}
              />
            </div>
            {found === undefined ? null : (
              <SetField
                label={w('forbidden')}
                path={[...line, 'options']}
                choices={optionsOf(data, found.place).map((option) => ({
                  value: option.id,
                  label: option.name,
                }))}
                least={1}
              />
            )}
            <NumberField label={w('redLineChance')} path={[...line, 'chance']} least={0} most={100} />
          </div>
        );
      })}
      {path[0] !== 'delegations' ? null : (
        <Select
          label={w('addRedLine')}
          value={article}
          empty={w('chooseArticle')}
          choices={articles.map((item) => ({ value: item.id, label: item.name }))}
          onChange={(value) => {
            setArticle('');
            if (value !== '') change(addRedLine(data, Number(path[1]), value));
          }}
        />
      )}
    </>
  );
};
