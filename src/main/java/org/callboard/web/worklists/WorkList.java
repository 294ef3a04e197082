package org.callboard.web.worklists;

import static org.callboard.web.worklists.WorkColumn.Look.DAY;
import static org.callboard.web.worklists.WorkColumn.Look.MOMENT;
import static org.callboard.web.worklists.WorkColumn.Look.NAME;
import static org.callboard.web.worklists.WorkColumn.Look.NAMES;
import static org.callboard.web.worklists.WorkColumn.Look.STATUS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.callboard.changes.EntityKind;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.jobs.JobStatus;
import org.callboard.web.layout.Option;
import org.callboard.web.worklists.WorkFilter.Values;

/** A list of work: all that is particular about it. The conditions and columns are SQL over its own table. */
enum WorkList {
    JOBS("job", "Jobs", "job", EntityKind.JOB_EXPORT, "created_on") {
        @Override
        public List<View> views() {
            return List.of(
                    new View("open", "Open", "status not in ('Completed', 'Canceled')"),
                    new View("completed", "Completed", "status = 'Completed'"),
                    new View("canceled", "Canceled", "status = 'Canceled'"),
                    new View("all", "All", "true"));
        }

        @Override
        public List<WorkFilter> filters() {
            return work(Stream.of(JobStatus.values())
                    .map(one -> new Option(one.name(), one.words()))
                    .toList());
        }

        @Override
        public List<WorkColumn> columns() {
            return List.of(
                    WorkColumn.of(NAME, "number", "Job", "job.number")
                            .leadingTo("/jobs/", "job.id")
                            .sortedBy("id"),
                    WorkColumn.of(STATUS, "status", "Status", "job.status").sortedBy("status"),
                    WorkColumn.of(MOMENT, "next", "Appointment", """
                            (select min(a.start_on) from appointment a
                            where a.tenant_id = job.tenant_id and a.job_id = job.id and a.active)"""),
                    customer("job.customer_id"),
                    city("job.location_id"),
                    WorkColumn.text("type", "Job type", named("job_type", "job.job_type_id")),
                    WorkColumn.text("unit", "Business unit", named("business_unit", "job.business_unit_id")),
                    WorkColumn.of(NAMES, "technicians", "Technicians", """
                            (select string_agg(distinct t.name, ', ') from appointment a
                            join appointment_assignment s on s.tenant_id = a.tenant_id and s.appointment_id = a.id and s.active
                            join technician t on t.tenant_id = s.tenant_id and t.id = s.technician_id
                            where a.tenant_id = job.tenant_id and a.job_id = job.id and a.active)"""),
                    WorkColumn.text("priority", "Priority", "job.priority").unusual(),
                    WorkColumn.text("summary", "Summary", "job.summary").unusual(),
                    WorkColumn.text("campaign", "Campaign", named("campaign", "job.campaign_id"))
                            .unusual(),
                    WorkColumn.text("po", "Purchase order", "job.customer_po").unusual(),
                    WorkColumn.of(DAY, "booked", "Booked", "job.created_on").sortedBy("created_on"),
                    WorkColumn.of(DAY, "completed", "Completed", "job.completed_on")
                            .sortedBy("completed_on")
                            .unusual());
        }

        @Override
        String ofTechnician() {
            return """
                    id in (select a.job_id from appointment_assignment s
                    join appointment a on a.tenant_id = s.tenant_id and a.id = s.appointment_id and a.active
                    where s.tenant_id = :tenant and s.technician_id = :technician and s.active)""";
        }

        @Override
        String ofJob(String condition) {
            return condition;
        }
    },
    APPOINTMENTS("appointment", "Appointments", "appointment", EntityKind.APPOINTMENT_EXPORT, "start_on") {
        @Override
        public List<View> views() {
            return List.of(
                    new View("upcoming", "Upcoming", "start_on >= :today and status <> 'Canceled'"),
                    new View("past", "Past", "start_on < :today"),
                    new View("held", "On hold", "status = 'Hold'"),
                    new View("all", "All", "true"));
        }

        @Override
        public List<WorkFilter> filters() {
            return work(Stream.of(AppointmentStatus.values())
                    .map(one -> new Option(one.name(), one.words()))
                    .toList());
        }

        @Override
        public List<WorkColumn> columns() {
            return List.of(
                    WorkColumn.of(
                                    NAME,
                                    "number",
                                    "Appointment",
                                    WorkColumn.ofJob("appointment.job_id", "j.number")
                                            + " || '-' || appointment.number")
                            .leadingTo("/jobs/", "appointment.job_id"),
                    WorkColumn.of(MOMENT, "start", "Start", "appointment.start_on")
                            .sortedBy("start_on"),
                    WorkColumn.of(STATUS, "status", "Status", "appointment.status")
                            .sortedBy("status"),
                    WorkColumn.of(NAMES, "technicians", "Technicians", """
                            (select string_agg(t.name, ', ' order by s.id) from appointment_assignment s
                            join technician t on t.tenant_id = s.tenant_id and t.id = s.technician_id
                            where s.tenant_id = appointment.tenant_id and s.appointment_id = appointment.id and s.active)"""),
                    customer(WorkColumn.ofJob("appointment.job_id", "j.customer_id")),
                    city(WorkColumn.ofJob("appointment.job_id", "j.location_id")),
                    WorkColumn.text(
                            "type",
                            "Job type",
                            named("job_type", WorkColumn.ofJob("appointment.job_id", "j.job_type_id"))),
                    WorkColumn.text(
                            "unit",
                            "Business unit",
                            named("business_unit", WorkColumn.ofJob("appointment.job_id", "j.business_unit_id"))),
                    WorkColumn.text(
                                    "confirmed",
                                    "Confirmed",
                                    "case when appointment.is_confirmed then 'Yes' else 'No' end")
                            .unusual(),
                    WorkColumn.of(MOMENT, "end", "End", "appointment.end_on").unusual(),
                    WorkColumn.of(DAY, "made", "Made", "appointment.created_on")
                            .sortedBy("created_on")
                            .unusual());
        }

        @Override
        String ofTechnician() {
            return """
                    id in (select s.appointment_id from appointment_assignment s
                    where s.tenant_id = :tenant and s.technician_id = :technician and s.active)""";
        }

        @Override
        String ofJob(String condition) {
            return "job_id in (select id from job where tenant_id = :tenant and " + condition + ")";
        }
    },
    INVOICES("invoice", "Invoices", "invoice", EntityKind.INVOICE_EXPORT, "created_on") {
        @Override
        public List<View> views() {
            return List.of(
                    new View("payable", "To be paid", "active"),
                    new View("void", "Nothing to pay", "not active"),
                    new View("all", "All", "true"));
        }

        @Override
        public List<WorkFilter> filters() {
            return work(List.of());
        }

        @Override
        public List<WorkColumn> columns() {
            return List.of(
                    WorkColumn.of(NAME, "number", "Invoice", "invoice.id::text")
                            .leadingTo("/jobs/", "invoice.job_id")
                            .sortedBy("id"),
                    WorkColumn.text(
                            "state", "To pay", "case when invoice.active then '0.00' else 'Nothing: canceled' end"),
                    customer("invoice.customer_id"),
                    city("invoice.location_id"),
                    WorkColumn.text("job", "Job", WorkColumn.ofJob("invoice.job_id", "j.number")),
                    WorkColumn.of(STATUS, "status", "Job status", WorkColumn.ofJob("invoice.job_id", "j.status")),
                    WorkColumn.text(
                            "type", "Job type", named("job_type", WorkColumn.ofJob("invoice.job_id", "j.job_type_id"))),
                    WorkColumn.of(DAY, "made", "Made", "invoice.created_on").sortedBy("created_on"));
        }

        @Override
        String ofTechnician() {
            return "job_" + JOBS.ofTechnician();
        }

        @Override
        String ofJob(String condition) {
            return APPOINTMENTS.ofJob(condition);
        }
    },
    CALLS("call", "All calls", "call", EntityKind.CALL_EXPORT, "received_on") {
        @Override
        public List<View> views() {
            return CallColumns.VIEWS;
        }

        @Override
        public List<WorkFilter> filters() {
            return CallColumns.filters();
        }

        @Override
        public List<WorkColumn> columns() {
            return CallColumns.all();
        }

        @Override
        String ofTechnician() {
            throw new UnsupportedOperationException("calls have no technician");
        }

        @Override
        String ofJob(String condition) {
            return "id in (select call_id from job where tenant_id = :tenant and " + condition + ")";
        }
    };

    /** A part of the list that people look at most. */
    record View(String word, String label, String sql) {}

    private final String table;
    private final String title;
    private final String noun;
    private final EntityKind export;
    private final String dated;

    WorkList(String table, String title, String noun, EntityKind export, String dated) {
        this.table = table;
        this.title = title;
        this.noun = noun;
        this.export = export;
        this.dated = dated;
    }

    /** The first is shown where the address names none. */
    public abstract List<View> views();

    /** What it can be narrowed by, beside its part and its days. */
    public abstract List<WorkFilter> filters();

    public abstract List<WorkColumn> columns();

    /** The filters of all that is work. */
    List<WorkFilter> work(List<Option> statuses) {
        List<WorkFilter> filters = new ArrayList<>();
        if (!statuses.isEmpty()) {
            filters.add(WorkFilter.words("status", "Status", "status", statuses));
        }
        filters.add(WorkFilter.of("technician", "Technician", Values.TECHNICIAN, ofTechnician()));
        filters.add(WorkFilter.of("type", "Job type", Values.TYPE, ofJob("job_type_id = :type")));
        filters.add(WorkFilter.of("unit", "Business unit", Values.UNIT, ofJob("business_unit_id = :unit")));
        filters.add(WorkFilter.of("customer", "Customer", Values.CUSTOMER, ofJob("customer_id = :customer")));
        return filters;
    }

    /** The condition for those of a technician. */
    abstract String ofTechnician();

    /** A condition on the table of jobs for the jobs of the rows. */
    abstract String ofJob(String condition);

    /** What the days of the filter are called. */
    public String from() {
        return switch (this) {
            case JOBS -> "Booked from";
            case APPOINTMENTS, CALLS -> "From";
            case INVOICES -> "Made from";
        };
    }

    /** The lists that stand beside it, with itself; none where it stands alone. */
    public List<WorkList> beside() {
        return this == CALLS ? List.of() : List.of(JOBS, APPOINTMENTS, INVOICES);
    }

    String table() {
        return table;
    }

    public String title() {
        return title;
    }

    public String noun() {
        return noun;
    }

    public String path() {
        return this == CALLS ? "/calls/phone" : "/" + noun + "s";
    }

    EntityKind export() {
        return export;
    }

    /** The column that the days of the filter are about, and the usual order. */
    String dated() {
        return dated;
    }

    /** What is not to be seen at all. */
    String seen() {
        return switch (this) {
            case JOBS, CALLS -> "active";
            case APPOINTMENTS -> "active and " + ofJob("active");
            case INVOICES -> ofJob("active");
        };
    }

    private static WorkColumn customer(String id) {
        return WorkColumn.text("customer", "Customer", named("customer", id)).leadingTo("/customers/", id);
    }

    private static WorkColumn city(String location) {
        return WorkColumn.text(
                "city",
                "City",
                "(select n.city from location n where n.tenant_id = :tenant and n.id = " + location + ")");
    }

    private static String named(String table, String id) {
        return "(select n.name from " + table + " n where n.tenant_id = :tenant and n.id = " + id + ")";
    }
}
