#!/bin/sh
# Fetches the third-party code of the phone client again, by name and version. Nothing is changed in it but the pointer to a source map.
set -eu
HTM=htm@3.1.1
SOCKET_IO=socket.io-client@4.8.4
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fetch() { # name, package@version
    mkdir "$work/$1"
    (cd "$work/$1" && npm pack --silent "$2" >/dev/null && tar xzf ./*.tgz)
}

fetch htm "$HTM"
fetch socket "$SOCKET_IO"
cd "$here"
grep -v '^//# sourceMappingURL' "$work/socket/package/dist/socket.io.esm.min.js" >socket.io.js
{
    printf '/*! %s with Preact, licences beside this file */\n' "$HTM"
    cat "$work/htm/package/preact/standalone.mjs"
} >preact.js
cp "$work/htm/package/LICENSE" LICENSE-htm.txt
cp "$work/socket/package/LICENSE" LICENSE-socket.io-client.txt
if [ "${1:-}" = --accept ]; then
    sha256sum preact.js socket.io.js LICENSE-*.txt >checksums.txt
fi
sha256sum -c checksums.txt
