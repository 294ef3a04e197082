package org.callboard.web.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.access.Tenant;
import org.callboard.access.Tenants;
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
import org.callboard.server.BufferedResponses;
import org.callboard.server.Streamed;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.validation.FieldErrors;
import org.callboard.web.layout.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The lists of customers and of locations, and their files. A wrong filter is named, and the list is there without it. */
@Controller
class ListPagesController {

    /**
     * What the page of a list shows.
     *
     * @param chips the filters that are on
     * @param errors sentences by filter; the list is shown without these
     */
    record View(
            RecordKind kind,
            ListForm form,
            List<ListAddress.Chip> chips,
            Map<String, List<String>> errors,
            Page<ListRow> page,
            List<TagType> tags) {

        public boolean customers() {
            return kind == RecordKind.Customer;
        }

        public ListAddress address() {
            return form.address();
        }

        public List<Integer> sizes() {
            return ListForm.SIZES;
        }

        public CustomerType[] types() {
            return CustomerType.values();
        }

        public Map<Long, String> tagNames() {
            return tags.stream().collect(Collectors.toMap(TagType::id, TagType::name));
        }

        /** Where the list ends on this page, its length is known; counting costs a look at every row and is done on demand. */
        public @Nullable Long total() {
            if (page.totalCount() != null) {
                return page.totalCount().longValue();
            }
            boolean ends = !page.hasMore() && (page.page() == 1 || !page.data().isEmpty());
            return ends ? (page.page() - 1L) * page.pageSize() + page.data().size() : null;
        }
    }

    private final Lists lists;
    private final ListExport export;
    private final TagTypes tagTypes;
    private final Customers customers;
    private final Tenants tenants;
    private final Clock clock;

    ListPagesController(
            Lists lists, ListExport export, TagTypes tagTypes, Customers customers, Tenants tenants, Clock clock) {
        this.lists = lists;
        this.export = export;
        this.tagTypes = tagTypes;
        this.customers = customers;
        this.tenants = tenants;
        this.clock = clock;
    }

    @GetMapping("/customers")
    @PageAccess(Role.Viewer)
    ModelAndView customers(@RequestParam MultiValueMap<String, String> typed, Shell shell) {
        return list(RecordKind.Customer, typed, shell);
    }

    @GetMapping("/locations")
    @PageAccess(Role.Viewer)
    ModelAndView locations(@RequestParam MultiValueMap<String, String> typed, Shell shell) {
        return list(RecordKind.Location, typed, shell);
    }

    @GetMapping("/customers/export")
    @PageAccess(Role.CSR)
    @Streamed
    void exportCustomers(@RequestParam MultiValueMap<String, String> typed, HttpServletResponse response) {
        export(RecordKind.Customer, typed, response);
    }

    @GetMapping("/locations/export")
    @PageAccess(Role.CSR)
    @Streamed
    void exportLocations(@RequestParam MultiValueMap<String, String> typed, HttpServletResponse response) {
        export(RecordKind.Location, typed, response);
    }

    private ModelAndView list(RecordKind kind, MultiValueMap<String, String> typed, Shell shell) {
        long tenant = CurrentUser.get().tenantId();
        ListForm form = new ListForm(kind, typed, shell.getCompany().timeZone());
        FieldErrors errors = new FieldErrors();
        ListFilter filter = form.filter(errors);
        Sort sort = form.sort(errors);
        Paging paging = form.paging(errors);
        Page<ListRow> page;
        try {
            page = lists.page(tenant, filter, sort, paging);
        } catch (Invalid e) {
            errors.addAll(e);
            ListForm rest = form.without(e.errors().keySet());
            page = lists.page(tenant, rest.filter(new FieldErrors()), sort, paging);
        }
        List<TagType> tags = tagTypes.all(tenant);
        Map<String, List<String>> wrong = errors.asMap();
        View view = new View(
                kind,
                form,
                form.without(wrong.keySet()).address().chips(names(tenant, filter, tags)),
                wrong,
                page,
                tags);
        HttpStatus status = wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
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
                "No"));
        tags.forEach(tag -> names.put("tag" + tag.id(), tag.name()));
        if (filter.customerId() != null) {
            customers
                    .find(tenant, filter.customerId())
                    .ifPresent(customer -> names.put(
                            "customer" + customer.id(), customer.details().name()));
        }
        return names;
    }

    private static void asFile(String name, HttpServletResponse response) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment().filename(name).build().toString());
    }

    private void export(RecordKind kind, MultiValueMap<String, String> typed, HttpServletResponse response) {
        long tenant = CurrentUser.get().tenantId();
        Tenant company = tenants.get(tenant);
        FieldErrors errors = new FieldErrors();
        ListForm form = new ListForm(kind, typed, company.timeZone());
        ListFilter filter = form.filter(errors);
        Sort sort = form.sort(errors);
        errors.throwIfAny();
        String name = kind.word() + "s-" + LocalDate.ofInstant(clock.instant(), company.timeZone()) + ".csv";
        if (BufferedResponses.wantsHeadersAlone(response)) {
            asFile(name, response);
            return;
        }
        try {
            export.write(tenant, filter, sort, () -> {
                asFile(name, response);
                return response.getOutputStream();
            });
        } catch (UncheckedIOException e) {
            // whoever downloaded went away: there is nobody to tell
        } catch (RuntimeException e) {
            if (!response.isCommitted()) {
                response.reset(); // else the refusal would come as a file
            }
            throw e;
        }
    }
}
