'use strict';
// Failures in full as they come, one line a file's suite, and the plain closing line that continuous integration reads.
const { reporters, Runner } = require('mocha');
const { EVENT_TEST_PASS, EVENT_TEST_FAIL, EVENT_TEST_PENDING, EVENT_RUN_END } = Runner.constants;

class PlainReporter {
  constructor(runner) {
    const started = Date.now();
    const suites = new Map();
    const failures = [];
    let passed = 0;
    let pending = 0;
    const topOf = (test) => test.titlePath()[0] ?? '';
    const count = (test, kind) => {
      const suite = suites.get(topOf(test)) ?? { passed: 0, failed: 0, pending: 0, ms: 0 };
      suite[kind] += 1;
      suite.ms += test.duration ?? 0;
      suites.set(topOf(test), suite);
    };
    runner.on(EVENT_TEST_PASS, (test) => {
      passed += 1;
      count(test, 'passed');
    });
    runner.on(EVENT_TEST_PENDING, (test) => {
      pending += 1;
      count(test, 'pending');
      process.stdout.write(`skipped: ${test.titlePath().join(' › ')}\n`);
    });
    runner.on(EVENT_TEST_FAIL, (test, error) => {
      failures.push(test);
      test.err ??= error;
      count(test, 'failed');
      process.stdout.write(`FAILED: ${test.titlePath().join(' › ')}\n  ${error?.message ?? error}\n`);
    });
    runner.once(EVENT_RUN_END, () => {
      for (const [name, suite] of suites) {
        const marks = [
          `${suite.passed} passed`,
          suite.failed && `${suite.failed} failed`,
          suite.pending && `${suite.pending} skipped`,
        ];
        process.stdout.write(`${name}: ${marks.filter(Boolean).join(', ')} (${(suite.ms / 1000).toFixed(1)} s)\n`);
      }
      if (failures.length > 0) reporters.Base.list(failures);
      process.stdout.write(`in ${((Date.now() - started) / 1000).toFixed(0)} s\n`);
      const skipped = pending > 0 ? `, ${pending} skipped` : '';
      process.stdout.write(`${passed} passed, ${failures.length} failed${skipped}\n`);
    });
  }
}

module.exports = PlainReporter;
