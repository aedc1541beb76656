"""Milliseconds from the start of a process to the first page that it answers with 200; then ends it by SIGTERM.

usage: first_page.py PORT PATH COMMAND...
"""
import http.client
import signal
import subprocess
import sys
import time

port, path, command = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
begin = time.monotonic()
process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
while True:
    if process.poll() is not None or time.monotonic() - begin > 120:
        process.kill()
        sys.exit("no page: " + " ".join(command))
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("GET", path, headers={"Accept": "text/html"})
        response = connection.getresponse()
        response.read()
        if response.status == 200:
            break
    except OSError:
        pass
    time.sleep(0.005)
print(round((time.monotonic() - begin) * 1000))
process.send_signal(signal.SIGTERM)
process.wait()
