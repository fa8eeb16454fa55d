/** Files that hadolint takes for archives; `.zip` is not among them. Case matters. */
export const archiveSuffix = /\.(?:tar|Z|bz2|gz|lz|lzma|tZ|tb2|tbz|tbz2|tgz|tlz|tpz|txz|xz)$/;

/** Files that ADD unpacks when they are what their name says: tar archives, compressed or not. */
export const tarSuffix = /\.(?:tar(?:\.(?:Z|bz2|gz|lz|lzma|xz|zst))?|tZ|tb2|tbz|tbz2|tgz|tlz|tpz|txz|tzst)$/;
