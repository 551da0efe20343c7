import type { Offer } from '../../strings/site/site-strings.ts';

/** As much of the widget as this page asks for; it announces itself by the event `switchboard:ready`. */
interface Switchboard {
  open(request?: { say?: string }): void;
  setLanguage(language: 'zh-Hans' | 'en'): void;
}

/** Opens the conversation with the offer's words, as soon as the widget is there. */
export function askWidget({ say }: Offer): void {
  withWidget((widget) => widget.open(say === undefined ? {} : { say }));
}

export function tellWidgetLanguage(language: 'zh-Hans' | 'en'): void {
  withWidget((widget) => widget.setLanguage(language));
}

function withWidget(action: (widget: Switchboard) => void): void {
  const { Switchboard: widget } = window as { Switchboard?: Switchboard };
  if (widget !== undefined) action(widget);
  else window.addEventListener('switchboard:ready', () => withWidget(action), { once: true });
}
