package org.callboard.openinghours;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "BusinessHours")
class BusinessHoursController {

    /** Whole hours, a begun one counted; 24 is midnight. */
    record BusinessHourModel(int fromHour, int toHour) {
        static BusinessHourModel from(OpeningSpan span) {
            return new BusinessHourModel(span.fromMinute() / 60, (span.toMinute() + 59) / 60);
        }
    }

    /** {@code weekdays} has one set of hours for five days: the one that most of them have. */
    record BusinessHoursResponse(
            List<BusinessHourModel> weekdays, List<BusinessHourModel> saturday, List<BusinessHourModel> sunday) {}

    private final OpeningHours hours;

    BusinessHoursController(OpeningHours hours) {
        this.hours = hours;
    }

    @GetMapping("/dispatch/v2/tenant/{tenant}/business-hours")
    @ApiAccess(Scope.SETTINGS_READ)
    @Operation(operationId = "BusinessHour_GetList", summary = "Get the business hours")
    BusinessHoursResponse get(@PathVariable long tenant) {
        WorkingTime working = hours.workingTime(tenant);
        return new BusinessHoursResponse(
                weekdays(working), of(working, DayOfWeek.SATURDAY), of(working, DayOfWeek.SUNDAY));
    }

    /** What most of the five have that are open; where that is open to doubt, the earlier in the week. */
    private static List<BusinessHourModel> weekdays(WorkingTime working) {
        List<List<BusinessHourModel>> open = Stream.of(DayOfWeek.values())
                .filter(day -> day.compareTo(DayOfWeek.SATURDAY) < 0)
                .map(day -> of(working, day))
                .filter(hours -> !hours.isEmpty())
                .toList();
        List<BusinessHourModel> most = List.of();
        for (List<BusinessHourModel> hours : open) {
            if (Collections.frequency(open, hours) > Collections.frequency(open, most)) {
                most = hours;
            }
        }
        return most;
    }

    private static List<BusinessHourModel> of(WorkingTime working, DayOfWeek day) {
        return working.of(day).stream().map(BusinessHourModel::from).toList();
    }
}
