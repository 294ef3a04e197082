package org.callboard.web.worklists;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.callboard.campaigns.Campaigns;
import org.callboard.people.Employees;
import org.callboard.phonelines.OwnNumbers;
import org.callboard.settings.BusinessUnits;
import org.callboard.settings.CallReasons;
import org.callboard.settings.JobTypes;
import org.callboard.settings.Technicians;
import org.callboard.web.layout.Option;
import org.callboard.web.worklists.WorkFilter.Values;
import org.springframework.stereotype.Component;

/** What the filters of a list offer. */
@Component
class WorkChoices {

    private final Technicians technicians;
    private final BusinessUnits units;
    private final JobTypes types;
    private final CallReasons reasons;
    private final OwnNumbers lines;
    private final Campaigns campaigns;
    private final Employees employees;

    WorkChoices(
            Technicians technicians,
            BusinessUnits units,
            JobTypes types,
            CallReasons reasons,
            OwnNumbers lines,
            Campaigns campaigns,
            Employees employees) {
        this.technicians = technicians;
        this.units = units;
        this.types = types;
        this.reasons = reasons;
        this.lines = lines;
        this.campaigns = campaigns;
        this.employees = employees;
    }

    /** Of those filters whose choices are the company's own. */
    Map<Values, List<Option>> of(long tenant, WorkList list) {
        Map<Values, List<Option>> all = new EnumMap<>(Values.class);
        for (WorkFilter filter : list.filters()) {
            switch (filter.values()) {
                case TECHNICIAN -> all.put(Values.TECHNICIAN, Option.all(technicians.all(tenant)));
                case UNIT -> all.put(Values.UNIT, Option.active(units.all(tenant)));
                case TYPE -> all.put(Values.TYPE, Option.active(types.all(tenant)));
                case REASON -> all.put(Values.REASON, Option.all(reasons.all(tenant)));
                case LINE -> all.put(Values.LINE, Option.all(lines.all(tenant)));
                case CAMPAIGN -> all.put(Values.CAMPAIGN, Option.all(campaigns.all(tenant)));
                case USER ->
                    all.put(
                            Values.USER,
                            employees.all(tenant).stream()
                                    .map(one -> Option.of(
                                            one.id(), one.active() ? one.name() : Option.inactive(one.name())))
                                    .toList());
                case WORD, CUSTOMER, NUMBER -> {
                    // the words are the filter's own; nobody chooses the others
                }
            }
        }
        return all;
    }
}
