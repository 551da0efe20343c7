import { useEffect, useRef, useState } from 'preact/hooks';
import { WIDGET_LANGUAGES, WIDGET_STRINGS, type WidgetLanguage } from '../../../strings/widget/widget-language.ts';
import { Icon } from './icon.tsx';
import { useDismissal } from './use-dismissal.ts';
import { useWidget } from './widget-context.ts';

/** The header's menu: the language, and the hotline for those who would rather speak. */
export function Menu({
  hotline,
  onLanguage,
}: {
  hotline: string | undefined;
  onLanguage(language: WidgetLanguage): void;
}) {
  const { strings, language } = useWidget();
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useDismissal(box, isOpen, () => {
    setOpen(false);
    button.current?.focus();
  });
  useEffect(() => {
    if (isOpen) box.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
  }, [isOpen]);

  return (
    <div ref={box} class="menu-box">
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={strings.header.menu}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="more" />
      </button>
      {isOpen && (
        <div class="menu">
          <p class="menu-title" id="menu-language">
            <Icon name="language" size={18} />
            {strings.menu.language}
          </p>
          {/* biome-ignore lint/a11y/useSemanticElements: three buttons, not a form. */}
          <div role="group" aria-labelledby="menu-language" class="menu-languages">
            {WIDGET_LANGUAGES.map((each) => (
              <button
                key={each}
                type="button"
                lang={WIDGET_STRINGS[each].locale}
                aria-pressed={each === language}
                onClick={() => {
                  onLanguage(each);
                  setOpen(false);
                  button.current?.focus();
                }}
              >
                {WIDGET_STRINGS[each].languageName}
                {each === language && <Icon name="check" size={18} />}
              </button>
            ))}
          </div>
          {hotline !== undefined && (
            <a class="menu-call" href={`tel:${hotline.replace(/[^\d+]/g, '')}`}>
              <Icon name="phone" size={18} />
              {strings.menu.call(hotline)}
            </a>
          )}
        </div>
      )}
    </div>
  );
}
