import assert from 'node:assert/strict';
import { buildEvents } from './buildProgress.ts';

async function* values(...records: readonly object[]) {
  yield* records;
}

async function output(...records: readonly object[]): Promise<string> {
  let text = '';
  for await (const event of buildEvents(values(...records)))
    text += event.kind === 'text' ? event.text : `<${event.id}>`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
  return text.replace(/\u001b\[[\d;]*m/g, '');
}

/** A protobuf field that holds bytes: `field` << 3 | 2, length, content. */
function bytes(field: number, content: Buffer | string): Buffer {
  const data = Buffer.from(content);
  assert.ok(data.length < 128);
  return Buffer.concat([Buffer.from([(field << 3) | 2, data.length]), data]);
}

function stamp(field: number, seconds: number): Buffer {
  return bytes(field, Buffer.from([8, seconds]));
}

function trace(...fields: readonly Buffer[]): object {
  return { id: 'moby.buildkit.trace', aux: Buffer.concat(fields).toString('base64') };
}

describe('the progress of a build', () => {
  it('shows the classic builder as it speaks', async () => {
    const text = await output({ stream: 'Step 1/2 : FROM a\n' }, { stream: ' ---> 1\n' }, { aux: { ID: 'sha256:1' } });
    assert.equal(text, 'Step 1/2 : FROM a\n ---> 1\n<sha256:1>');
  });

  it('shows every phase of a pulled layer once', async () => {
    const pull = (status: string) => ({ id: 'layer', status, progress: '[==>]' });
    assert.equal(
      await output(pull('Downloading'), pull('Downloading'), pull('Pull complete')),
      'layer: Downloading\nlayer: Pull complete\n',
    );
  });

  it("numbers BuildKit's steps and says how they end", async () => {
    const first = [bytes(1, 'sha:a'), bytes(3, '[1/2] FROM a')];
    const second = [bytes(1, 'sha:b'), bytes(3, '[2/2] RUN b')];
    const text = await output(
      trace(bytes(1, Buffer.concat([...first, stamp(5, 10)]))),
      trace(bytes(1, Buffer.concat([...second, stamp(5, 11)]))),
      trace(bytes(3, Buffer.concat([bytes(1, 'sha:b'), bytes(4, 'half a ')]))),
      trace(bytes(3, Buffer.concat([bytes(1, 'sha:b'), bytes(4, 'line\nrest')]))),
      trace(bytes(1, Buffer.concat([...first, Buffer.from([4 << 3, 1]), stamp(5, 10), stamp(6, 12)]))),
      trace(bytes(1, Buffer.concat([...second, stamp(5, 11), stamp(6, 14)]))),
      { id: 'moby.image.id', aux: { ID: 'sha256:2' } },
    );
    assert.equal(
      text,
      '#1 [1/2] FROM a\n#2 [2/2] RUN b\n#2 half a line\n#1 cached\n#2 rest\n#2 done in 3.0 s\n<sha256:2>',
    );
  });

  it('shows warnings and failed steps', async () => {
    const vertex = [bytes(1, 'sha:a'), bytes(3, 'RUN x'), stamp(5, 1), stamp(6, 2), bytes(7, 'exit code: 1')];
    const text = await output(trace(bytes(1, Buffer.concat(vertex)), bytes(4, bytes(3, 'careful'))));
    assert.equal(text, '#1 RUN x\n#1 failed\nwarning: careful\n');
  });

  it("fails with the builder's own words", async () => {
    const failing = output({ errorDetail: { code: 1, message: 'exit code: 1' }, error: 'short' });
    await assert.rejects(failing, { kind: 'server', message: 'exit code: 1' });
    await assert.rejects(output({ error: 'short' }), { message: 'short' });
  });
});
