package org.callboard.web.worklists;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.access.Tenants;
import org.callboard.customers.Customers;
import org.callboard.desk.JobChoices;
import org.callboard.lists.ExportFile;
import org.callboard.paging.Page;
import org.callboard.people.CurrentUser;
import org.callboard.server.Streamed;
import org.callboard.settings.Technicians;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
import org.callboard.web.layout.Shell;
import org.callboard.web.lists.CsvAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The lists of jobs, appointments and invoices, and their files. A wrong filter is named, and the list is there without it. */
@Controller
class WorkListController {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final WorkListStore store;
    private final ExportFile file;
    private final Technicians technicians;
    private final JobChoices choices;
    private final Customers customers;
    private final Tenants tenants;
    private final Clock clock;

    WorkListController(
            WorkListStore store,
            ExportFile file,
            Technicians technicians,
            JobChoices choices,
            Customers customers,
            Tenants tenants,
            Clock clock) {
        this.store = store;
        this.file = file;
        this.technicians = technicians;
        this.choices = choices;
        this.customers = customers;
        this.tenants = tenants;
        this.clock = clock;
    }

    @GetMapping("/jobs")
    @PageAccess(Role.Viewer)
    ModelAndView jobs(Form typed, Shell shell) {
        return list(WorkList.JOBS, typed, shell);
    }

    @GetMapping("/appointments")
    @PageAccess(Role.Viewer)
    ModelAndView appointments(Form typed, Shell shell) {
        return list(WorkList.APPOINTMENTS, typed, shell);
    }

    @GetMapping("/invoices")
    @PageAccess(Role.Viewer)
    ModelAndView invoices(Form typed, Shell shell) {
        return list(WorkList.INVOICES, typed, shell);
    }

    @GetMapping("/jobs/export")
    @PageAccess(Role.CSR)
    @Streamed
    void exportJobs(Form typed, HttpServletResponse response) {
        export(WorkList.JOBS, typed, response);
    }

    @GetMapping("/appointments/export")
    @PageAccess(Role.CSR)
    @Streamed
    void exportAppointments(Form typed, HttpServletResponse response) {
        export(WorkList.APPOINTMENTS, typed, response);
    }

    @GetMapping("/invoices/export")
    @PageAccess(Role.CSR)
    @Streamed
    void exportInvoices(Form typed, HttpServletResponse response) {
        export(WorkList.INVOICES, typed, response);
    }

    private ModelAndView list(WorkList list, Form typed, Shell shell) {
        long tenant = CurrentUser.get().tenantId();
        WorkForm form = new WorkForm(list, typed, shell.getCompany().timeZone(), clock.instant());
        List<WorkColumn> columns = form.columns();
        Page<List<WorkListStore.Cell>> page = store.page(list, columns, form.where(tenant), form.paging());
        JobChoices.Offered offered = choices.offered(tenant);
        WorkListView view = new WorkListView(
                list,
                form.form(),
                form.address(),
                form.view(),
                columns,
                page,
                Option.all(technicians.all(tenant)),
                Option.active(offered.businessUnits()),
                Option.active(offered.jobTypes()),
                customer(tenant, form.form().id("customer")),
                shell.getWhen());
        HttpStatus status = form.form().countWrong() == 0 ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("worklists/list", Map.of("view", view), status);
    }

    private @Nullable String customer(long tenant, @Nullable Long id) {
        return id == null
                ? null
                : Objects.requireNonNullElse(
                        customers.names(tenant, List.of(id)).get(id), "Nobody on record");
    }

    /** The file has all columns unless some were chosen. */
    private void export(WorkList list, Form typed, HttpServletResponse response) {
        long tenant = CurrentUser.get().tenantId();
        ZoneId zone = tenants.get(tenant).timeZone();
        Instant now = clock.instant();
        WorkForm form = new WorkForm(list, typed, zone, now);
        List<WorkColumn> columns = form.form().has("column") ? form.columns() : list.columns();
        form.where(tenant);
        form.form().refuseIfWrong();
        String name = list.noun() + "s-" + LocalDate.ofInstant(now, zone) + ".csv";
        CsvAnswer.send(
                name,
                response,
                target -> file.write(
                        tenant,
                        list.export(),
                        form::asDiff,
                        columns.stream().map(WorkColumn::label).toList(),
                        sheet -> store.each(
                                list,
                                columns,
                                form.where(tenant),
                                ExportFile.AT_A_TIME,
                                row -> sheet.accept(IntStream.range(0, columns.size())
                                        .mapToObj(i ->
                                                text(columns.get(i), row.get(i).value(), zone))
                                        .toList())),
                        target));
    }

    private static @Nullable String text(WorkColumn column, @Nullable Object value, ZoneId zone) {
        return switch (value) {
            case null -> null;
            case Instant moment -> TIME.format(moment.atZone(zone));
            default -> WorkListView.text(column, value);
        };
    }
}
