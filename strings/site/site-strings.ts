/** Every word of the demo utility's page. */
export interface SiteStrings {
  /** BCP 47, for the page's lang attribute. */
  locale: string;
  /** The other language's own name, on the toggle. */
  otherLanguage: string;
  title: string;
  skip: string;
  name: string;
  demoRibbon: string;
  hotline: string;
  nav: { faults: string; bills: string; outages: string; safety: string };
  /** The title stands on two lines. */
  hero: { title: readonly [string, string]; text: string; report: Offer; ask: Offer; picture: string };
  services: { title: string; text: string; items: readonly Service[] };
  promises: { title: string; text: string; items: readonly { figure: string; unit: string; text: string }[] };
  safety: { title: string; text: string; lines: readonly string[]; call: string; chat: Offer };
  footer: { text: string; desk: string };
  demo: {
    title: string;
    phoneTitle: string;
    noMessages: string;
    account: string;
    phone: string;
    copy: string;
    copied: string;
    desk: string;
    sign: string;
  };
}

/** A button and what it says to the assistant in the customer's stead; an offer without words only opens the conversation. */
export interface Offer {
  label: string;
  say?: string;
}

export interface Service {
  id: 'faults' | 'bills' | 'pay' | 'outages' | 'progress' | 'person';
  title: string;
  text: string;
  offer: Offer;
}
