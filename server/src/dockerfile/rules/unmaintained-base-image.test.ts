import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'unmaintained-base-image', [
  'FROM node:24',
  'FROM node:$V',
  'FROM scratch',
  'FROM gcr.io/distroless/base-debian12\nFROM registry.k8s.io/pause:3.9',
  'FROM «gcr.io/distroless/static-debian11:nonroot»',
  'FROM «k8s.gcr.io/pause:3.9»',
  'FROM «microsoft/dotnet:2.1-sdk»',
  'FROM «node:22-bullseye»',
  'FROM node:24 AS centos\nFROM centos',
  'FROM «debian:stretch» AS b\nFROM b',
  'ARG V=14\nFROM «node:$V»',
  'FROM --platform=linux/amd64 «openjdk:17»',
]);
