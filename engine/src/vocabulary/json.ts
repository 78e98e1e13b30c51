/** Plain JSON, the only thing a pack, a case file or an entry is made of. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
