// Draws the picture of the title page from the game's own chamber: node scripts/title-art.mjs ADDRESS
// ADDRESS is a running build made for tests (VITE_TEST_HOOK=1). Run it again when the chamber's art has changed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from './chromium.mjs';
import { ROOT } from './packages.mjs';

const address = process.argv[2];
const executablePath = findChromium();
if (address === undefined || executablePath === undefined) {
  console.error('node scripts/title-art.mjs ADDRESS, and a Chromium is needed.');
  process.exit(2);
}
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({
  viewport: { width: 1480, height: 940 },
  deviceScaleFactor: 1.5,
  reducedMotion: 'reduce',
  bypassCSP: true,
});
await page.goto(`${address}?renderer=canvas`);
await page.getByTestId('new-game').click();
await page.locator('input[name="scenario"][value="oewg-2022"]').check({ force: true });
await page
  .locator('input[name="seat"][value="observer"], input[name="seat"][value="chair"]')
  .first()
  .check({ force: true });
await page.getByRole('textbox', { name: 'Seed' }).fill('title');
await page.getByTestId('play').click();
await page.getByTestId('main-action').waitFor({ timeout: 60_000 });
await page.waitForFunction("window.__nia.table()?.names().includes('tab:chamber')");
await page.waitForTimeout(9000);
const tab = await page.evaluate("window.__nia.table().screenPoint('tab:chamber')");
await page.mouse.click(tab.x, tab.y);
// What has just been said goes away by itself.
await page.waitForTimeout(9000);
// The ladder, the tabs and what is being said are not part of the picture.
const picture = String(
  await page.evaluate(`(() => {
    const { game } = window.__nia.table();
    game.loop.sleep();
    game.scene.getScene('frame').cameras.main.setVisible(false);
    for (const object of game.scene.getScene('chamber').children.list)
      if (object.texture?.key.startsWith('bubble')) object.setVisible(false);
    game.step(performance.now(), 16);
    return game.canvas.toDataURL('image/webp', 0.82);
  })()`),
);
writeFileSync(join(ROOT, 'assets/chamber.webp'), Buffer.from(picture.split(',')[1] ?? '', 'base64'));
await browser.close();
