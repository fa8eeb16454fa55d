import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'exposed-port-mismatch', [
  'FROM a\nEXPOSE 80',
  'FROM a\nCMD ["b", "--port", "80"]',
  'FROM a\nEXPOSE 80 90\nCMD ["b", "--port", "90"]',
  'FROM a\nEXPOSE 80-90\nCMD ["b", "--port=85"]',
  'FROM a\nARG P\nEXPOSE $P\nCMD ["b", "--port", "90"]',
  'FROM a\nEXPOSE 80\nCMD ["b", "--port", "$PORT"]',
  'FROM a\nEXPOSE 80\nCMD ["ssh", "-p", "22"]',
  'FROM a AS x\nEXPOSE 80\nFROM a\nCMD ["b", "--port", "90"]',
  'FROM a\nEXPOSE «80/tcp» 81\nCMD ["python", "-m", "http.server", "8000"]',
  'FROM a\nEXPOSE «80»\nCMD python manage.py runserver 0.0.0.0:8000',
  'FROM a AS x\nEXPOSE «80»\nFROM x\nENTRYPOINT ["gunicorn"]\nCMD ["-b", ":8000"]',
  'FROM a\nEXPOSE «80»\nCMD ["flask", "run", "-p", "5000"]',
]);
