import type { ReactNode } from 'react';
import type { Words } from '../../engine/seat.ts';
import { t } from '../i18n/index.ts';
import { languageName, textLanguage, textLanguages } from '../i18n/texts.ts';
import { Switch } from './bits.tsx';
import { chooseTextLanguage } from './settings.ts';

/** In which of the scenario's languages its texts are read. Nothing where there is one only. */
export const TextLanguage = ({
  title,
  own,
  onChange,
}: {
  readonly title: Words;
  /** The language the scenario was written in. */
  readonly own: string;
  /** What is on the page has to be said anew. */
  readonly onChange: () => void;
}): ReactNode => {
  const languages = textLanguages(title, own);
  if (languages.length < 2) return null;
  const now = textLanguage();
  return (
    <Switch
      legend={t('textLanguage')}
      name="text-language"
      value={languages.includes(now) ? now : own}
      choices={languages.map((tag) => ({ value: tag, label: languageName(tag) }))}
      onChange={(tag) => {
        chooseTextLanguage(tag);
        onChange();
      }}
    />
  );
};
