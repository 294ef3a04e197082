package org.callboard.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read from a plan: an index that is named must really have found the rows. */
class PlanTest {

    private static final Plan PLAN = new Plan("""
            Limit (actual rows=1.00 loops=1)
              Buffers: shared hit=26 read=4
              ->  Nested Loop (actual rows=1.00 loops=1)
                    ->  Seq Scan on location_door w (actual rows=9.00 loops=1)
                          Buffers: shared hit=9
                    ->  Index Scan using location_pkey on location (actual rows=1.00 loops=1)
                          Filter: (SubPlan 2)
                          SubPlan 1
                            ->  Index Only Scan using tag_pkey on tag x (actual rows=0.00 loops=1)
                                  Heap Fetches: 0
                          SubPlan 2
                            ->  Index Scan using external_data_pkey on external_data e (actual rows=1.00 loops=1)
                    ->  Bitmap Index Scan on location_by_created (never executed)
            Execution Time: 0.276 ms
            """.lines().toList());

    @Test
    void whatFoundTheRowsIsNamedAndAWholeTableStandsOut() {
        assertThat(PLAN.servedBy())
                .containsExactly("`external_data_pkey`", "`location_pkey`", "**all of location_door**");
    }

    @Test
    void whatOnlyHangsOnTheRowsOrNeverRanIsLeftOut() {
        assertThat(PLAN.essence())
                .hasSize(PLAN.lines().size() - 4)
                .noneMatch(line -> line.contains("tag_pkey") || line.contains("never executed"))
                .anyMatch(line -> line.contains("SubPlan 2"));
    }

    @Test
    void thePagesAreThoseOfTheWholePlan() {
        assertThat(PLAN.pages()).isEqualTo(30);
    }

    @Test
    void aReportHasBothCompaniesSideBySide() {
        Plans.Run large = run(100_000, 3);
        Plans.Run small = run(10_000, 1.5);
        assertThat(new PlansReport(large, small).text())
                .contains("PostgreSQL 18")
                .contains("a company of 100,000 customers, small: one of 10,000")
                .contains("| by zip | **all of location_door**, ")
                .contains(" | 3.00 | 1.50 | 2.0 | 30 | 30 |")
                .contains("select * from location");
    }

    private static Plans.Run run(long customers, double millis) {
        Plans.Step step = new Plans.Step("select * from location", millis, PLAN);
        return new Plans.Run(
                customers, "PostgreSQL 18", List.of(new Plans.Measured("Locations", "by zip", List.of(step))));
    }
}
