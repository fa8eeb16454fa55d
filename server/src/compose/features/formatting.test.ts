import assert from 'node:assert/strict';
import { compose } from '../language.ts';
import { format } from './formatting.ts';
import { context, edited, testUri } from './testing.ts';

function formatted(text: string, tabSize = 2): string {
  const file = compose.parse(testUri, text);
  return edited(file, format(file, { tabSize, insertSpaces: true }, context()));
}

describe('formatting', () => {
  it('indents mappings and lists evenly', () => {
    assert.equal(
      formatted('services:\n    web:\n       image: x\n       ports:\n           - 80\n    db: {image: y}\n'),
      'services:\n  web:\n    image: x\n    ports:\n      - 80\n  db: {image: y}\n',
    );
    assert.equal(formatted('a:\n  b:\n    c: 1\n', 4), 'a:\n    b:\n        c: 1\n');
  });

  it('keeps lists flush with their keys when they are', () => {
    const text = 'services:\n  web:\n    ports:\n    - 80\n    - target: 1\n      mode: host\n';
    assert.equal(formatted(text), text);
  });

  it('moves the text of scalars along and changes nothing in it', () => {
    assert.equal(
      formatted(
        'a:\n    b: |\n        one\n          two\n\n        # three   \n    c: "x\n      y"\n    d: >2\n        z\n',
      ),
      'a:\n  b: |\n      one\n        two\n\n      # three   \n  c: "x\n    y"\n  d: >2\n      z\n',
    );
  });

  it('moves comments with what they stand above', () => {
    assert.equal(
      formatted('# head\nservices:\n    # about web\n    web:\n        image: x # why\n        # last\n# end\n'),
      '# head\nservices:\n  # about web\n  web:\n    image: x # why\n    # last\n# end\n',
    );
  });

  it('removes blanks at the ends of lines', () => {
    assert.equal(formatted('a: 1  \n   \nb: 2\t\n'), 'a: 1\n\nb: 2\n');
    assert.equal(formatted('a: 1  \r\nb: 2\r\n'), 'a: 1\r\nb: 2\r\n');
  });

  it('leaves broken files alone', () => {
    for (const text of ['a:\n\tb: 1\n', 'a:\n    b: "x\n', 'a: b: c   \n']) assert.equal(formatted(text), text);
  });

  it('formats part of a file', () => {
    const file = compose.parse(testUri, 'a:\n    b: 1\nc:\n    d: 1\n');
    const start = file.text.indexOf('c:');
    const edits = format(file, { tabSize: 2, insertSpaces: true }, context(), { start, end: file.text.length });
    assert.equal(edited(file, edits), 'a:\n    b: 1\nc:\n  d: 1\n');
  });
});
