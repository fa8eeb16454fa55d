const LARGEST = 0o7777;
const SYMBOLIC = /^[ugoa]*(?:[-+=](?:[rwxXst]*|[ugo]))+$/;

/** What is wrong with a `--chmod` value: octal 0 to 7777 or a symbolic mode as chmod(1) takes it. `undefined`: nothing. */
export function fileModeProblem(text: string): string | undefined {
  if (/^[0-9]/.test(text)) {
    if (/^[0-7]+$/.test(text) && Number.parseInt(text, 8) <= LARGEST) return undefined;
    return `'${text}' is no octal file mode. Write one from '0' to '7777', such as '755'.`;
  }
  if (text.length <= 256 && text.split(',').every((clause) => SYMBOLIC.test(clause))) return undefined;
  return `'${text}' is no file mode. Write an octal one such as '755', or a symbolic one such as 'u=rwX,go=rX'.`;
}
