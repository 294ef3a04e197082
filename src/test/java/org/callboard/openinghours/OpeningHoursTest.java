package org.callboard.openinghours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.access.Role;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.testing.Api;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OpeningHoursTest {

    private final TestTenant tenant = TestTenant.create();
    private final OpeningHours hours = Server.bean(OpeningHours.class);
    private final Visitor manager = Visitor.signedIn(tenant.user(Role.Manager));

    @Test
    void withoutSettingsACompanyWorksFromMondayToSaturday() {
        assertThat(tenant.caller.call(() -> hours.texts(tenant.id)))
                .hasSize(7)
                .containsEntry(DayOfWeek.MONDAY, "7:00 AM – 7:00 PM")
                .containsEntry(DayOfWeek.SATURDAY, "7:00 AM – 7:00 PM")
                .containsEntry(DayOfWeek.SUNDAY, "Closed");
        assertThat(businessHours()).isEqualTo("""
                {"weekdays":[{"fromHour":7,"toHour":19}],"saturday":[{"fromHour":7,"toHour":19}],"sunday":[]}""");
    }

    @Test
    void theHoursOfAWeekAreKeptWithOneLineInTheLog() {
        tenant.caller.run(() -> hours.save(tenant.id, week("8-12, 12-5", "MONDAY", "7:30-4:15", "SUNDAY", "10-2")));
        tenant.caller.run(() -> hours.save(tenant.id, week("8-5", "MONDAY", "7:30-4:15", "SUNDAY", "10-2")));
        assertThat(tenant.caller.call(() -> hours.texts(tenant.id)))
                .containsEntry(DayOfWeek.MONDAY, "7:30 AM – 4:15 PM")
                .containsEntry(DayOfWeek.TUESDAY, "8:00 AM – 5:00 PM");
        assertThat(businessHours()).isEqualTo("""
                {"weekdays":[{"fromHour":8,"toHour":17}],"saturday":[{"fromHour":8,"toHour":17}],\
                "sunday":[{"fromHour":10,"toHour":14}]}""");
        assertThat(tenant.caller.call(() -> Server.bean(JdbcClient.class)
                        .sql("select count(*) from change where record_kind = 'opening-hours'")
                        .query(Integer.class)
                        .single()))
                .isEqualTo(1);
    }

    @Test
    void everyDayThatCanNotBeUnderstoodIsNamed() {
        assertThatThrownBy(() -> tenant.caller.run(
                        () -> hours.save(tenant.id, week("8-5", "MONDAY", "whenever", "SUNDAY", "x".repeat(101)))))
                .isInstanceOfSatisfying(
                        Invalid.class, refused -> assertThat(refused.errors()).containsOnlyKeys("monday", "sunday"));
        assertThatThrownBy(() -> tenant.caller.run(() -> hours.save(tenant.id, week("Closed"))))
                .isInstanceOfSatisfying(
                        Invalid.class, refused -> assertThat(refused.errors()).containsOnlyKeys("monday"));
    }

    @Test
    void thePageKeepsWhatWasTyped() {
        assertThat(manager.get("/settings/opening-hours").body()).contains("7:00 AM – 7:00 PM");
        Visitor.Answer refused =
                manager.post("/settings/opening-hours", "monday", "from time to time", "friday", "9-5");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"from time to time\"").contains("value=\"9-5\"");
        assertThat(manager.post("/settings/opening-hours", "friday", "9-5").location())
                .isEqualTo("/settings/opening-hours");
        assertThat(manager.get("/settings/opening-hours").body())
                .contains("value=\"9:00 AM – 5:00 PM\"")
                .contains("value=\"Closed\"");
        assertThat(Visitor.signedIn(tenant.user(Role.CSR))
                        .get("/settings/opening-hours")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void holidaysAreEnteredOnceOrForEveryYear() {
        manager.get("/settings/holidays/new");
        Visitor.Answer refused = manager.post("/settings/holidays", "name", "", "day", "31.12.");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"name-error\"").contains("id=\"day-error\"");
        manager.post("/settings/holidays", "name", "Christmas", "day", "2026-12-25", "yearly", "true");
        manager.post("/settings/holidays", "name", "Thanksgiving", "day", "2026-11-26");
        manager.post("/settings/holidays", "name", "Thanksgiving", "day", "2027-11-25");
        assertThat(manager.get("/settings/holidays").body())
                .contains("Every year on December 25")
                .contains("Thursday, November 26, 2026")
                .contains("Thursday, November 25, 2027");
        assertThat(manager.get("/settings/opening-hours").body()).contains("Thursday, November 25, 2027");
    }

    @Test
    void theCompanyOpensNextAfterTheWeekendAndAHoliday() {
        Instant saturdayNight = at("2026-11-28T22:00");
        assertThat(workingTime().nextOpening(saturdayNight)).isEqualTo(at("2026-11-30T07:00"));
        assertThat(workingTime().nextOpening(at("2026-11-28T06:00"))).isEqualTo(at("2026-11-28T07:00"));
        manager.get("/settings/holidays/new");
        manager.post("/settings/holidays", "name", "Inventory", "day", "2026-11-30");
        assertThat(workingTime().nextOpening(saturdayNight)).isEqualTo(at("2026-12-01T07:00"));
        WorkingTime never = new WorkingTime(workingTime().zone(), List.of(), List.of());
        assertThat(never.nextOpening(saturdayNight)).isEqualTo(saturdayNight.plus(Duration.ofDays(7)));
    }

    private WorkingTime workingTime() {
        return tenant.caller.call(() -> hours.workingTime(tenant.id));
    }

    private Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(workingTime().zone()).toInstant();
    }

    private static Map<DayOfWeek, String> week(String all, String... others) {
        Map<DayOfWeek, String> week = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, all);
        }
        for (int i = 0; i < others.length; i += 2) {
            week.put(DayOfWeek.valueOf(others[i]), others[i + 1]);
        }
        return week;
    }

    private String businessHours() {
        Api api = tenant.api();
        return api.get(api.path("dispatch/v2", "/business-hours")).text();
    }
}
