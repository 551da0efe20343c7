import { brandTokens } from './style/brand.ts';
import { STYLES } from './style/styles.ts';

export interface HostOptions {
  /** `light` or `dark`; the system's choice where absent. */
  theme: string | undefined;
  /** Of the script tag: for browsers that need a style element. */
  nonce: string;
}

export interface Host {
  root: ShadowRoot;
  setBrand(colors: { brandColor?: string | undefined; accentColor?: string | undefined } | undefined): void;
  /** The panel covers the page: what lies beneath does not scroll, and the panel keeps clear of the keyboard. */
  setCovered(covered: boolean): void;
}

/** The element on the page that holds the widget: nothing of the page's style gets in, nothing of ours gets out. */
export function createHost({ theme, nonce }: HostOptions): Host {
  const element = document.createElement('switchboard-widget');
  if (theme === 'light' || theme === 'dark') element.dataset.theme = theme;
  const root = element.attachShadow({ mode: 'open' });
  adopt(root, STYLES, nonce);
  document.body.append(element);

  const followViewport = () => {
    const { height, offsetTop } = window.visualViewport ?? { height: window.innerHeight, offsetTop: 0 };
    element.style.setProperty('--visible-height', `${height}px`);
    element.style.setProperty('--visible-top', `${offsetTop}px`);
  };

  let colors: string | undefined;
  return {
    root,
    setBrand(brand) {
      const tokens = brandTokens(brand ?? {});
      // Called at every change of the conversation; the colours hardly ever change.
      if (JSON.stringify(tokens) === colors) return;
      colors = JSON.stringify(tokens);
      for (const [name, value] of Object.entries(tokens)) element.style.setProperty(name, value);
    },
    setCovered(covered) {
      document.documentElement.style.overflow = covered ? 'hidden' : '';
      const change = covered ? 'addEventListener' : 'removeEventListener';
      window.visualViewport?.[change]('resize', followViewport);
      window.visualViewport?.[change]('scroll', followViewport);
      if (covered) followViewport();
    },
  };
}

/** A constructed sheet needs no leave of a content security policy; a style element (Safari before 16.4) needs its nonce. */
function adopt(root: ShadowRoot, css: string, nonce: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.nonce = nonce;
    style.textContent = css;
    root.append(style);
  }
}
