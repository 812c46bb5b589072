"""Reads and writes Signet's signed tokens with PyJWT, which knows nothing but the secret.

Usage: python3 tokens.py ../resources/vectors.json
Verifies every good signed token of the file and prints one that PyJWT made.
"""

import json
import sys

import jwt

with open(sys.argv[1], encoding="utf-8") as file:
    vectors = json.load(file)

claims = json.loads(vectors["payload"])
for vector in vectors["good"]:
    if vector["kind"] == "signed":
        read = jwt.decode(
            vector["token"],
            vectors["secret"],
            algorithms=["HS256"],
            options={"verify_exp": False, "verify_iat": False},
        )
        assert read == claims, vector["by"]

token = jwt.encode(claims, vectors["secret"], algorithm="HS256", headers={"kid": vectors["keyId"]})
print(json.dumps({"by": "PyJWT " + jwt.__version__, "kind": "signed", "token": token}))
