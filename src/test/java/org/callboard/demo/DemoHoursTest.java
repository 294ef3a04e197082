package org.callboard.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.callboard.calls.CallDesk;
import org.callboard.database.Caller;
import org.callboard.testing.FreshServer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demonstration is the same busy company at whatever hour it is started. */
class DemoHoursTest {

    private static final ZoneId COMPANY = ZoneId.of("America/New_York");

    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource({
        "2027-03-14, 00, 07", // the night in which an hour is missing
        "2027-11-07, 23, 52", // the Sunday that has one more
        "2027-07-05, 12, 00"
    })
    void somebodyCallsAndIsCalledBack(LocalDate day, int hour, int minute) {
        Instant now = day.atTime(hour, minute).atZone(COMPANY).toInstant();
        Duration away = Duration.between(Instant.now(), now);
        try (FreshServer demo = FreshServer.withDemo(
                "demo_hours", data, context -> context.getBeanFactory().addBeanPostProcessor(moved(away)))) {
            for (CallDesk desk : CallDesk.values()) {
                if (desk != CallDesk.Joined) {
                    assertThat(count(demo, "desk = '" + desk + "'"))
                            .as(desk.name())
                            .isPositive();
                }
            }
            assertThat(count(demo, "desk = 'Open' and state = 'Answered' and claimed_by is not null"))
                    .isOne();
            assertThat(count(demo, "desk = 'Open' and state = 'Ended' and claimed_by is not null"))
                    .isOne();
        }
    }

    private static BeanPostProcessor moved(Duration away) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Clock clock ? Clock.offset(clock, away) : bean;
            }
        };
    }

    private static long count(FreshServer demo, String condition) {
        return Caller.system(Demo.TENANT)
                .call(() -> demo.bean(JdbcClient.class)
                        .sql("select count(*) from call where " + condition)
                        .query(Long.class)
                        .single());
    }
}
