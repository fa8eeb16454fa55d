import { associativeArrays } from '../../shell/arrays.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellArrayElementSyntax = shellRule({
  id: 'shell-array-element-syntax',
  summary: "Elements with a key are written '[key]=value'.",
  why: "Blanks around '=' make several elements of one, and elements of an associative array need a key.",
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2190', 'shellcheck/SC2191', 'shellcheck/SC2192'],
  examples: [
    {
      bad: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN declare -A ports=([web]=80 «443»); echo "${ports[web]}"\n',
      good: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN declare -A ports=([web]=80 [tls]=443); echo "${ports[web]}"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (facts.all('ArrayValue').length === 0) return;
    const associative = associativeArrays(facts);
    for (const { node, parent, frame } of facts.all('ArrayValue')) {
      const isAssociative = parent?.node.type === 'Assignment' && associative.has(parent.node.name);
      for (const element of node.elements) {
        const message = problemOf(element.text, isAssociative);
        if (message !== undefined) report({ at: placeOf({ node: element, frame }), message });
      }
    }
  },
});

function problemOf(text: string, isAssociative: boolean): string | undefined {
  if (/^\[[^\]]*\]=$/.test(text)) return "This element is empty. Remove the blank behind '='.";
  if (/^=/.test(text)) return "The '=' makes an element of its own. Remove the blank before it.";
  if (isAssociative && !/^\[.*\]\+?=|^\$|^"\$/.test(text)) return "This element has no key. Write '[key]=value'.";
  return undefined;
}
