import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'secret-value', [
  'ENV A=AKIAIOSFODNN7EXAMPLE',
  'ENV A=ghp_short B=glpat-x',
  'LABEL a=https://example.com:8080/x@y',
  'RUN git clone https://$USER:$TOKEN@example.com/a',
  'RUN git clone https://user:password@example.com/a',
  'RUN DATABASE_URL=postgres://dummy:dummy@db/x DB=mysql://app:app@db OTHER=redis://:test@redis npx prisma generate',
  'ENV DATABASE_URL=postgres://app:hunter22@localhost/x',
  'RUN skopeo copy docker://alpine:3.23@sha256:0123 oci:x',
  'ENV DATABASE_URL=postgres://app:«hunter22»@db:5432/x REDIS_URL=redis://:«hunter22»@redis:6379',
  'ENV MONGO=mongodb+srv://app:«hunter22»@cluster0.example.net/x',
  'RUN echo "-----BEGIN CERTIFICATE-----"',
  'RUN npm_config_cache=/x npm ci',
  'ENV A=«AKIAABCDEFGHIJKLMNOP»',
  '# «ghp_0123456789abcdefghijABCDEFGHIJ012345»\nENV A=b',
  'RUN curl -H "Authorization: Bearer «eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N»" x',
  'RUN pip install --index-url https://me:«hunter22»@pypi.example.org/simple a',
  'COPY <<E /k\n«-----BEGIN RSA PRIVATE KEY-----»\nE\n',
]);
