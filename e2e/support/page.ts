/** What several tests ask of a page. */
import axe from 'axe-core';
import {expect, type Page} from 'playwright/test';

/** Opens a page and waits until React has taken it over. */
export async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect(page.locator('html')).toHaveAttribute('data-has-hydrated', 'true');
}

/**
 * Collects what goes wrong in a page from now on: exceptions, failed requests, and what it writes to the console as an
 * error (hydration mismatches among them).
 */
export function collectErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${page.url()}: ${message.text()}`);
  });
  return errors;
}

/** Checks a page's accessibility, and returns one line for each thing that is wrong. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // @ts-expect-error: what the line above has put there.
    const {violations} = await (window.axe as typeof axe).run();
    return violations.flatMap(({id, nodes}) =>
      nodes.map(({target, failureSummary}) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  });
}

/** How many pixels of the page lie beyond the window's right edge. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const {scrollWidth, clientWidth} = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/** The page's text outside of code. */
export function prose(page: Page): Promise<string> {
  return page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const element of copy.querySelectorAll('code, script, style')) element.remove();
    return copy.textContent ?? '';
  });
}
