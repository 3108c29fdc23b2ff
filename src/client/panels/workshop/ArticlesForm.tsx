import { useState, type ReactNode } from 'react';
import { w } from '../../i18n/workshop.ts';
import {
  addArticle,
  addOption,
  articlesOf,
  moveOption,
  optionsOf,
  removeArticle,
  removeOption,
} from '../../session/workshop/index.ts';
import { Select } from '../bits.tsx';
import { useForm } from './context.tsx';
import { ChoiceField, TextField } from './fields.tsx';
import { AddRow, EntryTools } from './tools.tsx';

/** What the text is about: articles and their options. */
export const ArticlesForm = (): ReactNode => {
  const { data, change } = useForm();
  const [wanted, setWanted] = useState(0);
  const articles = articlesOf(data);
  const place = Math.max(0, Math.min(wanted, articles.length - 1));
  const article = articles[place];
  const path = ['articles', place];
  const move = (to: number): void => {
    if (change([{ edit: 'swap', path: ['articles'], one: place, two: to }])) setWanted(to);
  };
  return (
    <>
      {article === undefined ? null : (
        <>
          <div className="entry-head">
            <Select
              label={w('article')}
              value={String(place)}
              choices={articles.map((item) => ({
                value: String(item.place),
                label: w('numbered', { n: item.place + 1, name: item.name }),
              }))}
              onChange={(value) => setWanted(Number(value))}
            />
            <EntryTools
              name={article.name}
              onUp={place === 0 ? undefined : () => move(place - 1)}
              onDown={place === articles.length - 1 ? undefined : () => move(place + 1)}
              onRemove={articles.length < 2 ? undefined : () => change(removeArticle(data, article.id))}
            />
          </div>
          <div className="field-row">
            <TextField label={w('articleTitle')} path={[...path, 'title']} />
            <TextField label={w('articleShort')} path={[...path, 'short']} most={30} />
          </div>
          <TextField label={w('articleAbout')} path={[...path, 'about']} lines={2} />
          <ChoiceField
            label={w('articleDraft')}
            path={[...path, 'draft']}
            choices={optionsOf(data, place).map(({ id, name }) => ({ value: id, label: name }))}
          />
          <h3>{w('options')}</h3>
          <ol className="entries">
            {optionsOf(data, place).map((option, index, all) => (
              <li key={option.id} className="entry">
                <div className="entry-head">
                  <TextField
                    label={w('optionLabel', { n: index })}
                    path={[...path, 'options', index, 'label']}
                  />
                  {index === 0 ? (
                    <small className="quiet">{w('noTextAbout')}</small>
                  ) : (
                    <EntryTools
                      name={option.name}
                      onUp={index < 2 ? undefined : () => change(moveOption(data, place, index, index - 1))}
                      onDown={
                        index === all.length - 1
                          ? undefined
                          : () => change(moveOption(data, place, index, index + 1))
                      }
                      onRemove={all.length < 3 ? undefined : () => change(removeOption(data, place, index))}
                    />
                  )}
                </div>
                {index === 0 ? null : (
                  <TextField
                    label={w('optionWording', { option: option.name })}
                    path={[...path, 'options', index, 'wording']}
                    lines={2}
                  />
                )}
              </li>
            ))}
          </ol>
          {optionsOf(data, place).length < 8 ? (
            <AddRow
              label={w('newOption')}
              button={w('addOption')}
              onAdd={(name) => change(addOption(data, place, name))}
            />
          ) : null}
          <hr />
        </>
      )}
      <AddRow
        label={w('newArticle')}
        button={w('addArticle')}
        onAdd={(name) => {
          if (change(addArticle(data, name))) setWanted(articles.length);
        }}
      />
    </>
  );
};
