"""Adds the bytes of Flask's session cookie to bytes.csv: src/bench/bytes.py FOLDER, after the class Bytes.

Needs Debian's python3-flask.
"""

import json
import sys
from pathlib import Path

from flask import Flask
from flask.sessions import SecureCookieSessionInterface

app = Flask("bytes")
app.secret_key = "made-for-the-benchmarks-and-for-nothing-else"
serializer = SecureCookieSessionInterface().get_signing_serializer(app)
folder = Path(sys.argv[1])
with (folder / "bytes.csv").open("a", encoding="utf-8") as results:
    for file in sorted(folder.glob("content-*.json")):
        content = file.read_text(encoding="utf-8")
        value = serializer.dumps(json.loads(content))
        results.write(f"flask,{len(content.encode())},{len(value)}\n")
