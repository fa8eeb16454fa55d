import assert from 'node:assert/strict';
import { aContainer, aService } from '../engine/testing.ts';
import { groupByProject, nameInProject, projectState, startOrder } from './projects.ts';

describe('Compose projects', () => {
  it('group containers, and leave the others', () => {
    const { projects, others } = groupByProject([
      aContainer('zeta'),
      aService('shop', 'web'),
      aService('blog', 'web'),
      aContainer('alpha'),
      aService('shop', 'db'),
    ]);
    assert.deepEqual(
      projects.map(({ name, containers }) => [name, containers.map(({ name }) => name)]),
      [
        ['blog', ['blog-web-1']],
        ['shop', ['shop-db-1', 'shop-web-1']],
      ],
    );
    assert.deepEqual(
      others.map(({ name }) => name),
      ['alpha', 'zeta'],
    );
  });

  it('run, partly run, or do not', () => {
    const state = (...states: ('running' | 'paused' | 'exited')[]) =>
      projectState({ name: 'p', containers: states.map((state, index) => aService('p', `s${index}`, { state })) });
    assert.equal(state('running', 'paused'), 'running');
    assert.equal(state('running', 'exited'), 'partial');
    assert.equal(state('exited', 'exited'), 'stopped');
  });

  it('call containers by service, with a number when there are several', () => {
    const labels = (number: string) =>
      new Map([...aService('p', 'web').labels, ['com.docker.compose.container-number', number]]);
    const containers = [
      aService('p', 'web'),
      aService('p', 'web', { id: '2', labels: labels('2') }),
      aService('p', 'db'),
    ];
    const project = { name: 'p', containers };
    assert.deepEqual(
      containers.map((container) => nameInProject(container, project)),
      ['web-1', 'web-2', 'db'],
    );
    assert.equal(nameInProject(aContainer('x'), project), 'x');
  });

  it('start what others depend on first', () => {
    const containers = [
      aService('p', 'web', { dependsOn: 'api:service_healthy:false,cache:service_started:true' }),
      aService('p', 'api', { dependsOn: 'db:service_started:false' }),
      aService('p', 'db'),
      aService('p', 'cache'),
      aService('other', 'db', { dependsOn: 'cache' }),
      aContainer('alone'),
    ];
    assert.deepEqual(
      startOrder(containers).map((group) => group.map(({ name }) => name)),
      [['p-db-1', 'p-cache-1', 'other-db-1', 'alone'], ['p-api-1'], ['p-web-1']],
    );
  });

  it('start a cycle all the same', () => {
    const cycle = [aService('p', 'a', { dependsOn: 'b' }), aService('p', 'b', { dependsOn: 'a' })];
    assert.deepEqual(
      startOrder(cycle).map((group) => group.length),
      [2],
    );
  });
});
