/** `npm run pictures`: takes the README's pictures, docs/images/*.png, from the running extension on the samples. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { copyInto, startEditor } from '../test/support/editor.ts';
import { startEngine } from '../test/support/engine.ts';
import { repository } from '../test/support/repository.ts';
import { fillEngine } from '../test/support/sampleEngine.ts';
import { openBrowser, openWorkbench, themes } from '../test/support/workbench.ts';
import { runOrThrow, say } from './childProcess.ts';
import { setUp } from './realParts.ts';

/** Shows values, platforms and stages beside their uses, and the shell inside RUN in colour. */
const hinted = `# syntax=docker/dockerfile:1
ARG GO_VERSION=1.25
FROM --platform=$BUILDPLATFORM golang:$GO_VERSION-alpine3.22 AS build
ARG TARGETOS
ARG TARGETARCH
ENV APP=/srv/app
WORKDIR $APP
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN <<EOF
set -eu
for command in api worker; do
  GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o "$APP/bin/$command" "./cmd/$command"
done
EOF

FROM alpine:3.22
COPY --from=build /srv/app/bin /usr/local/bin/
USER nobody
ENTRYPOINT ["/usr/local/bin/api"]
`;

const images = path.join(repository, 'docs/images');
const size = { width: 1280, height: 800 };

for (const problem of await setUp()) say(problem);
await runOrThrow(process.execPath, ['--import=tsx', 'tools/build.ts', '--production'], { cwd: repository });
const engine = await startEngine();
await fillEngine(engine, repository);
const settings = {
  'workbench.colorTheme': themes.dark.name,
  'editor.minimap.enabled': false,
  'window.commandCenter': false,
};
const editor = await startEditor({ env: engine.env, settings });
const browser = await openBrowser();
try {
  const folder = await copyInto(editor, 'samples');
  await mkdir(path.join(folder, 'build'));
  await writeFile(path.join(folder, 'build/Dockerfile'), hinted);
  const workbench = await openWorkbench(browser, editor.address(folder), size);
  const { page } = workbench;
  const found = page.locator('.cdr.squiggly-warning, .cdr.squiggly-error').first();

  await workbench.openContainer('Dockwright');
  await workbench.row('Containers', 'worker');
  await workbench.choose('Containers', 'api', 'Follow Logs');
  await workbench.openFile('shop/compose.yaml');
  await found.waitFor();
  await page.mouse.move(1_000, 350);
  await page.waitForTimeout(3_000);
  await workbench.screenshot(path.join(images, 'sidebar.png'));

  await workbench.command('View: Hide Panel');
  await workbench.command('View: Close Primary Side Bar');
  await workbench.openFile('shop/api/Dockerfile');
  await found.waitFor();
  await workbench.command('Problems: Focus on Problems View');
  await page.locator('.markers-panel .monaco-list-row').first().waitFor();
  await page.locator('.view-line span', { hasText: 'MAINTAINER' }).last().hover();
  await page.locator('.monaco-hover:visible').first().waitFor();
  await workbench.screenshot(path.join(images, 'editor.png'));

  await workbench.command('View: Hide Panel');
  await page.keyboard.press('Escape');
  await workbench.openFile('build/Dockerfile');
  await page.locator('.codelens-decoration a').first().waitFor();
  await page.waitForTimeout(2_000);
  await workbench.screenshot(path.join(images, 'hints.png'), '.editor-instance');

  await page.keyboard.press('Control+End');
  await page.keyboard.type('RUN --mount=type=cache,');
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget:visible .monaco-list-row').first().waitFor();
  await page.keyboard.press('Control+Space');
  await page.waitForTimeout(2_000);
  await workbench.screenshot(path.join(images, 'completion.png'), '.editor-instance');
  await page.keyboard.press('Escape');

  await workbench.openFile('shop/api/Dockerfile');
  await found.waitFor();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget:visible .monaco-list-row').first().waitFor();
  await page.waitForTimeout(500);
  await workbench.screenshot(path.join(images, 'quick-fix.png'), '.editor-instance');
  say(`Pictures are in ${path.relative(repository, images)}.`);
} finally {
  await browser.close();
  await editor.stop();
  await engine.stop();
}
