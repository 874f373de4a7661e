import type { Panel } from './panel';

/** The panel that stays open when the screen is made anew, in another language. */
class PanelToCome {
  private panel: Panel | null = null;

  readonly now = (): Panel | null => this.panel;

  set(panel: Panel | null): void {
    this.panel = panel;
  }
}

export const panelToCome = new PanelToCome();
