/** Driving a served VS Code in headless Chromium, by what a person sees. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import type { Editor } from './editor.ts';
import { findProgram } from './engine.ts';

/** The colour themes that pictures are taken in: VS Code's name, and the class of its workbench in it. */
export const themes = {
  dark: { name: 'Default Dark Modern', shade: 'vs-dark' },
  light: { name: 'Default Light Modern', shade: 'vs' },
  'high-contrast': { name: 'Default High Contrast', shade: 'hc-black' },
} as const;

/** Gives an open workbench of an editor another colour theme. */
export async function changeTheme(editor: Editor, { page }: Workbench, theme: keyof typeof themes): Promise<void> {
  const { name, shade } = themes[theme];
  // A change of the file of settings can go unnoticed on a busy machine: then it is written once more.
  for (let attempts = 3; ; attempts--) {
    await editor.configure({ 'workbench.colorTheme': name });
    try {
      return await page.locator(`.monaco-workbench.${shade}`).waitFor({ timeout: 20_000 });
    } catch (error) {
      if (attempts === 0) throw error;
    }
  }
}

/** The Chromium of this machine, or `undefined`. `CHROMIUM` in the environment names another one. */
export function findChromium(): string | undefined {
  return process.env.CHROMIUM ?? ['chromium', 'chromium-browser', 'google-chrome'].map(findProgram).find(Boolean);
}

/** Starts headless Chromium. It speaks to nothing but the pages it is given. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium on this machine (Debian: chromium).');
  const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet] });
}

/** The text a person sees in a place, with plain spaces. */
export async function seenText(place: Locator): Promise<string> {
  return (await place.allInnerTexts()).join('\n').replaceAll('\u00a0', ' ').trim();
}

/** A workbench in a browser page. */
export interface Workbench {
  readonly page: Page;
  /** Runs a command by its title through the command palette. */
  command(title: string): Promise<void>;
  /** Opens a file of the workspace by its path from there, which has a folder, and waits for its text. */
  openFile(name: string): Promise<void>;
  /** Opens the view container with this title from the activity bar. */
  openContainer(title: string): Promise<void>;
  /** The rows of a tree view, as one line of visible text each. */
  rows(view: string): Promise<string[]>;
  /** Waits until a tree view has a row with this text, and gives its place. */
  row(view: string, text: string | RegExp): Promise<Locator>;
  /** Chooses an item of a row's context menu. */
  choose(view: string, row: string | RegExp, item: string): Promise<void>;
  /** The texts of the notifications that are shown. */
  notifications(): Promise<string[]>;
  /** Saves a PNG of the window, or of one part of it; the folders are made. */
  screenshot(file: string, selector?: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens an address of `Editor` and waits until the workbench answers. `size` is the window in CSS pixels. */
export async function openWorkbench(
  browser: Browser,
  address: string,
  size: { readonly width: number; readonly height: number } = { width: 1280, height: 800 },
): Promise<Workbench> {
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  context.setDefaultTimeout(60_000);
  await page.goto(address, { timeout: 90_000 });
  await page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 90_000 });
  await page.waitForSelector('.monaco-workbench .part.activitybar .action-item');
  /** Opens a quick pick with a key, types, and takes the first row that has all the texts. */
  const quickPick = async (key: string, typed: string, ...texts: string[]): Promise<void> => {
    const widget = page.locator('.quick-input-widget:visible');
    let wanted = widget.locator('.quick-input-list .monaco-list-row');
    for (const text of texts) wanted = wanted.filter({ hasText: text });
    // What takes the focus meanwhile, such as a terminal that has just opened, closes it: then once more.
    for (let attempts = 4; ; attempts--) {
      try {
        await page.keyboard.press(key);
        await widget.locator('.quick-input-box input').fill(typed, { timeout: 10_000 });
        await wanted.first().click({ timeout: 20_000 });
        return;
      } catch (error) {
        if (attempts === 0) throw error;
        await page.keyboard.press('Escape');
      }
    }
  };
  const pane = (view: string): Locator => {
    return page.locator('.sidebar .pane', { has: page.locator(`.pane-header[aria-label^="${view}"]`) });
  };
  const row = async (view: string, text: string | RegExp): Promise<Locator> => {
    const found = pane(view).locator('.monaco-list-row', { hasText: text }).first();
    await found.waitFor();
    return found;
  };
  return {
    page,
    command: (title) => quickPick('F1', `>${title}`, title),
    async openFile(name) {
      const base = path.basename(name);
      await quickPick('Control+P', name, base, path.dirname(name));
      await page.locator(`.tab.active[data-resource-name="${base}"]`).waitFor();
      await page.locator('.editor-instance .view-lines .view-line').first().waitFor();
    },
    async openContainer(title) {
      const tab = page.locator(`.activitybar .action-item a.action-label[aria-label^="${title}"]`);
      await tab.waitFor();
      if ((await tab.getAttribute('aria-expanded')) !== 'true') await tab.click();
      await page.locator('.sidebar .pane-header').first().waitFor();
    },
    async rows(view) {
      const texts = await pane(view).locator('.monaco-list-row').allInnerTexts();
      return texts.map((text) => text.replace(/\s+/g, ' ').trim());
    },
    row,
    async choose(view, text, item) {
      await (await row(view, text)).click({ button: 'right' });
      const entry = page.locator('.monaco-menu .action-item', { hasText: item }).first();
      await entry.waitFor();
      // A menu that has just opened takes no click, so that the button that opened it may be let go; a fast machine is early.
      for (let tries = 0; tries < 5 && (await entry.isVisible()); tries++) {
        await entry.click();
        await entry.waitFor({ state: 'hidden', timeout: 1_000 }).catch(() => undefined);
      }
    },
    async notifications() {
      return page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
    },
    async screenshot(file, selector) {
      await mkdir(path.dirname(file), { recursive: true });
      if (selector) await page.locator(selector).first().screenshot({ path: file });
      else await page.screenshot({ path: file });
    },
    async close() {
      await context.close();
    },
  };
}
