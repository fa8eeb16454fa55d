import assert from 'node:assert/strict';
import { memoryHost } from '../../lint/testing.ts';
import { compose } from '../language.ts';
import { isInSubnet, isIP, parseSubnet } from './addresses.ts';
import { parseEnvironmentFile } from './environmentFile.ts';
import { allVariables, interpolate, parseInterpolation } from './interpolation.ts';
import { resolvePath } from './paths.ts';
import { isSafePlain } from './plain.ts';
import { clash, type PortMapping, parsePort } from './ports.ts';
import { normalizedProjectName, type Project, roleOf } from './project.ts';
import { parseBoolean, parseDuration, parseSize } from './units.ts';
import { parseMount } from './volumes.ts';

describe('interpolation', () => {
  const lookup = (name: string): string | undefined => ({ A: 'a', EMPTY: '' })[name];

  it('gives the values of the specification', () => {
    const values: [string, string | undefined][] = [
      ['$A ${A} ${A}x', 'a a ax'],
      ['$NONE|${NONE}', '|'],
      ['${EMPTY:-x} ${EMPTY-x} ${NONE:-x} ${NONE-x} ${A:-x}', 'x  x x a'],
      ['${A:+x} ${EMPTY:+x} ${NONE+x} ${EMPTY+x}', 'x   x'],
      ['${NONE:?no}', undefined],
      ['${EMPTY?no}', ''],
      ['${NONE:-${OTHER:-${A}}}', 'a'],
      ['${NONE:-{"a": {}}}', '{"a": {}}'],
      ['$$A $${A} 5$ $1 a $ b', '$A ${A} 5$ $1 a $ b'],
      ['${NONE-b:-c}', 'b:-c'],
      ['$A-$A_B', 'a-'],
    ];
    for (const [text, value] of values) assert.equal(interpolate(text, lookup), value, text);
  });

  it('refuses what Compose refuses', () => {
    const invalid = (text: string): string[] =>
      parseInterpolation(text).invalid.map(({ start, end, reason }) => `${reason} ${text.slice(start, end)}`);
    assert.deepEqual(invalid('${'), ['unclosed ${']);
    assert.deepEqual(invalid('x ${A:-b'), ['unclosed ${A:-b']);
    assert.deepEqual(invalid('${} ${ A} ${1A}'), ['name ${}', 'name ${ A}', 'name ${1A}']);
    assert.deepEqual(invalid('${A!b} ${A:b} ${A.b} ${A }'), [
      'operator ${A!b}',
      'operator ${A:b}',
      'operator ${A.b}',
      'operator ${A }',
    ]);
    assert.deepEqual(invalid('$${A $(date) $A'), []);
    assert.deepEqual(invalid('${A:-\n}'), ['unclosed ${A:-']);
  });

  it('finds variables in defaults', () => {
    const { variables } = parseInterpolation('${A:-${B}} $C');
    assert.deepEqual(
      allVariables(variables).map(({ name }) => name),
      ['A', 'B', 'C'],
    );
    assert.equal(parseInterpolation('${A:-'.repeat(10_000)).variables.length, 0);
  });
});

describe('ports', () => {
  const read = (text: string): string => {
    const port = parsePort(text);
    if ('message' in port)
      return `${text.slice(0, port.start)}«${text.slice(port.start, port.end)}»${text.slice(port.end)}`;
    const range = (value: PortMapping['target'] | undefined): string => (value ? `${value.from}-${value.to}` : '*');
    return `${port.hostAddress ?? '*'} ${range(port.published)} ${range(port.target)} ${port.protocol}`;
  };

  it('are read as Compose reads them', () => {
    assert.equal(read('80'), '* * 80-80 tcp');
    assert.equal(read('8080:80/UDP'), '* 8080-8080 80-80 udp');
    assert.equal(read('127.0.0.1:8000-8010:80-90'), '127.0.0.1 8000-8010 80-90 tcp');
    assert.equal(read('127.0.0.1::80'), '127.0.0.1 * 80-80 tcp');
    assert.equal(read('::1:80:80'), '::1 80-80 80-80 tcp');
    assert.equal(read('[::1]:80:80/'), '::1 80-80 80-80 tcp');
    assert.equal(read('8000-8010:80'), '* 8000-8010 80-80 tcp');
  });

  it('are refused as Compose refuses them', () => {
    assert.equal(read('localhost:80:80'), '«localhost»:80:80');
    assert.equal(read('8080:'), '«8080:»');
    assert.equal(read('a:80'), '«a»:80');
    assert.equal(read('80:b'), '80:«b»');
    assert.equal(read('70000:80'), '«70000»:80');
    assert.equal(read('90-80'), '«90-80»');
    assert.equal(read('8000-8001:80-82'), '«8000-8001:80-82»');
    assert.equal(read('80:80/http'), '80:80/«http»');
  });

  it('clash when both want the same host port', () => {
    const both = (a: string, b: string): boolean => {
      const [first, second] = [parsePort(a), parsePort(b)];
      assert.ok('target' in first && 'target' in second);
      return clash(first, second);
    };
    assert.ok(both('80:80', '80:81'));
    assert.ok(both('80:80', '127.0.0.1:80:80'));
    assert.ok(both('0.0.0.0:80:80', '127.0.0.1:80:80'));
    assert.ok(both('8000-8010:80-90', '8005:80'));
    assert.ok(!both('80:80', '80:80/udp'));
    assert.ok(!both('127.0.0.1:80:80', '127.0.0.2:80:80'));
    assert.ok(!both('[::1]:80:80', '127.0.0.1:80:80'));
    assert.ok(!both('80', '80'));
    assert.ok(!both('8000-8010:80', '8005:80'));
  });
});

describe('mounts', () => {
  const read = (text: string): string => {
    const mount = parseMount(text);
    if ('message' in mount) return 'refused';
    return [
      mount.type,
      mount.source?.text ?? '',
      mount.target.text,
      mount.options.map((option) => option.text).join('+'),
    ].join(' | ');
  };

  it('are cut as Compose cuts them', () => {
    assert.equal(read('data:/data'), 'volume | data | /data | ');
    assert.equal(read('./a:/b:ro,z'), 'bind | ./a | /b | ro+z');
    assert.equal(read('/data'), 'anonymous |  | /data | ');
    assert.equal(read('C:\\a:D:\\b:ro'), 'bind | C:\\a | D:\\b | ro');
    assert.equal(read('C:\\data'), 'anonymous |  | C:\\data | ');
    assert.equal(read('${A:-./x}:/y'), 'unknown | ${A:-./x} | /y | ');
    assert.equal(read('~/x:/y'), 'bind | ~/x | /y | ');
    assert.equal(read('a/b:/y'), 'volume | a/b | /y | ');
    for (const text of ['', 'ab::b', ':/x', 'ab:/b:ro:z']) assert.equal(read(text), 'refused', text);
  });
});

describe('units', () => {
  it('are those of Compose', () => {
    assert.equal(parseDuration('1m30s'), 90);
    assert.equal(parseDuration('1.5h'), 5400);
    assert.equal(parseDuration('1w2d'), 777_600);
    assert.equal(parseDuration('500ms'), 0.5);
    assert.equal(parseDuration('0'), 0);
    for (const text of ['30', '', 's', '1 minute', '1m 30s']) assert.equal(parseDuration(text), undefined, text);
    assert.equal(parseSize('512m'), 512 * 1024 ** 2);
    assert.equal(parseSize('1.5 GiB'), 1.5 * 1024 ** 3);
    assert.equal(parseSize('10b'), 10);
    assert.equal(parseSize('-1'), -1);
    for (const text of ['', 'm', '1,5g', '5 megabytes', '1  g']) assert.equal(parseSize(text), undefined, text);
    assert.equal(parseBoolean('Yes'), true);
    assert.equal(parseBoolean('OFF'), false);
    assert.equal(parseBoolean('maybe'), undefined);
  });
});

describe('addresses', () => {
  it('are told apart', () => {
    assert.equal(isIP('127.0.0.1'), 4);
    assert.equal(isIP('::1'), 6);
    assert.equal(isIP('2001:db8::8a2e:370:7334'), 6);
    assert.equal(isIP('::ffff:1.2.3.4'), 6);
    for (const text of ['localhost', '1.2.3', '1.2.3.256', '01.2.3.4', ':::', '1:2:3', 'g::1', ''])
      assert.equal(isIP(text), 0, text);
  });

  it('lie in subnets or not', () => {
    const subnet = parseSubnet('10.0.0.0/24');
    assert.ok(subnet);
    assert.ok(isInSubnet('10.0.0.255', subnet));
    assert.ok(!isInSubnet('10.0.1.0', subnet));
    assert.ok(!isInSubnet('::1', subnet));
    const wide = parseSubnet('2001:db8::/32');
    assert.ok(wide && isInSubnet('2001:db8:1::1', wide));
    for (const text of ['10.0.0.0', '10.0.0.0/33', 'x/8', '10.0.0.0/'])
      assert.equal(parseSubnet(text), undefined, text);
  });
});

describe('env files', () => {
  it('are read as Compose reads them', () => {
    const text =
      '\uFEFF# comment\r\nA=1\r\nexport B = two words # note\nC="x\\ty ${A}"\nD=\'$A \\\' #\'\nE: ${A:-z}$NONE\nF=\nG\nH="over\nlines"\nI=a#b\n';
    assert.deepEqual(Object.fromEntries(parseEnvironmentFile(text)), {
      A: '1',
      B: 'two words',
      C: 'x\ty 1',
      D: "$A ' #",
      E: '1',
      F: '',
      H: 'over\nlines',
      I: 'a#b',
    });
  });
});

describe('paths', () => {
  it('are resolved where the file says enough', () => {
    const folder = 'file:///project/a';
    assert.equal(resolvePath(folder, './b/c d'), 'file:///project/a/b/c%20d');
    assert.equal(resolvePath(folder, '../x/./y/'), 'file:///project/x/y');
    assert.equal(resolvePath(folder, '.'), 'file:///project/a');
    for (const path of [
      '',
      '~/x',
      '/etc/x',
      'C:\\x',
      '${X}/y',
      'https://example.com/a.git',
      'git@x:y',
      'service:a',
      '../../../x',
    ]) {
      assert.equal(resolvePath(folder, path), undefined, path);
    }
  });
});

describe('plain scalars', () => {
  it('are safe when they stay strings', () => {
    for (const text of ['a', 'a b', './x:/y', 'a#b', '-x']) assert.ok(isSafePlain(text, false) || text === '-x', text);
    for (const text of ['', '80', 'true', 'null', 'a: b', 'a #b', '*x', '{a', ' a', 'a:'])
      assert.ok(!isSafePlain(text, false), text);
    assert.ok(!isSafePlain('a,b', true));
  });
});

describe('projects', () => {
  const project = async (name: string, text: string, files: Record<string, string> = {}): Promise<Project> => {
    const uri = `file:///project/${name}`;
    const host = memoryHost({ [name]: text, ...files });
    return compose.parse(uri, text, await compose.surroundings?.(compose.parse(uri, text), host)).model;
  };

  it('know what a file is by its name', () => {
    assert.equal(roleOf('file:///a/compose.yaml'), 'main');
    assert.equal(roleOf('file:///a/docker-compose.yml'), 'main');
    assert.equal(roleOf('file:///a/compose.override.yml'), 'override');
    assert.equal(roleOf('file:///a/compose.prod.yaml'), 'other');
  });

  it('merge documents, override files and what is extended', async () => {
    const text =
      'services:\n  web:\n    extends: base\n    ports: ["80:80"]\n  base:\n    image: x\n    tty: true\n---\nservices:\n  web:\n    ports: ["81:81"]\n    tty: !reset null\n';
    const model = await project('compose.yaml', text, {
      'compose.override.yaml': 'services:\n  web:\n    hostname: over\n',
    });
    const web = model.service('web');
    assert.ok(web);
    assert.equal(web.ports.length, 2);
    const image = web.merged('image');
    assert.equal(image?.kind === 'scalar' ? image.value : '', 'x');
    assert.equal(web.merged('tty'), undefined);
    assert.equal(web.value('tty'), undefined);
    assert.ok(web.merged('hostname'));
  });

  it('find what included files define', async () => {
    const model = await project('compose.yaml', 'include: [./more/db.yaml]\nservices: {}\n', {
      'more/db.yaml': 'include: [inner.yaml]\nservices:\n  db:\n    image: x\n',
      'more/inner.yaml': 'volumes:\n  data:\n',
    });
    assert.ok(model.defines('services', 'db'));
    assert.ok(model.defines('volumes', 'data'));
    assert.ok(model.isComplete);
    const broken = await project('compose.yaml', 'include: [./gone.yaml]\nservices: {}\n');
    assert.ok(!broken.isComplete);
  });

  it('end when files include or extend each other', async () => {
    const model = await project('compose.yaml', 'include: [a.yaml]\nservices: {}\n', {
      'a.yaml': 'include: [b.yaml]\nservices:\n  x:\n    extends: {file: b.yaml, service: y}\n',
      'b.yaml': 'include: [a.yaml]\nservices:\n  y:\n    extends: {file: a.yaml, service: x}\n',
    });
    assert.ok(!model.defines('services', 'z'));
    assert.ok(model.ownOrIncludedService('x')?.merged('image') === undefined);
  });

  it('normalise names as Compose does', () => {
    assert.equal(normalizedProjectName('_My Shop.2'), 'myshop2');
  });
});
