import {createElement} from 'react';
import {css} from '#chooser-styles';

/**
 * The chooser's style sheet.
 *
 * The server writes it into the page, where React finds it and leaves it alone: scripts do not bring it once more. Only where the page
 * does not come from the server, as with the site's own navigation, it is loaded. One element for every rendering, so that React does
 * nothing about it at a keystroke either.
 */
export const chooserSheet = createElement('style', {
  ref: fill,
  suppressHydrationWarning: true,
  // biome-ignore lint/security/noDangerouslySetInnerHtml: as text, React would escape the selectors.
  dangerouslySetInnerHTML: {__html: css},
});

async function fill(element: HTMLStyleElement | null): Promise<void> {
  if (element?.textContent !== css) return;
  // Offline, a chooser without styles is better than none.
  element.textContent = await import('./chooser-styles.js').then(
    (loaded) => loaded.css,
    () => '',
  );
}
