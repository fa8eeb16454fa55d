import './activation.ts';
import './languages.ts';
