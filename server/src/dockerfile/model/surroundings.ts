/** What rules may know of the files around a Dockerfile. Paths are relative to the build context, with `/`, cleaned. */
export interface DockerfileSurroundings {
  /** The ignore file in force: `<Dockerfile>.dockerignore` or `.dockerignore` of the build context. */
  readonly ignoreFile: { readonly uri: string; readonly text: string } | undefined;
  /** True when the folder the build context is taken to be could be listed. */
  readonly contextIsKnown: boolean;
  /**
   * For each literal source of COPY and ADD: whether something at that path (or matching the pattern) exists in any folder
   * that could be the build context: the Dockerfile's own and those above it up to the workspace or repository root.
   */
  readonly sources: Readonly<Record<string, 'file' | 'folder' | 'missing'>>;
  /** Those of the sources that the ignore file surely leaves out. */
  readonly ignored: readonly string[];
}
