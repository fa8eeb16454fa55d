import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { MappedText } from '../text/mappedText.ts';
import {
  apk,
  aptAssumesYes,
  aptGet,
  cleansUp,
  dnf,
  gem,
  go,
  hasRpmVersion,
  npm,
  objectsOf,
  pip,
  pipInstall,
  removes,
  verbOf,
  zypper,
} from './packageManagers.ts';
import { parseScript } from './script.ts';

function commands(text: string) {
  return parseScript(MappedText.plain(text, 0)).commands;
}

function only(text: string) {
  const [command] = commands(text);
  assert.ok(command, text);
  return command;
}

describe('package managers', () => {
  it('take values of options for values', () => {
    for (const [text, syntax, objects] of [
      ['apt-get -o a=b -t stable install -y x=1 y', aptGet, ['x=1', 'y']],
      ['apk add --no-cache --virtual .deps -X url x', apk, ['x']],
      ['dnf --enablerepo r -y install x', dnf, ['x']],
      ['zypper --root /r -n in x', zypper, ['x']],
      ['pip install -r file --index-url url -t dir x', pip, ['x']],
      ['npm --prefix dir install -g x', npm, ['x']],
      ['gem install -i dir -s url x', gem, ['x']],
      ['go install -ldflags "-s -w" x', go, ['x']],
    ] as const) {
      const found = objectsOf(only(text), syntax).map((word) => word.text);
      assert.deepEqual(found, objects, text);
    }
  });

  it('know the verb where it stands and, exactly, anywhere', () => {
    const command = only('apt-get -y remove install');
    assert.equal(verbOf(command, aptGet, ['install'], false), undefined);
    assert.equal(verbOf(command, aptGet, ['install'], true)?.text, 'install');
    assert.equal(verbOf(only('apt-get -q install x'), aptGet, ['install'], false)?.text, 'install');
  });

  it('know pip under its names', () => {
    const program = (text: string) => pipInstall(only(text), false)?.program;
    assert.equal(program('pip install x'), 'pip');
    assert.equal(program('pip3.11 --no-cache-dir install x'), 'pip');
    assert.equal(program('python3 -m pip --quiet install x'), 'pip');
    assert.equal(program('pipx install x'), 'pipx');
    assert.equal(program('pip-sync install'), 'other');
    assert.equal(program('pipenv install x'), undefined);
    assert.equal(program('pip download install'), undefined);
    assert.equal(program('python3 setup.py install'), undefined);
    assert.equal(pipInstall(only('python3 -m pip --quiet install x'), true), undefined);
    assert.ok(pipInstall(only('pip download install'), true));
  });

  it('count how often apt-get is told to be quiet', () => {
    const assumes = (text: string, exact: boolean) => aptAssumesYes(only(text), exact);
    for (const text of ['apt-get -y x', 'apt-get --yes x', 'apt-get -qq x', 'apt-get -q -q x', 'apt-get -q=2 x']) {
      assert.ok(assumes(text, false) && assumes(text, true), text);
    }
    for (const text of ['apt-get x', 'apt-get -q x', 'apt-get --quiet x']) assert.ok(!assumes(text, false), text);
    assert.ok(assumes('apt-get -qqq x', false) && !assumes('apt-get -qqq x', true));
    assert.ok(assumes('apt-get -q --quiet x', false) && !assumes('apt-get -q --quiet x', true));
  });

  it('know versions of RPM packages', () => {
    for (const text of ['openssl-1:1.1.1k', 'rpm-sign-4.16.1.3', 'gcc-c++-1.1.1', 'a-1.0-3.el9', 'a-0~rc1']) {
      assert.ok(hasRpmVersion(text), text);
    }
    for (const text of ['tomcat', 'rpm-sign', 'a-', 'a-1*', 'a-$V']) assert.ok(!hasRpmVersion(text), text);
  });

  it('see what rm removes', () => {
    assert.ok(removes(only('rm -rf /a /var/cache/x/*'), /^\/var\/cache/));
    assert.ok(!removes(only('rm -rf /a'), /^\/var\/cache/));
  });

  it('compare installs with cleans', () => {
    const clean = (text: string, exact: boolean) =>
      cleansUp(
        commands(text),
        ({ name }) => name === 'install',
        ({ name }) => name === 'clean',
        exact,
      );
    for (const exact of [false, true]) {
      assert.ok(clean('a', exact));
      assert.ok(clean('install; clean', exact));
      assert.ok(!clean('install', exact));
      assert.ok(!clean('clean; install', exact));
    }
    assert.ok(clean('clean; install; clean', false) && !clean('clean; install; clean', true));
    assert.ok(!clean('install; clean; install', false) && clean('install; clean; install', true));
  });
});
