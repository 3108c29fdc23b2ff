/** What a schema gives, as nobody may change it. */
export type Sealed<T> = T extends string | number | boolean | undefined
  ? T
  : T extends readonly (infer I)[]
    ? readonly Sealed<I>[]
    : { readonly [K in keyof T]: Sealed<T[K]> };
