import assert from 'node:assert/strict';
import { anImage } from '../engine/testing.ts';
import { findImage, groupByRepository, splitTag } from './images.ts';
import { formatSize } from './measures.ts';

describe('images', () => {
  it('split names at the tag, not at the port', () => {
    assert.deepEqual(splitTag('localhost:5000/a/b:1'), { repository: 'localhost:5000/a/b', tag: '1' });
    assert.deepEqual(splitTag('localhost:5000/a'), { repository: 'localhost:5000/a', tag: '' });
    assert.deepEqual(splitTag('nginx:1.27'), { repository: 'nginx', tag: '1.27' });
  });

  it('group by repository, every tag by itself', () => {
    const { repositories, untagged } = groupByRepository([
      anImage('1', ['b:2', 'a:1']),
      anImage('2', ['b:10']),
      anImage('3', []),
    ]);
    assert.deepEqual(
      repositories.map(({ name, images }) => [name, images.map(({ reference }) => reference)]),
      [
        ['a', ['a:1']],
        ['b', ['b:2', 'b:10']],
      ],
    );
    assert.deepEqual(
      untagged.map(({ reference }) => reference),
      ['sha256:3'],
    );
  });

  it('are found by id and by tag', () => {
    const image = anImage('1', ['a:1']);
    const images = new Map([[image.id, image]]);
    assert.equal(findImage(images, 'a:1')?.image, image);
    assert.equal(findImage(images, 'sha256:1')?.tagged, false);
    assert.equal(findImage(images, 'a:2'), undefined);
  });

  it('have sizes as the docker command line shows them', () => {
    assert.deepEqual([0, 999, 1000, 12_345, 187_654_321, 1_234_567_890].map(formatSize), [
      '0 B',
      '999 B',
      '1.0 kB',
      '12 kB',
      '188 MB',
      '1.2 GB',
    ]);
  });
});
