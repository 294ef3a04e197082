package org.callboard.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.callboard.bench.FaultyList;
import org.callboard.testing.Office;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A list with every kind of fault goes through dry run, mending, import and undo, and leaves nothing behind. */
class FaultyListTest {

    private static final int ROWS = 10 * FaultyList.Fault.values().length;

    private final Desk desk = new Desk();

    @TempDir
    Path folder;

    /** How many of the faulty rows became what; the others are new. */
    private Map<String, Long> faulty(long id) {
        return desk.rows(id, "pageSize=500").stream()
                .filter(row ->
                        row.get("row").intValue() % 10 == 1 || row.get("row").intValue() > ROWS + 1)
                .collect(Collectors.groupingBy(row -> row.get("outcome").stringValue(), Collectors.counting()));
    }

    private long inUse() {
        return List.of("/customers?active=True", "/locations?active=True", "/leads").stream()
                .mapToLong(path -> Office.ok(desk.api.get(desk.api.path(
                                "crm/v2", path + (path.contains("?") ? "&" : "?") + "includeTotal=true&pageSize=1")))
                        .get("totalCount")
                        .longValue())
                .sum();
    }

    private void walk(String query, Map<String, Long> outcomes, int look, int mended) throws Exception {
        Path file = folder.resolve("list.csv");
        FaultyList.write(file, ROWS);
        long before = inUse();
        long id = desk.done(query + "&dryRun=true", Files.readString(file));
        assertThat(faulty(id)).isEqualTo(outcomes);
        assertThat(desk.get(id).at("/counts/look").intValue()).isEqualTo(look);
        int wrong = desk.get(id).at("/counts/wrong").intValue();
        for (JsonNode row : desk.rows(id, "outcome=Wrong&pageSize=500")) {
            int number = row.get("row").intValue();
            if (number <= ROWS) {
                Office.ok(desk.api.patch(desk.path("/" + id + "/rows/" + number), """
                        {"cells": [{"column": "Phone", "value": "740-555-%04d"}, {"column": "E-mail", "value": ""},
                            {"column": "City", "value": "Dayton"}]}
                        """.formatted(number)));
            }
        }
        assertThat(wrong - desk.get(id).at("/counts/wrong").intValue()).isEqualTo(mended);
        desk.ok(id, "run");
        desk.work(id);
        assertThat(inUse()).isGreaterThan(before + ROWS - 10);
        String left = desk.api.get(desk.path("/" + id + "/left-out.csv")).text();
        assertThat(left.lines().skip(1))
                .hasSize(desk.get(id).at("/counts/skipped").intValue()
                        + desk.get(id).at("/counts/failed").intValue());
        desk.ok(id, "undo");
        desk.work(id);
        assertThat(desk.get(id).at("/counts/kept").intValue()).isZero();
        assertThat(inUse()).isEqualTo(before);
    }

    @Test
    void asLeads() throws Exception {
        walk(desk.forLeads(), Map.of("New", 10L, "Twice", 2L, "Wrong", 2L), 6, 0);
    }

    @Test
    void asCustomers() throws Exception {
        walk("kind=Customers", Map.of("New", 9L, "Twice", 1L, "Location", 1L, "Wrong", 3L), 6, 1);
    }
}
