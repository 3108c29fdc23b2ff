import Phaser from 'phaser';
import type { TableScene } from './scene.ts';
import type { Target } from '../pointing.ts';
export class CorridorScene extends Phaser.Scene implements TableScene {
  constructor() { super('corridor'); }
  witness(): void {}
  targets(): readonly Target[] { return []; }
}
