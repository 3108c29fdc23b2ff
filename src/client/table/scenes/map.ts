import Phaser from 'phaser';
import type { TableScene } from './scene.ts';
import type { Target } from '../pointing.ts';
export class MapScene extends Phaser.Scene implements TableScene {
  constructor() { super('map'); }
  witness(): void {}
  targets(): readonly Target[] { return []; }
}
