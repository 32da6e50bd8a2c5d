interface Options {
  readonly persistence: 'localStorage' | 'sessionStorage';
}

/** Docusaurus's, without what tells other windows of it. */
export function createStorageSlot(key: string, {persistence}: Options) {
  const storage = globalThis[persistence];
  return {
    get: () => storage?.getItem(key) ?? null,
    set: (text: string) => storage.setItem(key, text),
    del: () => storage.removeItem(key),
  };
}

export const useStorageSlot = (key: string, options: Options) => {
  const slot = createStorageSlot(key, options);
  return [typeof window === 'undefined' ? null : slot.get(), slot] as const;
};

const prism = {theme: {plain: {color: 'black'}, styles: []}};

export const useThemeConfig = () => ({prism});
export const useColorMode = () => ({colorMode: 'light'});
