import type { SiteStrings } from '../../strings/site/site-strings.ts';

export function PageHeader({ strings, onToggle }: { strings: SiteStrings; onToggle(): void }) {
  const { nav, name, hotline, otherLanguage } = strings;
  return (
    <header>
      <p class="ribbon">{strings.demoRibbon}</p>
      <div class="page-header">
        <a class="brand" href="#content">
          <svg width="36" height="36" viewBox="0 0 32 32" aria-hidden="true">
            <rect class="sign" width="32" height="32" rx="9" />
            <path class="bolt" d="M17.5 5 9.5 17h6l-1 10 8.5-13h-6z" />
          </svg>
          {name}
        </a>
        <nav aria-label={name}>
          <a href="#faults">{nav.faults}</a>
          <a href="#bills">{nav.bills}</a>
          <a href="#outages">{nav.outages}</a>
          <a href="#safety">{nav.safety}</a>
        </nav>
        <a class="hotline" href={`tel:${hotline}`}>
          {hotline}
        </a>
        <button type="button" class="toggle" onClick={onToggle}>
          {otherLanguage}
        </button>
      </div>
    </header>
  );
}
