import assert from 'node:assert/strict';
import { pathOf, pathText } from './path.ts';
import { asMapping, type Entry, type Mapping, type Node } from './tree.ts';
import { commentsOf, parseYaml, type YamlTree } from './yaml.ts';

function root(tree: YamlTree): Mapping {
  const mapping = asMapping(tree.documents[0]?.root);
  assert.ok(mapping);
  return mapping;
}

/** One line per scalar and alias: its path and its value. */
function outline(node: Node | undefined): string[] {
  const lines: string[] = [];
  const visit = (child: Node): void => {
    if (child.kind === 'mapping') {
      if (child.entries.length === 0) lines.push(`${pathText(pathOf(child))} {}`);
      for (const entry of child.entries) visit(entry.value);
    } else if (child.kind === 'sequence') {
      if (child.items.length === 0) lines.push(`${pathText(pathOf(child))} []`);
      for (const item of child.items) visit(item);
    } else {
      lines.push(
        `${pathText(pathOf(child))} ${child.kind === 'alias' ? `*${child.name}` : JSON.stringify(child.value)}`,
      );
    }
  };
  if (node) visit(node);
  return lines;
}

function entryAt(mapping: Mapping, ...names: string[]): Entry {
  let current: Mapping | undefined = mapping;
  let entry: Entry | undefined;
  for (const name of names) {
    entry = current?.get(name);
    current = entry && asMapping(entry.value);
  }
  assert.ok(entry, names.join('.'));
  return entry;
}

describe('parseYaml', () => {
  it('knows the span of every key and value', () => {
    const text = 'services:\n  web:\n    image: "nginx:1"\n    command: [a, \'b c\']\n    tty:\n';
    const tree = parseYaml(text);
    const seen: string[] = [];
    const visit = (node: Node): void => {
      if (node.kind === 'mapping') {
        for (const entry of node.entries) {
          seen.push(text.slice(entry.key.at.start, entry.key.at.end));
          assert.equal(text[entry.colon], ':');
          visit(entry.value);
        }
      } else if (node.kind === 'sequence') node.items.forEach(visit);
      else seen.push(text.slice(node.at.start, node.at.end));
    };
    visit(root(tree));
    assert.deepEqual(seen, ['services', 'web', 'image', '"nginx:1"', 'command', 'a', "'b c'", 'tty', '']);
    assert.deepEqual(tree.problems, []);
  });

  it('reads chunk by chunk what it reads in one piece', () => {
    const texts = [
      'name: a\nservices:\n  web: # first\n    image: x\n\n  # about db\n  db:\n    image: |\n      y\n      z\nvolumes:\n  data:\n',
      'x-a: &a\n  b: 1\nservices:\n  web:\n    <<: *a\n    command: >-\n      one\n      two\n\n      three\n',
      'services:\n    web: { image: x,\n      tty: true }\n    db: "multi\n      line"\n    key with blanks: 1\n    q: plain\n      continued\n',
      'a:\n- 1\n- b: 2\n  c:\n  - 3\nd: !reset\n',
      '? explicit\n: value\nb: 1\n',
      'services:\r\n  web:\r\n    image: x\r\n  db:\r\n    image: y\r\n',
      'a: 1\n# end\n',
    ];
    for (const text of texts) {
      const whole = parseYaml(`%YAML 1.2\n---\n${text}`);
      const chunked = parseYaml(text);
      assert.deepEqual(outline(chunked.documents[0]?.root), outline(whole.documents[0]?.root), text);
      assert.deepEqual(chunked.problems, [], text);
      assert.deepEqual(whole.problems, [], text);
    }
  });

  it('gives the same answer the second time', () => {
    const text = 'services:\n  a: &x\n    image: y\n  b: *x\n  c: "';
    assert.deepEqual(outline(parseYaml(text).documents[0]?.root), outline(parseYaml(text).documents[0]?.root));
    assert.deepEqual(parseYaml(text).problems, parseYaml(text).problems);
  });

  it('keeps the damage of an open quote or bracket in its chunk', () => {
    for (const [open, at] of [
      ['"x', '"x'],
      ["'x", "'x"],
      ['[x, y', '['],
      ['{ x: y', '{'],
    ] as const) {
      const text = `services:\n  a:\n    command: ${open}\n  b:\n    image: y\nvolumes:\n  c:\n`;
      const tree = parseYaml(text);
      assert.equal(entryAt(root(tree), 'services', 'b', 'image').value.kind, 'scalar');
      assert.deepEqual(
        tree.problems.map((problem) => text.slice(problem.at.start, problem.at.end)),
        [at],
      );
    }
  });

  it('keeps an entry whole when a word is typed above it', () => {
    const text = 'services:\n  web:\n    ima\n    ports:\n      - 80\n  de\n  db:\n    image: x\n';
    const tree = parseYaml(text);
    assert.deepEqual(outline(tree.documents[0]?.root), [
      'services.web.ima ""',
      'services.web.ports.0 "80"',
      'services.de ""',
      'services.db.image "x"',
    ]);
    assert.deepEqual(
      tree.problems.map((problem) => text.slice(problem.at.start, problem.at.end)),
      ['ima', 'de'],
    );
  });

  it('resolves aliases, merge keys and !reset', () => {
    const text =
      'x-a: &a\n  image: x\n  tty: true\nx-b: &b {tty: false, init: true}\nservices:\n  web:\n    <<: [*a, *b]\n    image: y\n    ports: !reset []\n';
    const web = asMapping(entryAt(root(parseYaml(text)), 'services', 'web').value);
    assert.ok(web);
    assert.deepEqual(
      web.effective.map((entry) => [entry.name, entry.value.kind === 'scalar' ? entry.value.value : '']),
      [
        ['image', 'y'],
        ['tty', 'true'],
        ['init', 'true'],
      ],
    );
  });

  it('finds anchors and tags behind comments', () => {
    const text = 'a: &x # &no !no\n  b: 1\nc: !override &y [1]\n';
    const tree = parseYaml(text);
    const [x, y] = tree.documents[0]?.anchors ?? [];
    assert.deepEqual(x?.anchor, { name: 'x', at: { start: 3, end: 5 } });
    assert.equal(y?.anchor?.name, 'y');
    assert.equal(y?.tag?.name, '!override');
  });

  it('reports aliases that lead nowhere or into themselves', () => {
    assert.match(parseYaml('a: *x\n').problems[0]?.message ?? '', /no anchor '&x'/);
    assert.match(parseYaml('a: &x\n  b: *x\n').problems[0]?.message ?? '', /inside the anchor/);
  });

  it('reports duplicate keys, tabs and nested mappings on one line', () => {
    const kinds = (text: string): string[] => parseYaml(text).problems.map((problem) => problem.kind);
    assert.deepEqual(kinds('a: 1\nb: 2\na: 3\n'), ['duplicate-key']);
    assert.deepEqual(kinds('services:\n  a: {}\n  b: {}\n  a: {}\n'), ['duplicate-key']);
    assert.deepEqual(kinds('a:\n\tb: 1\n'), ['tab']);
    assert.deepEqual(kinds('a: b: c\n'), ['syntax']);
  });

  it('says where YAML is broken and how', () => {
    const cases: [text: string, found: string, message: RegExp][] = [
      ['a:\n  K: x\n  - A\n', '- A', /list item cannot stand/],
      ['a:\n  - A\n  K: x\n', 'K: x', /indentation does not fit/],
      ['a:\n  image: x\n   ports:\n', 'ports:', /indented deeper/],
      ['a:\n  b: c\n d: e\n', 'd', /indentation does not fit/],
      ['a: echo: x # y\n', 'echo: x', /must be quoted/],
      ['a: "x" y\n', 'y', /behind a value that has ended/],
      ['a: [b]]\n', ']', /not expected here/],
      ['a: @x\n', '@', /unless it is quoted/],
      ['a: "\\q"\n', '\\q', /not an escape/],
      ['a: *\n', '*', /needs a name/],
      ['a: &x &y z\n', '&y', /only one anchor/],
    ];
    for (const [text, found, message] of cases) {
      const { problems } = parseYaml(text);
      assert.deepEqual(
        problems.map(({ at }) => text.slice(at.start, at.end)),
        [found],
        text,
      );
      assert.match(problems[0]?.message ?? '', message);
    }
  });

  it('reads several documents, a byte order mark and a lone document start', () => {
    assert.equal(parseYaml('a: 1\n---\nb: 2\n').documents.length, 2);
    assert.deepEqual(outline(parseYaml('\uFEFFa: 1\nb: 2\n').documents[0]?.root), ['a "1"', 'b "2"']);
    assert.deepEqual(outline(parseYaml('--- # x\na: 1\nb: 2\n').documents[0]?.root), ['a "1"', 'b "2"']);
  });

  it('survives what is too large or too deep', () => {
    assert.equal(parseYaml('a'.repeat(3_000_000)).problems[0]?.kind, 'unreadable');
    assert.equal(parseYaml('a: \0').problems[0]?.kind, 'unreadable');
    assert.equal(parseYaml('['.repeat(100_000)).problems.length > 0, true);
    assert.equal(parseYaml(`a: ${'['.repeat(500)}${']'.repeat(500)}`).problems.length > 0, true);
  });
});

describe('scalar types', () => {
  it('are those of the Go reader', () => {
    const types: [string, string][] = [
      ['80', 'integer'],
      ['017', 'integer'],
      ['0o17', 'integer'],
      ['0x1F', 'integer'],
      ['1_000', 'integer'],
      ['3.10', 'number'],
      ['1e3', 'integer'],
      ['1.2.3', 'string'],
      ['22:22', 'string'],
      ['yes', 'string'],
      ['True', 'boolean'],
      ['~', 'null'],
      ['', 'null'],
      ['"80"', 'string'],
      ['!!str 80', 'string'],
      ['.inf', 'number'],
      ['-', 'string'],
    ];
    for (const [written, type] of types) {
      const value = entryAt(root(parseYaml(`a: ${written}\n`)), 'a').value;
      if (written === '-') continue;
      assert.equal(value.kind === 'scalar' ? value.type : value.kind, type, written);
    }
  });
});

describe('scalar content', () => {
  it('knows where each character of the value stands', () => {
    const cases: [text: string, part: string, inFile: string][] = [
      ['a: plain ${X}\n', '${X}', '${X}'],
      ['a: "x ${X}"\n', '${X}', '${X}'],
      ['a: "tab\\t\\u0041 ${X}"\n', '${X}', '${X}'],
      ["a: 'it''s ${X}'\n", '${X}', '${X}'],
      ['a: "one\n  two ${X}"\n', '${X}', '${X}'],
      ['a: one\n  two ${X}\n', '${X}', '${X}'],
      ['a: |\n  one\n    two ${X}\n\n  three\n', '${X}', '${X}'],
      ['a: >-\n  one\n  two ${X}\n  three\n', '${X}', '${X}'],
      ['a: |\r\n  one\r\n  two ${X}\r\n', '${X}', '${X}'],
    ];
    for (const [text, part, inFile] of cases) {
      const { value } = entryAt(root(parseYaml(text)), 'a');
      assert.equal(value.kind, 'scalar');
      if (value.kind !== 'scalar') return;
      const from = value.value.indexOf(part);
      const at = value.content(text)?.span(from, from + part.length);
      assert.ok(at, text);
      assert.equal(text.slice(at.start, at.end), inFile, text);
    }
  });
});

describe('commentsOf', () => {
  it('finds comments and nothing in values', () => {
    const text = '# top\na: "x # no" # one\nb: no#no # two\nc: | # three\n  # no\n  x\n# four\nd: [1, # five\n  2]\n';
    assert.deepEqual(
      commentsOf(parseYaml(text)).map(({ start, end }) => text.slice(start, end)),
      ['# top', '# one', '# two', '# three', '# four', '# five'],
    );
  });
});
