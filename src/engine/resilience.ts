import type { Command } from './command.ts';
import { draw } from './draw.ts';
import type { DelegationId, VulnerabilityId } from './ids.ts';
import { placeOf } from './lookup.ts';
import type { Minutes } from './minutes.ts';
import type { Refusal } from './refusal.ts';
import { pay } from './spend.ts';
import type { Table } from './table.ts';
import type { Sector } from './vocabulary.ts';

/** Known flaws that nobody has mended. Which delegation has which is drawn when the table is laid, and known to it alone. */
export const drawFlaws = ({ scenario, seed }: Table): readonly (readonly VulnerabilityId[])[] =>
  scenario.delegations.map((delegation, place) =>
    scenario.vulnerabilities.flatMap((flaw, index) => {
      const chance = flaw.holders.find((holder) => holder.delegation === delegation.id)?.chance ?? 0;
      return draw(seed, 'flaw', place, index) * 100 < chance ? [flaw.id] : [];
    }),
  );

/** Mends a flaw at home. */
export const mend = (
  minutes: Minutes,
  by: DelegationId,
  command: Extract<Command, { kind: 'mend' }>,
): Refusal | undefined => {
  const { scenario } = minutes.table;
  const flaw = scenario.vulnerabilities.find((item) => item.id === command.vulnerability);
  if (flaw === undefined)
    return { refused: 'no-such-vulnerability', vulnerability: String(command.vulnerability) };
  const mine = minutes.state.unmended[placeOf(scenario, 'delegation', by)] ?? [];
  if (!mine.includes(flaw.id)) return { refused: 'already-mended', vulnerability: flaw.id };
  const refusal = pay(minutes, by, flaw.cost);
  if (refusal !== undefined) return refusal;
  minutes.note({ kind: 'mended', by, vulnerability: flaw.id });
  return undefined;
};

/** The worst flaw that an incident in a sector finds unmended at its victim. */
export const exploited = (
  minutes: Minutes,
  victim: DelegationId,
  sector: Sector,
): { readonly id: VulnerabilityId; readonly percent: number } | undefined => {
  const { scenario } = minutes.table;
  const open = minutes.state.unmended[placeOf(scenario, 'delegation', victim)] ?? [];
  return scenario.vulnerabilities
    .filter((flaw) => open.includes(flaw.id) && flaw.sectors.includes(sector))
    .toSorted((a, b) => b.percent - a.percent)[0];
};
