declare module '@generated/site-search/default/sections.json' {
  const sections: import('./sections').Section[];
  export default sections;
}
