import { type ThemeConfig, theme } from 'antd';

/** Ant Design's theme from the shared tokens, which are read off the page: one palette for widget, site and desk. */
export function deskTheme(dark: boolean, page: HTMLElement): ThemeConfig {
  const styles = getComputedStyle(page);
  const colour = (name: string) => styles.getPropertyValue(name).trim();
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: dark ? colour('--chart-now') : colour('--brand'),
      colorInfo: colour('--p3-solid'),
      colorError: colour('--p1-solid'),
      colorWarning: colour('--accent'),
      colorSuccess: colour('--ok'),
      colorLink: colour('--brand-text'),
      colorLinkHover: colour('--brand-text'),
      colorText: colour('--text'),
      colorTextSecondary: colour('--text-soft'),
      colorTextTertiary: colour('--text-faint'),
      colorTextDescription: colour('--text-faint'),
      colorTextPlaceholder: colour('--text-faint'),
      colorBgLayout: colour('--ground'),
      colorBgContainer: colour('--surface'),
      colorBgElevated: colour('--surface-raised'),
      colorBorder: colour('--line'),
      colorBorderSecondary: colour('--line'),
      controlOutline: colour('--brand-soft'),
      fontFamily: colour('--font'),
      fontSize: 14,
      borderRadius: 8,
      borderRadiusSM: 6,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.14s',
      motionDurationSlow: '0.18s',
      boxShadow: colour('--shadow'),
      boxShadowSecondary: colour('--shadow'),
    },
    components: {
      Button: {
        // White words on the brand's own ground in both appearances: its contrast is tested.
        colorPrimary: colour('--brand'),
        colorPrimaryHover: colour('--brand-hover'),
        colorPrimaryActive: colour('--brand-deep'),
        primaryColor: colour('--on-brand'),
        primaryShadow: 'none',
        // Under the pointer, too, words are in the tone for words.
        defaultHoverColor: colour('--brand-text'),
        defaultHoverBorderColor: colour('--brand-text'),
        defaultActiveColor: colour('--brand-text'),
        defaultActiveBorderColor: colour('--brand-text'),
        // Red words on the page's own ground: the tone for words, not the solid one.
        colorError: colour('--p1'),
        colorErrorHover: colour('--p1'),
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
      },
      Segmented: { itemSelectedBg: colour('--surface-raised'), trackBg: colour('--surface-sunken') },
      Tooltip: { colorBgSpotlight: dark ? colour('--surface-hover') : colour('--text') },
    },
  };
}
