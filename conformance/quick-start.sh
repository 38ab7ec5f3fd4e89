#!/usr/bin/env bash
# Walks through the README's quick start with the real AWS CLI against a server of its own and checks
# every answer, then how the server ends and how it refuses to start. Prints one line per check.
set -euo pipefail

root=$(cd -P "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
aws=/usr/bin/aws
[ -x "$aws" ] || aws=$(command -v aws) || { echo 'quick-start: no AWS CLI found' >&2; exit 1; }

python=$(command -v python3) || { echo 'quick-start: no Python 3 found' >&2; exit 1; }

# A first call builds and says so; the checks below want to hear from the server alone.
"$root/millrace" --version

# Nothing of the caller's configuration may leak in.
unset AWS_PROFILE AWS_ENDPOINT_URL AWS_SESSION_TOKEN
export AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_DEFAULT_REGION=us-east-1
export AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null AWS_PAGER='' AWS_EC2_METADATA_DISABLED=true

passed=0
failed=0
server=''
endpoint=''

# Ends the server that is still running, if any, by its process id.
clean_up() {
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$work"
}
trap clean_up EXIT

# check WHAT EXPECTED ACTUAL: the two must be the same.
check() {
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
        printf 'ok    %s\n' "$1"
    else
        failed=$((failed + 1))
        printf 'FAIL  %s\n  expected: %s\n  actual:   %s\n' "$1" "$2" "$3"
    fi
}

# matches WHAT PATTERN ACTUAL: the whole text must match the extended regular expression.
matches() {
    if [[ $3 =~ ^$2$ ]]; then
        check "$1" same same
    else
        check "$1" "$2" "$3"
    fi
}

ddb() { "$aws" dynamodb --endpoint-url "$endpoint" "$@" 2>&1; }
streams() { "$aws" dynamodbstreams --endpoint-url "$endpoint" "$@" 2>&1; }

# start OPTIONS...: starts a server on a free port and waits for its ready line.
start() {
    : >"$work/out"
    (cd "$work" && exec "$root/millrace" serve --port 0 "$@" >"$work/out" 2>"$work/err") &
    server=$!
    local waited=0
    while ! grep -q '^Millrace ready: ' "$work/out"; do
        if ! kill -0 "$server" 2>/dev/null || [ "$waited" -gt 6000 ]; then
            printf 'quick-start: the server did not start\n' >&2
            cat "$work/out" "$work/err" >&2
            exit 1
        fi
        sleep 0.1
        waited=$((waited + 1))
    done
    endpoint=$(sed -n 's/^Millrace ready: tables \([^,]*\),.*/\1/p' "$work/out")
}

# stop WHAT: asks the server to end and checks that it did so in order. A JVM that ends on SIGTERM
# answers 128 + 15 even when everything was closed, so the last line tells.
stop() {
    local code=0
    kill -TERM "$server"
    wait "$server" || code=$?
    server=''
    check "$1 ends on SIGTERM" 143 "$code"
    check "$1 says that it has stopped" 'Millrace stopped.' "$(tail -n 1 "$work/out")"
    check "$1 had nothing to complain of" '' "$(cat "$work/err")"
}

# refuses WHAT PATTERN OPTIONS...: the server must not start, and must say why in one line.
refuses() {
    local what=$1 pattern=$2 code=0
    shift 2
    (cd "$work" && timeout 60 "$root/millrace" serve "$@" >"$work/refused.out" 2>"$work/refused.err") ||
        code=$?
    matches "$what: exit code is that of a refusal" '[12]' "$code"
    check "$what: one line on stderr" 1 "$(wc -l <"$work/refused.err" | tr -d ' ')"
    matches "$what: the line says why" "$pattern" "$(cat "$work/refused.err")"
    check "$what: nothing on stdout" '' "$(cat "$work/refused.out")"
}

quick_start() {
    local key='{"customer":{"S":"ann"},"number":{"N":"1"}}' arn shard iterator found all='' with_records=0

    check 'create-table answers the key schema' $'customer\tHASH\nnumber\tRANGE' "$(ddb create-table \
        --table-name orders --billing-mode PAY_PER_REQUEST \
        --attribute-definitions AttributeName=customer,AttributeType=S AttributeName=number,AttributeType=N \
        --key-schema AttributeName=customer,KeyType=HASH AttributeName=number,KeyType=RANGE \
        --stream-specification StreamEnabled=true,StreamViewType=NEW_AND_OLD_IMAGES \
        --query 'TableDescription.KeySchema[].[AttributeName,KeyType]' --output text)"
    check 'wait table-exists returns' '' "$(ddb wait table-exists --table-name orders)"
    check 'list-tables shows the table' orders \
        "$(ddb list-tables --query 'TableNames[]' --output text)"
    check 'describe-table says ACTIVE' ACTIVE \
        "$(ddb describe-table --table-name orders --query Table.TableStatus --output text)"

    check 'put-item answers nothing' '' "$(ddb put-item --table-name orders \
        --item '{"customer":{"S":"ann"},"number":{"N":"1"},"state":{"S":"new"}}')"
    check 'get-item reads the item' $'ann\t1\tnew' "$(ddb get-item --table-name orders --key "$key" \
        --consistent-read --query 'Item.[customer.S,number.N,state.S]' --output text)"
    check 'update-item answers nothing' '' "$(ddb update-item --table-name orders --key "$key" \
        --update-expression 'SET #s = :s' --condition-expression '#s <> :s' \
        --expression-attribute-names '{"#s":"state"}' \
        --expression-attribute-values '{":s":{"S":"paid"}}')"
    matches 'the same update-item again fails its condition' \
        '.*ConditionalCheckFailedException.*The conditional request failed' \
        "$(ddb update-item --table-name orders --key "$key" \
            --update-expression 'SET #s = :s' --condition-expression '#s <> :s' \
            --expression-attribute-names '{"#s":"state"}' \
            --expression-attribute-values '{":s":{"S":"paid"}}' | tr -d '\n' || true)"
    check 'query reads the updated item' $'1\t1\tpaid' "$(ddb query --table-name orders \
        --key-condition-expression 'customer = :c' \
        --expression-attribute-values '{":c":{"S":"ann"}}' \
        --query '[Count,ScannedCount,Items[0].state.S]' --output text)"
    check 'scan counts it' 1 \
        "$(ddb scan --table-name orders --select COUNT --query Count --output text)"
    check 'delete-item answers nothing' '' "$(ddb delete-item --table-name orders --key "$key")"
    check 'get-item no longer finds it' '' "$(ddb get-item --table-name orders --key "$key")"

    arn=$(ddb describe-table --table-name orders --query Table.LatestStreamArn --output text)
    matches 'the stream has an ARN' \
        'arn:aws:dynamodb:us-east-1:000000000000:table/orders/stream/[-0-9T:.]+' "$arn"
    check 'list-streams shows it' "$arn" "$(streams list-streams --table-name orders \
        --query 'Streams[].StreamArn' --output text)"
    check 'describe-stream says ENABLED and NEW_AND_OLD_IMAGES' $'ENABLED\tNEW_AND_OLD_IMAGES\t4' \
        "$(streams describe-stream --stream-arn "$arn" \
            --query 'StreamDescription.[StreamStatus,StreamViewType,length(Shards)]' --output text)"
    for shard in $(streams describe-stream --stream-arn "$arn" \
        --query 'StreamDescription.Shards[].ShardId' --output text); do
        iterator=$(streams get-shard-iterator --stream-arn "$arn" --shard-id "$shard" \
            --shard-iterator-type TRIM_HORIZON --query ShardIterator --output text)
        found=$(streams get-records --shard-iterator "$iterator" \
            --query 'Records[].[eventName,dynamodb.OldImage.state.S,dynamodb.NewImage.state.S]' --output text)
        if [ -n "$found" ]; then
            with_records=$((with_records + 1))
            all=$all$found
        fi
    done
    check 'get-records shows the three changes in order' \
        $'INSERT\tNone\tnew\nMODIFY\tnew\tpaid\nREMOVE\tpaid\tNone' "$all"
    check 'they are all in one shard' 1 "$with_records"
}

# index_is STATUS: asks until the index by-state has this status, for ten seconds at most.
index_is() {
    local waited=0 status=''
    while [ "$status" != "$1" ] && [ "$waited" -lt 20 ]; do
        status=$(ddb describe-table --table-name orders \
            --query "Table.GlobalSecondaryIndexes[?IndexName=='by-state'].IndexStatus" --output text)
        waited=$((waited + 1))
    done
    printf '%s' "$status"
}

indexes() {
    check 'create-table with both kinds of index' $'by-state\tCREATING\tby-day' "$(ddb create-table \
        --table-name indexed --billing-mode PAY_PER_REQUEST \
        --attribute-definitions AttributeName=id,AttributeType=S AttributeName=at,AttributeType=N \
        AttributeName=day,AttributeType=S AttributeName=state,AttributeType=S \
        --key-schema AttributeName=id,KeyType=HASH AttributeName=at,KeyType=RANGE \
        --local-secondary-indexes 'IndexName=by-day,KeySchema=[{AttributeName=id,KeyType=HASH},{AttributeName=day,KeyType=RANGE}],Projection={ProjectionType=KEYS_ONLY}' \
        --global-secondary-indexes 'IndexName=by-state,KeySchema=[{AttributeName=state,KeyType=HASH}],Projection={ProjectionType=INCLUDE,NonKeyAttributes=[total]}' \
        --query 'TableDescription.[GlobalSecondaryIndexes[0].IndexName,GlobalSecondaryIndexes[0].IndexStatus,LocalSecondaryIndexes[0].IndexName]' \
        --output text)"
    check 'wait table-exists returns with indexes' '' "$(ddb wait table-exists --table-name indexed)"
    check 'delete-table with indexes' DELETING "$(ddb delete-table --table-name indexed \
        --query TableDescription.TableStatus --output text)"
    check 'wait table-not-exists returns' '' "$(ddb wait table-not-exists --table-name indexed)"

    ddb put-item --table-name orders \
        --item '{"customer":{"S":"bob"},"number":{"N":"7"},"state":{"S":"paid"}}'
    check 'update-table adds an index' $'UPDATING\tCREATING' "$(ddb update-table --table-name orders \
        --attribute-definitions AttributeName=state,AttributeType=S \
        --global-secondary-index-updates '[{"Create":{"IndexName":"by-state","KeySchema":[{"AttributeName":"state","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}}]' \
        --query 'TableDescription.[TableStatus,GlobalSecondaryIndexes[0].IndexStatus]' --output text)"
    check 'the index becomes ACTIVE' ACTIVE "$(index_is ACTIVE)"
    check 'query reads the index' bob "$(ddb query --table-name orders --index-name by-state \
        --key-condition-expression '#s = :s' --expression-attribute-names '{"#s":"state"}' \
        --expression-attribute-values '{":s":{"S":"paid"}}' \
        --query 'Items[].customer.S' --output text)"
    check 'update-table deletes it' DELETING "$(ddb update-table --table-name orders \
        --global-secondary-index-updates '[{"Delete":{"IndexName":"by-state"}}]' \
        --query 'TableDescription.GlobalSecondaryIndexes[0].IndexStatus' --output text)"
    check 'the index is gone' '' "$(index_is '')"
}

# Writes and reads of the table orders as statements.
statements() {
    local item='{\u0027customer\u0027: ?, \u0027number\u0027: ?, \u0027state\u0027: \u0027new\u0027}'

    check 'execute-statement inserts' None "$(ddb execute-statement \
        --statement "INSERT INTO orders VALUE {'customer': 'cat', 'number': 1, 'state': 'new'}" \
        --query 'Items[0]' --output text)"
    check 'execute-statement updates and returns' paid "$(ddb execute-statement \
        --statement "UPDATE orders SET state = 'paid' WHERE customer = ? AND number = ? RETURNING ALL NEW *" \
        --parameters '[{"S":"cat"},{"N":"1"}]' --query 'Items[].state.S' --output text)"
    check 'batch-execute-statement tells which statement failed' $'DuplicateItem\tNone' \
        "$(ddb batch-execute-statement --statements "[
            {\"Statement\":\"INSERT INTO orders VALUE $item\",\"Parameters\":[{\"S\":\"cat\"},{\"N\":\"1\"}]},
            {\"Statement\":\"INSERT INTO orders VALUE $item\",\"Parameters\":[{\"S\":\"cat\"},{\"N\":\"2\"}]}]" \
            --query 'Responses[].[Error.Code]' --output text | tr '\n' '\t' | sed 's/\t$//')"
    check 'execute-transaction checks and deletes' '' "$(ddb execute-transaction --transact-statements '[
            {"Statement":"EXISTS(SELECT * FROM orders WHERE customer = ? AND number = ? AND state = ?)","Parameters":[{"S":"cat"},{"N":"1"},{"S":"paid"}]},
            {"Statement":"DELETE FROM orders WHERE customer = ? AND number = ?","Parameters":[{"S":"cat"},{"N":"2"}]}]' \
        --query 'Responses[].Item' --output text)"
    check 'execute-statement reads in order' $'1\tpaid' "$(ddb execute-statement \
        --statement 'SELECT number, state FROM orders WHERE customer = ? ORDER BY number DESC' \
        --parameters '[{"S":"cat"}]' --query 'Items[].[number.N,state.S]' --output text)"
}

# backup_is ARN STATUS: asks until a backup has this status, for ten seconds at most.
backup_is() {
    local waited=0 status=''
    while [ "$status" != "$2" ] && [ "$waited" -lt 20 ]; do
        status=$(ddb describe-backup --backup-arn "$1" \
            --query BackupDescription.BackupDetails.BackupStatus --output text)
        waited=$((waited + 1))
    done
    printf '%s' "$status"
}

# transfer_is export|import ARN STATUS: asks until it has this status, for ten seconds at most.
transfer_is() {
    local status='' waited=0 member=ExportDescription.ExportStatus
    [ "$1" = export ] || member=ImportTableDescription.ImportStatus
    while [ "$status" != "$3" ] && [ "$waited" -lt 100 ]; do
        status=$(ddb "describe-$1" "--$1-arn" "$2" --query "$member" --output text)
        [ "$status" = "$3" ] || sleep 0.1
        waited=$((waited + 1))
    done
    printf '%s' "$status"
}

# Contributor insights of the table and an index, a destination for which there is no service, global tables.
beside_the_items() {
    ddb create-table --table-name watched --billing-mode PAY_PER_REQUEST \
        --attribute-definitions AttributeName=id,AttributeType=S \
        --key-schema AttributeName=id,KeyType=HASH >/dev/null
    check 'update-contributor-insights switches them on' ENABLING "$(ddb update-contributor-insights \
        --table-name watched --contributor-insights-action ENABLE --query ContributorInsightsStatus --output text)"
    matches 'describe-contributor-insights names the rules' \
        $'ENABLED\tDynamoDBContributorInsights-PKC-watched-[0-9]+' "$(ddb describe-contributor-insights --table-name watched \
            --query '[ContributorInsightsStatus,ContributorInsightsRuleList[0]]' --output text)"
    check 'list-contributor-insights shows the table' watched "$(ddb list-contributor-insights \
        --query 'ContributorInsightsSummaries[].TableName' --output text)"
    check 'update-contributor-insights switches them off' DISABLING "$(ddb update-contributor-insights \
        --table-name watched --contributor-insights-action DISABLE --query ContributorInsightsStatus --output text)"
    local stream=arn:aws:kinesis:us-east-1:000000000000:stream/changes
    check 'enable-kinesis-streaming-destination answers ENABLING' ENABLING "$(ddb enable-kinesis-streaming-destination \
        --table-name watched --stream-arn "$stream" --query DestinationStatus --output text)"
    matches 'without a service the destination fails and says why' $'ENABLE_FAILED\t.*kinesis-endpoint' \
        "$(ddb describe-kinesis-streaming-destination --table-name watched \
            --query 'KinesisDataStreamDestinations[0].[DestinationStatus,DestinationStatusDescription]' --output text)"
    check 'list-global-tables shows none' '' "$(ddb list-global-tables --query GlobalTables --output text)"
    ddb delete-table --table-name watched >/dev/null
}

# A table that is exported into a directory and imported again.
transfers() {
    local arn id
    mkdir -p "$work/buckets/shelf"
    ddb create-table --table-name books --billing-mode PAY_PER_REQUEST \
        --attribute-definitions AttributeName=id,AttributeType=S \
        --key-schema AttributeName=id,KeyType=HASH >/dev/null
    ddb update-continuous-backups --table-name books \
        --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true >/dev/null
    ddb put-item --table-name books --item '{"id":{"S":"a"},"v":{"S":"old"}}'
    arn=$(ddb export-table-to-point-in-time --s3-bucket shelf \
        --table-arn arn:aws:dynamodb:us-east-1:000000000000:table/books \
        --query ExportDescription.ExportArn --output text)
    matches 'export-table-to-point-in-time answers an ARN' \
        'arn:aws:dynamodb:us-east-1:000000000000:table/books/export/[0-9]{14}-[0-9a-f]{8}' "$arn"
    check 'the export becomes COMPLETED' COMPLETED "$(transfer_is export "$arn" COMPLETED)"
    id=${arn##*/}
    check 'its data are lines of items' '{"Item":{"id":{"S":"a"},"v":{"S":"old"}}}' \
        "$(cat "$work/buckets/shelf/AWSDynamoDB/$id/data/"*.json.gz | gzip -d)"
    arn=$(ddb import-table --input-format DYNAMODB_JSON --input-compression-type GZIP \
        --s3-bucket-source "S3Bucket=shelf,S3KeyPrefix=AWSDynamoDB/$id/data/" \
        --table-creation-parameters 'TableName=copies,AttributeDefinitions=[{AttributeName=id,AttributeType=S}],KeySchema=[{AttributeName=id,KeyType=HASH}],BillingMode=PAY_PER_REQUEST' \
        --query ImportTableDescription.ImportArn --output text)
    check 'the import becomes COMPLETED' COMPLETED "$(transfer_is import "$arn" COMPLETED)"
    check 'the imported table has the item' old "$(ddb get-item --table-name copies \
        --key '{"id":{"S":"a"}}' --query Item.v.S --output text)"
    check 'list-exports shows the export' COMPLETED \
        "$(ddb list-exports --query 'ExportSummaries[].ExportStatus' --output text)"
    check 'list-imports shows the import' COMPLETED \
        "$(ddb list-imports --query 'ImportSummaryList[].ImportStatus' --output text)"
}

# The README's walk through backups and the recovery to a point in time.
backups() {
    local arn
    ddb create-table --table-name past --billing-mode PAY_PER_REQUEST \
        --attribute-definitions AttributeName=id,AttributeType=S \
        --key-schema AttributeName=id,KeyType=HASH >/dev/null
    ddb put-item --table-name past --item '{"id":{"S":"a"},"v":{"S":"old"}}'
    arn=$(ddb create-backup --table-name past --backup-name before-the-change \
        --query BackupDetails.BackupArn --output text)
    matches 'create-backup answers an ARN' \
        'arn:aws:dynamodb:us-east-1:000000000000:table/past/backup/[0-9]{14}-[0-9a-f]{8}' "$arn"
    check 'the backup becomes AVAILABLE' AVAILABLE "$(backup_is "$arn" AVAILABLE)"
    check 'update-continuous-backups switches recovery on' ENABLED "$(ddb update-continuous-backups \
        --table-name past \
        --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true \
        --query 'ContinuousBackupsDescription.PointInTimeRecoveryDescription.PointInTimeRecoveryStatus' \
        --output text)"
    ddb put-item --table-name past --item '{"id":{"S":"a"},"v":{"S":"new"}}'
    check 'list-backups shows it' $'before-the-change\tUSER' "$(ddb list-backups --table-name past \
        --query 'BackupSummaries[].[BackupName,BackupType]' --output text)"
    check 'restore-table-from-backup answers CREATING' $'CREATING\tTrue' "$(ddb restore-table-from-backup \
        --target-table-name past-again --backup-arn "$arn" \
        --query 'TableDescription.[TableStatus,RestoreSummary.RestoreInProgress]' --output text)"
    check 'wait table-exists returns with the restored table' '' \
        "$(ddb wait table-exists --table-name past-again)"
    check 'it has the item as it was' old "$(ddb get-item --table-name past-again \
        --key '{"id":{"S":"a"}}' --query Item.v.S --output text)"
    check 'restore-table-to-point-in-time answers CREATING' CREATING "$(ddb restore-table-to-point-in-time \
        --source-table-name past --target-table-name past-now --use-latest-restorable-time \
        --query TableDescription.TableStatus --output text)"
    check 'wait table-exists returns with the recovered table' '' \
        "$(ddb wait table-exists --table-name past-now)"
    check 'it has the item as it is' new "$(ddb get-item --table-name past-now \
        --key '{"id":{"S":"a"}}' --query Item.v.S --output text)"
    matches 'a moment before the recovery is refused' '.*InvalidRestoreTimeException.*' \
        "$(ddb restore-table-to-point-in-time --source-table-name past --target-table-name past-then \
            --restore-date-time 2026-01-01T00:00:00Z | tr -d '\n' || true)"
    check 'delete-backup answers DELETED' DELETED "$(ddb delete-backup --backup-arn "$arn" \
        --query BackupDescription.BackupDetails.BackupStatus --output text)"
}

first_server() {
    start --in-memory --s3-directory "$work/buckets"
    matches 'the ready line names both endpoints and a first command' \
        'Millrace ready: tables http://127\.0\.0\.1:[0-9]+, streams http://127\.0\.0\.1:[0-9]+ \(in memory\)\. Try: .*aws dynamodb list-tables.*' \
        "$(cat "$work/out")"
    quick_start
    indexes
    statements
    beside_the_items
    backups
    transfers
    check 'the server in memory made no data directory' '' "$(ls -d "$work"/millrace-data 2>/dev/null || true)"
    refuses 'port in use' 'millrace: .*port.*' --port "${endpoint##*:}" --in-memory
    refuses 'unknown option' "millrace: unknown option '--prot'.*" --prot 8000
    refuses 'bad value' "millrace: --port: 'many' is not a port.*" --port many
    stop 'the server in memory'
}

# The README's walk through a function: made, invoked, called by a trigger, deleted.
functions() {
    local arn log='' waited=0
    start --data "$work/functions"
    lambda() { "$aws" lambda --endpoint-url "$endpoint" "$@" 2>&1; }
    ddb create-table --table-name orders --billing-mode PAY_PER_REQUEST \
        --attribute-definitions AttributeName=id,AttributeType=S \
        --key-schema AttributeName=id,KeyType=HASH \
        --stream-specification StreamEnabled=true,StreamViewType=NEW_AND_OLD_IMAGES >/dev/null
    arn=$(ddb describe-table --table-name orders --query Table.LatestStreamArn --output text)
    echo "export const handler = async (event) => console.log(JSON.stringify(event.Records))" >"$work/index.mjs"
    (cd "$work" && "$python" -m zipfile -c code.zip index.mjs)
    check 'create-function answers that it is being created' Pending "$(lambda create-function \
        --function-name audit --runtime nodejs20.x --handler index.handler \
        --role arn:aws:iam::000000000000:role/audit --zip-file "fileb://$work/code.zip" \
        --query State --output text)"
    check 'wait function-active returns' '' "$(lambda wait function-active-v2 --function-name audit)"
    check 'list-functions shows it' $'audit\tnodejs20.x' "$(lambda list-functions \
        --query 'Functions[].[FunctionName,Runtime]' --output text)"
    check 'invoke answers' $'200\t$LATEST' "$(lambda invoke --function-name audit \
        --cli-binary-format raw-in-base64-out --payload '{"Records":["said"]}' \
        --query '[StatusCode,ExecutedVersion]' --output text "$work/answer")"
    check 'what it answered is null' null "$(cat "$work/answer")"
    check 'create-event-source-mapping takes it' Creating "$(lambda create-event-source-mapping \
        --function-name audit --event-source-arn "$arn" --starting-position TRIM_HORIZON \
        --query State --output text)"
    ddb put-item --table-name orders --item '{"id":{"S":"ann"}}'
    while [ -z "$log" ] && [ "$waited" -lt 100 ]; do
        log=$(grep -o '"eventName":"INSERT"' "$work/functions/functions/log/audit.log" || true)
        sleep 0.1
        waited=$((waited + 1))
    done
    check 'the trigger has called it' '"eventName":"INSERT"' "$log"
    check 'update-function-configuration' 10 "$(lambda update-function-configuration \
        --function-name audit --timeout 10 --query Timeout --output text)"
    check 'delete-function answers nothing' '' "$(lambda delete-function --function-name audit)"
    matches 'get-function no longer finds it' '.*ResourceNotFoundException.*Function not found: arn:aws:lambda:us-east-1:000000000000:function:audit' \
        "$(lambda get-function --function-name audit | tr -d '\n' || true)"
    stop 'the server with a function'
}

second_server() {
    start --data "$work/data"
    check 'create-table on disk' CREATING "$(ddb create-table --table-name kept \
        --billing-mode PAY_PER_REQUEST \
        --attribute-definitions AttributeName=id,AttributeType=S \
        --key-schema AttributeName=id,KeyType=HASH --query TableDescription.TableStatus --output text)"
    ddb wait table-exists --table-name kept
    check 'put-item on disk' '' "$(ddb put-item --table-name kept --item '{"id":{"S":"a"}}')"
    refuses 'second server on one data directory' 'millrace: data directory .* is in use.*' \
        --port 0 --data "$work/data"
    stop 'the server on disk'
    start --data "$work/data"
    check 'the item is still there after a restart' a "$(ddb get-item --table-name kept \
        --key '{"id":{"S":"a"}}' --query Item.id.S --output text)"
    stop 'the server started again'
}

# The README's walk through waiting, tails and the control API.
control_walk() {
    local arn id line
    start --in-memory --clock manual:2026-01-01T00:00:00Z --control-port 0
    local control
    control=$(sed -n 's/.*, control \([^ ]*\) (in memory, manual clock).*/\1/p' "$work/out")
    matches 'the ready line names the control port' 'http://127\.0\.0\.1:[0-9]+' "$control"
    ddb create-table --table-name orders --billing-mode PAY_PER_REQUEST \
        --attribute-definitions AttributeName=id,AttributeType=S \
        --key-schema AttributeName=id,KeyType=HASH \
        --stream-specification StreamEnabled=true,StreamViewType=KEYS_ONLY >/dev/null
    arn=$(ddb describe-table --table-name orders --query Table.LatestStreamArn --output text)
    check 'the clock stands where it was set' '{"clock":"manual","now":"2026-01-01T00:00:00Z"}' \
        "$(curl -s "$control/clock")"
    check 'a table is born with four shards' 4 \
        "$(curl -s "$control/shards?table=orders" | grep -o '"shard":' | wc -l | tr -d ' ')"
    ddb put-item --table-name orders --item '{"id":{"S":"a"}}'

    line=$(curl -sN --max-time 5 "$endpoint/streams/$arn/events?from=TRIM_HORIZON" | grep -m1 '^data:' || true)
    matches 'the tail brings the record' 'data: .*"eventName":"INSERT".*"id":\{"S":"a"\}.*' "$line"
    id=$(curl -sN --max-time 5 "$endpoint/streams/$arn/events?from=TRIM_HORIZON" | sed -n '/^id: /{s///p;q;}' || true)
    ddb put-item --table-name orders --item '{"id":{"S":"b"}}'
    line=$(curl -sN --max-time 5 -H "Last-Event-ID: $id" "$endpoint/streams/$arn/events" | grep -m1 '^data:' || true)
    matches 'who comes back gets only what is new' 'data: .*"id":\{"S":"b"\}.*' "$line"

    check 'all four shards split in two' 12 "$(curl -s -d '{"table":"orders"}' "$control/shards/split" |
        grep -o '"shard":' | wc -l | tr -d ' ')"
    check 'a day passes' '{"clock":"manual","now":"2026-01-02T00:00:00Z"}' \
        "$(curl -s -d '{"by":"P1D"}' "$control/clock/advance")"
    check 'eight shards are open after a day of rollovers' 8 "$(curl -s "$control/shards?table=orders" |
        grep -o '"shard":[^}]*' | grep -vc '"closed"')"
    curl -s -d '{"operation":"PutItem","calls":1}' "$control/faults/throttle" >/dev/null
    matches 'a call is throttled' '.*ProvisionedThroughputExceededException.*' \
        "$(AWS_MAX_ATTEMPTS=1 ddb put-item --table-name orders --item '{"id":{"S":"c"}}' | tr -d '\n' || true)"
    check 'a wrong argument is told' "{\"error\":\"'by': 'soon' is not a duration like PT90S, PT4H or P1D\"}" \
        "$(curl -s -d '{"by":"soon"}' "$control/clock/advance")"
    matches 'metrics count the records' '.*millrace_stream_records_in_total\{table="orders",stream="[^"]*"\} 2.*' \
        "$(curl -s "$control/metrics" | tr '\n' ' ')"
    stop 'the server with a control port'
}

first_server
second_server
functions
control_walk
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
