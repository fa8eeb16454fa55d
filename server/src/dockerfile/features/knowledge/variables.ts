/** What the predefined platform arguments are (BuildKit). */
export const platformArgumentDocumentation: Readonly<Record<string, string>> = {
  BUILDPLATFORM: 'Platform of the builder that runs the build, such as `linux/amd64`.',
  BUILDOS: 'Operating system of the builder, such as `linux`.',
  BUILDOSVERSION: 'Version of the builder’s operating system; usually empty. Since 1.13.',
  BUILDARCH: 'Architecture of the builder, such as `amd64`.',
  BUILDVARIANT: 'Variant of the builder’s architecture, such as `v7`; often empty.',
  TARGETPLATFORM: 'Platform the image is built for (`--platform`), such as `linux/arm64`.',
  TARGETOS: 'Operating system the image is built for, such as `linux`.',
  TARGETOSVERSION: 'Version of the operating system the image is built for; usually empty. Since 1.13.',
  TARGETARCH: 'Architecture the image is built for, such as `arm64`.',
  TARGETVARIANT: 'Variant of the architecture the image is built for, such as `v7`; often empty.',
  TARGETSTAGE: 'Name of the stage that is built (`--target`), `default` when it has none. Since 1.11.',
};

/** Build arguments that BuildKit reads itself or hands on without declaration. */
export const specialArgumentDocumentation: Readonly<Record<string, string>> = {
  HTTP_PROXY: 'Proxy for HTTP. May be given without declaration, reaches `RUN` only and is not kept in the image.',
  HTTPS_PROXY: 'Proxy for HTTPS. May be given without declaration, reaches `RUN` only and is not kept in the image.',
  FTP_PROXY: 'Proxy for FTP. May be given without declaration, reaches `RUN` only and is not kept in the image.',
  NO_PROXY: 'Hosts that are reached without a proxy. May be given without declaration, reaches `RUN` only.',
  ALL_PROXY: 'Proxy for everything. May be given without declaration, reaches `RUN` only.',
  SOURCE_DATE_EPOCH: 'Time stamp for reproducible images, in seconds since 1970. Since 1.5.',
  BUILDKIT_SBOM_SCAN_CONTEXT: 'Also scans the build context for the SBOM.',
  BUILDKIT_SBOM_SCAN_STAGE: 'Also scans this stage for the SBOM.',
};

/** Names that ENV often sets, with their usual values. */
export const commonEnvironment: readonly { readonly name: string; readonly value: string; readonly of: string }[] = [
  { name: 'PATH', value: '/usr/local/app/bin:$PATH', of: 'Where programs are looked for' },
  { name: 'NODE_ENV', value: 'production', of: 'Node.js' },
  { name: 'PYTHONUNBUFFERED', value: '1', of: 'Python: output at once' },
  { name: 'PYTHONDONTWRITEBYTECODE', value: '1', of: 'Python: no .pyc files' },
  { name: 'PIP_NO_CACHE_DIR', value: '1', of: 'pip' },
  { name: 'GOFLAGS', value: '-mod=readonly', of: 'Go' },
  { name: 'CGO_ENABLED', value: '0', of: 'Go: static programs' },
  { name: 'JAVA_TOOL_OPTIONS', value: '-XX:MaxRAMPercentage=75', of: 'Java' },
  { name: 'RUST_LOG', value: 'info', of: 'Rust' },
  { name: 'RAILS_ENV', value: 'production', of: 'Rails' },
  { name: 'ASPNETCORE_HTTP_PORTS', value: '8080', of: '.NET' },
  { name: 'LANG', value: 'C.UTF-8', of: 'Language and encoding' },
  { name: 'TZ', value: 'UTC', of: 'Time zone' },
];

/** Keys of LABEL that OCI defines. */
export const ociLabels: Readonly<Record<string, string>> = {
  'org.opencontainers.image.title': 'Name for people.',
  'org.opencontainers.image.description': 'What the image does, in a sentence.',
  'org.opencontainers.image.source': 'URL of the source code.',
  'org.opencontainers.image.url': 'URL to learn more.',
  'org.opencontainers.image.documentation': 'URL of the documentation.',
  'org.opencontainers.image.version': 'Version of the packaged software.',
  'org.opencontainers.image.revision': 'Commit the image was built from.',
  'org.opencontainers.image.created': 'When the image was built, as RFC 3339 writes it.',
  'org.opencontainers.image.authors': 'Who is responsible for the image.',
  'org.opencontainers.image.vendor': 'Organisation that distributes the image.',
  'org.opencontainers.image.licenses': 'Licences, as an SPDX expression.',
  'org.opencontainers.image.ref.name': 'Name of the reference for a target.',
  'org.opencontainers.image.base.name': 'Name of the base image.',
  'org.opencontainers.image.base.digest': 'Digest of the base image.',
};
