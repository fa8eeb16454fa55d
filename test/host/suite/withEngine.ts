import './trees.ts';
