package org.callboard.web.jobs;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.access.Tenants;
import org.callboard.people.CurrentUser;
import org.callboard.settings.Technicians;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The visits of one day. */
@Controller
class DayController {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    private final DayStore store;
    private final Technicians technicians;
    private final Tenants tenants;
    private final Clock clock;

    DayController(DayStore store, Technicians technicians, Tenants tenants, Clock clock) {
        this.store = store;
        this.technicians = technicians;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The day of the address, or today where it names none. */
    @GetMapping("/schedule")
    @PageAccess(Role.Viewer)
    ModelAndView day(@RequestParam(required = false) @Nullable String date) {
        long tenant = CurrentUser.get().tenantId();
        ZoneId zone = tenants.get(tenant).timeZone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate day = read(date, today);
        DayView view = DayView.of(
                day,
                today,
                zone,
                store.between(tenant, DayView.start(day, zone), DayView.start(day.plusDays(1), zone)),
                technicians.all(tenant));
        return new ModelAndView("jobs/schedule", "view", view);
    }

    private static LocalDate read(@Nullable String date, LocalDate today) {
        try {
            LocalDate day = date == null ? today : LocalDate.parse(date);
            return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? today : day;
        } catch (DateTimeException e) {
            return today;
        }
    }
}
