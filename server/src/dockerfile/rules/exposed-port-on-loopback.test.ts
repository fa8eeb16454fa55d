import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'exposed-port-on-loopback', [
  'FROM a\nCMD ["flask", "run"]',
  'FROM a\nEXPOSE 80\nCMD ["flask", "run", "--host=0.0.0.0"]',
  'FROM a\nEXPOSE 80\nCMD ["flask", "--app", "x", "run", "-h", "0.0.0.0"]',
  'FROM a\nEXPOSE 80\nCMD ["flask", "db", "upgrade"]',
  'FROM a\nEXPOSE 80\nCMD ["uvicorn", "--uds", "/x.sock", "a:b"]',
  'FROM a AS x\nENV UVICORN_HOST=0.0.0.0\nFROM x\nEXPOSE 80\nCMD ["uvicorn", "a:b"]',
  'FROM a\nEXPOSE 80\nCMD ["gunicorn", "-k", "uvicorn.workers.UvicornWorker", "a:b"]',
  'FROM a\nEXPOSE 80\nCMD ["app", "--db-host", "127.0.0.1", "--redis", "localhost:6379"]',
  'FROM a\nEXPOSE 80\nCMD python manage.py runserver 0.0.0.0:80',
  'FROM a\nEXPOSE 80\nCMD python manage.py runserver $ADDRESS',
  'FROM a\nEXPOSE 80\nCMD ["php", "-S", "0.0.0.0:80"]',
  'FROM a\nEXPOSE 80\nCMD ["wait-for", "--host", "localhost", "--", "app"]',
  'FROM a\nEXPOSE 80\nCMD ["app", "--address", "127.0.0.1:9000", "--listen", ":80"]',
  'FROM a\nEXPOSE 80\nCMD ["npm", "run", "dev", "--", "--host", «"localhost"»]',
  'FROM a AS x\nEXPOSE 80\nCMD ["flask", "run"]\nFROM a\nCMD ["flask", "run"]',
  'FROM a\nEXPOSE 80\nCMD ["python", «"manage.py"», "runserver", "8000"]',
  'FROM a\nEXPOSE 80\nCMD python «manage.py» runserver --noreload',
  'FROM a\nEXPOSE 80\nCMD python manage.py runserver «127.0.0.1:8000»',
  'FROM a\nEXPOSE 80\nENTRYPOINT ["/venv/bin/uvicorn"]\nCMD ["a:b", «"--host=localhost"»]',
  'FROM a\nEXPOSE 80\nCMD [«"/venv/bin/uvicorn"», "a:b", "--port", "80"]',
  'FROM a\nEXPOSE 80\nCMD ["php", "-S", «"localhost:80"»]',
  'FROM a\nEXPOSE 80\nCMD ["python", "-m", «"flask"», "run"]',
]);
