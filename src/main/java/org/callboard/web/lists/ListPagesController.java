package org.callboard.web.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.access.Tenant;
import org.callboard.access.Tenants;
import org.callboard.addresschecks.LocationChecks;
import org.callboard.customers.CustomerType;
import org.callboard.customers.Customers;
import org.callboard.details.RecordKind;
import org.callboard.lists.ListExport;
import org.callboard.lists.ListFilter;
import org.callboard.lists.ListRow;
import org.callboard.lists.Lists;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.server.Streamed;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Shell;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The lists of customers and of locations, and their files. A wrong filter is named, and the list is there without it. */
@Controller
class ListPagesController {

    /**
     * What the page of a list shows.
     *
     * @param form the filters; the list is shown without those that are wrong
     * @param chips the filters that are on
     * @param needLook how many locations have an address that asks for a look
     */
    record View(
            RecordKind kind,
            Form form,
            ListAddress address,
            List<FilterChip> chips,
            Page<ListRow> page,
            long needLook,
            List<TagType> tags) {

        public boolean customers() {
            return kind == RecordKind.Customer;
        }

        /** Whether one of the filters that are folded away says something. */
        public boolean unfolded() {
            return Stream.of("tag", "createdFrom", "createdTo", "changedFrom", "changedTo")
                    .anyMatch(form::has);
        }

        public CustomerType[] types() {
            return CustomerType.values();
        }

        public Map<Long, String> tagNames() {
            return tags.stream().collect(Collectors.toMap(TagType::id, TagType::name));
        }
    }

    private final Lists lists;
    private final ListExport export;
    private final TagTypes tagTypes;
    private final Customers customers;
    private final Tenants tenants;
    private final LocationChecks checks;
    private final Clock clock;

    ListPagesController(
            Lists lists,
            ListExport export,
            TagTypes tagTypes,
            Customers customers,
            Tenants tenants,
            LocationChecks checks,
            Clock clock) {
        this.lists = lists;
        this.export = export;
        this.tagTypes = tagTypes;
        this.customers = customers;
        this.tenants = tenants;
        this.checks = checks;
        this.clock = clock;
    }

    @GetMapping("/customers")
    @PageAccess(Role.Viewer)
    ModelAndView customers(Form typed, Shell shell) {
        return list(RecordKind.Customer, typed, shell);
    }

    @GetMapping("/locations")
    @PageAccess(Role.Viewer)
    ModelAndView locations(Form typed, Shell shell) {
        return list(RecordKind.Location, typed, shell);
    }

    @GetMapping("/customers/export")
    @PageAccess(Role.CSR)
    @Streamed
    void exportCustomers(Form typed, HttpServletResponse response) {
        export(RecordKind.Customer, typed, response);
    }

    @GetMapping("/locations/export")
    @PageAccess(Role.CSR)
    @Streamed
    void exportLocations(Form typed, HttpServletResponse response) {
        export(RecordKind.Location, typed, response);
    }

    private ModelAndView list(RecordKind kind, Form typed, Shell shell) {
        long tenant = CurrentUser.get().tenantId();
        ListForm form = new ListForm(kind, typed, shell.getCompany().timeZone());
        ListFilter filter = form.filter();
        Sort sort = form.sort();
        Paging paging = form.paging();
        Page<ListRow> page;
        try {
            page = lists.page(tenant, filter, sort, paging);
        } catch (Invalid e) {
            form.form().refused(e, field -> field);
            page = lists.page(tenant, form.without(e.errors().keySet()).filter(), sort, paging);
        }
        List<TagType> tags = tagTypes.all(tenant);
        List<String> wrong = form.form().texts().keySet().stream()
                .filter(field -> form.form().wrong(field) != null)
                .toList();
        View view = new View(
                kind,
                form.form(),
                form.address(),
                FilterChip.of(form.without(wrong).address(), names(tenant, filter, tags)),
                page,
                kind == RecordKind.Location ? checks.count(tenant) : 0,
                tags);
        HttpStatus status = form.form().countWrong() == 0 ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("lists/list", Map.of("view", view), status);
    }

    private Map<String, String> names(long tenant, ListFilter filter, List<TagType> tags) {
        Map<String, String> names = new HashMap<>(Map.of(
                "activefalse",
                "Inactive",
                "activeany",
                "Active and inactive",
                "activetrue",
                "Active",
                "doNotServicetrue",
                "Yes",
                "doNotServicefalse",
                "No",
                "looktrue",
                "Needs a look"));
        tags.forEach(tag -> names.put("tag" + tag.id(), tag.name()));
        if (filter.customerId() != null) {
            customers
                    .find(tenant, filter.customerId())
                    .ifPresent(customer -> names.put(
                            "customer" + customer.id(), customer.details().name()));
        }
        return names;
    }

    private void export(RecordKind kind, Form typed, HttpServletResponse response) {
        long tenant = CurrentUser.get().tenantId();
        Tenant company = tenants.get(tenant);
        ListForm form = new ListForm(kind, typed, company.timeZone());
        ListFilter filter = form.filter();
        Sort sort = form.sort();
        form.form().refuseIfWrong();
        String name = kind.word() + "s-" + LocalDate.ofInstant(clock.instant(), company.timeZone()) + ".csv";
        CsvAnswer.send(name, response, target -> export.write(tenant, filter, sort, target));
    }
}
