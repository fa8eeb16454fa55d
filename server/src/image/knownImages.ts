import type { ImageReference } from './reference.ts';

const java = ['JAVA_HOME', 'JAVA_VERSION', 'LANG', 'LANGUAGE', 'LC_ALL'];
const php = [
  ...['PHPIZE_DEPS', 'PHP_INI_DIR', 'PHP_CFLAGS', 'PHP_CPPFLAGS', 'PHP_LDFLAGS', 'GPG_KEYS', 'PHP_VERSION', 'PHP_URL'],
  ...['PHP_ASC_URL', 'PHP_SHA256', 'APACHE_CONFDIR', 'APACHE_ENVVARS'],
];
const nothing: readonly string[] = [];

/**
 * Environment that Docker's official images set besides PATH, over all their tags: from the ENV instructions of their
 * public Dockerfiles, as of August 2026.
 */
const environments: Readonly<Record<string, readonly string[]>> = {
  almalinux: nothing,
  alpine: nothing,
  amazoncorretto: java,
  amazonlinux: nothing,
  archlinux: ['LANG'],
  'buildpack-deps': nothing,
  busybox: nothing,
  centos: nothing,
  debian: nothing,
  'eclipse-temurin': java,
  fedora: ['DISTTAG', 'FGC', 'FBR'],
  golang: ['GOLANG_VERSION', 'GOPATH', 'GOTOOLCHAIN'],
  gradle: [...java, 'GRADLE_HOME', 'GRADLE_VERSION'],
  httpd: ['HTTPD_PREFIX', 'HTTPD_VERSION', 'HTTPD_SHA256', 'HTTPD_PATCHES'],
  mariadb: ['GOSU_VERSION', 'LANG', 'MARIADB_VERSION'],
  maven: [...java, 'MAVEN_HOME', 'MAVEN_CONFIG', 'MAVEN_VERSION', 'USER_HOME_DIR'],
  mysql: ['GOSU_VERSION', 'MYSQL_MAJOR', 'MYSQL_VERSION', 'MYSQL_SHELL_VERSION'],
  nginx: ['NGINX_VERSION', 'NJS_VERSION', 'NJS_RELEASE', 'PKG_RELEASE', 'DYNPKG_RELEASE', 'ACME_VERSION'],
  node: ['NODE_VERSION', 'YARN_VERSION'],
  openjdk: java,
  oraclelinux: nothing,
  perl: ['PERL_VERSION', 'PERL_CPANM_HOME'],
  php,
  postgres: ['GOSU_VERSION', 'LANG', 'PG_MAJOR', 'PG_VERSION', 'PG_SHA256', 'PGDATA', 'DOCKER_PG_LLVM_DEPS'],
  python: [
    ...['LANG', 'GPG_KEY', 'PYTHON_VERSION', 'PYTHON_SHA256', 'PYTHON_PIP_VERSION', 'PYTHON_SETUPTOOLS_VERSION'],
    ...['PYTHON_GET_PIP_URL', 'PYTHON_GET_PIP_SHA256'],
  ],
  redis: ['GOSU_VERSION', 'REDIS_VERSION', 'REDIS_DOWNLOAD_URL', 'REDIS_DOWNLOAD_SHA'],
  rockylinux: nothing,
  ruby: [
    ...['LANG', 'RUBY_VERSION', 'RUBY_MAJOR', 'RUBY_DOWNLOAD_URL', 'RUBY_DOWNLOAD_SHA256', 'GEM_HOME'],
    ...['BUNDLE_SILENCE_ROOT_WARNING', 'BUNDLE_APP_CONFIG'],
  ],
  rust: ['RUSTUP_HOME', 'CARGO_HOME', 'RUST_VERSION'],
  tomcat: [
    ...java,
    ...['CATALINA_HOME', 'TOMCAT_NATIVE_LIBDIR', 'LD_LIBRARY_PATH', 'GPG_KEYS', 'TOMCAT_MAJOR', 'TOMCAT_VERSION'],
    'TOMCAT_SHA512',
  ],
  ubuntu: nothing,
  wordpress: [...php, 'WORDPRESS_VERSION'],
};

/** The name of one of Docker's official images, `undefined` for any other. */
export function officialName({ canonicalName }: ImageReference): string | undefined {
  const prefix = 'docker.io/library/';
  return canonicalName.startsWith(prefix) ? canonicalName.slice(prefix.length) : undefined;
}

/** Variables that an image is known to set besides PATH; `undefined` when nothing is known of it. */
export function environmentOf(image: ImageReference): readonly string[] | undefined {
  const name = officialName(image);
  return name !== undefined && Object.hasOwn(environments, name) ? environments[name] : undefined;
}

/** Official images that start as root and stay root: distributions and language runtimes. As of August 2026. */
const rootImages = new Set([
  ...['almalinux', 'alpine', 'amazoncorretto', 'amazonlinux', 'archlinux', 'bash', 'buildpack-deps', 'busybox'],
  ...['centos', 'clojure', 'composer', 'dart', 'debian', 'eclipse-temurin', 'elixir', 'erlang', 'fedora', 'gcc'],
  ...['golang', 'gradle', 'haskell', 'julia', 'maven', 'node', 'openjdk', 'oraclelinux', 'perl', 'php', 'pypy'],
  ...['python', 'r-base', 'rockylinux', 'ruby', 'rust', 'swift', 'tomcat', 'ubuntu'],
]);

/**
 * Images of others that do not run as root, by the start of their canonical name. Sources: their publishers'
 * documentation, as of August 2026.
 */
const userImages = [
  'cgr.dev/chainguard/',
  'docker.io/bitnami/',
  'docker.io/bitnamilegacy/',
  'docker.io/nginxinc/nginx-unprivileged',
  'ghcr.io/nginxinc/nginx-unprivileged',
  'public.ecr.aws/nginx/nginx-unprivileged',
  'docker.io/jenkins/jenkins',
  'docker.io/grafana/grafana',
  'docker.io/prom/',
  'docker.io/selenium/',
  'docker.io/apache/airflow',
  'docker.io/mambaorg/micromamba',
  'quay.io/jupyter/',
  'quay.io/keycloak/keycloak',
];

const nonRootTag = /(?:^|-)(?:nonroot|rootless|chiseled)(?:-|$)/;

/** Whether a container of the image runs as root when nobody says otherwise; `undefined` when that is not known. */
export function runsAsRoot(image: ImageReference): boolean | undefined {
  if (nonRootTag.test(image.tag?.text ?? '')) return false;
  const { canonicalName } = image;
  if (userImages.some((name) => canonicalName.startsWith(name))) return false;
  if (canonicalName.startsWith('gcr.io/distroless/')) return true;
  const name = officialName(image);
  return name !== undefined && rootImages.has(name) ? true : undefined;
}
