'use strict';
// Mocha reporter of the test runner: prints only failures, in full, and writes the counts, with what was printed, to the
// file that the reporter option `output` names, so that levels can be summed. CommonJS, because Mocha requires reporters.
const { writeFileSync } = require('node:fs');
const { reporters, Runner } = require('mocha');

const { EVENT_RUN_END, EVENT_TEST_PASS, EVENT_TEST_FAIL, EVENT_TEST_PENDING, EVENT_SUITE_END } = Runner.constants;

module.exports = class LevelReporter extends reporters.Base {
  constructor(runner, options) {
    super(runner, options);
    const counts = { passed: 0, failed: 0, skipped: 0, output: '', finished: false };
    runner.on(EVENT_TEST_PASS, () => {
      counts.passed += 1;
    });
    runner.on(EVENT_TEST_PENDING, () => {
      counts.skipped += 1;
    });
    runner.on(EVENT_TEST_FAIL, (test, error) => {
      counts.failed += 1;
      const text = `  FAILED ${test.fullTitle()}\n${String(error?.stack ?? error).replace(/^/gm, '    ')}\n`;
      counts.output += text;
      process.stdout.write(text);
    });
    const write = () => writeFileSync(options.reporterOption.output, JSON.stringify(counts));
    // Also in between, for who has to stop it.
    runner.on(EVENT_SUITE_END, write);
    runner.on(EVENT_RUN_END, () => {
      counts.finished = true;
      write();
    });
  }
};
