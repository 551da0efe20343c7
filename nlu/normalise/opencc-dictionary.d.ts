/** opencc-js ships its dictionaries as modules without types: `from to|from to|…`. */
declare module 'opencc-js/dict/*' {
  const entries: string;
  export default entries;
}
