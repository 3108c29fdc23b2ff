import { useState, type ReactNode } from 'react';
import type { Effect, Intervention } from '../../../../engine/seat.ts';
import { r } from '../../../i18n/room.ts';
import { Select, Switch } from '../../bits.tsx';
import { usePlaying } from '../../context.tsx';
import { useRoomSight } from '../context.tsx';
import { useKept } from '../kept.ts';

/** What news does to tension, in points. */
const EFFECTS = ['-8', '-4', '0', '4', '8'] as const;
/** How much new instructions move the value of no agreement, in hundredths of a point. */
const MOVES = ['-600', '-300', '0', '300', '600'] as const;

/** Written on the spot: news for everybody, or instructions to one delegation from its capital. */
export const WrittenForm = ({
  onReady,
}: {
  readonly onReady: (what: Intervention | undefined) => void;
}): ReactNode => {
  const { scenario, names } = usePlaying();
  const { room } = useRoomSight();
  const [kind, setKind] = useState<'bulletin' | 'instruction'>('bulletin');
  const [headline, setHeadline] = useKept(`${room}/bulletin`);
  const [story, setStory] = useKept(`${room}/story`);
  const [tension, setTension] = useState('0');
  const [message, setMessage] = useKept(`${room}/instruction`);
  const [to, setTo] = useState('');
  const [move, setMove] = useState('0');
  const bulletin = (title: string, text: string, by: string): void => {
    const effects: readonly Effect[] = by === '0' ? [] : [{ kind: 'tension', by: Number(by) }];
    onReady(
      title.trim() === ''
        ? undefined
        : { kind: 'bulletin', headline: title.trim(), story: text.trim(), effects },
    );
  };
  const instruction = (whom: string, text: string, by: string): void => {
    const found = scenario.delegations.find(({ id }) => id === whom)?.id;
    onReady(
      found === undefined || text.trim() === ''
        ? undefined
        : {
            kind: 'instruction',
            to: found,
            message: text.trim(),
            ...(by === '0' ? {} : { reservation: Number(by) }),
          },
    );
  };
  return (
    <div className="deck">
      <Switch
        legend={r('writtenKind')}
        name="written"
        value={kind}
        choices={[
          { value: 'bulletin', label: r('written_bulletin') },
          { value: 'instruction', label: r('written_instruction') },
        ]}
        onChange={(value) => {
          setKind(value === 'instruction' ? 'instruction' : 'bulletin');
          onReady(undefined);
        }}
      />
      {kind === 'bulletin' ? (
        <>
          <label className="field">
            <span className="field-label">{r('headline')}</span>
            <input
              className="text"
              maxLength={120}
              value={headline}
              data-testid="bulletin"
              onChange={(event) => {
                setHeadline(event.target.value);
                bulletin(event.target.value, story, tension);
              }}
            />
          </label>
          <label className="field">
            <span className="field-label">{r('story')}</span>
            <textarea
              className="text"
              rows={3}
              maxLength={600}
              value={story}
              onChange={(event) => {
                setStory(event.target.value);
                bulletin(headline, event.target.value, tension);
              }}
            />
          </label>
          <Switch
            legend={r('effectTension')}
            name="effect"
            value={tension}
            choices={EFFECTS.map((value) => ({ value, label: signed(value) }))}
            onChange={(value) => {
              setTension(value);
              bulletin(headline, story, value);
            }}
          />
        </>
      ) : (
        <>
          <Select
            label={r('instructionTo')}
            value={to}
            empty={r('deckChoose')}
            choices={scenario.delegations.map(({ id }) => ({ value: id, label: names.delegation(id) }))}
            onChange={(value) => {
              setTo(value);
              instruction(value, message, move);
            }}
          />
          <label className="field">
            <span className="field-label">{r('instructionText')}</span>
            <textarea
              className="text"
              rows={3}
              maxLength={600}
              value={message}
              onChange={(event) => {
                setMessage(event.target.value);
                instruction(to, event.target.value, move);
              }}
            />
          </label>
          <Switch
            legend={r('effectReservation')}
            name="reservation"
            value={move}
            choices={MOVES.map((value) => ({ value, label: signed(String(Number(value) / 100)) }))}
            onChange={(value) => {
              setMove(value);
              instruction(to, message, value);
            }}
          />
        </>
      )}
    </div>
  );
};

const signed = (value: string): string => (Number(value) > 0 ? `+${value}` : value.replace('-', '−'));
