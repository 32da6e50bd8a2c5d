/**
 * What all copies of this package in one process share: Docusaurus loads every plugin afresh, so that the plugin, the remark plugin, which is
 * only named in the options of the plugins that read pages, and the bundler's loaders may each have a copy of every module.
 */
export function shared<Value>(name: string, make: () => Value): Value {
  const place = globalThis as {[key: symbol]: unknown};
  const key = Symbol.for(`docusaurus-plugin-markdoc.${name}`);
  place[key] ??= make();
  return place[key] as Value;
}
