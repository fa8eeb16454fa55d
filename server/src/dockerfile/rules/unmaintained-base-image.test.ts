import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'unmaintained-base-image', [
  'FROM node:24',
  'FROM node:$V',
  'FROM scratch',
  'FROM node:24 AS centos\nFROM centos',
  'FROM «debian:stretch» AS b\nFROM b',
  'ARG V=14\nFROM «node:$V»',
  'FROM --platform=linux/amd64 «openjdk:17»',
]);
