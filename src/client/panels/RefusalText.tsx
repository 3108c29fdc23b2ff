import type { ReactNode } from 'react';
import { namesOf } from '../i18n/names.ts';
import { refusalText } from '../i18n/sentences.ts';
import { useScreen } from './context.tsx';

/** What the rules refused, in words. */
const RefusalText = (): ReactNode => {
  const refusal = useScreen((screen) => screen.refusal);
  const scenario = useScreen((screen) => screen.scenario);
  return refusal === undefined || scenario === undefined ? null : refusalText(namesOf(scenario), refusal);
};

export default RefusalText;
