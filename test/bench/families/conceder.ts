import { worthOf, type Party, type Problem } from '../../../src/analysis/index.ts';
import { largest, type Text } from '../../../src/engine/index.ts';

/**
 * A simple conceder, for comparison: stacked alternating offers in which everybody asks for `r + (best - r)(1 - t^(1/4))` and, if the text
 * on the table is worth less, changes as little of it as reaches that. What all others have accepted is agreed.
 */
export const conceders = ({ options, parties }: Problem, rounds: number): Text | undefined => {
  const bests = parties.map(({ table, pairs }) => largest(table, pairs));
  let text: Text | undefined;
  let accepted = 0;
  for (let round = 0; round < rounds; round += 1)
    for (const [seat, party] of parties.entries()) {
      const share = Math.sqrt(Math.sqrt((round + 1) / (rounds + 1)));
      const best = (bests[seat]?.worth ?? 0) + party.base;
      const target = party.reservation + (best - party.reservation) * (1 - share);
      if (text !== undefined && worthOf(party, text) >= target) {
        accepted += 1;
        if (accepted >= parties.length - 1) return text;
        continue;
      }
      text = changed(options, party, text ?? bests[seat]?.text ?? options.map(() => 0), target);
      accepted = 0;
    }
  return undefined;
};

/** The text after the single changes, each the best for this party, that reach a target; or as far as they lead. */
const changed = (options: readonly number[], party: Party, from: Text, target: number): Text => {
  let text = from;
  let worth = worthOf(party, text);
  while (worth < target) {
    let best: { readonly text: Text; readonly worth: number } | undefined;
    for (let k = 0; k < options.length; k += 1)
      for (let o = 0; o < (options[k] ?? 0); o += 1) {
        const next = text.with(k, o);
        const there = worthOf(party, next);
        if (there > (best?.worth ?? worth)) best = { text: next, worth: there };
      }
    if (best === undefined) return text;
    ({ text, worth } = best);
  }
  return text;
};
