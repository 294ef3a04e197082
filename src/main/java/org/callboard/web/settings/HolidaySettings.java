package org.callboard.web.settings;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.callboard.openinghours.Holiday;
import org.callboard.openinghours.Holidays;
import org.springframework.stereotype.Component;

@Component
class HolidaySettings extends NamedKind<Holiday, Holiday.Details> {

    private static final DateTimeFormatter EVERY_YEAR = DateTimeFormatter.ofPattern("MMMM d", Locale.US);
    private static final DateTimeFormatter ONCE = DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy", Locale.US);

    HolidaySettings(Holidays holidays) {
        super(
                holidays,
                Holiday.Details.class,
                new Words(
                                "holidays",
                                "Holidays",
                                "holiday",
                                "Days on which nobody works. Whoever books on one is asked first.",
                                "Day")
                        .whenDeactivated("It counts as an ordinary day from now on. It can be reactivated."));
    }

    @Override
    Function<Holiday, List<String>> cells(long tenant) {
        return one -> List.of(day(one.details()));
    }

    private static String day(Holiday.Details holiday) {
        LocalDate day = holiday.day();
        return holiday.yearly() ? "Every year on " + EVERY_YEAR.format(day) : ONCE.format(day);
    }
}
