import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { MappedText } from '../text/mappedText.ts';
import { scriptComments } from './comments.ts';
import { parseScript } from './script.ts';

/** `text>next`, `~` in front of those that trail. */
function comments(text: string): string[] {
  return scriptComments(parseScript(MappedText.plain(text, 0))).map(({ at, text: own, next, isTrailing }) => {
    assert.ok(text.slice(at.start, at.end).startsWith('#'));
    assert.ok(text.slice(at.start, at.end).endsWith(own));
    return `${isTrailing ? '~' : ''}${own}>${next ? text.slice(next.start, next.end) : ''}`;
  });
}

describe('scriptComments', () => {
  it('finds comments and what follows them', () => {
    assert.deepEqual(comments('a\n# one\nb\n#two  \nif c; then\n  # three\n  d\nfi\n# four'), [
      'one>b',
      'two>if c; then\n  # three\n  d\nfi',
      'three>d',
      'four>',
    ]);
  });

  it('gives the whole script to a comment at its beginning', () => {
    assert.deepEqual(comments('#!/bin/sh\n# one\na\nb'), ['!/bin/sh>a\nb', 'one>a\nb']);
  });

  it('knows trailing comments', () => {
    assert.deepEqual(comments('a # one\nb'), ['~one>b']);
  });

  it('is not taken in by words and heredocs', () => {
    assert.deepEqual(comments('a #b"\n'), ['~b">']);
    assert.deepEqual(comments(`a '#b' "# c" d#e \${#f} $(( 2#1 )) \\# g`), []);
    assert.deepEqual(comments('cat <<E\n# no\nE\n# yes\na'), ['yes>a']);
    assert.deepEqual(comments('a "\n# no\n"'), []);
  });
});
