import { useEffect, useRef, useState, type ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { textLanguage } from '../../i18n/texts.ts';
import { Button } from '../bits.tsx';
import { useDesk, type PinnedView, type TableLoader } from '../context.tsx';

type MountedTable = ReturnType<Awaited<ReturnType<TableLoader>>['mountTable']>;

/** Where the table stands. It is loaded after the panels and hidden from assistive technology: the papers say all it shows. */
export const TableMount = ({
  wide,
  onWide,
  pinned,
}: {
  /** The view that is kept; none: the eye goes where something happens. */
  readonly pinned?: PinnedView;
  readonly wide: boolean;
  readonly onWide: () => void;
}): ReactNode => {
  const { session, store, loadTable } = useDesk();
  const place = useRef<HTMLDivElement>(null);
  const [table, setTable] = useState<MountedTable>();
  useEffect(() => {
    let gone = false;
    let mounted: MountedTable | undefined;
    void loadTable().then(({ mountTable }) => {
      if (gone || place.current === null) return;
      mounted = mountTable(place.current, session, store, textLanguage);
      setTable(mounted);
    });
    return () => {
      gone = true;
      mounted?.destroy();
    };
  }, [session, store, loadTable]);
  useEffect(() => table?.pin(pinned), [table, pinned]);
  return (
    <section className="table-region" aria-label={t('tableRegion')}>
      <div ref={place} className="table-canvas" aria-hidden="true" />
      <span className="table-size">
        <Button look="quiet" onPress={onWide} label={wide ? t('shrink') : t('enlarge')}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path
              d={wide ? 'M6 2v4H2M10 14v-4h4M10 2v4h4M6 14v-4H2' : 'M2 6V2h4M14 10v4h-4M10 2h4v4M6 14H2v-4'}
              fill="none"
              stroke="currentColor"
              strokeWidth="1.6"
            />
          </svg>
        </Button>
      </span>
    </section>
  );
};
