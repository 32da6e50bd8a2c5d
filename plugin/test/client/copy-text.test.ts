import {afterEach, expect, test, vi} from 'vitest';
import {copyText} from '../../src/client/copy-text.js';

afterEach(() => vi.unstubAllGlobals());

/** A page without HTTPS, in which the browser copies what is selected, or does not. */
function withoutClipboard(isAllowed: boolean) {
  const area = {value: '', isInPage: false, isSelected: false, select: () => {}, remove: () => {}};
  area.select = () => {
    area.isSelected = area.isInPage;
  };
  area.remove = () => {
    area.isInPage = false;
  };
  const copied: string[] = [];
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('document', {
    createElement: () => area,
    body: {append: () => Object.assign(area, {isInPage: true})},
    execCommand(command: string) {
      if (isAllowed && command === 'copy' && area.isSelected) copied.push(area.value);
      return isAllowed;
    },
  });
  return {area, copied};
}

test('puts a text on the clipboard', async () => {
  const writeText = vi.fn(async () => {});
  vi.stubGlobal('navigator', {clipboard: {writeText}});
  await copyText('a\nb');
  expect(writeText).toHaveBeenCalledExactlyOnceWith('a\nb');
});

test('copies a text that it selects where scripts have no clipboard, and leaves nothing in the page', async () => {
  const {area, copied} = withoutClipboard(true);
  await copyText('a\nb');
  expect(copied).toEqual(['a\nb']);
  expect(area.isInPage).toBe(false);
});

test('says so where the browser does not allow it', async () => {
  const {area} = withoutClipboard(false);
  await expect(copyText('a')).rejects.toThrow('does not allow copying');
  expect(area.isInPage).toBe(false);
});
