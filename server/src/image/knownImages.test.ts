import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { endOfLife } from './endOfLife.ts';
import { environmentOf, runsAsRoot } from './knownImages.ts';
import { parseImageReference } from './reference.ts';

describe('known images', () => {
  it('have an environment', () => {
    assert.ok(environmentOf(parseImageReference('golang:1.26'))?.includes('GOPATH'));
    assert.deepEqual(environmentOf(parseImageReference('docker.io/library/alpine')), []);
    assert.equal(environmentOf(parseImageReference('example.org/golang')), undefined);
    assert.equal(environmentOf(parseImageReference('constructor')), undefined);
  });

  it('run as root or not', () => {
    for (const name of ['alpine', 'node:24-alpine', 'gcr.io/distroless/static-debian12'])
      assert.equal(runsAsRoot(parseImageReference(name)), true, name);
    for (const name of [
      'gcr.io/distroless/static-debian12:nonroot',
      'gcr.io/distroless/static:debug-nonroot',
      'nginxinc/nginx-unprivileged:1',
      'bitnami/redis',
      'cgr.dev/chainguard/node',
      'mcr.microsoft.com/dotnet/aspnet:9.0-noble-chiseled',
    ])
      assert.equal(runsAsRoot(parseImageReference(name)), false, name);
    for (const name of ['postgres', 'example.org/x', 'nginx'])
      assert.equal(runsAsRoot(parseImageReference(name)), undefined, name);
  });

  it('reach the end of their life', () => {
    for (const name of [
      'centos',
      'centos:7',
      'openjdk:17',
      'node:14',
      'node:14.17.1-alpine3.13',
      'node:23',
      'node:hydrogen-slim',
      'python:2',
      'python:3.7-slim',
      'ubuntu:18.04',
      'ubuntu:bionic-20230530',
      'debian:9',
      'debian:stretch-slim',
      'debian:buster',
      'alpine:3.9.6',
      'golang:1.17',
      'php:7.4-fpm',
      'python:3.12-buster',
      'python:3.12-alpine3.15',
      'mcr.microsoft.com/dotnet/sdk:9.0',
      'debian:bullseye-slim',
      'python:3.10',
      'postgres:14.9',
      'alpine:3.21',
      'mariadb:10.6',
      'mcr.microsoft.com/dotnet/core/sdk:3.1',
      'mysql:5.7',
    ])
      assert.ok(endOfLife(parseImageReference(name)), name);
    for (const name of [
      'node',
      'node:24',
      'node:lts-alpine',
      'node:$V',
      '$X:14',
      'python:3',
      'python:3.13',
      'ubuntu:24.04',
      'ubuntu:rolling',
      'debian:trixie-slim',
      'debian:13',
      'alpine:3',
      'alpine:3.22',
      'golang:1',
      'golang:1.26-alpine',
      'example.org/node:14',
      'someone/python:3.7',
      'postgres:17',
      'mysql:8',
      'mysql:8.4',
      'mcr.microsoft.com/dotnet/sdk:10.0',
    ])
      assert.equal(endOfLife(parseImageReference(name)), undefined, name);
  });
});
