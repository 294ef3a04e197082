# What the scripts of bench/ share; they source it from the project's directory.

fail() {
    printf 'bench: %s\n' "$1" >&2
    exit "${2:-1}"
}

# Stops where one of the named programs is missing.
need() {
    local tool
    for tool in "$@"; do
        command -v "$tool" >/dev/null || fail "install $tool first." 2
    done
}

# Compiles the sources and the tests, and finds the java that runs them.
build() {
    mkdir -p bench/out
    java=$(ls -d /usr/lib/jvm/*25*/bin/java "${JAVA_HOME:-/nowhere}/bin/java" 2>/dev/null | head -n 1 || true)
    [ -n "$java" ] || fail "no JDK 25 found; point JAVA_HOME at one." 2
    mvn -q -B test-compile dependency:build-classpath -Dmdep.outputFile=bench/out/classpath ||
        fail "the build failed; the reason is above."
}

# The command that runs a class of the tests, to be used as "${run[@]}": java_command heap class arguments ...
java_command() {
    run=("$java" "-Xmx$1" --enable-native-access=ALL-UNNAMED
        -cp "target/classes:target/test-classes:$(cat bench/out/classpath)" "${@:2}")
}

# Kills a Callboard, and the launcher first, which would start it again: kill_callboard the launcher's id
kill_callboard() {
    kill -KILL "$1" $(pgrep -P "$1" java) 2>/dev/null || true
}

# Paths are meant from where the command was given, which is $started_in.
absolute() {
    case "$1" in
        /*) printf '%s' "$1" ;;
        *) printf '%s/%s' "$started_in" "$1" ;;
    esac
}

# Makes the data set of a directory where it is not there yet: seed directory options ...
seed() {
    [ -f "$1/seed.env" ] && return
    java_command 1g org.callboard.bench.Seed --out "$1/seed.env" "${@:2}"
    CALLBOARD_DATABASE_URL='' CALLBOARD_DATA="$1" "${run[@]}"
}
