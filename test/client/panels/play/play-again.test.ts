import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { PlayAgain } from '../../../../src/client/panels/play/PlayAgain.tsx';

it('cannot be pressed in the moment in which it takes the place of another button', () => {
  expect(renderToStaticMarkup(createElement(PlayAgain, { onPress: () => undefined }))).toMatch(
    /<button[^>]* disabled=""/u,
  );
});
