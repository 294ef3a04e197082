package org.callboard.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.requests.RequestCells.Group;
import org.callboard.testing.Golden;
import org.junit.jupiter.api.Test;

/**
 * What a field of a request may hold, for each type that one can have. The table shows every value that clients may send
 * with what becomes of it; the rules that must not change by accident stand in {@link RequestValuesTest} and {@link RequestBodiesTest}.
 */
class RequestTableTest {

    private static final List<String> LEGEND = List.of(
            "# What becomes of a value in the body of a request.",
            "#",
            "# = what it is bound as   ! what is said of the field in a 400",
            "# Each value stands in an object (value), in an object of it (nested.value), in the second object of a",
            "# list (items[1].value) and in a list by itself (values[1]). A place has a line of its own where the",
            "# outcome is another than in an object. The path is left out where it is the value's own; ~ stands for it.");

    @Test
    void everyValueIsTakenOrRefusedAsTheTableSays() {
        List<String> lines = new ArrayList<>(LEGEND);
        RequestCells.GROUPS.forEach(group -> lines.addAll(RequestTable.lines(group)));
        lines.addAll(RequestBodyCells.lines());
        Golden.check("request-values.txt", lines, RequestTableTest.class);
    }

    /** A type that a request has for the first time needs its values in the table. */
    @Test
    void everyTypeThatARequestHasStandsInTheTable() {
        Set<String> covered = RequestCells.GROUPS.stream().map(Group::type).collect(Collectors.toSet());
        Set<Class<? extends Record>> records = RequestTypes.all();
        assertThat(records).hasSizeGreaterThan(30);
        assertThat(records.stream()
                        .flatMap(record -> Stream.of(record.getRecordComponents()))
                        .flatMap(component -> missing(component, covered)))
                .isEmpty();
    }

    private static Stream<String> missing(RecordComponent component, Set<String> covered) {
        return RequestTypes.kinds(component.getGenericType())
                .filter(kind -> !covered.contains(kind))
                .map(kind -> component.getDeclaringRecord().getSimpleName() + "." + component.getName() + ": " + kind);
    }
}
