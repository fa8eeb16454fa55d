import { type Connection, type InitializeParams, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { Host } from '../host.ts';
import { defaultFeatureSettings, type FeatureSettings } from '../language.ts';
import { emptyLayer, Resolver } from '../lint/config.ts';
import { type ConfigFile, layersOf } from '../lint/configFiles.ts';
import type { Configuration } from '../lint/configuration.ts';
import { isLevel, isProfile, type Level } from '../lint/severity.ts';
import { configurationFiles } from './configurationFiles.ts';
import type { Log } from './guard.ts';
import { pathOf } from './host.ts';

/** All settings of one resource. */
export interface ResourceSettings {
  /** `undefined`: linting is turned off. */
  readonly lint: Configuration | undefined;
  readonly features: FeatureSettings;
}

/**
 * Settings by resource: pulled from the client where it offers that, else what it pushed, with the configuration files of
 * the folders around the resource. What the user's settings say of a rule beats what a file says, so that turning a rule
 * off in the editor works; the profile of a file beats that of the settings. Kept until something changes.
 */
export class SettingsStore {
  private readonly connection: Connection;
  private readonly host: () => Host;
  private readonly log: Log;
  private readonly warned = new Set<string>();
  private readonly cache = new Map<string, Promise<ResourceSettings>>();
  private pulls = false;
  private pushed: unknown;
  private folders: string[] = [];

  constructor(connection: Connection, host: () => Host, log: Log) {
    this.connection = connection;
    this.host = host;
    this.log = log;
  }

  initialize({ capabilities, initializationOptions, workspaceFolders, rootUri }: InitializeParams): void {
    this.pulls = capabilities.workspace?.configuration ?? false;
    this.pushed = section(initializationOptions, 'settings');
    this.changeFolders(workspaceFolders ?? (rootUri ? [{ uri: rootUri }] : []), []);
  }

  changeFolders(added: readonly { uri: string }[], removed: readonly { uri: string }[]): void {
    const gone = removed.map(({ uri }) => withoutSlash(uri));
    this.folders = [...this.folders.filter((uri) => !gone.includes(uri)), ...added.map(({ uri }) => withoutSlash(uri))];
    this.cache.clear();
  }

  of(uri: string): Promise<ResourceSettings> {
    let found = this.cache.get(uri);
    if (found === undefined) {
      found = this.load(uri);
      this.cache.set(uri, found);
    }
    return found;
  }

  /** @param pushed what the client sent along, if it does not offer to be asked */
  changed(pushed: unknown): void {
    if (pushed !== null && pushed !== undefined) this.pushed = pushed;
    this.cache.clear();
  }

  /** Called when files on disk changed. */
  forgetFiles(): void {
    this.cache.clear();
  }

  forget(uri: string): void {
    this.cache.delete(uri);
  }

  private async load(uri: string): Promise<ResourceSettings> {
    let value: unknown;
    try {
      value = this.pulls
        ? await this.connection.workspace.getConfiguration({ scopeUri: uri, section: 'dockwright' })
        : section(this.pushed, 'dockwright');
    } catch (error) {
      this.log(`reading the settings of ${uri} failed: ${String(error)}`);
    }
    const files = await configurationFiles(uri, this.folders, this.host(), (message) => this.warn(message));
    return read(uri, value, files);
  }

  /** Shows what is wrong with a configuration file, once. */
  private warn(message: string): void {
    if (this.warned.has(message)) return;
    this.warned.add(message);
    void this.connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message: `Dockwright: ${message}`,
    });
  }
}

function read(uri: string, value: unknown, files: readonly ConfigFile[]): ResourceSettings {
  const lint = section(value, 'lint');
  const profile = section(lint, 'profile');
  const rules = section(lint, 'rules');
  const format = section(value, 'format');
  const hints = section(value, 'inlayHints');
  const casing = section(format, 'instructionCasing');
  const isOn = (from: unknown, key: string, fallback: boolean): boolean => {
    const found = section(from, key);
    return typeof found === 'boolean' ? found : fallback;
  };
  const levels: Record<string, Level> = {};
  if (typeof rules === 'object' && rules !== null) {
    for (const [id, level] of Object.entries(rules)) if (isLevel(level)) levels[id] = level;
  }
  const resolver = new Resolver([
    { ...emptyLayer, ...(isProfile(profile) && { profile }) },
    ...layersOf(files, undefined, { ...emptyLayer, levels }),
  ]);
  const path = pathOf(uri)?.replaceAll('\\', '/') ?? uri;
  const isLinted = isOn(lint, 'enable', true) && profile !== 'off' && !resolver.isIgnored(path);
  const { inlayHints } = defaultFeatureSettings;
  return {
    lint: isLinted ? resolver.configurationFor(path) : undefined,
    features: {
      format: { instructionCasing: casing === 'lower' || casing === 'preserve' ? casing : 'upper' },
      inlayHints: {
        variables: isOn(hints, 'variables', inlayHints.variables),
        platforms: isOn(hints, 'platforms', inlayHints.platforms),
        inherited: isOn(hints, 'inherited', inlayHints.inherited),
      },
      codeLens: isOn(value, 'codeLens', defaultFeatureSettings.codeLens),
    },
  };
}

function withoutSlash(uri: string): string {
  return uri.endsWith('/') ? uri.slice(0, -1) : uri;
}

function section(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
