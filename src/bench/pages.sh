#!/usr/bin/env bash
# How long the pages of a big archive take while a crawl writes to it. Needs wrk, curl and a built program.
#   mvn -Pbench test -Dbench.main=org.annals.corpus.BigArchive -Dbench.what=FOLDER      makes the archive
#   src/bench/pages.sh FOLDER [SECONDS A PAGE] [CLASS PATH]                             measures; the folder is written to
# Prints, for each page, the median and the 99th percentile in milliseconds of two readers that ask without a pause, and the time of a processor that one page costs
# the server, what it works out aside included: that counts on a machine that is busy with other work.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
folder=$1
seconds=${2:-5}
classes=${3:-target/annals.jar}
port=${PORT:-18080}
origin=http://127.0.0.1:$port
work=$(mktemp -d)
writer=
server=
stop() {
    for process in $writer $server; do
        kill "$process" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap stop EXIT

begun=$(date +%s%N)
java -Xmx1g -cp "$classes" org.annals.cli.Main serve --archive "$folder" --port "$port" >"$work/serve.txt" 2>&1 &
server=$!
until curl -sf -o /dev/null "$origin/api/v1/openapi.json"; do
    kill -0 "$server" 2>/dev/null || { cat "$work/serve.txt" >&2; exit 1; }
    sleep 0.05
done
listening=$(date +%s%N)
curl -sf -o /dev/null "$origin/"
first=$(date +%s%N)
# hundredths of a second that the server has worked
worked() {
    awk '{ print $14 + $15 }' "/proc/$server/stat"
}
printf 'listens after %d ms, first page after %d ms, %d ms of a processor\n' \
    $(((listening - begun) / 1000000)) $(((first - begun) / 1000000)) $((10 * $(worked)))

# the only value of a question in SQL
value() {
    curl -sfG --data-urlencode "sql=$1" "$origin/api/v1/sql" | sed 's/.*"rows":\[\["\?\([^]"]*\).*/\1/'
}
report=$(value "SELECT report_id FROM v_report WHERE fiscal_year = 2023 LIMIT 1")
publication=$(value "SELECT publication_id FROM v_report WHERE fiscal_year = 2023 LIMIT 1")
capture=$(value "SELECT capture_id FROM v_report WHERE fiscal_year = 2023 LIMIT 1")
government=$(value "SELECT government_code FROM v_report WHERE fiscal_year = 2023 LIMIT 1")
revision=$(value "SELECT revision_id FROM v_revision LIMIT 1")
run=$(value "SELECT run_id FROM v_fetch LIMIT 1")
pages=(
    "/" "/coverage?level=county" "/coverage?province=%E6%B2%B3%E5%8D%97%E7%9C%81" "/government/$government" "/report/$report"
    "/report/$report/cell/t3.new.total" "/publication/$publication" "/revisions" "/revision/$revision"
    "/capture/$capture" "/capture/$capture/record" "/search?q=%E5%85%AC%E5%BC%80" "/search?q=%E5%BC%80"
    "/search?q=%E6%94%BF%E5%BA%9C%E4%BF%A1%E6%81%AF%E5%85%AC%E5%BC%80" "/explore" "/explore?preset=outcomes"
    "/explore?field=t3.new.total&view=ranking" "/explore?field=t3.new.total&view=distribution" "/sql"
    "/sql?sql=SELECT+*+FROM+v_report+LIMIT+50" "/crawl" "/crawl/$run" "/api/v1/explore" "/api/v1/search?q=%E5%85%AC%E5%BC%80"
)
# the writer runs as long as all pages take, and a little longer
java -Xmx512m -cp "${WRITER:-$classes}" org.annals.corpus.BusyCrawl "$folder" $((${#pages[@]} * (seconds + 2) + 10)) 4 >"$work/writer.txt" 2>&1 &
writer=$!
sleep 3
printf '%-58s %8s %8s %10s %8s\n' page median p99 processor requests
for page in "${pages[@]}"; do
    status=$(curl -s -o /dev/null -w '%{http_code}' "$origin$page")
    if [ "$status" != 200 ]; then
        printf '%-58s answers %s\n' "$page" "$status"
        continue
    fi
    before=$(worked)
    wrk -t1 -c2 -d"${seconds}s" --timeout 30s --latency "$origin$page" >"$work/wrk.txt"
    awk -v page="$page" -v worked=$(($(worked) - before)) '
        function ms(text) { return text ~ /us$/ ? text / 1000 : text ~ /ms$/ ? text + 0 : text * 1000 }
        $1 == "50%" { median = ms($2) }
        $1 == "99%" { last = ms($2) }
        $2 == "requests" { requests = $1 }
        END { printf "%-58s %8.1f %8.1f %10.1f %8d\n", page, median, last, 10 * worked / (requests ? requests : 1), requests }' "$work/wrk.txt"
done
kill -0 "$writer" 2>/dev/null || { echo "the writer ended too early:" >&2; cat "$work/writer.txt" >&2; exit 1; }
