package org.callboard.requests;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.callboard.requests.BoundBody.To;
import org.callboard.requests.RequestSamples.Person;

/** Bodies that are wrong as a whole, and names that a record has not, or has otherwise. */
final class RequestBodyCells {

    private static final List<String> WHOLE = List.of(
            "{}",
            " \n{}\n ",
            "null",
            "[]",
            "[{}]",
            "1",
            "\"x\"",
            "true",
            "nonsense",
            "{",
            "{\"name\":",
            "{\"name\":}",
            "{\"name\":\"x",
            "{\"name\":\"x\",}",
            "{\"address\":{\"zip\":}}",
            "{\"contacts\":[{},{\"value\":nope}]}",
            "{\"name\":\"x\"",
            "{\"name\":\"x\"}}",
            "{\"name\":\"x\"}{\"name\":\"y\"}",
            "{\"name\":\"x\"} x",
            "{\"name\":\"x\"},",
            "{'name':'x'}",
            "{name:\"x\"}",
            "{\"name\":\"x\" /* why */}",
            "{\"name\":\"a\nb\"}",
            "{\"name\":\"a\\qb\"}",
            "{\"campaignId\":01}",
            "{\"campaignId\":+1}",
            "{\"campaignId\":.5}",
            "{\"campaignId\":1.}",
            "{\"campaignId\":0x1}",
            "{\"campaignId\":NaN}",
            "{\"campaignId\":Infinity}",
            "{\"campaignId\":1e9999999999}",
            "name=x");

    private static final List<String> NAMES = List.of(
            "{\"Name\":\"x\"}",
            "{\"NAME\":\"x\",\"ADDRESS\":{\"Zip\":\"4\"}}",
            "{\"campaignid\":\"x\"}",
            "{\"campaign_id\":1}",
            "{\"name \":\"x\"}",
            "{\"\":\"x\"}",
            "{\"name\":\"a\",\"name\":\"b\"}",
            "{\"name\":\"a\",\"name\":\"a\"}",
            "{\"name\":\"a\",\"Name\":\"b\"}",
            "{\"Name\":\"a\",\"name\":\"b\"}",
            "{\"name\":\"a\",\"Name\":null}",
            "{\"name\":\"a\",\"Name\":1}",
            "{\"name\":1,\"Name\":\"b\"}",
            "{\"x\":1,\"x\":2}",
            "{\"address\":{\"zip\":\"4\",\"zip\":\"5\"}}",
            "{\"contacts\":[{},{\"value\":\"a\",\"value\":\"b\"}]}",
            "{\"x\":1}",
            "{\"x\":null}",
            "{\"x\":{\"y\":1}}",
            "{\"address\":{\"floor\":2}}",
            "{\"address\":{\"floor\":2,\"door\":{\"x\":1}}}",
            "{\"contacts\":[{\"x\":1},{\"value\":\"a\",\"x\":1}]}",
            "{\"Address\":{\"Floor\":2}}",
            "{\"address.floor\":2}",
            "{\"address.zip\":\"4\"}",
            "{\"contacts[0]\":{}}",
            "{\"a,b\":1,\"c d\":2,\"\u00e9\":3,\"a\\r\\nX: y\":4}",
            "{\"x\":1,\"campaignId\":\"a\",\"address\":{\"floor\":2,\"zip\":4}}");

    private RequestBodyCells() {}

    private static Map<String, byte[]> whole() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        put(all, "nothing", "");
        put(all, "a blank", " ");
        WHOLE.forEach(body -> all.put(body, body.getBytes(StandardCharsets.UTF_8)));
        Stream.of(49, 50, 100_000).forEach(depth -> {
            put(
                    all,
                    "an array nested %,d deep in an unknown field".formatted(depth),
                    "{\"x\":" + nested("[", "]", depth));
        });
        put(all, "an object nested 1,000 deep", nested("{\"address\":", "}", 1000) + "}");
        put(all, "a name of 1,000", "{\"" + "n".repeat(1000) + "\":1}");
        put(all, "a name of 1,001", "{\"" + "n".repeat(1001) + "\":1}");
        put(
                all,
                "60 unknown names",
                IntStream.range(0, 60).mapToObj(i -> "\"n" + i + "\":0").collect(Collectors.joining(",", "{", "}")));
        all.put("UTF-8 with a byte order mark", bytes("\ufeff{\"name\":\"\u00e9\"}", StandardCharsets.UTF_8));
        all.put("UTF-16", bytes("{\"name\":\"\u00e9\"}", StandardCharsets.UTF_16BE));
        all.put("UTF-16 with a byte order mark", bytes("{\"name\":\"\u00e9\"}", StandardCharsets.UTF_16));
        all.put("UTF-32", bytes("{\"name\":\"\u00e9\"}", Charset.forName("UTF-32BE")));
        all.put("ISO 8859-1", bytes("{\"name\":\"\u00e9\"}", StandardCharsets.ISO_8859_1));
        all.put("half a surrogate pair in UTF-8", HexFormat.of().parseHex("7b226e616d65223a22eda0bd227d"));
        all.put("NUL behind the end", bytes("{}\0", StandardCharsets.UTF_8));
        return all;
    }

    private static void put(Map<String, byte[]> all, String label, String body) {
        all.put(label, bytes(body, StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String body, Charset set) {
        return body.getBytes(set);
    }

    private static String nested(String open, String close, int depth) {
        return open.repeat(depth) + "1" + close.repeat(depth) + "}";
    }

    static List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("", "## A body as a whole", ""));
        whole().forEach((label, body) -> lines.add(
                RequestTable.line(label, RequestTable.outcome(BoundBody.of(body, Person.class, To.OPERATION, false)))));
        lines.addAll(List.of("", "## Names, and under handling=strict", ""));
        for (String body : NAMES) {
            String usual = RequestTable.outcome(BoundBody.of(body, Person.class));
            String strict = RequestTable.outcome(BoundBody.strictly(body, Person.class));
            lines.add(RequestTable.line(body, usual));
            if (!strict.equals(usual)) {
                lines.add(RequestTable.line("    strict", strict));
            }
        }
        return lines;
    }
}
