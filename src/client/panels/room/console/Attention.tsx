import type { ReactNode } from 'react';
import { listedNames } from '../../../i18n/index.ts';
import { r } from '../../../i18n/room.ts';
import type { SeatSight } from '../../../session/remote/index.ts';
import { Button, Confirmed } from '../../bits.tsx';
import { useNames, useRoomSight } from '../context.tsx';
import { useAsk, useDeskSight } from './act.ts';
import { interventionText } from './intervention-text.ts';

/** At most so many lines: who is under stress reads three. */
const MOST = 4;

interface Line {
  readonly key: string;
  readonly grave: boolean;
  readonly text: string;
  readonly deed: ReactNode;
}

/** What needs the facilitator now, the gravest first; else what would do the room good. */
export const Attention = (): ReactNode => {
  const ask = useAsk();
  const desk = useDeskSight();
  const { people, seats, stage, branch } = useRoomSight();
  const names = useNames();
  if (names === undefined) return null;
  const nameOf = (person: string): string => people.find(({ id }) => id === person)?.name ?? '';
  const lines: Line[] = [];
  if (branch !== undefined)
    lines.push({
      key: 'branch',
      grave: true,
      text: r('branchOn', { moves: branch.from }),
      deed: (
        <Button look="main" testId="return" onPress={() => void ask<'return'>({ ask: 'return' })}>
          {r('branchReturn')}
        </Button>
      ),
    });
  const silent: SeatSight['seat'][] = [];
  for (const advice of desk.advice)
    switch (advice.advice) {
      case 'help':
        lines.push({
          key: `help-${advice.person}`,
          grave: true,
          text: r('needsHelp', { name: nameOf(advice.person) }),
          deed: null,
        });
        break;
      case 'cut-play':
        lines.push({
          key: 'cut',
          grave: true,
          text: r('needsCut', { count: Math.max(1, Math.round(advice.seconds / 60)) }),
          deed: (
            <Confirmed
              look="main"
              label={r('startDebrief')}
              about={r('startDebriefAbout')}
              onConfirm={() => void ask<'debrief'>({ ask: 'debrief' })}
            />
          ),
        });
        break;
      case 'end-early':
        lines.push({
          key: 'end',
          grave: false,
          text: r(`decided_${advice.because}`),
          deed: (
            <Confirmed
              look="main"
              label={r('startDebrief')}
              about={r('startDebriefAbout')}
              onConfirm={() => void ask<'debrief'>({ ask: 'debrief' })}
            />
          ),
        });
        break;
      case 'prompt':
        silent.push(advice.seat);
        break;
    }
  if (silent.length > 0)
    lines.push({
      key: 'silent',
      grave: false,
      text: r('needsPrompt', { count: silent.length, names: listedNames(silent.map(names.delegation)) }),
      deed: (
        <Button
          onPress={() => {
            for (const seat of silent) void ask<'nudge'>({ ask: 'nudge', seat });
          }}
        >
          {r('nudge')}
        </Button>
      ),
    });
  for (const { seat, takeOverAt } of seats)
    if (takeOverAt !== undefined)
      lines.push({
        key: `away-${seat}`,
        grave: true,
        text: r('needsSeat', { name: names.delegation(seat) }),
        deed: (
          <Button onPress={() => void ask<'hand-over'>({ ask: 'hand-over', seat, to: 'ai' })}>
            {r('toAiNow')}
          </Button>
        ),
      });
  for (const planned of desk.planned.filter(({ due }) => due))
    lines.push({
      key: `due-${String(planned.n)}`,
      grave: true,
      text: r('injectDue', { what: interventionText(names, planned.intervention) }),
      deed: (
        <Button
          look="main"
          onPress={() => void ask<'fire-inject'>({ ask: 'fire-inject', inject: planned.n })}
        >
          {r('fire')}
        </Button>
      ),
    });
  const held = desk.heldMessages.length + desk.heldHeadlines.length;
  if (held > 0)
    lines.push({ key: 'held', grave: false, text: r('needsReading', { count: held }), deed: null });
  const [best] = desk.suggestions;
  if (stage === 'play' && lines.length < MOST && best !== undefined)
    lines.push({
      key: 'suggestion',
      grave: false,
      text: `${r(`because_${best.because}`)} ${r('couldDo', { what: interventionText(names, best.intervention) })}`,
      deed: (
        <Confirmed
          look="plain"
          label={r('fire')}
          about={interventionText(names, best.intervention)}
          onConfirm={() => void ask<'intervene'>({ ask: 'intervene', intervention: best.intervention })}
        />
      ),
    });
  const shown = lines.toSorted((a, b) => Number(b.grave) - Number(a.grave)).slice(0, MOST);
  return (
    <section className="attention" aria-labelledby="attention" data-testid="attention">
      <h2 id="attention">{r('attention')}</h2>
      {shown.length === 0 ? <p className="attention-calm">{r('attentionNone')}</p> : null}
      <ul>
        {shown.map(({ key, grave, text, deed }) => (
          <li key={key} className={grave ? 'attention-line is-grave' : 'attention-line'}>
            <span>{text}</span>
            {deed}
          </li>
        ))}
      </ul>
    </section>
  );
};
