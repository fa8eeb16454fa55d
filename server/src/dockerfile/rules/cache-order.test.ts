import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'cache-order', [
  'FROM node:24\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nRUN npm run build',
  'FROM node:24\nCOPY . .\nRUN npm run build',
  'FROM node:24\nCOPY . .\nRUN npm install -g serve',
  'FROM node:24\nCOPY --from=x . .\nRUN npm ci',
  'FROM node:24\nCOPY src .\nRUN npm ci',
  'FROM node:24\nCOPY . .\nRUN --mount=type=cache,target=/root/.npm npm ci',
  'FROM node:24 AS a\nCOPY . .\nFROM node:24\nRUN npm ci',
  'FROM golang:1.26\nCOPY . .\nRUN go build ./...',
  'FROM python:3.13\nCOPY . .\nRUN pip install .',
  'FROM python:3.13\nCOPY «.» .\nRUN pipenv install --system --deploy',
  'FROM node:24\nCOPY «.» .\nRUN npm --prefix client ci',
  'FROM golang:1.26\nCOPY «.» .\nRUN go mod download && go build',
  'FROM node:24\nCOPY package.json «./» /app/\nRUN cd /app && yarn --frozen-lockfile',
  'FROM php:8.4\nADD «*» /app\nRUN ["composer", "install"]',
]);
