import type { Connection, InitializeParams } from 'vscode-languageserver';
import { defaultFeatureSettings, type FeatureSettings } from '../language.ts';
import { type Configuration, defaultConfiguration, type Levels } from '../lint/configuration.ts';
import { isProfile } from '../lint/severity.ts';
import type { Log } from './guard.ts';

/** All settings of one resource. */
export interface ResourceSettings {
  /** `undefined`: linting is turned off. */
  readonly lint: Configuration | undefined;
  readonly features: FeatureSettings;
}

/**
 * Settings by resource: pulled from the client where it offers that, else what it pushed, with the configuration files of
 * the folders around the resource. Kept until the client says that something changed.
 */
export class SettingsStore {
  private readonly connection: Connection;
  private readonly log: Log;
  private pulls = false;
  private pushed: unknown;
  private readonly cache = new Map<string, Promise<ResourceSettings>>();

  constructor(connection: Connection, log: Log) {
    this.connection = connection;
    this.log = log;
  }

  initialize({ capabilities, initializationOptions }: InitializeParams): void {
    this.pulls = capabilities.workspace?.configuration ?? false;
    this.pushed = section(initializationOptions, 'settings');
  }

  of(uri: string): Promise<ResourceSettings> {
    let found = this.cache.get(uri);
    if (found === undefined) {
      found = this.load(uri);
      this.cache.set(uri, found);
    }
    return found;
  }

  changed(pushed: unknown): void {
    if (pushed !== null && pushed !== undefined) this.pushed = pushed;
    this.cache.clear();
  }

  /** Called when files on disk changed. */
  forgetFiles(): void {
    this.cache.clear();
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
    return read(value);
  }
}

function read(value: unknown): ResourceSettings {
  const lint = section(value, 'lint');
  const profile = section(lint, 'profile');
  const levels = section(lint, 'rules');
  const format = section(value, 'format');
  const hints = section(value, 'inlayHints');
  const casing = section(format, 'instructionCasing');
  const isOn = (from: unknown, key: string, fallback: boolean): boolean => {
    const found = section(from, key);
    return typeof found === 'boolean' ? found : fallback;
  };
  const { inlayHints } = defaultFeatureSettings;
  return {
    lint: {
      ...defaultConfiguration,
      ...(isProfile(profile) && { profile }),
      levels: typeof levels === 'object' && levels !== null ? [levels as Levels] : [],
    },
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

function section(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
