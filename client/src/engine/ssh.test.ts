import assert from 'node:assert/strict';
import { sshArguments } from './ssh.ts';

describe('ssh', () => {
  it('passes user, port and socket, and nothing as an option', () => {
    const words = sshArguments({ kind: 'ssh', host: 'box', port: 2222, user: 'me', socketPath: '/run/d.sock' });
    assert.equal(
      words.join(' '),
      '-o BatchMode=yes -o ConnectTimeout=10 -T -l me -p 2222 -- box docker --host unix:///run/d.sock system dial-stdio',
    );
  });

  it('leaves to ssh what the address does not say', () => {
    assert.equal(sshArguments({ kind: 'ssh', host: 'box' }).slice(5).join(' '), '-- box docker system dial-stdio');
  });
});
