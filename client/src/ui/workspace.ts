/** The opened folders, as far as commands look at them. Paths are absolute. */
export interface Workspace {
  /** Whether the user trusts what the folders contain, so that it may be run. */
  isTrusted(): boolean;
  /** Dockerfiles of the opened folders. */
  dockerfiles(): Promise<readonly string[]>;
  /** The Dockerfile in the active editor. */
  activeDockerfile(): string | undefined;
  /** The opened folder that holds a file. */
  folderOf(file: string): string | undefined;
  /** The path of a file that a menu or a code lens names, by URI or URI text. */
  fileOf(argument: unknown): string | undefined;
  /** Writes unsaved changes of a file to disk. */
  save(file: string): Promise<void>;
}
