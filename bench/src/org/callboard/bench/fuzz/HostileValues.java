package org.callboard.bench.fuzz;

import java.util.List;
import java.util.Random;

/** Values that programs and people really send by mistake, and some that only an attacker would. */
final class HostileValues {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "0",
            "-1",
            "1",
            "true",
            "True",
            "null",
            "undefined",
            "NaN",
            "1e3",
            "1.5",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "99999999999999999999999999",
            "2147483648",
            "00000000-0000-0000-0000-000000000000",
            "{id}",
            "'; drop table booking; --",
            "%",
            "100%",
            "_",
            "\\",
            "<script>alert(1)</script>",
            "\"",
            "${7*7}",
            "../../etc/passwd",
            "a,b,,c",
            "1,2,x",
            ",",
            "+Id",
            "-ModifiedOn",
            "Id;drop",
            "2026-02-30T00:00:00Z",
            "2026-11-28",
            "9999-12-31T23:59:59.9999999Z",
            "0001-01-01T00:00:00",
            "2026-11-28T10:00:00+0000",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "1700000000",
            "24:00",
            "937-555-2121 / 937-555-2122",
            "1-800-FLOWERS",
            "al@example,com",
            "a@b@c",
            "\u0000",
            "a\u0000b",
            "\u00a0",
            "\u3164",
            "\u202e\u200f\u200b",
            "\ufeff",
            "Jos\u00e9",
            "\u5c0f\u660e",
            "\ud83d\udd25",
            "\ud83d",
            "\r\nX-Injected: 1",
            "\t",
            "sep=\"",
            "http://example.com/a.jpg",
            "https://[::1",
            "javascript:alert(1)",
            "file:///etc/passwd");

    /** Bytes of an address, as they are: escapes that are none, and characters that may not stand there. */
    private static final List<String> ESCAPES = List.of(
            "%",
            "%E9", "%C3", "%zz", "%00", "%2F", "%5C", "%252e", "%FF%FE", "%u0041", "{x}|y", "[", "]", "|", "\\", "^",
            "`", "\u00e9", ";x=1", "//", "/../", "/./", "%0d%0a", "#f", "?", "\"", "<");

    private final Random random;

    HostileValues(Random random) {
        this.random = random;
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    String text() {
        return switch (random.nextInt(12)) {
            case 0 -> "x".repeat(oneOf(List.of(97, 256, 1_001, 8_192, 20_000)));
            case 1 -> Long.toString(random.nextLong());
            default -> oneOf(TEXTS);
        };
    }

    long number() {
        return random.nextLong(Long.MAX_VALUE);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int of) {
        return random.nextInt(of) == 0;
    }

    String escape() {
        return oneOf(ESCAPES);
    }
}
