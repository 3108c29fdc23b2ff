import { useState, type ReactNode } from 'react';
import { w } from '../../i18n/workshop.ts';
import {
  addLinkage,
  articlesOf,
  delegationsOf,
  entriesAt,
  linkagesOf,
  optionsOf,
  spanAt,
  stringAt,
  stringsAt,
  type Place,
} from '../../session/workshop/index.ts';
import { Button, Select } from '../bits.tsx';
import { useForm } from './context.tsx';
import { SetField, SpanField, TextField } from './fields.tsx';
import { EntryTools } from './tools.tsx';
import { signed } from './words.ts';

/** What two provisions are worth together: a matrix over all, and each by itself. */
export const LinkagesForm = (): ReactNode => {
  const { data, change } = useForm();
  const linkages = linkagesOf(data);
  const [wanted, setWanted] = useState(0);
  const place = Math.max(0, Math.min(wanted, linkages.length - 1));
  return (
    <>
      <p className="quiet">{w('linkagesAbout')}</p>
      {linkages.length === 0 ? null : (
        <>
          <Matrix chosen={place} onChoose={setWanted} />
          <Linkage
            key={place}
            place={place}
            onRemove={() => change([{ edit: 'remove', path: ['linkages', place] }])}
          />
        </>
      )}
      <hr />
      <NewLinkage onAdded={() => setWanted(linkages.length)} />
    </>
  );
};

/** The article and the options of it that one side of a linkage names. */
const sideText = (data: unknown, linkage: number, side: number): string => {
  const path: Place = ['linkages', linkage, 'between', side];
  const options = stringsAt(data, [...path, 'options']).join('/');
  return `${stringAt(data, [...path, 'article']) ?? ''} ${options}`.trim();
};

const Matrix = ({
  chosen,
  onChoose,
}: {
  readonly chosen: number;
  readonly onChoose: (place: number) => void;
}): ReactNode => {
  const { data } = useForm();
  // Groups may stand among them, too.
  const named = linkagesOf(data).flatMap(({ place }) =>
    entriesAt(data, ['linkages', place, 'worth']).map(([id]) => id),
  );
  const columns = [...new Set([...delegationsOf(data).map(({ id }) => id), ...named])].filter((id) =>
    named.includes(id),
  );
  return (
    <section className="matrix" aria-label={w('matrix')}>
      <table>
        <caption>{w('matrixAbout')}</caption>
        <thead>
          <tr>
            <th scope="col">{w('linkage')}</th>
            {columns.map((id) => (
              <th key={id} scope="col">
                {id}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {linkagesOf(data).map(({ place }) => {
            const name = `${sideText(data, place, 0)} + ${sideText(data, place, 1)}`;
            return (
              <tr key={place} className={place === chosen ? 'matrix-chosen' : ''}>
                <th scope="row">
                  <Button look="quiet" onPress={() => onChoose(place)} label={w('editLinkage', { name })}>
                    {name}
                  </Button>
                </th>
                {columns.map((id) => {
                  const span = spanAt(data, ['linkages', place, 'worth', id]);
                  const sum = (span?.[0] ?? 0) + (span?.[1] ?? 0);
                  return (
                    <td key={id} className={sum > 0 ? 'gain' : sum < 0 ? 'loss' : ''}>
                      {span === undefined
                        ? ''
                        : span[0] === span[1]
                          ? w('spanOne', { value: signed(span[0]) })
                          : w('spanTwo', { low: signed(span[0]), high: signed(span[1]) })}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};

const Linkage = ({
  place,
  onRemove,
}: {
  readonly place: number;
  readonly onRemove: () => void;
}): ReactNode => {
  const { data, locked, change } = useForm();
  const path: Place = ['linkages', place];
  const worth = entriesAt(data, [...path, 'worth']).map(([id]) => id);
  const others = delegationsOf(data).filter(({ id }) => !worth.includes(id));
  const nameOf = (id: string): string => delegationsOf(data).find((item) => item.id === id)?.name ?? id;
  return (
    <section className="entry" aria-label={w('linkage')}>
      <div className="entry-head">
        <h3>
          {sideText(data, place, 0)} + {sideText(data, place, 1)}
        </h3>
        <EntryTools name={w('linkage')} onRemove={onRemove} />
      </div>
      <TextField label={w('linkageAbout')} path={[...path, 'about']} lines={2} />
      {[0, 1].map((side) => {
        const at: Place = [...path, 'between', side];
        const article = articlesOf(data).find((item) => item.id === stringAt(data, [...at, 'article']));
        return (
          <SetField
            key={side}
            label={article?.name ?? ''}
            path={[...at, 'options']}
            choices={optionsOf(data, article?.place ?? -1).map((option) => ({
              value: option.id,
              label: option.name,
            }))}
            least={1}
          />
        );
      })}
      <h4>{w('linkageWorth')}</h4>
      {worth.map((id) => (
        <div key={id} className="span-tool">
          <SpanField label={nameOf(id)} path={[...path, 'worth', id]} least={-60} most={60} />
          <EntryTools
            name={nameOf(id)}
            onRemove={
              worth.length < 2 ? undefined : () => change([{ edit: 'remove', path: [...path, 'worth', id] }])
            }
          />
        </div>
      ))}
      {others.length === 0 || locked ? null : (
        <Select
          label={w('worthFor')}
          value=""
          empty={w('chooseDelegation')}
          choices={others.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => {
            if (id !== '') change([{ edit: 'set', path: [...path, 'worth', id], value: [4, 10] }]);
          }}
        />
      )}
    </section>
  );
};

const NewLinkage = ({ onAdded }: { readonly onAdded: () => void }): ReactNode => {
  const { data, locked, change } = useForm();
  const articles = articlesOf(data);
  const [one, setOne] = useState('0');
  const [two, setTwo] = useState('1');
  const choices = articles.map((item) => ({ value: String(item.place), label: item.name }));
  return (
    <div className="row add-row">
      <Select label={w('newLinkage')} value={one} choices={choices} onChange={setOne} />
      <Select label={w('newLinkageWith')} value={two} choices={choices} onChange={setTwo} />
      <Button
        disabled={locked || one === two}
        onPress={() => {
          if (change(addLinkage(data, Number(one), Number(two)))) onAdded();
        }}
      >
        {w('addLinkage')}
      </Button>
    </div>
  );
};
