// Reads and writes both kinds of Signet's tokens with the npm package jose.
//
// Usage: NODE_PATH=.../node_modules node tokens.cjs ../resources/vectors.json
// Opens every good token of the file and prints one of each kind that jose made.
const assert = require('node:assert');
const { hkdfSync } = require('node:crypto');
const { readFileSync } = require('node:fs');
const jose = require('jose');

const vectors = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const claims = JSON.parse(vectors.payload);
const payload = new TextEncoder().encode(vectors.payload);
const secret = new TextEncoder().encode(vectors.secret);
const info = `signet A256GCM ${vectors.cookie}`;
const key = new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(0), info, 32));

async function main() {
  for (const { by, kind, token } of vectors.good) {
    const opened =
      kind === 'signed'
        ? (await jose.compactVerify(token, secret, { algorithms: ['HS256'] })).payload
        : (await jose.compactDecrypt(token, key)).plaintext;
    assert.deepStrictEqual(JSON.parse(new TextDecoder().decode(opened)), claims, by);
  }
  const signed = await new jose.CompactSign(payload)
    .setProtectedHeader({ kid: vectors.keyId, typ: 'JWT', alg: 'HS256' })
    .sign(secret);
  const encrypted = await new jose.CompactEncrypt(payload)
    .setProtectedHeader({ kid: vectors.keyId, enc: 'A256GCM', alg: 'dir' })
    .encrypt(key);
  console.log(JSON.stringify({ by: 'jose', kind: 'signed', token: signed }));
  console.log(JSON.stringify({ by: 'jose', kind: 'encrypted', token: encrypted }));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
