package org.callboard.web.settings;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.campaigns.Campaigns;
import org.callboard.database.RecordMapper;
import org.callboard.http.PublicUrl;
import org.callboard.people.CurrentUser;
import org.callboard.providers.BookingProviderTag;
import org.callboard.providers.BookingProviderTags;
import org.callboard.publicforms.BookingFormPage;
import org.callboard.publicforms.BookingPage;
import org.callboard.publicforms.BookingPageDraft;
import org.callboard.publicforms.BookingPages;
import org.callboard.publicforms.FieldUse;
import org.callboard.settings.BusinessUnits;
import org.callboard.settings.JobTypes;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The booking pages: one for each booking provider tag, by the tag's id. */
@Controller
@RequestMapping("/settings/booking-pages")
class BookingPageController {

    /** A tag with its page, if it was saved once. */
    record Row(BookingProviderTag tag, @Nullable BookingPage page) {
        public boolean open() {
            return tag.active() && page != null && page.active();
        }
    }

    private static final RecordMapper<BookingPageDraft> DRAFTS = RecordMapper.of(BookingPageDraft.class);

    private static final List<Option> USES = Arrays.stream(FieldUse.values())
            .map(use -> new Option(
                    use.name(),
                    switch (use) {
                        case hidden -> "Not asked";
                        case optional -> "Optional";
                        case required -> "Required";
                    }))
            .toList();

    private final BookingPages pages;
    private final BookingProviderTags providers;
    private final BusinessUnits units;
    private final Campaigns campaigns;
    private final JobTypes jobTypes;
    private final BookingFormPage formPage;
    private final PublicUrl url;

    BookingPageController(
            BookingPages pages,
            BookingProviderTags providers,
            BusinessUnits units,
            Campaigns campaigns,
            JobTypes jobTypes,
            BookingFormPage formPage,
            PublicUrl url) {
        this.pages = pages;
        this.providers = providers;
        this.units = units;
        this.campaigns = campaigns;
        this.jobTypes = jobTypes;
        this.formPage = formPage;
        this.url = url;
    }

    @GetMapping
    @PageAccess(Role.Manager)
    String list(Model model) {
        long tenant = CurrentUser.get().tenantId();
        Map<Long, BookingPage> saved = pages.all(tenant).stream()
                .collect(Collectors.toMap(BookingPage::bookingProviderId, Function.identity()));
        model.addAttribute(
                "rows",
                providers.all(tenant).stream()
                        .map(tag -> new Row(tag, saved.get(tag.id())))
                        .toList());
        model.addAttribute("base", url.forAsker(""));
        return "settings/booking-pages";
    }

    @GetMapping("/{id}")
    @PageAccess(Role.Manager)
    String edit(@PathVariable long id, Model model) {
        BookingPage page = pages.get(CurrentUser.get().tenantId(), id);
        return form(model, page, Form.ofRecord(DRAFTS.params(BookingPageDraft.of(page))));
    }

    @PostMapping("/{id}")
    @PageAccess(Role.Manager)
    String save(
            @PathVariable long id, Form form, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        long tenant = CurrentUser.get().tenantId();
        BookingPageDraft draft = form.draft(BookingPageDraft.class);
        if (form.saved(response, noted -> pages.save(tenant, id, draft, noted))) {
            redirect.addFlashAttribute(
                    "toast",
                    form.flag("active")
                            ? "The booking page is saved and open."
                            : "The booking page is saved, and off.");
            return "redirect:/settings/booking-pages/" + id;
        }
        return form(model, pages.get(tenant, id), form);
    }

    @PostMapping("/{id}/renew")
    @PageAccess(Role.Manager)
    String renew(@PathVariable long id, RedirectAttributes redirect) {
        pages.renew(CurrentUser.get().tenantId(), id);
        redirect.addFlashAttribute("toast", "The page has a new address. The old one leads nowhere.");
        return "redirect:/settings/booking-pages/" + id;
    }

    /** The page as it would be with what stands in the form, or as it is where nothing was sent. */
    @GetMapping("/{id}/preview")
    @PageAccess(Role.Manager)
    String preview(@PathVariable long id, Form form, Model model, HttpServletResponse response) {
        long tenant = CurrentUser.get().tenantId();
        BookingPage page = form.has("heading")
                ? pages.preview(tenant, id, form.draft(BookingPageDraft.class))
                : pages.get(tenant, id);
        return formPage.preview(model, response, tenant, page, "light");
    }

    private String form(Model model, BookingPage page, Form form) {
        long tenant = CurrentUser.get().tenantId();
        model.addAttribute("page", page);
        model.addAttribute("form", form);
        model.addAttribute("tag", providers.get(tenant, page.bookingProviderId()));
        model.addAttribute("base", url.forAsker(""));
        model.addAttribute("uses", USES);
        model.addAttribute("businessUnits", Option.active(units.all(tenant)));
        model.addAttribute("campaigns", Option.active(campaigns.all(tenant)));
        model.addAttribute("jobTypes", Option.active(jobTypes.all(tenant)));
        return "settings/booking-page";
    }
}
