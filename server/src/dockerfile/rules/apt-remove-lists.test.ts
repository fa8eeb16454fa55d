import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('apt-remove-lists', () => {
  it('wants the lists removed behind the update', async () => {
    await check(
      dockerfile,
      'apt-remove-lists',
      'FROM debian:12\nRUN apt-get update && apt-get install -y a && rm -rf /var/lib/apt/lists/*\n',
    );
    await check(
      dockerfile,
      'apt-remove-lists',
      'FROM debian:12\nRUN apt-get update && rm -r /var/lib/apt/lists\nRUN apt-get update && find /var/lib/apt/lists -type f -delete\nRUN apt-get update && apt-get dist-clean\nRUN apt-get update && rm -rf /var/lib/{apt,dpkg}/\n',
    );
    await check(
      dockerfile,
      'apt-remove-lists',
      'FROM debian:12\nRUN rm -rf /var/lib/apt/lists/* && «apt-get update»\nRUN «apt-get update» && rm -rf /tmp/*\n',
    );
    await check(
      dockerfile,
      'apt-remove-lists',
      'FROM debian:12\nRUN rm -rf /var/lib/apt/lists/* && apt-get update\nRUN apt-get update && rm -rf /tmp/*\n',
      { options: { exact: true } },
    );
  });
  it('looks at stages whose layers somebody gets', async () => {
    await check(
      dockerfile,
      'apt-remove-lists',
      'FROM debian:12 AS a\nRUN apt-get update\nFROM debian:12\nCOPY --from=a /x /x\n',
    );
    await check(dockerfile, 'apt-remove-lists', 'FROM debian:12 AS a\nRUN «apt-get update»\nFROM a\n');
    await check(dockerfile, 'apt-remove-lists', 'FROM debian:12\nRUN apt-get update\nFROM debian:12\n');
    await check(dockerfile, 'apt-remove-lists', 'FROM debian:12\nRUN «apt-get update»\nFROM debian:12\n', {
      options: { exact: true },
    });
  });
  it('does not mind what only helpers are built on', async () => {
    await check(
      dockerfile,
      'apt-remove-lists',
      'FROM debian:12 AS a\nRUN apt-get update\nFROM a AS b\nFROM debian:12\nCOPY --from=b /x /x\n',
    );
    await check(
      dockerfile,
      'apt-remove-lists',
      'FROM debian:12 AS a\nRUN «apt-get update»\nFROM a AS test\nFROM debian:12\n',
    );
    await check(
      dockerfile,
      'apt-remove-lists',
      'FROM debian:12 AS a\nRUN «apt-get update»\nFROM a AS b\nFROM debian:12\nCOPY --from=b /x /x\n',
      { options: { exact: true } },
    );
  });
  it('is content with mounts that hold the lists', async () => {
    await check(
      dockerfile,
      'apt-remove-lists',
      'FROM debian:12\nRUN --mount=type=cache,target=/var/lib/apt apt-get update\nRUN --mount=type=tmpfs,target=/var/lib/apt/lists apt-get update\n',
    );
    await check(
      dockerfile,
      'apt-remove-lists',
      'FROM debian:12\nRUN --mount=type=cache,target=/var/lib/apt «apt-get update»\n',
      { options: { exact: true } },
    );
  });
  it('appends in the style of the RUN', async () => {
    await check(
      dockerfile,
      'apt-remove-lists',
      'FROM debian:12\nRUN «apt-get update» && apt-get install -y \\\n    a \\\n    b\n',
      {
        fixed:
          'FROM debian:12\nRUN apt-get update && apt-get install -y \\\n    a \\\n    b \\\n    && rm -rf /var/lib/apt/lists/*\n',
      },
    );
    await check(
      dockerfile,
      'apt-remove-lists',
      'FROM debian:12\nRUN set -eux; \\\n\t«apt-get update»; \\\n\tapt-get install -y a\n',
      {
        fixed:
          'FROM debian:12\nRUN set -eux; \\\n\tapt-get update; \\\n\tapt-get install -y a; \\\n\trm -rf /var/lib/apt/lists/*\n',
      },
    );
    await check(
      dockerfile,
      'apt-remove-lists',
      'FROM debian:12\r\nRUN «apt-get update» && \\\r\n  apt-get install -y a # b\r\n',
      {
        fixed:
          'FROM debian:12\r\nRUN apt-get update && \\\r\n  apt-get install -y a && \\\r\n  rm -rf /var/lib/apt/lists/* # b\r\n',
      },
    );
    await check(
      dockerfile,
      'apt-remove-lists',
      '# escape=`\nFROM debian:12\nRUN «apt-get update» && apt-get install -y `\n  a\n',
      {
        fixed:
          '# escape=`\nFROM debian:12\nRUN apt-get update && apt-get install -y `\n  a `\n  && rm -rf /var/lib/apt/lists/*\n',
      },
    );
    await check(
      dockerfile,
      'apt-remove-lists',
      'FROM debian:12\nRUN <<EOF\n  «apt-get update»\n  apt-get install -y a\nEOF\n',
      {
        fixed:
          'FROM debian:12\nRUN <<EOF\n  apt-get update\n  apt-get install -y a\n  rm -rf /var/lib/apt/lists/*\nEOF\n',
      },
    );
    await check(
      dockerfile,
      'apt-remove-lists',
      'FROM debian:12\nRUN «apt-get update» \\\n  && apt-get install -y a \\\n  # why\n  && b\n',
      {
        fixed:
          'FROM debian:12\nRUN apt-get update \\\n  && apt-get install -y a \\\n  # why\n  && b \\\n  && rm -rf /var/lib/apt/lists/*\n',
      },
    );
  });
  it('does not take away what a later RUN needs', async () => {
    await check(dockerfile, 'apt-remove-lists', 'FROM debian:12\nRUN «apt-get update»\nRUN apt-get install -y a\n', {
      fixed: 'FROM debian:12\nRUN apt-get update\nRUN apt-get install -y a\n',
      messages: [
        "The lists that 'apt-get update' fetches stay in the layer. Update, install and remove them in one RUN.",
      ],
    });
  });
  it('reads scripts that are handed to a shell', async () => {
    await check(
      dockerfile,
      'apt-remove-lists',
      'FROM debian:12\nRUN <<EOT bash -e\n\t«apt-get update»\n\tapt-get install -y a\nEOT\n',
      {
        fixed:
          'FROM debian:12\nRUN <<EOT bash -e\n\tapt-get update\n\tapt-get install -y a\n\trm -rf /var/lib/apt/lists/*\nEOT\n',
      },
    );
    await check(dockerfile, 'apt-remove-lists', 'FROM debian:12\nRUN cat <<EOT\napt-get update\nEOT\n');
    await check(dockerfile, 'apt-remove-lists', 'FROM debian:12\nRUN ["bash", "-c", "«apt-get update»"]\n');
  });
  it('finds no place in the background and in exec form', async () => {
    await check(dockerfile, 'apt-remove-lists', 'FROM debian:12\nRUN «apt-get update» &\n', {
      fixed: 'FROM debian:12\nRUN apt-get update &\n',
    });
    await check(dockerfile, 'apt-remove-lists', 'FROM debian:12\nRUN [«"apt-get", "update"»]\n', {
      fixed: 'FROM debian:12\nRUN ["apt-get", "update"]\n',
    });
  });
});
