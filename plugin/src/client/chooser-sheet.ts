import {createElement, type ReactNode} from 'react';
import {css, waitingRule} from '#server-styles';
import {loadOnDemand} from './load-on-demand.js';

/**
 * The chooser's style sheet.
 *
 * The server writes it into the page, where React finds it and leaves it alone: scripts do not bring it once more. Only where the page
 * does not come from the server, as with the site's own navigation, it is loaded. One element for every rendering, so that React does
 * nothing about it at a keystroke either.
 */
export const chooserSheet = sheetOf(css, fill);

/** The styles of a chooser that waits for what the reader has entered before: in pages that come from the server. */
export function WaitingSheet({flow}: {readonly flow: string}): ReactNode {
  return sheetOf(waitingRule(flow));
}

function sheetOf(__html: string, ref?: (element: HTMLStyleElement | null) => void) {
  return createElement('style', {
    ref,
    suppressHydrationWarning: true,
    dangerouslySetInnerHTML: {__html},
  });
}

async function fill(element: HTMLStyleElement | null): Promise<void> {
  if (element?.textContent !== css) return;
  // Offline, a chooser without styles is better than none.
  element.textContent = await loadOnDemand().then(
    (loaded) => loaded.css,
    () => '',
  );
}
