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
import org.callboard.access.Tenant;
import org.callboard.access.Tenants;
import org.callboard.contactpoints.PhoneFormat;
import org.callboard.customers.Customers;
import org.callboard.lists.ExportFile;
import org.callboard.paging.Page;
import org.callboard.people.CurrentUser;
import org.callboard.phonelines.CallerNumber;
import org.callboard.phonelines.WhoseNumber;
import org.callboard.server.Streamed;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Shell;
import org.callboard.web.lists.CsvAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The lists of jobs, appointments, invoices and calls, and their files. A wrong filter is named, and the list is there without it. */
@Controller
class WorkListController {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final WorkListStore store;
    private final ExportFile file;
    private final WorkChoices choices;
    private final WhoseNumber numbers;
    private final Customers customers;
    private final Tenants tenants;
    private final Clock clock;

    WorkListController(
            WorkListStore store,
            ExportFile file,
            WorkChoices choices,
            WhoseNumber numbers,
            Customers customers,
            Tenants tenants,
            Clock clock) {
        this.store = store;
        this.file = file;
        this.choices = choices;
        this.numbers = numbers;
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

    @GetMapping("/calls/phone")
    @PageAccess(Role.Viewer)
    ModelAndView calls(Form typed, Shell shell) {
        return list(WorkList.CALLS, typed, shell);
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

    @GetMapping("/calls/phone/export")
    @PageAccess(Role.CSR)
    @Streamed
    void exportCalls(Form typed, HttpServletResponse response) {
        export(WorkList.CALLS, typed, response);
    }

    private ModelAndView list(WorkList list, Form typed, Shell shell) {
        long tenant = CurrentUser.get().tenantId();
        WorkForm form = form(list, typed, shell.getCompany().timeZone(), clock.instant());
        List<WorkColumn> columns = form.columns();
        Page<List<WorkListStore.Cell>> page = store.page(list, columns, form.where(tenant), form.paging());
        WorkListView view = new WorkListView(
                list,
                form.form(),
                form.address(),
                form.view(),
                columns,
                page,
                choices.of(tenant, list),
                customer(tenant, form.form().id("customer")),
                shell.getWhen(),
                new PhoneFormat(shell.getCompany().region()));
        HttpStatus status = form.form().countWrong() == 0 ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("worklists/list", Map.of("view", view), status);
    }

    private WorkForm form(WorkList list, Form typed, ZoneId zone, Instant now) {
        long tenant = CurrentUser.get().tenantId();
        return new WorkForm(
                list,
                typed,
                zone,
                now,
                text -> numbers.read(tenant, text) instanceof CallerNumber.Number number ? number.e164() : null);
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
        Tenant company = tenants.get(tenant);
        ZoneId zone = company.timeZone();
        PhoneFormat format = new PhoneFormat(company.region());
        Instant now = clock.instant();
        WorkForm form = form(list, typed, zone, now);
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
                                                text(columns.get(i), row.get(i).value(), zone, format))
                                        .toList())),
                        target));
    }

    private static @Nullable String text(WorkColumn column, @Nullable Object value, ZoneId zone, PhoneFormat format) {
        return switch (value) {
            case null -> null;
            case Instant moment -> TIME.format(moment.atZone(zone));
            default -> WorkListView.text(column, value, format);
        };
    }
}
