import {useColorMode, useThemeConfig} from '@docusaurus/theme-common';
import type {PrismTheme} from 'prism-react-renderer';

/** The colours of the site's code blocks, in the reader's colour mode. */
// The hook of this name in theme-common would have to be exported from a file that all pages load.
export function usePrismTheme(): PrismTheme {
  const {theme, darkTheme = theme} = useThemeConfig().prism;
  return useColorMode().colorMode === 'dark' ? darkTheme : theme;
}
