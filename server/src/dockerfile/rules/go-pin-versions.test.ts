import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('go-pin-versions', () => {
  it('checks each command by itself', async () => {
    await check(dockerfile, 'go-pin-versions', 'FROM golang:1.25\nRUN go run x@v1 y && go install «z»\n');
    await check(dockerfile, 'go-pin-versions', 'FROM golang:1.25\nRUN go run x@v1 y && go install z\n', {
      options: { exact: true },
    });
  });
  it('knows options with values and files', async () => {
    await check(
      dockerfile,
      'go-pin-versions',
      'FROM golang:1.25\nRUN go install -ldflags "-s -w" -tags x y@v1\nRUN go run main.go\nRUN go get -u ./...\nRUN go install std\nRUN go build x\n',
    );
    await check(dockerfile, 'go-pin-versions', 'FROM golang:1.25\nRUN go install -ldflags «x» y@v1\n', {
      options: { exact: true },
    });
  });
  it('names the package without its moving version', async () => {
    await check(dockerfile, 'go-pin-versions', 'FROM golang:1.25\nRUN go get «x@latest»\n', {
      messages: ["'x@latest' has no fixed version. Pin it with '@<version>'."],
    });
  });
});
