import { w } from '../../i18n/workshop.ts';
import type { Fault } from '../../session/workshop/index.ts';

/** What is wrong and what to write instead, in a sentence. */
export const faultInWords = ({ message, write }: Fault): string => {
  const wrong = message.replace(/\.$/u, '');
  return write.length === 0 ? wrong : `${wrong}${w('instead', { what: write.join(w('or')) })}`;
};

/** A whole number with a real minus. */
export const signed = (value: number): string => (value < 0 ? `−${String(-value)}` : String(value));
