#!/usr/bin/env bash
# 'annals backfill' against OpenWayback 2.3.2 (the CDX server and the replay of the Wayback Machine's own line) on loopback, over a WARC file that Heritrix wrote:
# a report that only a link on the archived list says the body of, and payloads equal to those of the WARC file. Ends the server that it starts.
# Usage: backfill.sh WORK-FOLDER
set -euo pipefail
work=$(mkdir -p "$1" && cd "$1" && pwd)
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
warc=$here/../../src/test/resources/org/annals/archive/crawlers/heritrix.warc.gz
port=8${RANDOM:0:1}$((RANDOM % 90 + 10))
site=http://www.example.gov.cn

copy() {
    mvn -B -q dependency:copy -Dartifact="$1" -DoutputDirectory="$work" >"$work/mvn.log" 2>&1
}
if ! copy org.netpreserve.openwayback:openwayback-webapp:2.3.2:war || ! copy org.eclipse.jetty:jetty-runner:9.4.54.v20240208; then
    echo "OpenWayback: left out, Maven could not bring it"
    exit 0
fi
app=$work/app
rm -rf "$app" "$work/backfilled" "$work/imported"
mkdir -p "$app"
(cd "$app" && jar xf "$work/openwayback-webapp-2.3.2.war")
cp "$here"/openwayback/*.xml "$app/WEB-INF/"
# the replay reads its own indexer's keys, the CDX server SURTs
java -cp "$app/WEB-INF/lib/*" org.archive.wayback.resourcestore.indexer.IndexWorker "$warc" 2>"$work/indexer.log" | LC_ALL=C sort >"$work/replay.cdx"
java -cp target/annals.jar org.netpreserve.jwarc.tools.WarcTool cdx "$warc" | LC_ALL=C sort >"$work/cdx-server.cdx"
printf 'heritrix.warc.gz\t%s\n' "$(realpath "$warc")" >"$work/path-index.txt"

timeout 300 java -Xmx256m -Dopenwayback.data="$work" -Dopenwayback.port="$port" -jar "$work/jetty-runner-9.4.54.v20240208.jar" \
    --host 127.0.0.1 --port "$port" "$app" >"$work/server.log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
for ((i = 0; i < 120; i++)); do
    curl -s -f -o /dev/null "http://127.0.0.1:$port/cdx?url=$site/" && break
    kill -0 "$server" 2>/dev/null || { echo "OpenWayback: did not start" >&2; exit 1; }
    sleep 0.5
done

backfill() {
    ./annals backfill --archive "$work/backfilled" --cdx "http://127.0.0.1:$port/cdx" --replay "http://127.0.0.1:$port/web" --delay 10ms "$site/nb/"
}
# the list names a report that is gone, and so its capture says
backfill | grep -E '^[0-9]+ addresses asked about, [0-9]+ captures listed: [4-9] taken in, .* 0 failures; run'
backfill | grep -E ' 0 taken in, .* 0 failures; nothing written'
./annals verify --archive "$work/backfilled"
./annals import --archive "$work/imported" "$warc"
payload() {
    ./annals show 青石县水利局 2022 --archive "$1" | sed -n 's/^ *payload *//p'
}
[ -n "$(payload "$work/backfilled")" ]
[ "$(payload "$work/backfilled")" = "$(payload "$work/imported")" ] || { echo "OpenWayback: the payload is another" >&2; exit 1; }
echo "OpenWayback: captures listed and replayed are those of the WARC file, once"
