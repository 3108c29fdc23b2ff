import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Gauge } from '../../../../src/client/panels/play/Gauge.tsx';

/** What it says of a text worth so many hundredths of a point, where no agreement is worth 40 points. */
const said = (worth: number, crossed: boolean): string =>
  renderToStaticMarkup(createElement(Gauge, { worth, reservation: 4_000, crossed }));

describe('what a text is worth against no agreement', () => {
  it('is a gain above it, and a loss below it', () => {
    expect(said(5_250, false)).toContain('<strong class="gain">12.5 above walking away</strong>');
    expect(said(4_000, false)).toContain('<strong class="gain">0.0 above walking away</strong>');
    expect(said(3_990, false)).toContain('<strong class="loss">0.1 below walking away</strong>');
  });

  it('is no gain across a red line, however good the rest is', () => {
    expect(said(5_250, true)).toContain('gauge-bad');
    expect(said(5_250, true)).toContain(
      '<strong class="loss">12.5 above walking away, were it not for the red line</strong>',
    );
    expect(said(3_990, true)).toContain('<strong class="loss">0.1 below walking away</strong>');
  });
});
