package org.callboard.bench.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Load over HTTP by wrk, which takes little of the processors itself. Any answer but a 2xx fails the run. */
final class Wrk {

    private static final String FRAME = """
            local threads = 0
            function setup(thread)
              thread:set("number", threads)
              threads = threads + 1
            end
            local sent = 0
            function init(args)
              math.randomseed(tonumber(args[1]) + number * 7919)
            end
            local headers = {%s}
            %s
            function done(summary, latency, requests)
              io.write(string.format("RESULT requests %%d seconds %%.3f failed %%d p50 %%.4f p99 %%.4f\\n",
                summary.requests, summary.duration / 1e6,
                summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout,
                latency:percentile(50) / 1000, latency:percentile(99) / 1000))
            end
            """;

    private static int seed = (int) (System.nanoTime() % 1_000_000);

    private final Path script;
    private final String url;
    private final int connections;

    /**
     * @param headers of every request
     * @param body Lua that sets {@code request}; it has {@code number}, the number of its thread, {@code sent} to count
     *     in, and {@code headers}
     */
    Wrk(String name, String url, int connections, Map<String, String> headers, String body) {
        this.url = url;
        this.connections = connections;
        StringBuilder lua = new StringBuilder();
        headers.forEach(
                (header, value) -> lua.append("[\"%s\"] = \"%s\", ".formatted(header, value.replace("\"", "\\\""))));
        script = Path.of("bench", "out", "run", name + ".lua").toAbsolutePath();
        try {
            Files.writeString(script, FRAME.formatted(lua, body), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How a turn went: what {@link Contest} wants, and how many answers came. */
    record Answers(Contest.Turn turn, long count) {}

    Answers run(int seconds) {
        Tool.Ran ran = Tool.run(
                Map.of(),
                List.of(
                        "wrk",
                        "-t" + Math.min(2, connections),
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "--timeout",
                        "10s",
                        "-s",
                        script.toString(),
                        url,
                        "--",
                        Integer.toString(seed++)));
        if (Tool.number(ran, "failed") > 0) {
            throw new IllegalStateException("not every request was answered well: " + ran.output());
        }
        long requests = (long) Tool.number(ran, "requests");
        double measured = Tool.number(ran, "seconds");
        return new Answers(
                new Contest.Turn(
                        requests / measured,
                        Tool.number(ran, "p50"),
                        Tool.number(ran, "p99"),
                        ran.seconds(),
                        ran.cpuSeconds()),
                requests);
    }

    /** Runs until it gets no faster, for a minute at most: the JVM compiles what runs often while it runs. */
    void warm() {
        double best = 0;
        for (int i = 0; i < 12; i++) {
            double rate = run(5).turn().rate();
            if (i > 1 && rate < best * 1.05) {
                return;
            }
            best = Math.max(best, rate);
        }
    }

    /** A GET of one of several paths, each time another, taken at random from a file with one a line. */
    static String anyOf(List<String> paths) {
        StringBuilder lua = new StringBuilder("local paths = {");
        paths.forEach(path -> lua.append('"').append(path).append("\", "));
        return lua.append("""
                }
                request = function()
                  return wrk.format("GET", paths[math.random(#paths)], headers)
                end
                """).toString();
    }

    /** A GET of a path with a random number in it, where it says {@code %d}. */
    static String random(String path, long first, long last) {
        return """
                request = function()
                  return wrk.format("GET", string.format("%s", math.random(%d, %d)), headers)
                end
                """.formatted(path, first, last);
    }
}
