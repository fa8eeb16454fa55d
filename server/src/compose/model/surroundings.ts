/** What rules may know of the files around a Compose file. Addresses are URIs. */
export interface ComposeSurroundings {
  /** True when the file's folder could be listed. */
  readonly folderIsKnown: boolean;
  /** Texts of other Compose files: of the folder, included, extended. */
  readonly composeFiles: Readonly<Record<string, string>>;
  /** Addresses among them of the other Compose files in the folder. */
  readonly siblings: readonly string[];
  /** Texts of the Dockerfiles that services are built from. */
  readonly dockerfiles: Readonly<Record<string, string>>;
  /** Text of `.env` in the folder. */
  readonly environment: string | undefined;
  /** What is at each address that the file names. */
  readonly paths: Readonly<Record<string, 'file' | 'folder' | 'missing'>>;
}
