/** The number after the highest of those taken: `1.4.2` is followed by `1.5.0`; the first is `1.0.0`. */
export function nextVersion(taken: readonly string[]): string {
  const numbers = taken.flatMap((version) => {
    const found = /^(\d+)\.(\d+)\.(\d+)/.exec(version);
    return found ? [[Number(found[1]), Number(found[2])] as const] : [];
  });
  const highest = numbers.sort((a, b) => b[0] - a[0] || b[1] - a[1])[0];
  return highest ? `${highest[0]}.${highest[1] + 1}.0` : '1.0.0';
}
