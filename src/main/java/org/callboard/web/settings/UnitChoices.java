package org.callboard.web.settings;

import java.util.List;
import java.util.stream.Collectors;
import org.callboard.settings.BusinessUnit;
import org.callboard.settings.BusinessUnits;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The business units, as lists and forms of other settings name them. */
@Component
class UnitChoices {

    private final BusinessUnits units;

    UnitChoices(BusinessUnits units) {
        this.units = units;
    }

    List<Option> options(long tenant) {
        return units.all(tenant).stream()
                .map(unit -> Option.of(unit.id(), unit.active() ? unit.name() : unit.name() + " (inactive)"))
                .toList();
    }

    /** What turns ids into names; reads the units once. */
    Names names(long tenant) {
        return new Names(units.all(tenant));
    }

    record Names(List<BusinessUnit> units) {
        String of(@Nullable Long id) {
            return id == null ? "–" : of(List.of(id));
        }

        String of(List<Long> ids) {
            return units.stream()
                    .filter(unit -> ids.contains(unit.id()))
                    .map(BusinessUnit::name)
                    .collect(Collectors.joining(", "));
        }
    }
}
