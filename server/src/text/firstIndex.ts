/**
 * The index of the first entry that passes the test; the length of the list when none does. Logarithmic: behind an entry
 * that passes, all have to.
 */
export function firstIndex<T>(list: readonly T[], test: (entry: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(list[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
