# What the scripts of this folder share; they set root first.
# shellcheck shell=bash

# shellcheck disable=SC2154 # set by the scripts that read this
classes=$root/benchmarks/target/classes

# Builds what measures from inside, if a source is newer, and sets java to the Java that runs it.
build_benchmarks() {
    local modules=(benchmarks bench cli control server engine store store-rocksdb model expression wire triggers)
    local newer=''
    java=$("$root/millrace" --java-home)/bin/java
    if [ -f "$classes/built" ]; then
        newer=$(find "$root/pom.xml" "${modules[@]/#/$root/}" \
            \( -path '*/src/main/*' -o -name pom.xml \) -newer "$classes/built" -type f -print -quit)
    fi
    if [ ! -f "$classes/built" ] || [ -n "$newer" ]; then
        (cd "$root" && mvn -q -B -ntp -DskipTests -pl benchmarks -am package) >&2
        touch "$classes/built"
    fi
}
