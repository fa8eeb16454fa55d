import assert from 'node:assert/strict';
import { EngineError, type ErrorKind, toEngineError } from './errors.ts';

describe('toEngineError', () => {
  const failure = (message: string, fields: object) => Object.assign(new Error(message), fields);

  const table: readonly [string, unknown, ErrorKind, string][] = [
    [
      'a socket that does not exist',
      failure('connect ENOENT /x.sock', { code: 'ENOENT' }),
      'unreachable',
      'connect ENOENT /x.sock',
    ],
    [
      'a socket nobody listens on',
      failure('connect ECONNREFUSED /x.sock', { code: 'ECONNREFUSED' }),
      'unreachable',
      'connect ECONNREFUSED /x.sock',
    ],
    [
      'a socket without permission',
      failure('connect EACCES /x.sock', { code: 'EACCES' }),
      'denied',
      'connect EACCES /x.sock',
    ],
    [
      'an engine that dies',
      failure('aborted', { code: 'ECONNRESET' }),
      'unreachable',
      'The engine closed the connection.',
    ],
    ['an engine that hangs up', failure('socket hang up', {}), 'unreachable', 'The engine closed the connection.'],
    [
      'an engine that is slow',
      failure('late', { name: 'TimeoutError' }),
      'unreachable',
      'The engine did not answer in time.',
    ],
    [
      'a missing container',
      failure('(HTTP code 404) no such container - No such container: x ', {
        statusCode: 404,
        json: { message: 'No such container: x' },
      }),
      'notFound',
      'No such container: x',
    ],
    [
      'a conflict without JSON',
      failure('(HTTP code 409) unexpected - in use ', { statusCode: 409, json: null }),
      'conflict',
      'in use',
    ],
    ['a proxy that denies', failure('(HTTP code 403) unexpected - no ', { statusCode: 403 }), 'denied', 'no'],
    ['a failing engine', failure('(HTTP code 500) server error - boom ', { statusCode: 500 }), 'server', 'boom'],
    [
      "Podman's missing container",
      failure('(HTTP code 500) server error - x does not exist in database: no such container ', { statusCode: 500 }),
      'notFound',
      'x does not exist in database: no such container',
    ],
    ['something else', new TypeError('oops'), 'server', 'oops'],
    ['no error at all', 'text', 'server', 'text'],
  ];
  for (const [name, thrown, kind, message] of table) {
    it(`knows ${name}`, () => {
      const error = toEngineError(thrown);
      assert.equal(error.kind, kind);
      assert.equal(error.message, message);
    });
  }

  it('leaves its own errors as they are', () => {
    const error = new EngineError('denied', 'no');
    assert.equal(toEngineError(error), error);
  });
});
