import { useEffect, useRef, type ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { textLanguage } from '../../i18n/texts.ts';
import { Button } from '../bits.tsx';
import { useDesk } from '../context.tsx';

/** Where the table stands. It is loaded after the panels and hidden from assistive technology: the papers say all it shows. */
export const TableMount = ({
  wide,
  onWide,
}: {
  readonly wide: boolean;
  readonly onWide: () => void;
}): ReactNode => {
  const { session, store, loadTable } = useDesk();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let gone = false;
    let table: { readonly destroy: () => void } | undefined;
    void loadTable().then(({ mountTable }) => {
      if (!gone && place.current !== null) table = mountTable(place.current, session, store, textLanguage);
    });
    return () => {
      gone = true;
      table?.destroy();
    };
  }, [session, store, loadTable]);
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
