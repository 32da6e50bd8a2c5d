import {useColorMode, useThemeConfig} from '@docusaurus/theme-common';
import type {PrismTheme} from 'prism-react-renderer';

/**
 * The colours of the site's code blocks, in the reader's colour mode.
 *
 * For the hook of this name in `@docusaurus/theme-common`, a file that all pages load would have to export it.
 */
export function usePrismTheme(): PrismTheme {
  const {theme, darkTheme = theme} = useThemeConfig().prism;
  return useColorMode().colorMode === 'dark' ? darkTheme : theme;
}
