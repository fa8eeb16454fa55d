/**
 * Turns a glob of a configuration file into a test of a relative path with `/` between its parts. `*` and `?` stay
 * within a part, `**` crosses parts, `{a,b}` are alternatives, `[ab]` a choice of characters. A glob without `/` speaks
 * of names in any folder; one that ends in `/`, or that names a folder, speaks of all below it.
 */
export function glob(pattern: string): (path: string) => boolean {
  const anchored = pattern.replace(/^\.?\//, '');
  const inFolder = anchored.replace(/\/+$/, '');
  const isPath = inFolder.includes('/') || anchored !== pattern;
  try {
    const expression = new RegExp(`^${isPath ? '' : '(?:.*/)?'}${translate(inFolder)}(?:/.*)?$`, 's');
    return (path) => expression.test(path);
  } catch {
    return (path) => path === pattern;
  }
}

function translate(pattern: string): string {
  let result = '';
  let alternatives = 0;
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern.charAt(index);
    if (character === '*') {
      let end = index + 1;
      while (pattern[end] === '*') end++;
      if (end - index === 1) result += '[^/]*';
      else if ((index === 0 || pattern[index - 1] === '/') && pattern[end] === '/') {
        result += '(?:.*/)?';
        end++;
      } else result += '.*';
      index = end - 1;
    } else if (character === '?') result += '[^/]';
    else if (character === '[') {
      const close = pattern.indexOf(']', index + 2);
      if (close === -1) result += '\\[';
      else {
        result += `[${pattern
          .slice(index + 1, close)
          .replace(/^!/, '^')
          .replaceAll('\\', '\\\\')}]`;
        index = close;
      }
    } else if (character === '{' && pattern.indexOf('}', index) !== -1) {
      alternatives++;
      result += '(?:';
    } else if (character === '}' && alternatives > 0) {
      alternatives--;
      result += ')';
    } else if (character === ',' && alternatives > 0) result += '|';
    else result += character.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  }
  return result + ')'.repeat(alternatives);
}
